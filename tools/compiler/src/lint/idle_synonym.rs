//! J306: names of one thing that no typed answer has.

use jalon_engine::grade::mentions;
use jalon_engine::kind::text;
use jalon_engine::language::Rules;

use super::{Advice, AskedBank, Check, LintId, Rule, Usual};
use crate::kind;
use crate::read::Raw;

pub(super) const RULE: Rule = Rule {
    id: LintId::IDLE_SYNONYM,
    summary: "No answer that may be typed has any name of a [[synonym]].",
    why: "Synonyms count in typed answers and nowhere else. Where no right answer has one of the names, they do nothing; often a name is spelt \
          otherwise in the answer than in the list.",
    source: "How typed answers are read: see the tiers in the guide, questions/README.md.",
    bad: "[[synonym]]\nen = [\"ISMS\", \"information security management system\"]   # and no answer says either",
    better: "[question.accept]\nen = [\"scope of the ISMS\"]",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    let rules = Rules::of(bank.langs);
    let answers: Vec<&str> = bank
        .questions()
        .flat_map(|asked| kind::of(&asked.compiled.body).typed())
        .flat_map(answers)
        .collect();
    for group in bank.header.synonyms.iter().flatten() {
        let names: Vec<&Raw> = group.values().flat_map(|(_, names)| names).collect();
        let is_used = answers
            .iter()
            .any(|answer| names.iter().any(|name| mentions(answer, &name.text, rules)));
        let Some(first) = names.first().filter(|_| !is_used) else {
            continue;
        };
        advice
            .give(
                first.span,
                format!(
                    "no answer that may be typed has `{}` or another name of it",
                    first.text
                ),
            )
            .help("take the synonym out, or check how the answers spell it");
    }
}

fn answers(body: &text::Text) -> impl Iterator<Item = &str> {
    body.answers().map(|(_, answer)| answer)
}
