//! Stimuli, feedback, attempts, tries, hints and certainty.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "unknown-stimulus",
        Code::UnknownStimulus,
        &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scales\"",
            ),
        ],
    ),
    (
        "unknown-stimulus-of-none",
        Code::UnknownStimulus,
        &[(
            M,
            "unit_use = \"optional\"",
            "unit_use = \"optional\"\nstimulus = \"scale\"",
        )],
    ),
    (
        "unused-stimulus",
        Code::UnusedStimulus,
        &[(
            M,
            "[[question]]\nid = \"purpose\"",
            "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
        )],
    ),
    (
        "duplicate-stimulus",
        Code::Duplicate,
        &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
    ),
    (
        "missing-language-stimulus",
        Code::MissingLanguage,
        &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
    ),
    (
        "empty-text-stimulus",
        Code::EmptyText,
        &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
    ),
    (
        "unknown-value-feedback",
        Code::UnknownValue,
        &[(
            M,
            "pass = 60",
            "pass = 60\nfeedback = { when = \"immediately\" }",
        )],
    ),
    (
        "unknown-key-of-feedback",
        Code::UnknownKey,
        &[(B, "modules =", "feedback = { shows = \"key\" }\nmodules =")],
    ),
    (
        "missing-key-attempts",
        Code::MissingKey,
        &[(
            M,
            "pass = 60",
            "pass = 60\nfeedback = { when = \"after-last-attempt\" }",
        )],
    ),
    (
        "missing-key-attempts-of-bank",
        Code::MissingKey,
        &[(
            B,
            "modules =",
            "feedback = { when = \"after-last-attempt\" }\nmodules =",
        )],
    ),
    (
        "out-of-range-attempts",
        Code::OutOfRange,
        &[(M, "pass = 60", "pass = 60\nattempts = 0")],
    ),
    (
        "out-of-range-tries",
        Code::OutOfRange,
        &[(M, "pass = 60", "pass = 60\ntries = 0")],
    ),
    (
        "out-of-range-penalty",
        Code::OutOfRange,
        &[(M, "key = \"guide\"", "key = \"guide\"\npenalty = 101")],
    ),
    (
        "out-of-range-hint-cost",
        Code::OutOfRange,
        &[
            (M, "key = \"guide\"", "key = \"guide\"\nhint_cost = 1000"),
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"Elle guide.\"",
                "explanation = \"Elle guide.\"\nhints = [\"Lisez.\"]",
            ),
            (
                M,
                "explanation = \"Elle conseille.\"",
                "explanation = \"Elle conseille.\"\nhints = [\"Lisez.\"]",
            ),
        ],
    ),
    (
        "empty-text-hint",
        Code::EmptyText,
        &[
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\" \"]",
            ),
            (
                M,
                "explanation = \"Elle guide.\"",
                "explanation = \"Elle guide.\"\nhints = [\"Lisez.\"]",
            ),
            (
                M,
                "explanation = \"Elle conseille.\"",
                "explanation = \"Elle conseille.\"\nhints = [\"Lisez.\"]",
            ),
        ],
    ),
    (
        "contradiction-hints",
        Code::Contradiction,
        &[
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\", \"Again.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\"Read.\"]",
            ),
        ],
    ),
    (
        "contradiction-hint-cost",
        Code::Contradiction,
        &[(M, "key = \"guide\"", "key = \"guide\"\nhint_cost = 20")],
    ),
    (
        "contradiction-tries",
        Code::Contradiction,
        &[(M, "pass = 60", "pass = 60\ntries = 3")],
    ),
    (
        "contradiction-tries-of-question",
        Code::Contradiction,
        &[(M, "key = \"guide\"", "key = \"guide\"\ntries = 3")],
    ),
    (
        "wrong-type-certainty",
        Code::WrongType,
        &[(M, "pass = 60", "pass = 60\ncertainty = \"yes\"")],
    ),
];
