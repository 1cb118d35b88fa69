//! `[[question]]` as it is written. Its keys are those of every question, those of its kind and the languages, side by side.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::{Table, Value};

use crate::kind::Body;
use crate::policy::Lint;
use crate::texts::Texts;

/// A question: what every kind has, what its own kind adds, and its wordings.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What every kind has.
    pub common: Common,
    /// Its kind, and what that adds.
    pub body: Body,
    /// The ways to ask it, by language.
    pub wordings: Texts<Vec<Wording>>,
}

/// What every question has.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Never changes: progress is tied to it.
    pub id: String,
    /// What it tests.
    pub concepts: Concepts,
    /// How hard its author thinks it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// Where the fact that it asks for is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What it is worth; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<u64>,
    /// What it is about, together with other questions: the id of a stimulus of its module.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stimulus: Option<String>,
    /// How often an answer may be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries: Option<u64>,
    /// What each wrong try costs, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<u64>,
    /// What each hint costs, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint_cost: Option<u64>,
    /// Which advice is given on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lint: Option<Lint>,
    /// Where it stood in files of other formats that it was read from.
    #[serde(skip)]
    pub origins: Origins,
}

/// Where a question stood in files of other formats. It is no part of the question: two that say the same are the same, wherever they
/// stood.
#[derive(Debug, Clone, Default)]
pub struct Origins(pub Vec<Origin>);

impl PartialEq for Origins {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A place in a file of another format, and what the question is called there.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The path, for people.
    pub file: String,
    /// The line, from 1; 0 where the file has no lines.
    pub line: usize,
    /// Its id, name or number in the file.
    pub name: Option<String>,
}

/// The concepts that a question tests: a list, or a table with weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Concepts {
    /// All of the same weight.
    Even(#[schemars(length(min = 1))] Vec<String>),
    /// Each with its weight.
    Weighted(Texts<u64>),
}

impl Default for Concepts {
    fn default() -> Self {
        Self::Even(Vec::new())
    }
}

impl Concepts {
    /// Their ids.
    pub fn ids(&self) -> Vec<&str> {
        match self {
            Self::Even(ids) => ids.iter().map(String::as_str).collect(),
            Self::Weighted(ids) => ids.keys().map(String::as_str).collect(),
        }
    }
}

/// How hard an author thinks a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// Most learners know it after one reading.
    Easy,
    /// Asks for understanding.
    Medium,
    /// Asks for experience, or for care.
    Hard,
}

/// One way to ask a question in one language. Texts are in Markdown, of choices and the like on one line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Names it among the wordings in this language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the learner is asked.
    pub prompt: String,
    /// The text with the gaps, where the question has some: each as {{id}}.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the picture of a hotspot shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// What each choice says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub choices: Texts,
    /// What each region is called.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub regions: Texts,
    /// What each item says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub items: Texts,
    /// What each target says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub targets: Texts,
    /// What each category says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub categories: Texts,
    /// What each point of an essay's checklist says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub points: Texts,
    /// What an essay is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// What a learner may ask for, one after the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// Why the key is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
}

impl Wording {
    /// The texts of the question's parts by their ids, sort by sort.
    pub fn parts_mut(&mut self) -> [&mut Texts; 6] {
        [
            &mut self.choices,
            &mut self.regions,
            &mut self.items,
            &mut self.targets,
            &mut self.categories,
            &mut self.points,
        ]
    }
}

/// The keys of [`Common`].
const COMMON: [&str; 10] = [
    "id",
    "concepts",
    "difficulty",
    "source",
    "points",
    "stimulus",
    "tries",
    "penalty",
    "hint_cost",
    "lint",
];

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut body = Table::deserialize(deserializer)?;
        let mut common = Table::new();
        for key in COMMON {
            if let Some(value) = body.remove(key) {
                common.insert(key.to_owned(), value);
            }
        }
        // Lists of tables under a language's tag; no key of a kind is one, but for those that the kind names.
        let langs: Vec<String> = body
            .keys()
            .filter(|key| is_language(key))
            .cloned()
            .collect();
        let mut wordings = Texts::new();
        for lang in langs {
            if let Some(value) = body.remove(&lang) {
                wordings.insert(lang, part::<Vec<Wording>, D::Error>(value)?);
            }
        }
        Ok(Self {
            common: part(Value::Table(common))?,
            body: part(Value::Table(body))?,
            wordings,
        })
    }
}

fn part<T: DeserializeOwned, E: serde::de::Error>(value: Value) -> Result<T, E> {
    T::deserialize(value).map_err(E::custom)
}

/// Two letters, or subtags: no key of ours is like that.
pub(super) fn is_language(key: &str) -> bool {
    key.parse::<jalon_engine::lang::Lang>()
        .is_ok_and(|lang| lang.primary().len() == 2)
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let table = |value: Result<Value, _>| match value {
            Ok(Value::Table(table)) => Ok(table),
            Ok(_) => Err(S::Error::custom("a question is a table")),
            Err(error) => Err(S::Error::custom(error)),
        };
        let mut common = table(Value::try_from(&self.common))?;
        let mut body = table(Value::try_from(&self.body))?;
        let names = [("id", common.remove("id")), ("kind", body.remove("kind"))];
        let mut all: Table = names
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)))
            .collect();
        all.extend(common);
        all.extend(body);
        all.extend(table(Value::try_from(&self.wordings))?);
        all.serialize(serializer)
    }
}

impl JsonSchema for Question {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Question".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::question(generator)
    }
}
