//! Wildcards and regular expressions, made into the table that the engine walks: an automaton with as few states as there can be.

mod table;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use jalon_engine::grade::{Pattern, Reads, pattern_words};
use jalon_engine::language::Rules;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, ClassBytes, ClassBytesRange, Hir, Repetition};

use table::table;

/// Why there is no such pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It can't be read, for this reason; where in it.
    Syntax(String, Range<usize>),
    /// A wildcard without a star.
    NoStar,
    /// A wildcard with nothing but stars.
    OnlyStars,
    /// Nothing that can be typed is like that.
    Nothing,
    /// It has too many states, or is too long as a table.
    TooLarge,
    /// It asks for something that an automaton can't do, for this reason.
    Impossible(String),
}

/// A pattern, or why there is none.
type Made = Result<Pattern, Refusal>;

/// What was made before: banks are checked again and again while they are written, and to make a table takes longer than all else of a check.
static MADE: LazyLock<Mutex<HashMap<PatternKey, Made>>> = LazyLock::new(Mutex::default);

/// A kind of pattern, what was written, and the rules by which it is read.
type PatternKey = (&'static str, String, Rules);

/// How many are kept, and how long one may be, in bytes: together they take a few megabytes.
const KEPT: usize = 1000;
const LONGEST_KEPT: usize = 500;

/// Makes a pattern, unless it was made before.
fn once(kind: &'static str, source: &str, rules: Rules, make: fn(&str, Rules) -> Made) -> Made {
    if source.len() > LONGEST_KEPT {
        return make(source, rules);
    }
    let known = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (kind, source.to_owned(), rules);
    if let Some(made) = known().get(&key) {
        return made.clone();
    }
    let made = make(source, rules);
    let mut all = known();
    if all.len() >= KEPT {
        all.clear();
    }
    all.insert(key, made.clone());
    made
}

/// A wildcard: `*` stands for any letters, also none, and `\*` for a star. Letters that one of the languages spells out, ü and ue, may be
/// written in both ways.
pub(crate) fn wildcard(source: &str, rules: Rules) -> Result<Pattern, Refusal> {
    once("wildcard", source, rules, made_wildcard)
}

/// A regular expression, held against the whole of what was typed, in upper or lower case.
pub(crate) fn regex(source: &str) -> Result<Pattern, Refusal> {
    once("regex", source, Rules::NONE, |source, _| made_regex(source))
}

fn made_wildcard(source: &str, rules: Rules) -> Made {
    let parts = star_parts(source);
    if parts.len() < 2 {
        return Err(Refusal::NoStar);
    }
    if parts.iter().all(|part| plain(part).is_empty()) {
        return Err(Refusal::OnlyStars);
    }
    Ok(Pattern {
        source: source.to_owned(),
        reads: Reads::Words,
        table: table(&wildcard_hir(&parts, rules))?,
        lang: None,
    })
}

fn made_regex(source: &str) -> Made {
    let mut parser = ParserBuilder::new()
        .case_insensitive(true)
        .nest_limit(50)
        .build();
    let hir = parser.parse(source).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => syntax(&error.kind(), error.span()),
        regex_syntax::Error::Translate(error) => syntax(&error.kind(), error.span()),
        other => Refusal::Syntax(other.to_string(), 0..source.len()),
    })?;
    Ok(Pattern {
        source: format!("/{source}/"),
        reads: Reads::Typed,
        table: table(&hir)?,
        lang: None,
    })
}

fn syntax(kind: &impl ToString, span: &regex_syntax::ast::Span) -> Refusal {
    Refusal::Syntax(kind.to_string(), span.start.offset..span.end.offset)
}

/// What stands between the stars.
fn star_parts(source: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut signs = source.chars().peekable();
    while let Some(sign) = signs.next() {
        let escaped = sign == '\\' && signs.next_if_eq(&'*').is_some();
        match (sign, parts.last_mut()) {
            ('*', _) => parts.push(String::new()),
            (_, Some(part)) => part.push(if escaped { '*' } else { sign }),
            (_, None) => {}
        }
    }
    parts
}

/// A star that touches a word stands for any letters; one by itself for words, so that "ISO * 27001" takes "ISO 27001" in.
fn wildcard_hir(parts: &[String], rules: Rules) -> Hir {
    let touches = |c: Option<char>| c.is_some_and(|c| !plain(&c.to_string()).is_empty());
    let words: Vec<String> = parts.iter().map(|part| plain(part)).collect();
    let mut all = Vec::new();
    let mut started = false;
    for (n, part) in parts.iter().enumerate() {
        let own = words.get(n).map_or("", String::as_str);
        let spellings = [own, &pattern_words(part, rules)].map(|own| Hir::literal(own.as_bytes()));
        all.push(Hir::alternation(spellings.to_vec()));
        started |= !own.is_empty();
        let Some(next) = parts.get(n + 1) else { break };
        let ends = words.iter().skip(n + 1).all(String::is_empty);
        let (left, right) = (
            touches(part.chars().next_back()),
            touches(next.chars().next()),
        );
        let space = || Hir::literal(*b" ");
        let optional = |parts: Vec<Hir>| repeated(Hir::concat(parts), Some(1));
        all.push(match (left, right) {
            // Two stars side by side are one.
            _ if next.is_empty() && n + 2 < parts.len() => Hir::empty(),
            (true, true) => anything(),
            (true, false) if ends => anything(),
            (false, true) if !started => anything(),
            (true, false) => Hir::concat(vec![anything(), space()]),
            (false, true) => Hir::concat(vec![space(), anything()]),
            (false, false) if !started => optional(vec![anything(), space()]),
            (false, false) if ends => optional(vec![space(), anything()]),
            (false, false) => Hir::concat(vec![space(), optional(vec![anything(), space()])]),
        });
    }
    Hir::concat(all)
}

/// A text as a wildcard is read without the rules of a language.
fn plain(text: &str) -> String {
    pattern_words(text, Rules::NONE)
}

/// Any letters: any bytes, since every text that is read is sound.
fn anything() -> Hir {
    let bytes = ClassBytes::new([ClassBytesRange::new(0, 255)]);
    repeated(Hir::class(Class::Bytes(bytes)), None)
}

fn repeated(sub: Hir, max: Option<u32>) -> Hir {
    Hir::repetition(Repetition {
        min: 0,
        max,
        greedy: true,
        sub: Box::new(sub),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_engine::lang::Lang;
    use proptest::prelude::*;

    fn size(pattern: &Pattern) -> usize {
        pattern.table.chars().count()
    }

    /// Expressions, and how large the table of each is.
    const REGEXES: &[(&str, usize)] = &[
        ("iso(/iec)? ?27001(:20(13|22))?", 135),
        ("a|ab|abc", 26),
        ("(a|b)*abb", 56),
        ("", 2),
        ("[a-c]{2,4}", 34),
        ("colou?rs?", 72),
        ("é+|œuvre", 60),
        (".", 69),
        (".*", 67),
        ("a.c", 85),
        ("20[0-9]{2}", 22),
        ("(?i-u:k)s", 26),
        ("^a$|b", 10),
        ("[^a-z]+", 153),
        ("x(y|z)?x*", 24),
        ("k+", 32),
        ("(foo|bar) (baz|qux)", 99),
    ];

    fn agree(source: &str, typed: &str) {
        let pattern = regex(source).unwrap();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let known = regex::Regex::new(&format!("(?i)^(?:{source})$")).unwrap();
        assert_eq!(
            pattern.matches(typed, Rules::NONE),
            known.is_match(&words.join(" ")),
            "{source} on {typed:?}"
        );
    }

    proptest! {
        #[test]
        fn regular_expressions_match_what_the_library_matches(
            at in 0..REGEXES.len(),
            typed in r"[a-cksxyzéÉœŒſ\u{212a}iI/:0-27 \u{a0}\t]{0,8}|iso(/iec)? ?27001(:2022)?|[fF]oo ?(baz|QUX)|\PC{0,6}",
        ) {
            agree(REGEXES[at].0, &typed);
        }

        #[test]
        fn any_source_is_a_pattern_or_refused(source in r"[a-c*+?.()\[\]{}|\\^$0-9, wdb-]{0,16}", typed: String) {
            for made in [regex(&source), wildcard(&source, Rules::ALL)].into_iter().flatten() {
                made.matches(&typed, Rules::ALL);
                prop_assert!(size(&made) <= table::MOST_NUMBERS);
            }
        }
    }

    #[test]
    fn a_table_is_no_larger_than_its_states() {
        for &(source, expected) in REGEXES {
            assert_eq!(size(&regex(source).unwrap()), expected, "{source}");
        }
    }

    #[test]
    fn a_star_is_any_letters_and_by_itself_any_words() {
        for (source, yes, no) in [
            (
                "ISO * 27001",
                &[
                    "iso 27001",
                    "ISO/IEC 27001",
                    "ISO27001",
                    "I-S-O... iec 27001",
                ][..3],
                &["27001", "iso 27001:2022", "iso 127001", "isox 27001"][..],
            ),
            (
                "certif*",
                &["certificate", "Certified body", "certif"],
                &["acertif"],
            ),
            (
                "*fication",
                &["certification", "a verification"],
                &["certificat"],
            ),
            (
                "* audit *",
                &["audit", "an internal audit", "audit plan"],
                &["audits", "auditor"],
            ),
            ("r*e", &["risque", "re", "rôle"], &["risques"]),
            ("ISO *", &["iso", "ISO/IEC 27001:2022"], &["isotope"]),
            (r"2 \* *", &["2*", "2 * 3"], &["2", "23"]),
            ("a ** b", &["a b", "a x b"], &["ab"]),
            ("dé* *", &["DELAI", "dé"], &["d"]),
        ] {
            let pattern = wildcard(source, Rules::NONE).unwrap();
            for typed in yes {
                assert!(pattern.matches(typed, Rules::NONE), "{source} on {typed}");
            }
            for typed in no {
                assert!(!pattern.matches(typed, Rules::NONE), "{source} on {typed}");
            }
        }
    }

    #[test]
    fn german_letters_may_be_spelt_out_in_a_wildcard_and_in_an_answer() {
        let [de, fr]: [Lang; 2] = ["de", "fr"].map(|tag| tag.parse().unwrap());
        let takes = |source: &str, lang: Lang, typed: &str| {
            let pattern = wildcard(source, Rules::of([&lang])).unwrap();
            let lang = Some(lang);
            Pattern { lang, ..pattern }.matches(typed, Rules::NONE)
        };
        for (source, yes, no) in [
            (
                "Prüf*",
                &[
                    "Prüfung",
                    "pruefung",
                    "PRUEFUNG",
                    "Prufung",
                    "Pru\u{308}fer",
                ][..],
                &["Profil", "Preufung"][..],
            ),
            ("Pruef*", &["Prüfung", "Pruefung"], &["Prufung"]),
            ("*maßnahme", &["Maßnahme", "MASSNAHME"], &["Masnahme"]),
            ("Größe *", &["Größe", "Groesse 3", "Grosse"], &["Grüsse"]),
            ("Pot*", &["Pott"], &["Poet"]),
            ("Poet*", &["Poeten", "Pöt"], &["Pot"]),
        ] {
            for typed in yes {
                assert!(takes(source, de, typed), "{source} on {typed}");
            }
            for typed in no {
                assert!(!takes(source, de, typed), "{source} on {typed}");
            }
        }
        assert!(takes("Prüf*", fr, "Prüfung") && !takes("Prüf*", fr, "Pruefung"));
        assert!(!takes("Pruef*", fr, "Prüfung"));
        let [with, without] = ["de", "fr"].map(|tag| {
            let lang: Lang = tag.parse().unwrap();
            wildcard("certif*", Rules::of([&lang])).unwrap().table
        });
        assert_eq!(with, without, "nothing to spell out");
    }

    #[test]
    fn what_can_not_be_a_pattern_is_refused() {
        assert_eq!(wildcard("ISO 27001", Rules::NONE), Err(Refusal::NoStar));
        assert_eq!(wildcard(r"2 \* 3", Rules::NONE), Err(Refusal::NoStar));
        assert_eq!(wildcard("* / **", Rules::NONE), Err(Refusal::OnlyStars));
        assert!(matches!(regex("iso("), Err(Refusal::Syntax(_, at)) if at == (3..4)));
        assert_eq!(regex("[a-z&&[0-9]]"), Err(Refusal::Nothing));
        assert_eq!(regex("(a|b)*a(a|b){12}"), Err(Refusal::TooLarge));
        assert_eq!(regex(r"\w{100}"), Err(Refusal::TooLarge));
        assert_eq!(regex(&"a".repeat(300)), Err(Refusal::TooLarge));
        assert!(matches!(regex(r"\bword\b"), Err(Refusal::Impossible(_))));
    }
}
