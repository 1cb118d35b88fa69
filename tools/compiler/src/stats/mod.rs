//! How many questions a bank has, of what sort, and what is thin in it.

mod thin;

use jalon_engine::bank::{Difficulty, Module, Question};
use jalon_engine::id::ConceptId;
use jalon_engine::lang::Lang;
use serde::Serialize;

use crate::check::CompiledBank;
use crate::kind;
pub use thin::{Lack, Thin};

/// What there is in a bank. Its JSON form is what `jalon stats --json` prints.
#[derive(Debug, Clone, Serialize)]
pub struct Stats {
    /// The bank's id.
    pub bank: String,
    /// The version of its content.
    pub version: String,
    /// Its languages.
    pub languages: Vec<String>,
    /// All of it.
    pub all: Counts,
    /// Its modules, in reading order.
    pub modules: Vec<ModuleCounts>,
    /// What there is little of.
    pub thin: Vec<Thin>,
}

/// What there is in a module.
#[derive(Debug, Clone, Serialize)]
pub struct ModuleCounts {
    /// The module's id.
    pub module: String,
    /// Questions per attempt; all of them when absent.
    pub draw: Option<u16>,
    /// What there is.
    #[serde(flatten)]
    pub counts: Counts,
}

/// How many questions there are.
#[derive(Debug, Clone, Serialize)]
pub struct Counts {
    /// In all.
    pub questions: usize,
    /// What all of them together are worth.
    pub points: u32,
    /// Of each kind, those without questions too.
    pub kinds: Vec<Named>,
    /// Of each difficulty; `unrated` where none is said.
    pub difficulties: Vec<Named>,
    /// In each language.
    pub languages: Vec<LanguageCount>,
    /// About each concept of the bank, those without questions too.
    pub concepts: Vec<ConceptCount>,
}

/// How many questions have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// What it is called.
    pub name: &'static str,
    /// How many questions.
    pub questions: usize,
}

/// What there is in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageCount {
    /// The language.
    pub language: String,
    /// How many questions have a wording in it.
    pub questions: usize,
    /// How many wordings there are.
    pub wordings: usize,
}

/// What there is about a concept. A question counts for each of its concepts.
#[derive(Debug, Clone, Serialize)]
pub struct ConceptCount {
    /// The concept's id.
    pub concept: String,
    /// How many questions.
    pub questions: usize,
    /// Of each difficulty.
    pub difficulties: Vec<Named>,
    /// In each language.
    pub languages: Vec<LanguageCount>,
}

const DIFFICULTIES: [&str; 4] = ["easy", "medium", "hard", "unrated"];

fn kind_of(question: &Question) -> &'static str {
    kind::name(question.body.kind())
}

fn difficulty(question: &Question) -> &'static str {
    match question.difficulty {
        Some(Difficulty::Easy) => "easy",
        Some(Difficulty::Medium) => "medium",
        Some(Difficulty::Hard) => "hard",
        None => "unrated",
    }
}

/// Counts what is in a bank.
pub fn stats(bank: &CompiledBank) -> Stats {
    let langs = bank.bank().languages();
    let concepts: Vec<&ConceptId> = bank.bank().concepts().iter().map(|one| &one.id).collect();
    let count = |questions: &[&Question]| counts(questions, langs, &concepts);
    let every: Vec<&Question> = questions(bank).collect();
    let of_module = |module: &Module| ModuleCounts {
        module: module.info().id.to_string(),
        draw: module.info().draw,
        counts: count(&module.questions().iter().collect::<Vec<_>>()),
    };
    Stats {
        bank: bank.bank().id().to_string(),
        version: bank.bank().version().0.clone(),
        languages: langs.iter().map(Lang::to_string).collect(),
        all: count(&every),
        modules: bank.modules().iter().map(of_module).collect(),
        thin: thin::of(bank),
    }
}

fn questions(bank: &CompiledBank) -> impl Iterator<Item = &Question> {
    bank.modules().iter().flat_map(Module::questions)
}

fn counts(questions: &[&Question], langs: &[Lang], concepts: &[&ConceptId]) -> Counts {
    let about = |concept: &&ConceptId| {
        let tests =
            |question: &&&Question| question.tags.iter().any(|tag| tag.concept == **concept);
        let own: Vec<&Question> = questions.iter().filter(tests).copied().collect();
        ConceptCount {
            concept: concept.to_string(),
            questions: own.len(),
            difficulties: named(&DIFFICULTIES, &own, difficulty),
            languages: languages(&own, langs),
        }
    };
    Counts {
        questions: questions.len(),
        points: questions.iter().map(|question| question.possible()).sum(),
        kinds: named(&kind::names(), questions, kind_of),
        difficulties: named(&DIFFICULTIES, questions, difficulty),
        languages: languages(questions, langs),
        concepts: concepts.iter().map(about).collect(),
    }
}

fn named(
    names: &[&'static str],
    questions: &[&Question],
    name_of: fn(&Question) -> &'static str,
) -> Vec<Named> {
    let count = |name: &&'static str| Named {
        name,
        questions: questions
            .iter()
            .filter(|question| name_of(question) == *name)
            .count(),
    };
    names.iter().map(count).collect()
}

fn languages(questions: &[&Question], langs: &[Lang]) -> Vec<LanguageCount> {
    let count = |lang: &Lang| {
        let wordings = questions
            .iter()
            .map(|question| question.wordings(lang).len());
        LanguageCount {
            language: lang.to_string(),
            questions: wordings.clone().filter(|number| *number > 0).count(),
            wordings: wordings.sum(),
        }
    };
    langs.iter().map(count).collect()
}
