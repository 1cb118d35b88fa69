//! What became of a question, and why.

use jalon_engine::feedback::{Detail, Feedback, Model, Overlooked, Verdict};
use jalon_engine::kind::Note;
use jalon_engine::lang::Localised;
use leptos::prelude::*;

use super::el::{El, el};
use super::icon::{Icon, icon};
use super::{Reader, markup, say, text};

/// The class and the sign of a verdict.
fn look(verdict: Verdict) -> (&'static str, Icon) {
    match verdict {
        Verdict::Right => ("verdict right", Icon::Check),
        Verdict::Partly => ("verdict partly", Icon::Dash),
        Verdict::Wrong => ("verdict wrong", Icon::Cross),
        Verdict::Unanswered => ("verdict none", Icon::Dash),
    }
}

/// Verdict, what the kind has to say, and the explanation.
pub(crate) fn verdict(reader: Reader, feedback: Feedback) -> El {
    let (class, sign) = look(feedback.verdict);
    let verdict = feedback.verdict;
    let head = el("strong").child(say(reader, move |w| (w.verdict)(verdict)));
    let why = el("div")
        .child(el("p").class("label").child(say(reader, |w| w.why)))
        .child(markup::flow(reader, feedback.explanation));
    el("div")
        .class(class)
        .child(el("p").class("head").child(icon(sign)).child(head))
        .child(detail(reader, feedback.detail))
        .child(why)
}

fn detail(reader: Reader, detail: Detail) -> Vec<El> {
    let sentence = |text: AnyView| el("p").child(text);
    let noted = |note: Option<Note>| note.map(|note| sentence(markup::line(reader, note)));
    match detail {
        Detail::Choice(_) => Vec::new(),
        Detail::TrueFalse { note, .. } => noted(note).into_iter().collect(),
        Detail::Text {
            remark,
            model,
            note,
        } => {
            let (overlooked, language, rival) = match remark {
                Some(remark) => (remark.overlooked, remark.other_language, remark.rival),
                None => (None, None, None),
            };
            let answer = match (overlooked, model) {
                (Some(overlooked), Some(Model::ReadAs(answer, _))) => {
                    Some(mind(reader, overlooked, answer))
                }
                (_, Some(Model::PerLanguage(answers))) => Some(expected(reader, answers)),
                _ => None,
            };
            let language = language.map(|lang| say(reader, move |w| (w.other_language)(&lang)));
            let rival = rival.map(|rival| say(reader, move |w| (w.too_close)(&rival)));
            let sentences = [rival, answer, language]
                .into_iter()
                .flatten()
                .map(sentence);
            sentences.chain(noted(note)).collect()
        }
    }
}

fn mind(reader: Reader, overlooked: Overlooked, answer: String) -> AnyView {
    say(reader, move |w| match overlooked {
        Overlooked::Accents => (w.mind_the_accents)(&answer),
        Overlooked::Spelling => (w.mind_the_spelling)(&answer),
    })
}

/// Each answer in its own language, said in that language.
fn expected(reader: Reader, answers: Localised<String>) -> AnyView {
    let sentences = answers.map(|lang, answer| (jalon_words::of(lang).expected)(answer));
    text(reader, sentences)
}
