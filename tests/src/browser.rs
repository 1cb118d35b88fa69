//! A browser of the test's own, with a profile of its own, on the terms of one imagined reader.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::driver::{Driver, Window};
use crate::page::Page;
use crate::page::weight::WATCH_WASM;
use crate::wait::PATIENCE;

/// Who reads, and on what: asked of [`Browser::with`], ended by [`Visitor::start`].
#[derive(Clone, Debug)]
pub struct Visitor {
    language: String,
    storage: bool,
    patience: Duration,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) touch: bool,
    pub(crate) scripts: Vec<String>,
}

impl Default for Visitor {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            storage: true,
            patience: PATIENCE,
            width: 1280,
            height: 900,
            dark: false,
            reduced_motion: false,
            touch: false,
            scripts: Vec::new(),
        }
    }
}

impl Visitor {
    /// The language of the browser, as in "fr" or "fr-CA".
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// The size of the page's viewport, in CSS pixels; any width, also narrower than a window can be.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// Prefers a dark colour scheme.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Prefers reduced motion.
    #[must_use]
    pub fn reduced_motion(mut self) -> Self {
        self.reduced_motion = true;
        self
    }

    /// Has a touch screen.
    #[must_use]
    pub fn touch(mut self) -> Self {
        self.touch = true;
        self
    }

    /// Has forbidden sites to store data: `localStorage` then throws a `SecurityError`, the browser's own.
    #[must_use]
    pub fn without_storage(mut self) -> Self {
        self.storage = false;
        self
    }

    /// Runs a script in every document before any of its own.
    #[must_use]
    pub fn script_first(mut self, script: &str) -> Self {
        self.scripts.push(script.to_owned());
        self
    }

    /// Lets [`Page::weigh`] see the memory of a page's wasm.
    #[must_use]
    pub fn weighing(self) -> Self {
        self.script_first(WATCH_WASM)
    }

    /// How long everything may take before it counts as failed: 10 seconds unless said here.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Starts the browser.
    #[must_use]
    pub fn start(self) -> Browser {
        let profile = tempfile::Builder::new().prefix("jalon-browser-").tempdir();
        Browser::launch(
            self,
            Rc::new(profile.expect("a folder for the browser's profile")),
        )
    }

    fn capabilities(&self, profile: &TempDir) -> Map<String, Value> {
        let binary =
            std::env::var("JALON_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!("--lang={}", self.language));
        flags.push(format!(
            "--window-size={},{}",
            self.width.max(500),
            self.height
        ));
        flags.push(format!(
            "--user-data-dir={}",
            profile.path().join("profile").display()
        ));
        let mut preferences = json!({ "intl.accept_languages": self.language });
        if !self.storage {
            preferences["profile.default_content_setting_values.cookies"] = json!(2);
        }
        let capabilities = json!({
            // Waiting for a page to load is ours: a test may want to look at one that does not finish.
            "pageLoadStrategy": "none",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": binary, "args": flags, "prefs": preferences },
        });
        match capabilities {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}

/// No sandbox: it is refused to root, and these browsers see nothing but our own pages.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-breakpad",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// What the pages of one browser share. The driver goes first when it is dropped, then the profile's folder.
pub(crate) struct Session {
    pub(crate) driver: Driver,
    pub(crate) reader: Visitor,
    /// What the console said so far, as chromedriver tells it once only.
    pub(crate) console: RefCell<Vec<String>>,
    /// An empty tab to use for the next page: the first one, or the one that keeps the browser open.
    pub(crate) spare: RefCell<Option<Window>>,
    profile: Rc<TempDir>,
}

impl Session {
    pub(crate) fn patience(&self) -> Duration {
        self.reader.patience
    }
}

/// A running browser with a fresh profile. It closes when it and its pages are dropped, also when a test panics.
pub struct Browser {
    session: Rc<Session>,
}

impl Browser {
    /// A browser in English, 1280 by 900, light.
    #[must_use]
    pub fn start() -> Self {
        Self::with().start()
    }

    /// A browser for some other reader: `Browser::with().language("fr").dark().start()`.
    #[must_use]
    pub fn with() -> Visitor {
        Visitor::default()
    }

    fn launch(reader: Visitor, profile: Rc<TempDir>) -> Self {
        let driver = Driver::start(reader.capabilities(&profile), profile.path());
        let first = driver.windows().unwrap_or_default().into_iter().next();
        Self {
            session: Rc::new(Session {
                driver,
                reader,
                console: RefCell::default(),
                spare: RefCell::new(first),
                profile,
            }),
        }
    }

    /// Opens an address in a tab and waits until it is loaded (the page itself, not what its elements fetch later).
    #[track_caller]
    #[must_use]
    pub fn open(&self, url: impl AsRef<str>) -> Page {
        let page = self.blank();
        page.go(url);
        page
    }

    /// Opens an address in a window of its own.
    #[track_caller]
    #[must_use]
    pub fn open_window(&self, url: impl AsRef<str>) -> Page {
        let window = self
            .session
            .driver
            .new_window(false)
            .unwrap_or_else(|e| panic!("no new window: {e}"));
        let page = Page::new(&self.session, window);
        page.go(url);
        page
    }

    /// An empty tab.
    #[track_caller]
    #[must_use]
    pub fn blank(&self) -> Page {
        let spare = self.session.spare.take();
        let window = spare.map_or_else(|| self.session.driver.new_window(true), Ok);
        Page::new(
            &self.session,
            window.unwrap_or_else(|e| panic!("no new tab: {e}")),
        )
    }

    /// Quits the browser as a person does, and starts it again with the same profile. Its old pages are gone.
    #[must_use]
    pub fn restart(self) -> Self {
        self.session.driver.quit();
        Self::launch(
            self.session.reader.clone(),
            Rc::clone(&self.session.profile),
        )
    }
}
