//! What comments say for programs: `[id:...]` and `[tag:...]`, which Moodle knows, and marks of our own, which it passes over.

use super::source::Comment;

/// What a mark says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The id of a question.
    Id,
    /// A word that a question is filed under.
    Tag,
    /// The id of the bank, with its title behind it.
    Bank,
    /// The id of a concept, with its name behind it.
    Concept,
    /// The id of a module.
    Module,
    /// The id of a point of an essay's checklist, with its text behind it.
    Point,
    /// Where a fact is stated.
    Source,
    /// What a question is worth.
    Points,
    /// The ids of choices, or of items and targets, in the order of the file.
    Ids,
    /// How many of the answers belong to no language.
    Any,
    /// How a response that is right in part is marked.
    Scoring,
    /// How often a target can be given.
    Uses,
    /// The id of a text that questions are about: here, or of the one that this question is about.
    Stimulus,
}

const NAMES: [(&str, About); 13] = [
    ("id", About::Id),
    ("tag", About::Tag),
    ("bank", About::Bank),
    ("concept", About::Concept),
    ("module", About::Module),
    ("point", About::Point),
    ("source", About::Source),
    ("points", About::Points),
    ("ids", About::Ids),
    ("any", About::Any),
    ("scoring", About::Scoring),
    ("uses", About::Uses),
    ("stimulus", About::Stimulus),
];

/// The marks of some comments.
#[derive(Debug, Default)]
pub(super) struct Marks {
    all: Vec<(About, String, String)>,
    /// Comments without a mark, by line.
    pub(super) notes: Vec<(usize, String)>,
}

impl Marks {
    pub(super) fn of<'a>(comments: impl Iterator<Item = &'a Comment>) -> Self {
        let mut marks = Self::default();
        for comment in comments {
            let before = marks.all.len();
            let rest = marks.take(&comment.text);
            match marks.all.get_mut(before..) {
                Some([.., (_, _, behind)]) => *behind = rest,
                _ => marks.notes.push((comment.line, comment.text.clone())),
            }
        }
        marks
    }

    /// Takes the marks of a comment; what is left of it.
    fn take(&mut self, comment: &str) -> String {
        let mut left = String::new();
        let mut rest = comment;
        while let Some(sign) = rest.chars().next() {
            if let Some((about, value, after)) = mark(rest) {
                self.all.push((about, value, String::new()));
                rest = after;
                continue;
            }
            rest = rest.get(sign.len_utf8()..).unwrap_or_default();
            if sign == '\\'
                && let Some(next) = rest.chars().next()
            {
                left.push(if next == 'n' { '\n' } else { next });
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            } else {
                left.push(sign);
            }
        }
        left.trim().to_owned()
    }

    /// The first mark of its kind.
    pub(super) fn get(&self, about: About) -> Option<&str> {
        self.all(about).next().map(|(value, _)| value)
    }

    /// All of a kind, with what stands behind each.
    pub(super) fn all(&self, about: About) -> impl Iterator<Item = (&str, &str)> {
        let own = self.all.iter().filter(move |(own, _, _)| *own == about);
        own.map(|(_, value, behind)| (value.as_str(), behind.as_str()))
    }
}

/// A mark at the start of a text, its value, and what follows.
fn mark(text: &str) -> Option<(About, String, &str)> {
    let inside = text.strip_prefix('[')?;
    let (name, _) = inside.split_at_checked(inside.find(':')?)?;
    let (_, about) = NAMES.iter().find(|(own, _)| *own == name)?;
    let written = inside.get(name.len() + 1..)?;
    let mut value = String::new();
    let mut signs = written.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            ']' => {
                let after = written.get(at + 1..).unwrap_or_default();
                return Some((*about, value.trim().to_owned(), after));
            }
            '\\' => value.extend(
                signs
                    .next()
                    .map(|(_, sign)| if sign == 'n' { '\n' } else { sign }),
            ),
            sign => value.push(sign),
        }
    }
    None
}

/// A mark as it is written.
pub(super) fn write(about: About, value: &str) -> String {
    let name = NAMES.iter().find(|(_, own)| *own == about);
    let name = name.map_or("", |(name, _)| name);
    format!("[{name}:{}]", behind(value))
}

/// A text of a mark, or behind one.
pub(super) fn behind(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\n' => out.push_str("\\n"),
            '\r' => {}
            '\\' | '[' | ']' => out.extend(['\\', sign]),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Marks {
        let comment = Comment {
            line: 1,
            at: 0,
            text: text.to_owned(),
        };
        Marks::of([comment].iter())
    }

    #[test]
    fn marks_are_found_among_other_words() {
        let found = marks("see [id: q-1 ] and [tag:Annex \\] A] [tag:two] [sic]");
        assert_eq!(found.get(About::Id), Some("q-1"));
        let tags: Vec<_> = found.all(About::Tag).map(|(tag, _)| tag).collect();
        assert_eq!(tags, ["Annex ] A", "two"]);
        assert!(found.notes.is_empty());
        assert_eq!(marks("[1] and [id:x").notes.len(), 1);
    }

    #[test]
    fn a_mark_comes_back_as_it_was() {
        for text in ["plain", "a]b[c", "C:\\new", "one\ntwo"] {
            let written = format!("{} {}", write(About::Concept, text), behind(text));
            let read = marks(&written);
            assert_eq!(
                read.all(About::Concept).next(),
                Some((text, text)),
                "{written}"
            );
        }
    }
}
