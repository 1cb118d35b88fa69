//! A bank with a question of every kind, which its author edits and of which there is another one of the same id.

use std::fmt::Write as _;
use std::sync::LazyLock;

use jalon_compiler::{Sources, check};

/// What the author has published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    First,
    /// The same questions in other words.
    Reworded,
    /// What is right of one question is another thing now.
    OtherKey,
    /// One question is gone.
    OneGone,
    /// Every question was replaced by another.
    Replaced,
    /// A bank of the same id at another address, with questions of its own.
    Namesake,
}

impl Edition {
    /// Every one of them.
    pub(crate) const ALL: [Self; 6] = [
        Self::First,
        Self::Reworded,
        Self::OtherKey,
        Self::OneGone,
        Self::Replaced,
        Self::Namesake,
    ];

    /// What the ids of its questions start with.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Replaced => "new-",
            Self::Namesake => "own-",
            _ => "",
        }
    }

    /// Whether it has a question.
    pub(crate) fn has(self, question: &str) -> bool {
        let is_gone = self == Self::OneGone && question == GONE;
        QUESTIONS
            .iter()
            .any(|(id, _)| question == format!("{}{id}", self.prefix()))
            && !is_gone
    }
}

/// The question whose key is edited, and the one that is taken out.
pub(crate) const REKEYED: &str = "moon";
const GONE: &str = "sky";

/// Whether a question asks for an order. Its items are always on screen in some order, so what is there may be as it was drawn.
pub(crate) fn is_order(question: &str) -> bool {
    question.ends_with("sowing")
}

const QUESTIONS: [(&str, &str); 10] = [
    (
        "sky",
        r#"
kind = "choice"
key = "blue"
[[question.choice]]
id = "blue"
[[question.choice]]
id = "green"
[[question.choice]]
id = "red"
"#,
    ),
    (
        "orchard",
        r#"
kind = "choice"
key = ["apple", "pear"]
[[question.choice]]
id = "apple"
[[question.choice]]
id = "pear"
[[question.choice]]
id = "carrot"
"#,
    ),
    (
        "moon",
        r#"
kind = "true-false"
key = false
"#,
    ),
    (
        "rain",
        r#"
kind = "text"
accept.en = ["umbrella"]
accept.fr = ["parapluie"]
"#,
    ),
    (
        "air",
        r#"
kind = "number"
key = 21
"#,
    ),
    (
        "keeping",
        r#"
kind = "match"
[[question.item]]
id = "apples"
target = "straw"
[[question.item]]
id = "roots"
target = "sand"
[[question.target]]
id = "straw"
[[question.target]]
id = "sand"
[[question.target]]
id = "water"
"#,
    ),
    (
        "ripe",
        r#"
kind = "classify"
[[question.item]]
id = "leeks"
category = "winter"
[[question.item]]
id = "peas"
category = "spring"
[[question.category]]
id = "spring"
[[question.category]]
id = "winter"
"#,
    ),
    (
        "sowing",
        r#"
kind = "order"
[[question.item]]
id = "dig"
[[question.item]]
id = "sow"
[[question.item]]
id = "pick"
"#,
    ),
    (
        "year",
        r#"
kind = "gaps"
[[question.gap]]
id = "g1"
number = 365
[[question.gap]]
id = "g2"
pick = { key = "turns", from = ["turns", "stops"] }
[[question.gap]]
id = "g3"
text.accept = { en = ["summer"], fr = ["été"] }
[[question.choice]]
id = "turns"
[[question.choice]]
id = "stops"
"#,
    ),
    (
        "today",
        r#"
kind = "essay"
[[question.point]]
id = "season"
"#,
    ),
];

/// What each wording of a question has besides its prompt. The texts of choices and items are their ids.
fn texts(question: &str) -> &'static str {
    match question {
        "sky" => r#"choices = { blue = "blue", green = "green", red = "red" }"#,
        "orchard" => r#"choices = { apple = "apple", pear = "pear", carrot = "carrot" }"#,
        "keeping" => {
            "items = { apples = \"apples\", roots = \"roots\" }\ntargets = { straw = \"straw\", sand = \"sand\", water = \"water\" }"
        }
        "ripe" => {
            "items = { leeks = \"leeks\", peas = \"peas\" }\ncategories = { spring = \"spring\", winter = \"winter\" }"
        }
        "sowing" => r#"items = { dig = "dig", sow = "sow", pick = "pick" }"#,
        "year" => {
            "text = \"{{g1}} days, {{g2}}, {{g3}}.\"\nchoices = { turns = \"turns\", stops = \"stops\" }"
        }
        "today" => "points = { season = \"Names the season\" }\nmodel = \"It is June.\"",
        _ => "",
    }
}

fn module(edition: Edition) -> String {
    let mut module = "title.en = \"Kiosk\"\ntitle.fr = \"Kiosque\"\ntrack.en = \"Seasons\"\ntrack.fr = \"Saisons\"\nlevel = \"foundation\"\nminutes = 1\n".to_owned();
    for (id, body) in QUESTIONS {
        if edition == Edition::OneGone && id == GONE {
            continue;
        }
        let body = match edition {
            Edition::OtherKey if id == REKEYED => body.replace("false\n", "true\n"),
            _ => body.to_owned(),
        };
        let prompt = match edition {
            Edition::Reworded => "in other words",
            _ => "which",
        };
        let id_now = format!("{}{id}", edition.prefix());
        let hints = "hints = [\"One hint.\", \"Another.\"]";
        // Writing into a string can't fail.
        let (head, rest) = body.split_once("\n[[").unwrap_or((&body, ""));
        let rest = if rest.is_empty() {
            String::new()
        } else {
            format!("[[{rest}")
        };
        let _ = writeln!(
            module,
            "[[question]]\nid = \"{id_now}\"\nconcepts = [\"colours\"]{head}\n{rest}"
        );
        for lang in ["en", "fr"] {
            let texts = texts(id);
            let _ = writeln!(
                module,
                "[[question.{lang}]]\nprompt = \"{id_now}: {prompt}?\"\n{texts}\n{hints}"
            );
        }
    }
    module
}

/// The files of an edition, with feedback once the attempt is handed in, or at once.
pub(crate) fn files(edition: Edition, at_once: bool) -> &'static [(String, String)] {
    static FILES: LazyLock<Vec<Vec<(String, String)>>> = LazyLock::new(|| {
        let at = |at_once: bool| Edition::ALL.map(|edition| compiled(edition, at_once));
        [at(false), at(true)].into_iter().flatten().collect()
    });
    let place = edition as usize + if at_once { Edition::ALL.len() } else { 0 };
    &FILES[place]
}

fn compiled(edition: Edition, at_once: bool) -> Vec<(String, String)> {
    let when = if at_once { "at-once" } else { "after-submit" };
    let bank = format!(
        "id = \"kiosk\"\nlanguages = [\"en\", \"fr\"]\ntitle.en = \"Kiosk\"\ntitle.fr = \"Kiosque\"\nmodules = [\"stand\"]\n[feedback]\nwhen = \"{when}\"\n[[concept]]\nid = \"colours\"\nname.en = \"Colours\"\nname.fr = \"Couleurs\"\n"
    );
    let texts = [
        ("kiosk/bank.toml", bank),
        ("kiosk/stand.toml", module(edition)),
    ];
    let sources: Sources = texts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let report = check(&sources);
    let [bank] = &report.banks[..] else {
        panic!("{:#?}", report.diagnostics);
    };
    bank.files()
}
