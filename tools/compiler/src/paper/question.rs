//! A question as candidates see it.

use jalon_engine::bank::Stimulus;

use super::form::FormQuestion;
use super::page::Page;

/// A question, below what it shares with others. `body` is what its kind shows.
pub(super) fn question(page: &Page, asked: &FormQuestion<'_>, body: &str) -> String {
    let stimulus = asked.stimulus.map_or_else(String::new, |(shared, last)| {
        stimulus(page, shared, asked.number, last)
    });
    let points = match asked.points {
        0 => String::new(),
        points => {
            let points = points as usize;
            let said = page.inline(|tongue| tongue.paper.points_in_short(points));
            format!("<p class=\"worth\">{said}</p>")
        }
    };
    let prompt = page.markup("prompt", &asked.face.prompt);
    format!(
        "{stimulus}<section class=\"question\">\n<div class=\"margin\"><p class=\"number\">{}</p>{points}</div>\n<div class=\"asked\">\n{prompt}{body}</div>\n</section>\n",
        asked.number
    )
}

fn stimulus(page: &Page, shared: &Stimulus, first: usize, last: usize) -> String {
    let label = page.say("label", |tongue| tongue.words.for_questions(first, last));
    let text = page.markup("", &shared.text);
    format!("<section class=\"stimulus\">\n{label}{text}</section>\n")
}
