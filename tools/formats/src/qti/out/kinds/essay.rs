//! Write a text.

use jalon_draft::Body;

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::quoted;
use super::super::rules::Mapping;
use super::writer::{KindWriter, as_it_is};

pub(super) static WRITER: KindWriter = KindWriter {
    lower: as_it_is,
    write,
};

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Essay(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "essay");
    for (named, words) in [("min-words", body.least), ("max-words", body.most)] {
        if let Some(words) = words {
            parts.mark(named, &words.to_string());
        }
    }
    parts
        .rules
        .declare("RESPONSE", "single", "string", &[], &Mapping::default());
    // A word has about six signs.
    let length = body
        .most
        .or(body.least)
        .map(|words| format!(" expected-length=\"{}\"", words * 6));
    parts.body.push_str(&format!(
        "    <qti-extended-text-interaction response-identifier=\"RESPONSE\"{}/>\n",
        length.unwrap_or_default()
    ));
    parts.body.push_str("    <qti-rubric-block view=\"scorer\" use=\"scoring\">\n      <qti-content-body>\n        <ul>\n");
    for point in &body.points {
        let text = asked
            .wording
            .points
            .get(&point.id)
            .map(|text| asked.line(text));
        parts.body.push_str(&format!(
            "          <li data-jalon-id={}>{}</li>\n",
            quoted(&point.id),
            text.unwrap_or_default()
        ));
    }
    parts
        .body
        .push_str("        </ul>\n      </qti-content-body>\n    </qti-rubric-block>\n");
    if let Some(model) = &asked.wording.model {
        parts.body.push_str(&format!(
            "    <qti-rubric-block view=\"scorer\" use=\"scoring\">\n      <qti-content-body>\n        \
             <div data-jalon-part=\"model\">{}</div>\n      </qti-content-body>\n    </qti-rubric-block>\n",
            asked.blocks(model)
        ));
    }
}
