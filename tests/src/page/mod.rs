//! One tab or window: where it is, and how everything else talks to it.

mod drag;
mod faults;
mod keyboard;
mod screen;
mod storage;
pub(crate) mod weight;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;
use std::{env, thread};

use serde_json::{Value, json};

use crate::browser::Session;
use crate::driver::Window;
use crate::look::Look;
use crate::spot::Spot;
use crate::tree::Tree;
use crate::wait::{Attempt, PATIENCE, or_panic, until};

/// One tab or window of a browser. Looking for things on it is in [`Look`].
#[derive(Clone)]
pub struct Page {
    tab: Rc<Tab>,
}

struct Tab {
    session: Rc<Session>,
    window: Window,
    preferences: RefCell<BTreeMap<&'static str, String>>,
    printed: Cell<bool>,
}

impl Look for Page {
    fn here(&self) -> Spot {
        Spot::on(self.clone())
    }
}

/// Where the page is.
impl Page {
    pub(crate) fn new(session: &Rc<Session>, window: Window) -> Self {
        let page = Self {
            tab: Rc::new(Tab {
                session: Rc::clone(session),
                window,
                preferences: RefCell::default(),
                printed: Cell::default(),
            }),
        };
        let reader = &session.reader;
        page.resize(reader.width, reader.height);
        page.dark(reader.dark);
        page.reduced_motion(reader.reduced_motion);
        if reader.touch {
            page.tell(
                "Emulation.setTouchEmulationEnabled",
                &json!({ "enabled": true }),
            );
        }
        for script in &reader.scripts {
            // The command is obeyed only once the page's domain is on.
            page.tell("Page.enable", &json!({}));
            page.tell(
                "Page.addScriptToEvaluateOnNewDocument",
                &json!({ "source": script }),
            );
        }
        page
    }

    /// Goes to an address and waits until the page is loaded.
    #[track_caller]
    pub fn go(&self, url: impl AsRef<str>) {
        self.set_out_for(url);
        self.arrive("document.readyState === 'complete'");
    }

    /// Goes to an address without waiting, for a page whose parts are held back.
    #[track_caller]
    pub fn set_out_for(&self, url: impl AsRef<str>) {
        let url = url.as_ref();
        let answer = self.tell("Page.navigate", &json!({ "url": url }));
        if let Some(error) = answer["errorText"].as_str() {
            panic!("{url} does not open: {error}");
        }
    }

    /// Loads the page again and waits until it is there.
    #[track_caller]
    pub fn reload(&self) {
        self.run("window.jalonTestsLeaving = true");
        self.tell("Page.reload", &json!({}));
        self.arrive("!window.jalonTestsLeaving && document.readyState === 'complete'");
    }

    #[track_caller]
    fn arrive(&self, there: &str) {
        let arrived = until(self.patience().max(PATIENCE), || {
            match self.evaluate(there)? {
                Value::Bool(true) => Ok(()),
                _ => Err("it is still loading".to_owned()),
            }
        });
        or_panic(arrived, "the page does not load");
    }

    /// Closes the tab.
    #[track_caller]
    pub fn close(self) {
        self.leave_one_open();
        let closed = self.tab.session.driver.close_window(&self.tab.window);
        or_panic(closed, "the tab stays open");
    }

    /// Kills the page's process, as a crash does: no event reaches it, nothing more is saved.
    #[track_caller]
    pub fn crash(self) {
        self.leave_one_open();
        let _ = self.command("Page.crash", &json!({}));
        let _ = self.tab.session.driver.close_window(&self.tab.window);
    }

    /// A browser without a tab ends, so an empty one stays behind the last.
    fn leave_one_open(&self) {
        let session = &self.tab.session;
        let windows = session.driver.windows().unwrap_or_default();
        if windows.len() < 2 {
            session.spare.replace(session.driver.new_window(true).ok());
        }
    }

    /// The address shown.
    #[track_caller]
    #[must_use]
    pub fn url(&self) -> String {
        self.run("location.href")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The title of the page.
    #[track_caller]
    #[must_use]
    pub fn title(&self) -> String {
        self.run("document.title")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Cuts or mends the page's network.
    #[track_caller]
    pub fn offline(&self, cut: bool) {
        self.tell("Network.enable", &json!({}));
        let line = json!({ "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tell("Network.emulateNetworkConditions", &line);
    }
}

/// How fast the page's machine is.
impl Page {
    /// Makes the processor this many times slower.
    #[track_caller]
    pub fn slow_down(&self, times: u32) {
        self.tell("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
    }
}

/// What the rest is made of.
impl Page {
    /// Runs JavaScript in the page and gives its value, promises awaited. For what no person can do or see.
    #[track_caller]
    #[expect(
        clippy::must_use_candidate,
        reason = "most scripts are run for what they do"
    )]
    pub fn run(&self, script: &str) -> Value {
        or_panic(self.evaluate(script), "a script in the page")
    }

    pub(crate) fn patience(&self) -> Duration {
        self.tab.session.patience()
    }

    pub(crate) fn command(&self, command: &str, parameters: &Value) -> Attempt<Value> {
        self.tab
            .session
            .driver
            .cdp(&self.tab.window, command, parameters)
    }

    #[track_caller]
    fn tell(&self, command: &str, parameters: &Value) -> Value {
        or_panic(self.command(command, parameters), "the browser")
    }

    fn evaluate(&self, script: &str) -> Attempt<Value> {
        let asked = json!({ "expression": script, "returnByValue": true, "awaitPromise": true, "userGesture": true });
        outcome(self.command("Runtime.evaluate", &asked)?).map(|mut result| result["value"].take())
    }

    /// A handle on an object in the page.
    pub(crate) fn object(&self, script: &str) -> Attempt<String> {
        let result = outcome(self.command("Runtime.evaluate", &json!({ "expression": script }))?)?;
        result["objectId"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| "no such element".to_owned())
    }

    /// Calls a JavaScript function with an object as its `this`.
    pub(crate) fn call(&self, object: &str, function: &str, arguments: &[Value]) -> Attempt<Value> {
        let arguments: Vec<Value> = arguments
            .iter()
            .map(|value| json!({ "value": value }))
            .collect();
        let asked = json!({
            "functionDeclaration": function,
            "objectId": object,
            "arguments": arguments,
            "returnByValue": true,
            "awaitPromise": true,
        });
        outcome(self.command("Runtime.callFunctionOn", &asked)?)
            .map(|mut result| result["value"].take())
    }

    pub(crate) fn dom_id(&self, object: &str) -> Attempt<i64> {
        let answer = self.command("DOM.describeNode", &json!({ "objectId": object }))?;
        answer["node"]["backendNodeId"]
            .as_i64()
            .ok_or_else(|| "no such element".to_owned())
    }

    pub(crate) fn tree(&self) -> Attempt<Tree> {
        self.command("Accessibility.getFullAXTree", &json!({}))
            .map(|answer| Tree::read(&answer))
    }

    /// Ends the test, with what is on the page, and a picture of it in the folder `JALON_SHOTS` if that is set.
    #[track_caller]
    pub(crate) fn fail(&self, what: &str) -> ! {
        let outline = self.tree().map_or_else(|e| e, |tree| tree.outline());
        let heard = match self.errors(&[]).unwrap_or_default() {
            errors if errors.is_empty() => String::new(),
            errors => format!("\nThe console holds errors:\n  {}", errors.join("\n  ")),
        };
        if let Some(folder) = env::var_os("JALON_SHOTS") {
            let test = thread::current()
                .name()
                .unwrap_or("test")
                .replace("::", "-");
            let _ = self.picture(&std::path::Path::new(&folder).join(format!("{test}.png")));
        }
        panic!("{what}\nOn the page there is:\n{outline}{heard}");
    }
}

fn outcome(mut answer: Value) -> Attempt<Value> {
    match &answer["exceptionDetails"] {
        Value::Null => Ok(answer["result"].take()),
        thrown => {
            let said = thrown["exception"]["description"]
                .as_str()
                .or(thrown["text"].as_str());
            Err(said.unwrap_or("an exception").to_owned())
        }
    }
}
