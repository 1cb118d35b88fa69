//! Ranges of numbers as choices write them: "3 to 5 years", "plus de 10".

use crate::language::{Language, Side};

/// Numbers from one bound to the other. A bound that is not there is infinite.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NumberRange {
    from: Bound,
    to: Bound,
    /// What is counted; ranges of other things are not compared.
    unit: String,
    /// True for a range of years.
    is_period: bool,
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
    pub(crate) fn read(text: &str, language: &Language) -> Option<Self> {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let phrases = &language.ranges;
        for (lead, joins) in phrases.between {
            if let Some(rest) = text.strip_prefix(lead)
                && let Some(range) = Self::of_two(rest, joins, language)
            {
                return Some(range);
            }
        }
        let leads = phrases.before.iter();
        let led = leads.filter_map(|(lead, side)| Some((text.strip_prefix(lead)?, *side)));
        let tails = phrases.behind.iter();
        let tailed = tails.filter_map(|(tail, side)| Some((text.strip_suffix(tail)?, *side)));
        if let Some((rest, side)) = led.chain(tailed).next() {
            let (at, unit) = quantity(rest, language)?;
            return match side {
                Side::Up { inside } => Self::new(Bound { at, inside }, open(ENDLESS), &unit),
                Side::Down { inside } => Self::new(open(-ENDLESS), Bound { at, inside }, &unit),
            };
        }
        let (at, unit) = quantity(&text, language)?;
        Self::new(closed(at), closed(at), &unit)
    }

    /// "1 to 5 years", "1 year to 5 years".
    fn of_two(text: &str, joins: &[&str], language: &Language) -> Option<Self> {
        joins.iter().find_map(|join| {
            let (first, second) = text.split_once(join)?;
            let is_year = |text: &str| {
                text.trim().len() == 4 && text.trim().bytes().all(|byte| byte.is_ascii_digit())
            };
            let is_period = is_year(first) && is_year(second);
            let ((first, own), (second, unit)) =
                (quantity(first, language)?, quantity(second, language)?);
            // The unit is said once or twice.
            let is_one = own.is_empty() || unit.is_empty() || own == unit;
            let unit = if unit.is_empty() { own } else { unit };
            let range = Self::new(closed(first), closed(second), &unit).filter(|_| is_one)?;
            Some(Self { is_period, ..range })
        })
    }

    fn new(from: Bound, to: Bound, unit: &str) -> Option<Self> {
        // Many words behind a number are a sentence, and no range.
        let is_unit = unit.split_whitespace().count() <= 2;
        let unit = unit.to_owned();
        (from.at <= to.at && is_unit).then_some(Self {
            from,
            to,
            unit,
            is_period: false,
        })
    }

    /// True when some number is in both, of the same thing. Two that are open on the same side are steps of one scale ("at least 3",
    /// "at least 5"), and are not compared.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        if self.unit != other.unit || self == other {
            return false;
        }
        if self.is_period || other.is_period {
            // "1914–1918" and "1915–1918" are two answers; of "2000–2005" and "2005–2010", which one has 2005?
            return self.is_period
                && other.is_period
                && (self.to == other.from || other.to == self.from);
        }
        let same_side = self.from.at == -ENDLESS && other.from.at == -ENDLESS
            || self.to.at == ENDLESS && other.to.at == ENDLESS;
        let from = self.from.inner(other.from, f64::gt);
        let to = self.to.inner(other.to, f64::lt);
        let is_shared = from.at < to.at || from.at == to.at && from.inside && to.inside;
        !same_side && is_shared
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

/// A number with its unit, in one spelling: "€5", "5 years", "1 000 km/h". There is nothing else in the text.
fn quantity(text: &str, language: &Language) -> Option<(f64, String)> {
    let text = text.trim();
    let currency: String = text
        .chars()
        .take_while(|c| matches!(c, '$' | '€' | '£'))
        .collect();
    let (at, rest) = number(text.get(currency.len()..)?, language)?;
    let has_digits = rest.contains(|c: char| c.is_ascii_digit());
    let words = rest
        .split_whitespace()
        .map(|word| word.trim_end_matches('s'));
    let unit = std::iter::once(currency.as_str())
        .chain(words)
        .filter(|word| !word.is_empty());
    (!has_digits).then(|| (at, unit.collect::<Vec<_>>().join(" ")))
}

/// The number at the beginning of a text, and what stands behind it.
fn number<'a>(text: &'a str, language: &Language) -> Option<(f64, &'a str)> {
    let text = text.trim_start();
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len())
    };
    let mut end = digits(0);
    let mut written = text.get(..end)?.to_owned();
    let mut has_point = false;
    while let Some(mark) = text.get(end..)?.chars().next() {
        let next = end + mark.len_utf8();
        let more = digits(next);
        let is_group = more == 3 && !has_point;
        match mark {
            _ if is_group && language.group_marks.contains(&mark) => {}
            _ if more > 0 && !has_point && language.decimal_marks.contains(&mark) => {
                has_point = true;
                written.push('.');
            }
            // A code such as 27001:2022, 4a or 1.2.3 is no number.
            ':' | '/' | '.' | ',' => return None,
            c if c.is_alphabetic() => return None,
            _ => break,
        }
        written.push_str(text.get(next..next + more)?);
        end = next + more;
    }
    Some((written.parse().ok()?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH, GERMAN};

    fn overlap(language: &Language, one: &str, other: &str) -> bool {
        let read = |text| NumberRange::read(text, language);
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
            ("10% to 20%", "20% to 30%"),
            ("€10 to €20", "€20 to €30"),
            ("500 to 1,000", "1,000 to 2,000"),
            ("1 year to 5 years", "5 years to 10 years"),
            ("5 or more", "3 to 6"),
            ("5+", "3–6"),
            ("< 5", "3 to 10"),
            ("18 years or older", "16 to 20 years"),
            ("within 24 hours", "24 to 48 hours"),
            ("2000 to 2005", "2005 to 2010"),
        ] {
            assert!(overlap(&ENGLISH, one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("de 1 à 5 ans", "de 5 à 10 ans"),
            ("entre 10 et 20", "au moins 15"),
            ("plus de 3,5", "4"),
            ("10 % à 20 %", "20 % à 30 %"),
            ("1 000 à 2 000", "2 000 à 3 000"),
            ("0,5 à 1,5", "1,5 à 2,5"),
            ("18 ans et plus", "de 16 à 20 ans"),
            ("10 jours au plus", "de 10 à 20 jours"),
        ] {
            assert!(overlap(&FRENCH, one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("1 bis 5 Jahre", "5 bis 10 Jahre"),
            ("zwischen 10 und 20", "mindestens 15"),
            ("mehr als 3,5", "4"),
            ("1.000 bis 2.000", "2.000 bis 3.000"),
            ("1 000 bis 2 000", "2.000 bis 3.000"),
            ("0,5 bis 1,5", "1,5 bis 2,5"),
            ("18 Jahre oder älter", "16 bis 20 Jahre"),
            ("höchstens 10 Tage", "10 bis 20 Tage"),
        ] {
            assert!(overlap(&GERMAN, one, other), "{one}, {other}");
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
            ("1914–1918", "1915–1918"),
            ("1914–1918", "1918"),
            ("10-20 km", "15-30 miles"),
            ("4.1.2", "4.1"),
            ("3, 4 and 5", "4"),
        ] {
            assert!(!overlap(&ENGLISH, one, other), "{one}, {other}");
        }
    }
}
