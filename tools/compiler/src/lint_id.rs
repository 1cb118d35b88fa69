//! The names of the rules of advice. What each rule finds, and why, is said in its own file below `lint`.
//!
//! Codes: J1xx hold the languages against one another, J2xx look at how a question is written, J3xx at the bank.

use std::fmt;

/// The name of a rule: what diagnostics and settings hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LintId(&'static Names);

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Names {
    code: &'static str,
    name: &'static str,
}

impl LintId {
    /// The rule of that code or name; upper and lower case are the same.
    pub fn find(name: &str) -> Option<Self> {
        let is = |own: &str| own.eq_ignore_ascii_case(name);
        let mut all = Self::ALL.iter().copied();
        all.find(|id| is(id.code()) || is(id.name()))
    }

    /// Its code, such as `J101`, which never changes.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// Its name, such as `missing-wording`, which never changes either.
    pub fn name(self) -> &'static str {
        self.0.name
    }
}

impl fmt::Debug for LintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.name())
    }
}

macro_rules! ids {
    ($($id:ident = $code:literal, $name:literal;)*) => {
        impl LintId {
            $(pub(crate) const $id: Self = Self(&Names { code: $code, name: $name });)*

            /// Every rule, by code.
            pub const ALL: &[Self] = &[$(Self::$id),*];
        }
    };
}

ids! {
    MISSING_WORDING = "J101", "missing-wording";
    NUMBERS_DIFFER = "J102", "numbers-differ";
    PLACEHOLDERS_DIFFER = "J103", "placeholders-differ";
    LINKS_DIFFER = "J104", "links-differ";
    EMPHASIS_DIFFERS = "J105", "emphasis-differs";
    CODE_DIFFERS = "J106", "code-differs";
    NEGATION_DIFFERS = "J107", "negation-differs";
    OTHER_LANGUAGE = "J108", "other-language";
    NOT_TRANSLATED = "J109", "not-translated";
    ALIKE_WORDINGS = "J110", "alike-wordings";
    READING_LEVELS = "J111", "reading-levels";
    GAP_ORDER_DIFFERS = "J112", "gap-order-differs";
    KEY_LONGEST = "J201", "key-longest";
    KEY_OFTEN_LONGEST = "J202", "key-often-longest";
    KEY_PLACE = "J203", "key-place";
    ONE_SIDED_TRUTH = "J204", "one-sided-truth";
    ALL_OF_THE_ABOVE = "J205", "all-of-the-above";
    NONE_OF_THE_ABOVE = "J206", "none-of-the-above";
    NEGATIVE_STEM = "J207", "negative-stem";
    SAME_CHOICES = "J208", "same-choices";
    OVERLAPPING_CHOICES = "J209", "overlapping-choices";
    ABSOLUTE_WORDS = "J210", "absolute-words";
    STEM_IN_KEY = "J211", "stem-in-key";
    GRAMMAR_CUE = "J212", "grammar-cue";
    NO_EXPLANATION = "J213", "no-explanation";
    NUMBER_OF_CHOICES = "J214", "number-of-choices";
    UNFOCUSED_STEM = "J215", "unfocused-stem";
    REPEATED_BEGINNING = "J216", "repeated-beginning";
    TWO_IDEAS = "J217", "two-ideas";
    NEAR_QUESTIONS = "J301", "near-questions";
    THIN_CONCEPT = "J302", "thin-concept";
    LATE_PREREQUISITE = "J303", "late-prerequisite";
    UNUSED_MISCONCEPTION = "J304", "unused-misconception";
    UNUSED_PICTURE = "J305", "unused-picture";
    IDLE_SYNONYM = "J306", "idle-synonym";
    NO_SAMPLES = "J307", "no-samples";
    RELATIVE_LINK = "J308", "relative-link";
    ODD_LINK = "J309", "odd-link";
    UNCLEAR_LINK = "J310", "unclear-link";
}
