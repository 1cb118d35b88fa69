//! Questions in which things belong together, and essays.

use std::collections::BTreeMap;

use jalon_draft::{Body, Essay, EssayPoint, Match, Matched, Target, Texts, Uses};

use super::answers::Pair;
use super::build::{Made, Room, Said, ids};
use super::marks::About;
use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::markdown;
use crate::slug::letter;
use crate::text::NOTHING;

pub(super) fn matching(pairs: &[Pair<'_>], room: &mut Room<'_>) -> Option<Made> {
    let (mut items, mut targets): (Vec<(Texts, usize)>, Vec<String>) = Default::default();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for pair in pairs {
        room.stand(pair.right);
        let right = markdown::of_line(
            &pair
                .right
                .plain()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        );
        if right.is_empty() {
            let what = format!("the pair “{}”", pair.left.plain());
            room.losses.dropped(what, "nothing follows its ->");
            continue;
        }
        let next = known.len();
        let place = *known.entry(right.clone()).or_insert(next);
        if place == next {
            targets.push(right);
        }
        // Nothing in front makes a target that is right for none.
        let left = room.text(pair.left, Flow::Line);
        if !left.is_empty() {
            items.push((left, place));
        }
    }
    if items.len() < 2 || targets.len() < 2 {
        let why = format!(
            "expected two pairs or more with different ends, found {} and {}",
            items.len(),
            targets.len()
        );
        room.losses.dropped("the question", why);
        return None;
    }
    Some(made(items, targets, room))
}

/// Targets in the order in which the file has them: those of the items first, then the others, as they are written too.
fn made(items: Vec<(Texts, usize)>, targets: Vec<String>, room: &Room<'_>) -> Made {
    let usual = |n: usize| format!("t{}", n + 1);
    let mark = room.marks.get(About::Ids).unwrap_or_default();
    let (own_items, own_targets) = mark.split_once('|').unwrap_or_default();
    let item_ids = ids(Some(own_items), items.len(), letter);
    let target_ids = ids(Some(own_targets), targets.len(), usual);
    let mut used = vec![0_usize; targets.len()];
    let mut matched = Vec::new();
    let mut texts = Vec::new();
    for ((text, place), id) in items.into_iter().zip(item_ids) {
        used.iter_mut()
            .skip(place)
            .take(1)
            .for_each(|used| *used += 1);
        matched.push(Matched {
            id: id.clone(),
            target: target_ids.get(place).cloned().unwrap_or_default(),
            feedback: Texts::new(),
        });
        texts.push((id, text));
    }
    let is_often =
        room.marks.get(About::Uses) == Some("often") || used.iter().any(|used| *used > 1);
    let body = Match {
        uses: is_often.then_some(Uses::Often),
        items: matched,
        targets: target_ids
            .iter()
            .map(|id| Target { id: id.clone() })
            .collect(),
        ..Match::default()
    };
    let targets = targets
        .into_iter()
        .map(|text| Texts::from([(UNDETERMINED.to_owned(), text)]));
    Made {
        body: Body::Match(body),
        wording: Said {
            items: texts,
            targets: target_ids.into_iter().zip(targets).collect(),
            ..Said::default()
        },
    }
}

/// An essay: its general feedback is what it is compared with.
pub(super) fn essay(general: Option<Texts>, room: &mut Room<'_>) -> Made {
    let nothing = || Texts::from([(UNDETERMINED.to_owned(), NOTHING.to_owned())]);
    let marked = room.marks.all(About::Point);
    let mut points: Vec<(String, Texts)> = marked
        .map(|(id, text)| {
            (
                id.to_owned(),
                Texts::from([(UNDETERMINED.to_owned(), text.to_owned())]),
            )
        })
        .collect();
    if points.is_empty() {
        let why = "GIFT has none: write what a good text says, point by point, in place of “…”";
        room.losses.guessed("the checklist of an essay", why);
        points.push((letter(0), nothing()));
    }
    let model = general
        .filter(|model| !model.is_empty())
        .unwrap_or_else(|| {
            let why = "there is no general feedback: write a model answer in place of “…”";
            room.losses.guessed("the model answer of an essay", why);
            nothing()
        });
    let body = Essay {
        points: points
            .iter()
            .map(|(id, _)| EssayPoint { id: id.clone() })
            .collect(),
        ..Essay::default()
    };
    Made {
        body: Body::Essay(body),
        wording: Said {
            points,
            model,
            ..Said::default()
        },
    }
}
