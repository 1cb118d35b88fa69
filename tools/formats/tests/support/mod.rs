//! Banks of every kind of question, drawn at random and sound, and what two banks have to have in common to be the same.

#![allow(dead_code, reason = "each test uses what it needs")]

pub(crate) mod cases;
pub(crate) mod describe;
mod kinds;
pub(crate) mod report;

use jalon_compiler::{CompiledBank, Severity, Sources, check};
use jalon_draft::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use kinds::*;

/// Signs that mean something in one format or the other, and words that don't.
const WORDS: &[&str] = &[
    "risk",
    "mesure",
    "l'annexe",
    "contrôle",
    "27001",
    "A.8.2",
    "5.15",
    "R&D",
    "a=b",
    "x~y",
    "#1",
    "50%",
    "C:\\\\new",
    "semi;colon",
    "comma,",
    "\"quoted\"",
    "it's",
    "œuvre",
    "10:30",
    "e=mc²",
    "->",
    "\\*starred\\*",
    "x > 1",
    "1 < 2",
    "(see)",
    "naïve",
    "«mot»",
    "a/b",
    "{one}",
    "né",
    "=sum",
    "-5",
    "@home",
    "+1",
    "::two::",
    "//no",
    "$x",
    "A)",
    "B.",
    "100 000",
    "T",
    "true",
];

/// Words of a text on one line, which starts and ends with a plain word.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let start = select(&["Alpha", "Bravo", "Charlie", "Delta", "Écho", "Foxtrot"][..]);
    let end = select(&["one", "two", "trois", "four", "cinq", "six"][..]);
    (start, vec(select(WORDS), 0..5), end).prop_map(|(start, words, end)| {
        format!("{start} {} {end}", words.join(" ")).replace("  ", " ")
    })
}

/// The same with emphasis and code.
pub(crate) fn rich() -> impl Strategy<Value = String> {
    let marked = prop_oneof![
        line(),
        line(),
        line().prop_map(|text| format!("Read **this** and {text}")),
        line().prop_map(|text| format!("The word *shall*: {text}")),
        line().prop_map(|text| format!("See `A.5.1` for {text}")),
    ];
    marked.boxed()
}

/// Several paragraphs or a list.
pub(crate) fn blocks() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => rich(),
        1 => (rich(), rich()).prop_map(|(a, b)| format!("{a}\n\n{b}")),
        1 => (line(), line(), line()).prop_map(|(a, b, c)| format!("{a}\n\n- {b}\n- {c}")),
    ]
}

/// A text in both languages.
fn both<T: std::fmt::Debug + Clone + 'static>(
    one: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Texts<T>> {
    let one = one.boxed();
    let pair = |(en, fr)| Texts::from_iter([("en".to_owned(), en), ("fr".to_owned(), fr)]);
    (one.clone(), one).prop_map(pair).boxed()
}

fn maybe_both() -> impl Strategy<Value = Texts> {
    option::of(both(rich())).prop_map(Option::unwrap_or_default)
}

/// Different texts for parts: each has its number.
fn texts(ids: Vec<String>) -> impl Strategy<Value = Texts> {
    let n = ids.len();
    vec(rich(), n).prop_map(move |texts| {
        let numbered = texts.into_iter().enumerate();
        let numbered = numbered.map(|(n, text)| {
            format!(
                "{text} {}",
                ["un", "deux", "trois", "quatre", "cinq", "six", "sept"][n % 7]
            )
        });
        ids.iter().cloned().zip(numbered).collect()
    })
}

fn ids(prefix: &'static str, least: usize, most: usize) -> impl Strategy<Value = Vec<String>> {
    (least..=most).prop_map(move |n| (1..=n).map(|n| format!("{prefix}{n}")).collect())
}

fn wording() -> impl Strategy<Value = Wording> {
    blocks().prop_map(|prompt| Wording {
        prompt,
        ..Wording::default()
    })
}

/// A body, and the wordings that go with it.
type Asked = (Body, Texts<Wording>);

fn question() -> impl Strategy<Value = Question> {
    let asked = prop_oneof![
        3 => choice(), 1 => true_false(), 2 => text(), 2 => number(), 1 => matching(), 1 => classify(), 1 => order(), 1 => gaps(),
        1 => hotspot(), 1 => essay(),
    ];
    let concepts = prop_oneof![
        Just(Concepts::Even(vec!["guidance".to_owned()])),
        Just(Concepts::Even(vec![
            "guidance".to_owned(),
            "annex-a".to_owned()
        ])),
        Just(Concepts::Weighted(Texts::from_iter([
            ("guidance".to_owned(), 1),
            ("annex-a".to_owned(), 2)
        ]))),
    ];
    let difficulty = option::of(select(
        &[Difficulty::Easy, Difficulty::Medium, Difficulty::Hard][..],
    ));
    let extra = (
        option::of(both(rich())),
        option::of(both(vec(rich(), 1..3))),
        option::of(2_u64..5),
    );
    (asked, concepts, difficulty, option::of(line()), extra).prop_map(
        |((body, wordings), concepts, difficulty, source, (explanations, hints, points))| {
            // As many in each language.
            let hints = hints.map(|mut hints: Texts<Vec<String>>| {
                let least = hints.values().map(Vec::len).min().unwrap_or(0);
                hints.values_mut().for_each(|all| all.truncate(least));
                hints
            });
            let wordings = wordings.into_iter().map(|(lang, mut wording)| {
                wording.explanation = explanations.as_ref().map(|texts| texts[&lang].clone());
                wording.hints = hints
                    .as_ref()
                    .map(|hints| hints[&lang].clone())
                    .unwrap_or_default();
                (lang, vec![wording])
            });
            Question {
                common: Common {
                    concepts,
                    difficulty,
                    source,
                    points,
                    ..Common::default()
                },
                body,
                wordings: wordings.collect(),
            }
        },
    )
}

/// A sound bank in English and French, of questions of every kind.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    vec(vec(question(), 1..6), 1..3).prop_map(|modules| {
        let pair = |en: &str, fr: &str| {
            Texts::from_iter([
                ("en".to_owned(), en.to_owned()),
                ("fr".to_owned(), fr.to_owned()),
            ])
        };
        let concept = |id: &str, en: &str, fr: &str| Concept {
            id: id.to_owned(),
            name: pair(en, fr),
            prerequisites: Vec::new(),
        };
        let mut number = 0;
        let modules: Vec<(String, Module)> = modules
            .into_iter()
            .enumerate()
            .map(|(n, mut questions)| {
                for question in &mut questions {
                    number += 1;
                    question.common.id = format!("q-{number}");
                }
                let module = Module {
                    title: pair(&format!("Part {}", n + 1), &format!("Partie {}", n + 1)),
                    track: pair("Sample bank", "Banque d'essai"),
                    minutes: questions.len() as u64,
                    questions,
                    ..Module::default()
                };
                (format!("part-{}", n + 1), module)
            })
            .collect();
        Draft {
            bank: Bank {
                id: "sample".to_owned(),
                languages: vec!["en".to_owned(), "fr".to_owned()],
                title: pair("Sample bank", "Banque d'essai"),
                modules: modules.iter().map(|(id, _)| id.clone()).collect(),
                concepts: vec![
                    concept("guidance", "Guidance", "Conseils"),
                    concept("annex-a", "Annex A", "Annexe A"),
                ],
                ..Bank::default()
            },
            modules,
            pictures: [("map.svg".to_owned(), SVG.as_bytes().to_vec())].into(),
        }
    })
}

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100"/></svg>"#;

/// The bank of a draft, checked. Warnings are fine.
pub(crate) fn compiled(draft: &Draft) -> Result<CompiledBank, String> {
    let files = draft.files().into_iter();
    let sources: Sources = files
        .map(|(name, bytes)| (format!("bank/{name}"), bytes))
        .collect();
    let mut report = check(&sources);
    let errors = report
        .diagnostics
        .iter()
        .filter(|problem| problem.severity() == Severity::Error);
    let errors: Vec<String> = errors
        .map(|problem| {
            let source = sources.get(problem.file());
            let lines = source
                .text()
                .get(source.lines_around(problem.span.bytes()))
                .unwrap_or_default();
            format!("{}: {}\n{lines}", source.path(), problem.message)
        })
        .collect();
    match report.banks.pop() {
        Some(bank) if errors.is_empty() => Ok(bank),
        _ => Err(errors.join("\n")),
    }
}

/// What two banks have in common that are the same: modules with their titles, questions with all that they say.
pub(crate) fn essence(draft: &Draft) -> String {
    let bank = compiled(draft).unwrap_or_else(|errors| panic!("{errors}"));
    let modules = bank.modules().iter().map(|module| {
        let info = module.info();
        format!(
            "{} {:?} pass {} draw {:?}\n{:#?}\n",
            info.id,
            info.title,
            info.pass,
            info.draw,
            module.questions()
        )
    });
    modules.collect()
}
