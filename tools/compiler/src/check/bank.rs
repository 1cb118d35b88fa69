//! The check of one bank.

use std::collections::BTreeMap;

use jalon_engine::bank::{Fault, ModuleFile};
use jalon_engine::id::{BankId, ModuleId, QuestionId};
use jalon_engine::lang::Lang;
use rayon::prelude::*;

use super::{CompiledBank, Folder, Options, damage, engine};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lint::{self, Settings};
use crate::read::{At, Reader, Table, parse};
use crate::suggest::did_you_mean;
use crate::{coverage, pictures, source};
use jalon_draft::sources::{FileId, Source, Span};

/// What came out of a check.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) id: Option<At<BankId>>,
    /// The bank, where the engine found nothing wrong with it.
    pub(super) bank: Option<CompiledBank>,
}

/// A module that the bank names and whose file could be read.
pub(super) struct Listed {
    pub(super) id: ModuleId,
    pub(super) source: source::module::Module,
}

/// Checks one bank.
pub(super) fn check(
    folder: &Folder<'_>,
    options: &Options,
    problems: &mut Vec<Diagnostic>,
) -> Checked {
    let Some(header) = read(folder.header, None, problems, source::bank::Bank::read) else {
        return Checked::default();
    };
    let langs = header.langs();
    let listed = read_modules(folder, &header, &langs, problems);
    note_unlisted(folder, &header, problems);
    let modules: Vec<&source::module::Module> = listed.iter().map(|one| &one.source).collect();
    note_repeated(&modules, problems);
    problems.extend(
        modules
            .iter()
            .flat_map(|module| coverage::single_wordings(module)),
    );
    let outcome = engine::check(&header, &listed, &langs, &folder.pictures, problems);
    let bank = match outcome.bank {
        Ok(bank) => {
            // A question that can't be read may test a concept that seems unused.
            if !has_errors(problems) {
                problems.extend(coverage::unused_concepts(&header, &modules));
                let modules = modules.iter();
                problems.extend(modules.flat_map(|module| coverage::unused_stimuli(module)));
                let texts: Vec<_> = folder.modules.values().copied().collect();
                problems.extend(pictures::missing(
                    &folder.pictures,
                    bank.picture_names(),
                    &texts,
                ));
            }
            Some(bank)
        }
        Err(found) => {
            problems.extend(refusal(folder, &found).filter(|_| !has_errors(problems)));
            None
        }
    };
    let settings = Settings::new(options, &header, modules.iter().copied());
    if options.advice {
        let pairs = listed.iter().zip(&outcome.modules);
        let inputs = lint::Inputs {
            header: &header,
            langs: &langs,
            modules: pairs
                .map(|(one, (file, places))| one.compiled(file, places))
                .collect(),
            problems,
            texts: folder.texts(&listed),
            pictures: &folder.pictures,
            shown: bank.as_ref().map(CompiledBank::picture_names),
        };
        let advice = lint::advice(&inputs, &settings);
        problems.extend(advice);
    }
    problems.retain(|problem| settings.tells(problem));
    Checked {
        id: header.id,
        bank,
    }
}

impl<'a> Folder<'a> {
    /// The files of the bank: those that are named in it.
    fn texts(&self, listed: &[Listed]) -> Vec<(FileId, &'a Source)> {
        let modules = self.modules.values().copied();
        let named =
            modules.filter(|(file, _)| listed.iter().any(|one| one.source.span.file == *file));
        std::iter::once(self.header).chain(named).collect()
    }
}

impl Listed {
    fn compiled<'a>(&'a self, file: &'a ModuleFile, places: &'a [usize]) -> lint::Compiled<'a> {
        lint::Compiled {
            id: self.id,
            source: &self.source,
            file,
            places,
        }
    }
}

fn has_errors(problems: &[Diagnostic]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error)
}

/// A bank that the engine refuses never passes for a sound one, even if nobody found the place of what is wrong.
fn refusal(folder: &Folder<'_>, found: &[Fault]) -> Option<Diagnostic> {
    let message = format!("the engine refuses the bank: {}", found.first()?);
    Some(Diagnostic::new(
        Code::InvalidBank,
        Span::new(folder.header.0, 0..0),
        message,
    ))
}

/// Reads a file and hands its top table to `f`.
fn read<T>(
    (file, source): (FileId, &Source),
    langs: Option<&[Lang]>,
    problems: &mut Vec<Diagnostic>,
    f: impl FnOnce(Table<'_>, &mut Reader<'_>) -> T,
) -> Option<T> {
    if let Some(problem) = damage(file, source) {
        problems.push(problem);
        return None;
    }
    parse(
        &mut Reader {
            file,
            text: source.text(),
            langs,
            problems,
        },
        f,
    )
}

/// Reads the modules that the bank names, side by side.
fn read_modules(
    folder: &Folder<'_>,
    header: &source::bank::Bank,
    langs: &[Lang],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Listed> {
    let langs = (!langs.is_empty()).then_some(langs);
    let named = || header.modules.iter().flat_map(|list| &list.value);
    let files: BTreeMap<ModuleId, (FileId, &Source)> = named()
        .filter_map(|id| Some((id.value, *folder.modules.get(id.value.as_str())?)))
        .collect();
    let read_one = |(id, file)| {
        let mut problems = Vec::new();
        let source = read(file, langs, &mut problems, source::module::Module::read);
        (id, (source, problems))
    };
    let mut found: BTreeMap<_, _> = files.into_par_iter().map(read_one).collect();
    let mut listed: Vec<Listed> = Vec::new();
    for id in named() {
        if !folder.modules.contains_key(id.value.as_str()) {
            problems.push(missing_module(folder, id));
            continue;
        }
        // One that is named twice is read once; the engine says that it is there twice.
        let source = if let Some((source, noted)) = found.remove(&id.value) {
            problems.extend(noted);
            source
        } else {
            let first = listed.iter().find(|one| one.id == id.value);
            first.map(|one| one.source.clone())
        };
        listed.extend(source.map(|source| Listed {
            id: id.value,
            source,
        }));
    }
    listed
}

fn missing_module(folder: &Folder<'_>, id: &At<ModuleId>) -> Diagnostic {
    let name = id.value.as_str();
    let message = format!("there is no file {name}.toml beside bank.toml");
    let help = did_you_mean(name, folder.modules.keys().copied(), || {
        "write the file, or take the module out of the list".to_owned()
    });
    Diagnostic::new(Code::MissingModule, id.span, message).help(help)
}

fn note_unlisted(folder: &Folder<'_>, header: &source::bank::Bank, problems: &mut Vec<Diagnostic>) {
    let Some(list) = &header.modules else { return };
    let is_listed = |name: &str| list.value.iter().any(|id| id.value.as_str() == name);
    for (name, (file, _)) in folder.modules.iter().filter(|(name, _)| !is_listed(name)) {
        let message = "bank.toml doesn't name this module, so it is not checked and nobody sees it";
        let help = format!("add \"{name}\" to `modules` in bank.toml, or move the file away");
        let span = Span::new(*file, 0..0);
        let problem = Diagnostic::new(Code::UnlistedModule, span, message);
        problems.push(
            problem
                .label(list.span, "the modules of the bank")
                .help(help),
        );
    }
}

/// Question ids are unique in the whole bank, because progress is tied to them.
fn note_repeated(modules: &[&source::module::Module], problems: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&QuestionId, Span> = BTreeMap::new();
    let questions = modules.iter().flat_map(|module| module.questions());
    for id in questions.filter_map(|question| question.common.id.as_ref()) {
        let first = *seen.entry(&id.value).or_insert(id.span);
        if first != id.span {
            let message = format!("question `{}` is there twice in the bank", id.value);
            let help = "give one of them another id: progress is tied to it";
            let problem = Diagnostic::new(Code::Duplicate, id.span, message).help(help);
            problems.push(problem.label(first, "first written here"));
        }
    }
}
