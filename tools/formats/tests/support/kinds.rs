//! Any draft of a question of each kind.

use super::*;

pub(super) fn choice() -> BoxedStrategy<Asked> {
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

pub(super) fn true_false() -> BoxedStrategy<Asked> {
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

pub(super) fn text() -> BoxedStrategy<Asked> {
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

pub(super) fn number() -> BoxedStrategy<Asked> {
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

pub(super) fn matching() -> BoxedStrategy<Asked> {
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

pub(super) fn classify() -> BoxedStrategy<Asked> {
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

pub(super) fn order() -> BoxedStrategy<Asked> {
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

pub(super) fn gaps() -> BoxedStrategy<Asked> {
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

pub(super) fn hotspot() -> BoxedStrategy<Asked> {
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

pub(super) fn essay() -> BoxedStrategy<Asked> {
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
