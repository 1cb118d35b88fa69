//! Waiting: try again until it holds or the patience runs out, never a fixed sleep.

use std::thread;
use std::time::{Duration, Instant};

/// What one try gives: a value, or the reason why not yet.
pub(crate) type Attempt<T> = Result<T, String>;

/// How long a person would be kept waiting before we call it a failure.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

const PAUSE: Duration = Duration::from_millis(15);

/// Tries until an attempt succeeds; after `patience`, gives the last reason.
pub(crate) fn until<T>(patience: Duration, mut attempt: impl FnMut() -> Attempt<T>) -> Attempt<T> {
    let deadline = Instant::now() + patience;
    loop {
        match attempt() {
            Ok(value) => return Ok(value),
            Err(reason) if Instant::now() >= deadline => return Err(reason),
            Err(_) => thread::sleep(PAUSE),
        }
    }
}

/// The value, or the end of the test at the line that asked for it.
#[track_caller]
pub(crate) fn or_panic<T>(attempt: Attempt<T>, what: &str) -> T {
    match attempt {
        Ok(value) => value,
        Err(reason) => panic!("{what}: {reason}"),
    }
}
