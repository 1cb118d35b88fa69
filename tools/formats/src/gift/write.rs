//! From a fitted draft to a file.

use jalon_draft::{Body, Concepts, Difficulty, Draft, Module, Question, Texts, Wording};

use super::build::BLANK;
use super::escape::escape;
use super::kinds::{self, Inside, first};
use super::marks::{self, About};
use super::text::{self, Format};
use crate::html::Flow;

/// One file for the whole bank, a category for each module.
pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let mut out = String::new();
    let bank = &draft.bank;
    line_of(&mut out, About::Bank, &bank.id, &bank.title);
    for concept in &bank.concepts {
        line_of(&mut out, About::Concept, &concept.id, &concept.name);
    }
    for (id, part) in &draft.modules {
        module(&mut out, id, part);
    }
    let name = if bank.id.is_empty() { "quiz" } else { &bank.id };
    vec![(format!("{name}.gift"), out.into_bytes())]
}

/// A comment with a mark, and a text behind it.
fn line_of(out: &mut String, about: About, id: &str, texts: &Texts) {
    if !id.is_empty() {
        let behind = marks::behind(first(texts));
        out.push_str(format!("// {} {behind}", marks::write(about, id)).trim_end());
        out.push('\n');
    }
}

fn module(out: &mut String, id: &str, module: &Module) {
    let title = first(&module.title);
    if !id.is_empty() {
        out.push_str(&format!("\n// {}", marks::write(About::Module, id)));
    }
    // A stroke separates categories, unless there are two.
    let parts: Vec<String> = title
        .split(" / ")
        .map(|part| part.replace('/', "//"))
        .collect();
    let path = parts.join("/");
    out.push_str(&format!("\n$CATEGORY: {}\n\n", path.replace('\n', " ")));
    for stimulus in &module.stimuli {
        out.push_str(&format!(
            "// {}\n",
            marks::write(About::Stimulus, &stimulus.id)
        ));
        let text = text::write(first(&stimulus.text), Format::Moodle, Flow::Blocks);
        out.push_str(&format!("::{}::{text}\n\n", escape(&stimulus.id)));
    }
    for (n, one) in module.questions.iter().enumerate() {
        if let Some(wording) = one.wordings.values().flatten().next() {
            question(out, n, one, wording);
        }
    }
}

fn question(out: &mut String, n: usize, question: &Question, wording: &Wording) {
    let said = marks_of(question);
    if !said.is_empty() {
        out.push_str(&format!("// {}\n", said.join(" ")));
    }
    if matches!(question.body, Body::Essay(_)) {
        for (id, point) in &wording.points {
            let behind = marks::behind(point);
            out.push_str(&format!("// {} {behind}\n", marks::write(About::Point, id)));
        }
    }
    let name = match question.common.id.as_str() {
        "" => format!("question-{}", n + 1),
        id => id.to_owned(),
    };
    let (before, after) = match around(question, wording) {
        Some((before, after)) => (escape(&before), escape(&after)),
        None => {
            let stem = text::write(&wording.prompt, Format::Moodle, Flow::Blocks);
            (format!("{stem} "), String::new())
        }
    };
    let inside = inside(question, wording);
    out.push_str(&format!(
        "::{}::{before}{{{inside}}}{after}\n\n",
        escape(&name)
    ));
}

/// The text around a missing word, where the answers stand in it.
fn around(question: &Question, wording: &Wording) -> Option<(String, String)> {
    if !kinds::writer(&question.body)?.is_missing_word {
        return None;
    }
    let plain = text::as_plain(&wording.prompt, Flow::Blocks)?;
    let (before, after) = plain.split_once(BLANK)?;
    let is_one = !after.contains('_') && !before.ends_with('_');
    let is_inside = !after.trim().is_empty() && !before.trim().is_empty();
    let is_plain = text::format_of(&wording.prompt) == Format::Moodle && !before.starts_with('[');
    (is_one && is_inside && is_plain).then(|| (before.to_owned(), after.to_owned()))
}

fn marks_of(question: &Question) -> Vec<String> {
    let common = &question.common;
    let mut all = Vec::new();
    let mut add = |about, value: &str| {
        if !value.is_empty() {
            all.push(marks::write(about, value));
        }
    };
    add(About::Id, &common.id);
    match &common.concepts {
        Concepts::Even(ids) => ids
            .iter()
            .for_each(|id| add(About::Tag, &format!("concept:{id}"))),
        Concepts::Weighted(ids) => ids
            .iter()
            .for_each(|(id, weight)| add(About::Tag, &format!("concept:{id}={weight}"))),
    }
    if let Some(difficulty) = common.difficulty {
        let name = match difficulty {
            Difficulty::Easy => "easy",
            Difficulty::Medium => "medium",
            Difficulty::Hard => "hard",
        };
        add(About::Tag, &format!("difficulty:{name}"));
    }
    add(About::Source, common.source.as_deref().unwrap_or_default());
    let points = common.points.map(|points| points.to_string());
    add(About::Points, &points.unwrap_or_default());
    add(
        About::Stimulus,
        common.stimulus.as_deref().unwrap_or_default(),
    );
    let writer = kinds::writer(&question.body);
    for (about, value) in writer.map_or_else(Vec::new, |writer| (writer.marks)(&question.body)) {
        add(about, &value);
    }
    all
}

/// What stands between the braces.
fn inside(question: &Question, wording: &Wording) -> String {
    let format = text::format_of(&wording.prompt);
    let inside = Inside { format, wording };
    let writer = kinds::writer(&question.body);
    let inside = writer.map_or_else(String::new, |one| (one.inside)(&inside, &question.body));
    let general = match &question.body {
        Body::Essay(_) => &wording.model,
        _ => &wording.explanation,
    };
    let Some(general) = general else {
        return inside;
    };
    let general = text::write(general, format, Flow::Blocks);
    if inside.contains('\n') {
        format!("{inside}\t####{general}\n")
    } else {
        format!("{inside}####{general}")
    }
}
