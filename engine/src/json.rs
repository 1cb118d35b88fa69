//! JSON to the engine's types and back, through one small tree. Derived readers and writers make a copy of the parser and of
//! the printer for every type, and the client pays for each: here a type adds its list of names and nothing else.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use crate::decimal::{decimal, push_decimal};

/// A JSON value. Numbers are whole and not negative: nothing that is compiled or saved has others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json<'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object's members, in order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// What is wrong, and where: `questions.3.body: expected an object`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong(String);

impl Wrong {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// The deepest nesting that is read; hostile depth must not exhaust the stack.
const MAX_DEPTH: usize = 100;

/// Parses a text.
///
/// # Errors
///
/// The text is no JSON, is nested too deeply, or holds numbers that are not whole.
pub fn parse(text: &str) -> Result<Json<'_>, Wrong> {
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
    fn wrong(&self) -> Wrong {
        let read = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
        let mut what = "no JSON that can be read, from line ".to_owned();
        push_decimal(&mut what, line as u64);
        what.push_str(" on");
        Wrong(what)
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
            digit => self.number(digit),
        }
    }

    fn word(&mut self, rest: &str, value: Json<'a>) -> Option<Json<'a>> {
        let found = self.text.get(self.at..)?.starts_with(rest);
        self.at += rest.len();
        found.then_some(value)
    }

    fn number(&mut self, first: u8) -> Option<Json<'a>> {
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
        Some(Json::Number(number))
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

/// What can be read from JSON: a blank value, which is then filled in place. So a member is one call, whatever its type.
pub trait FromJson {
    /// Any value at all, to be filled; nobody will see it as it is.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads into a blank value. Where that can't be done, notes why with [`Node::fail`] and leaves any value at all: nobody
    /// will see it. A way out at each member would weigh more than the reading.
    fn fill(&mut self, node: &Node<'_>);

    /// Reads it.
    fn from_json(node: &Node<'_>) -> Self
    where
        Self: Sized,
    {
        let mut value = Self::blank();
        value.fill(node);
        value
    }
}

/// Puts a value in the place of a blank one that has allocated nothing: without code to free it.
pub fn replace<T>(blank: &mut T, value: T) {
    std::mem::forget(std::mem::replace(blank, value));
}

/// Reads a value from a text.
///
/// # Errors
///
/// The text is no JSON, or has another shape.
pub fn read<T: FromJson>(text: &str) -> Result<T, Wrong> {
    parse(text)?.read()
}

/// A value that is being read, and the way to it.
pub struct Node<'n> {
    json: &'n Json<'n>,
    name: Name<'n>,
    up: Option<&'n Node<'n>>,
    wrong: &'n Cell<Option<Wrong>>,
}

#[derive(Clone, Copy)]
enum Name<'n> {
    Member(&'n str),
    Item(usize),
}

impl<'a> Json<'a> {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// It has another shape.
    pub fn read<T: FromJson>(&self) -> Result<T, Wrong> {
        let mut value = T::blank();
        match self.fill(&mut value) {
            None => Ok(value),
            Some(wrong) => Err(wrong),
        }
    }

    #[inline(never)]
    fn fill(&self, value: &mut dyn FromJson) -> Option<Wrong> {
        let wrong = Cell::new(None);
        value.fill(&Node {
            json: self,
            name: Name::Member(""),
            up: None,
            wrong: &wrong,
        });
        wrong.take()
    }

    /// A member of an object; null where there is none.
    pub fn member(&self, name: &str) -> &Json<'a> {
        let members = match self {
            Self::Object(members) => members.as_slice(),
            _ => &[],
        };
        let found = members.iter().find(|(own, _)| own == name);
        found.map_or(&Json::Null, |(_, value)| value)
    }
}

impl<'n> Node<'n> {
    /// Notes that this value can't be read. The first note counts.
    #[cold]
    #[inline(never)]
    pub fn fail(&self, what: &str) {
        let first = self.wrong.take();
        self.wrong.set(Some(first.unwrap_or_else(|| {
            let mut text = self.path();
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(what);
            Wrong(text)
        })));
    }

    fn path(&self) -> String {
        let Some(up) = self.up else {
            return String::new();
        };
        let mut path = up.path();
        if !path.is_empty() {
            path.push('.');
        }
        match self.name {
            Name::Member(name) => path.push_str(name),
            Name::Item(n) => push_decimal(&mut path, n as u64),
        }
        path
    }

    fn down<'s>(&'s self, name: Name<'s>, json: &'s Json<'s>) -> Node<'s> {
        Node {
            json,
            name,
            up: Some(self),
            wrong: self.wrong,
        }
    }

    /// True when there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self.json, Json::Null)
    }

    /// A member of an object; null where there is none.
    fn member<'s>(&'s self, name: &'s str) -> Node<'s> {
        if !matches!(self.json, Json::Object(_)) {
            self.fail("expected an object");
        }
        self.down(Name::Member(name), self.json.member(name))
    }

    /// Reads a member of an object.
    #[inline(never)]
    pub fn need(&self, name: &str, value: &mut dyn FromJson) {
        value.fill(&self.member(name));
    }

    /// Reads a member of an object; where there is none, or null, the value stays as it is.
    #[inline(never)]
    pub fn may(&self, name: &str, value: &mut dyn FromJson) {
        let member = self.member(name);
        if !member.is_null() {
            value.fill(&member);
        }
    }

    /// How many members an object has; none where it is no object.
    #[allow(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        match self.json {
            Json::Object(members) => members.len(),
            _ => 0,
        }
    }

    /// Reads each member of an object, with its name.
    #[inline(never)]
    pub fn members(&self, each: &mut dyn FnMut(&str, &Node<'_>)) {
        let Json::Object(members) = self.json else {
            self.fail("expected an object");
            return;
        };
        for (name, value) in members {
            each(name, &self.down(Name::Member(name), value));
        }
    }

    /// Reads each item of a list.
    #[inline(never)]
    pub fn items(&self, each: &mut dyn FnMut(&Node<'_>)) {
        let Json::List(items) = self.json else {
            self.fail("expected a list");
            return;
        };
        for (n, item) in items.iter().enumerate() {
            each(&self.down(Name::Item(n), item));
        }
    }

    /// Reads an item of a list; null where there is none.
    #[inline(never)]
    pub fn item(&self, n: usize, value: &mut dyn FromJson) {
        let item = match self.json {
            Json::List(items) => items.get(n),
            _ => None,
        };
        value.fill(&self.down(Name::Item(n), item.unwrap_or(&Json::Null)));
    }

    /// A text.
    #[inline(never)]
    pub fn text(&self) -> &str {
        match self.json {
            Json::Text(text) => text,
            _ => {
                self.fail("expected a text");
                ""
            }
        }
    }

    /// A whole number.
    #[inline(never)]
    fn number(&self, most: u64) -> u64 {
        match self.json {
            Json::Number(number) if *number <= most => *number,
            _ => {
                self.fail("expected a whole number that is not too large");
                0
            }
        }
    }

    /// The place among `names` and the content of an enum's variant: `{"name": content}`, or `"name"` alone.
    #[inline(never)]
    pub fn variant(&self, names: &[&str]) -> Option<(usize, Node<'_>)> {
        let (name, content) = match self.json {
            Json::Text(name) => (name, &Json::Null),
            Json::Object(members) if members.len() == 1 => {
                let (name, content) = members.first()?;
                (name, content)
            }
            _ => {
                self.fail("expected a name, or an object with one member");
                return None;
            }
        };
        let place = names.iter().position(|own| own == name);
        if place.is_none() {
            self.fail("unknown name");
        }
        Some((place?, self.down(Name::Member(name), content)))
    }
}

/// What can be written as JSON.
pub trait ToJson {
    /// Writes it.
    fn to_json(&self, out: &mut Writer);
}

/// Writes a value as a text.
pub fn write(value: &dyn ToJson) -> String {
    let mut out = Writer(String::new());
    value.to_json(&mut out);
    out.0
}

/// Whether two values are written alike. Smaller than to compare what each of them is made of.
pub fn same(one: &dyn ToJson, other: &dyn ToJson) -> bool {
    write(one) == write(other)
}

/// JSON that is being written, without spaces.
pub struct Writer(String);

impl Writer {
    /// A comma, after everything but an opening bracket.
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// Begins an object.
    pub fn begin_object(&mut self) {
        self.0.push('{');
    }

    /// Writes a member of an object.
    #[inline(never)]
    pub fn member(&mut self, name: &str, value: &dyn ToJson) {
        self.comma();
        self.text(name);
        self.0.push(':');
        value.to_json(self);
    }

    /// Writes a member of an object where it is not as usual.
    pub fn member_but<T: ToJson + PartialEq>(&mut self, name: &str, value: &T, usual: &T) {
        if value != usual {
            self.member(name, value);
        }
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.0.push('}');
    }

    /// Writes an enum's variant that has content.
    #[inline(never)]
    pub fn variant(&mut self, name: &str, content: &dyn ToJson) {
        self.begin_object();
        self.member(name, content);
        self.end_object();
    }

    /// Begins a list.
    pub fn begin_list(&mut self) {
        self.0.push('[');
    }

    /// Writes an item of a list.
    #[inline(never)]
    pub fn item(&mut self, value: &dyn ToJson) {
        self.comma();
        value.to_json(self);
    }

    /// Ends a list.
    pub fn end_list(&mut self) {
        self.0.push(']');
    }

    /// Writes a text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            let short = match c {
                '"' | '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                '\0'..='\x1f' => {
                    self.0.push_str("\\u00");
                    for digit in [u32::from(c) / 16, u32::from(c) % 16] {
                        self.0.extend(char::from_digit(digit, 16));
                    }
                    continue;
                }
                _ => {
                    self.0.push(c);
                    continue;
                }
            };
            self.0.push('\\');
            self.0.push(short);
        }
        self.0.push('"');
    }

    #[inline(never)]
    fn number(&mut self, number: u64) {
        push_decimal(&mut self.0, number);
    }
}

/// Reads and writes a struct, each field as a member of its name. Those after `;` may be missing, and are where they have the
/// value given. It is also what the reading fills, so lists and texts given are empty.
#[macro_export]
#[doc(hidden)]
macro_rules! struct_json {
    ($type:ty { $($field:ident),* $(; $($optional:ident = $usual:expr),*)? }) => {
        impl $crate::json::FromJson for $type {
            fn blank() -> Self {
                Self {
                    $($field: $crate::json::FromJson::blank(),)*
                    $($($optional: $usual,)*)?
                }
            }

            fn fill(&mut self, node: &$crate::json::Node<'_>) {
                $(node.need(stringify!($field), &mut self.$field);)*
                $($(node.may(stringify!($optional), &mut self.$optional);)*)?
            }
        }

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                out.begin_object();
                $(out.member(stringify!($field), &self.$field);)*
                $($(out.member_but(stringify!($optional), &self.$optional, &$usual);)*)?
                out.end_object();
            }
        }
    };
}

/// Reads and writes an enum whose variants hold one value each or none, under these names. What follows `else` is blank and
/// allocates nothing.
#[macro_export]
#[doc(hidden)]
macro_rules! enum_json {
    ($type:ty { $($name:literal => $variant:ident $(($content:ident))?),* } else $other:expr) => {
        impl $crate::json::FromJson for $type {
            fn blank() -> Self {
                $other
            }

            fn fill(&mut self, node: &$crate::json::Node<'_>) {
                enum Place {
                    $($variant),*
                }
                let Some((place, content)) = node.variant(&[$($name),*]) else {
                    return;
                };
                let blank = match place {
                    $(_ if place == Place::$variant as usize => Self::$variant $(({
                        let $content = $crate::json::FromJson::blank();
                        $content
                    }))?,)*
                    _ => return,
                };
                $crate::json::replace(self, blank);
                let own: Option<&mut dyn $crate::json::FromJson> = match self {
                    $(Self::$variant $(($content))? => $crate::enum_json!(@own $($content)?),)*
                };
                if let Some(own) = own {
                    own.fill(&content);
                }
            }
        }

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                match self {
                    $(Self::$variant $(($content))? => {
                        $crate::enum_json!(@write out $name $($content)?)
                    })*
                }
            }
        }
    };
    (@own) => { None };
    (@own $content:ident) => { Some($content) };
    (@write $out:ident $name:literal) => { $out.text($name) };
    (@write $out:ident $name:literal $content:ident) => { $out.variant($name, $content) };
}

/// Reads and writes a struct of one field as that field alone.
#[macro_export]
#[doc(hidden)]
macro_rules! newtype_json {
    ($type:ident) => {
        impl $crate::json::FromJson for $type {
            fn blank() -> Self {
                Self($crate::json::FromJson::blank())
            }

            fn fill(&mut self, node: &$crate::json::Node<'_>) {
                self.0.fill(node);
            }
        }

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                self.0.to_json(out);
            }
        }
    };
}

impl FromJson for bool {
    fn blank() -> Self {
        false
    }

    fn fill(&mut self, node: &Node<'_>) {
        match node.json {
            Json::Bool(value) => *self = *value,
            _ => node.fail("expected true or false"),
        }
    }
}

impl ToJson for bool {
    fn to_json(&self, out: &mut Writer) {
        out.0.push_str(if *self { "true" } else { "false" });
    }
}

macro_rules! number_json {
    ($($number:ty)*) => {$(
        impl FromJson for $number {
            fn blank() -> Self {
                0
            }

            fn fill(&mut self, node: &Node<'_>) {
                *self = Self::try_from(node.number(Self::MAX.into())).unwrap_or_default();
            }
        }

        impl ToJson for $number {
            fn to_json(&self, out: &mut Writer) {
                out.number((*self).into());
            }
        }
    )*};
}

number_json! { u8 u16 u32 u64 }

/// Numbers below zero are texts, as they are few: `"-50"`.
impl FromJson for i16 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, node: &Node<'_>) {
        let Json::Text(text) = node.json else {
            *self = Self::try_from(node.number(100)).unwrap_or(0);
            return;
        };
        let digits = text.strip_prefix('-').unwrap_or_default();
        if !(1..=3).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            node.fail("expected a number below zero, in quotes");
            return;
        }
        let place = |number, byte: u8| number * 10 - i16::from(byte - b'0');
        *self = digits.bytes().fold(0, place);
    }
}

impl ToJson for i16 {
    fn to_json(&self, out: &mut Writer) {
        let digits = decimal(self.unsigned_abs().into());
        if *self < 0 {
            out.text(&["-", &digits].concat());
        } else {
            out.0.push_str(&digits);
        }
    }
}

impl FromJson for String {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, node: &Node<'_>) {
        self.push_str(node.text());
    }
}

impl ToJson for String {
    fn to_json(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, node: &Node<'_>) {
        node.items(&mut |item| self.push(T::from_json(item)));
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self, out: &mut Writer) {
        out.begin_list();
        for item in self {
            out.item(item);
        }
        out.end_list();
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, node: &Node<'_>) {
        if !node.is_null() {
            replace(self, Some(T::blank()));
            if let Some(value) = self {
                value.fill(node);
            }
        }
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self, out: &mut Writer) {
        match self {
            None => out.0.push_str("null"),
            Some(value) => value.to_json(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same as another library reads it; `None` for numbers that are not whole.
    fn known(value: serde_json::Value) -> Option<Json<'static>> {
        use serde_json::Value;
        Some(match value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(number) => Json::Number(number.as_u64()?),
            Value::String(text) => Json::Text(text.into()),
            Value::Array(items) => Json::List(items.into_iter().map(known).collect::<Option<_>>()?),
            Value::Object(members) => {
                let known = |(name, value): (String, _)| Some((name.into(), known(value)?));
                Json::Object(members.into_iter().map(known).collect::<Option<_>>()?)
            }
        })
    }

    /// In the order of their names, each once, as the other library keeps them.
    fn sorted(json: Json<'_>) -> Json<'_> {
        match json {
            Json::List(items) => Json::List(items.into_iter().map(sorted).collect()),
            Json::Object(members) => {
                let mut all = std::collections::BTreeMap::new();
                for (name, value) in members {
                    all.insert(name, sorted(value));
                }
                Json::Object(all.into_iter().collect())
            }
            other => other,
        }
    }

    fn agree(text: &str) {
        let ours = parse(text).ok().map(sorted);
        let theirs = serde_json::from_str(text).ok().and_then(known);
        assert_eq!(ours, theirs, "{text:?}");
    }

    proptest! {
        #[test]
        fn everything_is_read_as_another_library_reads_it(
            text in r#"([\[\]{}:,"0-9 \nntfaeé\\u/.-]|null|true|false|"[a-c]":|"\\u[0-9a-fDd]{4}"|\\n|\[\]|\{\}|,){0,12}"#,
        ) {
            agree(&text);
        }

        #[test]
        fn every_text_is_written_as_another_library_writes_it(text: String) {
            let written = write(&text);
            prop_assert_eq!(&written, &serde_json::to_string(&text).unwrap());
            prop_assert_eq!(read::<String>(&written), Ok(text));
        }
    }

    #[test]
    fn odd_texts_are_read_as_another_library_reads_them() {
        for text in [
            r#""\ud83d\ude00""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ude00""#,
            r#""\ud83d\ud83d""#,
            r#""\u00g0""#,
            r#""\u+123""#,
            "\"a\\qb\"",
            "\"tab\t\"",
            "01",
            "0",
            "-1",
            "1.5",
            "1e3",
            "18446744073709551615",
            "18446744073709551616",
            "nul",
            "nulll",
            "[1,]",
            "[,1]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            " [ 1 , { \"a\" : \"b\\\"\\\\\\/\" } ] ",
            "[] []",
            "\u{a0}1",
            "\"",
            "",
        ] {
            agree(text);
        }
    }

    #[test]
    fn what_is_wrong_says_where() {
        let wrong = read::<Vec<Vec<u8>>>("[[1], [2, 256]]").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "1.1: expected a whole number that is not too large"
        );
        let wrong = parse("{\n\"a\": x}").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "no JSON that can be read, from line 2 on"
        );
    }
}
