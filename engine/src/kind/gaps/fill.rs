//! A gap by itself: a small question of another kind.

use super::{Fill, Given, Width};
use crate::grade::Context;
use crate::kind::{Body, NotReady, Outcome, text};

impl Fill {
    /// The same as a question of its own.
    pub fn alone(&self) -> Body {
        match self {
            Self::Text(body) => Body::Text(body.clone()),
            Self::Number(body) => Body::Number(body.clone()),
            Self::Pick(body) => Body::Choice(body.clone()),
        }
    }

    pub(super) fn ready(&self, given: &Given) -> Result<(), NotReady> {
        match (self, given) {
            (Self::Text(_), Given::Text(given)) => text::ready(given),
            (Self::Number(body), Given::Number(given)) => body.ready(given),
            (Self::Pick(body), Given::Pick(id)) => {
                let is_there = body.choices.iter().any(|item| item.id == *id);
                is_there.then_some(()).ok_or(NotReady::UnknownChoice)
            }
            _ => Err(NotReady::OtherKind),
        }
    }

    pub(super) fn score(
        &self,
        given: &Given,
        weight: u16,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        match (self, given) {
            (Self::Text(body), Given::Text(given)) => body.score(given, weight.into(), context),
            (Self::Number(body), Given::Number(given)) => body.score(given, weight.into()),
            (Self::Pick(body), Given::Pick(id)) => {
                let picked = [*id].into_iter().collect();
                body.score(&picked, weight.into())
            }
            _ => Err(NotReady::OtherKind),
        }
    }

    pub(super) fn model(&self) -> Option<Given> {
        match self {
            Self::Text(body) => Some(Given::Text(body.model_answer().to_owned())),
            Self::Number(body) => Some(Given::Number(body.model_answer())),
            Self::Pick(body) => body.key.iter().next().cloned().map(Given::Pick),
        }
    }

    pub(super) fn width(&self) -> Width {
        let Self::Text(body) = self else {
            return Width::Short;
        };
        let mut most = 0;
        for (_, answer) in body.answers() {
            most = answer.chars().count().max(most);
        }
        match most {
            0..=8 => Width::Short,
            9..=20 => Width::Medium,
            _ => Width::Long,
        }
    }
}
