//! What an element shows: one store around a session and its progress. Views send events to it, ask it, and are told when to ask again;
//! every rule is the engine's.

pub(crate) mod shelf;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::{Module, When};
use jalon_engine::decimal::decimal;
use jalon_engine::feedback::{self, Feedback};
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::{Face, NotReady, Response};
use jalon_engine::lang::Reading;
use jalon_engine::per::Choices;
use jalon_engine::progress::{Attempt, Calibration, Key, Mastery, Saved, mastery, seen};
use jalon_engine::session::{Event, Given, Hints, Refusal, Session, Step, Together, Unanswered};
use jalon_engine::time::Moment;
use leptos::prelude::*;

use crate::edge::storage::{Browser, Health, Subscription};
use crate::edge::{now, seed};
use crate::part::Reader;
use crate::shared::Shared;
use shelf::{Found, OpenAttempt, Shelf};

/// Something that happened to what is saved, which the learner is told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Incidents {
    /// Entries that could not be read were set aside.
    pub(crate) set_aside: bool,
    /// Questions have changed since they were answered.
    pub(crate) bank_changed: bool,
}

/// What a store holds.
struct State {
    session: Session,
    history: Vec<Attempt>,
    writing: String,
    health: Health,
    incidents: Incidents,
    unanswered: Vec<usize>,
    /// What could not be checked, and why.
    unchecked: Option<(QuestionId, Rc<NotReady>)>,
    /// What may be shown since the last event, question by question as views ask: grading may take longer than showing.
    judged: RefCell<Vec<(QuestionId, Option<Rc<Feedback>>)>>,
    shelf: Shelf<Browser>,
    subscription: Subscription,
    reader: Reader,
    topics: [ArcTrigger; TOPICS],
}

/// What views can watch. One trigger per topic and no signal per value: a view that is run in vain costs less than a signal of its
/// own type.
#[derive(Clone, Copy)]
enum Topic {
    /// Which attempt is on screen.
    Attempt,
    /// The responses.
    Answers,
    /// What is settled: answers that were checked, whether the attempt is over, and the history.
    Over,
    /// Which answers are missing.
    Unanswered,
    /// What the learner is told about saving.
    Saving,
    /// What is written at the prompt.
    Writing,
    /// Hints, and how sure the learner is.
    Used,
}

const TOPICS: usize = 7;

/// The state of one element. All of it is behind one handle, since nearly every closure of every view holds a copy.
#[derive(Clone, Copy)]
pub(crate) struct Store(Shared<State>);

impl Store {
    /// Opens a module: the attempt that goes on, else the last one finished, else a new one. `choose` sets the languages, given
    /// those that the learner chose before.
    pub(crate) fn open(
        module: Module,
        reader: Reader,
        choose: impl FnOnce(Option<Reading>),
    ) -> Self {
        let subscription = Subscription::new();
        let shelf = Shelf::new(Browser, &module, subscription.id());
        let found = shelf.find(now());
        choose(shelf.reading());
        let session = first_session(&module, &found);
        let incidents = Incidents {
            set_aside: found.set_aside > 0,
            bank_changed: found
                .to_go_on()
                .is_some_and(|open| session.left_out(open.given.len()) > 0),
        };
        if found.open.is_empty() && session.submitted().is_none() {
            shelf.keep_all(&session);
        }
        let store = Self(Shared::new(State {
            session,
            history: found.done,
            writing: shelf.writing().unwrap_or_default(),
            health: Browser.health(),
            incidents,
            unanswered: Vec::new(),
            unchecked: None,
            judged: RefCell::default(),
            shelf,
            subscription,
            reader,
            topics: std::array::from_fn::<_, TOPICS, _>(|_| ArcTrigger::new()),
        }));
        store.update(&[], |_| {});
        store.with(|state| {
            state
                .subscription
                .hear(move |name| store.changed_elsewhere(name))
        });
        store
    }

    fn with<T>(self, f: impl FnOnce(&State) -> T) -> T {
        f(&self.0.get().borrow())
    }

    /// In which languages it is read.
    #[inline(never)]
    pub(crate) fn reader(self) -> Reader {
        self.with(|state| state.reader)
    }

    fn trigger(self, topic: Topic) -> ArcTrigger {
        self.with(|state| state.topics[topic as usize].clone())
    }

    /// A view that asks is made anew when somebody is told of the topic.
    #[inline(never)]
    fn watch(self, topic: Topic) {
        self.trigger(topic).track();
    }

    /// Changes the state and tells those who watch `topics`.
    fn update<T>(self, topics: &[Topic], f: impl FnOnce(&mut State) -> T) -> T {
        let state = self.0.get();
        let value = f(&mut state.borrow_mut());
        state.borrow_mut().settle();
        self.tell(topics);
        value
    }

    #[inline(never)]
    fn tell(self, topics: &[Topic]) {
        let health = Browser.health();
        let before = self.with(|state| state.health);
        if health != before {
            self.0.get().borrow_mut().health = health;
            self.trigger(Topic::Saving).notify();
        }
        for topic in topics {
            self.trigger(*topic).notify();
        }
    }

    /// Gives a response; it is saved at once.
    pub(crate) fn respond(self, question: QuestionId, response: Response) {
        let reading = self.reader().reading_now();
        // What was said of another answer goes.
        let topics: &[Topic] = match self.feedback_now(&question) {
            Some(_) => &[Topic::Answers, Topic::Unanswered, Topic::Over],
            None => &[Topic::Answers, Topic::Unanswered],
        };
        let event = Event::Respond {
            question,
            response,
            reading,
            at: now(),
        };
        self.happen(topics, event);
    }

    /// Has an answer checked.
    pub(crate) fn check(self, question: QuestionId) {
        let at = now();
        let topics = &[Topic::Answers, Topic::Unanswered, Topic::Over];
        self.happen(topics, Event::Check { question, at });
    }

    /// Shows the next hint.
    pub(crate) fn hint(self, question: QuestionId) {
        let event = Event::Hint {
            question,
            reading: self.reader().reading_now(),
            at: now(),
        };
        self.happen(&[Topic::Used], event);
    }

    /// Keeps how sure the learner is.
    pub(crate) fn sure(self, question: QuestionId, certainty: Certainty) {
        let event = Event::Sure {
            question,
            certainty,
            reading: self.reader().reading_now(),
            at: now(),
        };
        self.happen(&[Topic::Used], event);
    }

    #[inline(never)]
    fn happen(self, topics: &[Topic], event: Event) {
        if !self.finished_elsewhere() {
            self.update(topics, |state| state.happen(event));
        }
    }

    /// Hands in. True when the attempt is over; otherwise [`unanswered`](Self::unanswered) says what is missing.
    pub(crate) fn submit(self, unanswered: Unanswered) -> bool {
        if self.finished_elsewhere() {
            return true;
        }
        let event = Event::Submit {
            unanswered,
            at: now(),
        };
        self.update(&[Topic::Over, Topic::Unanswered], |state| {
            match state.session.apply(event) {
                Ok(Step::Finished) => {
                    state.unanswered.clear();
                    if let Some(attempt) = Attempt::of(&state.session) {
                        state.history.push(state.shelf.keep_done(attempt));
                    }
                    true
                }
                Err(Refusal::NotReady(missing)) => {
                    state.unanswered = missing.iter().map(|(n, _)| *n).collect();
                    false
                }
                _ => false,
            }
        })
    }

    /// Says which points of a checklist a text of the finished attempt covers; it is saved at once.
    pub(crate) fn assess(self, question: QuestionId, points: Choices) {
        let event = Event::Assess {
            question,
            points,
            at: now(),
        };
        self.update(&[Topic::Over], |state| {
            let Ok(Step::Assessed(question, assessed)) = state.session.apply(event) else {
                return;
            };
            // What is kept may hold more than is shown: questions that the bank has no more, ticks made in another tab.
            let id = state.session.head().id;
            state.add_to_history(&id);
            let mine = |own: &Attempt| own.head.id == id;
            if let Some(at) = state.history.iter().position(mine) {
                let mut attempt = state.history.remove(at);
                attempt.assessed.insert(question, assessed);
                state.history.insert(at, state.shelf.keep_done(attempt));
            }
        });
    }

    /// Starts the next attempt, or goes on with one that was begun elsewhere.
    pub(crate) fn try_again(self) {
        self.update(
            &[
                Topic::Attempt,
                Topic::Answers,
                Topic::Over,
                Topic::Unanswered,
            ],
            |state| {
                if state.session.attempts_left() == Some(0) {
                    return;
                }
                let found = state.shelf.find(now());
                let module = state.session.module().clone();
                state.session = match found.to_go_on() {
                    Some(open) => resumed(&module, open),
                    None => new_session(module, &found.done),
                };
                if found.open.is_empty() {
                    state.shelf.keep_all(&state.session);
                }
                state.unanswered.clear();
                state.history = found.done;
            },
        );
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(self, reading: Reading) {
        self.update(&[], |state| state.shelf.keep_reading(reading));
        self.reader().read_in(reading);
    }

    /// Keeps what is written at the prompt.
    pub(crate) fn write(self, text: String) {
        self.update(&[Topic::Writing], |state| {
            state
                .shelf
                .keep(&state.shelf.writing_key(), &Saved::Writing(text.clone()));
            state.writing = text;
        });
    }

    fn changed_elsewhere(self, name: &str) {
        let Ok(key) = name.parse::<Key>() else {
            if name.is_empty() {
                self.catch_up();
            }
            return;
        };
        match key {
            Key::Given(_, attempt, question) if attempt == self.attempt_now() => {
                self.take_over(question, name);
            }
            Key::Open(..) => self.join_first_attempt(),
            Key::Done(_, attempt) => {
                self.finished_elsewhere();
                self.update(&[Topic::Over], |state| {
                    state.add_to_history(&attempt);
                    state.follow_assessed();
                });
            }
            Key::Writing(..) => self.update(&[Topic::Writing], |state| {
                if key == state.shelf.writing_key() {
                    state.writing = state.shelf.writing().unwrap_or_default();
                }
            }),
            Key::Given(..) | Key::Reading(..) => {}
        }
    }

    /// Takes over an answer that was given in another tab.
    fn take_over(self, question: QuestionId, name: &str) {
        let topics = &[Topic::Answers, Topic::Unanswered, Topic::Over, Topic::Used];
        self.update(topics, |state| {
            let kept = name.parse().ok().and_then(|key| state.shelf.read(&key));
            if let Some(Saved::Given(given)) = kept {
                state.take_over(question, given);
                state.forget_answered();
            }
        });
    }

    /// Two tabs that opened at the same moment both began an attempt: as long as this one has no answer, it joins the
    /// other.
    fn join_first_attempt(self) {
        let is_blank =
            self.with(|s| s.session.given().is_empty() && s.session.submitted().is_none());
        let found = self.with(|state| state.shelf.find(now()));
        let mine = self.attempt_now();
        if let Some(first) = found
            .to_go_on()
            .filter(|open| is_blank && open.head.id != mine)
        {
            self.update(&[Topic::Attempt, Topic::Answers], |state| {
                state.session = resumed(state.session.module(), first);
                state.shelf.tidy(&mine, []);
            });
        }
    }

    /// Whether another tab has handed in this attempt; if so, shows its result.
    fn finished_elsewhere(self) -> bool {
        let id = self.attempt_now();
        let done = self.with(|state| match state.session.submitted() {
            Some(_) => None,
            None => state.shelf.read(&state.shelf.done_key(&id)),
        });
        let Some(Saved::Done(attempt)) = done else {
            return false;
        };
        let topics = &[Topic::Answers, Topic::Over, Topic::Unanswered, Topic::Used];
        self.update(topics, |state| {
            state.session = finished(state.session.module(), &attempt);
            state.unanswered.clear();
            state.add_to_history(&id);
        });
        true
    }

    /// Anything may have changed: another tab has cleared the storage, or this page was asleep.
    fn catch_up(self) {
        if self.finished_elsewhere() {
            return;
        }
        self.update(&[Topic::Answers, Topic::Over, Topic::Used], |state| {
            let found = state.shelf.find(now());
            let mine = state.session.head().id;
            if let Some(open) = found.open.iter().find(|open| open.head.id == mine) {
                for (question, given) in open.given.iter() {
                    let own = state.session.given().get(question);
                    if own.is_none_or(|own| own.at < given.at) {
                        state.take_over(*question, given.clone());
                    }
                }
            }
            state.history = found.done;
            state.follow_assessed();
        });
    }

    fn attempt_now(self) -> AttemptId {
        self.with(|state| state.session.head().id)
    }

    /// The module.
    pub(crate) fn module(self) -> Module {
        self.with(|state| state.session.module().clone())
    }

    /// The questions of the attempt on screen.
    pub(crate) fn questions(self) -> Vec<QuestionId> {
        self.watch(Topic::Attempt);
        self.with(|state| {
            let planned = &state.session.plan().questions;
            planned.iter().map(|one| one.question).collect()
        })
    }

    /// What questions of the attempt share.
    pub(crate) fn stimuli(self) -> Vec<Together> {
        self.with(|state| state.session.stimuli())
    }

    /// What a learner may see of a question.
    pub(crate) fn face(self, question: &QuestionId) -> Option<Face> {
        self.with(|state| state.session.face(question))
    }

    /// The response to a question.
    pub(crate) fn response(self, question: &QuestionId) -> Option<Response> {
        self.watch(Topic::Answers);
        self.with(|state| state.session.response(question).cloned())
    }

    /// Why a response can't be judged yet, if it can't.
    pub(crate) fn not_ready(self, question: &QuestionId) -> Option<NotReady> {
        self.watch(Topic::Answers);
        self.with(|state| state.session.not_ready(question))
    }

    /// How many questions are answered, and of how many.
    pub(crate) fn answered(self) -> (usize, usize) {
        self.watch(Topic::Answers);
        self.with(|state| {
            (
                state.session.answered(),
                state.session.plan().questions.len(),
            )
        })
    }

    /// Whether the attempt is over.
    pub(crate) fn is_over(self) -> bool {
        self.watch(Topic::Over);
        self.with(|state| state.session.submitted().is_some())
    }

    /// Whether answers are checked one by one.
    pub(crate) fn checks(self) -> bool {
        self.module().info().feedback.when == When::AtOnce
    }

    /// Whether this one is.
    pub(crate) fn can_check(self, question: &QuestionId) -> bool {
        self.with(|state| state.session.can_check(question))
    }

    /// Whether the answer to a question stays as it is.
    pub(crate) fn is_settled(self, question: &QuestionId) -> bool {
        self.watch(Topic::Over);
        self.with(|state| state.session.is_settled(question))
    }

    /// What may be shown about a question now.
    pub(crate) fn feedback(self, question: &QuestionId) -> Option<Rc<Feedback>> {
        self.watch(Topic::Over);
        self.feedback_now(question)
    }

    #[inline(never)]
    fn feedback_now(self, question: &QuestionId) -> Option<Rc<Feedback>> {
        self.with(|state| {
            let mut judged = state.judged.borrow_mut();
            if let Some((_, known)) = judged.iter().find(|(own, _)| own == question) {
                return known.clone();
            }
            let feedback = feedback::of(&state.session, question).map(Rc::new);
            judged.push((*question, feedback.clone()));
            feedback
        })
    }

    /// Why an answer could not be checked, as long as it is as it was then.
    pub(crate) fn unchecked(self, question: &QuestionId) -> Option<Rc<NotReady>> {
        self.watch(Topic::Unanswered);
        self.with(|state| match &state.unchecked {
            Some((own, reason)) if own == question => Some(reason.clone()),
            _ => None,
        })
    }

    /// How many more times an answer may be checked.
    pub(crate) fn tries_left(self, question: &QuestionId) -> usize {
        self.with(|state| state.session.tries_left(question).into())
    }

    /// The hints of a question, as far as they were asked for.
    pub(crate) fn hints(self, question: &QuestionId) -> Option<Hints> {
        self.watch(Topic::Used);
        self.hints_now(question)
    }

    /// The same for views that are not made anew when one more is shown.
    pub(crate) fn hints_now(self, question: &QuestionId) -> Option<Hints> {
        self.with(|state| state.session.hints(question))
    }

    /// How sure the learner said they are.
    pub(crate) fn certainty(self, question: &QuestionId) -> Option<Certainty> {
        self.watch(Topic::Used);
        self.with(|state| state.session.used(question).certainty)
    }

    /// What the attempt earned once it is over, and whether it passes, if there is something to pass.
    pub(crate) fn result(self) -> Option<(Mark, Option<bool>)> {
        self.watch(Topic::Over);
        self.with(|state| Some((state.session.mark()?, state.session.passed())))
    }

    /// Whether more than that may be shown of it.
    pub(crate) fn shows_more(self) -> bool {
        self.watch(Topic::Over);
        self.with(|state| state.session.shows_more_than_the_score())
    }

    /// How many attempts are left, where there is a limit.
    pub(crate) fn attempts_left(self) -> Option<usize> {
        self.watch(Topic::Over);
        self.with(|state| state.session.attempts_left())
    }

    /// How well the learner knew what they knew, if they were asked and may be told.
    pub(crate) fn calibration(self) -> Option<Calibration> {
        self.watch(Topic::Over);
        self.with(|state| Calibration::of(&state.session))
    }

    /// Which points of its checklist the learner has ticked.
    pub(crate) fn assessed(self, question: &QuestionId) -> Choices {
        self.watch(Topic::Over);
        self.with(|state| {
            let assessed = state.session.assessed().get(question);
            assessed.map(|own| own.points.clone()).unwrap_or_default()
        })
    }

    /// Where the learner stands on each concept, over all attempts.
    pub(crate) fn mastery(self) -> Vec<Mastery> {
        self.watch(Topic::Over);
        self.with(|state| mastery(state.session.module(), &state.history))
    }

    /// When finished attempts before the one on screen were handed in, and their marks; latest first.
    pub(crate) fn earlier(self) -> Vec<(Moment, Mark)> {
        self.watch(Topic::Over);
        self.with(|state| {
            let mine = &state.session.head().id;
            let mut all = Vec::new();
            for attempt in state.history.iter().rev() {
                if attempt.head.id != *mine {
                    all.push((attempt.submitted, attempt.mark()));
                }
            }
            all
        })
    }

    /// The numbers of questions that are missing for handing in.
    pub(crate) fn unanswered(self) -> Vec<usize> {
        self.watch(Topic::Unanswered);
        self.with(|state| state.unanswered.clone())
    }

    /// What is written at the prompt.
    pub(crate) fn writing(self) -> String {
        self.watch(Topic::Writing);
        self.with(|state| state.writing.clone())
    }

    /// Whether what is written will outlast the page, and what happened to what was.
    pub(crate) fn saving(self) -> (Health, Incidents) {
        self.watch(Topic::Saving);
        self.with(|state| (state.health, state.incidents))
    }
}

impl State {
    /// Lets something happen to one question; what follows is saved at once.
    fn happen(&mut self, event: Event) {
        let asked = match &event {
            Event::Check { question, .. } => Some(*question),
            _ => None,
        };
        self.unchecked = None;
        match self.session.apply(event) {
            Ok(Step::Keep(question, given)) => {
                let (head, shelf) = (self.session.head(), &self.shelf);
                if shelf.has_head(head) {
                    shelf.keep_given(head, &question, &given);
                } else {
                    shelf.keep_all(&self.session);
                }
            }
            Err(Refusal::NotReady(mut missing)) => {
                let reason = missing.pop().map(|(_, reason)| Rc::new(reason));
                self.unchecked = asked.zip(reason);
            }
            _ => {}
        }
        self.forget_answered();
    }

    /// Takes over what was given elsewhere. What was used here in the meantime is written back.
    fn take_over(&mut self, question: QuestionId, given: Given) {
        let event = Event::Elsewhere {
            question,
            given: given.clone(),
        };
        // One that no longer fits changes nothing.
        let _ = self.session.apply(event);
        if let Some(own) = self.session.given().get(&question)
            && own.used != given.used
            && own.fingerprint == given.fingerprint
        {
            self.shelf.keep_given(self.session.head(), &question, own);
        }
    }

    /// After each change: nothing that was judged before holds, and attempts may have been finished.
    fn settle(&mut self) {
        self.judged.get_mut().clear();
        let mine = &self.session.head().id;
        let others = self.history.iter().filter(|one| one.head.id != *mine);
        let earlier = others.count();
        self.session.set_earlier(earlier);
    }

    /// Questions that have an answer by now are no longer named as missing.
    fn forget_answered(&mut self) {
        let session = &self.session;
        self.unanswered.retain(|n| {
            let planned = session.plan().questions.get(n.wrapping_sub(1));
            planned.is_some_and(|planned| session.not_ready(&planned.question).is_some())
        });
    }

    /// Takes a finished attempt into the history, or what has become of it since.
    fn add_to_history(&mut self, id: &AttemptId) {
        let done = self.shelf.read(&self.shelf.done_key(id));
        if let Some(Saved::Done(attempt)) = done
            && attempt.head.module == self.session.module().info().id
        {
            match self.history.iter_mut().find(|own| own.head.id == *id) {
                Some(own) => *own = attempt,
                None => self.history.push(attempt),
            }
        }
    }

    /// Takes over what was ticked in another tab.
    fn follow_assessed(&mut self) {
        let id = &self.session.head().id;
        if let Some(attempt) = self.history.iter().find(|own| own.head.id == *id) {
            assess_all(&mut self.session, attempt);
        }
    }
}

fn first_session(module: &Module, found: &Found) -> Session {
    match (found.to_go_on(), found.done.last()) {
        (Some(open), _) => resumed(module, open),
        (None, Some(last)) => finished(module, last),
        (None, None) => new_session(module.clone(), &[]),
    }
}

fn resumed(module: &Module, open: &OpenAttempt) -> Session {
    Session::resume(module.clone(), open.head.clone(), &open.given, None)
}

fn finished(module: &Module, done: &Attempt) -> Session {
    let mut session = Session::resume(
        module.clone(),
        done.head.clone(),
        &done.given,
        Some(done.submitted),
    );
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

fn new_session(module: Module, done: &[Attempt]) -> Session {
    let (at, seed) = (now(), seed());
    let id = [&decimal(at.0), "-", &decimal(seed.0.into())].concat();
    let Ok(id) = id.parse() else {
        unreachable!("digits and a hyphen make an id")
    };
    Session::start(module, id, seed, &seen(done), at)
}
