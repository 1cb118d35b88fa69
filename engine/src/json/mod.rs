//! JSON to the engine's types and back, through one small tree. Derived readers and writers make a copy of the parser and of
//! the printer for every type, and the client pays for each: here a type adds its list of names and nothing else.

mod basic;
mod macros;
mod parse;
mod read;
mod write;

use std::borrow::Cow;
use std::fmt;

pub(crate) use macros::{enum_json, newtype_json, struct_json};
pub use parse::parse;
pub use read::{FromJson, Node, read, replace};
pub use write::{ToJson, Writer, write};

/// A JSON value. Numbers are whole: nothing that is compiled or saved has others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json<'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number from zero.
    Number(u64),
    /// A whole number below zero.
    Negative(i64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object's members, in order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// What is wrong, and where: `questions.3.body: expected an object`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError(String);

impl JsonError {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for JsonError {}

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
            Value::Number(number) => match number.as_u64() {
                Some(number) => Json::Number(number),
                None => Json::Negative(number.as_i64()?),
            },
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
            "-0",
            "-01",
            "-",
            "- 1",
            "--1",
            "-1.5",
            "-9223372036854775808",
            "-9223372036854775809",
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
    fn numbers_below_zero_are_numbers_and_once_were_texts() {
        let weights = r#"[-100,0,50,"-50"]"#;
        assert_eq!(read::<Vec<i16>>(weights), Ok(vec![-100, 0, 50, -50]));
        assert_eq!(write(&vec![-50i16, i16::MIN]), "[-50,-32768]");
        for bad in ["-32769", "32768", r#""50""#, r#""-""#, r#""-1000""#] {
            assert!(read::<i16>(bad).is_err(), "{bad}");
        }
        assert!(read::<u32>("-1").is_err());
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
