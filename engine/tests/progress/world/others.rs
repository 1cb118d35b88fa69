//! Who else uses the storage: a client of an earlier release, and another bank.

use std::rc::Rc;

use jalon_engine::id::AttemptId;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    Attempt, Health, Key, ModuleProgress, PageStorage, Saved, Scope, Storage,
};
use jalon_engine::session::{Event, Exposure, Seed, Session, Unanswered};

use super::learner::response;
use super::{ELSEWHERE, Holder, TabStorage, World};
use crate::journeys::Answer;
use crate::page::replaced;

/// A client of the first release, with names that have no scope.
impl World {
    fn old_key(&self) -> Scope {
        Scope::from("b".parse::<jalon_engine::id::BankId>().unwrap())
    }

    fn old_read(&self, name: &str) -> Option<Saved> {
        let text = self.disk.read(name).ok()??;
        Saved::read(&name.parse().ok()?, &text).ok()
    }

    /// The attempt that goes on there, as it is stored now.
    fn old_session(&self, id: Option<AttemptId>) -> Option<Session> {
        let names = self.disk.names().ok()?;
        let saved = names
            .iter()
            .filter_map(|name| Some((name.parse::<Key>().ok()?, self.old_read(name)?)));
        let saved: Vec<(Key, Saved)> = saved
            .filter(|(key, _)| *key.scope() == self.old_key())
            .collect();
        let is_done = |id: &AttemptId| {
            let key = Key::Done(self.old_key(), *id);
            saved.iter().any(|(own, _)| *own == key)
        };
        let head = saved.iter().find_map(|(_, own)| match own {
            Saved::Open(head) if id.is_none_or(|id| head.id == id) && !is_done(&head.id) => {
                Some(head)
            }
            _ => None,
        })?;
        let given = saved.iter().filter_map(|(key, own)| match (key, own) {
            (Key::Given(_, id, question), Saved::Given(given)) if *id == head.id => {
                Some((*question, given.clone()))
            }
            _ => None,
        });
        let given = given.collect();
        Some(Session::resume(
            self.modules[0].clone(),
            head.clone(),
            &given,
            None,
        ))
    }

    pub(super) fn old_open(&mut self) {
        self.old = self.old_session(None);
        if self.old.is_some() {
            return;
        }
        let now = self.now();
        let id = format!("{}-7", now.0).parse().unwrap();
        let session = Session::start(
            self.modules[0].clone(),
            id,
            Seed(7),
            &Exposure::default(),
            now,
        );
        let key = Key::Open(self.old_key(), id);
        if self.store(&key.name(), &Saved::Open(session.head().clone()).to_text()) {
            self.old = Some(session);
        }
    }

    pub(super) fn old_answer(&mut self, n: usize, answer: Answer) {
        let Some(id) = self.old.as_ref().map(|own| own.head().id) else {
            return;
        };
        self.old = self.old_session(Some(id));
        let at = self.now();
        let Some(mut session) = self.old.take() else {
            return;
        };
        let Some(planned) = session.plan().questions.get(n) else {
            return;
        };
        let question = planned.question;
        let response = response(session.module(), &question, answer);
        let event = Event::Respond {
            question,
            response,
            reading: Reading::Both,
            at,
        };
        if session.apply(event).is_err() {
            return;
        }
        let key = Key::Given(self.old_key(), id, question).name();
        let given = session.given().get(&question).unwrap().clone();
        // It would write over what a later version has; that is no fault of this one.
        if self.newer.iter().any(|(name, _)| *name == key) {
            return;
        }
        if self.store(&key, &Saved::Given(given.clone()).to_text()) {
            self.know(id, question, given.response, Holder::Stored);
        }
        self.old = Some(session);
    }

    pub(super) fn old_submit(&mut self) {
        let Some(id) = self.old.take().map(|own| own.head().id) else {
            return;
        };
        let Some(mut session) = self.old_session(Some(id)) else {
            return;
        };
        let (unanswered, at) = (Unanswered::Leave, self.now());
        session.apply(Event::Submit { unanswered, at }).unwrap();
        let attempt = Attempt::of(&session).unwrap();
        let key = Key::Done(self.old_key(), id).name();
        if self.newer.iter().any(|(name, _)| *name == key)
            || !self.store(&key, &Saved::Done(attempt).to_text())
        {
            return;
        }
        for (question, _) in session.given().iter() {
            self.remove(&Key::Given(self.old_key(), id, *question).name());
        }
        self.remove(&Key::Open(self.old_key(), id).name());
        self.hand_in(id, session.given().clone(), Holder::Stored);
    }

    /// It sets aside what it can't read, also what a later version wrote.
    pub(super) fn old_sweep(&mut self) {
        if self.is_unreadable {
            return;
        }
        for (name, text) in self.disk.entries() {
            if !name.starts_with("jalon:b:") || self.old_read(&name).is_some() {
                continue;
            }
            let now = self.now();
            let aside = format!("jalon-set-aside:{}:{name}", now.0);
            if self.store(&aside, &text) {
                self.remove(&name);
                for own in self.newer.iter_mut().filter(|own| own.0 == name) {
                    own.0.clone_from(&aside);
                }
            }
        }
    }

    /// A page with another bank of this id, for a moment.
    pub(super) fn other_bank(&mut self, n: usize, answer: Answer) {
        let storage = Rc::new(PageStorage::new(Box::new(TabStorage {
            disk: self.disk.clone(),
            tab: 9,
            log: self.log.clone(),
        })));
        let now = self.now();
        let seed = Seed(now.0 as u32);
        let mut page = ModuleProgress::open(replaced(), ELSEWHERE, storage.clone(), now, seed);
        if storage.health() != Health::Kept
            || page.saving().1.newer
            || page.session().submitted().is_some()
        {
            return;
        }
        let id = page.session().head().id;
        self.others.push(id);
        for known in self
            .answers
            .iter()
            .filter(|own| own.attempt == id && !own.announced)
        {
            assert_eq!(
                page.session().response(&known.question),
                Some(&known.response)
            );
        }
        let Some(planned) = page.session().plan().questions.get(n) else {
            return;
        };
        let (question, at) = (planned.question, self.now());
        let response = response(page.session().module(), &question, answer);
        page.apply(Event::Respond {
            question,
            response,
            reading: Reading::Both,
            at,
        });
        let given = page
            .session()
            .given()
            .get(&question)
            .filter(|given| given.at == at);
        if let Some(given) = given
            && storage.health() == Health::Kept
            && !page.saving().1.newer
        {
            self.know(id, question, given.response.clone(), Holder::Stored);
        }
    }
}
