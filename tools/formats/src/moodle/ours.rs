//! What rides along in a file of ours, and Moodle passes over: `<jalon>` in the quiz and in questions, ids as attributes.

use crate::xml::Element;

/// The element, in the quiz as in its questions.
pub(super) const NAME: &str = "jalon";

/// The languages of the bank, separated by spaces.
pub(super) const LANGS: &str = "langs";
/// The kind of a question, where Moodle knows it under the name of another.
pub(super) const KIND: &str = "kind";
/// Ids in order, separated by spaces: of targets, of gaps, of what lists offer, of the points of a checklist.
pub(super) const TARGETS: &str = "targets";
pub(super) const GAPS: &str = "gaps";
pub(super) const OFFERS: &str = "offers";
pub(super) const POINTS: &str = "points";
/// How a response that is right in part is marked, where shares of points leave it open.
pub(super) const SCORING: &str = "scoring";
/// How often a target can be given, where the answers leave it open.
pub(super) const USES: &str = "uses";
pub(super) const SOURCE: &str = "source";
pub(super) const STIMULUS: &str = "stimulus";

/// A list of ids.
pub(super) fn ids(element: Option<&Element>, name: &str) -> Vec<String> {
    let written = element.and_then(|element| element.attribute(name));
    let ids = written.unwrap_or_default().split_whitespace();
    ids.map(str::to_owned).collect()
}
