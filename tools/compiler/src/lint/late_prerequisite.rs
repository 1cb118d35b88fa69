//! J303: a concept that is asked about before what it builds on.

use std::collections::BTreeMap;

use jalon_engine::id::ConceptId;

use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::LATE_PREREQUISITE,
    summary: "A concept is tested in an earlier module than a concept that it builds on.",
    why: "Prerequisites say what to know first. Where the first question about a prerequisite comes modules later than those about what builds \
          on it, learners who read in order are asked for the roof before the ground.",
    source: "Gagné (1985), The conditions of learning: prerequisites come first; the reading order is that of `modules` in bank.toml. A \
             concept that no question tests at all is the warning `unused-concept`.",
    bad: "modules = [\"audits\", \"vocabulary\"]\n\n[[concept]]\nid = \"audit\"          # tested in the first module\nprerequisites = [\"terms\"]  # \
          tested in the second one alone",
    better: "modules = [\"vocabulary\", \"audits\"]",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    // The first module in which a concept is the main one of a question, or one of several.
    let (mut main, mut any): (BTreeMap<ConceptId, usize>, BTreeMap<ConceptId, usize>) =
        Default::default();
    for (at, module) in bank.modules.iter().enumerate() {
        for question in &module.compiled.questions {
            if let Some(concept) = question.main_concept() {
                main.entry(*concept).or_insert(at);
            }
            for tag in &question.tags {
                any.entry(tag.concept).or_insert(at);
            }
        }
    }
    for concept in bank.header.concepts.iter().flatten() {
        let Some(own) = concept
            .id
            .as_ref()
            .and_then(|id| Some((id.value, *main.get(&id.value)?)))
        else {
            continue;
        };
        for needed in concept.prerequisites.iter().flatten() {
            // Even a question that is about it among other things will do.
            let Some(first) = any.get(&needed.value).filter(|first| **first > own.1) else {
                continue;
            };
            let name = |at: usize| bank.modules.get(at).map_or("", |module| module.id.as_str());
            let message = format!(
                "`{}` is asked about in `{}`, and what it builds on, `{}`, no earlier than in `{}`",
                own.0,
                name(own.1),
                needed.value,
                name(*first)
            );
            advice
                .give(needed.span, message)
                .help("add a question about it to an earlier module, put the modules in another order, or take the prerequisite out");
        }
    }
}
