//! Any value of each type that is compiled, whether or not a bank may hold it.

use jalon_engine::bank::{
    BankVersion, Callout, CalloutKind, Difficulty, FeedbackPolicy, Fingerprint, Lesson,
    LessonBlock, Level, Misconception, Show, Stimulus, Tag, When,
};
use jalon_engine::grade::{
    Allowance, Credits, Endings, MatchOptions, Numeral, Order as WordOrder, Pattern, Policy, Reads,
    Required,
};
use jalon_engine::id::GapId;
use jalon_engine::kind::choice::{self, Choice, Picks, Several};
use jalon_engine::kind::essay::{Counts, Essay};
use jalon_engine::kind::gaps::{Fill, Gap, Gaps};
use jalon_engine::kind::hotspot::{Hotspot, Picture, Shape};
use jalon_engine::kind::number::{self, Number, Unit, UnitUse};
use jalon_engine::kind::order::{Credit, Order};
use jalon_engine::kind::pairs::{self, Match, Pairs, Uses};
use jalon_engine::kind::text::{self, Text, Worth};
use jalon_engine::kind::true_false::TrueFalse;
use jalon_engine::markup::{Address, Block, Span, Table};
use jalon_engine::shared::Shared;
use jalon_engine::{
    BankFile, Body, Concept, Kind, Lang, Line, Localised, Markup, ModuleFile, ModuleInfo, Question,
    Wording,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Debug;
use std::str::FromStr;

/// Any id, of whatever kind is asked for.
pub(crate) fn id<T: FromStr + Debug>() -> impl Strategy<Value = T>
where
    T::Err: Debug,
{
    "[a-z0-9][a-z0-9.-]{0,3}".prop_map(|id| id.parse().unwrap())
}

fn few<T: Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    vec(one, 0..3)
}

fn text() -> impl Strategy<Value = String> {
    ".{0,6}"
}

pub(crate) fn lang() -> impl Strategy<Value = Lang> {
    select(vec!["en", "fr", "de", "pt-br"]).prop_map(|lang| lang.parse().unwrap())
}

fn in_langs<T: Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Localised<T>> {
    vec((lang(), one), 0..3).prop_map(|all| all.into_iter().collect())
}

fn address() -> impl Strategy<Value = Address> {
    "[a-z/.#]{1,6}".prop_map(|address| address.try_into().unwrap())
}

fn line() -> impl Strategy<Value = Line> {
    let leaf = prop_oneof![
        text().prop_map(Span::Text),
        text().prop_map(Span::Code),
        id().prop_map(Span::Gap),
        (address(), text()).prop_map(|(address, alt)| Span::Image(address, alt)),
    ];
    let span = leaf.prop_recursive(2, 6, 2, |inner| {
        let inner = vec(inner, 0..3).prop_map(Line::from);
        prop_oneof![
            inner.clone().prop_map(Span::Emphasis),
            inner.clone().prop_map(Span::Strong),
            (address(), inner).prop_map(|(address, line)| Span::Link(address, line)),
        ]
    });
    few(span).prop_map(Line::from)
}

pub(crate) fn markup() -> impl Strategy<Value = Markup> {
    let block = prop_oneof![
        line().prop_map(Block::Paragraph),
        few(line()).prop_map(Block::Bullets),
        few(line()).prop_map(Block::Steps),
        text().prop_map(Block::Code),
        (few(line()), few(few(line()))).prop_map(|(head, rows)| Block::Table(Table { head, rows })),
    ];
    few(block).prop_map(Markup::from)
}

fn policy() -> impl Strategy<Value = Policy> {
    select(vec![
        Policy::AllOrNothing,
        Policy::Partial,
        Policy::PartialWithPenalty,
        Policy::RightMinusWrong,
    ])
}

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

fn true_false() -> impl Strategy<Value = TrueFalse> {
    (any::<bool>(), in_langs(line()), in_langs(line())).prop_map(|(key, if_true, if_false)| {
        TrueFalse {
            key,
            if_true,
            if_false,
        }
    })
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let reads = select(vec![Reads::Words, Reads::Typed]);
    (text(), reads, text(), option::of(lang())).prop_map(|(source, reads, table, lang)| Pattern {
        source,
        reads,
        table,
        lang,
    })
}

fn leeway() -> impl Strategy<Value = MatchOptions> {
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

fn numeral() -> impl Strategy<Value = Numeral> {
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

fn essay() -> impl Strategy<Value = Essay> {
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

fn gaps() -> impl Strategy<Value = Gaps> {
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

fn hotspot() -> impl Strategy<Value = Hotspot> {
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

fn pairs() -> impl Strategy<Value = Pairs> {
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

fn order() -> impl Strategy<Value = Order> {
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

fn wording() -> impl Strategy<Value = Wording> {
    let choices = few((id(), line())).prop_map(|all| all.into_iter().collect());
    (
        id(),
        markup(),
        markup(),
        choices,
        few(markup()),
        markup(),
        markup(),
        text(),
    )
        .prop_map(
            |(id, prompt, explanation, choices, hints, model, text, alt)| Wording {
                id,
                prompt,
                explanation,
                choices,
                hints,
                model,
                text,
                alt,
            },
        )
}

pub(crate) fn question() -> impl Strategy<Value = Question> {
    let tag = (id(), any::<u32>()).prop_map(|(concept, weight)| Tag { concept, weight });
    let difficulty = select(vec![Difficulty::Easy, Difficulty::Medium, Difficulty::Hard]);
    let allowance = any::<[u16; 3]>().prop_map(|[tries, penalty, hint_cost]| Allowance {
        tries,
        penalty,
        hint_cost,
    });
    (
        (id(), few(tag), option::of(difficulty), option::of(text())),
        (any::<u32>(), text().prop_map(Fingerprint)),
        prop_oneof![Just(Allowance::default()), allowance],
        in_langs(few(wording())),
        body(),
        option::of(id()),
    )
        .prop_map(
            |(head, points, allowance, wordings, body, stimulus)| Question {
                id: head.0,
                tags: head.1,
                difficulty: head.2,
                source: head.3,
                points: points.0,
                fingerprint: points.1,
                allowance,
                wordings,
                body,
                stimulus,
            },
        )
}

fn lesson() -> impl Strategy<Value = Lesson> {
    let texts = || in_langs(markup());
    let block = (in_langs(text()), texts()).prop_map(|(title, text)| LessonBlock { title, text });
    let kind = select(vec![CalloutKind::Tip, CalloutKind::Warning]);
    let callout = (kind, in_langs(text()), texts()).prop_map(|(kind, title, text)| Callout {
        kind,
        title,
        text,
    });
    (
        [texts(), texts(), texts(), texts()],
        few(block),
        few(texts()),
        few(callout),
        option::of(texts()),
    )
        .prop_map(
            |(
                [summary, overview, explanation, example],
                blocks,
                illustrations,
                callouts,
                prompt,
            )| {
                Lesson {
                    summary,
                    overview,
                    explanation,
                    example,
                    blocks,
                    illustrations,
                    callouts,
                    prompt,
                }
            },
        )
}

pub(crate) fn module_file() -> impl Strategy<Value = ModuleFile> {
    let stimulus = (id(), in_langs(markup())).prop_map(|(id, text)| Stimulus { id, text });
    (
        any::<u32>(),
        id(),
        text().prop_map(BankVersion),
        id(),
        option::of(lesson()),
        few(question()),
        few(stimulus),
    )
        .prop_map(
            |(jalon, bank, version, module, lesson, questions, stimuli)| ModuleFile {
                jalon,
                bank,
                version,
                module,
                lesson,
                questions,
                stimuli,
            },
        )
}

fn module_info() -> impl Strategy<Value = ModuleInfo> {
    let level = select(vec![
        Level::Foundation,
        Level::Intermediate,
        Level::Advanced,
    ]);
    let when = select(vec![
        When::AtOnce,
        When::AfterSubmit,
        When::AfterLastAttempt,
    ]);
    let show = select(vec![Show::Verdict, Show::Key, Show::Explanation]);
    let feedback = (when, show).prop_map(|(when, show)| FeedbackPolicy { when, show });
    let kinds = select(vec![
        Kind::Choice,
        Kind::TrueFalse,
        Kind::Match,
        Kind::Essay,
    ]);
    (
        (id(), text(), few(kinds), in_langs(text()), in_langs(text())),
        (level, any::<u16>(), prop_oneof![Just(60), any::<u8>()]),
        any::<[Option<u16>; 2]>(),
        feedback,
        any::<bool>(),
    )
        .prop_map(
            |(head, (level, minutes, pass), [draw, attempts], feedback, certainty)| ModuleInfo {
                id: head.0,
                file: head.1,
                kinds: head.2,
                title: head.3,
                track: head.4,
                level,
                minutes,
                pass,
                draw,
                feedback,
                attempts,
                certainty,
            },
        )
}

pub(crate) fn bank_file() -> impl Strategy<Value = BankFile> {
    let concept =
        (id(), in_langs(text()), few(id())).prop_map(|(id, name, prerequisites)| Concept {
            id,
            name,
            prerequisites,
        });
    let misconception = (id(), in_langs(text())).prop_map(|(id, name)| Misconception { id, name });
    (
        (any::<u32>(), id(), text().prop_map(BankVersion)),
        few(lang()),
        in_langs(text()),
        few(concept),
        few(misconception),
        few(text()),
        few(module_info()),
    )
        .prop_map(
            |(head, languages, title, concepts, misconceptions, terms, modules)| BankFile {
                jalon: head.0,
                id: head.1,
                version: head.2,
                languages,
                title,
                concepts,
                misconceptions,
                terms,
                modules,
            },
        )
}
