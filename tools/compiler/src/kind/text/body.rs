//! Short texts: how they are graded, and how they stand on paper.

use std::collections::BTreeSet;

use jalon_engine::grade::{Accepted, MatchOptions, Pattern, TextMatch, Tier, budget, normal_form};
use jalon_engine::kind::text::{MAX_CHARS, Text};
use jalon_engine::kind::{Evidence, Response};
use jalon_engine::lang::Lang;
use serde::Serialize;

use super::tier;
use crate::digest::{json, tagged};
use crate::faults::spot::excerpt;
use crate::grading::short;
use crate::grading::trace::{Credit, Trace};
use crate::html::{element, escaped};
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::items::LINE;
use crate::paper::page::Page;

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    right: BTreeSet<&'a str>,
    wrong: BTreeSet<&'a str>,
    /// Absent where nothing is said, so that saved answers stay those of their question.
    #[serde(skip_serializing_if = "Option::is_none")]
    leeway: Option<String>,
    /// What answers earn, and the patterns, where there are some.
    #[serde(skip_serializing_if = "Worth::is_usual")]
    worth: Worth<'a>,
}

/// What typed answers earn, and the patterns of right and of wrong ones, each set in one order.
#[derive(Serialize, PartialEq, Eq, Default)]
struct Worth<'a> {
    answers: BTreeSet<(&'a str, u8)>,
    tiers: &'a [u8],
    right: BTreeSet<&'a str>,
    wrong: BTreeSet<&'a str>,
}

impl<'a> Worth<'a> {
    fn of(body: &'a Text) -> Self {
        let worth = body.worth.iter();
        let part = worth.filter(|worth| worth.credit != 100);
        let right = body.patterns.iter().map(|right| right.source.as_str());
        let wrong = body.wrong.iter().flat_map(|wrong| &wrong.patterns);
        Self {
            answers: part
                .map(|worth| (worth.answer.as_str(), worth.credit))
                .collect(),
            tiers: &body.credit.0,
            right: right.collect(),
            wrong: wrong.map(|pattern| pattern.source.as_str()).collect(),
        }
    }

    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl KindBody for Text {
    fn graded(&self) -> String {
        let wrong = self.wrong.iter().flat_map(|wrong| &wrong.answers);
        let graded = Graded {
            right: self.answers().map(|(_, answer)| answer).collect(),
            wrong: wrong.map(String::as_str).collect(),
            leeway: (self.leeway != MatchOptions::default()).then(|| json(&self.leeway)),
            worth: Worth::of(self),
        };
        tagged("text", &graded)
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        Some(Response::Text(text.to_owned()))
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Text(given) => format!("`{}`", excerpt(given)),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, response: &Response, evidence: &Evidence) -> String {
        let Evidence::Text(read) = evidence else {
            return String::new();
        };
        match read {
            TextMatch::Accepted(accepted) => format!(
                "it reads as `{}`, {}{}",
                excerpt(&accepted.answer),
                tier::explained(accepted),
                credits(self, accepted)
            ),
            TextMatch::KnownWrong(n) => {
                let wrong = self.listed_wrong(*n).map(|(_, answer)| answer);
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
            TextMatch::Unknown => nearest(self, &self.quoted(response)),
        }
    }

    fn help(&self, evidence: &Evidence, right: bool) -> &'static str {
        let Evidence::Text(read) = evidence else {
            return "change the key or the sample";
        };
        match (read, right) {
            (TextMatch::KnownWrong(_), true) => {
                "take it out of the wrong answers, or list it in [question.accept]"
            }
            (TextMatch::Accepted(_), true) => {
                "take the sample out, or the credit that is less than 100"
            }
            (_, true) => "list it in [question.accept]",
            (TextMatch::Accepted(accepted), false) => match accepted.tier {
                Tier::Typo => "list it under [[question.wrong]], or make it a [[term]] of the bank",
                Tier::Words => {
                    "add a word of it to `forbidden`, or list it under [[question.wrong]]"
                }
                _ => "take the sample or the accepted answer out",
            },
            (_, false) => "take the sample or the accepted answer out",
        }
    }

    fn policy(&self, _: &Response) -> &'static str {
        let in_part = !self.credit.0.is_empty() || self.worth.iter().any(|one| one.credit != 100);
        if in_part { "credit" } else { "all-or-nothing" }
    }

    fn trace(&self, response: &Response, evidence: &Evidence, trace: &mut Trace) {
        if let Response::Text(given) = response {
            trace.normal_form = Some(normal_form(given));
        }
        let Evidence::Text(read) = evidence else {
            return;
        };
        match read {
            TextMatch::Accepted(accepted) => {
                trace.rule = tier::name(accepted.tier);
                let [answer, tier] = self.credits(accepted);
                trace.credit = Some(Credit { answer, tier });
                trace.answer = Some(accepted.answer.clone());
                trace.languages = accepted.langs.iter().map(ToString::to_string).collect();
                trace.distance = accepted.slip.map(|slip| slip.distance);
                trace.budget = accepted.slip.map(|slip| slip.budget);
            }
            TextMatch::KnownWrong(n) => {
                trace.rule = "listed-wrong-answer";
                let listed = self.listed_wrong(*n);
                trace.answer = listed.map(|(_, answer)| answer.to_owned());
            }
            TextMatch::Confusable { answer, rival } => {
                trace.rule = "confusable";
                trace.answer = Some(answer.clone());
                trace.rival = Some(rival.clone());
            }
            TextMatch::Unknown => trace.rule = "no-match",
        }
    }

    fn answer(&self, page: &Page, _: &FormQuestion<'_>) -> String {
        typed(page, self)
    }

    fn typed(&self) -> Vec<&Text> {
        vec![self]
    }

    fn is_typed(&self) -> bool {
        true
    }
}

/// What of the points is left, where that is not everything.
fn credits(body: &Text, accepted: &Accepted) -> String {
    match body.credits(accepted) {
        [100, 100] => String::new(),
        [own, 100] => format!("; that answer earns {own} percent"),
        [100, tier] => format!("; that tier earns {tier} percent"),
        [own, tier] => format!("; that answer earns {own} percent, that tier {tier} percent of it"),
    }
}

/// The right answer that is nearest to one that reads as nothing.
fn nearest(body: &Text, given: &str) -> String {
    let given = given.trim_matches('`').to_lowercase();
    let distance = |answer: &str| strsim::osa_distance(&given, &answer.to_lowercase());
    // What no learner can type is a problem of its own, and long to compare.
    let answers = body
        .answers()
        .map(|(_, answer)| answer)
        .filter(|answer| answer.len() <= MAX_CHARS * 4);
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

pub(crate) fn printed(page: &Page) -> Printed {
    let any = match page.tongues().len() {
        0 | 1 => String::new(),
        _ => page.say("task", |tongue| tongue.words.any_language.to_owned()),
    };
    let question = format!("{any}<p class=\"answer\">{LINE}</p>\n");
    Printed::new(question, LINE.to_owned())
}

/// Every answer that counts, whatever its language; those to teach first, then those that earn everything.
pub(crate) fn typed(page: &Page, body: &Text) -> String {
    let models = page.tongues().iter();
    let models: Vec<&str> = models
        .map(|tongue| body.model_answer_in(&tongue.lang))
        .collect();
    let rank = |answer: &str| {
        let place = models.iter().position(|model| *model == answer);
        let credit = body.credit_of(answer);
        (place.unwrap_or(models.len()), 100 - credit.min(100))
    };
    let mut all: Vec<((usize, u8), String)> = Vec::new();
    for (lang, answer) in body.answers() {
        let rank = rank(answer);
        let class = match rank {
            (place, _) if place < models.len() => "given model",
            (_, 0) => "given",
            _ => "in-part",
        };
        let lang = lang.map_or_else(String::new, |lang: &Lang| format!(" lang=\"{lang}\""));
        let answer = escaped(answer);
        all.push((
            rank,
            format!("<span class=\"{class}\"{lang}>{answer}</span>"),
        ));
    }
    for Pattern { source, .. } in &body.patterns {
        let code = element("code", &escaped(source));
        let said = page.inline(|tongue| tongue.paper.pattern.to_owned());
        all.push((rank(source), format!("{said} {code}")));
    }
    all.sort_by_key(|(rank, _)| *rank);
    let said = all.into_iter().map(|((_, less), said)| match less {
        0 => said,
        less => format!("{said} ({}\u{A0}%)", 100 - less),
    });
    let said: Vec<String> = said.chain(enough(page, body)).collect();
    format!("<span class=\"typed\">{}</span>", said.join("; "))
}

/// The words that are enough, where some are.
fn enough(page: &Page, body: &Text) -> Option<String> {
    let words = &body.leeway.words;
    (!words.is_empty()).then(|| {
        page.inline(|tongue| {
            let Some(own) = words.get(&tongue.lang) else {
                return String::new();
            };
            let lists = own.all.iter().map(|list| list.join(" / "));
            let lists: Vec<String> = lists.collect();
            tongue.paper.enough_words(&lists.join(" + "))
        })
    })
}
