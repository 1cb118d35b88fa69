//! J205: a choice that stands for others.

use super::choices::{Choices, choice};
use super::{Advice, Asked, Check, Rule, Text, Usual};
use crate::prose::Tongue;

pub(super) const RULE: Rule = Rule {
    code: "J205",
    name: "all-of-the-above",
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

const ENGLISH: &[&str] = &[
    "all of the above", "all the above", "all of these", "all of those", "all these", "all of the answers", "all the answers",
    "all of the options", "all of the choices", "all answers", "all options", "all choices", "both of the above", "both of these",
    "both answers", "every one of these", "any of the above", "two of the above", "more than one of the above",
];

const FRENCH: &[&str] = &[
    "toutes les réponses", "toutes ces réponses", "tous les choix", "tous ces choix", "toutes les propositions",
    "toutes ces propositions", "toutes les affirmations", "tout ce qui précède", "l' ensemble de ces réponses",
    "l' ensemble des réponses", "les deux réponses", "les deux précédentes", "les deux propositions", "tout cela à la fois",
    "plusieurs de ces réponses", "deux de ces réponses",
];

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let is_shuffled = choice(asked).is_some_and(|choice| choice.shuffle);
    for choices in Choices::of(asked) {
        let Some(tongue) = choices.tongue() else { continue };
        for text in choices.all() {
            let message = if says(text, phrases(tongue)) {
                "this choice stands for the others"
            } else if names_others(text, tongue) {
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

fn phrases(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => ENGLISH,
        Tongue::French => FRENCH,
    }
}

/// How many words a choice has at most that stands for others; a longer one says something itself.
const MOST_WORDS: usize = 8;

/// True where a short choice begins with one of these phrases.
pub(super) fn says(text: &Text<'_>, phrases: &[&str]) -> bool {
    let words = text.plain_words();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    phrases.iter().any(|phrase| {
        let mut words = words.iter();
        phrase.split(' ').all(|own| words.next().is_some_and(|word| word.text == own))
    })
}

/// "A and B", "1, 2 et 3", "both b) and c)".
fn names_others(text: &Text<'_>, tongue: Tongue) -> bool {
    let words = text.plain_words();
    let joins: &[&str] = match tongue {
        Tongue::English => &["and", "or", "both", "answers", "options", "choices"],
        Tongue::French => &["et", "ou", "réponses", "les", "choix"],
    };
    let is_letter = |word: &str| matches!(word, "a" | "b" | "c" | "d" | "e" | "f");
    let (joining, naming): (Vec<_>, Vec<_>) = words.iter().partition(|word| joins.contains(&word.text.as_ref()));
    let is_joined = joining.iter().any(|word| matches!(word.text.as_ref(), "and" | "or" | "et" | "ou"));
    is_joined && naming.len() > 1 && naming.iter().all(|word| is_letter(&word.text))
}
