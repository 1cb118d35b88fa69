//! Typed answers that are patterns, and what each answer earns: which one counts, and what nobody can break.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_engine::feedback::{Detail, Model};
use jalon_engine::grade::{
    Credits, MatchOptions, Order, Pattern, Reads, Required, TextMatch, Tier, table_char,
};
use jalon_engine::json;
use jalon_engine::kind::text::{Text, Worth, WrongAnswer};
use jalon_engine::kind::{Body, Evidence, NotReady, Note, Response};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::language::Rules;
use proptest::prelude::*;

/// A pattern of the texts that begin like this, or are this.
fn beginning(text: &str, goes_on: bool) -> Pattern {
    let mut numbers = Vec::new();
    for (n, byte) in text.bytes().enumerate() {
        let next = u32::try_from(5 * (n + 1)).unwrap() + 1;
        numbers.extend([2, 0, byte.into(), byte.into(), next]);
    }
    let end = u32::try_from(numbers.len()).unwrap() + 1;
    numbers.extend([1, if goes_on { end } else { 0 }]);
    Pattern {
        source: format!("/{text}/"),
        reads: Reads::Typed,
        table: numbers
            .into_iter()
            .map(|n| table_char(n).unwrap())
            .collect(),
        lang: None,
    }
}

fn worth(answer: &str, credit: u8) -> Worth {
    Worth {
        answer: answer.to_owned(),
        credit,
        feedback: Note::default(),
    }
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn typed_by(answers: &[&str]) -> Text {
    Text {
        any: answers.iter().map(|answer| (*answer).to_owned()).collect(),
        ..Text::default()
    }
}

fn percent(text: &Text, given: &str) -> u32 {
    let body = Body::Text(text.clone());
    let outcome = body.score(&Response::Text(given.to_owned()), 1, &[]);
    outcome.unwrap().score.percent()
}

fn read(text: &Text, given: &str, terms: &[&str]) -> TextMatch {
    let body = Body::Text(text.clone());
    let outcome = body.score(&Response::Text(given.to_owned()), 1, terms);
    match outcome.unwrap().evidence {
        Evidence::Text(read) => read,
        other => panic!("{other:?} is no evidence of a text"),
    }
}

#[test]
fn a_pattern_reads_the_whole_of_what_was_typed() {
    let exact = beginning("iso 27001", false);
    for (given, expected) in [
        ("iso 27001", true),
        ("  iso \u{a0} 27001\u{202f}", true),
        ("iso27001", false),
        ("iso 27001 x", false),
        ("iso", false),
        ("", false),
    ] {
        assert_eq!(exact.matches(given, Rules::NONE), expected, "{given:?}");
    }
    assert!(beginning("iso", true).matches("isolation", Rules::NONE));
}

#[test]
fn german_words_are_also_read_with_their_umlauts_spelt_out() {
    let (de, fr) = (lang("de"), lang("fr"));
    let german = Rules::of([&de]);
    let takes = |reads, start, lang, rules| {
        let pattern = beginning(start, true);
        let pattern = Pattern {
            reads,
            lang,
            ..pattern
        };
        pattern.matches("Prüfung", rules)
    };
    for (start, lang, rules, expected) in [
        ("pruef", Some(de), Rules::NONE, true),
        ("pruf", Some(de), Rules::NONE, true),
        ("pruef", None, german, true),
        ("pruef", None, Rules::NONE, false),
        ("pruef", Some(fr), german, false),
        ("pruf", Some(fr), german, true),
    ] {
        let found = takes(Reads::Words, start, lang, rules);
        assert_eq!(found, expected, "{start} in {lang:?}");
    }
    assert!(!takes(Reads::Typed, "pruef", Some(de), german));
}

#[test]
fn of_answers_in_one_tier_the_one_that_earns_most_counts() {
    let mut text = typed_by(&["Plan", "PLAN", "plans"]);
    text.worth = vec![worth("Plan", 50), worth("plans", 20)];
    assert_eq!(percent(&text, "Plan"), 50, "to the letter");
    assert_eq!(percent(&text, "plan"), 100, "both in form");
    assert_eq!(percent(&text, "Plans"), 20, "a stricter tier comes first");
    text.patterns = vec![beginning("pl", true), beginning("pla", true)];
    text.worth.push(worth("/pl/", 30));
    text.worth.push(worth("/pla/", 40));
    assert_eq!(percent(&text, "plane"), 40);
    assert_eq!(percent(&text, "plum"), 30);
}

#[test]
fn each_tier_leaves_what_its_credit_says() {
    let mut text = typed_by(&["déclaration d'applicabilité"]);
    let credit = |tier| match tier {
        Tier::Accents => 90,
        Tier::Typo => 50,
        _ => 100,
    };
    text.credit = Credits(Tier::ALL.into_iter().map(credit).collect());
    assert_eq!(percent(&text, "Déclaration d'applicabilité"), 100);
    assert_eq!(percent(&text, "declaration d'applicabilite"), 90);
    assert_eq!(percent(&text, "declaraton d'applicabilite"), 50);
    text.worth = vec![worth("déclaration d'applicabilité", 80)];
    assert_eq!(percent(&text, "declaration d'applicabilite"), 72);
}

#[test]
fn listed_answers_come_before_patterns_and_patterns_before_words_and_slips() {
    let mut text = typed_by(&["certification", "iso 27001"]);
    text.patterns = vec![beginning("cert", true), beginning("iso", true)];
    text.wrong = vec![
        WrongAnswer {
            answers: vec!["certificate".to_owned()],
            ..WrongAnswer::default()
        },
        WrongAnswer {
            patterns: vec![beginning("certifia", true)],
            misconception: Some("mixes".parse().unwrap()),
            ..WrongAnswer::default()
        },
    ];
    let words = Required {
        all: vec![vec!["certainly".to_owned()]],
        none: Vec::new(),
    };
    text.leeway = MatchOptions {
        words: [(lang("en"), words)].into_iter().collect(),
        order: Order::Any,
        ..MatchOptions::default()
    };
    let tier = |given: &str| match read(&text, given, &["iso 27002"]) {
        TextMatch::Accepted(accepted) => Some(accepted.tier),
        _ => None,
    };
    assert_eq!(tier("27001 ISO"), Some(Tier::Order));
    assert_eq!(tier("certainly"), Some(Tier::Pattern));
    assert_eq!(tier("Certainly"), Some(Tier::Words));
    assert_eq!(tier("certifcation"), Some(Tier::Pattern));
    assert_eq!(tier("Certifcation"), Some(Tier::Typo));
    assert_eq!(read(&text, "certificate", &[]), TextMatch::KnownWrong(0));
    let wrong = read(&text, "certifiable", &[]);
    assert_eq!(wrong, TextMatch::KnownWrong(1));
    assert_eq!(text.misconception(&wrong).unwrap().as_str(), "mixes");
    assert_eq!(tier("iso 27002"), None, "a term is not right");
    assert_eq!(tier("iso 27003"), Some(Tier::Pattern));
}

#[test]
fn the_answer_to_learn_is_one_that_earns_everything() {
    let mut text = typed_by(&["27001", "ISO/IEC 27001"]);
    text.accept = [(lang("en"), vec!["the standard".to_owned()])]
        .into_iter()
        .collect();
    text.worth = vec![worth("27001", 50), worth("the standard", 70)];
    assert_eq!(text.model_answer_in(&lang("en")), "ISO/IEC 27001");
    let body = Body::Text(text.clone());
    let model = body.score(&body.model_response(), 3, &[]).unwrap();
    assert!(model.score.is_full());
}

#[test]
fn a_huge_answer_is_refused_before_anything_reads_it() {
    let huge = "a ".repeat(500_000);
    let mut text = typed_by(&["a"]);
    text.patterns = vec![beginning("a", true)];
    let body = Body::Text(text);
    let response = Response::Text(huge);
    assert_eq!(body.ready(&response), Err(NotReady::TooLong));
    assert_eq!(body.score(&response, 1, &[]), Err(NotReady::TooLong));
}

#[test]
fn a_question_is_written_and_read_again() {
    let mut text = typed_by(&["ISO \"27001\"", "27001"]);
    text.patterns = vec![beginning("iso", true)];
    text.worth = vec![worth("27001", 50)];
    text.wrong = vec![WrongAnswer {
        patterns: vec![beginning("27002", false)],
        misconception: Some("mixes".parse().unwrap()),
        ..WrongAnswer::default()
    }];
    text.credit = Credits(vec![100, 90]);
    assert_eq!(json::read::<Text>(&json::write(&text)), Ok(text));
}

/// Two answers, one of them worth a part, tiers that are worth a part, and whether a pattern is worth one.
fn any_text() -> impl Strategy<Value = Text> {
    let credits = prop::collection::vec(0u8..=255, 0..12);
    (1u8..=100, credits, 1u8..=100).prop_map(|(own, tiers, pattern)| {
        let mut text = typed_by(&["corrective action", "the measure"]);
        text.worth = vec![worth("the measure", own), worth("/measure/", pattern)];
        text.patterns = vec![beginning("measure", true)];
        text.credit = Credits(tiers);
        text
    })
}

proptest! {
    #[test]
    fn any_table_can_be_walked(table: String, numbers in prop::collection::vec(0u32..40, 0..60), typed: String) {
        let small: String = numbers.into_iter().filter_map(table_char).collect();
        for table in [table, small] {
            for reads in [Reads::Typed, Reads::Words] {
                let source = String::new();
                let _ = Pattern { source, reads, table: table.clone(), lang: None }.matches(&typed, Rules::ALL);
            }
        }
    }

    #[test]
    fn points_stay_within_bounds_whatever_answers_earn(
        text in any_text(),
        given in "corrective action|Corrective actions|corective action|[Tt]he measure|measure it|mesure|\\PC{1,12}",
        points in 1u32..100,
    ) {
        let body = Body::Text(text);
        if let Ok(outcome) = body.score(&Response::Text(given), points, &["collective action"]) {
            prop_assert!(outcome.score.percent() <= 100);
            prop_assert_eq!(outcome.score.possible(), points);
        }
    }

    #[test]
    fn the_key_earns_everything_and_more_to_overlook_never_more(text in any_text()) {
        prop_assert_eq!(percent(&text, "corrective action"), 100);
        prop_assert!(percent(&text, "Corrective action") <= 100);
        prop_assert!(percent(&text, "the measure") <= u32::from(text.credit_of("the measure")));
    }
}

#[test]
fn what_a_form_cost_is_said() {
    // One question, alone in its module.
    let header = r#"{"jalon": 3, "id": "b", "version": "1", "languages": ["en"], "title": {"en": "Bank"},
        "concepts": [{"id": "role", "name": {"en": "Role"}}], "misconceptions": [{"id": "mixes", "name": {"en": "Mixes"}}],
        "modules": [{"id": "m", "title": {"en": "M"}, "track": {"en": "T"}, "level": "foundation", "minutes": 5}]}"#;
    let module = r#"{"jalon": 3, "bank": "b", "version": "1", "module": "m", "questions": [{"id": "q", "tags": [{"concept": "role"}],
        "fingerprint": "f", "wordings": {"en": [{"id": "1", "prompt": [{"p": [{"t": "?"}]}], "explanation": [{"p": [{"t": "!"}]}]}]},
        "body": {"text": {"accept": {"en": ["assessment report", "paper"]}, "credit": [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 80],
            "worth": [{"answer": "paper", "credit": 50, "feedback": {"en": [{"t": "Which paper?"}]}}],
            "wrong": [{"answers": ["letter"], "misconception": "mixes"}]}}}]}"#;
    let told = |given: &str| {
        let bank = jalon_engine::bank::Bank::new(json::read(header).unwrap()).unwrap();
        let module = bank.module(json::read(module).unwrap()).unwrap();
        let mut session = jalon_engine::session::Session::start(
            module,
            "a-1".parse().unwrap(),
            jalon_engine::session::Seed(1),
            &jalon_engine::session::Exposure::default(),
            jalon_engine::time::Moment(1),
        );
        let at = jalon_engine::time::Moment(2);
        let question: jalon_engine::id::QuestionId = "q".parse().unwrap();
        session
            .apply(jalon_engine::session::Event::Respond {
                question,
                response: Response::Text(given.to_owned()),
                reading: jalon_engine::lang::Reading::Both,
                at,
            })
            .unwrap();
        let unanswered = jalon_engine::session::Unanswered::Leave;
        session
            .apply(jalon_engine::session::Event::Submit { unanswered, at })
            .unwrap();
        match jalon_engine::feedback::of(&session, &question)
            .unwrap()
            .detail
        {
            Detail::Text {
                remark,
                model,
                note,
            } => (remark.map_or(0, |remark| remark.cost), model, note),
            other => panic!("{other:?} is no detail of a text"),
        }
    };
    let english = Some(lang("en"));
    let read_as = |answer: &str| Some(Model::ReadAs(answer.to_owned(), english));
    assert_eq!(told("assessment report"), (0, None, None));
    assert_eq!(
        told("assesment report"),
        (20, read_as("assessment report"), None)
    );
    let (cost, model, note) = told("Paper");
    let whole: Localised<String> = [(lang("en"), "assessment report".to_owned())]
        .into_iter()
        .collect();
    assert_eq!((cost, model), (0, Some(Model::PerLanguage(whole))));
    assert!(note.is_some());
}
