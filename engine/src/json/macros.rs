//! What a type says of itself to be read and written: its names.

/// Reads and writes a struct, each field as a member of its name. Those after `;` may be missing, and are where they have the
/// value given. It is also what the reading fills, so lists and texts given are empty.
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

        #[cfg(feature = "serde")]
        $crate::serde_form::struct_serde!($type { $($field),* $(; $($optional = $usual),*)? });
    };
}

/// Reads and writes an enum whose variants hold one value each or none, under these names. What follows `else` is blank and
/// allocates nothing.
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
                    $(Self::$variant $(($content))? => $crate::json::enum_json!(@own $($content)?),)*
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
                        $crate::json::enum_json!(@write out $name $($content)?)
                    })*
                }
            }
        }

        #[cfg(feature = "serde")]
        $crate::serde_form::enum_serde!($type { $($name => $variant $(($content))?),* });
    };
    (@own) => { None };
    (@own $content:ident) => { Some($content) };
    (@write $out:ident $name:literal) => { $out.text($name) };
    (@write $out:ident $name:literal $content:ident) => { $out.variant($name, $content) };
}

/// Reads and writes a struct of one field as that field alone.
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

        #[cfg(feature = "serde")]
        $crate::serde_form::newtype_serde!($type);
    };
}

pub(crate) use {enum_json, newtype_json, struct_json};
