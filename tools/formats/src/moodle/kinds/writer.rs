//! What Moodle's XML does for a kind.

use jalon_draft::Question;

use crate::loss::Losses;
use crate::moodle::write::elements::Writer;

/// Attributes of ours.
pub(in crate::moodle) type Marks = Vec<(&'static str, String)>;

/// How a kind is said.
pub(in crate::moodle) struct KindWriter {
    /// Moodle's word for it.
    pub(in crate::moodle) kind: &'static str,
    /// Fits the question, in these languages, to what Moodle can say; false where nothing of it can be, which is noted. A question that
    /// becomes one of another kind is fitted as that one too.
    pub(in crate::moodle) lower: fn(&mut Question, &[String], &mut Losses) -> bool,
    /// What rides along, for a file of ours alone.
    pub(in crate::moodle) marks: fn(&Question) -> Marks,
    /// Writes the elements of the answers.
    pub(in crate::moodle) answers: fn(&mut Writer<'_>, &Question),
}

/// For kinds without attributes of ours.
pub(super) fn no_marks(_: &Question) -> Marks {
    Vec::new()
}

/// For kinds without elements for answers.
pub(super) fn no_answers(_: &mut Writer<'_>, _: &Question) {}

/// Ids as an attribute has them.
pub(super) fn joined<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    ids.map(String::as_str).collect::<Vec<_>>().join(" ")
}
