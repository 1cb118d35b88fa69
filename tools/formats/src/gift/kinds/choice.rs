//! Pick one choice, or several.

use jalon_draft::{Body, Choices, Key, Scoring, Wording};

use super::writer::{Inside, KindWriter, NO_PLACE, no_order, note_unknown, percent};
use crate::gift::choices::{Marking, marking, scoring_name, shares};
use crate::gift::marks::About;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks,
    inside,
    is_missing_word: true,
};

fn lower(body: &mut Body, _: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Choice(body) = body else {
        return false;
    };
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
    true
}

fn marks(body: &Body) -> Vec<(About, String)> {
    let Body::Choice(body) = body else {
        return Vec::new();
    };
    let ids = body.choices.iter().map(|choice| choice.id.as_str());
    let ids: Vec<&str> = ids.collect();
    let mut all = vec![(About::Ids, ids.join(","))];
    let said = body.scoring.map_or("", scoring_name);
    if let Marking::Policy(read) = marking(&worths(body), None)
        && read.map_or("", scoring_name) != said
    {
        all.push((About::Scoring, said.to_owned()));
    }
    all
}

/// What each choice is worth, in percent.
fn worths(body: &Choices) -> Vec<f64> {
    let Key::Several(key) = &body.key else {
        return Vec::new();
    };
    let wrong = body.choices.len().saturating_sub(key.len());
    let scoring = body.scoring.unwrap_or(Scoring::PartialWithPenalty);
    let (gain, loss) = shares(scoring, key.len(), wrong);
    let is_weighted = body.choices.iter().any(|choice| choice.weight.is_some());
    let each = body.choices.iter();
    each.map(|choice| match choice.weight {
        Some(weight) => f64::from(weight),
        None if is_weighted => 0.0,
        None if key.contains(&choice.id) => gain,
        None => loss,
    })
    .collect()
}

fn inside(inside: &Inside<'_>, body: &Body) -> String {
    let Body::Choice(body) = body else {
        return String::new();
    };
    let worths = worths(body);
    let mut out = String::from("\n");
    for (n, choice) in body.choices.iter().enumerate() {
        let text = inside.wording.choices.get(&choice.id);
        let text = inside.line(text.map_or("", String::as_str));
        let (sign, weight) = match &body.key {
            Key::One(key) if *key == choice.id => ('=', None),
            Key::One(_) => ('~', choice.weight.map(f64::from)),
            Key::Several(_) => ('~', worths.get(n).copied()),
        };
        let usual = if sign == '=' { 100.0 } else { 0.0 };
        let weight = weight.unwrap_or(usual);
        // A text that starts like a weight has one in front.
        let is_said = (weight - usual).abs() > 0.0 || text.starts_with('%');
        let weight = if is_said {
            percent(weight)
        } else {
            String::new()
        };
        let feedback = inside.feedback(&choice.feedback);
        out.push_str(&format!("\t{sign}{weight}{text}{feedback}\n"));
    }
    out
}
