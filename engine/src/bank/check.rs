//! The rules that every bank keeps, whoever wrote it. The author's tool runs the same ones and adds the place in the
//! source text.

use std::collections::BinaryHeap;
use std::fmt;

use super::{Bank, BankFile, Concept, FORMAT, ModuleFile, Question, When, Wording};
use crate::id::{ChoiceId, ConceptId, GapId};
use crate::kind::Part;
use crate::kind::essay::EssayFlaw;
use crate::kind::number::NumberFlaw;
use crate::lang::{Lang, Localised};

/// A broken rule, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it is about.
    pub place: Location,
    /// What is wrong with it.
    pub flaw: Violation,
}

/// What a fault is about. Indices count from 0, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location<L = Lang> {
    /// The bank's or the module's own settings.
    File,
    /// A concept of the bank.
    Concept(usize),
    /// A misconception of the bank.
    Misconception(usize),
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
    /// What several questions are about.
    Stimulus(usize),
    /// What is right in a gap of a question.
    Gap(usize, usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// The file has another format.
    Format(u32),
    /// No language is named.
    NoLanguage,
    /// Something is there twice.
    Twice(Subject, String),
    /// Something named doesn't exist.
    Unknown(Subject, String),
    /// A text is missing in a language.
    MissingLanguage(Lang),
    /// There is a text in a language that the bank doesn't have.
    ForeignLanguage(Lang),
    /// A text that has to say something is empty.
    EmptyText(Subject),
    /// A list that needs at least this many has fewer.
    TooFew(Subject, usize),
    /// A list that takes at most this many has more.
    TooMany(Subject, usize),
    /// A number is out of its range.
    OutOfRange(Subject, u64, std::ops::RangeInclusive<u64>),
    /// The weight of a choice is not in this range, in percent.
    Weight(ChoiceId, std::ops::RangeInclusive<i16>),
    /// The choices of the key weigh this much together, and not 100 percent.
    KeyWeight(i32),
    /// A wording has no text for a choice.
    MissingChoice(ChoiceId),
    /// A wording has a text for a choice that doesn't exist.
    StrayChoice(ChoiceId),
    /// In a language, the answers are all patterns, so that there is none to show.
    PatternsAlone(Lang),
    /// An accepted answer that no learner can give.
    Unreachable(String),
    /// Following its prerequisites, a concept needs itself.
    PrerequisiteCycle(ConceptId),
    /// Something that only keys of numbers can have wrong.
    Number(NumberFlaw),
    /// Feedback after the last attempt, where there is no last one.
    NoLastAttempt,
    /// A wording has this many hints, and the question's first one another number.
    Hints(usize, usize),
    /// Something that only essays can have wrong.
    Essay(EssayFlaw),
    /// A wording's text has no place for a gap.
    MissingGap(GapId),
    /// Gaps that may change places are not all filled with texts, or not all with numbers.
    MixedGroup(GapId),
    /// A region that is not inside its picture, or has no size.
    Shape,
}

/// What a flaw speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word it names")]
#[non_exhaustive]
pub enum Subject {
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
    Stimulus,
    Attempts,
    Tries,
    Penalty,
    HintCost,
    Hint,
    Misconception,
    WholeAnswer,
    Point,
    Model,
    LeastWords,
    MostWords,
    Gap,
    Gaps,
    GroupedGap,
    GroupedGaps,
    GapWeight,
    Region,
    Picture,
    Alt,
    Id,
    Item,
    Target,
    TargetInUse,
    Category,
}

impl Subject {
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
            Self::Stimulus => "stimulus",
            Self::Attempts => "number of attempts",
            Self::Tries => "number of tries",
            Self::Penalty => "penalty for a wrong try",
            Self::HintCost => "cost of a hint",
            Self::Hint => "hint",
            Self::Misconception => "misconception",
            Self::WholeAnswer => "accepted answer that earns every point",
            Self::Point => "point",
            Self::Model => "model answer",
            Self::LeastWords => "least number of words",
            Self::MostWords => "greatest number of words",
            Self::Gap => "gap",
            Self::Gaps => "number of gaps",
            Self::GroupedGap => "gap that may change places",
            Self::GroupedGaps => "number of gaps that may change places",
            Self::GapWeight => "weight of a gap",
            Self::Region => "region",
            Self::Picture => "size of the picture",
            Self::Alt => "description of the picture",
            Self::Id => "id",
            Self::Item => "item",
            Self::Target | Self::TargetInUse => "target",
            Self::Category => "category",
        }
    }
}

impl fmt::Display for Violation {
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
            Self::PatternsAlone(lang) => write!(f, "in {lang} there are patterns and no answer"),
            Self::Unreachable(answer) => write!(f, "answer “{answer}” can never be given"),
            Self::PrerequisiteCycle(id) => write!(f, "concept {id} is its own prerequisite"),
            Self::Number(flaw) => flaw.fmt(f),
            Self::NoLastAttempt => {
                f.write_str("feedback after the last attempt, and no last attempt")
            }
            Self::Hints(found, first) => {
                write!(f, "{found} hints, where the first wording has {first}")
            }
            Self::Essay(flaw) => flaw.fmt(f),
            Self::Shape => f.write_str("the region is not inside the picture, or has no size"),
            Self::MissingGap(id) => write!(f, "no place for gap {id}"),
            Self::MixedGroup(id) => write!(
                f,
                "gap {id} can't change places with the one before it: they take different things"
            ),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Location::File => {}
            Location::Concept(n) => write!(f, "concept {}: ", n + 1)?,
            Location::Misconception(n) => write!(f, "misconception {}: ", n + 1)?,
            Location::Module(n) => write!(f, "module {}: ", n + 1)?,
            Location::Lesson => f.write_str("lesson: ")?,
            Location::Stimulus(n) => write!(f, "stimulus {}: ", n + 1)?,
            Location::Question(n)
            | Location::Choice(n, _)
            | Location::Key(n)
            | Location::Wording(n, ..)
            | Location::Gap(n, _) => {
                write!(f, "question {}: ", n + 1)?;
            }
        }
        self.flaw.fmt(f)
    }
}

/// A place that is only spoken of while a file is being checked.
pub(crate) type Spot<'a> = Location<&'a Lang>;

impl Spot<'_> {
    fn kept(self) -> Location {
        match self {
            Self::File => Location::File,
            Self::Concept(n) => Location::Concept(n),
            Self::Misconception(n) => Location::Misconception(n),
            Self::Module(n) => Location::Module(n),
            Self::Lesson => Location::Lesson,
            Self::Question(n) => Location::Question(n),
            Self::Choice(n, c) => Location::Choice(n, c),
            Self::Key(n) => Location::Key(n),
            Self::Wording(n, lang, w) => Location::Wording(n, *lang, w),
            Self::Stimulus(n) => Location::Stimulus(n),
            Self::Gap(n, g) => Location::Gap(n, g),
        }
    }
}

/// Who hears of broken rules. The author's tool wants to know everything of each; the client, where nothing is ever broken
/// unless a file is damaged, doesn't carry the words for it.
pub(crate) trait FaultSink {
    /// Hears of one.
    fn add(&mut self, spot: Spot<'_>, flaw: impl FnOnce() -> Violation);

    /// Hears what is wrong with a gap, which is checked as a question of its own would be.
    fn of_gap(&mut self, _: usize, check: impl FnOnce(&mut Self)) {
        check(self);
    }
}

impl FaultSink for Vec<Fault> {
    fn add(&mut self, spot: Spot<'_>, flaw: impl FnOnce() -> Violation) {
        self.push(Fault {
            place: spot.kept(),
            flaw: flaw(),
        });
    }

    fn of_gap(&mut self, gap: usize, check: impl FnOnce(&mut Self)) {
        let before = self.len();
        check(self);
        for fault in self.iter_mut().skip(before) {
            if let Location::Question(n) | Location::Key(n) | Location::Choice(n, _) = fault.place {
                fault.place = Location::Gap(n, gap);
            }
        }
    }
}

pub(crate) fn range(
    hearer: &mut impl FaultSink,
    spot: Spot<'_>,
    what: Subject,
    found: u64,
    range: std::ops::RangeInclusive<u64>,
) {
    if !range.contains(&found) {
        hearer.add(spot, || Violation::OutOfRange(what, found, range));
    }
}

/// Every language of the bank, and no other.
pub(crate) fn languages<T>(
    hearer: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in langs {
        if text.get(lang).is_none() {
            hearer.add(spot, || Violation::MissingLanguage(*lang));
        }
    }
    foreign(hearer, spot, langs, text);
}

/// No language that the bank doesn't have.
pub(crate) fn foreign<T>(
    hearer: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in text.langs() {
        if !langs.contains(lang) {
            hearer.add(spot, || Violation::ForeignLanguage(*lang));
        }
    }
}

fn words(
    hearer: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    what: Subject,
    text: &Localised<String>,
) {
    languages(hearer, spot, langs, text);
    for (_, words) in text.iter() {
        if words.trim().is_empty() {
            hearer.add(spot, || Violation::EmptyText(what));
        }
    }
}

/// Reports what comes twice; the second one is the fault.
pub(crate) fn twice<'a>(
    hearer: &mut impl FaultSink,
    what: Subject,
    ids: &mut dyn Iterator<Item = &'a str>,
    spot: impl Fn(usize) -> Spot<'a>,
) {
    for (n, id) in repeated(ids) {
        hearer.add(spot(n), || Violation::Twice(what, id.to_owned()));
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

pub(super) fn bank(hearer: &mut impl FaultSink, file: &BankFile) {
    let langs = &file.languages;
    if file.jalon != FORMAT {
        hearer.add(Location::File, || Violation::Format(file.jalon));
    }
    if langs.is_empty() {
        hearer.add(Location::File, || Violation::NoLanguage);
    }
    let mut ids = langs.iter().map(Lang::as_str);
    twice(hearer, Subject::Language, &mut ids, |_| Location::File);
    words(hearer, Location::File, langs, Subject::Title, &file.title);
    if file.modules.is_empty() {
        hearer.add(Location::File, || Violation::TooFew(Subject::Module, 1));
    }
    let mut ids = file.concepts.iter().map(|c| c.id.as_str());
    twice(hearer, Subject::Concept, &mut ids, Location::Concept);
    for (n, concept) in file.concepts.iter().enumerate() {
        words(
            hearer,
            Location::Concept(n),
            langs,
            Subject::Name,
            &concept.name,
        );
        prerequisites(hearer, file, n, concept);
    }
    let mut ids = file.modules.iter().map(|m| m.id.as_str());
    twice(hearer, Subject::Module, &mut ids, Location::Module);
    for (n, module) in file.modules.iter().enumerate() {
        let spot = Location::Module(n);
        words(hearer, spot, langs, Subject::Title, &module.title);
        languages(hearer, spot, langs, &module.track);
        range(hearer, spot, Subject::Pass, module.pass.into(), 1..=100);
        if let Some(draw) = module.draw {
            range(
                hearer,
                spot,
                Subject::Draw,
                draw.into(),
                1..=u16::MAX.into(),
            );
        }
        match module.attempts {
            Some(attempts) => range(hearer, spot, Subject::Attempts, attempts.into(), 1..=1000),
            None if module.feedback.when == When::AfterLastAttempt => {
                hearer.add(spot, || Violation::NoLastAttempt);
            }
            None => {}
        }
    }
}

/// Misconceptions have names. They matter to those who look at answers and to no learner, so the client doesn't ask.
pub(super) fn misconceptions(faults: &mut Vec<Fault>, file: &BankFile) {
    let mut ids = file.misconceptions.iter().map(|one| one.id.as_str());
    twice(
        faults,
        Subject::Misconception,
        &mut ids,
        Location::Misconception,
    );
    for (n, misconception) in file.misconceptions.iter().enumerate() {
        let (spot, name) = (Location::Misconception(n), &misconception.name);
        words(faults, spot, &file.languages, Subject::Name, name);
    }
}

/// The misconceptions that answers are tagged with exist.
pub(super) fn tags(faults: &mut Vec<Fault>, bank: &Bank, file: &ModuleFile) {
    for (n, question) in file.questions.iter().enumerate() {
        for id in question.body.misconceptions() {
            if bank.misconception(id).is_none() {
                faults.add(Location::Key(n), || {
                    Violation::Unknown(Subject::Misconception, id.to_string())
                });
            }
        }
    }
}

fn prerequisites(hearer: &mut impl FaultSink, file: &BankFile, n: usize, concept: &Concept) {
    let find = |id: &ConceptId| file.concepts.iter().find(|concept| concept.id == *id);
    for id in &concept.prerequisites {
        if find(id).is_none() {
            hearer.add(Location::Concept(n), || {
                Violation::Unknown(Subject::Concept, id.to_string())
            });
        }
    }
    let mut needed: Vec<&ConceptId> = Vec::new();
    let mut next: Vec<&ConceptId> = concept.prerequisites.iter().collect();
    while let Some(id) = next.pop() {
        if *id == concept.id {
            hearer.add(Location::Concept(n), || Violation::PrerequisiteCycle(*id));
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

pub(super) fn module(hearer: &mut impl FaultSink, bank: &Bank, file: &ModuleFile) {
    if file.jalon != FORMAT {
        hearer.add(Location::File, || Violation::Format(file.jalon));
    }
    match bank.module_info(&file.module) {
        None => hearer.add(Location::File, || {
            Violation::Unknown(Subject::Module, file.module.to_string())
        }),
        Some(info) => draw(hearer, info.draw, file.questions.len()),
    }
    if let Some(lesson) = &file.lesson {
        lesson_texts(hearer, bank.languages(), lesson);
    }
    if file.questions.is_empty() {
        hearer.add(Location::File, || Violation::TooFew(Subject::Question, 1));
    }
    let mut ids = file.questions.iter().map(|q| q.id.as_str());
    twice(hearer, Subject::Question, &mut ids, Location::Question);
    for (n, question) in file.questions.iter().enumerate() {
        self::question(hearer, bank, n, question);
    }
    stimuli(hearer, bank.languages(), file);
}

fn stimuli(hearer: &mut impl FaultSink, langs: &[Lang], file: &ModuleFile) {
    let mut ids = file.stimuli.iter().map(|stimulus| stimulus.id.as_str());
    twice(hearer, Subject::Stimulus, &mut ids, Location::Stimulus);
    for (n, stimulus) in file.stimuli.iter().enumerate() {
        let spot = Location::Stimulus(n);
        languages(hearer, spot, langs, &stimulus.text);
        for (_, text) in stimulus.text.iter() {
            if text.is_blank() {
                hearer.add(spot, || Violation::EmptyText(Subject::Stimulus));
            }
        }
    }
    for (n, question) in file.questions.iter().enumerate() {
        if let Some(id) = &question.stimulus
            && file.stimuli.iter().all(|stimulus| stimulus.id != *id)
        {
            hearer.add(Location::Question(n), || {
                Violation::Unknown(Subject::Stimulus, id.to_string())
            });
        }
    }
}

fn draw(hearer: &mut impl FaultSink, draw: Option<u16>, questions: usize) {
    if let Some(draw) = draw.filter(|&draw| usize::from(draw) > questions) {
        hearer.add(Location::File, || {
            Violation::OutOfRange(Subject::Draw, draw.into(), 1..=questions as u64)
        });
    }
}

fn lesson_texts(hearer: &mut impl FaultSink, langs: &[Lang], lesson: &super::Lesson) {
    let spot = Location::Lesson;
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
        words(hearer, spot, langs, Subject::Title, &block.title);
        languages(hearer, spot, langs, &block.text);
    }
    for callout in &lesson.callouts {
        words(hearer, spot, langs, Subject::Title, &callout.title);
        languages(hearer, spot, langs, &callout.text);
    }
}

fn question(hearer: &mut impl FaultSink, bank: &Bank, n: usize, question: &Question) {
    let (spot, langs) = (Location::Question(n), bank.languages());
    if question.tags.is_empty() {
        hearer.add(spot, || Violation::TooFew(Subject::Concept, 1));
    }
    let mut ids = question.tags.iter().map(|t| t.concept.as_str());
    twice(hearer, Subject::Concept, &mut ids, |_| spot);
    for tag in &question.tags {
        if bank.concept(&tag.concept).is_none() {
            hearer.add(spot, || {
                Violation::Unknown(Subject::Concept, tag.concept.to_string())
            });
        }
        range(hearer, spot, Subject::Weight, tag.weight.into(), 1..=100);
    }
    range(
        hearer,
        spot,
        Subject::Points,
        question.points.into(),
        1..=100,
    );
    let allowance = question.allowance;
    range(hearer, spot, Subject::Tries, allowance.tries.into(), 1..=20);
    range(
        hearer,
        spot,
        Subject::Penalty,
        allowance.penalty.into(),
        0..=100,
    );
    range(
        hearer,
        spot,
        Subject::HintCost,
        allowance.hint_cost.into(),
        0..=100,
    );
    languages(hearer, spot, langs, &question.wordings);
    // One explained and another not would leave the reader of one language without.
    let is_explained = question.is_explained();
    for (lang, wordings) in question.wordings.iter() {
        if wordings.is_empty() {
            hearer.add(spot, || Violation::MissingLanguage(*lang));
        }
        let mut ids = wordings.iter().map(|wording| wording.id.as_str());
        twice(hearer, Subject::Wording, &mut ids, |w| {
            Location::Wording(n, lang, w)
        });
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Location::Wording(n, lang, w);
            if wording.prompt.is_blank() {
                hearer.add(spot, || Violation::EmptyText(Subject::Prompt));
            }
            if is_explained && wording.explanation.is_blank() {
                hearer.add(spot, || Violation::EmptyText(Subject::Explanation));
            }
            hints(hearer, spot, wording, question.hint_count());
        }
    }
    question.body.check(hearer, langs, n, question);
}

/// Every wording has as many hints as the first one, so that a change of language or wording takes none away.
fn hints(hearer: &mut impl FaultSink, spot: Spot<'_>, wording: &Wording, expected: usize) {
    let found = wording.hints.len();
    if found != expected {
        hearer.add(spot, || Violation::Hints(found, expected));
    }
    for hint in &wording.hints {
        if hint.is_blank() {
            hearer.add(spot, || Violation::EmptyText(Subject::Hint));
        }
    }
}

/// Each wording has a text for every choice, and for no other.
pub(crate) fn choice_texts(
    hearer: &mut impl FaultSink,
    n: usize,
    question: &Question,
    parts: &[Part<'_>],
) {
    for (lang, wordings) in question.wordings.iter() {
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Location::Wording(n, lang, w);
            for Part { id, .. } in parts {
                match wording.choices.get(id) {
                    None => hearer.add(spot, || Violation::MissingChoice(*(*id))),
                    Some(text) if text.is_blank() => {
                        hearer.add(spot, || Violation::EmptyText(Subject::ChoiceText));
                    }
                    Some(_) => {}
                }
            }
            for (id, _) in wording.choices.iter() {
                if !parts.iter().any(|part| part.id == id) {
                    hearer.add(spot, || Violation::StrayChoice(*id));
                }
            }
        }
    }
}

/// A feedback, where there is one, is there in every language.
pub(crate) fn feedback<T>(
    hearer: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    if !text.is_empty() {
        languages(hearer, spot, langs, text);
    }
}
