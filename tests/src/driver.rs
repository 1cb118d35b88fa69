//! One chromedriver with one browser under it, and the few commands that everything else is made of.

use std::cell::RefCell;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use crate::wait::Attempt;

/// Where the server and the driver's connection live; the tests themselves are plain, synchronous code.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime for the test server and the driver")
});

/// How long a browser may take to close.
const OBEYS: Duration = Duration::from_secs(5);

/// A tab or window.
pub(crate) type Window = WindowHandle;

/// A session with a browser of its own, which goes when this is dropped.
pub(crate) struct Driver {
    process: RefCell<Child>,
    /// Kept open: chromedriver still writes to it.
    _output: BufReader<ChildStdout>,
    client: RefCell<Option<Client>>,
    current: RefCell<Option<Window>>,
}

impl Driver {
    /// Starts both; what they leave lying about goes to `litter`.
    pub(crate) fn start(capabilities: Map<String, Value>, litter: &Path) -> Self {
        let (process, output, port) = listening(litter);
        let driver = Self {
            process: RefCell::new(process),
            _output: output,
            client: RefCell::default(),
            current: RefCell::default(),
        };
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(capabilities).connect(&address);
        let client = RUNTIME
            .block_on(connecting)
            .unwrap_or_else(|e| panic!("the browser does not start: {e}"));
        driver.client.replace(Some(client));
        driver
    }

    /// A command of Chrome's DevTools protocol, to one window.
    pub(crate) fn cdp(&self, window: &Window, command: &str, parameters: &Value) -> Attempt<Value> {
        self.switch_to(window)?;
        self.send(Raw::post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        ))
        .map_err(|reason| format!("{command}: {reason}"))
    }

    /// What the browser's console was told since the last time, in all windows.
    pub(crate) fn log(&self) -> Attempt<Value> {
        self.send(Raw::post("se/log", &json!({ "type": "browser" })))
    }

    pub(crate) fn windows(&self) -> Attempt<Vec<Window>> {
        self.run(|client| RUNTIME.block_on(client.windows()))
    }

    pub(crate) fn new_window(&self, as_tab: bool) -> Attempt<Window> {
        // A new window needs one to come from, and the current one may be gone.
        let home = self
            .windows()?
            .into_iter()
            .next()
            .ok_or("the browser has no window left")?;
        if self.current.borrow().is_none() {
            self.switch_to(&home)?;
        }
        self.run(|client| RUNTIME.block_on(client.new_window(as_tab)))
            .map(|made| made.handle)
    }

    pub(crate) fn close_window(&self, window: &Window) -> Attempt<()> {
        self.switch_to(window)?;
        self.run(|client| RUNTIME.block_on(client.close_window()))?;
        self.current.replace(None);
        Ok(())
    }

    /// Takes a window to the front, as a person does before using it.
    fn switch_to(&self, window: &Window) -> Attempt<()> {
        if self.current.borrow().as_ref() == Some(window) {
            return Ok(());
        }
        self.run(|client| RUNTIME.block_on(client.switch_to_window(window.clone())))?;
        self.current.replace(Some(window.clone()));
        let front = json!({ "cmd": "Page.bringToFront", "params": {} });
        self.send(Raw::post("goog/cdp/execute", &front)).map(drop)
    }

    fn send(&self, command: Raw) -> Attempt<Value> {
        self.run(|client| RUNTIME.block_on(client.issue_cmd(command)))
    }

    fn run<T>(&self, command: impl FnOnce(&Client) -> Result<T, CmdError>) -> Attempt<T> {
        let client = self
            .client
            .borrow()
            .clone()
            .ok_or("the browser was closed")?;
        command(&client).map_err(|e| e.to_string().lines().next().unwrap_or_default().to_owned())
    }

    /// Closes the browser as a person would, so that it saves what it has; kills it if it does not obey.
    pub(crate) fn quit(&self) {
        if let Some(client) = self.client.take() {
            let browser = browser_id(&client);
            let closing = async { tokio::time::timeout(OBEYS, client.close()).await };
            if !matches!(RUNTIME.block_on(closing), Ok(Ok(()))) {
                let _ = browser.map(|id| kill_process(id, Signal::KILL));
            }
        }
        let mut process = self.process.borrow_mut();
        let _ = process.kill();
        let _ = process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.quit();
    }
}

/// Chromedriver stays in the process group of the tests, so that Ctrl-C ends it and its browser too.
fn launch(litter: &Path) -> Child {
    let named = std::env::var("JALON_CHROMEDRIVER");
    let program = named.unwrap_or_else(|_| "/usr/bin/chromedriver".to_owned());
    let mut command = Command::new(&program);
    command.arg("--port=0").env("TMPDIR", litter);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command.spawn().unwrap_or_else(|e| {
        panic!("{program} does not start ({e}); JALON_CHROMEDRIVER can name another")
    })
}

/// A chromedriver that listens. It lets the system choose a port for IPv6 and then wants the same one for IPv4, which
/// something else may have taken: then another port will do.
fn listening(litter: &Path) -> (Child, BufReader<ChildStdout>, u16) {
    let mut said = String::new();
    for _ in 0..20 {
        let mut process = launch(litter);
        let output = process.stdout.take();
        let mut output = BufReader::new(output.expect("chromedriver's output is piped"));
        match announced_port(&mut output) {
            Ok(port) => return (process, output, port),
            Err(words) => said = words,
        }
        let _ = process.wait();
        if !said.contains("port not available") {
            break;
        }
    }
    panic!("chromedriver ended before it listened; it said:\n{said}");
}

/// The process of the browser, of which chromedriver tells.
fn browser_id(client: &Client) -> Option<Pid> {
    let id = client.capabilities()?.get("goog:processID")?.as_i64()?;
    Pid::from_raw(i32::try_from(id).ok()?)
}

/// Chromedriver says on which port it listens, in a sentence of its own; all it said where it ended before.
fn announced_port(output: &mut BufReader<ChildStdout>) -> Result<u16, String> {
    let mut said = String::new();
    loop {
        let start = said.len();
        if output.read_line(&mut said).unwrap_or(0) == 0 {
            return Err(said);
        }
        if let Some((_, port)) = said[start..].split_once("started successfully on port ") {
            let digits = port.trim().trim_end_matches('.');
            return digits.parse().map_err(|_| said.clone());
        }
    }
}

/// A WebDriver command that the client library has no method for.
#[derive(Debug)]
struct Raw {
    path: &'static str,
    body: String,
}

impl Raw {
    fn post(path: &'static str, body: &Value) -> Self {
        Self {
            path,
            body: body.to_string(),
        }
    }
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.clone()))
    }
}
