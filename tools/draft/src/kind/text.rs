//! Type a short answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::Conflicts;
use super::samples::Samples;
use crate::policy::Credit;
use crate::texts::{Naming, Texts, add_missing, relabel, relabel_with_any};

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

impl Answer {
    fn credit(&self) -> Option<u8> {
        match self {
            Self::Plain(_) => None,
            Self::Exact(own) => own.credit,
            Self::Wildcard(own) => own.credit,
            Self::Regex(own) => own.credit,
        }
    }

    fn feedback_mut(&mut self) -> Option<&mut Texts> {
        match self {
            Self::Plain(_) => None,
            Self::Exact(own) => Some(&mut own.feedback),
            Self::Wildcard(own) => Some(&mut own.feedback),
            Self::Regex(own) => Some(&mut own.feedback),
        }
    }
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

impl KindBody for Text {
    fn size(&self) -> usize {
        let right = self.accept.values().map(Vec::len);
        let wrong = self.wrong.iter().map(|one| one.answers.len());
        right.chain(wrong).sum()
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let right = self.accept.values_mut().flatten();
        let right = right.filter_map(Answer::feedback_mut);
        let wrong = self.wrong.iter_mut().map(|one| &mut one.feedback);
        right.chain(wrong).collect()
    }

    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        let all = self.wrong.iter_mut();
        all.map(|one| &mut one.misconception).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn relabel(&mut self, name: Naming<'_>) {
        relabel_with_any(&mut self.accept, name);
        relabel(&mut self.words, name);
        for texts in self.feedbacks_mut() {
            relabel(texts, name);
        }
    }

    fn merge(&mut self, other: Self, _: &mut Conflicts) {
        for (lang, mut answers) in other.accept {
            for (own_lang, ours) in &mut self.accept {
                if *own_lang != lang && ours.len() == answers.len() {
                    share_feedback(ours, &mut answers);
                }
            }
            let there = self.accept.entry(lang).or_default();
            for answer in answers {
                blend_answer(there, answer);
            }
        }
        add_missing(&mut self.words, other.words);
        for (n, wrong) in other.wrong.into_iter().enumerate() {
            blend_wrong(&mut self.wrong, n, wrong);
        }
    }
}

/// Answers in the same places of two languages are each other's translation, so that what is said of one goes for the other.
fn share_feedback(ours: &mut [Answer], theirs: &mut [Answer]) {
    for (ours, theirs) in ours.iter_mut().zip(theirs) {
        let are_alike = ours.credit() == theirs.credit();
        if let (Some(ours), Some(theirs), true) =
            (ours.feedback_mut(), theirs.feedback_mut(), are_alike)
            && !ours.is_empty()
            && !theirs.is_empty()
        {
            add_missing(ours, theirs.clone());
            add_missing(theirs, ours.clone());
        }
    }
}

/// The same answer has a word for learners in each language.
fn blend_answer(own: &mut Vec<Answer>, mut other: Answer) {
    let said = other.feedback_mut().map(std::mem::take).unwrap_or_default();
    let is_same = |one: &Answer| {
        let mut bare = one.clone();
        if let Some(texts) = bare.feedback_mut() {
            texts.clear();
        }
        bare == other
    };
    match own.iter().position(is_same).and_then(|at| own.get_mut(at)) {
        Some(there) => {
            if let Some(texts) = there.feedback_mut() {
                add_missing(texts, said);
            }
        }
        None => {
            if let Some(texts) = other.feedback_mut() {
                *texts = said;
            }
            own.push(other);
        }
    }
}

/// Wrong answers have no names: the same answers, or the same place where the answers are of another language.
fn blend_wrong(own: &mut Vec<TextWrong>, n: usize, other: TextWrong) {
    let same = own.iter().position(|one| one.answers == other.answers);
    let free = Some(n).filter(|n| {
        let shares = |one: &TextWrong| {
            one.feedback
                .keys()
                .any(|lang| other.feedback.contains_key(lang))
        };
        own.get(*n)
            .is_some_and(|one| !shares(one) && one.feedback.is_empty() == other.feedback.is_empty())
    });
    match same.or(free).and_then(|at| own.get_mut(at)) {
        Some(there) => {
            for answer in other.answers {
                if !there.answers.contains(&answer) {
                    there.answers.push(answer);
                }
            }
            add_missing(&mut there.feedback, other.feedback);
        }
        None => own.push(other),
    }
}
