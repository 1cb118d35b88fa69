//! Where a learner stands in each module of a bank, by what is stored. It takes the bank's header alone, and writes nothing.

use super::page_storage::PageStorage;
use super::{Attempt, Key, Saved, SavedError, Scope};
use crate::bank::{Bank, ModuleInfo};
use crate::grade::Mark;
use crate::id::{AttemptId, ModuleId};
use crate::session::Given;
use crate::time::Moment;

/// Where a learner stands in one module.
///
/// Every attempt at the module counts, also one at questions that the module no longer has: which it has, the header doesn't say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleOverview {
    /// Which module.
    pub module: ModuleId,
    /// The share of points needed to pass, in percent, 1 to 100.
    pub pass: u8,
    /// How many questions have something in their answer, complete or not, in the attempt that goes on. 0 where none goes on, and where
    /// nothing is answered in it.
    pub answers: usize,
    /// How many attempts are finished.
    pub finished: usize,
    /// When the last finished attempt was handed in, and what it earned. Where nothing in it is graded, that is 0 points out of 0.
    pub last: Option<(Moment, Mark)>,
    /// The best mark of all finished attempts, by their percentage; `None` where nothing in them is graded.
    pub best: Option<Mark>,
}

/// How far a learner has come in a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Nothing was answered yet.
    Nothing,
    /// The first attempt goes on.
    Begun,
    /// There are finished attempts, and nothing in them is graded.
    HandedIn,
    /// No attempt passes yet.
    NotPassed,
    /// The best attempt passes.
    Passed,
}

impl ModuleOverview {
    /// How far the learner has come.
    pub fn reached(&self) -> Reached {
        match self.best {
            Some(best) if best.passes(self.pass) => Reached::Passed,
            Some(_) => Reached::NotPassed,
            None if self.finished > 0 => Reached::HandedIn,
            None if self.answers > 0 => Reached::Begun,
            None => Reached::Nothing,
        }
    }

    fn new(info: &ModuleInfo) -> Self {
        Self {
            module: info.id,
            pass: info.pass,
            answers: 0,
            finished: 0,
            last: None,
            best: None,
        }
    }

    fn add(&mut self, attempt: &Attempt) {
        let (at, mark) = (attempt.submitted, attempt.mark());
        self.finished += 1;
        if self.last.is_none_or(|(last, _)| last <= at) {
            self.last = Some((at, mark));
        }
        let is_better = |best: Mark| best.percent() < mark.percent();
        if mark.possible() > 0 && self.best.is_none_or(is_better) {
            self.best = Some(mark);
        }
    }
}

/// Where a learner stands in each module of `bank`, in the bank's order. `address` is the absolute address of the bank.
///
/// What counts was saved for the bank at this address, or by a release that had no addresses in its names. Entries that can't be read, and
/// those of a later version, are passed over and stay as they are.
pub fn overview(bank: &Bank, address: &str, storage: &PageStorage) -> Vec<ModuleOverview> {
    let mut all: Vec<_> = bank.modules().iter().map(ModuleOverview::new).collect();
    let mut attempts = Vec::new();
    for (key, saved) in entries(bank, address, storage) {
        let Some(id) = key.attempt() else { continue };
        let open = find(&mut attempts, *key.scope(), *id);
        match (saved, &key) {
            (Ok(Saved::Done(attempt)), _) => {
                open.is_over = true;
                let mut all = all.iter_mut();
                if let Some(own) = all.find(|own| own.module == attempt.head.module) {
                    own.add(&attempt);
                }
            }
            (Ok(Saved::Open(head)), _) => open.module = Some(head.module),
            (Ok(Saved::Given(given)), _) => open.add(&given),
            // What a later version keeps of it can't be counted.
            (Err(SavedError::Newer(_)), Key::Open(..) | Key::Done(..)) => open.is_over = true,
            _ => {}
        }
    }
    for own in &mut all {
        let going_on = attempts
            .iter()
            .filter(|open| open.module == Some(own.module) && !open.is_over);
        // Of several, the one that a checkpoint goes on with.
        own.answers = going_on
            .max_by_key(|open| open.at)
            .map_or(0, |open| open.answers);
    }
    all
}

/// What may be an attempt at one of the bank's modules, or a part of one.
fn entries(
    bank: &Bank,
    address: &str,
    storage: &PageStorage,
) -> Vec<(Key, Result<Saved, SavedError>)> {
    let scopes = [Scope::of(bank.id(), address), Scope::from(*bank.id())];
    let mut entries = Vec::new();
    for name in storage.names() {
        let Ok(key) = name.parse::<Key>() else {
            continue;
        };
        if scopes.contains(key.scope())
            && key.attempt().is_some()
            && let Some(text) = storage.read(&name)
        {
            let saved = Saved::read(&key, &text);
            entries.push((key, saved));
        }
    }
    entries
}

/// An attempt that may go on, as far as its entries were read.
struct Open {
    scope: Scope,
    id: AttemptId,
    /// None as long as its own entry is not read: its answers don't say which module it is at.
    module: Option<ModuleId>,
    is_over: bool,
    answers: usize,
    /// When it was worked on last.
    at: Option<Moment>,
}

impl Open {
    fn add(&mut self, given: &Given) {
        self.at = self.at.max(Some(given.at));
        self.answers += usize::from(!given.response.is_blank());
    }
}

fn find(all: &mut Vec<Open>, scope: Scope, id: AttemptId) -> &mut Open {
    let same = |own: &Open| own.scope == scope && own.id == id;
    let at = all.iter().position(same).unwrap_or_else(|| {
        all.push(Open {
            scope,
            id,
            module: None,
            is_over: false,
            answers: 0,
            at: None,
        });
        all.len() - 1
    });
    &mut all[at]
}
