//! Which rules are on, where. The nearest word counts: the question's, the module's, the bank's, that of the run, the rule's own.

use std::collections::BTreeMap;

use super::{Rule, Usual};
use crate::check::{Options, Stance};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::bank::Bank;
use crate::source::module::Module;
use crate::source::switches::Switches;
use jalon_draft::sources::{FileId, Span};

/// What a file's module and its questions say.
#[derive(Default)]
struct Within {
    module: Option<Switches>,
    /// Where each question starts, and what it says.
    questions: Vec<(u32, Option<Switches>)>,
}

/// Which rules are on, in every place of a bank.
pub(crate) struct Settings<'a> {
    options: &'a Options,
    bank: Option<Switches>,
    files: BTreeMap<FileId, Within>,
}

impl<'a> Settings<'a> {
    /// What a bank says, its modules and their questions.
    pub(crate) fn new<'m>(
        options: &'a Options,
        bank: &Bank,
        modules: impl Iterator<Item = &'m Module>,
    ) -> Self {
        let mut files = BTreeMap::new();
        for module in modules {
            let questions = module.questions().iter();
            let questions = questions.map(|one| (one.common.span.start, one.common.lint.clone()));
            files.insert(
                module.span.file,
                Within {
                    module: module.lint.clone(),
                    questions: questions.collect(),
                },
            );
        }
        Self {
            options,
            bank: bank.lint.clone(),
            files,
        }
    }

    fn all(&self) -> impl Iterator<Item = &Switches> {
        let within = self.files.values();
        let within = within.flat_map(|file| {
            let questions = file.questions.iter().map(|(_, switches)| switches);
            std::iter::once(&file.module).chain(questions)
        });
        std::iter::once(&self.bank).chain(within).flatten()
    }

    /// What holds where the bank says nothing.
    fn usual(&self, code: Code) -> bool {
        let is_off = match code {
            Code::Advice(id) => Rule::of(id).is_some_and(|rule| rule.usual == Usual::Off),
            _ => false,
        };
        self.options.asks_for(code) || !is_off
    }

    /// True where a rule is on somewhere in the bank.
    pub(crate) fn is_ever_on(&self, code: Code) -> bool {
        let allowed = self.options.stance(code) == Stance::Allowed;
        !allowed && (self.usual(code) || self.all().any(|one| one.of(code) == Some(true)))
    }

    /// True where a rule is on at a place.
    fn is_on(&self, code: Code, at: Span) -> bool {
        let file = self.files.get(&at.file);
        let question = file.and_then(|file| {
            let after = file
                .questions
                .partition_point(|(start, _)| *start <= at.start);
            file.questions.get(after.checked_sub(1)?)?.1.as_ref()
        });
        let module = file.and_then(|file| file.module.as_ref());
        let said = [question, module, self.bank.as_ref()];
        let said = said.into_iter().flatten().find_map(|one| one.of(code));
        said.unwrap_or_else(|| self.usual(code))
    }

    /// True where a problem is to be told: an error always, anything else where its rule is on in every place that it
    /// points to, so that of two questions that are alike either can say no.
    pub(crate) fn tells(&self, problem: &Diagnostic) -> bool {
        let code = problem.code;
        if code.severity() == Severity::Error {
            return true;
        }
        let labels = problem.labels.iter().map(|label| label.span);
        let mut places = std::iter::once(problem.span).chain(labels);
        self.options.stance(code) != Stance::Allowed && places.all(|at| self.is_on(code, at))
    }
}
