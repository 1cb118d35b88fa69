//! Sample answers, as their author writes and grades them.

use jalon_engine::kind::Response;

use crate::read::{Decode, record};
use jalon_draft::sources::Span;

/// An answer that its author graded.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) response: Response,
    /// What its author says of it.
    pub(crate) right: bool,
    pub(crate) span: Span,
}

record! {
    /// Sample answers, which the check runs through the grader.
    pub(crate) struct Samples<T> {
        /// Answers that earn full points.
        optional accept: Vec<T>,
        /// Answers that don't.
        optional reject: Vec<T>,
    }
}

impl<T: Decode> Samples<T> {
    /// The samples, with what `f` makes of each: a response and where it stands.
    pub(super) fn list(samples: Option<&Self>, f: impl Fn(&T) -> (Response, Span)) -> Vec<Sample> {
        let Some(samples) = samples else {
            return Vec::new();
        };
        let sample = |right: bool| {
            let f = &f;
            move |given: &T| {
                let (response, span) = f(given);
                Sample {
                    response,
                    right,
                    span,
                }
            }
        };
        let accept = samples.accept.iter().flatten().map(sample(true));
        accept
            .chain(samples.reject.iter().flatten().map(sample(false)))
            .collect()
    }
}
