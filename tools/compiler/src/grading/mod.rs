//! Responses graded one by one, each with the whole trace of its grade.

pub(crate) mod short;
mod told;
pub(crate) mod trace;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use jalon_engine::bank::{Module, Question};
use jalon_engine::grade::{Allowance, Assistance, Certainty, Context, Mark, Score, normal_form};
use jalon_engine::kind::Response;
use jalon_engine::lang::{Lang, LangError, Reading};
use serde::{Deserialize, Serialize};

use crate::check::CompiledBank;
use crate::kind;
use crate::kind::body::trace;
use crate::kind::not_ready::not_ready;
use crate::suggest::did_you_mean;
use told::{feedback_on, sentence};
pub use trace::{Cost, GapTrace, Trace};
use trace::{SELF_ASSESSED, verdict};

/// The questions of some banks, ready to grade.
pub struct Grader<'a> {
    questions: HashMap<&'a str, QuestionEntry<'a>>,
}

struct QuestionEntry<'a> {
    module: &'a Module,
    question: &'a Question,
    terms: Arc<[&'a str]>,
    langs: &'a [Lang],
}

/// Why a response was not graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such question; what may have been meant.
    NoQuestion(String),
    /// The response can't be read.
    NoResponse(String),
    /// It can't be judged; it would go back to the learner with this reason, at no cost.
    NotReady(String),
}

/// A line of a file of responses.
#[derive(Deserialize)]
struct Line {
    question: String,
    response: Response,
    hints: Option<u16>,
    tries: Option<u16>,
    certainty: Option<Certainty>,
}

/// A judged response, and why it was judged so. Its JSON form is what `jalon grade --json` prints.
#[derive(Debug, Clone, Serialize)]
pub struct Grade {
    /// The question's id.
    pub question: String,
    /// What became of it.
    pub verdict: &'static str,
    /// The points earned, in hundredths rounded down; printed as points. Below zero where certainty was out of place.
    #[serde(serialize_with = "trace::points")]
    pub earned: i64,
    /// The points possible.
    pub possible: u32,
    /// Why, in words for an author, once [`Grader::explain`] has found them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the grade rests on.
    pub trace: Trace,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoQuestion(help) => write!(f, "there is no such question; {help}"),
            Self::NoResponse(why) => write!(f, "the response can't be read: {why}"),
            Self::NotReady(why) => write!(f, "not ready to be graded: {why}"),
        }
    }
}

impl std::error::Error for Refused {}

impl Grade {
    /// The points earned, as one writes them: 1, 0.66.
    pub fn points(&self) -> String {
        jalon_i18n::ALL[0].signed(self.earned)
    }
}

/// What is wrong with a response, and where in its text, which is mostly a line of a file.
fn unreadable(error: serde_json::Error) -> Refused {
    let (line, column) = (error.line(), error.column());
    let said = error.to_string();
    let why = said
        .strip_suffix(&format!(" at line {line} column {column}"))
        .unwrap_or(&said);
    Refused::NoResponse(match line {
        0 => why.to_owned(),
        1 => format!("{why}, at column {column}"),
        _ => format!("{why}, at line {line}, column {column}"),
    })
}

impl<'a> Grader<'a> {
    /// Takes the questions of these banks; of two with one id, the first.
    pub fn new(banks: &'a [CompiledBank]) -> Self {
        let mut questions = HashMap::new();
        for bank in banks {
            let terms: Arc<[&str]> = bank.bank().terms().collect();
            for module in bank.modules() {
                for question in module.questions() {
                    let terms = terms.clone();
                    let place = QuestionEntry {
                        module,
                        question,
                        terms,
                        langs: bank.bank().languages(),
                    };
                    questions.entry(question.id.as_str()).or_insert(place);
                }
            }
        }
        Self { questions }
    }

    fn find(&self, question: &str) -> Result<&QuestionEntry<'a>, Refused> {
        self.questions.get(question).ok_or_else(|| {
            let help = did_you_mean(question, self.questions.keys().copied(), || {
                format!("there are {} questions", self.questions.len())
            });
            Refused::NoQuestion(help)
        })
    }

    /// Grades one line of a file of responses: `{"question":"ID","response":{...}}`, and, where they count, `"hints"`, `"tries"` (wrong
    /// ones before) and `"certainty"`.
    ///
    /// # Errors
    ///
    /// The line can't be read, or its response can't be judged.
    pub fn line(&self, line: &str) -> Result<Grade, Refused> {
        let line: Line = serde_json::from_str(line).map_err(unreadable)?;
        let used = Assistance {
            hints: line.hints.unwrap_or(0),
            tries: line.tries.unwrap_or(0),
            certainty: line.certainty,
            ..Assistance::default()
        };
        self.grade(&line.question, &line.response, used)
    }

    /// Reads a response: the JSON form that is saved, `{"choice":["guide"]}`, or for short `guide`, `true`, or what is typed.
    ///
    /// # Errors
    ///
    /// There is no such question, or its response looks otherwise.
    pub fn response(&self, question: &str, text: &str) -> Result<Response, Refused> {
        let body = &self.find(question)?.question.body;
        if text.trim_start().starts_with('{') {
            return serde_json::from_str(text).map_err(unreadable);
        }
        kind::of(body).shorthand(text).ok_or_else(|| {
            let example = serde_json::to_string(&body.model_response()).unwrap_or_default();
            Refused::NoResponse(format!("a response here looks like this: {example}"))
        })
    }

    /// Grades a response that came after so many hints and wrong tries, and with this certainty.
    ///
    /// # Errors
    ///
    /// There is no such question, it doesn't offer what was used, or the response can't be judged.
    pub fn grade(
        &self,
        question: &str,
        response: &Response,
        used: Assistance,
    ) -> Result<Grade, Refused> {
        let place = self.find(question)?;
        place.offers(used)?;
        let Question { body, points, .. } = place.question;
        match body.score_in(response, *points, place.context()) {
            Ok(outcome) => {
                let mut trace = trace(body, kind::of(body), response, &outcome);
                let mark = place.mark(outcome.score, used, &mut trace);
                Ok(Grade {
                    question: question.to_owned(),
                    verdict: match body.is_graded() {
                        true => verdict(outcome.score),
                        false => SELF_ASSESSED,
                    },
                    earned: mark.earned_hundredths(),
                    possible: mark.possible(),
                    why: None,
                    trace,
                })
            }
            Err(reason) => Err(Refused::NotReady(not_ready(&reason))),
        }
    }

    /// Adds to a grade what takes time to find: why, in words, and the term nearest to what was typed that is not the answer.
    pub fn explain(&self, grade: &mut Grade, response: &Response) {
        let Ok(place) = self.find(&grade.question) else {
            return;
        };
        let body = &place.question.body;
        if let Ok(outcome) = body.score_in(response, place.question.points, place.context()) {
            grade.why = Some(kind::of(body).why(response, &outcome.evidence));
        }
        if let Some(given) = &grade.trace.normal_form {
            let own = grade.trace.answer.as_deref().map(normal_form);
            let others = place.terms.iter().map(|term| (*term, normal_form(term)));
            let others = others.filter(|(_, form)| Some(form) != own.as_ref());
            let far = others.map(|(term, form)| (strsim::osa_distance(given, &form), term));
            let nearest = far.min();
            grade.trace.nearest_other = nearest.map(|(far, term)| (term.to_owned(), far));
        }
    }

    /// What a learner is told who reads the language of that tag, or all of them.
    ///
    /// # Errors
    ///
    /// That is no language.
    pub fn told(
        &self,
        question: &str,
        response: &Response,
        used: Assistance,
        lang: Option<&str>,
    ) -> Result<Vec<String>, LangError> {
        let reading = match lang {
            Some(lang) => Reading::In(lang.parse()?),
            None => Reading::Both,
        };
        let Some(place) = self.questions.get(question) else {
            return Ok(Vec::new());
        };
        let feedback = feedback_on(place.module, place.question, response, used, &reading);
        let Some(feedback) = feedback else {
            return Ok(Vec::new());
        };
        let all = match &reading {
            Reading::Both => jalon_i18n::for_reading(&reading, place.langs),
            Reading::In(lang) => vec![jalon_i18n::of(lang)],
        };
        let all = all.into_iter();
        Ok(all.map(|words| sentence(words, &feedback)).collect())
    }
}

impl QuestionEntry<'_> {
    fn context(&self) -> Context<'_> {
        Context {
            terms: &self.terms,
            langs: Some(self.langs),
        }
    }

    /// Whether that can have been used here.
    fn offers(&self, used: Assistance) -> Result<(), Refused> {
        let hints = self.question.hint_count();
        let Allowance { tries, .. } = self.question.allowance;
        let certain = self.module.info().certainty;
        let wrong = match used {
            used if usize::from(used.hints) > hints => {
                format!("it took {} hints, the question has {hints}", used.hints)
            }
            used if used.tries >= tries && used.tries > 0 => format!(
                "it took {} wrong tries before, the question allows {tries} tries in all",
                used.tries
            ),
            used if used.certainty.is_some() && !certain => {
                "it has a certainty, the module doesn't ask for one".to_owned()
            }
            _ => return Ok(()),
        };
        Err(Refused::NoResponse(wrong))
    }

    /// What counts in the end, with what it depends on in the trace.
    fn mark(&self, kind: Score, used: Assistance, trace: &mut Trace) -> Mark {
        let allowance = self.question.allowance;
        let score = used.cost(kind, allowance);
        trace.hints = Cost::of(used.hints, allowance.hint_cost);
        trace.tries = Cost::of(used.wrong_tries(), allowance.penalty);
        let mark = if self.module.info().certainty {
            let certainty = used.certainty.unwrap_or(Certainty::Low);
            trace.certainty = Some(certainty.level());
            certainty.mark(kind, score)
        } else {
            score.into()
        };
        let all = (&trace.hints, &trace.tries, &trace.certainty);
        if !matches!(all, (None, None, None)) {
            trace.before = Some(Mark::from(kind).earned_hundredths());
        }
        mark
    }
}
