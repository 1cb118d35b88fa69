//! Write a text, and compare it with a model answer.

use jalon_engine::bank::{Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::{Counts, Essay};

use crate::compile::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::{Spot, twice};
use crate::read::{At, Named, Names, Raw, Reader, record};
use crate::source::question::Wording;

record! {
    /// A question with a place to write.
    pub(crate) struct Source {
        /// The checklist.
        required points("point"): At<Vec<Point>>,
        /// The fewest words advised.
        optional least("min-words"): At<u64>,
        /// The most words advised.
        optional most("max-words"): At<u64>,
    }
}

record! {
    /// A point of the checklist.
    pub(crate) struct Point {
        /// Names it for the wordings, which have its texts.
        required id: At<ChoiceId>,
    }
}

impl Names for Counts {
    const NAMES: &'static [(&'static str, Self)] =
        &[("private", Self::Private), ("mastery", Self::Mastery)];
}

impl Source {
    fn points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().flat_map(|points| &points.value)
    }

    /// The ids of its points that could be read.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        self.points().filter_map(|point| point.id.as_ref())
    }

    pub(super) fn compile(&self, compiler: &Compiler<'_>) -> Essay {
        Essay {
            points: self.ids().map(|id| id.value).collect(),
            least: self.least.map(|words| clip(words.value)),
            most: self.most.map(|words| clip(words.value)),
            counts: compiler.essays,
        }
    }

    /// Faults of the question's own keys.
    pub(super) fn locate(&self, flaw: &Violation) -> Vec<Spot> {
        match flaw {
            Violation::TooFew(Subject::Point, _) => {
                let empty = self.points.iter().filter(|points| points.value.is_empty());
                Spot::list(empty.map(|points| points.span))
            }
            Violation::Twice(Subject::Point, id) => twice(self.ids(), id),
            Violation::OutOfRange(Subject::LeastWords, ..) => {
                Spot::list(self.least.map(|words| words.span))
            }
            Violation::OutOfRange(Subject::MostWords, ..) => {
                Spot::list(self.most.map(|words| words.span))
            }
            Violation::Essay(_) => Spot::list(self.most.map(|words| words.span)),
            _ => Vec::new(),
        }
    }
}

/// Notes what an essay's wording lacks or has too much, and what only essays have.
pub(crate) fn note_texts(is_essay: bool, wording: &Wording, reader: &mut Reader<'_>) {
    let first = |texts: &Option<Named<ChoiceId, Raw>>| {
        let entries = texts.as_ref().map(|texts| texts.entries.as_slice());
        let first = entries.unwrap_or_default().first();
        first.map(|(id, _)| id.span)
    };
    if is_essay && wording.model.is_none() {
        let message = "`model` is missing";
        let help = "add model = \"...\", an answer to compare with";
        reader.note(Diagnostic::new(Code::MissingKey, wording.span, message).help(help));
    }
    let foreign = if is_essay {
        Vec::new()
    } else {
        let help = "`points` and `model` belong to questions of kind essay";
        let model = wording.model.as_ref().map(|raw| raw.span);
        vec![
            (
                first(&wording.points),
                "only essays have `points` in their wordings",
                help,
            ),
            (model, "only essays have a `model` answer", help),
        ]
    };
    for (span, message, help) in foreign {
        if let Some(span) = span {
            reader.note(Diagnostic::new(Code::UnknownKey, span, message).help(help));
        }
    }
}
