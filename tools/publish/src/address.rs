//! Where the pages of a site are, and how one names another. Addresses are relative and name files, so that a site works in any folder of any
//! host, and from a disk.

use jalon_engine::id::ModuleId;

/// One page in one way of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The home page at the top, in the bank's first language.
    Front,
    Home,
    Lesson(ModuleId),
    Checkpoint(ModuleId),
    Progress,
}

impl Place {
    /// The path of its file below the folder of its language.
    fn path(self) -> String {
        match self {
            Self::Front | Self::Home => "index.html".to_owned(),
            Self::Lesson(module) => format!("modules/{module}.html"),
            Self::Checkpoint(module) => format!("checkpoints/{module}.html"),
            Self::Progress => "progress.html".to_owned(),
        }
    }

    /// The path of its file from the top of the site.
    pub(crate) fn file(self, folder: &str) -> String {
        match self {
            Self::Front => self.path(),
            _ => format!("{folder}/{}", self.path()),
        }
    }

    /// The address that search engines are to know: without the name of a file that every host finds by itself.
    pub(crate) fn public(self, folder: &str) -> String {
        let file = self.file(folder);
        file.strip_suffix("index.html").unwrap_or(&file).to_owned()
    }

    /// The way from this page to the top of the site.
    pub(crate) fn top(self) -> &'static str {
        match self {
            Self::Front => "",
            Self::Home | Self::Progress => "../",
            Self::Lesson(_) | Self::Checkpoint(_) => "../../",
        }
    }

    /// The address of another page, as this one names it.
    pub(crate) fn to(self, other: Self, folder: &str) -> String {
        format!("{}{}", self.top(), other.file(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_name_one_another_from_where_they_are() {
        let module = || "a".parse().unwrap();
        for (from, to, expected) in [
            (Place::Front, Place::Home, "fr/index.html"),
            (Place::Home, Place::Lesson(module()), "../fr/modules/a.html"),
            (
                Place::Lesson(module()),
                Place::Checkpoint(module()),
                "../../fr/checkpoints/a.html",
            ),
            (
                Place::Checkpoint(module()),
                Place::Front,
                "../../index.html",
            ),
        ] {
            assert_eq!(from.to(to, "fr"), expected);
        }
        assert_eq!(Place::Home.public("fr"), "fr/");
        assert_eq!(Place::Front.public("fr"), "");
    }
}
