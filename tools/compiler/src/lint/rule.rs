//! What a rule is, and what it has to say.

use super::question_ctx::{AskedBank, AskedModule, QuestionCtx};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::lint_id::LintId;
use jalon_draft::sources::Span;

/// A rule of good questions.
#[derive(Debug)]
pub struct Rule {
    /// Its code and its name.
    pub id: LintId,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// Why that is worth mending, in a few sentences.
    pub why: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// A piece of a bank that the rule finds.
    pub bad: &'static str,
    /// The same piece, mended.
    pub better: &'static str,
    /// Whether it is on where nobody says anything.
    pub usual: Usual,
    pub(super) check: Check,
}

/// Whether a rule is on where nobody says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// It is on until it is turned off.
    On,
    /// It is a matter of taste, and off until it is turned on.
    Off,
}

/// How a rule looks at a bank. Each check gets only what has no errors.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// Question by question.
    Question(fn(&QuestionCtx<'_>, &mut Advice)),
    /// Module by module: those in which every question is sound.
    Module(fn(&AskedModule<'_>, &mut Advice)),
    /// The whole of a bank without errors.
    Bank(fn(&AskedBank<'_>, &mut Advice)),
}

/// What rules have to say.
pub(crate) struct Advice {
    pub(super) rule: &'static Rule,
    pub(super) given: Vec<Diagnostic>,
}

/// A piece of advice that was just given, for those who add to it.
pub(crate) struct Given<'a>(&'a mut Diagnostic);

impl Advice {
    pub(super) fn of(rule: &'static Rule) -> Self {
        let given = Vec::new();
        Self { rule, given }
    }

    /// Gives a piece of advice: where, and what is there. A help that says how to mend it is expected to follow.
    pub(crate) fn give(&mut self, span: Span, message: impl Into<String>) -> Given<'_> {
        let advice = Diagnostic::new(Code::Advice(self.rule.id), span, message);
        let at = self.given.len();
        self.given.push(advice);
        Given(&mut self.given[at])
    }

    /// How many pieces there are so far.
    pub(crate) fn number(&self) -> usize {
        self.given.len()
    }
}

impl Given<'_> {
    /// Says how to mend it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Points at another place that belongs to it.
    pub(crate) fn label(self, span: Span, message: impl Into<String>) -> Self {
        self.0.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }
}
