//! Essays: points, model answers and lengths.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "missing-key-of-essay",
        Code::MissingKey,
        &[(
            M,
            "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"advises\"\n",
            "",
        )],
    ),
    (
        "missing-key-model",
        Code::MissingKey,
        &[(
            M,
            "model = \"A *shall* has to be met; a *should* is good advice.\"\n",
            "",
        )],
    ),
    (
        "too-few-points",
        Code::TooFew,
        &[
            (
                M,
                "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"advises\"\n",
                "",
            ),
            (M, "min-words = 20", "point = []\nmin-words = 20"),
        ],
    ),
    (
        "duplicate-point",
        Code::Duplicate,
        &[(
            M,
            "[[question.point]]\nid = \"binds\"\n",
            "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"binds\"\n",
        )],
    ),
    (
        "missing-point",
        Code::MissingPoint,
        &[(M, "points.binds = \"Says that *shall* binds\"\n", "")],
    ),
    (
        "unknown-point",
        Code::UnknownPoint,
        &[(
            M,
            "points.binds = \"Says that *shall* binds\"\n",
            "points.binds = \"Says that *shall* binds\"\npoints.bind = \"Says more\"\n",
        )],
    ),
    (
        "empty-text-point",
        Code::EmptyText,
        &[(M, "Says that *shall* binds", "")],
    ),
    (
        "empty-text-model",
        Code::EmptyText,
        &[(M, "A *shall* has to be met; a *should* is good advice.", "")],
    ),
    (
        "out-of-range-words",
        Code::OutOfRange,
        &[(M, "max-words = 80", "max-words = 8000")],
    ),
    (
        "out-of-range-words-upside-down",
        Code::OutOfRange,
        &[(M, "max-words = 80", "max-words = 20")],
    ),
    (
        "unknown-choice-choices-of-essay",
        Code::UnknownChoice,
        &[(
            M,
            "points.binds = \"Says that *shall* binds\"\n",
            "points.binds = \"Says that *shall* binds\"\nchoices.binds = \"Binds\"\n",
        )],
    ),
    (
        "unknown-key-model-of-choice",
        Code::UnknownKey,
        &[(
            M,
            "explanation = \"It guides.\"",
            "explanation = \"It guides.\"\nmodel = \"A guide.\"",
        )],
    ),
    (
        "unknown-value-essays",
        Code::UnknownValue,
        &[(B, "modules = [", "essays = \"graded\"\nmodules = [")],
    ),
];
