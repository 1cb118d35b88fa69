//! From a fitted draft to a file.

use jalon_draft::{
    Answer, Body, Choices, Concepts, Difficulty, Draft, Key, Module, Number, NumberKey, Question,
    Text, Texts, TrueFalse, Uses, Wording, Written,
};

use super::build::BLANK;
use super::choices::{Marking, marking, scoring_name, shares};
use super::escape::escape;
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

fn first(texts: &Texts) -> &str {
    texts.values().next().map_or("", String::as_str)
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
    let inside = Inside {
        format: text::format_of(&wording.prompt),
        wording,
    }
    .of(question);
    out.push_str(&format!(
        "::{}::{before}{{{inside}}}{after}\n\n",
        escape(&name)
    ));
}

/// The text around a missing word, where the answers stand in it.
fn around(question: &Question, wording: &Wording) -> Option<(String, String)> {
    if !matches!(
        question.body,
        Body::Choice(_) | Body::Text(_) | Body::Number(_)
    ) {
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
    of_body(&question.body, &mut add);
    all
}

fn of_body(body: &Body, add: &mut impl FnMut(About, &str)) {
    match body {
        Body::Choice(body) => {
            let ids: Vec<&str> = body
                .choices
                .iter()
                .map(|choice| choice.id.as_str())
                .collect();
            add(About::Ids, &ids.join(","));
            let said = body.scoring.map_or("", scoring_name);
            if let Marking::Policy(read) = marking(&worths(body), None)
                && read.map_or("", scoring_name) != said
            {
                add(About::Scoring, said);
            }
        }
        Body::Text(body) => {
            let any = body.accept.get("any").map_or(0, Vec::len);
            if any > 0 {
                add(About::Any, &any.to_string());
            }
        }
        Body::Match(body) => {
            let items: Vec<&str> = body.items.iter().map(|item| item.id.as_str()).collect();
            let targets: Vec<&str> = body.targets.iter().map(|one| one.id.as_str()).collect();
            add(
                About::Ids,
                &format!("{}|{}", items.join(","), targets.join(",")),
            );
            if body.uses == Some(Uses::Often) {
                add(About::Uses, "often");
            }
        }
        _ => {}
    }
}

/// What each choice is worth, in percent.
fn worths(body: &Choices) -> Vec<f64> {
    let Key::Several(key) = &body.key else {
        return Vec::new();
    };
    let wrong = body.choices.len().saturating_sub(key.len());
    let scoring = body
        .scoring
        .unwrap_or(jalon_draft::Scoring::PartialWithPenalty);
    let (gain, loss) = shares(scoring, key.len(), wrong);
    let is_weighted = body.choices.iter().any(|choice| choice.weight.is_some());
    let each = body.choices.iter();
    each.map(|choice| match choice.weight {
        Some(weight) => f64::from(weight),
        None if is_weighted => 0.0,
        None if key.contains(&choice.id) => gain,
        None => loss,
    })
    .collect()
}

/// What stands between the braces.
struct Inside<'a> {
    format: Format,
    wording: &'a Wording,
}

impl Inside<'_> {
    fn of(&self, question: &Question) -> String {
        let (inside, general) = match &question.body {
            Body::Choice(body) => (self.choices(body), &self.wording.explanation),
            Body::TrueFalse(body) => (self.true_false(body), &self.wording.explanation),
            Body::Text(body) => (self.text(body), &self.wording.explanation),
            Body::Number(body) => (self.number(body), &self.wording.explanation),
            Body::Match(body) => (self.pairs(body), &self.wording.explanation),
            _ => (String::new(), &self.wording.model),
        };
        let Some(general) = general else {
            return inside;
        };
        let general = text::write(general, self.format, Flow::Blocks);
        if inside.contains('\n') {
            format!("{inside}\t####{general}\n")
        } else {
            format!("{inside}####{general}")
        }
    }

    fn line(&self, text: &str) -> String {
        text::write(text, self.format, Flow::Line)
    }

    fn feedback(&self, texts: &Texts) -> String {
        match first(texts) {
            "" => String::new(),
            text => format!("#{}", self.line(text)),
        }
    }

    fn choices(&self, body: &Choices) -> String {
        let worths = worths(body);
        let mut out = String::from("\n");
        for (n, choice) in body.choices.iter().enumerate() {
            let text = self.wording.choices.get(&choice.id);
            let text = self.line(text.map_or("", String::as_str));
            let (sign, weight) = match &body.key {
                Key::One(key) if *key == choice.id => ('=', None),
                Key::One(_) => ('~', choice.weight.map(f64::from)),
                Key::Several(_) => ('~', worths.get(n).copied()),
            };
            let usual = if sign == '=' { 100.0 } else { 0.0 };
            let weight = weight.unwrap_or(usual);
            // A text that starts like a weight has one in front.
            let is_said = (weight - usual).abs() > 0.0 || text.starts_with('%');
            let weight = if is_said {
                percent(weight)
            } else {
                String::new()
            };
            let feedback = self.feedback(&choice.feedback);
            out.push_str(&format!("\t{sign}{weight}{text}{feedback}\n"));
        }
        out
    }

    fn true_false(&self, body: &TrueFalse) -> String {
        let answer = if body.key { "T" } else { "F" };
        let Some(feedback) = &body.feedback else {
            return answer.to_owned();
        };
        let (right, wrong) = match body.key {
            true => (&feedback.if_true, &feedback.if_false),
            false => (&feedback.if_false, &feedback.if_true),
        };
        let (right, wrong) = (first(right), first(wrong));
        match (wrong, right) {
            ("", "") => answer.to_owned(),
            (wrong, "") => format!("{answer}#{}", self.line(wrong)),
            // Four signs in a row would mean something else.
            ("", right) => format!("{answer}# #{}", self.line(right)),
            (wrong, right) => format!("{answer}#{}#{}", self.line(wrong), self.line(right)),
        }
    }

    fn text(&self, body: &Text) -> String {
        let mut out = String::from("\n");
        let right = body.accept.get("any").into_iter().flatten();
        let own = body.accept.iter().filter(|(lang, _)| *lang != "any");
        for answer in right.chain(own.flat_map(|(_, answers)| answers)) {
            let none = Texts::new();
            let (text, credit, feedback) = match answer {
                Answer::Plain(text) => (stars(text), None, &none),
                Answer::Exact(own) => (stars(&own.answer), own.credit, &own.feedback),
                Answer::Wildcard(own) => (own.wildcard.clone(), own.credit, &own.feedback),
                Answer::Regex(_) => continue,
            };
            let credit = f64::from(credit.unwrap_or(100));
            self.typed(&mut out, &text, credit, feedback);
        }
        for wrong in &body.wrong {
            for answer in &wrong.answers {
                let text = match answer {
                    Answer::Plain(text) => stars(text),
                    Answer::Exact(own) => stars(&own.answer),
                    Answer::Wildcard(own) => own.wildcard.clone(),
                    Answer::Regex(_) => continue,
                };
                self.typed(&mut out, &text, 0.0, &wrong.feedback);
            }
        }
        out
    }

    fn typed(&self, out: &mut String, text: &str, worth: f64, feedback: &Texts) {
        let text = escape(text);
        let is_said = worth < 100.0 || text.starts_with('%');
        let weight = if is_said {
            percent(worth)
        } else {
            String::new()
        };
        out.push_str(&format!("\t={weight}{text}{}\n", self.feedback(feedback)));
    }

    fn number(&self, body: &Number) -> String {
        let key = match &body.key {
            NumberKey::Value(value) => plain(value),
            NumberKey::Near(near) => {
                let within = near.within.as_ref().map(plain);
                format!("{}:{}", plain(&near.value), within.unwrap_or_default())
            }
            NumberKey::Range(range) => format!("{}..{}", plain(&range.from), plain(&range.to)),
        };
        if body.wrong.is_empty() {
            return format!("#{key}");
        }
        let mut out = format!("#\n\t={key}\n");
        for wrong in &body.wrong {
            let feedback = self.feedback(&wrong.feedback);
            for answer in &wrong.answers {
                out.push_str(&format!("\t=%0%{}{feedback}\n", plain(answer)));
            }
        }
        out
    }

    fn pairs(&self, body: &jalon_draft::Match) -> String {
        let target = |id: &str| {
            let text = self.wording.targets.get(id);
            let plain = text.and_then(|text| text::as_plain(text, Flow::Line));
            escape(&plain.unwrap_or_default())
        };
        let mut out = String::from("\n");
        for item in &body.items {
            let text = self.wording.items.get(&item.id);
            let text = self.line(text.map_or("", String::as_str));
            out.push_str(&format!("\t={text} -> {}\n", target(&item.target)));
        }
        for own in &body.targets {
            if !body.items.iter().any(|item| item.target == own.id) {
                out.push_str(&format!("\t= -> {}\n", target(&own.id)));
            }
        }
        out
    }
}

/// A star that stands for itself.
fn stars(text: &str) -> String {
    text.replace('*', "\\*")
}

/// A weight as Moodle knows it: 33.33333.
fn percent(weight: f64) -> String {
    let text = format!("{weight:.5}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("%{text}%")
}

fn plain(number: &Written) -> String {
    match number {
        Written::Whole(number) => number.to_string(),
        Written::Fraction(number) => number.to_string(),
        Written::Text(text) => text.clone(),
    }
}
