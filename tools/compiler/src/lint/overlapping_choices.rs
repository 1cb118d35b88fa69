//! J209: a choice that holds another one.

use std::borrow::Cow;

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::{Language, has};
use crate::prose::Word;
use crate::prose::range::NumberRange;

pub(super) const RULE: Rule = Rule {
    id: LintId::OVERLAPPING_CHOICES,
    summary: "Where one choice may be picked, two hold something in common: ranges of numbers, or a choice and the same with more.",
    why: "Where one may be picked, a learner who is right about “5” can't choose between “1 to 5” and “5 to 10”; and of “the policy” and “the \
          policy and the scope”, either both are right or the shorter one can be left out at once.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 22 (choices should not be overlapping) and 28e (pairs or triplets of options \
             that clue).",
    bad: "choices.few = \"1 to 5 years\"\nchoices.many = \"5 to 10 years\"",
    better: "choices.few = \"1 to 4 years\"\nchoices.many = \"5 to 10 years\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked).filter(|choices| choices.picks_one) {
        let Some(language) = choices.language() else {
            continue;
        };
        let all: Vec<Read<'_>> = choices
            .all()
            .map(|text| Read::new(text, language))
            .collect();
        for (n, later) in all.iter().enumerate() {
            let earlier = all.iter().take(n);
            let found = earlier
                .filter_map(|own| Some((own, overlap(own, later, language)?)))
                .next();
            if let Some((own, what)) = found {
                advice
                    .give(later.text.span(), format!("this choice and another overlap: {what}"))
                    .label(own.text.span(), "the other one")
                    .help("change one of them so that nothing is in both, or let learners pick several");
            }
        }
    }
}

/// A choice, read once to be compared with each of the others.
struct Read<'a> {
    text: &'a Text<'a>,
    words: Cow<'a, [Word<'a>]>,
    range: Option<NumberRange>,
}

impl<'a> Read<'a> {
    fn new(text: &'a Text<'a>, language: &'static Language) -> Self {
        let has_figures = text.plain.bytes().any(|byte| byte.is_ascii_digit());
        Self {
            text,
            words: text.words(),
            range: has_figures
                .then(|| NumberRange::read(&text.plain, language))
                .flatten(),
        }
    }
}

fn overlap(one: &Read<'_>, other: &Read<'_>, language: &'static Language) -> Option<&'static str> {
    let ranges = one.range.as_ref().zip(other.range.as_ref());
    if ranges.is_some_and(|(one, other)| one.overlaps(other)) {
        return Some("there are numbers in both");
    }
    (adds_to(&one.words, &other.words, language) || adds_to(&other.words, &one.words, language))
        .then_some("one says the same as the other, and more")
}

/// True when the longer choice is the shorter one, joined with something: "the policy", "the policy and the scope".
fn adds_to(short: &[Word<'_>], long: &[Word<'_>], language: &'static Language) -> bool {
    let joins = language.list_joiners;
    let same = |rest: &[Word<'_>]| {
        rest.len() == short.len()
            && rest
                .iter()
                .zip(short)
                .all(|(one, other)| one.text == other.text)
    };
    let is_join = |at: usize| long.get(at).is_some_and(|word| has(joins, &word.text));
    let Some(behind) = long.len().checked_sub(short.len()).filter(|more| *more > 1) else {
        return false;
    };
    if short.is_empty() {
        return false;
    }
    let starts = long.get(..short.len()).is_some_and(same) && is_join(short.len());
    let ends = long.get(behind..).is_some_and(same) && is_join(behind - 1);
    starts || ends
}
