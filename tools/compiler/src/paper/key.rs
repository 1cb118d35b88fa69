//! What is right on a form, and what it earns.

use jalon_engine::markup::{Block, Markup};

use super::form::{Form, FormQuestion};
use super::marking::Marking;
use super::page::Page;
use crate::html::escaped;
use crate::kind;

/// A row for each question: what is right, how it is marked, and why, in short.
pub(super) fn rows(page: &Page, form: &Form<'_>) -> String {
    let rows = form.asked.iter().map(|asked| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"earned\">{}</td></tr>\n",
            asked.number,
            row(page, asked),
            asked.points
        )
    });
    let heads = [
        String::new(),
        page.inline(|tongue| tongue.paper.answer.to_owned()),
        page.inline(|tongue| tongue.paper.points_earned.to_owned()),
    ];
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    format!(
        "<table class=\"key\"><thead><tr>{heads}</tr></thead><tbody>\n{}</tbody></table>\n",
        rows.collect::<String>()
    )
}

fn row(page: &Page, asked: &FormQuestion<'_>) -> String {
    let kind = kind::of(&asked.question.body);
    let marking = kind.marking(asked.question.points);
    let marked = page.say("task", |tongue| marking.say(tongue));
    let marked = match marking {
        Marking::Whole => "",
        _ => &marked,
    };
    let why = page.row("why", |tongue| {
        let wording = asked.wordings.iter().find(|(lang, _)| *lang == tongue.lang);
        wording.map_or_else(String::new, |(_, wording)| {
            in_short(page, &wording.explanation)
        })
    });
    let id = escaped(asked.question.id.as_str());
    let answer = kind.answer(page, asked);
    format!("<div class=\"right\"><span class=\"id\">{id}</span>{answer}</div>\n{marked}{why}")
}

/// The first paragraph of an explanation, or whatever comes first.
fn in_short(page: &Page, text: &Markup) -> String {
    let first: Vec<Block> = text.0.first().cloned().into_iter().collect();
    page.blocks(&Markup::from(first), None)
}
