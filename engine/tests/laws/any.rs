//! Any response, text or edit, and attempts to hold them against.

use crate::common::{HEADER, module, module_json, module_of};
use jalon_engine::id::{AttemptId, ChoiceId, QuestionId};
use jalon_engine::kind::Response;
use jalon_engine::kind::gaps::{self, Given};
use jalon_engine::kind::pairs::Placed;
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::progress::{Attempt, Key, Saved, Scope, Stored};
use jalon_engine::session::{Event, Exposure, Seed, Session, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::Value;

pub(crate) fn start(seed: u32, seen: &Exposure) -> Session {
    Session::start(
        module(),
        "a-1".parse().unwrap(),
        Seed(seed),
        seen,
        Moment(1),
    )
}

pub(crate) fn respond_in(
    session: &mut Session,
    question: &QuestionId,
    response: Response,
    reading: Reading,
) -> bool {
    let event = Event::Respond {
        question: *question,
        response,
        reading,
        at: Moment(2),
    };
    matches!(session.apply(event), Ok(Step::Keep(..)))
}

pub(crate) fn respond(session: &mut Session, question: &QuestionId, response: Response) -> bool {
    respond_in(session, question, response, Reading::Both)
}

pub(crate) fn hand_in(session: &mut Session) {
    let event = Event::Submit {
        unanswered: Unanswered::Leave,
        at: Moment(3),
    };
    assert_eq!(session.apply(event), Ok(Step::Finished));
}

pub(crate) fn questions(session: &Session) -> Vec<QuestionId> {
    let planned = session.plan().questions.iter();
    planned.map(|p| p.question).collect()
}

pub(crate) fn choice(id: &str) -> ChoiceId {
    id.parse().unwrap()
}

pub(crate) fn any_id() -> impl Strategy<Value = ChoiceId> {
    let ids = vec!["a", "b", "c", "none", "zzz"];
    prop::sample::select(ids).prop_map(choice)
}

pub(crate) fn any_placed() -> impl Strategy<Value = Placed> {
    prop::collection::vec((any_id(), any_id()), 0..5).prop_map(|pairs| pairs.into_iter().collect())
}

pub(crate) fn any_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        prop::collection::vec(any_id(), 0..4)
            .prop_map(|ids| Response::Choice(ids.into_iter().collect())),
        any::<bool>().prop_map(Response::TrueFalse),
        any::<String>().prop_map(Response::Text),
        any::<String>().prop_map(Response::Number),
        Just(Response::Nothing),
        any::<String>().prop_map(Response::Essay),
        (any::<String>(), any::<bool>()).prop_map(|(text, is_text)| {
            let given = if is_text {
                Given::Text(text)
            } else {
                Given::Number(text)
            };
            let mut gaps = gaps::Response::default();
            gaps.put("a".parse().unwrap(), given);
            Response::Gaps(gaps)
        }),
        Just(Response::Hotspot([choice("a")].into_iter().collect())),
        any_placed().prop_map(Response::Match),
        any_placed().prop_map(Response::Classify),
        prop::collection::vec(any_id(), 0..5).prop_map(Response::Order),
        Just(Response::Text("27001".to_owned())),
        Just(Response::Text("declaraton d'applicabilite".to_owned())),
    ]
}

pub(crate) fn any_phrase() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "corrective action",
        "preventive action",
        "action corrective",
        "the corrective actions",
        "collective action",
        "requirement",
        "requirements",
        "three years",
        "3 years",
        "côté",
        "coté",
        "asymmetric",
        "symmetric",
    ])
}

/// A phrase, with a letter changed, left out or put in.
pub(crate) fn any_typing() -> impl Strategy<Value = String> {
    (
        any_phrase(),
        any::<prop::sample::Index>(),
        "[a-z]{0,1}",
        0usize..2,
    )
        .prop_map(|(phrase, at, instead, gone)| {
            let letters: Vec<char> = phrase.chars().collect();
            let at = at.index(letters.len());
            let (before, behind) = letters.split_at(at);
            let rest = behind.iter().skip(gone);
            before
                .iter()
                .copied()
                .chain(instead.chars())
                .chain(rest.copied())
                .collect()
        })
}

pub(crate) fn any_adjective() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "certifiable",
        "conforme",
        "certified",
        "symmetric",
        "available",
        "reversible",
        "mature",
        "conformité",
        "disponible",
        "accredited",
    ])
}

pub(crate) fn any_negation() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "un", "in", "im", "non", "non ", "non-", "not ", "pas ", "dis", "a", "de", "mal", "ir",
        "never ", "sans ",
    ])
}

/// A session with some responses, which may fit their question or not.
pub(crate) fn session_with(seed: u32, responses: Vec<Response>) -> Session {
    let mut session = start(seed, &Exposure::default());
    for (id, response) in questions(&session).iter().zip(responses) {
        respond(&mut session, id, response);
    }
    session
}

/// Every kind of entry that this session can leave behind.
pub(crate) fn entries(mut session: Session, written: String) -> Vec<(Key, Saved)> {
    let attempt: AttemptId = "a-1".parse().unwrap();
    let bank = Scope::of(&"b".parse().unwrap(), "https://example.org/b.json");
    let lang: Lang = "fr".parse().unwrap();
    let module = || "m".parse().unwrap();
    let mut all = vec![
        (
            Key::Open(bank, attempt),
            Saved::Open(session.head().clone()),
        ),
        (Key::Writing(bank, module()), Saved::Writing(written)),
        (Key::Reading(bank, module()), Saved::Reading(Reading::Both)),
        (Key::Stored(bank, module()), Saved::Stored(Stored::Not)),
        (
            Key::Reading(bank, module()),
            Saved::Reading(Reading::In(lang)),
        ),
    ];
    for (question, given) in session.given().iter() {
        let key = Key::Given(bank, attempt, *question);
        all.push((key, Saved::Given(given.clone())));
    }
    hand_in(&mut session);
    let done = Attempt::of(&session).unwrap();
    assert_eq!(Some(done.score()), session.score());
    all.push((Key::Done(bank, attempt), Saved::Done(done)));
    all
}

/// A text that is cut short, or has another byte; none where that is the same text, or no text.
pub(crate) fn damaged(whole: &str, at: prop::sample::Index, byte: u8, cut: bool) -> Option<String> {
    let mut bytes = whole.as_bytes().to_vec();
    let at = at.index(bytes.len());
    if cut {
        bytes.truncate(at);
    } else {
        bytes[at] = byte;
    }
    String::from_utf8(bytes).ok().filter(|text| text != whole)
}

/// JSON of any shape, with names that mean something here.
pub(crate) fn any_json() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just("jalon"),
        Just("saved"),
        Just("given"),
        Just("open"),
        Just("done"),
        Just("choice"),
        Just("text"),
        Just("number"),
        Just("essay"),
        Just("stimuli"),
        Just("assessed"),
        Just("table"),
        Just("match"),
        Just("classify"),
        Just("order"),
        Just("pairs"),
        Just("items"),
        Just("places"),
        Just("questions"),
        Just("used"),
        Just("hints"),
        Just("certainty"),
        Just("stage"),
        Just("mark"),
        Just("lost"),
        Just("allowance"),
        Just("body"),
        Just("key"),
        Just("plan"),
        Just("id"),
        Just("en"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        Just(Value::from(1)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        name.clone().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let tree = leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(n, v)| (n.to_owned(), v))
                        .collect(),
                )
            }),
        ]
    });
    tree.prop_map(|value| value.to_string())
}

/// A change that an author makes to a question between two visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    Keep,
    Reword,
    Regrade,
    TakeOut,
    LoseWording,
    /// Takes choice `b` out and puts `new` in; where there is none, the same as `Keep`.
    SwapChoice,
    OtherKind,
}

pub(crate) fn any_edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        Just(Edit::Keep),
        Just(Edit::Reword),
        Just(Edit::Regrade),
        Just(Edit::TakeOut),
        Just(Edit::LoseWording),
        Just(Edit::SwapChoice),
        Just(Edit::OtherKind),
    ];
    prop::collection::vec(edit, 5)
}

pub(crate) fn choices_of(question: &mut Value) -> Option<&mut Vec<Value>> {
    question.pointer_mut("/body/choice/choices")?.as_array_mut()
}

pub(crate) fn edit(question: &mut Value, edit: Edit) {
    let wordings = |question: &mut Value, f: &dyn Fn(&mut Vec<Value>)| {
        for lang in ["en", "fr"] {
            f(question["wordings"][lang].as_array_mut().unwrap());
        }
    };
    match edit {
        Edit::Keep | Edit::TakeOut => {}
        Edit::Reword => wordings(question, &|all| {
            for one in all {
                one["prompt"] = serde_json::json!([{"p": [{"t": "in other words"}]}]);
            }
        }),
        Edit::Regrade => question["fingerprint"] = "changed".into(),
        Edit::LoseWording => wordings(question, &|all| _ = all.remove(0)),
        Edit::SwapChoice => {
            let Some(items) = choices_of(question) else {
                return;
            };
            items.retain(|item| item["id"] != "b");
            items.insert(0, serde_json::json!({"id": "new"}));
            wordings(question, &|all| {
                for one in all {
                    let texts = one["choices"].as_object_mut().unwrap();
                    texts.remove("b");
                    texts.insert("new".to_owned(), serde_json::json!([{"t": "new"}]));
                }
            });
        }
        Edit::OtherKind => {
            question["body"] = serde_json::json!({"text": {"any": ["other"]}});
            question["fingerprint"] = "other".into();
            wordings(question, &|all| {
                for one in all {
                    one["choices"] = serde_json::json!({});
                }
            });
        }
    }
}

/// The module with one edit per question; its last question stays as it is, so that one is always left.
pub(crate) fn edited(edits: &[Edit]) -> jalon_engine::bank::Module {
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    let all = file["questions"].as_array_mut().unwrap();
    for (question, one) in all.iter_mut().zip(edits) {
        edit(question, *one);
    }
    let mut edits = edits.iter();
    all.retain(|_| edits.next() != Some(&Edit::TakeOut));
    module_of(&HEADER.replace(", \"draw\": 4", ""), &file.to_string())
}
