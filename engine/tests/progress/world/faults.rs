//! What happens to the storage, and what it may cost.

use jalon_engine::progress::{Key, Saved, Storage};
use proptest::prelude::*;

use super::World;
use crate::journeys::Damage;

impl World {
    pub(super) fn heal(&mut self) {
        self.is_unreadable = false;
        self.disk.limit(None);
        self.disk.forbid(false, false);
    }

    /// Something happens to an entry that no page can help.
    pub(super) fn forget(&mut self, key: &Key) {
        match key {
            Key::Given(_, id, question) => {
                self.answers
                    .retain(|own| own.attempt != *id || own.question != *question);
            }
            Key::Done(_, id) => {
                self.answers.retain(|own| own.attempt != *id);
                self.done.retain(|own| own.0 != *id);
            }
            Key::Writing(..) => self.writing = None,
            Key::Open(..) | Key::Reading(..) | Key::Stored(..) => {}
        }
    }

    pub(super) fn some_entry(&self, at: prop::sample::Index) -> Option<(Key, String, String)> {
        let mut all = Vec::new();
        for (name, text) in self.disk.entries() {
            if let Ok(key) = name.parse::<Key>() {
                all.push((key, name, text));
            }
        }
        (!all.is_empty()).then(|| all.swap_remove(at.index(all.len())))
    }

    pub(super) fn garble(&mut self, at: prop::sample::Index, how: Damage) {
        let Some((key, name, text)) = self.some_entry(at) else {
            return;
        };
        if self.newer.iter().any(|(own, _)| *own == name) {
            return;
        }
        let text = match how {
            Damage::Cut => text[..text.len().saturating_sub(3)].to_owned(),
            Damage::Nonsense => "nonsense".to_owned(),
            Damage::Foreign => "{\"theme\":\"dark\"}".to_owned(),
            Damage::OtherContent => "{\"jalon\":1,\"saved\":[7]}".to_owned(),
            Damage::Empty => String::new(),
        };
        self.was_hurt = true;
        if self.store(&name, &text) {
            self.forget(&key);
            // A marker says nothing that is worth keeping.
            if !text.is_empty() && !matches!(key, Key::Stored(..)) {
                self.damaged.push(text);
            }
        }
    }

    /// A later version of the client stores an entry of its own.
    pub(super) fn make_newer(&mut self, at: prop::sample::Index) {
        let Some((key, name, text)) = self.some_entry(at) else {
            return;
        };
        let newer = text.replacen("{\"jalon\":1", "{\"jalon\":2", 1);
        if Saved::read(&key, &text).is_err() || matches!(key, Key::Stored(..) | Key::Reading(..)) {
            return;
        }
        self.was_hurt = true;
        if self.store(&name, &newer) {
            self.forget(&key);
            self.newer.push((name, newer));
        }
    }

    pub(super) fn clear(&mut self) {
        self.was_hurt = true;
        for (name, _) in self.disk.entries() {
            if self.disk.remove(&name).is_err() {
                return;
            }
        }
        let gone = self.answers.drain(..);
        self.cleared
            .extend(gone.map(|own| (own.attempt, own.question)));
        self.done.clear();
        self.newer.clear();
        self.damaged.clear();
        self.writing = None;
        self.foreign = false;
        for queue in &mut self.queues {
            queue.push(String::new());
        }
    }
}
