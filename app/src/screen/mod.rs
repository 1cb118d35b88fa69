//! What each element shows, once its bank is there; before that, that it is coming or why it is not.

mod checkpoint;
mod lesson;
mod prompt;
mod result;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::lang::{Lang, Reading};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

pub(crate) use crate::edge::fetch::Ask;
use crate::edge::fetch::{Answers, Failure};
use crate::part::el::{El, Part, View, el, live};
use crate::part::{Reader, say, say_with};
use crate::state::Store;

/// The custom elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    /// The graded exercise of a module.
    Checkpoint,
    /// The lesson and the checkpoint.
    Module,
    /// The lesson's written prompt alone.
    Prompt,
}

impl Element {
    pub(crate) fn of_tag(tag: &str) -> Self {
        match tag {
            "jalon-module" => Self::Module,
            "jalon-prompt" => Self::Prompt,
            _ => Self::Checkpoint,
        }
    }
}

/// What is known of the module.
enum Stage {
    Loading,
    Failed(Failure),
    Ready(Store),
}

/// An element, as long as it is there.
struct Screen {
    element: Element,
    ask: Ask,
    wishes: Wishes,
    reader: Reader,
    owner: Owner,
    stage: RefCell<Stage>,
    changed: RwSignal<()>,
}

/// The whole of an element.
pub(crate) fn screen(
    element: Element,
    ask: Ask,
    answers: Option<Answers>,
    wishes: Wishes,
    reader: Reader,
    owner: Owner,
) -> View {
    let screen = Rc::new(Screen {
        element,
        ask,
        wishes,
        reader,
        owner,
        stage: RefCell::new(Stage::Loading),
        changed: RwSignal::new(()),
    });
    screen.clone().load(answers, false);
    live(move || screen.view())
}

impl Screen {
    fn load(self: Rc<Self>, answers: Option<Answers>, again: bool) {
        spawn_local(async move {
            let module = self.ask.module(answers).await;
            self.loaded(module);
            if again {
                // To the title or to what failed: the button that had the focus is gone.
                self.reader.focus_soon("[tabindex]".to_owned());
            }
        });
    }

    fn loaded(&self, module: Result<Module, Failure>) {
        // The element may have been taken away meanwhile.
        if self.changed.is_disposed() {
            return;
        }
        self.enter(match module {
            Err(failure) => Stage::Failed(failure),
            // The store lives as long as the element, not only as long as this task.
            Ok(module) => {
                let open = || open(module, &self.wishes, self.reader);
                Stage::Ready(self.owner.with(open))
            }
        });
    }

    fn enter(&self, stage: Stage) {
        self.stage.replace(stage);
        self.changed.notify();
    }

    fn retry(self: Rc<Self>) {
        self.enter(Stage::Loading);
        self.load(None, true);
    }

    fn view(self: &Rc<Self>) -> View {
        self.changed.track();
        match &*self.stage.borrow() {
            Stage::Loading => {
                let words = say(self.reader, |w| w.loading);
                let status = el("p").class("loading").attr("role", "status");
                status.child(words).alone()
            }
            Stage::Failed(_) => self.failed().alone(),
            Stage::Ready(store) => ready(self.element, *store),
        }
    }
    fn failed(self: &Rc<Self>) -> El {
        let (failed, retried) = (self.clone(), self.clone());
        let why = say_with(self.reader, move |w| match &*failed.stage.borrow() {
            Stage::Failed(Failure::NoAttribute(name)) => w.no_attribute.fill(&[name]),
            Stage::Failed(Failure::NoConnection(url)) => w.no_connection.fill(&[url]),
            Stage::Failed(Failure::Status(url, status)) => {
                w.bad_status.fill(&[&status.to_string(), url])
            }
            Stage::Failed(Failure::Unreadable(url, why)) => w.unreadable.fill(&[url, why]),
            Stage::Failed(Failure::NoSuchModule(module, all)) => {
                w.no_such_module.fill(&[module, all])
            }
            Stage::Loading | Stage::Ready(_) => String::new(),
        });
        let button = el("button")
            .class("main")
            .attr("type", "button")
            .on("click", move |_| retried.clone().retry())
            .child(say(self.reader, |w| w.retry));
        el("div")
            .class("failed")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .child(el("p").child(el("strong").child(say(self.reader, |w| w.not_loaded))))
            .child(el("p").child(why))
            .child(button)
    }
}

fn ready(element: Element, store: Store) -> View {
    match element {
        Element::Checkpoint => checkpoint::checkpoint(store).alone(),
        Element::Module => {
            let lesson = lesson::lesson(store);
            vec![lesson, Some(checkpoint::checkpoint(store))].alone()
        }
        Element::Prompt => prompt::prompt(store).alone(),
    }
}

fn open(module: Module, wishes: &Wishes, reader: Reader) -> Store {
    let languages = module.languages().to_vec();
    Store::open(module, reader, |chosen| {
        let chosen = chosen.filter(|reading| exists(reading, &languages));
        let reading = chosen.unwrap_or_else(|| reading(&wishes.borrow(), &languages));
        reader.choose(reading, languages);
    })
}

fn exists(reading: &Reading, languages: &[Lang]) -> bool {
    match reading {
        Reading::Both => true,
        Reading::In(lang) => languages.contains(lang),
    }
}

/// How to read: in the first of the wishes that can be had, else in the bank's first language.
fn reading(wishes: &str, languages: &[Lang]) -> Reading {
    for wish in wishes.split(',') {
        if wish == "both" {
            return Reading::Both;
        }
        if let Some(lang) = pick(wish, languages) {
            return Reading::In(lang.clone());
        }
    }
    match languages.first() {
        Some(first) => Reading::In(first.clone()),
        None => Reading::Both,
    }
}

/// The bank's language for a tag such as `fr-CA`: the same, else one of the same first part.
fn pick<'a>(wish: &str, languages: &'a [Lang]) -> Option<&'a Lang> {
    let wish: Lang = wish.to_ascii_lowercase().parse().ok()?;
    let same = languages.iter().find(|lang| **lang == wish);
    same.or_else(|| {
        languages
            .iter()
            .find(|lang| lang.primary() == wish.primary())
    })
}

/// The languages to read in, most wanted first, with commas between them: the tag's, which can change, the page's, the
/// browser's.
pub(crate) type Wishes = Rc<RefCell<String>>;

/// Follows other wishes.
pub(crate) fn follow(reader: Reader, wishes: &str) {
    reader.read_in(reading(wishes, &reader.languages()));
}

/// Speaks the languages of the interface until the bank is there and says which ones it has.
pub(crate) fn first_reader(wishes: &str, place: HtmlElement) -> Reader {
    let ours: Vec<Lang> = jalon_words::ALL
        .iter()
        .filter_map(|words| words.lang.parse().ok())
        .collect();
    Reader::new(reading(wishes, &ours), ours, place)
}
