//! How an item is marked, and what is told of answers.

use super::{escaped, name, quoted};

/// What an item needs beside its body.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Declarations of responses.
    pub(super) responses: String,
    /// What earns something.
    pub(super) marks: Vec<String>,
    /// What is told of answers: what makes it show, in which order, and its HTML.
    pub(super) notes: Vec<(Shows, String)>,
    /// Why the key is right.
    pub(super) explanation: Option<String>,
    /// The template that says the same as the only mark.
    pub(super) template: Option<&'static str>,
}

/// What makes a note show.
#[derive(Debug, PartialEq)]
pub(super) enum Shows {
    /// A choice of the response of an item that has no other.
    Choice(String),
    /// An answer that passes one of these conditions.
    If(Vec<String>),
}

const TEMPLATES: &str = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";

impl Rules {
    /// Declares a response: its correct values and, where there is a mapping, what each value earns.
    pub(super) fn declare(
        &mut self,
        id: &str,
        cardinality: &str,
        base: &str,
        correct: &[String],
        mapping: &Mapping,
    ) {
        let mut out = format!(
            "  <qti-response-declaration identifier={} cardinality=\"{cardinality}\" base-type=\"{base}\">\n",
            quoted(id)
        );
        if !correct.is_empty() {
            out.push_str("    <qti-correct-response>\n");
            for value in correct {
                out.push_str(&format!(
                    "      <qti-value>{}</qti-value>\n",
                    escaped(value)
                ));
            }
            out.push_str("    </qti-correct-response>\n");
        }
        if !mapping.entries.is_empty() {
            let bounds = match mapping.is_bound {
                true => " lower-bound=\"0\"",
                false => "",
            };
            out.push_str(&format!(
                "    <qti-mapping{bounds} default-value=\"{}\">\n",
                mapping.default
            ));
            for (key, value) in &mapping.entries {
                let case = match base {
                    "string" => " case-sensitive=\"false\"",
                    _ => "",
                };
                out.push_str(&format!(
                    "      <qti-map-entry map-key={} mapped-value=\"{value}\"{case}/>\n",
                    quoted(key)
                ));
            }
            out.push_str("    </qti-mapping>\n");
        }
        out.push_str("  </qti-response-declaration>\n");
        self.responses.push_str(&out);
    }

    /// Outcomes, in the order in which an item declares them.
    pub(super) fn outcomes(&self, is_graded_by_people: bool) -> String {
        let human = match is_graded_by_people {
            true => " external-scored=\"human\"",
            false => "",
        };
        let mut out = format!(
            "  <qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\"{human}>\n    \
             <qti-default-value>\n      <qti-value>0</qti-value>\n    </qti-default-value>\n  </qti-outcome-declaration>\n"
        );
        out.push_str(
            "  <qti-outcome-declaration identifier=\"MAXSCORE\" cardinality=\"single\" base-type=\"float\">\n    \
             <qti-default-value>\n      <qti-value>1</qti-value>\n    </qti-default-value>\n  </qti-outcome-declaration>\n",
        );
        if !self.notes.is_empty() {
            out.push_str("  <qti-outcome-declaration identifier=\"FEEDBACK\" cardinality=\"multiple\" base-type=\"identifier\"/>\n");
        }
        if self.explanation.is_some() {
            out.push_str("  <qti-outcome-declaration identifier=\"EXPLANATION\" cardinality=\"single\" base-type=\"identifier\"/>\n");
        }
        out
    }

    /// The rules.
    pub(super) fn processing(&self) -> String {
        let is_told = !self.notes.is_empty() || self.explanation.is_some();
        if let (Some(template), false) = (self.template, is_told) {
            return format!(
                "  <qti-response-processing template=\"{TEMPLATES}{template}.xml\"/>\n"
            );
        }
        if self.marks.is_empty() && !is_told {
            return String::new();
        }
        let mut out = String::from("  <qti-response-processing>\n");
        for mark in &self.marks {
            out.push_str(mark);
        }
        let is_choice = |(shows, _): &(Shows, String)| matches!(shows, Shows::Choice(_));
        if self.notes.iter().any(is_choice) {
            out.push_str(
                "    <qti-set-outcome-value identifier=\"FEEDBACK\">\n      <qti-multiple>\n        \
                 <qti-variable identifier=\"RESPONSE\"/>\n      </qti-multiple>\n    </qti-set-outcome-value>\n",
            );
        }
        for (number, (shows, _)) in self.notes.iter().enumerate() {
            if let Shows::If(conditions) = shows {
                let set = format!(
                    "<qti-set-outcome-value identifier=\"FEEDBACK\">\n          <qti-multiple>\n            \
                     <qti-variable identifier=\"FEEDBACK\"/>\n            \
                     <qti-base-value base-type=\"identifier\">note-{}</qti-base-value>\n          \
                     </qti-multiple>\n        </qti-set-outcome-value>",
                    number + 1
                );
                out.push_str(&condition(&any(conditions), &set));
            }
        }
        if self.explanation.is_some() {
            out.push_str(
                "    <qti-set-outcome-value identifier=\"EXPLANATION\">\n      \
                 <qti-base-value base-type=\"identifier\">explanation</qti-base-value>\n    </qti-set-outcome-value>\n",
            );
        }
        out.push_str("  </qti-response-processing>\n");
        out
    }

    /// What is told.
    pub(super) fn feedback(&self) -> String {
        let mut out = String::new();
        for (number, (shows, html)) in self.notes.iter().enumerate() {
            let id = match shows {
                Shows::Choice(id) => name(id),
                Shows::If(_) => format!("note-{}", number + 1),
            };
            out.push_str(&modal("FEEDBACK", &id, html));
        }
        if let Some(html) = &self.explanation {
            out.push_str(&modal("EXPLANATION", "explanation", html));
        }
        out
    }
}

fn modal(outcome: &str, id: &str, html: &str) -> String {
    format!(
        "  <qti-modal-feedback outcome-identifier=\"{outcome}\" identifier={} show-hide=\"show\">\n    \
         <qti-content-body>{html}</qti-content-body>\n  </qti-modal-feedback>\n",
        quoted(id)
    )
}

/// What values earn.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    pub(super) entries: Vec<(String, f64)>,
    pub(super) default: f64,
    /// True where a sum may not fall below nothing.
    pub(super) is_bound: bool,
}

/// A rule with one condition and what follows from it.
pub(super) fn condition(test: &str, then: &str) -> String {
    format!(
        "    <qti-response-condition>\n      <qti-response-if>\n        {test}\n        {then}\n      \
         </qti-response-if>\n    </qti-response-condition>\n"
    )
}

/// One of several conditions.
pub(super) fn any(conditions: &[String]) -> String {
    match conditions {
        [only] => only.clone(),
        several => format!("<qti-or>{}</qti-or>", several.concat()),
    }
}

/// Adds to the score.
pub(super) fn earn(what: &str) -> String {
    format!(
        "<qti-set-outcome-value identifier=\"SCORE\">\n          <qti-sum>\n            \
         <qti-variable identifier=\"SCORE\"/>\n            {what}\n          </qti-sum>\n        </qti-set-outcome-value>"
    )
}

/// A number of points.
pub(super) fn points(share: f64) -> String {
    format!("<qti-base-value base-type=\"float\">{share}</qti-base-value>")
}

/// What the mapping of a response says.
pub(super) fn mapped(id: &str) -> String {
    format!("<qti-map-response identifier={}/>", quoted(id))
}

/// The response is the correct one.
pub(super) fn is_correct(id: &str) -> String {
    let id = quoted(id);
    format!("<qti-match><qti-variable identifier={id}/><qti-correct identifier={id}/></qti-match>")
}

/// The response is this text, whatever its case.
pub(super) fn is_text(id: &str, text: &str) -> String {
    format!(
        "<qti-string-match case-sensitive=\"false\"><qti-variable identifier={}/><qti-base-value base-type=\"string\">{}\
         </qti-base-value></qti-string-match>",
        quoted(id),
        escaped(text)
    )
}
