//! Words for what the engine found.

use jalon_engine::bank::{Flaw, What};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::EssayFlaw;
use jalon_engine::kind::number::NumberFlaw;

use crate::diagnostic::{Code, Diagnostic};
use crate::faults::Spot;
use crate::kind::PartName;
use crate::read::At;
use crate::sources::Span;
use crate::suggest::{did_you_mean, one_of};

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
pub(crate) fn explain(flaw: &Flaw, spot: Spot, known: &Known<'_>) -> Diagnostic {
    let (code, message) = (code(flaw), message(flaw, known));
    let problem = Diagnostic::new(code, spot.span, message).maybe_help(help(flaw, known));
    match spot.see {
        Some((span, what)) => problem.label(span, what),
        None => problem,
    }
}

fn code(flaw: &Flaw) -> Code {
    match flaw {
        Flaw::Format(_) => Code::InvalidBank,
        Flaw::NoLanguage | Flaw::TooFew(..) | Flaw::PatternsAlone(_) => Code::TooFew,
        Flaw::TooMany(..) => Code::OutOfRange,
        Flaw::Twice(What::TargetInUse, _) => Code::Contradiction,
        Flaw::Twice(..) => Code::Duplicate,
        Flaw::Unknown(What::Concept, _) => Code::UnknownConcept,
        Flaw::Unknown(What::Module, _) => Code::MissingModule,
        Flaw::Unknown(What::Stimulus, _) => Code::UnknownStimulus,
        Flaw::Unknown(What::Misconception, _) => Code::UnknownMisconception,
        Flaw::Unknown(What::Gap, _) => Code::UnknownGap,
        Flaw::MissingGap(_) => Code::MissingGap,
        Flaw::MixedGroup(_) => Code::Contradiction,
        Flaw::Shape => Code::OutOfRange,
        Flaw::Unknown(..) | Flaw::StrayChoice(_) => Code::UnknownChoice,
        Flaw::MissingLanguage(_) => Code::MissingLanguage,
        Flaw::ForeignLanguage(_) => Code::UnknownLanguage,
        Flaw::EmptyText(_) => Code::EmptyText,
        Flaw::OutOfRange(..) | Flaw::Weight(..) | Flaw::KeyWeight(_) => Code::OutOfRange,
        Flaw::MissingChoice(_) => Code::MissingChoice,
        Flaw::Unreachable(_) => Code::UnreachableAnswer,
        Flaw::PrerequisiteCycle(_) => Code::PrerequisiteCycle,
        Flaw::Number(NumberFlaw::RightAndWrong(_)) => Code::Contradiction,
        Flaw::Number(_) | Flaw::Essay(EssayFlaw::Words) => Code::OutOfRange,
        Flaw::Essay(EssayFlaw::MissingPoint(_)) => Code::MissingPoint,
        Flaw::Essay(EssayFlaw::StrayPoint(_)) => Code::UnknownPoint,
        Flaw::NoLastAttempt => Code::MissingKey,
        Flaw::Hints(..) => Code::Contradiction,
    }
}

fn message(flaw: &Flaw, known: &Known<'_>) -> String {
    match flaw {
        Flaw::Twice(What::TargetInUse, id) => {
            format!("target `{id}` is right for two items, but can be given once")
        }
        Flaw::NoLanguage => "a bank has at least one language, found none".to_owned(),
        Flaw::Twice(what, id) => format!("{} `{id}` is there twice", what.word()),
        Flaw::Unknown(what, id) => format!("there is no {} `{id}`", what.word()),
        Flaw::MissingLanguage(lang) => format!("there is nothing in `{lang}`"),
        Flaw::TooFew(what, least) => format!(
            "expected at least {least} {}, found fewer",
            plural(*what, *least)
        ),
        Flaw::TooMany(what, most) => {
            format!(
                "expected at most {most} {}, found more",
                plural(*what, *most)
            )
        }
        Flaw::OutOfRange(what, found, range) => {
            format!(
                "the {} is {found}, expected {} to {}",
                what.word(),
                range.start(),
                range.end()
            )
        }
        Flaw::Weight(id, range) => format!(
            "the weight of choice `{id}` is out of range, expected {} to {} percent",
            range.start(),
            range.end()
        ),
        Flaw::KeyWeight(sum) => {
            format!("the choices of the key weigh {sum} percent together, expected 100")
        }
        Flaw::MissingChoice(id) => {
            format!("this wording has no text for {} `{id}`", known.word(id))
        }
        Flaw::StrayChoice(id) => format!("the question has no {} `{id}`", known.word(id)),
        Flaw::PatternsAlone(lang) => {
            format!(
                "the answers in `{lang}` are all patterns, so there is none to show to a learner"
            )
        }
        Flaw::Unreachable(answer) => {
            format!("no learner can give the answer `{}`", excerpt(answer))
        }
        Flaw::PrerequisiteCycle(id) => {
            format!("concept `{id}` is, in the end, its own prerequisite")
        }
        Flaw::MissingGap(id) => format!("this wording has no place for gap `{id}`"),
        Flaw::MixedGroup(id) => format!(
            "gap `{id}` can't change places with the others: all of them take texts, or all take numbers"
        ),
        Flaw::Shape => "a region is inside its picture, and has a size".to_owned(),
        Flaw::NoLastAttempt => {
            "feedback comes after the last attempt, and nothing says which one that is".to_owned()
        }
        Flaw::Hints(found, first) => {
            format!(
                "the number of hints in this wording is {found}, in the question's first one {first}"
            )
        }
        Flaw::Format(_)
        | Flaw::ForeignLanguage(_)
        | Flaw::EmptyText(_)
        | Flaw::Number(_)
        | Flaw::Essay(_) => flaw.to_string(),
    }
}

/// The start of a text that may be long.
pub(crate) fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn plural(what: What, number: usize) -> String {
    match (what, number) {
        (What::WholeAnswer, _) => what.word().to_owned(),
        (What::KeyChoice, _) => "choice in the key".to_owned(),
        (What::GroupedGap, _) => "gaps that may change places".to_owned(),
        (What::Synonym, _) => "names of one thing".to_owned(),
        (What::Category, 2..) => "categories".to_owned(),
        (what, 1) => what.word().to_owned(),
        (what, _) => format!("{}s", what.word()),
    }
}

fn help(flaw: &Flaw, known: &Known<'_>) -> Option<String> {
    let text = match flaw {
        Flaw::Unknown(What::Concept, id) => {
            return Some(Known::help(known.concepts, id, "concept"));
        }
        Flaw::Unknown(What::Gap, id) => return Some(Known::help(known.gaps, id, "gap")),
        Flaw::MissingGap(id) => {
            return Some(format!("write {{{{{id}}}}} where it belongs in the text"));
        }
        Flaw::Unknown(what @ (What::Choice | What::Target | What::Category), id) => {
            let called = match what {
                What::Target => PartName::Target,
                What::Category => PartName::Category,
                _ => PartName::Choice,
            };
            let names = known.parts(Some(called));
            return Some(Known::help(&names, id, called.word()));
        }
        Flaw::Unknown(What::Stimulus, id) => {
            return Some(Known::help(
                known.stimuli,
                id,
                "[[stimulus]] in this module",
            ));
        }
        Flaw::Unknown(What::Misconception, id) => {
            return Some(Known::help(known.misconceptions, id, "misconception"));
        }
        Flaw::PatternsAlone(lang) => {
            return Some(format!(
                "add an answer as it should be written: {lang} = [\"...\", {{ wildcard = \"...\" }}]"
            ));
        }
        Flaw::Essay(EssayFlaw::StrayPoint(id)) => {
            return Some(Known::help(&known.parts(None), id.as_str(), "point"));
        }
        Flaw::Essay(EssayFlaw::MissingPoint(id)) => {
            return Some(format!("add points.{id} = \"...\""));
        }
        Flaw::Essay(EssayFlaw::Words) => {
            "say it with min-words below max-words, or with one of them"
        }
        Flaw::TooFew(What::Point, _) => "each point has a heading [[question.point]] and an id",
        Flaw::StrayChoice(id) => return Some(stray(id, known)),
        Flaw::MissingLanguage(lang) => {
            return Some(format!(
                "write it in `{lang}` too: every text is in every language of the bank"
            ));
        }
        Flaw::MissingChoice(id) => {
            let called = known.called(id);
            let texts = called.first().map_or("", |name| name.texts());
            return Some(format!("add {texts}.{id} = \"...\""));
        }
        Flaw::Twice(What::TargetInUse, _) => {
            "write uses = \"often\" if a target can be right for several items"
        }
        Flaw::TooFew(What::Item, _) => "each item has a heading [[question.item]] and an id",
        Flaw::TooFew(What::Target, _) => "each target has a heading [[question.target]] and an id",
        Flaw::TooFew(What::Category, _) => {
            "each category has a heading [[question.category]] and an id"
        }
        Flaw::TooMany(..) => "nobody reads so many; make several questions of it",
        Flaw::NoLanguage => "languages = [\"en\", \"fr\"]",
        Flaw::Twice(What::Unit, _) => "take it out: each name is of one unit",
        Flaw::TooFew(What::Unit, _) => "each unit has a heading [[question.unit]] and a name",
        Flaw::Twice(What::Gap, _) => "each gap has one id, and stands once in each text",
        Flaw::Twice(What::GroupedGap, _) => "take one of them out: a gap is in one group at most",
        Flaw::TooFew(What::Gap, _) => "each gap has a heading [[question.gap]] and an id",
        Flaw::TooFew(What::GroupedGap, _) => {
            "name the gaps that change places with one another: any-order = [[\"first\", \"second\"]]"
        }
        Flaw::MixedGroup(_) => "leave it out of `any-order`; lists keep their place",
        Flaw::Shape => {
            "rect = [left, top, width, height]: left and width make 100 at most, and so do top and height"
        }
        Flaw::Twice(What::Wording, _) => "rename one of them, or leave all ids of wordings out",
        Flaw::Twice(..) => "rename one of them, or take it out",
        Flaw::TooFew(What::Choice, _) => "each choice has a heading [[question.choice]] and an id",
        Flaw::TooFew(What::KeyChoice, _) => "name the right choice: key = \"its-id\"",
        Flaw::TooFew(What::WholeAnswer, _) => {
            "in each language, or under `any`, one answer that is no pattern has no credit of its own"
        }
        Flaw::TooFew(What::Synonym, _) => {
            "write every name of it in one list: synonyms = [[\"norm\", \"standard\"]]"
        }
        Flaw::TooFew(What::RequiredWord, _) => {
            "each list has the words of which one has to be there: required = [[\"risk\"], [\"owner\", \"holder\"]]"
        }
        Flaw::TooFew(What::Concept, _) => {
            "name what the question tests, by the id of a concept in bank.toml"
        }
        Flaw::TooFew(What::Module, _) => {
            "name the files, without .toml: modules = [\"first-steps\"]"
        }
        Flaw::EmptyText(_) => "write the text, or take the key out if it is optional",
        Flaw::OutOfRange(What::Draw, ..) => {
            "a checkpoint can't ask more questions than the module has"
        }
        Flaw::OutOfRange(What::Attempts, ..) => "leave `attempts` out for as many as learners like",
        Flaw::OutOfRange(What::Tries, ..) => "tries = 1 is the usual one: no second try",
        Flaw::OutOfRange(What::Penalty | What::HintCost, ..) => {
            "it is in percent of the points: 0 costs nothing, 100 all of them"
        }
        Flaw::OutOfRange(What::LeastPicks | What::MostPicks, ..) => {
            "the right choices, all of them and no others, have to be a response that may be given"
        }
        Flaw::Weight(..) => {
            "the key earns everything: its choices weigh more than nothing, the others no more than nothing (where one is picked, less than 100)"
        }
        Flaw::KeyWeight(_) => "the key earns everything: its weights add up to 100",
        Flaw::Unreachable(_) => {
            "an answer has 1 to 200 characters, a letter or a digit among them, and is not a listed wrong answer"
        }
        Flaw::PrerequisiteCycle(_) => "take one of the prerequisites on the way out",
        Flaw::Number(flaw) => number(flaw),
        Flaw::NoLastAttempt => "add attempts = 3 to the module, or say when = \"after-submit\"",
        Flaw::Hints(..) => {
            "write as many hints in every wording: a learner who changes language keeps those on screen"
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// A flaw of a key that is a number, where the author's tool finds it before the engine does.
pub(crate) fn of_number(flaw: &NumberFlaw, span: Span) -> Diagnostic {
    let flaw = Flaw::Number(flaw.clone());
    let problem = Diagnostic::new(code(&flaw), span, message(&flaw, &Known::default()));
    problem.maybe_help(help(&flaw, &Known::default()))
}

fn number(flaw: &NumberFlaw) -> &'static str {
    match flaw {
        NumberFlaw::NegativeTolerance(_) => "say how far away is near enough: 0.5, or \"2%\"",
        NumberFlaw::UpsideDown => "put the smaller number into `from`",
        NumberFlaw::ShareOfZero => "say how far away is near enough as a number: within = 0.5",
        NumberFlaw::Figures(_) => "figures = 3 takes 9.81 for 9.8123",
        NumberFlaw::Multiplier(_) => "units are counted on one scale: 1000 for km beside 1 for m",
        NumberFlaw::RightAndWrong(_) => "take it out, or make the key's tolerance smaller",
    }
}

fn stray(id: &ChoiceId, known: &Known<'_>) -> String {
    match known.parts(None).as_slice() {
        [] => "questions of this kind have no choices; take the text out".to_owned(),
        names => Known::help(names, id.as_str(), &known.word(id)),
    }
}
