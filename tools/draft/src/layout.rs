//! The layout of a bank's TOML: which tables have a heading, which stand on one line, and where empty lines are.

use serde::Serialize;
use toml::{Table as Plain, Value as Said};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// The widest that a list on one line may be, in characters.
const WIDTH: usize = 110;

/// Tables that have a heading of their own. The others are localised texts and the like, whose keys follow a dot.
const HEADED: [&str; 5] = ["lesson", "site", "accept", "words", "samples"];

/// Small tables that stand on one line.
const INLINE: [&str; 7] = [
    "key", "concepts", "credit", "pick", "when", "lint", "number",
];

/// A file of a bank.
pub(crate) fn of(value: &impl Serialize) -> DocumentMut {
    // It is a table with text keys, which always has a TOML form.
    let said = match Said::try_from(value) {
        Ok(Said::Table(table)) => table,
        _ => Plain::new(),
    };
    let mut document = DocumentMut::new();
    fill(document.as_table_mut(), said, 0);
    document
}

/// A question as it stands in a module's file, from its heading to its last line.
pub(crate) fn question(question: &crate::question::Question) -> String {
    #[derive(Serialize)]
    struct Alone<'a> {
        question: [&'a crate::question::Question; 1],
    }
    let text = of(&Alone {
        question: [question],
    });
    text.to_string().trim_start_matches('\n').to_owned()
}

/// What has a heading of its own.
enum Headed {
    One(Plain),
    Many(Vec<Said>),
}

/// Puts values first, then what has a heading: after one, keys would belong to it.
fn fill(table: &mut Table, said: Plain, depth: usize) {
    let mut headed = Vec::new();
    for (key, value) in said {
        match value {
            Said::Array(list) if is_block(&list, depth) => headed.push((key, Headed::Many(list))),
            Said::Table(inner) if is_headed(&key, &inner, depth) => {
                headed.push((key, Headed::One(inner)));
            }
            value => drop(table.insert(&key, item(&key, value))),
        }
    }
    headed.sort_by_key(|(key, _)| rank(key));
    for (key, headed) in headed {
        let item = match headed {
            Headed::One(inner) => {
                let mut heading = block(inner, depth);
                // Words of a language have the heading; the table of languages needs none.
                heading.set_implicit(key == "words");
                Item::Table(heading)
            }
            Headed::Many(list) => {
                let mut all = ArrayOfTables::new();
                let tables = list.into_iter().filter_map(|value| match value {
                    Said::Table(inner) => Some(inner),
                    _ => None,
                });
                tables.for_each(|inner| all.push(block(inner, depth)));
                Item::ArrayOfTables(all)
            }
        };
        table.insert(&key, item);
    }
}

/// What a question is comes before its samples, and the wordings come last; a lesson ends with what to write about.
fn rank(key: &str) -> u8 {
    match key {
        "accept" | "words" => 0,
        "samples" | "prompt" => 2,
        key if crate::question::is_language(key) => 3,
        "question" => 4,
        _ => 1,
    }
}

fn block(said: Plain, depth: usize) -> Table {
    let mut block = Table::new();
    block.decor_mut().set_prefix("\n");
    fill(&mut block, said, depth + 1);
    block
}

/// A list of tables, not within a part of a question: there it would be far from what it belongs to.
fn is_block(list: &[Said], depth: usize) -> bool {
    depth < 2 && !list.is_empty() && list.iter().all(Said::is_table)
}

fn is_headed(key: &str, inner: &Plain, depth: usize) -> bool {
    let is_paragraph = key == "prompt" && inner.contains_key("text");
    let is_words = inner.contains_key("required");
    (HEADED.contains(&key) && depth < 2) || is_paragraph || is_words
}

fn item(key: &str, said: Said) -> Item {
    match said {
        Said::Table(inner) if is_inline(key, &inner) => {
            Item::Value(Value::InlineTable(inline(inner)))
        }
        Said::Table(inner) => {
            let mut dotted = Table::new();
            dotted.set_dotted(true);
            for (key, value) in inner {
                dotted.insert(&key, item(&key, value));
            }
            Item::Table(dotted)
        }
        said => Item::Value(value(said)),
    }
}

fn is_inline(key: &str, inner: &Plain) -> bool {
    let is_policy = inner.contains_key("when") || inner.contains_key("show");
    let is_number = key == "number" && (inner.contains_key("value") || inner.contains_key("from"));
    (INLINE.contains(&key) && key != "number") || is_policy || is_number || inner.is_empty()
}

fn value(said: Said) -> Value {
    match said {
        Said::String(text) => Value::from(text),
        Said::Integer(number) => Value::from(number),
        Said::Float(number) => whole(number).map_or(Value::from(number), Value::from),
        Said::Boolean(is) => Value::from(is),
        // Banks have no dates; one is kept as it is written.
        Said::Datetime(date) => Value::from(date.to_string()),
        Said::Array(list) => Value::Array(array(list)),
        Said::Table(inner) => Value::InlineTable(inline(inner)),
    }
}

/// A number without a fraction, as people write it.
#[allow(
    clippy::cast_possible_truncation,
    reason = "it is far below the largest whole number"
)]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

fn inline(said: Plain) -> InlineTable {
    let mut table = InlineTable::new();
    for (key, one) in said {
        let one = match one {
            Said::Table(inner) if !inner.is_empty() && inner.values().all(Said::is_str) => {
                let mut dotted = inline(inner);
                dotted.set_dotted(true);
                Value::InlineTable(dotted)
            }
            one => value(one),
        };
        table.insert(&key, one);
    }
    table
}

/// A list on one line, or where that would be too wide on several, as full as they can be.
fn array(list: Vec<Said>) -> Array {
    let mut array: Array = list.into_iter().map(value).collect();
    if array.to_string().chars().count() > WIDTH && array.len() > 1 {
        let mut column = WIDTH;
        let has_tables = array.iter().any(Value::is_inline_table);
        for one in array.iter_mut() {
            let width = one.to_string().trim().chars().count() + 2;
            if has_tables || column + width > WIDTH {
                one.decor_mut().set_prefix("\n  ");
                column = width;
            } else {
                one.decor_mut().set_prefix(" ");
                column += width;
            }
        }
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
    array
}
