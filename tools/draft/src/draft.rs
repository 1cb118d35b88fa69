//! A bank with all that belongs to it.

use std::collections::BTreeMap;

use crate::bank::Bank;
use crate::module::Module;

/// A bank with its modules and pictures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// `bank.toml`.
    pub bank: Bank,
    /// The modules by their ids, in reading order: those that `bank.modules` names.
    pub modules: Vec<(String, Module)>,
    /// Pictures by file name, without folder.
    pub pictures: BTreeMap<String, Vec<u8>>,
}
