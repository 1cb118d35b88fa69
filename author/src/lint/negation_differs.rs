//! J107: prompts that deny in one language and affirm in another, and choices where wordings are held against one another one by one.

use super::sides::Sides;
use super::words::{Tongue, words};
use super::{Advice, Asked, Check, Part, Rule, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J107",
    name: "negation-differs",
    summary: "Every wording in one language denies, and no wording in another has anything like a negation.",
    why: "The key is the same in every language. Where a `not` was lost on the way, what is right in one language is wrong in the other, \
          and nobody who reads one language alone can see it. Words that say no in another way count as negations: optional, without, \
          sauf, facultatif. For English and French.",
    source: "Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, guideline 17, on negatives; held \
             against both languages.",
    bad: "[[question.en]]\nprompt = \"Which of these is **not** a requirement?\"\n\n[[question.fr]]\nprompt = \"Laquelle de ces phrases \
          est une exigence ?\"",
    better: "[[question.fr]]\nprompt = \"Laquelle de ces phrases n'est **pas** une exigence ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
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
    let denied = sides.one.iter().map(|wording| denial(wording, part));
    let Some(denied) = denied.collect::<Option<Vec<String>>>() else {
        return;
    };
    if !sides.other.iter().all(|wording| affirms(wording, part)) {
        return;
    }
    let (Some(one), Some(other)) = (sides.one.first(), sides.other.first()) else {
        return;
    };
    let (Some(one), Some(other), Some((lang, _)), Some(word)) =
        (one.text(part), other.text(part), sides.langs(), denied.first())
    else {
        return;
    };
    let message = format!("{} denies with `{word}`, and {}", sides.every(), sides.nobody_does());
    advice
        .give(other.span(), message)
        .label(one.find(word), format!("`{word}` in `{lang}`"))
        .help("the key is the same in both: let both deny, or both affirm");
}

/// The word by which a text denies.
fn denial(wording: &Worded<'_>, part: Part) -> Option<String> {
    let tongue = Tongue::of(&wording.lang)?;
    let text = wording.text(part)?;
    let found = words(&text.plain).find(|word| tongue.denies(word))?;
    let found = if found == "t" { "n't".into() } else { found };
    Some(found.into_owned())
}

/// True when nothing in a text can be a negation.
fn affirms(wording: &Worded<'_>, part: Part) -> bool {
    let (Some(tongue), Some(text)) = (Tongue::of(&wording.lang), wording.text(part)) else {
        return false;
    };
    !words(&text.plain).any(|word| tongue.nearly_denies(&word))
}
