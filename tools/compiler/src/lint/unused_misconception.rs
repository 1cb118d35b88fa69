//! J304: a misconception that no wrong answer comes from.

use std::collections::BTreeSet;

use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::UNUSED_MISCONCEPTION,
    summary: "No wrong answer is tagged with a misconception of the bank.",
    why: "A misconception is there to be found: a report counts the wrong answers that come from it. One that no answer is tagged with is never \
          found, and looks as if nobody had it.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 30 (use typical errors of students to write your distractors).",
    bad: "[[misconception]]\nid = \"mixes-27001-and-27002\"   # and no choice or wrong answer names it",
    better: "[[question.choice]]\nid = \"guide\"\nmisconception = \"mixes-27001-and-27002\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    let bodies = bank.questions().map(|asked| &asked.compiled.body);
    let used: BTreeSet<&str> = bodies
        .flat_map(|body| body.misconceptions())
        .map(|id| id.as_str())
        .collect();
    let ids = bank
        .header
        .misconceptions
        .iter()
        .flatten()
        .filter_map(|one| one.id.as_ref());
    for id in ids.filter(|id| !used.contains(id.value.as_str())) {
        advice
            .give(
                id.span,
                format!(
                    "no wrong answer comes from the misconception `{}`",
                    id.value
                ),
            )
            .help(format!(
                "write misconception = \"{}\" at the wrong answers that do, or take it out",
                id.value
            ));
    }
}
