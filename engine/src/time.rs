//! A point in time, handed in by whoever has a clock.

use crate::newtype_json;

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub u64);

newtype_json!(Moment);
