//! Random visits of one learner: pages open, answer, crash and come back over a storage that fills up, refuses, and is damaged. No answer that
//! was stored is lost or altered unless the page says so.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[path = "../common/mod.rs"]
mod common;
mod world;

use common::{HEADER, module_json, module_of};
use jalon_engine::bank::Module;
use jalon_engine::grade::Certainty;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::{Body, Response};
use jalon_engine::lang::Reading;
use jalon_engine::session::{Event, Unanswered};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg32;
use serde_json::{Value, json};
use world::World;

/// How many visits each run makes, and how many steps each has at most.
const JOURNEYS: u64 = 2_500;
const STEPS: usize = 30;

/// What an author has done to each question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edit {
    None,
    Reword,
    Regrade,
    TakeOut,
    SwapChoice,
}

fn bank(prefix: &str, edits: &[Edit], settings: usize) -> Module {
    let mut header: Value = serde_json::from_str(HEADER).unwrap();
    let info = header["modules"][0].as_object_mut().unwrap();
    if settings % 2 == 1 {
        info.insert(
            "feedback".to_owned(),
            json!({"when": "at-once", "show": "explanation"}),
        );
        info.insert("certainty".to_owned(), true.into());
    }
    if settings >= 2 {
        info.remove("draw");
    }
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    let all = file["questions"].as_array_mut().unwrap();
    for (n, question) in all.iter_mut().enumerate() {
        let id = question["id"].as_str().unwrap();
        let id = format!("{prefix}{id}");
        question["fingerprint"] = format!("f-{id}").into();
        question["id"] = id.into();
        question["allowance"] = json!({"tries": 2});
        change(question, edits.get(n).copied().unwrap_or(Edit::None));
    }
    let mut n = 0;
    all.retain(|_| {
        n += 1;
        edits.get(n - 1) != Some(&Edit::TakeOut)
    });
    let most = all.len().min(4);
    if header["modules"][0]["draw"].is_number() {
        header["modules"][0]["draw"] = most.into();
    }
    module_of(&header.to_string(), &file.to_string())
}

fn change(question: &mut Value, edit: Edit) {
    let each = |question: &mut Value, f: &dyn Fn(&mut Value)| {
        for lang in ["en", "fr"] {
            let all = question["wordings"][lang].as_array_mut().unwrap();
            all.iter_mut().for_each(f);
        }
    };
    match edit {
        Edit::None | Edit::TakeOut => {}
        Edit::Reword => each(question, &|one| {
            one["prompt"] = json!([{"p": [{"t": "in other words"}]}]);
        }),
        Edit::Regrade => question["fingerprint"] = "changed".into(),
        Edit::SwapChoice => {
            let Some(items) = question.pointer_mut("/body/choice/choices") else {
                return;
            };
            let items = items.as_array_mut().unwrap();
            items.retain(|item| item["id"] != "b");
            items.insert(0, json!({"id": "new"}));
            each(question, &|one| {
                let texts = one["choices"].as_object_mut().unwrap();
                texts.remove("b");
                texts.insert("new".to_owned(), json!([{"t": "new"}]));
            });
        }
    }
}

struct Journey {
    rng: Pcg32,
    world: World,
    edits: Vec<Edit>,
    settings: usize,
    is_loud: bool,
}

impl Journey {
    fn new(seed: u64, is_loud: bool) -> Self {
        let mut rng = Pcg32::seed_from_u64(seed);
        let settings = rng.random_range(0..4);
        let edits = vec![Edit::None; 6];
        let modules = [bank("", &edits, settings), bank("z-", &edits, settings)];
        let world = World::new(modules);
        Self {
            rng,
            world,
            edits,
            settings,
            is_loud,
        }
    }

    fn below(&mut self, n: usize) -> usize {
        self.rng.random_range(0..n)
    }

    fn run(&mut self) {
        self.open();
        for _ in 0..self.rng.random_range(3..STEPS) {
            if self.world.tabs.is_empty() {
                self.open();
            }
            self.step();
        }
        // Healed, everything that is not told as lost is there.
        self.world.storage.limit(None);
        self.world.storage.forbid(false, false);
        while !self.world.tabs.is_empty() {
            self.world.hear(0);
            self.world.close(0, false);
        }
        for site in [0, 1, 0] {
            let seed = self.rng.random();
            self.world.open(site, seed);
            self.world.close(0, false);
        }
    }

    fn open(&mut self) {
        let site = usize::from(self.below(6) == 0);
        let seed = self.rng.random();
        self.world.open(site, seed);
    }

    fn step(&mut self) {
        let at = self.below(self.world.tabs.len());
        let element = self.below(self.world.tabs[at].elements.len());
        let seed = self.rng.random();
        let step = self.below(40);
        if self.is_loud {
            eprintln!(
                "{} tab {at} element {element} step {step} {:?}",
                self.world.now,
                self.world.tabs[at].elements[element].saving()
            );
        }
        match step {
            0..=11 => self.respond(at, element),
            12 => self.world.apply(at, element, |at| Event::Submit {
                unanswered: Unanswered::Ask,
                at,
            }),
            13 | 14 => self.world.apply(at, element, |at| Event::Submit {
                unanswered: Unanswered::Leave,
                at,
            }),
            15 => self.world.try_again(at, element, seed),
            16 => self.on_question(at, element, |question, at| Event::Check { question, at }),
            17 => self.on_question(at, element, |question, at| Event::Hint {
                question,
                reading: Reading::Both,
                at,
            }),
            18 => self.on_question(at, element, |question, at| Event::Sure {
                question,
                certainty: Certainty::High,
                reading: Reading::Both,
                at,
            }),
            19 => {
                let text = ["Fog", "Mist and rain", "{\"jalon\":1}", "é"][self.below(4)];
                self.world.write(at, element, text);
            }
            20 => self
                .world
                .read_in(at, element, Reading::In("fr".parse().unwrap())),
            21..=24 => {
                let crashes = self.below(2) == 0;
                let site = self.world.tabs[at].site;
                self.world.close(at, crashes);
                self.world.open(site, seed);
            }
            25 if self.world.tabs.len() < 3 => self.open(),
            26 if self.world.tabs[at].elements.len() < 2 => self.world.add_element(at, seed),
            27 => self.world.move_element(at, seed),
            28 | 29 => self.world.hear(at),
            30 => self.world.retry(at),
            31 => {
                let room = self.below(300);
                let used = self.world.storage.used();
                self.world.storage.limit(Some(used + room));
                self.world.was_full = true;
            }
            32 => {
                let (read, write) = (self.below(2) == 0, self.below(2) == 0);
                self.world.storage.forbid(read, write);
            }
            33 | 34 => {
                self.world.storage.limit(None);
                self.world.storage.forbid(false, false);
            }
            35 => self.damage(),
            36 => {
                let nth = self.below(50);
                self.world.renew(nth);
            }
            37 => {
                let name = [
                    "other",
                    "jalon",
                    "jalon:c:open:1-1",
                    "jalonish:b",
                    "jalon-x",
                ][self.below(5)];
                self.world.store_foreign(name, "{");
            }
            38 if self.below(3) == 0 => self.world.clear(),
            39 => self.edit(),
            _ => {}
        }
    }

    fn question(&mut self, at: usize, element: usize) -> Option<QuestionId> {
        let session = self.world.tabs[at].elements[element].session();
        let all: Vec<QuestionId> = session
            .plan()
            .questions
            .iter()
            .map(|one| one.question)
            .collect();
        assert!(!all.is_empty(), "an attempt without questions");
        let n = self.below(all.len());
        all.get(n).copied()
    }

    fn respond(&mut self, at: usize, element: usize) {
        let Some(question) = self.question(at, element) else {
            return;
        };
        let session = self.world.tabs[at].elements[element].session();
        let Some(own) = session.module().question(&question) else {
            return;
        };
        let n = self.rng.random_range(0..4);
        let choices = ["a", "b", "c", "new"];
        let response = match &own.body {
            Body::Choice(_) => {
                Response::Choice([choices[n].parse().unwrap()].into_iter().collect())
            }
            Body::TrueFalse(_) => Response::TrueFalse(n % 2 == 0),
            _ => Response::Text(["27", "27001", "statement of appl", "\"\\\u{1}é"][n].to_owned()),
        };
        if self.is_loud {
            eprintln!("  {question} {response:?}");
        }
        self.world.respond(at, element, question, response);
    }

    fn on_question(
        &mut self,
        at: usize,
        element: usize,
        event: impl FnOnce(QuestionId, jalon_engine::time::Moment) -> Event,
    ) {
        if let Some(question) = self.question(at, element) {
            self.world.apply(at, element, |now| event(question, now));
        }
    }

    fn damage(&mut self) {
        let (nth, how, cut) = (self.below(50), self.below(5), self.below(40));
        self.world.damage(nth, |text| match how {
            0 => text.chars().take(text.len() / 2).collect(),
            1 => text
                .chars()
                .take(text.len().saturating_sub(cut + 1))
                .collect(),
            2 => format!("{{\"damaged\":{nth}}}"),
            3 => text.replace('"', "'"),
            _ => format!("{{\"jalon\":1,\"saved\":{{\"writing\":{nth}}}}}"),
        });
    }

    fn edit(&mut self) {
        let n = self.below(6);
        let edits = [
            Edit::None,
            Edit::Reword,
            Edit::Regrade,
            Edit::TakeOut,
            Edit::SwapChoice,
        ];
        self.edits[n] = edits[self.below(5)];
        if self.edits.iter().all(|one| *one == Edit::TakeOut) {
            self.edits[n] = Edit::None;
        }
        self.world.modules[0] = bank("", &self.edits, self.settings);
        self.world.is_edited = true;
    }
}

/// Says which seed failed.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("VISIT={} repeats this visit", self.0);
        }
    }
}

#[test]
fn no_answer_is_lost_or_altered_unannounced() {
    let one = std::env::var("VISIT")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seeds = one.map_or(0..JOURNEYS, |seed: u64| seed..seed + 1);
    for seed in seeds {
        let _seed = Seed(seed);
        Journey::new(seed, one.is_some()).run();
    }
}
