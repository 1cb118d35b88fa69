//! A question: one key, many wordings.

use serde::Serialize;

use crate::id::{ChoiceId, ConceptId, QuestionId, WordingId};
use crate::json::{FromJson, Json, Wrong};
use crate::kind::Body;
use crate::lang::{Lang, Localised};
use crate::markup::{Line, Markup};
use crate::{enum_from_json, from_json};

/// How hard its author thinks a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// Most learners know it after one reading.
    Easy,
    /// Asks for understanding.
    Medium,
    /// Asks for experience, or for care.
    Hard,
}

/// A concept that a question tests, and how much of the question is about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The concept.
    pub concept: ConceptId,
    /// Its weight beside the question's other tags, 1 to 100.
    #[serde(skip_serializing_if = "is_one")]
    pub weight: u32,
}

/// A digest of all that affects a question's grading and of nothing else: equal digests, equal grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

/// A question: what it tests, its wordings, and its kind with the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its identity; progress is tied to it.
    pub id: QuestionId,
    /// What it tests; at least one concept, none twice.
    pub tags: Vec<Tag>,
    /// How hard its author thinks it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// Where the fact that it asks for is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What it is worth, in points, 1 to 100.
    #[serde(skip_serializing_if = "is_one")]
    pub points: u32,
    /// A digest of all that affects its grading.
    pub fingerprint: Fingerprint,
    /// The ways to ask it; at least one per language of the bank.
    pub wordings: Localised<Vec<Wording>>,
    /// Its kind, and the key.
    pub body: Body,
}

/// One way to ask a question in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// Its identity among the question's wordings in this language.
    pub id: WordingId,
    /// What the learner is asked.
    pub prompt: Markup,
    /// Why the key is right; shown after the answer.
    pub explanation: Markup,
    /// The texts of the choices, for kinds that have some.
    #[serde(skip_serializing_if = "ChoiceTexts::is_empty")]
    pub choices: ChoiceTexts,
}

/// What each choice says in one wording. A JSON object from the choice's id to its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceTexts(Vec<(ChoiceId, Line)>);

impl ChoiceTexts {
    /// What a choice says.
    pub fn get(&self, id: &ChoiceId) -> Option<&Line> {
        self.0
            .iter()
            .find(|(choice, _)| choice == id)
            .map(|(_, text)| text)
    }

    /// Every choice with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&ChoiceId, &Line)> {
        self.0.iter().map(|(id, text)| (id, text))
    }

    /// True for kinds without choices.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(ChoiceId, Line)> for ChoiceTexts {
    fn from_iter<I: IntoIterator<Item = (ChoiceId, Line)>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl Serialize for ChoiceTexts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl FromJson for ChoiceTexts {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        let mut all = Vec::new();
        for (name, text) in json.members()? {
            all.push((
                ChoiceId::from_json(&Json::Text(name.clone()))?,
                Line::from_json(text)?,
            ));
        }
        Ok(Self(all))
    }
}

impl FromJson for Fingerprint {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        String::from_json(json).map(Self)
    }
}

enum_from_json!(Difficulty { "easy" => Easy, "medium" => Medium, "hard" => Hard });
from_json!(Tag { concept; weight = 1 });
from_json!(Wording { id, prompt, explanation; choices = ChoiceTexts::default() });
from_json!(Question {
    id, tags, difficulty, source, fingerprint, wordings, body; points = 1
});

impl Question {
    /// The wordings in `lang`.
    pub fn wordings(&self, lang: &Lang) -> &[Wording] {
        self.wordings
            .get(lang)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The wording of that name, or the first one where an edit of the bank has removed it.
    pub fn wording(&self, lang: &Lang, id: &WordingId) -> Option<&Wording> {
        let wordings = self.wordings(lang);
        wordings
            .iter()
            .find(|wording| wording.id == *id)
            .or_else(|| wordings.first())
    }

    /// The concept that the question is most about: the heaviest tag, the first of equals.
    pub fn main_concept(&self) -> Option<&ConceptId> {
        let heaviest = self.tags.iter().map(|tag| tag.weight).max()?;
        self.tags
            .iter()
            .find(|tag| tag.weight == heaviest)
            .map(|tag| &tag.concept)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_one(n: &u32) -> bool {
    *n == 1
}
