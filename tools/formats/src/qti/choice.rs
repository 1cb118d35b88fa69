//! Choices to pick, from a list or in a text.

use jalon_draft::{
    self as draft, Choice, Choices, Key, Scoring, Texts, TrueFalse, TrueFalseFeedback, Wording,
};

use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::xml::Element;

use super::condition::Test;
use super::declared::{Cardinality, Response, spaced};
use super::reader::{
    InteractionDraft, Item, ItemReader, Made, asks_correct, is_near, named, short_number,
};

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let choices: Vec<&Element> = block.all("simpleChoice").collect();
    picked(reader, item, block, html, &choices)
}

/// Words of a text to pick: they stand out in it, and are the choices.
pub(super) fn hottext(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let choices = block.every("hottext");
    reader.losses.changed(
        "words to pick in a text",
        "they are bold in the text, and are picked from a list below it",
    );
    picked(reader, item, block, html, &choices)
}

fn picked(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
    elements: &[&Element],
) -> Made {
    let response = item.response_of(block)?.clone();
    let names = named(elements, "c");
    let picking = Picking::of(reader, item, block, &response, &names)?;
    let mut wording = reader.asking(html);
    let mut choices = Vec::new();
    for (element, (own, id)) in elements.iter().zip(&names) {
        reader.losses.on_line(element.line);
        wording
            .choices
            .insert(id.clone(), reader.line(item, element));
        let weight = picking.weights.as_ref();
        choices.push(Choice {
            id: id.clone(),
            pinned: (element.attribute("fixed") == Some("true")).then_some(true),
            weight: weight
                .and_then(|all| all.iter().find(|(of, _)| of == id))
                .map(|(_, weight)| *weight),
            feedback: feedback(reader, item, &response.id, own),
            misconception: None,
        });
    }
    if let Some(asked) = true_false(&picking, &choices, &wording, &response) {
        return Ok(asked);
    }
    let shuffle = block.attribute("shuffle") == Some("true");
    Ok(InteractionDraft {
        body: draft::Body::Choice(Choices {
            key: picking.key,
            scoring: picking.scoring,
            least: picking.least,
            most: picking.most,
            shuffle: (!shuffle).then_some(false),
            samples: None,
            choices,
        }),
        wording,
        responses: vec![response.id],
    })
}

/// What is told to those who picked it.
pub(super) fn feedback(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    response: &str,
    own: &str,
) -> Texts {
    let html = item.notes.take(response, |test| match test {
        Test::Value(value) => value == own,
        _ => false,
    });
    let text = html.map(|html| reader.text(&html, Flow::Line));
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| Texts::from_iter([(UNDETERMINED.to_owned(), text)]))
        .unwrap_or_default()
}

/// What is right among things to pick, and what it earns.
pub(super) struct Picking {
    pub(super) key: Key,
    pub(super) scoring: Option<Scoring>,
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
    pub(super) weights: Option<Vec<(String, i16)>>,
}

impl Picking {
    pub(super) fn of(
        reader: &mut ItemReader<'_, '_>,
        item: &Item<'_>,
        block: &Element,
        response: &Response,
        names: &[(String, String)],
    ) -> Result<Self, String> {
        let bound = |name| {
            block
                .attribute(name)
                .and_then(|text| text.trim().parse::<u64>().ok())
        };
        let is_one =
            response.cardinality == Cardinality::Single || bound("maxChoices").unwrap_or(1) == 1;
        let right = right(item, response, names);
        let Some(first) = right.first() else {
            return Err("the item has no correct response".to_owned());
        };
        if is_one && right.len() > 1 {
            let what = format!("{} right choices, of which one is picked", right.len());
            reader.losses.changed(what, "the first one is right");
        }
        let all = u64::try_from(names.len()).unwrap_or(u64::MAX);
        let (key, right) = match is_one {
            true => (Key::One(first.clone()), vec![first.clone()]),
            false => (Key::Several(right.clone()), right),
        };
        let mut picking = Self {
            key,
            scoring: None,
            least: bound("minChoices").filter(|least| !is_one && *least > 0),
            most: bound("maxChoices").filter(|most| !is_one && *most > 0 && *most < all),
            weights: None,
        };
        match item.is_mapped(response) {
            true => picking.mapped(reader, item, response, names, &right),
            false if !is_one => picking.scoring = Some(Scoring::AllOrNothing),
            false => {}
        }
        Ok(picking)
    }

    /// Marks by choice: one of the usual ways to mark, or weights.
    fn mapped(
        &mut self,
        reader: &mut ItemReader<'_, '_>,
        item: &Item<'_>,
        response: &Response,
        names: &[(String, String)],
        right: &[String],
    ) {
        let Some(mapping) = &response.mapping else {
            return;
        };
        let total: f64 = names
            .iter()
            .filter(|(_, id)| right.contains(id))
            .map(|(own, _)| mapping.of(own))
            .sum();
        if total <= 0.0 {
            return;
        }
        let shares: Vec<(String, f64)> = names
            .iter()
            .map(|(own, id)| (id.clone(), mapping.of(own) / total))
            .collect();
        let is_right = |id: &String| right.contains(id);
        if mapping.most.is_some_and(|most| most < total - 0.001) {
            let what = format!(
                "that {} points are enough",
                short_number(mapping.most.unwrap_or(total))
            );
            reader
                .losses
                .dropped(what, "full points need every right choice");
        }
        if matches!(self.key, Key::One(_)) {
            if shares
                .iter()
                .any(|(id, share)| !is_right(id) && !is_near(*share, 0.0))
            {
                self.weights = Some(percents(&shares, right));
            }
            return;
        }
        let wrongs = shares.len().saturating_sub(right.len());
        let said = item.mark("scoring").and_then(scoring_named);
        let is_weighted = item.mark("scoring") == Some("weights");
        let usual = [
            (said, said),
            (Some(Scoring::PartialWithPenalty), None),
            (Some(Scoring::Partial), Some(Scoring::Partial)),
            (
                Some(Scoring::RightMinusWrong),
                Some(Scoring::RightMinusWrong),
            ),
        ];
        for (scoring, own) in usual.into_iter().filter(|_| !is_weighted) {
            let Some(scoring) = scoring else { continue };
            let Some((plus, minus)) = scoring_shares(scoring, right.len(), wrongs) else {
                continue;
            };
            let fits = |(id, share): &(String, f64)| match is_right(id) {
                true => is_near(*share, plus),
                false => is_near(*share, minus),
            };
            if shares.iter().all(fits) {
                self.scoring = own;
                return;
            }
        }
        let percents = percents(&shares, right);
        let rounds = percents
            .iter()
            .zip(&shares)
            .any(|((_, percent), (_, share))| !is_near(f64::from(*percent) / 100.0, *share));
        if rounds {
            reader.losses.changed(
                "marks for each choice",
                "they are whole percents of the points",
            );
        }
        self.weights = Some(percents);
    }
}

/// What a right pick earns and a wrong one costs, as a share of the points; nothing where only the whole counts.
pub(super) fn scoring_shares(scoring: Scoring, rights: usize, wrongs: usize) -> Option<(f64, f64)> {
    let share = 1.0 / rights.max(1) as f64;
    match scoring {
        Scoring::AllOrNothing => None,
        Scoring::Partial => Some((share, 0.0)),
        Scoring::PartialWithPenalty if wrongs == 0 => Some((share, 0.0)),
        Scoring::PartialWithPenalty => Some((share, -1.0 / wrongs as f64)),
        Scoring::RightMinusWrong => Some((share, -share)),
    }
}

pub(super) fn scoring_named(name: &str) -> Option<Scoring> {
    Some(match name {
        "all-or-nothing" => Scoring::AllOrNothing,
        "partial" => Scoring::Partial,
        "partial-with-penalty" => Scoring::PartialWithPenalty,
        "right-minus-wrong" => Scoring::RightMinusWrong,
        _ => return None,
    })
}

/// The same in whole percents; those of what is right add up to 100, and what is wrong beside several earns nothing.
fn percents(shares: &[(String, f64)], right: &[String]) -> Vec<(String, i16)> {
    let mut left = 100_i16;
    let mut last = None;
    let mut percents: Vec<(String, i16)> = Vec::new();
    for (id, share) in shares {
        let percent = (share * 100.0).round().clamp(-100.0, 100.0) as i16;
        let percent = match right.contains(id) {
            true => {
                left -= percent;
                last = Some(percents.len());
                percent
            }
            false if right.len() > 1 => percent.min(0),
            false => percent.min(99),
        };
        percents.push((id.clone(), percent));
    }
    if let Some((_, percent)) = last.and_then(|last| percents.get_mut(last)) {
        *percent += left;
    }
    percents
}

/// The ids of what is right.
fn right(item: &Item<'_>, response: &Response, names: &[(String, String)]) -> Vec<String> {
    let mut own: Vec<&str> = response.correct.iter().map(String::as_str).collect();
    if own.is_empty() {
        let mapping = response.mapping.as_ref();
        let entries = mapping.into_iter().flat_map(|mapping| &mapping.entries);
        own.extend(
            entries
                .filter(|one| one.value > 0.0)
                .map(|one| one.key.as_str()),
        );
    }
    if own.is_empty() {
        let awards = item.marking.awards.iter();
        let of = awards.filter(|award| award.response == response.id && !asks_correct(&award.test));
        own.extend(of.filter_map(|award| match &award.test {
            Test::Value(value) if award.worth > 0.0 => Some(value.as_str()),
            _ => None,
        }));
    }
    let is_right = |(name, _): &&(String, String)| own.contains(&name.as_str());
    names
        .iter()
        .filter(is_right)
        .map(|(_, id)| id.clone())
        .collect()
}

/// Two choices that say true and false.
fn true_false(
    picking: &Picking,
    choices: &[Choice],
    wording: &Wording,
    response: &Response,
) -> Option<InteractionDraft> {
    let Key::One(key) = &picking.key else {
        return None;
    };
    let [one, other] = choices else { return None };
    let says = |choice: &Choice| {
        let text = wording.choices.get(&choice.id)?;
        match spaced(text).to_lowercase().trim_end_matches('.') {
            "true" | "vrai" | "vrai." => Some(true),
            "false" | "faux" => Some(false),
            _ => None,
        }
    };
    let (first, second) = (says(one)?, says(other)?);
    if first == second || picking.weights.is_some() {
        return None;
    }
    let of = |wanted: bool| match first == wanted {
        true => one,
        false => other,
    };
    let feedback = TrueFalseFeedback {
        if_true: of(true).feedback.clone(),
        if_false: of(false).feedback.clone(),
    };
    Some(InteractionDraft {
        body: draft::Body::TrueFalse(TrueFalse {
            key: of(true).id == *key,
            feedback: (feedback != TrueFalseFeedback::default()).then_some(feedback),
            samples: None,
        }),
        wording: Wording {
            choices: Texts::new(),
            ..wording.clone()
        },
        responses: vec![response.id.clone()],
    })
}
