//! What each kind of question asks, declares and marks.

use jalon_draft::{
    Body, Choices, Classify, Essay, Gap, GapNumber, Gaps, Key, Match, Number, NumberKey, Order,
    OrderCredit, Scoring, Text, TrueFalse, Unit, UnitUse, Uses,
};

use super::super::body::GAP;
use super::super::choice::scoring_shares;
use super::super::pairs::wrong_share;
use super::item::Asked;
use super::rules::{Mapping, Rules, Shows, condition, earn, is_correct, mapped, points};
use super::{name, quoted};

mod fields;
mod spots;

/// An item without what all have.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) rules: Rules,
    pub(super) body: String,
    /// Attributes of ours.
    pub(super) marks: String,
}

impl Parts {
    pub(super) fn mark(&mut self, name: &str, value: &str) {
        self.marks
            .push_str(&format!(" data-jalon-{name}={}", quoted(value)));
    }

    /// Marks the only response against the correct one.
    fn match_correct(&mut self) {
        self.rules
            .marks
            .push(condition(&is_correct("RESPONSE"), &earn(&points(1.0))));
        self.rules.template = Some("match_correct");
    }

    /// Marks the only response by its mapping.
    fn map_response(&mut self) {
        self.rules
            .marks
            .push(format!("    {}\n", earn(&mapped("RESPONSE"))));
        self.rules.template = Some("map_response");
    }

    /// How what is right in part is marked, where that is said.
    fn scoring(&mut self, scoring: Option<Scoring>) {
        let named = match scoring {
            None => return,
            Some(Scoring::AllOrNothing) => "all-or-nothing",
            Some(Scoring::Partial) => "partial",
            Some(Scoring::PartialWithPenalty) => "partial-with-penalty",
            Some(Scoring::RightMinusWrong) => "right-minus-wrong",
        };
        self.mark("scoring", named);
    }

    /// The prompt.
    fn prompt(&mut self, asked: &Asked<'_>) {
        self.body.push_str(&format!(
            "    <div>{}</div>\n",
            asked.blocks(&asked.wording.prompt)
        ));
    }
}

/// The item of a question.
pub(super) fn parts(asked: &Asked<'_>) -> Parts {
    let mut parts = Parts::default();
    parts.prompt(asked);
    match &asked.question.body {
        Body::Choice(body) => choice(&mut parts, asked, body),
        Body::TrueFalse(body) => true_false(&mut parts, asked, body),
        Body::Text(body) => text(&mut parts, asked, body),
        Body::Number(body) => number(&mut parts, asked, body),
        Body::Match(body) => matching(&mut parts, asked, body),
        Body::Classify(body) => classify(&mut parts, asked, body),
        Body::Order(body) => order(&mut parts, asked, body),
        Body::Gaps(body) => gaps(&mut parts, asked, body),
        Body::Hotspot(body) => spots::hotspot(&mut parts, asked, body),
        Body::Essay(body) => essay(&mut parts, asked, body),
    }
    parts
}

/// Things to pick: their ids, and the weight of each.
struct Picks<'a> {
    key: &'a Key,
    scoring: Option<Scoring>,
    all: Vec<(&'a str, Option<i16>)>,
}

impl Picks<'_> {
    /// Declares the response and how it is marked.
    fn declare(&self, parts: &mut Parts) {
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
    fn bounds(&self, least: Option<u64>, most: Option<u64>) -> String {
        let most = match self.key {
            Key::One(_) => 1,
            Key::Several(_) => most.unwrap_or(0),
        };
        let least = least.map(|least| format!(" min-choices=\"{least}\""));
        format!(" max-choices=\"{most}\"{}", least.unwrap_or_default())
    }
}

fn choice(parts: &mut Parts, asked: &Asked<'_>, body: &Choices) {
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

fn true_false(parts: &mut Parts, asked: &Asked<'_>, body: &TrueFalse) {
    parts.mark("kind", "true-false");
    let (yes, no) = match asked.lang.starts_with("fr") {
        true => ("Vrai", "Faux"),
        false => ("True", "False"),
    };
    parts.rules.declare(
        "RESPONSE",
        "single",
        "identifier",
        &[body.key.to_string()],
        &Mapping::default(),
    );
    parts.match_correct();
    parts.body.push_str(&format!(
        "    <qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"false\" max-choices=\"1\">\n      \
         <qti-simple-choice identifier=\"true\">{yes}</qti-simple-choice>\n      \
         <qti-simple-choice identifier=\"false\">{no}</qti-simple-choice>\n    </qti-choice-interaction>\n"
    ));
    let feedback = body.feedback.as_ref();
    let told = feedback
        .into_iter()
        .flat_map(|own| [("true", &own.if_true), ("false", &own.if_false)]);
    for (id, texts) in told {
        if let Some(html) = asked.told(texts) {
            parts.rules.notes.push((Shows::Choice(id.to_owned()), html));
        }
    }
}

fn text(parts: &mut Parts, asked: &Asked<'_>, body: &Text) {
    parts.mark("kind", "text");
    fields::declare_text(parts, asked, "RESPONSE", body, 1.0);
    parts.map_response();
    let field = fields::text_field("RESPONSE", body);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}

fn number(parts: &mut Parts, asked: &Asked<'_>, body: &Number) {
    parts.mark("kind", "number");
    fields::declare_number(parts, asked, "RESPONSE", body);
    let test = fields::number_test("RESPONSE", &body.key);
    parts
        .rules
        .marks
        .push(condition(&test, &earn(&points(1.0))));
    let field = fields::number_field("RESPONSE", body, asked.lang);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}

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

fn matching(parts: &mut Parts, asked: &Asked<'_>, body: &Match) {
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

fn classify(parts: &mut Parts, asked: &Asked<'_>, body: &Classify) {
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

fn order(parts: &mut Parts, asked: &Asked<'_>, body: &Order) {
    let credit = match body.credit {
        None => "usual",
        Some(OrderCredit::Neighbours) => "neighbours",
        Some(OrderCredit::Positions) => "positions",
        Some(OrderCredit::AllOrNothing) => "all-or-nothing",
    };
    parts.mark("credit", credit);
    let correct: Vec<String> = body.items.iter().map(|item| name(&item.id)).collect();
    parts.rules.declare(
        "RESPONSE",
        "ordered",
        "identifier",
        &correct,
        &Mapping::default(),
    );
    parts.match_correct();
    parts.body.push_str(
        "    <qti-order-interaction response-identifier=\"RESPONSE\" shuffle=\"true\">\n",
    );
    // Not in the right order, for players that don't shuffle.
    for item in body.items.iter().rev() {
        let text = asked
            .wording
            .items
            .get(&item.id)
            .map(|text| asked.line(text));
        parts.body.push_str(&format!(
            "      <qti-simple-choice identifier={}>{}</qti-simple-choice>\n",
            quoted(&name(&item.id)),
            text.unwrap_or_default()
        ));
    }
    parts.body.push_str("    </qti-order-interaction>\n");
}

fn gaps(parts: &mut Parts, asked: &Asked<'_>, body: &Gaps) {
    parts.mark("kind", "gaps");
    if !body.choices.is_empty() {
        let ids: Vec<&str> = body.choices.iter().map(|one| one.id.as_str()).collect();
        parts.mark("choices", &ids.join(" "));
    }
    let is_whole = body.scoring == Some(Scoring::AllOrNothing);
    let total: u64 = body.gaps.iter().map(|gap| gap.weight.unwrap_or(1)).sum();
    let mut text = asked.wording.text.clone().unwrap_or_default();
    let mut fields = Vec::new();
    let mut tests = Vec::new();
    for (number, gap) in body.gaps.iter().enumerate() {
        let share = gap.weight.unwrap_or(1) as f64 / total.max(1) as f64;
        let (field, test) = field(parts, asked, body, gap, share, is_whole);
        fields.push(field);
        tests.push(test);
        let sign = format!("{}{number}{}", GAP.0, GAP.1);
        text = text.replace(&format!("{{{{{}}}}}", gap.id), &sign);
    }
    if is_whole {
        let all = format!("<qti-and>{}</qti-and>", tests.concat());
        parts.rules.marks.push(condition(&all, &earn(&points(1.0))));
    }
    let mut html = asked.blocks(&text);
    for (number, field) in fields.iter().enumerate() {
        html = html.replace(&format!("{}{number}{}", GAP.0, GAP.1), field);
    }
    parts.body.push_str(&format!("    <div>{html}</div>\n"));
}

/// The field of a gap, and what makes it right; marked by itself unless only the whole counts.
fn field(
    parts: &mut Parts,
    asked: &Asked<'_>,
    body: &Gaps,
    gap: &Gap,
    share: f64,
    is_whole: bool,
) -> (String, String) {
    let id = name(&gap.id);
    if let Some(text) = &gap.text {
        fields::declare_text(parts, asked, &id, text, share);
        if !is_whole {
            parts
                .rules
                .marks
                .push(format!("    {}\n", earn(&mapped(&id))));
        }
        return (fields::text_field(&id, text), fields::text_test(&id, text));
    }
    let (field, test) = match (&gap.number, &gap.pick) {
        (Some(number), _) => {
            let number = match number {
                GapNumber::Key(key) => &bare(key.clone()),
                GapNumber::Whole(number) => number.as_ref(),
            };
            fields::declare_number(parts, asked, &id, number);
            (
                fields::number_field(&id, number, asked.lang),
                fields::number_test(&id, &number.key),
            )
        }
        (None, Some(pick)) => {
            let from = pick.from.as_ref();
            let every = body.choices.iter().map(|one| one.id.clone());
            let from = from.cloned().unwrap_or_else(|| every.collect());
            let correct = [name(&pick.key)];
            parts
                .rules
                .declare(&id, "single", "identifier", &correct, &Mapping::default());
            let shuffle = body.shuffle.unwrap_or(true);
            let mut field = format!(
                "<qti-inline-choice-interaction response-identifier={} shuffle=\"{shuffle}\">",
                quoted(&id)
            );
            for own in from {
                let text = asked.wording.choices.get(&own).map(|text| asked.line(text));
                let pinned = body
                    .choices
                    .iter()
                    .any(|one| one.id == own && one.pinned == Some(true));
                let fixed = if pinned { " fixed=\"true\"" } else { "" };
                field.push_str(&format!(
                    "<qti-inline-choice identifier={}{fixed}>{}</qti-inline-choice>",
                    quoted(&name(&own)),
                    text.unwrap_or_default()
                ));
            }
            field.push_str("</qti-inline-choice-interaction>");
            (field, is_correct(&id))
        }
        (None, None) => return (String::new(), String::new()),
    };
    if !is_whole {
        parts
            .rules
            .marks
            .push(condition(&test, &earn(&points(share))));
    }
    (field, test)
}

fn bare(key: NumberKey) -> Number {
    Number {
        key,
        unit_use: None,
        units: Vec::new(),
        wrong: Vec::new(),
        samples: None,
    }
}

fn essay(parts: &mut Parts, asked: &Asked<'_>, body: &Essay) {
    parts.mark("kind", "essay");
    for (named, words) in [("min-words", body.least), ("max-words", body.most)] {
        if let Some(words) = words {
            parts.mark(named, &words.to_string());
        }
    }
    parts
        .rules
        .declare("RESPONSE", "single", "string", &[], &Mapping::default());
    // A word has about six signs.
    let length = body
        .most
        .or(body.least)
        .map(|words| format!(" expected-length=\"{}\"", words * 6));
    parts.body.push_str(&format!(
        "    <qti-extended-text-interaction response-identifier=\"RESPONSE\"{}/>\n",
        length.unwrap_or_default()
    ));
    parts.body.push_str("    <qti-rubric-block view=\"scorer\" use=\"scoring\">\n      <qti-content-body>\n        <ul>\n");
    for point in &body.points {
        let text = asked
            .wording
            .points
            .get(&point.id)
            .map(|text| asked.line(text));
        parts.body.push_str(&format!(
            "          <li data-jalon-id={}>{}</li>\n",
            quoted(&point.id),
            text.unwrap_or_default()
        ));
    }
    parts
        .body
        .push_str("        </ul>\n      </qti-content-body>\n    </qti-rubric-block>\n");
    if let Some(model) = &asked.wording.model {
        parts.body.push_str(&format!(
            "    <qti-rubric-block view=\"scorer\" use=\"scoring\">\n      <qti-content-body>\n        \
             <div data-jalon-part=\"model\">{}</div>\n      </qti-content-body>\n    </qti-rubric-block>\n",
            asked.blocks(model)
        ));
    }
}

/// The units of a number, as a bank that is read again has them.
#[derive(Debug, serde::Serialize)]
struct Written<'a> {
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    unit_use: Option<UnitUse>,
    units: &'a [Unit],
}
