//! Matches and orders.

use jalon_draft::{
    Body, Category, Classified, Classify, Match, Matched, Order, OrderCredit, OrderItem, Target,
    Texts, Uses,
};

use super::super::asked::{Parts, QuestionElement};
use super::super::ours;
use crate::bounds::MOST_PARTS;
use crate::html::Flow;

pub(super) fn matching(asked: &mut QuestionElement<'_>, parts: &mut Parts) -> Option<Body> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let element = asked.element;
    if element.all("subquestion").count() > MOST_PARTS {
        return asked.drop(&format!("it has more than {MOST_PARTS} pairs"));
    }
    for sub in element.all("subquestion") {
        let Some(answer) = sub.first("answer") else {
            continue;
        };
        let texts = asked.texts(answer, Flow::Line);
        if texts.is_empty() {
            asked
                .losses
                .dropped("a pair", "it has nothing to match with");
            continue;
        }
        let target = target(parts, sub.attribute("target"), texts);
        let texts = asked.texts(sub, Flow::Line);
        // Without an item, a target is there to mislead.
        if !texts.is_empty() {
            let n = parts.items.len() + 1;
            let id = sub
                .attribute("id")
                .map_or_else(|| format!("item-{n}"), str::to_owned);
            parts.items.push((id.clone(), texts));
            pairs.push((id, target));
        }
    }
    let order = ours::ids(asked.ours, ours::TARGETS);
    let place = |id: &String| order.iter().position(|own| own == id);
    parts
        .targets
        .sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
    if pairs.len() < 2 || parts.targets.len() < 2 {
        return asked.drop("a match has two items and two targets or more");
    }
    Some(match asked.ours(ours::KIND) {
        Some("classify") => classify(asked, parts, pairs),
        _ => pair(asked, parts, pairs),
    })
}

/// The target with that text; Moodle takes those that read the same for one.
fn target(parts: &mut Parts, id: Option<&str>, texts: Texts) -> String {
    let same = |own: &&(String, Texts)| match id {
        Some(id) => own.0 == id,
        None => own.1 == texts,
    };
    if let Some((own, _)) = parts.targets.iter().find(same) {
        return own.clone();
    }
    let n = parts.targets.len() + 1;
    let id = id.map_or_else(|| format!("target-{n}"), str::to_owned);
    parts.targets.push((id.clone(), texts));
    id
}

fn pair(asked: &QuestionElement<'_>, parts: &Parts, pairs: Vec<(String, String)>) -> Body {
    let mut seen = std::collections::BTreeSet::new();
    let is_shared = !pairs.iter().all(|(_, target)| seen.insert(target));
    let often = is_shared || asked.ours(ours::USES) == Some("often");
    let item = |(id, target)| Matched {
        id,
        target,
        feedback: Texts::new(),
    };
    Body::Match(Match {
        uses: often.then_some(Uses::Often),
        scoring: None,
        shuffle: asked.shuffle(),
        samples: None,
        items: pairs.into_iter().map(item).collect(),
        targets: parts
            .targets
            .iter()
            .map(|(id, _)| Target { id: id.clone() })
            .collect(),
    })
}

fn classify(asked: &QuestionElement<'_>, parts: &mut Parts, pairs: Vec<(String, String)>) -> Body {
    let item = |(id, category)| Classified {
        id,
        category,
        feedback: Texts::new(),
    };
    parts.categories = std::mem::take(&mut parts.targets);
    Body::Classify(Classify {
        scoring: None,
        shuffle: asked.shuffle(),
        samples: None,
        items: pairs.into_iter().map(item).collect(),
        categories: parts
            .categories
            .iter()
            .map(|(id, _)| Category { id: id.clone() })
            .collect(),
    })
}

pub(super) fn ordering(asked: &mut QuestionElement<'_>, parts: &mut Parts) -> Option<Body> {
    let element = asked.element;
    for (n, answer) in element.all("answer").enumerate() {
        let texts = asked.texts(answer, Flow::Line);
        if texts.is_empty() {
            asked.losses.dropped("an item", "it has no text");
            continue;
        }
        let id = answer
            .attribute("id")
            .map_or_else(|| format!("item-{}", n + 1), str::to_owned);
        parts.items.push((id, texts));
    }
    if parts.items.len() < 2 {
        return asked.drop("an order has two items or more");
    }
    let chosen = asked.value("selecttype");
    if !matches!(chosen.as_str(), "" | "ALL" | "0") {
        asked.losses.changed(
            "that only some of the items are asked",
            "all items of an order are asked",
        );
    }
    let graded = asked.value("gradingtype");
    let credit = match graded.as_str() {
        "ALL_OR_NOTHING" | "-1" => Some(OrderCredit::AllOrNothing),
        "ABSOLUTE_POSITION" | "0" => Some(OrderCredit::Positions),
        "RELATIVE_NEXT_EXCLUDE_LAST" | "1" => None,
        "" => None,
        other => {
            asked.losses.changed(
                format!("the grading {other}"),
                "an order is graded by neighbours, by positions or as a whole; by neighbours here",
            );
            None
        }
    };
    Some(Body::Order(Order {
        credit,
        samples: None,
        items: parts
            .items
            .iter()
            .map(|(id, _)| OrderItem { id: id.clone() })
            .collect(),
    }))
}
