//! What a grade rests on.

use jalon_engine::grade::{TextMatch, Tier, normal_form};
use jalon_engine::kind::gaps::Judged;
use jalon_engine::kind::number::{self, Found};
use jalon_engine::kind::order;
use jalon_engine::kind::{Body, Evidence, Outcome, Response, text};
use serde::{Serialize, Serializer};

/// What a grade rests on.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Trace {
    /// How parts that are right add up to points.
    pub scoring: &'static str,
    /// The response in the form in which it is compared, where it was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normal_form: Option<String>,
    /// The tier or the rule that decided.
    pub rule: &'static str,
    /// The answer of the key, or the listed wrong one, that it was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The languages of that answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What that answer earns, and of this what the tier leaves, in percent, where the answer was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// The ids of the misconceptions that it shows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misconceptions: Vec<String>,
    /// How many slips away it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<usize>,
    /// How many slips are forgiven in an answer of that length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<usize>,
    /// The other term that is at least as near, where that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rival: Option<String>,
    /// The other term that is nearest to it, and how many slips away that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_other: Option<(String, usize)>,
    /// Right and given, wrong and given, right and missed; of items, those that are in their place, in another one, and left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<[Vec<String>; 3]>,
    /// Gap by gap.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GapTrace>,
    /// What the key alone says, in hundredths of a point, where something else counts too.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "some_points"
    )]
    pub before: Option<i64>,
    /// How many hints were shown, and what they cost together, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hints: Option<Cost>,
    /// How many wrong tries came before, and what they cost together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries: Option<Cost>,
    /// How sure the learner was, 1 to 3, where the module asks for that; 1 where they didn't say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<u8>,
}

/// What became of a gap, and what that rests on.
#[derive(Debug, Clone, Serialize)]
pub struct GapTrace {
    /// The gap's id.
    pub gap: String,
    /// The gap whose key it was held against, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What became of it; none where there is nothing in it that can be judged.
    pub verdict: &'static str,
    /// It would be right, had it not been counted in another gap.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// What that rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// What is left of the points of a typed answer, each in percent.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Credit {
    /// What the answer earns to the letter.
    pub answer: u8,
    /// What of this is left in its tier.
    pub tier: u8,
}

/// What was taken off.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cost {
    /// How many times.
    pub number: u16,
    /// For how much together, in percent of the points.
    pub percent: u32,
}

impl Trace {
    /// What the key alone says, as one writes it.
    pub fn points(&self) -> String {
        jalon_i18n::ALL[0].signed(self.before.unwrap_or_default())
    }
}

impl Trace {
    pub(super) fn of(body: &Body, response: &Response, outcome: &Outcome) -> Self {
        let scoring = match (body, response) {
            (Body::Choice(body), Response::Choice(given)) if body.weights(given).is_some() => {
                "weights"
            }
            (Body::Hotspot(body), Response::Hotspot(given))
                if body.choice.weights(given).is_some() =>
            {
                "weights"
            }
            (Body::Choice(body), _) => body.scoring().as_str(),
            (Body::Hotspot(body), _) => body.choice.scoring().as_str(),
            (Body::Gaps(body), _) => body.scoring.as_str(),
            (Body::Text(body), _) if earns_by_credit(body) => "credit",
            (Body::Essay(_), _) => SELF_ASSESSED,
            (Body::Order(body), _) => body.credit.as_str(),
            (body, _) if body.pairs().is_some() => {
                body.pairs().map_or("", |pairs| pairs.scoring.as_str())
            }
            _ => "all-or-nothing",
        };
        let mut trace = Self {
            scoring,
            rule: "key",
            ..Self::default()
        };
        if let Response::Text(given) = response {
            trace.normal_form = Some(normal_form(given));
        }
        let shown = body.shown_misconceptions(&outcome.evidence).into_iter();
        trace.misconceptions = shown.map(ToString::to_string).collect();
        match &outcome.evidence {
            Evidence::Choice(found) => {
                let ids = [&found.hits, &found.false_picks, &found.missed];
                let names = ids.map(|ids| ids.iter().map(ToString::to_string).collect());
                trace.choices = Some(names);
            }
            Evidence::Pairs(found) => {
                let ids = [&found.right, &found.wrong, &found.missing];
                let names = ids.map(|ids| ids.iter().map(ToString::to_string).collect());
                trace.choices = Some(names);
            }
            Evidence::Order(found) => trace.order(body, found),
            Evidence::TrueFalse { .. } => {}
            Evidence::Essay => trace.rule = SELF_ASSESSED,
            Evidence::Number(found) => trace.number(body, found),
            Evidence::Text(read) => trace.read(body, read),
            Evidence::Gaps(judged) => trace.gaps(body, response, judged),
        }
        trace
    }

    fn gaps(&mut self, body: &Body, response: &Response, judged: &[Judged]) {
        let (Body::Gaps(body), Response::Gaps(given)) = (body, response) else {
            return;
        };
        for (gap, judged) in body.gaps.iter().zip(judged) {
            let key = body.gaps.get(judged.key).unwrap_or(gap);
            let trace = match (&judged.outcome, given.get(&gap.id)) {
                (Ok(outcome), Some(given)) => {
                    Some(Self::of(&key.fill.alone(), &given.alone(), outcome))
                }
                _ => None,
            };
            self.gaps.push(GapTrace {
                gap: gap.id.to_string(),
                key: (key.id != gap.id).then(|| key.id.to_string()),
                verdict: judged.outcome.as_ref().map_or("none", verdict),
                again: judged.again,
                trace,
            });
        }
    }

    fn number(&mut self, body: &Body, evidence: &number::Evidence) {
        self.rule = match evidence.found {
            Found::Right => "key",
            Found::Near => "within-tolerance",
            Found::KnownWrong(_) => "listed-wrong-answer",
            Found::Unknown => "no-match",
        };
        if let (Body::Number(body), Some(amount)) = (body, &evidence.read) {
            self.normal_form = Some(body.written(amount));
        }
    }

    /// Items that are right where they are, those that are not, and those that are nowhere.
    fn order(&mut self, body: &Body, found: &order::Found) {
        let Body::Order(body) = body else { return };
        let mut lists = [Vec::new(), Vec::new(), Vec::new()];
        let [right, wrong, missing] = &mut lists;
        for id in &body.items {
            let list = match found.given.iter().position(|given| given == id) {
                Some(at) if body.is_right(&found.given, at) => &mut *right,
                Some(_) => &mut *wrong,
                None => &mut *missing,
            };
            list.push(id.to_string());
        }
        self.choices = Some(lists);
    }

    fn read(&mut self, body: &Body, read: &TextMatch) {
        match read {
            TextMatch::Accepted(accepted) => {
                self.rule = tier(accepted.tier);
                if let Body::Text(body) = body {
                    let [answer, tier] = body.credits(accepted);
                    self.credit = Some(Credit { answer, tier });
                }
                self.answer = Some(accepted.answer.clone());
                self.languages = accepted.langs.iter().map(ToString::to_string).collect();
                self.distance = accepted.slip.map(|slip| slip.distance);
                self.budget = accepted.slip.map(|slip| slip.budget);
            }
            TextMatch::KnownWrong(n) => {
                self.rule = "listed-wrong-answer";
                if let Body::Text(body) = body {
                    let listed = body.listed_wrong(*n);
                    self.answer = listed.map(|(_, answer)| answer.to_owned());
                }
            }
            TextMatch::Confusable { answer, rival } => {
                self.rule = "confusable";
                self.answer = Some(answer.clone());
                self.rival = Some(rival.clone());
            }
            TextMatch::Unknown => self.rule = "no-match",
        }
    }
}

impl Cost {
    pub(super) fn of(number: u16, each: u16) -> Option<Self> {
        let percent = u32::from(number) * u32::from(each);
        (number > 0).then_some(Self { number, percent })
    }
}

#[expect(clippy::ref_option, reason = "serde hands it so")]
fn some_points<S: Serializer>(hundredths: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    points(&hundredths.unwrap_or_default(), serializer)
}

pub(super) fn points<S: Serializer>(hundredths: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_precision_loss, reason = "points are far below 2^53")]
    serializer.serialize_f64(*hundredths as f64 / 100.0)
}

pub(super) fn verdict(outcome: &Outcome) -> &'static str {
    match outcome.score {
        _ if outcome.evidence == Evidence::Essay => SELF_ASSESSED,
        score if score.is_full() => "right",
        score if score.is_nothing() => "wrong",
        _ => "partly",
    }
}

/// What becomes of an essay.
const SELF_ASSESSED: &str = "self-assessed";

/// True where answers may earn a part of the points.
fn earns_by_credit(body: &text::Text) -> bool {
    !body.credit.0.is_empty() || body.worth.iter().any(|worth| worth.credit != 100)
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Form => "form",
        Tier::Accents => "accents",
        Tier::Article => "article",
        Tier::Number => "number",
        Tier::Grammar => "grammar",
        Tier::Synonym => "synonym",
        Tier::Order => "order",
        Tier::Pattern => "pattern",
        Tier::Words => "words",
        Tier::Typo => "typo",
    }
}
