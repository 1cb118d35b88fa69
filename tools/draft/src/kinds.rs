//! What each kind of question adds, as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Credit, Scoring, Texts};

/// The kind of a question, and what it adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// Pick one choice, or several.
    Choice(Choices),
    /// Say whether a statement is true.
    TrueFalse(TrueFalse),
    /// Type a short answer.
    Text(Text),
    /// Type a number.
    Number(Number),
    /// Give each item its target.
    Match(Match),
    /// Put each item in its category.
    Classify(Classify),
    /// Put items in order.
    Order(Order),
    /// Fill the gaps of a text.
    Gaps(Gaps),
    /// Find a region of a picture.
    Hotspot(Hotspot),
    /// Write a text that nobody grades.
    Essay(Essay),
}

impl Body {
    /// What learners are told of single answers.
    pub fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        match self {
            Self::Choice(body) => body
                .choices
                .iter_mut()
                .map(|one| &mut one.feedback)
                .collect(),
            Self::TrueFalse(body) => {
                let both = body.feedback.iter_mut();
                both.flat_map(|own| [&mut own.if_true, &mut own.if_false])
                    .collect()
            }
            Self::Text(body) => {
                let right = body.accept.values_mut().flatten();
                let right = right.filter_map(|answer| match answer {
                    Answer::Plain(_) => None,
                    Answer::Exact(own) => Some(&mut own.feedback),
                    Answer::Wildcard(own) => Some(&mut own.feedback),
                    Answer::Regex(own) => Some(&mut own.feedback),
                });
                right
                    .chain(body.wrong.iter_mut().map(|one| &mut one.feedback))
                    .collect()
            }
            Self::Number(body) => body.wrong.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Match(body) => body.items.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Classify(body) => body.items.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Hotspot(body) => body
                .regions
                .iter_mut()
                .map(|one| &mut one.feedback)
                .collect(),
            Self::Order(_) | Self::Gaps(_) | Self::Essay(_) => Vec::new(),
        }
    }
}

/// Answers that their author graded, held against the grader by the check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Samples<T> {
    /// Answers that earn full points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<T>,
    /// Answers that don't.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reject: Vec<T>,
}

impl<T> Default for Samples<T> {
    fn default() -> Self {
        Self {
            accept: Vec::new(),
            reject: Vec::new(),
        }
    }
}

/// One id shows radio buttons, a list check boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Key {
    /// The one choice that is right.
    One(String),
    /// The choices that are right.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// What is right.
    pub key: Key,
    /// How a response that is right in part is marked, where several may be picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// How many have to be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// How many may be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// Whether each attempt puts the choices in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers, written like a key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Key>>,
    /// The choices; their texts are in the wordings.
    #[serde(rename = "choice")]
    pub choices: Vec<Choice>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Names it in the key and in every wording.
    pub id: String,
    /// Keeps its place when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
    /// What picking it earns, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i16>,
    /// For a learner who picked it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The wrong idea that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

/// A statement to judge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrueFalse {
    /// Whether the statement is true, in every wording.
    pub key: bool,
    /// For a learner who gave the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<TrueFalseFeedback>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<bool>>,
}

/// What to tell a learner, by the answer given.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrueFalseFeedback {
    /// For a learner who said that it is true.
    #[serde(default, rename = "true", skip_serializing_if = "Texts::is_empty")]
    pub if_true: Texts,
    /// For a learner who said that it is false.
    #[serde(default, rename = "false", skip_serializing_if = "Texts::is_empty")]
    pub if_false: Texts,
}

/// A question with a place to type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Whether the words may come in another order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<WordOrder>,
    /// Whether plural, singular and agreement matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endings: Option<Endings>,
    /// Names of one thing, list by list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Vec<String>>,
    /// What is left of the points where something was overlooked, in percent, by tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// What is right: answers of no language under `any`, the others under their language.
    pub accept: Accept,
    /// Words that are enough, by language.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub words: Texts<Words>,
    /// Wrong answers worth a word of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<TextWrong>,
    /// Sample answers, as a learner would type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<String>>,
}

/// Right answers: those of no language under `any`, the others under their language.
pub type Accept = Texts<Vec<Answer>>;

/// Whether the words of a typed answer may come in another order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WordOrder {
    /// They may not.
    AsWritten,
    /// They may.
    Any,
}

/// Whether plural, singular and agreement matter in a typed answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Endings {
    /// They don't.
    Free,
    /// They do.
    Exact,
}

/// An answer that can be typed: in quotes alone, or a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// To the letter.
    Plain(String),
    /// To the letter, with what it earns and says.
    Exact(Exact),
    /// A pattern with stars.
    Wildcard(Wildcard),
    /// A regular expression.
    Regex(Regex),
}

/// An answer to the letter, with what it earns and says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exact {
    /// The answer.
    pub answer: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A pattern: `*` is any letters, also none; `\*` is a star.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wildcard {
    /// The pattern.
    pub wildcard: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A regular expression for the whole of what was typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regex {
    /// The expression.
    pub regex: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// Words that are enough for an answer in a language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Of each list, one has to be there.
    pub required: Vec<Vec<String>>,
    /// None of these may be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
}

/// Wrong typed answers with one idea behind them. `credit` is not for them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextWrong {
    /// The ways to write it, in any language, and patterns.
    pub answers: Vec<Answer>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The idea behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

/// A number as it is written: TOML's own, or in quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Written {
    /// A whole number.
    Whole(i64),
    /// A number with a fraction.
    Fraction(f64),
    /// In quotes: `"3/4"`, `"2%"`, `"5 km"`.
    Text(String),
}

/// A question that asks for a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// What is right.
    pub key: NumberKey,
    /// What becomes of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_use: Option<UnitUse>,
    /// The units that may be typed, the key's first.
    #[serde(default, rename = "unit", skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// Wrong answers worth a word of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<NumberWrong>,
    /// Sample answers, as a learner would type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Written>>,
}

/// The number that is right, or what is near enough.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum NumberKey {
    /// This number and no other.
    Value(Written),
    /// A number, and what is near enough.
    Near(Near),
    /// A range with both its ends.
    Range(Range),
}

/// A number, and what is near enough: one of `within` and `figures`, or neither.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The number.
    pub value: Written,
    /// How far away is near enough: a number, or a share such as "2%".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Written>,
    /// How many significant figures count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<u64>,
}

/// A range with both its ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least that is right.
    pub from: Written,
    /// The most that is right.
    pub to: Written,
}

/// What becomes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitUse {
    /// It stands beside the field.
    Shown,
    /// It may be typed.
    Optional,
    /// It has to be typed.
    Needed,
}

/// A unit: its names of no language under `any`, the others under their language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// How much one is, on a scale that all units of the question share; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Written>,
    /// Its names, under `any` or a language.
    #[serde(flatten)]
    pub names: Texts<Vec<String>>,
}

/// Wrong numbers with one idea behind them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberWrong {
    /// The amounts.
    pub answers: Vec<Written>,
    /// For a learner who gave one of them.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The idea behind them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

/// Sample answers of matches and classifications: from item to place.
pub type Given = Texts;

/// A question in which each item gets its target.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// How often a target can be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<Uses>,
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Whether each attempt puts items and targets in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Given>>,
    /// The items; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<Matched>,
    /// The targets; those that no item names are there to mislead.
    #[serde(rename = "target")]
    pub targets: Vec<Target>,
}

/// How often a target can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Uses {
    /// To one item at most.
    Once,
    /// To any number of items.
    Often,
}

/// An item with its target.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matched {
    /// Names it in every wording.
    pub id: String,
    /// What is right for it.
    pub target: String,
    /// For a learner who gave it another one.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Names it in every wording.
    pub id: String,
}

/// A question in which each item is put in its category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Classify {
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Whether each attempt puts the items in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Given>>,
    /// The items; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<Classified>,
    /// The categories, in the order in which they are shown.
    #[serde(rename = "category")]
    pub categories: Vec<Category>,
}

/// An item with its category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Classified {
    /// Names it in every wording.
    pub id: String,
    /// Where it belongs.
    pub category: String,
    /// For a learner who put it elsewhere.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Names it in every wording.
    pub id: String,
}

/// A question of items to put in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// What counts in an order that is right in part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<OrderCredit>,
    /// Sample answers: lists of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Vec<String>>>,
    /// The items in the right order; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<OrderItem>,
}

/// What counts in an order that is right in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrderCredit {
    /// Items that come straight after the right one.
    Neighbours,
    /// Items in their place, counted from the beginning.
    Positions,
    /// The right order only.
    AllOrNothing,
}

/// An item to put in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderItem {
    /// Names it in every wording.
    pub id: String,
}

/// A text with gaps, which stands in the wordings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gaps {
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Groups of gaps whose answers may change places.
    #[serde(default, rename = "any-order", skip_serializing_if = "Vec::is_empty")]
    pub any_order: Vec<Vec<String>>,
    /// Whether each attempt puts the choices of the lists in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers: what is in each gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Texts<Written>>>,
    /// The gaps.
    #[serde(rename = "gap")]
    pub gaps: Vec<Gap>,
    /// What the lists offer; their texts are in the wordings.
    #[serde(default, rename = "choice", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Offer>,
}

/// A gap: it takes a text, a number or a choice of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Names it in every wording.
    pub id: String,
    /// Its share of the points beside the other gaps; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u64>,
    /// A text to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// A number to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<GapNumber>,
    /// A choice to pick.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pick: Option<Pick>,
}

/// All that a number question has, or its key alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum GapNumber {
    /// The key alone.
    Key(NumberKey),
    /// All of it.
    Whole(Box<Number>),
}

/// A choice to pick from a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    /// What is right.
    pub key: String,
    /// What the list offers; every choice of the question when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Vec<String>>,
}

/// Something that lists offer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Names it in keys and in every wording.
    pub id: String,
    /// Keeps its place when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
}

/// A question with a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hotspot {
    /// The picture: a file, or one for each language.
    pub image: Image,
    /// What is right: a region's id, or a list of them.
    pub key: Key,
    /// How a response that is right in part is marked, where several may be picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// How many have to be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// How many may be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// Whether each attempt puts the list of the regions in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers, written like a key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Key>>,
    /// The regions; their names are in the wordings.
    #[serde(rename = "region")]
    pub regions: Vec<Region>,
}

/// One picture for all languages, or one for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Image {
    /// The same for all.
    Same(String),
    /// One for each.
    Each(Texts),
}

/// A region of a picture: one of `rect`, `circle` and `polygon`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Names it in the key and in every wording.
    pub id: String,
    /// Left, top, width, height, in percent of the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rect: Option<[f64; 4]>,
    /// The middle, from the left and from the top, and the radius, in percent; the radius in percent of the width.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circle: Option<[f64; 3]>,
    /// The corners, from the left and from the top, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polygon: Option<Vec<[f64; 2]>>,
    /// Keeps its place in the list when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
    /// What picking it earns, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i16>,
    /// For a learner who picked it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The wrong idea that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

/// A question with a place to write.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Essay {
    /// The fewest words advised.
    #[serde(rename = "min-words", skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// The most words advised.
    #[serde(rename = "max-words", skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// The checklist.
    #[serde(rename = "point")]
    pub points: Vec<EssayPoint>,
}

/// A point of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EssayPoint {
    /// Names it for the wordings, which have its texts.
    pub id: String,
}
