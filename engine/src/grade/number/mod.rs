//! How a typed number is read, in the ways in which it is written in English, French and German. No language is asked for: a number has
//! none, and who types it may write it as in any other.
//!
//! What is read becomes a [`Numeral`]: the same number in one plain way of writing. Where a text may be read in two ways, both are kept,
//! since a guess would be wrong for half of the world.

mod scan;

use std::sync::OnceLock;

use super::rational::Rational;
use crate::json::{FromJson, Node, ToJson, Writer};
use scan::Scan;

/// The most digits of a number in a learner's answer; more are none that anybody learnt.
const MAX_DIGITS: usize = 40;

/// The most digits of a number in a bank, whose bounds may be fractions of long numbers.
const MAX_BANK_DIGITS: usize = 1000;

/// A number in a plain way of writing: `-1234.50`, `1.5e-3`, `3/4`, `1 3/4`, each with `%` behind it or not. The point is for decimals,
/// and nothing marks groups.
#[derive(Debug, Clone)]
pub struct Numeral {
    text: String,
    /// Worked out when it is asked for: a client that only shows a question needs no arithmetic.
    exact: OnceLock<Rational>,
}

impl PartialEq for Numeral {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Numeral {}

/// A typed text as a number, with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The number.
    pub number: Numeral,
    /// The other number that it may be: that of "1,234" with a decimal mark, where `number` takes it for a mark of thousands.
    pub other: Option<Numeral>,
    /// The place of the unit's name among those known, if one was typed.
    pub unit: Option<usize>,
}

/// Why a typed text is no number that can be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unread {
    /// There is no number in it.
    NoNumber,
    /// There is more than one number in it.
    Several,
    /// The number is not written in a way that is read here, or it has too many digits.
    Unreadable,
    /// It may be either of two numbers, of which one is right.
    Ambiguous(Doubt),
    /// It has a unit or a word that is not known.
    UnknownUnit,
    /// It has no unit, and needs one.
    NoUnit,
}

/// The two numbers that "1,234" may be, in the plain way of writing and without a power of ten behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What it is where the mark separates thousands: 1234.
    pub grouped: String,
    /// What it is where the mark stands before the decimals: 1.234. With one more zero it can't be taken for the other.
    pub decimal: String,
}

impl Typed {
    /// What to ask, where there are two numbers.
    pub fn doubt(&self) -> Option<Unread> {
        let mantissa = |number: &Numeral| number.mantissa().to_owned();
        Some(Unread::Ambiguous(Doubt {
            grouped: mantissa(&self.number),
            decimal: mantissa(self.other.as_ref()?),
        }))
    }
}

impl Numeral {
    /// Reads a number in the plain way of writing; `None` for what is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = read_with(text, &[], Habit::Plain).ok()?;
        Some(typed.number)
    }

    /// Reads a number as a learner would type it, without a unit.
    ///
    /// # Errors
    ///
    /// It is no number that is known to be one.
    ///
    /// ```
    /// use jalon_engine::grade::{Numeral, Unread};
    ///
    /// assert_eq!(Numeral::read("1 234,5")?.as_str(), "1234.5");
    /// assert_eq!(Numeral::read("about"), Err(Unread::NoNumber));
    /// assert!(matches!(Numeral::read("1,234"), Err(Unread::Ambiguous(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(text: &str) -> Result<Self, Unread> {
        let typed = read(text, &[])?;
        match typed.doubt() {
            None => Ok(typed.number),
            Some(doubt) => Err(doubt),
        }
    }

    /// A number, by its exact value.
    pub fn of(exact: Rational) -> Self {
        Self {
            text: exact.to_string(),
            exact: exact.into(),
        }
    }

    /// A number as a bank has it, in the plain way of writing. It is not worked out before it is asked for.
    pub(crate) fn plain(text: &str) -> Option<Self> {
        let plain =
            |byte: u8| matches!(byte, b'0'..=b'9' | b'.' | b'/' | b'e' | b'-' | b'%' | b' ');
        let is_plain = text.bytes().all(plain) && text.len() <= MAX_BANK_DIGITS + 10;
        is_plain.then(|| Self {
            text: text.to_owned(),
            exact: OnceLock::new(),
        })
    }

    /// The plain way of writing it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its exact value; zero for a text of a forged file that is no number.
    pub fn exact(&self) -> &Rational {
        self.exact.get_or_init(|| {
            let number = Self::parse(&self.text);
            number
                .and_then(|number| number.exact.into_inner())
                .unwrap_or_default()
        })
    }

    /// What stands before the power of ten and the percent sign.
    fn mantissa(&self) -> &str {
        let end = self.text.bytes().position(|b| matches!(b, b'e' | b'%'));
        end.and_then(|end| self.text.get(..end))
            .unwrap_or(&self.text)
    }

    /// The same, written so that nobody can take its point for a mark of thousands: 1.2340 for 1.234.
    ///
    /// ```
    /// use jalon_engine::grade::Numeral;
    ///
    /// let number = Numeral::parse("1.234").ok_or("no number")?;
    /// assert_eq!(number.unmistakable(), "1.2340");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unmistakable(&self) -> String {
        let (mantissa, zero) = (self.mantissa(), ["", "0"]);
        let is_doubtful = read(mantissa, &[]).is_ok_and(|typed| typed.other.is_some());
        let rest = self.text.get(mantissa.len()..).unwrap_or_default();
        [mantissa, zero[usize::from(is_doubtful)], rest].concat()
    }
}

impl Default for Numeral {
    fn default() -> Self {
        Self {
            text: "0".to_owned(),
            exact: OnceLock::new(),
        }
    }
}

/// A text with one way to write each sign that has several, and all signs of numbers in ASCII: one space at a time and none at the ends,
/// `1 1/2` for 1½, `10^5` for 10⁵.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let space = |normal: &mut String| {
        if !matches!(normal.as_bytes().last(), None | Some(b' ')) {
            normal.push(' ');
        }
    };
    let mut was_raised = false;
    for c in text.chars() {
        let raised = lowered(c);
        match (raised, c) {
            (Some(plain), _) => {
                if !was_raised {
                    normal.push('^');
                }
                normal.push(plain);
            }
            (_, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}') => space(&mut normal),
            (_, '\u{2212}' | '\u{2010}') => normal.push('-'),
            (_, '\u{2019}') => normal.push('\''),
            (_, '\u{2044}') => normal.push('/'),
            (_, '×') => normal.push('x'),
            (_, 'µ') => normal.push('μ'),
            _ => match vulgar(c) {
                "" => {
                    if was_raised && c.is_ascii_digit() {
                        normal.push(' ');
                    }
                    normal.push(c);
                }
                fraction => {
                    space(&mut normal);
                    normal.push_str(fraction);
                    normal.push(' ');
                }
            },
        }
        was_raised = raised.is_some();
    }
    if normal.as_bytes().last() == Some(&b' ') {
        normal.pop();
    }
    normal
}

/// What marks mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// The point is for decimals.
    Plain,
    /// What it means in English, in French or in German.
    Typed,
}

/// Reads a typed text. `units` are names of units, which are to be typed to the letter, apart from kinds of spaces, since mW and MW are
/// not the same; where there are none, "%" stands for hundredths.
///
/// # Errors
///
/// The text is no number that is known to be one.
pub(crate) fn read(text: &str, units: &[&str]) -> Result<Typed, Unread> {
    read_with(text, units, Habit::Typed)
}

fn read_with(text: &str, units: &[&str], habit: Habit) -> Result<Typed, Unread> {
    let normal = normal(text);
    let start = start(normal.as_bytes()).ok_or(Unread::NoNumber)?;
    let mut scan = Scan(&normal);
    let before = Scan(scan.split(start)).trimmed();
    let (sign, before) = sign(before);
    let shape = scan.shape(habit)?;
    let after = scan.trimmed();
    let name = if before.is_empty() { after } else { before };
    let is_share = units.is_empty() && after == "%" && before.is_empty();
    let unit = units.iter().position(|known| self::normal(known) == name);
    let is_known = name.is_empty() || is_share || unit.is_some();
    if !is_known || !before.is_empty() && !after.is_empty() {
        return Err(if starts_number(after.as_bytes()) {
            Unread::Several
        } else if is_punctuation(before) && is_punctuation(after) {
            Unread::Unreadable
        } else {
            Unread::UnknownUnit
        });
    }
    let percent = if is_share { "%" } else { "" };
    let most = match habit {
        Habit::Plain => MAX_BANK_DIGITS,
        Habit::Typed => MAX_DIGITS,
    };
    let number = |mantissa: &str| shape.number(sign, mantissa, percent, most);
    Ok(Typed {
        number: number(&shape.mantissa).ok_or(Unread::Unreadable)?,
        other: match &shape.other {
            Some(other) => Some(number(other).ok_or(Unread::Unreadable)?),
            None => None,
        },
        unit,
    })
}

/// Where the number starts: at its first digit, or at the decimal mark before it.
fn start(text: &[u8]) -> Option<usize> {
    let first = text.iter().position(u8::is_ascii_digit)?;
    let before = first.checked_sub(1).and_then(|at| text.get(at));
    Some(first - usize::from(matches!(before, Some(b'.' | b','))))
}

/// The sign, which stands before or behind a unit, and what else there is.
fn sign(before: &str) -> (&'static str, &str) {
    let signs = |byte: Option<&u8>| match byte {
        Some(b'-') => Some("-"),
        Some(b'+') => Some(""),
        _ => None,
    };
    let bytes = before.as_bytes();
    let mut rest = Scan(before);
    if let Some(sign) = signs(bytes.first()) {
        rest.split(1);
        (sign, rest.trimmed())
    } else if let Some(sign) = signs(bytes.last()) {
        (sign, Scan(rest.split(bytes.len() - 1)).trimmed())
    } else {
        ("", before)
    }
}

/// True for what is no name of anything.
fn is_punctuation(text: &str) -> bool {
    text.bytes().all(|b| {
        matches!(
            b,
            b' ' | b'.'
                | b','
                | b';'
                | b':'
                | b'!'
                | b'?'
                | b'('
                | b')'
                | b'\''
                | b'/'
                | b'^'
                | b'+'
                | b'-'
        )
    })
}

/// True when another number starts in what follows one: a digit that belongs to no word.
fn starts_number(text: &[u8]) -> bool {
    let mut last = b' ';
    text.iter().any(|&b| {
        let starts = b.is_ascii_digit() && last.is_ascii() && !last.is_ascii_alphanumeric();
        last = b;
        starts
    })
}

/// A fraction that is one sign; nothing for another sign.
fn vulgar(c: char) -> &'static str {
    match c {
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        '⅓' => "1/3",
        '⅔' => "2/3",
        '⅕' => "1/5",
        '⅖' => "2/5",
        '⅗' => "3/5",
        '⅘' => "4/5",
        '⅙' => "1/6",
        '⅚' => "5/6",
        '⅛' => "1/8",
        '⅜' => "3/8",
        '⅝' => "5/8",
        '⅞' => "7/8",
        _ => "",
    }
}

/// A raised digit or sign as a plain one.
fn lowered(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' | '⁴'..='⁹' => char::from_digit(u32::from(c) - 0x2070, 10)?,
        '⁺' => '+',
        '⁻' => '-',
        _ => return None,
    })
}

impl FromJson for Numeral {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, node: &Node<'_>) {
        match Self::plain(node.text()) {
            Some(number) => *self = number,
            None => node.fail("no number that can be read"),
        }
    }
}

impl ToJson for Numeral {
    fn to_json(&self, out: &mut Writer) {
        out.text(&self.text);
    }
}
