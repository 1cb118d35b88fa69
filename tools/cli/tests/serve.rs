//! `jalon serve`, by its own word and over the wire. What a browser makes of it is a journey's to see.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod served;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use served::{Served, client};
use tempfile::TempDir;

const BANK: &str = include_str!("bank/bank.toml");
const MODULE: &str = include_str!("bank/first-steps.toml");
const SENTENCES: &str = include_str!("bank/sentences.toml");
const WHEEL: &str = include_str!("bank/wheel.svg");

/// A bank of that id, with both modules.
fn bank(id: &str) -> String {
    BANK.replace("id = \"sample\"", &format!("id = \"{id}\""))
        .replace("[\"first-steps\"]", "[\"first-steps\", \"sentences\"]")
}

/// A folder of banks with one in it, and a client beside.
struct Author {
    top: TempDir,
}

impl Author {
    fn new() -> Self {
        let top = TempDir::new().unwrap();
        let author = Self { top };
        fs::create_dir_all(author.path("sample")).unwrap();
        author.save("sample/bank.toml", &bank("sample"));
        author.save("sample/first-steps.toml", MODULE);
        author.save("sample/sentences.toml", SENTENCES);
        author.save("sample/wheel.svg", WHEEL);
        client(author.top.path());
        author
    }

    fn path(&self, name: &str) -> PathBuf {
        self.top.path().join("banks").join(name)
    }

    /// Saves as most editors do, so that nobody reads half a file.
    fn save(&self, name: &str, text: &str) {
        let beside = self.path(&format!("{name}.new"));
        fs::write(&beside, text).unwrap();
        fs::rename(beside, self.path(name)).unwrap();
    }

    fn serve(&self) -> Served {
        Served::start(&self.path(""), &self.top.path().join("client"))
    }

    /// The module with other words in it.
    fn edit(&self, words: &str, by: &str) {
        assert!(MODULE.contains(words), "no \"{words}\" to replace");
        self.save("sample/first-steps.toml", &MODULE.replace(words, by));
    }
}

/// Waits until something holds.
fn until(holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(20), "it never holds");
        std::thread::sleep(Duration::from_millis(10));
    }
}

const STATE: &str = "/state/sample/first-steps";

#[test]
fn pages_client_and_banks_come_as_what_they_are_and_are_never_kept() {
    let author = Author::new();
    let served = author.serve();
    let [drawn, every] =
        ["banks", "every"].map(|folder| served.module(folder, "sample", "first-steps"));
    for (path, kind) in [
        ("/", "text/html"),
        ("/module/sample/first-steps", "text/html"),
        ("/serve/main.js", "text/javascript"),
        ("/serve/page.css", "text/css"),
        ("/jalon.js", "text/javascript"),
        ("/jalon/a.1.js", "text/javascript"),
        ("/jalon/a.1.wasm", "application/wasm"),
        ("/state", "application/json"),
        ("/banks/sample.json", "application/json"),
        (&drawn, "application/json"),
        (&every, "application/json"),
        ("/banks/sample/wheel.svg", "image/svg+xml"),
        ("/every/sample/wheel.svg", "image/svg+xml"),
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(
            answer.head.contains(&format!("content-type: {kind}")),
            "{path}: {}",
            answer.head
        );
        for header in [
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(answer.head.contains(header), "{path}: {header}");
        }
    }
    assert_eq!(served.get("/jalon/a.1.css").body, "/* jalon/a.1.css */");
}

#[test]
fn what_is_sent_is_compressed_for_whoever_can_read_that() {
    let author = Author::new();
    let served = author.serve();
    for (accepted, encoding) in [("gzip", "gzip"), ("gzip, br", "br")] {
        let request = format!(
            "GET /serve/main.js HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {accepted}\r\nConnection: close\r\n\r\n",
            served.address()
        );
        let mut stream = std::net::TcpStream::connect(served.address()).unwrap();
        std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        std::io::Read::read_to_end(&mut stream, &mut answer).unwrap();
        let head = String::from_utf8_lossy(&answer).to_ascii_lowercase();
        assert!(
            head.contains(&format!("content-encoding: {encoding}\r\n")),
            "{accepted}: {head:.400}"
        );
    }
}

#[test]
fn what_is_served_is_what_is_built() {
    let author = Author::new();
    let out = author.top.path().join("out");
    let mut build = Command::new(env!("CARGO_BIN_EXE_jalon"));
    build
        .arg("build")
        .arg(author.path(""))
        .arg("--out")
        .arg(&out);
    assert!(build.output().unwrap().status.success());
    let served = author.serve();
    let module = served.module("banks", "sample", "first-steps");
    for path in ["/banks/sample.json", &module] {
        let built = out.join(path.trim_start_matches("/banks/"));
        let built = fs::read_to_string(built).unwrap();
        assert_eq!(served.get(path).body, built, "{path}");
    }
}

#[test]
fn no_address_leads_to_a_file_of_the_machine() {
    let author = Author::new();
    fs::write(author.top.path().join("secret.json"), "secret").unwrap();
    let served = author.serve();
    for path in [
        "/bank.toml",
        "/sample/bank.toml",
        "/banks/sample/bank.toml",
        "/banks/../secret.json",
        "/banks/sample/../../../secret.json",
        "/banks/..%2Fsecret.json",
        "/banks/sample/..%2F..%2Fsecret.json",
        "/banks/sample/%2Fetc%2Fpasswd",
        "/serve/..%2Fmod.rs",
        "/..%2Fclient%2Fjalon.js",
        "//etc/passwd",
        "/banks/",
        "/nothing",
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 404, "{path}: {}", answer.body);
        assert!(!answer.body.contains("secret"), "{path}");
        assert_ne!(
            answer.body, "",
            "{path}: a browser shows what there is to read"
        );
    }
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let served = Author::new();
    let served = served.serve();
    assert_eq!(served.get_as("/state", "localhost:8080").status, 200);
    let answer = served.get_as("/state", "evil.example");
    assert_eq!(answer.status, 403);
    assert!(answer.body.contains("--host"), "{}", answer.body);
}

#[test]
fn a_save_is_told_and_shown() {
    let author = Author::new();
    let mut served = author.serve();
    let before = served.state(STATE);
    served.after(|| author.edit("Putting a control", "Setting a control"));
    assert!(
        served
            .get(&served.module("banks", "sample", "first-steps"))
            .body
            .contains("Setting a control")
    );
    let now = served.state(STATE);
    assert_ne!(now["content"], before["content"]);
    let wordings = |state: &serde_json::Value| state["questions"][0]["wordings"]["en"].clone();
    assert_ne!(wordings(&now), wordings(&before));
    assert!(served.line().starts_with("checked in "));
}

#[test]
fn a_save_that_changes_nothing_is_no_news() {
    let author = Author::new();
    let served = author.serve();
    let version = served.version();
    author.save("sample/first-steps.toml", MODULE);
    author.save("sample/notes.txt", "not a bank's");
    served.after(|| author.edit("Putting a control", "Setting a control"));
    let count = |version: &str| -> u32 { version.rsplit_once('-').unwrap().1.parse().unwrap() };
    assert_eq!(count(&served.version()), count(&version) + 1);
}

#[test]
fn a_save_that_writes_into_the_file_itself_counts_as_well() {
    let author = Author::new();
    let served = author.serve();
    let text = MODULE.replace("Putting a control", "Setting a control");
    fs::write(author.path("sample/first-steps.toml"), text).unwrap();
    until(|| {
        let module = served.get(&served.module("banks", "sample", "first-steps"));
        module.body.contains("Setting a control")
    });
}

#[test]
fn errors_are_told_with_their_question_and_the_bank_stays_as_it_was() {
    let author = Author::new();
    let served = author.serve();
    let module = served.module("banks", "sample", "first-steps");
    let built = served.get(&module).body;
    served.after(|| author.edit("key = \"guide\"", "key = \"gide\""));
    assert_eq!(served.get(&module).body, built);
    let state = served.state(STATE);
    assert_eq!(state["counts"][0], json!(["error", 1]));
    assert_eq!(state["banks"][0]["stale"], true);
    let problem = &state["problems"][0];
    assert_eq!(problem["severity"], "error");
    assert_eq!(problem["module"], "first-steps");
    assert_eq!(problem["part"], "question");
    assert_eq!(problem["about"], state["questions"][0]["id"]);
    assert_eq!(problem["excerpt"], "key = \"gide\"");
    served.after(|| author.save("sample/first-steps.toml", MODULE));
    let state = served.state(STATE);
    assert_eq!(state["banks"][0]["stale"], false);
    let counts = state["counts"].as_array().unwrap();
    assert!(counts.iter().all(|one| one[0] != "error"), "{counts:?}");
}

#[test]
fn a_text_that_is_no_toml_at_all_is_told_too() {
    let author = Author::new();
    let served = author.serve();
    served.after(|| author.edit("key = \"guide\"", "key = \"guide"));
    let state = served.state(STATE);
    assert_eq!(state["problems"][0]["code"], "syntax");
    assert_eq!(state["problems"][0]["about"], state["questions"][0]["id"]);
}

#[test]
fn a_bank_with_errors_from_the_start_is_shown_once_they_are_mended() {
    let author = Author::new();
    author.edit("key = \"guide\"", "key = \"gide\"");
    let served = author.serve();
    assert_eq!(served.state("/state")["banks"], json!([]));
    assert_eq!(served.get("/banks/sample.json").status, 404);
    let missing = served.get(STATE);
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("unknown-choice"), "{}", missing.body);
    served.after(|| author.save("sample/first-steps.toml", MODULE));
    assert_eq!(served.get(STATE).status, 200);
}

#[test]
fn banks_come_and_go_while_it_runs() {
    let author = Author::new();
    let served = author.serve();
    let second = || {
        fs::create_dir(author.path("second")).unwrap();
        author.save("second/first-steps.toml", MODULE);
        author.save("second/sentences.toml", SENTENCES);
        author.save("second/wheel.svg", WHEEL);
        author.save("second/bank.toml", &bank("second"));
    };
    served.after(second);
    assert_eq!(served.get("/state/second/first-steps").status, 200);
    fs::remove_dir_all(author.path("second")).unwrap();
    until(|| served.get("/state/second/first-steps").status == 404);
    assert_eq!(served.get(STATE).status, 200);
}

#[test]
fn an_author_sees_every_question_apart_from_what_learners_have_saved() {
    let author = Author::new();
    let served = author.serve();
    let (drawn, every) = (
        served.get("/banks/sample.json").body,
        served.get("/every/sample.json").body,
    );
    assert!(drawn.contains(r#""draw":2"#) && drawn.contains(r#""id":"sample""#));
    assert!(!every.contains(r#""draw":2"#) && every.contains(r#""id":"sample.all""#));
    let state = served.state(STATE);
    let attempt: serde_json::Value =
        serde_json::from_str(state["attempt"].as_str().unwrap()).unwrap();
    let plan = attempt["saved"]["open"]["plan"].as_array().unwrap();
    assert_eq!(plan.len(), state["questions"].as_array().unwrap().len());
}

#[test]
fn a_port_that_is_taken_is_said_with_what_to_try() {
    let author = Author::new();
    let served = author.serve();
    let port = served.address().rsplit_once(':').unwrap().1.to_owned();
    let next = port.parse::<u16>().unwrap().wrapping_add(1);
    let message = refused(&author.path(""), &author.top.path().join("client"), &port);
    let expected = format!(
        "jalon: can't listen on 127.0.0.1:{port}: something else uses that port; try --port {next}, or --port 0 for any that is free\n"
    );
    assert_eq!(message, expected);
}

#[test]
fn a_folder_without_a_bank_or_a_client_is_named() {
    let author = Author::new();
    let client = author.top.path().join("client");
    let message = refused(&client, &client, "0");
    assert!(
        message.ends_with("no bank.toml in this folder, nor in a folder in it\n"),
        "{message}"
    );
    let message = refused(&author.path(""), &author.path("sample"), "0");
    assert!(
        message.contains("jalon") && message.contains("cargo xtask dist"),
        "{message}"
    );
}

/// What it says to the standard error when it can't run.
fn refused(folder: &Path, client: &Path, port: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command
        .arg("serve")
        .arg(folder)
        .args(["--port", port, "--client"])
        .arg(client);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_in_peace_while_a_page_waits() {
    let author = Author::new();
    let mut served = author.serve();
    let mut waiting = std::net::TcpStream::connect(served.address()).unwrap();
    let version = served.version();
    std::io::Write::write_all(
        &mut waiting,
        format!("GET /changes/{version} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes(),
    )
    .unwrap();
    let id = served.process().id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(served.line(), "stopped");
    assert_eq!(served.process().wait().unwrap().code(), Some(0));
}
