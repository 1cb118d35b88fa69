//! What sheets of other tools call their columns, in English and in French.

use super::columns::{Column, Field, number_of};
use crate::language::UNDETERMINED;

/// What sheets of other tools call a column, in letters without accents; `#` stands for a number or a letter.
const OTHERS: &[(Field, &[&str])] = &[
    (
        Field::Id,
        &[
            "identifier",
            "identifiant",
            "question id",
            "id question",
            "name",
            "nom",
            "question name",
            "code",
            "reference",
        ],
    ),
    (
        Field::Kind,
        &["type", "question type", "type de question", "genre"],
    ),
    (
        Field::Module,
        &[
            "category",
            "categorie",
            "section",
            "chapter",
            "chapitre",
            "quiz",
        ],
    ),
    (
        Field::Prompt,
        &[
            "question",
            "question text",
            "question body",
            "questiontext",
            "texte de la question",
            "enonce",
            "stem",
            "intitule",
            "consigne",
        ],
    ),
    (
        Field::Choice,
        &[
            "answer #",
            "reponse #",
            "option #",
            "choice #",
            "choix #",
            "proposition #",
            "answer option #",
            "answer choice #",
            "answer text #",
            "#",
        ],
    ),
    (
        Field::ChoiceFeedback,
        &[
            "feedback #",
            "retour #",
            "commentaire #",
            "answer # feedback",
        ],
    ),
    (
        Field::ChoiceWeight,
        &["grade #", "fraction #", "note #", "weight #"],
    ),
    (
        Field::Incorrect,
        &[
            "incorrect answer #",
            "wrong answer #",
            "distractor #",
            "mauvaise reponse #",
            "reponse fausse #",
            "distracteur #",
        ],
    ),
    (
        Field::Correct,
        &[
            "correct answer",
            "correct answers",
            "correct answer s",
            "correct choice",
            "correct option",
            "right answer",
            "answer",
            "answers",
            "answer key",
            "key",
            "solution",
            "bonne reponse",
            "bonnes reponses",
            "bonne s reponse s",
            "reponse correcte",
            "reponses correctes",
            "reponse",
            "reponses",
            "corrige",
        ],
    ),
    (
        Field::Explanation,
        &[
            "answer explanation",
            "general feedback",
            "feedback",
            "rationale",
            "explication",
            "explications",
            "justification",
            "commentaire",
            "retour",
            "feedback general",
        ],
    ),
    (
        Field::Concepts,
        &[
            "concept",
            "tags",
            "tag",
            "topic",
            "topics",
            "skill",
            "theme",
            "notion",
            "notions",
            "mots cles",
        ],
    ),
    (Field::Difficulty, &["difficulte", "niveau de difficulte"]),
    (
        Field::Points,
        &[
            "point",
            "score",
            "mark",
            "marks",
            "bareme",
            "default mark",
            "defaultgrade",
        ],
    ),
    (Field::Tolerance, &["error", "margin", "marge", "precision"]),
    (Field::Source, &["sources", "ref", "source de la question"]),
    (Field::Hint, &["hint #", "indice #"]),
    (Field::Shuffle, &["shuffle answers", "melanger"]),
    (Field::Penalty, &["penalite"]),
];

impl Column {
    /// The column that sheets of other tools call by this name.
    pub(super) fn theirs(header: &str) -> Option<Self> {
        // "Question #" counts the questions.
        if header.trim().ends_with('#') {
            return None;
        }
        let mut words = folded(header);
        let lang = language_of(&mut words);
        // "Question - max 120 characters", "Answer 3 (Optional)", "Correct answer(s) - choose at least one"
        let end = words.iter().position(|word| {
            matches!(
                word.as_str(),
                "max" | "maximum" | "choose" | "optional" | "facultatif" | "facultative" | "only"
            )
        });
        words.truncate(end.unwrap_or(words.len()));
        let mut number = 0;
        for word in &mut words {
            if let Some(found) = number_of(word).or_else(|| letter_of(word)) {
                number = found;
                "#".clone_into(word);
            }
        }
        let name = words.join(" ");
        let found = OTHERS
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()));
        let field = match found {
            Some((field, _)) => *field,
            None => Field::called(&name)?,
        };
        let column = Self::of(field).number(number);
        Some(match (field.is_spoken(), lang) {
            (true, lang) => column.lang(lang.unwrap_or(UNDETERMINED)),
            (false, _) => column,
        })
    }
}

/// `a` is 1; letters far down the alphabet are none, as in "answer(s)".
fn letter_of(word: &str) -> Option<u16> {
    match word.as_bytes() {
        [letter @ b'a'..=b'j'] => Some(u16::from(letter - b'a') + 1),
        _ => None,
    }
}

/// The language that the words of a header name, taken out of them: "Question (FR)", "English prompt".
fn language_of(words: &mut Vec<String>) -> Option<&'static str> {
    let name = |word: &String| match word.as_str() {
        "en" | "english" | "anglais" | "eng" => Some("en"),
        "fr" | "french" | "francais" | "francaise" | "fra" => Some("fr"),
        "es" | "spanish" | "espagnol" => Some("es"),
        "german" | "allemand" => Some("de"),
        "italian" | "italien" => Some("it"),
        "pt" | "portuguese" | "portugais" => Some("pt"),
        "nl" | "dutch" | "neerlandais" => Some("nl"),
        _ => None,
    };
    let (last, first) = (words.len().checked_sub(1)?, 0);
    let at = [last, first]
        .into_iter()
        .find(|at| words.get(*at).and_then(name).is_some())?;
    let lang = words.get(at).and_then(name);
    words.remove(at);
    lang
}

/// The words of a text in lower-case letters without accents; digits stand alone.
pub(super) fn folded(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut words = vec![String::new()];
    for sign in text.nfkd().flat_map(char::to_lowercase) {
        let Some(last) = words.last_mut() else { break };
        let starts = |last: &str| {
            last.chars().next_back().is_some_and(|c| c.is_ascii_digit()) != sign.is_ascii_digit()
        };
        if sign.is_alphanumeric() {
            if !last.is_empty() && starts(last) {
                words.push(sign.to_string());
            } else {
                last.push(sign);
            }
        } else if !is_accent(sign) && !last.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What stands behind a letter once it is taken apart.
fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_other_tools_are_understood() {
        for (header, name) in [
            ("Question - max 120 characters", "prompt"),
            ("Answer 1 - max 75 characters", "choice_1"),
            ("Correct answer(s) - choose at least one", "correct"),
            ("Question Text", "prompt"),
            ("Answer 3\n(Optional)", "choice_3"),
            ("Correct Answer(s)\n(Only include Answer #)", "correct"),
            ("Incorrect Answer 2 (Optional)", "incorrect_2"),
            ("Énoncé", "prompt"),
            ("Énoncé (FR)", "prompt_fr"),
            ("Réponse A", "choice_1"),
            ("Réponse D (anglais)", "choice_4_en"),
            ("Bonne réponse", "correct"),
            ("Bonne(s) réponse(s)", "correct"),
            ("Option2", "choice_2"),
            ("B", "choice_2"),
            ("English question", "prompt_en"),
            ("Points", "points"),
            ("Feedback", "explanation"),
            ("Grade 1", "choice_1_weight"),
            ("Indice 2", "hint_2"),
        ] {
            assert_eq!(
                Column::theirs(header).map(Column::name).as_deref(),
                Some(name),
                "{header}"
            );
        }
        for header in [
            "Time limit (sec)",
            "Image Link",
            "Timestamp",
            "Question #",
            "",
        ] {
            assert_eq!(Column::theirs(header), None, "{header}");
        }
    }
}
