//! The kinds as GIFT can say them.

use std::collections::BTreeSet;

use jalon_draft::{
    Body, Choice, Choices, Classify, GapNumber, Gaps, Key, Match, Matched, Number, Scoring, Target,
    Texts, Uses, Wording,
};

use super::build::BLANK;
use super::choices::{Marking, marking};
use super::lower_typed;
use crate::loss::Losses;
use crate::markdown;

pub(super) const NO_PLACE: &str = "GIFT has no place for it";

/// Fits a kind; false where GIFT has none like it.
pub(super) fn lower(body: &mut Body, wording: &mut Wording, losses: &mut Losses) -> bool {
    if let Body::Gaps(all) = body {
        match gap(all, wording, losses) {
            Some(made) => *body = made,
            None => return false,
        }
    }
    if let Body::Classify(own) = body {
        *body = Body::Match(sorted_as_pairs(own, wording, losses));
    }
    match body {
        Body::Choice(own) => choice(own, losses),
        Body::TrueFalse(_) => {}
        Body::Text(own) => return lower_typed::text(own, losses),
        Body::Number(own) => return lower_typed::number(own, losses),
        Body::Match(own) => return pairs(own, wording, losses),
        Body::Essay(own) => {
            if own.least.take().is_some() | own.most.take().is_some() {
                losses.dropped("the number of words advised", NO_PLACE);
            }
        }
        Body::Order(_) => return none("GIFT has no questions of things to put in order", losses),
        Body::Hotspot(_) => return none("GIFT has no questions with pictures", losses),
        Body::Gaps(_) | Body::Classify(_) => return false,
    }
    true
}

pub(super) fn none(why: &str, losses: &mut Losses) -> bool {
    losses.dropped("the question", why);
    false
}

fn no_order(shuffle: &mut Option<bool>, losses: &mut Losses) {
    if shuffle.take() == Some(false) {
        losses.dropped("the order that was to be kept", NO_PLACE);
    }
}

fn choice(body: &mut Choices, losses: &mut Losses) {
    no_order(&mut body.shuffle, losses);
    if body.least.take().is_some() | body.most.take().is_some() {
        losses.dropped("how many choices may be picked", NO_PLACE);
    }
    let mut pinned = body.choices.iter_mut();
    if pinned.any(|choice| choice.pinned == Some(true)) {
        losses.dropped("the places of choices that keep theirs", NO_PLACE);
    }
    for choice in &mut body.choices {
        choice.pinned = None;
    }
    let weights = body.choices.iter().filter_map(|choice| choice.weight);
    note_unknown(weights.map(f64::from), losses);
    match &body.key {
        Key::One(key) => {
            for choice in &mut body.choices {
                let says = choice.weight.is_some_and(|weight| weight != 0) && choice.id != *key;
                choice.weight = choice.weight.filter(|_| says);
            }
        }
        Key::Several(_) if body.choices.iter().any(|choice| choice.weight.is_some()) => {
            let weights = body
                .choices
                .iter()
                .map(|choice| f64::from(choice.weight.unwrap_or(0)));
            let weights: Vec<f64> = weights.collect();
            let (scoring, own) = match marking(&weights, None) {
                Marking::Policy(scoring) => (scoring, vec![None; weights.len()]),
                Marking::Own(own) => (None, own.into_iter().map(Some).collect()),
            };
            body.scoring = scoring;
            for (choice, weight) in body.choices.iter_mut().zip(own) {
                choice.weight = weight;
            }
        }
        Key::Several(_) => match body.scoring {
            Some(Scoring::AllOrNothing) => {
                let why = "GIFT has only weights: each right choice earns its share, less that of the wrong ones";
                losses.changed("scoring = \"all-or-nothing\"", why);
                body.scoring = None;
            }
            Some(Scoring::PartialWithPenalty) => body.scoring = None,
            _ => {}
        },
    }
}

/// The weights that Moodle has in its list, in percent; others are refused, unless the nearest one is asked for.
const KNOWN: [f64; 21] = [
    0.0, 5.0, 10.0, 11.11111, 12.5, 14.28571, 16.66667, 20.0, 25.0, 30.0, 33.33333, 40.0, 50.0,
    60.0, 66.66667, 70.0, 75.0, 80.0, 83.33333, 90.0, 100.0,
];

pub(super) fn note_unknown(weights: impl Iterator<Item = f64>, losses: &mut Losses) {
    let is_known = |weight: &f64| KNOWN.iter().any(|own| (own - weight.abs()).abs() < 1e-4);
    let mut unknown: Vec<String> = weights
        .filter(|weight| !is_known(weight))
        .map(|weight| format!("{weight} %"))
        .collect();
    unknown.dedup();
    if !unknown.is_empty() {
        let what = format!("the weights {}", unknown.join(", "));
        let why = "they are in the file, but Moodle has no such weights: let it take the nearest ones when you import it";
        losses.changed(what, why);
    }
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

fn pairs(body: &mut Match, wording: &mut Wording, losses: &mut Losses) -> bool {
    no_order(&mut body.shuffle, losses);
    if body.uses == Some(Uses::Once) {
        body.uses = None;
    }
    if body
        .scoring
        .take()
        .is_some_and(|scoring| scoring != Scoring::Partial)
    {
        let why = "GIFT has none for pairs: each earns its share";
        losses.changed("the scoring", why);
    }
    if body.items.iter().any(|item| !item.feedback.is_empty()) {
        losses.dropped("the feedback for single items", NO_PLACE);
    }
    for item in &mut body.items {
        item.feedback = Texts::new();
    }
    for text in wording
        .items
        .values_mut()
        .filter(|text| text.contains("->"))
    {
        losses.changed(
            "-> in an item",
            "it has a meaning in GIFT: → is used instead",
        );
        *text = text.replace("->", "→");
    }
    for text in wording.targets.values_mut() {
        let plain = markdown::to_plain(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if markdown::is_rich(text) {
            let what = format!("emphasis and the like in “{plain}”");
            losses.changed(what, "the ends of pairs are plain text in GIFT");
        }
        *text = markdown::of_line(&plain);
    }
    // In the order in which they are written.
    let place = |target: &Target| body.items.iter().position(|item| item.target == target.id);
    let mut targets = std::mem::take(&mut body.targets);
    targets.sort_by_key(|target| place(target).unwrap_or(usize::MAX));
    body.targets = targets;
    let order = |id: &str| body.targets.iter().position(|target| target.id == id);
    wording
        .targets
        .sort_by(|a, _, b, _| order(a).cmp(&order(b)));
    let texts = body
        .targets
        .iter()
        .map(|target| wording.targets.get(&target.id));
    let different: BTreeSet<Option<&String>> = texts.collect();
    if different.len() < body.targets.len() {
        return none(
            "two of its targets have the same text, which GIFT takes for one",
            losses,
        );
    }
    true
}

/// A text with one gap is a question with a missing word.
fn gap(body: &mut Gaps, wording: &mut Wording, losses: &mut Losses) -> Option<Body> {
    let [gap] = body.gaps.as_mut_slice() else {
        none("GIFT has only texts with one gap", losses);
        return None;
    };
    let own = wording.text.take().unwrap_or_default();
    let place = format!("{{{{{}}}}}", gap.id);
    let blank = match own.trim() == place {
        // By itself in a paragraph it would be a rule.
        true => markdown::escape(BLANK),
        false => BLANK.to_owned(),
    };
    let text = own.replace(&place, &blank);
    wording.prompt = format!("{}\n\n{}", wording.prompt.trim(), text.trim());
    let why = "GIFT has no text besides the prompt: it is a question with a missing word";
    losses.changed("the text with a gap", why);
    if let Some(text) = gap.text.take() {
        wording.choices = Texts::new();
        return Some(Body::Text(text));
    }
    if let Some(number) = gap.number.take() {
        wording.choices = Texts::new();
        return Some(Body::Number(match number {
            GapNumber::Whole(number) => *number,
            GapNumber::Key(key) => Number {
                key,
                unit_use: None,
                units: Vec::new(),
                wrong: Vec::new(),
                samples: None,
            },
        }));
    }
    let pick = gap.pick.take()?;
    let all = body.choices.iter().map(|offer| offer.id.clone());
    let from = pick.from.unwrap_or_else(|| all.collect());
    wording.choices.retain(|id, _| from.contains(id));
    let choices = from.into_iter().map(|id| Choice {
        id,
        ..Choice::default()
    });
    Some(Body::Choice(Choices {
        key: Key::One(pick.key),
        scoring: None,
        least: None,
        most: None,
        shuffle: body.shuffle,
        samples: None,
        choices: choices.collect(),
    }))
}
