//! J213: nothing says why the key is right.

use super::{Advice, Asked, Check, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    code: "J213",
    name: "no-explanation",
    summary: "A wording has no explanation.",
    why: "Learners who were wrong see that they were, and not why, so they learn an answer by heart; and who was right by luck learns \
          nothing. A reason and where it is stated make a lesson of a test.",
    source: "Shute (2008), Focus on formative feedback: feedback that explains does more than the verdict alone; Haladyna & Rodriguez (2013).",
    bad: "prompt = \"Is ISO/IEC 27002 a guide?\"\nexplanation = \"\"",
    better: "prompt = \"Is ISO/IEC 27002 a guide?\"\nexplanation = \"It says *should* throughout, and *shall* nowhere.\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    for worded in &asked.wordings {
        let text = worded.explanation();
        if text.is_some_and(|text| !text.plain.trim().is_empty()) {
            continue;
        }
        let span = text.map_or_else(|| worded.span(), super::Text::span);
        advice
            .give(span, "nothing tells learners why the answer is right")
            .help("add explanation = \"...\": the reason, and where it is stated");
    }
}
