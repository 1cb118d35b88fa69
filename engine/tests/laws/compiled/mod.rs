//! Any value of each type that is compiled, whether or not a bank may hold it.

mod kinds;

pub(crate) use kinds::*;

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
