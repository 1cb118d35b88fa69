//! Numbers written as words.

use crate::language::Rules;

/// What an article that is a number too is taken for by itself: "une" in French.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    /// The number 1.
    Counts,
    /// An article.
    IsArticle,
}

/// The same words with figures for numbers written out: "quatre vingt treize" is "93".
pub(super) fn figures(words: &str, one: One, rules: Rules) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let mut rest = all.as_slice();
    let mut figures = String::with_capacity(words.len());
    let mut after_figures = false;
    while let Some((first, others)) = rest.split_first() {
        let article = one == One::IsArticle && rules.is_article(first);
        // Behind figures, a word that can be a number is a unit or nothing: 100 cent.
        let number = match article || after_figures {
            true => None,
            false => rules.number(rest),
        };
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
                figures.push_str(&(value as u64).to_string());
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
            assert_eq!(figures(words, One::Counts, Rules::ALL), expected, "{words}");
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
            assert_eq!(
                figures(words, One::IsArticle, Rules::ALL),
                expected,
                "{words}"
            );
        }
    }
}
