//! The columns of a table, and their names in tables of ours.

use jalon_engine::lang::Lang;

use crate::language::UNDETERMINED;

/// The largest number in the name of a column: choices, hints, gaps.
const MAX_NUMBER: u16 = 500;

/// Whether a column exists once per language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PerLanguage {
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
        const FIELDS: &[(Field, &str, PerLanguage)] = &[$((Field::$name, $text, PerLanguage::$tongue),)*];
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

impl Field {
    /// Whether it exists once per language.
    pub(super) fn is_spoken(self) -> bool {
        let mut all = FIELDS.iter();
        all.any(|(own, _, tongue)| *own == self && *tongue == PerLanguage::Spoken)
    }

    /// The field whose name has these words.
    pub(super) fn called(name: &str) -> Option<Self> {
        let mut all = FIELDS.iter();
        let own = all.find(|(_, text, _)| text.replace('_', " ") == name);
        own.map(|(field, ..)| *field)
    }
}

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
        let lang = lang.parse().ok().or_else(|| UNDETERMINED.parse().ok());
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
            .unwrap_or((self.field, "", PerLanguage::Mute));
        let mut name = text.replace('#', &self.number.to_string());
        if self.gap > 0 {
            name = format!("gap_{}_{name}", self.gap);
        }
        match self.lang {
            Some(lang) if lang.as_str() != UNDETERMINED => format!("{name}_{lang}"),
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
            lang: (tongue == PerLanguage::Spoken)
                .then(|| UNDETERMINED.parse().ok())
                .flatten(),
        });
        own.or_else(|| {
            let (rest, lang) = name.rsplit_once('_')?;
            let lang: Lang = lang.parse().ok()?;
            let is_known =
                lang.primary().len() == 2 || matches!(lang.as_str(), "any" | UNDETERMINED);
            let (field, number, tongue) = named(rest, &header)?;
            (is_known && tongue == PerLanguage::Spoken).then_some(Self {
                gap,
                field,
                number,
                lang: Some(lang),
            })
        })
    }
}

/// The field of a name without language, and the number in it.
fn named(name: &str, header: &str) -> Option<(Field, u16, PerLanguage)> {
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

pub(super) fn number_of(word: &str) -> Option<u16> {
    let is_plain = !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_plain { word.parse().ok() } else { None };
    number.filter(|number| *number <= MAX_NUMBER)
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
                PerLanguage::Mute => [format!("`{name}`"), format!("`gap_1_{name}`")],
                PerLanguage::Spoken => [format!("`{name}_en`"), format!("`{name}`")],
            };
            assert!(named.iter().any(|name| guide.contains(name)), "{name}");
        }
    }
}
