//! J110: two wordings of a question in one language that are nearly the same.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::words::words;
use super::{Advice, Asked, Check, Part, Rule, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J110",
    name: "alike-wordings",
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

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let counted: Vec<(&Worded<'_>, BTreeMap<Cow<'_, str>, usize>)> =
        asked.wordings.iter().map(|wording| (wording, count(wording))).collect();
    for (n, (wording, own)) in counted.iter().enumerate() {
        let earlier = counted.iter().take(n).filter(|(other, _)| other.lang == wording.lang);
        let twin = earlier.filter(|(_, other)| shared(own, other) >= ALIKE).map(|(other, _)| other).next();
        if let Some(other) = twin {
            let message = format!("this wording in `{}` is nearly the same as another one", wording.lang);
            advice
                .give(wording.span(), message)
                .label(other.span(), "the other one")
                .help("ask in other words, with another case or from another side; or take one of them out");
        }
    }
}

/// How often each word stands in what is asked: the prompt, the text with gaps and the choices.
fn count<'a>(wording: &'a Worded<'_>) -> BTreeMap<Cow<'a, str>, usize> {
    let asked = wording.texts.iter().filter(|text| matches!(text.part, Part::Prompt | Part::Gapped | Part::Of(..)));
    let mut counts = BTreeMap::new();
    for word in asked.flat_map(|text| words(&text.plain)) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// What two lists of words have in common, in percent of both (Dice's coefficient).
fn shared(one: &BTreeMap<Cow<'_, str>, usize>, other: &BTreeMap<Cow<'_, str>, usize>) -> usize {
    let all = one.values().chain(other.values()).sum::<usize>();
    let common = one.iter().map(|(word, n)| other.get(word).map_or(0, |m| (*n).min(*m)));
    let common: usize = common.sum();
    (200 * common).checked_div(all).unwrap_or(0)
}
