//! Security advisories: RustSec's database, held against the lock file. It doesn't say which versions were yanked.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustsec::advisory::{Informational, Metadata, Versions};
use rustsec::report::Settings;
use rustsec::{Database, Lockfile, Report};

use crate::run::{program, root, target_dir};

/// Where the database is published.
const PUBLISHED: &str = "https://github.com/rustsec/advisory-db";

/// The variable that names a folder with a copy of it, for a machine that can't reach it.
const COPY: &str = "JALON_ADVISORY_DB";

/// How long a fetch may take. It downloads two megabytes.
const PATIENCE: Duration = Duration::from_secs(90);

/// What is said where there is no database.
const NOT_CHECKED: &str = "advisories not checked: the database could not be fetched";

/// Fails where a package of the lock file has a known vulnerability. Returns what is left to say where nothing could be checked.
pub(crate) fn check() -> Result<Option<&'static str>> {
    let Some(folder) = database() else {
        println!("WARNING: {NOT_CHECKED} (set {COPY} to the folder of a copy)");
        return Ok(Some(NOT_CHECKED));
    };
    let lock = root().join("Cargo.lock");
    let lock = Lockfile::load(&lock).with_context(|| lock.display().to_string())?;
    let found = Found::of(&folder, &lock)?;
    for remark in &found.remarks {
        println!("advisory: {remark}");
    }
    if !found.vulnerabilities.is_empty() {
        bail!("{}", found.vulnerabilities.join("; "));
    }
    let (packages, advisories) = (lock.packages.len(), found.advisories);
    println!("advisories: {advisories} read, no known vulnerability in {packages} packages");
    Ok(None)
}

/// What the database has about a lock file.
#[derive(Debug)]
struct Found {
    /// How many advisories it has.
    advisories: usize,
    /// These fail the step.
    vulnerabilities: Vec<String>,
    /// Packages that nobody maintains, and interfaces that are unsound if used in a certain way.
    remarks: Vec<String>,
}

impl Found {
    fn of(folder: &Path, lock: &Lockfile) -> Result<Self> {
        let database = Database::open(folder)
            .with_context(|| format!("the advisory database in {}", folder.display()))?;
        let settings = Settings {
            informational_warnings: vec![
                Informational::Notice,
                Informational::Unmaintained,
                Informational::Unsound,
            ],
            ..Settings::default()
        };
        let report = Report::generate(&database, lock, &settings);
        let vulnerabilities = report.vulnerabilities.list.iter();
        let remarks = report.warnings.values().flatten();
        Ok(Self {
            advisories: database.iter().count(),
            vulnerabilities: vulnerabilities
                .map(|own| {
                    let package = format!("{} {}", own.package.name, own.package.version);
                    format!(
                        "{package}: {}{}",
                        title(&own.advisory),
                        fixed_in(&own.versions)
                    )
                })
                .collect(),
            remarks: remarks
                .filter_map(|own| {
                    let package = format!("{} {}", own.package.name, own.package.version);
                    let advisory = own.advisory.as_ref()?;
                    Some(format!("{package} ({}): {}", own.kind, title(advisory)))
                })
                .collect(),
        })
    }
}

fn title(advisory: &Metadata) -> String {
    format!("{} ({})", advisory.title, advisory.id)
}

/// The versions without the fault.
fn fixed_in(versions: &Versions) -> String {
    match versions.patched() {
        [] => ", with no fix so far".to_owned(),
        all => {
            let all: Vec<String> = all.iter().map(ToString::to_string).collect();
            format!(", fixed in {}", all.join(" or "))
        }
    }
}

/// The folder of the database: the copy that is named, or what is published now; `None` where it can't be fetched.
fn database() -> Option<PathBuf> {
    if let Some(copy) = env::var_os(COPY) {
        return Some(root().join(copy));
    }
    let folder = target_dir().join("advisory-db");
    if folder.join("crates").is_dir() {
        let fetch = ["fetch", "--quiet", "--depth", "1", PUBLISHED, "HEAD"];
        let take = ["reset", "--quiet", "--hard", "FETCH_HEAD"];
        let is_new = [&fetch[..], &take[..]]
            .into_iter()
            .all(|arguments| ends_well(git(arguments).current_dir(&folder)));
        return is_new.then_some(folder);
    }
    let clone = ["clone", "--quiet", "--depth", "1", PUBLISHED];
    ends_well(git(&clone).arg(&folder)).then_some(folder)
}

/// git, which asks nobody for a password.
fn git(arguments: &[&str]) -> Command {
    let mut command = program("git", arguments);
    command.env("GIT_TERMINAL_PROMPT", "0");
    command
}

/// Whether a command succeeds before patience runs out.
fn ends_well(command: &mut Command) -> bool {
    command
        .spawn()
        .is_ok_and(|mut child| succeeds_in_time(&mut child, PATIENCE))
}

fn succeeds_in_time(child: &mut Child, patience: Duration) -> bool {
    let start = Instant::now();
    while start.elapsed() < patience {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Ok(Some(status)) => return status.success(),
            Err(_) => break,
        }
    }
    // It may have ended by itself in the meantime.
    let _ = child.kill();
    let _ = child.wait();
    false
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::run::Scratch;

    /// A database with an advisory on the package `a`, fixed in 1.2.0.
    fn database(scratch: &Scratch, informational: &str) {
        let folder = scratch.path().join("crates/a");
        fs::create_dir_all(&folder).unwrap();
        let advisory = format!(
            "```toml\n[advisory]\nid = \"RUSTSEC-2026-0001\"\npackage = \"a\"\ndate = \"2026-01-01\"\n{informational}\n\
             [versions]\npatched = [\">= 1.2.0\"]\n```\n\n# Reads past its end\n\nAny text.\n"
        );
        fs::write(folder.join("RUSTSEC-2026-0001.md"), advisory).unwrap();
    }

    fn lock(version: &str) -> Lockfile {
        let source = "registry+https://github.com/rust-lang/crates.io-index";
        format!("version = 4\n\n[[package]]\nname = \"a\"\nversion = \"{version}\"\nsource = \"{source}\"\n")
            .parse()
            .unwrap()
    }

    #[test]
    fn a_vulnerability_names_the_package_and_the_fix() {
        let scratch = Scratch::new("vulnerable");
        database(&scratch, "");
        let found = Found::of(scratch.path(), &lock("1.1.9")).unwrap();
        assert_eq!(
            found.vulnerabilities,
            ["a 1.1.9: Reads past its end (RUSTSEC-2026-0001), fixed in >=1.2.0"]
        );
        assert!(found.remarks.is_empty());
        let found = Found::of(scratch.path(), &lock("1.2.0")).unwrap();
        assert!(found.vulnerabilities.is_empty() && found.remarks.is_empty());
        assert_eq!(found.advisories, 1);
    }

    #[test]
    fn a_package_that_nobody_maintains_is_a_remark() {
        let scratch = Scratch::new("unmaintained");
        database(&scratch, "informational = \"unmaintained\"");
        let found = Found::of(scratch.path(), &lock("1.1.9")).unwrap();
        assert!(found.vulnerabilities.is_empty());
        assert_eq!(
            found.remarks,
            ["a 1.1.9 (unmaintained): Reads past its end (RUSTSEC-2026-0001)"]
        );
    }

    #[test]
    fn a_folder_without_a_database_is_an_error() {
        let scratch = Scratch::new("no-database");
        let error = Found::of(scratch.path(), &lock("1.0.0")).unwrap_err();
        assert!(error.to_string().starts_with("the advisory database in "));
    }

    #[test]
    fn a_command_that_takes_too_long_has_failed() {
        let (soon, long) = (Duration::from_millis(100), Duration::from_secs(60));
        let in_time = |name, argument, patience| {
            let mut child = program(name, [argument]).spawn().unwrap();
            succeeds_in_time(&mut child, patience)
        };
        assert!(in_time("sleep", "0", long));
        assert!(!in_time("sleep", "60", soon));
        assert!(!in_time("false", "", long));
    }
}
