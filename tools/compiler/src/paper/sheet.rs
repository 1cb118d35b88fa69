//! The answer sheet of a form: what is written there is what is marked.

use jalon_engine::kind::FaceBody;
use jalon_engine::kind::choice::Pick;
use jalon_engine::kind::gaps::Field;

use super::form::{Asked, Form, letter};
use super::page::Page;
use super::question::{beside, numbered};

/// A row for each question, and room for what it earned.
pub(super) fn rows(page: &Page, form: &Form<'_>) -> String {
    let rows = form.asked.iter().map(|asked| {
        let earned = match asked.points {
            0 => String::new(),
            points => format!("<span class=\"blank\"></span> / {points}"),
        };
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"earned\">{earned}</td></tr>\n",
            asked.number,
            fields(page, asked)
        )
    });
    format!(
        "<table class=\"sheet\"><tbody>\n{}</tbody></table>\n",
        rows.collect::<String>()
    )
}

const LINE: &str = "<span class=\"line\"></span>";

fn fields(page: &Page, asked: &Asked<'_>) -> String {
    match &asked.face.body {
        FaceBody::Choice(face) => letters(face.choices.len(), &face.pick),
        FaceBody::Hotspot(face) => letters(face.choice.choices.len(), &face.choice.pick),
        FaceBody::TrueFalse => {
            let truths = [true, false].map(|truth| {
                let said = page.inline(|tongue| {
                    let words = tongue.words;
                    if truth { words.is_true } else { words.is_false }.to_owned()
                });
                format!("<span class=\"offer\"><span class=\"letter one\"></span>{said}</span>")
            });
            truths.join(" ")
        }
        FaceBody::Text { .. } => LINE.to_owned(),
        FaceBody::Number(face) => {
            format!("<span class=\"line half\"></span> {}", beside(page, face))
        }
        FaceBody::Essay(_) => page.inline(|tongue| tongue.paper.under_question.to_owned()),
        FaceBody::Match(face, _) | FaceBody::Classify(face) => {
            blanks((1..=face.items.len()).map(|n| n.to_string()))
        }
        FaceBody::Order(face) => blanks((0..face.len()).map(letter)),
        FaceBody::Gaps(face) => {
            let gaps = numbered(page, face).into_iter().enumerate();
            let gaps = gaps.map(|(n, gap)| {
                let field = match &gap.field {
                    Field::Pick(offered) => letters(offered.len(), &Pick::One),
                    Field::Text(_) => LINE.to_owned(),
                    Field::Number(face) => {
                        format!("<span class=\"line half\"></span> {}", beside(page, face))
                    }
                };
                format!(
                    "<div class=\"in-gap\"><span class=\"label\">({})</span>{field}</div>",
                    n + 1
                )
            });
            gaps.collect()
        }
    }
}

fn letters(count: usize, pick: &Pick) -> String {
    let class = match pick {
        Pick::One => "one",
        Pick::Several(_) => "several",
    };
    let letters =
        (0..count).map(|n| format!("<span class=\"letter {class}\">{}</span>", letter(n)));
    letters.collect::<Vec<_>>().join(" ")
}

fn blanks(labels: impl Iterator<Item = String>) -> String {
    let blanks = labels.map(|label| {
        format!("<span class=\"offer\"><span class=\"label\">{label}</span><span class=\"blank\"></span></span>")
    });
    blanks.collect::<Vec<_>>().join(" ")
}
