//! Phrases by which a choice speaks of the others, in the forms that they take.

use super::Text;

/// How many words a choice has at most that stands for others; a longer one says something itself.
const MOST_WORDS: usize = 8;

/// True where a short choice begins with one of these phrases. A phrase is a row of words: `a|b` is one of two, what ends in `?` may be
/// left out, `$` is the end of the choice.
pub(super) fn says(text: &Text<'_>, phrases: &[&str]) -> bool {
    let words = text.plain_words();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    let words: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        begins(&words, &phrase)
    })
}

fn begins(words: &[&str], phrase: &[&str]) -> bool {
    let Some((own, rest)) = phrase.split_first() else {
        return true;
    };
    let (own, is_optional) = match own.strip_suffix('?') {
        Some(own) => (own, true),
        None => (*own, false),
    };
    let goes_on = words.split_first().is_some_and(|(word, behind)| {
        own.split('|').any(|one| one == *word) && begins(behind, rest)
    });
    goes_on || is_optional && begins(words, rest) || own == "$" && words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_has_alternatives_and_parts_that_may_be_missing() {
        let phrase = ["all|both", "of?", "these", "$"];
        for (words, expected) in [
            (&["all", "of", "these"][..], true),
            (&["both", "these"], true),
            (&["all", "of", "these", "laws"], false),
            (&["some", "of", "these"], false),
            (&[], false),
        ] {
            assert_eq!(begins(words, &phrase), expected, "{words:?}");
        }
    }
}
