//! Questions, apart from what their kind adds.

use jalon_engine::bank::{self, ChoiceTexts, Tag};
use jalon_engine::id::{QuestionId, WordingId};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Line, Markup};

use super::{Compiler, clip, stand_in, value};
use crate::source::question::{Concepts, Question, Wording};
use crate::{digest, markdown};

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
            wordings
                .map(|(n, wording)| compiler.wording(lang, n, wording))
                .collect()
        })
    }

    fn wording(&mut self, lang: &Lang, n: usize, source: &Wording) -> bank::Wording {
        bank::Wording {
            id: value(&source.id).unwrap_or_else(|| place(n)),
            prompt: self.text(lang, source.prompt.as_ref()),
            explanation: self.text(lang, source.explanation.as_ref()),
            choices: self.choices(lang, source),
            hints: self.hints(lang, source),
            model: self.text(lang, source.model.as_ref()),
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

    fn choices(&mut self, lang: &Lang, source: &Wording) -> ChoiceTexts {
        // A wording has one or the other; what it may not have has been noted.
        let texts = source.choices.iter().chain(&source.points);
        let entries = texts.flat_map(|texts| &texts.entries);
        let texts = entries.map(|(id, raw)| {
            let line = raw
                .as_ref()
                .map(|raw| markdown::line(raw, lang, self.problems));
            (id.value.clone(), line.unwrap_or_else(Line::default))
        });
        texts.collect()
    }
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
