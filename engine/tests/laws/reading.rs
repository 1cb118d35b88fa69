//! What was written is read again, and what is damaged does no harm.

use crate::any::*;
use crate::common::{HEADER, bank, module};
use jalon_engine::bank::{Bank, sealed};
use jalon_engine::grade::PARTS;
use jalon_engine::id::QuestionId;
use jalon_engine::json;
use jalon_engine::kind::Response;
use jalon_engine::progress::{Key, Saved};
use jalon_engine::session::{Exposure, Plan, Seed, Session};
use jalon_engine::time::Moment;
use proptest::prelude::*;

proptest! {
    #[test]
    fn saving_and_reading_again_changes_nothing(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..6),
        written: String,
    ) {
        let session = session_with(seed, responses);
        let resumed = Session::resume(
            session.module().clone(), session.head().clone(), session.given(), None,
        );
        prop_assert_eq!(resumed.given(), session.given());
        prop_assert_eq!(resumed.head(), session.head());
        for (key, saved) in entries(session, written) {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key.clone()));
            prop_assert_eq!(Saved::read(&key, &saved.to_text()), Ok(saved));
        }
    }

    #[test]
    fn a_damaged_entry_is_an_error_or_goes_on_without_panic(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..6),
        at: prop::sample::Index,
        damage in prop_oneof![
            Just(String::new()),
            Just("null".to_owned()),
            Just("a-1".to_owned()),
            Just("4294967296".to_owned()),
            "[ -~]{1,3}",
            any_json(),
        ],
        length in 0usize..40,
        cut: bool,
    ) {
        for (key, saved) in entries(session_with(seed, responses), String::new()) {
            let text = saved.to_text();
            let at = at.index(text.len());
            let (Some(before), Some(after)) = (text.get(..at), text.get((at + length).min(text.len())..)) else {
                continue;
            };
            let damaged = if cut { before.to_owned() } else { format!("{before}{damage}{after}") };
            let read = Saved::read(&key, &damaged);
            prop_assert!(!cut || read.is_err(), "cut short: {damaged}");
            let Ok(read) = read else { continue };
            prop_assert_eq!(Saved::read(&key, &read.to_text()), Ok(read.clone()));
            let (head, given, submitted) = match read {
                Saved::Open(head) => (head, Default::default(), None),
                Saved::Done(attempt) => (attempt.head, attempt.given, Some(attempt.submitted)),
                _ => continue,
            };
            let resumed = Session::resume(module(), head, &given, submitted);
            for id in questions(&resumed) {
                prop_assert!(resumed.face(&id).is_some());
            }
            let _ = (resumed.score(), resumed.answered());
        }
    }

    #[test]
    fn an_edit_of_the_bank_keeps_what_still_fits(
        seed: u32,
        responses in prop::collection::vec(any_response(), 4),
        edits in any_edits(),
        submitted: bool,
    ) {
        let before = session_with(seed, responses);
        let module = edited(&edits);
        let submitted = submitted.then_some(Moment(3));
        let mut resumed = Session::resume(module.clone(), before.head().clone(), before.given(), submitted);
        let original = before.module();
        let edit_of = |id: &QuestionId| {
            let place = original.questions().iter().position(|question| question.id == *id).unwrap();
            edits.get(place).copied().unwrap_or(Edit::Keep)
        };
        let mut left_out = 0;
        for id in questions(&before) {
            let planned = resumed.plan().get(&id);
            let Some(question) = module.question(&id) else {
                prop_assert_eq!(edit_of(&id), Edit::TakeOut);
                prop_assert_eq!(planned, None);
                prop_assert_eq!(resumed.response(&id), None);
                left_out += usize::from(before.response(&id).is_some());
                continue;
            };
            let planned = planned.unwrap();
            for (lang, wording) in planned.wordings.iter() {
                prop_assert!(question.wordings(lang).iter().any(|own| own.id == *wording));
            }
            prop_assert_eq!(planned.wordings.langs().count(), 2);
            let old = before.plan().get(&id).unwrap();
            let lost = match (edit_of(&id), before.response(&id)) {
                (Edit::Regrade | Edit::OtherKind, _) => true,
                (Edit::SwapChoice, Some(Response::Choice(picked))) => picked.contains(&choice("b")),
                _ => false,
            };
            match edit_of(&id) {
                Edit::SwapChoice if !old.order.is_empty() => {
                    let mut order: Vec<_> = old.order.iter().filter(|id| id.as_str() != "b").cloned().collect();
                    order.push(choice("new"));
                    prop_assert_eq!(&planned.order, &order);
                }
                Edit::OtherKind => prop_assert!(planned.order.is_empty()),
                Edit::LoseWording => prop_assert_eq!(&planned.order, &old.order),
                _ => prop_assert_eq!(planned, old),
            }
            if lost {
                prop_assert_eq!(resumed.response(&id), None);
                left_out += usize::from(before.response(&id).is_some());
            } else {
                prop_assert_eq!(resumed.response(&id), before.response(&id));
            }
            prop_assert!(resumed.face(&id).is_some());
        }
        prop_assert_eq!(resumed.left_out(before.given().len()), left_out);
        if submitted.is_none() {
            hand_in(&mut resumed);
        }
        let score = resumed.score().unwrap();
        prop_assert!(score.earned_parts() <= u64::from(score.possible()) * PARTS);
    }

    #[test]
    fn no_text_makes_reading_panic(text in prop_oneof![any::<String>(), any_json()]) {
        let members = text.trim_start_matches('{');
        for text in [text.clone(), sealed(&format!("{{\"jalon\":3,{members}"))] {
            let _ = Bank::read(&text);
            let _ = bank(HEADER).read_module(&text);
        }
        let _ = text.parse::<Key>();
        let key: Key = "jalon:b:open:a-1".parse().unwrap();
        prop_assert!(Saved::read(&key, &text).is_err());
        let _ = json::read::<Response>(&text);
        for saved in ["given", "open", "done", "reading"] {
            let wrapped = format!("{{\"jalon\":1,\"saved\":{{\"{saved}\":{text}}}}}");
            let _ = Saved::read(&key, &wrapped);
        }
    }

    #[test]
    fn a_damaged_file_is_refused(at: prop::sample::Index, byte: u8, cut: bool) {
        let bank = bank(HEADER);
        for whole in [json::write(bank.file()), json::write(module().file())] {
            let whole = sealed(&whole);
            let Some(damaged) = damaged(&whole, at, byte, cut) else { continue };
            prop_assert!(Bank::read(&damaged).is_err());
            prop_assert!(bank.read_module(&damaged).is_err());
        }
    }

    #[test]
    fn damage_that_was_sealed_does_no_harm(at: prop::sample::Index, byte: u8, cut: bool) {
        let bank = bank(HEADER);
        for whole in [json::write(bank.file()), json::write(module().file())] {
            let Some(damaged) = damaged(&whole, at, byte, cut) else { continue };
            let damaged = sealed(&damaged);
            let _ = Bank::read(&damaged);
            if let Ok(module) = bank.read_module(&damaged) {
                let _ = Plan::draw(&module, Seed(1), &Exposure::default());
            }
        }
    }
}

#[test]
fn hostile_depth_is_an_error() {
    let deep = "[".repeat(100_000);
    assert!(Bank::read(&deep).is_err());
    let key: Key = "jalon:b:open:a-1".parse().unwrap();
    assert!(Saved::read(&key, &deep).is_err());
    let nested = format!("{{\"jalon\":1,\"saved\":{}", "{\"given\":".repeat(100_000));
    assert!(Saved::read(&key, &nested).is_err());
}
