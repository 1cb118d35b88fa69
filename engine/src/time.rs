//! A point in time, handed in by whoever has a clock.

use serde::Serialize;

use crate::json::{FromJson, Json, Wrong};

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Moment(pub u64);

impl FromJson for Moment {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        u64::from_json(json).map(Self)
    }
}
