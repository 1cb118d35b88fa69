//! A question as candidates see it, kind by kind.

use jalon_engine::bank::Stimulus;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::{self, Pick};
use jalon_engine::kind::gaps::{self, Field, GapFace, Width};
use jalon_engine::kind::number;
use jalon_engine::kind::pairs::{self, Uses};
use jalon_engine::kind::{FaceBody, essay, order};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::Line;

use super::form::{Asked, letter};
use super::page::{Blanks, Page, Tongue};
use super::picture;
use crate::html::escaped;

/// A question, below what it shares with others.
pub(super) fn question(page: &Page, asked: &Asked<'_>) -> String {
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
    let body = body(page, &asked.face.body);
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

fn body(page: &Page, body: &FaceBody) -> String {
    match body {
        FaceBody::Choice(face) => choices(page, face, |tongue| tongue.paper.pick_one),
        FaceBody::TrueFalse => truths(page),
        FaceBody::Text { .. } => {
            let any = page.say("task", |tongue| tongue.words.any_language.to_owned());
            let any = if page.tongues().len() > 1 {
                any
            } else {
                String::new()
            };
            format!("{any}<p class=\"answer\"><span class=\"line\"></span></p>\n")
        }
        FaceBody::Number(face) => number(page, face),
        FaceBody::Essay(face) => essay(page, *face),
        FaceBody::Gaps(face) => with_gaps(page, face),
        FaceBody::Hotspot(face) => {
            let picture = picture::with_regions(page, face);
            let list = choices(page, &face.choice, |tongue| tongue.paper.pick_region);
            format!("<div class=\"spot\">\n{picture}<div>\n{list}</div>\n</div>\n")
        }
        FaceBody::Match(face, uses) => {
            let often = match uses {
                Uses::Once => |tongue: &Tongue| tongue.words.each_once,
                Uses::Often => |tongue: &Tongue| tongue.words.each_often,
            };
            pairs(page, face, |tongue| {
                format!("{} {}", tongue.paper.write_letters, often(tongue))
            })
        }
        FaceBody::Classify(face) => pairs(page, face, |tongue| {
            format!("{} {}", tongue.paper.write_letters, tongue.words.each_often)
        }),
        FaceBody::Order(face) => ordered(page, face),
    }
}

fn truths(page: &Page) -> String {
    let circle = "<span class=\"letter one\"></span>";
    let task = page.say("task", |tongue| tongue.paper.pick_one.to_owned());
    let offered = page.row("", |tongue| {
        let words = [tongue.words.is_true, tongue.words.is_false];
        let said =
            words.map(|word| format!("<span class=\"offer\">{circle}{}</span>", escaped(word)));
        said.concat()
    });
    task + &offered
}

/// A list of lettered texts; the letters stand in circles where one is right, else in squares.
fn choices(page: &Page, face: &choice::Face, one: fn(&Tongue) -> &'static str) -> String {
    let (task, class) = match face.pick {
        Pick::One => (page.say("task", |tongue| one(tongue).to_owned()), "one"),
        Pick::Several(picks) => {
            let most = picks.most.map(usize::from);
            let how_many = |tongue: &Tongue| tongue.words.how_many(picks.least.into(), most);
            (page.say("task", how_many), "several")
        }
    };
    task + &lettered(page, &face.choices, class)
}

fn lettered(page: &Page, all: &[(ChoiceId, Localised<Line>)], class: &str) -> String {
    let rows = all.iter().enumerate().map(|(n, (_, text))| {
        let mark = format!("<span class=\"letter {class}\">{}</span>", letter(n));
        labelled(page, &mark, text)
    });
    rows.collect()
}

/// A text behind what names it.
fn labelled(page: &Page, mark: &str, text: &Localised<Line>) -> String {
    page.row("item", |tongue| {
        format!(
            "{mark}<span class=\"said\">{}</span>",
            said(page, text, &tongue.lang)
        )
    })
}

fn said(page: &Page, text: &Localised<Line>, lang: &Lang) -> String {
    text.get(lang)
        .map_or_else(String::new, |line| page.line(line))
}

fn number(page: &Page, face: &number::Face) -> String {
    let beside = beside(page, face);
    format!("<p class=\"answer\"><span class=\"line half\"></span> {beside}</p>\n")
}

/// The unit to show beside a number, or those that may be written.
pub(super) fn beside(page: &Page, face: &number::Face) -> String {
    match &face.shown {
        Some(unit) => page.inline_text(unit),
        None => {
            let named = |tongue: &Tongue| {
                let known = face
                    .known
                    .get(&tongue.lang)
                    .filter(|names| !names.is_empty());
                known.map_or_else(String::new, |names| {
                    format!("({})", tongue.paper.units(names))
                })
            };
            page.inline(named)
        }
    }
}

/// How many words stand on a line that is written by hand across the page.
const WORDS_ON_LINE: u16 = 9;

/// The fewest and the most lines that are ruled; a longer text goes on overleaf.
const FEWEST_LINES: u16 = 6;
const MOST_LINES: u16 = 22;

/// The lines where nothing says how long a text is to be.
const USUAL_LINES: u16 = 12;

fn essay(page: &Page, face: essay::Face) -> String {
    let advised = page.say("task", |tongue| tongue.words.advised(face.least, face.most));
    let words = face
        .most
        .or(face.least.map(|least| least.saturating_mul(2)));
    let wanted = words.map_or(USUAL_LINES, |words| words.div_ceil(WORDS_ON_LINE) + 1);
    let lines = wanted.clamp(FEWEST_LINES, MOST_LINES);
    let ruled = "<span class=\"line\"></span>".repeat(lines.into());
    let go_on = match wanted > MOST_LINES {
        true => page.say("task", |tongue| tongue.paper.go_on.to_owned()),
        false => String::new(),
    };
    format!("{advised}<p class=\"ruled\">{ruled}</p>\n{go_on}")
}

fn pairs(page: &Page, face: &pairs::Face, task: impl Fn(&Tongue) -> String) -> String {
    let places = lettered(page, &face.places, "plain");
    let items = face.items.iter().enumerate().map(|(n, (_, text))| {
        let mark = format!(
            "<span class=\"blank\"></span><span class=\"label\">{}</span>",
            n + 1
        );
        labelled(page, &mark, text)
    });
    let items: String = items.collect();
    let task = page.say("task", task);
    format!(
        "{task}<div class=\"pairs\">\n<div class=\"items\">\n{items}</div>\n<div class=\"places\">\n{places}</div>\n</div>\n"
    )
}

fn ordered(page: &Page, face: &order::Face) -> String {
    let items = face.iter().enumerate().map(|(n, (_, text))| {
        let mark = format!(
            "<span class=\"blank\"></span><span class=\"label\">{}</span>",
            letter(n)
        );
        labelled(page, &mark, text)
    });
    let items: String = items.collect();
    let task = page.say("task", |tongue| tongue.paper.number_items.to_owned());
    format!("{task}<div class=\"items\">\n{items}</div>\n")
}

/// The gaps in the order in which the paper's first language has them, which numbers them in all languages.
pub(super) fn numbered<'a>(page: &Page, face: &'a gaps::Face) -> Vec<&'a GapFace> {
    let mut all: Vec<&GapFace> = face.gaps.iter().collect();
    all.sort_by_key(|gap| page.first().and_then(|lang| gap.place.get(lang)).copied());
    all
}

fn with_gaps(page: &Page, face: &gaps::Face) -> String {
    let gaps = numbered(page, face);
    let text = page.row("sentence", |tongue| {
        let blanks: Blanks = gaps
            .iter()
            .enumerate()
            .map(|(n, gap)| (gap.id, blank(n + 1, &gap.field, &tongue.lang)))
            .collect();
        let text = face.text.get(&tongue.lang);
        text.map_or_else(String::new, |text| page.blocks(text, Some(&blanks)))
    });
    let lists = gaps.iter().enumerate().filter_map(|(n, gap)| {
        let Field::Pick(offered) = &gap.field else {
            return None;
        };
        Some(list(page, n + 1, offered))
    });
    text + &lists.collect::<String>()
}

fn blank(number: usize, field: &Field, lang: &Lang) -> String {
    let (width, unit) = match field {
        Field::Text(Width::Short) | Field::Pick(_) => ("short", None),
        Field::Text(Width::Medium) => ("medium", None),
        Field::Text(Width::Long) => ("long", None),
        Field::Number(face) => {
            let unit = face.shown.as_ref().and_then(|unit| unit.get(lang));
            ("short", unit)
        }
    };
    let unit = unit.map_or_else(String::new, |unit| format!("\u{A0}{}", escaped(unit)));
    format!("<span class=\"gap {width}\">({number})</span>{unit}")
}

/// What a gap's list offers, in one row.
fn list(page: &Page, number: usize, offered: &[(ChoiceId, Localised<String>)]) -> String {
    page.row("offered", |tongue| {
        let number = number.to_string();
        let task = escaped(&tongue.paper.choose_for(&number));
        let choices = offered.iter().enumerate().map(|(n, (_, text))| {
            let text = text.get(&tongue.lang).map_or("", String::as_str);
            format!(
                "<span class=\"offer\"><span class=\"letter one\">{}</span><span class=\"said\">{}</span></span>",
                letter(n),
                escaped(text)
            )
        });
        let choices: Vec<String> = choices.collect();
        format!("<span class=\"task\">{task}</span> {}", choices.join(" "))
    })
}
