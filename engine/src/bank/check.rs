//! The rules that every bank keeps, whoever wrote it. The author's tool runs the same ones and adds the place in the
//! source text.

use std::collections::HashSet;
use std::fmt;

use super::{Bank, BankFile, FORMAT, ModuleFile, Question};
use crate::id::{ChoiceId, ConceptId};
use crate::lang::{Lang, Localised};

/// A broken rule, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it is about.
    pub place: Place,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What a fault is about. Indices count from 0, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The bank's or the module's own settings.
    File,
    /// A concept of the bank.
    Concept(usize),
    /// A module that the bank names.
    Module(usize),
    /// The module's lesson.
    Lesson,
    /// A question.
    Question(usize),
    /// A choice of a question.
    Choice(usize, usize),
    /// What is right.
    Key(usize),
    /// A wording of a question in a language.
    Wording(usize, Lang, usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The file has another format.
    Format(u32),
    /// No language is named.
    NoLanguage,
    /// Something is there twice.
    Twice(What, String),
    /// Something named doesn't exist.
    Unknown(What, String),
    /// A text is missing in a language.
    MissingLanguage(Lang),
    /// There is a text in a language that the bank doesn't have.
    ForeignLanguage(Lang),
    /// A text that has to say something is empty.
    EmptyText(What),
    /// A list that needs at least this many has fewer.
    TooFew(What, usize),
    /// A number is out of its range.
    OutOfRange(What, u64, std::ops::RangeInclusive<u64>),
    /// A wording has no text for a choice.
    MissingChoice(ChoiceId),
    /// A wording has a text for a choice that doesn't exist.
    StrayChoice(ChoiceId),
    /// An accepted answer that no learner can give.
    Unreachable(String),
    /// Following its prerequisites, a concept needs itself.
    PrerequisiteCycle(ConceptId),
}

/// What a flaw speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum What {
    Language,
    Concept,
    Module,
    Question,
    Choice,
    KeyChoice,
    Wording,
    Title,
    Name,
    Prompt,
    Explanation,
    ChoiceText,
    AcceptedAnswer,
    WrongAnswer,
    Pass,
    Draw,
    Points,
    Weight,
}

impl What {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Concept => "concept",
            Self::Module => "module",
            Self::Question => "question",
            Self::Choice => "choice",
            Self::KeyChoice => "choice in the key",
            Self::Wording => "wording",
            Self::Title => "title",
            Self::Name => "name",
            Self::Prompt => "prompt",
            Self::Explanation => "explanation",
            Self::ChoiceText => "text of a choice",
            Self::AcceptedAnswer => "accepted answer",
            Self::WrongAnswer => "wrong answer",
            Self::Pass => "pass mark",
            Self::Draw => "number of questions to draw",
            Self::Points => "number of points",
            Self::Weight => "weight of a concept",
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(found) => write!(f, "format {found} instead of {FORMAT}"),
            Self::NoLanguage => f.write_str("no language"),
            Self::Twice(what, id) => write!(f, "{} {id} is there twice", what.word()),
            Self::Unknown(what, id) => write!(f, "{} {id} doesn't exist", what.word()),
            Self::MissingLanguage(lang) => write!(f, "nothing in {lang}"),
            Self::ForeignLanguage(lang) => write!(f, "{lang} is no language of the bank"),
            Self::EmptyText(what) => write!(f, "the {} is empty", what.word()),
            Self::TooFew(what, least) => {
                write!(
                    f,
                    "too few of one thing: {} ({least} at least)",
                    what.word()
                )
            }
            Self::OutOfRange(what, found, range) => write!(
                f,
                "the {} is {found}, outside {} to {}",
                what.word(),
                range.start(),
                range.end()
            ),
            Self::MissingChoice(id) => write!(f, "no text for choice {id}"),
            Self::StrayChoice(id) => write!(f, "a text for choice {id}, which doesn't exist"),
            Self::Unreachable(answer) => write!(f, "answer {answer:?} can never be given"),
            Self::PrerequisiteCycle(id) => write!(f, "concept {id} is its own prerequisite"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File => {}
            Place::Concept(n) => write!(f, "concept {}: ", n + 1)?,
            Place::Module(n) => write!(f, "module {}: ", n + 1)?,
            Place::Lesson => f.write_str("lesson: ")?,
            Place::Question(n) | Place::Choice(n, _) | Place::Key(n) | Place::Wording(n, ..) => {
                write!(f, "question {}: ", n + 1)?;
            }
        }
        self.flaw.fmt(f)
    }
}

/// Collects faults, each with its place.
#[derive(Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, place: Place, flaw: Flaw) {
        self.0.push(Fault { place, flaw });
    }

    fn range(
        &mut self,
        place: Place,
        what: What,
        found: u64,
        range: std::ops::RangeInclusive<u64>,
    ) {
        if !range.contains(&found) {
            self.add(place, Flaw::OutOfRange(what, found, range));
        }
    }

    /// Every language of the bank, and no other.
    fn languages<T>(&mut self, place: &Place, langs: &[Lang], text: &Localised<T>) {
        for lang in langs.iter().filter(|lang| text.get(lang).is_none()) {
            self.add(place.clone(), Flaw::MissingLanguage(lang.clone()));
        }
        for lang in text.langs().filter(|lang| !langs.contains(lang)) {
            self.add(place.clone(), Flaw::ForeignLanguage(lang.clone()));
        }
    }

    fn words(&mut self, place: &Place, langs: &[Lang], what: What, text: &Localised<String>) {
        self.languages(place, langs, text);
        if text.iter().any(|(_, words)| words.trim().is_empty()) {
            self.add(place.clone(), Flaw::EmptyText(what));
        }
    }
}

/// Reports what comes twice; the second one is the fault.
pub(crate) fn twice<'a>(
    faults: &mut Faults,
    what: What,
    ids: impl Iterator<Item = &'a str>,
    place: impl Fn(usize) -> Place,
) {
    for (n, id) in repeated(&ids.collect::<Vec<_>>()) {
        faults.add(place(n), Flaw::Twice(what, id.to_owned()));
    }
}

/// What has been there before, with its index.
fn repeated<'a>(ids: &[&'a str]) -> Vec<(usize, &'a str)> {
    let mut seen = HashSet::new();
    let all = ids.iter().copied().enumerate();
    all.filter(|(_, id)| !seen.insert(*id)).collect()
}

pub(super) fn bank(file: &BankFile) -> Vec<Fault> {
    let mut faults = Faults::default();
    if file.jalon != FORMAT {
        faults.add(Place::File, Flaw::Format(file.jalon));
    }
    if file.languages.is_empty() {
        faults.add(Place::File, Flaw::NoLanguage);
    }
    twice(
        &mut faults,
        What::Language,
        file.languages.iter().map(Lang::as_str),
        |_| Place::File,
    );
    faults.words(&Place::File, &file.languages, What::Title, &file.title);
    if file.modules.is_empty() {
        faults.add(Place::File, Flaw::TooFew(What::Module, 1));
    }
    twice(
        &mut faults,
        What::Concept,
        file.concepts.iter().map(|c| c.id.as_str()),
        Place::Concept,
    );
    for (n, concept) in file.concepts.iter().enumerate() {
        faults.words(
            &Place::Concept(n),
            &file.languages,
            What::Name,
            &concept.name,
        );
        prerequisites(&mut faults, file, n);
    }
    twice(
        &mut faults,
        What::Module,
        file.modules.iter().map(|m| m.id.as_str()),
        Place::Module,
    );
    for (n, module) in file.modules.iter().enumerate() {
        let place = Place::Module(n);
        faults.words(&place, &file.languages, What::Title, &module.title);
        faults.languages(&place, &file.languages, &module.track);
        faults.range(place.clone(), What::Pass, module.pass.into(), 1..=100);
        if let Some(draw) = module.draw {
            faults.range(place, What::Draw, draw.into(), 1..=u16::MAX.into());
        }
    }
    faults.0
}

fn prerequisites(faults: &mut Faults, file: &BankFile, n: usize) {
    let find = |id: &ConceptId| file.concepts.iter().find(|concept| concept.id == *id);
    let Some(concept) = file.concepts.get(n) else {
        return;
    };
    for id in concept.prerequisites.iter().filter(|id| find(id).is_none()) {
        faults.add(
            Place::Concept(n),
            Flaw::Unknown(What::Concept, id.to_string()),
        );
    }
    let mut needed: Vec<&ConceptId> = Vec::new();
    let mut next: Vec<&ConceptId> = concept.prerequisites.iter().collect();
    while let Some(id) = next.pop() {
        if *id == concept.id {
            faults.add(Place::Concept(n), Flaw::PrerequisiteCycle(id.clone()));
            return;
        }
        if !needed.contains(&id) {
            needed.push(id);
            next.extend(find(id).iter().flat_map(|concept| &concept.prerequisites));
        }
    }
}

pub(super) fn module(bank: &Bank, file: &ModuleFile) -> Vec<Fault> {
    let mut faults = Faults::default();
    if file.jalon != FORMAT {
        faults.add(Place::File, Flaw::Format(file.jalon));
    }
    match bank.module_info(&file.module) {
        None => faults.add(
            Place::File,
            Flaw::Unknown(What::Module, file.module.to_string()),
        ),
        Some(info) => draw(&mut faults, info.draw, file.questions.len()),
    }
    if let Some(lesson) = &file.lesson {
        lesson_texts(&mut faults, bank.languages(), lesson);
    }
    if file.questions.is_empty() {
        faults.add(Place::File, Flaw::TooFew(What::Question, 1));
    }
    twice(
        &mut faults,
        What::Question,
        file.questions.iter().map(|q| q.id.as_str()),
        Place::Question,
    );
    let concepts: HashSet<&str> = bank.concepts().iter().map(|c| c.id.as_str()).collect();
    for (n, question) in file.questions.iter().enumerate() {
        self::question(&mut faults, bank.languages(), &concepts, n, question);
    }
    faults.0
}

fn draw(faults: &mut Faults, draw: Option<u16>, questions: usize) {
    if let Some(draw) = draw.filter(|&draw| usize::from(draw) > questions) {
        faults.add(
            Place::File,
            Flaw::OutOfRange(What::Draw, draw.into(), 1..=questions as u64),
        );
    }
}

fn lesson_texts(faults: &mut Faults, langs: &[Lang], lesson: &super::Lesson) {
    let place = Place::Lesson;
    for text in [
        &lesson.summary,
        &lesson.overview,
        &lesson.explanation,
        &lesson.example,
    ] {
        faults.languages(&place, langs, text);
    }
    for text in lesson.illustrations.iter().chain(&lesson.prompt) {
        faults.languages(&place, langs, text);
    }
    for block in &lesson.blocks {
        faults.words(&place, langs, What::Title, &block.title);
        faults.languages(&place, langs, &block.text);
    }
    for callout in &lesson.callouts {
        faults.words(&place, langs, What::Title, &callout.title);
        faults.languages(&place, langs, &callout.text);
    }
}

fn question(
    faults: &mut Faults,
    langs: &[Lang],
    concepts: &HashSet<&str>,
    n: usize,
    question: &Question,
) {
    let place = Place::Question(n);
    if question.tags.is_empty() {
        faults.add(place.clone(), Flaw::TooFew(What::Concept, 1));
    }
    twice(
        faults,
        What::Concept,
        question.tags.iter().map(|t| t.concept.as_str()),
        |_| Place::Question(n),
    );
    for tag in &question.tags {
        if !concepts.contains(tag.concept.as_str()) {
            faults.add(
                place.clone(),
                Flaw::Unknown(What::Concept, tag.concept.to_string()),
            );
        }
        faults.range(place.clone(), What::Weight, tag.weight.into(), 1..=100);
    }
    faults.range(place.clone(), What::Points, question.points.into(), 1..=100);
    faults.languages(&place, langs, &question.wordings);
    for (lang, wordings) in question.wordings.iter() {
        if wordings.is_empty() {
            faults.add(place.clone(), Flaw::MissingLanguage(lang.clone()));
        }
        let ids = wordings.iter().map(|wording| wording.id.as_str());
        twice(faults, What::Wording, ids, |w| {
            Place::Wording(n, lang.clone(), w)
        });
        for (w, wording) in wordings.iter().enumerate() {
            let place = Place::Wording(n, lang.clone(), w);
            if wording.prompt.to_plain().trim().is_empty() {
                faults.add(place.clone(), Flaw::EmptyText(What::Prompt));
            }
            if wording.explanation.to_plain().trim().is_empty() {
                faults.add(place, Flaw::EmptyText(What::Explanation));
            }
        }
    }
    question.body.check(faults, langs, n, question);
}

/// Each wording has a text for every choice, and for no other.
pub(crate) fn choice_texts(faults: &mut Faults, n: usize, question: &Question, ids: &[&ChoiceId]) {
    for (lang, wordings) in question.wordings.iter() {
        for (w, wording) in wordings.iter().enumerate() {
            let place = Place::Wording(n, lang.clone(), w);
            for id in ids {
                match wording.choices.get(id) {
                    None => faults.add(place.clone(), Flaw::MissingChoice((*id).clone())),
                    Some(text) if text.to_plain().trim().is_empty() => {
                        faults.add(place.clone(), Flaw::EmptyText(What::ChoiceText));
                    }
                    Some(_) => {}
                }
            }
            for (id, _) in wording.choices.iter().filter(|(id, _)| !ids.contains(id)) {
                faults.add(place.clone(), Flaw::StrayChoice(id.clone()));
            }
        }
    }
}

/// A feedback, where there is one, is there in every language.
pub(crate) fn feedback<T>(faults: &mut Faults, langs: &[Lang], place: &Place, text: &Localised<T>) {
    if !text.is_empty() {
        faults.languages(place, langs, text);
    }
}
