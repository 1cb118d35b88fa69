//! One attempt as the learner thinks of it, held against what a page shows and what is stored.

use std::collections::BTreeMap;

use super::kiosk::{Edition, REKEYED, is_order};
use super::report::{Report, Screen};

/// An answer, and what may be found of it.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// The last is what the learner gave; those before it are what may come back where a page has said that the last may go.
    pub(super) may_be: Vec<String>,
    /// No page has said that it may go: one of them is stored.
    pub(super) is_kept: bool,
    /// It was given to the other key of its question.
    pub(super) to_other_key: bool,
    /// When the attempt was handed in, the bank did not have the question, or had another key.
    pub(super) is_left_out: bool,
    /// A page that has warned is gone, and no page has shown since which of them it is.
    pub(super) is_doubtful: bool,
}

/// One attempt as the learner thinks of it: a sheet of paper.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// At which address the bank is.
    pub(super) site: usize,
    /// What the ids of its questions start with.
    pub(super) prefix: &'static str,
    pub(super) answers: BTreeMap<String, Answer>,
    pub(super) is_over: bool,
    /// No page has said that the result may go: it is stored.
    pub(super) is_over_for_good: bool,
    /// No page has said that the sheet may go.
    pub(super) is_stored: bool,
    /// When the learner last worked on it; at 0, not yet.
    pub(super) worked_on: usize,
    pub(super) begun: usize,
    /// The attempt's name in the storage, as soon as it can be told by the answers.
    pub(super) attempt: Option<String>,
    /// A later version of the client has its plan now: its answers are stored, and shown by nobody.
    pub(super) is_hidden: bool,
    /// Given up: nothing is known of it any more.
    pub(super) is_gone: bool,
}

impl Sheet {
    pub(super) fn is_at(&self, site: usize, edition: Edition) -> bool {
        let is_here = self.site == site && self.prefix == edition.prefix();
        is_here && !self.is_hidden && !self.is_gone
    }

    /// Whether a screen shows it: each answer as the learner gave it, or, with `is_loss_allowed`, as it may have become.
    pub(super) fn is_on(
        &self,
        screen: &Screen,
        edition: Edition,
        is_loss_allowed: bool,
    ) -> Result<(), String> {
        let may_be_open = is_loss_allowed && !self.is_over_for_good;
        if screen.is_over != self.is_over && (screen.is_over || !may_be_open) {
            return Err(format!("over: {}, not {}", screen.is_over, self.is_over));
        }
        for (question, shown) in &screen.answers {
            let Some(answer) = self.answers.get(question) else {
                if shown.is_empty() || is_order(question) {
                    continue;
                }
                return Err(format!(
                    "{question} was never answered, and has \"{shown}\""
                ));
            };
            let is_rekeyed = answer.to_other_key != is_other_key(edition, question);
            let is_nothing = shown.is_empty() || is_order(question);
            let is_last = answer.may_be.last() == Some(shown);
            let is_fair = match () {
                () if is_last && (self.is_over || !is_rekeyed) => true,
                () if is_rekeyed => is_nothing,
                () if answer.is_left_out && self.is_over => is_nothing,
                () if !is_loss_allowed && !answer.is_doubtful => false,
                () => answer.may_be.contains(shown) || !answer.is_kept && is_nothing,
            };
            if !is_fair {
                return Err(format!("{question} has \"{shown}\": {answer:?}"));
            }
        }
        let is_there = |id: &&String| edition.has(id) && !screen.answers.contains_key(*id);
        match self.answers.keys().find(is_there) {
            Some(id) if !is_loss_allowed => Err(format!("{id} is not on screen")),
            _ => Ok(()),
        }
    }

    /// Whether all that no page has warned about is stored under one attempt.
    pub(super) fn is_stored_as(&self, attempt: &str, report: &Report) -> bool {
        let given = report.given.get(attempt);
        let is_there = |(question, answer): (&String, &Answer)| {
            let found = given.and_then(|given| given.get(question));
            let is_found =
                found.is_some_and(|all| all.iter().any(|one| answer.may_be.contains(one)));
            is_found || !answer.is_kept
        };
        let is_done = report.done.iter().any(|own| own == attempt);
        self.answers.iter().all(is_there) && (is_done || !self.is_over_for_good)
    }

    /// What is in doubt is as it is on screen.
    pub(super) fn settle(&mut self, screen: &Screen, is_in_doubt: bool) {
        if is_in_doubt {
            self.is_over = screen.is_over;
        }
        self.answers.retain(|question, answer| {
            let Some(now) = screen
                .answers
                .get(question)
                .filter(|_| is_in_doubt || answer.is_doubtful)
            else {
                return true;
            };
            let is_nothing = now.is_empty() || is_order(question);
            if answer.may_be.contains(now) {
                answer.may_be = vec![now.clone()];
                answer.is_doubtful = false;
            }
            answer.is_kept || !is_nothing
        });
    }

    pub(super) fn has_promises(&self) -> bool {
        self.is_over_for_good || self.answers.values().any(|answer| answer.is_kept)
    }
}

pub(super) fn is_other_key(edition: Edition, question: &str) -> bool {
    edition == Edition::OtherKey && question == REKEYED
}
