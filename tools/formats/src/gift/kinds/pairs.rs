//! Give each item its target.

use std::collections::BTreeSet;

use jalon_draft::{Body, Scoring, Target, Texts, Uses, Wording};

use super::writer::{Inside, KindWriter, NO_PLACE, no_order, none};
use crate::gift::escape::escape;
use crate::gift::marks::About;
use crate::gift::text;
use crate::html::Flow;
use crate::loss::Losses;
use crate::markdown;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks,
    inside,
    is_missing_word: false,
};

fn lower(body: &mut Body, wording: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Match(body) = body else {
        return false;
    };
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

fn marks(body: &Body) -> Vec<(About, String)> {
    let Body::Match(body) = body else {
        return Vec::new();
    };
    let items: Vec<&str> = body.items.iter().map(|item| item.id.as_str()).collect();
    let targets: Vec<&str> = body.targets.iter().map(|one| one.id.as_str()).collect();
    let ids = format!("{}|{}", items.join(","), targets.join(","));
    let mut all = vec![(About::Ids, ids)];
    if body.uses == Some(Uses::Often) {
        all.push((About::Uses, "often".to_owned()));
    }
    all
}

fn inside(inside: &Inside<'_>, body: &Body) -> String {
    let Body::Match(body) = body else {
        return String::new();
    };
    let target = |id: &str| {
        let text = inside.wording.targets.get(id);
        let plain = text.and_then(|text| text::as_plain(text, Flow::Line));
        escape(&plain.unwrap_or_default())
    };
    let mut out = String::from("\n");
    for item in &body.items {
        let text = inside.wording.items.get(&item.id);
        let text = inside.line(text.map_or("", String::as_str));
        out.push_str(&format!("\t={text} -> {}\n", target(&item.target)));
    }
    for own in &body.targets {
        if !body.items.iter().any(|item| item.target == own.id) {
            out.push_str(&format!("\t= -> {}\n", target(&own.id)));
        }
    }
    out
}
