//! Any question of each kind.

use super::*;

pub(crate) fn choice() -> impl Strategy<Value = Choice> {
    let item = (
        id(),
        any::<bool>(),
        any::<Option<i16>>(),
        in_langs(line()),
        option::of(id()),
    )
        .prop_map(
            |(id, pinned, weight, feedback, misconception)| choice::Item {
                id,
                pinned,
                weight,
                feedback,
                misconception,
            },
        );
    let picks = any::<(u16, Option<u16>)>().prop_map(|(least, most)| Picks { least, most });
    let picks = prop_oneof![Just(Picks::default()), picks];
    let several = (few(id()), policy(), picks).prop_map(|(right, scoring, picks)| {
        choice::Key::Several(Several {
            right: right.into_iter().collect(),
            scoring,
            picks,
        })
    });
    let key = prop_oneof![id().prop_map(choice::Key::One), several];
    (few(item), key, any::<bool>()).prop_map(|(choices, key, shuffle)| Choice {
        choices,
        key,
        shuffle,
    })
}

pub(super) fn true_false() -> impl Strategy<Value = TrueFalse> {
    (any::<bool>(), in_langs(line()), in_langs(line())).prop_map(|(key, if_true, if_false)| {
        TrueFalse {
            key,
            if_true,
            if_false,
        }
    })
}

pub(super) fn pattern() -> impl Strategy<Value = Pattern> {
    let reads = select(vec![Reads::Words, Reads::Typed]);
    (text(), reads, text(), option::of(lang())).prop_map(|(source, reads, table, lang)| Pattern {
        source,
        reads,
        table,
        lang,
    })
}

pub(super) fn leeway() -> impl Strategy<Value = MatchOptions> {
    let required = (few(few(text())), few(text())).prop_map(|(all, none)| Required { all, none });
    (
        select(vec![Endings::Free, Endings::Exact]),
        select(vec![WordOrder::AsWritten, WordOrder::Any]),
        few(few(text())),
        in_langs(required),
    )
        .prop_map(|(endings, order, same, words)| MatchOptions {
            endings,
            order,
            same,
            words,
        })
}

pub(crate) fn typed() -> impl Strategy<Value = Text> {
    let worth =
        (text(), any::<u8>(), in_langs(line())).prop_map(|(answer, credit, feedback)| Worth {
            answer,
            credit,
            feedback,
        });
    let wrong = (
        few(text()),
        few(pattern()),
        in_langs(line()),
        option::of(id()),
    )
        .prop_map(
            |(answers, patterns, feedback, misconception)| text::WrongAnswer {
                answers,
                patterns,
                feedback,
                misconception,
            },
        );
    (
        few(text()),
        in_langs(few(text())),
        few(pattern()),
        few(worth),
        few(wrong),
        leeway(),
        few(any::<u8>()).prop_map(Credits),
    )
        .prop_map(
            |(any, accept, patterns, worth, wrong, leeway, credit)| Text {
                any,
                accept,
                patterns,
                worth,
                wrong,
                leeway,
                credit,
            },
        )
}

pub(super) fn numeral() -> impl Strategy<Value = Numeral> {
    let numbers = vec!["0", "-1234.50", "1.5e-3", "3/4", "1 3/4", "12%"];
    select(numbers).prop_map(|number| Numeral::parse(number).unwrap())
}

pub(crate) fn number() -> impl Strategy<Value = Shared<Number>> {
    let key = (numeral(), numeral(), option::of(numeral()))
        .prop_map(|(from, to, value)| number::Key { from, to, value });
    let unit = (text(), numeral()).prop_map(|(name, times)| Unit { name, times });
    let wrong = (few(numeral()), in_langs(line()), option::of(id())).prop_map(
        |(answers, feedback, misconception)| number::WrongAnswer {
            answers,
            feedback,
            misconception,
        },
    );
    (
        key,
        few(unit),
        in_langs(text()),
        in_langs(text()),
        select(vec![UnitUse::Shown, UnitUse::Optional, UnitUse::Needed]),
        few(wrong),
    )
        .prop_map(|(key, units, unit, known, unit_use, wrong)| {
            Shared::new(Number {
                key,
                units,
                unit,
                known,
                unit_use,
                wrong,
            })
        })
}

pub(super) fn essay() -> impl Strategy<Value = Essay> {
    let counts = select(vec![Counts::Private, Counts::Mastery]);
    (few(id()), any::<[Option<u16>; 2]>(), counts).prop_map(|(points, [least, most], counts)| {
        Essay {
            points,
            least,
            most,
            counts,
        }
    })
}

pub(super) fn gaps() -> impl Strategy<Value = Gaps> {
    let fill = prop_oneof![
        typed().prop_map(Fill::Text),
        number().prop_map(Fill::Number),
        choice().prop_map(Fill::Pick),
    ];
    let gap = (id(), any::<u16>(), fill).prop_map(|(id, weight, fill)| Gap { id, weight, fill });
    (few(gap), policy(), few(few(id::<GapId>())), any::<bool>()).prop_map(
        |(gaps, scoring, any_order, shuffle)| Gaps {
            gaps,
            scoring,
            any_order,
            shuffle,
        },
    )
}

pub(super) fn hotspot() -> impl Strategy<Value = Hotspot> {
    let shape = prop_oneof![
        any::<[u16; 4]>().prop_map(Shape::Rect),
        any::<[u16; 3]>().prop_map(Shape::Circle),
        few(any::<[u16; 2]>()).prop_map(Shape::Polygon),
    ];
    let picture =
        (address(), any::<u32>(), any::<u32>()).prop_map(|(address, width, height)| Picture {
            address,
            width,
            height,
        });
    (choice(), few(shape), in_langs(picture)).prop_map(|(choice, shapes, picture)| Hotspot {
        choice,
        shapes,
        picture,
    })
}

pub(super) fn pairs() -> impl Strategy<Value = Pairs> {
    let item = (id(), id(), in_langs(line())).prop_map(|(id, place, feedback)| pairs::Item {
        id,
        place,
        feedback,
    });
    (few(item), few(id()), policy(), any::<bool>()).prop_map(|(items, places, scoring, shuffle)| {
        Pairs {
            items,
            places,
            scoring,
            shuffle,
        }
    })
}

pub(super) fn order() -> impl Strategy<Value = Order> {
    let credit = select(vec![
        Credit::Neighbours,
        Credit::Positions,
        Credit::AllOrNothing,
    ]);
    (few(id()), credit).prop_map(|(items, credit)| Order { items, credit })
}

pub(crate) fn body() -> impl Strategy<Value = Body> {
    let uses = select(vec![Uses::Once, Uses::Often]);
    let matched = (pairs(), uses).prop_map(|(pairs, uses)| Match { pairs, uses });
    prop_oneof![
        choice().prop_map(Body::Choice),
        true_false().prop_map(Body::TrueFalse),
        typed().prop_map(Body::Text),
        number().prop_map(Body::Number),
        essay().prop_map(Body::Essay),
        gaps().prop_map(|body| Body::Gaps(Shared::new(body))),
        hotspot().prop_map(|body| Body::Hotspot(Shared::new(body))),
        matched.prop_map(|body| Body::Match(Shared::new(body))),
        pairs().prop_map(|body| Body::Classify(Shared::new(body))),
        order().prop_map(|body| Body::Order(Shared::new(body))),
    ]
}
