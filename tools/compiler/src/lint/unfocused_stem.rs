//! J215: a question that asks nothing by itself.

use super::choices::Choices;
use super::key_longest::length;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::UNFOCUSED_STEM,
    summary: "A prompt of one to three words, with choices that say much more than it does.",
    why: "Learners have to read every choice to find out what they are asked, and compare statements that have nothing in common. A good \
          question can be answered with the choices covered.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 14 (clear directions in the stem) and 15 (include the central idea in the stem \
             instead of the choices).",
    bad: "prompt = \"ISO/IEC 27002:\"\nchoices.guide = \"gives guidance on each of the controls\"\nchoices.law = \"binds each firm that \
          has clients\"",
    better: "prompt = \"What does ISO/IEC 27002 do for an organisation?\"\nchoices.guide = \"It gives guidance on each of the \
             controls\"\nchoices.law = \"It binds each firm that has clients\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    // What several questions are about is part of what each of them asks.
    if asked.compiled.stimulus.is_some() {
        return;
    }
    for choices in Choices::of(asked) {
        let own = choices.stem.words();
        let number = choices.all().count().max(1);
        let mean = choices.all().map(length).sum::<usize>() / number;
        let is_picture = choices.stem.raw.text.contains("![");
        if (1..=3).contains(&own.len()) && mean >= 2 * length(choices.stem) && !is_picture {
            advice
                .give(
                    choices.stem.span(),
                    "the choices say what the question is about, and the prompt hardly does",
                )
                .help("ask a question that can be answered with the choices covered");
        }
    }
}
