//! J205: a choice that stands for others.

use super::choices::{Choices, choice};
use super::phrases::says;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::prose::Tongue;

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

const ENGLISH: &[&str] = &[
    "all|both|each|any|every|everything|two|three|several one? of? the? above|previous|preceding|foregoing|listed",
    "more than one of the? above|these",
    "all|both|any|two|several of these|those|them $",
    "all|both|each|every|any one? of? the|these|those two|three|four|five? answers|options|choices|statements|alternatives",
    "all|both|any answers|options|choices",
    "all two|three|four|five of? these|those|them? are? correct|right|true|valid? $",
    "all|both of? these|those|them? are correct|right|true|valid $",
    "every one of these|those|them",
    "they are all|both",
];

const FRENCH: &[&str] = &[
    "tout|tous|toutes|chacun|chacune les|des|de|ces|ce? qui? réponses|choix|propositions|options|éléments|mentions? est|sont? \
     ci-dessus|précède|précèdent|précédentes|précédents",
    "tous|toutes les|ces deux|trois|quatre|cinq? réponses|choix|propositions|options|affirmations",
    "tous|toutes celles-ci|ceux-ci|cela|ça",
    "tous|toutes les? deux|trois|quatre|cinq? sont|à correctes|justes|vraies|exactes|corrects|vrais|exacts|la",
    "tous|toutes les deux|trois|quatre|cinq $",
    "les deux|trois|quatre|cinq $",
    "les deux|trois|quatre|cinq à la fois",
    "les deux|trois|quatre|cinq réponses|choix|propositions|options|affirmations",
    "les deux|trois|quatre|cinq sont correctes|justes|vraies|exactes|corrects|vrais|exacts",
    "les deux|trois|quatre|cinq ci-dessus|précédentes|précédents",
    "tout cela à? la? fois? $",
    "l' ensemble de|des ces? réponses|choix|propositions|options|affirmations|éléments",
    "chacun|chacune de|des|d' ces|entre réponses|choix|propositions|options|elles|eux",
    "plusieurs|deux de|des ces? réponses|choix|propositions|options",
];

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let is_shuffled = choice(asked).is_some_and(|choice| choice.shuffle);
    for choices in Choices::of(asked) {
        let Some(tongue) = choices.tongue() else {
            continue;
        };
        for text in choices.all() {
            let message = if says(text, phrases(tongue)) {
                "this choice stands for the others"
            } else if names_others(text) {
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

/// "A and B", "answers 1, 2 and 3", "I and II only".
fn names_others(text: &Text<'_>) -> bool {
    let words = text.plain_words();
    let (mut names, mut is_joined, mut is_called) = (0, false, false);
    for word in words.iter() {
        match word.text.as_ref() {
            "and" | "or" | "et" | "ou" => is_joined = true,
            "a" | "b" | "c" | "d" | "e" | "f" | "ii" | "iii" | "iv" => names += 1,
            // A number alone may well be an answer.
            "1" | "2" | "3" | "4" | "5" | "i" => names += 1,
            "both" | "les" | "only" | "seulement" | "uniquement" => {}
            "answers" | "options" | "choices" | "réponses" | "choix" | "propositions" | "are"
            | "sont" => is_called = true,
            "correct" | "right" | "true" | "justes" | "vraies" | "correctes" | "exactes" => {}
            _ => return false,
        }
    }
    let are_numbers = words.iter().any(|word| word.is_number());
    is_joined && names > 1 && (is_called || !are_numbers)
}
