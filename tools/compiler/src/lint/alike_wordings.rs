//! J110: two wordings of a question in one language that are nearly the same.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::words::words;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::ALIKE_WORDINGS,
    summary: "Two wordings of a question in one language are nearly the same.",
    why: "A second wording asks about the same thing in other words, so that a learner who tries again needs the idea and not the \
          sentence. One that was copied and hardly changed gives the answer away.",
    source: "Jalon's own; after Haladyna (2004), Developing and Validating Multiple-Choice Test Items, on item variants that share content \
             and not wording.",
    bad: "[[question.en]]\nprompt = \"What do people use ISO/IEC 27002 for?\"\n\n[[question.en]]\nprompt = \"What do people use ISO/IEC \
          27002 for most?\"",
    better: "[[question.en]]\nprompt = \"A colleague opens ISO/IEC 27002. What is he most likely looking for?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

/// The share of words that two wordings have in common from which on they are nearly the same, in percent of all their words.
/// In wordings that are written anew, half of the words are others; what was copied and changed in a word or two keeps nine of ten.
const ALIKE: usize = 90;

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let read: Vec<(&Worded<'_>, Vec<Cow<'_, str>>)> = asked
        .wordings
        .iter()
        .map(|wording| (wording, sorted(wording)))
        .collect();
    for (n, (wording, own)) in read.iter().enumerate() {
        let earlier = read
            .iter()
            .take(n)
            .filter(|(other, _)| other.lang == wording.lang);
        let twin = earlier
            .filter(|(_, other)| shared(own, other) >= ALIKE)
            .map(|(other, _)| other)
            .next();
        if let Some(other) = twin {
            let message = format!(
                "this wording in `{}` is nearly the same as another one",
                wording.lang
            );
            advice
                .give(wording.span(), message)
                .label(other.span(), "the other one")
                .help("ask in other words, with another case or from another side; or take one of them out");
        }
    }
}

/// The words of what is asked, each as often as it is there: the prompt, the text with gaps and the choices.
fn sorted<'a>(wording: &'a Worded<'_>) -> Vec<Cow<'a, str>> {
    let asked = wording
        .texts
        .iter()
        .filter(|text| matches!(text.part, Part::Prompt | Part::Gapped | Part::Of(..)));
    let mut words: Vec<_> = asked.flat_map(|text| words(&text.plain)).collect();
    words.sort_unstable();
    words
}

/// What two lists of words in order have in common, in percent of both (Dice's coefficient).
fn shared(one: &[Cow<'_, str>], other: &[Cow<'_, str>]) -> usize {
    let all = one.len() + other.len();
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut common = 0usize;
    while let (Some(own), Some(next)) = (one.peek(), other.peek()) {
        match own.cmp(next) {
            Ordering::Less => _ = one.next(),
            Ordering::Greater => _ = other.next(),
            Ordering::Equal => {
                common += 1;
                _ = (one.next(), other.next());
            }
        }
    }
    (200 * common).checked_div(all).unwrap_or(0)
}
