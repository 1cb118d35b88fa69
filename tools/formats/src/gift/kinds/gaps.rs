//! Fill the gaps of a text: a question with a missing word, in GIFT.

use jalon_draft::{Body, Choice, Choices, GapNumber, Gaps, Key, Number, Texts, Wording};

use super::writer::{KindWriter, no_marks, none, nothing_inside};
use crate::gift::build::BLANK;
use crate::loss::Losses;
use crate::markdown;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks: no_marks,
    inside: nothing_inside,
    is_missing_word: false,
};

fn lower(body: &mut Body, wording: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Gaps(own) = body else {
        return false;
    };
    let Some(other) = missing_word(own, wording, losses) else {
        return false;
    };
    *body = other;
    true
}

/// A text with one gap is a question with a missing word.
fn missing_word(body: &mut Gaps, wording: &mut Wording, losses: &mut Losses) -> Option<Body> {
    let [gap] = body.gaps.as_mut_slice() else {
        none("GIFT has only texts with one gap", losses);
        return None;
    };
    let own = wording.text.take().unwrap_or_default();
    let place = format!("{{{{{}}}}}", gap.id);
    let blank = match own.trim() == place {
        // By itself in a paragraph it would be a rule.
        true => markdown::escape(BLANK),
        false => BLANK.to_owned(),
    };
    let text = own.replace(&place, &blank);
    wording.prompt = format!("{}\n\n{}", wording.prompt.trim(), text.trim());
    let why = "GIFT has no text besides the prompt: it is a question with a missing word";
    losses.changed("the text with a gap", why);
    if let Some(text) = gap.text.take() {
        wording.choices = Texts::new();
        return Some(Body::Text(text));
    }
    if let Some(number) = gap.number.take() {
        wording.choices = Texts::new();
        return Some(Body::Number(match number {
            GapNumber::Whole(number) => *number,
            GapNumber::Key(key) => Number {
                key,
                unit_use: None,
                units: Vec::new(),
                wrong: Vec::new(),
                samples: None,
            },
        }));
    }
    let pick = gap.pick.take()?;
    let all = body.choices.iter().map(|offer| offer.id.clone());
    let from = pick.from.unwrap_or_else(|| all.collect());
    wording.choices.retain(|id, _| from.contains(id));
    let choices = from.into_iter().map(|id| Choice {
        id,
        ..Choice::default()
    });
    Some(Body::Choice(Choices {
        key: Key::One(pick.key),
        scoring: None,
        least: None,
        most: None,
        shuffle: body.shuffle,
        samples: None,
        choices: choices.collect(),
    }))
}
