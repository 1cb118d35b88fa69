//! The codes of a cloze text: `{2:SHORTANSWER:=right#why~%50%half~*}`.

/// What stands around the number of a gap while its text is read: signs that no text has.
pub(super) const OPEN: char = '\u{e000}';
pub(super) const CLOSE: char = '\u{e001}';

/// A gap.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Code {
    pub(super) weight: u64,
    pub(super) fill: Fill,
    pub(super) answers: Vec<Answer>,
}

/// What a gap takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    Text { case: bool },
    Number,
    Pick { shuffled: bool },
    Several,
}

/// An answer of a gap. Texts are HTML.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) share: f64,
    pub(super) text: String,
    pub(super) feedback: String,
}

/// A text that is taken apart.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// The text with places for its gaps.
    pub(super) html: String,
    pub(super) codes: Vec<Code>,
    /// The beginnings of what looks like a code and is none.
    pub(super) unread: Vec<String>,
}

/// A text with places for its gaps, and the gaps.
pub(super) fn take_apart(html: &str) -> Parted {
    let html = html.replace([OPEN, CLOSE], "");
    let mut out = String::with_capacity(html.len());
    let mut codes = Vec::new();
    let mut unread = Vec::new();
    let mut ends = Ends::new(&html);
    let mut at = 0;
    while let Some(open) = html.get(at..).and_then(|rest| rest.find('{')) {
        out.push_str(html.get(at..at + open).unwrap_or_default());
        at += open;
        match code(&html, at, &mut ends) {
            Some((code, after)) => {
                place(&mut out, codes.len());
                codes.push(code);
                at = after;
            }
            None => {
                unread.extend(looks_like_code(html.get(at..).unwrap_or_default()));
                out.push('{');
                at += 1;
            }
        }
    }
    out.push_str(html.get(at..).unwrap_or_default());
    Parted {
        html: out,
        codes,
        unread,
    }
}

/// The beginning of a code of a kind that is not known, or of one without answers: `{1:MULTICHOICE}`.
fn looks_like_code(text: &str) -> Option<String> {
    let inside = text.strip_prefix('{')?;
    let digits = inside
        .bytes()
        .take(9)
        .take_while(u8::is_ascii_digit)
        .count();
    let kind = inside.get(digits..)?;
    let kind = kind.strip_prefix(':')?;
    let letters = kind.bytes().take_while(u8::is_ascii_alphabetic).count();
    (letters >= 2).then(|| {
        let start: String = text.chars().take(30).collect();
        let whole = start.split_inclusive('}').next();
        whole.unwrap_or_default().to_owned()
    })
}

/// Where codes end, asked for in rising order.
struct Ends<'a> {
    text: &'a str,
    next: Option<usize>,
}

impl<'a> Ends<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            next: unescaped(text, '}'),
        }
    }

    /// The first brace from here on that closes.
    fn from(&mut self, at: usize) -> Option<usize> {
        if self.next? < at {
            let rest = self.text.get(at..)?;
            self.next = unescaped(rest, '}').map(|end| at + end);
        }
        self.next
    }
}

/// The place of a gap.
pub(super) fn place(out: &mut String, n: usize) {
    out.push(OPEN);
    out.push_str(&n.to_string());
    out.push(CLOSE);
}

/// A code that starts at this byte, and where it ends.
fn code(html: &str, at: usize, ends: &mut Ends<'_>) -> Option<(Code, usize)> {
    let inside = html.get(at + 1..)?;
    let digits = inside
        .bytes()
        .take(9)
        .take_while(u8::is_ascii_digit)
        .count();
    let (weight, inside) = inside.split_at(digits);
    let inside = inside.strip_prefix(':')?;
    let name_ends = inside.bytes().take(20).position(|byte| byte == b':')?;
    let fill = fill(inside.get(..name_ends)?)?;
    let from = at + 1 + digits + 1 + name_ends + 1;
    let end = ends.from(from)?;
    let code = Code {
        weight: weight.parse().unwrap_or(1),
        fill,
        answers: split(html.get(from..end)?, '~')
            .into_iter()
            .filter_map(answer)
            .collect(),
    };
    Some((code, end + 1))
}

fn fill(name: &str) -> Option<Fill> {
    Some(match name {
        "SHORTANSWER" | "SA" | "MW" => Fill::Text { case: false },
        "SHORTANSWER_C" | "SAC" | "MWC" => Fill::Text { case: true },
        "NUMERICAL" | "NM" => Fill::Number,
        "MULTICHOICE" | "MC" | "MULTICHOICE_V" | "MCV" | "MULTICHOICE_H" | "MCH" => {
            Fill::Pick { shuffled: false }
        }
        "MULTICHOICE_S" | "MCS" | "MULTICHOICE_VS" | "MCVS" | "MULTICHOICE_HS" | "MCHS" => {
            Fill::Pick { shuffled: true }
        }
        "MULTIRESPONSE" | "MR" | "MULTIRESPONSE_H" | "MRH" | "MULTIRESPONSE_S" | "MRS"
        | "MULTIRESPONSE_HS" | "MRHS" => Fill::Several,
        _ => return None,
    })
}

/// Where a sign first stands without a backslash before it.
fn unescaped(text: &str, sign: char) -> Option<usize> {
    let mut places = text.match_indices(sign).map(|(at, _)| at);
    places.find(|at| !text.get(..*at).is_some_and(|before| before.ends_with('\\')))
}

/// Where the sign before the feedback stands, which is no part of `&#39;`.
fn feedback_starts(text: &str) -> Option<usize> {
    let places = text.match_indices('#').map(|(at, _)| at);
    let ends = |at: &usize, sign| text.get(..*at).is_some_and(|before| before.ends_with(sign));
    let mut places = places.filter(|at| !ends(at, '\\') && !ends(at, '&'));
    places.next()
}

fn split(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = unescaped(rest, sign) {
        let (part, after) = rest.split_at(at);
        parts.push(part);
        rest = after.get(1..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

fn answer(written: &str) -> Option<Answer> {
    let written = without_breaks(written);
    let (share, rest) = share(written);
    let (text, feedback) = match feedback_starts(rest) {
        Some(at) => (
            rest.get(..at).unwrap_or_default(),
            rest.get(at + 1..).unwrap_or_default(),
        ),
        None => (rest, ""),
    };
    let text = plain(without_breaks(text));
    (!text.is_empty()).then(|| Answer {
        share,
        text,
        feedback: plain(feedback.trim()),
    })
}

/// Editors put line breaks where answers are written on lines of their own.
fn without_breaks(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let breaks = ["<br>", "<br/>", "<br />", "<p>", "</p>"].iter();
        let start = breaks.clone().find_map(|tag| text.strip_prefix(tag));
        let shorter = start.or_else(|| breaks.clone().find_map(|tag| text.strip_suffix(tag)));
        match shorter {
            Some(shorter) => text = shorter.trim(),
            None => return text,
        }
    }
}

fn share(written: &str) -> (f64, &str) {
    if let Some(rest) = written.strip_prefix('=') {
        return (100.0, rest.trim_start());
    }
    let percent = written.strip_prefix('%').and_then(|rest| {
        let (number, rest) = rest.split_once('%')?;
        Some((super::fraction::read(number)?, rest.trim_start()))
    });
    percent.unwrap_or((0.0, written))
}

/// Signs with a backslash before them as they are.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match signs.peek() {
            Some('}' | '~' | '#' | '"') if sign == '\\' => out.extend(signs.next()),
            _ => out.push(sign),
        }
    }
    out
}

/// A text with a backslash before the signs that would end it.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '}' | '~' | '#') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Code {
        let parted = take_apart(text);
        parted.codes.into_iter().next().expect("a gap")
    }

    fn said(code: &Code) -> Vec<(f64, &str, &str)> {
        let answers = code.answers.iter();
        answers
            .map(|one| (one.share, one.text.as_str(), one.feedback.as_str()))
            .collect()
    }

    #[test]
    fn codes_are_read_with_their_traps() {
        let Parted {
            html,
            codes,
            unread,
        } = take_apart("A {1:SA:=b} {x} {:MC:=c~d} {2:NOT:=e} {{3:MCVS:f~=g}");
        assert_eq!(unread, ["{2:NOT:=e}"]);
        assert_eq!(
            html,
            "A \u{e000}0\u{e001} {x} \u{e000}1\u{e001} {2:NOT:=e} {\u{e000}2\u{e001}"
        );
        let weights: Vec<u64> = codes.iter().map(|code| code.weight).collect();
        assert_eq!(weights, [1, 1, 3]);

        let code = one("{3:NUMERICAL:%100%1701:0~%66.5%1701:20#near~*#no}");
        assert_eq!(code.fill, Fill::Number);
        assert_eq!(
            said(&code),
            [
                (100.0, "1701:0", ""),
                (66.5, "1701:20", "near"),
                (0.0, "*", "no")
            ]
        );

        let code = one("{1:MCH:=a\\}b\\~c\\#d<br />~<p>e</p>#f \\} g~%-50%h}");
        assert_eq!(
            said(&code),
            [
                (100.0, "a}b~c#d", ""),
                (0.0, "e", "f } g"),
                (-50.0, "h", "")
            ]
        );
        let code = one("{1:SA:=L&#39;an#that&#39;s it~=b&amp;c#yes}");
        assert_eq!(
            said(&code),
            [
                (100.0, "L&#39;an", "that&#39;s it"),
                (100.0, "b&amp;c", "yes")
            ]
        );
        assert_eq!(one("{1:SAC:=a\\*b}").fill, Fill::Text { case: true });
    }

    #[test]
    fn what_is_escaped_reads_as_it_was() {
        let text = "a}b~c#d \"e\" {f}";
        let code = one(&format!("{{1:MC:={}~x}}", escaped(text)));
        assert_eq!(said(&code)[0].1, text);
    }

    #[test]
    fn a_text_of_openings_costs_little() {
        let parted = take_apart(&"{1:SA:=".repeat(20_000));
        assert!(parted.codes.is_empty() && parted.html.len() > 100_000);
    }
}
