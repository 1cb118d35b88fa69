//! What learners are told about a response, as the client says it.

use jalon_engine::bank::{Module, Question};
use jalon_engine::feedback::{self, Detail, Feedback, Model, Overlooked, Remark};
use jalon_engine::grade::Assistance;
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::session::{AttemptHead, Plan, Planned, RecordedResponse, Seed, Session};
use jalon_engine::time::Moment;
use jalon_i18n::Words;

/// What a session of this question alone would show after handing in.
pub(super) fn feedback_on(
    module: &Module,
    question: &Question,
    response: &Response,
    used: Assistance,
    reading: &Reading,
) -> Option<Feedback> {
    let first = |wordings: &Vec<jalon_engine::bank::Wording>| Some(wordings.first()?.id);
    let wordings = question.wordings.iter();
    let wordings = wordings.filter_map(|(lang, all)| Some((*lang, first(all)?)));
    let planned = Planned {
        question: question.id,
        wordings: wordings.collect(),
        order: question.body.parts().iter().map(|part| *part.id).collect(),
    };
    let head = AttemptHead {
        id: "trial".parse().ok()?,
        module: module.info().id,
        bank_version: module.bank().version().clone(),
        seed: Seed(0),
        started: Moment(0),
        plan: Plan {
            questions: vec![planned],
        },
    };
    let given = RecordedResponse {
        response: response.clone(),
        reading: *reading,
        at: Moment(0),
        fingerprint: question.fingerprint.clone(),
        used,
    };
    let given = [(question.id, given)].into_iter().collect();
    let module = module.clone();
    let mut session = Session::resume(module, head, &given, Some(Moment(0)));
    session.set_earlier(usize::MAX);
    feedback::of(&session, &question.id)
}

/// Verdict and remark, as the client says them.
pub(super) fn sentence(words: &Words, feedback: &Feedback) -> String {
    let mut sentences = vec![(words.verdict)(feedback.verdict).to_owned()];
    sentences.extend(feedback.account.map(|account| words.account(&account)));
    if let Detail::Gaps(marks) = &feedback.detail {
        for mark in marks {
            let lang = mark
                .place
                .iter()
                .find(|(lang, _)| jalon_i18n::of(lang).lang == words.lang);
            let place = lang.map_or(0, |(_, place)| *place);
            let name = words.gap(place, marks.len());
            let mut said = vec![(words.verdict)(mark.verdict).to_owned()];
            if let Detail::Text {
                remark: Some(remark),
                model,
                ..
            } = &mark.detail
            {
                said.extend(remarks(words, remark, model));
            }
            sentences.push(format!("{name} – {}", said.join(", ")));
        }
    }
    if let Detail::Text { remark, model, .. } = &feedback.detail {
        sentences.extend(
            remark
                .iter()
                .flat_map(|remark| remarks(words, remark, model)),
        );
    }
    sentences.join(" – ")
}

fn remarks(words: &Words, remark: &Remark, model: &Option<Model>) -> Vec<String> {
    let quote = remark
        .overlooked
        .as_ref()
        .map(|overlooked| match overlooked {
            Overlooked::Accents => words.mind_the_accents,
            Overlooked::Grammar => words.mind_the_grammar,
            Overlooked::Synonym => words.also_called,
            Overlooked::Order => words.usual_order,
            Overlooked::Words => words.in_short,
            Overlooked::Spelling => words.mind_the_spelling,
        });
    let answer = match model {
        Some(Model::ReadAs(answer, _)) => {
            Some(quote.map_or(answer.clone(), |quote| quote.fill(answer)))
        }
        _ => None,
    };
    let rival = remark.rival.as_ref();
    let rival = rival.map(|rival| words.too_close.fill(rival));
    let language = remark.other_language.as_ref();
    let language = language.map(|lang| words.other_language((words.language_name)(lang)));
    let cost = remark.cost;
    let cost = (cost > 0).then(|| words.taken_off(cost.into()));
    [rival, answer, cost, language]
        .into_iter()
        .flatten()
        .collect()
}
