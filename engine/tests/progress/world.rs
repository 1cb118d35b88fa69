//! A browser with two tabs, an earlier version of the client beside them, and a second bank of the same id; and the model of what was
//! answered in it.

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::grade::Certainty;
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::{Body, Response};
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    Attempt, Health, Key, MemoryStorage, ModuleProgress, PageStorage, Refused, Saved, Scope,
    Storage,
};
use jalon_engine::session::{Event, Seed, Seen, Session, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;

use crate::common::{HEADER, module_json, module_of};
use crate::journeys::{Act, Answer, Damage};
use crate::page::{HERE, replaced};

const ELSEWHERE: &str = "https://example.org/copy/b.json";
const FOREIGN: (&str, &str) = ("somebody-else", "{");

/// What the storage refuses from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// All but so many bytes more.
    Full(usize),
    Read,
    Write,
    Both,
}

/// Names of changes that a tab has made and the others are still to hear of.
type Log = Rc<RefCell<Vec<(usize, String)>>>;

/// The storage as one tab has it.
struct TabStorage {
    disk: MemoryStorage,
    tab: usize,
    log: Log,
}

impl Storage for TabStorage {
    fn names(&self) -> Result<Vec<String>, Refused> {
        self.disk.names()
    }

    fn read(&self, name: &str) -> Result<Option<String>, Refused> {
        self.disk.read(name)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Refused> {
        self.disk.write(name, text)?;
        self.log.borrow_mut().push((self.tab, name.to_owned()));
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Refused> {
        self.disk.remove(name)?;
        self.log.borrow_mut().push((self.tab, name.to_owned()));
        Ok(())
    }
}

struct Tab {
    storage: Rc<PageStorage>,
    elements: Vec<ModuleProgress>,
}

impl Tab {
    fn is_healthy(&self) -> bool {
        self.storage.health() == Health::Kept
    }

    fn has_newer(&self) -> bool {
        self.elements.iter().any(|own| own.saving().1.newer)
    }
}

/// Who gave an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Tab(usize),
    /// Somebody whose page stored it.
    Stored,
}

/// An answer, as the learner knows it.
#[derive(Debug, Clone)]
struct Known {
    attempt: AttemptId,
    question: QuestionId,
    response: Response,
    at: Moment,
    holder: Holder,
    /// The page has said that it may not last.
    announced: bool,
    /// Two tabs have something else while the storage refuses: what is stored first counts, and the other gives way.
    gives_way: bool,
}

pub(crate) struct World {
    disk: MemoryStorage,
    log: Log,
    tabs: [Option<Tab>; 2],
    queues: [Vec<String>; 2],
    modules: Vec<Module>,
    edition: usize,
    old: Option<Session>,
    /// Attempts at the other bank.
    others: Vec<AttemptId>,
    clock: u64,
    answers: Vec<Known>,
    /// With who wrote it, whether it may not last, and whether it gives way to what another tab stored.
    writing: Option<(String, Holder, bool, bool)>,
    is_unreadable: bool,
    /// Attempts that were handed in, and by whom.
    done: Vec<(AttemptId, Holder, bool)>,
    /// Entries of a later version.
    newer: Vec<(String, String)>,
    foreign: bool,
    was_edited: bool,
    /// The storage has refused something, or was cleared or damaged.
    was_hurt: bool,
}

impl World {
    pub(crate) fn new(at_once: bool) -> Self {
        let extra = match at_once {
            true => {
                "\"draw\": 4, \"certainty\": true, \"feedback\": {\"when\": \"at-once\", \"show\": \"key\"}"
            }
            false => "\"draw\": 4",
        };
        let header = HEADER.replace("\"draw\": 4", extra);
        let json = module_json();
        let without = |id: &str| {
            let mut file: serde_json::Value = serde_json::from_str(&json).unwrap();
            file["questions"]
                .as_array_mut()
                .unwrap()
                .retain(|one| one["id"] != id);
            file.to_string()
        };
        let with = {
            let mut file: serde_json::Value = serde_json::from_str(&json).unwrap();
            let all = file["questions"].as_array_mut().unwrap();
            let mut new = all[3].clone();
            new["id"] = "new".into();
            new["fingerprint"] = "f-new".into();
            all.push(new);
            file.to_string()
        };
        let files = [
            json.clone(),
            json.replace("because", "since"),
            json.replace("\"f-one\"", "\"g-one\""),
            without("judged"),
            with,
        ];
        Self {
            disk: MemoryStorage::default(),
            log: Log::default(),
            tabs: [None, None],
            queues: [Vec::new(), Vec::new()],
            modules: files.iter().map(|file| module_of(&header, file)).collect(),
            edition: 0,
            old: None,
            others: Vec::new(),
            clock: 1000,
            answers: Vec::new(),
            writing: None,
            is_unreadable: false,
            done: Vec::new(),
            newer: Vec::new(),
            foreign: false,
            was_edited: false,
            was_hurt: false,
        }
    }

    fn now(&mut self) -> Moment {
        self.clock += 1;
        Moment(self.clock)
    }

    fn module(&self) -> Module {
        self.modules[self.edition].clone()
    }

    pub(crate) fn act(&mut self, act: &Act) {
        match act {
            Act::Open(tab) => self.open(*tab),
            Act::Close { tab, crash } => self.close(*tab, *crash),
            Act::Answer {
                tab,
                element,
                question,
                answer,
            } => {
                self.answer(*tab, *element, *question, *answer);
            }
            Act::Check(tab, n) | Act::Hint(tab, n) | Act::Sure(tab, n) => {
                self.use_up(*tab, *n, act)
            }
            Act::Submit {
                tab,
                element,
                anyway,
            } => self.submit(*tab, *element, *anyway),
            Act::TryAgain(tab, element) => {
                let now = self.now();
                self.on(*tab, *element, |own| {
                    // There is no such button before.
                    if own.session().submitted().is_some() {
                        own.try_again(now, Seed(now.0 as u32));
                    }
                });
            }
            Act::Write(tab, element, text) => self.write(*tab, *element, text.to_string()),
            Act::ReadIn(tab, both) => {
                let now = self.now();
                let reading = match both {
                    true => Reading::Both,
                    false => Reading::In("fr".parse().unwrap()),
                };
                self.on(*tab, 0, |own| _ = own.read_in(reading, now));
            }
            Act::Hear(tab) => self.hear(*tab),
            Act::Wake(tab) => self.tell(*tab, &[String::new()]),
            Act::Retry(tab) => {
                if let Some(own) = &self.tabs[*tab]
                    && own.storage.retry()
                {
                    self.tell(*tab, &[String::new()]);
                }
            }
            Act::Refuse(refusal) => {
                self.was_hurt = true;
                self.is_unreadable |= matches!(refusal, Refusal::Read | Refusal::Both);
                match refusal {
                    Refusal::Full(room) => self.disk.limit(Some(self.disk.used() + room)),
                    Refusal::Read => self.disk.forbid(true, false),
                    Refusal::Write => self.disk.forbid(false, true),
                    Refusal::Both => self.disk.forbid(true, true),
                }
            }
            Act::Heal => self.heal(),
            Act::Garble(at, how) => self.garble(*at, *how),
            Act::Newer(at) => self.make_newer(*at),
            Act::ForeignName => {
                if self.disk.write(FOREIGN.0, FOREIGN.1).is_ok() {
                    self.foreign = true;
                }
            }
            Act::Clear => self.clear(),
            Act::Publish(edit) => {
                self.was_edited = true;
                self.edition = *edit as usize;
            }
            Act::OldOpen => self.old_open(),
            Act::OldAnswer(n, answer) => self.old_answer(*n, *answer),
            Act::OldSubmit => self.old_submit(),
            Act::OldSweep => self.old_sweep(),
            Act::OtherBank(n, answer) => self.other_bank(*n, *answer),
        }
        self.spread();
        self.announce();
    }

    /// Does something in an element, and tells the other one of the page.
    fn on(&mut self, tab: usize, element: usize, f: impl FnOnce(&mut ModuleProgress)) {
        let Some(own) = &mut self.tabs[tab] else {
            return;
        };
        f(&mut own.elements[element]);
        self.tell_other(tab, element);
    }

    fn tell_other(&mut self, tab: usize, element: usize) {
        let now = self.now();
        let Some(own) = &mut self.tabs[tab] else {
            return;
        };
        let mut from = element;
        // Until nobody has anything to say.
        loop {
            let names = own.storage.take_changes();
            if names.is_empty() {
                break;
            }
            from = 1 - from;
            for name in names {
                own.elements[from].changed(&name, now);
            }
        }
    }

    fn tell(&mut self, tab: usize, names: &[String]) {
        for name in names {
            for element in 0..2 {
                let now = self.now();
                self.on(tab, element, |own| _ = own.changed(name, now));
            }
        }
    }

    fn hear(&mut self, tab: usize) {
        let names = std::mem::take(&mut self.queues[tab]);
        self.tell(tab, &names);
    }

    /// Puts what tabs have stored into the queues of the others.
    fn spread(&mut self) {
        for (from, name) in self.log.borrow_mut().drain(..) {
            for tab in 0..2 {
                if tab != from && self.tabs[tab].is_some() {
                    self.queues[tab].push(name.clone());
                }
            }
        }
    }

    /// What was stored by somebody who is no tab of ours.
    fn store(&mut self, name: &str, text: &str) -> bool {
        let is_stored = self.disk.write(name, text).is_ok();
        if is_stored {
            self.log.borrow_mut().push((9, name.to_owned()));
        }
        is_stored
    }

    fn remove(&mut self, name: &str) {
        if self.disk.remove(name).is_ok() {
            self.log.borrow_mut().push((9, name.to_owned()));
        }
    }

    fn open(&mut self, tab: usize) {
        if self.tabs[tab].is_some() {
            self.close(tab, false);
        }
        let storage = Rc::new(PageStorage::new(Box::new(TabStorage {
            disk: self.disk.clone(),
            tab,
            log: self.log.clone(),
        })));
        let mut elements = Vec::new();
        for _ in 0..2 {
            let now = self.now();
            let seed = Seed(now.0 as u32);
            elements.push(ModuleProgress::open(
                self.module(),
                HERE,
                storage.clone(),
                now,
                seed,
            ));
        }
        storage.take_changes();
        self.tabs[tab] = Some(Tab { storage, elements });
        self.queues[tab].clear();
        self.is_as_left(tab);
    }

    fn close(&mut self, tab: usize, crash: bool) {
        let Some(own) = self.tabs[tab].take() else {
            return;
        };
        if !crash {
            own.storage.retry();
            if own.is_healthy() && !own.has_newer() {
                self.tabs[tab] = Some(own);
                self.announce();
                self.tabs[tab] = None;
            }
        }
        let gone = |holder: Holder, announced: bool| holder == Holder::Tab(tab) && announced;
        self.answers.retain(|own| !gone(own.holder, own.announced));
        self.done.retain(|own| !gone(own.1, own.2));
        self.writing = self.writing.take().filter(|own| !gone(own.1, own.2));
        for own in &mut self.answers {
            if own.holder == Holder::Tab(tab) {
                own.holder = Holder::Stored;
            }
        }
        for own in &mut self.done {
            if own.1 == Holder::Tab(tab) {
                own.1 = Holder::Stored;
            }
        }
        if let Some(own) = &mut self.writing
            && own.1 == Holder::Tab(tab)
        {
            own.1 = Holder::Stored;
        }
    }

    /// A page that says that something is not stored may lose it; one that says nothing may not.
    fn announce(&mut self) {
        let is_announced = |holder: Holder, before: bool| match holder {
            Holder::Tab(tab) => match &self.tabs[tab] {
                Some(own) => !own.is_healthy() || own.has_newer(),
                None => before,
            },
            Holder::Stored => before,
        };
        for own in &mut self.answers {
            own.announced =
                is_announced(own.holder, own.announced) || own.announced && own.gives_way;
        }
        for own in &mut self.done {
            own.2 = is_announced(own.1, own.2);
        }
        if let Some(own) = &mut self.writing {
            own.2 = is_announced(own.1, own.2) || own.2 && own.3;
        }
    }

    fn know(
        &mut self,
        attempt: AttemptId,
        question: QuestionId,
        response: Response,
        holder: Holder,
    ) {
        let before = self
            .answers
            .iter()
            .find(|own| own.attempt == attempt && own.question == question);
        let gives_way = before.is_some_and(|own| {
            own.gives_way || own.holder != holder && (own.announced || self.is_unreadable)
        });
        self.answers
            .retain(|own| own.attempt != attempt || own.question != question);
        self.answers.push(Known {
            attempt,
            question,
            response,
            at: Moment(self.clock),
            holder,
            announced: false,
            gives_way,
        });
    }

    fn answer(&mut self, tab: usize, element: usize, n: usize, answer: Answer) {
        let now = self.now();
        let mut news = None;
        self.on(tab, element, |own| {
            let Some(planned) = own.session().plan().questions.get(n) else {
                return;
            };
            let question = planned.question;
            let response = response(own.session().module(), &question, answer);
            let event = Event::Respond {
                question,
                response,
                reading: Reading::Both,
                at: now,
            };
            own.apply(event);
            let given = own.session().given().get(&question);
            if let Some(given) = given.filter(|given| given.at == now) {
                news = Some((own.session().head().id, question, given.response.clone()));
            }
        });
        if let Some((attempt, question, response)) = news {
            self.know(attempt, question, response, Holder::Tab(tab));
        }
    }

    fn use_up(&mut self, tab: usize, n: usize, act: &Act) {
        let at = self.now();
        let mut touched = None;
        self.on(tab, 0, |own| {
            let Some(planned) = own.session().plan().questions.get(n) else {
                return;
            };
            let (question, reading) = (planned.question, Reading::Both);
            own.apply(match act {
                Act::Check(..) => Event::Check { question, at },
                Act::Hint(..) => Event::Hint {
                    question,
                    reading,
                    at,
                },
                _ => Event::Sure {
                    question,
                    certainty: Certainty::Low,
                    reading,
                    at,
                },
            });
            let given = own.session().given().get(&question);
            if given.is_some_and(|given| given.at == at) {
                touched = Some((own.session().head().id, question));
            }
        });
        for own in &mut self.answers {
            let is_other = own.holder != Holder::Tab(tab) && (own.announced || self.is_unreadable);
            own.gives_way |= is_other && touched == Some((own.attempt, own.question));
        }
    }

    fn submit(&mut self, tab: usize, element: usize, anyway: bool) {
        let at = self.now();
        let unanswered = match anyway {
            true => Unanswered::Leave,
            false => Unanswered::Ask,
        };
        let mut news = None;
        self.on(tab, element, |own| {
            own.apply(Event::Submit { unanswered, at });
            if own.session().submitted() == Some(at) {
                news = Some(own.session().head().id);
            }
        });
        if let Some(id) = news {
            self.done.push((id, Holder::Tab(tab), false));
            for own in &mut self.answers {
                // This tab could not know of what another one has in memory alone.
                if own.attempt == id && own.announced && own.holder != Holder::Tab(tab) {
                    own.at = Moment(u64::MAX);
                }
            }
        }
    }

    fn write(&mut self, tab: usize, element: usize, text: String) {
        let now = self.now();
        if self.tabs[tab].is_some() {
            self.on(tab, element, |own| _ = own.write(text.clone(), now));
            let holder = Holder::Tab(tab);
            let before = self.writing.as_ref();
            let entries = self.disk.entries();
            let is_there = entries.iter().any(|(name, _)| name.contains(":writing:"));
            let gives_way = before.is_some_and(|own| own.3 || own.1 != holder && own.2)
                || self.is_unreadable && is_there && before.is_none_or(|own| own.1 != holder);
            self.writing = Some((text, holder, false, gives_way));
        }
    }

    fn heal(&mut self) {
        self.is_unreadable = false;
        self.disk.limit(None);
        self.disk.forbid(false, false);
    }

    /// Something happens to an entry that no page can help.
    fn forget(&mut self, key: &Key) {
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

    fn some_entry(&self, at: prop::sample::Index) -> Option<(Key, String, String)> {
        let mut all = Vec::new();
        for (name, text) in self.disk.entries() {
            if let Ok(key) = name.parse::<Key>() {
                all.push((key, name, text));
            }
        }
        (!all.is_empty()).then(|| all.swap_remove(at.index(all.len())))
    }

    fn garble(&mut self, at: prop::sample::Index, how: Damage) {
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
        }
    }

    /// A later version of the client stores an entry of its own.
    fn make_newer(&mut self, at: prop::sample::Index) {
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

    fn clear(&mut self) {
        self.was_hurt = true;
        for (name, _) in self.disk.entries() {
            if self.disk.remove(&name).is_err() {
                return;
            }
        }
        self.answers.clear();
        self.done.clear();
        self.newer.clear();
        self.writing = None;
        self.foreign = false;
        for queue in &mut self.queues {
            queue.push(String::new());
        }
    }

    /// What must hold after each step.
    pub(crate) fn check(&self) {
        let entries = self.disk.entries();
        for own in self.answers.iter().filter(|own| !own.announced) {
            assert!(
                entries.iter().any(|entry| holds(entry, own)),
                "lost: {own:?}\nstored: {entries:#?}"
            );
        }
        for (id, ..) in self.done.iter().filter(|own| !own.2) {
            let is_there = entries.iter().any(|(name, text)| {
                name.contains(&format!(":done:{id}")) && text.starts_with("{\"jalon\":1")
            });
            assert!(is_there, "the result of {id} is lost: {entries:#?}");
        }
        if let Some((text, ..)) = self.writing.as_ref().filter(|own| !own.2) {
            let saved = Saved::Writing(text.clone()).to_text();
            let is_there =
                |(name, own): &(String, String)| name.contains(":writing:") && *own == saved;
            assert!(entries.iter().any(is_there), "{text} is lost: {entries:#?}");
        }
        for newer in &self.newer {
            assert!(entries.contains(newer), "{newer:?} was touched");
        }
        if self.foreign {
            assert!(entries.contains(&(FOREIGN.0.to_owned(), FOREIGN.1.to_owned())));
        }
        for (tab, queue) in self.tabs.iter().zip(&self.queues) {
            // One of the two may have looked before the browser told both; and what a later version keeps is not written over.
            let Some(tab) = tab
                .as_ref()
                .filter(|tab| queue.is_empty() && !tab.has_newer())
            else {
                continue;
            };
            let [one, two] = &tab.elements[..] else {
                panic!("two elements");
            };
            let (one, two) = (one.session(), two.session());
            if one.head().id == two.head().id && one.submitted() == two.submitted() {
                assert_eq!(one.given(), two.given(), "elements went apart");
            }
        }
    }

    /// What a page that was just opened must show.
    fn is_as_left(&self, tab: usize) {
        let Some(own) = &self.tabs[tab] else { return };
        let page = &own.elements[0];
        if !own.is_healthy() || own.has_newer() {
            return;
        }
        let session = page.session();
        let id = session.head().id;
        assert!(
            !session.plan().questions.is_empty(),
            "an exercise without a question"
        );
        for known in self
            .answers
            .iter()
            .filter(|own| own.attempt == id && !own.announced)
        {
            if session.module().question(&known.question).is_none() {
                continue;
            }
            match session.given().get(&known.question) {
                Some(given) => assert_eq!(given.response, known.response, "{known:?} was altered"),
                None => {
                    // It was given after another tab had handed in, on a page that could not see that.
                    let is_late = session.submitted().is_some_and(|at| at < known.at);
                    let is_told = page.saving().1.bank_changed || session.submitted().is_some();
                    let is_told = is_told && self.was_edited;
                    assert!(is_late || is_told, "{known:?} is not shown");
                }
            }
        }
        if let Some((text, ..)) = self.writing.as_ref().filter(|own| !own.2 && !self.was_hurt) {
            assert_eq!(page.writing(), text);
        }
        let entries = self.disk.entries();
        let is_done = |id: &AttemptId| {
            entries
                .iter()
                .any(|(name, _)| name.contains(&format!(":done:{id}")))
        };
        let goes_on = |known: &Known| {
            let is_other = self.others.contains(&known.attempt);
            !known.announced && !is_other && !is_done(&known.attempt)
        };
        let goes_on = self.answers.iter().any(goes_on);
        if goes_on && !self.was_edited {
            let is_blank = session.given().is_empty();
            assert!(
                !is_blank && session.submitted().is_none(),
                "an attempt is not found again"
            );
        }
    }

    /// The end of each journey.
    pub(crate) fn heal_and_come_back(&mut self) {
        self.heal();
        for tab in 0..2 {
            self.act(&Act::Retry(tab));
            self.check();
            self.act(&Act::Hear(tab));
            self.check();
        }
        for tab in 0..2 {
            self.act(&Act::Close { tab, crash: false });
            self.check();
        }
        self.act(&Act::Open(0));
        self.check();
        let page = self.tabs[0].as_ref().unwrap();
        assert_eq!(page.storage.health(), Health::Kept);
    }
}

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

    fn old_open(&mut self) {
        self.old = self.old_session(None);
        if self.old.is_some() {
            return;
        }
        let now = self.now();
        let id = format!("{}-7", now.0).parse().unwrap();
        let session = Session::start(self.modules[0].clone(), id, Seed(7), &Seen::default(), now);
        let key = Key::Open(self.old_key(), id);
        if self.store(&key.name(), &Saved::Open(session.head().clone()).to_text()) {
            self.old = Some(session);
        }
    }

    fn old_answer(&mut self, n: usize, answer: Answer) {
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

    fn old_submit(&mut self) {
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
        self.done.push((id, Holder::Stored, false));
    }

    /// It sets aside what it can't read, also what a later version wrote.
    fn old_sweep(&mut self) {
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
    fn other_bank(&mut self, n: usize, answer: Answer) {
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

/// Whether an entry holds an answer.
fn holds((name, text): &(String, String), known: &Known) -> bool {
    let Ok(key) = name.parse::<Key>() else {
        return false;
    };
    match (&key, Saved::read(&key, text)) {
        (Key::Given(_, id, question), Ok(Saved::Given(given))) => {
            *id == known.attempt && *question == known.question && given.response == known.response
        }
        (Key::Done(_, id), Ok(Saved::Done(attempt))) if *id == known.attempt => {
            let all = [&attempt.given, &attempt.left_out];
            let mut all = all.iter().filter_map(|all| all.get(&known.question));
            all.any(|given| given.response == known.response)
        }
        _ => false,
    }
}

fn response(module: &Module, question: &QuestionId, answer: Answer) -> Response {
    let body = module.question(question).map(|question| &question.body);
    match (answer, body) {
        (Answer::Nothing, _) | (_, None) => Response::Nothing,
        (Answer::Right, Some(body)) => body.model_response(),
        (_, Some(Body::Choice(_))) => {
            let ids = if answer == Answer::Other { "b" } else { "c" };
            Response::Choice([ids.parse().unwrap()].into_iter().collect())
        }
        (_, Some(Body::TrueFalse(_))) => Response::TrueFalse(answer == Answer::Other),
        (Answer::Other, Some(_)) => Response::Text("ISO/IEC 27002".to_owned()),
        (_, Some(_)) => Response::Text("ISO/I".to_owned()),
    }
}
