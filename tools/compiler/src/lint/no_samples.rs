//! J307: nothing shows how typed answers are judged.

use jalon_engine::kind::Body;

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::NO_SAMPLES,
    summary: "A question whose answer is typed has no sample answers.",
    why: "Samples are run through the grader at each check, so that a later edit of the key, of a term or of a synonym can't change what is \
          accepted without a word. The rule is off unless you ask for it: short keys such as a number need none.",
    source: "The practice of tests beside code: an example that is checked says what prose can't.",
    bad: "kind = \"text\"\naccept.en = [\"statement of applicability\"]",
    better: "kind = \"text\"\naccept.en = [\"statement of applicability\"]\nsamples.accept = [\"the statement of \
             aplicability\"]\nsamples.reject = [\"scope statement\"]",
    usual: Usual::Off,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let is_typed = matches!(asked.compiled.body, Body::Text(_) | Body::Number(_));
    let samples = asked.source.kind.as_ref().map(|kind| kind.samples());
    if is_typed && samples.is_none_or(|samples| samples.is_empty()) {
        advice
            .give(asked.span(), "no sample answers show what is right here and what is not")
            .help("add samples.accept = [\"...\"] and samples.reject = [\"...\"], as learners would type them");
    }
}
