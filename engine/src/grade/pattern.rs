//! Answers that are a pattern, as a small table that is walked letter by letter: linear time, nothing to compile, nothing to
//! go back to. The author's tool makes the table.

use super::fold;
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
/// another one.
pub fn pattern_words(text: &str) -> String {
    let mut words = fold::without_accents(&fold::words(text));
    words.retain(|c| c != '.');
    words
}

/// An automaton that is being walked.
struct Walk<'a> {
    table: &'a [u32],
    /// Where the state stands in the table; `None` once nothing can match any more.
    at: Option<usize>,
}

impl Walk<'_> {
    fn number(&self, at: usize) -> Option<u32> {
        self.table.get(at).copied()
    }

    fn state(&self) -> Option<(usize, u32)> {
        let at = self.at?;
        Some((at, self.number(at)?))
    }

    /// Where a byte leads: to the target of the first range that holds it, else to the usual one.
    fn step(&mut self, byte: u8) {
        let byte = u32::from(byte);
        let next = self.state().and_then(|(at, head)| {
            let mut range = at + 2;
            for _ in 0..head / 2 {
                if (self.number(range)?..=self.number(range + 1)?).contains(&byte) {
                    return self.number(range + 2);
                }
                range += 3;
            }
            self.number(at + 1)
        });
        self.at = next.and_then(|target| (target as usize).checked_sub(1));
    }

    fn feed(&mut self, text: &str) {
        for byte in text.bytes() {
            self.step(byte);
        }
    }
}

impl Pattern {
    /// Whether the whole of a text is as the pattern says.
    ///
    /// A table is a list of numbers, state after state, the first one first. A state is twice the number of its ranges, plus one
    /// where a text may end; the usual target; and for each range of bytes its first, its last, and the target. A target is one
    /// more than the place of a state in the list, and 0 where nothing can match any more.
    pub fn matches(&self, text: &str) -> bool {
        let mut table = Vec::new();
        for c in self.table.chars() {
            table.push(table_number(c));
        }
        let mut walk = Walk {
            table: &table,
            at: Some(0),
        };
        match self.reads {
            Reads::Words => walk.feed(&pattern_words(text)),
            Reads::Typed => {
                let mut space = "";
                for word in text.split_whitespace() {
                    walk.feed(space);
                    walk.feed(word);
                    space = " ";
                }
            }
        }
        walk.state().is_some_and(|(_, head)| head % 2 == 1)
    }
}

enum_json!(Reads { "words" => Words, "typed" => Typed } else Self::Words);
struct_json!(Pattern { source, table; reads = Reads::Typed });
