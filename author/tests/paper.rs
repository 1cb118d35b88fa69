//! Papers, their answer sheets and their keys.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use jalon_author::{
    CompiledBank, Count, Grader, Lang, Paper, PaperError, Reading, Severity, Sources, Used, Wish,
    check, paper,
};
use jalon_engine::bank::{Module, Question, Wording};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::gaps::{self, Fill, Given};
use jalon_engine::kind::{Body, Response};
use regex::Regex;

/// The banks that are shipped: every kind of question is in them.
static BANKS: LazyLock<Vec<CompiledBank>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions");
    check(&Sources::read(&folder).unwrap()).banks
});

fn modules() -> impl Iterator<Item = &'static Module> {
    BANKS.iter().flat_map(CompiledBank::modules)
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn wish(module: &str, reading: Reading) -> Wish {
    Wish {
        module: module.to_owned(),
        reading,
        forms: 3,
        seed: 7,
        questions: Count::AsAttempts,
    }
}

fn readings() -> [Reading; 3] {
    [
        Reading::In(lang("en")),
        Reading::In(lang("fr")),
        Reading::Both,
    ]
}

/// The text of a piece of HTML, with single spaces.
fn text(html: &str) -> String {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").unwrap());
    let words = TAG.replace_all(html, " ");
    let words = words.replace("&lt;", "<").replace("&gt;", ">");
    spaced(&words.replace("&amp;", "&"))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What stands in each form between its head and its answer sheet, question by question.
fn questions(paper: &Paper) -> Vec<Vec<&str>> {
    let forms = paper.forms.split("<main class=\"form\"").skip(1);
    let questions = forms.map(|form| {
        let asked = form
            .split("<section class=\"form answers\"")
            .next()
            .unwrap();
        asked
            .split("<section class=\"question\">")
            .skip(1)
            .collect()
    });
    questions.collect()
}

/// The rows of the key, form by form: the id of the question, and the row.
fn rows(paper: &Paper) -> Vec<Vec<(String, &str)>> {
    let id = Regex::new("<span class=\"id\">([^<]*)</span>").unwrap();
    let forms = paper.key.split("<main class=\"form key\"").skip(1);
    let rows = forms.map(|form| {
        let rows = form.split("<th scope=\"row\">").skip(1);
        rows.map(|row| (id.captures(row).unwrap()[1].to_owned(), row))
            .collect()
    });
    rows.collect()
}

/// One of the wordings of a question: the one that was printed.
fn printed<'a>(question: &'a Question, lang: &Lang, html: &str) -> &'a Wording {
    let said = text(html);
    let mut wordings = question.wordings(lang).iter();
    wordings
        .find(|wording| {
            let choices = wording.choices.iter();
            let is_essay = matches!(question.body, Body::Essay(_));
            let mut choices = choices.filter(|_| !is_essay);
            said.contains(&spaced(&wording.prompt.to_plain()))
                && choices.all(|(_, line)| said.contains(&spaced(&line.to_plain())))
        })
        .unwrap_or_else(|| panic!("{}: no wording in {lang}", question.id))
}

/// Somebody who answers with the key in hand, from what is printed alone.
struct Candidate<'a> {
    question: &'a Question,
    wording: &'a Wording,
    html: &'a str,
    row: &'a str,
}

impl Candidate<'_> {
    /// What is marked as right, in order.
    fn given(&self) -> Vec<String> {
        static GIVEN: LazyLock<Regex> =
            LazyLock::new(|| Regex::new("<span class=\"given[^>]*>(.*?)</span>").unwrap());
        let found = GIVEN.captures_iter(self.row);
        found.map(|one| one[1].to_owned()).collect()
    }

    /// The first thing that is marked as right, as it is written.
    fn typed(html: &str) -> String {
        static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new("<span class=\"given[^>]*>(?:<span[^>]*>)?([^<]*)<").unwrap()
        });
        let typed = GIVEN.captures(html).unwrap()[1].to_owned();
        typed.replace("&lt;", "<").replace("&amp;", "&")
    }

    /// What an item or a choice with this label says, by the choice that it is.
    fn labelled(&self, label: &str, html: &str) -> ChoiceId {
        static SAID: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new("<span class=\"(?:letter [a-z]+|label)\">(\\w+)</span>\\s*<span class=\"said\">(.*?)</span>").unwrap()
        });
        let mut all = SAID.captures_iter(html);
        let said = all.find(|one| &one[1] == label);
        let said = text(&said.unwrap_or_else(|| panic!("{label} in {html}"))[2]);
        let mut choices = self.wording.choices.iter();
        let found = choices.find(|(_, line)| spaced(&line.to_plain()) == said);
        *found.unwrap_or_else(|| panic!("{said}")).0
    }

    fn letters(&self) -> impl Iterator<Item = ChoiceId> {
        self.given()
            .into_iter()
            .map(|label| self.labelled(&label, self.html))
    }

    /// Labels of the key with what stands behind each.
    fn pairs(&self) -> Vec<(String, String)> {
        static PAIR: LazyLock<Regex> = LazyLock::new(|| {
            let pair = "<span class=\"label\">(\\w+)</span><span class=\"given\">(\\w+)</span>";
            Regex::new(pair).unwrap()
        });
        let found = PAIR.captures_iter(self.row);
        found
            .map(|one| (one[1].to_owned(), one[2].to_owned()))
            .collect()
    }

    fn placed<T: FromIterator<(ChoiceId, ChoiceId)>>(&self) -> T {
        let pairs = self.pairs();
        let placed = pairs.iter().map(|(item, place)| {
            (
                self.labelled(item, self.html),
                self.labelled(place, self.html),
            )
        });
        placed.collect()
    }

    fn filled(&self, body: &gaps::Gaps) -> gaps::Response {
        let mut response = gaps::Response::default();
        let numbered = self.wording.text.gaps();
        for (n, id) in numbered.into_iter().enumerate() {
            let label = format!("<span class=\"label\">({})</span>", n + 1);
            let behind = self.row.split(&label).nth(1).unwrap();
            let fill = &body.gaps.iter().find(|gap| gap.id == *id).unwrap().fill;
            let given = match fill {
                Fill::Text(_) => Given::Text(Self::typed(behind)),
                Fill::Number(_) => Given::Number(Self::typed(behind)),
                Fill::Pick(_) => {
                    let lists = self.html.split("<div class=\"row offered\">").skip(1);
                    let mut list = lists.filter(|list| list.contains(&format!("({})", n + 1)));
                    Given::Pick(self.labelled(&Self::typed(behind), list.next().unwrap()))
                }
            };
            response.put(*id, given);
        }
        response
    }

    fn answers(&self) -> Option<Response> {
        Some(match &self.question.body {
            Body::Choice(_) => Response::Choice(self.letters().collect()),
            Body::Hotspot(_) => Response::Hotspot(self.letters().collect()),
            Body::TrueFalse(_) => {
                Response::TrueFalse(["True", "Vrai"].contains(&Self::typed(self.row).as_str()))
            }
            Body::Text(_) => Response::Text(Self::typed(self.row)),
            Body::Number(_) => Response::Number(Self::typed(self.row)),
            Body::Match(_) => Response::Match(self.placed()),
            Body::Classify(_) => Response::Classify(self.placed()),
            Body::Order(_) => {
                let mut places = self.pairs();
                places.sort_by_key(|(_, place)| place.parse::<usize>().unwrap());
                let places = places.iter();
                Response::Order(
                    places
                        .map(|(label, _)| self.labelled(label, self.html))
                        .collect(),
                )
            }
            Body::Gaps(body) => Response::Gaps(self.filled(body)),
            Body::Essay(_) => return None,
        })
    }
}

#[test]
fn who_copies_the_key_of_any_form_gets_full_points() {
    let grader = Grader::new(&BANKS);
    let mut kinds = HashSet::new();
    for (module, reading) in modules().flat_map(|module| readings().map(|own| (module, own))) {
        let wish = Wish {
            questions: Count::All,
            ..wish(module.info().id.as_str(), reading)
        };
        let paper = paper(&BANKS, &wish).unwrap();
        let first = match reading {
            Reading::In(lang) => lang,
            Reading::Both => lang("en"),
        };
        for (form, key) in questions(&paper).into_iter().zip(rows(&paper)) {
            assert_eq!(form.len(), module.questions().len());
            assert_eq!(form.len(), key.len());
            for (html, (id, row)) in form.iter().zip(&key) {
                let question = module.question(&id.parse().unwrap()).unwrap();
                let candidate = Candidate {
                    question,
                    wording: printed(question, &first, html),
                    html,
                    row,
                };
                let Some(response) = candidate.answers() else {
                    continue;
                };
                kinds.insert(std::mem::discriminant(&question.body));
                let grade = grader.grade(id, &response, Used::default()).unwrap();
                let all = i64::from(grade.possible) * 100;
                assert_eq!(grade.earned, all, "{id}: {response:?}\n{row}");
            }
        }
    }
    // All kinds but essays, which nobody grades.
    assert_eq!(kinds.len(), 9);
}

#[test]
fn the_same_seed_gives_the_same_paper_and_another_seed_another_one() {
    for reading in readings() {
        let wish = wish("the-family", reading);
        let once = paper(&BANKS, &wish).unwrap();
        assert_eq!(paper(&BANKS, &wish).unwrap(), once);
        let other = Wish { seed: 8, ..wish };
        let other = paper(&BANKS, &other).unwrap();
        assert_ne!(questions(&other), questions(&once));
    }
}

#[test]
fn no_two_forms_are_the_same() {
    for module in modules() {
        let all = Wish {
            forms: 26,
            questions: Count::All,
            ..wish(module.info().id.as_str(), Reading::Both)
        };
        let paper = paper(&BANKS, &all).unwrap();
        let forms = questions(&paper);
        assert_eq!(forms.len(), 26);
        let different: BTreeSet<_> = forms.into_iter().collect();
        assert_eq!(different.len(), 26, "{}", module.info().id);
    }
}

#[test]
fn forms_share_as_few_questions_as_the_pool_allows() {
    let wish = wish("inside-the-standards", Reading::Both);
    let paper = paper(&BANKS, &Wish { forms: 2, ..wish }).unwrap();
    let forms = rows(&paper);
    let ids = |form: &[(String, &str)]| -> BTreeSet<String> {
        form.iter().map(|(id, _)| id.clone()).collect()
    };
    let shared = ids(&forms[0]).intersection(&ids(&forms[1])).count();
    assert_eq!((forms[0].len(), forms[1].len(), shared), (10, 10, 0));
}

#[test]
fn both_languages_ask_every_question() {
    let wish = Wish {
        questions: Count::All,
        ..wish("certification", Reading::Both)
    };
    let module = modules().find(|module| module.info().id.as_str() == "certification");
    let paper = paper(&BANKS, &wish).unwrap();
    for (html, (id, _)) in questions(&paper)[0].iter().zip(&rows(&paper)[0]) {
        let question = module.unwrap().question(&id.parse().unwrap()).unwrap();
        for tag in ["en", "fr"] {
            assert!(html.contains(&format!("<div lang=\"{tag}\">")), "{html}");
            printed(question, &lang(tag), html);
        }
    }
}

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

fn small(module: &str, wish: &Wish) -> Paper {
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
        &Wish {
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
fn what_can_not_be_printed_is_refused_with_a_reason() {
    let why = |wish: Wish| paper(&BANKS, &wish).unwrap_err();
    let asked = || wish("the-family", Reading::Both);
    let refusals = [
        why(wish("the-famly", Reading::Both)),
        why(wish("the-family", Reading::In(lang("de")))),
        why(Wish {
            questions: Count::Exactly(21),
            ..asked()
        }),
        why(Wish {
            questions: Count::Exactly(0),
            ..asked()
        }),
        why(Wish {
            forms: 27,
            ..asked()
        }),
    ];
    assert!(matches!(
        refusals[2],
        PaperError::Questions {
            asked: 21,
            there: 20
        }
    ));
    insta::assert_snapshot!(refusals.map(|one| one.to_string()).join("\n"));
}

#[test]
fn one_paper_as_it_is_written() {
    let wish = Wish {
        forms: 1,
        ..wish("only", Reading::Both)
    };
    let paper = small(MODULE, &wish);
    let body = |html: &str| html.split_once("</head>").unwrap().1.to_owned();
    insta::assert_snapshot!("paper", body(&paper.forms));
    insta::assert_snapshot!("key", body(&paper.key));
}
