//! What one attempt asks: which questions, in which wordings and order. Drawn from a seed, so that the same seed, bank and
//! history give the same plan.

use super::together::together;
use crate::bank::{Module, Question};
use crate::id::{ChoiceId, ConceptId, QuestionId, WordingId};
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::{Lang, Localised};
use crate::question_map::QuestionMap;
use crate::{newtype_json, struct_json};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg32;

/// Where the randomness of an attempt comes from; drawn outside the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub u32);

/// What one attempt asks. A JSON list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Plan {
    /// The questions, in order.
    pub questions: Vec<Planned>,
}

/// One question of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which question.
    pub question: QuestionId,
    /// In which wording, per language.
    pub wordings: Localised<WordingId>,
    /// Its choices, in order.
    pub order: Vec<ChoiceId>,
}

/// How often a learner has met each question and each of its wordings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exposure {
    questions: QuestionMap<SeenQuestion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct SeenQuestion {
    times: u32,
    wordings: Vec<(Lang, WordingId, u32)>,
}

impl Exposure {
    /// Counts one more meeting with everything in a plan.
    pub fn add(&mut self, plan: &Plan) {
        for planned in &plan.questions {
            let mut seen = self
                .questions
                .get(&planned.question)
                .cloned()
                .unwrap_or_default();
            seen.times += 1;
            for (lang, wording) in planned.wordings.iter() {
                match seen
                    .wordings
                    .iter_mut()
                    .find(|(l, w, _)| l == lang && w == wording)
                {
                    Some((.., times)) => *times += 1,
                    None => seen.wordings.push((*lang, *wording, 1)),
                }
            }
            self.questions.insert(planned.question, seen);
        }
    }

    fn question(&self, id: &QuestionId) -> u32 {
        self.questions.get(id).map_or(0, |seen| seen.times)
    }

    fn wording(&self, question: &QuestionId, lang: &Lang, wording: &WordingId) -> u32 {
        let seen = self
            .questions
            .get(question)
            .map(|seen| seen.wordings.as_slice());
        let mut all = seen.unwrap_or_default().iter();
        all.find(|(l, w, _)| l == lang && w == wording)
            .map_or(0, |(.., times)| *times)
    }
}

impl Plan {
    /// Draws a plan. Concepts take turns, so that every attempt asks about the same ones; within a concept the
    /// questions, and within a question the pairs of wordings, that the learner has met least come first; the author's first pair at
    /// the first meeting. Questions that share a stimulus stand together, in their author's order, where the first of them was drawn.
    pub fn draw(module: &Module, seed: Seed, seen: &Exposure) -> Self {
        let wanted = module
            .info()
            .draw
            .map_or(module.questions().len(), usize::from);
        Self::draw_some(module, wanted, seed, seen)
    }

    /// The same with so many questions, whatever the module says; with all of them where there are fewer.
    pub fn draw_some(module: &Module, wanted: usize, seed: Seed, seen: &Exposure) -> Self {
        let mut rng = Pcg32::seed_from_u64(seed.0.into());
        let mut chosen = choose(module, wanted, seen, &mut rng);
        chosen.shuffle(&mut rng);
        let mut questions = Vec::new();
        for question in chosen {
            questions.push(planned(question, module.languages(), seen, &mut rng));
        }
        Self {
            questions: together(module, questions),
        }
    }

    /// The same plan after the bank has changed: without what is gone, with choices that are new at the end.
    pub fn adapted(&self, module: &Module) -> Self {
        let mut questions = Vec::new();
        for planned in &self.questions {
            if let Some(question) = module.question(&planned.question) {
                questions.push(planned.adapted(question));
            }
        }
        Self {
            questions: together(module, questions),
        }
    }

    /// The same plan with these questions of the module in it too, at the end where they are missing.
    pub(crate) fn including(mut self, module: &Module, seed: Seed, wanted: &[QuestionId]) -> Self {
        let mut rng = Pcg32::seed_from_u64(seed.0.into());
        let before = self.questions.len();
        for id in wanted {
            if let (None, Some(question)) = (self.get(id), module.question(id)) {
                let planned = planned(question, module.languages(), &Exposure::default(), &mut rng);
                self.questions.push(planned);
            }
        }
        match self.questions.len() == before {
            true => self,
            false => self.adapted(module),
        }
    }

    /// Finds a question of the plan.
    pub fn get(&self, question: &QuestionId) -> Option<&Planned> {
        self.questions
            .iter()
            .find(|planned| planned.question == *question)
    }
}

impl Planned {
    /// Whether its wordings are a pair, which may be shown side by side. Wordings that are none say different things: to those who
    /// read every language, the question is shown in one of them.
    pub fn is_pair(&self) -> bool {
        let mut ids = self.wordings.iter().map(|(_, id)| id);
        let first = ids.next();
        ids.all(|id| Some(id) == first)
    }

    fn adapted(&self, question: &Question) -> Self {
        let wordings = question.drawn(&self.wordings);
        let wordings = wordings.map(|_, wording| wording.id);
        let items = question.body.parts();
        let mut order = Vec::new();
        for id in &self.order {
            if items.iter().any(|item| item.id == id) {
                order.push(*id);
            }
        }
        for item in items {
            if !self.order.contains(item.id) {
                order.push(*item.id);
            }
        }
        Self {
            question: self.question,
            wordings,
            order,
        }
    }
}

/// Picks `wanted` questions, concept by concept in turn.
fn choose<'a>(
    module: &'a Module,
    wanted: usize,
    seen: &Exposure,
    rng: &mut Pcg32,
) -> Vec<&'a Question> {
    let mut queues: Vec<(Option<&ConceptId>, Vec<&Question>)> = Vec::new();
    for question in module.questions() {
        let concept = question.main_concept();
        match queues.iter_mut().find(|(own, _)| *own == concept) {
            Some((_, questions)) => questions.push(question),
            None => queues.push((concept, vec![question])),
        }
    }
    for (_, questions) in &mut queues {
        questions.shuffle(rng);
        *questions = least_seen_first(std::mem::take(questions), seen);
    }
    let mut chosen = Vec::new();
    for turn in 0..module.questions().len() {
        for (_, questions) in &queues {
            if let Some(question) = questions.get(turn)
                && chosen.len() < wanted
            {
                chosen.push(*question);
            }
        }
    }
    chosen
}

/// The same questions, otherwise in the order that they are in, those met least first.
fn least_seen_first<'a>(mut left: Vec<&'a Question>, seen: &Exposure) -> Vec<&'a Question> {
    let mut ordered = Vec::with_capacity(left.len());
    while let Some(fewest) = left
        .iter()
        .map(|question| seen.question(&question.id))
        .min()
    {
        left.retain(|&question| {
            let later = seen.question(&question.id) != fewest;
            if !later {
                ordered.push(question);
            }
            later
        });
    }
    ordered
}

fn planned(question: &Question, langs: &[Lang], seen: &Exposure, rng: &mut Pcg32) -> Planned {
    Planned {
        question: question.id,
        wordings: wordings(question, langs, seen, rng),
        order: order(question, rng),
    }
}

/// The wordings to ask in: of the pairs that the learner has met least. A wording without a pair is drawn for its language alone, once every
/// pair was met more often.
fn wordings(
    question: &Question,
    langs: &[Lang],
    seen: &Exposure,
    rng: &mut Pcg32,
) -> Localised<WordingId> {
    let met = |lang: &Lang, id: &WordingId| seen.wording(&question.id, lang, id);
    let mut pairs = Vec::new();
    for id in question.pairs() {
        let times = langs.iter().map(|lang| met(lang, &id)).max();
        pairs.push((id, times.unwrap_or_default()));
    }
    let pair = least_met(&pairs, rng);
    let mut drawn = Vec::new();
    for lang in langs {
        let mut single = Vec::new();
        for wording in question.wordings(lang) {
            if pairs.iter().all(|(id, _)| *id != wording.id) {
                single.push((wording.id, met(lang, &wording.id)));
            }
        }
        let own = match (pair, single.iter().map(|(_, times)| *times).min()) {
            (Some((_, times)), Some(fewest)) if fewest < times => least_met(&single, rng),
            (None, _) => least_met(&single, rng),
            (pair, _) => pair,
        };
        drawn.extend(own.map(|(id, _)| (*lang, id)));
    }
    drawn.into_iter().collect()
}

/// One of those met least, with how often. The first one while none was met: authors put the plainest first.
fn least_met(all: &[(WordingId, u32)], rng: &mut Pcg32) -> Option<(WordingId, u32)> {
    let fewest = all.iter().map(|(_, times)| *times).min()?;
    let fresh = || all.iter().filter(|(_, times)| *times == fewest);
    let at = match all.iter().all(|(_, times)| *times == 0) {
        true => 0,
        false => rng.random_range(0..fresh().count()),
    };
    fresh().nth(at).copied()
}

/// The choices in a new order; pinned ones keep their place.
fn order(question: &Question, rng: &mut Pcg32) -> Vec<ChoiceId> {
    let items = question.body.parts();
    let mut moving: Vec<&ChoiceId> = Vec::new();
    for item in &items {
        if !item.pinned {
            moving.push(item.id);
        }
    }
    for _ in 0..TRIES {
        if question.body.shuffles() {
            moving.shuffle(rng);
        }
        let mut moving = moving.iter().copied();
        let mut order = Vec::new();
        for item in &items {
            let place = match item.pinned {
                true => Some(item.id),
                false => moving.next(),
            };
            order.extend(place.cloned());
        }
        if !question.body.gives_away(&order) {
            return order;
        }
    }
    // Of items to put in order, the last ones first: nothing is in its place then, but for the one in the middle.
    items.iter().rev().map(|item| *item.id).collect()
}

/// How often an order is drawn anew that would be right or nearly so: of two items, half of all orders are.
const TRIES: u32 = 20;

newtype_json!(Seed);

impl FromJson for Plan {
    fn blank() -> Self {
        Self {
            questions: Vec::new(),
        }
    }

    fn fill(&mut self, node: &Node<'_>) {
        self.questions.fill(node);
    }
}

impl ToJson for Plan {
    fn to_json(&self, out: &mut Writer) {
        self.questions.to_json(out);
    }
}

struct_json!(Planned { question, wordings; order = Vec::new() });
