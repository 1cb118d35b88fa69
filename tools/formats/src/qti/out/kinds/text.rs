//! Type a text.

use jalon_draft::{Answer, Body, Text};

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::fields;
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter { lower, write };

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Text(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "text");
    fields::declare_text(parts, asked, "RESPONSE", body, 1.0);
    parts.map_response();
    let field = fields::text_field("RESPONSE", body);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}

fn lower(body: &mut Body, _: &str, losses: &mut Losses) -> Result<(), String> {
    let Body::Text(body) = body else {
        return Ok(());
    };
    text_fits(body, losses)
}

pub(super) fn text_fits(text: &mut Text, losses: &mut Losses) -> Result<(), String> {
    losses.changed(
        "how a typed answer is compared with the right ones",
        "other players compare it letter by letter, without regard to case: no typing errors, accents or agreement are forgiven",
    );
    let no_place = "the format has no place for it";
    let mut dropped = |was_there: bool, what: &str| {
        if was_there {
            losses.dropped(what, no_place);
        }
    };
    dropped(text.order.take().is_some(), "the order of words");
    dropped(text.endings.take().is_some(), "whether endings matter");
    dropped(text.credit.take().is_some(), "the credit for typed answers");
    dropped(!text.synonyms.is_empty(), "the synonyms");
    dropped(!text.words.is_empty(), "words that are enough");
    text.synonyms.clear();
    text.words.clear();
    let mut patterns = 0;
    let mut keep = |answer: &Answer| {
        let is_pattern = matches!(answer, Answer::Wildcard(_) | Answer::Regex(_));
        patterns += usize::from(is_pattern);
        !is_pattern
    };
    text.accept
        .values_mut()
        .for_each(|answers| answers.retain(&mut keep));
    text.wrong
        .iter_mut()
        .for_each(|wrong| wrong.answers.retain(&mut keep));
    text.accept.retain(|_, answers| !answers.is_empty());
    text.wrong.retain(|wrong| !wrong.answers.is_empty());
    if patterns > 0 {
        losses.dropped(format!("{patterns} patterns"), "answers are literal texts");
    }
    match text.accept.is_empty() {
        true => Err("all right answers are patterns, and answers are literal texts".to_owned()),
        false => Ok(()),
    }
}
