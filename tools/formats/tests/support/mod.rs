//! Banks of every kind of question, drawn at random and sound, and what two banks have to have in common to be the same.

#![allow(dead_code, reason = "each test uses what it needs")]

pub(crate) mod report;

use jalon_compiler::{CompiledBank, Severity, Sources, check};
use jalon_draft::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

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

fn choice() -> BoxedStrategy<Asked> {
    ids("c", 2, 5)
        .prop_flat_map(|ids| {
            let n = ids.len();
            let several = subsequence(ids.clone(), 1..=n);
            let one = select(ids.clone());
            let key = prop_oneof![one.prop_map(Key::One), several.prop_map(Key::Several)];
            let texts = both(texts(ids.clone()));
            (
                key,
                vec(maybe_both(), n),
                texts,
                both(wording()),
                any::<bool>(),
                option::of(scoring()),
            )
                .prop_map(move |(key, feedback, texts, wordings, shuffle, scoring)| {
                    let key = match key {
                        // One in a list gets a warning.
                        Key::Several(ids) if ids.len() == 1 => Key::One(ids[0].clone()),
                        key => key,
                    };
                    let is_one = matches!(key, Key::One(_));
                    let choices = ids.iter().zip(feedback).map(|(id, feedback)| Choice {
                        id: id.clone(),
                        feedback,
                        ..Choice::default()
                    });
                    let body = Choices {
                        choices: choices.collect(),
                        scoring: scoring.filter(|_| !is_one),
                        least: None,
                        most: None,
                        samples: None,
                        shuffle: shuffle.then_some(false),
                        key,
                    };
                    (
                        Body::Choice(body),
                        with(wordings, texts, |wording, texts| wording.choices = texts),
                    )
                })
        })
        .boxed()
}

fn with<T: Clone>(
    wordings: Texts<Wording>,
    texts: Texts<T>,
    put: impl Fn(&mut Wording, T),
) -> Texts<Wording> {
    let each = wordings.into_iter().map(|(lang, mut wording)| {
        put(&mut wording, texts[&lang].clone());
        (lang, wording)
    });
    each.collect()
}

fn scoring() -> impl Strategy<Value = Scoring> {
    select(
        &[
            Scoring::AllOrNothing,
            Scoring::Partial,
            Scoring::PartialWithPenalty,
            Scoring::RightMinusWrong,
        ][..],
    )
}

fn true_false() -> BoxedStrategy<Asked> {
    (any::<bool>(), maybe_both(), maybe_both(), both(wording()))
        .prop_map(|(key, if_true, if_false, wordings)| {
            let feedback = TrueFalseFeedback { if_true, if_false };
            let body = TrueFalse {
                key,
                feedback: (feedback != TrueFalseFeedback::default()).then_some(feedback),
                samples: None,
            };
            (Body::TrueFalse(body), wordings)
        })
        .boxed()
}

/// Words that differ by more than a slip.
const ANSWERS: &[&str] = &[
    "statement of applicability",
    "certification",
    "risk owner",
    "27001",
    "annexe A",
    "vocabulaire",
    "l'auditeur",
    "5 %",
];

fn plain_text() -> impl Strategy<Value = Text> {
    let answers = subsequence(ANSWERS, 2..5);
    (answers, any::<bool>(), maybe_both()).prop_map(|(answers, is_any, feedback)| {
        let (right, wrong) = answers.split_at(1);
        let right: Vec<Answer> = right
            .iter()
            .map(|answer| Answer::Plain((*answer).to_owned()))
            .collect();
        let accept = if is_any {
            Texts::from_iter([("any".to_owned(), right)])
        } else {
            Texts::from_iter([("en".to_owned(), right.clone()), ("fr".to_owned(), right)])
        };
        let wrong = wrong
            .iter()
            .take(1)
            .filter(|_| !feedback.is_empty())
            .map(|answer| TextWrong {
                answers: vec![Answer::Plain((*answer).to_owned())],
                feedback: feedback.clone(),
                misconception: None,
            });
        Text {
            order: None,
            endings: None,
            synonyms: Vec::new(),
            credit: None,
            accept,
            words: Texts::new(),
            wrong: wrong.collect(),
            samples: None,
        }
    })
}

fn text() -> BoxedStrategy<Asked> {
    (plain_text(), both(wording()))
        .prop_map(|(text, wordings)| (Body::Text(text), wordings))
        .boxed()
}

fn number_key() -> impl Strategy<Value = NumberKey> {
    prop_oneof![
        (-1000_i64..1000).prop_map(|n| NumberKey::Value(Written::Whole(n))),
        (-1000_i64..1000)
            .prop_map(|n| NumberKey::Value(Written::Fraction(n as f64 / 8.0 + 0.0625))),
        (1_i64..1000, 1_i64..50).prop_map(|(n, within)| NumberKey::Near(Near {
            value: Written::Whole(n),
            within: Some(Written::Fraction(within as f64 / 4.0 + 0.125)),
            figures: None,
        })),
        (1_i64..1000, 1_i64..50).prop_map(|(n, more)| NumberKey::Range(Range {
            from: Written::Whole(n),
            to: Written::Whole(n + more),
        })),
    ]
}

fn number() -> BoxedStrategy<Asked> {
    (
        number_key(),
        both(wording()),
        option::of(select(&["km", "kg", "%"][..])),
    )
        .prop_map(|(key, wordings, unit)| {
            let unit = unit.map(|unit| Unit {
                times: None,
                names: Texts::from_iter([("any".to_owned(), vec![unit.to_owned()])]),
            });
            let body = Number {
                key,
                unit_use: None,
                units: unit.into_iter().collect(),
                wrong: Vec::new(),
                samples: None,
            };
            (Body::Number(body), wordings)
        })
        .boxed()
}

fn matching() -> BoxedStrategy<Asked> {
    (ids("i", 2, 4), 0_usize..3, any::<bool>())
        .prop_flat_map(|(items, more, shuffle)| {
            let targets: Vec<String> = (1..=items.len() + more).map(|n| format!("t{n}")).collect();
            let parts = (
                both(texts(items.clone())),
                both(texts(targets.clone())),
                both(wording()),
            );
            parts.prop_map(move |(item_texts, target_texts, wordings)| {
                let body = Match {
                    uses: None,
                    scoring: None,
                    shuffle: shuffle.then_some(false),
                    samples: None,
                    items: items
                        .iter()
                        .zip(&targets)
                        .map(|(id, target)| Matched {
                            id: id.clone(),
                            target: target.clone(),
                            feedback: Texts::new(),
                        })
                        .collect(),
                    targets: targets.iter().map(|id| Target { id: id.clone() }).collect(),
                };
                let wordings = with(wordings, item_texts, |wording, texts| wording.items = texts);
                (
                    Body::Match(body),
                    with(wordings, target_texts, |wording, texts| {
                        wording.targets = texts
                    }),
                )
            })
        })
        .boxed()
}

fn classify() -> BoxedStrategy<Asked> {
    (ids("i", 2, 5), ids("k", 2, 3))
        .prop_flat_map(|(items, categories)| {
            let places = vec(select(categories.clone()), items.len());
            let parts = (
                places,
                both(texts(items.clone())),
                both(texts(categories.clone())),
                both(wording()),
            );
            parts.prop_map(move |(places, item_texts, category_texts, wordings)| {
                let body = Classify {
                    items: items
                        .iter()
                        .zip(places)
                        .map(|(id, category)| Classified {
                            id: id.clone(),
                            category,
                            feedback: Texts::new(),
                        })
                        .collect(),
                    categories: categories
                        .iter()
                        .map(|id| Category { id: id.clone() })
                        .collect(),
                    ..Classify::default()
                };
                let wordings = with(wordings, item_texts, |wording, texts| wording.items = texts);
                (
                    Body::Classify(body),
                    with(wordings, category_texts, |wording, texts| {
                        wording.categories = texts
                    }),
                )
            })
        })
        .boxed()
}

fn order() -> BoxedStrategy<Asked> {
    (
        ids("i", 2, 5),
        option::of(select(
            &[
                OrderCredit::Neighbours,
                OrderCredit::Positions,
                OrderCredit::AllOrNothing,
            ][..],
        )),
    )
        .prop_flat_map(|(items, credit)| {
            (both(texts(items.clone())), both(wording())).prop_map(move |(texts, wordings)| {
                let body = Order {
                    credit,
                    samples: None,
                    items: items
                        .iter()
                        .map(|id| OrderItem { id: id.clone() })
                        .collect(),
                };
                (
                    Body::Order(body),
                    with(wordings, texts, |wording, texts| wording.items = texts),
                )
            })
        })
        .boxed()
}

fn gaps() -> BoxedStrategy<Asked> {
    let parts = (
        plain_text(),
        number_key(),
        both(wording()),
        both(vec(line(), 2)),
        both(texts(vec![
            "o1".to_owned(),
            "o2".to_owned(),
            "o3".to_owned(),
        ])),
        1_usize..4,
    );
    parts
        .prop_map(|(mut text, number, wordings, around, offers, n)| {
            text.wrong.clear();
            let gap = |id: &str| Gap {
                id: id.to_owned(),
                ..Gap::default()
            };
            let pick = Pick {
                key: "o2".to_owned(),
                from: None,
            };
            let mut gaps = vec![
                Gap {
                    pick: Some(pick),
                    ..gap("g1")
                },
                Gap {
                    text: Some(text),
                    ..gap("g2")
                },
                Gap {
                    number: Some(GapNumber::Key(number)),
                    ..gap("g3")
                },
            ];
            gaps.truncate(n);
            let body = Gaps {
                choices: ["o1", "o2", "o3"]
                    .iter()
                    .map(|id| Offer {
                        id: (*id).to_owned(),
                        pinned: None,
                    })
                    .collect(),
                gaps,
                ..Gaps::default()
            };
            let wordings = with(wordings, around, |wording, around| {
                let places: Vec<String> = (1..=n).map(|n| format!("{{{{g{n}}}}}")).collect();
                wording.text = Some(format!(
                    "{} {} {}",
                    around[0],
                    places.join(" and "),
                    around[1]
                ));
            });
            (
                Body::Gaps(body),
                with(wordings, offers, |wording, offers| wording.choices = offers),
            )
        })
        .boxed()
}

fn hotspot() -> BoxedStrategy<Asked> {
    ids("r", 2, 3)
        .prop_flat_map(|ids| {
            let key = select(ids.clone());
            let parts = (key, both(texts(ids.clone())), both(wording()), both(line()));
            parts.prop_map(move |(key, names, wordings, alts)| {
                let regions = ids.iter().enumerate().map(|(n, id)| Region {
                    id: id.clone(),
                    rect: Some([10.0 + 25.0 * n as f64, 20.0, 20.0, 30.0]),
                    ..Region::default()
                });
                let body = Hotspot {
                    image: Image::Same("map.svg".to_owned()),
                    key: Key::One(key),
                    scoring: None,
                    least: None,
                    most: None,
                    shuffle: None,
                    samples: None,
                    regions: regions.collect(),
                };
                let wordings = with(wordings, names, |wording, names| wording.regions = names);
                (
                    Body::Hotspot(body),
                    with(wordings, alts, |wording, alt| wording.alt = Some(alt)),
                )
            })
        })
        .boxed()
}

fn essay() -> BoxedStrategy<Asked> {
    ids("p", 1, 3)
        .prop_flat_map(|ids| {
            (
                both(texts(ids.clone())),
                both(wording()),
                both(blocks()),
                option::of(10_u64..50),
            )
                .prop_map(move |(texts, wordings, models, least)| {
                    let body = Essay {
                        least,
                        most: least.map(|least| least * 2),
                        points: ids.iter().map(|id| EssayPoint { id: id.clone() }).collect(),
                    };
                    let wordings = with(wordings, models, |wording, model| {
                        wording.model = Some(model)
                    });
                    (
                        Body::Essay(body),
                        with(wordings, texts, |wording, texts| wording.points = texts),
                    )
                })
        })
        .boxed()
}

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
