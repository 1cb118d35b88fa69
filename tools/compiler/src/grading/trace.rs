//! What a grade rests on.

use jalon_engine::grade::Score;
use jalon_engine::id::ChoiceId;
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
    /// Lists what is right and given, what is wrong and given, and what is right and missed.
    pub(crate) fn list<'a>(&mut self, lists: [impl Iterator<Item = &'a ChoiceId>; 3]) {
        let names = lists.map(|ids| ids.map(ToString::to_string).collect());
        self.choices = Some(names);
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

/// What became of a graded response.
pub(crate) fn verdict(score: Score) -> &'static str {
    match score {
        score if score.is_full() => "right",
        score if score.is_nothing() => "wrong",
        _ => "partly",
    }
}

/// What becomes of a response that nothing grades.
pub(crate) const SELF_ASSESSED: &str = "self-assessed";
