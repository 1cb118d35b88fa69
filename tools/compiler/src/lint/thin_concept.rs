//! J302: too few questions about a concept for a second attempt.

use jalon_engine::bank::Question;
use jalon_engine::id::ConceptId;
use jalon_engine::lang::Lang;

use super::saying::of_module;
use super::{Advice, AskedModule, Check, LintId, QuestionCtx, Rule, Usual};
use jalon_draft::sources::Span;

pub(super) const RULE: Rule = Rule {
    id: LintId::THIN_CONCEPT,
    summary: "A module that draws some of its questions has too few about a concept, or too few wordings of them in a language, for a \
              second attempt.",
    why: "Concepts take turns when an attempt is drawn, so each attempt asks about the same ones, and a retake asks in other words as long as \
          there are any. The bound is two attempts: of the questions that have the concept as their main one, there have to be two if \
          each attempt asks one of them; and in each language, as many wordings as two attempts show together. With less, a \
          learner who tries again is asked what they were told the answer of.",
    source: "The way in which Jalon draws an attempt, concept by concept in turn; Haladyna & Rodriguez (2013) on item banks that are larger \
             than each test drawn from them.",
    bad: "draw = 2\n\n[[question]]\nconcepts = [\"guidance\"]\n\n[[question]]\nconcepts = [\"scope\"]\n\n[[question]]\nconcepts = \
          [\"scope\"]",
    better: "draw = 2\n\n[[question]]\nconcepts = [\"guidance\"]\n\n[[question]]\nconcepts = [\"guidance\"]\n\n[[question]]\nconcepts = \
             [\"scope\"]\n\n[[question]]\nconcepts = [\"scope\"]",
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
    for queue in queues(module, wanted)
        .iter()
        .filter(|queue| queue.drawn > 0)
    {
        let span = place(module, queue);
        if let [question] = queue.questions.as_slice() {
            let message = format!(
                "every attempt asks `{}`: nothing else in the module is mainly about `{}`",
                question.id, queue.concept
            );
            advice
                .give(span, message)
                .help("add another question about the concept, or draw fewer");
            continue;
        }
        for (lang, wordings) in queue
            .wordings()
            .filter(|(_, wordings)| *wordings < 2 * queue.drawn)
        {
            let message = format!(
                "each attempt asks {} questions about `{}`, and there are {wordings} wordings in `{lang}`: a second one repeats some",
                queue.drawn, queue.concept
            );
            advice.give(span, message).help(format!(
                "add another [[question.{lang}]], or a question about the concept, until there are {}",
                2 * queue.drawn
            ));
        }
    }
}

/// The first question about a concept, which is where one more belongs.
fn place(module: &AskedModule<'_>, queue: &Queue<'_>) -> Span {
    let id = queue.questions.first().map(|question| question.id);
    let first = module
        .questions
        .iter()
        .find(|asked| Some(asked.compiled.id) == id);
    first.map_or_else(|| of_module(module), QuestionCtx::span)
}

impl Queue<'_> {
    /// How many wordings its questions have together, language by language.
    fn wordings(&self) -> impl Iterator<Item = (&Lang, usize)> {
        let first = self.questions.first().into_iter();
        let langs = first.flat_map(|question| question.wordings.langs());
        langs.map(|lang| {
            let own = self
                .questions
                .iter()
                .map(|question| question.wordings(lang).len());
            (lang, own.sum())
        })
    }
}

/// The questions by their main concept, in the order in which concepts take turns.
fn queues<'a>(module: &AskedModule<'a>, wanted: usize) -> Vec<Queue<'a>> {
    let mut queues: Vec<Queue<'_>> = Vec::new();
    for question in &module.compiled.questions {
        let Some(concept) = question.main_concept() else {
            continue;
        };
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
        for queue in queues
            .iter_mut()
            .filter(|queue| queue.questions.len() >= turn)
        {
            if left > 0 {
                queue.drawn = turn;
                left -= 1;
            }
        }
    }
    queues
}
