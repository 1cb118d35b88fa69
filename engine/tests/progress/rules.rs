//! Each rule, and each way in which something could be lost.

use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{Health, MemoryStorage, ModuleProgress, Storage, Topic};
use jalon_engine::session::Seed;
use jalon_engine::time::Moment;

use crate::page::*;

const ELSEWHERE: &str = "https://example.org/copy/b.json";

#[test]
fn an_attempt_goes_on_where_it_was_left() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer(&mut page, 0, 2);
    page.write("Fog.".to_owned(), Moment(3));
    page.read_in(Reading::Both, Moment(3));
    let again = open(&storage, 9);
    assert_eq!(again.session().head(), page.session().head());
    assert_eq!(again.session().given(), page.session().given());
    assert_eq!(again.writing(), "Fog.");
    assert_eq!(again.reading(), Some(Reading::Both));
    assert_eq!(again.saving(), (Health::Kept, Default::default()));
}

#[test]
fn a_finished_attempt_is_shown_until_the_next_one_is_begun() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    submit(&mut page, 9);
    assert_eq!(
        names(&storage, ":given:").len() + names(&storage, ":open:").len(),
        0
    );
    let mut again = open(&storage, 10);
    assert!(is_over(&again));
    again.try_again(Moment(11), Seed(5));
    assert!(!is_over(&again));
    assert_eq!(again.history().count(), 1);
    assert!(!is_over(&open(&storage, 12)));
}

#[test]
fn handing_in_in_a_full_storage_loses_no_answer() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    fill(&storage);
    submit(&mut page, 9);
    let again = open(&storage, 10);
    assert!(is_over(&again));
    assert_eq!(again.session().given(), page.session().given());
}

#[test]
fn a_result_that_finds_no_room_leaves_its_parts_and_is_stored_later() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    let open_names = names(&storage, ":open:");
    fill(&storage);
    // Nothing to remove makes room for the scores.
    submit(&mut page, 9);
    assert_eq!(page.saving().0, Health::Full);
    assert_eq!(names(&storage, ":open:"), open_names);
    assert!(!is_over(&open(&storage, 10)));

    let storage_of_page = page_of(&storage);
    let mut page = ModuleProgress::open(
        edited(&[]),
        HERE,
        storage_of_page.clone(),
        Moment(11),
        Seed(1),
    );
    submit(&mut page, 12);
    storage.limit(None);
    assert!(storage_of_page.retry());
    assert_eq!(storage_of_page.health(), Health::Kept);
    assert_eq!(names(&storage, ":open:").len(), 0);
    assert!(is_over(&open(&storage, 13)));
}

#[test]
fn what_was_refused_is_stored_once_something_else_goes() {
    let storage = MemoryStorage::default();
    storage.write("somebody-else", &"x".repeat(5000)).unwrap();
    let page_storage = page_of(&storage);
    let mut page =
        ModuleProgress::open(edited(&[]), HERE, page_storage.clone(), Moment(1), Seed(1));
    fill(&storage);
    answer(&mut page, 0, 2);
    assert_eq!(page.saving().0, Health::Full);
    page_storage.remove("somebody-else");
    assert_eq!(page_storage.health(), Health::Kept);
    assert_eq!(open(&storage, 3).session().given(), page.session().given());
}

#[test]
fn a_forbidden_storage_is_called_forbidden() {
    for (read, write) in [(true, true), (false, true), (true, false)] {
        let storage = MemoryStorage::default();
        storage.forbid(read, write);
        let mut page = open(&storage, 1);
        answer(&mut page, 0, 2);
        assert_eq!(page.saving().0, Health::Forbidden, "{read} {write}");
        assert_eq!(page.session().answered(), 1);
    }
}

#[test]
fn a_page_that_comes_back_says_that_the_last_changes_were_not_stored() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    fill(&storage);
    page.write("half a wo".to_owned(), Moment(2));
    assert!(page.saving().1 == Default::default());
    let again = open(&storage, 3);
    assert!(again.saving().1.not_stored);
    storage.limit(None);
    assert!(!open(&storage, 4).saving().1.not_stored);
}

#[test]
fn a_damaged_plan_is_drawn_again_around_its_answers() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    let name = names(&storage, ":open:").pop().unwrap();
    let whole = text(&storage, &name);
    let cut = &whole[..whole.len() - 3];
    storage.write(&name, cut).unwrap();
    let again = open(&storage, 10);
    assert_eq!(again.session().given(), page.session().given());
    assert_eq!(again.session().plan(), page.session().plan());
    let incidents = again.saving().1;
    assert!(incidents.redrawn && incidents.set_aside && !incidents.bank_changed);
    let aside = names(&storage, "jalon-set-aside:").pop().unwrap();
    assert_eq!(text(&storage, &aside), cut);
    // It is said once, and the plan stays.
    let third = open(&storage, 11);
    assert_eq!(third.saving().1, Default::default());
    assert_eq!(third.session().plan(), page.session().plan());
}

#[test]
fn answers_that_no_longer_count_go_into_the_record() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    let first = questions(&page)[0];
    let (from, to) = (format!("\"f-{first}\""), format!("\"g-{first}\""));
    let module = edited(&[(&from, &to)]);
    let mut page = open_at(&storage, module, HERE, 10);
    assert!(page.saving().1.bank_changed);
    submit(&mut page, 11);
    assert_eq!(names(&storage, ":given:").len(), 0);
    let attempt = record(&storage);
    assert!(attempt.given.get(&first).is_none());
    assert!(attempt.left_out.get(&first).is_some());
}

#[test]
fn what_a_closed_page_left_behind_goes_into_the_record() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer(&mut page, 0, 2);
    let parts = storage.entries();
    answer(&mut page, 1, 3);
    submit(&mut page, 4);
    for (name, text) in parts {
        storage
            .write(&name, &text.replace("\"at\":2", "\"at\":9"))
            .unwrap();
    }
    let again = open(&storage, 10);
    assert!(is_over(&again));
    assert_eq!(
        names(&storage, ":given:").len() + names(&storage, ":open:").len(),
        0
    );
    assert_eq!(record(&storage).left_out.len(), 1);
}

#[test]
fn entries_of_a_later_version_stay_where_they_are() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    page.write("Fog.".to_owned(), Moment(7));
    let mut newer = Vec::new();
    for (name, text) in storage.entries() {
        let text = text.replacen("{\"jalon\":1", "{\"jalon\":2", 1);
        storage.write(&name, &text).unwrap();
        newer.push((name, text));
    }
    // The tab that is open is told, and goes on.
    let topics = page.changed(&newer[0].0, Moment(8));
    assert!(topics.contains(Topic::Saving) && page.saving().1.newer);
    answer(&mut page, 0, 9);
    page.write("Mist.".to_owned(), Moment(9));
    let mut again = open(&storage, 10);
    let incidents = again.saving().1;
    assert!(incidents.newer && !incidents.set_aside && !incidents.redrawn);
    answer_all(&mut again, 11);
    submit(&mut again, 16);
    open(&storage, 17);
    for (name, text) in &newer {
        if !name.contains(":stored:") {
            assert_eq!(&self::text(&storage, name), text);
        }
    }
}

#[test]
fn what_an_earlier_version_set_aside_is_put_back() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    for (name, text) in storage.entries() {
        storage.remove(&name).unwrap();
        storage
            .write(&format!("jalon-set-aside:5:{name}"), &text)
            .unwrap();
        storage
            .write(&format!("jalon-set-aside:4:{name}"), "{")
            .unwrap();
    }
    let again = open(&storage, 10);
    assert_eq!(again.session().head(), page.session().head());
    assert_eq!(again.session().given(), page.session().given());
    assert_eq!(names(&storage, "jalon-set-aside:5").len(), 0);
    assert!(!names(&storage, "jalon-set-aside:4").is_empty());
}

#[test]
fn an_attempt_whose_questions_are_gone_stays_and_a_new_one_is_drawn() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    let before = storage.entries();
    let mut other = open_at(&storage, replaced(), HERE, 10);
    assert_eq!(questions(&other).len(), 4);
    assert_eq!(other.session().answered(), 0);
    assert!(other.saving().1.bank_changed);
    answer_all(&mut other, 11);
    submit(&mut other, 16);
    for (name, text) in before {
        assert_eq!(self::text(&storage, &name), text);
    }
    assert_eq!(open(&storage, 20).session().given(), page.session().given());
}

#[test]
fn two_banks_of_one_id_are_kept_apart() {
    let storage = MemoryStorage::default();
    let mut one = open(&storage, 1);
    answer_all(&mut one, 2);
    one.write("Fog.".to_owned(), Moment(7));
    let mut two = open_at(&storage, replaced(), ELSEWHERE, 10);
    assert_eq!((two.session().answered(), two.writing()), (0, ""));
    assert_eq!(two.saving().1, Default::default());
    answer(&mut two, 0, 11);
    two.write("Mist.".to_owned(), Moment(11));
    let one_again = open(&storage, 12);
    assert_eq!(one_again.session().given(), one.session().given());
    assert_eq!(one_again.writing(), "Fog.");
    let two_again = open_at(&storage, replaced(), ELSEWHERE, 13);
    assert_eq!(two_again.session().given(), two.session().given());
    assert_eq!(two_again.writing(), "Mist.");
}

#[test]
fn progress_of_earlier_releases_goes_on_under_its_names() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer(&mut page, 0, 2);
    page.write("Fog.".to_owned(), Moment(3));
    unscope(&storage);
    let mut again = open(&storage, 4);
    assert_eq!(again.session().given(), page.session().given());
    assert_eq!(again.writing(), "Fog.");
    answer(&mut again, 1, 5);
    again.write("Fog and mist.".to_owned(), Moment(6));
    assert_eq!(names(&storage, "jalon:b:given:").len(), 2);
    assert_eq!(names(&storage, &prefix(HERE)).len(), 1, "but the marker");
    submit(&mut again, 7);
    assert_eq!(names(&storage, "jalon:b:done:").len(), 1);
    // Of another bank of that id, nothing is taken.
    let other = open_at(&storage, replaced(), ELSEWHERE, 9);
    assert!(!is_over(&other));
    assert_eq!(other.writing(), "");
}

#[test]
fn a_bank_that_moves_loses_no_progress() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer_all(&mut page, 2);
    page.write("Fog.".to_owned(), Moment(7));
    let moved = open_at(&storage, edited(&[]), ELSEWHERE, 10);
    assert_eq!(moved.session().given(), page.session().given());
    assert_eq!(moved.writing(), "Fog.");
}

#[test]
fn an_attempt_handed_in_in_another_tab_is_over_here() {
    let storage = MemoryStorage::default();
    let (mut one, mut two) = (open(&storage, 1), open(&storage, 2));
    answer(&mut one, 0, 3);
    let late = questions(&two)[1];
    answer(&mut two, 1, 4);
    // The other tab's answer counts, though this one was not told.
    submit(&mut one, 5);
    assert!(one.session().response(&late).is_some());
    respond(&mut two, 2, Response::Nothing, 6);
    assert!(is_over(&two));
    assert_eq!(two.session().given(), one.session().given());
}

#[test]
fn tabs_that_begin_at_once_join() {
    let storage = MemoryStorage::default();
    let mut one = open(&storage, 1);
    let other = MemoryStorage::default();
    let mut two = open(&other, 2);
    for (name, text) in storage.entries() {
        other.write(&name, &text).unwrap();
    }
    let head = one.session().head().clone();
    two.changed(&format!("{}open:{}", prefix(HERE), head.id), Moment(3));
    assert_eq!(two.session().head(), &head);
    assert_eq!(names(&other, ":open:").len(), 1);
    one.changed("", Moment(4));
    assert_eq!(one.session().head(), &head);
}

#[test]
fn a_storage_cleared_elsewhere_gets_all_again() {
    let storage = MemoryStorage::default();
    let mut page = open(&storage, 1);
    answer(&mut page, 0, 2);
    for (name, _) in storage.entries() {
        storage.remove(&name).unwrap();
    }
    page.changed("", Moment(3));
    answer(&mut page, 1, 4);
    assert_eq!(open(&storage, 5).session().given(), page.session().given());
}
