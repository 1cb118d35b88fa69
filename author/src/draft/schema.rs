//! The schema of a question, whose keys are those of every kind, of its own and of the languages side by side.

use schemars::{Schema, SchemaGenerator};

use super::question::{Common, Wording};
use super::{Body, Texts};

pub(super) fn question(generator: &mut SchemaGenerator) -> Schema {
    let common = generator.subschema_for::<Common>();
    let body = generator.subschema_for::<Body>();
    let wordings = generator.subschema_for::<Texts<Vec<Wording>>>();
    schemars::json_schema!({ "allOf": [common, body, wordings] })
}
