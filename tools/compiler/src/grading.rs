//! Responses graded one by one, each with the whole trace of its grade.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use jalon_engine::bank::{Module, Question};
use jalon_engine::feedback::{self, Detail, Feedback, Model, Overlooked, Remark};
use jalon_engine::grade::{
    Allowance, Assistance, Certainty, Context, Mark, Score, TextMatch, Tier, normal_form,
};
use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::json;
use jalon_engine::kind::gaps::{self, Fill, Gaps, Judged};
use jalon_engine::kind::number::{self, Found};
use jalon_engine::kind::order;
use jalon_engine::kind::pairs::Placed;
use jalon_engine::kind::{Body, Evidence, Outcome, Response, text};
use jalon_engine::lang::{Lang, LangError, Reading};
use jalon_engine::session::{AttemptHead, Plan, Planned, RecordedResponse, Seed, Session};
use jalon_engine::time::Moment;
use jalon_i18n::Words;
use serde::{Serialize, Serializer};

use crate::check::CompiledBank;
use crate::samples;
use crate::suggest::did_you_mean;

/// The questions of some banks, ready to grade.
pub struct Grader<'a> {
    questions: HashMap<&'a str, Place<'a>>,
}

struct Place<'a> {
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

/// A judged response, and why it was judged so. Its JSON form is what `jalon grade --json` prints.
#[derive(Debug, Clone, Serialize)]
pub struct Grade {
    /// The question's id.
    pub question: String,
    /// What became of it.
    pub verdict: &'static str,
    /// The points earned, in hundredths rounded down; printed as points. Below zero where certainty was out of place.
    #[serde(serialize_with = "points")]
    pub earned: i64,
    /// The points possible.
    pub possible: u32,
    /// Why, in words for an author, once [`Grader::explain`] has found them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the grade rests on.
    pub trace: Trace,
}

/// What a grade rests on.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Trace {
    /// How parts that are right add up to points.
    pub scoring: &'static str,
    /// The response in the form in which it is compared, where it was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normal_form: Option<String>,
    /// The tier or the rule that decided.
    pub rule: &'static str,
    /// The answer of the key, or the listed wrong one, that it was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The languages of that answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What that answer earns, and of this what the tier leaves, in percent, where the answer was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// The ids of the misconceptions that it shows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misconceptions: Vec<String>,
    /// How many slips away it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<usize>,
    /// How many slips are forgiven in an answer of that length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<usize>,
    /// The other term that is at least as near, where that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rival: Option<String>,
    /// The other term that is nearest to it, and how many slips away that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_other: Option<(String, usize)>,
    /// Right and given, wrong and given, right and missed; of items, those that are in their place, in another one, and left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<[Vec<String>; 3]>,
    /// Gap by gap.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GapTrace>,
    /// What the key alone says, in hundredths of a point, where something else counts too.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "some_points"
    )]
    pub before: Option<i64>,
    /// How many hints were shown, and what they cost together, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hints: Option<Cost>,
    /// How many wrong tries came before, and what they cost together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries: Option<Cost>,
    /// How sure the learner was, 1 to 3, where the module asks for that; 1 where they didn't say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<u8>,
}

/// What became of a gap, and what that rests on.
#[derive(Debug, Clone, Serialize)]
pub struct GapTrace {
    /// The gap's id.
    pub gap: String,
    /// The gap whose key it was held against, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What became of it; none where there is nothing in it that can be judged.
    pub verdict: &'static str,
    /// It would be right, had it not been counted in another gap.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// What that rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// What is left of the points of a typed answer, each in percent.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Credit {
    /// What the answer earns to the letter.
    pub answer: u8,
    /// What of this is left in its tier.
    pub tier: u8,
}

/// What was taken off.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cost {
    /// How many times.
    pub number: u16,
    /// For how much together, in percent of the points.
    pub percent: u32,
}

impl Trace {
    /// What the key alone says, as one writes it.
    pub fn points(&self) -> String {
        jalon_i18n::ALL[0].signed(self.before.unwrap_or_default())
    }
}

impl Cost {
    fn of(number: u16, each: u16) -> Option<Self> {
        let percent = u32::from(number) * u32::from(each);
        (number > 0).then_some(Self { number, percent })
    }
}

#[expect(clippy::ref_option, reason = "serde hands it so")]
fn some_points<S: Serializer>(hundredths: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    points(&hundredths.unwrap_or_default(), serializer)
}

fn points<S: Serializer>(hundredths: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_precision_loss, reason = "points are far below 2^53")]
    serializer.serialize_f64(*hundredths as f64 / 100.0)
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

impl<'a> Grader<'a> {
    /// Takes the questions of these banks; of two with one id, the first.
    pub fn new(banks: &'a [CompiledBank]) -> Self {
        let mut questions = HashMap::new();
        for bank in banks {
            let terms: Arc<[&str]> = bank.bank().terms().collect();
            for module in bank.modules() {
                for question in module.questions() {
                    let terms = terms.clone();
                    let place = Place {
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

    fn find(&self, question: &str) -> Result<&Place<'a>, Refused> {
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
        let unreadable = |wrong: json::JsonError| Refused::NoResponse(wrong.to_string());
        let line = json::parse(line).map_err(unreadable)?;
        let question: String = line.member("question").read().map_err(unreadable)?;
        let response: Response = line.member("response").read().map_err(unreadable)?;
        let number = |name| line.member(name).read::<Option<u16>>();
        let used = Assistance {
            hints: number("hints").map_err(unreadable)?.unwrap_or(0),
            tries: number("tries").map_err(unreadable)?.unwrap_or(0),
            certainty: line.member("certainty").read().map_err(unreadable)?,
            ..Assistance::default()
        };
        self.grade(&question, &response, used)
    }

    /// Reads a response: the JSON form that is saved, `{"choice":["guide"]}`, or for short `guide`, `true`, or what is typed.
    ///
    /// # Errors
    ///
    /// There is no such question, or its response looks otherwise.
    pub fn response(&self, question: &str, text: &str) -> Result<Response, Refused> {
        let body = &self.find(question)?.question.body;
        if text.trim_start().starts_with('{') {
            return json::read(text).map_err(|wrong| Refused::NoResponse(wrong.to_string()));
        }
        let short = match body {
            Body::Choice(_) => ids(text).map(|ids| Response::Choice(ids.into_iter().collect())),
            Body::Hotspot(_) => ids(text).map(|ids| Response::Hotspot(ids.into_iter().collect())),
            Body::TrueFalse(_) => text.trim().parse().ok().map(Response::TrueFalse),
            Body::Text(_) => Some(Response::Text(text.to_owned())),
            Body::Number(_) => Some(Response::Number(text.to_owned())),
            Body::Match(_) => pairs(text).map(Response::Match),
            Body::Classify(_) => pairs(text).map(Response::Classify),
            Body::Order(_) => ids(text).map(Response::Order),
            Body::Essay(_) => Some(Response::Essay(text.to_owned())),
            Body::Gaps(body) => gaps_in(body, text).map(Response::Gaps),
        };
        short.ok_or_else(|| {
            let example = json::write(&body.model_response());
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
                let mut trace = Trace::of(body, response, &outcome);
                let mark = place.mark(outcome.score, used, &mut trace);
                Ok(Grade {
                    question: question.to_owned(),
                    verdict: verdict(&outcome),
                    earned: mark.earned_hundredths(),
                    possible: mark.possible(),
                    why: None,
                    trace,
                })
            }
            Err(reason) => Err(Refused::NotReady(samples::unready(&reason))),
        }
    }

    /// Adds to a grade what takes time to find: why, in words, and the term nearest to what was typed that is not the answer.
    pub fn explain(&self, grade: &mut Grade, response: &Response) {
        let Ok(place) = self.find(&grade.question) else {
            return;
        };
        let body = &place.question.body;
        if let Ok(outcome) = body.score_in(response, place.question.points, place.context()) {
            grade.why = Some(samples::why_of(body, &outcome, response));
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
        let reading = &reading;
        let feedback = self
            .questions
            .get(question)
            .and_then(|place| feedback_on(place, response, used, reading));
        let Some(feedback) = feedback else {
            return Ok(Vec::new());
        };
        let shown = |words: &&Words| match reading {
            Reading::Both => true,
            Reading::In(lang) => words.lang == jalon_i18n::of(lang).lang,
        };
        let all = jalon_i18n::ALL.into_iter().filter(shown);
        Ok(all.map(|words| sentence(words, &feedback)).collect())
    }
}

/// Ids, apart from one another by commas or spaces.
fn ids(text: &str) -> Option<Vec<ChoiceId>> {
    let ids = text.split([',', ' ']).filter(|id| !id.is_empty());
    ids.map(|id| id.parse().ok()).collect()
}

/// Pairs of ids, each with an equals sign.
fn pairs(text: &str) -> Option<Placed> {
    let pairs = text.split([',', ' ']).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (item, place) = pair.split_once('=')?;
        Some((item.parse().ok()?, place.parse().ok()?))
    });
    pairs.collect()
}

impl Place<'_> {
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

fn verdict(outcome: &Outcome) -> &'static str {
    match outcome.score {
        _ if outcome.evidence == Evidence::Essay => SELF_ASSESSED,
        score if score.is_full() => "right",
        score if score.is_nothing() => "wrong",
        _ => "partly",
    }
}

/// What becomes of an essay.
const SELF_ASSESSED: &str = "self-assessed";

impl Trace {
    fn of(body: &Body, response: &Response, outcome: &Outcome) -> Self {
        let scoring = match (body, response) {
            (Body::Choice(body), Response::Choice(given)) if body.weights(given).is_some() => {
                "weights"
            }
            (Body::Hotspot(body), Response::Hotspot(given))
                if body.choice.weights(given).is_some() =>
            {
                "weights"
            }
            (Body::Choice(body), _) => body.scoring().as_str(),
            (Body::Hotspot(body), _) => body.choice.scoring().as_str(),
            (Body::Gaps(body), _) => body.scoring.as_str(),
            (Body::Text(body), _) if earns_by_credit(body) => "credit",
            (Body::Essay(_), _) => SELF_ASSESSED,
            (Body::Order(body), _) => body.credit.as_str(),
            (body, _) if body.pairs().is_some() => {
                body.pairs().map_or("", |pairs| pairs.scoring.as_str())
            }
            _ => "all-or-nothing",
        };
        let mut trace = Self {
            scoring,
            rule: "key",
            ..Self::default()
        };
        if let Response::Text(given) = response {
            trace.normal_form = Some(normal_form(given));
        }
        let shown = body.shown_misconceptions(&outcome.evidence).into_iter();
        trace.misconceptions = shown.map(ToString::to_string).collect();
        match &outcome.evidence {
            Evidence::Choice(found) => {
                let ids = [&found.hits, &found.false_picks, &found.missed];
                let names = ids.map(|ids| ids.iter().map(ToString::to_string).collect());
                trace.choices = Some(names);
            }
            Evidence::Pairs(found) => {
                let ids = [&found.right, &found.wrong, &found.missing];
                let names = ids.map(|ids| ids.iter().map(ToString::to_string).collect());
                trace.choices = Some(names);
            }
            Evidence::Order(found) => trace.order(body, found),
            Evidence::TrueFalse { .. } => {}
            Evidence::Essay => trace.rule = SELF_ASSESSED,
            Evidence::Number(found) => trace.number(body, found),
            Evidence::Text(read) => trace.read(body, read),
            Evidence::Gaps(judged) => trace.gaps(body, response, judged),
        }
        trace
    }

    fn gaps(&mut self, body: &Body, response: &Response, judged: &[Judged]) {
        let (Body::Gaps(body), Response::Gaps(given)) = (body, response) else {
            return;
        };
        for (gap, judged) in body.gaps.iter().zip(judged) {
            let key = body.gaps.get(judged.key).unwrap_or(gap);
            let trace = match (&judged.outcome, given.get(&gap.id)) {
                (Ok(outcome), Some(given)) => {
                    Some(Self::of(&key.fill.alone(), &given.alone(), outcome))
                }
                _ => None,
            };
            self.gaps.push(GapTrace {
                gap: gap.id.to_string(),
                key: (key.id != gap.id).then(|| key.id.to_string()),
                verdict: judged.outcome.as_ref().map_or("none", verdict),
                again: judged.again,
                trace,
            });
        }
    }

    fn number(&mut self, body: &Body, evidence: &number::Evidence) {
        self.rule = match evidence.found {
            Found::Right => "key",
            Found::Near => "within-tolerance",
            Found::KnownWrong(_) => "listed-wrong-answer",
            Found::Unknown => "no-match",
        };
        if let (Body::Number(body), Some(amount)) = (body, &evidence.read) {
            self.normal_form = Some(body.written(amount));
        }
    }

    /// Items that are right where they are, those that are not, and those that are nowhere.
    fn order(&mut self, body: &Body, found: &order::Found) {
        let Body::Order(body) = body else { return };
        let mut lists = [Vec::new(), Vec::new(), Vec::new()];
        let [right, wrong, missing] = &mut lists;
        for id in &body.items {
            let list = match found.given.iter().position(|given| given == id) {
                Some(at) if body.is_right(&found.given, at) => &mut *right,
                Some(_) => &mut *wrong,
                None => &mut *missing,
            };
            list.push(id.to_string());
        }
        self.choices = Some(lists);
    }

    fn read(&mut self, body: &Body, read: &TextMatch) {
        match read {
            TextMatch::Accepted(accepted) => {
                self.rule = tier(accepted.tier);
                if let Body::Text(body) = body {
                    let [answer, tier] = body.credits(accepted);
                    self.credit = Some(Credit { answer, tier });
                }
                self.answer = Some(accepted.answer.clone());
                self.languages = accepted.langs.iter().map(ToString::to_string).collect();
                self.distance = accepted.slip.map(|slip| slip.distance);
                self.budget = accepted.slip.map(|slip| slip.budget);
            }
            TextMatch::KnownWrong(n) => {
                self.rule = "listed-wrong-answer";
                if let Body::Text(body) = body {
                    let listed = body.listed_wrong(*n);
                    self.answer = listed.map(|(_, answer)| answer.to_owned());
                }
            }
            TextMatch::Confusable { answer, rival } => {
                self.rule = "confusable";
                self.answer = Some(answer.clone());
                self.rival = Some(rival.clone());
            }
            TextMatch::Unknown => self.rule = "no-match",
        }
    }
}

/// True where answers may earn a part of the points.
fn earns_by_credit(body: &text::Text) -> bool {
    !body.credit.0.is_empty() || body.worth.iter().any(|worth| worth.credit != 100)
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Form => "form",
        Tier::Accents => "accents",
        Tier::Article => "article",
        Tier::Number => "number",
        Tier::Grammar => "grammar",
        Tier::Synonym => "synonym",
        Tier::Order => "order",
        Tier::Pattern => "pattern",
        Tier::Words => "words",
        Tier::Typo => "typo",
    }
}

/// What a session of this question alone would show after handing in.
fn feedback_on(
    place: &Place<'_>,
    response: &Response,
    used: Assistance,
    reading: &Reading,
) -> Option<Feedback> {
    let Place {
        module, question, ..
    } = place;
    let first = |wordings: &Vec<jalon_engine::bank::Wording>| Some(wordings.first()?.id);
    let wordings = question.wordings.iter();
    let wordings = wordings.filter_map(|(lang, all)| Some((*lang, first(all)?)));
    let planned = Planned {
        question: question.id,
        wordings: wordings.collect(),
        order: question.body.parts().iter().map(|part| *part.id).collect(),
    };
    let head = AttemptHead {
        id: "trial".parse().ok()?,
        module: module.info().id,
        bank_version: module.bank().version().clone(),
        seed: Seed(0),
        started: Moment(0),
        plan: Plan {
            questions: vec![planned],
        },
    };
    let given = RecordedResponse {
        response: response.clone(),
        reading: *reading,
        at: Moment(0),
        fingerprint: question.fingerprint.clone(),
        used,
    };
    let given = [(question.id, given)].into_iter().collect();
    let module = (*module).clone();
    let mut session = Session::resume(module, head, &given, Some(Moment(0)));
    session.set_earlier(usize::MAX);
    feedback::of(&session, &question.id)
}

/// What is typed for short for a text with gaps: `count=93; verb=shall`.
fn gaps_in(body: &Gaps, text: &str) -> Option<gaps::Response> {
    let mut response = gaps::Response::default();
    for part in text.split(';') {
        let (id, given) = part.split_once('=')?;
        let (id, given): (GapId, _) = (id.trim().parse().ok()?, given.trim());
        let gap = body.gaps.iter().find(|gap| gap.id == id)?;
        let given = match gap.fill {
            Fill::Text(_) => gaps::Given::Text(given.to_owned()),
            Fill::Number(_) => gaps::Given::Number(given.to_owned()),
            Fill::Pick(_) => gaps::Given::Pick(given.parse().ok()?),
        };
        response.put(id, given);
    }
    Some(response)
}

/// Verdict and remark, as the client says them.
fn sentence(words: &Words, feedback: &Feedback) -> String {
    let mut sentences = vec![(words.verdict)(feedback.verdict).to_owned()];
    sentences.extend(feedback.account.map(|account| words.account(&account)));
    if let Detail::Gaps(marks) = &feedback.detail {
        for mark in marks {
            let lang = mark
                .place
                .iter()
                .find(|(lang, _)| jalon_i18n::of(lang).lang == words.lang);
            let place = lang.map_or(0, |(_, place)| *place);
            let name = words.gap.count(&[place, marks.len()]);
            let mut said = vec![(words.verdict)(mark.verdict).to_owned()];
            if let Detail::Text {
                remark: Some(remark),
                model,
                ..
            } = &mark.detail
            {
                said.extend(remarks(words, remark, model));
            }
            sentences.push(format!("{name} – {}", said.join(", ")));
        }
    }
    if let Detail::Text { remark, model, .. } = &feedback.detail {
        sentences.extend(
            remark
                .iter()
                .flat_map(|remark| remarks(words, remark, model)),
        );
    }
    sentences.join(" – ")
}

fn remarks(words: &Words, remark: &Remark, model: &Option<Model>) -> Vec<String> {
    let [before, after] = match remark.overlooked {
        Some(Overlooked::Accents) => words.mind_the_accents,
        Some(Overlooked::Grammar) => words.mind_the_grammar,
        Some(Overlooked::Synonym) => words.also_called,
        Some(Overlooked::Order) => words.usual_order,
        Some(Overlooked::Words) => words.in_short,
        Some(Overlooked::Spelling) => words.mind_the_spelling,
        None => ["", ""],
    };
    let answer = match model {
        Some(Model::ReadAs(answer, _)) => Some([before, answer, after].concat()),
        _ => None,
    };
    let [before, after] = words.too_close;
    let rival = remark.rival.as_ref();
    let rival = rival.map(|rival| [before, rival, after].concat());
    let language = remark.other_language.as_ref();
    let language = language.map(|lang| words.other_language.fill(&[(words.language_name)(lang)]));
    let cost = remark.cost;
    let cost = (cost > 0).then(|| words.taken_off.count(&[cost.into()]));
    [rival, answer, cost, language]
        .into_iter()
        .flatten()
        .collect()
}
