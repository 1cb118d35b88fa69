//! Which rules are on, where. The nearest word counts: the question's, the module's, the bank's, that of the run, the rule's own.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::Usual;
use crate::check::{Options, Stance};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::read::{Decode, Node, Reader, Shape, record, wrong_type};
use crate::source::bank::Bank;
use crate::source::module::Module;
use crate::sources::{FileId, Span};

record! {
    /// Rules that are turned off or on: advice by code or name, warnings by name.
    pub(crate) struct Switches {
        /// Those that have nothing to say here.
        optional off: Vec<Switch>,
        /// Those that are off elsewhere and on here.
        optional on: Vec<Switch>,
    }
}

/// Something that can be turned off: advice, or a warning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Switch(Code);

impl Decode for Switch {
    const SHAPE: Shape = Shape::Rule;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(name) = node.value else {
            return wrong_type(node, reader);
        };
        let (message, help) = match Code::find(name) {
            Some(code) if code.severity() != Severity::Error => return Some(Self(code)),
            Some(code) => (
                format!("`{}` is an error, which can't be turned off", code.as_str()),
                "take it out; advice and warnings can be turned off".to_owned(),
            ),
            None => (
                format!("there is no rule `{name}`"),
                Code::nearest(name).map_or_else(
                    || "`jalon explain` lists the rules".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ),
            ),
        };
        reader.note(Diagnostic::new(Code::UnknownValue, node.span, message).help(help));
        None
    }
}

impl Switches {
    /// What they say of a code, if anything.
    fn of(&self, code: Code) -> Option<bool> {
        let names = |list: &Option<Vec<Switch>>| list.iter().flatten().any(|one| one.0 == code);
        match (names(&self.off), names(&self.on)) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }
}

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
        self.options.asks_for(code)
            || !matches!(code, Code::Advice(lint) if lint.rule().usual == Usual::Off)
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
