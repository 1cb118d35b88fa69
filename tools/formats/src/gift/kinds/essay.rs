//! Write a text that nobody grades.

use jalon_draft::{Body, Wording};

use super::writer::{KindWriter, NO_PLACE, no_marks, nothing_inside};
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks: no_marks,
    inside: nothing_inside,
    is_missing_word: false,
};

fn lower(body: &mut Body, _: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Essay(body) = body else {
        return false;
    };
    if body.least.take().is_some() | body.most.take().is_some() {
        losses.dropped("the number of words advised", NO_PLACE);
    }
    true
}
