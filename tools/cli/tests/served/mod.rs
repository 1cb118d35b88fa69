//! A `jalon serve` that runs, and a caller as plain as can be.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A server on a port of its own; it ends with the test.
pub(crate) struct Served {
    process: Child,
    address: String,
    said: BufReader<ChildStdout>,
}

/// What it answered.
pub(crate) struct Answer {
    /// The status, such as 200.
    pub(crate) status: u16,
    /// The headers, as they came.
    pub(crate) head: String,
    /// What came after them.
    pub(crate) body: String,
}

/// A folder with files that pass for the client.
pub(crate) fn client(folder: &Path) -> PathBuf {
    let client = folder.join("client");
    fs::create_dir_all(client.join("jalon")).unwrap();
    for name in [
        "jalon.js",
        "jalon/a.1.js",
        "jalon/a.1.wasm",
        "jalon/a.1.css",
    ] {
        fs::write(client.join(name), format!("/* {name} */")).unwrap();
    }
    client
}

impl Served {
    /// Serves a folder.
    pub(crate) fn start(folder: &Path, client: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command
            .arg("serve")
            .arg(folder)
            .args(["--port", "0", "--client"]);
        let mut process = command.arg(client).stdout(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let mut served = Self {
            process,
            address: String::new(),
            said,
        };
        while served.address.is_empty() {
            let line = served.line();
            let rest = line.strip_prefix("http://").unwrap_or_default();
            rest.split_once('/')
                .unwrap_or_default()
                .0
                .clone_into(&mut served.address);
        }
        served
    }

    /// The next line that it prints.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        let bytes = self.said.read_line(&mut line).unwrap();
        assert!(bytes > 0, "it has ended");
        line.trim_end().to_owned()
    }

    /// Its process.
    pub(crate) fn process(&mut self) -> &mut Child {
        &mut self.process
    }

    /// Its host and port.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Asks for a path, to the letter.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.get_as(path, &self.address)
    }

    /// Asks for a path, calling the server by another name.
    pub(crate) fn get_as(&self, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer {
            status,
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    /// The address of a module, by the header: `banks` or `every`, then the ids of bank and module.
    pub(crate) fn module(&self, folder: &str, bank: &str, module: &str) -> String {
        let header = self.state(&format!("/{folder}/{bank}.json"));
        let modules = header["modules"].as_array().unwrap();
        let found = modules.iter().find(|one| one["id"] == module).unwrap();
        format!("/{folder}/{bank}/{}", found["file"].as_str().unwrap())
    }

    /// The state at a path such as `/state`.
    pub(crate) fn state(&self, path: &str) -> Value {
        serde_json::from_str(&self.get(path).body).unwrap()
    }

    /// The version of everything.
    pub(crate) fn version(&self) -> String {
        self.state("/state")["version"].as_str().unwrap().to_owned()
    }

    /// Waits until there is another version than this one.
    pub(crate) fn changed(&self, version: &str) {
        let answer = self.get(&format!("/changes/{version}"));
        assert_eq!(answer.status, 200, "{}", answer.head);
        assert_ne!(answer.body, version);
    }

    /// Does something to the texts, and waits until it is served.
    pub(crate) fn after(&self, change: impl FnOnce()) {
        let version = self.version();
        change();
        self.changed(&version);
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
