//! J208: two choices that say the same.

use std::borrow::Cow;

use super::choices::Choices;
use super::signs::signs;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::{Language, has};
use crate::prose::lexicon::singular;
use jalon_engine::language::Rules;

pub(super) const RULE: Rule = Rule {
    id: LintId::SAME_CHOICES,
    summary: "Two choices say the same, or differ by one letter.",
    why: "Of two choices that say the same, neither can be the only right one, so learners leave out both; and where one letter makes the \
          difference, the question tests eyesight.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 22 (keep choices independent) and 19 (make sure that only one of these choices \
             is the right answer).",
    bad: "choices.policy = \"A security policy\"\nchoices.policies = \"Security policies\"",
    better: "choices.policy = \"A security policy\"\nchoices.scope = \"A statement of the scope\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let language = choices.language();
        let [joiners, ..] = language.map_or([""; 3], |language| language.combining);
        let read = choices
            .all()
            .map(|text| (text, gist(text, language), signs(text)));
        let read: Vec<(&Text<'_>, Vec<Cow<'_, str>>, String)> = read.collect();
        for (n, (later, gist, own)) in read.iter().enumerate() {
            // Other signs make another choice: `a == b` and `a != b`, 5 % and 5 €.
            let earlier = read.iter().take(n).filter(|(_, _, signs)| signs == own);
            let found = earlier
                .filter_map(|(text, other, _)| Some((text, difference(other, gist, joiners)?)))
                .next();
            if let Some((text, what)) = found {
                advice
                    .give(later.span(), format!("this choice and another {what}"))
                    .label(text.span(), "the other one")
                    .help("write another choice in the place of one of them");
            }
        }
    }
}

/// The words of a text that count: without articles, plural or singular.
fn gist<'a>(text: &'a Text<'_>, language: Option<&'static Language>) -> Vec<Cow<'a, str>> {
    let rules = language.map_or(Rules::NONE, Language::rules);
    let is_article = |word: &str| rules.is_article(word.trim_end_matches('\''));
    let all = text.words();
    // Of articles alone, something is meant by them.
    let only_small = all.iter().all(|word| is_article(&word.text));
    let kept = all
        .iter()
        .filter(|word| only_small || !is_article(&word.text));
    let kept = kept.map(|word| word.text.clone());
    kept.map(|word| {
        language.map_or_else(|| word.clone(), |language| singular(word.clone(), language))
    })
    .collect()
}

/// What two choices have in common, if that is too much.
fn difference(one: &[Cow<'_, str>], other: &[Cow<'_, str>], joiners: &str) -> Option<&'static str> {
    if one.is_empty() || one.len() != other.len() {
        return None;
    }
    if is_turned(one, other, joiners) {
        return Some("say the same");
    }
    let mut differing = one.iter().zip(other).filter(|(one, other)| one != other);
    match (differing.next(), differing.next()) {
        (None, _) => Some("say the same"),
        (Some((one, other)), None) if is_slip(one, other) => Some("differ by one letter"),
        _ => None,
    }
}

/// True when each joins the same two things, in another order: "the scope and the policy".
fn is_turned(one: &[Cow<'_, str>], other: &[Cow<'_, str>], joiners: &str) -> bool {
    let joins = |word: &Cow<'_, str>| has(joiners, word);
    let (Some(own), Some(their)) = (one.iter().position(joins), other.iter().position(joins))
    else {
        return false;
    };
    let (first, last) = (one.get(..own), one.get(own + 1..));
    one != other
        && own > 0
        && one.get(own) == other.get(their)
        && first == other.get(their + 1..)
        && last == other.get(..their)
}

/// True for long words of which one slip makes the other. What stands at the beginning or changes a digit makes another word: typical,
/// atypical.
fn is_slip(one: &str, other: &str) -> bool {
    let is_word = |word: &str| word.chars().count() >= 7 && word.chars().all(char::is_alphabetic);
    let first = |word: &str| word.chars().next();
    is_word(one)
        && is_word(other)
        && first(one) == first(other)
        && strsim::osa_distance(one, other) == 1
}
