//! Numbers written as words, from zero to a hundred, in English and in French.

use crate::decimal::push_decimal;
use crate::pieces::pieces;

/// What "un" and "une" by themselves are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    /// The number 1.
    Counts,
    /// An article.
    IsArticle,
}

/// What a word counts by itself, tens of Belgium and Switzerland too.
fn value(word: &str) -> Option<usize> {
    Some(match word {
        "zero" => 0,
        "one" | "un" | "une" => 1,
        "two" | "deux" => 2,
        "three" | "trois" => 3,
        "four" | "quatre" => 4,
        "five" | "cinq" => 5,
        "six" => 6,
        "seven" | "sept" => 7,
        "eight" | "huit" => 8,
        "nine" | "neuf" => 9,
        "ten" | "dix" => 10,
        "eleven" | "onze" => 11,
        "twelve" | "douze" => 12,
        "thirteen" | "treize" => 13,
        "fourteen" | "quatorze" => 14,
        "fifteen" | "quinze" => 15,
        "sixteen" | "seize" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" | "vingt" => 20,
        "thirty" | "trente" => 30,
        "forty" | "quarante" => 40,
        "fifty" | "cinquante" => 50,
        "sixty" | "soixante" => 60,
        "seventy" | "septante" => 70,
        "eighty" | "huitante" | "octante" => 80,
        "ninety" | "nonante" => 90,
        "hundred" | "cent" => 100,
        _ => return None,
    })
}

/// True for a word that is a number by itself.
pub(super) fn is_number(word: &str) -> bool {
    value(word).is_some()
}

/// A number below 20 at the beginning, and how many words it takes.
fn unit(words: &[&str]) -> Option<(usize, usize)> {
    match words {
        ["dix", "sept", ..] => Some((17, 2)),
        ["dix", "huit", ..] => Some((18, 2)),
        ["dix", "neuf", ..] => Some((19, 2)),
        [first, ..] => value(first).filter(|&n| n < 20).map(|n| (n, 1)),
        [] => None,
    }
}

/// The number at the beginning, and how many words it takes.
fn number(words: &[&str]) -> Option<(usize, usize)> {
    let (tens, used, most) = match words {
        ["one", "hundred", ..] => return Some((100, 2)),
        ["quatre", "vingt" | "vingts", ..] => (80, 2, 19),
        ["soixante", ..] => (60, 1, 19),
        [first, ..] => match value(first)? {
            100 => return Some((100, 1)),
            0..20 => return unit(words),
            tens => (tens, 1, 9),
        },
        [] => return None,
    };
    let rest = words.get(used..)?;
    let (rest, and) = match rest {
        ["et", rest @ ..] => (rest, 1),
        rest => (rest, 0),
    };
    Some(match unit(rest) {
        Some((units, more)) if (1..=most).contains(&units) && (and == 0 || units % 10 == 1) => {
            (tens + units, used + and + more)
        }
        _ => (tens, used),
    })
}

/// The same words with figures for numbers written out: "quatre vingt treize" is "93".
pub(super) fn figures(words: &str, one: One) -> String {
    let all: Vec<&str> = pieces(words, b' ').collect();
    let mut rest = all.as_slice();
    let mut figures = String::with_capacity(words.len());
    let mut after_figures = false;
    while let Some((first, others)) = rest.split_first() {
        let article = matches!(*first, "un" | "une") && one == One::IsArticle;
        // Behind figures, a word that can be a number is a unit or nothing: 100 cent.
        let number = number(rest).filter(|_| !article && !after_figures);
        let is_figures = number.is_some() || first.starts_with(|c: char| c.is_ascii_digit());
        if !figures.is_empty() {
            figures.push_str(
                if is_figures && figures.ends_with(|c: char| c.is_ascii_digit()) {
                    ". "
                } else {
                    " "
                },
            );
        }
        rest = match number {
            Some((value, used)) => {
                push_decimal(&mut figures, value as u64);
                rest.get(used..).unwrap_or_default()
            }
            None => {
                figures.push_str(first);
                others
            }
        };
        after_figures = number.is_none() && is_figures;
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_up_to_a_hundred_are_read_in_both_languages() {
        for (words, expected) in [
            ("ninety three", "93"),
            ("quatre vingt treize", "93"),
            ("quatre vingts treize", "93"),
            ("nonante trois", "93"),
            ("quatre vingt dix sept", "97"),
            ("soixante et onze", "71"),
            ("soixante dix", "70"),
            ("septante et un", "71"),
            ("vingt et un", "21"),
            ("quatre vingt un", "81"),
            ("dix neuf", "19"),
            ("one hundred", "100"),
            ("cent", "100"),
            ("zero", "0"),
            ("trois ans", "3 ans"),
            ("une fois", "1 fois"),
        ] {
            assert_eq!(figures(words, One::Counts), expected, "{words}");
        }
    }

    #[test]
    fn what_is_no_number_stays_as_it_is() {
        for (words, expected) in [
            ("cent deux", "100. 2"),
            ("100 cent", "100 cent"),
            ("risk owner", "risk owner"),
            ("thirty nineteen", "30. 19"),
            ("un deux", "un 2"),
        ] {
            assert_eq!(figures(words, One::IsArticle), expected, "{words}");
        }
    }
}
