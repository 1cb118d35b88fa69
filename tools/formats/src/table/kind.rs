//! What a row is: a question of some kind, or a part of the bank.

use super::columns::{Column, Field};
use super::sheet::Row;
use super::theirs::folded;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One choice is right, or those that are listed.
    Choice,
    /// Any number of choices are right.
    Several,
    TrueFalse,
    Text,
    Number,
    Match,
    Classify,
    Order,
    Gaps,
    Essay,
    /// Another wording of the question above.
    Wording,
    Bank,
    Module,
    Concept,
    Stimulus,
    Misconception,
    Term,
    Synonym,
}

/// The words for each, without accents; the first one is written.
const WORDS: &[(Kind, &[&str])] = &[
    (
        Kind::Choice,
        &[
            "choice",
            "multiple choice",
            "multichoice",
            "mc",
            "mcq",
            "single choice",
            "single",
            "radio",
            "qcm",
            "qcu",
            "choix unique",
            "choix multiple",
            "quiz",
            "multiple choice single answer",
        ],
    ),
    (
        Kind::Several,
        &[
            "checkbox",
            "checkboxes",
            "multiple select",
            "multi select",
            "multiselect",
            "multiple response",
            "multiple answer",
            "multiple answers",
            "several",
            "choix multiples",
            "cases a cocher",
            "reponses multiples",
        ],
    ),
    (
        Kind::TrueFalse,
        &[
            "true false",
            "truefalse",
            "true or false",
            "tf",
            "boolean",
            "vrai faux",
            "vrai ou faux",
        ],
    ),
    (
        Kind::Text,
        &[
            "text",
            "short answer",
            "shortanswer",
            "short text",
            "type answer",
            "fill in",
            "reponse courte",
            "texte",
            "texte court",
        ],
    ),
    (
        Kind::Number,
        &["number", "numeric", "numerical", "nombre", "numerique"],
    ),
    (
        Kind::Match,
        &[
            "match",
            "matching",
            "appariement",
            "association",
            "associer",
        ],
    ),
    (
        Kind::Classify,
        &[
            "classify",
            "classification",
            "categorize",
            "categorise",
            "classement",
            "classer",
        ],
    ),
    (
        Kind::Order,
        &[
            "order",
            "ordering",
            "reorder",
            "sequence",
            "sequencing",
            "puzzle",
            "jumble",
            "ordre",
            "ordonner",
            "remise en ordre",
        ],
    ),
    (
        Kind::Gaps,
        &[
            "gaps",
            "cloze",
            "fill in the blanks",
            "blanks",
            "texte a trous",
            "gap fill",
        ],
    ),
    (
        Kind::Essay,
        &[
            "essay",
            "open ended",
            "open",
            "paragraph",
            "long text",
            "redaction",
            "paragraphe",
            "reponse longue",
            "composition",
        ],
    ),
    (Kind::Wording, &["wording", "formulation"]),
    (Kind::Bank, &["bank"]),
    (Kind::Module, &["module"]),
    (Kind::Concept, &["concept"]),
    (Kind::Stimulus, &["stimulus"]),
    (Kind::Misconception, &["misconception"]),
    (Kind::Term, &["term"]),
    (Kind::Synonym, &["synonym"]),
];

impl Kind {
    /// The kind that a cell names.
    pub(super) fn parse(cell: &str) -> Option<Self> {
        let name = folded(cell).join(" ");
        // Fill in the blank: one place to type. Fill in the blanks: a text with gaps.
        if name == "fill in the blank" {
            return Some(Self::Text);
        }
        let mut all = WORDS.iter();
        all.find(|(_, words)| words.contains(&name.as_str()))
            .map(|(kind, _)| *kind)
    }

    /// Its word in tables of ours.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::TrueFalse => "true-false",
            kind => {
                let mut all = WORDS.iter();
                let words = all.find(|(own, _)| *own == kind).map(|(_, words)| *words);
                words
                    .and_then(|words| words.first())
                    .copied()
                    .unwrap_or_default()
            }
        }
    }

    /// The kind of a row that names none, by the columns that it fills.
    pub(super) fn of(row: &Row<'_>) -> Option<Self> {
        let fills = |field: Field| {
            let column = Column::of(field);
            let mut langs = row
                .langs()
                .iter()
                .map(String::as_str)
                .chain([crate::language::UNDETERMINED, "any"]);
            row.cell(column).is_some() || langs.any(|lang| row.cell(column.lang(lang)).is_some())
        };
        if has_choices(row) {
            return Some(Self::Choice);
        }
        if fills(Field::Text) {
            return Some(Self::Gaps);
        }
        if fills(Field::Items) {
            return Some(if fills(Field::Targets) {
                Self::Match
            } else if fills(Field::Categories) {
                Self::Classify
            } else {
                Self::Order
            });
        }
        if fills(Field::Checklist) || fills(Field::Model) {
            return Some(Self::Essay);
        }
        if fills(Field::Accept) {
            return Some(Self::Text);
        }
        let correct = row.get(Field::Correct)?;
        let is_word = correct.parse::<f64>().is_err()
            && super::cells::truth(correct).is_some()
            && correct.len() > 1;
        if is_word {
            return Some(Self::TrueFalse);
        }
        let number = super::cells::number(correct, row.decimals);
        let is_number = number.is_ok() || super::typed::range(correct, row.decimals).is_some();
        Some(if is_number || fills(Field::Tolerance) {
            Self::Number
        } else {
            Self::Text
        })
    }
}

fn has_choices(row: &Row<'_>) -> bool {
    !super::choices::spots(row).is_empty()
}
