//! Say whether a statement is true.

pub(super) mod body;

use std::sync::Arc;

use jalon_engine::bank::{Location, Violation};
use jalon_engine::kind::true_false::TrueFalse;
use jalon_engine::kind::{Body, Kind, Response};

use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::faults::spot::{Spot, lacking};
use crate::read::{At, Languages, Raw, record};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::TrueFalse,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"true-false":true}"#,
    shorthand: "true",
};

record! {
    /// A statement to judge.
    pub(crate) struct Source {
        /// Whether the statement is true, in every wording.
        required key: bool,
        /// For a learner who gave the answer.
        optional feedback: Feedback,
        /// Sample answers: true, false.
        optional samples: Samples<At<bool>>,
    }
}

record! {
    /// What to tell a learner, by the answer given.
    pub(crate) struct Feedback {
        /// For a learner who said that it is true.
        optional if_true("true"): Languages<Raw>,
        /// For a learner who said that it is false.
        optional if_false("false"): Languages<Raw>,
    }
}

impl Source {
    fn feedback(&self, given: bool) -> Option<&Languages<Raw>> {
        let feedback = self.feedback.as_ref()?;
        if given {
            feedback.if_true.as_ref()
        } else {
            feedback.if_false.as_ref()
        }
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::TrueFalse(TrueFalse {
            key: self.key.unwrap_or(true),
            if_true: compiler.lines(self.feedback(true)),
            if_false: compiler.lines(self.feedback(false)),
        })
    }

    fn is_whole(&self) -> bool {
        self.key.is_some()
    }

    fn locate(&self, _: &Location, flaw: &Violation) -> Vec<Spot> {
        let Violation::MissingLanguage(lang) = flaw else {
            return Vec::new();
        };
        [true, false]
            .into_iter()
            .flat_map(|given| lacking(self.feedback(given), lang))
            .collect()
    }

    fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<bool>| {
            (Response::TrueFalse(given.value), given.span)
        })
    }

    fn remarks(&self) -> Vec<&Languages<Raw>> {
        let both = [true, false].into_iter();
        both.filter_map(|given| self.feedback(given)).collect()
    }
}
