//! What is stored of one module: attempts that go on, finished ones, and what can't be read.

use super::entries::{Entries, Finished};
use super::{Attempt, Key, Saved, SavedError, Scope, seen};
use crate::bank::Module;
use crate::id::{AttemptId, QuestionId};
use crate::question_map::QuestionMap;
use crate::session::{AttemptHead, Plan, RecordedResponse, Seed};
use crate::time::Moment;

/// An attempt that goes on, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenAttempt {
    pub(super) scope: Scope,
    pub(super) head: AttemptHead,
    pub(super) given: QuestionMap<RecordedResponse>,
}

/// What is kept of a module.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Attempts that go on.
    pub(super) open: Vec<OpenAttempt>,
    /// Finished attempts, oldest first.
    pub(super) done: Vec<Finished>,
    /// The learner's answers are to questions that the module no longer has.
    pub(super) has_outgrown: bool,
}

/// The entries of one attempt.
struct Group {
    scope: Scope,
    id: AttemptId,
    head: Option<AttemptHead>,
    done: Option<Attempt>,
    given: QuestionMap<RecordedResponse>,
    /// It is not to be touched: a later version keeps its plan or its result, or it is none of this module's.
    stays: bool,
}

struct Damaged {
    key: Key,
    name: String,
    text: String,
}

#[derive(Default)]
struct Scan {
    groups: Vec<Group>,
    damaged: Vec<Damaged>,
}

impl Found {
    /// The attempt to go on with: the one worked on last, and of those without an answer the first one. Every tab chooses
    /// alike.
    pub(super) fn to_go_on(&self) -> Option<&OpenAttempt> {
        self.open.iter().min_by(|one, other| {
            let last = |open: &OpenAttempt| open.given.iter().map(|(_, given)| given.at).max();
            last(other)
                .cmp(&last(one))
                .then(one.head.started.cmp(&other.head.started))
                .then(one.head.id.as_str().cmp(other.head.id.as_str()))
        })
    }

    /// Looks through the storage. Entries that can't be read are set aside, and what an interrupted page has left behind is put in order.
    pub(super) fn scan(entries: &Entries, now: Moment) -> Self {
        let Scan {
            mut groups,
            damaged,
        } = Scan::of(entries);
        let mut found = Self::default();
        for group in &mut groups {
            found.take_done(entries, group, now);
        }
        for group in &mut groups {
            found.take_open(entries, group);
        }
        let own = [entries.scope, Scope::from(*entries.scope.bank())];
        let mut homes = vec![entries.scope];
        if !groups
            .iter()
            .any(|group| group.scope == own[1] && is_foreign(&found, entries, group))
        {
            homes.push(own[1]);
        }
        let open = found.open.iter().map(|open| open.scope);
        homes.extend(open.chain(found.done.iter().map(|done| done.scope)));
        for Damaged { key, name, text } in damaged {
            if own.contains(key.scope())
                || key.attempt().is_some_and(|id| found.has(key.scope(), id))
            {
                entries.set_aside(&name, text, now);
            }
        }
        entries.homes.replace(homes);
        found
    }

    fn has(&self, scope: &Scope, id: &AttemptId) -> bool {
        let open = self
            .open
            .iter()
            .any(|own| own.scope == *scope && own.head.id == *id);
        open || self
            .done
            .iter()
            .any(|own| own.scope == *scope && own.attempt.head.id == *id)
    }

    /// Takes a finished attempt, if it is one at this module.
    fn take_done(&mut self, entries: &Entries, group: &mut Group, now: Moment) {
        let Some(mut attempt) = group.done.take().filter(|_| !group.stays) else {
            return;
        };
        if !entries.is_ours(group.scope, &attempt) {
            // It is none of this module's, and neither are its parts.
            group.stays = true;
            group.done = Some(attempt);
            return;
        }
        let is_left_behind = group.head.is_some() || !group.given.is_empty();
        let name = Key::Done(group.scope, group.id).name();
        if is_left_behind && entries.storage.is_stored(&name) {
            // By a page that was closed while it handed in, or a version that left them.
            entries.hand_in(group.scope, &mut attempt, now);
        }
        let later = |own: &Finished| own.attempt.submitted > attempt.submitted;
        let place = self.done.iter().position(later);
        let scope = group.scope;
        self.done.insert(
            place.unwrap_or(self.done.len()),
            Finished { scope, attempt },
        );
    }

    /// Takes an attempt that goes on, if it is one at this module.
    fn take_open(&mut self, entries: &Entries, group: &Group) {
        if group.stays || self.has(&group.scope, &group.id) {
            return;
        }
        let module = &entries.module;
        let same = answered(module, &group.given);
        let head = match &group.head {
            Some(head) if head.module != module.info().id => return,
            Some(head) if !fits(entries, group.scope, &head.plan, &group.given) => {
                self.has_outgrown |= group.scope == entries.scope && !group.given.is_empty();
                return;
            }
            Some(head) => head.clone(),
            None if same.is_empty() || same.len() * 2 < group.given.len() => return,
            None => {
                entries.note(|all| all.redrawn = true);
                self.redrawn(module, group)
            }
        };
        let plan = head.plan.clone().including(module, head.seed, &same);
        self.open.push(OpenAttempt {
            scope: group.scope,
            head: AttemptHead { plan, ..head },
            given: group.given.clone(),
        });
    }

    /// The plan of an attempt whose own entry is lost, as it was drawn: its id says when and with which seed.
    fn redrawn(&self, module: &Module, group: &Group) -> AttemptHead {
        let parts = group.id.as_str().split_once('-');
        let parts = parts.and_then(|(at, seed)| Some((at.parse().ok()?, seed.parse().ok()?)));
        let first = group.given.iter().map(|(_, given)| given.at.0).min();
        let (at, seed) = parts.unwrap_or((first.unwrap_or_default(), 0));
        let done = self.done.iter().map(|done| &done.attempt);
        let seen = seen(done.filter(|attempt| attempt.submitted <= Moment(at)));
        AttemptHead {
            id: group.id,
            module: module.info().id,
            bank_version: module.bank().version().clone(),
            seed: Seed(seed),
            started: Moment(at),
            plan: Plan::draw(module, Seed(seed), &seen),
        }
    }
}

impl Scan {
    /// Reads every entry of the bank, in all scopes.
    fn of(entries: &Entries) -> Self {
        let mut scan = Self::default();
        let bank = ["jalon:", entries.scope.bank().as_str()].concat();
        let unscoped = Scope::from(*entries.scope.bank());
        for name in entries.storage.names() {
            if !name.starts_with(&bank) {
                continue;
            }
            // Other names are not ours to judge: a later version may have them.
            let Ok(key) = name.parse::<Key>() else {
                continue;
            };
            let Some(text) = entries.storage.read(&name) else {
                continue;
            };
            if key.scope().bank() != entries.scope.bank() {
                continue;
            }
            match Saved::read(&key, &text) {
                Ok(saved) => scan.add(&key, saved),
                Err(SavedError::Unreadable) => scan.damaged.push(Damaged { key, name, text }),
                Err(SavedError::Newer(_)) => {
                    let is_ours = [entries.scope, unscoped].contains(key.scope());
                    let is_shown = match &key {
                        Key::Writing(_, module) => *module == entries.module.info().id,
                        Key::Reading(..) | Key::Stored(..) => false,
                        Key::Open(..) | Key::Given(..) | Key::Done(..) => true,
                    };
                    if is_ours && is_shown {
                        entries.note(|all| all.newer = true);
                    }
                    if let Key::Open(scope, id) | Key::Done(scope, id) = key {
                        scan.group(scope, id).stays = true;
                    }
                }
            }
        }
        scan
    }

    fn add(&mut self, key: &Key, saved: Saved) {
        match (key, saved) {
            (Key::Open(scope, id), Saved::Open(head)) => self.group(*scope, *id).head = Some(head),
            (Key::Done(scope, id), Saved::Done(attempt)) => {
                self.group(*scope, *id).done = Some(attempt);
            }
            (Key::Given(scope, id, question), Saved::Given(given)) => {
                self.group(*scope, *id).given.insert(*question, given);
            }
            _ => {}
        }
    }

    fn group(&mut self, scope: Scope, id: AttemptId) -> &mut Group {
        let same = |own: &Group| own.scope == scope && own.id == id;
        let place = self.groups.iter().position(same);
        let place = place.unwrap_or_else(|| {
            self.groups.push(Group {
                scope,
                id,
                head: None,
                done: None,
                given: QuestionMap::default(),
                stays: false,
            });
            self.groups.len() - 1
        });
        &mut self.groups[place]
    }
}

/// The questions whose answers mean what they meant when they were given.
fn answered(module: &Module, given: &QuestionMap<RecordedResponse>) -> Vec<QuestionId> {
    let mut same = Vec::new();
    for (id, given) in given.iter() {
        if module
            .question(id)
            .is_some_and(|own| own.fingerprint == given.fingerprint)
        {
            same.push(*id);
        }
    }
    same
}

/// Whether an attempt can be one at this module: it has at least half of the questions. Under another address it may be an attempt at
/// another bank of this id, so there those whose answers mean something else don't count.
fn fits(
    entries: &Entries,
    scope: Scope,
    plan: &Plan,
    given: &QuestionMap<RecordedResponse>,
) -> bool {
    let is_own = scope == entries.scope;
    let there = plan.questions.iter().filter(|planned| {
        let question = entries.module.question(&planned.question);
        question.is_some_and(|question| {
            let given = given.get(&planned.question);
            is_own || given.is_none_or(|given| given.fingerprint == question.fingerprint)
        })
    });
    let there = there.count();
    there > 0 && there * 2 >= plan.questions.len()
}

impl Entries {
    /// Whether a finished attempt is one at this module.
    pub(super) fn is_ours(&self, scope: Scope, attempt: &Attempt) -> bool {
        attempt.head.module == self.module.info().id
            && fits(self, scope, &attempt.head.plan, &attempt.given)
    }
}

/// Whether it is an attempt at a module of this id in another bank.
fn is_foreign(found: &Found, entries: &Entries, group: &Group) -> bool {
    let head = group.head.as_ref();
    let head = head.or(group.done.as_ref().map(|done| &done.head));
    let is_here = head.is_some_and(|head| head.module == entries.module.info().id);
    is_here && !found.has(&group.scope, &group.id)
}
