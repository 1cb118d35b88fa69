//! Where progress is kept: which entries there are, what they hold, and what to do with those that can't be read.

use jalon_engine::bank::Module;
use jalon_engine::decimal::decimal;
use jalon_engine::id::{AttemptId, BankId, QuestionId};
use jalon_engine::lang::Reading;
use jalon_engine::per::PerQuestion;
use jalon_engine::progress::{Attempt, Key, Saved};
use jalon_engine::session::{AttemptHead, Given, Session};
use jalon_engine::time::Moment;

/// A storage of named texts. Writing never fails: what can't be stored is kept in memory.
pub(crate) trait Entries {
    /// Every name there is.
    fn names(&self) -> Vec<String>;
    /// What is under a name.
    fn read(&self, name: &str) -> Option<String>;
    /// Puts a text under a name, and tells everyone but `from`. False when only the memory took it.
    fn write(&self, name: &str, value: &str, from: usize) -> bool;
    /// Takes a name away.
    fn remove(&self, name: &str);
}

/// An attempt that goes on, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenAttempt {
    pub(crate) head: AttemptHead,
    pub(crate) given: PerQuestion<Given>,
}

/// What is kept of a module.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Attempts that go on.
    pub(crate) open: Vec<OpenAttempt>,
    /// Finished attempts, oldest first.
    pub(crate) done: Vec<Attempt>,
    /// How many entries could not be read and were set aside.
    pub(crate) set_aside: usize,
}

impl Found {
    /// The attempt to go on with: the one worked on last, and of those without an answer the first one. Every tab chooses
    /// alike.
    pub(crate) fn to_go_on(&self) -> Option<&OpenAttempt> {
        self.open.iter().min_by(|one, other| {
            let last = |open: &OpenAttempt| open.given.iter().map(|(_, given)| given.at).max();
            last(other)
                .cmp(&last(one))
                .then(one.head.started.cmp(&other.head.started))
                .then(one.head.id.as_str().cmp(other.head.id.as_str()))
        })
    }
}

/// The entries of one module, seen by one element.
pub(crate) struct Shelf<E> {
    pub(crate) entries: E,
    bank: BankId,
    module: jalon_engine::id::ModuleId,
    /// Who writes, so that it is not told of its own changes.
    from: usize,
}

impl<E: Entries> Shelf<E> {
    pub(crate) fn new(entries: E, module: &Module, from: usize) -> Self {
        let (bank, module) = (*module.bank().id(), module.info().id);
        Self {
            entries,
            bank,
            module,
            from,
        }
    }

    /// Everything that is kept of the module.
    pub(crate) fn find(&self, now: Moment) -> Found {
        let mut found = Found::default();
        let mut given: Vec<(AttemptId, QuestionId, Given)> = Vec::new();
        let prefix = Key::prefix(&self.bank);
        for name in self.entries.names() {
            if !name.starts_with(&prefix) {
                continue;
            }
            let Some(text) = self.entries.read(&name) else {
                continue;
            };
            let Some((key, saved)) = readable(&name, &text) else {
                found.set_aside += 1;
                self.set_aside(&name, &text, now);
                continue;
            };
            match (key, saved) {
                (_, Saved::Open(head)) if head.module == self.module => {
                    found.open.push(OpenAttempt {
                        head,
                        given: PerQuestion::default(),
                    });
                }
                (_, Saved::Done(attempt)) if attempt.head.module == self.module => {
                    let later = |own: &Attempt| own.submitted > attempt.submitted;
                    let place = found
                        .done
                        .iter()
                        .position(later)
                        .unwrap_or(found.done.len());
                    found.done.insert(place, attempt);
                }
                (Key::Given(_, attempt, question), Saved::Given(response)) => {
                    given.push((attempt, question, response));
                }
                _ => {}
            }
        }
        for (attempt, question, response) in given {
            if let Some(open) = found.open.iter_mut().find(|open| open.head.id == attempt) {
                open.given.insert(question, response);
            }
        }
        let is_done = |open: &OpenAttempt| found.done.iter().any(|a| a.head.id == open.head.id);
        found.open.retain(|open| {
            let done = is_done(open);
            if done {
                // Left behind by a tab that was closed while it tidied up.
                self.tidy(
                    &open.head.id,
                    open.given.iter().map(|(question, _)| question),
                );
            }
            !done
        });
        found
    }

    /// Moves an entry, untouched, to a name that nothing else uses. It goes before it comes back, since a full storage has no
    /// room for two of it.
    fn set_aside(&self, name: &str, text: &str, now: Moment) {
        let aside = ["jalon-set-aside:", &decimal(now.0), ":", name].concat();
        self.entries.remove(name);
        if !self.entries.write(&aside, text, self.from) {
            self.entries.remove(&aside);
            self.entries.write(name, text, self.from);
        }
    }

    /// Keeps one thing.
    pub(crate) fn keep(&self, key: &Key, saved: &Saved) {
        self.entries.write(&key.name(), &saved.to_text(), self.from);
    }

    /// Reads one thing that another tab or element has kept.
    pub(crate) fn read(&self, key: &Key) -> Option<Saved> {
        Saved::read(key, &self.entries.read(&key.name())?).ok()
    }

    /// True when what was drawn for an attempt is kept as it was written, and nothing has garbled it since.
    pub(crate) fn has_head(&self, head: &AttemptHead) -> bool {
        let written = Saved::Open(head.clone()).to_text();
        self.entries.read(&self.open_key(&head.id).name()) == Some(written)
    }

    /// The name of an attempt that goes on.
    pub(crate) fn open_key(&self, id: &AttemptId) -> Key {
        Key::Open(self.bank, *id)
    }

    /// The name of a finished attempt.
    pub(crate) fn done_key(&self, id: &AttemptId) -> Key {
        Key::Done(self.bank, *id)
    }

    fn given_key(&self, id: &AttemptId, question: &QuestionId) -> Key {
        Key::Given(self.bank, *id, *question)
    }

    /// Keeps a new attempt, or all of one whose entries are gone.
    pub(crate) fn keep_all(&self, session: &Session) {
        let head = session.head();
        self.keep(&self.open_key(&head.id), &Saved::Open(head.clone()));
        for (question, given) in session.given().iter() {
            self.keep_given(head, question, given);
        }
    }

    /// Keeps one response.
    pub(crate) fn keep_given(&self, head: &AttemptHead, question: &QuestionId, given: &Given) {
        self.keep(
            &self.given_key(&head.id, question),
            &Saved::Given(given.clone()),
        );
    }

    /// Keeps a finished attempt; first the whole, then its parts go. Gives it back.
    pub(crate) fn keep_done(&self, attempt: Attempt) -> Attempt {
        let key = self.done_key(&attempt.head.id);
        let saved = Saved::Done(attempt);
        self.keep(&key, &saved);
        let Saved::Done(attempt) = saved else {
            unreachable!("it was put in just now")
        };
        let questions = attempt.given.iter().map(|(question, _)| question);
        self.tidy(&attempt.head.id, questions);
        attempt
    }

    /// Removes the entries of an attempt that goes on.
    pub(crate) fn tidy<'a>(
        &self,
        id: &AttemptId,
        questions: impl IntoIterator<Item = &'a QuestionId>,
    ) {
        for question in questions {
            self.entries.remove(&self.given_key(id, question).name());
        }
        self.entries.remove(&self.open_key(id).name());
    }

    /// The languages that the learner chose.
    pub(crate) fn reading(&self) -> Option<Reading> {
        match self.read(&Key::Reading(self.bank, self.module))? {
            Saved::Reading(reading) => Some(reading),
            _ => None,
        }
    }

    /// Keeps the languages that the learner chose.
    pub(crate) fn keep_reading(&self, reading: Reading) {
        let key = Key::Reading(self.bank, self.module);
        self.keep(&key, &Saved::Reading(reading));
    }

    /// The name of what the learner wrote at the prompt.
    pub(crate) fn writing_key(&self) -> Key {
        Key::Writing(self.bank, self.module)
    }

    /// What the learner wrote at the prompt.
    pub(crate) fn writing(&self) -> Option<String> {
        match self.read(&self.writing_key())? {
            Saved::Writing(text) => Some(text),
            _ => None,
        }
    }
}

fn readable(name: &str, text: &str) -> Option<(Key, Saved)> {
    let key = name.parse().ok()?;
    let saved = Saved::read(&key, text).ok()?;
    Some((key, saved))
}
