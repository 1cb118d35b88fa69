//! One learner at a browser, a host that may fail, and what is known of every answer.

use jalon_tests::{Browser, Page, Site};

use super::chance::Chance;
use super::kiosk::{Edition, files};
use super::model::{Model, View};
use super::report::{Notice, Report, Screen};
use crate::almanac::{page, publish};

/// Where the bank of each site is, and the pages that show it once and twice.
pub(crate) const PAGES: [[&str; 2]; 2] = [["one.html", "two.html"], ["own.html", "own-two.html"]];
const BANKS: [&str; 2] = ["banks/kiosk.json", "own/kiosk.json"];

/// What is asked before a state of the page counts as wrong: nothing of it is a matter of time, but pages tell one another by events.
pub(crate) const TRIES: usize = 300;

pub(crate) struct Tab {
    pub(crate) page: Page,
    /// What each element shows.
    pub(crate) views: Vec<View>,
    /// Which bank it shows.
    pub(crate) site: usize,
    /// What the page may not do: a part of "get set all".
    pub(crate) forbidden: &'static str,
}

impl Tab {
    pub(crate) fn can_look(&self) -> bool {
        !self.forbidden.contains("get") && !self.forbidden.contains("all")
    }
}

pub(crate) struct World<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) site: &'a Site,
    pub(crate) chance: Chance,
    pub(crate) model: Model,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) at_once: bool,
    pub(crate) edition: Edition,
    pub(crate) is_full: bool,
    /// What was done so far, for the report of a failure.
    pub(crate) log: Log,
}

/// What was done, printed where a journey fails.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) seed: u64,
    pub(crate) steps: Vec<String>,
}

impl Drop for Log {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let steps = self.steps.join("\n  ");
            eprintln!(
                "JALON_JOURNEY={} repeats this journey:\n  {steps}",
                self.seed
            );
        }
    }
}

/// Puts the pages where the banks are looked for.
pub(crate) fn furnish(site: &Site) {
    for (place, bank) in BANKS.iter().enumerate() {
        let tag = format!(
            r#"<jalon-checkpoint bank="{bank}" module="stand" lang="en"></jalon-checkpoint>"#
        );
        site.put(PAGES[place][0], page("en", &tag));
        site.put(PAGES[place][1], page("en", &format!("{tag}\n{tag}")));
    }
}

impl<'a> World<'a> {
    pub(crate) fn new(browser: &'a Browser, site: &'a Site, seed: u64) -> Self {
        let mut chance = Chance::of(seed);
        let at_once = chance.below(3) == 0;
        for (name, json) in files(Edition::Namesake, at_once) {
            site.put(&format!("own/{name}"), json.as_str());
        }
        let page = browser.open(site.url("blank.html"));
        page.run("forbid(''); localStorage.clear()");
        let mut world = Self {
            browser,
            site,
            chance,
            model: Model::default(),
            tabs: Vec::new(),
            at_once,
            edition: Edition::First,
            is_full: false,
            log: Log {
                seed,
                steps: Vec::new(),
            },
        };
        world.publish(Edition::First);
        world.enter(page, "", 0, 0);
        world
    }

    pub(crate) fn publish(&mut self, edition: Edition) {
        self.edition = edition;
        publish(self.site, files(edition, self.at_once));
    }

    pub(crate) fn edition_at(&self, site: usize) -> Edition {
        match site {
            0 => self.edition,
            _ => Edition::Namesake,
        }
    }

    pub(crate) fn note(&mut self, step: impl Into<String>) {
        self.log.steps.push(step.into());
    }

    /// Goes to a page with the bank of a site, and holds what it shows against what is known.
    pub(crate) fn enter(&mut self, page: Page, forbidden: &'static str, site: usize, twice: usize) {
        page.go(self.site.url(PAGES[site][twice]));
        self.arrived(page, forbidden, site);
    }

    /// A page is there, loaded anew.
    pub(crate) fn arrived(&mut self, page: Page, forbidden: &'static str, site: usize) {
        page.run(&format!("{}; learner.ready()", include_str!("learner.js")));
        let can_look = !forbidden.contains("get") && !forbidden.contains("all");
        let edition = self.edition_at(site);
        let before = self.model.so_far();
        let is_in_doubt = self.model.is_in_doubt;
        let is_told = std::mem::take(&mut self.model.is_loss_told) && is_in_doubt;
        let mut opened = Err("nothing was looked at".to_owned());
        let (mut screen, mut views) = (None, 1);
        for _ in 0..TRIES {
            let report = look(&page);
            let first = report.screens[0].clone();
            opened = self.model.open(site, edition, can_look, &first);
            views = report.screens.len();
            screen = Some(first);
            if opened.is_ok() {
                break;
            }
        }
        let view = opened.unwrap_or_else(|why| panic!("the page that opened: {why}"));
        let views = vec![view; views];
        let screen = screen.expect("a page that was looked at");
        if let Err(why) = self.model.check_notices(view, &screen) {
            panic!("{why}: {}", screen.notices);
        }
        let is_lost = is_in_doubt && can_look && self.model.misses(&before, view);
        // What a later version has an entry in the way of was said by the notice of that.
        if is_told && is_lost && !screen.says(Notice::Newer) {
            assert!(
                screen.says(Notice::NotStored),
                "something was lost, and the next page does not say so: {}",
                screen.notices
            );
        }
        self.tabs.push(Tab {
            page,
            views,
            site,
            forbidden,
        });
        self.check();
    }

    /// Every promise, on each page and in the storage.
    pub(crate) fn check(&mut self) {
        let mut why = String::new();
        for _ in 0..TRIES {
            match self.holds() {
                Ok(()) => return,
                Err(reason) => why = reason,
            }
        }
        panic!("{why}");
    }

    fn holds(&mut self) -> Result<(), String> {
        for tab in &self.tabs {
            let report = look(&tab.page);
            for (screen, view) in report.screens.iter().zip(&tab.views) {
                self.model.check_screen(*view, screen)?;
            }
            // What was promised before is there, whatever the page says now.
            self.model.check_storage(&report)?;
            if !report.screens.iter().any(Screen::warns) {
                for view in &tab.views {
                    self.model.rely(*view);
                }
                self.model.check_storage(&report)?;
            }
        }
        Ok(())
    }
}

pub(crate) fn look(page: &Page) -> Report {
    Report::read(&page.run("learner.report()"))
}
