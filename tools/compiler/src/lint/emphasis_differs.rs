//! J105: prompts that stress something in one language and nothing in another.

use super::marks::{Marks, may_have};
use super::sides::Sides;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::EMPHASIS_DIFFERS,
    summary: "Every prompt in one language stresses a word, and none in another does.",
    why: "Stress draws the eye to the word that a question turns on, most often a negation. Readers of the other language lack that help, \
          and the question is harder for them. Quotes and capitals count as stress, since a language may use them for it.",
    source: "Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, guideline 17: negatives are \
             emphasised; held against both languages.",
    bad: "[[question.en]]\nprompt = \"Which of these is **not** a requirement?\"\n\n[[question.fr]]\nprompt = \"Laquelle n'est pas une \
          exigence ?\"",
    better: "[[question.fr]]\nprompt = \"Laquelle n'est **pas** une exigence ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let mut prompts = asked.wordings.iter().filter_map(Worded::prompt);
    if !prompts.any(may_have) {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let prompts = |side: &[&'_ Worded<'_>], f: fn(&Text<'_>) -> bool| {
            side.iter().all(|wording| wording.prompt().is_some_and(f))
        };
        if !prompts(&sides.one, is_stressed) || !prompts(&sides.other, |text| !is_stressed(text)) {
            continue;
        }
        // Quotes, capitals and code stress as well, beyond those that both have.
        let most = |side: &[&'_ Worded<'_>]| {
            side.iter()
                .filter_map(|wording| wording.prompt())
                .map(eye_catchers)
                .max()
        };
        if most(&sides.other) > most(&sides.one) {
            continue;
        }
        let (Some(one), Some(other)) = (sides.one.first(), sides.other.first()) else {
            continue;
        };
        let message = format!(
            "{} stresses a word of its prompt, and {}",
            sides.every(),
            sides.nobody_does()
        );
        advice
            .give(other.span(), message)
            .label(one.span(), format!("stressed in `{}`", one.lang))
            .help("put *stars* around the same word in both languages, or in neither");
    }
}

fn is_stressed(text: &Text<'_>) -> bool {
    may_have(text) && Marks::of(text).stressed > 0
}

/// How much stands out beside what is stressed: in quotes, in capitals, as code.
fn eye_catchers(text: &Text<'_>) -> usize {
    let in_capitals = |word: &&str| {
        matches!(
            *word,
            "NOT"
                | "EXCEPT"
                | "NEVER"
                | "LEAST"
                | "CANNOT"
                | "PAS"
                | "SAUF"
                | "JAMAIS"
                | "NON"
                | "FAUX"
                | "FAUSSE"
                | "MOINS"
        )
    };
    let quotes = text
        .plain
        .chars()
        .filter(|c| matches!(c, '«' | '“' | '‘'))
        .count();
    let straight = text.plain.chars().filter(|c| *c == '"').count() / 2;
    let codes = if may_have(text) {
        Marks::of(text).codes.len()
    } else {
        0
    };
    quotes
        + straight
        + codes
        + super::words::pieces(&text.plain)
            .filter(in_capitals)
            .count()
}
