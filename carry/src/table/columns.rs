//! The columns of a table: their names in tables of ours, and what sheets of other tools call them.

use jalon_engine::lang::Lang;

use crate::import::UNKNOWN;

/// The largest number in the name of a column: choices, hints, gaps.
const MAX_NUMBER: u16 = 500;

/// Whether a column exists once per language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    /// It has no language.
    Mute,
    /// A column per language: `prompt_en`.
    Spoken,
}

macro_rules! fields {
    ($($name:ident $text:literal $tongue:ident,)*) => {
        /// What a column holds, in the order in which columns are written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Field {
            $($name,)*
        }

        /// Their names; `#` stands for a number.
        const FIELDS: &[(Field, &str, Tongue)] = &[$((Field::$name, $text, Tongue::$tongue),)*];
    };
}

fields! {
    Kind "kind" Mute,
    Id "id" Mute,
    Module "module" Mute,
    Languages "languages" Mute,
    Prompt "prompt" Spoken,
    Wording "wording" Spoken,
    Text "text" Spoken,
    ChoiceId "choice_#_id" Mute,
    Choice "choice_#" Spoken,
    ChoiceFeedback "choice_#_feedback" Spoken,
    ChoiceWeight "choice_#_weight" Mute,
    ChoicePinned "choice_#_pinned" Mute,
    ChoiceMisconception "choice_#_misconception" Mute,
    Incorrect "incorrect_#" Spoken,
    ItemIds "items_id" Mute,
    Items "items" Spoken,
    TargetIds "targets_id" Mute,
    Targets "targets" Spoken,
    CategoryIds "categories_id" Mute,
    Categories "categories" Spoken,
    Correct "correct" Mute,
    Accept "accept" Spoken,
    Tolerance "tolerance" Mute,
    Figures "figures" Mute,
    Unit "unit_#" Spoken,
    UnitTimes "unit_#_times" Mute,
    UnitUse "unit_use" Mute,
    Required "required" Spoken,
    Forbidden "forbidden" Spoken,
    WordOrder "word_order" Mute,
    Endings "endings" Mute,
    Synonyms "synonyms" Mute,
    Wrong "wrong_#" Mute,
    WrongFeedback "wrong_#_feedback" Spoken,
    WrongMisconception "wrong_#_misconception" Mute,
    Pick "pick" Mute,
    From "from" Mute,
    Weight "weight" Mute,
    FeedbackTrue "feedback_true" Spoken,
    FeedbackFalse "feedback_false" Spoken,
    ItemFeedback "items_feedback" Spoken,
    PointIds "checklist_id" Mute,
    Checklist "checklist" Spoken,
    Model "model" Spoken,
    MinWords "min_words" Mute,
    MaxWords "max_words" Mute,
    Uses "uses" Mute,
    AnyOrder "any_order" Mute,
    Shuffle "shuffle" Mute,
    Least "least" Mute,
    Most "most" Mute,
    Scoring "scoring" Mute,
    Credit "credit" Mute,
    Hint "hint_#" Spoken,
    Explanation "explanation" Spoken,
    Concepts "concepts" Mute,
    Difficulty "difficulty" Mute,
    Points "points" Mute,
    Source "source" Mute,
    Stimulus "stimulus" Mute,
    Tries "tries" Mute,
    Penalty "penalty" Mute,
    HintCost "hint_cost" Mute,
    SampleAccept "samples_accept" Mute,
    SampleReject "samples_reject" Mute,
    Prerequisites "prerequisites" Mute,
    Track "track" Spoken,
    Level "level" Mute,
    Minutes "minutes" Mute,
    Pass "pass" Mute,
    Draw "draw" Mute,
    Attempts "attempts" Mute,
    Certainty "certainty" Mute,
    FeedbackWhen "feedback_when" Mute,
    FeedbackShow "feedback_show" Mute,
    Essays "essays" Mute,
}

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

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Column {
    /// The gap that it is about; 0 for none.
    gap: u16,
    field: Field,
    /// The number in its name; 0 for none.
    number: u16,
    lang: Option<Lang>,
}

impl Column {
    pub(super) fn of(field: Field) -> Self {
        Self {
            gap: 0,
            field,
            number: 0,
            lang: None,
        }
    }

    /// The same for a language. One that can't be a tag is the unknown one.
    pub(super) fn lang(self, lang: &str) -> Self {
        let lang = lang.parse().ok().or_else(|| UNKNOWN.parse().ok());
        Self { lang, ..self }
    }

    pub(super) fn number(self, number: u16) -> Self {
        Self { number, ..self }
    }

    pub(super) fn gap(self, gap: u16) -> Self {
        Self { gap, ..self }
    }

    pub(super) fn field(self) -> Field {
        self.field
    }

    /// The numbers in its name: of the gap, and its own.
    pub(super) fn numbers(self) -> (u16, u16) {
        (self.gap, self.number)
    }

    /// The language, where it is one of a text: `any` is none.
    pub(super) fn spoken(&self) -> Option<&str> {
        self.lang
            .as_ref()
            .map(Lang::as_str)
            .filter(|lang| *lang != "any")
    }

    /// Its name in tables of ours.
    pub(super) fn name(self) -> String {
        let (_, text, _) = FIELDS
            .iter()
            .find(|(field, ..)| *field == self.field)
            .copied()
            .unwrap_or((self.field, "", Tongue::Mute));
        let mut name = text.replace('#', &self.number.to_string());
        if self.gap > 0 {
            name = format!("gap_{}_{name}", self.gap);
        }
        match self.lang {
            Some(lang) if lang.as_str() != UNKNOWN => format!("{name}_{lang}"),
            _ => name,
        }
    }

    /// Where it stands among the others: what belongs to one choice, hint or gap stands together.
    pub(super) fn rank(self) -> (usize, u16, usize, u16) {
        let place = |field: Field| {
            FIELDS
                .iter()
                .position(|(own, ..)| *own == field)
                .unwrap_or(0)
        };
        let own = place(self.field);
        if self.gap > 0 {
            return (place(Field::Pick), self.gap, own, self.number);
        }
        if self.number == 0 {
            return (own, 0, 0, 0);
        }
        let family = |text: &'static str| text.split('#').next().unwrap_or_default();
        let mine = FIELDS.get(own).map_or("", |(_, text, _)| family(text));
        let first = FIELDS
            .iter()
            .position(|(_, text, _)| text.contains('#') && family(text) == mine);
        (first.unwrap_or(own), self.number, own, 0)
    }

    /// The column with this name in tables of ours.
    pub(super) fn ours(header: &str) -> Option<Self> {
        let header = header.trim().to_lowercase();
        let (gap, name) = match header
            .strip_prefix("gap_")
            .and_then(|rest| rest.split_once('_'))
        {
            Some((number, rest)) => match number_of(number) {
                Some(number) => (number, rest),
                None => (0, header.as_str()),
            },
            None => (0, header.as_str()),
        };
        let own = named(name, &header).map(|(field, number, tongue)| Self {
            gap,
            field,
            number,
            lang: (tongue == Tongue::Spoken)
                .then(|| UNKNOWN.parse().ok())
                .flatten(),
        });
        own.or_else(|| {
            let (rest, lang) = name.rsplit_once('_')?;
            let lang: Lang = lang.parse().ok()?;
            let is_known = lang.primary().len() == 2 || matches!(lang.as_str(), "any" | UNKNOWN);
            let (field, number, tongue) = named(rest, &header)?;
            (is_known && tongue == Tongue::Spoken).then_some(Self {
                gap,
                field,
                number,
                lang: Some(lang),
            })
        })
    }

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
            None => {
                let own = FIELDS
                    .iter()
                    .find(|(_, text, _)| text.replace('_', " ") == name);
                own.map(|(field, ..)| *field)?
            }
        };
        let is_spoken = FIELDS.contains(&(field, text_of(field), Tongue::Spoken));
        let lang = lang.unwrap_or(UNKNOWN);
        Some(Self {
            gap: 0,
            field,
            number,
            lang: is_spoken.then(|| lang.parse().ok()).flatten(),
        })
    }
}

fn text_of(field: Field) -> &'static str {
    let mut all = FIELDS.iter();
    all.find(|(own, ..)| *own == field)
        .map_or("", |(_, text, _)| text)
}

/// The field of a name without language, and the number in it.
fn named(name: &str, header: &str) -> Option<(Field, u16, Tongue)> {
    // The weight, pick and list of a gap are columns of gaps alone.
    let number = name.split('_').find_map(number_of);
    let pattern = match number {
        Some(number) => name.replacen(&number.to_string(), "#", 1),
        None => name.to_owned(),
    };
    let is_gap = header.len() > name.len();
    let mut all = FIELDS.iter();
    let (field, _, tongue) = all.find(|(_, text, _)| *text == pattern)?;
    let for_gaps = matches!(field, Field::Pick | Field::From | Field::Weight);
    (is_gap || !for_gaps).then_some((*field, number.unwrap_or(0), *tongue))
}

fn number_of(word: &str) -> Option<u16> {
    let is_plain = !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_plain { word.parse().ok() } else { None };
    number.filter(|number| *number <= MAX_NUMBER)
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
    fn a_name_of_ours_is_read_as_it_is_written() {
        for name in [
            "id",
            "kind",
            "prompt_en",
            "prompt",
            "choice_1_id",
            "choice_12_pt-br",
            "choice_2_feedback_fr",
            "gap_3_accept_any",
            "gap_1_id",
            "gap_2_wrong_1_feedback_en",
            "gap_1_weight",
            "unit_1_any",
            "items_id",
            "items_en",
            "feedback_true_fr",
            "hint_1_en",
            "text_en",
            "gap_1_pick",
        ] {
            let column = Column::ours(name);
            assert_eq!(column.map(Column::name).as_deref(), Some(name));
        }
        for name in [
            "prompt_max",
            "choice_0_en",
            "choice_900_en",
            "pick",
            "id_en",
            "gap_x_id",
            "Question",
        ] {
            assert_eq!(Column::ours(name), None, "{name}");
        }
    }

    #[test]
    fn the_guide_names_every_column() {
        let guide = include_str!("../../TABLES.md");
        for (_, text, tongue) in FIELDS {
            let name = text.replace('#', "1");
            let named = match tongue {
                Tongue::Mute => [format!("`{name}`"), format!("`gap_1_{name}`")],
                Tongue::Spoken => [format!("`{name}_en`"), format!("`{name}`")],
            };
            assert!(named.iter().any(|name| guide.contains(name)), "{name}");
        }
    }

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
