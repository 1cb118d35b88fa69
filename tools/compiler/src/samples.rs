//! Sample answers, run through the real grader: an answer that grades otherwise than its author says is an error.

use jalon_engine::bank;
use jalon_engine::grade::{Accepted, Context, TextMatch, Tier, budget};
use jalon_engine::id::GapId;
use jalon_engine::kind::gaps::Given;
use jalon_engine::kind::number::{self, Found};
use jalon_engine::kind::order::Credit;
use jalon_engine::kind::{Body, Evidence, NotReady, Outcome, Response, text};

use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::excerpt;
use crate::kind::{self, Sample};

/// The problems with the samples of a question.
pub(crate) fn problems(
    source: &kind::Source,
    question: &bank::Question,
    context: Context<'_>,
) -> Vec<Diagnostic> {
    let samples = source.samples();
    samples
        .iter()
        .filter_map(|sample| problem(sample, question, context))
        .collect()
}

fn problem(sample: &Sample, question: &bank::Question, context: Context<'_>) -> Option<Diagnostic> {
    let given = written(&sample.response);
    let said = if sample.right { "accept" } else { "reject" };
    let (message, help) = match question
        .body
        .score_in(&sample.response, question.points, context)
    {
        Ok(outcome) if outcome.score.is_full() == sample.right => return None,
        Ok(outcome) => {
            let did = match outcome.score {
                score if score.is_full() => "accepts",
                score if score.is_nothing() => "rejects",
                _ => "gives a part of the points to",
            };
            let why = why_of(&question.body, &outcome, &sample.response);
            (
                format!("{given} is under `{said}`, but the grader {did} it: {why}"),
                help(sample, &outcome),
            )
        }
        Err(reason) => (
            format!(
                "{given} is under `{said}`, but can't be graded: {}",
                unready(&reason)
            ),
            None,
        ),
    };
    Some(
        Diagnostic::new(Code::SampleMismatch, sample.span, message)
            .maybe_help(help.map(str::to_owned)),
    )
}

pub(crate) fn written(response: &Response) -> String {
    match response {
        Response::Choice(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            list(ids, " with ", "an empty list")
        }
        Response::TrueFalse(given) => format!("`{given}`"),
        Response::Nothing => "nothing".to_owned(),
        Response::Text(given) | Response::Number(given) | Response::Essay(given) => {
            format!("`{}`", excerpt(given))
        }
        Response::Hotspot(ids) => written(&Response::Choice(ids.clone())),
        Response::Gaps(given) => {
            let gap = |(id, given): &(GapId, Given)| format!("{id} {}", written(&given.alone()));
            let gaps: Vec<String> = given.iter().map(gap).collect();
            list(gaps, ", ", "nothing")
        }
        Response::Match(given) | Response::Classify(given) => {
            let pairs = given
                .iter()
                .map(|(item, place)| format!("`{item}` in `{place}`"));
            list(pairs.collect(), ", ", "an empty table")
        }
        Response::Order(ids) => {
            let ids = ids.iter().map(|id| format!("`{id}`"));
            list(ids.collect(), ", ", "an empty list")
        }
    }
}

fn list(all: Vec<String>, between: &str, none: &str) -> String {
    match all.as_slice() {
        [] => none.to_owned(),
        all => all.join(between),
    }
}

pub(crate) fn unready(reason: &NotReady) -> String {
    let words = match reason {
        NotReady::Number(why) => return kind::number::unread(why),
        NotReady::Gaps(problems) => {
            let problem =
                |(id, why): &(GapId, NotReady)| format!("in gap `{id}`: {}", unready(why));
            let problems: Vec<String> = problems.iter().map(problem).collect();
            return problems.join("; ");
        }
        NotReady::Empty => "there is nothing in it",
        NotReady::Unfinished => "something is still missing",
        NotReady::TooLong => "it is too long",
        NotReady::TooMany => "only one choice may be picked",
        NotReady::PickMore(least) => return format!("at least {least} choices have to be picked"),
        NotReady::PickFewer(most) => return format!("at most {most} choices may be picked"),
        NotReady::UnknownChoice => "it names something that the question doesn't have",
        NotReady::Twice => "it names something twice that can be given once",
        NotReady::OtherKind => "it answers another kind of question",
        reason => return reason.to_string(),
    };
    words.to_owned()
}

/// Why a response was judged as it was; gap by gap where there are some.
pub(crate) fn why_of(body: &Body, outcome: &Outcome, response: &Response) -> String {
    let (Body::Gaps(body), Evidence::Gaps(judged), Response::Gaps(given)) =
        (body, &outcome.evidence, response)
    else {
        return why(body, outcome, &written(response));
    };
    let mut all = Vec::new();
    for (gap, judged) in body.gaps.iter().zip(judged) {
        let key = body.gaps.get(judged.key).unwrap_or(gap);
        let given = given.get(&gap.id).map(Given::alone);
        let reason = match (&judged.outcome, given) {
            (Ok(outcome), Some(given)) => why(&key.fill.alone(), outcome, &written(&given)),
            (Err(reason), _) => unready(reason),
            (Ok(_), None) => continue,
        };
        let place = if key.id == gap.id {
            format!("`{}`", gap.id)
        } else {
            format!("`{}` by the key of `{}`", gap.id, key.id)
        };
        let again = if judged.again {
            ", and it is counted in another gap already"
        } else {
            ""
        };
        all.push(format!("{place}: {reason}{again}"));
    }
    all.join("; ")
}

pub(crate) fn why(body: &Body, outcome: &Outcome, given: &str) -> String {
    match (body, &outcome.evidence) {
        (Body::Text(body), Evidence::Text(read)) => reading(body, read, given),
        (Body::Number(body), Evidence::Number(found)) => number(body, found),
        (_, Evidence::Choice(found)) => {
            let (hits, wrong, missed) = (
                found.hits.len(),
                found.false_picks.len(),
                found.missed.len(),
            );
            format!("{hits} right, {wrong} wrong and {missed} missed")
        }
        (_, Evidence::Pairs(found)) => format!(
            "{} right, {} wrong and {} left out",
            found.right.len(),
            found.wrong.len(),
            found.missing.len()
        ),
        (Body::Order(body), Evidence::Order(found)) => {
            let what = match body.credit {
                Credit::Neighbours => "items come straight after the right one",
                Credit::Positions => "items are in their place",
                Credit::AllOrNothing => "orders are the key",
            };
            format!("{} of {} {what}", found.hits, found.of)
        }
        (Body::TrueFalse(body), _) => format!("the key is {}", body.key),
        (Body::Essay(_), _) => {
            "nothing grades an essay: who wrote it compares it with the model answer".to_owned()
        }
        _ => "the key says so".to_owned(),
    }
}

fn number(body: &number::Number, evidence: &number::Evidence) -> String {
    let read = match &evidence.read {
        Some(amount) => format!("it reads as `{}`", body.written(amount)),
        None => "it may be two numbers".to_owned(),
    };
    let found = match evidence.found {
        Found::Right => "which is the key",
        Found::Near => "which is near enough to the key",
        Found::KnownWrong(_) => "which is listed as wrong",
        Found::Unknown => "which is too far from the key",
    };
    format!("{read}, {found}")
}

fn reading(body: &text::Text, read: &TextMatch, given: &str) -> String {
    match read {
        TextMatch::Accepted(accepted) => format!(
            "it reads as `{}`, {}{}",
            excerpt(&accepted.answer),
            tier(accepted),
            credits(body, accepted)
        ),
        TextMatch::KnownWrong(n) => {
            let wrong = body.listed_wrong(*n).map(|(_, answer)| answer);
            format!(
                "it reads as the wrong answer `{}`",
                excerpt(wrong.unwrap_or_default())
            )
        }
        TextMatch::Confusable { answer, rival } => format!(
            "it is near `{}`, but at least as near to another term, `{}`",
            excerpt(answer),
            excerpt(rival)
        ),
        TextMatch::Unknown => nearest(body, given),
    }
}

/// What of the points is left, where that is not everything.
fn credits(body: &text::Text, accepted: &Accepted) -> String {
    match body.credits(accepted) {
        [100, 100] => String::new(),
        [own, 100] => format!("; that answer earns {own} percent"),
        [100, tier] => format!("; that tier earns {tier} percent"),
        [own, tier] => format!("; that answer earns {own} percent, that tier {tier} percent of it"),
    }
}

fn tier(accepted: &Accepted) -> String {
    match (accepted.tier, accepted.slip) {
        (Tier::Exact, _) => "to the letter".to_owned(),
        (Tier::Form, _) => "apart from case, spacing or punctuation".to_owned(),
        (Tier::Accents, _) => "apart from accents".to_owned(),
        (Tier::Article, _) => "apart from an article".to_owned(),
        (Tier::Number, _) => "apart from a number in words or in figures".to_owned(),
        (Tier::Grammar, _) => "apart from endings and articles inside".to_owned(),
        (Tier::Synonym, _) => "by another name".to_owned(),
        (Tier::Order, _) => "in another order".to_owned(),
        (Tier::Pattern, _) => "a pattern".to_owned(),
        (Tier::Words, _) => "because the required words are there".to_owned(),
        (Tier::Typo, Some(slip)) => {
            format!(
                "apart from typing slips ({} of {} that are forgiven)",
                slip.distance, slip.budget
            )
        }
        (Tier::Typo, None) => "apart from a typing slip".to_owned(),
    }
}

/// The right answer that is nearest to one that reads as nothing.
fn nearest(body: &text::Text, given: &str) -> String {
    let given = given.trim_matches('`').to_lowercase();
    let distance = |answer: &str| strsim::osa_distance(&given, &answer.to_lowercase());
    // What no learner can type is a problem of its own, and long to compare.
    let answers = body
        .answers()
        .map(|(_, answer)| answer)
        .filter(|answer| answer.len() <= text::MAX_CHARS * 4);
    let answers = answers.map(|answer| (distance(answer), answer));
    match answers.min() {
        Some((distance, answer)) => format!(
            "the nearest right answer is `{}`, {distance} {} away; {} forgiven, and none in digits",
            excerpt(answer),
            if distance == 1 { "slip" } else { "slips" },
            forgiven(answer)
        ),
        None => "there is no right answer".to_owned(),
    }
}

fn forgiven(answer: &str) -> String {
    match budget(answer.chars().filter(|c| c.is_alphabetic()).count()) {
        1 => "1 is".to_owned(),
        n => format!("{n} are"),
    }
}

fn help(sample: &Sample, outcome: &Outcome) -> Option<&'static str> {
    match (&outcome.evidence, sample.right) {
        (Evidence::Text(TextMatch::KnownWrong(_)), true) => {
            Some("take it out of the wrong answers, or list it in [question.accept]")
        }
        (Evidence::Text(TextMatch::Accepted(_)), true) => {
            Some("take the sample out, or the credit that is less than 100")
        }
        (Evidence::Text(_), true) => Some("list it in [question.accept]"),
        (
            Evidence::Text(TextMatch::Accepted(Accepted {
                tier: Tier::Typo, ..
            })),
            false,
        ) => Some("list it under [[question.wrong]], or make it a [[term]] of the bank"),
        (
            Evidence::Text(TextMatch::Accepted(Accepted {
                tier: Tier::Words, ..
            })),
            false,
        ) => Some("add a word of it to `forbidden`, or list it under [[question.wrong]]"),
        (Evidence::Text(_), false) => Some("take the sample or the accepted answer out"),
        _ => Some("change the key or the sample"),
    }
}
