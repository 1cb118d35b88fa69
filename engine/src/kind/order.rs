//! Put items in order (QTI: order interaction).

use super::{Evidence, NotReady, Outcome, SelectedWordings, pairs, text_of};
use crate::fault::{FaultSink, Location, Subject};
use crate::grade::Score;
use crate::id::ChoiceId;
use crate::lang::Localised;
use crate::markup::Line;
use crate::rules;
use crate::{enum_json, struct_json};

/// Items to put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The items in the right order; 2 to [`MOST`](pairs::MOST).
    pub items: Vec<ChoiceId>,
    /// What counts in an order that is right in part.
    pub credit: Credit,
}

/// What counts in an order that is right in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Credit {
    /// Each item that comes straight after the one that it has to follow: one item that was put too early doesn't cost the places of
    /// all behind it. The usual one (Moodle: relative to the next item).
    #[default]
    Neighbours,
    /// Each item in its place, counted from the beginning.
    Positions,
    /// All of it or nothing.
    AllOrNothing,
}

/// What a learner may see: the items in the order drawn, with their texts.
pub type Face = Vec<(ChoiceId, Localised<Line>)>;

/// An order given, and how much of it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The order.
    pub given: Vec<ChoiceId>,
    /// How many neighbours or places are right.
    pub hits: usize,
    /// How many there are.
    pub of: usize,
}

impl Credit {
    /// The name that authors write.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Neighbours => "neighbours",
            Self::Positions => "positions",
            Self::AllOrNothing => "all-or-nothing",
        }
    }
}

impl Order {
    /// Which place an item has in the right order, from 0.
    pub fn place(&self, id: &ChoiceId) -> Option<usize> {
        self.items.iter().position(|own| own == id)
    }

    pub(super) fn ready(&self, given: &[ChoiceId]) -> Result<(), NotReady> {
        if given.is_empty() {
            return Err(NotReady::Empty);
        }
        let mut before: Vec<&ChoiceId> = Vec::new();
        for id in given {
            if self.place(id).is_none() {
                return Err(NotReady::UnknownChoice);
            }
            if before.contains(&id) {
                return Err(NotReady::Twice);
            }
            before.push(id);
        }
        match given.len() < self.items.len() {
            true => Err(NotReady::Unfinished),
            false => Ok(()),
        }
    }

    pub(super) fn score(&self, given: &[ChoiceId], points: u32) -> Result<Outcome, NotReady> {
        match self.ready(given) {
            Ok(()) | Err(NotReady::Unfinished) => {}
            Err(reason) => return Err(reason),
        }
        let (hits, of) = match self.credit {
            Credit::Neighbours => self.neighbours(given),
            Credit::Positions => self.positions(given),
            Credit::AllOrNothing => (usize::from(given == self.items), 1),
        };
        Ok(Outcome {
            score: Score::share(hits as u64, of as u64, points),
            evidence: Evidence::Order(Found {
                given: given.to_vec(),
                hits,
                of,
            }),
        })
    }

    /// How many items are in their place, of how many.
    fn positions(&self, given: &[ChoiceId]) -> (usize, usize) {
        let mut hits = 0;
        for (own, given) in self.items.iter().zip(given) {
            hits += usize::from(own == given);
        }
        (hits, self.items.len())
    }

    /// How many items come straight after the right one, of how many.
    fn neighbours(&self, given: &[ChoiceId]) -> (usize, usize) {
        let mut hits = 0;
        let mut next = None;
        for id in given {
            let place = self.place(id);
            hits += usize::from(place.is_some() && place == next);
            next = place.map(|place| place + 1);
        }
        (hits, self.items.len().saturating_sub(1))
    }

    /// Whether the item in a place of an order is right there: straight after the one that it has to follow, or first where it has
    /// to be, if neighbours count; else in its place.
    pub fn is_right(&self, given: &[ChoiceId], at: usize) -> bool {
        let place = |at: usize| given.get(at).and_then(|id| self.place(id));
        let Some(own) = place(at) else { return false };
        match (self.credit, at.checked_sub(1)) {
            (Credit::Neighbours, Some(before)) => {
                place(before).is_some_and(|before| before + 1 == own)
            }
            _ => own == at,
        }
    }

    /// True for an order that would earn more than half of the points, by places or by neighbours: nobody is to begin with it.
    pub(crate) fn gives_away(&self, drawn: &[ChoiceId]) -> bool {
        let most = |(hits, of): (usize, usize)| hits * 2 > of;
        most(self.positions(drawn)) || most(self.neighbours(drawn))
    }

    pub(super) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> Face {
        let mut face = Vec::new();
        for id in order {
            face.push((*id, text_of(drawn, id)));
        }
        face
    }

    pub(super) fn check(&self, sink: &mut impl FaultSink, n: usize) {
        pairs::count(sink, n, Subject::Item, self.items.len());
        let mut ids = self.items.iter().map(ChoiceId::as_str);
        rules::twice(sink, Subject::Id, &mut ids, |c| Location::Choice(n, c));
    }
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMarks {
    /// What counts in it.
    pub credit: Credit,
    /// How much of that is right, and of how much; `None` where nothing was given.
    pub counted: Option<(usize, usize)>,
    /// The items, in the right order.
    pub items: Vec<OrderMark>,
}

/// What became of an item that was put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMark {
    /// Which item.
    pub id: ChoiceId,
    /// Whether it is right where it was put: by what counts, or because that is its place.
    pub is_right: bool,
}

/// What became of an order.
pub(crate) fn marks(body: &Order, outcome: Option<Outcome>) -> OrderMarks {
    let (given, counted) = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Order(found)) => (found.given, Some((found.hits, found.of))),
        _ => (Vec::new(), None),
    };
    let mut items = Vec::new();
    for id in &body.items {
        let at = given.iter().position(|given| given == id);
        items.push(OrderMark {
            id: *id,
            is_right: at.is_some_and(|at| body.is_right(&given, at) || body.place(id) == Some(at)),
        });
    }
    OrderMarks {
        credit: body.credit,
        counted,
        items,
    }
}

struct_json!(Order { items; credit = Credit::Neighbours });
enum_json!(Credit { "neighbours" => Neighbours, "positions" => Positions, "all-or-nothing" => AllOrNothing } else Self::Neighbours);
