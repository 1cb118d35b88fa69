//! What no other format can say, or few: taken out of a draft before a format fits the rest, and noted.

use jalon_draft::{Bank, Body, Draft, Module, Question, Scoring};

use crate::loss::{FilePosition, Losses};

/// What a format can say beyond what all can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Capability {
    /// How many questions an attempt draws from a module.
    Draw,
    /// The share of points needed to pass.
    Pass,
    /// How far a module goes.
    Level,
    /// What several questions are about.
    Stimuli,
    /// How often an answer may be checked, and what that costs.
    Tries,
    /// Answers that their author graded.
    Samples,
    /// The wrong ideas behind wrong answers.
    Misconceptions,
    /// Several wordings in one language.
    Wordings,
    /// How hard a question is.
    Difficulty,
    /// Where the fact is stated.
    Source,
}

/// Why a kind is dropped, where a format has no reason of its own.
pub(crate) const NO_SUCH_KIND: &str = "the format has no question of this kind";

/// Why a format can't say a kind; `None` where it can.
pub(crate) type Refusal = fn(&Body) -> Option<&'static str>;

/// The draft without what the format can't say, such as questions of other kinds. What a bank or a module says for all of its questions
/// is said by each of them.
pub(crate) fn common(
    draft: &Draft,
    keeps: &[Capability],
    refusal: Refusal,
    losses: &mut Losses,
) -> Draft {
    let mut draft = draft.clone();
    losses.at(FilePosition::bank(), None);
    bank(&mut draft.bank, keeps, losses);
    let inherited = draft.bank.scoring.take();
    for (id, part) in &mut draft.modules {
        part.scoring = part.scoring.or(inherited);
        losses.at(FilePosition::module(id), None);
        module(part, keeps, losses);
        for question in &mut part.questions {
            losses.at(FilePosition::module(id), Some(question.common.id.clone()));
            inherit(question, part.scoring, part.tries, part.penalty);
            fit_question(question, keeps, losses);
        }
        part.scoring = None;
        part.tries = None;
        part.penalty = None;
        if !keeps.contains(&Capability::Level) {
            let (level, minutes) = (
                Default::default(),
                (part.questions.len() as u64).clamp(1, 600),
            );
            let track = draft.bank.title.clone();
            if (part.level, part.minutes) != (level, minutes) || part.track != track {
                losses.at(FilePosition::module(id), None);
                losses.dropped(
                    "level, minutes and track of the module",
                    "the format knows none",
                );
                (part.level, part.minutes, part.track) = (level, minutes, track);
            }
        }
        kinds(id, part, refusal, losses);
    }
    draft
}

/// Takes out the questions of kinds that the format can't say.
pub(crate) fn kinds(id: &str, module: &mut Module, refusal: Refusal, losses: &mut Losses) {
    module.questions.retain(|question| {
        let why = refusal(&question.body);
        if let Some(why) = why {
            losses.at(FilePosition::module(id), Some(question.common.id.clone()));
            losses.dropped("the question", why);
        }
        why.is_none()
    });
}

fn bank(bank: &mut Bank, keeps: &[Capability], losses: &mut Losses) {
    let mut drop = |is_there: bool, what: &str| {
        if is_there {
            losses.dropped(what, "the format has no place for it");
        }
    };
    drop(!bank.terms.is_empty(), "the terms");
    drop(!bank.synonyms.is_empty(), "the synonyms");
    drop(bank.feedback.is_some(), "the feedback policy");
    drop(bank.credit.is_some(), "the credit for typed answers");
    drop(bank.essays.is_some(), "what essays count for");
    drop(bank.site.take().is_some(), "the course site's settings");
    let bare = bank
        .concepts
        .iter()
        .all(|concept| concept.prerequisites.is_empty());
    drop(!bare, "the prerequisites of the concepts");
    for concept in &mut bank.concepts {
        concept.prerequisites.clear();
    }
    if !keeps.contains(&Capability::Misconceptions) {
        drop(!bank.misconceptions.is_empty(), "the misconceptions");
        bank.misconceptions.clear();
    }
    bank.terms.clear();
    bank.synonyms.clear();
    (bank.feedback, bank.credit, bank.essays) = (None, None, None);
}

fn module(module: &mut Module, keeps: &[Capability], losses: &mut Losses) {
    let mut drop = |is_there: bool, what: &str| {
        if is_there {
            losses.dropped(what, "the format has no place for it");
        }
    };
    drop(module.lesson.take().is_some(), "the lesson");
    drop(module.feedback.take().is_some(), "the feedback policy");
    drop(
        module.credit.take().is_some(),
        "the credit for typed answers",
    );
    drop(module.essays.take().is_some(), "what essays count for");
    drop(module.attempts.take().is_some(), "the number of attempts");
    drop(
        module.certainty.take().is_some_and(|is_asked| is_asked),
        "how sure learners are",
    );
    if !keeps.contains(&Capability::Draw) {
        drop(module.draw.take().is_some(), "how many questions are drawn");
    }
    if !keeps.contains(&Capability::Pass) {
        drop(
            module.pass.take().is_some(),
            "the share of points needed to pass",
        );
    }
    if !keeps.contains(&Capability::Stimuli) {
        drop(
            !module.stimuli.is_empty(),
            "what several questions are about",
        );
        module.stimuli.clear();
    }
}

/// What was said once for many questions is said by this one.
fn inherit(
    question: &mut Question,
    scoring: Option<Scoring>,
    tries: Option<u64>,
    penalty: Option<u64>,
) {
    if let Some(scoring) = scoring {
        question.body.kind_mut().inherit_scoring(scoring);
    }
    question.common.tries = question.common.tries.or(tries);
    question.common.penalty = question.common.penalty.or(penalty);
}

fn fit_question(question: &mut Question, keeps: &[Capability], losses: &mut Losses) {
    let common = &mut question.common;
    let no_place = "the format has no place for it";
    if !keeps.contains(&Capability::Tries) {
        let said = [
            common.tries.take(),
            common.penalty.take(),
            common.hint_cost.take(),
        ];
        if said.iter().any(Option::is_some) {
            losses.dropped("tries, and what they and hints cost", no_place);
        }
    }
    if !keeps.contains(&Capability::Stimuli) && common.stimulus.take().is_some() {
        losses.dropped("the text that the question is about", no_place);
    }
    if !keeps.contains(&Capability::Difficulty) && common.difficulty.take().is_some() {
        losses.dropped("the difficulty", no_place);
    }
    if !keeps.contains(&Capability::Source) && common.source.take().is_some() {
        losses.dropped("the source", no_place);
    }
    if !keeps.contains(&Capability::Wordings) {
        for (lang, all) in &mut question.wordings {
            if all.len() > 1 {
                let what = match all.len() {
                    2 => format!("wording 2 in {lang}"),
                    last => format!("wordings 2 to {last} in {lang}"),
                };
                losses.dropped(what, "the format has one wording a question");
                all.truncate(1);
            }
            // Names tell several apart.
            all.iter_mut().for_each(|wording| wording.id = None);
        }
    }
    if !keeps.contains(&Capability::Samples) && question.body.kind_mut().drop_samples() {
        losses.dropped("the sample answers", "the format has no place for them");
    }
    if !keeps.contains(&Capability::Misconceptions) {
        misconceptions(&mut question.body, losses);
    }
}

fn misconceptions(body: &mut Body, losses: &mut Losses) {
    let all = body.kind_mut().misconceptions_mut();
    let taken: Vec<String> = all.into_iter().filter_map(Option::take).collect();
    if !taken.is_empty() {
        let what = format!("the misconception {}", taken.join(", "));
        losses.dropped(what, "the format has no place for it");
    }
}
