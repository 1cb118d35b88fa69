//! Put each item in its category: pairs, in GIFT.

use jalon_draft::{Body, Classify, Match, Matched, Target, Uses, Wording};

use super::writer::{KindWriter, no_marks, nothing_inside};
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks: no_marks,
    inside: nothing_inside,
    is_missing_word: false,
};

fn lower(body: &mut Body, wording: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Classify(own) = body else {
        return false;
    };
    *body = Body::Match(sorted_as_pairs(own, wording, losses));
    true
}

fn sorted_as_pairs(body: &mut Classify, wording: &mut Wording, losses: &mut Losses) -> Match {
    let why = "GIFT has only pairs: the categories are the ends of pairs, and each may be given to several items";
    losses.changed("the kind, classify", why);
    wording.targets = std::mem::take(&mut wording.categories);
    let items = body.items.drain(..).map(|item| Matched {
        id: item.id,
        target: item.category,
        feedback: item.feedback,
    });
    Match {
        uses: Some(Uses::Often),
        scoring: body.scoring,
        shuffle: body.shuffle,
        samples: None,
        items: items.collect(),
        targets: body
            .categories
            .drain(..)
            .map(|one| Target { id: one.id })
            .collect(),
    }
}
