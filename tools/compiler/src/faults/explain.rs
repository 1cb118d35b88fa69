//! Words for what the engine found.

use jalon_engine::bank::{Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::EssayFlaw;
use jalon_engine::kind::number::NumberFlaw;

use super::spot::{Spot, excerpt};
use crate::diagnostic::{Code, Diagnostic};
use crate::kind::part::PartName;
use crate::read::At;
use crate::suggest::{did_you_mean, one_of};
use jalon_draft::sources::Span;

/// The names that would have been right.
#[derive(Default)]
pub(crate) struct Known<'a> {
    pub(crate) concepts: &'a [&'a str],
    /// What the wordings of the question have texts for.
    pub(crate) parts: &'a [(PartName, &'a At<ChoiceId>)],
    pub(crate) stimuli: &'a [&'a str],
    pub(crate) misconceptions: &'a [&'a str],
    pub(crate) gaps: &'a [&'a str],
}

impl Known<'_> {
    /// The ids of the parts that are called so, or of all of them.
    fn parts(&self, called: Option<PartName>) -> Vec<&str> {
        let parts = self.parts.iter();
        let parts = parts.filter(|(name, _)| called.is_none_or(|called| called == *name));
        parts.map(|(_, at)| at.value.as_str()).collect()
    }

    /// What a part of that id is called, or would be.
    fn called(&self, id: &ChoiceId) -> Vec<PartName> {
        let own = self.parts.iter().find(|(_, at)| at.value == *id);
        let mut names: Vec<PartName> = match own {
            Some((name, _)) => vec![*name],
            None => self.parts.iter().map(|(name, _)| *name).collect(),
        };
        names.dedup();
        if names.is_empty() {
            names.push(PartName::Choice);
        }
        names
    }

    fn word(&self, id: &ChoiceId) -> String {
        let words: Vec<&str> = self.called(id).into_iter().map(PartName::word).collect();
        words.join(" or ")
    }

    /// A help for someone who looked for a thing by name.
    fn help(names: &[&str], found: &str, what: &str) -> String {
        did_you_mean(found, names.iter().copied(), || match names {
            [] => format!("there is no {what} yet"),
            names => format!("there are {}", one_of(names.iter().copied())),
        })
    }
}

/// A fault in words, at one of its places.
pub(crate) fn explain(flaw: &Violation, spot: Spot, known: &Known<'_>) -> Diagnostic {
    let (code, message) = (code(flaw), message(flaw, known));
    let problem = Diagnostic::new(code, spot.span, message).maybe_help(help(flaw, known));
    match spot.see {
        Some((span, what)) => problem.label(span, what),
        None => problem,
    }
}

fn code(flaw: &Violation) -> Code {
    match flaw {
        Violation::NoLanguage | Violation::TooFew(..) | Violation::PatternsAlone(_) => Code::TooFew,
        Violation::TooMany(..) => Code::OutOfRange,
        Violation::Twice(Subject::TargetInUse, _) => Code::Contradiction,
        Violation::Twice(..) => Code::Duplicate,
        Violation::Unknown(Subject::Concept, _) => Code::UnknownConcept,
        Violation::Unknown(Subject::Module, _) => Code::MissingModule,
        Violation::Unknown(Subject::Stimulus, _) => Code::UnknownStimulus,
        Violation::Unknown(Subject::Misconception, _) => Code::UnknownMisconception,
        Violation::Unknown(Subject::Gap, _) => Code::UnknownGap,
        Violation::MissingGap(_) => Code::MissingGap,
        Violation::MixedGroup(_) => Code::Contradiction,
        Violation::Shape => Code::OutOfRange,
        Violation::Unknown(..) | Violation::StrayChoice(_) => Code::UnknownChoice,
        Violation::MissingLanguage(_) => Code::MissingLanguage,
        Violation::ForeignLanguage(_) => Code::UnknownLanguage,
        Violation::EmptyText(_) => Code::EmptyText,
        Violation::OutOfRange(..) | Violation::Weight(..) | Violation::KeyWeight(_) => {
            Code::OutOfRange
        }
        Violation::MissingChoice(_) => Code::MissingChoice,
        Violation::Unreachable(_) => Code::UnreachableAnswer,
        Violation::PrerequisiteCycle(_) => Code::PrerequisiteCycle,
        Violation::Number(NumberFlaw::RightAndWrong(_)) => Code::Contradiction,
        Violation::Number(_) | Violation::Essay(EssayFlaw::Words) => Code::OutOfRange,
        Violation::Essay(EssayFlaw::MissingPoint(_)) => Code::MissingPoint,
        Violation::Essay(EssayFlaw::StrayPoint(_)) => Code::UnknownPoint,
        Violation::NoLastAttempt => Code::MissingKey,
        Violation::Hints(..) => Code::Contradiction,
        // Another format, and rules to come.
        _ => Code::InvalidBank,
    }
}

fn message(flaw: &Violation, known: &Known<'_>) -> String {
    match flaw {
        Violation::Twice(Subject::TargetInUse, id) => {
            format!("target `{id}` is right for two items, but can be given once")
        }
        Violation::NoLanguage => "a bank has at least one language, found none".to_owned(),
        Violation::Twice(what, id) => format!("{} `{id}` is there twice", what.word()),
        Violation::Unknown(what, id) => format!("there is no {} `{id}`", what.word()),
        Violation::MissingLanguage(lang) => format!("there is nothing in `{lang}`"),
        Violation::TooFew(what, least) => format!(
            "expected at least {least} {}, found fewer",
            plural(*what, *least)
        ),
        Violation::TooMany(what, most) => {
            format!(
                "expected at most {most} {}, found more",
                plural(*what, *most)
            )
        }
        Violation::OutOfRange(what, found, range) => {
            format!(
                "the {} is {found}, expected {} to {}",
                what.word(),
                range.start(),
                range.end()
            )
        }
        Violation::Weight(id, range) => format!(
            "the weight of choice `{id}` is out of range, expected {} to {} percent",
            range.start(),
            range.end()
        ),
        Violation::KeyWeight(sum) => {
            format!("the choices of the key weigh {sum} percent together, expected 100")
        }
        Violation::MissingChoice(id) => {
            format!("this wording has no text for {} `{id}`", known.word(id))
        }
        Violation::StrayChoice(id) => format!("the question has no {} `{id}`", known.word(id)),
        Violation::PatternsAlone(lang) => {
            format!(
                "the answers in `{lang}` are all patterns, so there is none to show to a learner"
            )
        }
        Violation::Unreachable(answer) => {
            format!("no learner can give the answer `{}`", excerpt(answer))
        }
        Violation::PrerequisiteCycle(id) => {
            format!("concept `{id}` is, in the end, its own prerequisite")
        }
        Violation::MissingGap(id) => format!("this wording has no place for gap `{id}`"),
        Violation::MixedGroup(id) => format!(
            "gap `{id}` can't change places with the others: all of them take texts, or all take numbers"
        ),
        Violation::Shape => "a region is inside its picture, and has a size".to_owned(),
        Violation::NoLastAttempt => {
            "feedback comes after the last attempt, and nothing says which one that is".to_owned()
        }
        Violation::Hints(found, first) => {
            format!(
                "the number of hints in this wording is {found}, in the question's first one {first}"
            )
        }
        // The engine's own words are enough.
        _ => flaw.to_string(),
    }
}

fn plural(what: Subject, number: usize) -> String {
    match (what, number) {
        (Subject::WholeAnswer, _) => what.word().to_owned(),
        (Subject::KeyChoice, _) => "choice in the key".to_owned(),
        (Subject::GroupedGap, _) => "gaps that may change places".to_owned(),
        (Subject::Synonym, _) => "names of one thing".to_owned(),
        (Subject::Category, 2..) => "categories".to_owned(),
        (what, 1) => what.word().to_owned(),
        (what, _) => format!("{}s", what.word()),
    }
}

fn help(flaw: &Violation, known: &Known<'_>) -> Option<String> {
    let text = match flaw {
        Violation::Unknown(Subject::Concept, id) => {
            return Some(Known::help(known.concepts, id, "concept"));
        }
        Violation::Unknown(Subject::Gap, id) => return Some(Known::help(known.gaps, id, "gap")),
        Violation::MissingGap(id) => {
            return Some(format!("write {{{{{id}}}}} where it belongs in the text"));
        }
        Violation::Unknown(what @ (Subject::Choice | Subject::Target | Subject::Category), id) => {
            let called = match what {
                Subject::Target => PartName::Target,
                Subject::Category => PartName::Category,
                _ => PartName::Choice,
            };
            let names = known.parts(Some(called));
            return Some(Known::help(&names, id, called.word()));
        }
        Violation::Unknown(Subject::Stimulus, id) => {
            return Some(Known::help(
                known.stimuli,
                id,
                "[[stimulus]] in this module",
            ));
        }
        Violation::Unknown(Subject::Misconception, id) => {
            return Some(Known::help(known.misconceptions, id, "misconception"));
        }
        Violation::PatternsAlone(lang) => {
            return Some(format!(
                "add an answer as it should be written: {lang} = [\"...\", {{ wildcard = \"...\" }}]"
            ));
        }
        Violation::Essay(EssayFlaw::StrayPoint(id)) => {
            return Some(Known::help(&known.parts(None), id.as_str(), "point"));
        }
        Violation::Essay(EssayFlaw::MissingPoint(id)) => {
            return Some(format!("add points.{id} = \"...\""));
        }
        Violation::Essay(EssayFlaw::Words) => {
            "say it with min-words below max-words, or with one of them"
        }
        Violation::TooFew(Subject::Point, _) => {
            "each point has a heading [[question.point]] and an id"
        }
        Violation::StrayChoice(id) => return Some(stray(id, known)),
        Violation::MissingLanguage(lang) => {
            return Some(format!(
                "write it in `{lang}` too: every text is in every language of the bank"
            ));
        }
        Violation::MissingChoice(id) => {
            let called = known.called(id);
            let texts = called.first().map_or("", |name| name.texts());
            return Some(format!("add {texts}.{id} = \"...\""));
        }
        Violation::Twice(Subject::TargetInUse, _) => {
            "write uses = \"often\" if a target can be right for several items"
        }
        Violation::TooFew(Subject::Item, _) => {
            "each item has a heading [[question.item]] and an id"
        }
        Violation::TooFew(Subject::Target, _) => {
            "each target has a heading [[question.target]] and an id"
        }
        Violation::TooFew(Subject::Category, _) => {
            "each category has a heading [[question.category]] and an id"
        }
        Violation::TooMany(..) => "nobody reads so many; make several questions of it",
        Violation::NoLanguage => "languages = [\"en\", \"fr\"]",
        Violation::Twice(Subject::Unit, _) => "take it out: each name is of one unit",
        Violation::TooFew(Subject::Unit, _) => {
            "each unit has a heading [[question.unit]] and a name"
        }
        Violation::Twice(Subject::Gap, _) => "each gap has one id, and appears once in each text",
        Violation::Twice(Subject::GroupedGap, _) => {
            "take one of them out: a gap is in one group at most"
        }
        Violation::TooFew(Subject::Gap, _) => "each gap has a heading [[question.gap]] and an id",
        Violation::TooFew(Subject::GroupedGap, _) => {
            "name the gaps that change places with one another: any-order = [[\"first\", \"second\"]]"
        }
        Violation::MixedGroup(_) => "leave it out of `any-order`; lists keep their place",
        Violation::Shape => {
            "rect = [left, top, width, height]: left and width make 100 at most, and so do top and height"
        }
        Violation::Twice(Subject::Wording, _) => {
            "rename one of them, or leave all ids of wordings out"
        }
        Violation::Twice(..) => "rename one of them, or take it out",
        Violation::TooFew(Subject::Choice, _) => {
            "each choice has a heading [[question.choice]] and an id"
        }
        Violation::TooFew(Subject::KeyChoice, _) => "name the right choice: key = \"its-id\"",
        Violation::TooFew(Subject::WholeAnswer, _) => {
            "in each language, or under `any`, one answer that is no pattern has no credit of its own"
        }
        Violation::TooFew(Subject::Synonym, _) => {
            "write every name of it in one list: synonyms = [[\"norm\", \"standard\"]]"
        }
        Violation::TooFew(Subject::RequiredWord, _) => {
            "each list has the words of which one has to be there: required = [[\"risk\"], [\"owner\", \"holder\"]]"
        }
        Violation::TooFew(Subject::Concept, _) => {
            "name what the question tests, by the id of a concept in bank.toml"
        }
        Violation::TooFew(Subject::Module, _) => {
            "name the files, without .toml: modules = [\"first-steps\"]"
        }
        Violation::EmptyText(_) => "write the text, or take the key out if it is optional",
        Violation::OutOfRange(Subject::Draw, ..) => {
            "a checkpoint can't ask more questions than the module has"
        }
        Violation::OutOfRange(Subject::Attempts, ..) => {
            "leave `attempts` out for as many as learners like"
        }
        Violation::OutOfRange(Subject::Tries, ..) => "tries = 1 is the usual one: no second try",
        Violation::OutOfRange(Subject::Penalty | Subject::HintCost, ..) => {
            "it is in percent of the points: 0 costs nothing, 100 all of them"
        }
        Violation::OutOfRange(Subject::LeastPicks | Subject::MostPicks, ..) => {
            "the right choices, all of them and no others, have to be a response that may be given"
        }
        Violation::Weight(..) => {
            "the key earns everything: its choices weigh more than nothing, the others no more than nothing (where one is picked, less than 100)"
        }
        Violation::KeyWeight(_) => "the key earns everything: its weights add up to 100",
        Violation::Unreachable(_) => {
            "an answer has 1 to 200 characters, a letter or a digit among them, and is not a listed wrong answer"
        }
        Violation::PrerequisiteCycle(_) => "take one of the prerequisites on the way out",
        Violation::Number(flaw) => number(flaw)?,
        Violation::NoLastAttempt => {
            "add attempts = 3 to the module, or say when = \"after-submit\""
        }
        Violation::Hints(..) => {
            "write as many hints in every wording: a learner who changes language keeps those on screen"
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// A flaw of a key that is a number, where the author's tool finds it before the engine does.
pub(crate) fn of_number(flaw: &NumberFlaw, span: Span) -> Diagnostic {
    let flaw = Violation::Number(flaw.clone());
    let problem = Diagnostic::new(code(&flaw), span, message(&flaw, &Known::default()));
    problem.maybe_help(help(&flaw, &Known::default()))
}

fn number(flaw: &NumberFlaw) -> Option<&'static str> {
    Some(match flaw {
        NumberFlaw::NegativeTolerance(_) => "say how far away is near enough: 0.5, or \"2%\"",
        NumberFlaw::UpsideDown => "put the smaller number into `from`",
        NumberFlaw::ShareOfZero => "say how far away is near enough as a number: within = 0.5",
        NumberFlaw::Figures(_) => "figures = 3 takes 9.81 for 9.8123",
        NumberFlaw::Multiplier(_) => "units are counted on one scale: 1000 for km beside 1 for m",
        NumberFlaw::RightAndWrong(_) => "take it out, or make the key's tolerance smaller",
        _ => return None,
    })
}

fn stray(id: &ChoiceId, known: &Known<'_>) -> String {
    match known.parts(None).as_slice() {
        [] => "questions of this kind have no choices; take the text out".to_owned(),
        names => Known::help(names, id.as_str(), &known.word(id)),
    }
}
