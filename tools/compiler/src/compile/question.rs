//! Questions, apart from what their kind adds.

use jalon_engine::bank::{self, ChoiceTexts, Tag};
use jalon_engine::id::{QuestionId, WordingId};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Line, Markup};

use super::bank::{stand_in, value};
use super::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::kind::part::{OwnText, PartName};
use crate::kind::source::KindSource;
use crate::read::{Raw, Tried};
use crate::source::question::{Concepts, Question, Wording};
use crate::{digest, kind, markdown, typography};

impl Compiler<'_> {
    /// A question; `None` where its kind is unknown.
    pub(super) fn question(&mut self, n: usize, source: &Question) -> Option<bank::Question> {
        let common = &source.common;
        let wordings = self.wordings(source);
        let kind = source.kind.as_deref()?;
        self.note_texts_elsewhere(source, kind);
        let body = kind.body(self);
        let points = common.points.map_or(1, |points| clip(points.value));
        Some(bank::Question {
            id: value(&common.id).unwrap_or_else(|| stand_in::<QuestionId>(n)),
            tags: common.concepts.as_ref().map(tags).unwrap_or_default(),
            difficulty: common.difficulty,
            source: common.source.as_ref().map(|raw| raw.text.clone()),
            points,
            allowance: self.allowance(source),
            fingerprint: digest::fingerprint(&kind::of(&body).graded(), points),
            wordings,
            body,
            stimulus: value(&common.stimulus),
        })
    }

    fn wordings(&mut self, source: &Question) -> Localised<Vec<bank::Wording>> {
        self.localised(&source.wordings, |compiler, lang, wordings| {
            let wordings = wordings.iter().enumerate();
            let kind = source.kind.as_deref();
            wordings
                .map(|(n, wording)| compiler.wording(lang, n, wording, kind))
                .collect()
        })
    }

    fn wording(
        &mut self,
        lang: &Lang,
        n: usize,
        source: &Wording,
        kind: Option<&dyn KindSource>,
    ) -> bank::Wording {
        self.note_texts_of_other_kinds(source, kind);
        bank::Wording {
            id: value(&source.id).unwrap_or_else(|| place(n)),
            prompt: self.text(lang, source.prompt.as_ref()),
            explanation: self.text(lang, source.explanation.as_ref()),
            choices: self.choices(lang, source),
            hints: self.hints(lang, source),
            model: self.text(lang, source.model.as_ref()),
            text: tried(&source.text).map_or_else(Markup::default, |raw| {
                markdown::gapped(raw, lang, self.problems)
            }),
            alt: tried(&source.alt).map_or_else(String::new, |raw| {
                typography::words(raw, lang, self.problems)
            }),
        }
    }

    fn text(&mut self, lang: &Lang, raw: Option<&crate::read::Raw>) -> Markup {
        raw.map(|raw| markdown::markup(raw, lang, self.problems))
            .unwrap_or_default()
    }

    fn hints(&mut self, lang: &Lang, source: &Wording) -> Vec<Markup> {
        let hints = source.hints.iter().flat_map(|hints| &hints.value);
        hints.map(|raw| self.text(lang, Some(raw))).collect()
    }

    /// Some kinds have texts that others don't, and can't do without them.
    fn note_texts_of_other_kinds(&mut self, source: &Wording, kind: Option<&dyn KindSource>) {
        let Some(kind) = kind else { return };
        let own = kind.own_text();
        let span = |text: &Option<Tried<Raw>>| {
            let raw = tried(text).map(|raw| raw.span);
            text.as_ref().map(|_| raw.unwrap_or(source.span))
        };
        for (key, there, belongs, example) in [
            (
                "text",
                span(&source.text),
                own == Some(OwnText::Gapped),
                "The number is {{gap}}.",
            ),
            (
                "alt",
                span(&source.alt),
                own == Some(OwnText::Alt),
                "what the picture shows",
            ),
        ] {
            match (there, belongs) {
                (Some(span), false) => {
                    let message = format!("wordings of this kind have no `{key}`");
                    let problem = Diagnostic::new(Code::UnknownKey, span, message);
                    self.note(problem.help("take it out"));
                }
                (None, true) => {
                    let message = format!("`{key}` is missing");
                    let problem = Diagnostic::new(Code::MissingKey, source.span, message);
                    self.note(problem.help(format!("add {key} = \"{example}\"")));
                }
                _ => {}
            }
        }
    }

    /// A text under the right id and the wrong key: an item's among the targets.
    fn note_texts_elsewhere(&mut self, source: &Question, kind: &dyn KindSource) {
        let parts = kind.parts();
        let wordings = source.wordings.values().flat_map(|(_, wordings)| wordings);
        for (under, (id, _)) in wordings.flat_map(Wording::texts) {
            let named = parts.iter().find(|(_, at)| at.value == id.value);
            if let Some((name, _)) = named.filter(|(name, _)| *name != under) {
                let (id, span) = (&id.value, id.span);
                let message = format!(
                    "`{id}` is no {} here, but {} {}",
                    under.word(),
                    if *name == PartName::Item { "an" } else { "a" },
                    name.word()
                );
                let problem = Diagnostic::new(Code::UnknownChoice, span, message);
                self.note(problem.help(format!("write {}.{id} = \"...\"", name.texts())));
            }
        }
    }

    fn choices(&mut self, lang: &Lang, source: &Wording) -> ChoiceTexts {
        let texts = source.texts().map(|(_, (id, raw))| {
            let line = raw
                .as_ref()
                .map(|raw| markdown::line(raw, lang, self.problems));
            (id.value, line.unwrap_or_else(Line::default))
        });
        texts.collect()
    }
}

fn tried(text: &Option<Tried<Raw>>) -> Option<&Raw> {
    text.as_ref().and_then(Tried::get)
}

/// A wording without a name is told by its place: 1, 2, 3.
fn place(n: usize) -> WordingId {
    (n + 1).to_string().parse().expect("a number is an id")
}

fn tags(concepts: &Concepts) -> Vec<Tag> {
    let tag = |(id, weight): &(crate::read::At<_>, Option<crate::read::At<u64>>)| Tag {
        concept: jalon_engine::id::ConceptId::clone(&id.value),
        weight: weight.map_or(1, |weight| clip(weight.value)),
    };
    concepts.entries.iter().map(tag).collect()
}
