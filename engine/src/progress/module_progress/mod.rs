//! The state of one module as one element shows it, and every rule of what is kept of it. Time and seeds come in as values; what has changed
//! comes back as topics, so that whoever shows it knows what to show anew.

mod elsewhere;
mod topics;

use std::rc::Rc;

pub use topics::{Topic, Topics};

use super::entries::{Entries, Finished, Incidents};
use super::page_storage::{Health, PageStorage};
use super::scan::{Found, OpenAttempt};
use super::{Attempt, Key, Saved, Scope, Stored, seen};
use crate::bank::Module;
use crate::id::QuestionId;
use crate::kind::NotReady;
use crate::lang::Reading;
use crate::session::{Event, RecordedResponse, Refusal, Seed, Session, Step};
use crate::time::Moment;

/// The state of one module as one element shows it.
///
/// After each call that changes something, other elements of the page are to look at the names in
/// [`PageStorage::take_changes`] with [`changed`](Self::changed); so are other tabs, which the browser tells.
pub struct ModuleProgress {
    entries: Entries,
    /// The scope of the attempt on screen.
    scope: Scope,
    session: Session,
    history: Vec<Finished>,
    writing: String,
    unanswered: Vec<usize>,
    unchecked: Option<(QuestionId, NotReady)>,
    /// What the learner was told about saving.
    told: (Health, Incidents),
}

impl ModuleProgress {
    /// Opens a module: the attempt that goes on, else the last one finished, else a new one. `address` is the absolute address of the bank;
    /// `seed` is for a new attempt.
    pub fn open(
        module: Module,
        address: &str,
        storage: Rc<PageStorage>,
        now: Moment,
        seed: Seed,
    ) -> Self {
        let entries = Entries::new(&module, address, storage);
        entries.put_back();
        let found = entries.find(now);
        let (scope, session) = first_session(&entries, &found, now, seed);
        let mut progress = Self {
            scope,
            session,
            history: found.done,
            writing: String::new(),
            unanswered: Vec::new(),
            unchecked: None,
            told: (Health::Kept, Incidents::default()),
            entries,
        };
        let is_new = found.open.is_empty() && progress.session.submitted().is_none();
        let given = progress.given_now();
        let is_kept =
            |(id, _): &(QuestionId, RecordedResponse)| progress.session.given().get(id).is_some();
        let is_open = progress.session.submitted().is_none();
        if (is_new && found.has_outgrown) || (is_open && !given.iter().all(is_kept)) {
            progress.entries.note(|all| all.bank_changed = true);
        }
        if is_new || progress.entries.incidents.get().redrawn {
            progress.entries.keep_all(scope, &progress.session, now);
        }
        for (question, _) in progress.session.given().iter().filter(|_| is_open) {
            progress.found_given(*question);
        }
        progress.writing = progress.stored_writing();
        progress.add_marker();
        progress.settle(Topics::default());
        progress
    }

    /// What an earlier visit could not store is told once; from now on the entry is about this visit.
    fn add_marker(&self) {
        let marker = Key::Stored(self.entries.scope, self.session.module().info().id);
        if let Some(Saved::Stored(Stored::Not)) = self.entries.read(&marker) {
            self.entries.note(|all| all.not_stored = true);
        }
        self.entries.storage.add_marker(marker.name());
    }

    /// Lets something happen in the session; what follows is saved at once.
    ///
    /// An attempt that was handed in elsewhere is shown instead, and nothing happens.
    pub fn apply(&mut self, event: Event) -> Topics {
        if let Event::Assess { at, .. } = &event {
            let at = *at;
            self.assess(event, at);
            return self.settle(Topics::of(&[Topic::Over]));
        }
        if let Some(topics) = self.finished_elsewhere() {
            return self.settle(topics);
        }
        let topics = match event {
            Event::Submit { at, .. } => {
                self.submit(event, at);
                Topics::of(&[
                    Topic::Over,
                    Topic::Unanswered,
                    Topic::Answers,
                    Topic::Assistance,
                ])
            }
            Event::Respond {
                ref question, at, ..
            } => {
                // What was said of another answer goes.
                let is_judged = self.session.sight(question).is_some();
                self.happen(event, at);
                let all = [Topic::Answers, Topic::Unanswered, Topic::Over];
                Topics::of(all.get(..if is_judged { 3 } else { 2 }).unwrap_or(&all))
            }
            Event::Check { at, .. } => {
                self.happen(event, at);
                Topics::of(&[Topic::Answers, Topic::Unanswered, Topic::Over])
            }
            Event::Hint { at, .. } | Event::Sure { at, .. } => {
                self.happen(event, at);
                Topics::of(&[Topic::Assistance])
            }
            Event::Elsewhere { .. } | Event::Assess { .. } => Topics::default(),
        };
        self.settle(topics)
    }

    fn happen(&mut self, event: Event, now: Moment) {
        let asked = match &event {
            Event::Check { question, .. } => Some(*question),
            _ => None,
        };
        self.unchecked = None;
        if let Event::Respond { question, .. }
        | Event::Check { question, .. }
        | Event::Hint { question, .. }
        | Event::Sure { question, .. } = &event
        {
            self.take_over_stored(*question, now);
        }
        match self.session.apply(event) {
            Ok(Step::Keep(question, _)) => {
                self.entries
                    .keep_given(self.scope, &self.session, question, now);
            }
            Err(Refusal::NotReady(mut missing)) => {
                self.unchecked = asked.zip(missing.pop().map(|(_, reason)| reason));
            }
            _ => {}
        }
        self.forget_answered();
    }

    fn submit(&mut self, event: Event, now: Moment) {
        // What another tab has stored counts, even if this one has not been told yet.
        self.take_over_all(now);
        match self.session.apply(event) {
            Ok(Step::Finished) => {
                self.unanswered.clear();
                if let Some(mut attempt) = Attempt::of(&self.session) {
                    let scope = self.scope;
                    self.entries.hand_in(scope, &mut attempt, now);
                    self.history.push(Finished { scope, attempt });
                }
            }
            Err(Refusal::NotReady(missing)) => {
                self.unanswered = missing.iter().map(|(n, _)| *n).collect();
            }
            _ => {}
        }
    }

    fn assess(&mut self, event: Event, now: Moment) {
        let Ok(Step::Assessed(question, assessed)) = self.session.apply(event) else {
            return;
        };
        // What is kept may hold more than is shown: questions that the bank has no more, ticks made in another tab.
        let id = self.session.head().id;
        self.add_to_history(self.scope, &id);
        let mut history = self.history.iter_mut();
        if let Some(own) = history.find(|own| own.attempt.head.id == id) {
            own.attempt.assessed.insert(question, assessed);
            self.entries.hand_in(own.scope, &mut own.attempt, now);
        }
    }

    /// Starts the next attempt, or goes on with one that was begun elsewhere.
    pub fn try_again(&mut self, now: Moment, seed: Seed) -> Topics {
        if self.session.attempts_left() == Some(0) {
            return self.settle(Topics::default());
        }
        let found = self.entries.find(now);
        match found.to_go_on() {
            Some(open) => self.show(resumed(self.session.module(), open), open.scope),
            None => {
                let scope = self.entries.scope;
                let session = new_session(self.session.module(), &found.done, now, seed);
                self.show(session, scope);
                self.entries.keep_all(scope, &self.session, now);
            }
        }
        self.unanswered.clear();
        self.history = found.done;
        let topics = [
            Topic::Attempt,
            Topic::Answers,
            Topic::Over,
            Topic::Unanswered,
        ];
        self.settle(Topics::of(&topics))
    }

    /// Keeps what is written at the prompt.
    pub fn write(&mut self, text: String, now: Moment) -> Topics {
        let saved = Saved::Writing(text);
        self.entries
            .keep(&self.entries.place(Key::Writing), &saved, now);
        if let Saved::Writing(text) = saved {
            self.writing = text;
        }
        self.settle(Topics::of(&[Topic::Writing]))
    }

    /// Keeps the languages to read in.
    pub fn read_in(&mut self, reading: Reading, now: Moment) -> Topics {
        let key = self.entries.place(Key::Reading);
        self.entries.keep(&key, &Saved::Reading(reading), now);
        self.settle(Topics::default())
    }

    fn given_now(&self) -> Vec<(QuestionId, RecordedResponse)> {
        self.entries.given(self.scope, &self.session.head().id)
    }

    fn show(&mut self, session: Session, scope: Scope) {
        (self.session, self.scope) = (session, scope);
    }

    fn stored_writing(&self) -> String {
        match self.entries.read(&self.entries.place(Key::Writing)) {
            Some(Saved::Writing(text)) => text,
            _ => String::new(),
        }
    }

    /// Questions that have an answer by now are no longer named as missing.
    fn forget_answered(&mut self) {
        let session = &self.session;
        self.unanswered.retain(|n| {
            let planned = session.plan().questions.get(n.wrapping_sub(1));
            planned.is_some_and(|planned| session.not_ready(&planned.question).is_some())
        });
    }

    /// After each change: attempts may have been finished, and there may be something to tell.
    fn settle(&mut self, topics: Topics) -> Topics {
        let mine = &self.session.head().id;
        let others = self
            .history
            .iter()
            .filter(|own| own.attempt.head.id != *mine);
        self.session.set_earlier(others.count());
        if self.entries.storage.has_set_aside() {
            self.entries.note(|all| all.set_aside = true);
        }
        if self.entries.storage.met_newer() {
            self.entries.note(|all| all.newer = true);
        }
        let told = (self.entries.storage.health(), self.entries.incidents.get());
        if told == self.told {
            return topics;
        }
        self.told = told;
        topics.and(Topics::of(&[Topic::Saving]))
    }
}

/// What there is to show.
impl ModuleProgress {
    /// The attempt on screen.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Finished attempts, oldest first.
    pub fn history(&self) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.history.iter().map(|own| &own.attempt)
    }

    /// What is written at the prompt.
    pub fn writing(&self) -> &str {
        &self.writing
    }

    /// The languages that the learner chose.
    pub fn reading(&self) -> Option<Reading> {
        match self.entries.read(&self.entries.place(Key::Reading))? {
            Saved::Reading(reading) => Some(reading),
            _ => None,
        }
    }

    /// The numbers of questions that are missing for handing in, counted from 1.
    pub fn unanswered(&self) -> &[usize] {
        &self.unanswered
    }

    /// Which answer could not be checked and why, as long as nothing else has happened.
    pub fn unchecked(&self) -> Option<&(QuestionId, NotReady)> {
        self.unchecked.as_ref()
    }

    /// Whether what is written will outlast the page, and what happened to what was.
    pub fn saving(&self) -> (Health, Incidents) {
        self.told
    }
}

fn first_session(entries: &Entries, found: &Found, now: Moment, seed: Seed) -> (Scope, Session) {
    let module = &entries.module;
    match (found.to_go_on(), found.done.last()) {
        (Some(open), _) => (open.scope, resumed(module, open)),
        (None, Some(last)) => (last.scope, finished(module, &last.attempt)),
        (None, None) => (entries.scope, new_session(module, &[], now, seed)),
    }
}

fn resumed(module: &Module, open: &OpenAttempt) -> Session {
    Session::resume(module.clone(), open.head.clone(), &open.given, None)
}

fn finished(module: &Module, done: &Attempt) -> Session {
    let submitted = Some(done.submitted);
    let mut session = Session::resume(module.clone(), done.head.clone(), &done.given, submitted);
    assess_all(&mut session, done);
    session
}

fn assess_all(session: &mut Session, done: &Attempt) {
    for (question, own) in done.assessed.iter() {
        // One that no longer fits changes nothing.
        let _ = session.apply(Event::Assess {
            question: *question,
            points: own.points.clone(),
            at: own.at,
        });
    }
}

fn new_session(module: &Module, done: &[Finished], now: Moment, seed: Seed) -> Session {
    let id = [&now.0.to_string(), "-", &seed.0.to_string()].concat();
    let Ok(id) = id.parse() else {
        unreachable!("digits and a hyphen make an id")
    };
    let seen = seen(done.iter().map(|own| &own.attempt));
    Session::start(module.clone(), id, seed, &seen, now)
}
