//! J214: too few choices, or too many.

use jalon_engine::kind::choice::Pick;

use super::choices::choice;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::NUMBER_OF_CHOICES,
    summary: "One choice may be picked of two, or of more than seven.",
    why: "Of two choices, a guess is right every second time. Three that somebody could believe ask as well as four or five do; beyond \
          seven, learners read more than they think, and what is added is seldom picked.",
    source: "Rodriguez (2005), Three options are optimal for multiple-choice items: a meta-analysis of 80 years of research; Haladyna, \
             Downing & Rodriguez (2002), guideline 18 (as many effective choices as you can, but research suggests three is adequate).",
    bad: "choices.yes = \"Yes\"\nchoices.no = \"No\"",
    better: "kind = \"true-false\"   # or a third choice that somebody could believe",
    usual: Usual::On,
    check: Check::Question(check),
};

/// More choices than this are a list to search.
const MOST: usize = 7;

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let Some(choice) = choice(asked).filter(|choice| choice.key.pick() == Pick::One) else {
        return;
    };
    match choice.choices.len() {
        2 => advice
            .give(asked.span(), "there are two choices, so every second guess is right")
            .help("add a choice that somebody could believe, or make the question a true-false one"),
        number if number > MOST => advice
            .give(asked.span(), format!("there are {number} choices, which is much to read and to compare"))
            .help("keep three to five that somebody could believe, or let learners match or sort them"),
        _ => return,
    };
}
