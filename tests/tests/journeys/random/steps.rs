//! What a learner does.

use jalon_tests::Look;

use super::world::{PAGES, TRIES, World, look};

impl World<'_> {
    fn tab(&mut self) -> usize {
        self.chance.below(self.tabs.len())
    }

    fn element(&mut self, tab: usize) -> usize {
        self.chance.below(self.tabs[tab].views.len())
    }

    pub(crate) fn answer(&mut self) {
        let tab = self.tab();
        let (element, nth, n) = (
            self.element(tab),
            self.chance.below(10),
            self.chance.below(60),
        );
        let script = format!("learner.answer({element}, {nth}, {n})");
        let given = self.tabs[tab].page.run(&script);
        self.note(format!("tab {tab}: {script} is {given}"));
        if let (Some(question), Some(value)) = (given[0].as_str(), given[1].as_str()) {
            self.model
                .answer(self.tabs[tab].views[element], question, value);
        }
    }

    pub(crate) fn choose_language(&mut self) {
        let tab = self.tab();
        let element = self.element(tab);
        let script = match self.chance.below(2) {
            0 => {
                let name = self.chance.one(&["FR", "EN", "Both", "Les deux"]);
                format!("learner.press({element}, '{name}')")
            }
            _ => {
                let lang = self.chance.one(&["fr", "en", "both"]);
                format!("learner.elements()[{element}].setAttribute('lang', '{lang}')")
            }
        };
        self.note(format!("tab {tab}: {script}"));
        self.tabs[tab].page.run(&script);
    }

    pub(crate) fn submit(&mut self, anyway: bool) {
        let tab = self.tab();
        let element = self.element(tab);
        let view = self.tabs[tab].views[element];
        if self.model.is_over(view) {
            return;
        }
        self.note(format!("tab {tab}: submit, anyway: {anyway}"));
        let page = self.tabs[tab].page.clone();
        page.run(&format!("learner.press({element}, 'Submit', 'Valider')"));
        if anyway {
            page.run(&format!(
                "learner.press({element}, 'Submit anyway', 'Valider quand même')"
            ));
        }
        // Without "anyway", only an attempt with every answer ends.
        if anyway || look(&page).screens[element].is_over {
            self.model.hand_in(view);
        }
    }

    pub(crate) fn try_again(&mut self) {
        let tab = self.tab();
        let element = self.element(tab);
        let view = self.tabs[tab].views[element];
        let pressed = self.tabs[tab].page.run(&format!(
            "learner.press({element}, 'Try again', 'Recommencer')"
        ));
        self.note(format!("tab {tab}: try again {pressed}"));
        assert_eq!(pressed, self.model.is_over(view), "a way to try again");
        if pressed == true {
            let can_look = self.tabs[tab].can_look();
            self.tabs[tab].views[element] = self.model.try_again(view, can_look);
        }
    }

    pub(crate) fn check_or_hint(&mut self) {
        let tab = self.tab();
        let (element, n) = (self.element(tab), self.chance.below(20));
        let names = self
            .chance
            .one(&["'Check', 'Vérifier'", "'hint', 'indice'"]);
        let script = format!("learner.pressOne({element}, {n}, {names})");
        let pressed = self.tabs[tab].page.run(&script);
        self.note(format!("tab {tab}: {script} is {pressed}"));
        if pressed == true {
            self.model.work(self.tabs[tab].views[element]);
        }
    }

    pub(crate) fn reload(&mut self) {
        let tab = self.tab();
        self.note(format!("tab {tab}: reload"));
        let tab = self.tabs.remove(tab);
        self.model.leave(&tab.views);
        tab.page.reload();
        self.arrived(tab.page, tab.forbidden, tab.site);
    }

    /// A page closes, and another opens. What the tab was forbidden goes with it.
    pub(crate) fn reopen(&mut self) {
        let tab = self.tab();
        self.note(format!("tab {tab}: close and open"));
        let tab = self.tabs.remove(tab);
        self.model.leave(&tab.views);
        tab.page.close();
        self.enter(self.browser.blank(), "", tab.site, 0);
    }

    /// Every page of the site crashes: they may have one process.
    pub(crate) fn crash(&mut self) {
        self.note("crash");
        let site = self.tabs[0].site;
        for tab in std::mem::take(&mut self.tabs) {
            self.model.leave(&tab.views);
            tab.page.crash();
        }
        self.enter(self.browser.blank(), "", site, 0);
    }

    pub(crate) fn away_and_back(&mut self) {
        let tab = self.tab();
        self.note(format!("tab {tab}: away and back"));
        let tab = self.tabs.remove(tab);
        tab.page.run("globalThis.isFromBefore = true");
        tab.page.go(self.site.url("blank.html"));
        tab.page.run("history.back()");
        tab.page.see("A host page");
        let script = "globalThis.isFromBefore === true";
        if tab.page.run(script) == true {
            // The browser has kept the page as it was, with all that it had in memory.
            self.tabs.push(tab);
        } else {
            self.model.leave(&tab.views);
            self.arrived(tab.page, tab.forbidden, tab.site);
        }
    }

    /// Takes an element out and puts it in: all that the page has in memory is there still.
    pub(crate) fn take_out_and_put_in(&mut self) {
        let tab = self.tab();
        let element = self.element(tab);
        self.note(format!("tab {tab}: element {element} out and in"));
        self.tabs[tab].page.run(&format!(
            "{{ const element = learner.elements()[{element}]; const before = element.nextSibling; element.remove(); document.querySelector('main').insertBefore(element, before); element.scrollIntoView(); }} learner.ready()"
        ));
        // A page that may not look goes by what it has in memory.
        let (view, can_look) = (self.tabs[tab].views[element], self.tabs[tab].can_look());
        let mut shown = Err("nothing was looked at".to_owned());
        for _ in 0..TRIES {
            let screen = look(&self.tabs[tab].page).screens.remove(element);
            let own = || self.model.check_screen(view, &screen).map(|()| view);
            shown = match can_look {
                true => self.model.open(view.site, view.edition, true, &screen),
                false => own(),
            };
            if shown.is_ok() {
                break;
            }
        }
        let shown = shown.unwrap_or_else(|why| panic!("the element that was put in: {why}"));
        self.tabs[tab].views[element] = shown;
    }

    pub(crate) fn second_tab(&mut self) {
        if self.tabs.len() > 1 {
            self.note("close the second tab");
            if let Some(tab) = self.tabs.pop() {
                self.model.leave(&tab.views);
                tab.page.close();
            }
        } else if !self.refuses() {
            self.note("a second tab");
            let site = self.tabs[0].site;
            self.enter(self.browser.blank(), "", site, 0);
        }
    }

    /// Shows the bank once or twice, of either site.
    pub(crate) fn go_elsewhere(&mut self) {
        let tab = self.tab();
        let (site, twice) = (usize::from(self.chance.below(3) == 0), self.chance.below(2));
        self.note(format!("tab {tab}: to {}", PAGES[site][twice]));
        let tab = self.tabs.remove(tab);
        self.model.leave(&tab.views);
        self.enter(tab.page, tab.forbidden, site, twice);
    }
}
