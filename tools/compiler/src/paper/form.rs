//! The forms of a paper, drawn as attempts are.

use jalon_engine::bank::{Module, Question, Stimulus, Wording};
use jalon_engine::kind::Face;
use jalon_engine::lang::Lang;
use jalon_engine::session::{Exposure, Plan, Planned, Seed};

use super::items::letter;
use super::options::{MOST_FORMS, PrintOptions};

/// One form of a paper.
pub(super) struct Form<'a> {
    /// Its letter, from A.
    pub(super) letter: String,
    /// What it asks, in order.
    pub(super) asked: Vec<FormQuestion<'a>>,
}

/// A question of a form.
pub(crate) struct FormQuestion<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// What candidates see of it.
    pub(crate) face: Face,
    /// What it is worth.
    pub(crate) points: u32,
    /// What stands above it, for it and those behind it up to this number.
    pub(super) stimulus: Option<(&'a Stimulus, usize)>,
    /// All of it, for the key alone.
    pub(super) question: &'a Question,
    /// Its wording in each language of the paper.
    pub(crate) wordings: Vec<(Lang, &'a Wording)>,
}

/// How often a form is drawn anew that is the same as one before it.
const TRIES: u32 = 20;

/// Draws the forms. Form A is the first attempt of a learner with that seed; each form after it is drawn as for somebody who has met those
/// before, from a seed of its own, so that forms share as few questions and wordings as the module allows.
pub(super) fn draw<'a>(
    module: &'a Module,
    wanted: usize,
    wish: &PrintOptions,
    langs: &[Lang],
) -> Vec<Form<'a>> {
    let mut seen = Exposure::default();
    let mut plans: Vec<Plan> = Vec::new();
    for n in 0..u32::from(wish.forms) {
        let draw = |turn: u32| {
            let seed = wish.seed.wrapping_add(n + turn * u32::from(MOST_FORMS));
            Plan::draw_some(module, wanted, Seed(seed), &seen)
        };
        let is_new = |plan: &Plan| !plans.contains(plan);
        let plan = (0..TRIES).map(draw).find(is_new).unwrap_or_else(|| draw(0));
        seen.add(&plan);
        plans.push(plan);
    }
    let plans = plans.iter().enumerate();
    plans
        .map(|(n, plan)| Form {
            letter: letter(n),
            asked: asked(module, plan, langs),
        })
        .collect()
}

fn asked<'a>(module: &'a Module, plan: &Plan, langs: &[Lang]) -> Vec<FormQuestion<'a>> {
    let found = plan.questions.iter().filter_map(|planned| {
        let question = module.question(&planned.question)?;
        let stimulus = question.stimulus.as_ref();
        Some((
            planned,
            question,
            stimulus.and_then(|id| module.stimulus(id)),
        ))
    });
    let mut all: Vec<FormQuestion<'a>> = Vec::new();
    let mut above: Option<(usize, &Stimulus)> = None;
    for (n, (planned, question, stimulus)) in found.enumerate() {
        match (above, stimulus) {
            (Some((at, before)), Some(own)) if before.id == own.id => {
                if let Some((_, last)) = all.get_mut(at).and_then(|one| one.stimulus.as_mut()) {
                    *last = n + 1;
                }
            }
            _ => above = stimulus.map(|own| (n, own)),
        }
        let is_first = above.is_some_and(|(at, _)| at == n);
        all.push(FormQuestion {
            number: n + 1,
            face: question.face(&planned.wordings, &planned.order),
            points: question.possible(),
            stimulus: stimulus.filter(|_| is_first).map(|own| (own, n + 1)),
            question,
            wordings: wordings(question, planned, langs),
        });
    }
    all
}

fn wordings<'a>(
    question: &'a Question,
    planned: &Planned,
    langs: &[Lang],
) -> Vec<(Lang, &'a Wording)> {
    let drawn = langs.iter().filter_map(|lang| {
        let id = planned.wordings.get(lang)?;
        Some((*lang, question.wording(lang, id)?))
    });
    drawn.collect()
}
