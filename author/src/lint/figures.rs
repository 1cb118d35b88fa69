//! Numbers and codes in a text, so that they can be compared across languages: 27001, 5.15, A.8.2, 1,234 and 1 234.

use std::ops::Range;

use jalon_engine::grade::with_figures;

use super::words::{Tongue, pieces};

/// A number or a code in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// In one form for all languages: digits and dots.
    pub(crate) value: String,
    /// Where it stands in the text.
    pub(crate) bytes: Range<usize>,
}

/// The figures of a text, read as its language writes them.
pub(crate) fn figures(text: &str, tongue: Option<Tongue>) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            let figure = figure(text, at, tongue);
            at = figure.bytes.end;
            found.push(figure);
        } else {
            at += 1;
        }
    }
    found
}

/// The figure that starts at this byte.
fn figure(text: &str, start: usize, tongue: Option<Tongue>) -> Figure {
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
    while let Some(mark) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = digits(end + mark.len_utf8());
        let is_group = groups && next.len() == 3;
        let comma_groups = tongue != Some(Tongue::French);
        match mark {
            ' ' | '\'' if is_group => {}
            ',' if is_group && comma_groups => {}
            ',' if !comma_groups && !next.is_empty() => {
                value.push('.');
                groups = false;
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

/// True when a text can be read as saying this number, in figures or in other ways: in words, as an ordinal, in Roman numerals, on
/// a clock of twelve hours.
pub(crate) fn means(text: &str, tongue: Option<Tongue>, value: &str) -> bool {
    let stated = figures(text, tongue);
    if stated.iter().any(|own| own.value == value) {
        return true;
    }
    let Ok(number) = value.parse::<u32>() else {
        return false;
    };
    let has = |f: &dyn Fn(&str) -> bool| pieces(text).any(|word| f(&word.to_lowercase()));
    (number <= 100
        && with_figures(text)
            .split([' ', '.'])
            .any(|word| word == value))
        || (number >= 100 && number.is_multiple_of(10) && has(&is_round))
        || has(&|word| ordinal(word) == Some(number))
        || pieces(text).any(|word| roman(word) == Some(number))
        || (has(&is_clock)
            && stated.iter().any(|own| {
                let hour = own.value.parse::<u32>();
                number <= 24 && hour.is_ok_and(|hour| hour % 12 == number % 12)
            }))
}

/// A word beside which a number is an hour, which one language counts to twelve and another to twenty-four.
fn is_clock(word: &str) -> bool {
    matches!(word, "pm" | "am" | "noon" | "midi" | "h" | "heures")
}

/// A word for a large or a round number: which one is not looked at.
fn is_round(word: &str) -> bool {
    let stems = [
        "hundred", "thousand", "million", "billion", "cent", "mille", "milli", "dozen", "douzaine",
    ];
    stems.iter().any(|stem| word.starts_with(stem))
}

fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" | "première" | "once" => 1,
        "second" | "deuxième" | "seconde" | "twice" | "half" | "both" => 2,
        "third" | "troisième" | "tiers" => 3,
        "fourth" | "quatrième" | "quarter" | "quart" | "trimestre" => 4,
        "fifth" | "cinquième" => 5,
        "sixth" | "sixième" | "semestre" => 6,
        "seventh" | "septième" | "week" | "semaine" => 7,
        "eighth" | "huitième" => 8,
        "ninth" | "neuvième" => 9,
        "tenth" | "dixième" | "dizaine" => 10,
        "dozen" | "douzaine" | "noon" | "midi" => 12,
        "fortnight" | "quinzaine" => 15,
        _ => return None,
    })
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

    fn values(text: &str, tongue: Tongue) -> Vec<String> {
        let found = figures(text, Some(tongue)).into_iter();
        found.map(|figure| figure.value).collect()
    }

    #[test]
    fn the_same_number_is_the_same_in_both_ways_of_writing() {
        use Tongue::{English, French};
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
        ] {
            assert_eq!(values(english, English), expected, "{english}");
            assert_eq!(values(french, French), expected, "{french}");
        }
    }

    #[test]
    fn a_number_can_be_said_in_other_ways() {
        use Tongue::{English, French};
        for (text, tongue, value) in [
            ("ninety-three controls", English, "93"),
            ("quatre-vingt-treize mesures", French, "93"),
            ("trois mois", French, "3"),
            ("the third month", English, "3"),
            ("au XIXe siècle", French, "19"),
            ("at 3 pm", English, "15"),
            ("mille points", French, "1000"),
            ("five hundred people", English, "500"),
        ] {
            assert!(means(text, Some(tongue), value), "{text}");
        }
        for (text, tongue, value) in [
            ("39 mesures", French, "93"),
            ("trente-neuf mesures", French, "93"),
            ("la mesure 5.15", French, "5.16"),
            ("ISO/IEC 27002", English, "27001"),
        ] {
            assert!(!means(text, Some(tongue), value), "{text}");
        }
    }
}
