//! What may be shown of a judged attempt. Codes and the bank's own texts, no prose: the words are the client's.

use crate::bank::Show;
use crate::grade::{Certainty, Mark, Score};
use crate::id::QuestionId;
use crate::kind::detail::{self, Judged, verdict, withheld};
use crate::lang::Localised;
use crate::markup::Markup;
use crate::session::{Session, Visibility};

pub use crate::kind::choice::ChoiceMark;
pub use crate::kind::detail::{Detail, Verdict};
pub use crate::kind::gaps::feedback::GapMark;
pub use crate::kind::number::Quantity;
pub use crate::kind::order::{OrderMark, OrderMarks};
pub use crate::kind::pairs::PairMark;
pub use crate::kind::text::{Model, Overlooked, Remark};

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
        detail: detail::of(
            &Judged {
                body: &question.body,
                drawn: &drawn,
                order: &planned.order,
                languages: session.module().languages(),
                response: session.response(id),
                reading: session.given().get(id).map(|given| &given.reading),
            },
            outcome,
        ),
    })
}
