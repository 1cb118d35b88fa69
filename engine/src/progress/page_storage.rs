//! The storage as one page uses it. What the storage refuses is kept in memory until there is room, and what was read or written once can
//! be read for as long as the page is open, so that a full or forbidden storage never stops a quiz.

use std::cell::RefCell;
use std::mem::take;

use super::saved::is_damaged;
use super::storage::{Refused, Storage};
use super::{Key, Saved, Stored, outlasts};
use crate::session::RecordedResponse;

/// What the names of entries that were set aside start with; then come the time or a number, a colon, and the name as it was.
pub(super) const SET_ASIDE: &str = "jalon-set-aside:";

/// Whether what is written will outlast the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Health {
    /// It will.
    #[default]
    Kept,
    /// There is no room left.
    Full,
    /// The browser doesn't let this page store anything.
    Forbidden,
}

/// The storage of one page, shared by its elements.
pub struct PageStorage {
    storage: Box<dyn Storage>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// What this page has read or written, as it was last known.
    known: Vec<Known>,
    /// Why the last write that waits was refused.
    refused: Option<Refused>,
    /// The storage could not be read when it was last tried.
    is_unreadable: bool,
    has_set_aside: bool,
    /// Entries that say whether everything is stored.
    markers: Vec<String>,
    /// What the markers say, as far as it is stored.
    marked: Option<Stored>,
    changes: Vec<String>,
}

struct Known {
    name: String,
    /// None where the name is to be removed.
    text: Option<String>,
    is_waiting: bool,
    /// What the storage holds in its place while it waits.
    before: Option<String>,
    /// A later version of this program has written under the name; its entry stays.
    is_blocked: bool,
    /// Entries that go when this one is stored.
    parts: Vec<Entry>,
}

/// A name, and the text under it.
pub(super) type Entry = (String, String);

impl PageStorage {
    /// The storage of a page.
    pub fn new(storage: Box<dyn Storage>) -> Self {
        Self {
            storage,
            state: RefCell::default(),
        }
    }

    /// Every name there is, stored or waiting.
    pub fn names(&self) -> Vec<String> {
        let stored = self.storage.names();
        let mut state = self.state.borrow_mut();
        state.is_unreadable = stored.is_err();
        let has_stored = stored.is_ok();
        let mut names = stored.unwrap_or_default();
        names.retain(|name| !state.waits(name));
        for known in &state.known {
            if known.text.is_some() && (known.is_waiting || !has_stored) {
                names.push(known.name.clone());
            }
        }
        names
    }

    /// The text under a name.
    pub fn read(&self, name: &str) -> Option<String> {
        let stored = self.storage.read(name);
        let mut state = self.state.borrow_mut();
        state.is_unreadable = stored.is_err();
        let mut known = state.known.iter();
        let own = known.find(|own| own.name == name);
        let stored = match stored {
            Ok(text) if own.is_none_or(|own| own.gives_way(&text)) => text,
            _ => return own?.text.clone(),
        };
        let mut known = state.known.iter_mut();
        if let Some(own) = known.find(|own| own.name == name && own.is_hurt(stored.as_deref())) {
            // It was damaged while this page was open, which has it still and stores it again.
            (own.is_waiting, own.before) = (true, stored);
            let text = own.text.clone();
            drop(state);
            self.retry();
            return text;
        }
        state.know(name, stored.clone());
        stored
    }

    /// Puts a text under a name. False when it is kept in memory alone.
    pub fn write(&self, name: &str, text: &str) -> bool {
        self.replace(name, text, Vec::new())
    }

    /// Puts a text under a name, in the place of other entries: these go when it is stored and not before. Those that have changed
    /// since they were read stay. False when it is kept in memory alone.
    pub(super) fn replace(&self, name: &str, text: &str, parts: Vec<Entry>) -> bool {
        let mut own = self.state.borrow_mut().begin(name, Some(text), parts);
        self.state.borrow_mut().changes.push(name.to_owned());
        self.store(&mut own, false);
        let is_stored = !own.is_waiting;
        self.state.borrow_mut().known.push(own);
        if is_stored {
            self.retry();
        }
        self.mark();
        is_stored
    }

    /// Removes a name.
    pub fn remove(&self, name: &str) {
        let mut own = self.state.borrow_mut().begin(name, None, Vec::new());
        self.store(&mut own, false);
        if own.is_waiting {
            self.state.borrow_mut().known.push(own);
        }
        self.retry();
    }

    /// Stores what waits, as far as there is room by now. True when something was stored.
    pub fn retry(&self) -> bool {
        let mut any = false;
        loop {
            let mut is_news = false;
            let mut known = take(&mut self.state.borrow_mut().known);
            for own in known.iter_mut().filter(|own| own.is_waiting) {
                self.store(own, true);
                is_news |= !own.is_waiting;
            }
            known.retain(|own| own.is_waiting || own.text.is_some());
            let mut state = self.state.borrow_mut();
            known.append(&mut state.known);
            state.known = known;
            state.drop_parts();
            drop(state);
            if !is_news {
                break;
            }
            any = true;
        }
        self.mark();
        any
    }

    /// Whether what was written will outlast the page.
    pub fn health(&self) -> Health {
        let state = self.state.borrow();
        let is_waiting = state.is_waiting();
        match state.refused {
            _ if state.is_unreadable => Health::Forbidden,
            Some(Refused::Full) if is_waiting => Health::Full,
            Some(Refused::Forbidden) if is_waiting => Health::Forbidden,
            _ => Health::Kept,
        }
    }

    /// True when entries of a later version are in the way of what this page writes.
    pub(super) fn met_newer(&self) -> bool {
        self.state.borrow().known.iter().any(|own| own.is_blocked)
    }

    /// True unless the entry is kept in memory alone.
    pub(super) fn is_stored(&self, name: &str) -> bool {
        !self.state.borrow().waits(name)
    }

    /// Keeps an entry that says whether everything is stored. Both of its texts have one length, so that a full storage takes either in
    /// the place of the other.
    pub(super) fn add_marker(&self, name: String) {
        let mut state = self.state.borrow_mut();
        if !state.markers.contains(&name) {
            state.markers.push(name);
        }
        state.marked = None;
        drop(state);
        self.mark();
    }

    /// Notes what an element has found changed in the storage: others of the page may not have heard of it, and it may go.
    pub(super) fn found_changed(&self, name: String) {
        self.state.borrow_mut().changes.push(name);
    }

    /// The names written or found changed since the last call: what other elements of the page must look at.
    pub fn take_changes(&self) -> Vec<String> {
        take(&mut self.state.borrow_mut().changes)
    }

    /// Tries to store one entry; again, if it waits.
    fn store(&self, own: &mut Known, is_again: bool) {
        // Nothing is written or removed unseen: it may be another tab's.
        let stored = match self.storage.read(&own.name) {
            Ok(stored) => stored,
            Err(why) => {
                self.state.borrow_mut().refused = Some(why);
                return;
            }
        };
        own.is_blocked = stored.as_deref().is_some_and(Saved::is_newer);
        if is_again && own.gives_way(&stored) {
            (own.text, own.is_waiting) = (stored, false);
            own.parts.clear();
            return;
        }
        if is_again {
            own.take_used(stored.as_deref());
        }
        if let Some(text) = stored.as_deref().filter(|text| is_damaged(&own.name, text))
            && let Err(why) = self.set_aside(&own.name, text)
        {
            self.state.borrow_mut().refused = Some(why);
            return;
        }
        own.before = stored;
        if own.is_blocked {
            return;
        }
        let Some(text) = &own.text else {
            own.is_waiting = self.storage.remove(&own.name).is_err();
            return;
        };
        let mut stored = self.storage.write(&own.name, text);
        if stored == Ok(()) {
            self.take_out(&own.parts);
        } else if stored == Err(Refused::Full) && !own.parts.is_empty() {
            let taken = self.take_out(&own.parts);
            stored = self.storage.write(&own.name, text);
            if stored.is_err() {
                self.put_back(taken);
            }
        }
        if let Err(why) = stored {
            self.state.borrow_mut().refused = Some(why);
        } else {
            own.is_waiting = false;
        }
    }

    /// Copies a text that can't be read to a name that nothing else uses, before something is written over it.
    fn set_aside(&self, name: &str, text: &str) -> Result<(), Refused> {
        let mut number = 0;
        let aside = loop {
            let aside = [SET_ASIDE, &number.to_string(), ":", name].concat();
            match self.storage.read(&aside)? {
                None => break aside,
                Some(_) => number += 1,
            }
        };
        self.storage.write(&aside, text)?;
        self.state.borrow_mut().has_set_aside = true;
        Ok(())
    }

    /// True when texts that can't be read were set aside to make place.
    pub(super) fn has_set_aside(&self) -> bool {
        self.state.borrow().has_set_aside
    }

    /// Removes entries from the storage, but for those that say something else by now. Gives back those that went.
    fn take_out(&self, parts: &[Entry]) -> Vec<Entry> {
        let mut taken = Vec::new();
        for (name, text) in parts {
            let is_same = self
                .storage
                .read(name)
                .is_ok_and(|own| own.as_ref() == Some(text));
            if is_same && self.storage.remove(name).is_ok() {
                taken.push((name.clone(), text.clone()));
            }
        }
        taken
    }

    /// Puts entries back. What finds no room any more, since another tab has taken it, waits in memory.
    fn put_back(&self, taken: Vec<Entry>) {
        for (name, text) in taken {
            if self.storage.write(&name, &text).is_err() {
                let mut state = self.state.borrow_mut();
                state.forget(&name);
                state.known.push(Known {
                    name,
                    text: Some(text),
                    is_waiting: true,
                    before: None,
                    is_blocked: false,
                    parts: Vec::new(),
                });
            }
        }
    }

    /// Brings the markers up to date.
    fn mark(&self) {
        let mut state = self.state.borrow_mut();
        state.drop_parts();
        let is_waiting = state.is_waiting();
        let now = if is_waiting { Stored::Not } else { Stored::All };
        // Another tab says so too, or says otherwise: what is missing is said again.
        if state.marked == Some(now) && now == Stored::All {
            return;
        }
        let text = Saved::Stored(now).to_text();
        let mut is_marked = true;
        for name in &state.markers {
            is_marked &= self.storage.write(name, &text).is_ok();
        }
        state.marked = is_marked.then_some(now);
    }
}

impl Known {
    /// Whether what the storage holds now counts: nothing waits in its place, or another tab has stored something since. Of an answer,
    /// the one that waits may be the later one: this page could not see the other when it was given.
    fn gives_way(&self, stored: &Option<String>) -> bool {
        let is_other = *stored != self.before;
        let counts = |text: &String| {
            let own = self.text.as_deref().and_then(|own| self.given(own));
            let is_last = match (self.given(text), own) {
                (Some(stored), Some(own)) => outlasts(&stored, &own),
                _ => true,
            };
            is_other && is_last && !Saved::is_newer(text) && !is_damaged(&self.name, text)
        };
        !self.is_waiting || stored.as_ref().is_some_and(counts)
    }

    fn given(&self, text: &str) -> Option<RecordedResponse> {
        match Saved::read(&self.name.parse().ok()?, text) {
            Ok(Saved::Given(given)) => Some(given),
            _ => None,
        }
    }

    /// Tries and hints of an answer in whose place this one comes stay used.
    fn take_used(&mut self, stored: Option<&str>) {
        let own = self.text.as_deref().and_then(|own| self.given(own));
        let (Some(mut own), Some(stored)) = (own, stored.and_then(|stored| self.given(stored)))
        else {
            return;
        };
        if own.fingerprint == stored.fingerprint {
            own.used.tries = own.used.tries.max(stored.used.tries);
            own.used.hints = own.used.hints.max(stored.used.hints);
            self.text = Some(Saved::Given(own).to_text());
        }
    }

    /// Whether the storage holds a damaged text in the place of one that this page can read. A marker is kept up to date by itself.
    fn is_hurt(&self, stored: Option<&str>) -> bool {
        let (Some(own), Some(stored)) = (self.text.as_deref(), stored) else {
            return false;
        };
        let is_marker = || matches!(self.name.parse(), Ok(Key::Stored(..)));
        own != stored
            && !is_marker()
            && is_damaged(&self.name, stored)
            && !is_damaged(&self.name, own)
    }
}

impl State {
    fn waits(&self, name: &str) -> bool {
        let mut known = self.known.iter();
        known.any(|own| own.is_waiting && own.name == name)
    }

    /// Whether anything waits for room or permission.
    fn is_waiting(&self) -> bool {
        let mut known = self.known.iter();
        known.any(|own| own.is_waiting && !own.is_blocked)
    }

    fn forget(&mut self, name: &str) {
        self.known.retain(|own| own.name != name);
    }

    /// A change that waits, in the place of what was known before.
    fn begin(&mut self, name: &str, text: Option<&str>, parts: Vec<Entry>) -> Known {
        let place = self.known.iter().position(|own| own.name == name);
        let before = place.map(|place| self.known.swap_remove(place));
        self.forget(name);
        Known {
            name: name.to_owned(),
            text: text.map(str::to_owned),
            is_waiting: true,
            before: before.and_then(|own| match own.is_waiting {
                true => own.before,
                false => own.text,
            }),
            is_blocked: false,
            parts,
        }
    }

    /// Remembers what the storage holds.
    fn know(&mut self, name: &str, text: Option<String>) {
        self.forget(name);
        if text.is_some() {
            self.known.push(Known {
                name: name.to_owned(),
                text,
                is_waiting: false,
                before: None,
                is_blocked: false,
                parts: Vec::new(),
            });
        }
    }

    /// Forgets the parts of what is stored by now; those that wait as well.
    fn drop_parts(&mut self) {
        let mut gone = Vec::new();
        for own in &mut self.known {
            if !own.is_waiting {
                gone.append(&mut own.parts);
            }
        }
        for (name, text) in gone {
            self.known
                .retain(|own| own.name != name || own.text.as_ref() != Some(&text));
        }
    }
}
