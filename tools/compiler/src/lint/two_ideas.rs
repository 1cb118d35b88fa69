//! J217: a statement that says two things.

use jalon_engine::kind::Body;

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};
use crate::language::{self, has};

pub(super) const RULE: Rule = Rule {
    id: LintId::TWO_IDEAS,
    summary: "A true-false statement joins two clauses, one of which may be true and the other false.",
    why: "A learner who answers “false” may know that the first half is, or that the second half is, or neither; nobody can tell, and no \
          feedback can help. It is a matter of style where the halves belong together, so the rule is off unless you ask for it.",
    source: "Haladyna & Rodriguez (2013), on true-false items: state one idea only; Ebel & Frisbie (1991), Essentials of educational \
             measurement.",
    bad: "prompt = \"ISO/IEC 27002 is a guide, and it is free of charge.\"",
    better: "prompt = \"ISO/IEC 27002 is a guide.\"",
    usual: Usual::Off,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    if !matches!(asked.compiled.body, Body::TrueFalse(_)) {
        return;
    }
    for worded in &asked.wordings {
        let (Some(prompt), Some(language)) = (worded.prompt(), language::of(&worded.lang)) else {
            continue;
        };
        let joins = language.clause_joiners;
        let text = &prompt.raw.text;
        let words = prompt.words();
        // Behind a comma or a semicolon, with enough words on both sides to be a clause each.
        let joint = words.iter().enumerate().find(|(at, word)| {
            let is_clause = *at >= 3 && words.len() - at > 3;
            let before = text.get(..word.at.start).unwrap_or_default().trim_end();
            is_clause && before.ends_with([',', ';']) && has(joins, &word.text)
        });
        if let Some((_, word)) = joint {
            advice
                .give(
                    prompt.raw.part(word.at.clone()),
                    "a second idea begins here",
                )
                .help("keep the idea that matters, and make another question of the other one");
        }
    }
}
