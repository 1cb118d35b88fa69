//! What a line of an Aiken file is.

/// A line by itself, without what stands around it.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Line<'a> {
    Blank,
    /// A letter with a bracket or a point behind it, and the rest.
    Choice {
        letter: char,
        text: &'a str,
        is_small: bool,
    },
    /// What stands behind `ANSWER:`.
    Answer {
        given: &'a str,
        is_odd: bool,
    },
    Text(&'a str),
}

/// Words for an answer, in small letters. Moodle knows the first one, in capitals.
const WORDS: [&str; 5] = ["answer", "réponse", "reponse", "antwort", "respuesta"];

impl<'a> Line<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        let text = line.trim().trim_start_matches('\u{feff}');
        if text.is_empty() {
            return Self::Blank;
        }
        if let Some(answer) = answer(text) {
            return answer;
        }
        let mut signs = text.chars();
        match (signs.next(), signs.next()) {
            (Some(letter), Some(')' | '.')) if letter.is_ascii_alphabetic() => Self::Choice {
                letter: letter.to_ascii_uppercase(),
                text: signs.as_str().trim(),
                is_small: letter.is_ascii_lowercase(),
            },
            _ => Self::Text(text),
        }
    }
}

/// Spaces before the colon may be those of French.
fn answer(text: &str) -> Option<Line<'_>> {
    let (word, given) = text.split_once([':', '：'])?;
    let bare = word.trim_end();
    if bare.len() > 12 || !WORDS.contains(&bare.to_lowercase().as_str()) {
        return None;
    }
    Some(Line::Answer {
        given: given.trim(),
        is_odd: word != "ANSWER",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_known_by_its_start() {
        let choice = |letter, text, is_small| Line::Choice {
            letter,
            text,
            is_small,
        };
        let answer = |given, is_odd| Line::Answer { given, is_odd };
        for (text, line) in [
            ("  ", Line::Blank),
            ("A) one", choice('A', "one", false)),
            ("B.two", choice('B', "two", false)),
            ("c) three", choice('C', "three", true)),
            ("D)", choice('D', "", false)),
            ("ANSWER: A", answer("A", false)),
            ("Answer:B", answer("B", true)),
            ("RÉPONSE\u{a0}: C", answer("C", true)),
            ("Réponse\u{202f}: c", answer("c", true)),
            ("É) accent", Line::Text("É) accent")),
            ("1) one", Line::Text("1) one")),
            ("The answer: yes", Line::Text("The answer: yes")),
        ] {
            assert_eq!(Line::of(text), line, "{text}");
        }
    }
}
