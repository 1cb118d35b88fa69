//! The version of the compiled form.

/// The version of the compiled form that this engine writes and reads.
pub const FORMAT: u32 = 3;
