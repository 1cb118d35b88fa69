//! Lessons.

use jalon_engine::bank::{self, CalloutKind, LessonBlock};

use super::Compiler;
use crate::source::module::Lesson;

impl Compiler<'_> {
    pub(super) fn lesson(&mut self, lesson: &Lesson) -> bank::Lesson {
        bank::Lesson {
            summary: self.markup(lesson.summary.as_ref()),
            overview: self.markup(lesson.overview.as_ref()),
            explanation: self.markup(lesson.explanation.as_ref()),
            example: self.markup(lesson.example.as_ref()),
            blocks: lesson
                .blocks
                .iter()
                .flatten()
                .map(|block| LessonBlock {
                    title: self.words(block.title.as_ref()),
                    text: self.markup(block.text.as_ref()),
                })
                .collect(),
            illustrations: lesson
                .illustrations
                .iter()
                .flatten()
                .map(|one| self.markup(one.text.as_ref()))
                .collect(),
            callouts: lesson
                .callouts
                .iter()
                .flatten()
                .map(|callout| bank::Callout {
                    kind: callout.kind.unwrap_or(CalloutKind::Tip),
                    title: self.words(callout.title.as_ref()),
                    text: self.markup(callout.text.as_ref()),
                })
                .collect(),
            prompt: lesson
                .prompt
                .as_ref()
                .map(|prompt| self.markup(prompt.text.as_ref())),
        }
    }
}
