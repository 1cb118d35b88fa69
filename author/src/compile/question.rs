//! Questions, apart from what their kind adds.

use jalon_engine::bank::{self, ChoiceTexts, Tag};
use jalon_engine::id::{ChoiceId, QuestionId, WordingId};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Line, Markup};

use super::{Compiler, clip, stand_in, value};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Named, Raw, Tried};
use crate::source::question::{Concepts, Question, Wording};
use crate::{digest, kind, markdown, typography};

impl Compiler<'_> {
    /// A question; `None` where its kind is unknown.
    pub(super) fn question(&mut self, n: usize, source: &Question) -> Option<bank::Question> {
        let common = &source.common;
        let wordings = self.wordings(source);
        let body = source.kind.as_ref()?.compile(self);
        let points = common.points.map_or(1, |points| clip(points.value));
        Some(bank::Question {
            id: value(&common.id).unwrap_or_else(|| stand_in::<QuestionId>(n)),
            tags: common.concepts.as_ref().map(tags).unwrap_or_default(),
            difficulty: common.difficulty,
            source: common.source.as_ref().map(|raw| raw.text.clone()),
            points,
            allowance: self.allowance(source),
            fingerprint: digest::fingerprint(&body, points),
            wordings,
            body,
            stimulus: value(&common.stimulus),
        })
    }

    fn wordings(&mut self, source: &Question) -> Localised<Vec<bank::Wording>> {
        self.localised(&source.wordings, |compiler, lang, wordings| {
            let wordings = wordings.iter().enumerate();
            let kind = source.kind.as_ref();
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
        kind: Option<&kind::Source>,
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
    fn note_texts_of_other_kinds(&mut self, source: &Wording, kind: Option<&kind::Source>) {
        let Some(kind) = kind else { return };
        let (is_gaps, is_hotspot) = (
            matches!(kind, kind::Source::Gaps(_)),
            matches!(kind, kind::Source::Hotspot(_)),
        );
        let names = |texts: &Option<Named<ChoiceId, Raw>>| {
            let first = texts.as_ref()?.entries.first();
            first.map(|(id, _)| id.span)
        };
        let span = |text: &Option<Tried<Raw>>| {
            let raw = tried(text).map(|raw| raw.span);
            text.as_ref().map(|_| raw.unwrap_or(source.span))
        };
        for (key, there, belongs, example) in [
            (
                "text",
                span(&source.text),
                is_gaps,
                "The number is {{gap}}.",
            ),
            (
                "alt",
                span(&source.alt),
                is_hotspot,
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
        let stray = match is_hotspot {
            true => (names(&source.choices), "choices", "regions"),
            false => (names(&source.regions), "regions", "choices"),
        };
        if let (Some(span), key, other) = stray {
            let message = format!("wordings of this kind have no `{key}`");
            let problem = Diagnostic::new(Code::UnknownKey, span, message);
            self.note(problem.help(format!("write `{other}` in its place, or take it out")));
        }
    }

    fn choices(&mut self, lang: &Lang, source: &Wording) -> ChoiceTexts {
        let named = source
            .choices
            .iter()
            .chain(&source.regions)
            .chain(&source.points);
        let entries = named.flat_map(|texts| &texts.entries);
        let texts = entries.map(|(id, raw)| {
            let line = raw
                .as_ref()
                .map(|raw| markdown::line(raw, lang, self.problems));
            (id.value.clone(), line.unwrap_or_else(Line::default))
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
