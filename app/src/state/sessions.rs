//! Where a session comes from: an attempt that goes on, one that is over, or nothing yet.

use jalon_engine::bank::Module;
use jalon_engine::decimal::decimal;
use jalon_engine::progress::{Attempt, seen};
use jalon_engine::session::{Event, Session};

use super::shelf::{Found, OpenAttempt};
use crate::edge::{now, seed};

pub(super) fn first_session(module: &Module, found: &Found) -> Session {
    match (found.to_go_on(), found.done.last()) {
        (Some(open), _) => resumed(module, open),
        (None, Some(last)) => finished(module, last),
        (None, None) => new_session(module.clone(), &[]),
    }
}

pub(super) fn resumed(module: &Module, open: &OpenAttempt) -> Session {
    Session::resume(module.clone(), open.head.clone(), &open.given, None)
}

pub(super) fn finished(module: &Module, done: &Attempt) -> Session {
    let mut session = Session::resume(
        module.clone(),
        done.head.clone(),
        &done.given,
        Some(done.submitted),
    );
    assess_all(&mut session, done);
    session
}

pub(super) fn assess_all(session: &mut Session, done: &Attempt) {
    for (question, own) in done.assessed.iter() {
        // One that no longer fits changes nothing.
        let _ = session.apply(Event::Assess {
            question: *question,
            points: own.points.clone(),
            at: own.at,
        });
    }
}

pub(super) fn new_session(module: Module, done: &[Attempt]) -> Session {
    let (at, seed) = (now(), seed());
    let id = [&decimal(at.0), "-", &decimal(seed.0.into())].concat();
    let Ok(id) = id.parse() else {
        unreachable!("digits and a hyphen make an id")
    };
    Session::start(module, id, seed, &seen(done), at)
}
