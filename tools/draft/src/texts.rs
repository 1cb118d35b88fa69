//! Texts by language, and other values by a key.

use indexmap::IndexMap;

/// A value per key, in the order of the file: per language, by its tag (BCP 47) such as `en`, or per choice, by its id.
pub type Texts<T = String> = IndexMap<String, T>;
