//! Slips in a text with gaps.

use jalon_compiler::Code;

use super::Slip;

pub(crate) const SLIPS: &[Slip] = &[
    (
        "unknown-gap",
        Code::UnknownGap,
        "lists **{{count}}**",
        "lists **{{count}}** {{cuont}}",
    ),
    (
        "duplicate-gap-in-text",
        Code::Duplicate,
        "are {{first}} and",
        "are {{first}}, {{first}} and",
    ),
    ("missing-gap", Code::MissingGap, " **{{count}}**", ""),
    (
        "invalid-id-gap",
        Code::InvalidId,
        "lists **{{count}}**",
        "lists **{{count}}** {{The Count}}",
    ),
    (
        "broken-markup-gap",
        Code::BrokenMarkup,
        "lists **{{count}}**",
        "lists **{{count}}** {{count",
    ),
    (
        "missing-key-gap-text",
        Code::MissingKey,
        "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"\n",
        "",
    ),
    (
        "wrong-type-gap-text",
        Code::WrongType,
        "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"",
        "text = 3",
    ),
    (
        "missing-key-gap",
        Code::MissingKey,
        "text.accept = { en = [\"people\"], fr = [\"personnes\"] }\n",
        "",
    ),
    (
        "contradiction-gap",
        Code::Contradiction,
        "number = { value = 93 }",
        "number = { value = 93 }\ntext.accept.any = [\"93\"]",
    ),
    (
        "duplicate-gap",
        Code::Duplicate,
        "id = \"second\"\n\n[question.gap",
        "id = \"second\"\ntext.accept.any = [\"x\"]\n\n[[question.gap]]\nid = \"second\"\n\n[question.gap",
    ),
    (
        "out-of-range-gap-weight",
        Code::OutOfRange,
        "weight = 2",
        "weight = 0",
    ),
    (
        "missing-language-in-gap",
        Code::MissingLanguage,
        "fr = [\"personnes\"]",
        "",
    ),
    (
        "unreachable-in-gap",
        Code::UnreachableAnswer,
        "en = [\"technological\", \"technology\"]",
        "en = [\"technological\", \"process\"]",
    ),
    (
        "out-of-range-number-in-gap",
        Code::OutOfRange,
        "{ value = 93 }",
        "{ from = 94, to = 93 }",
    ),
    (
        "unknown-choice-of-gap",
        Code::UnknownChoice,
        "key = \"shall\"",
        "key = \"shal\"",
    ),
    (
        "too-few-in-list",
        Code::TooFew,
        ", from = [\"shall\", \"should\", \"may\"] }",
        ", from = [\"shall\"] }",
    ),
    ("idle-choice", Code::UnknownChoice, ", \"may\"]", "]"),
    (
        "too-few-grouped",
        Code::TooFew,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\"]]",
    ),
    (
        "unknown-grouped",
        Code::UnknownGap,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"secnd\"]]",
    ),
    (
        "duplicate-grouped",
        Code::Duplicate,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"second\", \"first\"]]",
    ),
    (
        "contradiction-grouped",
        Code::Contradiction,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"second\", \"count\"]]",
    ),
    (
        "sample-mismatch-gaps",
        Code::SampleMismatch,
        "{ count = 114, verb = \"shall\"",
        "{ count = 93, verb = \"shall\"",
    ),
];
