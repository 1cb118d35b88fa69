//! Elements of one page and other tabs: what each shows, and whose answer counts.

use std::rc::Rc;

use jalon_engine::kind::Response;
use jalon_engine::progress::{Health, MemoryStorage, ModuleProgress, PageStorage, Storage, Topic};
use jalon_engine::session::{Event, Seed, Unanswered};
use jalon_engine::time::Moment;

use crate::page::*;

/// An element of a page that has several.
fn element(page: &Rc<PageStorage>, at: u64) -> ModuleProgress {
    let (module, seed) = (edited(&[]), Seed(at as u32));
    ModuleProgress::open(module, HERE, page.clone(), Moment(at), seed)
}

#[test]
fn elements_of_a_page_stay_together_when_the_storage_can_no_longer_be_read() {
    let storage = MemoryStorage::default();
    answer(&mut open(&storage, 1), 0, 2);
    let shared = page_of(&storage);
    let (mut one, mut two) = (element(&shared, 3), element(&shared, 4));
    storage.forbid(true, false);
    answer(&mut one, 1, 5);
    for name in shared.take_changes() {
        two.changed(&name, Moment(5));
    }
    assert_eq!(two.session().given(), one.session().given());
    // Taken out of the page and put in again.
    assert_eq!(element(&shared, 6).session().given(), one.session().given());
    assert_eq!(element(&shared, 6).session().answered(), 2);
}

#[test]
fn an_answer_given_without_sight_of_the_storage_counts_if_it_is_the_later_one() {
    let storage = MemoryStorage::default();
    let (shared, mut two) = (page_of(&storage), open(&storage, 1));
    let mut one = element(&shared, 2);
    respond(&mut two, 0, Response::Nothing, 3);
    storage.forbid(true, false);
    answer(&mut one, 0, 4);
    assert_eq!(one.saving().0, Health::Forbidden);
    storage.forbid(false, false);
    assert!(shared.retry());
    assert_eq!(open(&storage, 5).session().given(), one.session().given());
    // The other way round it is the earlier one.
    storage.forbid(true, false);
    answer(&mut one, 1, 6);
    storage.forbid(false, false);
    let last = Response::Text("ISO/I".to_owned());
    two.changed("", Moment(7));
    respond(&mut two, 1, last, 8);
    shared.retry();
    one.changed("", Moment(9));
    assert_eq!(one.session().given(), two.session().given());
    assert_eq!(open(&storage, 10).session().given(), two.session().given());
}

#[test]
fn tries_and_hints_of_another_tab_stay_used_by_an_answer_given_without_sight_of_them() {
    let storage = MemoryStorage::default();
    let (shared, mut two) = (page_of(&storage), open(&storage, 1));
    let mut one = element(&shared, 2);
    respond(&mut two, 0, Response::Nothing, 3);
    let name = names(&storage, ":given:").pop().unwrap();
    let used = ",\"used\":{\"tries\":1,\"hints\":2}}}}";
    let used = text(&storage, &name).replace("}}}", used);
    storage.write(&name, &used).unwrap();
    storage.forbid(true, false);
    answer(&mut one, 0, 4);
    storage.forbid(false, false);
    shared.retry();
    one.changed("", Moment(5));
    let again = open(&storage, 6);
    assert_eq!(again.session().answered(), 1);
    let used = again.session().used(&questions(&again)[0]);
    assert_eq!((used.tries, used.hints), (1, 2));
    assert_eq!(again.session().given(), one.session().given());
}

#[test]
fn an_answer_that_waits_does_not_give_way_to_nothing() {
    let storage = MemoryStorage::default();
    let (shared, mut two) = (page_of(&storage), open(&storage, 1));
    let mut one = element(&shared, 2);
    fill(&storage);
    answer(&mut one, 0, 3);
    assert_eq!(one.saving().0, Health::Full);
    storage.limit(None);
    respond(&mut two, 0, Response::Nothing, 4);
    assert!(shared.retry());
    for name in names(&storage, ":given:") {
        two.changed(&name, Moment(5));
    }
    assert_eq!(two.session().given(), one.session().given());
    submit(&mut two, 6);
    assert_eq!(record(&storage).given, *one.session().given());
}

#[test]
fn an_entry_damaged_under_an_open_page_is_stored_again() {
    let storage = MemoryStorage::default();
    let shared = page_of(&storage);
    let mut one = element(&shared, 1);
    answer(&mut one, 0, 2);
    let name = names(&storage, ":given:").pop().unwrap();
    let before = text(&storage, &name);
    storage.write(&name, "{").unwrap();
    let again = element(&shared, 3);
    assert_eq!(again.session().given(), one.session().given());
    assert!(again.saving().1.set_aside);
    assert_eq!(text(&storage, &name), before);
    assert_eq!(names(&storage, "jalon-set-aside:").len(), 1);
}

#[test]
fn a_damaged_marker_is_not_stored_again() {
    let storage = MemoryStorage::default();
    let before = page_of(&storage);
    let mut page = element(&before, 1);
    fill(&storage);
    page.write("half a wo".to_owned(), Moment(2));
    let shared = page_of(&storage);
    assert!(element(&shared, 3).saving().1.not_stored);
    let marker = names(&storage, ":stored:").pop().unwrap();
    storage.write(&marker, "{").unwrap();
    assert!(!element(&shared, 4).saving().1.not_stored);
}

#[test]
fn an_entry_that_another_tab_has_set_aside_is_stored_again_where_it_is_on_screen() {
    let storage = MemoryStorage::default();
    let mut one = open(&storage, 1);
    answer(&mut one, 0, 2);
    let name = names(&storage, ":given:").pop().unwrap();
    storage.write(&name, "{").unwrap();
    let mut two = open(&storage, 3);
    assert!(two.session().answered() == 0 && two.saving().1.set_aside);
    one.changed(&name, Moment(4));
    two.changed(&name, Moment(5));
    assert_eq!(two.session().given(), one.session().given());
    // What is handed in is not.
    submit(&mut two, 6);
    one.changed(&name, Moment(7));
    assert!(!names(&storage, ":given:").contains(&name));
}

#[test]
fn what_one_element_has_found_the_others_are_told_of() {
    let storage = MemoryStorage::default();
    let shared = page_of(&storage);
    let (mut one, mut two) = (element(&shared, 1), element(&shared, 2));
    shared.take_changes();
    let mut other = open(&storage, 3);
    answer(&mut other, 0, 4);
    let unanswered = Unanswered::Ask;
    one.apply(Event::Submit {
        unanswered,
        at: Moment(5),
    });
    for name in shared.take_changes() {
        two.changed(&name, Moment(5));
    }
    assert_eq!(two.session().given(), other.session().given());
    // So does one that is put in later.
    answer(&mut other, 1, 6);
    element(&shared, 7);
    for name in shared.take_changes() {
        two.changed(&name, Moment(7));
    }
    assert_eq!(two.session().given(), other.session().given());
}

#[test]
fn a_tab_says_that_it_cannot_show_an_answer_to_another_edition_of_a_question() {
    let storage = MemoryStorage::default();
    let mut old = open(&storage, 1);
    let first = questions(&old)[0];
    let fingerprint = |name: &str| format!("\"f-{name}\"");
    let (from, to) = (fingerprint(first.as_str()), fingerprint("other"));
    let mut new = open_at(&storage, edited(&[(&from, &to)]), HERE, 2);
    answer(&mut old, 0, 3);
    let name = names(&storage, ":given:").pop().unwrap();
    let topics = new.changed(&name, Moment(4));
    assert!(topics.contains(Topic::Saving) && new.saving().1.bank_changed);
    assert_eq!(new.session().answered(), 0);
    assert!(!old.saving().1.bank_changed);
}
