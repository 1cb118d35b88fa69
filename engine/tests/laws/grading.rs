//! Answers, and what they earn.

use crate::any::*;
use crate::common::{HEADER, module, module_json, module_of};
use jalon_engine::grade::{MatchOptions, Order, Required, Score, TextKey, TextMatch};
use jalon_engine::id::ChoiceId;
use jalon_engine::json;
use jalon_engine::kind::choice::Pick;
use jalon_engine::kind::{Body, Evidence, FaceBody, Response};
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::language::Rules;
use jalon_engine::question_map::Choices;
use jalon_engine::session::Exposure;
use proptest::prelude::*;
use serde_json::Value;

proptest! {
    #[test]
    fn the_key_earns_full_points_in_every_language_wording_and_order(seed: u32, lang in 0usize..3) {
        let mut session = start(seed, &Exposure::default());
        let module = session.module().clone();
        let langs = module.languages();
        let reading = langs.get(lang).map_or(Reading::Both, |lang| Reading::In(*lang));
        for id in &questions(&session) {
            let body = &module.question(id).unwrap().body;
            let key = body.model_response();
            // What is right is on screen, in every language.
            let face = session.face(id).unwrap();
            for lang in langs {
                prop_assert!(face.prompt.get(lang).is_some());
            }
            if let (FaceBody::Choice(face), Response::Choice(key)) = (face.body, &key) {
                for id in key.iter() {
                    let (_, text) = face.choices.iter().find(|(own, _)| own == id).unwrap();
                    prop_assert!(langs.iter().all(|lang| !text.get(lang).unwrap().to_plain().is_empty()));
                }
                prop_assert_eq!(face.choices.len(), body.parts().len());
            }
            prop_assert!(respond_in(&mut session, id, key, reading));
        }
        hand_in(&mut session);
        prop_assert_eq!(session.score(), Some(Score::all_or_nothing(true, 4)));
        prop_assert_eq!(session.passed(), Some(true));
    }

    #[test]
    fn nothing_but_the_key_earns_every_point(response in any_response()) {
        for question in module().questions() {
            let outcome = question.body.score(&response, 3, &[]);
            let score = outcome.map_or(Score::default(), |outcome| outcome.score);
            let full = score.possible() == 3 && score.is_full();
            let is_key = match (&question.body, &response) {
                (Body::Text(_), Response::Text(text)) => !text.is_empty() && full,
                (body, response) => *response == body.model_response(),
            };
            prop_assert_eq!(full, is_key);
            // Only where several may be picked is there a part to earn.
            let in_parts = matches!(&question.body, Body::Choice(body) if body.key.pick() != Pick::One);
            prop_assert!(in_parts || full || score.is_nothing());
        }
    }

    #[test]
    fn the_order_of_ticking_makes_no_difference(picks in prop::collection::vec(0usize..3, 0..6)) {
        let ids = ["a", "b", "c"];
        let read = |picks: &mut dyn Iterator<Item = &usize>| {
            let list: Vec<&str> = picks.map(|&n| ids[n]).collect();
            json::read::<Response>(&serde_json::json!({"choice": list}).to_string()).unwrap()
        };
        let (forward, backward) = (read(&mut picks.iter()), read(&mut picks.iter().rev()));
        let mut ticked = Choices::default();
        picks.iter().rev().for_each(|&n| ticked.insert(choice(ids[n])));
        prop_assert_eq!(&forward, &Response::Choice(ticked));
        let module = module();
        let question = module.question(&"several".parse().unwrap()).unwrap();
        let score = |given| question.body.score(given, 1, &[]);
        prop_assert_eq!(score(&forward), score(&backward));
        let mut picked = picks.clone();
        picked.sort_unstable();
        picked.dedup();
        prop_assert_eq!(score(&forward).is_ok_and(|o| o.score.is_full()), picked == [0, 2]);
    }

    #[test]
    fn the_order_of_choices_makes_no_difference(response in any_response(), turn in 0usize..4, seeds: [u32; 2]) {
        let mut file: Value = serde_json::from_str(&module_json()).unwrap();
        for question in file["questions"].as_array_mut().unwrap() {
            if let Some(items) = choices_of(question) {
                let turn = turn % items.len();
                items.rotate_left(turn);
            }
        }
        let (module, turned) = (module(), module_of(HEADER, &file.to_string()));
        for (one, other) in module.questions().iter().zip(turned.questions()) {
            prop_assert_eq!(one.body.score(&response, 1, &[]), other.body.score(&response, 1, &[]));
        }
        // Nor does the order in which an attempt shows them.
        let scores = seeds.map(|seed| {
            let mut session = start(seed, &Exposure::default());
            let id = questions(&session).into_iter().find(|id| id.as_str().starts_with("one")).unwrap();
            respond(&mut session, &id, response.clone());
            hand_in(&mut session);
            session.question_score(&id)
        });
        prop_assert_eq!(scores[0], scores[1]);
    }

    #[test]
    fn every_listed_spelling_earns_full_points(pick in any::<prop::sample::Index>(), loud: bool, mark in "[ .!]{0,2}") {
        let module = module();
        let terms: Vec<&str> = module.bank().terms().collect();
        for question in module.questions() {
            let Body::Text(body) = &question.body else { continue };
            let all: Vec<&str> = body.answers().map(|(_, answer)| answer).collect();
            let answer = pick.get(&all);
            let typed = if loud { answer.to_uppercase() } else { (*answer).to_owned() };
            for given in [(*answer).to_owned(), format!("{mark}{typed}{mark}")] {
                let outcome = question.body.score(&Response::Text(given), 2, &terms);
                prop_assert!(outcome.is_ok_and(|outcome| outcome.score.is_full()));
            }
        }
    }

    #[test]
    fn a_typed_answer_is_read_without_panic_and_its_own_text_is_right(given in any::<String>()) {
        let typed = [(None, given.as_str())];
        let read = TextKey { answers: &typed, wrong: &[], terms: &[], leeway: &MatchOptions::default(), rules: Rules::ALL }.read(&given);
        prop_assert!(matches!(read, TextMatch::Accepted(_)));
        let other = [(None, "statement of applicability")];
        let _ = TextKey { answers: &other, wrong: &["27002"], terms: &["accreditation"], leeway: &MatchOptions::default(), rules: Rules::ALL }.read(&given);
    }

    #[test]
    fn no_leeway_makes_the_reader_panic_or_lose_an_answer(given in any::<String>(), name in any::<String>(), word in "[a-z]{0,6}") {
        let leeway = MatchOptions {
            order: Order::Any,
            same: vec![vec![name.clone(), given.clone()], vec![String::new(), word.clone()]],
            words: [("en".parse().unwrap(), Required { all: vec![vec![word]], none: vec![name.clone()] })].into_iter().collect(),
            ..MatchOptions::default()
        };
        let lang: Lang = "en".parse().unwrap();
        let typed = [(Some(&lang), name.as_str()), (None, "statement of applicability")];
        let key = TextKey { answers: &typed, wrong: &["27002"], terms: &["accreditation"], leeway: &leeway, rules: Rules::ALL };
        prop_assert!(matches!(key.read(&name), TextMatch::Accepted(_)) || name == "27002");
        let _ = key.read(&given);
    }

    #[test]
    fn one_more_right_answer_never_costs_anybody_theirs(
        own in any_phrase(), more in any_phrase(), wrong in any_phrase(), term in any_phrase(), given in any_typing(),
        any_order: bool,
    ) {
        let order = if any_order { Order::Any } else { Order::AsWritten };
        let leeway = MatchOptions { order, ..MatchOptions::default() };
        let lang: Lang = "en".parse().unwrap();
        let answers = [(Some(&lang), own), (Some(&lang), more)];
        let accepts = |answers: &[(Option<&Lang>, &str)]| {
            let key = TextKey { answers, wrong: &[wrong], terms: &[term], leeway: &leeway, rules: Rules::ALL };
            matches!(key.read(&given), TextMatch::Accepted(_))
        };
        prop_assert!(!accepts(&answers[..1]) || accepts(&answers));
    }

    #[test]
    fn a_prefix_that_turns_the_meaning_round_is_never_a_slip(word in any_adjective(), prefix in any_negation()) {
        let lang: Lang = "en".parse().unwrap();
        // Nothing begins with a- before an "a": that is a letter typed twice.
        prop_assume!(!(prefix == "a" && word.starts_with('a')));
        let turned = format!("{prefix}{word}");
        let is_read_as = |given: &str, answer: &str| {
            let answers = [(Some(&lang), answer)];
            let key = TextKey { answers: &answers, wrong: &[], terms: &[], leeway: &MatchOptions::default(), rules: Rules::ALL };
            matches!(key.read(given), TextMatch::Accepted(_))
        };
        prop_assert!(!is_read_as(&turned, word));
        prop_assert!(!is_read_as(word, &turned));
    }

    #[test]
    fn a_number_with_another_digit_is_never_right(n in 10_000u32..99_999, place in 0u32..5, digit in 1u32..10) {
        let unit = 10u32.pow(place);
        let other = n - (n / unit % 10) * unit + (n / unit % 10 + digit) % 10 * unit;
        prop_assume!(other != n);
        let answer = format!("certification to ISO/IEC {n}");
        let answers = [(None, answer.as_str())];
        let key = TextKey { answers: &answers, wrong: &[], terms: &[], leeway: &MatchOptions::default(), rules: Rules::ALL };
        let given = format!("certification to ISO/IEC {other}");
        prop_assert_eq!(key.read(&given), TextMatch::Unknown);
    }

    #[test]
    fn a_score_passes_exactly_when_its_share_reaches_the_mark(earned in 0u32..500, more in 0u32..500, pass in 1u8..=100) {
        prop_assume!(earned + more > 0);
        let score: Score = [Score::all_or_nothing(true, earned), Score::all_or_nothing(false, more)].into_iter().sum();
        let share = f64::from(earned) * 100.0 / f64::from(score.possible());
        prop_assert_eq!(score.passes(pass), share >= f64::from(pass) - 1e-9);
        let exactly = Score::share(pass.into(), 100, 1);
        prop_assert!(exactly.passes(pass) && exactly.percent() == u32::from(pass));
        prop_assert!(!exactly.passes(pass + 1));
    }
}

#[test]
fn an_answer_of_a_megabyte_is_refused_unread() {
    let module = module();
    let huge = ["a ", "é", "1 ", "un-"].map(|part| part.repeat(1_000_000 / part.len()));
    for given in huge {
        for question in module.questions() {
            let response = Response::Text(given.clone());
            assert!(question.body.score(&response, 1, &["term"]).is_err());
        }
        let answers = [(None, "statement of applicability")];
        let leeway = MatchOptions::default();
        let key = TextKey {
            answers: &answers,
            wrong: &[],
            terms: &[],
            leeway: &leeway,
            rules: Rules::ALL,
        };
        assert_eq!(key.read(&given), TextMatch::Unknown);
    }
}

#[test]
fn the_evidence_of_a_choice_names_each_pick_once() {
    let module = module();
    let question = module.question(&"several".parse().unwrap()).unwrap();
    for (picked, hits, false_picks, missed) in [
        ("a", "a", "", "c"),
        ("c", "c", "", "a"),
        ("b", "", "b", "ac"),
        ("cb", "c", "b", "a"),
        ("cab", "ac", "b", ""),
    ] {
        let given: Choices = picked.chars().map(|c| choice(&c.to_string())).collect();
        let outcome = question.body.score(&Response::Choice(given), 1, &[]);
        let Evidence::Choice(evidence) = outcome.unwrap().evidence else {
            panic!("another kind of evidence");
        };
        let names = |ids: &Choices| ids.iter().map(ChoiceId::as_str).collect::<String>();
        assert_eq!(names(&evidence.hits), hits);
        assert_eq!(names(&evidence.false_picks), false_picks);
        assert_eq!(names(&evidence.missed), missed);
    }
}

#[test]
fn a_huge_typed_answer_is_refused_at_once() {
    let module = module();
    let question = module.question(&"typed".parse().unwrap()).unwrap();
    let huge = Response::Text("a".repeat(1_000_000));
    assert!(question.body.score(&huge, 1, &[]).is_err());
}
