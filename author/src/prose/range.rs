//! Ranges of numbers as choices write them: "3 to 5 years", "plus de 10".

use super::Tongue;

/// Numbers from one bound to the other. A bound that is not there is infinite.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NumberRange {
    from: Bound,
    to: Bound,
    /// What is counted; ranges of other things are not compared.
    unit: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Bound {
    at: f64,
    /// Whether the bound itself is in the range.
    inside: bool,
}

const ENDLESS: f64 = f64::INFINITY;

impl NumberRange {
    /// The range that a whole text is; `None` where it is none. A number alone is a range too.
    pub(crate) fn read(text: &str, tongue: Tongue) -> Option<Self> {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let (from, to) = words_of(tongue);
        for (lead, between) in from {
            if let Some(rest) = text.strip_prefix(lead)
                && let Some((first, rest)) = number(rest)
                && let Some(rest) = between.iter().find_map(|word| strip_mark(rest, word))
                && let Some((second, unit)) = number(rest)
            {
                return Self::new(closed(first), closed(second), unit);
            }
        }
        for (lead, sign, inside) in to {
            if let Some(rest) = text.strip_prefix(lead)
                && let Some((at, unit)) = number(rest)
            {
                let bound = Bound {
                    at,
                    inside: *inside,
                };
                return match sign {
                    Side::Up => Self::new(bound, open(ENDLESS), unit),
                    Side::Down => Self::new(open(-ENDLESS), bound, unit),
                };
            }
        }
        let (at, unit) = number(&text)?;
        Self::new(closed(at), closed(at), unit)
    }

    fn new(from: Bound, to: Bound, unit: &str) -> Option<Self> {
        let unit = unit.trim().trim_end_matches('s').to_owned();
        // Many words behind a number are a sentence, and no range.
        let is_unit = unit.split_whitespace().count() <= 2;
        (from.at <= to.at && is_unit).then_some(Self { from, to, unit })
    }

    /// True when some number is in both, of the same thing. Two that are open on the same side are steps of one scale ("at least 3",
    /// "at least 5"), and are not compared.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let same_side = self.from.at == -ENDLESS && other.from.at == -ENDLESS
            || self.to.at == ENDLESS && other.to.at == ENDLESS;
        let from = self.from.inner(other.from, f64::gt);
        let to = self.to.inner(other.to, f64::lt);
        let is_shared = from.at < to.at || from.at == to.at && from.inside && to.inside;
        self.unit == other.unit && !same_side && is_shared && self != other
    }
}

impl Bound {
    /// The one of two that leaves less; `beyond` says whether a number is further in than another.
    fn inner(self, other: Self, beyond: fn(&f64, &f64) -> bool) -> Self {
        if self.at == other.at {
            return Self {
                at: self.at,
                inside: self.inside && other.inside,
            };
        }
        if beyond(&self.at, &other.at) {
            self
        } else {
            other
        }
    }
}

fn closed(at: f64) -> Bound {
    Bound { at, inside: true }
}

fn open(at: f64) -> Bound {
    Bound { at, inside: false }
}

#[derive(Clone, Copy)]
enum Side {
    Up,
    Down,
}

type Between = (&'static str, &'static [&'static str]);
type Beyond = (&'static str, Side, bool);

/// What stands before two numbers and between them; what stands before one.
fn words_of(tongue: Tongue) -> (&'static [Between], &'static [Beyond]) {
    match tongue {
        Tongue::English => (
            &[
                ("between ", &["and "]),
                ("from ", &["to "]),
                ("", &["to ", "- ", "-", "– ", "–"]),
            ],
            &[
                ("more than ", Side::Up, false),
                ("over ", Side::Up, false),
                ("at least ", Side::Up, true),
                ("less than ", Side::Down, false),
                ("fewer than ", Side::Down, false),
                ("under ", Side::Down, false),
                ("at most ", Side::Down, true),
                ("up to ", Side::Down, true),
            ],
        ),
        Tongue::French => (
            &[
                ("entre ", &["et "]),
                ("de ", &["à "]),
                ("", &["à ", "- ", "-", "– ", "–"]),
            ],
            &[
                ("plus de ", Side::Up, false),
                ("au moins ", Side::Up, true),
                ("moins de ", Side::Down, false),
                ("au plus ", Side::Down, true),
                ("jusqu'à ", Side::Down, true),
                ("jusqu’à ", Side::Down, true),
            ],
        ),
    }
}

/// What stands behind a mark.
fn strip_mark<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.trim_start().strip_prefix(mark)
}

/// The number at the beginning of a text, and what stands behind it.
fn number(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start();
    let end = text
        .char_indices()
        .find(|(at, c)| !(c.is_ascii_digit() || *at > 0 && matches!(c, '.' | ',')))
        .map_or(text.len(), |(at, _)| at);
    let digits = text.get(..end)?.trim_end_matches(['.', ',']);
    let rest = text.get(digits.len()..)?;
    // A code such as 27001:2022 or 4a is no number.
    let is_code = rest.starts_with(|c: char| c == ':' || c == '/' || c.is_alphabetic());
    let is_amount = digits.matches(['.', ',']).count() <= 1 && !is_code;
    let at = digits.replace(',', ".").parse().ok()?;
    is_amount.then_some((at, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(tongue: Tongue, one: &str, other: &str) -> bool {
        let read = |text| NumberRange::read(text, tongue);
        match (read(one), read(other)) {
            (Some(one), Some(other)) => {
                assert_eq!(one.overlaps(&other), other.overlaps(&one));
                one.overlaps(&other)
            }
            _ => false,
        }
    }

    #[test]
    fn ranges_with_a_number_in_common_overlap() {
        for (one, other) in [
            ("1 to 5 years", "5 to 10 years"),
            ("10-20", "15-30"),
            ("between 1 and 5", "3"),
            ("from 1 to 5", "less than 2"),
            ("more than 10", "5 to 20"),
            ("at least 10 days", "10 days"),
            ("0 to 5", "0 to 10"),
        ] {
            assert!(overlap(Tongue::English, one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("de 1 à 5 ans", "de 5 à 10 ans"),
            ("entre 10 et 20", "au moins 15"),
            ("plus de 3,5", "4"),
        ] {
            assert!(overlap(Tongue::French, one, other), "{one}, {other}");
        }
    }

    #[test]
    fn ranges_apart_and_what_is_no_range_do_not() {
        for (one, other) in [
            ("1 to 4 years", "5 to 10 years"),
            ("less than 5", "5 to 10"),
            ("more than 10", "10"),
            ("at least 3 years", "at least 5 years"),
            ("3 years", "3 to 5 months"),
            ("27001:2022", "27001:2013"),
            ("5", "5"),
            ("A to B", "B to C"),
            ("10 to 1", "5"),
        ] {
            assert!(!overlap(Tongue::English, one, other), "{one}, {other}");
        }
    }
}
