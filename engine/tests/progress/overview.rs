//! Where a learner stands in each module, by the header and what is stored.

use jalon_engine::bank::{Bank, Module};
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{
    MemoryStorage, ModuleOverview, ModuleProgress, Reached, Storage, next_module, overview,
};
use jalon_engine::session::{Event, Seed};
use jalon_engine::time::Moment;

use crate::common::{HEADER, bank, module_json, module_of};
use crate::page::{
    HERE, answer, answer_all, names, open, open_at, page_of, questions, respond, submit, text,
    unscope,
};

const ELSEWHERE: &str = "https://example.org/other/b.json";

/// The bank of these tests, and a module beside the one that is tried.
fn two_modules() -> Bank {
    let other = r#""modules": [{"id": "n", "title": {"en": "Next", "fr": "Suite"},
        "track": {"en": "Track", "fr": "Parcours"}, "level": "advanced", "minutes": 9, "pass": 80}, "#;
    bank(&HEADER.replace(r#""modules": ["#, other))
}

fn overviews(storage: &MemoryStorage, address: &str) -> [ModuleOverview; 2] {
    let before = storage.entries();
    let all = overview(&two_modules(), address, &page_of(storage));
    assert_eq!(storage.entries(), before, "nothing is written");
    all.try_into().unwrap()
}

/// Of the module that is tried. Nothing is said of the other one.
#[track_caller]
fn here(storage: &MemoryStorage) -> ModuleOverview {
    let [next, tried] = overviews(storage, HERE);
    assert_eq!((next.module.as_str(), tried.module.as_str()), ("n", "m"));
    assert_eq!(next.reached(), Reached::Nothing);
    tried
}

/// Answers so many of the four questions right, and hands in.
fn finish(page: &mut ModuleProgress, right: usize, at: u64) {
    for n in 0..right {
        answer(page, n, at);
    }
    submit(page, at);
}

fn percent(of: &ModuleOverview) -> (Option<i32>, Option<i32>) {
    let percent = |mark: Option<Mark>| mark.map(Mark::percent);
    (percent(of.last), percent(of.best))
}

#[test]
fn nothing_is_reached_before_something_is_answered() {
    let storage = MemoryStorage::default();
    assert_eq!(here(&storage).reached(), Reached::Nothing);
    // An attempt is drawn when a checkpoint is opened.
    let mut page = open(&storage, 1);
    let drawn = here(&storage);
    assert_eq!((drawn.reached(), drawn.answers), (Reached::Nothing, 0));
    page.write("a text at the prompt".to_owned(), Moment(2));
    page.apply(Event::Hint {
        question: questions(&page)[0],
        reading: Reading::Both,
        at: Moment(3),
    });
    assert_eq!(here(&storage), drawn);
}

#[test]
fn answers_of_the_attempt_that_goes_on_are_counted() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    for n in 0..3 {
        answer(&mut page, n, 2);
        let now = here(&storage);
        assert_eq!((now.reached(), now.answers), (Reached::Begun, n + 1));
        assert_eq!((now.finished, percent(&now)), (0, (None, None)));
    }
    respond(&mut page, 1, Response::Nothing, 3);
    assert_eq!(here(&storage).answers, 2);
}

#[test]
fn blank_answers_do_not_count() {
    for (response, is_blank) in [
        (Response::Text(" \u{A0}".to_owned()), true),
        (Response::Text("a".to_owned()), false),
        (Response::Choice([].into_iter().collect()), true),
        (Response::Match([].into_iter().collect()), true),
        (Response::Gaps(Default::default()), true),
        (Response::TrueFalse(false), false),
    ] {
        assert_eq!(response.is_blank(), is_blank, "{response:?}");
    }
}

#[test]
fn the_last_and_the_best_attempt_are_told_apart() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    for (n, right) in [1, 4, 2].into_iter().enumerate() {
        let at = 10 * (n as u64 + 1);
        finish(&mut page, right, at);
        page.try_again(Moment(at + 1), Seed(1));
    }
    answer(&mut page, 0, 99);
    let now = here(&storage);
    assert_eq!((now.finished, now.answers), (3, 1));
    assert_eq!(percent(&now), (Some(50), Some(100)));
    assert_eq!(now.last_at, Some(Moment(30)));
    assert_eq!(now.reached(), Reached::Passed);
}

#[test]
fn the_best_mark_decides_whether_the_module_is_passed() {
    for (right, reached) in [(2, Reached::NotPassed), (3, Reached::Passed)] {
        let storage = MemoryStorage::default();
        let mut page = open(&storage, 1);
        finish(&mut page, right, 2);
        let now = here(&storage);
        assert_eq!((now.pass, now.reached()), (60, reached), "{right} of 4");
    }
}

#[test]
fn the_mark_counts_where_learners_say_how_sure_they_are() {
    let header = HEADER.replace(r#""pass": 60"#, r#""pass": 60, "certainty": true"#);
    let module: Module = module_of(&header, &module_json());
    let storage = MemoryStorage::default();
    let mut page = open_at(&storage, module, HERE, 1);
    for n in 0..4 {
        answer(&mut page, n, 2);
        page.apply(Event::Sure {
            question: questions(&page)[n],
            certainty: Certainty::Low,
            reading: Reading::Both,
            at: Moment(3),
        });
    }
    submit(&mut page, 4);
    let now = here(&storage);
    assert_eq!(percent(&now), (Some(33), Some(33)));
    assert_eq!(now.reached(), Reached::NotPassed);
}

#[test]
fn banks_of_one_id_stay_apart_and_earlier_names_count() {
    let storage = MemoryStorage::default();
    finish(&mut open(&storage, 1), 4, 2);
    let [_, there] = overviews(&storage, ELSEWHERE);
    assert_eq!(there.reached(), Reached::Nothing);
    unscope(&storage);
    for address in [HERE, ELSEWHERE] {
        let [_, own] = overviews(&storage, address);
        assert_eq!((own.finished, own.reached()), (1, Reached::Passed));
    }
}

#[test]
fn damaged_entries_are_passed_over() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    finish(&mut page, 4, 2);
    page.try_again(Moment(3), Seed(3));
    answer_all(&mut page, 4);
    for part in [":given:", ":open:", ":done:"] {
        let name = names(&storage, part).pop().unwrap();
        let whole = text(&storage, &name);
        storage.write(&name, &whole[..whole.len() - 3]).unwrap();
    }
    let now = here(&storage);
    assert_eq!((now.finished, now.answers), (0, 0));
    assert_eq!(now.reached(), Reached::Nothing);
}

#[test]
fn a_damaged_answer_leaves_the_others_counted() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    let name = names(&storage, ":given:").pop().unwrap();
    storage.write(&name, "{").unwrap();
    assert_eq!(here(&storage).answers, 3);
}

#[test]
fn what_a_later_version_keeps_is_passed_over() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer(&mut page, 0, 2);
    let head = names(&storage, ":open:").pop().unwrap();
    let newer = r#"{"jalon": 99, "saved": "unheard of"}"#;
    // The attempt was handed in by a later version; this one still sees its parts.
    storage
        .write(&head.replace(":open:", ":done:"), newer)
        .unwrap();
    let now = here(&storage);
    assert_eq!((now.finished, now.answers), (0, 0));
    storage.remove(&head.replace(":open:", ":done:")).unwrap();
    assert_eq!(here(&storage).answers, 1);
    storage.write(&head, newer).unwrap();
    assert_eq!(here(&storage).answers, 0);
}

#[test]
fn a_storage_that_can_not_be_read_says_nothing() {
    let storage = MemoryStorage::default();
    finish(&mut open(&storage, 1), 4, 2);
    storage.forbid(true, true);
    assert_eq!(here(&storage).reached(), Reached::Nothing);
}

#[test]
fn the_learner_goes_on_where_an_attempt_was_left_else_at_the_first_module_not_passed() {
    let (bank, page) = (two_modules(), page_of(&MemoryStorage::default()));
    let mut modules = overview(&bank, HERE, &page);
    let next = |modules: &[ModuleOverview]| next_module(modules).map(|one| one.module.to_string());
    let [first, second] = [0, 1].map(|at| modules[at].module.to_string());
    assert_eq!(next(&modules), Some(first.clone()));
    modules[1].answers = 2;
    assert_eq!(next(&modules), Some(second.clone()));
    modules[1].answers = 0;
    let whole = jalon_engine::grade::Score::all_or_nothing(true, 1).into();
    modules[0].best = Some(whole);
    assert_eq!(next(&modules), Some(second));
    modules[1].best = Some(whole);
    assert_eq!(next(&modules), None);
}
