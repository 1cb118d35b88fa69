//! What a page keeps on the reader's machine.

use serde_json::json;

use super::Page;

/// What it keeps in `localStorage`.
impl Page {
    /// What is stored under a key.
    #[track_caller]
    #[must_use]
    pub fn stored(&self, key: &str) -> Option<String> {
        self.run(&format!("localStorage.getItem({})", json!(key)))
            .as_str()
            .map(str::to_owned)
    }

    /// All keys, sorted.
    #[track_caller]
    #[must_use]
    pub fn stored_keys(&self) -> Vec<String> {
        let keys = self.run("Object.keys(localStorage).sort()");
        keys.as_array()
            .into_iter()
            .flatten()
            .filter_map(|key| key.as_str().map(str::to_owned))
            .collect()
    }

    /// Stores a value under a key.
    #[track_caller]
    pub fn store(&self, key: &str, value: &str) {
        self.run(&format!(
            "localStorage.setItem({}, {})",
            json!(key),
            json!(value)
        ));
    }

    /// Removes a key.
    #[track_caller]
    pub fn forget(&self, key: &str) {
        self.run(&format!("localStorage.removeItem({})", json!(key)));
    }

    /// Fills the storage to the last byte with other data: saving then throws a `QuotaExceededError`, for real.
    #[track_caller]
    pub fn fill_storage(&self) {
        self.run(include_str!("../script/fill.js"));
    }

    /// Makes room again after [`Page::fill_storage`].
    #[track_caller]
    pub fn free_storage(&self) {
        self.run("for (const key of Object.keys(localStorage)) if (/^f(iller-)?\\d+$/.test(key)) localStorage.removeItem(key)");
    }
}
