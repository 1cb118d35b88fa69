//! J204: almost all statements are true, or almost all are false.

use jalon_engine::kind::Body;

use super::saying::{listed, of_module};
use super::{Advice, AskedModule, Check, LintId, Rule, Usual};
use crate::prose::chance::{UNLIKELY, at_least};

pub(super) const RULE: Rule = Rule {
    id: LintId::ONE_SIDED_TRUTH,
    summary: "Almost all true-false questions of a module have the same answer.",
    why: "Who has noticed answers without reading. The rule speaks where, if a coin had been tossed for each key, so many of one side would \
          have come in fewer than one module of fifty: 7 of 7, 10 of 11, 14 of 17.",
    source: "Haladyna & Rodriguez (2013), Developing and validating test items, on true-false items: balance the number of true and \
             false statements; the bound is that of the binomial distribution, both sides.",
    bad: "# seven questions of seven\nkind = \"true-false\"\nkey = false",
    better: "# in three or four of them, with the statement turned round\nkind = \"true-false\"\nkey = true",
    usual: Usual::On,
    check: Check::Module(check),
};

fn check(module: &AskedModule<'_>, advice: &mut Advice) {
    let keyed = module
        .questions
        .iter()
        .filter_map(|asked| match &asked.compiled.body {
            Body::TrueFalse(body) => Some((asked.id(), body.key)),
            _ => None,
        });
    let keyed: Vec<(&str, bool)> = keyed.collect();
    let chances = vec![0.5; keyed.len()];
    for side in [true, false] {
        let hits: Vec<&str> = keyed
            .iter()
            .filter(|(_, key)| *key == side)
            .map(|(id, _)| *id)
            .collect();
        if keyed.is_empty() || 2.0 * at_least(hits.len(), &chances) >= UNLIKELY {
            continue;
        }
        let message = format!(
            "{} of {} true-false questions have the answer {side}",
            hits.len(),
            keyed.len()
        );
        advice.give(of_module(module), message).help(format!(
            "turn the statement and the key of some round, such as {}",
            listed(&hits)
        ));
    }
}
