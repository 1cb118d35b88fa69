//! How long the engine takes. `cargo bench -p jalon-engine` prints the figures.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use jalon_engine::bank::{Bank, BankFile, Module, ModuleFile, sealed};
use jalon_engine::id::QuestionId;
use jalon_engine::json::{read, write};
use jalon_engine::kind::essay::words;
use jalon_engine::kind::{Body, Response};
use jalon_engine::session::{Exposure, Plan, Seed, Session};
use jalon_engine::time::Moment;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// Questions of the large bank. A test build runs each benchmark once, to see that it runs.
const QUESTIONS: usize = if cfg!(debug_assertions) { 500 } else { 10_000 };

/// Questions per module, where they are spread over modules.
const PER_MODULE: usize = 100;

/// Terms of the bank's glossary.
const TERMS: [&str; 60] = [
    "statement of applicability",
    "statement of acceptability",
    "déclaration de conformité",
    "risk treatment plan",
    "plan de traitement des risques",
    "risk assessment",
    "appréciation des risques",
    "risk owner",
    "propriétaire du risque",
    "residual risk",
    "risque résiduel",
    "management review",
    "revue de direction",
    "internal audit",
    "audit interne",
    "certification body",
    "organisme de certification",
    "accreditation body",
    "organisme d'accréditation",
    "nonconformity",
    "non-conformité",
    "corrective action",
    "action corrective",
    "continual improvement",
    "amélioration continue",
    "information security policy",
    "politique de sécurité de l'information",
    "annex A",
    "annexe A",
    "security control",
    "mesure de sécurité",
    "control objective",
    "objectif de sécurité",
    "interested party",
    "partie intéressée",
    "scope",
    "périmètre",
    "documented information",
    "information documentée",
    "top management",
    "direction",
    "threat",
    "menace",
    "vulnerability",
    "vulnérabilité",
    "asset",
    "actif",
    "confidentiality",
    "confidentialité",
    "integrity",
    "intégrité",
    "availability",
    "disponibilité",
    "ISO/IEC 27000",
    "ISO/IEC 27002",
    "ISO/IEC 27003",
    "ISO/IEC 27004",
    "ISO/IEC 27005",
    "ISO/IEC 27006-1",
    "ISO/IEC 27701",
];

const ENGLISH: [&str; 2] = [
    "A supplier writes that its product is certified to ISO/IEC 27002. What does a careful buyer make of that claim, and what would be worth asking for instead?",
    "Certificates are issued against requirements that an auditor can find met or not met. Guidance explains how a control may be put in place; nobody can be found nonconforming for having found a better way.",
];

const FRENCH: [&str; 2] = [
    "Un fournisseur écrit que son produit est certifié ISO/IEC 27002. Que retient de cette annonce un acheteur prudent, et que demanderait-il plutôt à voir ?",
    "On certifie par rapport à des exigences, dont un auditeur peut constater qu'elles sont satisfaites ou non. Un guide explique comment mettre en place une mesure : personne n'est en défaut pour avoir trouvé mieux.",
];

fn header(modules: &[String]) -> String {
    let both = |text: &str| json!({"en": text, "fr": text});
    let concepts: Vec<Value> = (0..100)
        .map(|n| json!({"id": format!("concept-{n}"), "name": {"en": format!("Concept {n}"), "fr": format!("Notion {n}")}}))
        .collect();
    let modules: Vec<Value> = modules
        .iter()
        .map(|id| json!({"id": id, "title": both(id), "track": both("Track"), "level": "advanced", "minutes": 10, "pass": 60, "draw": 20}))
        .collect();
    let text = json!({
        "jalon": 3, "id": "large", "version": "1", "languages": ["en", "fr"], "title": both("Large"),
        "concepts": concepts, "terms": TERMS.as_slice(), "modules": modules,
    })
    .to_string();
    sealed(&write(&read::<BankFile>(&text).expect("a header")))
}

fn wordings(n: usize, [prompt, explanation]: [&str; 2], choices: &[&str]) -> Value {
    let one = |place: usize| {
        let texts: Value = choices
            .iter()
            .map(|id| ((*id).to_owned(), json!([{"t": prompt.get(..60)}])))
            .collect::<serde_json::Map<_, _>>()
            .into();
        let mut one = json!({
            "id": place.to_string(),
            "prompt": [{"p": [{"t": format!("{n}.{place} {prompt}")}]}],
            "explanation": [{"p": [{"t": explanation}, {"em": [{"t": "ISO/IEC 27001"}]}, {"t": "."}]}],
        });
        if !choices.is_empty() {
            one["choices"] = texts;
        }
        one
    };
    json!([one(1), one(2)])
}

fn question(n: usize) -> Value {
    let note = json!({"en": [{"t": ENGLISH[1].get(..120)}], "fr": [{"t": FRENCH[1].get(..120)}]});
    let (choices, body): (&[&str], Value) = match n % 7 {
        0 => (&[], json!({"true-false": {"key": false, "if_true": note}})),
        1 => (
            &[],
            json!({"text": {
                "any": ["ISO/IEC 27001", "27001"],
                "accept": {
                    "en": ["statement of applicability", "applicability statement"],
                    "fr": ["déclaration d'applicabilité", "la DdA de l'organisme"],
                },
                "wrong": [{"answers": ["ISO/IEC 27002", "risk treatment plan"], "feedback": note}],
            }}),
        ),
        _ => {
            let ids = ["certify", "guide", "replace", "none"];
            let items = ids.map(|id| json!({"id": id, "feedback": note}));
            (
                &["certify", "guide", "replace", "none"],
                json!({"choice": {"choices": items, "key": {"one": "guide"}}}),
            )
        }
    };
    json!({
        "id": format!("question-{n}"),
        "tags": [{"concept": format!("concept-{}", n % 100)}],
        "difficulty": "medium",
        "source": "ISO/IEC 27001:2022, clause 6.1.3",
        "fingerprint": format!("{n:016x}"),
        "wordings": {"en": wordings(n, ENGLISH, choices), "fr": wordings(n, FRENCH, choices)},
        "body": body,
    })
}

/// A compiled bank: its header, and its modules of `per_module` questions.
fn bank(questions: usize, per_module: usize) -> (String, Vec<String>) {
    let ids: Vec<String> = (0..questions / per_module)
        .map(|n| format!("module-{n}"))
        .collect();
    let modules = ids.iter().enumerate().map(|(n, id)| {
        let all: Vec<Value> = (n * per_module..(n + 1) * per_module)
            .map(question)
            .collect();
        let text =
            json!({"jalon": 3, "bank": "large", "version": "1", "module": id, "questions": all})
                .to_string();
        sealed(&write(&read::<ModuleFile>(&text).expect("a module")))
    });
    let modules = modules.collect();
    (header(&ids), modules)
}

fn load(header: &str, module: &str) -> Module {
    let bank = Bank::read(header).expect("the header is sound");
    bank.read_module(module).expect("the module is sound")
}

/// The first questions, as one module.
fn small() -> Module {
    let (header, modules) = bank(20, 20);
    load(&header, &modules[0])
}

#[divan::bench]
fn grade_one_choice_response(bencher: Bencher) {
    let module = small();
    let id: QuestionId = "question-2".parse().expect("an id");
    let question = module.question(&id).expect("it is there");
    let key = question.body.model_response();
    assert!(matches!(key, Response::Choice(_)));
    bencher.bench(|| question.body.score(black_box(&key), 1, &[]));
}

/// What a learner types, from what is read at a glance to what has to be held against everything.
const TYPED: [&str; 6] = [
    "déclaration d'applicabilité",
    "Declaration d’applicabilite",
    "The statement of applicability.",
    "statment of aplicability",
    "statement of apceptability",
    "information security incident",
];

#[divan::bench(args = TYPED)]
fn grade_one_typed_answer_against_six_spellings(bencher: Bencher, typed: &str) {
    let module = small();
    let id: QuestionId = "question-1".parse().expect("an id");
    let question = module.question(&id).expect("it is there");
    let terms: Vec<&str> = module.bank().terms().take(TERMS.len()).collect();
    let response = Response::Text(typed.to_owned());
    bencher.bench(|| question.body.score(black_box(&response), 1, &terms));
}

/// As a question whose author lists every spelling: 200 answers, all but one far from what is typed.
#[divan::bench(args = TYPED)]
fn grade_one_typed_answer_against_200_answers(bencher: Bencher, typed: &str) {
    let (mut en, mut fr) = (Vec::new(), Vec::new());
    for n in 0..100 {
        let place = TERMS[n % TERMS.len()];
        en.push(format!("{place} of department {n}"));
        fr.push(format!("{place} du service {n}"));
    }
    en.push("statement of applicability".to_owned());
    fr.push("déclaration d'applicabilité".to_owned());
    let body = json!({"text": {"accept": {"en": en, "fr": fr}}}).to_string();
    let body: Body = jalon_engine::json::read(&body).expect("the question is sound");
    let response = Response::Text(typed.to_owned());
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// A wildcard and a regular expression, `iso(/iec)? ?27001(:20(13|22))?`, as the author's tool compiles them.
#[divan::bench(args = ["iso/iec 27001:2022", "the requirements for quality management systems", "iso/iec 27002"])]
fn grade_one_typed_answer_against_two_patterns(bencher: Bencher, typed: &str) {
    let regex = r#",(rr11.(||<<îîD,(xxII*(èè<.(HHTWWYZZb*(ZZb,(rrgg*(``o,(nntt*(XX|,(ll*(XX,(HHTZZb*(YY+(cc*(ZZ*(XX,(YY¥ZZª*([[¯*(ZZ¯)("#;
    let wildcard = r#",1HH)6*1HH),1HH)>,1HH)F,1HH)N,1HH)V,1HH)_,1HH)g,1HH)o,1HH)w,1HH),1HH),1HH)*1HH.1HH)6,1HH)§,1HH)¯*1HH´,¼HH´Á*¼HH´,¼HH´É,¼HH´Ñ,¼HH´Ù,¼HH´á,¼HH´é,¼HH´ñ,¼HH´ù,¼HH´ā,¼HH´ĉ*¼HHĎ.¼HH´Áę,¼HH´¢¢ġ,¼HH´ĩ,¼HH´ı,¼HH´Ĺ,¼HH´Ł,¼HH´ŉ+¼HH´"#;
    let body = json!({"text": {"any": ["ISO/IEC 27001"], "patterns": [
        {"source": "regex", "table": regex},
        {"source": "wildcard", "table": wildcard, "reads": "words"},
    ]}});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("the question is sound");
    let response = Response::Text(typed.to_owned());
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// What a learner types where a number with a unit is asked for, from the plainest way to one that has to be held against two readings and
/// the listed wrong answers.
const NUMBERS: [&str; 5] = [
    "93.2",
    "93 200 m",
    "1\u{202F}234\u{202F}567,89 km",
    "9,32 × 10⁴ m",
    "7,154 km",
];

#[divan::bench(args = NUMBERS)]
fn grade_one_number_with_units_and_a_tolerance(bencher: Bencher, typed: &str) {
    let unit = |name: &str, times: &str| json!({"name": name, "times": times});
    let body = json!({"number": {
        "key": {"from": "92.734", "to": "93.666", "value": "93.2"},
        "units": [
            unit("km", "1"), unit("kilometres", "1"), unit("kilometre", "1"), unit("kilomètres", "1"), unit("kilomètre", "1"),
            unit("m", "1/1000"), unit("metres", "1/1000"), unit("metre", "1/1000"), unit("mètres", "1/1000"), unit("mètre", "1/1000"),
        ],
        "wrong": [{"answers": ["114", "0.0932"]}],
    }});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let response = Response::Number(typed.to_owned());
    assert!(body.ready(&response).is_ok());
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// The longest text that is taken.
#[divan::bench]
fn take_an_essay_of_20_000_characters(bencher: Bencher) {
    let body = json!({"essay": {"points": ["a", "b", "c"], "least": 80}});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let response = Response::Essay("Une norme exige\u{A0}; ".repeat(1000));
    assert!(body.ready(&response).is_ok());
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// What is said at each key of it.
#[divan::bench]
fn count_the_words_of_20_000_characters(bencher: Bencher) {
    let text = "Une norme exige\u{A0}; ".repeat(1000);
    bencher.bench(|| words(black_box(&text)));
}

/// Twenty items that belong in ten places, all but one of them put there.
#[divan::bench(args = ["match", "classify"])]
fn grade_twenty_items_in_ten_places(bencher: Bencher, kind: &str) {
    let item = |n: usize| json!({"id": format!("item-{n}"), "place": format!("place-{}", n / 2)});
    let places: Vec<String> = (0..10).map(|n| format!("place-{n}")).collect();
    let pairs = json!({
        "items": (0..20).map(item).collect::<Vec<_>>(), "places": places, "scoring": "partial-with-penalty",
    });
    let body = match kind {
        "match" => json!({"match": {"pairs": pairs, "uses": "often"}}),
        kind => json!({kind: pairs}),
    };
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let mut response = body.model_response();
    if let Response::Match(given) | Response::Classify(given) = &mut response {
        let (item, place) = ("item-3".parse(), "place-9".parse());
        given.put(item.expect("an id"), place.expect("an id"));
    }
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// Twenty items, the first one put last.
#[divan::bench(args = ["neighbours", "positions"])]
fn grade_an_order_of_twenty_items(bencher: Bencher, credit: &str) {
    let items: Vec<String> = (0..20).map(|n| format!("item-{n}")).collect();
    let body = json!({"order": {"items": items, "credit": credit}});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let mut response = body.model_response();
    if let Response::Order(given) = &mut response {
        given.rotate_left(1);
    }
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

/// Four gaps: a number, a list, and two texts that may change places.
#[divan::bench]
fn grade_one_text_with_four_gaps(bencher: Bencher) {
    let text = |answers: Value| json!({"text": {"any": answers}});
    let gap = |id: &str, fill: Value| json!({"id": id, "fill": fill});
    let pick = json!({"choices": [{"id": "shall"}, {"id": "may"}], "key": {"one": "shall"}});
    let body = json!({"gaps": {
        "gaps": [
            gap("count", json!({"number": {"key": {"from": "93", "to": "93", "value": "93"}}})),
            gap("verb", json!({"pick": pick})),
            gap("first", text(json!(["people", "personnes"]))),
            gap("second", text(json!(["technology", "technologies"]))),
        ],
        "any_order": [["first", "second"]],
    }});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let response = r#"{"gaps": {"count": {"number": "93"}, "verb": {"pick": "may"},
        "first": {"text": "tecnology"}, "second": {"text": "People"}}}"#;
    let response: Response = jalon_engine::json::read(response).expect("a response");
    assert!(body.ready(&response).is_ok());
    bencher.bench(|| body.score(black_box(&response), 1, &TERMS));
}

#[divan::bench]
fn grade_one_pointing_at_regions(bencher: Bencher) {
    let picture = json!({"address": "a.svg", "width": 1, "height": 1});
    let body = json!({"hotspot": {
        "choice": {"choices": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "key": {"several": {"right": ["a", "c"]}}},
        "shapes": [{"rect": [0, 0, 1, 1]}, {"rect": [2, 2, 1, 1]}, {"circle": [50, 50, 1]}],
        "picture": {"en": picture},
    }});
    let body: Body = jalon_engine::json::read(&body.to_string()).expect("a body");
    let response = body.model_response();
    bencher.bench(|| body.score(black_box(&response), 1, &[]));
}

fn load_and_plan(bencher: Bencher, header: &str, modules: &[String]) {
    let bytes = header.len() + modules.iter().map(String::len).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let bank = Bank::read(header).expect("the header is sound");
        let modules: Vec<Module> = modules
            .iter()
            .map(|module| bank.read_module(module).expect("the module is sound"))
            .collect();
        let id = "a-1".parse().expect("an id");
        let session = Session::start(
            modules[0].clone(),
            id,
            Seed(7),
            &Exposure::default(),
            Moment(1),
        );
        (modules, session)
    });
}

/// What a learner's page does: the header, and the module that it shows.
#[divan::bench]
fn load_a_module_of_a_bank_of_10_000_questions_and_plan(bencher: Bencher) {
    let (header, modules) = bank(QUESTIONS, PER_MODULE);
    load_and_plan(bencher, &header, &modules[..1]);
}

/// Every module of the bank.
#[divan::bench(sample_count = 5)]
fn load_a_bank_of_10_000_questions_and_plan(bencher: Bencher) {
    let (header, modules) = bank(QUESTIONS, PER_MODULE);
    load_and_plan(bencher, &header, &modules);
}

/// All of it in one module, which is the most that one session can be drawn from.
#[divan::bench(sample_count = 5)]
fn load_a_module_of_10_000_questions_and_plan(bencher: Bencher) {
    let (header, modules) = bank(QUESTIONS, QUESTIONS);
    load_and_plan(bencher, &header, &modules);
}

#[divan::bench]
fn plan_a_session_from_10_000_questions(bencher: Bencher) {
    let (header, modules) = bank(QUESTIONS, QUESTIONS);
    let module = load(&header, &modules[0]);
    bencher.bench(|| Plan::draw(black_box(&module), Seed(7), &Exposure::default()));
}
