//! What fails on the way, and what it may cost.

use jalon_tests::{Answer, Look, Page, client_file};

use super::kiosk::Edition;
use super::report::Notice;
use super::world::{PAGES, World, look};

impl World<'_> {
    /// Whether the storage refuses something to a tab.
    pub(crate) fn refuses(&self) -> bool {
        self.is_full || self.tabs.iter().any(|tab| !tab.forbidden.is_empty())
    }

    /// What two tabs do while the storage refuses is played natively, over a storage in memory.
    fn one_tab(&mut self) {
        while self.tabs.len() > 1 {
            self.second_tab();
        }
    }

    pub(crate) fn fill(&mut self) {
        self.one_tab();
        if self.refuses() {
            return;
        }
        self.note("the storage is full");
        self.is_full = true;
        self.model.is_loss_told = true;
        self.tabs[0].page.fill_storage();
    }

    pub(crate) fn forbid(&mut self) {
        self.one_tab();
        let what = self.chance.one(&["get", "set", "get set", "all"]);
        self.note(format!("forbidden: {what}"));
        // Nobody can leave a word for the next page.
        self.model.is_loss_told = false;
        self.tabs[0].forbidden = what;
        self.tabs[0].page.run(&format!("forbid('{what}')"));
    }

    pub(crate) fn heal(&mut self) {
        self.one_tab();
        self.note("the storage works");
        self.tabs[0].page.run("forbid('')");
        self.tabs[0].forbidden = "";
        if std::mem::take(&mut self.is_full) {
            self.tabs[0].page.free_storage();
        }
        // The page tries again in a while, or as soon as it is left.
        self.tabs[0]
            .page
            .run("dispatchEvent(new PageTransitionEvent('pagehide'))");
    }

    /// Has something happen to the storage while no page is open, and comes back.
    fn meanwhile(&mut self, what: impl FnOnce(&mut Self, &Page)) {
        self.heal();
        self.check();
        let Some(tab) = self.tabs.pop() else { return };
        self.model.leave(&tab.views);
        tab.page.go(self.site.url("blank.html"));
        what(self, &tab.page);
        self.enter(tab.page, "", tab.site, 0);
    }

    /// The learner's entries of a bank whose attempt is known: name, sort, attempt and question.
    fn known_entries(&mut self, page: &Page, site: usize) -> Vec<(String, String, Vec<String>)> {
        let mut known = Vec::new();
        for name in page.stored_keys() {
            let parts: Vec<String> = name.split(':').map(str::to_owned).collect();
            let is_one = parts.len() > 3 && parts[0] == "jalon";
            let is_sort = is_one && ["open", "given", "done"].contains(&parts[2].as_str());
            if is_sort
                && self.model.site_of(&parts[3]) == Some(site)
                && !self.model.untouched.contains_key(&name)
            {
                let text = page.stored(&name).unwrap_or_default();
                known.push((name, text, parts));
            }
        }
        known
    }

    /// An entry is damaged. It costs what is in it and nothing else: one answer, or a result; of a plan, nothing.
    pub(crate) fn garble(&mut self) {
        let site = self.tabs[0].site;
        let how = self.chance.below(5);
        let sort = self.chance.one(&["open", "given", "done"]);
        let pick = self.chance.below(1000);
        let mut is_damaged = false;
        self.meanwhile(|world, page| {
            let mut known = world.known_entries(page, site);
            if known.iter().any(|(_, _, parts)| parts[2] == sort) {
                known.retain(|(_, _, parts)| parts[2] == sort);
            }
            let Some((name, text, parts)) = known.get(pick % known.len().max(1)) else {
                return;
            };
            let damaged = match how {
                0 => text[..text.len() - 3].to_owned(),
                1 => format!("nonsense {name}"),
                2 => format!("{{\"theme\":\"dark\",\"of\":\"{name}\"}}"),
                3 => format!("{{\"jalon\":1,\"saved\":[\"{name}\"]}}"),
                _ => text.replace('"', "'"),
            };
            world.note(format!("damaged: {name} is {damaged:.40}"));
            page.store(name, &damaged);
            world.model.damaged.push(damaged);
            is_damaged = true;
            match parts[2].as_str() {
                "given" => world.model.forget_answer(&parts[3], &parts[4]),
                "done" => world.model.forget_attempt(&parts[3]),
                _ => {}
            }
        });
        if is_damaged {
            let screen = look(&self.tabs[0].page).screens.remove(0);
            let is_said = screen.says(Notice::SetAside) || screen.says(Notice::Redrawn);
            assert!(is_said, "damage is not told: {}", screen.notices);
        }
    }

    /// A later version of the client has stored something. It costs this version the sight of it, and is left alone.
    pub(crate) fn renew(&mut self) {
        let site = self.tabs[0].site;
        let pick = self.chance.below(1000);
        let mut is_newer = false;
        self.meanwhile(|world, page| {
            let known = world.known_entries(page, site);
            let Some((name, text, parts)) = known.get(pick % known.len().max(1)) else {
                return;
            };
            if !text.starts_with("{\"jalon\":1") {
                return;
            }
            let newer = text.replacen("{\"jalon\":1", "{\"jalon\":2", 1);
            world.note(format!("of a later version: {name}"));
            page.store(name, &newer);
            world.model.untouched.insert(name.clone(), newer);
            is_newer = true;
            match parts[2].as_str() {
                "given" => world.model.forget_answer(&parts[3], &parts[4]),
                "done" => world.model.forget_attempt(&parts[3]),
                _ => world.model.hide(&parts[3]),
            }
        });
        if is_newer {
            let screen = look(&self.tabs[0].page).screens.remove(0);
            assert!(screen.says(Notice::Newer), "{}", screen.notices);
        }
    }

    /// Everything that is stored is cleared.
    pub(crate) fn clear(&mut self) {
        self.meanwhile(|world, page| {
            world.note("cleared");
            page.run("localStorage.clear()");
            world.model.clear();
        });
    }

    /// Somebody else of the origin stores something, also under names like ours.
    pub(crate) fn store_foreign(&mut self) {
        let name = self.chance.one(&[
            "somebody-else",
            "jalon",
            "jalon:kiosk:",
            "jalon:kiosk:given:::",
            "jalon:other:open:1-1",
            "jalonish:kiosk",
        ]);
        if !self.refuses() {
            self.note(format!("foreign: {name}"));
            self.tabs[0].page.store(name, "{");
            self.model.untouched.insert(name.to_owned(), "{".to_owned());
        }
    }

    pub(crate) fn edit(&mut self) {
        let edition = self.chance.one(&Edition::ALL[..5]);
        self.note(format!("published: {edition:?}"));
        self.publish(edition);
        self.reload();
    }

    /// A file of the client comes wrong. It costs nothing: Retry helps as soon as the file is right.
    pub(crate) fn break_client(&mut self) {
        self.one_tab();
        let (name, extension) = self
            .chance
            .one(&[("checkpoint", "wasm"), ("checkpoint", "js")]);
        let (file, content) = client_file(name, extension);
        let answer = match self.chance.below(2) {
            0 => Answer::file(&content[..content.len() / 2]),
            _ => Answer::file("<!doctype html><title>Log in</title>").of_type("text/html"),
        };
        self.note(format!("broken: {file}"));
        self.site.put(&file, answer);
        let Some(tab) = self.tabs.pop() else { return };
        self.model.leave(&tab.views);
        tab.page.go(self.site.url(PAGES[tab.site][0]));
        tab.page.see("could not be loaded");
        self.site.heal(&file);
        tab.page.button("Retry").click();
        self.arrived(tab.page, tab.forbidden, tab.site);
    }
}
