//! English.

use super::{Language, Stem, cut, place, replaced};

pub(super) struct English;

const UNITS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

impl Language for English {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn articles(&self) -> &'static str {
        "the a an"
    }

    fn fillers(&self) -> &'static str {
        // No "a": it is the name of an annex, too.
        "the an"
    }

    fn joiners(&self) -> &'static str {
        "of and s"
    }

    fn negations(&self) -> &'static str {
        "not no non never without nor neither"
    }

    fn separate(&self) -> &'static str {
        "no not un"
    }

    fn turning_prefixes(&self) -> &'static str {
        "un mis mal"
    }

    fn roles(&self) -> [&'static str; 2] {
        // Employer, employee.
        ["er or", "s e es ee ees"]
    }

    fn irregular<'a>(&self, word: &'a str) -> Option<Stem<'a>> {
        // Analysis and analyses.
        replaced(word, &[("sis", "s")])
    }

    fn uninflected<'a>(&self, word: &'a str) -> Option<&'a str> {
        cut(word, "s", "")
    }

    fn agreeing<'a>(&self, word: &'a str) -> Option<Stem<'a>> {
        // What the plural leaves of "policies".
        replaced(word, &[("ie", "y")])
    }

    fn number(&self, words: &[&str]) -> Option<(usize, usize)> {
        match words {
            ["one", "hundred", ..] => Some((100, 2)),
            ["hundred", ..] => Some((100, 1)),
            [first, rest @ ..] => {
                let Some(tens) = place(TENS, first) else {
                    return place(UNITS, first).map(|units| (units, 1));
                };
                let tens = 20 + 10 * tens;
                let units = rest.first().and_then(|next| place(UNITS, next));
                Some(match units {
                    Some(units @ 1..10) => (tens + units, 2),
                    _ => (tens, 1),
                })
            }
            [] => None,
        }
    }
}
