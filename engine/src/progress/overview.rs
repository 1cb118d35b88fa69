//! Where a learner stands in each module of a bank, by what is stored. It takes the bank's header alone, and writes nothing.

use super::page_storage::PageStorage;
use super::{Attempt, Key, Saved, SavedError, Scope};
use crate::bank::{Bank, ModuleInfo};
use crate::grade::Mark;
use crate::id::{AttemptId, ModuleId};
use crate::session::RecordedResponse;
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
    /// When the last one was handed in.
    pub last_at: Option<Moment>,
    /// The mark of the last one in which something is graded.
    pub last: Option<Mark>,
    /// The best mark, by its percentage, of those in which something is graded.
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
            last_at: None,
            last: None,
            best: None,
        }
    }

    /// Adds a finished attempt, which is to be later than those before.
    fn add(&mut self, attempt: &Attempt) {
        let mark = attempt.mark();
        self.finished += 1;
        self.last_at = Some(attempt.submitted);
        if mark.possible() > 0 {
            self.last = Some(mark);
            let is_better = |best: Mark| best.percent() < mark.percent();
            if self.best.is_none_or(is_better) {
                self.best = Some(mark);
            }
        }
    }
}

/// Where the learner goes on: in the attempt that was left, else in the first module that is not passed; nowhere once all are passed.
pub fn next_module(modules: &[ModuleOverview]) -> Option<&ModuleOverview> {
    let open = modules.iter().find(|one| one.answers > 0);
    let not_passed = |one: &&ModuleOverview| one.reached() != Reached::Passed;
    open.or_else(|| modules.iter().find(not_passed))
}

/// Where a learner stands in each module of `bank`, in the bank's order. `address` is the absolute address of the bank.
///
/// What counts was saved for the bank at this address, or by a release that had no addresses in its names. Entries that can't be read, and
/// those of a later version, are passed over and stay as they are.
pub fn overview(bank: &Bank, address: &str, storage: &PageStorage) -> Vec<ModuleOverview> {
    let (open, mut done) = attempts(bank, address, storage);
    done.sort_by_key(|attempt| attempt.submitted);
    let mut all = Vec::new();
    for info in bank.modules() {
        let mut own = ModuleOverview::new(info);
        for attempt in done.iter().filter(|done| done.head.module == info.id) {
            own.add(attempt);
        }
        let going_on = open
            .iter()
            .filter(|open| open.module == Some(info.id) && !open.is_over);
        // Of several, the one that a checkpoint goes on with.
        let last = going_on.max_by_key(|open| open.at);
        own.answers = last.map_or(0, |open| open.answers);
        all.push(own);
    }
    all
}

/// The attempts at the bank's modules that may go on, and the finished ones.
fn attempts(bank: &Bank, address: &str, storage: &PageStorage) -> (Vec<Open>, Vec<Attempt>) {
    let (mut all, mut done) = (Vec::new(), Vec::new());
    for (key, saved) in entries(bank, address, storage) {
        let Some(id) = key.attempt() else { continue };
        let open = find(&mut all, *key.scope(), *id);
        match (saved, &key) {
            (Ok(Saved::Done(attempt)), _) => {
                open.is_over = true;
                done.push(attempt);
            }
            (Ok(Saved::Open(head)), _) => open.module = Some(head.module),
            (Ok(Saved::Given(given)), _) => open.add(&given),
            // What a later version keeps of it can't be counted.
            (Err(SavedError::Newer(_)), Key::Open(..) | Key::Done(..)) => open.is_over = true,
            _ => {}
        }
    }
    (all, done)
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
    fn add(&mut self, given: &RecordedResponse) {
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
