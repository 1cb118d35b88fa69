//! What paper is wanted.

use jalon_engine::lang::Reading;

/// The most forms that a paper has: one for each letter.
pub const MOST_FORMS: u8 = 26;

/// What paper is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintOptions {
    /// The module: its id, with `BANK/` in front where several banks have a module of that id.
    pub module: String,
    /// In one language, or in all of the bank, side by side.
    pub reading: Reading,
    /// How many forms, 1 to [`MOST_FORMS`].
    pub forms: u8,
    /// What they are drawn from: the same seed, bank and wish give the same paper.
    pub seed: u32,
    /// How many questions each form has.
    pub questions: Count,
}

/// How many questions to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// As many as the module's attempts have.
    AsAttempts,
    /// So many.
    Exactly(u16),
    /// Every question of the module.
    All,
}
