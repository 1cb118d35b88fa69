//! Write a text that nobody grades.

use jalon_draft::{Body, Question};

use super::writer::{KindWriter, Marks, joined};
use crate::html;
use crate::markdown;
use crate::moodle::ours;
use crate::moodle::write::elements::{Writer, each};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "essay",
    lower: |_, _, _| true,
    marks,
    answers,
};

fn marks(question: &Question) -> Marks {
    let Body::Essay(body) = &question.body else {
        return Vec::new();
    };
    vec![(ours::POINTS, joined(body.points.iter().map(|one| &one.id)))]
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Essay(body) = &question.body else {
        return;
    };
    writer.xml.value("responseformat", &[], "editor");
    writer.xml.value("responserequired", &[], "1");
    writer.xml.value("responsefieldlines", &[], "10");
    for (name, words) in [("minwordlimit", body.least), ("maxwordlimit", body.most)] {
        if let Some(words) = words {
            writer.xml.value(name, &[], &words.to_string());
        }
    }
    writer.xml.value("attachments", &[], "0");
    let info = each(question, |one| {
        let points = body
            .points
            .iter()
            .filter_map(|point| one.points.get(&point.id));
        let list: Vec<String> = points.map(|point| format!("- {point}")).collect();
        let model = one.model.as_deref().unwrap_or_default();
        let parts = [model, &list.join("\n")];
        Some(parts.map(markdown::to_html).join("\n"))
    });
    writer.html("graderinfo", &[], &html::in_spans(&info, writer.langs));
}
