//! Numbers and codes in a text, so that they can be compared across languages: 27001, 5.15, A.8.2, 1,234 and 1 234.

use std::ops::Range;

use jalon_engine::grade::with_figures;
use jalon_engine::language::Rules;

use super::Text;
use super::marks::Marks;
use super::words::pieces;
use crate::language::{Language, has};

/// A number or a code in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// In one form for all languages: digits and dots.
    pub(crate) value: String,
    /// Where it stands in the text.
    pub(crate) bytes: Range<usize>,
}

impl Figure {
    /// True for the same number, however its thousands are kept apart, and for a decade: "the 1990s", "les années 90".
    fn is(&self, value: &str) -> bool {
        let is_decade = |long: &str, short: &str| {
            long.len() == 4 && short.len() == 2 && long.ends_with(short) && short.ends_with('0')
        };
        self.value == value
            || self.value.len() != value.len()
                && (without_groups(&self.value) == without_groups(value)
                    || is_decade(&self.value, value)
                    || is_decade(value, &self.value))
    }
}

/// A number whose thousands are kept apart by dots, without these.
fn without_groups(value: &str) -> String {
    let mut groups = value.split('.');
    let first = groups.next().unwrap_or_default();
    let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if is_grouped {
        value.replace('.', "")
    } else {
        value.to_owned()
    }
}

/// The figures of a text. What is set as code is written alike in every language.
pub(crate) fn figures_of(text: &Text<'_>, language: Option<&'static Language>) -> Vec<Figure> {
    let codes = if text.raw.text.contains('`') {
        Marks::of(text).codes
    } else {
        Vec::new()
    };
    let mut found = Vec::new();
    let mut read = |bytes: Range<usize>, language: Option<&'static Language>| {
        let part = text.plain.get(bytes.clone()).unwrap_or_default();
        found.extend(figures(part, language).into_iter().map(|figure| Figure {
            bytes: figure.bytes.start + bytes.start..figure.bytes.end + bytes.start,
            ..figure
        }));
    };
    let mut at = 0;
    for code in &codes {
        let rest = text.plain.get(at..).unwrap_or_default();
        let Some(start) = rest.find(code.as_str()) else {
            continue;
        };
        read(at..at + start, language);
        read(at + start..at + start + code.len(), None);
        at += start + code.len();
    }
    read(at..text.plain.len(), language);
    found
}

/// The figures of a piece of prose, read as its language writes them.
fn figures(text: &str, language: Option<&'static Language>) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            let figure = figure(text, at, language);
            let before = text.get(..at).unwrap_or_default();
            at = figure.bytes.end;
            if !is_placeholder(before, text.get(at..).unwrap_or_default()) {
                found.push(figure);
            }
        } else {
            at += 1;
        }
    }
    found
}

/// True for the digits of "%1$s", "%.2f" and "{0}".
fn is_placeholder(before: &str, after: &str) -> bool {
    let in_format = before.ends_with('%') || before.ends_with("%.");
    let is_kind = |c: char| c == '$' || c.is_ascii_alphabetic();
    in_format && after.starts_with(is_kind)
        || before.ends_with('{') && after.starts_with(['}', ':'])
}

/// The figure that starts at this byte.
fn figure(text: &str, start: usize, language: Option<&'static Language>) -> Figure {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    };
    let first = digits(start);
    let mut value = first.to_owned();
    let mut end = start + first.len();
    // A group of thousands follows up to three digits, and no point.
    let mut groups = (1..=3).contains(&first.len()) && first != "0";
    let mut has_comma = is_in_list(text.get(..start).unwrap_or_default());
    while let Some(mark) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = digits(end + mark.len_utf8());
        let is_group = groups && next.len() == 3;
        let comma_groups = !language.is_some_and(|own| own.decimal_marks.contains(&','));
        let dot_groups = language.is_some_and(|own| own.group_marks.contains(&'.'));
        let behind = text
            .get(end + mark.len_utf8() + next.len()..)
            .unwrap_or_default();
        // "22,80,443" is a list.
        let list = behind.strip_prefix(',');
        let is_last_comma =
            !list.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        match mark {
            ' ' | '\'' if is_group => {}
            ',' if is_group && comma_groups && !has_comma => {}
            '.' if is_group && dot_groups => {}
            ',' if !comma_groups && !next.is_empty() && !has_comma && is_last_comma => {
                value.push('.');
                groups = false;
                has_comma = true;
            }
            '.' if !next.is_empty() => {
                value.push('.');
                groups = false;
            }
            _ => break,
        }
        value.push_str(next);
        end += mark.len_utf8() + next.len();
    }
    Figure {
        value,
        bytes: start..end,
    }
}

/// True behind a digit and a comma, which did not belong to what follows.
fn is_in_list(before: &str) -> bool {
    let number = before.strip_suffix(',');
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// The numbers of a text that are written in one word, from 3 on: "three" and "trois". Smaller ones are in words that count nothing.
pub(crate) fn in_words(text: &str, language: Option<&'static Language>) -> Vec<Figure> {
    let Some(language) = language else {
        return Vec::new();
    };
    let value = |piece: &str| language.number_word(&piece.to_lowercase());
    let start = |piece: &str| piece.as_ptr() as usize - text.as_ptr() as usize;
    let all: Vec<&str> = pieces(text).collect();
    let is_number = |at: Option<usize>| {
        let piece = at.and_then(|at| all.get(at));
        piece.is_some_and(|piece| value(piece).is_some())
    };
    let found = all.iter().enumerate().filter_map(|(at, piece)| {
        let value = value(piece).filter(|value| *value != "1")?;
        // Two of them side by side are another number.
        let is_alone = !is_number(at.checked_sub(1)) && !is_number(Some(at + 1));
        is_alone.then(|| Figure {
            value: value.to_owned(),
            bytes: start(piece)..start(piece) + piece.len(),
        })
    });
    found.collect()
}

/// True when a text can be read as saying this number, in figures or in other ways: in words, as an ordinal, in Roman numerals, on
/// a clock of twelve hours.
pub(crate) fn means(text: &Text<'_>, language: Option<&'static Language>, value: &str) -> bool {
    let stated = figures_of(text, language);
    let is_value = |own: &Figure| own.is(value);
    stated.iter().any(is_value)
        || in_words(&text.plain, language).iter().any(is_value)
        || otherwise(&text.plain, language, &stated, value)
}

fn otherwise(
    text: &str,
    language: Option<&'static Language>,
    stated: &[Figure],
    value: &str,
) -> bool {
    let rules = language.map_or(Rules::NONE, Language::rules);
    let is_in = |list: fn(&Language) -> &'static str, word: &str| {
        language.is_some_and(|language| has(list(language), word))
    };
    let is_round = |word: &str| is_in(|own| own.round_numbers, word);
    let is_clock = |word: &str| is_in(|own| own.clock_words, word);
    let ordinals = |word: &str| language.map_or(&[][..], |language| language.ordinals(word));
    let Ok(number) = value.parse::<u32>() else {
        return false;
    };
    let has = |f: &dyn Fn(&str) -> bool| pieces(text).any(|word| f(&word.to_lowercase()));
    let hours = stated
        .iter()
        .filter_map(|own| own.value.parse::<u32>().ok());
    (number <= 100
        && with_figures(text, rules)
            .split([' ', '.'])
            .any(|word| word == value))
        || (number >= 100 && number.is_multiple_of(10) && has(&is_round))
        || has(&|word| ordinals(word).contains(&number))
        || pieces(text).any(|word| roman(word) == Some(number))
        || (text.contains('½') && matches!(number, 30 | 50))
        || (has(&is_clock)
            && hours.into_iter().any(|hour| {
                hour.abs_diff(number) == 12 && hour.max(number) < 24 && hour.min(number) > 0
            }))
}

/// A number in Roman numerals, up to some hundreds; a letter behind them makes French ordinals.
fn roman(word: &str) -> Option<u32> {
    let numerals = word.strip_suffix(['e', 'ᵉ']).unwrap_or(word);
    if numerals.is_empty() || numerals.len() > 8 {
        return None;
    }
    let mut total = 0u32;
    let mut before = 0;
    for letter in numerals.chars().rev() {
        let own = match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        if own < before {
            total = total.checked_sub(own)?;
        } else {
            total += own;
            before = own;
        }
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH, GERMAN};

    fn values(text: &str, language: &'static Language) -> Vec<String> {
        let found = figures(text, Some(language)).into_iter();
        found.map(|figure| figure.value).collect()
    }

    #[test]
    fn the_same_number_is_the_same_in_both_ways_of_writing() {
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (english, french, expected) in [
            ("1,234 people", "1 234 personnes", &["1234"][..]),
            ("1,234,567.5", "1 234 567,5", &["1234567.5"]),
            ("ISO 27 001", "ISO 27001", &["27001"]),
            (
                "ISO/IEC 27002:2022, 5.15",
                "ISO/IEC 27002:2022, 5.15",
                &["27002", "2022", "5.15"],
            ),
            ("A.8.2, A.8.10", "A.8.2 et A.8.10", &["8.2", "8.10"]),
            ("0.5 %", "0,5 %", &["0.5"]),
            (
                "in 2013, 114 controls",
                "en 2013, 114 mesures",
                &["2013", "114"],
            ),
            ("7, 8 and 9.", "7, 8 et 9.", &["7", "8", "9"]),
            (
                "ports 22,80,443",
                "les ports 22,80,443",
                &["22", "80", "443"],
            ),
            ("{0} %1$s %.2f", "{0} %1$s %.2f", &[]),
        ] {
            assert_eq!(values(english, en), expected, "{english}");
            assert_eq!(values(french, fr), expected, "{french}");
        }
    }

    #[test]
    fn numbers_of_one_word_are_found() {
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (text, language, expected) in [
            ("It lasts three years.", en, &["3"][..]),
            ("Cela dure dix ans et quatre mois.", fr, &["10"]),
            ("quatre-vingt-trois, trente et un", fr, &[]),
            ("three hundred", en, &[]),
            ("one of two", en, &[]),
            (
                "Es dauert zwölf Monate, fünf hundert Tage.",
                &GERMAN,
                &["12"],
            ),
        ] {
            let found: Vec<String> = in_words(text, Some(language))
                .into_iter()
                .map(|own| own.value)
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_number_can_be_said_in_other_ways() {
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (text, language, value) in [
            ("ninety-three controls", en, "93"),
            ("quatre-vingt-treize mesures", fr, "93"),
            ("trois mois", fr, "3"),
            ("the third month", en, "3"),
            ("au XIXe siècle", fr, "19"),
            ("at 3 pm", en, "15"),
            ("mille points", fr, "1000"),
            ("five hundred people", en, "500"),
            ("half of them", en, "50"),
            ("at 2:30 p.m.", en, "14"),
            ("dreiundneunzig Maßnahmen", &GERMAN, "93"),
            ("zwölf Monate", &GERMAN, "12"),
            ("tausend Punkte", &GERMAN, "1000"),
        ] {
            assert!(
                otherwise(text, Some(language), &figures(text, Some(language)), value),
                "{text}"
            );
        }
        for (text, language, value) in [
            ("39 mesures", fr, "93"),
            ("trente-neuf mesures", fr, "93"),
            ("la mesure 5.15", fr, "5.16"),
            ("ISO/IEC 27002", en, "27001"),
            ("250 milligrammes", fr, "500"),
            ("un centre de 600 lits", fr, "500"),
            ("sous 12 heures", fr, "24"),
        ] {
            assert!(
                !otherwise(text, Some(language), &figures(text, Some(language)), value),
                "{text}"
            );
        }
    }
}
