//! Feedback: what is told to whom.

use crate::loss::Losses;
use crate::xml::Element;

use super::body::short;
use super::condition::Test;
use super::marking::When;
use super::reader::{Item, ItemReader};

/// All feedback of an item, as HTML.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Note>);

#[derive(Debug)]
struct Note {
    when: When,
    html: String,
    line: usize,
}

impl ItemReader<'_, '_> {
    /// What an item says of answers, wherever it stands.
    pub(super) fn notes(&mut self, item: &Item<'_>) -> Notes {
        let mut found: Vec<&Element> = Vec::new();
        for name in ["feedbackInline", "feedbackBlock", "modalFeedback"] {
            found.extend(item.root.every(name));
        }
        let notes = found.into_iter().map(|element| {
            self.losses.on_line(element.line);
            let html = self.writer(item.file).html(element);
            Note {
                when: when(item, element),
                html: html.trim().to_owned(),
                line: element.line,
            }
        });
        let notes: Vec<Note> = notes.collect();
        Notes(
            notes
                .into_iter()
                .filter(|note| !note.html.is_empty())
                .collect(),
        )
    }
}

fn when(item: &Item<'_>, element: &Element) -> When {
    let value = element.attribute("identifier").unwrap_or_default();
    let outcome = element.attribute("outcomeIdentifier").unwrap_or_default();
    let when = match item.marking.when(outcome, value) {
        When::Unknown => of_choice(item, value).unwrap_or(When::Unknown),
        when => when,
    };
    match (element.attribute("showHide"), when) {
        (Some("hide"), When::Right) => When::Wrong,
        (Some("hide"), When::Wrong) => When::Right,
        (Some("hide"), When::Never) => When::Always,
        (Some("hide"), When::Answered(tests)) => of_the_others(item, &tests),
        (Some("hide"), _) => When::Unknown,
        (_, when) => when,
    }
}

/// Feedback that is hidden from those who pick a choice is for those who pick another one.
fn of_the_others(item: &Item<'_>, tests: &[(String, Test)]) -> When {
    let [(id, Test::Value(_))] = tests else {
        return When::Unknown;
    };
    let mut all = item.root.every("choiceInteraction").into_iter();
    let own = all.find(|one| one.attribute("responseIdentifier") == Some(id));
    let choices = own.into_iter().flat_map(|one| one.all("simpleChoice"));
    let names = choices.filter_map(|one| one.attribute("identifier"));
    let others = names.map(|name| (id.clone(), Test::Value(name.to_owned())));
    let others: Vec<(String, Test)> = others.filter(|one| !tests.contains(one)).collect();
    match others.is_empty() {
        true => When::Unknown,
        false => When::Answered(others),
    }
}

/// Feedback that is named like a choice is about it.
fn of_choice(item: &Item<'_>, value: &str) -> Option<When> {
    let mut all = item.root.every("choiceInteraction").into_iter();
    let own = all.find(|one| {
        let mut choices = one.all("simpleChoice");
        choices.any(|choice| choice.attribute("identifier") == Some(value))
    })?;
    let response = own.attribute("responseIdentifier")?.to_owned();
    Some(When::Answered(vec![(
        response,
        Test::Value(value.to_owned()),
    )]))
}

impl Notes {
    /// Takes out what is told to those who gave an answer to a response that passes.
    pub(super) fn take(
        &mut self,
        response: &str,
        passes: impl Fn(&Test) -> bool,
    ) -> Option<String> {
        let mut taken = Vec::new();
        for note in &mut self.0 {
            let When::Answered(tests) = &mut note.when else {
                continue;
            };
            let before = tests.len();
            tests.retain(|(id, test)| !(id == response && passes(test)));
            if tests.len() < before {
                taken.push(note.html.clone());
            }
        }
        self.0
            .retain(|note| note.when != When::Answered(Vec::new()));
        (!taken.is_empty()).then(|| taken.join(" "))
    }

    /// Answers that something is told about, each group with what is told.
    pub(super) fn about(&self, response: &str) -> Vec<(Vec<Test>, String)> {
        let groups = self.0.iter().filter_map(|note| {
            let When::Answered(tests) = &note.when else {
                return None;
            };
            let own = tests.iter().filter(|(id, _)| id == response);
            let own: Vec<Test> = own.map(|(_, test)| test.clone()).collect();
            (!own.is_empty()).then(|| (own, note.html.clone()))
        });
        groups.collect()
    }

    /// What is told to all, or to those who are right; that which is told to others and can't be is noted.
    pub(super) fn explanation(&self, losses: &mut Losses) -> Option<String> {
        let of = |wanted: &[When]| {
            let own = self.0.iter().filter(|note| wanted.contains(&note.when));
            own.collect::<Vec<_>>()
        };
        let told = of(&[When::Always, When::Right]);
        let mut parts: Vec<&str> = Vec::new();
        for note in &told {
            if !parts.contains(&note.html.as_str()) {
                parts.push(&note.html);
            }
        }
        let wrong = of(&[When::Wrong]);
        let is_bare = parts.is_empty();
        for note in wrong {
            losses.on_line(note.line);
            if parts.contains(&note.html.as_str()) {
                continue;
            }
            let what = format!("feedback after a wrong answer, “{}”", said(&note.html));
            if is_bare {
                losses.changed(what, "it is the explanation, which everybody sees");
                parts.push(&note.html);
            } else {
                losses.dropped(what, "the explanation is the same for all");
            }
        }
        for note in &self.0 {
            let why = match &note.when {
                When::Answered(tests) => {
                    let of = tests.first().map(|(id, _)| id.as_str());
                    format!(
                        "it is for an answer to {} that can't have feedback",
                        of.unwrap_or_default()
                    )
                }
                When::Never => "it is for learners who give no answer".to_owned(),
                When::Unknown | When::Outcome(..) => {
                    "the rules don't make clear when it is shown".to_owned()
                }
                When::Always | When::Right | When::Wrong => continue,
            };
            losses.on_line(note.line);
            losses.dropped(format!("feedback “{}”", said(&note.html)), why);
        }
        (!parts.is_empty()).then(|| {
            let blocks = parts.iter().map(|part| format!("<div>{part}</div>"));
            blocks.collect::<Vec<_>>().join("\n")
        })
    }
}

/// The words of HTML, in short.
fn said(html: &str) -> String {
    let mut words = String::new();
    let mut is_tag = false;
    for sign in html.chars() {
        match sign {
            '<' => is_tag = true,
            '>' => is_tag = false,
            sign if !is_tag => words.push(sign),
            _ => {}
        }
    }
    short(&html_escape::decode_html_entities(&words))
}
