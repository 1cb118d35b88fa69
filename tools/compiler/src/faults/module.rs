//! Faults of a module.

use jalon_engine::bank::{Bank, Fault, Location, Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::EssayFlaw;
use jalon_engine::lang::Lang;

use super::explain::{Known, explain};
use super::spot::{Spot, blank, lacking, twice};
use crate::diagnostic::Diagnostic;
use crate::kind::part::PartName;
use crate::markdown;
use crate::read::{At, Tried};
use crate::source::module::Module;
use crate::source::question::{Question, Wording};

/// The problems behind the faults of a module. `places` says where each question that the engine saw is in the source.
pub(crate) fn of_module(
    module: &Module,
    places: &[usize],
    bank: &Bank,
    faults: &[Fault],
) -> Vec<Diagnostic> {
    let concepts: Vec<&str> = bank.concepts().iter().map(|one| one.id.as_str()).collect();
    let stimuli = module.stimuli().iter().filter_map(|one| one.id.as_ref());
    let stimuli: Vec<&str> = stimuli.map(|id| id.value.as_str()).collect();
    let misconceptions: Vec<&str> = bank
        .file()
        .misconceptions
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    let mut problems = Vec::new();
    for fault in faults {
        let question =
            self::question(&fault.place).and_then(|n| module.questions().get(*places.get(n)?));
        let kind = question.and_then(|question| question.kind.as_ref());
        let (parts, gaps) = (
            kind.map(|kind| kind.parts()),
            kind.and_then(|kind| kind.gap_ids()),
        );
        let known = Known {
            concepts: &concepts,
            parts: parts.as_deref().unwrap_or_default(),
            stimuli: &stimuli,
            misconceptions: &misconceptions,
            gaps: gaps.as_deref().unwrap_or_default(),
        };
        let spots = match question {
            Some(question) => match &fault.flaw {
                Violation::OutOfRange(
                    Subject::Tries | Subject::Penalty | Subject::HintCost,
                    ..,
                ) => of_allowance(module, question, &fault.flaw),
                _ => in_question(question, fault),
            },
            None => in_file(module, fault),
        };
        problems.extend(
            spots
                .into_iter()
                .map(|spot| explain(&fault.flaw, spot, &known)),
        );
    }
    problems
}

/// The question that a fault is about, as the engine counts.
pub(crate) fn question(place: &Location) -> Option<usize> {
    match place {
        Location::Question(n)
        | Location::Choice(n, _)
        | Location::Key(n)
        | Location::Wording(n, ..)
        | Location::Gap(n, _) => Some(*n),
        Location::File
        | Location::Concept(_)
        | Location::Module(_)
        | Location::Lesson
        | Location::Misconception(_)
        | Location::Stimulus(_) => None,
    }
}

fn in_file(module: &Module, fault: &Fault) -> Vec<Spot> {
    let lesson = || module.lesson.iter();
    match (&fault.place, &fault.flaw) {
        (Location::File, Violation::OutOfRange(Subject::Draw, ..)) => {
            Spot::list(module.draw.map(|draw| draw.span))
        }
        (Location::File, Violation::TooFew(Subject::Question, _)) => {
            let read = module.questions.as_ref();
            Spot::list(
                read.filter(|questions| questions.is_empty())
                    .map(|_| module.span),
            )
        }
        (Location::Lesson, Violation::MissingLanguage(lang)) => lacking(
            lesson().flat_map(|lesson| lesson.texts().chain(lesson.titles())),
            lang,
        ),
        (Location::Stimulus(_), Violation::Twice(_, id)) => twice(
            module.stimuli().iter().filter_map(|one| one.id.as_ref()),
            id,
        ),
        (Location::Stimulus(n), flaw) => {
            let text = module.stimuli().get(*n).and_then(|one| one.text.as_ref());
            match flaw {
                Violation::MissingLanguage(lang) => lacking(text, lang),
                Violation::EmptyText(_) => blank(text),
                _ => Vec::new(),
            }
        }
        (Location::Lesson, Violation::EmptyText(_)) => {
            blank(lesson().flat_map(|lesson| lesson.titles()))
        }
        _ => Vec::new(),
    }
}

fn in_question(question: &Question, fault: &Fault) -> Vec<Spot> {
    match (&fault.place, &fault.flaw) {
        (Location::Wording(_, lang, at), flaw) => {
            let wording = question.wording(lang, *at);
            wording.map_or_else(Vec::new, |wording| {
                in_wording(question, lang, wording, flaw)
            })
        }
        (Location::Question(_), flaw) => {
            let mut spots = of_question(question, flaw);
            spots.extend(in_kind(question, fault));
            spots
        }
        _ => in_kind(question, fault),
    }
}

fn in_kind(question: &Question, fault: &Fault) -> Vec<Spot> {
    question
        .kind
        .as_ref()
        .map_or_else(Vec::new, |kind| kind.locate(&fault.place, &fault.flaw))
}

fn of_question(question: &Question, flaw: &Violation) -> Vec<Spot> {
    let concepts = question.common.concepts.as_ref();
    let tags = || concepts.iter().flat_map(|concepts| &concepts.entries);
    match flaw {
        Violation::TooFew(Subject::Concept, _) => {
            let empty = concepts.filter(|concepts| concepts.entries.is_empty());
            Spot::list(empty.map(|concepts| concepts.span))
        }
        Violation::Twice(Subject::Concept, id) => twice(tags().map(|(concept, _)| concept), id),
        Violation::Unknown(Subject::Concept, id) => {
            let named = tags().filter(|(concept, _)| concept.value.as_str() == id);
            Spot::list(named.map(|(concept, _)| concept.span))
        }
        Violation::Unknown(Subject::Stimulus, _) => {
            Spot::list(question.common.stimulus.as_ref().map(|id| id.span))
        }
        Violation::OutOfRange(Subject::Weight, _, range) => {
            let weights = tags().filter_map(|(_, weight)| weight.as_ref());
            Spot::list(
                weights
                    .filter(|w| !range.contains(&w.value))
                    .map(|weight| weight.span),
            )
        }
        Violation::OutOfRange(Subject::Points, ..) => {
            Spot::list(question.common.points.map(|points| points.span))
        }
        Violation::MissingLanguage(lang) => {
            let written = question
                .wordings
                .entries
                .iter()
                .find(|(other, _)| other.value == *lang);
            match written {
                None => Spot::list([question.span()]),
                Some((key, Some(wordings))) if wordings.is_empty() => Spot::list([key.span]),
                Some(_) => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// A wording that doesn't explain the key, beside one that does.
fn unexplained(question: &Question, wording: &Wording) -> Vec<Spot> {
    let mut all = question.wordings.values().flat_map(|(_, all)| all);
    let other = all.find_map(|other| other.explanation.as_ref());
    vec![Spot {
        span: wording.span,
        see: other.map(|raw| (raw.span, "another wording explains")),
    }]
}

fn in_wording(question: &Question, lang: &Lang, wording: &Wording, flaw: &Violation) -> Vec<Spot> {
    let texts = || wording.texts().map(|(_, text)| text);
    let empty = |raw: Option<&crate::read::Raw>| {
        Spot::list(raw.filter(|raw| raw.is_blank()).map(|raw| raw.span))
    };
    match flaw {
        Violation::EmptyText(Subject::Prompt) => empty(wording.prompt.as_ref()),
        Violation::EmptyText(Subject::Explanation) => match &wording.explanation {
            Some(raw) => empty(Some(raw)),
            None => unexplained(question, wording),
        },
        Violation::EmptyText(Subject::Alt) => empty(wording.alt.as_ref().and_then(Tried::get)),
        Violation::Unknown(Subject::Gap, id) | Violation::Twice(Subject::Gap, id) => {
            in_text(question, wording, id)
        }
        Violation::MissingGap(_) => {
            let text = wording.text.as_ref().and_then(Tried::get);
            Spot::list(text.filter(|_| has_gaps(question)).map(|text| text.span))
        }
        Violation::EmptyText(Subject::Hint) => {
            let hints = wording.hints.iter().flat_map(|hints| &hints.value);
            hints.flat_map(|raw| empty(Some(raw))).collect()
        }
        Violation::Hints(..) => {
            let span = wording
                .hints
                .as_ref()
                .map_or(wording.span, |hints| hints.span);
            let mut all = question.wordings.values().flat_map(|(_, all)| all);
            let first = all.find_map(|other| other.hints.as_ref());
            let see = first.filter(|first| first.span != span);
            vec![Spot {
                span,
                see: see.map(|first| (first.span, "hints of another wording")),
            }]
        }
        Violation::EmptyText(Subject::Model) => empty(wording.model.as_ref()),
        Violation::Essay(EssayFlaw::MissingPoint(id)) => {
            vec![missing_part(question, wording, id)]
        }
        Violation::Essay(EssayFlaw::StrayPoint(id)) => {
            let named = texts().filter(|(named, _)| named.value == *id);
            Spot::list(named.map(|(named, _)| named.span))
        }
        Violation::EmptyText(_) => texts().flat_map(|(_, raw)| empty(raw.as_ref())).collect(),
        Violation::Twice(_, id) => {
            let own = question
                .wordings
                .values()
                .filter(|(other, _)| *other == lang);
            twice(
                own.flat_map(|(_, wordings)| wordings)
                    .filter_map(|wording| wording.id.as_ref()),
                id,
            )
        }
        Violation::MissingChoice(id) => {
            vec![missing_part(question, wording, id)]
        }
        // A choice that no list offers has been noted where it is.
        Violation::StrayChoice(id) if part(question, id).is_some() => Vec::new(),
        Violation::StrayChoice(id) => {
            let named = texts().filter(|(named, _)| named.value == *id);
            Spot::list(named.map(|(named, _)| named.span))
        }
        _ => Vec::new(),
    }
}

/// A part of the question, with what it is called.
fn part<'a>(question: &'a Question, id: &ChoiceId) -> Option<(PartName, &'a At<ChoiceId>)> {
    let mut parts = question.kind.iter().flat_map(|kind| kind.parts());
    parts.find(|(_, at)| at.value == *id)
}

/// A wording without a text for a part.
fn missing_part(question: &Question, wording: &Wording, id: &ChoiceId) -> Spot {
    Spot {
        span: wording.span,
        see: part(question, id).map(|(name, at)| (at.span, name.the())),
    }
}

/// Whether it has gaps that could be read.
fn has_gaps(question: &Question) -> bool {
    let kind = question.kind.as_ref();
    kind.is_some_and(|kind| kind.gap_ids().is_some())
}

/// In the question, else in the module.
fn of_allowance(module: &Module, question: &Question, flaw: &Violation) -> Vec<Spot> {
    let common = &question.common;
    let number = match flaw {
        Violation::OutOfRange(Subject::Tries, ..) => common.tries.or(module.tries),
        Violation::OutOfRange(Subject::Penalty, ..) => common.penalty.or(module.penalty),
        _ => common.hint_cost,
    };
    Spot::list(number.map(|number| number.span))
}

/// The last place of a gap in a wording's text; with the first one where there are several.
fn in_text(question: &Question, wording: &Wording, id: &str) -> Vec<Spot> {
    if !has_gaps(question) {
        return Vec::new();
    }
    let text = wording.text.as_ref().and_then(Tried::get);
    let mut spans = text
        .map_or_else(Vec::new, |text| markdown::places(text, id))
        .into_iter();
    let Some(first) = spans.next() else {
        return Vec::new();
    };
    vec![match spans.last() {
        Some(span) => Spot {
            span,
            see: Some((first, "first written here")),
        },
        None => first.into(),
    }]
}
