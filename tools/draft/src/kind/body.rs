//! What every kind answers about its own keys, so that whoever treats all questions alike names no kind.

use super::merge::Conflicts;
use crate::policy::Scoring;
use crate::texts::{Naming, Texts, relabel};

/// What a kind adds to a question. A kind without such a thing leaves the method as it is here.
pub trait KindBody {
    /// The ids of its parts, sort by sort: the items, then the targets.
    fn ids(&self) -> Vec<Vec<&str>> {
        Vec::new()
    }

    /// Every mention of a part's id, in its own place and in the key.
    fn ids_mut(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    /// How many choices, items, gaps or answers it has together.
    fn size(&self) -> usize {
        self.ids().iter().map(Vec::len).sum()
    }

    /// What two bodies of one question have in common in any language: how many parts of each sort there are, and how many of them are
    /// right.
    fn shape(&self) -> Vec<usize> {
        self.ids().iter().map(Vec::len).collect()
    }

    /// What learners are told of single answers.
    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        Vec::new()
    }

    /// The wrong ideas behind its wrong answers.
    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        Vec::new()
    }

    /// The files of its pictures, but for those that texts show.
    fn images_mut(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    /// Takes its sample answers out; true where there were some.
    fn drop_samples(&mut self) -> bool {
        false
    }

    /// Takes the scoring of the bank or the module where it says none of its own.
    fn inherit_scoring(&mut self, _scoring: Scoring) {}

    /// Gives its languages other names; texts of those that get none are left out.
    fn relabel(&mut self, name: Naming<'_>) {
        for texts in self.feedbacks_mut() {
            relabel(texts, name);
        }
    }

    /// Takes what the other one says in its languages, and notes where the two differ. Parts of one id are the same part.
    fn merge(&mut self, other: Self, conflicts: &mut Conflicts)
    where
        Self: Sized;
}
