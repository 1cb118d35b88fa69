//! The entries of one module: which there are, what they hold, and what to do with those that can't be read.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::page_storage::{Entry, PageStorage, SET_ASIDE};
use super::scan::Found;
use super::{Attempt, Key, Saved, SavedError, Scope, outlasts};
use crate::bank::Module;
use crate::id::{AttemptId, ModuleId, QuestionId};
use crate::session::{AttemptHead, RecordedResponse, Session};
use crate::time::Moment;

/// What happened to what is saved. The learner is told of each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Incidents {
    /// Entries that could not be read were set aside.
    pub set_aside: bool,
    /// Questions have changed since they were answered.
    pub bank_changed: bool,
    /// The plan of an attempt could not be read, and was drawn again around its answers.
    pub redrawn: bool,
    /// There are entries of a later version of this program. They stay as they are, and can't be shown.
    pub newer: bool,
    /// The last changes of an earlier visit could not be stored.
    pub not_stored: bool,
}

/// A finished attempt, and whose entry it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Whose.
    pub scope: Scope,
    /// The attempt.
    pub attempt: Attempt,
}

/// The entries of one module, seen by one element.
pub(super) struct Entries {
    pub(super) storage: Rc<PageStorage>,
    pub(super) module: Module,
    /// The scope of what is new.
    pub(super) scope: Scope,
    /// Where the learner's text and languages may be: its own scope first, then those of attempts that fit the module.
    pub(super) homes: RefCell<Vec<Scope>>,
    pub(super) incidents: Cell<Incidents>,
}

impl Entries {
    pub(super) fn new(module: &Module, address: &str, storage: Rc<PageStorage>) -> Self {
        Self {
            storage,
            module: module.clone(),
            scope: Scope::of(module.bank().id(), address),
            homes: RefCell::default(),
            incidents: Cell::default(),
        }
    }

    /// Notes an incident.
    pub(super) fn note(&self, f: impl FnOnce(&mut Incidents)) {
        let mut incidents = self.incidents.get();
        f(&mut incidents);
        self.incidents.set(incidents);
    }

    /// Keeps one thing. What a later version wrote under its name stays, and the learner is told.
    pub(super) fn keep(&self, key: &Key, saved: &Saved, now: Moment) {
        let name = key.name();
        if let Some(text) = self.storage.read(&name) {
            match Saved::read(key, &text) {
                Ok(_) | Err(SavedError::Newer(_)) => {}
                Err(SavedError::Unreadable) => self.set_aside(&name, text, now),
            }
        }
        self.storage.write(&name, &saved.to_text());
    }

    /// Reads one thing.
    pub(super) fn read(&self, key: &Key) -> Option<Saved> {
        match Saved::read(key, &self.storage.read(&key.name())?) {
            Ok(saved) => Some(saved),
            Err(SavedError::Newer(_)) => {
                self.note(|all| all.newer = true);
                None
            }
            Err(SavedError::Unreadable) => None,
        }
    }

    /// Moves an entry, untouched, to a name that nothing else uses.
    pub(super) fn set_aside(&self, name: &str, text: String, now: Moment) {
        let mut time = now.0;
        let aside = loop {
            let aside = [SET_ASIDE, &time.to_string(), ":", name].concat();
            match self.storage.read(&aside) {
                None => break aside,
                Some(_) => time += 1,
            }
        };
        self.note(|all| all.set_aside = true);
        self.rename(name, &aside, text);
    }

    fn rename(&self, from: &str, to: &str, text: String) {
        let before = (from.to_owned(), text.clone());
        self.storage.replace(to, &text, vec![before]);
    }

    /// Puts entries back that an earlier version set aside since it could not read them, where this one can and their name is free. Of
    /// two under one name, the one that was set aside last.
    pub(super) fn put_back(&self) {
        let names = self.storage.names();
        for aside in &names {
            let Some((name, time)) = set_aside_name(aside) else {
                continue;
            };
            let is_last = names.iter().all(|other| match set_aside_name(other) {
                Some((own, later)) if own == name => later <= time,
                _ => true,
            });
            let Ok(key) = name.parse::<Key>() else {
                continue;
            };
            if is_last
                && key.scope().bank() == self.scope.bank()
                && self.storage.read(name).is_none()
                && let Some(text) = self.storage.read(aside)
                && Saved::read(&key, &text).is_ok()
            {
                self.rename(aside, name, text);
            }
        }
    }

    /// True when what was drawn for an attempt is kept as it was written, and nothing has changed it since.
    pub(super) fn has_head(&self, scope: Scope, head: &AttemptHead) -> bool {
        let written = Saved::Open(head.clone()).to_text();
        self.storage.read(&Key::Open(scope, head.id).name()) == Some(written)
    }

    /// Keeps one response. Where the attempt's own entry is gone, all of the attempt.
    pub(super) fn keep_given(
        &self,
        scope: Scope,
        session: &Session,
        question: QuestionId,
        now: Moment,
    ) {
        if !self.has_head(scope, session.head()) {
            self.keep_all(scope, session, now);
        } else if let Some(given) = session.given().get(&question) {
            self.put_given(scope, session.head(), question, given, now);
        }
    }

    fn put_given(
        &self,
        scope: Scope,
        head: &AttemptHead,
        question: QuestionId,
        given: &RecordedResponse,
        now: Moment,
    ) {
        let key = Key::Given(scope, head.id, question);
        self.keep(&key, &Saved::Given(given.clone()), now);
    }

    /// Keeps a new attempt, or all of one whose entries are gone.
    pub(super) fn keep_all(&self, scope: Scope, session: &Session, now: Moment) {
        let head = session.head();
        self.keep(&Key::Open(scope, head.id), &Saved::Open(head.clone()), now);
        for (question, given) in session.given().iter() {
            let stored = self.read(&Key::Given(scope, head.id, *question));
            // Another tab may have stored a later one, of which this one has not heard yet.
            if !matches!(stored, Some(Saved::Given(stored)) if stored.at > given.at) {
                self.put_given(scope, head, *question, given, now);
            }
        }
    }

    /// The entries of an attempt that goes on, those that can be read.
    fn parts(
        &self,
        scope: Scope,
        id: &AttemptId,
    ) -> Vec<(Entry, Option<(QuestionId, RecordedResponse)>)> {
        let open = Key::Open(scope, *id).name();
        let given = ["jalon:", &scope.name(), ":given:", id.as_str(), ":"].concat();
        let mut parts = Vec::new();
        for name in self.storage.names() {
            if name != open && !name.starts_with(&given) {
                continue;
            }
            let (Ok(key), Some(text)) = (name.parse(), self.storage.read(&name)) else {
                continue;
            };
            match (&key, Saved::read(&key, &text)) {
                (Key::Given(.., question), Ok(Saved::Given(given))) => {
                    parts.push(((name, text), Some((*question, given))));
                }
                (_, Ok(_)) => parts.push(((name, text), None)),
                _ => {}
            }
        }
        parts
    }

    /// Every response to an attempt that goes on, also those that no longer count.
    pub(super) fn given(
        &self,
        scope: Scope,
        id: &AttemptId,
    ) -> Vec<(QuestionId, RecordedResponse)> {
        let parts = self.parts(scope, id);
        parts.into_iter().filter_map(|(_, given)| given).collect()
    }

    /// Keeps a finished attempt in the place of its parts. Responses that did not count go into its record too: nothing would ever read
    /// an entry of their own again, or remove it.
    pub(super) fn hand_in(&self, scope: Scope, attempt: &mut Attempt, now: Moment) {
        let mut parts = Vec::new();
        for (entry, given) in self.parts(scope, &attempt.head.id) {
            if let Some((question, given)) = given {
                let is_known = |own: Option<&RecordedResponse>| {
                    own.is_some_and(|own| *own == given || outlasts(own, &given))
                };
                let is_news = !is_known(attempt.given.get(&question))
                    && !is_known(attempt.left_out.get(&question));
                if is_news {
                    attempt.left_out.insert(question, given);
                }
            }
            parts.push(entry);
        }
        let key = Key::Done(scope, attempt.head.id);
        let saved = Saved::Done(attempt.clone());
        if let Some(text) = self.storage.read(&key.name()) {
            match Saved::read(&key, &text) {
                Ok(_) | Err(SavedError::Newer(_)) => {}
                Err(SavedError::Unreadable) => self.set_aside(&key.name(), text, now),
            }
        }
        self.storage.replace(&key.name(), &saved.to_text(), parts);
    }

    /// Removes an attempt without a response, if its entry is as it was written.
    pub(super) fn remove_blank(&self, scope: Scope, head: &AttemptHead) {
        if self.has_head(scope, head) {
            self.storage.remove(&Key::Open(scope, head.id).name());
        }
    }

    /// Where the learner's text or languages are, or are to be.
    pub(super) fn place(&self, key: fn(Scope, ModuleId) -> Key) -> Key {
        let module = self.module.info().id;
        for home in self.homes.borrow().iter() {
            let key = key(*home, module);
            if self.storage.read(&key.name()).is_some() {
                return key;
            }
        }
        key(self.scope, module)
    }

    /// Everything that is kept of the module.
    pub(super) fn find(&self, now: Moment) -> Found {
        Found::scan(self, now)
    }
}

/// The name that an entry had before it was set aside, and the time.
fn set_aside_name(name: &str) -> Option<(&str, u64)> {
    let (time, name) = name.strip_prefix(SET_ASIDE)?.split_once(':')?;
    Some((name, time.parse().ok()?))
}
