//! J211: words of the question come back in the key alone.

use std::borrow::Cow;

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::Language;
use crate::prose::lexicon::{is_content, singular};

pub(super) const RULE: Rule = Rule {
    id: LintId::STEM_IN_KEY,
    summary: "Words of the question come back in the right choice, and no wrong choice has a word of it.",
    why: "A learner without an idea picks what sounds like the question. The rule speaks where one choice is right, two of its words at least \
          that carry a meaning are in the question too, and no wrong choice has such a word.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 28b (clang associations, choices identical to or resembling words in the stem).",
    bad: "prompt = \"What has an organisation's risk treatment plan to show?\"\nchoices.key = \"The treatment planned for each \
          risk\"\nchoices.budget = \"The budget\"",
    better: "prompt = \"What has an organisation's risk treatment plan to show?\"\nchoices.key = \"Who does what, and by \
             when\"\nchoices.budget = \"What it costs\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked).filter(|choices| choices.picks_one) {
        let (Some(language), [key]) = (choices.language(), choices.right.as_slice()) else {
            continue;
        };
        let stem = carrying(choices.stem, language);
        let is_repeated = |(_, word): &(_, Cow<'_, str>)| stem.iter().any(|(_, own)| own == word);
        let mut found = carrying(key, language);
        found.retain(is_repeated);
        found.dedup_by(|one, other| one.1 == other.1);
        if found.len() < 2
            || choices
                .wrong
                .iter()
                .any(|text| carrying(text, language).iter().any(is_repeated))
        {
            continue;
        }
        let named: Vec<String> = found
            .iter()
            .map(|(written, _)| format!("“{written}”"))
            .collect();
        advice
            .give(
                key.span(),
                format!(
                    "the right choice alone repeats words of the question: {}",
                    named.join(", ")
                ),
            )
            .label(choices.stem.span(), "the question")
            .help("say the key in other words, or let a wrong choice sound like the question too");
    }
}

/// The words of a text that carry a meaning: as they are written, and without their plural.
fn carrying<'a>(
    text: &'a Text<'_>,
    language: &'static Language,
) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let words = text.words();
    let words = words.iter().filter(|word| is_content(word, language));
    words
        .map(|word| (word.text.clone(), singular(word.text.clone(), language)))
        .collect()
}
