//! Response processing, as QTI calls it: whether a response can be judged, and what it earns.
//!
//! A module is read with the response processing that its questions need. A client that loads the rare kinds later reads a module of
//! choices with [`SelectedResponse`]; everything else uses [`AllKinds`].

use std::fmt;

use super::{Body, Kind, NotReady, Outcome, Response, essay, pairs, text};
use crate::grade::Context;

/// Judges responses to the questions of some kinds.
pub trait ResponseProcessing: fmt::Debug + Send + Sync {
    /// Whether it can judge questions of this kind.
    fn covers(&self, kind: Kind) -> bool;

    /// Whether a response can be judged.
    ///
    /// # Errors
    ///
    /// It can't, for the reason given. [`NotReady::OtherKind`] where the kind is not covered.
    fn ready(&self, body: &Body, response: &Response) -> Result<(), NotReady>;

    /// Judges a response. `points` are the question's, the context is the bank's, for typed answers.
    ///
    /// # Errors
    ///
    /// The response can't be judged, for the reason given. [`NotReady::OtherKind`] where the kind is not covered.
    fn score(
        &self,
        body: &Body,
        response: &Response,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady>;
}

/// Judges choices and true-false: the selected-response kinds that need nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SelectedResponse;

/// Judges every kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllKinds;

impl ResponseProcessing for SelectedResponse {
    fn covers(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Choice | Kind::TrueFalse)
    }

    fn ready(&self, body: &Body, response: &Response) -> Result<(), NotReady> {
        match (body, response) {
            (Body::Choice(body), Response::Choice(given)) => body.ready(given),
            (Body::TrueFalse(_), Response::TrueFalse(_)) => Ok(()),
            (_, Response::Nothing) => Err(NotReady::Empty),
            _ => Err(NotReady::OtherKind),
        }
    }

    fn score(
        &self,
        body: &Body,
        response: &Response,
        points: u32,
        _: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        match (body, response) {
            (Body::Choice(body), Response::Choice(given)) => body.score(given, points),
            (Body::TrueFalse(body), Response::TrueFalse(given)) => Ok(body.score(*given, points)),
            (_, Response::Nothing) => Err(NotReady::Empty),
            _ => Err(NotReady::OtherKind),
        }
    }
}

impl ResponseProcessing for AllKinds {
    fn covers(&self, _: Kind) -> bool {
        true
    }

    fn ready(&self, body: &Body, response: &Response) -> Result<(), NotReady> {
        match (body, response) {
            (Body::Text(_), Response::Text(given)) => text::ready(given),
            (Body::Number(body), Response::Number(given)) => body.ready(given),
            (Body::Match(body), Response::Match(given)) => body.pairs.ready(given, body.uses),
            (Body::Classify(body), Response::Classify(given)) => {
                body.ready(given, pairs::Uses::Often)
            }
            (Body::Order(body), Response::Order(given)) => body.ready(given),
            (Body::Gaps(body), Response::Gaps(given)) => body.ready(given),
            (Body::Hotspot(body), Response::Hotspot(given)) => body.choice.ready(given),
            (Body::Essay(_), Response::Essay(given)) => essay::ready(given),
            _ => SelectedResponse.ready(body, response),
        }
    }

    fn score(
        &self,
        body: &Body,
        response: &Response,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        match (body, response) {
            (Body::Text(body), Response::Text(given)) => body.score(given, points, context),
            (Body::Number(body), Response::Number(given)) => body.score(given, points),
            (Body::Match(body), Response::Match(given)) => {
                body.pairs.score(given, body.uses, points)
            }
            (Body::Classify(body), Response::Classify(given)) => {
                body.score(given, pairs::Uses::Often, points)
            }
            (Body::Order(body), Response::Order(given)) => body.score(given, points),
            (Body::Gaps(body), Response::Gaps(given)) => body.score(given, points, context),
            (Body::Hotspot(body), Response::Hotspot(given)) => body.choice.score(given, points),
            (Body::Essay(_), Response::Essay(given)) => essay::score(given),
            _ => SelectedResponse.score(body, response, points, context),
        }
    }
}
