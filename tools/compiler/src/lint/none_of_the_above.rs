//! J206: "none of the above", where it does harm.

use super::choices::{Choices, choice};
use super::phrases::says;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::NONE_OF_THE_ABOVE,
    summary: "“None of the above” is the right choice, or may stand anywhere among the others.",
    why: "Where it is right, who picks it has shown to know what is wrong, and perhaps not what is right. Where it is one wrong choice among \
          others it does no harm, as long as it keeps its place at the end: put above the others, it makes no sense.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 25 (none-of-the-above should be used carefully).",
    bad: "[[question.choice]]\nid = \"none\"\n\n[[question.en]]\nchoices.none = \"None of the above\"",
    better: "[[question.choice]]\nid = \"none\"\npinned = true\n\n[[question.en]]\nchoices.none = \"None of these\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let Some(choice) = choice(asked) else { return };
    for choices in Choices::of(asked) {
        let Some(language) = choices.language() else {
            continue;
        };
        let phrases = language.none_of_the_above;
        for text in choices.all().filter(|text| says(text, phrases)) {
            let Part::Of(_, id) = text.part else { continue };
            let is_pinned = choice
                .choices
                .iter()
                .any(|item| item.id == id && item.pinned);
            if choice.key.contains(&id) {
                advice
                    .give(text.span(), "“none of the above” is the right choice: picking it doesn't show what a learner knows")
                    .help("put what is right among the choices, and make that the key");
            } else if choice.shuffle && !is_pinned {
                advice
                    .give(
                        text.span(),
                        "this choice refers to the others, and may be shown above them",
                    )
                    .help(format!(
                        "add pinned = true to the choice `{id}`, or shuffle = false to the question"
                    ));
            }
        }
    }
}
