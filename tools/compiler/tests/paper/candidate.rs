//! Somebody who answers with the key in hand, from what is printed alone.

use std::sync::LazyLock;

use jalon_compiler::{Lang, Paper};
use jalon_engine::bank::{Question, Wording};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::gaps::{self, Fill, Given};
use jalon_engine::kind::{Body, Response};
use regex::Regex;

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
pub(crate) fn questions(paper: &Paper) -> Vec<Vec<&str>> {
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
pub(crate) fn rows(paper: &Paper) -> Vec<Vec<(String, &str)>> {
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
pub(crate) fn printed<'a>(question: &'a Question, lang: &Lang, html: &str) -> &'a Wording {
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

/// What such a person has of a question; and the question, for what the ids of its choices are.
pub(crate) struct Candidate<'a> {
    pub(crate) question: &'a Question,
    pub(crate) wording: &'a Wording,
    pub(crate) html: &'a str,
    pub(crate) row: &'a str,
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

    pub(crate) fn answers(&self) -> Option<Response> {
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
                for (n, (_, place)) in places.iter().enumerate() {
                    assert_eq!(*place, (n + 1).to_string());
                }
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
