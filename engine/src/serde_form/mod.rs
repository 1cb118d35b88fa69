//! serde for the types that are compiled, saved or exported. The JSON form is that of the codec in [`json`](crate::json), member by
//! member: `struct_json!`, `enum_json!` and `newtype_json!` implement both from one list of names, and `tests/laws/serde.rs` holds
//! them against each other. What has a form of its own is in `forms`.

mod forms;
mod macros;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, Unexpected, Visitor,
};

pub(crate) use macros::{enum_serde, newtype_serde, struct_serde};

/// What `struct_serde!` implements to be read.
pub(crate) trait Members: Sized {
    /// The names of the members.
    const NAMES: &'static [&'static str];

    /// Reads the members of an object.
    fn read<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// What `enum_serde!` implements to be read.
pub(crate) trait Variants: Sized {
    /// The names of the variants.
    const NAMES: &'static [&'static str];

    /// Reads a variant.
    fn read<'de, A: EnumAccess<'de>>(data: A) -> Result<Self, A::Error>;
}

/// Reads a struct.
pub(crate) struct StructVisitor<T>(pub(crate) PhantomData<T>);

impl<'de, T: Members> Visitor<'de> for StructVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(map)
    }
}

/// Reads an enum.
pub(crate) struct EnumVisitor<T>(pub(crate) PhantomData<T>);

impl<'de, T: Variants> Visitor<'de> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or an object with one member")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<T, A::Error> {
        T::read(data)
    }
}

/// One of these names; `None` for another one.
#[derive(Clone, Copy)]
pub(crate) struct Name(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().copied().find(|own| *own == name))
    }
}

/// The name of an enum's variant, which has to be one of these.
pub(crate) struct VariantName(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for VariantName {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for VariantName {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a variant")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let known = self.0.iter().copied().find(|own| *own == name);
        known.ok_or_else(|| E::unknown_variant(name, self.0))
    }
}

/// Reads one member of an object, which may be there once.
pub(crate) fn member<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    found: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    match found {
        Some(_) => Err(A::Error::duplicate_field(name)),
        None => {
            *found = Some(map.next_value()?);
            Ok(())
        }
    }
}

/// Whether a member has its usual value, and so is left out.
pub(crate) fn is_usual<T: PartialEq>(value: &T, usual: &T) -> bool {
    value == usual
}

/// The members of an object, in order.
fn pairs<'de, D, K, V>(deserializer: D) -> Result<Vec<(K, V)>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de>,
    V: Deserialize<'de>,
{
    struct Pairs<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
        type Value = Vec<(K, V)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = Vec::new();
            while let Some(pair) = map.next_entry()? {
                all.push(pair);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_map(Pairs(PhantomData))
}

/// Reads a text and makes of it what `read` says.
fn text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    read(&text).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &expected))
}
