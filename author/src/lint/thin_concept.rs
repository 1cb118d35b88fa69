//! J302: a retake asks the same question about a concept.

use jalon_engine::bank::Question;
use jalon_engine::id::ConceptId;

use super::saying::{listed, of_module};
use super::{Advice, AskedModule, Check, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    code: "J302",
    name: "thin-concept",
    summary: "In a module that draws some of its questions, every attempt asks all that there are about a concept.",
    why: "Concepts take turns when an attempt is drawn, so each attempt asks about the same ones, and a learner who tries again should meet \
          other questions. About a concept of which every attempt asks all questions, a retake has none left, in any language, and \
          what was learnt by heart looks like knowledge. The rule counts the questions that have the concept as their main one, and \
          those of them that an attempt draws; one question more than that is enough for it.",
    source: "The way in which Jalon draws an attempt (concept by concept in turn); Haladyna & Rodriguez (2013) on item banks that are larger \
             than each test drawn from them.",
    bad: "draw = 2\n\n[[question]]\nconcepts = [\"guidance\"]\n\n[[question]]\nconcepts = [\"scope\"]\n\n[[question]]\nconcepts = \
          [\"scope\"]",
    better: "draw = 2\n\n# two questions about each concept\n[[question]]\nconcepts = [\"guidance\"]\n\n[[question]]\nconcepts = [\"guidance\"]",
    usual: Usual::On,
    check: Check::Module(check),
};

/// A concept, the questions about it, and how many of them an attempt draws.
struct Queue<'a> {
    concept: &'a ConceptId,
    questions: Vec<&'a Question>,
    drawn: usize,
}

fn check(module: &AskedModule<'_>, advice: &mut Advice) {
    let header = module.source;
    let (Some(draw), all) = (header.draw, module.compiled.questions.len()) else {
        return;
    };
    let wanted = usize::try_from(draw.value).unwrap_or(usize::MAX);
    let has_retakes = header.attempts.is_none_or(|attempts| attempts.value > 1);
    if wanted >= all || !has_retakes {
        return;
    }
    let thin = queues(module, wanted);
    let thin: Vec<&Queue<'_>> = thin.iter().filter(|queue| queue.drawn > 0 && queue.drawn == queue.questions.len()).collect();
    if thin.is_empty() {
        return;
    }
    let concepts: Vec<&str> = thin.iter().map(|queue| queue.concept.as_str()).collect();
    let questions: Vec<&str> = thin.iter().flat_map(|queue| &queue.questions).map(|question| question.id.as_str()).collect();
    let message = format!(
        "of {all} questions an attempt draws {wanted}, and each one asks all there are about {}: {}",
        listed(&concepts),
        listed(&questions)
    );
    advice
        .give(of_module(module), message)
        .help("add a question about each of these concepts, or draw fewer");
}

/// The questions by their main concept, in the order in which concepts take turns.
fn queues<'a>(module: &AskedModule<'a>, wanted: usize) -> Vec<Queue<'a>> {
    let mut queues: Vec<Queue<'_>> = Vec::new();
    for question in &module.compiled.questions {
        let Some(concept) = question.main_concept() else { continue };
        match queues.iter_mut().find(|queue| queue.concept == concept) {
            Some(queue) => queue.questions.push(question),
            None => queues.push(Queue {
                concept,
                questions: vec![question],
                drawn: 0,
            }),
        }
    }
    let mut left = wanted;
    for turn in 1..=module.compiled.questions.len() {
        for queue in queues.iter_mut().filter(|queue| queue.questions.len() >= turn) {
            if left > 0 {
                queue.drawn = turn;
                left -= 1;
            }
        }
    }
    queues
}
