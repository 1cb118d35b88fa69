//! A content that is read, and what all kinds of them do with it.

use jalon_draft::{Body, Common, Gap, Question, Texts, Wording};
use serde_json::Value;

use super::params::{Package, Params, note_rest, object};
use crate::html::Flow;
use crate::loss::Losses;

/// What a content holds, its id, and where its texts, pictures and losses go.
pub(super) struct Content<'c, 'p> {
    pub(super) package: &'c mut Package<'p>,
    pub(super) params: &'c Params,
    pub(super) id: Option<&'c str>,
    pub(super) losses: &'c mut Losses,
}

impl Content<'_, '_> {
    /// HTML as Markdown; nothing where it is blank.
    pub(super) fn html(&mut self, html: &str, flow: Flow) -> Option<String> {
        self.package.html(html, flow, self.losses)
    }

    /// A text of the content on one line.
    pub(super) fn line(&mut self, value: Option<&Value>) -> Option<String> {
        self.package.text(value, Flow::Line, self.losses)
    }

    /// A text of the content by language, of which there is one.
    pub(super) fn said(&mut self, value: Option<&Value>) -> Texts {
        let text = self.line(value);
        let lang = self.package.lang.clone();
        text.map(|text| (lang, text)).into_iter().collect()
    }

    /// A wording that asks what stands under a key, with the picture beside it.
    pub(super) fn asked(&mut self, params: &Params, key: &str) -> Wording {
        let text = self
            .package
            .text(params.get(key), Flow::Blocks, self.losses);
        let parts = [self.package.media(params, self.losses), text];
        Wording {
            prompt: parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n"),
            ..Wording::default()
        }
    }

    /// The same, with a usual prompt where there is none.
    pub(super) fn asked_or(&mut self, key: &str, en: &str, fr: &str) -> Wording {
        let mut wording = self.asked(self.params, key);
        if wording.prompt.is_empty() {
            let usual = if self.package.lang == "fr" { fr } else { en };
            usual.clone_into(&mut wording.prompt);
            self.losses
                .guessed(format!("“{usual}”"), "the content has no prompt of its own");
        }
        wording
    }

    /// How the content behaves.
    pub(super) fn behaviour(&self) -> Params {
        object(self.params, "behaviour")
    }

    /// Notes how it behaves otherwise than usual, but for what is known.
    pub(super) fn note_rest(&mut self, known: &[&str]) {
        note_rest(self.behaviour(), self.params, known, self.losses);
    }

    /// It can't be asked.
    pub(super) fn drop(&mut self, why: impl Into<String>) -> Option<Question> {
        self.losses.dropped("the question", why);
        None
    }

    /// The question that it is.
    pub(super) fn question(&self, wording: Wording, body: Body, points: usize) -> Question {
        Question {
            common: Common {
                id: self.id.unwrap_or_default().to_lowercase(),
                points: u64::try_from(points).ok().filter(|points| *points > 1),
                ..Common::default()
            },
            body,
            wordings: Texts::from([(self.package.lang.clone(), vec![wording])]),
        }
    }
}

/// Gaps that are numbered from 1.
pub(super) fn numbered<T>(all: &[T], gap: impl Fn(&T) -> Gap) -> Vec<Gap> {
    let numbered = all.iter().zip(1_usize..).map(|(one, number)| Gap {
        id: number.to_string(),
        ..gap(one)
    });
    numbered.collect()
}
