//! What one can expect of a thing, and how long.

use serde_json::json;

use super::Spot;
use crate::name::{holds_words, plain};
use crate::tree::Node;
use crate::wait::until;

/// Expecting: each waits until it is so, or fails.
impl Spot {
    /// It is there, once.
    #[track_caller]
    pub fn is_there(&self) {
        self.wait_to("find", || self.one().map(drop));
    }

    /// Nothing answers to it (any more).
    #[track_caller]
    pub fn is_gone(&self) {
        self.wait_to("see the end of", || {
            match self.find(&self.page.tree()?)?.len() {
                0 => Ok(()),
                n => Err(format!("{n} still there")),
            }
        });
    }

    /// So many answer to it.
    #[track_caller]
    pub fn are(&self, count: usize) {
        self.wait_to("count", || match self.find(&self.page.tree()?)?.len() {
            n if n == count => Ok(()),
            n => Err(format!("there are {n}, not {count}")),
        });
    }

    /// It is chosen or ticked.
    #[track_caller]
    pub fn is_checked(&self) {
        self.has_state("checked", "true");
    }

    /// It is neither chosen nor ticked.
    #[track_caller]
    pub fn is_not_checked(&self) {
        self.has_state("checked", "false");
    }

    /// It can be used.
    #[track_caller]
    pub fn is_enabled(&self) {
        self.has_state("disabled", "");
    }

    /// It can't be used now.
    #[track_caller]
    pub fn is_disabled(&self) {
        self.has_state("disabled", "true");
    }

    /// One of its states: `has_state("pressed", "true")`, `has_state("expanded", "false")`, `has_state("level", "2")`.
    #[track_caller]
    pub fn has_state(&self, property: &str, state: &str) {
        self.expect(property, state, |node| node.state(property).to_owned());
    }

    /// Its value is this.
    #[track_caller]
    pub fn has_value(&self, value: &str) {
        self.expect("value", value, |node| node.value.clone());
    }

    /// It has the focus.
    #[track_caller]
    pub fn has_focus(&self) {
        self.wait_to("find the focus on", || match self.one()? {
            (tree, at) if tree.node(at).state("focused") == "true" => Ok(()),
            _ => Err(format!("the focus is on {}", self.page.focused())),
        });
    }

    /// A screen reader would read out these words in it.
    #[track_caller]
    pub fn says(&self, words: &str) {
        let words = plain(words);
        self.wait_to("hear", || match self.read_text(false)? {
            text if holds_words(&plain(&text), &words) => Ok(()),
            text => Err(format!("it says \"{}\", not \"{words}\"", plain(&text))),
        });
    }

    #[track_caller]
    fn expect(&self, what: &str, wanted: &str, read: impl Fn(&Node) -> String) {
        self.wait_to("check", || {
            match self.one().map(|(tree, at)| read(tree.node(at)))? {
                is if is == wanted => Ok(()),
                is => Err(format!("its {what} is \"{is}\", not \"{wanted}\"")),
            }
        });
    }

    #[track_caller]
    pub(crate) fn must_see(&self, words: &str) {
        let words = plain(words);
        let seen = until(self.page.patience(), || match self.read_text(true)? {
            text if holds_words(&plain(&text), &words) => Ok(()),
            text => Err(text),
        });
        if let Err(text) = seen {
            self.page
                .fail(&format!("can't see \"{words}\" on {self}, only:\n{text}\n"));
        }
    }

    #[track_caller]
    pub(crate) fn must_not_see(&self, words: &str) {
        let words = plain(words);
        self.wait_to("read", || match self.read_text(true) {
            Ok(text) if holds_words(&plain(&text), &words) => {
                Err(format!("\"{words}\" can still be seen"))
            }
            Err(reason) if self.count() > 0 => Err(reason),
            _ => Ok(()),
        });
    }

    #[track_caller]
    pub(crate) fn seen_text(&self) -> String {
        self.wait_to("read", || self.read_text(true))
    }

    #[track_caller]
    pub(crate) fn lang_where(&self, words: &str) -> String {
        let words = plain(words);
        self.wait_to("read", || {
            for root in self.roots()? {
                let lang =
                    self.page
                        .call(&root, include_str!("../script/lang.js"), &[json!(words)])?;
                if let Some(lang) = lang.as_str() {
                    return Ok(lang.to_owned());
                }
            }
            Err(format!("nothing shows \"{words}\""))
        })
    }
}
