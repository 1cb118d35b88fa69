//! A small bank of the journeys' own, the pages that it is shown on, and a learner who knows it by heart.

use std::sync::LazyLock;

use jalon_compiler::{Sources, check};
use jalon_tests::{Look, Site, any};

const BANK: &str = include_str!("bank.toml");
const WEATHER: &str = include_str!("weather.toml");
const NIGHT: &str = include_str!("night.toml");
const MEASURES: &str = include_str!("measures.toml");
const LETTERS: &str = include_str!("letters.toml");
const DIARY: &str = include_str!("diary.toml");
const SENTENCES: &str = include_str!("sentences.toml");
const YEAR: &str = include_str!("year.svg");
const PANTRY: &str = include_str!("pantry.toml");

/// How many questions the weather has, and how many points.
pub(crate) const QUESTIONS: usize = 5;

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| compiled(WEATHER));

/// The bank's files: paths under `banks/`, and what is in them.
pub(crate) fn files() -> &'static [(String, String)] {
    &FILES
}

/// The address of a module's file, whose name carries a hash of the content.
pub(crate) fn module(id: &str) -> String {
    module_of(files(), id)
}

/// The same, in other files of the bank.
pub(crate) fn module_of(files: &[(String, String)], id: &str) -> String {
    let start = format!("almanac/{id}.");
    let found = files.iter().find(|(name, _)| name.starts_with(&start));
    let (name, _) = found.unwrap_or_else(|| panic!("no module {id}"));
    format!("banks/{name}")
}

/// The bank's texts, as its author has them, with another one for its first module.
pub(crate) fn texts(weather: &str) -> [(&'static str, &str); 9] {
    [
        ("almanac/bank.toml", BANK),
        ("almanac/weather.toml", weather),
        ("almanac/night.toml", NIGHT),
        ("almanac/measures.toml", MEASURES),
        ("almanac/letters.toml", LETTERS),
        ("almanac/diary.toml", DIARY),
        ("almanac/sentences.toml", SENTENCES),
        ("almanac/year.svg", YEAR),
        ("almanac/pantry.toml", PANTRY),
    ]
}

/// The bank's files, compiled as an author would have them compiled, with another text for its first module.
pub(crate) fn compiled(weather: &str) -> Vec<(String, String)> {
    let sources: Sources = texts(weather).into_iter().collect();
    let report = check(&sources);
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    let [bank] = &report.banks[..] else {
        panic!("one bank, please");
    };
    bank.files()
}

/// The bank's files after an author has replaced some words of its first module by others.
pub(crate) fn edited(edits: &[(&str, &str)]) -> Vec<(String, String)> {
    compiled(&reworded(edits))
}

/// The text of the first module after an author has replaced some words by others.
pub(crate) fn reworded(edits: &[(&str, &str)]) -> String {
    let mut weather = WEATHER.to_owned();
    for (words, by) in edits {
        assert!(weather.contains(words), "no \"{words}\" to replace");
        weather = weather.replace(words, by);
    }
    weather
}

/// The text of a first module in which every question was replaced by another.
pub(crate) fn replaced() -> String {
    WEATHER.replace("[[question]]\nid = \"", "[[question]]\nid = \"other-")
}

/// The text of a first module with ten questions, of nearly every kind.
pub(crate) fn ten() -> String {
    let mut all = WEATHER.to_owned();
    for module in [PANTRY, MEASURES, SENTENCES] {
        let (_, questions) = module.split_once("[[question]]").expect("questions");
        for question in questions.split("[[question]]") {
            // The same question is not twice in a bank, and eleven are too many.
            let question = question.replacen("id = \"", "id = \"also-", 1);
            if !question.contains("hotspot") && !question.contains("boiling") {
                all += &format!("[[question]]{question}");
            }
        }
    }
    all
}

/// The site as built, with the almanac and a page for it: `weather.html`.
pub(crate) fn site() -> Site {
    let site = Site::start();
    publish(&site, files());
    site.put("banks/almanac/year.svg", YEAR);
    site.put("weather.html", page("en", &checkpoint("weather", "en")));
    site
}

/// Puts a bank's files where the pages look for them.
pub(crate) fn publish(site: &Site, files: &[(String, String)]) {
    for (name, json) in files {
        site.put(&format!("banks/{name}"), json.as_str());
    }
}

/// A page as a host would write it, in a language, with these elements.
pub(crate) fn page(lang: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A host page</title>
<script type="module" src="jalon.js"></script>
<main><h1>A host page</h1>
{body}
</main>
"#
    )
}

/// A bank of the same id at another address of the site, with other questions, and a page for it: `copy.html`.
pub(crate) fn publish_copy(site: &Site) {
    for (name, json) in compiled(&replaced()) {
        site.put(&format!("copy/{name}"), json);
    }
    let tag = checkpoint("weather", "en").replace("banks/", "copy/");
    site.put("copy.html", page("en", &tag));
}

/// The tag of a checkpoint.
pub(crate) fn checkpoint(module: &str, lang: &str) -> String {
    tag("checkpoint", module, &format!(r#"lang="{lang}""#))
}

/// The tag of an element, with more attributes.
pub(crate) fn tag(element: &str, module: &str, more: &str) -> String {
    format!(
        r#"<jalon-{element} bank="banks/almanac.json" module="{module}" {more}></jalon-{element}>"#
    )
}

/// A word of each question and of each answer that is in all of its wordings.
pub(crate) struct Terms {
    pub(crate) sky: &'static str,
    pub(crate) blue: &'static str,
    pub(crate) green: &'static str,
    pub(crate) red: &'static str,
    pub(crate) none: &'static str,
    pub(crate) orchard: &'static str,
    pub(crate) apple: &'static str,
    pub(crate) pear: &'static str,
    pub(crate) carrot: &'static str,
    pub(crate) moon: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) rain: &'static str,
    pub(crate) umbrella: &'static str,
    pub(crate) science: &'static str,
    pub(crate) forecasting: &'static str,
    pub(crate) submit: &'static str,
}

pub(crate) const EN: Terms = Terms {
    sky: "sky",
    blue: "blue",
    green: "green",
    red: "red",
    none: "none",
    orchard: "orchard",
    apple: "apple",
    pear: "pear",
    carrot: "carrot",
    moon: "moon",
    yes: "True",
    no: "False",
    rain: "rain",
    umbrella: "umbrella",
    science: "science",
    forecasting: "weather forecasting",
    submit: "Submit",
};

pub(crate) const FR: Terms = Terms {
    sky: "ciel",
    blue: "bleu",
    green: "vert",
    red: "rouge",
    none: "autre chose",
    orchard: "verger",
    apple: "pomme",
    pear: "poire",
    carrot: "carotte",
    moon: "Lune",
    yes: "Vrai",
    no: "Faux",
    rain: "pluie",
    umbrella: "parapluie",
    science: "science",
    forecasting: "météorologie",
    submit: "Valider",
};

impl Terms {
    /// Answers everything right.
    #[track_caller]
    pub(crate) fn answer_right(&self, on: &impl Look) {
        on.group(self.sky).radio(self.blue).choose();
        on.group(self.orchard).checkbox(self.apple).tick();
        on.group(self.orchard).checkbox(self.pear).tick();
        on.group(self.moon).radio(self.no).choose();
        self.write(on, self.rain, self.umbrella);
        self.write(on, self.science, self.forecasting);
    }

    /// Answers everything wrong.
    #[track_caller]
    pub(crate) fn answer_wrong(&self, on: &impl Look) {
        on.group(self.sky).radio(self.red).choose();
        on.group(self.orchard).checkbox(self.carrot).tick();
        on.group(self.moon).radio(self.yes).choose();
        self.write(on, self.rain, "parasol");
        self.write(on, self.science, "astrology");
    }

    /// Types an answer into an empty field.
    #[track_caller]
    pub(crate) fn write(&self, on: &impl Look, question: &str, text: &str) {
        on.group(question).textbox(any()).type_text(text);
        on.group(question).textbox(any()).has_value(text);
    }

    /// Hands in.
    #[track_caller]
    pub(crate) fn hand_in(&self, on: &impl Look) {
        on.button(self.submit).click();
    }

    /// The order of the questions: which of them stands first, second...
    #[track_caller]
    pub(crate) fn order(&self, on: &impl Look) -> Vec<usize> {
        let words = [self.sky, self.orchard, self.moon, self.rain, self.science];
        on.group("Question 5").is_there();
        places(&on.group("Question").names(), &words)
    }

    /// The order of the colours of the sky.
    #[track_caller]
    pub(crate) fn colours(&self, on: &impl Look) -> Vec<usize> {
        let words = [self.blue, self.green, self.red, self.none];
        places(&on.group(self.sky).radio(any()).names(), &words)
    }
}

/// For each name, which of the words it holds.
#[track_caller]
fn places(names: &[String], words: &[&str]) -> Vec<usize> {
    let of = |name: &String| words.iter().position(|word| name.contains(word));
    let found: Vec<usize> = names.iter().filter_map(of).collect();
    assert_eq!(found.len(), words.len(), "{names:?} against {words:?}");
    found
}

/// Every choice on the page with its state, in order.
#[track_caller]
pub(crate) fn choices(on: &impl Look) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for role in ["radio", "checkbox"] {
        let spot = on.role(role, any());
        let names = spot.names();
        all.extend(names.into_iter().enumerate().map(|(n, name)| {
            let state = spot.clone().nth(n + 1).state("checked");
            (name, state)
        }));
    }
    all
}
