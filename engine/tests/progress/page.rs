//! Pages over a storage in memory, in a learner's terms.

use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    Attempt, MemoryStorage, ModuleProgress, PageStorage, Saved, Storage, Topics,
};
use jalon_engine::session::{Event, Seed, Unanswered};
use jalon_engine::time::Moment;

use crate::common::{HEADER, module_json, module_of};

/// Where the bank of these tests is.
pub(crate) const HERE: &str = "https://example.org/banks/b.json";

/// What the names of its entries start with.
pub(crate) fn prefix(address: &str) -> String {
    let scope = jalon_engine::progress::Scope::of(&"b".parse().unwrap(), address);
    format!("jalon:{}:", scope.name())
}

/// A module, with its file changed as text.
pub(crate) fn edited(edits: &[(&str, &str)]) -> Module {
    let mut json = module_json();
    for (from, to) in edits {
        assert!(json.contains(from), "{from} is not in the module");
        json = json.replace(from, to);
    }
    module_of(HEADER, &json)
}

/// The same module with other questions.
pub(crate) fn replaced() -> Module {
    let mut json = module_json();
    for id in [
        "one-more",
        "one",
        "several",
        "judged",
        "typed-more",
        "typed",
    ] {
        json = json.replace(
            &format!("\"id\": \"{id}\""),
            &format!("\"id\": \"other-{id}\""),
        );
    }
    module_of(HEADER, &json)
}

pub(crate) fn page_of(storage: &MemoryStorage) -> Rc<PageStorage> {
    Rc::new(PageStorage::new(Box::new(storage.clone())))
}

pub(crate) fn open_at(
    storage: &MemoryStorage,
    module: Module,
    address: &str,
    at: u64,
) -> ModuleProgress {
    ModuleProgress::open(
        module,
        address,
        page_of(storage),
        Moment(at),
        Seed(at as u32),
    )
}

/// A page of its own.
pub(crate) fn open(storage: &MemoryStorage, at: u64) -> ModuleProgress {
    open_at(storage, edited(&[]), HERE, at)
}

pub(crate) fn questions(progress: &ModuleProgress) -> Vec<QuestionId> {
    let planned = progress.session().plan().questions.iter();
    planned.map(|planned| planned.question).collect()
}

/// The right answer to the question in that place.
pub(crate) fn model(progress: &ModuleProgress, n: usize) -> Response {
    let id = questions(progress)[n];
    let module = progress.session().module();
    module.question(&id).unwrap().body.model_response()
}

pub(crate) fn respond(
    progress: &mut ModuleProgress,
    n: usize,
    response: Response,
    at: u64,
) -> Topics {
    progress.apply(Event::Respond {
        question: questions(progress)[n],
        response,
        reading: Reading::Both,
        at: Moment(at),
    })
}

pub(crate) fn answer(progress: &mut ModuleProgress, n: usize, at: u64) {
    respond(progress, n, model(progress, n), at);
}

pub(crate) fn answer_all(progress: &mut ModuleProgress, at: u64) {
    for n in 0..questions(progress).len() {
        answer(progress, n, at + n as u64);
    }
}

pub(crate) fn submit(progress: &mut ModuleProgress, at: u64) {
    let unanswered = Unanswered::Leave;
    let at = Moment(at);
    progress.apply(Event::Submit { unanswered, at });
    assert!(progress.session().submitted().is_some());
}

pub(crate) fn is_over(progress: &ModuleProgress) -> bool {
    progress.session().submitted().is_some()
}

/// The names of entries, of those that have a part of a name in theirs.
pub(crate) fn names(storage: &MemoryStorage, part: &str) -> Vec<String> {
    let entries = storage.entries().into_iter();
    entries
        .map(|(name, _)| name)
        .filter(|name| name.contains(part))
        .collect()
}

pub(crate) fn text(storage: &MemoryStorage, name: &str) -> String {
    let mut entries = storage.entries().into_iter();
    entries
        .find(|(own, _)| own == name)
        .unwrap_or_else(|| panic!("no {name}"))
        .1
}

/// Fills what is left of a storage.
pub(crate) fn fill(storage: &MemoryStorage) {
    storage.limit(Some(storage.used()));
}

/// Moves every entry to the names of earlier releases.
pub(crate) fn unscope(storage: &MemoryStorage) {
    for (name, text) in storage.entries() {
        storage.remove(&name).unwrap();
        if !name.contains(":stored:") {
            let old = name.replace(&prefix(HERE), "jalon:b:");
            storage.write(&old, &text).unwrap();
        }
    }
}

/// The last finished attempt that is stored.
pub(crate) fn record(storage: &MemoryStorage) -> Attempt {
    let name = names(storage, ":done:").pop().expect("a finished attempt");
    match Saved::read(&name.parse().unwrap(), &text(storage, &name)) {
        Ok(Saved::Done(attempt)) => attempt,
        other => panic!("{other:?}"),
    }
}
