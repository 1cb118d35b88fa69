//! How tabs come and go, and what they say of what they hold.

use std::rc::Rc;

use jalon_engine::progress::{ModuleProgress, PageStorage};
use jalon_engine::session::Seed;

use super::{Holder, Tab, TabStorage, World};
use crate::page::HERE;

impl World {
    /// What the page has in memory is enough to show the same again, whatever the storage does.
    pub(super) fn put_in_anew(&mut self, tab: usize, element: usize) {
        let now = self.now();
        let Some(own) = &mut self.tabs[tab] else {
            return;
        };
        let module = own.elements[element].session().module().clone();
        let before = own.elements[element].session().clone();
        let storage = own.storage.clone();
        let seed = Seed(now.0 as u32);
        own.elements[element] = ModuleProgress::open(module, HERE, storage, now, seed);
        self.tell_other(tab, element);
        let Some(own) = &self.tabs[tab] else { return };
        let session = own.elements[element].session();
        if session.head().id != before.head().id || own.has_newer() {
            return;
        }
        for known in self
            .answers
            .iter()
            .filter(|known| known.holder == Holder::Tab(tab))
        {
            let is_here = known.attempt == session.head().id && !known.gives_way;
            let was_shown = before.response(&known.question) == Some(&known.response);
            if is_here && was_shown && self.queues[tab].is_empty() {
                let shown = session.response(&known.question);
                assert_eq!(
                    shown,
                    Some(&known.response),
                    "{known:?} went with its element"
                );
            }
        }
    }

    pub(super) fn open(&mut self, tab: usize) {
        if self.tabs[tab].is_some() {
            self.close(tab, false);
        }
        let storage = Rc::new(PageStorage::new(Box::new(TabStorage {
            disk: self.disk.clone(),
            tab,
            log: self.log.clone(),
        })));
        let mut elements = Vec::new();
        for _ in 0..2 {
            let now = self.now();
            let seed = Seed(now.0 as u32);
            elements.push(ModuleProgress::open(
                self.module(),
                HERE,
                storage.clone(),
                now,
                seed,
            ));
        }
        storage.take_changes();
        self.tabs[tab] = Some(Tab { storage, elements });
        self.queues[tab].clear();
        self.is_as_left(tab);
    }

    pub(super) fn close(&mut self, tab: usize, crash: bool) {
        let Some(own) = self.tabs[tab].take() else {
            return;
        };
        if !crash {
            own.storage.retry();
            if own.is_healthy() && !own.has_newer() {
                self.tabs[tab] = Some(own);
                self.announce();
                self.tabs[tab] = None;
            }
        }
        let gone = |holder: Holder, announced: bool| holder == Holder::Tab(tab) && announced;
        self.answers
            .retain(|own| own.is_kept || !gone(own.holder, own.announced));
        self.done.retain(|own| !gone(own.1, own.2));
        self.writing = self.writing.take().filter(|own| !gone(own.1, own.2));
        for own in &mut self.answers {
            if own.holder == Holder::Tab(tab) {
                own.holder = Holder::Stored;
            }
        }
        for own in &mut self.done {
            if own.1 == Holder::Tab(tab) {
                own.1 = Holder::Stored;
            }
        }
        if let Some(own) = &mut self.writing
            && own.1 == Holder::Tab(tab)
        {
            own.1 = Holder::Stored;
        }
    }

    /// A page that says that something is not stored may lose it; one that says nothing may not.
    pub(super) fn announce(&mut self) {
        let is_announced = |holder: Holder, before: bool| match holder {
            Holder::Tab(tab) => match &self.tabs[tab] {
                Some(own) => !own.is_healthy() || own.has_newer(),
                None => before,
            },
            Holder::Stored => before,
        };
        for own in &mut self.answers {
            let is_waiting = is_announced(own.holder, own.announced);
            own.announced = is_waiting || own.announced && own.gives_way;
            own.is_kept |= !is_waiting;
            if !own.announced && !own.yields() {
                own.others.clear();
            }
        }
        for own in &mut self.done {
            own.2 = is_announced(own.1, own.2);
        }
        if let Some(own) = &mut self.writing {
            own.2 = is_announced(own.1, own.2) || own.2 && own.3;
        }
    }
}
