//! A small bank on paper: what is written, and what is not.

use jalon_compiler::{Paper, PrintOptions, Reading, Severity, Sources, check, paper};
use regex::Regex;

use crate::{lang, wish};

const BANK: &str = r#"
id = "sample"
languages = ["en", "fr"]
title.en = "A sample"
title.fr = "Un exemple"
modules = ["only"]

[[concept]]
id = "guidance"
name.en = "Guidance"
name.fr = "Recommandations"
"#;

const MODULE: &str = r#"
title.en = "</style><script>\"Needs\" & means"
title.fr = "L'essentiel"
track.en = "Logic"
track.fr = "Logique"
level = "intermediate"
minutes = 14

[[stimulus]]
id = "verbs"
text.en = "Two `</section>` verbs."
text.fr = "Deux verbes."

[[question]]
id = "picked"
kind = "choice"
concepts = ["guidance"]
stimulus = "verbs"
key = "first"

[[question.choice]]
id = "first"
feedback.en = "Told after."
feedback.fr = "Dit ensuite."

[[question.choice]]
id = "second"
feedback.en = "Told after."
feedback.fr = "Dit ensuite."

[[question.en]]
prompt = "Which `<b>`?"
choices = { first = "This `</div>`", second = "That" }
explanation = "Explained."
hints = ["Hinted."]

[[question.fr]]
prompt = "Lequel ?"
choices = { first = "Ceci", second = "Cela" }
explanation = "Expliqué."
hints = ["Soufflé."]

[[question]]
id = "said"
kind = "true-false"
concepts = ["guidance"]
stimulus = "verbs"
key = true

[[question.en]]
prompt = "It binds."
explanation = "Explained."

[[question.fr]]
prompt = "Elle oblige."
explanation = "Expliqué."

[[question]]
id = "typed"
kind = "text"
concepts = ["guidance"]
accept = { en = ["secret"], fr = ["mystère"] }

[[question.en]]
prompt = "Say it."
explanation = "Explained."

[[question.fr]]
prompt = "Dites-le."
explanation = "Expliqué."
"#;

fn small(module: &str, wish: &PrintOptions) -> Paper {
    let report = check(&Sources::from_iter([
        ("bank.toml", BANK),
        ("only.toml", module),
    ]));
    assert_eq!(report.count(Severity::Error), 0, "{:?}", report.diagnostics);
    paper(&report.banks, wish).unwrap()
}

/// The foot without the version of the bank.
fn unversioned(paper: &str) -> String {
    let version = Regex::new("version [0-9a-f]+").unwrap();
    version.replace_all(paper, "version").into_owned()
}

#[test]
fn nothing_on_the_paper_depends_on_the_key() {
    let wish = wish("only", Reading::Both);
    let paper = small(MODULE, &wish);
    let turned = MODULE
        .replace("key = \"first\"", "key = \"second\"")
        .replace("key = true", "key = false")
        .replace("\"secret\"", "\"riddle\"")
        .replace("\"mystère\"", "\"énigme\"");
    let other = small(&turned, &wish);
    assert_eq!(unversioned(&paper.forms), unversioned(&other.forms));
    assert_ne!(unversioned(&paper.key), unversioned(&other.key));
    for kept in [
        "Told",
        "Explained",
        "Expliqué",
        "Hinted",
        "Soufflé",
        "secret",
        "mystère",
    ] {
        assert!(!paper.forms.contains(kept), "{kept}");
    }
}

#[test]
fn texts_mean_themselves_and_nothing_runs() {
    let paper = small(MODULE, &wish("only", Reading::Both));
    for html in [&paper.forms, &paper.key] {
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(html.contains("&lt;/style&gt;&lt;script&gt;"));
    }
    assert!(paper.forms.contains("<code>&lt;b&gt;</code>"));
    assert!(paper.forms.contains("<code>&lt;/div&gt;</code>"));
    let (opened, closed) = ("<section", "</section>");
    assert_eq!(
        paper.forms.matches(opened).count(),
        paper.forms.matches(closed).count()
    );
}

#[test]
fn a_stimulus_stands_once_above_its_questions() {
    let paper = small(
        MODULE,
        &PrintOptions {
            forms: 1,
            ..wish("only", Reading::In(lang("en")))
        },
    );
    assert_eq!(paper.forms.matches("verbs.").count(), 1);
    assert!(
        paper.forms.contains("For questions 1 and 2")
            || paper.forms.contains("For questions 2 and 3"),
        "{}",
        paper.forms
    );
}

#[test]
fn one_paper_as_it_is_written() {
    let wish = PrintOptions {
        forms: 1,
        ..wish("only", Reading::Both)
    };
    let paper = small(MODULE, &wish);
    let body = |html: &str| html.split_once("</head>").unwrap().1.to_owned();
    insta::assert_snapshot!("paper", body(&paper.forms));
    insta::assert_snapshot!("key", body(&paper.key));
}
