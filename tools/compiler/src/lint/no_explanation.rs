//! J213: nothing says why the key is right.

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::NO_EXPLANATION,
    summary: "A question has no explanation.",
    why: "Learners who were wrong see that they were, and not why, so they learn an answer by heart; and who was right by luck learns \
          nothing. A reason and where it is stated make a lesson of a test.",
    source: "Shute (2008), Focus on formative feedback: feedback that explains does more than the verdict alone; Haladyna & Rodriguez (2013).",
    bad: "prompt = \"Is ISO/IEC 27002 a guide?\"",
    better: "prompt = \"Is ISO/IEC 27002 a guide?\"\nexplanation = \"It says *should* throughout, and *shall* nowhere.\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let mut texts = asked.wordings.iter().filter_map(Worded::explanation);
    let is_explained = texts.any(|text| !text.plain.trim().is_empty());
    // The model answer of an essay says what there is to say.
    if !is_explained && asked.compiled.body.is_graded() {
        advice
            .give(
                asked.span(),
                "nothing tells learners why the answer is right",
            )
            .help("add explanation = \"...\" to each wording: the reason, and where it is stated");
    }
}
