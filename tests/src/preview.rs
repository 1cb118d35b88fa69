//! What an author has: texts in a folder, and `jalon serve` beside them.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, fs};

use tempfile::TempDir;

/// A folder of banks that is served while its texts are edited.
pub struct Preview {
    folder: TempDir,
    process: Child,
    address: String,
    /// It would end if nobody could hear it.
    _said: BufReader<ChildStdout>,
}

impl Preview {
    /// Writes texts into a folder and serves it; names have `/` between their parts.
    ///
    /// # Panics
    ///
    /// There is no `jalon`, or it does not serve.
    #[must_use]
    pub fn of<N: AsRef<str>, T: AsRef<str>>(texts: impl IntoIterator<Item = (N, T)>) -> Self {
        let folder = TempDir::new().expect("a folder for the texts");
        for (name, text) in texts {
            write(&folder, name.as_ref(), text.as_ref());
        }
        let program = jalon();
        let process = Command::new(&program)
            .arg("serve")
            .arg(folder.path())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn();
        let mut process = process.unwrap_or_else(|e| panic!("{}: {e}", program.display()));
        let mut said = BufReader::new(process.stdout.take().expect("what it says"));
        let address = address(&mut said);
        Self {
            folder,
            process,
            address,
            _said: said,
        }
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.address, path.trim_start_matches('/'))
    }

    /// Saves a text, as an editor does.
    pub fn save(&self, name: &str, text: &str) {
        write(&self.folder, name, text);
    }

    /// How much memory the server holds, in kB.
    ///
    /// # Panics
    ///
    /// The system does not tell.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.process.id());
        let status = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        number.unwrap_or_else(|| panic!("no VmRSS in {path}"))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The `jalon` that `JALON_BIN` names, else the one that was built beside these tests.
fn jalon() -> PathBuf {
    let beside = || {
        let own = env::current_exe().expect("the path of this program");
        let folder = own.ancestors().nth(2).expect("a folder of binaries");
        folder
            .join("jalon")
            .with_extension(env::consts::EXE_EXTENSION)
    };
    env::var_os("JALON_BIN").map_or_else(beside, PathBuf::from)
}

/// Where it says that it serves.
fn address(said: &mut BufReader<ChildStdout>) -> String {
    let mut all = String::new();
    loop {
        let start = all.len();
        let bytes = said.read_line(&mut all).expect("what jalon says");
        assert!(bytes > 0, "jalon has ended after it said:\n{all}");
        if let Some(address) = all[start..]
            .split(' ')
            .find(|word| word.starts_with("http://"))
        {
            return address.to_owned();
        }
    }
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for a bank");
    let beside = path.with_extension("new");
    fs::write(&beside, text).expect("a text that can be written");
    fs::rename(beside, path).expect("a text that can be put in its place");
}
