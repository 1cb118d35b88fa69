//! J205: a choice that stands for others.

use super::choices::{Choices, choice};
use super::phrases::says;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::{Language, has};

pub(super) const RULE: Rule = Rule {
    id: LintId::ALL_OF_THE_ABOVE,
    summary: "A choice says “all of the above”, or names other choices by their letters or places.",
    why: "Who knows that two choices are right picks “all of the above” without knowing the third, and who knows that one is wrong can leave \
          it out. And where choices are put in a new order at each attempt, nothing is “above” and nothing is “A”.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 26 (avoid all-of-the-above) and 9 (avoid the complex format, in which choices \
             are combinations of others).",
    bad: "key = \"all\"\nchoices.policy = \"A policy\"\nchoices.scope = \"A scope\"\nchoices.all = \"All of the above\"",
    better: "key = [\"policy\", \"scope\"]   # several may be picked\nchoices.policy = \"A policy\"\nchoices.scope = \"A \
             scope\"\nchoices.budget = \"A budget\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let is_shuffled = choice(asked).is_some_and(|choice| choice.shuffle);
    for choices in Choices::of(asked) {
        let Some(language) = choices.language() else {
            continue;
        };
        for text in choices.all() {
            let message = if says(text, language.all_of_the_above) {
                "this choice stands for the others"
            } else if names_others(text, language) {
                "this choice names others by their letters or places"
            } else {
                continue;
            };
            let message = if is_shuffled {
                format!("{message}, and they come in a new order at each attempt")
            } else {
                message.to_owned()
            };
            advice
                .give(text.span(), message)
                .help("let learners pick several, key = [\"...\", \"...\"], or write another wrong choice in its place");
        }
    }
}

/// "A and B", "answers 1, 2 and 3", "I and II only".
fn names_others(text: &Text<'_>, language: &Language) -> bool {
    let [joiners, calls, others] = language.combining;
    let words = text.plain_words();
    let (mut names, mut is_joined, mut is_called) = (0, false, false);
    for word in words.iter() {
        match word.text.as_ref() {
            "a" | "b" | "c" | "d" | "e" | "f" | "ii" | "iii" | "iv" => names += 1,
            // A number alone may well be an answer.
            "1" | "2" | "3" | "4" | "5" | "i" => names += 1,
            word if has(joiners, word) => is_joined = true,
            word if has(calls, word) => is_called = true,
            word if has(others, word) => {}
            _ => return false,
        }
    }
    let are_numbers = words.iter().any(|word| word.is_number());
    is_joined && names > 1 && (is_called || !are_numbers)
}
