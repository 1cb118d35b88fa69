//! Texts that nobody grades.

use jalon_draft::{self as draft, Essay, EssayPoint, Texts, Wording};

use crate::html::Flow;
use crate::slug::Taken;
use crate::xml::Element;

use super::body::Body;
use super::declared::number;
use super::reader::{InteractionDraft, Item, ItemReader, Made, identifier};

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    body: &Body<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let id = block
        .attribute("responseIdentifier")
        .unwrap_or_default()
        .to_owned();
    let correct = item.response(&id).map(|one| one.correct.join("\n\n"));
    let mut model = correct
        .filter(|text| !text.is_empty())
        .map(|text| crate::markdown::escape(&text));
    if model.is_some() {
        reader.losses.changed(
            "a correct response to a long text",
            "it is the model answer; learners compare their text with it, no machine does",
        );
    }
    let mut points = Texts::new();
    let mut taken = Taken::default();
    for rubric in &body.rubrics {
        reader.losses.on_line(rubric.line);
        let part = rubric.first("contentBody").unwrap_or(rubric);
        if let Some(own) = part
            .first("div")
            .filter(|own| own.attribute("data-jalon-part") == Some("model"))
        {
            let html = reader.writer(item.file).html(own);
            model = Some(reader.text(&html, Flow::Blocks));
            continue;
        }
        for (number, point) in part.every("li").into_iter().enumerate() {
            let named = point.attribute("data-jalon-id").map(identifier);
            let name = named.unwrap_or_else(|| format!("p{}", number + 1));
            let text = reader.line(item, point);
            points.insert(taken.free(&name), text);
        }
        for note in notes(part) {
            let html = reader.writer(item.file).html(&note);
            let text = reader.text(&html, Flow::Line);
            if !text.is_empty() {
                reader.losses.changed(
                    "notes for those who mark",
                    "they are a point of the checklist, which learners go through themselves",
                );
                points.insert(taken.free("p1"), text);
            }
        }
    }
    reader.losses.on_line(block.line);
    if points.is_empty() {
        points.insert("complete".to_owned(), complete(item));
        reader.losses.guessed(
            "the checklist of the essay",
            "the item has none; it has one general point: write what a good text says",
        );
    }
    let model = model.unwrap_or_else(|| {
        reader.losses.guessed(
            "the model answer of the essay",
            "the item has none; the checklist is used instead: write one",
        );
        let listed = points.values().map(|point: &String| format!("- {point}"));
        listed.collect::<Vec<_>>().join("\n")
    });
    let words = |name: &str| item.mark(name).and_then(|words| words.parse().ok());
    if number(block, "maxStrings").is_some_and(|most| most > 1.0) {
        reader
            .losses
            .changed("several fields to write in", "there is one");
    }
    Ok(InteractionDraft {
        body: draft::Body::Essay(Essay {
            least: words("min-words"),
            most: words("max-words"),
            points: points
                .keys()
                .map(|id| EssayPoint { id: id.clone() })
                .collect(),
        }),
        wording: Wording {
            prompt: reader.text(html, Flow::Blocks),
            points,
            model: Some(model),
            ..Wording::default()
        },
        responses: vec![id],
    })
}

/// What a rubric says beside its lists: all of it, or each of its blocks.
fn notes(part: &Element) -> Vec<Element> {
    let has_list = |element: &Element| !element.every("li").is_empty();
    if !has_list(part) {
        return vec![part.clone()];
    }
    let blocks = part
        .elements()
        .filter(|block| !matches!(block.name.as_str(), "ul" | "ol") && !has_list(block));
    blocks.cloned().collect()
}

fn complete(item: &Item<'_>) -> String {
    let lang = item.root.attribute("xml:lang").unwrap_or_default();
    match lang.starts_with("fr") {
        true => "Répond à toute la question".to_owned(),
        false => "Answers the whole question".to_owned(),
    }
}
