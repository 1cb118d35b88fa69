//! Follows the texts: each save is read and checked, and only the newest state counts.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch;

use super::snapshot::Snapshot;

/// How long nothing may happen before a save counts as complete. Editors write in several steps, with less than this between them.
const QUIET: Duration = Duration::from_millis(10);

/// How long to wait for that at most.
const LONGEST: Duration = Duration::from_millis(100);

/// How often to look for changes that nobody told of, as on folders of another machine.
const GLANCE: Duration = Duration::from_secs(1);

/// What a bank's files end with.
const OURS: [&str; 6] = ["toml", "svg", "png", "jpg", "jpeg", "webp"];

/// Checks after each change, from now on and as long as anybody listens.
pub(super) fn follow(folder: PathBuf, snapshots: watch::Sender<Arc<Snapshot>>) {
    thread::spawn(move || {
        let (hear, heard) = channel();
        let mut watched = Watched::new(hear);
        watched.renew(&folder);
        let mut seen = stamps(&folder);
        // What was saved between the first check and now.
        check(&folder, &snapshots);
        while !snapshots.is_closed() {
            let told = settled(&heard);
            let now = stamps(&folder);
            if told || now != seen {
                seen = now;
                watched.renew(&folder);
                check(&folder, &snapshots);
            }
        }
    });
}

fn check(folder: &Path, snapshots: &watch::Sender<Arc<Snapshot>>) {
    let before = Arc::clone(&snapshots.borrow());
    if let Some(next) = before.next(folder) {
        snapshots.send_replace(Arc::new(next));
    }
}

/// Waits for a change, and until it is complete. False where it was time for a glance.
fn settled(heard: &Receiver<()>) -> bool {
    match heard.recv_timeout(GLANCE) {
        Ok(()) => {
            let first = Instant::now();
            while first.elapsed() < LONGEST && heard.recv_timeout(QUIET).is_ok() {}
            true
        }
        Err(RecvTimeoutError::Timeout) => false,
        // Nobody will tell of anything.
        Err(RecvTimeoutError::Disconnected) => {
            thread::sleep(GLANCE);
            false
        }
    }
}

/// The folders whose changes the system tells of.
struct Watched {
    watcher: Option<RecommendedWatcher>,
    folders: BTreeSet<PathBuf>,
}

impl Watched {
    fn new(hear: Sender<()>) -> Self {
        let tell = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| matters(&event)) {
                // Nobody listens any more when the program ends.
                let _ = hear.send(());
            }
        };
        Self {
            // Without one, a glance each second sees all.
            watcher: notify::recommended_watcher(tell).ok(),
            folders: BTreeSet::new(),
        }
    }

    /// Watches the folders that there are now: editors save by renaming, so that it is never a file that is watched.
    fn renew(&mut self, folder: &Path) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let now: BTreeSet<PathBuf> = folders(folder).into_iter().collect();
        for gone in self.folders.difference(&now) {
            // It has gone with its folder.
            let _ = watcher.unwatch(gone);
        }
        self.folders.retain(|own| now.contains(own));
        for new in now {
            if !self.folders.contains(&new)
                && watcher.watch(&new, RecursiveMode::NonRecursive).is_ok()
            {
                self.folders.insert(new);
            }
        }
    }
}

/// Whether an event may have changed a bank. That it was read has not.
fn matters(event: &Event) -> bool {
    let is_change = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    let folders_too = !matches!(event.kind, EventKind::Access(_));
    let is_ours = |path: &PathBuf| is_ours(path) || folders_too && path.extension().is_none();
    is_change && (event.need_rescan() || event.paths.iter().any(is_ours))
}

fn is_ours(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.is_some_and(|extension| OURS.contains(&extension))
}

/// The folder, and where it is no bank itself, those in it.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    if !folder.join("bank.toml").is_file() {
        let is_hidden = |path: &Path| {
            let name = path.file_name().map(OsStr::to_string_lossy);
            name.is_some_and(|name| name.starts_with('.'))
        };
        let inside = entries(folder).into_iter();
        all.extend(inside.filter(|path| path.is_dir() && !is_hidden(path)));
    }
    all
}

/// What can be told of the files without reading them.
fn stamps(folder: &Path) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let files = folders(folder).into_iter().flat_map(|one| entries(&one));
    let files = files.filter(|path| is_ours(path));
    files
        .filter_map(|path| {
            let about = fs::metadata(&path).ok()?;
            Some((path, about.modified().ok(), about.len()))
        })
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
