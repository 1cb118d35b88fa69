//! Where one question ends and the next begins.

use super::escape::Piece;
use super::source::Source;

/// A piece of a file that stands by itself.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// The byte at which it starts.
    pub(super) at: usize,
    /// The byte at which it ends.
    pub(super) end: usize,
    pub(super) says: Says<'a>,
    /// What Moodle would read in another way: what it is, and how it was read.
    pub(super) oddities: Vec<(usize, &'static str, &'static str)>,
}

/// What a block is.
#[derive(Debug)]
pub(super) enum Says<'a> {
    /// What follows belongs to this category.
    Category(Piece<'a>),
    /// A text without answers.
    Text(Piece<'a>),
    /// A question: what stands before its braces, in them and behind them.
    Question {
        stem: Piece<'a>,
        answers: Piece<'a>,
        tail: Piece<'a>,
    },
    /// What was expected and what was found, at this byte.
    Broken(usize, String),
}

const CATEGORY: &str = "$CATEGORY:";

/// All blocks, in order.
pub(super) fn blocks(source: &Source) -> Vec<Block<'_>> {
    let text = source.text.as_str();
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = next_sign(text, at) {
        let block = match text.get(start..).unwrap_or_default() {
            rest if rest.starts_with(CATEGORY) => category(rest, start),
            _ => Walk::new(source, start).block(),
        };
        // A block is never empty, so this ends.
        at = block.end.max(start + 1);
        all.push(block);
    }
    all
}

fn next_sign(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let found = rest.find(|sign: char| !sign.is_whitespace())?;
    Some(at + found)
}

fn category(rest: &str, at: usize) -> Block<'_> {
    let line = rest.lines().next().unwrap_or_default();
    let path = Piece {
        raw: line.get(CATEGORY.len()..).unwrap_or_default(),
        at,
    };
    Block {
        at,
        end: at + line.len(),
        says: Says::Category(path.trimmed()),
        oddities: Vec::new(),
    }
}

/// True where a line is nothing but spaces, or the text is at its end.
fn is_blank_line(rest: &str) -> bool {
    rest.lines()
        .next()
        .is_none_or(|line| line.trim().is_empty())
}

fn starts_block(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.starts_with("::") || rest.starts_with(CATEGORY)
}

/// Walks over one block.
struct Walk<'a> {
    source: &'a Source,
    text: &'a str,
    start: usize,
    at: usize,
    braces: Option<(usize, usize)>,
    broken: Option<(usize, String)>,
    oddities: Vec<(usize, &'static str, &'static str)>,
}

impl<'a> Walk<'a> {
    fn new(source: &'a Source, start: usize) -> Self {
        Self {
            source,
            text: &source.text,
            start,
            at: start,
            braces: None,
            broken: None,
            oddities: Vec::new(),
        }
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn block(mut self) -> Block<'a> {
        while let Some(found) = self.rest(self.at).find(['\\', '\n', '{', '}']) {
            self.at += found;
            match self.rest(self.at).as_bytes().first() {
                Some(b'\\') => self.at = self.past_escape(self.at),
                Some(b'\n') if self.ends_at(self.at + 1) => return self.done(),
                Some(b'{') => self.open(),
                Some(b'}') => {
                    let why = "expected a `{` before it, found only `}`; write \\} for the character itself";
                    self.breaks(self.at, why.to_owned());
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
        self.done()
    }

    fn past_escape(&self, at: usize) -> usize {
        let next = self.rest(at + 1).chars().next();
        at + 1 + next.filter(|sign| *sign != '\n').map_or(0, char::len_utf8)
    }

    /// True where the line that starts here is no longer of this block.
    fn ends_at(&mut self, at: usize) -> bool {
        let rest = self.rest(at);
        if is_blank_line(rest) {
            return true;
        }
        let is_next = starts_block(rest);
        if is_next && rest.trim_start().starts_with("::") {
            let why =
                "Moodle wants an empty line before the next question; it was read without one";
            self.oddities.push((at, "no empty line", why));
        }
        is_next
    }

    fn breaks(&mut self, at: usize, why: String) {
        self.broken.get_or_insert((at, why));
    }

    fn open(&mut self) {
        let open = self.at;
        if self.braces.is_some() {
            let why = "expected one pair of braces in a question, found a second one: put an empty line between two questions, and write \\{ and \\} for the characters themselves";
            self.breaks(open, why.to_owned());
        }
        match self.close(open + 1) {
            Ok(close) => {
                self.braces.get_or_insert((open, close));
                self.at = close + 1;
            }
            Err((resume, why)) => {
                self.breaks(open, why);
                self.braces.get_or_insert((open, resume));
                self.at = resume;
            }
        }
    }

    /// The place of the brace that closes, or where to go on without one, and why.
    fn close(&mut self, from: usize) -> Result<usize, (usize, String)> {
        let mut at = from;
        let mut blank = None;
        while let Some(found) = self.rest(at).find(['\\', '\n', '{', '}']) {
            at += found;
            match self.rest(at).as_bytes().first() {
                Some(b'\\') => at = self.past_escape(at),
                Some(b'}') => {
                    if let Some(blank) = blank {
                        let why = "Moodle ends the question there; it was read on to the `}`";
                        self.oddities
                            .push((blank + 1, "an empty line inside braces", why));
                    }
                    return Ok(at);
                }
                Some(b'{') => return Err(self.unclosed(at, blank, "another `{`")),
                _ if is_blank_line(self.rest(at + 1)) => {
                    blank = blank.or(Some(at));
                    at += 1;
                }
                _ if starts_block(self.rest(at + 1)) => {
                    return Err(self.unclosed(at, blank.or(Some(at)), "the next question"));
                }
                _ => at += 1,
            }
        }
        let end = self.text.len();
        Err(self.unclosed(end, blank.or(Some(end)), "the end of the file"))
    }

    fn unclosed(&self, at: usize, blank: Option<usize>, found: &str) -> (usize, String) {
        let line = self.source.line(at.min(self.text.len().saturating_sub(1)));
        let why = format!(
            "expected a `}}` for this `{{`, found {found} in line {line}; write \\{{ for the character itself"
        );
        (blank.unwrap_or_else(|| self.next_blank(at)), why)
    }

    fn next_blank(&self, from: usize) -> usize {
        let rest = self.rest(from);
        let ends = rest.match_indices('\n').map(|(at, _)| from + at);
        let mut ends = ends.filter(|at| is_blank_line(self.rest(at + 1)));
        ends.next().unwrap_or(self.text.len())
    }

    fn done(self) -> Block<'a> {
        let piece = |from: usize, to: usize| Piece {
            raw: self.text.get(from..to).unwrap_or_default(),
            at: from,
        };
        let says = match (self.broken, self.braces) {
            (Some((at, why)), _) => Says::Broken(at, why),
            (None, None) => Says::Text(piece(self.start, self.at).trimmed()),
            (None, Some((open, close))) => Says::Question {
                stem: piece(self.start, open),
                answers: piece(open + 1, close),
                tail: piece(close + 1, self.at),
            },
        };
        Block {
            at: self.start,
            end: self.at,
            says,
            oddities: self.oddities,
        }
    }
}
