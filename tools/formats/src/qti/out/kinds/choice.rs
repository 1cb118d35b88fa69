//! Pick choices.

use jalon_draft::{Body, Key, Scoring};

use super::super::super::choice::scoring_shares;
use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::{Mapping, Shows};
use super::super::{name, quoted};
use super::writer::{KindWriter, as_it_is};

pub(super) static WRITER: KindWriter = KindWriter {
    lower: as_it_is,
    write,
};

/// Things to pick: their ids, and the weight of each.
pub(super) struct Picks<'a> {
    pub(super) key: &'a Key,
    pub(super) scoring: Option<Scoring>,
    pub(super) all: Vec<(&'a str, Option<i16>)>,
}

impl Picks<'_> {
    /// Declares the response and how it is marked.
    pub(super) fn declare(&self, parts: &mut Parts) {
        let (cardinality, right): (_, Vec<&str>) = match self.key {
            Key::One(id) => ("single", vec![id]),
            Key::Several(ids) => ("multiple", ids.iter().map(String::as_str).collect()),
        };
        let correct: Vec<String> = right.iter().map(|id| name(id)).collect();
        let is_right = |id: &str| right.contains(&id);
        let is_weighted = self.all.iter().any(|(_, weight)| weight.is_some());
        let mut mapping = Mapping::default();
        if is_weighted {
            parts.mark("scoring", "weights");
            let each = self
                .all
                .iter()
                .map(|(id, weight)| (name(id), f64::from(weight.unwrap_or(0)) / 100.0));
            mapping.entries = each.collect();
        } else if let Key::Several(_) = self.key {
            parts.scoring(self.scoring);
            let scoring = self.scoring.unwrap_or(Scoring::PartialWithPenalty);
            let wrongs = self.all.len().saturating_sub(right.len());
            if let Some((plus, minus)) = scoring_shares(scoring, right.len(), wrongs) {
                let worth = |id: &str| if is_right(id) { plus } else { minus };
                let each = self.all.iter().map(|(id, _)| (name(id), worth(id)));
                mapping.entries = each.collect();
            }
        }
        mapping.is_bound = mapping.entries.iter().any(|(_, value)| *value < 0.0);
        match mapping.entries.is_empty() {
            true => parts.match_correct(),
            false => parts.map_response(),
        }
        parts
            .rules
            .declare("RESPONSE", cardinality, "identifier", &correct, &mapping);
    }

    /// How many may be picked.
    pub(super) fn bounds(&self, least: Option<u64>, most: Option<u64>) -> String {
        let most = match self.key {
            Key::One(_) => 1,
            Key::Several(_) => most.unwrap_or(0),
        };
        let least = least.map(|least| format!(" min-choices=\"{least}\""));
        format!(" max-choices=\"{most}\"{}", least.unwrap_or_default())
    }
}

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Choice(body) = &asked.question.body else {
        return;
    };
    let all = body.choices.iter().map(|one| (one.id.as_str(), one.weight));
    let picks = Picks {
        key: &body.key,
        scoring: body.scoring,
        all: all.collect(),
    };
    picks.declare(parts);
    let shuffle = body.shuffle.unwrap_or(true);
    parts.body.push_str(&format!(
        "    <qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"{shuffle}\"{}>\n",
        picks.bounds(body.least, body.most)
    ));
    for choice in &body.choices {
        let fixed = match choice.pinned {
            Some(true) => " fixed=\"true\"",
            _ => "",
        };
        let text = asked
            .wording
            .choices
            .get(&choice.id)
            .map(|text| asked.line(text));
        parts.body.push_str(&format!(
            "      <qti-simple-choice identifier={}{fixed}>{}</qti-simple-choice>\n",
            quoted(&name(&choice.id)),
            text.unwrap_or_default()
        ));
        if let Some(html) = asked.told(&choice.feedback) {
            parts
                .rules
                .notes
                .push((Shows::Choice(choice.id.clone()), html));
        }
    }
    parts.body.push_str("    </qti-choice-interaction>\n");
}
