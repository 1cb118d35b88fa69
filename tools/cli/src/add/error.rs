//! Why no question was added.

use std::fmt;
use std::path::PathBuf;

/// Why nobody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// They had enough.
    ByUser,
    /// There is no terminal.
    NoTerminal,
    /// There is no picture in the bank's folder.
    NoPicture,
}

/// Why there is no question to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AddError {
    /// The person at the terminal stopped, or there is no terminal.
    Stopped(Stopped),
    /// The folder holds no bank itself, or one without modules.
    NoModule(PathBuf),
    /// Which of these modules?
    Which(Vec<String>),
    /// An option says what it can't: what was expected, and what was found.
    Option(String),
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped(Stopped::ByUser) => write!(f, "stopped; nothing was written"),
            Self::Stopped(Stopped::NoTerminal) => write!(
                f,
                "there is no terminal to ask in; say what to add by options: `jalon add --help`"
            ),
            Self::Stopped(Stopped::NoPicture) => write!(
                f,
                "a hotspot needs a picture, and there is none in the folder of the bank; put an svg, png, jpg or webp there first"
            ),
            Self::NoModule(folder) => write!(
                f,
                "{}: expected the folder of a bank with a module; `jalon new` makes one",
                folder.display()
            ),
            Self::Which(all) => write!(
                f,
                "expected one of these modules: --module {}",
                all.join(", ")
            ),
            Self::Option(why) => why.fmt(f),
        }
    }
}
