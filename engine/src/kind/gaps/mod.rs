//! Fill in the gaps of a text (QTI: text entry and inline choice interactions in one item body). Each gap is a small question of
//! another kind: a text or a number to type, or a choice to pick from a list. Where its text has the gaps is each wording's affair.

mod assign;
mod check;
pub(crate) mod feedback;
mod fill;

use crate::shared::Shared;

use super::{Evidence as KindEvidence, NotReady, Outcome, Part, SelectedWordings};
use super::{Response as KindResponse, choice, number, text};
use crate::grade::{Context, PARTS, Policy, Score};
use crate::id::{ChoiceId, GapId};
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::Localised;
use crate::markup::Markup;
use crate::{enum_json, struct_json};

pub use assign::MAX_GROUP;
use assign::best_keys;

/// The most gaps that a question has.
pub const MAX_GAPS: usize = 50;

/// A text with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// The gaps, as their author ordered them; at least one, at most [`MAX_GAPS`].
    pub gaps: Vec<Gap>,
    /// How a response that is right in part is marked. Under the policies with a penalty, a gap filled wrongly takes as much as it
    /// gives when it is right, and an empty one takes nothing.
    pub scoring: Policy,
    /// Groups of gaps whose answers may change places: each of their keys counts once, in whichever of them it is. All of a group
    /// take texts, or all take numbers; 2 to [`MAX_GROUP`] each.
    pub any_order: Vec<Vec<GapId>>,
    /// Whether each attempt puts the choices of the lists in a new order.
    pub shuffle: bool,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Its identity.
    pub id: GapId,
    /// Its share of the points beside the other gaps, 1 to 100.
    pub weight: u16,
    /// What goes into it.
    pub fill: Fill,
}

/// What goes into a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// A short text.
    Text(text::Text),
    /// A number.
    Number(Shared<number::Number>),
    /// One choice of a list.
    Pick(choice::Choice),
}

/// What was filled into a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A text, to the letter.
    Text(String),
    /// What was typed where a number is asked for, to the letter.
    Number(String),
    /// A choice of the list.
    Pick(ChoiceId),
}

/// What was filled in, gap by gap, in the order of the gaps' ids; gaps with nothing in them are not named. A JSON object.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response(Vec<(GapId, Given)>);

/// What a learner may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The text in the wordings drawn.
    pub text: Localised<Markup>,
    /// The gaps, in their author's order.
    pub gaps: Vec<GapFace>,
}

/// What a learner may see of a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapFace {
    /// Which gap.
    pub id: GapId,
    /// The how-manieth it is in each text, from 1.
    pub place: Localised<usize>,
    /// How it is filled in.
    pub field: Field,
}

/// How a gap is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// By typing a text.
    Text(Width),
    /// By typing a number.
    Number(number::Face),
    /// By picking from these, in the order drawn.
    Pick(Vec<(ChoiceId, Localised<String>)>),
}

/// About how much room an answer takes: no more than that is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// A short word: up to 8 characters.
    Short,
    /// A word or two: up to 20.
    Medium,
    /// More.
    Long,
}

/// What became of a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The place of the gap whose key it was held against: another one's, where gaps may change places.
    pub key: usize,
    /// The points, in shares of the question's, and why; or why it can't be judged.
    pub outcome: Result<Outcome, NotReady>,
    /// It would be right, had it not been counted in another gap.
    pub again: bool,
}

impl Given {
    /// The same as a response to a question of that kind.
    pub fn alone(&self) -> KindResponse {
        match self {
            Self::Text(given) => KindResponse::Text(given.clone()),
            Self::Number(given) => KindResponse::Number(given.clone()),
            Self::Pick(id) => KindResponse::Choice([*id].into_iter().collect()),
        }
    }
}

impl Response {
    /// What is in a gap.
    pub fn get(&self, gap: &GapId) -> Option<&Given> {
        let own = self.0.iter().find(|(own, _)| own == gap);
        own.map(|(_, given)| given)
    }

    /// Fills a gap; with an empty text, empties it.
    ///
    /// ```
    /// use jalon_engine::kind::gaps::{Given, Response};
    ///
    /// let mut response = Response::default();
    /// response.put("city".parse()?, Given::Text("London".to_owned()));
    /// response.put("year".parse()?, Given::Number(String::new()));
    /// assert_eq!(response.iter().len(), 1, "an empty text is no answer");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn put(&mut self, gap: GapId, given: Given) {
        self.clear(&gap);
        if !matches!(&given, Given::Text(text) | Given::Number(text) if text.is_empty()) {
            let mut at = 0;
            while self.0.get(at).is_some_and(|(own, _)| *own < gap) {
                at += 1;
            }
            self.0.insert(at, (gap, given));
        }
    }

    /// Empties a gap.
    pub fn clear(&mut self, gap: &GapId) {
        self.0.retain(|(own, _)| own != gap);
    }

    /// What was filled in.
    pub fn iter(&self) -> std::slice::Iter<'_, (GapId, Given)> {
        self.0.iter()
    }
}

impl Gaps {
    fn place_of(&self, id: &GapId) -> Option<usize> {
        self.gaps.iter().position(|gap| gap.id == *id)
    }

    /// The gaps whose key may count in this one; its own comes first.
    fn keys_for(&self, place: usize) -> Vec<usize> {
        let mut keys = vec![place];
        let Some(gap) = self.gaps.get(place) else {
            return keys;
        };
        for group in &self.any_order {
            if !group.contains(&gap.id) {
                continue;
            }
            for id in group {
                match self.place_of(id) {
                    Some(other) if !keys.contains(&other) => keys.push(other),
                    _ => {}
                }
            }
        }
        keys
    }

    /// Every gap named is one of these, and is filled with what it takes.
    fn fits(&self, given: &Response) -> Result<(), NotReady> {
        for (id, value) in given.iter() {
            let place = self.place_of(id).and_then(|place| self.gaps.get(place));
            let gap = place.ok_or(NotReady::UnknownChoice)?;
            if let Err(why @ (NotReady::OtherKind | NotReady::UnknownChoice)) =
                gap.fill.ready(value)
            {
                return Err(why);
            }
        }
        Ok(())
    }

    /// Why what is in a gap can't be judged, by whichever key.
    fn problem(&self, place: usize, given: &Given) -> Option<NotReady> {
        for key in self.keys_for(place) {
            let gap = self.gaps.get(key)?;
            if let Err(why) = gap.fill.ready(given) {
                return Some(why);
            }
        }
        None
    }

    pub(super) fn ready(&self, given: &Response) -> Result<(), NotReady> {
        self.fits(given)?;
        let (mut filled, mut problems) = (0, Vec::new());
        for (place, gap) in self.gaps.iter().enumerate() {
            let Some(value) = given.get(&gap.id) else {
                continue;
            };
            match self.problem(place, value) {
                None => filled += 1,
                Some(NotReady::Empty) => {}
                Some(why) => problems.push((gap.id, why)),
            }
        }
        match filled {
            _ if !problems.is_empty() => Err(NotReady::Gaps(problems)),
            0 => Err(NotReady::Empty),
            filled if filled < self.gaps.len() => Err(NotReady::Unfinished),
            _ => Ok(()),
        }
    }

    /// Judges what is filled in; gaps that are empty or can't be judged earn nothing.
    pub(super) fn score(
        &self,
        given: &Response,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        self.fits(given)?;
        let judged = self.judged(given, context);
        let (mut earned, mut wrong, mut all, mut blank) = (0, 0, 0, true);
        for (judged, gap) in judged.iter().zip(&self.gaps) {
            // Weights go with keys, and each key is some gap's.
            let full = u64::from(gap.weight) * PARTS;
            all += full;
            match &judged.outcome {
                Err(NotReady::Empty) => continue,
                Err(_) => {}
                Ok(outcome) if outcome.score.is_nothing() => wrong += full,
                Ok(outcome) => earned += outcome.score.earned_parts(),
            }
            blank = false;
        }
        if blank {
            return Err(NotReady::Empty);
        }
        let score = match self.scoring {
            Policy::AllOrNothing => Score::all_or_nothing(earned >= all, points),
            Policy::Partial => Score::share(earned, all, points),
            Policy::PartialWithPenalty | Policy::RightMinusWrong => {
                Score::share(earned.saturating_sub(wrong), all, points)
            }
        };
        Ok(Outcome {
            score,
            evidence: KindEvidence::Gaps(judged),
        })
    }

    /// What each gap is judged by, in order.
    fn judged(&self, given: &Response, context: Context<'_>) -> Vec<Judged> {
        let judge = |place: usize, key: usize| -> Result<Outcome, NotReady> {
            let (gap, key) = (self.gaps.get(place), self.gaps.get(key));
            match gap.and_then(|gap| given.get(&gap.id)).zip(key) {
                Some((value, key)) => key.fill.score(value, key.weight, context),
                None => Err(NotReady::Empty),
            }
        };
        let earns =
            |place, key| judge(place, key).map_or(0, |outcome| outcome.score.earned_parts());
        let mut keys: Vec<usize> = (0..self.gaps.len()).collect();
        for group in &self.any_order {
            let members: Vec<usize> = group.iter().filter_map(|id| self.place_of(id)).collect();
            for (member, key) in members.iter().zip(best_keys(&members, &earns)) {
                if let Some(own) = keys.get_mut(*member) {
                    *own = key;
                }
            }
        }
        let mut all = Vec::new();
        for (place, key) in keys.into_iter().enumerate() {
            let outcome = judge(place, key);
            let failed = outcome.as_ref().is_ok_and(|o| o.score.is_nothing());
            all.push(Judged {
                key,
                outcome,
                again: failed
                    && self
                        .keys_for(place)
                        .iter()
                        .any(|key| earns(place, *key) > 0),
            });
        }
        all
    }

    pub(super) fn model_response(&self) -> Response {
        let mut response = Response::default();
        for gap in &self.gaps {
            if let Some(model) = gap.fill.model() {
                response.put(gap.id, model);
            }
        }
        response
    }

    /// The choices of all lists, each once.
    pub(super) fn add_parts<'a>(&'a self, parts: &mut Vec<Part<'a>>) {
        for gap in &self.gaps {
            let Fill::Pick(pick) = &gap.fill else {
                continue;
            };
            for item in &pick.choices {
                if parts.iter().all(|part| *part.id != item.id) {
                    parts.push(Part {
                        id: &item.id,
                        pinned: item.pinned,
                    });
                }
            }
        }
    }

    pub(super) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> Face {
        let mut gaps = Vec::new();
        for (n, gap) in self.gaps.iter().enumerate() {
            gaps.push(GapFace {
                id: gap.id,
                place: place_in(drawn, &gap.id),
                field: self.field(n, &gap.fill, drawn, order),
            });
        }
        Face {
            text: drawn.texts(|wording| &wording.text),
            gaps,
        }
    }

    fn field(
        &self,
        n: usize,
        fill: &Fill,
        drawn: &SelectedWordings<'_>,
        order: &[ChoiceId],
    ) -> Field {
        match fill {
            Fill::Text(_) => {
                // A group shows one width, which doesn't tell its answers apart.
                let mut width = Width::Short;
                for key in self.keys_for(n) {
                    let own = self.gaps.get(key).map(|gap| gap.fill.width());
                    width = own.unwrap_or(width).max(width);
                }
                Field::Text(width)
            }
            Fill::Number(body) => Field::Number(body.face(drawn)),
            Fill::Pick(body) => {
                let mut choices = Vec::new();
                for id in order {
                    if body.choices.iter().any(|item| item.id == *id) {
                        choices.push((*id, choice_text(drawn, id)));
                    }
                }
                Field::Pick(choices)
            }
        }
    }
}

/// The how-manieth a gap is in each text, from 1.
pub(crate) fn place_in(drawn: &SelectedWordings<'_>, id: &GapId) -> Localised<usize> {
    drawn.map(|_, wording| {
        let place = wording.text.gaps().iter().position(|own| *own == id);
        place.map_or(0, |place| place + 1)
    })
}

/// What a choice of a list says, which has no place for markup.
pub(crate) fn choice_text(drawn: &SelectedWordings<'_>, id: &ChoiceId) -> Localised<String> {
    drawn.map(|_, wording| {
        let text = wording.choices.get(id);
        text.map_or_else(String::new, |line| line.to_plain())
    })
}

impl FromIterator<(GapId, Given)> for Response {
    /// Keeps the last one of a gap that comes twice.
    fn from_iter<I: IntoIterator<Item = (GapId, Given)>>(items: I) -> Self {
        let mut all = Self::default();
        for (gap, given) in items {
            all.put(gap, given);
        }
        all
    }
}

impl ToJson for Response {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        for (id, given) in &self.0 {
            out.member(id.as_str(), given);
        }
        out.end_object();
    }
}

impl FromJson for Response {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, node: &Node<'_>) {
        if node.len() > MAX_GAPS {
            node.fail("more gaps than a question has");
            return;
        }
        node.members(&mut |name, given| {
            self.put(GapId::named(name, given), FromJson::from_json(given));
        });
    }
}

enum_json!(Given {
    "text" => Text(given), "number" => Number(given), "pick" => Pick(id)
} else Self::Text(String::new()));
enum_json!(Fill {
    "text" => Text(body), "number" => Number(body), "pick" => Pick(body)
} else Self::Pick(choice::Choice::blank()));
struct_json!(Gap { id, fill; weight = 1 });
struct_json!(Gaps { gaps; scoring = Policy::Partial, any_order = Vec::new(), shuffle = true });
