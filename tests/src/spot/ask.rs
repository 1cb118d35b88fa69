//! What one can ask of a thing.

use serde_json::json;

use super::Spot;
use crate::name::plain;
use crate::tree::Node;
use crate::wait::Attempt;

/// Asking: each waits until the thing is there.
impl Spot {
    /// How many answer, now; waits for none.
    #[track_caller]
    #[must_use]
    pub fn count(&self) -> usize {
        let counted = self.page.tree().and_then(|tree| self.find(&tree));
        counted.map_or(0, |found| found.len())
    }

    /// The names of all that answer, in reading order.
    #[track_caller]
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.wait_to("name", || {
            let (tree, found) = self.all()?;
            Ok(found
                .iter()
                .map(|&at| tree.node(at).spoken.name.clone())
                .collect())
        })
    }

    /// Its accessible name.
    #[track_caller]
    #[must_use]
    pub fn name(&self) -> String {
        self.get(|node| node.spoken.name.clone())
    }

    /// Its accessible description: a hint, an error message.
    #[track_caller]
    #[must_use]
    pub fn description(&self) -> String {
        self.get(|node| node.description.clone())
    }

    /// Its value: what is written in a field, how far a progress bar is.
    #[track_caller]
    #[must_use]
    pub fn value(&self) -> String {
        self.get(|node| node.value.clone())
    }

    /// One of its states as the accessibility tree spells it: `state("expanded")` is "true", "false" or "" if it has none.
    #[track_caller]
    #[must_use]
    pub fn state(&self, property: &str) -> String {
        self.get(|node| node.state(property).to_owned())
    }

    #[track_caller]
    pub(super) fn checked(&self) -> String {
        self.state("checked")
    }

    #[track_caller]
    fn get<T>(&self, read: impl Fn(&Node) -> T) -> T {
        self.wait_to("read", || self.one().map(|(tree, at)| read(tree.node(at))))
    }

    pub(crate) fn focused_now(&self) -> bool {
        self.one()
            .is_ok_and(|(tree, at)| tree.node(at).state("focused") == "true")
    }

    /// Its text as a screen reader reads it out, hidden-but-spoken words included.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        self.wait_to("read", || self.read_text(false))
    }

    pub(super) fn read_text(&self, eyes: bool) -> Attempt<String> {
        let mut lines = Vec::new();
        for root in self.roots()? {
            let text = self
                .page
                .call(&root, include_str!("../script/text.js"), &[json!(eyes)])?;
            let text = text.as_str().unwrap_or_default();
            lines.extend(text.lines().map(plain).filter(|line| !line.is_empty()));
        }
        Ok(lines.join("\n"))
    }
}
