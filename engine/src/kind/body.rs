//! What can be asked of a question of any kind.

use super::choice::Item;
use super::{
    AllKinds, Body, Evidence, FaceBody, Kind, NotReady, Outcome, Part, Response,
    ResponseProcessing, SelectedWordings, gaps, pairs, text,
};
use crate::bank::Question;
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::Context;
use crate::id::{ChoiceId, MisconceptionId};
use crate::lang::Lang;

impl Body {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::TrueFalse(_) => Kind::TrueFalse,
            Self::Text(_) => Kind::Text,
            Self::Number(_) => Kind::Number,
            Self::Match(_) => Kind::Match,
            Self::Classify(_) => Kind::Classify,
            Self::Order(_) => Kind::Order,
            Self::Gaps(_) => Kind::Gaps,
            Self::Hotspot(_) => Kind::Hotspot,
            Self::Essay(_) => Kind::Essay,
        }
    }

    /// Judges a response outside a bank. Typed answers without a language are read by the rules of every language that has
    /// some; [`Body::score_in`] takes those of a bank.
    ///
    /// # Errors
    ///
    /// The response can't be judged, for the reason given.
    pub fn score(
        &self,
        response: &Response,
        points: u32,
        terms: &[&str],
    ) -> Result<Outcome, NotReady> {
        let langs = None;
        self.score_in(response, points, Context { terms, langs })
    }

    /// Judges a response to a question of a bank: [`AllKinds`] does.
    ///
    /// # Errors
    ///
    /// The response can't be judged, for the reason given.
    pub fn score_in(
        &self,
        response: &Response,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        AllKinds.score(self, response, points, context)
    }

    /// Whether a response can be judged: [`AllKinds`] knows.
    ///
    /// # Errors
    ///
    /// It can't, for the reason given.
    ///
    /// ```
    /// use jalon_engine::kind::text::Text;
    /// use jalon_engine::{Body, NotReady, Response};
    ///
    /// let body = Body::Text(Text { any: vec!["27001".to_owned()], ..Text::default() });
    /// assert_eq!(body.ready(&Response::Text(" ".to_owned())), Err(NotReady::Empty));
    /// assert_eq!(body.ready(&Response::TrueFalse(true)), Err(NotReady::OtherKind));
    /// ```
    pub fn ready(&self, response: &Response) -> Result<(), NotReady> {
        AllKinds.ready(self, response)
    }

    /// The misconceptions that its wrong answers are tagged with.
    pub fn misconceptions(&self) -> Vec<&MisconceptionId> {
        let mut all = Vec::new();
        match self {
            Self::Choice(body) => body.add_misconceptions(&mut all),
            Self::Text(body) => body.add_misconceptions(&mut all),
            Self::Number(body) => body.add_misconceptions(&mut all),
            Self::Hotspot(body) => body.choice.add_misconceptions(&mut all),
            Self::Gaps(body) => {
                for gap in &body.gaps {
                    match &gap.fill {
                        gaps::Fill::Text(body) => body.add_misconceptions(&mut all),
                        gaps::Fill::Number(body) => body.add_misconceptions(&mut all),
                        gaps::Fill::Pick(body) => body.add_misconceptions(&mut all),
                    }
                }
            }
            Self::TrueFalse(_)
            | Self::Match(_)
            | Self::Classify(_)
            | Self::Order(_)
            | Self::Essay(_) => {}
        }
        all
    }

    /// The misconceptions that a judged response shows.
    pub fn shown_misconceptions(&self, evidence: &Evidence) -> Vec<&MisconceptionId> {
        match (self, evidence) {
            (Self::Choice(body), Evidence::Choice(found)) => body.shown_misconceptions(found),
            (Self::Hotspot(body), Evidence::Choice(found)) => {
                body.choice.shown_misconceptions(found)
            }
            (Self::Text(body), Evidence::Text(read)) => {
                body.misconception(read).into_iter().collect()
            }
            (Self::Number(body), Evidence::Number(found)) => {
                body.misconception(found).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// A response that earns full points, where there are points to earn.
    pub fn model_response(&self) -> Response {
        match self {
            Self::Choice(body) => Response::Choice(body.key.iter().cloned().collect()),
            Self::TrueFalse(body) => Response::TrueFalse(body.key),
            Self::Text(body) => Response::Text(body.model_answer().to_owned()),
            Self::Number(body) => Response::Number(body.model_answer()),
            Self::Essay(_) => Response::Essay("…".to_owned()),
            Self::Gaps(body) => Response::Gaps(body.model_response()),
            Self::Hotspot(body) => Response::Hotspot(body.choice.key.iter().cloned().collect()),
            Self::Match(body) => Response::Match(body.pairs.key()),
            Self::Classify(body) => Response::Classify(body.key()),
            Self::Order(body) => Response::Order(body.items.clone()),
        }
    }

    /// What every wording has words for, in its author's order.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        match self {
            Self::Choice(body) => add_parts(&mut parts, &body.choices),
            Self::Hotspot(body) => add_parts(&mut parts, &body.choice.choices),
            Self::Gaps(body) => body.add_parts(&mut parts),
            Self::Essay(body) => {
                for id in &body.points {
                    parts.push(Part { id, pinned: true });
                }
            }
            Self::TrueFalse(_) | Self::Text(_) | Self::Number(_) => {}
            Self::Match(body) => add_pairs(&mut parts, &body.pairs, false),
            // Categories often have an order of their own.
            Self::Classify(body) => add_pairs(&mut parts, body, true),
            Self::Order(body) => {
                for id in &body.items {
                    parts.push(Part { id, pinned: false });
                }
            }
        }
        parts
    }

    /// Whether a response earns points: all but essays, which are their author's to compare.
    pub fn is_graded(&self) -> bool {
        !matches!(self, Self::Essay(_))
    }

    /// Whether the parts are put in a new order for each attempt.
    pub fn shuffles(&self) -> bool {
        match self {
            Self::Choice(body) => body.shuffle,
            Self::Gaps(body) => body.shuffle,
            Self::Hotspot(body) => body.choice.shuffle,
            Self::Match(body) => body.pairs.shuffle,
            Self::Classify(body) => body.shuffle,
            Self::Order(_) => true,
            Self::TrueFalse(_) | Self::Text(_) | Self::Number(_) | Self::Essay(_) => false,
        }
    }

    /// True when nobody is to begin with the parts in this order.
    pub(crate) fn gives_away(&self, drawn: &[ChoiceId]) -> bool {
        matches!(self, Self::Order(body) if body.gives_away(drawn))
    }

    /// Items and places, for the kinds that have them.
    pub fn pairs(&self) -> Option<&pairs::Pairs> {
        match self {
            Self::Match(body) => Some(&body.pairs),
            Self::Classify(body) => Some(body),
            _ => None,
        }
    }

    /// What a kind shows, for the wordings and the order drawn.
    pub(crate) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> FaceBody {
        match self {
            Self::Choice(body) => FaceBody::Choice(body.face(drawn, order)),
            Self::TrueFalse(_) => FaceBody::TrueFalse,
            Self::Text(_) => FaceBody::Text {
                max_chars: text::MAX_CHARS,
            },
            Self::Number(body) => FaceBody::Number(body.face(drawn)),
            Self::Essay(body) => FaceBody::Essay(body.face()),
            Self::Gaps(body) => FaceBody::Gaps(body.face(drawn, order)),
            Self::Hotspot(body) => FaceBody::Hotspot(body.face(drawn, order)),
            Self::Match(body) => FaceBody::Match(body.pairs.face(drawn, order), body.uses),
            Self::Classify(body) => FaceBody::Classify(body.face(drawn, order)),
            Self::Order(body) => FaceBody::Order(body.face(drawn, order)),
        }
    }

    pub(crate) fn check(
        &self,
        sink: &mut impl FaultSink,
        langs: &[Lang],
        n: usize,
        question: &Question,
    ) {
        if self.is_graded() {
            choice_texts(sink, n, question, &self.parts());
        }
        match self {
            Self::Choice(body) => body.check(sink, langs, n),
            Self::TrueFalse(body) => body.check(sink, langs, n),
            Self::Text(body) => body.check(sink, langs, n),
            Self::Number(body) => body.check(sink, langs, n),
            Self::Essay(body) => body.check(sink, n, question),
            Self::Gaps(body) => body.check(sink, langs, n, question),
            Self::Hotspot(body) => body.check(sink, langs, n, question),
            Self::Match(body) => body.check(sink, langs, n),
            Self::Classify(body) => body.check(sink, langs, n, Subject::Category),
            Self::Order(body) => body.check(sink, n),
        }
    }
}

fn add_pairs<'a>(parts: &mut Vec<Part<'a>>, pairs: &'a pairs::Pairs, pinned: bool) {
    for item in &pairs.items {
        parts.push(Part {
            id: &item.id,
            pinned: false,
        });
    }
    for id in &pairs.places {
        parts.push(Part { id, pinned });
    }
}

fn add_parts<'a>(parts: &mut Vec<Part<'a>>, items: &'a [Item]) {
    for Item { id, pinned, .. } in items {
        parts.push(Part {
            id,
            pinned: *pinned,
        });
    }
}

/// Each wording has a text for every choice, and for no other.
fn choice_texts(sink: &mut impl FaultSink, n: usize, question: &Question, parts: &[Part<'_>]) {
    for (lang, wordings) in question.wordings.iter() {
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Location::Wording(n, lang, w);
            for Part { id, .. } in parts {
                match wording.choices.get(id) {
                    None => sink.add(spot, || Violation::MissingChoice(*(*id))),
                    Some(text) if text.is_blank() => {
                        sink.add(spot, || Violation::EmptyText(Subject::ChoiceText));
                    }
                    Some(_) => {}
                }
            }
            for (id, _) in wording.choices.iter() {
                if !parts.iter().any(|part| part.id == id) {
                    sink.add(spot, || Violation::StrayChoice(*id));
                }
            }
        }
    }
}
