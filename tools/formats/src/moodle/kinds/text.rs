//! Type a short answer.

use jalon_draft::{Answer, Body, Question, Texts};

use super::typed;
use super::writer::{KindWriter, no_marks};
use crate::html::Flow;
use crate::loss::Losses;
use crate::moodle::fraction;
use crate::moodle::write::elements::Writer;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "shortanswer",
    lower,
    marks: no_marks,
    answers,
};

fn lower(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Text(body) = &mut question.body else {
        return false;
    };
    typed::text(body, losses);
    true
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Text(body) = &question.body else {
        return;
    };
    writer.xml.value("usecase", &[], "0");
    let right = body.accept.iter();
    for (lang, answer) in right.flat_map(|(lang, all)| all.iter().map(move |one| (lang, one))) {
        let (pattern, credit, feedback) = pattern(answer);
        let share = fraction::written(fraction::nearest(credit.into()));
        typed_answer(
            writer,
            &[("lang", lang), ("fraction", &share)],
            &pattern,
            feedback,
        );
    }
    for wrong in &body.wrong {
        for answer in &wrong.answers {
            let (pattern, ..) = pattern(answer);
            typed_answer(
                writer,
                &[("fraction", "0")],
                &pattern,
                Some(&wrong.feedback),
            );
        }
    }
}

fn typed_answer(
    writer: &mut Writer<'_>,
    attributes: &[(&str, &str)],
    pattern: &str,
    feedback: Option<&Texts>,
) {
    let mut attributes = attributes.to_vec();
    attributes.push(("format", "moodle_auto_format"));
    writer.xml.open("answer", &attributes);
    writer.xml.value("text", &[], pattern);
    if let Some(feedback) = feedback.filter(|feedback| !feedback.is_empty()) {
        writer.text("feedback", &[], feedback, Flow::Line);
    }
    writer.xml.close("answer");
}

/// An answer as Moodle writes it, what it earns, and what it says.
pub(in crate::moodle) fn pattern(answer: &Answer) -> (String, u8, Option<&Texts>) {
    let plain = |text: &str| text.replace('*', "\\*");
    match answer {
        Answer::Plain(text) => (plain(text), 100, None),
        Answer::Exact(exact) => (
            plain(&exact.answer),
            exact.credit.unwrap_or(100),
            Some(&exact.feedback),
        ),
        Answer::Wildcard(own) => (
            own.wildcard.clone(),
            own.credit.unwrap_or(100),
            Some(&own.feedback),
        ),
        // None is left in a fitted draft.
        Answer::Regex(own) => (
            own.regex.clone(),
            own.credit.unwrap_or(100),
            Some(&own.feedback),
        ),
    }
}
