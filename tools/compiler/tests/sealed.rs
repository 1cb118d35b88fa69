//! A compiled file is read as it was built, or not at all. A bank that breaks rules and was sealed all the same does no harm.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jalon_compiler::check;
use jalon_engine::bank::{Bank, Module, sealed};
use jalon_engine::feedback;
use jalon_engine::grade::Certainty;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::Response;
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::progress::{Attempt, Key, Saved, mastery};
use jalon_engine::session::{Event, Exposure, Seed, Session, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// A header and its modules, with a question of every kind among them.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../cli/tests/bank"));
    let read = |name: &str| {
        (
            name.to_owned(),
            fs::read_to_string(folder.join(name)).unwrap(),
        )
    };
    let mut sources = [
        "bank.toml",
        "first-steps.toml",
        "sentences.toml",
        "wheel.svg",
    ]
    .map(read);
    let (listed, both) = ("[\"first-steps\"]", "[\"first-steps\", \"sentences\"]");
    sources[0].1 = sources[0].1.replacen(listed, both, 1);
    let report = check(&sources.into_iter().collect());
    let [bank] = &report.banks[..] else {
        panic!("{:#?}", report.diagnostics);
    };
    let files = bank.files();
    assert_eq!(files.len(), 3);
    files.into_iter().map(|(_, json)| json).collect()
});

fn header() -> &'static str {
    &FILES[0]
}

fn module_files() -> &'static [String] {
    &FILES[1..]
}

fn refusal(json: &str) -> String {
    Bank::read(json).unwrap_err().to_string()
}

#[test]
fn a_file_that_is_not_as_it_was_built_is_refused_for_that_reason() {
    let changed = "it was changed after it was built; build it again";
    assert_eq!(refusal(&header()[..header().len() / 2]), changed);
    assert_eq!(refusal(&header().replacen("First", "Last", 1)), changed);
    assert_eq!(refusal(&format!("{}\n", header())), changed);
    assert_eq!(
        refusal(&header().replacen("\"seal\"", "\"sale\"", 1)),
        changed
    );
    assert_eq!(refusal(&unsealed(header()).to_string()), changed);
    let bank = Bank::read(header()).unwrap();
    let module = module_files()[0].replacen("\"points\":", "\"points\":1", 1);
    assert_eq!(bank.read_module(&module).unwrap_err().to_string(), changed);
}

#[test]
fn another_format_is_named_before_the_seal() {
    for found in [1, 2, 77] {
        let other = header().replacen(":3,", &format!(":{found},"), 1);
        let words = format!("the file has format {found}, this engine reads format 3");
        assert_eq!(refusal(&other), words);
    }
}

#[test]
fn what_is_no_compiled_file_at_all_is_no_changed_one() {
    assert_eq!(
        refusal("<!doctype html>"),
        "no JSON that can be read, from line 1 on"
    );
    assert_eq!(
        refusal(r#"{"name":"left-pad"}"#),
        "expected a whole number that is not too large"
    );
}

#[test]
fn a_module_of_another_version_of_the_bank_is_refused() {
    let other = "the module was built from another version of the bank";
    for (name, value) in [("version", "0"), ("id", "other"), ("modules", "")] {
        let mut file = unsealed(header());
        file[name] = if value.is_empty() {
            Value::Array(Vec::new())
        } else {
            value.into()
        };
        let bank = Bank::read(&sealed_again(file)).unwrap();
        for module in module_files() {
            assert_eq!(bank.read_module(module).unwrap_err().to_string(), other);
        }
    }
}

/// What a file holds, without its seal.
fn unsealed(json: &str) -> Value {
    let mut file: Value = serde_json::from_str(json).unwrap();
    file.as_object_mut().unwrap().remove("seal").unwrap();
    file
}

fn sealed_again(mut file: Value) -> String {
    file.as_object_mut().unwrap().remove("jalon");
    let members = file.to_string();
    let text = sealed(&members.replacen('{', "{\"jalon\":3,", 1));
    assert!(text.contains("\"seal\""), "{text}");
    text
}

/// One thing that is done to a file, at a place that the first index picks.
#[derive(Debug, Clone)]
enum Harm {
    Remove,
    Twice,
    Empty,
    Number(u64),
    Text(&'static str),
    /// Replaced by what stands elsewhere in the file.
    Copy(Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let numbers = [0, 1, 2, 101, 255, 65_535, u64::from(u32::MAX), u64::MAX];
    let texts = [
        "",
        "a",
        "q",
        "en",
        "partial",
        "exact",
        "\u{0}",
        "1e999999999",
    ];
    prop_oneof![
        Just(Harm::Remove),
        Just(Harm::Twice),
        Just(Harm::Empty),
        prop::sample::select(numbers.to_vec()).prop_map(Harm::Number),
        prop::sample::select(texts.to_vec()).prop_map(Harm::Text),
        any::<Index>().prop_map(Harm::Copy),
    ]
}

/// The way to every value of a file.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{n}"), all);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(member, &format!("{here}/{name}"), all);
            }
        }
        _ => {}
    }
}

fn inflict(file: &mut Value, at: Index, harm: &Harm) {
    let mut all = Vec::new();
    pointers(file, "", &mut all);
    let other = match harm {
        Harm::Copy(from) => file.pointer(from.get::<String>(&all)).cloned(),
        _ => None,
    };
    let path = at.get::<String>(&all);
    let Some((up, name)) = path.rsplit_once('/') else {
        return;
    };
    let Some(value) = file.pointer_mut(path) else {
        return;
    };
    match harm {
        Harm::Empty => match value {
            Value::Array(items) => items.clear(),
            Value::Object(members) => members.clear(),
            other => *other = Value::Null,
        },
        Harm::Number(number) => *value = (*number).into(),
        Harm::Text(text) => *value = (*text).into(),
        Harm::Copy(_) => *value = other.unwrap(),
        Harm::Remove | Harm::Twice => match file.pointer_mut(up).unwrap() {
            Value::Array(items) => {
                let n: usize = name.parse().unwrap();
                let item = items.remove(n);
                if matches!(harm, Harm::Twice) {
                    items.extend([item.clone(), item]);
                }
            }
            Value::Object(members) => {
                members.remove(name);
            }
            _ => {}
        },
    }
}

fn reading() -> Reading {
    Reading::In("fr".parse::<Lang>().unwrap())
}

/// Answers that have nothing to do with a question, and those that do.
fn responses(module: &Module, id: &QuestionId) -> Vec<Response> {
    let text = |text: &str| text.to_owned();
    let mut all: Vec<Response> = module
        .questions()
        .iter()
        .map(|question| question.body.model_response())
        .collect();
    all.extend([
        Response::TrueFalse(true),
        Response::Text(text("risk")),
        Response::Number(text("1,234")),
        Response::Number(text("9e99999999")),
        Response::Essay(text("a b c")),
    ]);
    all.extend(
        module
            .question(id)
            .map(|question| question.body.model_response()),
    );
    all
}

/// An attempt from beginning to end, as a view would ask for everything.
fn sit(module: &Module, seed: u32) {
    let attempt = "a-1".parse().unwrap();
    let mut session = Session::start(
        module.clone(),
        attempt,
        Seed(seed),
        &Exposure::default(),
        Moment(1),
    );
    let ids: Vec<QuestionId> = session
        .plan()
        .questions
        .iter()
        .map(|one| one.question)
        .collect();
    for id in &ids {
        look(&session, id);
        for response in responses(module, id) {
            let (question, at) = (*id, Moment(2));
            let _ = session.apply(Event::Respond {
                question,
                response,
                reading: reading(),
                at,
            });
            look(&session, id);
        }
        let (question, at) = (*id, Moment(3));
        let _ = session.apply(Event::Hint {
            question,
            reading: reading(),
            at,
        });
        let certainty = Certainty::High;
        let _ = session.apply(Event::Sure {
            question,
            certainty,
            reading: reading(),
            at,
        });
        let _ = session.apply(Event::Check { question, at });
        look(&session, id);
    }
    let unanswered = Unanswered::Leave;
    let _ = session.apply(Event::Submit {
        unanswered,
        at: Moment(4),
    });
    for id in &ids {
        look(&session, id);
    }
    let _ = (
        session.score(),
        session.mark(),
        session.passed(),
        session.attempts_left(),
    );
    if let Some(done) = Attempt::of(&session) {
        let _ = mastery(module, [&done]);
        let key = Key::Done((*module.bank().id()).into(), done.head.id);
        let _ = Saved::read(&key, &Saved::Done(done).to_text());
    }
}

fn look(session: &Session, id: &QuestionId) {
    let _ = (
        session.face(id),
        session.outcome(id),
        session.question_mark(id),
        session.not_ready(id),
    );
    let _ = (
        session.hints(id),
        session.sight(id),
        session.tries_left(id),
        feedback::of(session, id),
    );
}

proptest! {
    #[test]
    fn a_sealed_bank_that_breaks_rules_does_no_harm(
        which: Index, seed: u32,
        harms in prop::collection::vec((any::<Index>(), harm()), 1..4),
    ) {
        let mut files: Vec<Value> = FILES.iter().map(|json| unsealed(json)).collect();
        let which = which.index(files.len());
        for (at, harm) in &harms {
            inflict(&mut files[which], *at, harm);
        }
        let mut texts = files.into_iter().filter(Value::is_object).map(sealed_again);
        let Some(Ok(bank)) = texts.next().map(|text| Bank::read(&text)) else { return Ok(()) };
        for module in texts {
            if let Ok(module) = bank.read_module(&module) {
                sit(&module, seed);
            }
        }
    }
}

#[test]
fn a_bank_of_every_kind_is_sat_through() {
    let bank = Bank::read(header()).unwrap();
    for module in module_files() {
        sit(&bank.read_module(module).unwrap(), 7);
    }
}
