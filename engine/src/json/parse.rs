//! From a text to a tree.

use std::borrow::Cow;

use super::{Json, JsonError};

/// The deepest nesting that is read; hostile depth must not exhaust the stack.
const MAX_DEPTH: usize = 100;

/// Parses a text.
///
/// # Errors
///
/// The text is no JSON, is nested too deeply, or holds numbers that are not whole.
pub fn parse(text: &str) -> Result<Json<'_>, JsonError> {
    let mut parser = Parser { text, at: 0 };
    match parser.value(MAX_DEPTH) {
        Some(value) if parser.next().is_none() => Ok(value),
        _ => Err(parser.wrong()),
    }
}

struct Parser<'a> {
    text: &'a str,
    /// How many bytes have been read.
    at: usize,
}

impl<'a> Parser<'a> {
    fn wrong(&self) -> JsonError {
        let read = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
        let line = line.to_string();
        JsonError(["no JSON that can be read, from line ", &line, " on"].concat())
    }

    /// The next byte, whatever it is.
    fn byte(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => {}
                byte => return byte,
            }
        }
    }

    /// True when `byte` comes next; it is read then.
    fn takes(&mut self, byte: u8) -> bool {
        let before = self.at;
        let found = self.next() == Some(byte);
        if !found {
            self.at = before;
        }
        found
    }

    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        let depth = depth.checked_sub(1)?;
        match self.next()? {
            b'"' => self.text().map(Json::Text),
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'n' => self.word("ull", Json::Null),
            b't' => self.word("rue", Json::Bool(true)),
            b'f' => self.word("alse", Json::Bool(false)),
            b'-' => self.negative(),
            digit => self.number(digit).map(Json::Number),
        }
    }

    fn word(&mut self, rest: &str, value: Json<'a>) -> Option<Json<'a>> {
        let found = self.text.get(self.at..)?.starts_with(rest);
        self.at += rest.len();
        found.then_some(value)
    }

    /// A number below zero, whose sign has been read.
    fn negative(&mut self) -> Option<Json<'a>> {
        let first = self.byte()?;
        let number = 0i64.checked_sub_unsigned(self.number(first)?)?;
        (number < 0).then_some(Json::Negative(number))
    }

    fn number(&mut self, first: u8) -> Option<u64> {
        let mut number = u64::from(char::from(first).to_digit(10)?);
        while let Some(digit @ b'0'..=b'9') = self.text.as_bytes().get(self.at) {
            // No number but zero itself starts with one.
            if first == b'0' {
                return None;
            }
            number = number
                .checked_mul(10)?
                .checked_add(u64::from(digit - b'0'))?;
            self.at += 1;
        }
        Some(number)
    }

    fn list(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut items = Vec::new();
        let mut more = !self.takes(b']');
        while more {
            items.push(self.value(depth)?);
            more = self.goes_on(b']')?;
        }
        Some(Json::List(items))
    }

    fn object(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut members = Vec::new();
        let mut more = !self.takes(b'}');
        while more {
            if !self.takes(b'"') {
                return None;
            }
            let name = self.text()?;
            if !self.takes(b':') {
                return None;
            }
            members.push((name, self.value(depth)?));
            more = self.goes_on(b'}')?;
        }
        Some(Json::Object(members))
    }

    /// Whether a comma follows, or the end.
    fn goes_on(&mut self, end: u8) -> Option<bool> {
        match self.next()? {
            b',' => Some(true),
            byte => (byte == end).then_some(false),
        }
    }

    /// The rest of a text whose first quote has been read; borrowed where it has no escapes.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let mut read = Cow::Borrowed("");
        loop {
            let from = self.at;
            let rest = self.text.as_bytes().get(from..)?;
            let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
            self.at += rest.iter().position(ends)?;
            let part = self.text.get(from..self.at)?;
            if read.is_empty() {
                read = Cow::Borrowed(part);
            } else {
                read.to_mut().push_str(part);
            }
            match self.byte()? {
                b'"' => return Some(read),
                b'\\' => {
                    let escaped = self.escaped()?;
                    read.to_mut().push(escaped);
                }
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.byte()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// A character by its number; one beyond the first 65,536 is written as two halves.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if self.byte()? != b'\\' || self.byte()? != b'u' {
            return None;
        }
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return None;
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.byte()?).to_digit(16)?;
        }
        Some(number)
    }
}
