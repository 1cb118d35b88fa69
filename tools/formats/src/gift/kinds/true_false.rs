//! Say whether a statement is true.

use jalon_draft::Body;

use super::writer::{Inside, KindWriter, first, no_marks};

pub(super) static WRITER: KindWriter = KindWriter {
    lower: |_, _, _| true,
    marks: no_marks,
    inside,
    is_missing_word: false,
};

fn inside(inside: &Inside<'_>, body: &Body) -> String {
    let Body::TrueFalse(body) = body else {
        return String::new();
    };
    let answer = if body.key { "T" } else { "F" };
    let Some(feedback) = &body.feedback else {
        return answer.to_owned();
    };
    let (right, wrong) = match body.key {
        true => (&feedback.if_true, &feedback.if_false),
        false => (&feedback.if_false, &feedback.if_true),
    };
    let (right, wrong) = (first(right), first(wrong));
    match (wrong, right) {
        ("", "") => answer.to_owned(),
        (wrong, "") => format!("{answer}#{}", inside.line(wrong)),
        // Four signs in a row would mean something else.
        ("", right) => format!("{answer}# #{}", inside.line(right)),
        (wrong, right) => format!("{answer}#{}#{}", inside.line(wrong), inside.line(right)),
    }
}
