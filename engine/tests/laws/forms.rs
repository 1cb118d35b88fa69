//! serde and the lean codec write the same JSON, and each reads what the other wrote, for every type that is compiled, saved or
//! exported.

use crate::any::{any_response, entries, hand_in, questions, session_with};
use crate::compiled::{bank_file, body, id, lang, markup, module_file, question};
use jalon_engine::grade::{Assistance, Certainty, Mark, Stage};
use jalon_engine::json::{FromJson, ToJson, read, write};
use jalon_engine::question_map::QuestionMap;
use jalon_engine::session::{Assessed, RecordedResponse};
use jalon_engine::{Attempt, BankFile, Lang, Moment, Reading, Response, Score, bank::Fingerprint};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

#[track_caller]
fn agree<T>(value: &T)
where
    T: ToJson + FromJson + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let (lean, serde) = (write(value), serde_json::to_string(value).unwrap());
    assert_eq!(lean, serde);
    assert_eq!(read::<T>(&serde).as_ref(), Ok(value), "{lean}");
    assert_eq!(&serde_json::from_str::<T>(&lean).unwrap(), value, "{lean}");
}

fn any_score() -> impl Strategy<Value = Score> {
    (0u64..=24, 0u32..5).prop_map(|(earned, points)| Score::share(earned, 24, points))
}

fn any_certainty() -> impl Strategy<Value = Certainty> {
    prop::sample::select(Certainty::ALL.to_vec())
}

fn any_mark() -> impl Strategy<Value = Mark> {
    (any_certainty(), any_score()).prop_map(|(level, score)| level.mark(score, score))
}

fn any_recorded() -> impl Strategy<Value = RecordedResponse> {
    let stages = vec![Stage::Open, Stage::Checked, Stage::Settled];
    let used = (
        any::<[u16; 2]>(),
        prop::option::of(any_certainty()),
        prop::sample::select(stages),
    )
        .prop_map(|([tries, hints], certainty, stage)| Assistance {
            tries,
            hints,
            certainty,
            stage,
        });
    let reading = prop_oneof![Just(Reading::Both), lang().prop_map(Reading::In)];
    (any_response(), reading, any::<u64>(), ".{0,4}", used).prop_map(
        |(response, reading, at, fingerprint, used)| RecordedResponse {
            response,
            reading,
            at: Moment(at),
            fingerprint: Fingerprint(fingerprint),
            used,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn headers_have_one_form(file in bank_file()) {
        agree(&file);
    }

    #[test]
    fn modules_have_one_form(file in module_file()) {
        agree(&file);
    }

    #[test]
    fn questions_have_one_form(question in question(), body in body(), markup in markup()) {
        agree(&question);
        agree(&body);
        agree(&markup);
    }

    #[test]
    fn what_is_saved_has_one_form(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..5),
        written: String,
    ) {
        for (_, saved) in entries(session_with(seed, responses), written) {
            agree(&saved);
        }
    }

    #[test]
    fn attempts_have_one_form(
        seed: u32,
        given in any_recorded(),
        score in any_score(),
        mark in prop::option::of(any_mark()),
        points in prop::collection::vec(id(), 0..3),
    ) {
        let mut session = session_with(seed, Vec::new());
        let asked = questions(&session);
        hand_in(&mut session);
        let assessed = Assessed { points: points.into_iter().collect(), at: given.at };
        let attempt = Attempt {
            scores: asked.iter().map(|id| (*id, score)).collect(),
            mark,
            assessed: asked.iter().take(1).map(|id| (*id, assessed.clone())).collect(),
            left_out: asked.iter().take(2).map(|id| (*id, given.clone())).collect(),
            ..Attempt::of(&session).unwrap()
        };
        agree(&attempt);
        agree(&given);
    }

    #[test]
    fn responses_and_points_have_one_form(response in any_response(), score in any_score(), mark in any_mark()) {
        agree(&response);
        agree(&score);
        agree(&mark);
    }
}

#[test]
fn what_the_codec_refuses_serde_refuses() {
    fn refused<T: FromJson + DeserializeOwned + Debug>(json: &str) {
        assert!(read::<T>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<T>(json).is_err(), "{json}");
    }
    refused::<Lang>(r#""EN""#);
    refused::<Response>(r#"{"choice":["A"]}"#);
    refused::<Response>(r#"{"unknown":1}"#);
    refused::<Certainty>("4");
    refused::<Score>(r#"{"earned":2,"possible":1}"#);
    refused::<Mark>(r#"{"earned":0,"possible":1,"lost":300000}"#);
    refused::<BankFile>("{}");
    refused::<QuestionMap<u32>>("[]");
    let many: Vec<String> = (0..60)
        .map(|n| format!(r#""g{n}":{{"text":"a"}}"#))
        .collect();
    refused::<Response>(&format!(r#"{{"gaps":{{{}}}}}"#, many.join(",")));
}
