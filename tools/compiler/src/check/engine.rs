//! A compiled bank, handed to the engine for its own check.

use std::collections::BTreeSet;

use jalon_engine::bank::{
    Bank, BankFile, Concept, Fault, FeedbackPolicy, Misconception, Module, ModuleFile, ModuleInfo,
};
use jalon_engine::grade::{Context, Credits};
use jalon_engine::id::{BankId, QuestionId};
use jalon_engine::lang::{Lang, Localised};
use rayon::prelude::*;

use super::CompiledBank;
use super::bank::Listed;
use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::kind::answer::TierCredits;
use crate::pictures::{Pictures, Shown};
use crate::read::{Languages, Raw};
use crate::source::policy::Usual;
use crate::{digest, faults, samples, source, terms};

/// What was compiled, and what the engine says of it.
pub(super) struct Outcome {
    /// Each module, and for each of its questions the place among those of the source. There may be faults in them.
    pub(super) modules: Vec<(ModuleFile, Vec<usize>)>,
    /// The bank, or the faults for which the engine refuses it.
    pub(super) bank: Result<CompiledBank, Vec<Fault>>,
}

/// Compiles a bank and has the engine check it. What is wrong gets a place in the text and is noted.
pub(super) fn check(
    header: &source::bank::Bank,
    listed: &[Listed],
    langs: &[Lang],
    pictures: &Pictures<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Outcome {
    problems.extend(lone_synonyms(header));
    let synonyms = header.synonyms();
    let mut compiler = Compiler {
        langs,
        scoring: header.scoring,
        usual: Usual::default().feedback(header.feedback.as_ref()),
        credit: TierCredits::over(header.credit.as_ref(), &Credits::default()),
        essays: header.essays.unwrap_or_default(),
        synonyms: &synonyms,
        pictures,
        problems,
    };
    let infos = listed
        .iter()
        .map(|one| compiler.module_info(&one.id, &one.source))
        .collect();
    let mut file = compiler.bank(header, infos);
    let site = compiler.site(header.site.as_ref());
    let (mut compiled, noted) = compile(&compiler, &file.id, listed);
    problems.extend(noted);
    file.terms = terms::of(&file, compiled.iter().map(|(module, _)| module));
    let mut shown = Shown::of(compiled.iter().map(|(module, _)| module), pictures);
    if let Some(logo) = &site.logo {
        shown.add(logo.address.as_str(), pictures);
    }
    file.version = digest::version(
        &file,
        compiled.iter().map(|(module, _)| module),
        &shown.files,
    );
    compiled
        .iter_mut()
        .for_each(|(module, _)| module.version = file.version.clone());

    let (bank, mut refused) = check_header(header, listed, file, problems);
    let Some(bank) = bank else {
        return Outcome {
            modules: compiled,
            bank: Err(refused),
        };
    };
    let terms: Vec<&str> = bank.terms().collect();
    let context = Context {
        terms: &terms,
        langs: Some(bank.languages()),
    };
    let mut modules = Vec::new();
    let mut sampled = BTreeSet::new();
    let pairs = listed.par_iter().zip(&compiled);
    let checked: Vec<_> = pairs
        .map(|(one, (module, places))| check_module(&bank, context, one, module, places))
        .collect();
    for checked in checked {
        problems.extend(checked.problems);
        sampled.extend(checked.sampled);
        match checked.module {
            Ok(module) => modules.push(module),
            Err(found) => refused.extend(found),
        }
    }
    let bank = if refused.is_empty() {
        Ok(CompiledBank::new(bank, modules, shown, sampled, site))
    } else {
        Err(refused)
    };
    Outcome {
        modules: compiled,
        bank,
    }
}

/// Compiles the modules side by side, each with the places of its questions, and tells what was wrong.
fn compile(
    compiler: &Compiler<'_>,
    bank: &BankId,
    listed: &[Listed],
) -> (Vec<(ModuleFile, Vec<usize>)>, Vec<Diagnostic>) {
    let each = listed.par_iter().map(|one| {
        let mut problems = Vec::new();
        let mut compiler = compiler.within(&one.source, &mut problems);
        let module = compiler.module(bank, &one.id, &one.source);
        (module, problems)
    });
    let (modules, problems): (Vec<_>, Vec<_>) = each.unzip();
    (modules, problems.into_iter().flatten().collect())
}

/// What the engine says of a module.
struct Checked {
    module: Result<Module, Vec<Fault>>,
    /// The questions that have samples.
    sampled: Vec<QuestionId>,
    problems: Vec<Diagnostic>,
}

fn check_module(
    bank: &Bank,
    context: Context<'_>,
    listed: &Listed,
    module: &ModuleFile,
    places: &[usize],
) -> Checked {
    let checked = bank.module(module.clone());
    // Where a question has faults, so would its samples.
    let faulty = checked.as_ref().err().into_iter().flatten();
    let faulty = faulty
        .filter_map(|fault| faults::question(&fault.place))
        .collect();
    let mut problems = Vec::new();
    let sampled = check_samples(listed, (module, places), &faulty, context, &mut problems);
    if let Err(found) = &checked {
        problems.extend(faults::of_module(&listed.source, places, bank, found));
    }
    Checked {
        module: checked,
        sampled,
        problems,
    }
}

/// One name by itself is no synonym.
fn lone_synonyms(header: &source::bank::Bank) -> Vec<Diagnostic> {
    let groups = header.synonyms.iter().flatten();
    let names = |group: &Languages<Vec<Raw>>| group.values().map(|(_, names)| names.len()).sum();
    let whole = |group: &Languages<Vec<Raw>>| group.entries.iter().all(|(_, read)| read.is_some());
    let lone = groups.filter(|group| {
        let number: usize = names(group);
        whole(group) && number < 2
    });
    let problem = |group: &Languages<Vec<Raw>>| {
        let message = "expected at least 2 names of one thing, found fewer";
        let help = "write the acronym and what it stands for, in any language of the bank";
        Diagnostic::new(Code::TooFew, group.span, message).help(help)
    };
    lone.map(problem).collect()
}

/// The bank as the engine takes it. Where it has faults, they are noted and returned, and the modules are checked
/// against a bank in which they are mended.
fn check_header(
    header: &source::bank::Bank,
    listed: &[Listed],
    file: BankFile,
    problems: &mut Vec<Diagnostic>,
) -> (Option<Bank>, Vec<Fault>) {
    match Bank::new(file.clone()) {
        Ok(bank) => (Some(bank), Vec::new()),
        Err(found) => {
            let modules: Vec<_> = listed.iter().map(|one| &one.source).collect();
            problems.extend(faults::of_bank(header, &modules, &found));
            (Bank::new(mended(file)).ok(), found)
        }
    }
}

/// Grades the samples, and tells which questions have some.
fn check_samples(
    listed: &Listed,
    (module, places): (&ModuleFile, &[usize]),
    faulty: &BTreeSet<usize>,
    context: Context<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<QuestionId> {
    let mut sampled = Vec::new();
    for (n, (question, place)) in module.questions.iter().zip(places).enumerate() {
        if faulty.contains(&n) {
            continue;
        }
        let source = listed
            .source
            .questions()
            .get(*place)
            .and_then(|one| one.kind.as_deref());
        if let Some(source) = source.filter(|source| source.is_whole()) {
            problems.extend(samples::problems(source, question, context));
            if !source.samples().is_empty() {
                sampled.push(question.id);
            }
        }
    }
    sampled
}

/// The same bank without its faults: what is missing is filled in, what comes twice comes once.
fn mended(mut file: BankFile) -> BankFile {
    file.languages = once(file.languages, Clone::clone);
    let langs = file.languages.clone();
    file.title = filled(&langs, &file.title);
    file.concepts = once(file.concepts, |concept: &Concept| concept.id);
    for concept in &mut file.concepts {
        concept.name = filled(&langs, &concept.name);
        concept.prerequisites.clear();
    }
    file.misconceptions = once(file.misconceptions, |one: &Misconception| one.id);
    for misconception in &mut file.misconceptions {
        misconception.name = filled(&langs, &misconception.name);
    }
    file.modules = once(file.modules, |module: &ModuleInfo| module.id);
    for module in &mut file.modules {
        module.title = filled(&langs, &module.title);
        module.track = filled(&langs, &module.track);
        module.pass = module.pass.clamp(1, 100);
        module.draw = module.draw.filter(|&draw| draw > 0);
        module.attempts = None;
        module.feedback = FeedbackPolicy::default();
    }
    file
}

fn once<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = BTreeSet::new();
    items
        .into_iter()
        .filter(|item| seen.insert(key(item)))
        .collect()
}

fn filled(langs: &[Lang], text: &Localised<String>) -> Localised<String> {
    let word = |lang| text.get(lang).filter(|text| !text.trim().is_empty());
    langs
        .iter()
        .map(|lang| {
            (
                *lang,
                word(lang).map_or_else(|| "-".to_owned(), Clone::clone),
            )
        })
        .collect()
}
