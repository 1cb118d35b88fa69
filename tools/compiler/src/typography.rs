//! Typographic marks that nobody should have to type: curly apostrophes and quotes, the ellipsis, and in French the
//! no-break spaces around punctuation. For prose only, never for code, addresses, ids or typed answers.

use jalon_engine::lang::Lang;

use crate::diagnostic::{Code, Diagnostic};
use crate::language;
use crate::read::Raw;

/// NO-BREAK SPACE: before a colon and inside guillemets.
const NO_BREAK: char = '\u{A0}';
/// NARROW NO-BREAK SPACE: before the other high marks.
const NARROW: char = '\u{202F}';

/// The characters that stand beside a stretch of prose, such as the last one of a piece of code before it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around {
    pub(crate) before: Option<char>,
    pub(crate) after: Option<char>,
}

/// Prose as it will be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Typeset {
    pub(crate) text: String,
    /// Where, in bytes of the source, a mark lacks its space.
    pub(crate) gaps: Vec<usize>,
}

/// Sets a stretch of prose.
pub(crate) fn set(source: &str, lang: &Lang, around: Around) -> Typeset {
    let language = language::of(lang);
    let mut setter = Setter {
        quotes: language.map(|language| language.quotes),
        spaces: language.is_some_and(|language| language.spaces_marks),
        quoted: false,
        set: Typeset {
            text: String::with_capacity(source.len() + 8),
            gaps: Vec::new(),
        },
    };
    let mut before = around.before;
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let rest = source.get(at + c.len_utf8()..).unwrap_or_default();
        if c == '.' && before != Some('.') && rest.starts_with("..") && !rest.starts_with("...") {
            setter.set.text.push('…');
            chars.nth(1);
            before = Some('…');
            continue;
        }
        let after = chars.peek().map(|(_, next)| *next).or(around.after);
        if c == ' ' && names_a_standard(&setter.set.text, after) {
            setter.set.text.push(NO_BREAK);
            before = Some(c);
            continue;
        }
        setter.push(at, CharContext { before, c, after });
        before = Some(c);
    }
    setter.set
}

/// Whether a space stands between the publisher of a standard and its number, as in ISO/IEC 27001: no line breaks there, in any language.
fn names_a_standard(before: &str, after: Option<char>) -> bool {
    let word = before.rsplit([' ', NO_BREAK, '(', '’', '«', '“']).next();
    let is_publisher = matches!(word, Some("ISO" | "IEC" | "ISO/IEC" | "EN" | "NF" | "DIN"));
    is_publisher && after.is_some_and(|c| c.is_ascii_digit())
}

/// Sets plain words: a title, a name.
pub(crate) fn words(raw: &Raw, lang: &Lang, problems: &mut Vec<Diagnostic>) -> String {
    let typeset = set(&raw.text, lang, Around::default());
    problems.extend(typeset.gaps.iter().map(|&at| gap(raw, at)));
    typeset.text
}

/// A mark that lacks its space, at this byte of a text.
pub(crate) fn gap(raw: &Raw, at: usize) -> Diagnostic {
    let mark = raw
        .text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .unwrap_or(' ');
    let span = raw.part(at..at + mark.len_utf8());
    let side = if mark == '«' { "after" } else { "before" };
    let message = format!("French puts a space {side} `{mark}`, found none");
    let help = "write an ordinary space; it becomes a no-break space of the right width";
    Diagnostic::new(Code::MissingSpace, span, message).help(help)
}

/// A character between its neighbours.
#[derive(Clone, Copy)]
struct CharContext {
    before: Option<char>,
    c: char,
    after: Option<char>,
}

impl CharContext {
    /// True at the start of a word, where a quote opens.
    fn opens(self) -> bool {
        self.before
            .is_none_or(|c| c.is_whitespace() || "([{«“„‘—–/".contains(c))
    }

    /// True behind an elision, as in l'"exigence".
    fn is_elided(self) -> bool {
        matches!(self.before, Some('\'' | '’')) && self.is_before_letter()
    }

    fn is_after_letter(self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
    }

    fn is_before_letter(self) -> bool {
        self.after.is_some_and(char::is_alphabetic)
    }

    /// True where French wants a space that is not there.
    fn lacks_space(self) -> bool {
        let solid = |c: char| !c.is_whitespace();
        let ends = |c: char| !c.is_alphanumeric() && !"/=&_".contains(c);
        match self.c {
            ';' | '!' | '?' => {
                self.before
                    .is_some_and(|c| solid(c) && !"!?([{«“‘\"'/".contains(c))
                    && self.after.is_none_or(ends)
            }
            // Times, ratios and editions (27001:2022), schemes (https:), `::` and smileys have none.
            ':' => {
                self.before
                    .is_some_and(|c| solid(c) && !":([{«“‘\"'/".contains(c))
                    && self.after.is_none_or(|c| ends(c) && !":\\)(-".contains(c))
            }
            '«' => self.after.is_some_and(solid),
            '»' => self.before.is_some_and(solid),
            _ => false,
        }
    }
}

struct Setter {
    quotes: Option<[char; 2]>,
    /// Whether there is a space before two-part marks.
    spaces: bool,
    /// A straight single quote is open, so that the next one may close it.
    quoted: bool,
    set: Typeset,
}

impl Setter {
    fn push(&mut self, at: usize, place: CharContext) {
        if self.spaces && place.lacks_space() {
            self.set.gaps.push(at);
        }
        let c = match place.c {
            '\'' => self.single(place),
            '"' => match self.quotes {
                Some([open, _]) if place.opens() || place.is_elided() => open,
                Some([_, close]) => close,
                None => '"',
            },
            ' ' if self.spaces => french_space(place),
            c => c,
        };
        self.set.text.push(c);
    }

    /// An apostrophe is curly. A single quote around words, which can't be told from one everywhere, stays as it is.
    fn single(&mut self, place: CharContext) -> char {
        if place.is_after_letter() && (place.is_before_letter() || !self.quoted) {
            return '’';
        }
        self.quoted = place.opens();
        '\''
    }
}

/// The space that belongs between these neighbours.
fn french_space(place: CharContext) -> char {
    let after_digit = place.before.is_some_and(|c| c.is_ascii_digit());
    match (place.before, place.after) {
        (Some('«'), _) | (_, Some('»' | ':')) => NO_BREAK,
        (_, Some(';' | '!' | '?')) => NARROW,
        (_, Some('%')) if after_digit => NARROW,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typeset(source: &str, lang: &str) -> Typeset {
        set(source, &lang.parse().unwrap(), Around::default())
    }

    /// No-break spaces made visible: `_` is the narrow one, `~` the wide one.
    fn shown(source: &str, lang: &str) -> String {
        typeset(source, lang)
            .text
            .replace(NARROW, "_")
            .replace(NO_BREAK, "~")
    }

    #[test]
    fn english() {
        for (source, expected) in [
            ("don't", "don’t"),
            ("the auditors' work", "the auditors’ work"),
            ("ISO 27001's scope", "ISO~27001’s scope"),
            (
                "see ISO/IEC 27001, (EN 50090)",
                "see ISO/IEC~27001, (EN~50090)",
            ),
            ("the ISO guide, PISO 9", "the ISO guide, PISO 9"),
            ("'only auditors' she said", "'only auditors' she said"),
            ("the 'shall' test isn't", "the 'shall' test isn’t"),
            ("a \"quoted\" word", "a “quoted” word"),
            ("(\"x\") and \"y\".", "(“x”) and “y”."),
            ("and so on...", "and so on…"),
            ("....", "...."),
            ("what : now ; then ?", "what : now ; then ?"),
            ("already ’ “ ” …", "already ’ “ ” …"),
        ] {
            assert_eq!(shown(source, "en"), expected);
        }
    }

    #[test]
    fn french() {
        for (source, expected) in [
            ("l'organisme", "l’organisme"),
            ("aujourd'hui", "aujourd’hui"),
            ("Pourquoi ?", "Pourquoi_?"),
            ("Non ! Si ; voilà", "Non_! Si_; voilà"),
            ("Quoi ?!", "Quoi_?!"),
            ("deux normes : laquelle", "deux normes~: laquelle"),
            ("« exigence »", "«~exigence~»"),
            ("« Pourquoi ? »", "«~Pourquoi_?~»"),
            ("60 % des points", "60_% des points"),
            ("un % de plus", "un % de plus"),
            ("27001:2022 à 10:30", "27001:2022 à 10:30"),
            ("l'\"exigence\"", "l’“exigence”"),
            ("A.5.15 et A.8.2", "A.5.15 et A.8.2"),
            ("déjà\u{A0}: fait\u{202F}!", "déjà~: fait_!"),
            ("etc...", "etc…"),
        ] {
            assert_eq!(shown(source, "fr"), expected);
        }
    }

    #[test]
    fn german() {
        for (source, expected) in [
            ("eine \"Norm\" ist", "eine „Norm“ ist"),
            ("(\"x\") und \"y\".", "(„x“) und „y“."),
            ("so geht's", "so geht’s"),
            ("Was ist das? Ein Audit: ja!", "Was ist das? Ein Audit: ja!"),
            ("„Norm“", "„Norm“"),
            ("und so weiter...", "und so weiter…"),
        ] {
            assert_eq!(shown(source, "de"), expected);
            assert_eq!(typeset(source, "de").gaps, Vec::<usize>::new());
        }
    }

    #[test]
    fn a_missing_space_is_noticed_in_french_only() {
        let gaps = |source, lang| typeset(source, lang).gaps;
        for (source, expected) in [
            ("Pourquoi?", vec![8]),
            ("Non! Si; voilà: rien", vec![3, 7, 15]),
            ("«exigence»", vec![0, 10]),
            ("Quoi?!", vec![4]),
            ("Quoi ?!", vec![]),
            ("(?)", vec![]),
            ("27001:2022, 10:30, 1:2", vec![]),
            ("https://a.example/x?y=z", vec![]),
            ("std::fmt", vec![]),
            ("déjà\u{A0}: fait\u{202F}!", vec![]),
        ] {
            assert_eq!(gaps(source, "fr"), expected, "{source}");
            assert_eq!(gaps(source, "en"), Vec::<usize>::new(), "{source}");
        }
    }

    #[test]
    fn the_neighbours_of_a_stretch_count() {
        let french = "fr".parse().unwrap();
        let after_code = Around {
            before: Some('5'),
            after: None,
        };
        assert_eq!(set(" : ici", &french, after_code).text, "\u{A0}: ici");
        assert_eq!(set(": ici", &french, after_code).gaps, [0]);
        let before_code = Around {
            before: None,
            after: Some('x'),
        };
        assert_eq!(set("l'", &french, before_code).text, "l’");
        let between = Around {
            before: Some('x'),
            after: Some('x'),
        };
        assert_eq!(set("\"", &french, between).text, "”");
    }

    #[test]
    fn other_languages_keep_their_quotes_and_spaces() {
        assert_eq!(shown("\"así\" es : ...", "es"), "\"así\" es : …");
    }
}
