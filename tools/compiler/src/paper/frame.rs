//! The pages of a paper: heads, feet and what stands between them.

use std::fmt::Write as _;

use jalon_engine::bank::Module;

use super::form::Form;
use super::page::{Page, PaperLanguage};
use super::{key, question, sheet};
use crate::html::{element, escaped};
use crate::kind;
use crate::kind::body::Printed;

/// The forms of one paper, and what it takes to draw them again.
pub(super) struct Edition<'a> {
    pub(super) module: &'a Module,
    pub(super) forms: &'a [Form<'a>],
    pub(super) seed: u32,
}

const STYLE: &str = include_str!("paper.css");

/// The forms, each with its answer sheet on a page of its own.
pub(super) fn forms(page: &Page, edition: &Edition<'_>) -> String {
    let forms = edition.forms.iter().map(|form| {
        let bodies = form.asked.iter();
        let bodies = bodies.map(|asked| kind::printed(page, &asked.face.body));
        let bodies: Vec<Printed> = bodies.collect();
        let questions = form.asked.iter().zip(&bodies);
        let questions =
            questions.map(|(asked, body)| question::question(page, asked, &body.question));
        let has_long_texts = bodies.iter().any(|body| body.is_long);
        let task = page.say("task", |tongue| match has_long_texts {
            true => [tongue.paper.answer_on_sheet, tongue.paper.long_texts].join(" "),
            false => tongue.paper.answer_on_sheet.to_owned(),
        });
        let head = head(page, edition, form, "h1", None);
        let above = head_of_sheet(page, edition, form);
        format!(
            "<main class=\"form\" style=\"page: form-{}\">\n{head}{task}{}</main>\n\
             <section class=\"form answers\" style=\"page: form-{}\">\n{above}{}</section>\n",
            form.letter,
            questions.collect::<String>(),
            form.letter,
            sheet::rows(form, &bodies)
        )
    });
    document(page, edition, &forms.collect::<String>())
}

fn head_of_sheet(page: &Page, edition: &Edition<'_>, form: &Form<'_>) -> String {
    let title = page.inline(|tongue| tongue.paper.answer_sheet.to_owned());
    head(page, edition, form, "h2", Some(&title))
}

/// The key, form by form.
pub(super) fn key(page: &Page, edition: &Edition<'_>) -> String {
    let forms = edition.forms.iter().map(|form| {
        let title = title(page, edition, "h1");
        let label = page.inline(|tongue| tongue.paper.key.to_owned());
        let whose = page.inline(|tongue| tongue.paper.for_markers.to_owned());
        format!(
            "<main class=\"form key\" style=\"page: form-{}\">\n<header>\n<p class=\"form-name\">{}</p>\n\
             <p class=\"sheet-name\">{label} · {whose}</p>\n{title}{}</header>\n{}</main>\n",
            form.letter,
            form_name(page, form),
            facts(page, edition, form),
            key::rows(page, form)
        )
    });
    document(page, edition, &forms.collect::<String>())
}

/// Who, when, what, and how much; `above` the title of the paper, what this part of it is.
fn head(
    page: &Page,
    edition: &Edition<'_>,
    form: &Form<'_>,
    tag: &str,
    above: Option<&str>,
) -> String {
    let possible = points(form);
    let field = |said: String, class: &str, after: String| {
        format!("<span class=\"field {class}\">{said}<span class=\"line\"></span>{after}</span>")
    };
    let mut fields = vec![
        field(
            page.inline(|tongue| tongue.paper.name.to_owned()),
            "name",
            String::new(),
        ),
        field(
            page.inline(|tongue| tongue.paper.date.to_owned()),
            "date",
            String::new(),
        ),
    ];
    if possible > 0 {
        let earned = page.inline(|tongue| tongue.paper.points_earned.to_owned());
        fields.push(field(earned, "points", format!("/ {possible}")));
    }
    let above = above.map_or_else(String::new, |above| {
        format!("<p class=\"sheet-name\">{above}</p>\n")
    });
    format!(
        "<header>\n<p class=\"form-name\">{}</p>\n{above}{}{}<p class=\"fields\">{}</p>\n</header>\n",
        form_name(page, form),
        title(page, edition, tag),
        facts(page, edition, form),
        fields.concat()
    )
}

fn title(page: &Page, edition: &Edition<'_>, tag: &str) -> String {
    let info = edition.module.info();
    page.row("title", |tongue| {
        let title = info.title.get(&tongue.lang).map_or("", String::as_str);
        element(tag, &escaped(title))
    })
}

fn form_name(page: &Page, form: &Form<'_>) -> String {
    page.inline(|tongue| tongue.paper.form(&form.letter))
}

fn points(form: &Form<'_>) -> u32 {
    form.asked.iter().map(|asked| asked.points).sum()
}

/// How many questions and points, and what it takes to pass.
fn facts(page: &Page, edition: &Edition<'_>, form: &Form<'_>) -> String {
    let (questions, possible) = (form.asked.len(), points(form));
    let pass = edition.module.info().pass;
    let said = |tongue: &PaperLanguage| {
        let PaperLanguage { words, paper, .. } = tongue;
        let mut facts = vec![paper.questions(questions)];
        let points = |hundredths: u64| paper.count_points(hundredths, words);
        if possible > 0 {
            let percent = words.percent(&pass.to_string());
            facts.push(points(u64::from(possible) * 100));
            // So many percent of so many points are their product in hundredths of a point.
            let needed = points(u64::from(pass) * u64::from(possible));
            facts.push(paper.pass_mark(&percent, &needed));
        }
        facts.join(" · ")
    };
    page.say("facts", said)
}

/// A page that holds all it needs: its style, and nothing that runs.
fn document(page: &Page, edition: &Edition<'_>, body: &str) -> String {
    let lang = page.first().map_or("en", |lang| lang.as_str());
    let title = page
        .first()
        .and_then(|lang| edition.module.info().title.get(lang));
    let title = escaped(title.map_or("", String::as_str));
    let columns = page.tongues().len();
    let side = if columns > 1 { " class=\"side\"" } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{}</style>\n</head>\n\
         <body{side} style=\"--tongues: {columns}\">\n{body}</body>\n</html>\n",
        feet(page, edition)
    )
}

/// The feet of each form's pages, which are counted from 1, in the words of CSS (CSS Paged Media Module Level 3, 5 and 6).
fn feet(page: &Page, edition: &Edition<'_>) -> String {
    let module = edition.module;
    let mut all = String::new();
    for form in edition.forms {
        let mut names: Vec<String> = page
            .tongues()
            .iter()
            .map(|tongue| tongue.paper.form(&form.letter))
            .collect();
        names.dedup();
        let origin = format!(
            "{}/{} · seed {} · questions {} · version {}",
            module.bank().id(),
            module.info().id,
            edition.seed,
            form.asked.len(),
            module.bank().version().0
        );
        // A string takes all that is written to it.
        let _ = write!(
            all,
            "@page form-{0} {{\n  counter-increment: form-{0};\n  @bottom-center {{ content: counter(form-{0}); }}\n  @bottom-left {{ content: {1}; }}\n  @bottom-right {{ content: {2}; }}\n}}\n",
            form.letter,
            css_text(&names.join(" / ")),
            css_text(&origin)
        );
    }
    all
}

/// A text in quotes that ends neither its rule nor the style it is in.
fn css_text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' | '<' | '>' | '&' => {
                let _ = write!(quoted, "\\{:x} ", u32::from(sign));
            }
            sign if sign.is_control() => quoted.push(' '),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::css_text;

    #[test]
    fn a_text_can_not_end_its_style() {
        assert_eq!(
            css_text("a\"b\\c</style>\nd"),
            "\"a\\22 b\\5c c\\3c /style\\3e  d\""
        );
    }
}
