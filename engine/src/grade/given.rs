//! What was typed, as it is read by the rules of one language or of several.

use std::cell::OnceCell;

use super::forms::{Forms, Gist};
use super::phrase::{self, Phrase};
use super::text::{Endings, TextKey, Tier};
use super::typo;
use crate::language::Rules;

/// The most letters by which what a text says may differ from its form.
const MOST_APART: usize = 12;

/// What was typed, by some rules: its forms, and what it says with endings and without, once somebody asks.
pub(super) struct Given<'a> {
    pub(super) key: &'a TextKey<'a>,
    pub(super) forms: Forms,
    names: OnceCell<Vec<Vec<Phrase>>>,
    free: OnceCell<Gist>,
    exact: OnceCell<Gist>,
}

impl<'a> Given<'a> {
    pub(super) fn new(key: &'a TextKey<'a>, typed: &str, rules: Rules) -> Self {
        Self {
            key,
            forms: Forms::of(typed, rules),
            names: OnceCell::new(),
            free: OnceCell::new(),
            exact: OnceCell::new(),
        }
    }

    /// The names of things that have several, longest first.
    pub(super) fn names(&self) -> &[Vec<Phrase>] {
        self.names.get_or_init(|| {
            let mut groups = Vec::new();
            for names in &self.key.leeway.same {
                let mut longest_first: Vec<Phrase> = Vec::new();
                for name in names {
                    let name = self.phrase(name);
                    let is_shorter = |other: &Phrase| phrase::length(other) < phrase::length(&name);
                    let shorter = longest_first.iter().position(is_shorter);
                    longest_first.insert(shorter.unwrap_or(longest_first.len()), name);
                }
                groups.push(longest_first);
            }
            groups
        })
    }

    /// The phrase of another text, by the same rules.
    pub(super) fn phrase(&self, text: &str) -> Phrase {
        let leeway = self.key.leeway;
        Forms::of(text, self.forms.rules).phrase(leeway.endings, leeway.order)
    }

    /// What another text says, by the same rules.
    pub(super) fn gist_of(&self, forms: &Forms, endings: Endings) -> Gist {
        Gist::of(forms, endings, self.key.leeway.order, self.names())
    }

    pub(super) fn gist(&self, endings: Endings) -> &Gist {
        let gist = match endings {
            Endings::Free => &self.free,
            Endings::Exact => &self.exact,
        };
        gist.get_or_init(|| self.gist_of(&self.forms, endings))
    }

    /// What another text says, unless it differs in more letters than endings, articles and slips come to, and no number in
    /// words or other name can account for them.
    pub(super) fn gist_near(&self, other: &Forms, endings: Endings) -> Option<Gist> {
        let is_far = self.key.leeway.same.is_empty()
            && typo::too_far(&self.forms.plain, &other.plain, MOST_APART)
            && !self.forms.has_numbers()
            && !other.has_numbers();
        (!is_far).then(|| self.gist_of(other, endings))
    }

    pub(super) fn tier(&self, gist: Option<&Gist>, endings: Endings) -> Option<Tier> {
        self.gist(endings).tier(gist?, self.key.leeway.order)
    }
}
