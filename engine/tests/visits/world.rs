//! The learner's pages over one storage, and a model that knows every answer the learner was not told is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    Attempt, Health, Incidents, Key, MemoryStorage, ModuleProgress, PageStorage, Saved, Storage,
};
use jalon_engine::session::{Event, Seed};
use jalon_engine::time::Moment;

/// One answer, by attempt and question.
pub(crate) type Place = (AttemptId, QuestionId);

/// What the learner has given to one question.
struct Answer {
    /// What may be shown after a reload: the last one, and those before it as long as its loss was announced.
    values: Vec<Response>,
    /// Whether one of them was once stored for good.
    was_kept: bool,
    tab: usize,
}

/// One attempt as the model knows it.
struct Known {
    site: usize,
    plan: Vec<QuestionId>,
    /// Handed in, and whether the result was stored for good.
    done: Option<bool>,
    /// An entry of it was damaged or replaced by a newer version's: what is shown of it is open.
    is_open_question: bool,
}

pub(crate) struct Tab {
    number: usize,
    pub(crate) site: usize,
    /// As the page has fetched it.
    module: Module,
    page: Rc<PageStorage>,
    pub(crate) elements: Vec<ModuleProgress>,
    /// Names that other tabs have changed.
    inbox: Vec<String>,
    /// Answers and results whose loss was announced.
    loose: BTreeSet<(AttemptId, Option<QuestionId>)>,
    loose_text: bool,
}

pub(crate) struct World {
    pub(crate) storage: MemoryStorage,
    pub(crate) modules: [Module; 2],
    pub(crate) tabs: Vec<Tab>,
    pub(crate) now: u64,
    made: usize,
    answers: BTreeMap<Place, Answer>,
    attempts: BTreeMap<AttemptId, Known>,
    /// The texts that the prompt of each site may hold.
    texts: [Vec<String>; 2],
    /// Entries that nobody may touch.
    untouched: BTreeMap<String, String>,
    /// Damaged texts, which must be somewhere.
    damaged: Vec<String>,
    pub(crate) was_full: bool,
    /// Whether each site's bank was edited.
    pub(crate) is_edited: bool,
    seen: Vec<(String, String)>,
}

const SITES: [&str; 2] = [
    "https://courses.example/one/b.json",
    "https://courses.example/two/b.json",
];

impl World {
    pub(crate) fn new(modules: [Module; 2]) -> Self {
        Self {
            storage: MemoryStorage::default(),
            modules,
            tabs: Vec::new(),
            now: 1_000_000,
            made: 0,
            answers: BTreeMap::new(),
            attempts: BTreeMap::new(),
            texts: [vec![String::new()], vec![String::new()]],
            untouched: BTreeMap::new(),
            damaged: Vec::new(),
            was_full: false,
            is_edited: false,
            seen: Vec::new(),
        }
    }

    fn tick(&mut self) -> Moment {
        self.now += 7;
        Moment(self.now)
    }

    fn element(
        &mut self,
        site: usize,
        module: Module,
        page: &Rc<PageStorage>,
        seed: u32,
    ) -> ModuleProgress {
        let now = self.tick();
        ModuleProgress::open(module, SITES[site], Rc::clone(page), now, Seed(seed))
    }

    /// Opens a page, and holds what it shows against the model.
    pub(crate) fn open(&mut self, site: usize, seed: u32) {
        let page = Rc::new(PageStorage::new(Box::new(self.storage.clone())));
        let module = self.modules[site].clone();
        let element = self.element(site, module.clone(), &page, seed);
        self.made += 1;
        self.shows_what_was_kept(&element, site);
        let elements = vec![element];
        self.tabs.push(Tab {
            number: self.made,
            site,
            module,
            page,
            elements,
            inbox: Vec::new(),
            loose: BTreeSet::new(),
            loose_text: false,
        });
        self.after(self.tabs.len() - 1);
    }

    /// Puts one more element of the module on the page.
    pub(crate) fn add_element(&mut self, at: usize, seed: u32) {
        let (site, page) = (self.tabs[at].site, Rc::clone(&self.tabs[at].page));
        let module = self.tabs[at].module.clone();
        let element = self.element(site, module, &page, seed);
        self.tabs[at].elements.push(element);
        self.after(at);
    }

    /// Takes the first element of a page out and puts it in anew.
    pub(crate) fn move_element(&mut self, at: usize, seed: u32) {
        self.tabs[at].elements.remove(0);
        self.add_element(at, seed);
    }

    /// Closes a page; one that crashes can do nothing more.
    pub(crate) fn close(&mut self, at: usize, crashes: bool) {
        if !crashes {
            self.tabs[at].page.retry();
            self.after(at);
        }
        self.tabs.remove(at);
    }

    /// The storage was tried again.
    pub(crate) fn retry(&mut self, at: usize) {
        self.tabs[at].page.retry();
        self.after(at);
    }

    /// A page hears what others have changed.
    pub(crate) fn hear(&mut self, at: usize) {
        let now = self.tick();
        let tab = &mut self.tabs[at];
        for name in std::mem::take(&mut tab.inbox) {
            for element in &mut tab.elements {
                element.changed(&name, now);
            }
        }
        self.after(at);
    }

    pub(crate) fn respond(
        &mut self,
        at: usize,
        element: usize,
        question: QuestionId,
        response: Response,
    ) {
        let now = self.tick();
        let is_alone = self.tabs.len() == 1;
        let tab = &mut self.tabs[at];
        let progress = &mut tab.elements[element];
        let was = progress.session().response(&question).cloned();
        progress.apply(Event::Respond {
            question,
            response: response.clone(),
            reading: Reading::Both,
            at: now,
        });
        let session = progress.session();
        let is_taken = session.submitted().is_none()
            && session
                .given()
                .get(&question)
                .is_some_and(|own| own.at == now);
        if !is_taken {
            assert!(
                !is_alone
                    || session.submitted().is_some()
                    || session.response(&question) == was.as_ref(),
                "an answer that was refused changes nothing"
            );
            self.after(at);
            return;
        }
        assert_eq!(session.response(&question), Some(&response));
        let id = session.head().id;
        self.knows(at, element);
        let number = self.tabs[at].number;
        // Handed in by another tab, whose result is not stored yet: either may be shown.
        let known = self.attempts.get_mut(&id).unwrap();
        known.is_open_question |= known.done.is_some();
        let place = (id, question);
        let answer = self.answers.entry(place).or_insert(Answer {
            values: Vec::new(),
            was_kept: false,
            tab: number,
        });
        answer.tab = number;
        answer.values.push(response);
        for tab in &mut self.tabs {
            tab.loose.remove(&(id, Some(question)));
        }
        self.tabs[at].loose.insert((id, Some(question)));
        self.after(at);
    }

    /// Takes note of an attempt that is on screen.
    fn knows(&mut self, at: usize, element: usize) {
        let tab = &self.tabs[at];
        let head = tab.elements[element].session().head();
        let plan = head.plan.questions.iter().map(|one| one.question).collect();
        let site = tab.site;
        self.attempts.entry(head.id).or_insert(Known {
            site,
            plan,
            done: None,
            is_open_question: false,
        });
    }

    pub(crate) fn apply(&mut self, at: usize, element: usize, event: impl FnOnce(Moment) -> Event) {
        let now = self.tick();
        self.knows(at, element);
        let progress = &mut self.tabs[at].elements[element];
        let was_over = progress.session().submitted().is_some();
        progress.apply(event(now));
        let session = progress.session();
        let id = session.head().id;
        if session.submitted() == Some(now) && !was_over {
            self.attempts
                .entry(id)
                .and_modify(|own| own.done = Some(false));
            // What another tab has given and this one has not heard of was taken over.
            self.tabs[at].loose.insert((id, None));
        }
        self.after(at);
    }

    pub(crate) fn try_again(&mut self, at: usize, element: usize, seed: u32) {
        let now = self.tick();
        let progress = &mut self.tabs[at].elements[element];
        if progress.session().submitted().is_some() {
            progress.try_again(now, Seed(seed));
            assert!(progress.session().submitted().is_none());
        }
        self.after(at);
    }

    pub(crate) fn write(&mut self, at: usize, element: usize, text: &str) {
        let now = self.tick();
        let tab = &mut self.tabs[at];
        tab.elements[element].write(text.to_owned(), now);
        assert_eq!(tab.elements[element].writing(), text);
        self.texts[tab.site].push(text.to_owned());
        tab.loose_text = true;
        self.after(at);
    }

    pub(crate) fn read_in(&mut self, at: usize, element: usize, reading: Reading) {
        let now = self.tick();
        self.tabs[at].elements[element].read_in(reading, now);
        self.after(at);
    }

    /// After each step: elements and tabs hear of it, what is stored becomes a promise, and every promise holds.
    fn after(&mut self, at: usize) {
        let now = Moment(self.now);
        let tab = &mut self.tabs[at];
        for _ in 0..20 {
            let names = tab.page.take_changes();
            if names.is_empty() {
                break;
            }
            for name in names {
                for element in &mut tab.elements {
                    element.changed(&name, now);
                }
            }
        }
        let stored = self.storage.entries();
        for (name, text) in &stored {
            if !self.seen.contains(&(name.clone(), text.clone())) {
                self.tell_others(at, name);
            }
        }
        for (name, _) in self.seen.clone() {
            if !stored.iter().any(|(own, _)| *own == name) {
                self.tell_others(at, &name);
            }
        }
        self.seen = stored;
        self.promise(at);
        self.screen_is_right(at);
        self.nothing_is_lost();
    }

    fn tell_others(&mut self, at: usize, name: &str) {
        for (n, tab) in self.tabs.iter_mut().enumerate() {
            if n != at {
                tab.inbox.push(name.to_owned());
            }
        }
    }

    /// Everything is stored, says a page: then what was loose is kept.
    fn promise(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let is_announced = tab.elements.iter().any(|own| {
            let (health, incidents) = own.saving();
            health != Health::Kept || incidents.newer
        });
        if is_announced || tab.page.health() != Health::Kept {
            return;
        }
        for (attempt, question) in std::mem::take(&mut tab.loose) {
            match question {
                Some(question) => {
                    if let Some(answer) = self.answers.get_mut(&(attempt, question)) {
                        let last = answer.values.pop().unwrap();
                        answer.values = vec![last];
                        answer.was_kept = true;
                    }
                }
                None => {
                    self.attempts
                        .entry(attempt)
                        .and_modify(|own| own.done = Some(true));
                }
            }
        }
        if std::mem::take(&mut tab.loose_text) {
            let last = self.texts[tab.site].pop().unwrap();
            self.texts[tab.site] = vec![last];
        }
    }

    /// An element shows what was given in it, and elements of one page don't go apart.
    fn screen_is_right(&self, at: usize) {
        let tab = &self.tabs[at];
        if tab.elements.iter().any(|own| own.saving().1.newer) {
            return;
        }
        for element in &tab.elements {
            let session = element.session();
            let id = session.head().id;
            for ((attempt, question), answer) in &self.answers {
                if *attempt == id && answer.tab == tab.number && session.submitted().is_none() {
                    assert_eq!(
                        session.response(question),
                        answer.values.last(),
                        "{attempt} {question} on screen"
                    );
                }
            }
        }
    }

    /// Every answer that was stored is in the storage, in one form or another, and what is not ours to touch is untouched.
    fn nothing_is_lost(&self) {
        let entries = self.storage.entries();
        for (name, text) in &self.untouched {
            let own = entries.iter().find(|(own, _)| own == name);
            assert_eq!(own.map(|(_, text)| text), Some(text), "{name} is untouched");
        }
        // A full storage has no room for what is to be set aside.
        for text in self.damaged.iter().filter(|_| !self.was_full) {
            assert!(
                entries.iter().any(|(_, own)| own == text),
                "{text} is set aside"
            );
        }
        let mut given: BTreeMap<Place, Vec<Response>> = BTreeMap::new();
        let mut done: BTreeSet<AttemptId> = BTreeSet::new();
        for (name, text) in &entries {
            let Ok(key) = name.parse::<Key>() else {
                continue;
            };
            match (&key, Saved::read(&key, text)) {
                (Key::Given(_, attempt, question), Ok(Saved::Given(own))) => {
                    given
                        .entry((*attempt, *question))
                        .or_default()
                        .push(own.response);
                }
                (Key::Done(_, attempt), Ok(Saved::Done(own))) => {
                    done.insert(*attempt);
                    for (question, own) in own.given.iter().chain(own.left_out.iter()) {
                        let place = (*attempt, *question);
                        given.entry(place).or_default().push(own.response.clone());
                    }
                }
                _ => {}
            }
        }
        for (place, answer) in &self.answers {
            let found = given
                .get(place)
                .is_some_and(|all| all.iter().any(|own| answer.values.contains(own)));
            assert!(
                found || !answer.was_kept,
                "{place:?} is lost: {:?} of {entries:#?}",
                answer.values
            );
        }
        for (id, own) in &self.attempts {
            assert!(
                own.done != Some(true) || own.is_open_question || done.contains(id),
                "the result of {id} is lost"
            );
        }
    }

    fn is_shown(
        &self,
        site: usize,
        question: &QuestionId,
        answer: &Response,
        fingerprint: &str,
    ) -> bool {
        self.modules[site].question(question).is_some_and(|own| {
            own.fingerprint.0 == fingerprint
                && !matches!(
                    own.body.ready(answer),
                    Err(NotReady::OtherKind
                        | NotReady::UnknownChoice
                        | NotReady::TooMany
                        | NotReady::Twice)
                )
        })
    }

    /// What a page shows when it opens is what was kept, or it says why not.
    fn shows_what_was_kept(&self, element: &ModuleProgress, site: usize) {
        let (health, incidents) = element.saving();
        if self.storage.names().is_err() {
            assert_eq!(health, Health::Forbidden);
            return;
        }
        let session = element.session();
        let shown = session.head().id;
        let is_told = incidents
            != Incidents {
                not_stored: incidents.not_stored,
                ..Incidents::default()
            };
        for ((attempt, question), answer) in &self.answers {
            if *attempt != shown || self.attempts[attempt].is_open_question {
                continue;
            }
            let own = session.response(question);
            let own = own.filter(|own| **own != Response::Nothing);
            if let Some(own) = own {
                assert!(
                    answer.values.contains(own),
                    "{question} was altered: {own:?} of {:?}",
                    answer.values
                );
            } else if answer.was_kept && session.submitted().is_none() {
                assert!(
                    incidents.bank_changed || incidents.newer,
                    "{question} is gone and nothing is said"
                );
                assert!(self.is_edited || incidents.newer, "{question} is gone");
            }
        }
        for (question, own) in session.given().iter() {
            let is_blank = own.response == Response::Nothing;
            let known = self
                .attempts
                .get(&shown)
                .is_none_or(|own| own.is_open_question);
            assert!(
                is_blank || known || self.answers.contains_key(&(shown, *question)),
                "{question} was never answered"
            );
        }
        if !is_told {
            self.goes_on_with(element, site);
        }
        let texts = &self.texts[site];
        assert!(
            is_told || texts.iter().any(|own| own == element.writing()),
            "{:?} of {texts:?}",
            element.writing()
        );
    }

    /// The attempt on screen is one that was worked on, if there is one to go on with; and results are there.
    fn goes_on_with(&self, element: &ModuleProgress, site: usize) {
        let shown = element.session().head().id;
        let fits = |own: &Known| {
            let there = own
                .plan
                .iter()
                .filter(|id| self.modules[site].question(id).is_some());
            own.site == site && !own.is_open_question && there.count() * 2 >= own.plan.len()
        };
        let mut to_go_on = BTreeSet::new();
        for ((attempt, question), answer) in &self.answers {
            let own = &self.attempts[attempt];
            let fingerprint = format!("f-{question}");
            let is_shown = self.is_shown(site, question, &answer.values[0], &fingerprint);
            if answer.was_kept && own.done.is_none() && fits(own) && is_shown {
                to_go_on.insert(*attempt);
            }
        }
        let may_be = self
            .attempts
            .get(&shown)
            .is_some_and(|own| own.done.is_none());
        assert!(
            to_go_on.is_empty() || to_go_on.contains(&shown) || may_be,
            "{shown} is shown and not one of {to_go_on:?}"
        );
        for (id, own) in &self.attempts {
            if own.done == Some(true) && fits(own) {
                let found: Option<&Attempt> = element.history().find(|one| one.head.id == *id);
                assert!(found.is_some(), "{id} is not in the history");
            }
        }
    }
}

/// What others do to the storage.
impl World {
    /// Replaces the text of an entry: `None` leaves it.
    pub(crate) fn damage(&mut self, nth: usize, f: impl FnOnce(&str) -> String) {
        let Some((name, text)) = self.ours(nth) else {
            return;
        };
        let garbage = f(&text);
        let key: Key = name.parse().unwrap();
        if garbage == text || Saved::read(&key, &garbage).is_ok() {
            return;
        }
        if self.put(&name, &garbage) {
            self.forget(&key);
            self.damaged.push(garbage);
        }
    }

    /// A later version writes over an entry.
    pub(crate) fn renew(&mut self, nth: usize) {
        let Some((name, text)) = self.ours(nth) else {
            return;
        };
        let key: Key = name.parse().unwrap();
        let newer = text.replacen("{\"jalon\":1", "{\"jalon\":2", 1);
        if self.put(&name, &newer) {
            self.forget(&key);
            self.untouched.insert(name, newer);
        }
    }

    /// Another program of the origin stores something.
    pub(crate) fn store_foreign(&mut self, name: &str, text: &str) {
        if self.put(name, text) {
            self.untouched.insert(name.to_owned(), text.to_owned());
        }
    }

    fn put(&mut self, name: &str, text: &str) -> bool {
        let is_put = self.storage.write(name, text).is_ok();
        if is_put {
            self.seen.retain(|(own, _)| own != name);
            self.seen.push((name.to_owned(), text.to_owned()));
            self.tell_others(usize::MAX, name);
        }
        is_put
    }

    fn ours(&self, nth: usize) -> Option<(String, String)> {
        let mut all = self.storage.entries();
        all.retain(|(name, text)| {
            let key = name.parse::<Key>();
            key.as_ref()
                .is_ok_and(|key| !matches!(key, Key::Stored(..)))
                && !self.untouched.contains_key(name)
                && key.is_ok_and(|key| Saved::read(&key, text).is_ok())
        });
        (!all.is_empty()).then(|| all.swap_remove(nth % all.len()))
    }

    /// The model no longer relies on an entry.
    fn forget(&mut self, key: &Key) {
        match key {
            Key::Given(_, attempt, question) => {
                self.answers.remove(&(*attempt, *question));
                self.attempts
                    .entry(*attempt)
                    .and_modify(|own| own.is_open_question = true);
            }
            Key::Done(_, attempt) => {
                self.answers.retain(|(own, _), _| own != attempt);
                self.attempts
                    .entry(*attempt)
                    .and_modify(|own| own.is_open_question = true);
            }
            Key::Open(_, attempt) => {
                self.attempts
                    .entry(*attempt)
                    .and_modify(|own| own.is_open_question = true);
            }
            Key::Writing(..) => {
                for texts in &mut self.texts {
                    texts.push(String::new());
                }
            }
            Key::Reading(..) | Key::Stored(..) => {}
        }
    }

    /// Everything is cleared, in the browser's settings.
    pub(crate) fn clear(&mut self) {
        for (name, _) in self.storage.entries() {
            if self.storage.remove(&name).is_err() {
                return;
            }
        }
        self.answers.clear();
        for own in self.attempts.values_mut() {
            own.is_open_question = true;
        }
        self.untouched.clear();
        self.damaged.clear();
        self.seen.clear();
        for texts in &mut self.texts {
            texts.push(String::new());
        }
        for tab in &mut self.tabs {
            tab.loose.clear();
            tab.inbox.push(String::new());
        }
    }
}
