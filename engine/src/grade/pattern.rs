//! Answers that are a pattern, as a small table that is walked letter by letter: linear time, nothing to compile, nothing to
//! go back to. The author's tool makes the table.

use super::fold;
use crate::lang::Lang;
use crate::language::Rules;
use crate::{enum_json, struct_json};

/// Texts that all count as one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As its author wrote it; a regular expression stands between slashes.
    pub source: String,
    /// What it is held against.
    pub reads: Reads,
    /// The automaton; see [`Pattern::matches`]. Whatever stands here, a text is read once and nothing can go wrong: a table that
    /// makes no sense matches nothing.
    pub table: String,
    /// The language that such answers belong to, if any.
    pub lang: Option<Lang>,
}

/// What of a typed text a pattern is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// Its words in normal form, without accents: so reads a wildcard.
    Words,
    /// What was typed, without white space around it, and with one space for several inside: so reads a regular expression.
    Typed,
}

/// The number that the first character of a table's alphabet stands for is 0. A backslash, which JSON would double, is left out.
const FIRST: u32 = '(' as u32;
const LEFT_OUT: u32 = '\\' as u32;

/// The character that stands for a number in a table; `None` where the number is too large for one.
pub fn table_char(number: u32) -> Option<char> {
    let code = FIRST.checked_add(number)?;
    char::from_u32(if code < LEFT_OUT { code } else { code + 1 })
}

fn table_number(c: char) -> u32 {
    let code = u32::from(c);
    code.wrapping_sub(FIRST + u32::from(code > LEFT_OUT))
}

/// The words of a text as wildcards read them: in normal form, without accents, and without the dot that marks a number before
/// another one. Letters that a language spells out where a keyboard lacks them are spelt out by its rules: "pruefung".
pub fn pattern_words(text: &str, rules: Rules) -> String {
    spelt_out(fold::words(text), rules).replace('.', "")
}

/// Words in normal form without accents, but for those that are spelt out.
fn spelt_out(mut words: String, rules: Rules) -> String {
    rules.spell_out(&mut words);
    fold::without_accents(&words)
}

/// A text without white space around it, and with one space for several inside.
fn collapsed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text.chars() {
        if c.is_whitespace() {
            is_apart = true;
            continue;
        }
        if is_apart && !typed.is_empty() {
            typed.push(' ');
        }
        is_apart = false;
        typed.push(c);
    }
    typed
}

/// Where a byte leads from a state: to the target of the first range that holds it, else to the usual one.
fn step(table: &[u32], state: u32, byte: u8) -> u32 {
    let Some([head, usual, ranges @ ..]) = at(table, state) else {
        return 0;
    };
    let mut left = head / 2;
    for range in ranges.chunks_exact(3) {
        if left == 0 {
            break;
        }
        if let [from, to, target] = range
            && (*from..=*to).contains(&byte.into())
        {
            return *target;
        }
        left -= 1;
    }
    *usual
}

/// The table from a state on; states count from 1.
fn at(table: &[u32], state: u32) -> Option<&[u32]> {
    table.get((state as usize).checked_sub(1)?..)
}

/// Whether a text leads from the first state to one where it may end. `passed_over` is a byte that leads nowhere.
fn ends(table: &[u32], text: &str, passed_over: u8) -> bool {
    let mut state = 1;
    for byte in text.bytes() {
        if byte != passed_over || byte == 0 {
            state = step(table, state, byte);
        }
    }
    at(table, state).is_some_and(|own| own.first().is_some_and(|head| head % 2 == 1))
}

impl Pattern {
    /// Whether the whole of a text is as the pattern says. Of words, one reading is enough: without accents, or spelt out by the
    /// rules of the pattern's language, or by these where it has none.
    ///
    /// A table is a list of numbers, state after state, the first one first. A state is twice the number of its ranges, plus one
    /// where a text may end; the usual target; and for each range of bytes its first, its last, and the target. A target is one
    /// more than the place of a state in the list, and 0 where nothing can match any more.
    pub fn matches(&self, text: &str, rules: Rules) -> bool {
        let mut table = Vec::new();
        for c in self.table.chars() {
            table.push(table_number(c));
        }
        match self.reads {
            Reads::Typed => ends(&table, &collapsed(text), 0),
            Reads::Words => {
                let rules = self.lang.as_ref().map_or(rules, Rules::in_lang);
                let words = fold::words(text);
                ends(&table, &fold::without_accents(&words), b'.')
                    || ends(&table, &spelt_out(words, rules), b'.')
            }
        }
    }
}

enum_json!(Reads { "words" => Words, "typed" => Typed } else Self::Words);
struct_json!(Pattern { source, table; reads = Reads::Typed, lang = None });
