//! A question as an item.

use jalon_draft::{Body, Concepts, Difficulty};

use crate::markdown;

use super::asked::ItemSource;
use super::kinds;
use super::parts::Parts;
use super::{name, quoted};

impl ItemSource<'_> {
    /// The item as a file.
    pub(super) fn xml(&self) -> String {
        let Parts {
            mut rules,
            body,
            marks,
        } = kinds::parts(self);
        let explanation = self.wording.explanation.as_ref();
        rules.explanation = explanation.map(|text| self.blocks(text));
        let common = &self.question.common;
        let title = markdown::to_plain(&self.wording.prompt);
        let title = super::super::body::short(&title);
        let mut out =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<qti-assessment-item");
        out.push_str(" xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\"");
        out.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        out.push_str(
            " xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0 \
             https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd\"",
        );
        out.push_str(&format!(
            " identifier={} title={} adaptive=\"false\" time-dependent=\"false\" xml:lang={} tool-name=\"Jalon\">\n",
            quoted(&name(&common.id)),
            quoted(&title),
            quoted(self.lang)
        ));
        out.push_str(&rules.responses);
        let is_essay = matches!(self.question.body, Body::Essay(_));
        out.push_str(&rules.outcomes(is_essay));
        if let Some((id, file)) = &self.stimulus {
            let (id, file) = (quoted(&name(id)), quoted(&format!("../{file}")));
            out.push_str(&format!(
                "  <qti-assessment-stimulus-ref identifier={id} href={file}/>\n"
            ));
        }
        out.push_str(&format!("  <qti-item-body{}{marks}>\n", self.marks()));
        out.push_str(&body);
        out.push_str("  </qti-item-body>\n");
        out.push_str(&rules.processing());
        out.push_str(&rules.feedback());
        out.push_str("</qti-assessment-item>\n");
        out
    }

    /// What every question has and no item.
    fn marks(&self) -> String {
        let common = &self.question.common;
        let mut out = format!(" data-jalon-lang={}", quoted(self.lang));
        let concepts = match &common.concepts {
            Concepts::Even(ids) => ids.join(" "),
            Concepts::Weighted(ids) => {
                let each = ids.iter().map(|(id, weight)| format!("{id}:{weight}"));
                each.collect::<Vec<_>>().join(" ")
            }
        };
        if !concepts.is_empty() {
            out.push_str(&format!(" data-jalon-concepts={}", quoted(&concepts)));
        }
        if let Some(difficulty) = common.difficulty {
            let named = match difficulty {
                Difficulty::Easy => "easy",
                Difficulty::Medium => "medium",
                Difficulty::Hard => "hard",
            };
            out.push_str(&format!(" data-jalon-difficulty=\"{named}\""));
        }
        if let Some(source) = &common.source {
            out.push_str(&format!(" data-jalon-source={}", quoted(source)));
        }
        out
    }
}
