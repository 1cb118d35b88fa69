//! From JSON to the engine's types, through one small tree. Derived deserialisers make a copy of the parser for every
//! type, and the client pays for each: this way only the tree is parsed. Writing goes through serde as usual, under the
//! same names.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

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

/// What is wrong with a value, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The way to the value: `questions.3.body`.
    pub path: String,
    /// What was expected there, or why it can't be.
    pub what: String,
}

impl Wrong {
    /// Something wrong right here.
    pub fn here(what: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            what: what.into(),
        }
    }

    /// The same, seen from one level up.
    fn under(mut self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.path.insert_str(0, dot);
        self.path.insert_str(0, name);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.what)
    }
}

impl std::error::Error for Wrong {}

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// The value has another shape, or breaks a rule of the type.
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong>;

    /// The value where there is none, for types that may be absent.
    fn absent() -> Option<Self> {
        None
    }
}

/// Parses a text.
///
/// # Errors
///
/// The text is no JSON, or holds numbers that are not whole.
pub fn parse(text: &str) -> Result<Json<'_>, Wrong> {
    serde_json::from_str(text).map_err(|error| Wrong::here(error.to_string()))
}

/// Reads a value from a text.
///
/// # Errors
///
/// The text is no JSON, or has another shape.
pub fn read<T: FromJson>(text: &str) -> Result<T, Wrong> {
    T::from_json(&parse(text)?)
}

impl<'a> Json<'a> {
    /// The members of an object.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn members(&self) -> Result<&[(Cow<'a, str>, Json<'a>)], Wrong> {
        match self {
            Self::Object(members) => Ok(members),
            _ => Err(Wrong::here("expected an object")),
        }
    }

    /// The items of a list.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn items(&self) -> Result<&[Json<'a>], Wrong> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(Wrong::here("expected a list")),
        }
    }

    /// A text.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn text(&self) -> Result<&str, Wrong> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Wrong::here("expected a text")),
        }
    }

    fn member(&self, name: &str) -> Result<Option<&Json<'a>>, Wrong> {
        Ok(self
            .members()?
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value))
    }

    /// Reads a member of an object.
    ///
    /// # Errors
    ///
    /// It is missing and may not be, or it can't be read.
    pub fn get<T: FromJson>(&self, name: &str) -> Result<T, Wrong> {
        match self.member(name)? {
            Some(value) => T::from_json(value).map_err(|wrong| wrong.under(name)),
            None => T::absent().ok_or_else(|| Wrong::here(missing(name))),
        }
    }

    /// Reads a member of an object, or takes `usual` where there is none.
    ///
    /// # Errors
    ///
    /// It can't be read.
    pub fn get_or<T: FromJson>(&self, name: &str, usual: T) -> Result<T, Wrong> {
        match self.member(name)? {
            Some(value) => T::from_json(value).map_err(|wrong| wrong.under(name)),
            None => Ok(usual),
        }
    }

    /// The name and the content of an enum's variant: `{"name": content}`, or `"name"` alone.
    ///
    /// # Errors
    ///
    /// It has another shape.
    pub fn variant(&self) -> Result<(&str, &Json<'a>), Wrong> {
        match self {
            Self::Text(name) => Ok((name, &Json::Null)),
            Self::Object(members) => match members.as_slice() {
                [(name, content)] => Ok((name, content)),
                _ => Err(Wrong::here("expected an object with one member")),
            },
            _ => Err(Wrong::here("expected a name, or an object with one member")),
        }
    }
}

fn missing(name: &str) -> String {
    let mut text = name.to_owned();
    text.push_str(" is missing");
    text
}

/// The error for an enum's variant that doesn't exist.
pub fn unknown_variant(name: &str) -> Wrong {
    let mut text = name.to_owned();
    text.push_str(" is not one of the names that can stand here");
    Wrong::here(text)
}

/// Reads a struct whose members are named like its fields; those after `;` take the value given where they are missing.
#[macro_export]
#[doc(hidden)]
macro_rules! from_json {
    ($type:ty { $($field:ident),* $(; $($optional:ident = $usual:expr),*)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(json: &$crate::json::Json<'_>) -> Result<Self, $crate::json::Wrong> {
                Ok(Self {
                    $($field: json.get(stringify!($field))?,)*
                    $($($optional: json.get_or(stringify!($optional), $usual)?,)*)?
                })
            }
        }
    };
}

/// Reads an enum whose variants hold one value each or none, under these names.
#[macro_export]
#[doc(hidden)]
macro_rules! enum_from_json {
    ($type:ty { $($name:literal => $variant:ident $(($content:ident))?),* }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(json: &$crate::json::Json<'_>) -> Result<Self, $crate::json::Wrong> {
                #[allow(unused_variables, reason = "no variant may hold a value")]
                let (name, content) = json.variant()?;
                match name {
                    $($name => Ok(Self::$variant $(({
                        let $content = $crate::json::FromJson::from_json(content)?;
                        $content
                    }))?),)*
                    other => Err($crate::json::unknown_variant(other)),
                }
            }
        }
    };
}

impl FromJson for bool {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        match json {
            Json::Bool(value) => Ok(*value),
            _ => Err(Wrong::here("expected true or false")),
        }
    }
}

impl FromJson for u64 {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        match json {
            Json::Number(value) => Ok(*value),
            _ => Err(Wrong::here("expected a whole number")),
        }
    }
}

macro_rules! smaller_numbers {
    ($($number:ty)*) => {$(
        impl FromJson for $number {
            fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
                let number = u64::from_json(json)?;
                number.try_into().map_err(|_| Wrong::here("the number is too large"))
            }
        }
    )*};
}

smaller_numbers! { u8 u16 u32 }

impl FromJson for String {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        json.text().map(str::to_owned)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        let items = json.items()?;
        let mut all = Self::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            all.push(T::from_json(item).map_err(|wrong| wrong.under(&n.to_string()))?);
        }
        Ok(all)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        match json {
            Json::Null => Ok(None),
            value => T::from_json(value).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Json<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a text, a list or an object")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = object.next_key()? {
            // A name is a text like any other, borrowed where it has no escapes.
            let name = match name {
                Json::Text(name) => name,
                _ => Cow::Borrowed(""),
            };
            members.push((name, object.next_value()?));
        }
        Ok(Json::Object(members))
    }
}
