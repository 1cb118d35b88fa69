//! What a page shows and what is stored, as the learner in the page tells it.

use std::collections::BTreeMap;

use serde_json::Value;

/// One element of a page.
#[derive(Clone, Debug)]
pub(crate) struct Screen {
    pub(crate) is_over: bool,
    pub(crate) notices: String,
    /// What is in the inputs of each question.
    pub(crate) answers: BTreeMap<String, String>,
}

/// What the learner can be told about saving, by some words of it in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    Full,
    Forbidden,
    Newer,
    NotStored,
    Changed,
    SetAside,
    Redrawn,
}

impl Notice {
    fn words(self) -> [&'static str; 2] {
        match self {
            Self::Full => ["storage is full", "est plein"],
            Self::Forbidden => ["does not let the page save", "ne permet pas à la page"],
            Self::Newer => ["A newer version", "Une version plus récente"],
            Self::NotStored => [
                "changes of your earlier visit",
                "modifications de votre visite",
            ],
            Self::Changed => ["questions have changed", "questions ont changé"],
            Self::SetAside => ["was set aside", "mises de côté"],
            Self::Redrawn => [
                "list of questions of an attempt",
                "liste des questions d’une",
            ],
        }
    }
}

impl Screen {
    pub(crate) fn says(&self, notice: Notice) -> bool {
        notice
            .words()
            .iter()
            .any(|words| self.notices.contains(words))
    }

    /// Whether it says that what is entered may not last.
    pub(crate) fn warns(&self) -> bool {
        let all = [Notice::Full, Notice::Forbidden, Notice::Newer];
        all.into_iter().any(|notice| self.says(notice))
    }
}

/// A page, and the storage of its origin.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) screens: Vec<Screen>,
    /// Answers that are stored, by attempt and question; there may be several where an entry was set aside.
    pub(crate) given: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Attempts whose result is stored.
    pub(crate) done: Vec<String>,
    /// Everything that is stored: names and texts.
    pub(crate) entries: Vec<(String, String)>,
}

impl Report {
    pub(crate) fn read(raw: &Value) -> Self {
        let mut given: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for one in list(&raw["given"]) {
            let of = given.entry(text(&one[0])).or_default();
            of.entry(text(&one[1])).or_default().push(text(&one[2]));
        }
        Self {
            screens: list(&raw["elements"]).iter().map(screen).collect(),
            given,
            done: list(&raw["done"]).iter().map(text).collect(),
            entries: list(&raw["entries"])
                .iter()
                .map(|one| (text(&one[0]), text(&one[1])))
                .collect(),
        }
    }
}

fn screen(raw: &Value) -> Screen {
    let notices: Vec<String> = list(&raw["notices"]).iter().map(text).collect();
    let answers = raw["answers"].as_object().into_iter().flatten();
    Screen {
        is_over: raw["isOver"] == true,
        notices: notices.join("\n"),
        answers: answers
            .map(|(name, own)| (name.clone(), text(own)))
            .collect(),
    }
}

fn list(raw: &Value) -> &[Value] {
    raw.as_array().map_or(&[], Vec::as_slice)
}

fn text(raw: &Value) -> String {
    raw.as_str().unwrap_or_default().to_owned()
}
