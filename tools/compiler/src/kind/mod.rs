//! The kinds of question. A kind has a folder: `mod.rs` reads what its author wrote, `body.rs` answers for the compiled question, in
//! the digest, the grader and the papers. Every kind is named here and nowhere else.

pub(crate) mod answer;
pub(crate) mod body;
mod choice;
mod essay;
mod gaps;
mod hotspot;
pub(crate) mod not_ready;
mod number;
mod order;
mod pairs;
pub(crate) mod part;
pub(crate) mod sample;
pub(crate) mod source;
mod text;
mod true_false;

use jalon_engine::kind::{Body, FaceBody, Kind};

use crate::paper::page::Page;
use crate::read::Names;
use body::{KindBody, Printed};
use source::KindSpec;

impl Names for &'static KindSpec {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("choice", &choice::KIND),
        ("true-false", &true_false::KIND),
        ("text", &text::KIND),
        ("number", &number::KIND),
        ("essay", &essay::KIND),
        ("gaps", &gaps::KIND),
        ("hotspot", &hotspot::KIND),
        ("match", &pairs::MATCH),
        ("classify", &pairs::CLASSIFY),
        ("order", &order::KIND),
    ];
}

/// The kinds with their names, in the engine's order.
fn in_order() -> Vec<(&'static str, &'static KindSpec)> {
    let mut kinds = <&KindSpec>::NAMES.to_vec();
    kinds.sort_unstable_by_key(|(_, spec)| spec.kind);
    kinds
}

/// The names of all kinds.
pub(crate) fn names() -> Vec<&'static str> {
    in_order().into_iter().map(|(name, _)| name).collect()
}

/// How responses to questions of a kind are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseForm {
    /// The kind by the name that authors write.
    pub kind: &'static str,
    /// A response as it is saved, in JSON.
    pub saved: &'static str,
    /// How one is typed on the command line.
    pub short: &'static str,
}

/// How responses are written, kind by kind.
pub fn response_forms() -> Vec<ResponseForm> {
    let forms = in_order().into_iter().map(|(kind, spec)| ResponseForm {
        kind,
        saved: spec.response,
        short: spec.shorthand,
    });
    forms.collect()
}

/// The name that authors write.
pub(crate) fn name(kind: Kind) -> &'static str {
    let mut kinds = <&KindSpec>::NAMES.iter();
    let own = kinds.find(|(_, spec)| spec.kind == kind);
    own.map_or("", |(name, _)| name)
}

/// The names of the kinds that have a key.
pub(crate) fn owners(key: &str) -> Vec<&'static str> {
    let kinds = <&KindSpec>::NAMES.iter();
    let owners = kinds.filter(|(_, spec)| spec.keys.contains(&key));
    owners.map(|(name, _)| *name).collect()
}

/// A compiled question, to ask its kind about it.
pub(crate) fn of(body: &Body) -> &dyn KindBody {
    match body {
        Body::Choice(body) => body,
        Body::TrueFalse(body) => body,
        Body::Text(body) => body,
        Body::Number(body) => &**body,
        Body::Essay(body) => body,
        Body::Gaps(body) => &**body,
        Body::Hotspot(body) => &**body,
        Body::Match(body) => &**body,
        Body::Classify(body) => &**body,
        Body::Order(body) => &**body,
    }
}

/// A question as a paper prints it.
pub(crate) fn printed(page: &Page, face: &FaceBody) -> Printed {
    match face {
        FaceBody::Choice(face) => choice::body::printed(page, face),
        FaceBody::TrueFalse => true_false::body::printed(page),
        FaceBody::Text { .. } => text::body::printed(page),
        FaceBody::Number(face) => number::body::printed(page, face),
        FaceBody::Essay(face) => essay::body::printed(page, *face),
        FaceBody::Gaps(face) => gaps::body::printed(page, face),
        FaceBody::Hotspot(face) => hotspot::body::printed(page, face),
        FaceBody::Match(face, uses) => pairs::body::printed_match(page, face, *uses),
        FaceBody::Classify(face) => pairs::body::printed_classify(page, face),
        FaceBody::Order(face) => order::body::printed(page, face),
    }
}

#[cfg(test)]
mod tests {
    use jalon_engine::json;
    use jalon_engine::kind::Response;

    use super::{in_order, response_forms};

    #[test]
    fn a_kind_has_the_name_that_the_engine_gives_it() {
        for (name, spec) in in_order() {
            assert_eq!(json::write(&spec.kind), format!("\"{name}\""));
        }
    }

    #[test]
    fn each_form_of_a_response_is_read_as_it_is_written() {
        for form in response_forms() {
            let read: Response = json::read(form.saved).unwrap();
            assert_eq!(json::write(&read), form.saved);
            assert!(form.saved.starts_with(&format!("{{\"{}\":", form.kind)));
        }
    }
}
