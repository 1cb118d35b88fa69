//! Items that each belong to one of several places: `match` gives each its target, `classify` its category (QTI: match
//! interaction).

use super::{
    NotReady, Note, Outcome, Response as KindResponse, SelectedWordings, has_words, text_of,
};
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::{Policy, Tally};
use crate::id::ChoiceId;
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::{Lang, Localised};
use crate::markup::Line;
use crate::question_map::Choices;
use crate::rules;
use crate::{enum_json, struct_json};

/// The most items, and the most places, that a question has.
pub const MOST: usize = 200;

/// Items, and the places where they belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// The items, as their author ordered them; 2 to [`MOST`].
    pub items: Vec<Item>,
    /// The targets or the categories; 2 to [`MOST`]. Those where no item belongs are there to mislead.
    pub places: Vec<ChoiceId>,
    /// How a response that is right in part is marked: each item in its place is a right part, each in another one a wrong one, and
    /// an item that is left out is neither. Of wrong parts there are as many as there are wrong places for all items, so that
    /// a wrong one costs what a guess wins on average.
    pub scoring: Policy,
    /// Whether each attempt puts items, and targets, in a new order.
    pub shuffle: bool,
}

/// An item; its texts are in the wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its identity.
    pub id: ChoiceId,
    /// Where it belongs.
    pub place: ChoiceId,
    /// For a learner who put it elsewhere.
    pub feedback: Note,
}

/// A question in which each item gets its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The items and the targets.
    pub pairs: Pairs,
    /// How often a target can be given.
    pub uses: Uses,
}

/// How often a target can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Uses {
    /// To one item: one to one. The usual one.
    #[default]
    Once,
    /// To any number of items: many to one.
    Often,
}

/// Where items were put, each at most once; in which order makes no difference. A JSON object from item to place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placed(Vec<(ChoiceId, ChoiceId)>);

/// What a learner may see, in the order drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The items with their texts.
    pub items: Vec<(ChoiceId, Localised<Line>)>,
    /// The places with theirs.
    pub places: Vec<(ChoiceId, Localised<Line>)>,
}

/// The items, each in one of three lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Put where they belong.
    pub right: Choices,
    /// Put elsewhere.
    pub wrong: Choices,
    /// Left out.
    pub missing: Choices,
}

impl Placed {
    /// Where an item was put.
    pub fn get(&self, item: &ChoiceId) -> Option<&ChoiceId> {
        let mut all = self.0.iter();
        all.find(|(own, _)| own == item).map(|(_, place)| place)
    }

    /// Puts an item there, and nowhere else.
    ///
    /// ```
    /// use jalon_engine::ChoiceId;
    /// use jalon_engine::kind::pairs::Placed;
    ///
    /// let (mars, red, blue): (ChoiceId, ChoiceId, ChoiceId) =
    ///     ("mars".parse()?, "red".parse()?, "blue".parse()?);
    /// let mut placed = Placed::default();
    /// placed.put(mars, blue);
    /// placed.put(mars, red);
    /// assert_eq!(placed.get(&mars), Some(&red));
    /// assert_eq!(placed.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn put(&mut self, item: ChoiceId, place: ChoiceId) {
        self.take(&item);
        let after = |(own, _): &(ChoiceId, ChoiceId)| own.as_str() > item.as_str();
        let at = self.0.iter().position(after).unwrap_or(self.0.len());
        self.0.insert(at, (item, place));
    }

    /// Puts an item nowhere.
    pub fn take(&mut self, item: &ChoiceId) {
        self.0.retain(|(own, _)| own != item);
    }

    /// The items with their places, in the order of the items' ids.
    pub fn iter(&self) -> std::slice::Iter<'_, (ChoiceId, ChoiceId)> {
        self.0.iter()
    }

    /// The item in a place; the first of several.
    pub fn item_in(&self, place: &ChoiceId) -> Option<&ChoiceId> {
        let mut all = self.0.iter();
        all.find(|(_, own)| own == place).map(|(item, _)| item)
    }

    /// How many items were put somewhere.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when none was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when two items are in one place.
    fn has_crowd(&self) -> bool {
        let mut rest = self.0.as_slice();
        while let Some(((_, place), others)) = rest.split_first() {
            if others.iter().any(|(_, other)| other == place) {
                return true;
            }
            rest = others;
        }
        false
    }
}

impl FromIterator<(ChoiceId, ChoiceId)> for Placed {
    fn from_iter<I: IntoIterator<Item = (ChoiceId, ChoiceId)>>(pairs: I) -> Self {
        let mut all = Self::default();
        for (item, place) in pairs {
            all.put(item, place);
        }
        all
    }
}

/// What became of an item that has a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairMark {
    /// Which item.
    pub id: ChoiceId,
    /// Where it was put.
    pub given: Option<ChoiceId>,
    /// Where it belongs.
    pub place: ChoiceId,
    /// A word on it, if it was put elsewhere.
    pub note: Option<Note>,
}

impl PairMark {
    /// True when it is where it belongs.
    pub fn is_right(&self) -> bool {
        self.given.as_ref() == Some(&self.place)
    }
}

/// What became of each item that has a place.
pub(crate) fn marks(pairs: Option<&Pairs>, response: Option<&KindResponse>) -> Vec<PairMark> {
    let mut marks = Vec::new();
    let Some(pairs) = pairs else { return marks };
    for item in &pairs.items {
        let given = match response {
            Some(KindResponse::Match(given) | KindResponse::Classify(given)) => given.get(&item.id),
            _ => None,
        };
        let wrong = given.is_some_and(|given| *given != item.place);
        marks.push(PairMark {
            id: item.id,
            given: given.cloned(),
            place: item.place,
            note: (wrong && has_words(&item.feedback)).then(|| item.feedback.clone()),
        });
    }
    marks
}

impl FromJson for Placed {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, node: &Node<'_>) {
        if node.len() > MOST {
            node.fail("more than any question has");
            return;
        }
        node.members(&mut |name, place| {
            self.put(ChoiceId::named(name, place), FromJson::from_json(place));
        });
    }
}

impl ToJson for Placed {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        for (item, place) in &self.0 {
            out.member(item.as_str(), place);
        }
        out.end_object();
    }
}

impl Pairs {
    /// An item.
    pub fn item(&self, id: &ChoiceId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// Every item where it belongs.
    pub fn key(&self) -> Placed {
        let mut key = Placed::default();
        for item in &self.items {
            key.put(item.id, item.place);
        }
        key
    }

    pub(super) fn ready(&self, given: &Placed, uses: Uses) -> Result<(), NotReady> {
        if given.is_empty() {
            return Err(NotReady::Empty);
        }
        for (item, place) in given.iter() {
            if self.item(item).is_none() || !self.places.contains(place) {
                return Err(NotReady::UnknownChoice);
            }
        }
        if uses == Uses::Once && given.has_crowd() {
            return Err(NotReady::Twice);
        }
        match given.len() < self.items.len() {
            true => Err(NotReady::Unfinished),
            false => Ok(()),
        }
    }

    pub(super) fn score(
        &self,
        given: &Placed,
        uses: Uses,
        points: u32,
    ) -> Result<Outcome, NotReady> {
        match self.ready(given, uses) {
            Ok(()) | Err(NotReady::Unfinished) => {}
            Err(reason) => return Err(reason),
        }
        let mut evidence = Evidence::default();
        for item in &self.items {
            let list = match given.get(&item.id) {
                Some(place) if *place == item.place => &mut evidence.right,
                Some(_) => &mut evidence.wrong,
                None => &mut evidence.missing,
            };
            list.insert(item.id);
        }
        let (items, others) = (self.items.len(), self.places.len().saturating_sub(1));
        let tally = Tally {
            hits: evidence.right.len() as u64,
            right: items as u64,
            false_picks: evidence.wrong.len() as u64,
            wrong: (items * others) as u64,
        };
        Ok(Outcome {
            score: self.scoring.score(tally, points),
            evidence: super::Evidence::Pairs(evidence),
        })
    }

    pub(super) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> Face {
        let mut face = Face {
            items: Vec::new(),
            places: Vec::new(),
        };
        for id in order {
            let list = match self.item(id) {
                Some(_) => &mut face.items,
                None => &mut face.places,
            };
            list.push((*id, text_of(drawn, id)));
        }
        face
    }

    /// `what` the places are called.
    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize, what: Subject) {
        for (what, found) in [(Subject::Item, self.items.len()), (what, self.places.len())] {
            count(sink, n, what, found);
        }
        let items = self.items.iter().map(|item| item.id.as_str());
        let mut ids = items.chain(self.places.iter().map(ChoiceId::as_str));
        rules::twice(sink, Subject::Id, &mut ids, |c| Location::Choice(n, c));
        for (c, item) in self.items.iter().enumerate() {
            let spot = Location::Choice(n, c);
            rules::feedback(sink, spot, langs, &item.feedback);
            if !self.places.contains(&item.place) {
                sink.add(spot, || Violation::Unknown(what, item.place.to_string()));
            }
        }
    }
}

impl Match {
    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize) {
        self.pairs.check(sink, langs, n, Subject::Target);
        if self.uses == Uses::Often {
            return;
        }
        let mut places = self.pairs.items.iter().map(|item| item.place.as_str());
        rules::twice(sink, Subject::TargetInUse, &mut places, |c| {
            Location::Choice(n, c)
        });
    }
}

/// Enough of something, and not too many.
pub(super) fn count(sink: &mut impl FaultSink, n: usize, what: Subject, found: usize) {
    if found < 2 {
        sink.add(Location::Question(n), || Violation::TooFew(what, 2));
    }
    if found > MOST {
        sink.add(Location::Question(n), || Violation::TooMany(what, MOST));
    }
}

struct_json!(Pairs { items, places; scoring = Policy::Partial, shuffle = true });
struct_json!(Item { id, place; feedback = Note::default() });
struct_json!(Match { pairs; uses = Uses::Once });
enum_json!(Uses { "once" => Once, "often" => Often } else Self::Once);
