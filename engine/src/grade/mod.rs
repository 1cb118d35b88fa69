//! What several kinds of question share: points, the matching of typed text, and the reading of typed numbers. The way from a
//! kind's score to the mark that counts is in `marking.rs`.

mod counting;
mod fold;
mod forms;
mod given;
mod likeness;
mod marking;
mod number;
mod pattern;
mod phrase;
mod policy;
mod rational;
mod reading;
mod required;
mod text;
mod typo;

pub use likeness::{Likeness, mentions};
pub use marking::{Allowance, Assistance, Certainty, Mark, Stage};
pub(crate) use number::read as read_number;
pub use number::{Doubt, Numeral, Typed, Unread};
pub use pattern::{Pattern, Reads, pattern_words, table_char};
pub use policy::{Policy, Tally};
pub use rational::Rational;
pub use text::{
    Accepted, Credits, Endings, MatchOptions, Order, Patterns, Required, TextKey, TextMatch, Tier,
};
pub use typo::{Slip, budget};

use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::Lang;
use crate::language::Rules;

/// The form in which typed texts are compared: lower case, accents as separate marks, no punctuation, words apart.
///
/// ```
/// use jalon_engine::grade::normal_form;
///
/// assert_eq!(normal_form("ISO/IEC  Guide-Lines!"), normal_form("iso iec guide lines"));
/// ```
pub fn normal_form(text: &str) -> String {
    fold::words(text)
}

/// The same form with figures for numbers in words, by the rules of some languages: "quatre-vingt-treize mesures" is
/// "93 mesures" in French.
///
/// ```
/// use jalon_engine::grade::with_figures;
/// use jalon_engine::language::Rules;
///
/// let english = Rules::of(&["en".parse()?]);
/// assert_eq!(with_figures("Ninety-three controls", english), "93 controls");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn with_figures(text: &str, rules: Rules) -> String {
    let words = forms::Forms::of(text, rules).words;
    counting::figures(&words, counting::One::Counts, rules)
}

/// What of a bank a response is held against, beside the key of its question.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// Terms of the field that a typed answer may not be nearer to than to a right one.
    pub terms: &'a [&'a str],
    /// The languages of the bank: typed answers without a language are read by the rules of all of these. `None` for every
    /// language that has rules.
    pub langs: Option<&'a [Lang]>,
}

impl Context<'_> {
    // Not a `Rules` from the start: a client that grades no typed answers yet doesn't have any.
    pub(crate) fn rules(&self) -> Rules {
        self.langs.map_or(Rules::ALL, Rules::of)
    }
}

/// Into how many parts a point is divided: any number from 1 to 12 divides it, and so does 100.
pub const PARTS: u64 = 138_600;

/// Points earned out of points possible. Exact to a part of a point, see [`PARTS`]; rounding is for those who show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// In parts of a point; at most what is possible.
    earned: u64,
    /// The most that can be earned, in points.
    possible: u32,
}

impl Score {
    /// Full points or none.
    pub fn all_or_nothing(right: bool, points: u32) -> Self {
        Self::share(u64::from(right), 1, points)
    }

    /// The share `of` some points that was earned: 2 of 3, of a question worth 1. Where it is no whole number of parts, it is
    /// rounded down.
    ///
    /// ```
    /// use jalon_engine::Score;
    ///
    /// // Thirds add up exactly.
    /// let third = Score::share(1, 3, 1);
    /// let sum: Score = [third, third, third].into_iter().sum();
    /// assert_eq!(sum.earned_parts(), Score::share(3, 3, 1).earned_parts());
    /// assert_eq!(third.percent(), 33);
    /// ```
    pub fn share(earned: u64, of: u64, points: u32) -> Self {
        let parts = u64::from(points) * PARTS;
        let earned = parts.saturating_mul(earned).checked_div(of);
        Self {
            earned: earned.unwrap_or(0).min(parts),
            possible: points,
        }
    }

    /// Whole points and parts of one more; `None` where that is more than is possible.
    pub(crate) fn of_parts(whole: u32, parts: u64, possible: u32) -> Option<Self> {
        let earned = u64::from(whole) * PARTS + parts.min(PARTS);
        let score = Self { earned, possible };
        (parts < PARTS && earned <= score.possible_parts()).then_some(score)
    }

    /// The points earned, in parts of a point.
    pub fn earned_parts(self) -> u64 {
        self.earned
    }

    /// The most that can be earned, in points.
    pub fn possible(self) -> u32 {
        self.possible
    }

    /// The points earned, in hundredths, rounded down.
    pub fn earned_hundredths(self) -> u64 {
        self.earned / (PARTS / 100)
    }

    fn possible_parts(self) -> u64 {
        u64::from(self.possible) * PARTS
    }

    /// What is left after a cost in percent of the points possible; nothing where it costs more than was earned.
    ///
    /// ```
    /// use jalon_engine::Score;
    ///
    /// let full = Score::all_or_nothing(true, 2);
    /// assert_eq!(full.less(25).earned_hundredths(), 150);
    /// assert!(full.less(120).is_nothing());
    /// ```
    pub fn less(self, percent: u64) -> Self {
        let cost = (self.possible_parts() / 100).saturating_mul(percent);
        Self {
            earned: self.earned.saturating_sub(cost),
            possible: self.possible,
        }
    }

    /// True when nothing was earned.
    pub fn is_nothing(self) -> bool {
        self.earned == 0
    }

    /// True when every point was earned.
    pub fn is_full(self) -> bool {
        self.earned >= self.possible_parts()
    }

    /// True when the share earned is at least `pass` percent. Exact: no rounding on the way, up to a billion points.
    pub fn passes(self, pass: u8) -> bool {
        self.earned.saturating_mul(100) >= self.possible_parts().saturating_mul(pass.into())
    }

    /// The share earned in whole percent, rounded down, so that 100 means everything and a mark just missed
    /// doesn't look reached.
    pub fn percent(self) -> u32 {
        let hundredth = self.possible_parts() / 100;
        let share = self.earned.checked_div(hundredth);
        share
            .and_then(|share| u32::try_from(share).ok())
            .unwrap_or(0)
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |sum, score| Self {
            earned: sum.earned.saturating_add(score.earned),
            possible: sum.possible.saturating_add(score.possible),
        })
    }
}

/// Whole points, and the parts of one more where there are some: `{"earned":0,"possible":1,"parts":92400}`.
impl ToJson for Score {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        out.member("earned", &(self.earned / PARTS));
        out.member("possible", &self.possible);
        out.member_but("parts", &(self.earned % PARTS), &0);
        out.end_object();
    }
}

impl FromJson for Score {
    fn blank() -> Self {
        Self::all_or_nothing(false, 0)
    }

    fn fill(&mut self, node: &Node<'_>) {
        let (mut whole, mut parts, mut possible) = (0u32, 0u64, 0u32);
        node.need("earned", &mut whole);
        node.need("possible", &mut possible);
        node.may("parts", &mut parts);
        match Self::of_parts(whole, parts, possible) {
            Some(score) => *self = score,
            None => node.fail("more than is possible"),
        }
    }
}
