//! J107: prompts that deny in one language and affirm in another, and choices where wordings are held against one another one by one.

use jalon_engine::lang::Lang;

use super::sides::Sides;
use super::words::{pieces, words};
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Usual, Worded};
use crate::language;

pub(super) const RULE: Rule = Rule {
    id: LintId::NEGATION_DIFFERS,
    summary: "Every wording in one language denies, and no wording in another has anything like a negation.",
    why: "The key is the same in every language. Where a `not` was lost on the way, what is right in one language is wrong in the other, \
          and nobody who reads one language alone can see it. Words that say no in another way count as negations: optional, without, \
          sauf, facultatif. For English, French and German.",
    source: "Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, guideline 17, on negatives; held \
             against both languages.",
    bad: "[[question.en]]\nprompt = \"Which of these is **not** a requirement?\"\n\n[[question.fr]]\nprompt = \"Laquelle de ces phrases \
          est une exigence ?\"",
    better: "[[question.fr]]\nprompt = \"Laquelle de ces phrases n'est **pas** une exigence ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let Some(first) = sides.one.first() else {
            continue;
        };
        for text in &first.texts {
            // Choices that are no translations deny and affirm as they please.
            if text.part == Part::Prompt || (sides.is_pair() && matches!(text.part, Part::Of(..))) {
                compare(&sides, text.part, advice);
            }
        }
    }
}

fn compare(sides: &Sides<'_>, part: Part, advice: &mut Advice) {
    let denied = sides
        .one
        .iter()
        .map(|wording| denial(wording.lang, &wording.text(part)?.plain));
    let Some(denied) = denied.collect::<Option<Vec<&str>>>() else {
        return;
    };
    let is_affirmed = |wording: &&Worded<'_>| {
        wording
            .text(part)
            .is_some_and(|text| affirms(wording.lang, &text.plain))
    };
    if sides.other.iter().all(is_affirmed) {
        tell(sides, part, denied.first().copied(), advice);
    } else if part == Part::Prompt && sides.is_pair() {
        // What was said before the question may deny as it likes.
        let [one, other] =
            [&sides.one, &sides.other].map(|side| side.first().and_then(|own| question(own)));
        if let (Some((lang, asked)), Some((other_lang, other))) = (one, other)
            && affirms(other_lang, other)
        {
            tell(sides, part, denial(lang, asked), advice);
        }
    }
}

fn tell(sides: &Sides<'_>, part: Part, word: Option<&str>, advice: &mut Advice) {
    let (Some(one), Some(other)) = (sides.one.first(), sides.other.first()) else {
        return;
    };
    let (Some(one), Some(other), Some((lang, _)), Some(word)) =
        (one.text(part), other.text(part), sides.langs(), word)
    else {
        return;
    };
    let message = format!(
        "{} denies with `{word}`, and {}",
        sides.every(),
        sides.nobody_does()
    );
    advice
        .give(other.span(), message)
        .label(one.find(word), format!("`{word}` in `{lang}`"))
        .help("the key is the same in both: let both deny, or both affirm");
}

/// The last sentence of a prompt, where it is a question, and its language.
fn question<'a>(wording: &'a Worded<'_>) -> Option<(Lang, &'a str)> {
    let asked = wording.prompt()?.plain.trim_end().strip_suffix('?')?;
    let start = asked
        .rfind(['.', '?', '!', '\n', ':'])
        .map_or(0, |end| end + 1);
    Some((wording.lang, asked.get(start..)?))
}

/// The word by which a text denies, as it is written.
fn denial(lang: Lang, text: &str) -> Option<&str> {
    let language = language::of(&lang)?;
    let all: Vec<&str> = pieces(text).collect();
    let lower = |at: Option<usize>| {
        at.and_then(|at| all.get(at))
            .map_or(String::new(), |word| word.to_lowercase())
    };
    let denies = |at: usize| {
        let (before, own, after) = (
            lower(at.checked_sub(1)),
            lower(Some(at)),
            lower(Some(at + 1)),
        );
        language.denies(&own)
            && !(language.is_idle)(&before, &own, &after)
            && !is_answer(text, all.get(at).copied())
    };
    let found = (0..all.len())
        .find(|at| denies(*at))
        .and_then(|at| all.get(at).copied())?;
    Some(if found == "t" { "n't" } else { found })
}

/// True for the "No" of an answer: "No, it isn't".
fn is_answer(text: &str, word: Option<&str>) -> bool {
    word.is_some_and(|word| word == "No" && text.starts_with("No") && !text.starts_with("No "))
}

/// True when nothing in a text can be a negation.
fn affirms(lang: Lang, text: &str) -> bool {
    language::of(&lang)
        .is_some_and(|language| !words(text).any(|word| language.nearly_denies(&word)))
}
