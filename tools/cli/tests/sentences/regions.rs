//! Slips in pictures and in the regions on them.

use jalon_compiler::Code;

use super::Slip;

pub(crate) const SLIPS: &[Slip] = &[
    (
        "unknown-key-text-of-choice",
        Code::UnknownKey,
        "alt = \"Four parts around a hub.\"",
        "alt = \"Four parts around a hub.\"\ntext = \"Four\"",
    ),
    (
        "unknown-choice-choices-of-hotspot",
        Code::UnknownChoice,
        "regions = { plan = \"Planifier\", check",
        "choices = { plan = \"Planifier\", check",
    ),
    (
        "missing-picture",
        Code::MissingPicture,
        "image = \"wheel.svg\"",
        "image = \"whel.svg\"",
    ),
    (
        "missing-picture-elsewhere",
        Code::MissingPicture,
        "image = \"wheel.svg\"",
        "image = \"../wheel.svg\"",
    ),
    (
        "missing-picture-in-text",
        Code::MissingPicture,
        "prompt = \"Where do",
        "prompt = \"![A wheel](weel.svg) Where do",
    ),
    (
        "invalid-picture",
        Code::InvalidPicture,
        "image = \"wheel.svg\"",
        "image = \"blank.svg\"",
    ),
    (
        "invalid-picture-name",
        Code::InvalidPicture,
        "image = \"wheel.svg\"",
        "image = \"a wheel.svg\"",
    ),
    (
        "missing-language-picture",
        Code::MissingLanguage,
        "image = \"wheel.svg\"",
        "image.en = \"wheel.svg\"",
    ),
    (
        "wrong-type-picture",
        Code::WrongType,
        "image = \"wheel.svg\"",
        "image = 3",
    ),
    (
        "missing-key-alt",
        Code::MissingKey,
        "alt = \"Quatre parties autour d'un moyeu.\"\n",
        "",
    ),
    (
        "empty-text-alt",
        Code::EmptyText,
        "alt = \"Quatre parties autour d'un moyeu.\"",
        "alt = \"\"",
    ),
    (
        "missing-key-region",
        Code::MissingKey,
        "rect = [0, 0, 50, 50]\n",
        "",
    ),
    (
        "contradiction-region",
        Code::Contradiction,
        "circle = [50, 50, 12.5]",
        "circle = [50, 50, 12.5]\nrect = [1, 1, 1, 1]",
    ),
    (
        "wrong-type-rect",
        Code::WrongType,
        "rect = [0, 0, 50, 50]",
        "rect = [0, 0, 50]",
    ),
    (
        "wrong-type-polygon",
        Code::WrongType,
        "[[50, 50], [100, 50], [100, 100], [50, 100]]",
        "[[50, 50], [100, 50]]",
    ),
    (
        "out-of-range-percent",
        Code::OutOfRange,
        "rect = [0, 0, 50, 50]",
        "rect = [0, 0, 150, 50]",
    ),
    (
        "out-of-range-rect",
        Code::OutOfRange,
        "rect = [0, 0, 50, 50]",
        "rect = [60, 0, 50, 50]",
    ),
    (
        "out-of-range-circle",
        Code::OutOfRange,
        "image = \"wheel.svg\"",
        "image = \"flat.png\"",
    ),
    (
        "contradiction-hidden-region",
        Code::Contradiction,
        "circle = [50, 50, 12.5]",
        "rect = [0, 0, 60, 60]",
    ),
    (
        "missing-choice-region",
        Code::MissingChoice,
        ", hub = \"The hub\"",
        "",
    ),
    (
        "unknown-choice-region",
        Code::UnknownChoice,
        "key = \"check\"",
        "key = \"chek\"",
    ),
    (
        "sample-mismatch-region",
        Code::SampleMismatch,
        "reject = [\"plan\", \"hub\"]",
        "reject = [\"plan\", \"check\"]",
    ),
];
