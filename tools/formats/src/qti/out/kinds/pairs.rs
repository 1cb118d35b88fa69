//! Give each item its target or its category.

use jalon_draft::{Body, Scoring, Uses};

use super::super::super::pairs::wrong_share;
use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::Mapping;
use super::super::{name, quoted};
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static MATCH: KindWriter = KindWriter {
    lower,
    write: write_match,
};

pub(super) static CLASSIFY: KindWriter = KindWriter {
    lower,
    write: write_classify,
};

/// Pairs: what is paired with what, and what the targets are.
struct Pairing<'a> {
    items: Vec<(&'a str, &'a str)>,
    targets: Vec<&'a str>,
    scoring: Option<Scoring>,
    shuffle: Option<bool>,
    once: bool,
}

impl Pairing<'_> {
    fn write(
        &self,
        parts: &mut Parts,
        text: &dyn Fn(&str) -> String,
        place: &dyn Fn(&str) -> String,
    ) {
        parts.scoring(self.scoring);
        let correct: Vec<String> = self
            .items
            .iter()
            .map(|(item, target)| format!("{} {}", name(item), name(target)))
            .collect();
        let mut mapping = Mapping::default();
        if self.scoring == Some(Scoring::AllOrNothing) {
            parts.match_correct();
        } else {
            let share = 1.0 / self.items.len().max(1) as f64;
            mapping.entries = correct.iter().map(|pair| (pair.clone(), share)).collect();
            let scoring = self.scoring.unwrap_or(Scoring::Partial);
            mapping.default = wrong_share(scoring, self.items.len(), self.targets.len());
            mapping.is_bound = mapping.default < 0.0;
            parts.map_response();
        }
        parts
            .rules
            .declare("RESPONSE", "multiple", "directedPair", &correct, &mapping);
        let shuffle = self.shuffle.unwrap_or(true);
        let most = if self.once { 1 } else { 0 };
        parts.body.push_str(&format!(
            "    <qti-match-interaction response-identifier=\"RESPONSE\" shuffle=\"{shuffle}\" max-associations=\"{}\">\n",
            self.items.len()
        ));
        let items = self.items.iter().map(|(id, _)| (*id, text(id), 1));
        let targets = self.targets.iter().map(|id| (*id, place(id), most));
        let sets: [Vec<(&str, String, usize)>; 2] = [items.collect(), targets.collect()];
        for set in sets {
            parts.body.push_str("      <qti-simple-match-set>\n");
            for (id, text, most) in set {
                parts.body.push_str(&format!(
                    "        <qti-simple-associable-choice identifier={} match-max=\"{most}\">{text}</qti-simple-associable-choice>\n",
                    quoted(&name(id))
                ));
            }
            parts.body.push_str("      </qti-simple-match-set>\n");
        }
        parts.body.push_str("    </qti-match-interaction>\n");
    }
}

fn write_match(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Match(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "match");
    let pairing = Pairing {
        items: body
            .items
            .iter()
            .map(|one| (one.id.as_str(), one.target.as_str()))
            .collect(),
        targets: body.targets.iter().map(|one| one.id.as_str()).collect(),
        scoring: body.scoring,
        shuffle: body.shuffle,
        once: body.uses != Some(Uses::Often),
    };
    let line = |texts: &jalon_draft::Texts, id: &str| {
        texts
            .get(id)
            .map(|text| asked.line(text))
            .unwrap_or_default()
    };
    pairing.write(parts, &|id| line(&asked.wording.items, id), &|id| {
        line(&asked.wording.targets, id)
    });
}

fn write_classify(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Classify(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "classify");
    let pairing = Pairing {
        items: body
            .items
            .iter()
            .map(|one| (one.id.as_str(), one.category.as_str()))
            .collect(),
        targets: body.categories.iter().map(|one| one.id.as_str()).collect(),
        scoring: body.scoring,
        shuffle: body.shuffle,
        once: false,
    };
    let line = |texts: &jalon_draft::Texts, id: &str| {
        texts
            .get(id)
            .map(|text| asked.line(text))
            .unwrap_or_default()
    };
    pairing.write(parts, &|id| line(&asked.wording.items, id), &|id| {
        line(&asked.wording.categories, id)
    });
}

fn lower(body: &mut Body, _: &str, losses: &mut Losses) -> Result<(), String> {
    let mut was_there = false;
    for feedback in body.kind_mut().feedbacks_mut() {
        was_there |= !feedback.is_empty();
        feedback.clear();
    }
    if was_there {
        losses.dropped(
            "feedback on the items",
            "there is feedback only on the whole answer",
        );
    }
    Ok(())
}
