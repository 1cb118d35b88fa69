//! A browser with two tabs, an earlier version of the client beside them, and a second bank of the same id; and the model of what was
//! answered in it.

mod checks;
mod faults;
mod learner;
mod others;
mod tabs;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    Health, MemoryStorage, ModuleProgress, PageStorage, Refused, Storage,
};
use jalon_engine::question_map::QuestionMap;
use jalon_engine::session::{RecordedResponse, Seed, Session};
use jalon_engine::time::Moment;

use crate::common::{HEADER, module_json, module_of};
use crate::journeys::Act;

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
    /// What may be found instead, as long as it is announced or gives way.
    others: Vec<Response>,
    /// One of them is stored.
    is_kept: bool,
}

impl Known {
    /// Nothing was given, in a tab that could not see what another one has in memory: that is no answer, and the other one still counts
    /// once it is stored.
    fn yields(&self) -> bool {
        self.gives_way && self.response == Response::Nothing
    }

    /// Whether this may be found in its place, with the page saying nothing.
    fn may_be(&self, found: &Response) -> bool {
        *found == self.response || self.yields() && self.others.contains(found)
    }
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
    /// Answers that the learner has cleared away. An element that had them shows them still, one that is put in anew doesn't.
    cleared: Vec<(AttemptId, QuestionId)>,
    /// With who wrote it, whether it may not last, and whether it gives way to what another tab stored.
    writing: Option<(String, Holder, bool, bool)>,
    is_unreadable: bool,
    /// Attempts that were handed in, and by whom.
    done: Vec<(AttemptId, Holder, bool)>,
    /// What those who handed in an attempt saw of it.
    handed_in: Vec<(AttemptId, QuestionMap<RecordedResponse>)>,
    /// Entries of a later version.
    newer: Vec<(String, String)>,
    /// Damaged texts, which stay under some name.
    damaged: Vec<String>,
    foreign: bool,
    /// The storage had no room for something.
    was_full: bool,
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
        let other_choice = json
            .replace("\"b\"", "\"new\"")
            .replace("\"bank\": \"new\"", "\"bank\": \"b\"");
        let files = [
            json.clone(),
            json.replace("because", "since"),
            json.replace("\"f-one\"", "\"g-one\""),
            without("judged"),
            with,
            other_choice,
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
            cleared: Vec::new(),
            writing: None,
            is_unreadable: false,
            done: Vec::new(),
            handed_in: Vec::new(),
            newer: Vec::new(),
            damaged: Vec::new(),
            foreign: false,
            was_full: false,
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
            Act::Move(tab, element) => self.put_in_anew(*tab, *element),
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
                self.was_full |= matches!(refusal, Refusal::Full(_));
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
        let entries = self.disk.entries();
        let is_stored = self.disk.write(name, text).is_ok();
        if is_stored {
            // Whoever writes over a damaged text is no page of ours.
            let before = entries.into_iter().find(|(own, _)| own == name);
            self.damaged
                .retain(|own| before.as_ref().is_none_or(|(_, text)| text != own));
            self.log.borrow_mut().push((9, name.to_owned()));
        }
        is_stored
    }

    fn remove(&mut self, name: &str) {
        if self.disk.remove(name).is_ok() {
            self.log.borrow_mut().push((9, name.to_owned()));
        }
    }
}
