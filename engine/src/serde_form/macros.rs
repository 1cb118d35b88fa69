//! serde from the lists of names that `struct_json!`, `enum_json!` and `newtype_json!` have. The implementations are written out
//! here, and not derived, since a derive would want the names and the usual values a second time.

/// A struct, each field as a member of its name. Those after `;` may be missing, and are not written where they have the value given.
macro_rules! struct_serde {
    ($type:ty { $($field:ident),* $(; $($optional:ident = $usual:expr),*)? }) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let len = <Self as $crate::serde_form::Members>::NAMES.len()
                    $($(- usize::from($crate::serde_form::is_usual(&self.$optional, &$usual)))*)?;
                let mut out = serializer.serialize_struct(stringify!($type), len)?;
                $(out.serialize_field(stringify!($field), &self.$field)?;)*
                $($(if $crate::serde_form::is_usual(&self.$optional, &$usual) {
                    out.skip_field(stringify!($optional))?;
                } else {
                    out.serialize_field(stringify!($optional), &self.$optional)?;
                })*)?
                out.end()
            }
        }

        impl $crate::serde_form::Members for $type {
            const NAMES: &'static [&'static str] =
                &[$(stringify!($field),)* $($(stringify!($optional),)*)?];

            fn read<'de, A: serde::de::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
                $(let mut $field = None;)*
                $($(let mut $optional = None;)*)?
                while let Some(name) = map.next_key_seed($crate::serde_form::Name(<Self as $crate::serde_form::Members>::NAMES))? {
                    match name {
                        $(Some(name) if name == stringify!($field) => {
                            $crate::serde_form::member(&mut $field, name, &mut map)?;
                        })*
                        $($(Some(name) if name == stringify!($optional) => {
                            $crate::serde_form::member(&mut $optional, name, &mut map)?;
                        })*)?
                        _ => {
                            map.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Self {
                    $($field: $field.ok_or_else(|| <A::Error as serde::de::Error>::missing_field(stringify!($field)))?,)*
                    // Null is as good as missing.
                    $($($optional: $optional.flatten().unwrap_or_else(|| $usual),)*)?
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let names = <Self as $crate::serde_form::Members>::NAMES;
                let visitor = $crate::serde_form::StructVisitor(std::marker::PhantomData);
                deserializer.deserialize_struct(stringify!($type), names, visitor)
            }
        }
    };
}

/// An enum whose variants hold one value each or none, under these names: `"name"` or `{"name": value}`.
macro_rules! enum_serde {
    ($type:ty { $($name:literal => $variant:ident $(($content:ident))?),* }) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                enum Place {
                    $($variant),*
                }
                match self {
                    $(Self::$variant $(($content))? => {
                        let place = Place::$variant as u32;
                        $crate::serde_form::enum_serde!(
                            @write serializer, stringify!($type), place, $name $(, $content)?
                        )
                    })*
                }
            }
        }

        impl $crate::serde_form::Variants for $type {
            const NAMES: &'static [&'static str] = &[$($name),*];

            fn read<'de, A: serde::de::EnumAccess<'de>>(data: A) -> Result<Self, A::Error> {
                use serde::de::{Error as _, VariantAccess as _};
                let names = <Self as $crate::serde_form::Variants>::NAMES;
                let seed = $crate::serde_form::VariantName(names);
                let (name, content) = data.variant_seed(seed)?;
                match name {
                    $($name => $crate::serde_form::enum_serde!(@read content, $variant $(, $content)?),)*
                    _ => Err(A::Error::unknown_variant(name, names)),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let names = <Self as $crate::serde_form::Variants>::NAMES;
                let visitor = $crate::serde_form::EnumVisitor(std::marker::PhantomData);
                deserializer.deserialize_enum(stringify!($type), names, visitor)
            }
        }
    };
    (@write $out:ident, $type:expr, $place:ident, $name:literal) => {
        $out.serialize_unit_variant($type, $place, $name)
    };
    (@write $out:ident, $type:expr, $place:ident, $name:literal, $content:ident) => {
        $out.serialize_newtype_variant($type, $place, $name, $content)
    };
    (@read $content:ident, $variant:ident) => {
        $content.unit_variant().map(|()| Self::$variant)
    };
    (@read $content:ident, $variant:ident, $value:ident) => {
        $content.newtype_variant().map(Self::$variant)
    };
}

/// A struct of one field as that field alone.
macro_rules! newtype_serde {
    ($type:ident) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }
    };
}

pub(crate) use {enum_serde, newtype_serde, struct_serde};
