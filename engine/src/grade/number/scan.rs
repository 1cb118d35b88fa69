//! Scans a number: digits, marks between them, a power of ten or a fraction.

use super::{Habit, Numeral, Unread};
use crate::grade::rational::Rational;

/// What is left to read; signs of numbers are ASCII in it.
pub(super) struct Scan<'a>(pub(super) &'a str);

/// A mark, and the digits behind it.
type Part<'a> = (u8, &'a str);

/// A sign and digits.
pub(super) type Power<'a> = (&'static str, &'a str);

/// A number that has been read, before its sign.
pub(super) struct Shape<'a> {
    /// Digits, with a point before the decimals.
    pub(super) mantissa: String,
    /// What else the mantissa may be.
    pub(super) other: Option<String>,
    /// The power of ten.
    pub(super) power: Option<Power<'a>>,
    /// For a fraction, what it is divided by, and how many wholes are before it; the mantissa is its top.
    pub(super) fraction: Option<(&'a str, &'a str)>,
}

impl Shape<'_> {
    /// The number; `None` where it has too many digits or is divided by zero.
    pub(super) fn number(
        &self,
        sign: &str,
        mantissa: &str,
        percent: &str,
        most: usize,
    ) -> Option<Numeral> {
        let negative = !sign.is_empty();
        let (minus, power) = self.power.unwrap_or(("", ""));
        let (bottom, whole) = self.fraction.unwrap_or(("1", ""));
        if mantissa.len() + bottom.len() + whole.len() > most || power.len() > 2 {
            return None;
        }
        let point = mantissa.bytes().position(|b| b == b'.');
        let mut places = point.map_or(0, |point| point + 1) as i32;
        if places > 0 {
            places -= mantissa.len() as i32;
        }
        if !percent.is_empty() {
            places -= 2;
        }
        let power_of_ten = power
            .bytes()
            .fold(0, |power, b| power * 10 + i32::from(b) - i32::from(b'0'));
        places += match minus {
            "" => power_of_ten,
            _ => -power_of_ten,
        };
        let exact = Rational::fraction(negative, mantissa, bottom)?;
        let space = if whole.is_empty() { "" } else { " " };
        let slash = if self.fraction.is_some() {
            ["/", bottom]
        } else {
            ["", ""]
        };
        let e = if power.is_empty() { "" } else { "e" };
        let [slash, over] = slash;
        Some(Numeral {
            text: [
                sign, whole, space, mantissa, slash, over, e, minus, power, percent,
            ]
            .concat(),
            exact: exact.and(whole).moved(places).into(),
        })
    }
}

impl<'a> Scan<'a> {
    /// Takes the first bytes away.
    pub(super) fn split(&mut self, at: usize) -> &'a str {
        let (taken, rest) = self.0.split_at_checked(at).unwrap_or((self.0, ""));
        self.0 = rest;
        taken
    }

    pub(super) fn next(&self) -> u8 {
        self.0.as_bytes().first().copied().unwrap_or_default()
    }

    pub(super) fn takes(&mut self, byte: u8) -> bool {
        let takes = self.next() == byte;
        self.split(usize::from(takes));
        takes
    }

    /// What is left, without a space at either end.
    pub(super) fn trimmed(mut self) -> &'a str {
        self.takes(b' ');
        let bytes = self.0.as_bytes();
        let end = bytes.len() - usize::from(bytes.last() == Some(&b' '));
        self.split(end)
    }

    pub(super) fn digits(&mut self) -> &'a str {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit);
        self.split(digits.count())
    }

    /// The number, whatever its sign.
    pub(super) fn shape(&mut self, habit: Habit) -> Result<Shape<'a>, Unread> {
        let first = self.digits();
        let mut more = Vec::new();
        while matches!(self.next(), b' ' | b'\'' | b',' | b'.') {
            let mut behind = Scan(self.0);
            let mark = behind.next();
            behind.split(1);
            let digits = behind.digits();
            if digits.is_empty() {
                break;
            }
            more.push((mark, digits));
            self.0 = behind.0;
        }
        let mut shape = Shape {
            mantissa: String::new(),
            other: None,
            power: None,
            fraction: None,
        };
        let mut behind = Scan(self.0);
        behind.takes(b' ');
        if behind.takes(b'/') {
            behind.takes(b' ');
            let bottom = behind.digits();
            self.0 = behind.0;
            // What could be a number of thousands by something is no whole number with a fraction.
            let (wholes, top) = match more.as_slice() {
                [] => ("", first),
                [(b' ', top)] if top.len() != 3 => (whole(first), *top),
                _ => return Err(Unread::Unreadable),
            };
            if bottom.is_empty() {
                return Err(Unread::Unreadable);
            }
            whole(top).clone_into(&mut shape.mantissa);
            shape.fraction = Some((whole(bottom), wholes));
        } else if first == "10" && more.is_empty() && self.takes(b'^') {
            shape.mantissa.push('1');
            shape.power = Some(self.power().ok_or(Unread::Unreadable)?);
        } else {
            (shape.mantissa, shape.other) = settle(first, &more, habit)?;
            shape.power = self.exponent();
        }
        Ok(shape)
    }

    /// "e5", "×10^5", "x 10^5".
    pub(super) fn exponent(&mut self) -> Option<Power<'a>> {
        let mut behind = Scan(self.0);
        if !behind.takes(b'e') && !behind.takes(b'E') {
            behind.takes(b' ');
            let times = behind.takes(b'x') || behind.takes(b'X') || behind.takes(b'*');
            behind.takes(b' ');
            if !times || behind.split(3) != "10^" {
                return None;
            }
        }
        let power = behind.power()?;
        self.0 = behind.0;
        Some(power)
    }

    /// "5", "-5", "+5".
    pub(super) fn power(&mut self) -> Option<Power<'a>> {
        let minus = if self.takes(b'-') { "-" } else { "" };
        self.takes(b'+');
        let digits = self.digits();
        (!digits.is_empty()).then(|| (minus, whole(digits)))
    }
}

/// Digits without zeros in front.
fn whole(digits: &str) -> &str {
    let zeros = digits.bytes().take_while(|b| *b == b'0').count();
    digits
        .get(zeros.min(digits.len().saturating_sub(1))..)
        .unwrap_or_default()
}

/// True when marks separate thousands: behind one to three digits, in front of three each, and all of a kind.
fn is_grouped(first: &str, more: &[Part<'_>]) -> bool {
    let sign = more.first().map(|(mark, _)| *mark);
    (1..=3).contains(&first.len())
        && first.as_bytes().first() != Some(&b'0')
        && more
            .iter()
            .all(|(mark, group)| Some(*mark) == sign && group.len() == 3)
}

/// What the marks of a number are, and so which number it is, or which two it may be.
fn settle(
    first: &str,
    more: &[Part<'_>],
    habit: Habit,
) -> Result<(String, Option<String>), Unread> {
    let mut groups = whole(if first.is_empty() { "0" } else { first }).to_owned();
    let Some((&(mark, last), before)) = more.split_last() else {
        return Ok((groups, None));
    };
    let is_point = matches!(mark, b',' | b'.');
    let is_one = before.is_empty();
    let all_grouped = is_grouped(first, more) && (habit == Habit::Typed || !is_one);
    let ends_in_decimals = is_point
        && (is_one || is_grouped(first, before) && before.iter().all(|(other, _)| *other != mark));
    if !all_grouped && !ends_in_decimals {
        return Err(match more.iter().any(|(mark, _)| *mark == b' ') {
            true => Unread::Several,
            false => Unread::Unreadable,
        });
    }
    for (_, group) in before {
        groups.push_str(group);
    }
    let decimal = [&groups, ".", last].concat();
    groups.push_str(last);
    Ok(match (all_grouped, ends_in_decimals) {
        (true, true) => (groups, Some(decimal)),
        (true, false) => (groups, None),
        _ => (decimal, None),
    })
}
