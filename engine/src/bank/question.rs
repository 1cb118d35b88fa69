//! A question: one key, many wordings.

use crate::grade::Allowance;
use crate::id::{ChoiceId, ConceptId, QuestionId, StimulusId, WordingId};
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::kind::Body;
use crate::lang::{Lang, Localised};
use crate::markup::{Line, Markup};
use crate::{enum_json, newtype_json, struct_json};

/// How hard its author thinks a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difficulty {
    /// Most learners know it after one reading.
    Easy,
    /// Asks for understanding.
    Medium,
    /// Asks for experience, or for care.
    Hard,
}

/// A concept that a question tests, and how much of the question is about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The concept.
    pub concept: ConceptId,
    /// Its weight beside the question's other tags, 1 to 100.
    pub weight: u32,
}

/// A digest of all that a kind's score of a response depends on and of nothing else: equal digests, equal scores. What tries, hints
/// and certainty cost is left out: a response means the same after a change of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(pub String);

/// A question: what it tests, its wordings, and its kind with the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its identity; progress is tied to it.
    pub id: QuestionId,
    /// What it tests; at least one concept, none twice.
    pub tags: Vec<Tag>,
    /// How hard its author thinks it is.
    pub difficulty: Option<Difficulty>,
    /// Where the fact that it asks for is stated.
    pub source: Option<String>,
    /// What it is worth, in points, 1 to 100; for an essay, beside others where its checklist counts for mastery.
    pub points: u32,
    /// A digest of all that affects its grading.
    pub fingerprint: Fingerprint,
    /// How often it may be tried, and what tries and hints cost.
    pub allowance: Allowance,
    /// The ways to ask it; at least one per language of the bank.
    pub wordings: Localised<Vec<Wording>>,
    /// Its kind, and the key.
    pub body: Body,
    /// What of its module it is about, together with other questions.
    pub stimulus: Option<StimulusId>,
}

/// One way to ask a question in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Its identity among the question's wordings in this language.
    pub id: WordingId,
    /// What the learner is asked.
    pub prompt: Markup,
    /// Why the key is right; shown after the answer. Blank in all wordings of a question or in none.
    pub explanation: Markup,
    /// The texts of the choices, for kinds that have some; of the points of an essay's checklist.
    pub choices: ChoiceTexts,
    /// What a learner may ask for, one after the other; as many in every wording of the question.
    pub hints: Vec<Markup>,
    /// A model answer, for essays; blank for other kinds.
    pub model: Markup,
    /// The text with the gaps, for kinds that have some.
    pub text: Markup,
    /// What the picture shows, for kinds that have one.
    pub alt: String,
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

impl ToJson for ChoiceTexts {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        for (id, text) in &self.0 {
            out.member(id.as_str(), text);
        }
        out.end_object();
    }
}

impl FromJson for ChoiceTexts {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, node: &Node<'_>) {
        node.members(&mut |name, text| {
            let id = ChoiceId::named(name, text);
            self.0.push((id, FromJson::from_json(text)));
        });
    }
}

newtype_json!(Fingerprint);

enum_json!(Difficulty { "easy" => Easy, "medium" => Medium, "hard" => Hard } else Self::Easy);
struct_json!(Tag { concept; weight = 1 });
struct_json!(Wording {
    id, prompt;
    explanation = Markup::default(), choices = ChoiceTexts::default(), hints = Vec::new(), model = Markup::default(), text = Markup::default(),
    alt = String::new()
});
struct_json!(Question {
    id, tags, fingerprint, wordings, body; difficulty = None, source = None, points = 1, stimulus = None,
    allowance = Allowance::default()
});

impl Wording {
    /// A wording that has a prompt and nothing else.
    pub fn new(id: WordingId, prompt: Markup) -> Self {
        Self {
            id,
            prompt,
            explanation: Markup::default(),
            choices: ChoiceTexts::default(),
            hints: Vec::new(),
            model: Markup::default(),
            text: Markup::default(),
            alt: String::new(),
        }
    }
}

impl Question {
    /// A question about one concept, worth 1 point, with one try. Its fingerprint is empty: set it where attempts are to notice that
    /// the key has changed since they were saved.
    ///
    /// ```
    /// use jalon_engine::kind::true_false::TrueFalse;
    /// use jalon_engine::{Body, Lang, Markup, Question, Wording};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let en: Lang = "en".parse()?;
    /// let wording = Wording::new("1".parse()?, Markup::plain("The Earth is flat."));
    /// let key = Body::TrueFalse(TrueFalse { key: false, ..TrueFalse::default() });
    /// let question = Question::new("flat".parse()?, "earth".parse()?, vec![(en, vec![wording])].into(), key);
    /// assert_eq!(question.main_concept(), Some(&"earth".parse()?));
    /// # Ok(())
    /// # }
    /// ```
    pub fn new(
        id: QuestionId,
        concept: ConceptId,
        wordings: Localised<Vec<Wording>>,
        body: Body,
    ) -> Self {
        Self {
            id,
            tags: vec![Tag { concept, weight: 1 }],
            difficulty: None,
            source: None,
            points: 1,
            fingerprint: Fingerprint(String::new()),
            allowance: Allowance::default(),
            wordings,
            body,
            stimulus: None,
        }
    }

    /// The most points that a response can earn: none where nothing is graded.
    pub fn possible(&self) -> u32 {
        if self.body.is_graded() {
            self.points
        } else {
            0
        }
    }

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

    /// The names of its pairs: of wordings that stand under one name in every language, in the order of the first language. The
    /// wordings of a pair say the same, and may be shown side by side.
    pub fn pairs(&self) -> Vec<WordingId> {
        let mut all = self.wordings.iter().map(|(_, wordings)| wordings);
        let mut pairs: Vec<WordingId> = Vec::new();
        for wording in all.next().into_iter().flatten() {
            pairs.push(wording.id);
        }
        for wordings in all {
            pairs.retain(|id| wordings.iter().any(|wording| wording.id == *id));
        }
        pairs
    }

    /// Whether its wordings say why the key is right: all of them do, or none.
    pub fn is_explained(&self) -> bool {
        let mut wordings = self.wordings.iter().flat_map(|(_, all)| all);
        wordings.any(|wording| !wording.explanation.is_blank())
    }

    /// How many hints each wording has.
    pub fn hint_count(&self) -> usize {
        let wordings = self.wordings.iter().next().and_then(|(_, all)| all.first());
        wordings.map_or(0, |wording| wording.hints.len())
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
