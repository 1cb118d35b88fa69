//! A table with known keys, written down once.

/// Declares a struct for a table and how it is read. Each field is a key, `required` or `optional`; a key that is no
/// Rust name follows in quotes. A field that is absent or can't be read is `None`, and what was wrong has been noted.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $(<$inner:ident>)? {
            $($(#[$doc:meta])* $presence:ident $field:ident $(($key:literal))?: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name $(<$inner>)? {
            /// Where its heading stands.
            #[allow(dead_code, reason = "not every table is pointed at")]
            $vis span: jalon_draft::sources::Span,
            $($(#[$doc])* $vis $field: Option<$type>,)*
        }

        impl $(<$inner: $crate::read::Decode>)? $name $(<$inner>)? {
            /// Its keys.
            $vis const KEYS: &'static [&'static str] =
                &[$($crate::read::record!(@key $field $($key)?)),*];

            /// Takes its keys out of a table.
            $vis fn take(
                table: &mut $crate::read::Table<'_>,
                reader: &mut $crate::read::Reader<'_>,
            ) -> Self {
                Self {
                    span: table.span,
                    $($field: table.$presence($crate::read::record!(@key $field $($key)?), reader),)*
                }
            }
        }

        impl $(<$inner: $crate::read::Decode>)? $crate::read::Decode for $name $(<$inner>)? {
            const SHAPE: $crate::read::Shape = $crate::read::Shape::Table;

            fn decode(
                node: $crate::read::Node<'_>,
                reader: &mut $crate::read::Reader<'_>,
            ) -> Option<Self> {
                let mut table = $crate::read::Table::of(node, reader)?;
                let record = Self::take(&mut table, reader);
                table.finish(Self::KEYS, reader);
                Some(record)
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

pub(crate) use record;
