//! Broken rules: what is wrong, where, and who is told. The rules themselves stand with what they are about.

use std::fmt;

use crate::format::FORMAT;
use crate::id::{ChoiceId, ConceptId, GapId};
use crate::lang::Lang;

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

/// What can be wrong with a key that is a number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberFlaw {
    /// The tolerance is less than zero.
    NegativeTolerance(String),
    /// The range ends before it starts.
    UpsideDown,
    /// A share or the figures of zero, which has none.
    ShareOfZero,
    /// A number of figures that is not from 1 to 15.
    Figures(u64),
    /// A unit that is not more than zero.
    Multiplier(String),
    /// A listed wrong answer that the key accepts.
    RightAndWrong(String),
}

impl fmt::Display for NumberFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NegativeTolerance(found) => {
                write!(f, "the tolerance is {found}, expected 0 or more")
            }
            Self::UpsideDown => f.write_str("the range ends before it starts"),
            Self::ShareOfZero => {
                f.write_str("the key is 0, of which there are no shares and no figures")
            }
            Self::Figures(found) => write!(f, "the number of figures is {found}, expected 1 to 15"),
            Self::Multiplier(unit) => {
                write!(f, "one of the unit counts {unit}, expected more than 0")
            }
            Self::RightAndWrong(answer) => {
                write!(f, "`{answer}` is listed as wrong, but the key accepts it")
            }
        }
    }
}

/// What can be wrong with an essay alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EssayFlaw {
    /// The fewest words advised are not fewer than the most.
    Words,
    /// A wording has no text for a point.
    MissingPoint(ChoiceId),
    /// A wording has a text for a point that doesn't exist.
    StrayPoint(ChoiceId),
}

impl fmt::Display for EssayFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words => f.write_str("the fewest words advised are not fewer than the most"),
            Self::MissingPoint(id) => write!(f, "this wording has no text for point `{id}`"),
            Self::StrayPoint(id) => write!(f, "the question has no point `{id}`"),
        }
    }
}
