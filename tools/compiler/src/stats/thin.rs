//! What there is little of in a bank: one function for each thing to look for.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::bank::{Difficulty, Module, Question};
use jalon_engine::id::{ConceptId, MisconceptionId};
use jalon_engine::lang::Lang;
use serde::Serialize;

use super::{kind_of, questions};
use crate::check::CompiledBank;
use crate::kind;

/// Something that there is little of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Thin {
    /// In which way it is thin.
    pub lack: Lack,
    /// The module, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// The languages, where it is about wordings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// How many there are, where that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub there: Option<usize>,
    /// How many there should be, where that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted: Option<usize>,
    /// The ids of the questions, concepts or misconceptions, or the names of the kinds.
    pub names: Vec<String>,
}

/// In which way something is thin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// Concepts that no question tests.
    NoQuestions,
    /// A module has hardly more questions than an attempt draws: a retake asks nearly the same.
    SmallPool,
    /// A concept has so few questions, in a module that draws, that each attempt asks the same ones.
    FewQuestions,
    /// All questions about a concept are said to be as hard as one another.
    OneDifficulty,
    /// Kinds that no question is of.
    UnusedKinds,
    /// Questions that a retake can only ask in the same words.
    OneWording,
    /// Questions that don't say how hard they are.
    NoDifficulty,
    /// Questions with typed answers and without sample answers: nobody has tried the grader on them.
    NoSamples,
    /// Questions without hints.
    NoHints,
    /// Questions that don't say where their fact is stated.
    NoSource,
    /// Wrong ideas that no wrong answer is tagged with.
    UntaggedMisconceptions,
}

impl Thin {
    fn of(lack: Lack, names: impl IntoIterator<Item = String>) -> Self {
        Self {
            lack,
            module: None,
            languages: Vec::new(),
            there: None,
            wanted: None,
            names: names.into_iter().collect(),
        }
    }
}

/// A concept takes its turn in each attempt; from so many questions on, two attempts in a row can differ in it.
const FEW: usize = 2;

/// All that is thin, the modules' own first.
pub(super) fn of(bank: &CompiledBank) -> Vec<Thin> {
    let langs = bank.bank().languages();
    let mut all: Vec<Thin> = bank.modules().iter().filter_map(small_pool).collect();
    let modules = bank.modules().iter();
    all.extend(modules.flat_map(|module| few_questions(module, langs)));
    all.extend(one_difficulty(bank));
    all.extend(one_wording(bank, langs));
    let kinds: BTreeSet<&str> = questions(bank).map(kind_of).collect();
    let unused = kind::names().into_iter();
    let unused = unused.filter(|name| !kinds.contains(name));
    let mut lists = vec![
        Thin::of(Lack::NoQuestions, untested(bank)),
        Thin::of(Lack::UnusedKinds, unused.map(str::to_owned)),
    ];
    for (lack, lacks) in [
        (
            Lack::NoDifficulty,
            (|one| one.difficulty.is_none()) as fn(&Question) -> bool,
        ),
        (Lack::NoHints, |one| one.hint_count() == 0),
        (Lack::NoSource, |one| one.source.is_none()),
    ] {
        lists.push(ids(bank, lack, lacks));
    }
    lists.push(ids(bank, Lack::NoSamples, |one| {
        is_typed(one) && !bank.has_samples(&one.id)
    }));
    lists.push(untagged(bank));
    all.extend(lists.into_iter().filter(|thin| !thin.names.is_empty()));
    all.sort_by_key(|thin| thin.lack);
    all
}

fn untested(bank: &CompiledBank) -> Vec<String> {
    let tested: BTreeSet<&ConceptId> = questions(bank)
        .flat_map(|question| question.tags.iter().map(|tag| &tag.concept))
        .collect();
    let concepts = bank.bank().concepts().iter().map(|concept| &concept.id);
    let untested = concepts.filter(|concept| !tested.contains(concept));
    untested.map(ConceptId::to_string).collect()
}

fn ids(bank: &CompiledBank, lack: Lack, lacks: impl Fn(&Question) -> bool) -> Thin {
    let found = questions(bank).filter(|question| lacks(question));
    Thin::of(lack, found.map(|question| question.id.to_string()))
}

/// Hardly more: less than half as many again as are drawn.
fn small_pool(module: &Module) -> Option<Thin> {
    let (there, draw) = (module.questions().len(), usize::from(module.info().draw?));
    let wanted = draw + draw.div_ceil(2);
    let id = module.info().id.to_string();
    (there < wanted).then(|| Thin {
        module: Some(id.clone()),
        there: Some(there),
        wanted: Some(wanted),
        ..Thin::of(Lack::SmallPool, [id])
    })
}

/// Concepts by how many questions they have of which they are the main one, which is what draws them; languages that have as many, together.
fn few_questions(module: &Module, langs: &[Lang]) -> Vec<Thin> {
    if module.info().draw.is_none() {
        return Vec::new();
    }
    let mut found: BTreeMap<(usize, Vec<String>), Vec<String>> = BTreeMap::new();
    let mut concepts: Vec<&ConceptId> = Vec::new();
    for concept in module.questions().iter().filter_map(Question::main_concept) {
        if !concepts.contains(&concept) {
            concepts.push(concept);
        }
    }
    for concept in concepts {
        let mut by_number: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for lang in langs {
            let own = module.questions().iter().filter(|question| {
                question.main_concept() == Some(concept) && !question.wordings(lang).is_empty()
            });
            let number = own.count();
            if number < FEW {
                by_number.entry(number).or_default().push(lang.to_string());
            }
        }
        for place in by_number {
            found.entry(place).or_default().push(concept.to_string());
        }
    }
    let thin = found.into_iter().map(|((there, languages), names)| Thin {
        module: Some(module.info().id.to_string()),
        there: Some(there),
        wanted: Some(FEW),
        languages,
        ..Thin::of(Lack::FewQuestions, names)
    });
    thin.collect()
}

fn one_difficulty(bank: &CompiledBank) -> Option<Thin> {
    let mut levels: BTreeMap<&str, Vec<Difficulty>> = BTreeMap::new();
    for question in questions(bank) {
        for tag in &question.tags {
            let own = levels.entry(tag.concept.as_str()).or_default();
            own.extend(question.difficulty);
        }
    }
    let is_flat = |levels: &[Difficulty]| match levels {
        [first, others @ ..] => !others.is_empty() && others.iter().all(|other| other == first),
        [] => false,
    };
    let concepts = bank
        .bank()
        .concepts()
        .iter()
        .map(|concept| concept.id.as_str());
    let flat = concepts.filter(|id| levels.get(id).is_some_and(|own| is_flat(own)));
    let thin = Thin::of(Lack::OneDifficulty, flat.map(str::to_owned));
    (!thin.names.is_empty()).then_some(thin)
}

/// By language, since wordings are.
fn one_wording(bank: &CompiledBank, langs: &[Lang]) -> Vec<Thin> {
    let mut found: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for question in questions(bank) {
        let single = langs
            .iter()
            .filter(|lang| question.wordings(lang).len() == 1);
        let single: Vec<String> = single.map(Lang::to_string).collect();
        if !single.is_empty() {
            found
                .entry(single)
                .or_default()
                .push(question.id.to_string());
        }
    }
    let thin = found.into_iter().map(|(languages, names)| Thin {
        languages,
        ..Thin::of(Lack::OneWording, names)
    });
    thin.collect()
}

fn is_typed(question: &Question) -> bool {
    kind::of(&question.body).is_typed()
}

fn untagged(bank: &CompiledBank) -> Thin {
    let tagged: BTreeSet<&MisconceptionId> = questions(bank)
        .flat_map(|question| question.body.misconceptions())
        .collect();
    let all = bank.bank().file().misconceptions.iter().map(|one| &one.id);
    let untagged = all.filter(|id| !tagged.contains(id));
    Thin::of(
        Lack::UntaggedMisconceptions,
        untagged.map(ToString::to_string),
    )
}
