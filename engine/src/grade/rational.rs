//! Exact numbers: fractions of whole numbers of any length.
//!
//! A float doesn't hold 0.1, a decimal doesn't hold 1/3, and where a value, a unit and a tolerance are multiplied, 128 bits overflow. Whole
//! numbers are therefore short lists of limbs, which are added and multiplied and never divided or reduced: that is all that comparing
//! needs, and in the client it weighs less than the library's division of 128 bits.

use std::cmp::Ordering;
use std::fmt;
use std::iter::repeat;

/// A whole number from 0 on, its lowest limb first, without zeros at the end.
type Natural = Vec<u32>;

/// A number, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rational {
    negative: bool,
    top: Natural,
    /// Never zero.
    bottom: Natural,
}

impl Rational {
    /// `top` by `bottom`, both as decimal digits, among which a point doesn't count; `None` where `bottom` is zero.
    pub(super) fn fraction(negative: bool, top: &str, bottom: &str) -> Option<Self> {
        let (top, bottom) = (natural(top), natural(bottom));
        (!bottom.is_empty()).then_some(Self {
            negative,
            top,
            bottom,
        })
    }

    /// 10 to the power of `places`.
    fn power_of_ten(places: u32) -> Natural {
        let mut power = vec![1];
        for _ in 0..places {
            grow(&mut power, 10, 0);
        }
        power
    }

    /// The number with its decimal point moved to the right, or to the left by a negative number of places.
    pub(super) fn moved(mut self, places: i32) -> Self {
        let power = Self::power_of_ten(places.unsigned_abs());
        let side = match places > 0 {
            true => &mut self.top,
            false => &mut self.bottom,
        };
        *side = product(side, &power);
        self
    }

    /// The number and a whole number more, which is given in decimal digits; it goes away from zero.
    pub(super) fn and(mut self, whole: &str) -> Self {
        let whole = product(&natural(whole), &self.bottom);
        add_multiple(&mut self.top, &whole, 1);
        self
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Self {
        Self {
            negative: self.negative != other.negative,
            top: product(&self.top, &other.top),
            bottom: product(&self.bottom, &other.bottom),
        }
    }

    /// The quotient; `None` where `other` is zero.
    pub fn by(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self {
            negative: self.negative != other.negative,
            top: product(&self.top, &other.bottom),
            bottom: product(&self.bottom, &other.top),
        })
    }

    /// The difference.
    pub fn minus(&self, other: &Self) -> Self {
        let mut left = product(&self.top, &other.bottom);
        let mut right = product(&other.top, &self.bottom);
        let mut negative = self.negative;
        if self.negative != other.negative {
            add_multiple(&mut left, &right, 1);
        } else {
            if order(&left, &right) == Ordering::Less {
                std::mem::swap(&mut left, &mut right);
                negative = !negative;
            }
            take_away(&mut left, &right);
        }
        Self {
            negative,
            top: left,
            bottom: product(&self.bottom, &other.bottom),
        }
    }

    /// How far it is from zero.
    pub fn size(mut self) -> Self {
        self.negative = false;
        self
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.top.is_empty()
    }

    /// Whether it is less than zero.
    pub fn is_negative(&self) -> bool {
        self.negative && !self.is_zero()
    }

    /// Whether it is not more than `other`.
    pub fn at_most(&self, other: &Self) -> bool {
        !other.minus(self).is_negative()
    }

    /// Half a unit of the figure of that place, the first one being 1: for 9.81 and 2, half of a tenth. Zero has no figures, and so
    /// it is zero.
    pub fn half_unit(&self, figure: u64) -> Self {
        let size = self.clone().size();
        let mut unit = Self {
            negative: false,
            top: vec![1],
            bottom: vec![1],
        };
        if self.is_zero() {
            return self.clone();
        }
        while unit.clone().moved(1).at_most(&size) {
            grow(&mut unit.top, 10, 0);
        }
        while !unit.at_most(&size) {
            grow(&mut unit.bottom, 10, 0);
        }
        for _ in 1..figure {
            grow(&mut unit.bottom, 10, 0);
        }
        grow(&mut unit.bottom, 2, 0);
        unit
    }
}

impl Default for Rational {
    /// Zero.
    fn default() -> Self {
        Self {
            negative: false,
            top: Natural::new(),
            bottom: vec![1],
        }
    }
}

impl fmt::Display for Rational {
    /// Writes it as a fraction; for those who compile banks, since the client never needs it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{}", digits(&self.top))?;
        if self.bottom != [1] {
            write!(f, "/{}", digits(&self.bottom))?;
        }
        Ok(())
    }
}

/// The decimal digits of a number.
fn digits(number: &[u32]) -> String {
    let mut left = number.to_vec();
    let mut digits = Vec::new();
    while !left.is_empty() {
        let mut rest = 0;
        for limb in left.iter_mut().rev() {
            let all = (rest << 32) | u64::from(*limb);
            (*limb, _) = halves(all / 10);
            rest = all % 10;
        }
        digits.push(char::from_digit(halves(rest).0, 10).unwrap_or('0'));
        trim(&mut left);
    }
    if digits.is_empty() {
        digits.push('0');
    }
    digits.iter().rev().collect()
}

/// The number that decimal digits write; what is no digit is passed over.
fn natural(digits: &str) -> Natural {
    let mut number = Natural::new();
    for digit in digits.bytes() {
        if digit.is_ascii_digit() {
            grow(&mut number, 10, u32::from(digit - b'0'));
        }
    }
    number
}

/// Multiplies by a factor and adds a limb.
fn grow(number: &mut Natural, factor: u32, more: u32) {
    let mut carry = more;
    for limb in number.iter_mut() {
        (*limb, carry) = halves(u64::from(*limb) * u64::from(factor) + u64::from(carry));
    }
    if carry > 0 {
        number.push(carry);
    }
}

/// The lower and the upper limb.
fn halves(number: u64) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, reason = "that is what is wanted")]
    (number as u32, (number >> 32) as u32)
}

/// Adds `factor` times `other`.
fn add_multiple(sum: &mut Natural, other: &[u32], factor: u32) {
    sum.resize(sum.len().max(other.len()) + 2, 0);
    let mut carry = 0;
    for (limb, more) in sum.iter_mut().zip(other.iter().chain(repeat(&0))) {
        let all = u64::from(*limb) + u64::from(*more) * u64::from(factor) + u64::from(carry);
        (*limb, carry) = halves(all);
    }
    trim(sum);
}

/// Takes away what is not larger.
fn take_away(rest: &mut Natural, other: &[u32]) {
    let mut borrowed = false;
    for (limb, less) in rest.iter_mut().zip(other.iter().chain(repeat(&0))) {
        let (once, first) = limb.overflowing_sub(*less);
        let (twice, second) = once.overflowing_sub(borrowed.into());
        *limb = twice;
        borrowed = first || second;
    }
    trim(rest);
}

fn product(one: &[u32], other: &[u32]) -> Natural {
    let mut product = Natural::new();
    for limb in other.iter().rev() {
        product.insert(0, 0);
        add_multiple(&mut product, one, *limb);
    }
    product
}

fn trim(number: &mut Natural) {
    while number.last() == Some(&0) {
        number.pop();
    }
}

fn order(one: &[u32], other: &[u32]) -> Ordering {
    let by_length = one.len().cmp(&other.len());
    by_length.then_with(|| one.iter().rev().cmp(other.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(number: i64, by: u32) -> Rational {
        let (top, bottom) = (number.unsigned_abs().to_string(), by.to_string());
        Rational::fraction(number < 0, &top, &bottom).unwrap()
    }

    fn same(one: &Rational, other: &Rational) -> bool {
        one.minus(other).is_zero()
    }

    proptest! {
        #[test]
        fn fractions_are_reckoned_with_as_wide_whole_numbers_are(
            a in -1_000_000_000_000i64..1_000_000_000_000, b in 1u32..100_000,
            c in -1_000_000_000_000i64..1_000_000_000_000, d in 1u32..100_000,
        ) {
            let (one, other) = (exact(a, b), exact(c, d));
            let (left, right) = (i128::from(a) * i128::from(d), i128::from(c) * i128::from(b));
            prop_assert_eq!(one.at_most(&other), left <= right);
            prop_assert_eq!(same(&one, &other), left == right);
            prop_assert_eq!(one.is_negative(), a < 0);
            // (one - other) and other make one.
            prop_assert!(same(&one.minus(&other).minus(&exact(0, 1).minus(&other)), &one));
            prop_assert!(c == 0 || same(&one.times(&other).by(&other).unwrap(), &one));
        }

        #[test]
        fn long_numbers_are_as_exact_as_short_ones(digits in "[1-9][0-9]{0,120}", places in 0i32..100) {
            let number = Rational::fraction(false, &digits, "1").unwrap();
            prop_assert!(same(&number.clone().moved(places).moved(-places), &number));
            let next = number.clone().and("1");
            prop_assert!(same(&next.minus(&number), &exact(1, 1)));
            prop_assert!(number.at_most(&next) && !next.at_most(&number));
            prop_assert!(same(&next.times(&next).by(&next).unwrap(), &next));
            prop_assert_eq!(number.to_string(), digits);
        }
    }

    #[test]
    fn a_figure_counts_by_its_place() {
        for (number, by, figure, half, half_by) in [
            (981, 100, 1, 5, 10),
            (981, 100, 2, 5, 100),
            (-981, 100, 3, 5, 1000),
            (93, 1, 2, 5, 10),
            (10, 1, 1, 5, 1),
            (1234, 1, 2, 50, 1),
            (2, 3, 2, 5, 1000),
            (1, 1, 1, 5, 10),
            (1, 100, 1, 5, 1000),
            (0, 1, 3, 0, 1),
        ] {
            let unit = exact(number, by).half_unit(figure);
            assert!(
                same(&unit, &exact(half, half_by)),
                "{number}/{by}, {figure}"
            );
        }
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Rational::fraction(false, "1", "000"), None);
    }
}
