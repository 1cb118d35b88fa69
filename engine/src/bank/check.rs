//! The rules that every bank keeps, whoever wrote it. The author's tool runs the same ones and adds the place in the
//! source text.

use std::collections::BinaryHeap;
use std::fmt;

use super::{Bank, BankFile, Concept, FORMAT, ModuleFile, Question};
use crate::id::{ChoiceId, ConceptId};
use crate::kind::Part;
use crate::kind::number::NumberFlaw;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<L = Lang> {
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
    Wording(usize, L, usize),
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
    /// A list that takes at most this many has more.
    TooMany(What, usize),
    /// A number is out of its range.
    OutOfRange(What, u64, std::ops::RangeInclusive<u64>),
    /// The weight of a choice is not in this range, in percent.
    Weight(ChoiceId, std::ops::RangeInclusive<i16>),
    /// The choices of the key weigh this much together, and not 100 percent.
    KeyWeight(i32),
    /// A wording has no text for a choice.
    MissingChoice(ChoiceId),
    /// A wording has a text for a choice that doesn't exist.
    StrayChoice(ChoiceId),
    /// An accepted answer that no learner can give.
    Unreachable(String),
    /// Following its prerequisites, a concept needs itself.
    PrerequisiteCycle(ConceptId),
    /// Something that only keys of numbers can have wrong.
    Number(NumberFlaw),
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
    Synonym,
    RequiredWord,
    WrongAnswer,
    Pass,
    Draw,
    Points,
    Weight,
    LeastPicks,
    MostPicks,
    Unit,
    Id,
    Item,
    Target,
    TargetInUse,
    Category,
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
            Self::Synonym => "name",
            Self::RequiredWord => "required word",
            Self::WrongAnswer => "wrong answer",
            Self::Pass => "pass mark",
            Self::Draw => "number of questions to draw",
            Self::Points => "number of points",
            Self::Weight => "weight of a concept",
            Self::LeastPicks => "least number of choices to pick",
            Self::MostPicks => "greatest number of choices to pick",
            Self::Unit => "unit",
            Self::Id => "id",
            Self::Item => "item",
            Self::Target | Self::TargetInUse => "target",
            Self::Category => "category",
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
            Self::TooMany(what, most) => {
                write!(f, "too many of one thing: {} ({most} at most)", what.word())
            }
            Self::OutOfRange(what, found, range) => write!(
                f,
                "the {} is {found}, outside {} to {}",
                what.word(),
                range.start(),
                range.end()
            ),
            Self::Weight(id, range) => write!(
                f,
                "the weight of choice {id} is outside {} to {}",
                range.start(),
                range.end()
            ),
            Self::KeyWeight(sum) => write!(f, "the key weighs {sum} percent instead of 100"),
            Self::MissingChoice(id) => write!(f, "no text for choice {id}"),
            Self::StrayChoice(id) => write!(f, "a text for choice {id}, which doesn't exist"),
            Self::Unreachable(answer) => write!(f, "answer “{answer}” can never be given"),
            Self::PrerequisiteCycle(id) => write!(f, "concept {id} is its own prerequisite"),
            Self::Number(flaw) => flaw.fmt(f),
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

/// A place that is only spoken of while a file is being checked.
pub(crate) type Spot<'a> = Place<&'a Lang>;

impl Spot<'_> {
    fn kept(self) -> Place {
        match self {
            Self::File => Place::File,
            Self::Concept(n) => Place::Concept(n),
            Self::Module(n) => Place::Module(n),
            Self::Lesson => Place::Lesson,
            Self::Question(n) => Place::Question(n),
            Self::Choice(n, c) => Place::Choice(n, c),
            Self::Key(n) => Place::Key(n),
            Self::Wording(n, lang, w) => Place::Wording(n, lang.clone(), w),
        }
    }
}

/// Who hears of broken rules. The author's tool wants to know everything of each; the client, where nothing is ever broken
/// unless a file is damaged, doesn't carry the words for it.
pub(crate) trait Hearer {
    /// Hears of one.
    fn add(&mut self, spot: Spot<'_>, flaw: impl FnOnce() -> Flaw);
}

impl Hearer for Vec<Fault> {
    fn add(&mut self, spot: Spot<'_>, flaw: impl FnOnce() -> Flaw) {
        self.push(Fault {
            place: spot.kept(),
            flaw: flaw(),
        });
    }
}

/// Knows whether a rule is broken, and of which question, if it is one's.
#[derive(Default)]
pub(super) struct First(pub(super) Option<BrokenRule>);

/// A broken rule in a file that somebody else has compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenRule {
    /// Which question breaks it, counted from 0; `None` for what is no question's.
    pub question: Option<usize>,
}

impl Hearer for First {
    #[inline]
    fn add(&mut self, spot: Spot<'_>, _: impl FnOnce() -> Flaw) {
        if self.0.is_none() {
            self.0 = Some(BrokenRule {
                question: match spot {
                    Place::Question(n)
                    | Place::Choice(n, _)
                    | Place::Key(n)
                    | Place::Wording(n, ..) => Some(n),
                    _ => None,
                },
            });
        }
    }
}

fn range(
    hearer: &mut impl Hearer,
    spot: Spot<'_>,
    what: What,
    found: u64,
    range: std::ops::RangeInclusive<u64>,
) {
    if !range.contains(&found) {
        hearer.add(spot, || Flaw::OutOfRange(what, found, range));
    }
}

/// Every language of the bank, and no other.
pub(crate) fn languages<T>(
    hearer: &mut impl Hearer,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in langs {
        if text.get(lang).is_none() {
            hearer.add(spot, || Flaw::MissingLanguage(lang.clone()));
        }
    }
    foreign(hearer, spot, langs, text);
}

/// No language that the bank doesn't have.
pub(crate) fn foreign<T>(
    hearer: &mut impl Hearer,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in text.langs() {
        if !langs.contains(lang) {
            hearer.add(spot, || Flaw::ForeignLanguage(lang.clone()));
        }
    }
}

fn words(
    hearer: &mut impl Hearer,
    spot: Spot<'_>,
    langs: &[Lang],
    what: What,
    text: &Localised<String>,
) {
    languages(hearer, spot, langs, text);
    for (_, words) in text.iter() {
        if words.trim().is_empty() {
            hearer.add(spot, || Flaw::EmptyText(what));
        }
    }
}

/// Reports what comes twice; the second one is the fault.
pub(crate) fn twice<'a>(
    hearer: &mut impl Hearer,
    what: What,
    ids: &mut dyn Iterator<Item = &'a str>,
    spot: impl Fn(usize) -> Spot<'a>,
) {
    for (n, id) in repeated(ids) {
        hearer.add(spot(n), || Flaw::Twice(what, id.to_owned()));
    }
}

/// What has been there before, with its index.
fn repeated<'a>(ids: &mut dyn Iterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    // A heap sorts in a quarter of the code of a set that hashes, and keeps ten thousand ids quick.
    let mut heap = BinaryHeap::new();
    for (n, id) in ids.enumerate() {
        heap.push((id, n));
    }
    let mut repeated = Vec::new();
    let mut last = None;
    while let Some((id, n)) = heap.pop() {
        if let Some((same, later)) = last
            && same == id
        {
            repeated.push((later, id));
        }
        last = Some((id, n));
    }
    repeated
}

pub(super) fn bank(hearer: &mut impl Hearer, file: &BankFile) {
    let langs = &file.languages;
    if file.jalon != FORMAT {
        hearer.add(Place::File, || Flaw::Format(file.jalon));
    }
    if langs.is_empty() {
        hearer.add(Place::File, || Flaw::NoLanguage);
    }
    let mut ids = langs.iter().map(Lang::as_str);
    twice(hearer, What::Language, &mut ids, |_| Place::File);
    words(hearer, Place::File, langs, What::Title, &file.title);
    if file.modules.is_empty() {
        hearer.add(Place::File, || Flaw::TooFew(What::Module, 1));
    }
    let mut ids = file.concepts.iter().map(|c| c.id.as_str());
    twice(hearer, What::Concept, &mut ids, Place::Concept);
    for (n, concept) in file.concepts.iter().enumerate() {
        words(hearer, Place::Concept(n), langs, What::Name, &concept.name);
        prerequisites(hearer, file, n, concept);
    }
    let mut ids = file.modules.iter().map(|m| m.id.as_str());
    twice(hearer, What::Module, &mut ids, Place::Module);
    for (n, module) in file.modules.iter().enumerate() {
        let spot = Place::Module(n);
        words(hearer, spot, langs, What::Title, &module.title);
        languages(hearer, spot, langs, &module.track);
        range(hearer, spot, What::Pass, module.pass.into(), 1..=100);
        if let Some(draw) = module.draw {
            range(hearer, spot, What::Draw, draw.into(), 1..=u16::MAX.into());
        }
    }
}

fn prerequisites(hearer: &mut impl Hearer, file: &BankFile, n: usize, concept: &Concept) {
    let find = |id: &ConceptId| file.concepts.iter().find(|concept| concept.id == *id);
    for id in &concept.prerequisites {
        if find(id).is_none() {
            hearer.add(Place::Concept(n), || {
                Flaw::Unknown(What::Concept, id.to_string())
            });
        }
    }
    let mut needed: Vec<&ConceptId> = Vec::new();
    let mut next: Vec<&ConceptId> = concept.prerequisites.iter().collect();
    while let Some(id) = next.pop() {
        if *id == concept.id {
            hearer.add(Place::Concept(n), || Flaw::PrerequisiteCycle(id.clone()));
            return;
        }
        if !needed.contains(&id) {
            needed.push(id);
            if let Some(concept) = find(id) {
                next.extend(&concept.prerequisites);
            }
        }
    }
}

pub(super) fn module(hearer: &mut impl Hearer, bank: &Bank, file: &ModuleFile) {
    if file.jalon != FORMAT {
        hearer.add(Place::File, || Flaw::Format(file.jalon));
    }
    match bank.module_info(&file.module) {
        None => hearer.add(Place::File, || {
            Flaw::Unknown(What::Module, file.module.to_string())
        }),
        Some(info) => draw(hearer, info.draw, file.questions.len()),
    }
    if let Some(lesson) = &file.lesson {
        lesson_texts(hearer, bank.languages(), lesson);
    }
    if file.questions.is_empty() {
        hearer.add(Place::File, || Flaw::TooFew(What::Question, 1));
    }
    let mut ids = file.questions.iter().map(|q| q.id.as_str());
    twice(hearer, What::Question, &mut ids, Place::Question);
    for (n, question) in file.questions.iter().enumerate() {
        self::question(hearer, bank, n, question);
    }
}

fn draw(hearer: &mut impl Hearer, draw: Option<u16>, questions: usize) {
    if let Some(draw) = draw.filter(|&draw| usize::from(draw) > questions) {
        hearer.add(Place::File, || {
            Flaw::OutOfRange(What::Draw, draw.into(), 1..=questions as u64)
        });
    }
}

fn lesson_texts(hearer: &mut impl Hearer, langs: &[Lang], lesson: &super::Lesson) {
    let spot = Place::Lesson;
    for text in [
        &lesson.summary,
        &lesson.overview,
        &lesson.explanation,
        &lesson.example,
    ] {
        languages(hearer, spot, langs, text);
    }
    for text in lesson.illustrations.iter().chain(&lesson.prompt) {
        languages(hearer, spot, langs, text);
    }
    for block in &lesson.blocks {
        words(hearer, spot, langs, What::Title, &block.title);
        languages(hearer, spot, langs, &block.text);
    }
    for callout in &lesson.callouts {
        words(hearer, spot, langs, What::Title, &callout.title);
        languages(hearer, spot, langs, &callout.text);
    }
}

fn question(hearer: &mut impl Hearer, bank: &Bank, n: usize, question: &Question) {
    let (spot, langs) = (Place::Question(n), bank.languages());
    if question.tags.is_empty() {
        hearer.add(spot, || Flaw::TooFew(What::Concept, 1));
    }
    let mut ids = question.tags.iter().map(|t| t.concept.as_str());
    twice(hearer, What::Concept, &mut ids, |_| spot);
    for tag in &question.tags {
        if bank.concept(&tag.concept).is_none() {
            hearer.add(spot, || {
                Flaw::Unknown(What::Concept, tag.concept.to_string())
            });
        }
        range(hearer, spot, What::Weight, tag.weight.into(), 1..=100);
    }
    range(hearer, spot, What::Points, question.points.into(), 1..=100);
    languages(hearer, spot, langs, &question.wordings);
    for (lang, wordings) in question.wordings.iter() {
        if wordings.is_empty() {
            hearer.add(spot, || Flaw::MissingLanguage(lang.clone()));
        }
        let mut ids = wordings.iter().map(|wording| wording.id.as_str());
        twice(hearer, What::Wording, &mut ids, |w| {
            Place::Wording(n, lang, w)
        });
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Place::Wording(n, lang, w);
            if wording.prompt.is_blank() {
                hearer.add(spot, || Flaw::EmptyText(What::Prompt));
            }
            if wording.explanation.is_blank() {
                hearer.add(spot, || Flaw::EmptyText(What::Explanation));
            }
        }
    }
    question.body.check(hearer, langs, n, question);
}

/// Each wording has a text for every choice, and for no other.
pub(crate) fn choice_texts(
    hearer: &mut impl Hearer,
    n: usize,
    question: &Question,
    parts: &[Part<'_>],
) {
    for (lang, wordings) in question.wordings.iter() {
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Place::Wording(n, lang, w);
            for Part { id, .. } in parts {
                match wording.choices.get(id) {
                    None => hearer.add(spot, || Flaw::MissingChoice((*id).clone())),
                    Some(text) if text.is_blank() => {
                        hearer.add(spot, || Flaw::EmptyText(What::ChoiceText));
                    }
                    Some(_) => {}
                }
            }
            for (id, _) in wording.choices.iter() {
                if !parts.iter().any(|part| part.id == id) {
                    hearer.add(spot, || Flaw::StrayChoice(id.clone()));
                }
            }
        }
    }
}

/// A feedback, where there is one, is there in every language.
pub(crate) fn feedback<T>(
    hearer: &mut impl Hearer,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    if !text.is_empty() {
        languages(hearer, spot, langs, text);
    }
}
