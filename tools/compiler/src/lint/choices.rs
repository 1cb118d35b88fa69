//! The choices of a wording, those that are right beside those that are wrong.

use jalon_engine::kind::Body;
use jalon_engine::kind::choice::{Choice, Pick};
use jalon_engine::lang::Lang;

use super::{QuestionCtx, Text, Worded};
use crate::language::{self, Language};

/// The choices of one wording of a `choice` question.
pub(super) struct Choices<'a> {
    pub(super) lang: Lang,
    /// The prompt.
    pub(super) stem: &'a Text<'a>,
    pub(super) right: Vec<&'a Text<'a>>,
    pub(super) wrong: Vec<&'a Text<'a>>,
    /// True where one choice may be picked.
    pub(super) picks_one: bool,
}

impl<'a> Choices<'a> {
    /// Those of every wording; none for other kinds.
    pub(super) fn of(asked: &'a QuestionCtx<'a>) -> impl Iterator<Item = Self> {
        let wordings = asked.wordings.iter();
        wordings.filter_map(|worded| Self::in_wording(asked, worded))
    }

    fn in_wording(asked: &'a QuestionCtx<'a>, worded: &'a Worded<'a>) -> Option<Self> {
        let choice = choice(asked)?;
        let parts = worded.parts();
        let (right, wrong): (Vec<_>, Vec<_>) = parts.partition(|(id, _)| choice.key.contains(id));
        let texts =
            |parts: Vec<(_, &'a Text<'a>)>| parts.into_iter().map(|(_, text)| text).collect();
        Some(Self {
            lang: worded.lang,
            stem: worded.prompt()?,
            right: texts(right),
            wrong: texts(wrong),
            picks_one: choice.key.pick() == Pick::One,
        })
    }

    /// Every choice, the right ones first.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a Text<'a>> + Clone {
        self.right.iter().chain(&self.wrong).copied()
    }

    /// The language, where its words are known.
    pub(super) fn language(&self) -> Option<&'static Language> {
        language::of(&self.lang)
    }
}

/// The body of a question with choices to pick from a list.
pub(super) fn choice<'a>(asked: &QuestionCtx<'a>) -> Option<&'a Choice> {
    match &asked.compiled.body {
        Body::Choice(choice) => Some(choice),
        _ => None,
    }
}
