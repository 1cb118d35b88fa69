//! What a learner does in a tab.

use jalon_engine::bank::Module;
use jalon_engine::grade::Certainty;
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::{Body, Response};
use jalon_engine::lang::Reading;
use jalon_engine::progress::Storage;
use jalon_engine::question_map::QuestionMap;
use jalon_engine::session::{Event, RecordedResponse, Unanswered};
use jalon_engine::time::Moment;

use super::checks::holds;
use super::{Holder, Known, World};
use crate::journeys::{Act, Answer};

impl World {
    pub(super) fn know(
        &mut self,
        attempt: AttemptId,
        question: QuestionId,
        response: Response,
        holder: Holder,
    ) {
        let before = self
            .answers
            .iter()
            .find(|own| own.attempt == attempt && own.question == question);
        let gives_way = before.is_some_and(|own| {
            own.gives_way || own.holder != holder && (own.announced || self.is_unreadable)
        });
        self.cleared.retain(|own| *own != (attempt, question));
        let mut others = Vec::new();
        let mut is_kept = false;
        self.answers.retain(|own| {
            let is_same = own.attempt == attempt && own.question == question;
            if is_same {
                others.extend(own.others.iter().cloned());
                others.push(own.response.clone());
                is_kept |= own.is_kept;
            }
            !is_same
        });
        self.answers.push(Known {
            attempt,
            question,
            response,
            at: Moment(self.clock),
            holder,
            announced: false,
            gives_way,
            others,
            is_kept,
        });
    }

    pub(super) fn answer(&mut self, tab: usize, element: usize, n: usize, answer: Answer) {
        let now = self.now();
        let mut news = None;
        self.on(tab, element, |own| {
            let Some(planned) = own.session().plan().questions.get(n) else {
                return;
            };
            let question = planned.question;
            let response = response(own.session().module(), &question, answer);
            let event = Event::Respond {
                question,
                response,
                reading: Reading::Both,
                at: now,
            };
            own.apply(event);
            let given = own.session().given().get(&question);
            if let Some(given) = given.filter(|given| given.at == now) {
                news = Some((own.session().head().id, question, given.response.clone()));
            }
        });
        if let Some((attempt, question, response)) = news {
            self.know(attempt, question, response, Holder::Tab(tab));
        }
    }

    pub(super) fn use_up(&mut self, tab: usize, n: usize, act: &Act) {
        let at = self.now();
        let (mut touched, mut is_blank) = (None, false);
        let stored = self.disk.entries();
        self.on(tab, 0, |own| {
            let Some(planned) = own.session().plan().questions.get(n) else {
                return;
            };
            let (question, reading) = (planned.question, Reading::Both);
            own.apply(match act {
                Act::Check(..) => Event::Check { question, at },
                Act::Hint(..) => Event::Hint {
                    question,
                    reading,
                    at,
                },
                _ => Event::Sure {
                    question,
                    certainty: Certainty::Low,
                    reading,
                    at,
                },
            });
            let given = own.session().given().get(&question);
            if let Some(given) = given.filter(|given| given.at == at) {
                touched = Some((own.session().head().id, question));
                is_blank = given.response == Response::Nothing && own.saving().1.bank_changed;
            }
        });
        // The question has changed since it was answered, which the page says: what is done at the new one replaces what was stored, as
        // an answer would.
        let is_replaced = |own: &Known| {
            touched == Some((own.attempt, own.question))
                && stored.iter().any(|entry| holds(entry, own))
        };
        if is_blank && !self.is_unreadable {
            self.answers.retain(|own| !is_replaced(own));
        }
        for own in &mut self.answers {
            let is_other = own.holder != Holder::Tab(tab) && (own.announced || self.is_unreadable);
            own.gives_way |= is_other && touched == Some((own.attempt, own.question));
        }
    }

    pub(super) fn submit(&mut self, tab: usize, element: usize, anyway: bool) {
        let at = self.now();
        let unanswered = match anyway {
            true => Unanswered::Leave,
            false => Unanswered::Ask,
        };
        let mut news = None;
        self.on(tab, element, |own| {
            own.apply(Event::Submit { unanswered, at });
            if own.session().submitted() == Some(at) {
                news = Some((own.session().head().id, own.session().given().clone()));
            }
        });
        if let Some((id, given)) = news {
            self.hand_in(id, given, Holder::Tab(tab));
        }
    }

    pub(super) fn hand_in(
        &mut self,
        id: AttemptId,
        given: QuestionMap<RecordedResponse>,
        holder: Holder,
    ) {
        self.done.push((id, holder, false));
        let is_blind = self.disk.names().is_err();
        for own in &mut self.answers {
            // Whoever hands in can't know of what another tab has in memory alone, nor of what it stored where nothing can be read.
            let is_hidden = own.announced || is_blind;
            if own.attempt == id && is_hidden && own.holder != holder {
                own.at = Moment(u64::MAX);
            }
        }
        self.handed_in.push((id, given));
    }

    pub(super) fn write(&mut self, tab: usize, element: usize, text: String) {
        let now = self.now();
        if self.tabs[tab].is_some() {
            self.on(tab, element, |own| _ = own.write(text.clone(), now));
            let holder = Holder::Tab(tab);
            let before = self.writing.as_ref();
            let entries = self.disk.entries();
            let is_there = entries.iter().any(|(name, _)| name.contains(":writing:"));
            let gives_way = before.is_some_and(|own| own.3 || own.1 != holder && own.2)
                || self.is_unreadable && is_there && before.is_none_or(|own| own.1 != holder);
            self.writing = Some((text, holder, false, gives_way));
        }
    }
}

pub(super) fn response(module: &Module, question: &QuestionId, answer: Answer) -> Response {
    let body = module.question(question).map(|question| &question.body);
    match (answer, body) {
        (Answer::Nothing, _) | (_, None) => Response::Nothing,
        (Answer::Right, Some(body)) => body.model_response(),
        (_, Some(Body::Choice(_))) => {
            let ids = if answer == Answer::Other { "b" } else { "c" };
            Response::Choice([ids.parse().unwrap()].into_iter().collect())
        }
        (_, Some(Body::TrueFalse(_))) => Response::TrueFalse(answer == Answer::Other),
        (Answer::Other, Some(_)) => Response::Text("ISO/IEC 27002".to_owned()),
        (_, Some(_)) => Response::Text("ISO/I".to_owned()),
    }
}
