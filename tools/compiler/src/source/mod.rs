//! What an author writes: a struct for each table, a field for each key.

pub(crate) mod bank;
pub(crate) mod module;
pub(crate) mod policy;
pub(crate) mod question;
pub(crate) mod switches;
