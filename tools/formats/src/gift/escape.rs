//! Signs that mean something in GIFT have a backslash where they mean themselves.

/// The signs with a meaning.
const SIGNS: &str = "~=#{}:";

/// What follows `\n` in a formula, where that is no line break: `\neq`, `\nabla`.
const FORMULA: &[&str] = &[
    "abla", "e", "earrow", "eg", "eq", "exists", "geq", "i", "leq", "mid", "olimits", "ot", "otin",
    "parallel", "u", "warrow",
];

/// A stretch of the text of a file, and the byte at which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) raw: &'a str,
    pub(super) at: usize,
}

impl<'a> Piece<'a> {
    /// Without spaces around it.
    pub(super) fn trimmed(self) -> Self {
        let raw = self.raw.trim_start();
        Self {
            at: self.at + self.raw.len() - raw.len(),
            raw: raw.trim_end(),
        }
    }

    /// Without spaces in front.
    pub(super) fn start_trimmed(self) -> Self {
        let raw = self.raw.trim_start();
        Self {
            at: self.at + self.raw.len() - raw.len(),
            raw,
        }
    }

    /// The part up to a byte, and the part from another one on.
    pub(super) fn cut(self, end: usize, start: usize) -> (Self, Self) {
        let before = self.raw.get(..end).unwrap_or_default();
        let after = self.raw.get(start..).unwrap_or_default();
        let rest = Self {
            raw: after,
            at: self.at + start,
        };
        (
            Self {
                raw: before,
                at: self.at,
            },
            rest,
        )
    }

    /// What stands before the first one of these signs that means something, and what behind it.
    pub(super) fn split(self, signs: &str) -> Option<(Self, Self)> {
        let at = find(self.raw, signs)?;
        Some(self.cut(at, at + signs.len()))
    }

    /// The text itself.
    pub(super) fn plain(self) -> String {
        unescape(self.trimmed().raw)
    }
}

/// The first place of some signs without a backslash in front.
pub(super) fn find(raw: &str, signs: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = raw.get(from..)?.find([first(signs), '\\']) {
        let at = from + found;
        let rest = raw.get(at..)?;
        if rest.starts_with(signs) {
            return Some(at);
        }
        from = at + step(rest);
    }
    None
}

fn first(signs: &str) -> char {
    signs.chars().next().unwrap_or('\\')
}

/// How many bytes to go on: past a sign with its backslash.
fn step(rest: &str) -> usize {
    let mut signs = rest.chars();
    let first = signs.next().map_or(1, char::len_utf8);
    if rest.starts_with('\\') {
        first
            + signs
                .next()
                .filter(|sign| *sign != '\n')
                .map_or(0, char::len_utf8)
    } else {
        first
    }
}

/// The text that is meant. A backslash before any other sign stays.
pub(super) fn unescape(raw: &str) -> String {
    read(raw).0
}

/// The text that is meant, and whether a `\n` in it was taken for the start of a command of a formula.
pub(super) fn read(raw: &str) -> (String, bool) {
    let mut out = String::with_capacity(raw.len());
    let (mut in_formula, mut has_command) = (false, false);
    let mut signs = raw.chars();
    while let Some(sign) = signs.next() {
        if sign == '$' {
            in_formula = !in_formula;
        }
        if sign != '\\' {
            out.push(sign);
            continue;
        }
        let rest = signs.as_str();
        match signs.next() {
            Some('n') if in_formula && is_formula(signs.as_str()) => {
                has_command = true;
                out.push_str("\\n");
            }
            Some('n') => out.push('\n'),
            Some(next) if next == '\\' || SIGNS.contains(next) => out.push(next),
            Some(next) => {
                in_formula = match next {
                    '(' | '[' => true,
                    ')' | ']' => false,
                    _ => in_formula,
                };
                out.push('\\');
                out.push(next);
            }
            None => out.push('\\'),
        }
        // `\\(` opens a formula too.
        if rest.starts_with("\\(") || rest.starts_with("\\[") {
            in_formula = true;
        } else if rest.starts_with("\\)") || rest.starts_with("\\]") {
            in_formula = false;
        }
    }
    (out, has_command)
}

fn is_formula(rest: &str) -> bool {
    let end = rest.find(|sign: char| !sign.is_ascii_alphabetic());
    let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    FORMULA.contains(&word)
}

/// A text as GIFT writes it.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '\n' => out.push_str("\\n"),
            sign => {
                if sign == '\\' || SIGNS.contains(sign) {
                    out.push('\\');
                }
                out.push(sign);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_as_it_was() {
        for text in [
            "a~b=c#d{e}f:g",
            "C:\\new\\\\x",
            "one\ntwo",
            "\\n",
            "$\\neq$",
            "\\(\\nu\\)",
            "é\\",
        ] {
            assert_eq!(unescape(&escape(text)), text, "{}", escape(text));
        }
    }

    #[test]
    fn a_command_of_a_formula_is_no_line_break() {
        for (raw, text) in [
            ("$a \\neq b$", "$a \\neq b$"),
            ("$a \\\\neq b$", "$a \\neq b$"),
            ("\\(x \\nabla\\)", "\\(x \\nabla\\)"),
            ("oui\\nne pas", "oui\nne pas"),
            ("5 $ et\\nnon", "5 $ et\nnon"),
        ] {
            assert_eq!(unescape(raw), text);
        }
        assert!(read("$a \\neq b$").1 && !read("$a \\\\neq b$").1);
        assert!(!read("a\\nb").1);
    }

    #[test]
    fn a_sign_with_a_backslash_is_not_found() {
        assert_eq!(find("a\\=b=c", "="), Some(4));
        assert_eq!(find("a\\\\=b", "="), Some(3));
        assert_eq!(find("é\\", "="), None);
        assert_eq!(find("a#b####c", "####"), Some(3));
    }
}
