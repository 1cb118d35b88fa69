//! Pairs: each item and its target, or its category.

use jalon_draft::{
    self as draft, Category, Classified, Classify, Match, Matched, Scoring, Target, Texts, Uses,
    Wording,
};

use crate::xml::Element;

use super::declared::Response;
use super::reader::{InteractionDraft, Item, ItemReader, Made, ids, is_near};

/// One side of the pairs: identifier, id, and element.
type Side<'a> = Vec<(String, String, &'a Element)>;

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let response = item.response_of(block)?.clone();
    let pairs = item.pairs(&response);
    if pairs.is_empty() {
        return Err("the item has no correct pair".to_owned());
    }
    let sets: Vec<&Element> = block.all("simpleMatchSet").collect();
    let (mut items, mut targets) = match sets.as_slice() {
        [first, second] => (members(first), members(second)),
        _ => of_one_set(reader, block, &pairs),
    };
    let lacks = |side: &Side<'_>, pairs: &[(String, String)]| {
        side.iter()
            .any(|(own, ..)| !pairs.iter().any(|(item, _)| item == own))
    };
    let turned: Vec<(String, String)> = pairs.iter().map(|(a, b)| (b.clone(), a.clone())).collect();
    let is_unique = |pairs: &[(String, String)]| {
        pairs
            .iter()
            .enumerate()
            .all(|(n, (item, _))| !pairs.iter().skip(n + 1).any(|(other, _)| other == item))
    };
    let is_good = !lacks(&items, &pairs) && is_unique(&pairs);
    let is_good_turned = !lacks(&targets, &turned) && is_unique(&turned);
    let pairs = match (is_good, is_good_turned) {
        (false, true) => {
            std::mem::swap(&mut items, &mut targets);
            reader.losses.changed(
                "which side is matched",
                "each item has one target, so the sides changed places",
            );
            turned
        }
        _ if !is_unique(&pairs) => {
            return Err(
                "some items have several targets that are right, and here each has one".to_owned(),
            );
        }
        _ => pairs,
    };
    let names = ids(
        items.iter().chain(&targets).map(|(own, ..)| own.as_str()),
        "i",
    );
    for ((_, id, _), (_, named)) in items.iter_mut().chain(&mut targets).zip(names) {
        *id = named;
    }
    let made = Sides {
        items,
        targets,
        pairs,
    };
    made.question(reader, item, block, &response, html)
}

fn members(set: &Element) -> Side<'_> {
    let choices = set.all("simpleAssociableChoice");
    let choices = choices.map(|one| {
        (
            one.attribute("identifier").unwrap_or_default().to_owned(),
            String::new(),
            one,
        )
    });
    choices.collect()
}

/// Things of one set that belong together: which of the two is the item is free.
fn of_one_set<'a>(
    reader: &mut ItemReader<'_, '_>,
    block: &'a Element,
    pairs: &[(String, String)],
) -> (Side<'a>, Side<'a>) {
    reader.losses.changed(
        "one list of things to join",
        "the first of each pair is an item, the second its target; what is in no pair is a distractor among the targets",
    );
    members(block)
        .into_iter()
        .partition(|(own, ..)| pairs.iter().any(|(item, _)| item == own))
}

struct Sides<'a> {
    items: Side<'a>,
    targets: Side<'a>,
    pairs: Vec<(String, String)>,
}

impl Sides<'_> {
    fn question(
        self,
        reader: &mut ItemReader<'_, '_>,
        item: &mut Item<'_>,
        block: &Element,
        response: &Response,
        html: &str,
    ) -> Made {
        let mut given = Vec::new();
        let mut item_texts = Texts::new();
        for (own, id, element) in &self.items {
            reader.losses.on_line(element.line);
            let target = self
                .pairs
                .iter()
                .find(|(item, _)| item == own)
                .map(|(_, target)| target);
            let target =
                target.and_then(|target| self.targets.iter().find(|(own, ..)| own == target));
            let Some((_, target, _)) = target else {
                let text = super::body::short(&element.text());
                reader
                    .losses
                    .dropped(format!("the item “{text}”"), "it has no right target");
                continue;
            };
            item_texts.insert(id.clone(), reader.line(item, element));
            given.push((id.clone(), target.clone()));
        }
        if given.len() < 2 || self.targets.len() < 2 {
            return Err("it has fewer than two items or targets".to_owned());
        }
        let mut target_texts = Texts::new();
        for (_, id, element) in &self.targets {
            reader.losses.on_line(element.line);
            target_texts.insert(id.clone(), reader.line(item, element));
        }
        let scoring = scoring(reader, item, response, given.len(), self.targets.len());
        let once = self
            .targets
            .iter()
            .all(|(_, _, target)| target.attribute("matchMax") == Some("1"));
        let is_shared = given
            .iter()
            .enumerate()
            .any(|(n, (_, target))| given.iter().skip(n + 1).any(|(_, other)| other == target));
        let mark = item.mark("kind");
        let is_classify = mark == Some("classify") || (mark.is_none() && is_shared);
        let shuffle = (block.attribute("shuffle") != Some("true")).then_some(false);
        let mut wording = Wording {
            items: item_texts,
            ..reader.asking(html)
        };
        let body = if is_classify {
            wording.categories = target_texts;
            draft::Body::Classify(Classify {
                scoring,
                shuffle,
                samples: None,
                items: given
                    .into_iter()
                    .map(|(id, category)| Classified {
                        id,
                        category,
                        feedback: Texts::new(),
                    })
                    .collect(),
                categories: wording
                    .categories
                    .keys()
                    .map(|id| Category { id: id.clone() })
                    .collect(),
            })
        } else {
            wording.targets = target_texts;
            draft::Body::Match(Match {
                uses: (!once || is_shared).then_some(Uses::Often),
                scoring,
                shuffle,
                samples: None,
                items: given
                    .into_iter()
                    .map(|(id, target)| Matched {
                        id,
                        target,
                        feedback: Texts::new(),
                    })
                    .collect(),
                targets: wording
                    .targets
                    .keys()
                    .map(|id| Target { id: id.clone() })
                    .collect(),
            })
        };
        Ok(InteractionDraft {
            body,
            wording,
            responses: vec![response.id.clone()],
        })
    }
}

/// How pairs are marked: the whole alone, or each, with or without a cost for what is wrong.
fn scoring(
    reader: &mut ItemReader<'_, '_>,
    item: &Item<'_>,
    response: &Response,
    items: usize,
    targets: usize,
) -> Option<Scoring> {
    let mapping = response
        .mapping
        .as_ref()
        .filter(|_| item.is_mapped(response));
    let Some(mapping) = mapping else {
        return Some(Scoring::AllOrNothing);
    };
    let right: Vec<f64> = item
        .pairs(response)
        .iter()
        .map(|(one, other)| mapping.of(&format!("{one} {other}")))
        .collect();
    let total: f64 = right.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let share = 1.0 / items.max(1) as f64;
    if right.iter().any(|value| !is_near(value / total, share)) {
        reader
            .losses
            .dropped("different marks for the pairs", "each pair earns the same");
    }
    let said = item.mark("scoring").and_then(super::choice::scoring_named);
    let wrong = mapping.default / total;
    let usual = [
        said,
        None,
        Some(Scoring::RightMinusWrong),
        Some(Scoring::PartialWithPenalty),
    ];
    for scoring in usual {
        if is_near(
            wrong,
            wrong_share(scoring.unwrap_or(Scoring::Partial), items, targets),
        ) {
            return scoring;
        }
    }
    reader
        .losses
        .changed("what wrong pairs cost", "they cost nothing");
    None
}

/// What a wrong pair costs, as a share of the points.
pub(super) fn wrong_share(scoring: Scoring, items: usize, targets: usize) -> f64 {
    let share = 1.0 / items.max(1) as f64;
    match scoring {
        Scoring::AllOrNothing | Scoring::Partial => 0.0,
        Scoring::PartialWithPenalty => -share / targets.saturating_sub(1).max(1) as f64,
        Scoring::RightMinusWrong => -share,
    }
}
