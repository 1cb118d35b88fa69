//! What one attempt asks: which questions, in which wordings and order. Drawn from a seed, so that the same seed, bank and
//! history give the same plan.

use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg32;
use serde::Serialize;

use crate::bank::{Module, Question};
use crate::from_json;
use crate::id::{ChoiceId, ConceptId, QuestionId, WordingId};
use crate::json::{FromJson, Json, Wrong};
use crate::lang::{Lang, Localised};
use crate::per::PerQuestion;

/// Where the randomness of an attempt comes from; drawn outside the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Seed(pub u32);

/// What one attempt asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Plan {
    /// The questions, in order.
    pub questions: Vec<Planned>,
}

/// One question of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// Which question.
    pub question: QuestionId,
    /// In which wording, per language.
    pub wordings: Localised<WordingId>,
    /// Its choices, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<ChoiceId>,
}

/// How often a learner has met each question and each of its wordings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    questions: PerQuestion<SeenQuestion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct SeenQuestion {
    times: u32,
    wordings: Vec<(Lang, WordingId, u32)>,
}

impl Seen {
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
                    None => seen.wordings.push((lang.clone(), wording.clone(), 1)),
                }
            }
            self.questions.insert(planned.question.clone(), seen);
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
    /// questions, and within a question the wordings, that the learner has met least come first.
    pub fn draw(module: &Module, seed: Seed, seen: &Seen) -> Self {
        let mut rng = Pcg32::seed_from_u64(seed.0.into());
        let wanted = module
            .info()
            .draw
            .map_or(module.questions().len(), usize::from);
        let mut chosen = choose(module, wanted, seen, &mut rng);
        chosen.shuffle(&mut rng);
        let langs = module.languages();
        Self {
            questions: chosen
                .into_iter()
                .map(|q| planned(q, langs, seen, &mut rng))
                .collect(),
        }
    }

    /// The same plan after the bank has changed: without what is gone, with choices that are new at the end.
    pub fn adapted(&self, module: &Module) -> Self {
        let adapt = |planned: &Planned| {
            let question = module.question(&planned.question)?;
            let wordings = question.wordings.iter().filter_map(|(lang, all)| {
                let named = planned
                    .wordings
                    .get(lang)
                    .and_then(|id| question.wording(lang, id));
                Some((lang.clone(), named.or_else(|| all.first())?.id.clone()))
            });
            let ids = || question.body.choices().iter().map(|item| &item.id);
            let kept = planned
                .order
                .iter()
                .filter(|id| ids().any(|known| known == *id));
            let new = ids().filter(|id| !planned.order.contains(id));
            Some(Planned {
                question: question.id.clone(),
                wordings: wordings.collect(),
                order: kept.chain(new).cloned().collect(),
            })
        };
        Self {
            questions: self.questions.iter().filter_map(adapt).collect(),
        }
    }

    /// Finds a question of the plan.
    pub fn get(&self, question: &QuestionId) -> Option<&Planned> {
        self.questions
            .iter()
            .find(|planned| planned.question == *question)
    }
}

/// Picks `wanted` questions, concept by concept in turn.
fn choose<'a>(
    module: &'a Module,
    wanted: usize,
    seen: &Seen,
    rng: &mut impl Rng,
) -> Vec<&'a Question> {
    let mut queues: Vec<(Option<&ConceptId>, Vec<&Question>)> = Vec::new();
    for question in module.questions() {
        let concept = question.main_concept();
        match queues.iter_mut().find(|(own, _)| *own == concept) {
            Some((_, questions)) => questions.push(question),
            None => queues.push((concept, vec![question])),
        }
    }
    let mut queues: Vec<_> = queues
        .into_iter()
        .map(|(_, mut questions)| {
            questions.shuffle(rng);
            least_seen_first(questions, seen).into_iter()
        })
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < wanted {
        let before = chosen.len();
        for queue in &mut queues {
            chosen.extend(queue.next().filter(|_| chosen.len() < wanted));
        }
        if chosen.len() == before {
            break;
        }
    }
    chosen
}

/// The same questions, otherwise in the order that they are in, those met least first.
fn least_seen_first<'a>(mut left: Vec<&'a Question>, seen: &Seen) -> Vec<&'a Question> {
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

fn planned(question: &Question, langs: &[Lang], seen: &Seen, rng: &mut impl Rng) -> Planned {
    let mut wording = |lang: &Lang| {
        let all = question.wordings(lang);
        let times = |id: &WordingId| seen.wording(&question.id, lang, id);
        let fewest = all.iter().map(|wording| times(&wording.id)).min()?;
        let fresh: Vec<_> = all.iter().filter(|w| times(&w.id) == fewest).collect();
        let at = rng.random_range(0..fresh.len());
        fresh.get(at).map(|wording| wording.id.clone())
    };
    let wordings = langs
        .iter()
        .filter_map(|lang| Some((lang.clone(), wording(lang)?)))
        .collect();
    Planned {
        question: question.id.clone(),
        wordings,
        order: order(question, rng),
    }
}

/// The choices in a new order; pinned ones keep their place.
fn order(question: &Question, rng: &mut impl Rng) -> Vec<ChoiceId> {
    let items = question.body.choices();
    let mut moving: Vec<&ChoiceId> = items
        .iter()
        .filter(|item| !item.pinned)
        .map(|item| &item.id)
        .collect();
    if question.body.shuffles() {
        moving.shuffle(rng);
    }
    let mut moving = moving.into_iter();
    let place = |item: &crate::kind::choice::Item| {
        if item.pinned {
            Some(item.id.clone())
        } else {
            moving.next().cloned()
        }
    };
    items.iter().filter_map(place).collect()
}

impl FromJson for Seed {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        u32::from_json(json).map(Self)
    }
}

impl FromJson for Plan {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        FromJson::from_json(json).map(|questions| Self { questions })
    }
}

from_json!(Planned { question, wordings; order = Vec::new() });
