//! A file of a bank in its canonical layout: keys in the order of the guide, one way to write each thing, comments where they were.

use std::fmt;

use toml_edit::{Array, Decor, DocumentMut, Item, RawString, Table, TableLike, Value};

use crate::bank::Bank;
use crate::layout;
use crate::module::Module;

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// It is no bank's file: `jalon_compiler::check` says what is wrong with it.
    Unread(String),
    /// This comment stands where the layout has no place for one.
    Comment(String),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(why) => write!(f, "{why}; `jalon check` says more"),
            Self::Comment(text) => write!(
                f,
                "the comment `{text}` is where the layout has no place for one; put it on a line of its own before a key"
            ),
        }
    }
}

impl std::error::Error for FormatError {}

/// The text of `bank.toml` in its canonical layout.
///
/// # Errors
///
/// See [`FormatError`].
pub fn tidy_bank(text: &str) -> Result<String, FormatError> {
    let bank: Bank = toml::from_str(text).map_err(unread)?;
    tidy(text, layout::of(&bank))
}

/// The text of a module's file in its canonical layout.
///
/// # Errors
///
/// See [`FormatError`].
pub fn tidy_module(text: &str) -> Result<String, FormatError> {
    let module: Module = toml::from_str(text).map_err(unread)?;
    tidy(text, layout::of(&module))
}

fn unread(error: impl fmt::Display) -> FormatError {
    FormatError::Unread(error.to_string().trim_end().to_owned())
}

/// The new layout with the old comments, and single values as their author wrote them.
fn tidy(text: &str, mut laid: DocumentMut) -> Result<String, FormatError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().map_or(0, str::len);
    let is_windows = text
        .get(first..)
        .is_some_and(|rest| rest.starts_with("\r\n"));
    let text = text.replace("\r\n", "\n");
    let (top, text) = top(&text);
    let written: DocumentMut = text.parse().map_err(unread)?;
    table(laid.as_table_mut(), written.as_table());
    let last = Comments::of(written.trailing().as_str());
    let mut tidied = top;
    tidied.push_str(laid.to_string().trim_start_matches('\n'));
    if !last.0.is_empty() {
        tidied.push('\n');
        tidied.push_str(&last.text());
    }
    match lost(&written, &tidied) {
        Some(comment) => Err(FormatError::Comment(comment)),
        // Line ends are those of the file: which they are is a matter of the system that it was written on.
        None if is_windows => Ok(tidied.replace('\n', "\r\n")),
        None => Ok(tidied),
    }
}

/// What is said of the whole file, and the rest: lines for editors (`#:schema`), and comments with an empty line behind them.
fn top(text: &str) -> (String, &str) {
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let trimmed = line.trim();
        if trimmed.starts_with("#:") || trimmed.is_empty() {
            end = at;
        } else if !trimmed.starts_with('#') {
            break;
        }
    }
    let (top, rest) = text.split_at(end);
    let mut comments = Comments::of(Some(top)).text().trim_end().to_owned();
    if !comments.is_empty() {
        comments.push_str("\n\n");
    }
    (comments, rest)
}

/// Comments, one a line; an empty one is an empty line between two of them.
#[derive(Debug, Default)]
struct Comments(Vec<String>);

impl Comments {
    fn of(text: Option<&str>) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for line in text.unwrap_or_default().lines().map(str::trim) {
            // Empty lines count between comments and behind them, one of several.
            let is_first = lines.last().is_none_or(String::is_empty);
            if !line.is_empty() || !is_first {
                lines.push(line.to_owned());
            }
        }
        if lines.iter().all(String::is_empty) {
            lines.clear();
        }
        Self(lines)
    }

    fn text(&self) -> String {
        let lines = self.0.iter().map(|line| format!("{line}\n"));
        lines.collect()
    }

    fn without_gaps(mut self) -> Self {
        self.0.retain(|line| !line.is_empty());
        self
    }
}

fn prefix(decor: &Decor) -> Comments {
    Comments::of(decor.prefix().and_then(RawString::as_str))
}

/// The comment behind a value, with the space before it.
fn behind(decor: &Decor) -> Option<String> {
    let text = decor.suffix().and_then(RawString::as_str)?.trim();
    (!text.is_empty()).then(|| format!(" {text}"))
}

fn table(laid: &mut dyn TableLike, written: &dyn TableLike) {
    let names: Vec<String> = laid.iter().map(|(name, _)| name.to_owned()).collect();
    for name in names {
        let Some((key, old)) = written.get_key_value(&name) else {
            continue;
        };
        let mut said = Vec::new();
        add(key.leaf_decor(), &mut said);
        add(key.dotted_decor(), &mut said);
        gather(old, &mut said);
        if let Some((mut own, item)) = laid.get_key_value_mut(&name) {
            if item.is_value() {
                let comments = prefix(key.leaf_decor()).without_gaps();
                own.leaf_decor_mut().set_prefix(comments.text());
            }
            transplant(item, old);
        }
        keep_all(laid, &name, said);
    }
    keep_of_missing(laid, written);
}

/// A list of nothing is left out: what is said of it is said before the key behind it, else before the last one.
fn keep_of_missing(laid: &mut dyn TableLike, written: &dyn TableLike) {
    let mut said = Vec::new();
    let mut last = None;
    for (name, item) in written.iter() {
        if laid.contains_key(name) {
            keep_all(laid, name, std::mem::take(&mut said));
            last = Some(name);
            continue;
        }
        if let Some(key) = written.key(name) {
            add(key.leaf_decor(), &mut said);
        }
        gather(item, &mut said);
    }
    if let Some(last) = last {
        keep_all(laid, last, said);
    }
}

/// What was said somewhere in an entry, and has no place in its layout, is said before it.
fn keep_all(laid: &mut dyn TableLike, name: &str, said: Vec<String>) {
    let Some((mut key, item)) = laid.get_key_value_mut(name) else {
        return;
    };
    let mut kept = Vec::new();
    add(key.leaf_decor(), &mut kept);
    gather(item, &mut kept);
    let (mut ahead, mut behind) = (Vec::new(), Vec::new());
    let mut is_behind = false;
    for comment in said {
        match kept.iter().position(|one| *one == comment) {
            Some(at) => {
                kept.swap_remove(at);
                is_behind = true;
            }
            None if is_behind => behind.push(comment),
            None => ahead.push(comment),
        }
    }
    if ahead.is_empty() && behind.is_empty() {
        return;
    }
    let [ahead, behind] = [ahead, behind].map(|all| Comments(all).text());
    let mut say = |decor: &mut Decor| {
        let known = decor.prefix().and_then(RawString::as_str);
        let known = known.unwrap_or_default();
        // The empty line before a heading stays before all.
        let gap = if known.starts_with('\n') { "\n" } else { "" };
        let known = known.trim_start_matches('\n');
        decor.set_prefix(format!("{gap}{ahead}{known}{behind}"));
    };
    if item.is_value() {
        say(key.leaf_decor_mut());
    } else {
        at_first_line(item, &mut say);
    }
}

/// Does something to what stands around the first line of an item with lines of its own.
fn at_first_line(item: &mut Item, say: &mut dyn FnMut(&mut Decor)) {
    match item {
        Item::Table(table) if table.is_dotted() || table.is_implicit() => {
            let first = table.iter_mut().next();
            match first {
                Some((mut key, Item::Value(_))) => say(key.leaf_decor_mut()),
                Some((_, inner)) => at_first_line(inner, say),
                None => {}
            }
        }
        Item::Table(table) => say(table.decor_mut()),
        Item::ArrayOfTables(list) => {
            if let Some(block) = list.get_mut(0) {
                say(block.decor_mut());
            }
        }
        Item::Value(_) | Item::None => {}
    }
}

/// Takes what the old item has of comments and of its way to write values.
fn transplant(laid: &mut Item, old: &Item) {
    match laid {
        Item::Value(own) => {
            if let Some(old) = old.as_value() {
                value(own, old);
                if let Some(comment) = behind(old.decor()) {
                    own.decor_mut().set_suffix(comment);
                }
            }
        }
        Item::Table(own) => {
            if let Some(heading) = old.as_table().filter(|old| !old.is_dotted())
                && !own.is_dotted()
            {
                head(own, heading);
            }
            if let Some(old) = old.as_table_like() {
                table(own, old);
            }
        }
        Item::ArrayOfTables(own) => {
            for (n, block) in own.iter_mut().enumerate() {
                if let Some(old) = old.as_array_of_tables().and_then(|all| all.get(n)) {
                    head(block, old);
                    table(block, old);
                } else if let Some(Value::InlineTable(old)) =
                    old.as_array().and_then(|all| all.get(n))
                {
                    table(block, old);
                }
            }
        }
        Item::None => {}
    }
}

/// The comments of a heading: those before it, and the one behind it.
fn head(own: &mut Table, old: &Table) {
    let comments = prefix(old.decor());
    own.decor_mut().set_prefix(format!("\n{}", comments.text()));
    if let Some(comment) = behind(old.decor()) {
        own.decor_mut().set_suffix(comment);
    }
}

/// Numbers and quotes stay as they are written; lists and small tables get the layout, unless there are comments in them.
fn value(own: &mut Value, old: &Value) {
    match (&mut *own, old) {
        (Value::Array(_), Value::Array(old)) if has_comments(old) => {
            *own = plain(Value::Array(old.clone()))
        }
        (Value::Array(all), Value::Array(old)) => {
            for (own, old) in all.iter_mut().zip(old.iter()) {
                keep_decor(own, |own| value(own, old));
            }
        }
        (Value::InlineTable(own), old) => {
            if let Some(old) = old.as_inline_table() {
                for (mut key, one) in own.iter_mut() {
                    if let Some(old) = old.get(key.get()) {
                        keep_decor(one, |one| value(one, old));
                    }
                    key.leaf_decor_mut().clear();
                }
            }
        }
        (Value::Array(_), _) | (_, Value::Array(_) | Value::InlineTable(_)) => {}
        (own, old) => *own = plain(old.clone()),
    }
}

fn plain(mut value: Value) -> Value {
    value.decor_mut().clear();
    value
}

fn keep_decor(value: &mut Value, f: impl FnOnce(&mut Value)) {
    let decor = value.decor().clone();
    f(value);
    *value.decor_mut() = decor;
}

fn has_comments(list: &Array) -> bool {
    let mut all = Vec::new();
    list.iter().for_each(|one| gather_value(one, &mut all));
    add_lines(Some(list.trailing()), &mut all);
    !all.is_empty()
}

/// A comment of the old text that the new one doesn't have.
fn lost(written: &DocumentMut, tidied: &str) -> Option<String> {
    let mut all = Vec::new();
    gather(written.as_item(), &mut all);
    let mut rest = tidied.lines().map(str::trim).collect::<Vec<_>>();
    all.into_iter().find(|comment| {
        let at = rest
            .iter()
            .position(|line| line.ends_with(comment.as_str()));
        at.map(|at| rest.remove(at)).is_none()
    })
}

/// All comments of an item.
fn gather(item: &Item, all: &mut Vec<String>) {
    match item {
        Item::Value(value) => gather_value(value, all),
        Item::Table(table) => gather_table(table, all),
        Item::ArrayOfTables(list) => list.iter().for_each(|table| gather_table(table, all)),
        Item::None => {}
    }
}

fn gather_table(table: &Table, all: &mut Vec<String>) {
    add(table.decor(), all);
    gather_keys(table, all);
}

fn gather_keys(table: &dyn TableLike, all: &mut Vec<String>) {
    for (name, item) in table.iter() {
        if let Some(key) = table.key(name) {
            add(key.leaf_decor(), all);
            add(key.dotted_decor(), all);
        }
        gather(item, all);
    }
}

fn gather_value(value: &Value, all: &mut Vec<String>) {
    add_lines(value.decor().prefix(), all);
    match value {
        Value::Array(list) => {
            list.iter().for_each(|one| gather_value(one, all));
            add_lines(Some(list.trailing()), all);
        }
        Value::InlineTable(table) => {
            gather_keys(table, all);
            add_lines(Some(table.trailing()), all);
        }
        _ => {}
    }
    add_lines(value.decor().suffix(), all);
}

fn add(decor: &Decor, all: &mut Vec<String>) {
    add_lines(decor.prefix(), all);
    add_lines(decor.suffix(), all);
}

fn add_lines(part: Option<&RawString>, all: &mut Vec<String>) {
    let text = part.and_then(RawString::as_str).unwrap_or_default();
    let lines = text.lines().map(str::trim);
    all.extend(
        lines
            .filter(|line| line.starts_with('#'))
            .map(str::to_owned),
    );
}
