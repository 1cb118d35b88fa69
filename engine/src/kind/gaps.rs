//! Fill in the gaps of a text (QTI: text entry and inline choice interactions in one item body). Each gap is a small question of
//! another kind: a text or a number to type, or a choice to pick from a list. Where its text has the gaps is each wording's affair.

use crate::shared::Shared;

use super::{Body, Evidence as KindEvidence, NotReady, Outcome, Part, SelectedWordings};
use super::{Response as KindResponse, choice, number, text};
use crate::bank::{FaultSink, Location, Question, Subject, Violation, check_range, twice};
use crate::grade::{Context, PARTS, Policy, Score};
use crate::id::{ChoiceId, GapId};
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::{Lang, Localised};
use crate::markup::Markup;
use crate::{enum_json, struct_json};

/// The most gaps that a question has.
pub const MAX_GAPS: usize = 50;

/// The most gaps that may change places with one another.
pub const MAX_GROUP: usize = 8;

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

impl Fill {
    /// The same as a question of its own.
    pub fn alone(&self) -> Body {
        match self {
            Self::Text(body) => Body::Text(body.clone()),
            Self::Number(body) => Body::Number(body.clone()),
            Self::Pick(body) => Body::Choice(body.clone()),
        }
    }

    fn ready(&self, given: &Given) -> Result<(), NotReady> {
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

    fn score(&self, given: &Given, weight: u16, context: Context<'_>) -> Result<Outcome, NotReady> {
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

    fn model(&self) -> Option<Given> {
        match self {
            Self::Text(body) => Some(Given::Text(body.model_answer().to_owned())),
            Self::Number(body) => Some(Given::Number(body.model_answer())),
            Self::Pick(body) => body.key.iter().next().cloned().map(Given::Pick),
        }
    }

    fn width(&self) -> Width {
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

    pub(super) fn check(
        &self,
        hearer: &mut impl FaultSink,
        langs: &[Lang],
        n: usize,
        question: &Question,
    ) {
        let all = self.gaps.len();
        if all == 0 {
            hearer.add(Location::Question(n), || Violation::TooFew(Subject::Gap, 1));
        } else {
            let (all, most) = (all as u64, MAX_GAPS as u64);
            check_range(hearer, Location::Question(n), Subject::Gaps, all, 1..=most);
        }
        let mut ids = self.gaps.iter().map(|gap| gap.id.as_str());
        twice(hearer, Subject::Gap, &mut ids, |g| Location::Gap(n, g));
        for (g, gap) in self.gaps.iter().enumerate() {
            let spot = Location::Gap(n, g);
            check_range(hearer, spot, Subject::GapWeight, gap.weight.into(), 1..=100);
            hearer.of_gap(g, |hearer| match &gap.fill {
                Fill::Text(body) => body.check(hearer, langs, n),
                Fill::Number(body) => body.check(hearer, langs, n),
                Fill::Pick(body) => {
                    if let choice::Pick::Several(_) = body.key.pick() {
                        let picks = body.key.iter().count() as u64;
                        hearer.add(spot, || {
                            Violation::OutOfRange(Subject::MostPicks, picks, 1..=1)
                        });
                    }
                    body.check(hearer, langs, n);
                }
            });
        }
        self.check_groups(hearer, n);
        for (lang, wordings) in question.wordings.iter() {
            for (w, wording) in wordings.iter().enumerate() {
                self.check_text(hearer, Location::Wording(n, lang, w), &wording.text);
            }
        }
    }

    fn check_groups(&self, hearer: &mut impl FaultSink, n: usize) {
        let spot = Location::Key(n);
        let mut grouped = self.any_order.iter().flatten().map(GapId::as_str);
        twice(hearer, Subject::GroupedGap, &mut grouped, |_| spot);
        for group in &self.any_order {
            if group.len() < 2 {
                hearer.add(spot, || Violation::TooFew(Subject::GroupedGap, 2));
            } else {
                let (size, most) = (group.len() as u64, MAX_GROUP as u64);
                check_range(hearer, spot, Subject::GroupedGaps, size, 2..=most);
            }
            let mut first = None;
            for id in group {
                let gap = self.place_of(id).and_then(|place| self.gaps.get(place));
                let Some(gap) = gap else {
                    hearer.add(spot, || {
                        Violation::Unknown(Subject::Gap, id.as_str().to_owned())
                    });
                    continue;
                };
                let takes = match gap.fill {
                    Fill::Text(_) => Some(true),
                    Fill::Number(_) => Some(false),
                    Fill::Pick(_) => None,
                };
                if takes.is_none() || *first.get_or_insert(takes) != takes {
                    hearer.add(spot, || Violation::MixedGroup(*id));
                }
            }
        }
    }

    /// Each gap stands once in each text.
    fn check_text(&self, hearer: &mut impl FaultSink, spot: Location<&Lang>, text: &Markup) {
        let named = text.gaps();
        let mut ids = named.iter().map(|id| id.as_str());
        twice(hearer, Subject::Gap, &mut ids, |_| spot);
        for id in &named {
            if self.place_of(id).is_none() {
                hearer.add(spot, || {
                    Violation::Unknown(Subject::Gap, id.as_str().to_owned())
                });
            }
        }
        for gap in &self.gaps {
            if !named.contains(&&gap.id) {
                hearer.add(spot, || Violation::MissingGap(gap.id));
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

/// For each member of a group, the member whose key it is held against: the keys are dealt out, each once, so that they earn the
/// most; among equals, as many as can be stay with their own gap.
fn best_keys(members: &[usize], earns: &dyn Fn(usize, usize) -> u64) -> Vec<usize> {
    let size = members.len();
    if size > MAX_GROUP {
        return members.to_vec();
    }
    let mut worth = Vec::new();
    for place in members {
        for key in members {
            worth.push(earns(*place, *key) * 2 * MAX_GROUP as u64 + 1);
        }
    }
    // For each set of keys, the most that as many members, from the first on, can make of it, and the key of the last of them.
    let mut most: Vec<(u64, usize)> = vec![(0, 0)];
    for keys in 1usize..1 << size {
        let last = keys.count_ones() as usize - 1;
        let mut best = (0, 0);
        for key in 0..size {
            if keys >> key & 1 == 0 {
                continue;
            }
            let before = most.get(keys & !(1 << key)).map_or(0, |most| most.0);
            let more = worth.get(last * size + key).copied().unwrap_or(0);
            // No group has as many members as it would take for these ones to outweigh a part of a point.
            let sum = before + more + u64::from(key == last);
            if sum > best.0 {
                best = (sum, key);
            }
        }
        most.push(best);
    }
    let mut keys = (1usize << size) - 1;
    let mut dealt = Vec::new();
    while keys > 0 {
        let key = most.get(keys).map_or(0, |most| most.1);
        dealt.extend(members.get(key));
        keys &= !(1 << key);
    }
    dealt.reverse();
    dealt
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
