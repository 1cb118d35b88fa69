//! What may be shown of a judged attempt. Codes and the bank's own texts, no prose: the words are the client's.

use crate::bank::Show;
use crate::grade::{Certainty, Mark, Numeral, Score, TextMatch, Tier};
use crate::id::{ChoiceId, GapId, QuestionId};
use crate::kind::{
    Body, Evidence, Note, Outcome, Response, SelectedWordings, choice, essay, gaps, number, order,
    pairs, text,
};
use crate::lang::{Lang, Localised, Reading};
use crate::markup::{Line, Markup};
use crate::session::{Session, Visibility};

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every point.
    Right,
    /// Some points.
    Partly,
    /// No point.
    Wrong,
    /// No answer.
    Unanswered,
    /// Not every point, and there is another try.
    NotYet,
    /// Neither right nor wrong: its author compares it with the model answer.
    Compare,
}

/// What a learner is told about one question. What the module's policy doesn't show is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// What became of it.
    pub verdict: Verdict,
    /// The points, less what hints and tries cost; none while the answer may still be changed.
    pub score: Score,
    /// Why the key is right, in the wording that was asked; empty where that is not shown.
    pub explanation: Localised<Markup>,
    /// What its kind adds.
    pub detail: Detail,
    /// What else than the answer the mark depends on, if something does.
    pub account: Option<Account>,
}

/// What else than the answer a mark depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// What counts in the end.
    pub mark: Mark,
    /// How many hints were shown.
    pub hints: u16,
    /// How many wrong tries came before.
    pub wrong_tries: u16,
    /// How sure the learner was, where the module asks for that; the lowest where they didn't say.
    pub certainty: Option<Certainty>,
}

/// What a kind adds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// What became of each choice.
    Choice(Vec<ChoiceMark>),
    /// The key, and a word on what was given.
    TrueFalse {
        /// What is right.
        key: bool,
        /// What was given.
        given: Option<bool>,
        /// A word on what was given.
        note: Option<Note>,
    },
    /// What was overlooked, or what is right.
    Text {
        /// How the answer was read, where it deserves a sentence.
        remark: Option<Remark>,
        /// The answer to learn, for an answer that was not right or not spelt right.
        model: Option<Model>,
        /// A word on a listed wrong answer.
        note: Option<Note>,
    },
    /// How the number was read, and what is right.
    Number {
        /// What it was.
        found: number::Found,
        /// What was given, where it is near enough, or wrong and written in another way than this.
        given: Option<Quantity>,
        /// What is right, for an answer that is not the very same.
        key: Option<Quantity>,
        /// A word on a listed wrong answer.
        note: Option<Note>,
    },
    /// What became of each item that has a place.
    Pairs(Vec<PairMark>),
    /// What became of an order.
    Order(OrderMarks),
    /// What became of each gap, in the order in which the first language's text has them.
    Gaps(Vec<GapMark>),
    /// What to compare a text with.
    Essay {
        /// The model answer.
        model: Localised<Markup>,
        /// The checklist; empty where nothing was written.
        points: Vec<(ChoiceId, Localised<Line>)>,
        /// What the ticks count for.
        counts: essay::Counts,
    },
    /// Nothing that says what is right: only words on what was wrong, if those may be shown.
    Withheld(Vec<Note>),
}

/// What may be shown before a question is settled or where the verdict is all that is shown.
fn withheld(detail: &Detail, show: Show) -> Detail {
    let mut notes = Vec::new();
    if show >= Show::Key {
        match detail {
            Detail::Choice(marks) => {
                for mark in marks {
                    if !mark.right {
                        notes.extend(mark.note.clone());
                    }
                }
            }
            Detail::TrueFalse { note, .. }
            | Detail::Text { note, .. }
            | Detail::Number { note, .. } => notes.extend(note.clone()),
            Detail::Gaps(marks) => {
                for mark in marks {
                    if let Detail::Withheld(own) = withheld(&mark.detail, show) {
                        notes.extend(own);
                    }
                }
            }
            Detail::Pairs(marks) => {
                for mark in marks {
                    notes.extend(mark.note.clone());
                }
            }
            Detail::Order(_) | Detail::Essay { .. } | Detail::Withheld(_) => {}
        }
    }
    Detail::Withheld(notes)
}

/// What became of a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapMark {
    /// Which gap.
    pub id: GapId,
    /// The how-manieth it is in each text, from 1.
    pub place: Localised<usize>,
    /// What became of it.
    pub verdict: Verdict,
    /// What is right was given, and is counted in another gap.
    pub again: bool,
    /// What its own kind adds; where a choice was to be picked, the same as for a typed answer.
    pub detail: Detail,
}

/// What became of an item that has a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairMark {
    /// Which item.
    pub id: ChoiceId,
    /// Where it was put.
    pub given: Option<ChoiceId>,
    /// Where it belongs.
    pub place: ChoiceId,
    /// A word on it, if it was put elsewhere.
    pub note: Option<Note>,
}

impl PairMark {
    /// True when it is where it belongs.
    pub fn is_right(&self) -> bool {
        self.given.as_ref() == Some(&self.place)
    }
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMarks {
    /// What counts in it.
    pub credit: order::Credit,
    /// How much of that is right, and of how much; `None` where nothing was given.
    pub counted: Option<(usize, usize)>,
    /// The items, in the right order.
    pub items: Vec<OrderMark>,
}

/// What became of an item that was put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMark {
    /// Which item.
    pub id: ChoiceId,
    /// Whether it is right where it was put: by what counts, or because that is its place.
    pub is_right: bool,
}

/// A number to show, in the plain way of writing, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number.
    pub number: String,
    /// Where the range ends.
    pub to: Option<String>,
    /// The unit's name in every language; empty where there is none.
    pub unit: Localised<String>,
}

/// An answer to learn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Model {
    /// The right answer that a slip away was read as, with its language if it belongs to one.
    ReadAs(String, Option<Lang>),
    /// A right answer in each language.
    PerLanguage(Localised<String>),
}

/// What became of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceMark {
    /// Which choice.
    pub id: ChoiceId,
    /// Whether it was picked.
    pub picked: bool,
    /// Whether it is right.
    pub right: bool,
    /// A word on it, if it was picked.
    pub note: Option<Note>,
}

/// How a typed answer was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What was overlooked beyond case and punctuation.
    pub overlooked: Option<Overlooked>,
    /// It is an answer of this language, which was not on screen.
    pub other_language: Option<Lang>,
    /// It was a slip away, and at least as near to this other term.
    pub rival: Option<String>,
    /// How many percent of the points were taken off for what was overlooked.
    pub cost: u8,
}

/// What was overlooked in a right answer and is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlooked {
    /// Accents.
    Accents,
    /// Plural, singular, agreement, articles inside.
    Grammar,
    /// It is another name of the same thing.
    Synonym,
    /// The order of the words.
    Order,
    /// Everything but the words that matter.
    Words,
    /// The spelling.
    Spelling,
}

/// What may be shown about a question now: nothing before it is handed in or checked, and then what the module's policy allows.
pub fn of(session: &Session, id: &QuestionId) -> Option<Feedback> {
    let sight = session.sight(id)?;
    let mut feedback = whole(session, id)?;
    match sight {
        Visibility::Judged(Show::Explanation) => {}
        Visibility::Judged(Show::Key) => feedback.explanation = Localised::default(),
        Visibility::Judged(Show::Verdict) => {
            feedback.explanation = Localised::default();
            feedback.detail = Detail::Withheld(Vec::new());
        }
        Visibility::NotYet(show) => {
            feedback = Feedback {
                verdict: Verdict::NotYet,
                score: Score::all_or_nothing(false, feedback.score.possible()),
                explanation: Localised::default(),
                detail: withheld(&feedback.detail, show),
                account: None,
            }
        }
    }
    Some(feedback)
}

fn account(session: &Session, id: &QuestionId) -> Option<Account> {
    let used = session.used(id);
    let account = Account {
        mark: session.question_mark(id),
        hints: used.hints,
        wrong_tries: used.wrong_tries(),
        certainty: session
            .module()
            .info()
            .certainty
            .then(|| used.certainty.unwrap_or(Certainty::Low)),
    };
    let plain = (account.hints, account.wrong_tries, account.certainty) == (0, 0, None);
    (!plain).then_some(account)
}

fn whole(session: &Session, id: &QuestionId) -> Option<Feedback> {
    let question = session.module().question(id)?;
    let planned = session.plan().get(id)?;
    let outcome = session.outcome(id);
    let drawn = question.drawn(&planned.wordings);
    Some(Feedback {
        verdict: verdict(outcome.as_ref()),
        score: session.question_score(id),
        account: outcome.as_ref().and_then(|_| account(session, id)),
        explanation: drawn.texts(|wording| &wording.explanation),
        detail: match &question.body {
            Body::Choice(body) => Detail::Choice(choice_marks(body, &planned.order, outcome)),
            Body::TrueFalse(body) => {
                let given = match outcome.map(|outcome| outcome.evidence) {
                    Some(Evidence::TrueFalse { given }) => Some(given),
                    _ => None,
                };
                let note = given.map(|given| body.feedback(given).clone());
                Detail::TrueFalse {
                    key: body.key,
                    given,
                    note: note.filter(has_words),
                }
            }
            Body::Text(body) => {
                let reading = session.given().get(id).map(|given| &given.reading);
                text_detail(body, session.module().languages(), outcome, reading)
            }
            Body::Match(_) | Body::Classify(_) => Detail::Pairs(pair_marks(
                question.body.pairs(),
                session.response(id).filter(|_| outcome.is_some()),
            )),
            Body::Order(body) => Detail::Order(order_marks(body, outcome)),
            Body::Number(body) => number_detail(
                body,
                session.module().languages(),
                outcome,
                session.response(id),
            ),
            Body::Essay(body) => Detail::Essay {
                model: drawn.texts(|wording| &wording.model),
                points: match outcome {
                    Some(_) => body.checklist(&drawn),
                    None => Vec::new(),
                },
                counts: body.counts,
            },
            Body::Gaps(body) => {
                let reading = session.given().get(id).map(|given| &given.reading);
                let asked = (session.module().languages(), &drawn, reading);
                gap_marks(body, asked, outcome, session.response(id))
            }
            Body::Hotspot(body) => {
                Detail::Choice(choice_marks(&body.choice, &planned.order, outcome))
            }
        },
    })
}

/// By the kind's score: what hints and tries cost makes no answer less right.
fn verdict(outcome: Option<&Outcome>) -> Verdict {
    match outcome {
        None => Verdict::Unanswered,
        Some(Outcome {
            evidence: Evidence::Essay,
            ..
        }) => Verdict::Compare,
        Some(Outcome { score, .. }) if score.is_full() => Verdict::Right,
        Some(Outcome { score, .. }) if !score.is_nothing() => Verdict::Partly,
        Some(_) => Verdict::Wrong,
    }
}

fn has_words(note: &Note) -> bool {
    !note.is_empty()
}

fn choice_marks(
    body: &choice::Choice,
    order: &[ChoiceId],
    outcome: Option<Outcome>,
) -> Vec<ChoiceMark> {
    let evidence = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Choice(evidence)) => Some(evidence),
        _ => None,
    };
    let mut marks = Vec::new();
    for id in order {
        let Some(item) = body.choices.iter().find(|item| item.id == *id) else {
            continue;
        };
        let picked = evidence
            .as_ref()
            .is_some_and(|e| e.hits.contains(id) || e.false_picks.contains(id));
        marks.push(ChoiceMark {
            id: *id,
            picked,
            right: body.key.contains(id),
            note: (picked && has_words(&item.feedback)).then(|| item.feedback.clone()),
        });
    }
    marks
}

fn pair_marks(pairs: Option<&pairs::Pairs>, response: Option<&Response>) -> Vec<PairMark> {
    let mut marks = Vec::new();
    let Some(pairs) = pairs else { return marks };
    for item in &pairs.items {
        let given = match response {
            Some(Response::Match(given) | Response::Classify(given)) => given.get(&item.id),
            _ => None,
        };
        let wrong = given.is_some_and(|given| *given != item.place);
        marks.push(PairMark {
            id: item.id,
            given: given.cloned(),
            place: item.place,
            note: (wrong && has_words(&item.feedback)).then(|| item.feedback.clone()),
        });
    }
    marks
}

fn order_marks(body: &order::Order, outcome: Option<Outcome>) -> OrderMarks {
    let (given, counted) = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Order(found)) => (found.given, Some((found.hits, found.of))),
        _ => (Vec::new(), None),
    };
    let mut items = Vec::new();
    for id in &body.items {
        let at = given.iter().position(|given| given == id);
        items.push(OrderMark {
            id: *id,
            is_right: at.is_some_and(|at| body.is_right(&given, at) || body.place(id) == Some(at)),
        });
    }
    OrderMarks {
        credit: body.credit,
        counted,
        items,
    }
}

fn text_detail(
    body: &text::Text,
    langs: &[Lang],
    outcome: Option<Outcome>,
    reading: Option<&Reading>,
) -> Detail {
    let read = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Text(read)) => Some(read),
        _ => None,
    };
    let (mut note, mut cost, mut is_whole) = (None, 0, false);
    match &read {
        Some(TextMatch::KnownWrong(index)) => {
            note = body.listed_wrong(*index).map(|(wrong, _)| &wrong.feedback);
        }
        Some(TextMatch::Accepted(accepted)) => {
            let worth = body.worth_of(&accepted.answer);
            note = worth.map(|worth| &worth.feedback);
            is_whole = worth.is_none_or(|worth| worth.credit == 100);
            cost = 100 - body.credit.of(accepted.tier);
        }
        _ => {}
    }
    let remark = read.as_ref().and_then(|read| remark(read, reading, cost));
    let model = match &read {
        Some(TextMatch::Accepted(accepted)) if is_whole => {
            let overlooked = remark
                .as_ref()
                .and_then(|remark| remark.overlooked.as_ref());
            overlooked
                .map(|_| Model::ReadAs(accepted.answer.clone(), accepted.langs.first().cloned()))
        }
        _ => {
            let mut models = Vec::new();
            for lang in langs {
                models.push((*lang, body.model_answer_in(lang).to_owned()));
            }
            Some(Model::PerLanguage(models.into_iter().collect()))
        }
    };
    Detail::Text {
        remark,
        model,
        note: note.cloned().filter(has_words),
    }
}

fn number_detail(
    body: &number::Number,
    langs: &[Lang],
    outcome: Option<Outcome>,
    response: Option<&Response>,
) -> Detail {
    let (read, found) = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Number(number::Evidence { read, found })) => (read, found),
        _ => (None, number::Found::Unknown),
    };
    let typed = match response {
        Some(Response::Number(typed)) => typed,
        _ => "",
    };
    let quantity = |number: &Numeral, to: Option<&Numeral>, unit: Option<usize>| {
        let named = unit.and_then(|unit| body.units.get(unit));
        let mut names = Vec::new();
        for lang in langs {
            let name = named.map(|unit| &unit.name).or_else(|| body.unit.get(lang));
            names.push((*lang, name.cloned().unwrap_or_default()));
        }
        Quantity {
            number: number.as_str().to_owned(),
            to: to.map(|to| to.as_str().to_owned()),
            unit: names.into_iter().collect(),
        }
    };
    // A search of the library's would weigh more.
    let typed_so = |plain: &str| {
        let mut places = typed.as_bytes().windows(plain.len().max(1));
        places.any(|place| place == plain.as_bytes())
    };
    let near = found == number::Found::Near;
    let given = read.filter(|read| near || !found.is_right() && !typed_so(read.number.as_str()));
    let key = || match &body.key.value {
        Some(value) => quantity(value, None, None),
        None => quantity(&body.key.from, Some(&body.key.to), None),
    };
    let note = match found {
        number::Found::KnownWrong(n) => body.wrong.get(n).map(|wrong| wrong.feedback.clone()),
        _ => None,
    };
    Detail::Number {
        found,
        given: given.map(|given| quantity(&given.number, None, given.unit)),
        key: (found != number::Found::Right).then(key),
        note: note.filter(has_words),
    }
}

/// `asked` is in which languages, in which wordings, and what was on screen.
fn gap_marks(
    body: &gaps::Gaps,
    asked: (&[Lang], &SelectedWordings<'_>, Option<&Reading>),
    outcome: Option<Outcome>,
    response: Option<&Response>,
) -> Detail {
    let (langs, drawn, reading) = asked;
    let mut judged = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Gaps(judged)) => judged,
        _ => Vec::new(),
    }
    .into_iter();
    let mut marks: Vec<GapMark> = Vec::new();
    for gap in &body.gaps {
        let (key, again, outcome) = match judged.next() {
            Some(judged) => (body.gaps.get(judged.key), judged.again, judged.outcome.ok()),
            None => (None, false, None),
        };
        let verdict = verdict(outcome.as_ref());
        let detail = match &key.unwrap_or(gap).fill {
            gaps::Fill::Text(body) => text_detail(body, langs, outcome, reading),
            gaps::Fill::Number(body) => {
                let given = match response {
                    Some(Response::Gaps(given)) => given.get(&gap.id).map(gaps::Given::alone),
                    _ => None,
                };
                number_detail(body, langs, outcome, given.as_ref())
            }
            gaps::Fill::Pick(body) => {
                let key = body.key.iter().next().filter(|_| verdict != Verdict::Right);
                let key = key.map(|key| Model::PerLanguage(gaps::choice_text(drawn, key)));
                Detail::Text {
                    remark: None,
                    model: key,
                    note: None,
                }
            }
        };
        let mark = GapMark {
            id: gap.id,
            place: gaps::place_in(drawn, &gap.id),
            verdict,
            again,
            detail,
        };
        let comes_before = |own: &GapMark| first(&own.place) <= first(&mark.place);
        let at = marks.iter().take_while(|own| comes_before(own)).count();
        marks.insert(at, mark);
    }
    Detail::Gaps(marks)
}

fn first(place: &Localised<usize>) -> usize {
    place.iter().next().map_or(0, |(_, place)| *place)
}

/// A sentence's worth of how a typed answer was read; none for a plain right or wrong.
fn remark(read: &TextMatch, reading: Option<&Reading>, cost: u8) -> Option<Remark> {
    match read {
        TextMatch::Accepted(accepted) => {
            let overlooked = match accepted.tier {
                Tier::Exact | Tier::Pattern => None,
                // Hardly worth a word, unless it cost something.
                Tier::Form | Tier::Article | Tier::Number => {
                    (cost > 0).then_some(Overlooked::Grammar)
                }
                Tier::Accents => Some(Overlooked::Accents),
                Tier::Grammar => Some(Overlooked::Grammar),
                Tier::Synonym => Some(Overlooked::Synonym),
                Tier::Order => Some(Overlooked::Order),
                Tier::Words => Some(Overlooked::Words),
                Tier::Typo => Some(Overlooked::Spelling),
            };
            let on_screen = |lang: &Lang| reading.is_none_or(|reading| reading.shows(lang));
            let other_language = match accepted.langs.as_slice() {
                [first, ..] if !accepted.langs.iter().any(on_screen) => Some(*first),
                _ => None,
            };
            (overlooked.is_some() || other_language.is_some()).then_some(Remark {
                overlooked,
                other_language,
                rival: None,
                cost,
            })
        }
        TextMatch::Confusable { rival, .. } => Some(Remark {
            overlooked: None,
            other_language: None,
            rival: Some(rival.clone()),
            cost: 0,
        }),
        TextMatch::KnownWrong(_) | TextMatch::Unknown => None,
    }
}
