//! What each kind of question adds.

use jalon_draft::{
    Answer, Body, Choices, Essay, Key, Match, Number, NumberKey, OrderCredit, Question, Scoring,
    Text, Texts, TrueFalse, UnitUse, Uses, Written,
};

use super::{Writer, each, gaps};
use crate::html::{self, Flow};
use crate::markdown;
use crate::moodle::{fraction, ours};

/// What rides along, for a file of ours alone.
pub(super) fn marks(question: &Question) -> Vec<(&'static str, String)> {
    let mut marks = Vec::new();
    let ids = |ids: Vec<&String>| {
        ids.into_iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    };
    match &question.body {
        Body::Choice(body) => marks.extend(scoring(body)),
        Body::Match(body) => {
            marks.push((
                ours::TARGETS,
                ids(body.targets.iter().map(|one| &one.id).collect()),
            ));
            if body.uses == Some(Uses::Often) {
                marks.push((ours::USES, "often".to_owned()));
            }
        }
        Body::Classify(body) => {
            marks.push((ours::KIND, "classify".to_owned()));
            marks.push((
                ours::TARGETS,
                ids(body.categories.iter().map(|one| &one.id).collect()),
            ));
        }
        Body::Gaps(body) => {
            marks.push((ours::GAPS, ids(gaps::order(question, body))));
            marks.push((
                ours::OFFERS,
                ids(body.choices.iter().map(|one| &one.id).collect()),
            ));
        }
        Body::Essay(body) => {
            marks.push((
                ours::POINTS,
                ids(body.points.iter().map(|one| &one.id).collect()),
            ));
        }
        _ => {}
    }
    let common = &question.common;
    marks.extend(common.source.clone().map(|source| (ours::SOURCE, source)));
    marks.extend(common.stimulus.clone().map(|id| (ours::STIMULUS, id)));
    marks
}

/// The scoring, where shares of points may not tell it from another.
fn scoring(body: &Choices) -> Option<(&'static str, String)> {
    let is_several = matches!(body.key, Key::Several(_));
    let is_weighted = body.choices.iter().any(|one| one.weight.is_some());
    let name = crate::moodle::read::choice::name(body.scoring);
    (is_several && !is_weighted).then(|| (ours::SCORING, name.to_owned()))
}

impl Writer<'_> {
    pub(super) fn answers(&mut self, question: &Question) {
        match &question.body {
            Body::Choice(body) => self.choice(question, body),
            Body::TrueFalse(body) => self.true_false(body),
            Body::Text(body) => self.typed(body),
            Body::Number(body) => self.number(body),
            Body::Match(body) => self.pairs(question, body),
            Body::Classify(body) => {
                let items = body.items.iter().map(|item| (&item.id, &item.category));
                let targets = body.categories.iter().map(|one| &one.id);
                self.shuffle(body.shuffle);
                self.matched(question, items.collect(), targets.collect(), |wording| {
                    &wording.categories
                });
            }
            Body::Order(body) => {
                self.xml.value("layouttype", &[], "VERTICAL");
                self.xml.value("selecttype", &[], "ALL");
                self.xml.value("selectcount", &[], "0");
                self.xml.value("gradingtype", &[], grading(body.credit));
                self.xml.value("showgrading", &[], "SHOW");
                self.xml.value("numberingstyle", &[], "none");
                for (n, item) in body.items.iter().enumerate() {
                    let texts = each(question, |one| one.items.get(&item.id).cloned());
                    let place = (n + 1).to_string();
                    self.text(
                        "answer",
                        &[("id", &item.id), ("fraction", &place)],
                        &texts,
                        Flow::Line,
                    );
                }
            }
            Body::Essay(body) => self.essay(question, body),
            Body::Gaps(_) | Body::Hotspot(_) => {}
        }
    }

    fn shuffle(&mut self, shuffle: Option<bool>) {
        let value = if shuffle == Some(false) {
            "false"
        } else {
            "true"
        };
        self.xml.value("shuffleanswers", &[], value);
    }

    fn choice(&mut self, question: &Question, body: &Choices) {
        let single = matches!(body.key, Key::One(_));
        self.xml
            .value("single", &[], if single { "true" } else { "false" });
        self.shuffle(body.shuffle);
        self.xml.value("answernumbering", &[], "abc");
        for choice in &body.choices {
            let texts = each(question, |one| one.choices.get(&choice.id).cloned());
            let share = fraction::written(share(body, &choice.id));
            let html = html::to_multilang(&texts, self.langs, Flow::Line);
            self.answer(
                &[("id", &choice.id), ("fraction", &share)],
                &html,
                &choice.feedback,
            );
        }
    }

    /// An answer with the feedback on it.
    fn answer(&mut self, attributes: &[(&str, &str)], html: &str, feedback: &Texts) {
        self.open_html("answer", attributes, html);
        if !feedback.is_empty() {
            self.text("feedback", &[], feedback, Flow::Line);
        }
        self.xml.close("answer");
    }

    fn true_false(&mut self, body: &TrueFalse) {
        for value in [true, false] {
            let share = if value == body.key { "100" } else { "0" };
            let word = if value { "true" } else { "false" };
            let feedback = body.feedback.as_ref().map(|feedback| match value {
                true => &feedback.if_true,
                false => &feedback.if_false,
            });
            self.answer(
                &[("fraction", share)],
                word,
                feedback.unwrap_or(&Texts::new()),
            );
        }
    }

    fn typed(&mut self, body: &Text) {
        self.xml.value("usecase", &[], "0");
        let right = body.accept.iter();
        for (lang, answer) in right.flat_map(|(lang, all)| all.iter().map(move |one| (lang, one))) {
            let (pattern, credit, feedback) = pattern(answer);
            let share = fraction::written(fraction::nearest(credit.into()));
            self.typed_answer(&[("lang", lang), ("fraction", &share)], &pattern, feedback);
        }
        for wrong in &body.wrong {
            for answer in &wrong.answers {
                let (pattern, ..) = pattern(answer);
                self.typed_answer(&[("fraction", "0")], &pattern, Some(&wrong.feedback));
            }
        }
    }

    fn typed_answer(
        &mut self,
        attributes: &[(&str, &str)],
        pattern: &str,
        feedback: Option<&Texts>,
    ) {
        let mut attributes = attributes.to_vec();
        attributes.push(("format", "moodle_auto_format"));
        self.xml.open("answer", &attributes);
        self.xml.value("text", &[], pattern);
        if let Some(feedback) = feedback.filter(|feedback| !feedback.is_empty()) {
            self.text("feedback", &[], feedback, Flow::Line);
        }
        self.xml.close("answer");
    }

    fn number(&mut self, body: &Number) {
        let (value, within) = amount(&body.key);
        self.number_answer("100", &value, &within, &Texts::new());
        for wrong in &body.wrong {
            for answer in &wrong.answers {
                self.number_answer("0", &decimal(answer), "0", &wrong.feedback);
            }
        }
        if body.units.is_empty() {
            return;
        }
        self.xml.open("units", &[]);
        for unit in &body.units {
            for name in unit.names.values().flatten() {
                self.xml.open("unit", &[]);
                self.xml
                    .value("multiplier", &[], &multiplier(unit.times.as_ref()));
                self.xml.value("unit_name", &[], name);
                self.xml.close("unit");
            }
        }
        self.xml.close("units");
        self.xml.value("unitgradingtype", &[], "0");
        self.xml.value("unitpenalty", &[], "0.1");
        let shown = if body.unit_use == Some(UnitUse::Optional) {
            "0"
        } else {
            "3"
        };
        self.xml.value("showunits", &[], shown);
        self.xml.value("unitsleft", &[], "0");
    }

    fn number_answer(&mut self, share: &str, value: &str, within: &str, feedback: &Texts) {
        let attributes = [("fraction", share), ("format", "moodle_auto_format")];
        self.xml.open("answer", &attributes);
        self.xml.value("text", &[], value);
        if !feedback.is_empty() {
            self.text("feedback", &[], feedback, Flow::Line);
        }
        self.xml.value("tolerance", &[], within);
        self.xml.close("answer");
    }

    fn pairs(&mut self, question: &Question, body: &Match) {
        let items = body.items.iter().map(|item| (&item.id, &item.target));
        let targets = body.targets.iter().map(|one| &one.id);
        self.shuffle(body.shuffle);
        self.matched(question, items.collect(), targets.collect(), |wording| {
            &wording.targets
        });
    }

    fn matched(
        &mut self,
        question: &Question,
        items: Vec<(&String, &String)>,
        targets: Vec<&String>,
        places: impl Fn(&jalon_draft::Wording) -> &Texts,
    ) {
        for (id, target) in &items {
            let texts = each(question, |one| one.items.get(*id).cloned());
            let html = html::to_multilang(&texts, self.langs, Flow::Line);
            self.open_html("subquestion", &[("id", id), ("target", target)], &html);
            self.text(
                "answer",
                &[],
                &each(question, |one| places(one).get(*target).cloned()),
                Flow::Line,
            );
            self.xml.close("subquestion");
        }
        for target in targets {
            if !items.iter().any(|(_, own)| *own == target) {
                self.open_html("subquestion", &[("target", target)], "");
                self.text(
                    "answer",
                    &[],
                    &each(question, |one| places(one).get(target).cloned()),
                    Flow::Line,
                );
                self.xml.close("subquestion");
            }
        }
    }

    fn essay(&mut self, question: &Question, body: &Essay) {
        self.xml.value("responseformat", &[], "editor");
        self.xml.value("responserequired", &[], "1");
        self.xml.value("responsefieldlines", &[], "10");
        for (name, words) in [("minwordlimit", body.least), ("maxwordlimit", body.most)] {
            if let Some(words) = words {
                self.xml.value(name, &[], &words.to_string());
            }
        }
        self.xml.value("attachments", &[], "0");
        let info = each(question, |one| {
            let points = body
                .points
                .iter()
                .filter_map(|point| one.points.get(&point.id));
            let list: Vec<String> = points.map(|point| format!("- {point}")).collect();
            let model = one.model.as_deref().unwrap_or_default();
            let parts = [model, &list.join("\n")];
            Some(parts.map(markdown::to_html).join("\n"))
        });
        self.html("graderinfo", &[], &html::in_spans(&info, self.langs));
    }
}

fn grading(credit: Option<OrderCredit>) -> &'static str {
    match credit {
        None | Some(OrderCredit::Neighbours) => "RELATIVE_NEXT_EXCLUDE_LAST",
        Some(OrderCredit::Positions) => "ABSOLUTE_POSITION",
        Some(OrderCredit::AllOrNothing) => "ALL_OR_NOTHING",
    }
}

/// What picking a choice earns.
fn share(body: &Choices, id: &str) -> f64 {
    let weight = body
        .choices
        .iter()
        .find(|one| one.id == id)
        .and_then(|one| one.weight);
    let keys = match &body.key {
        Key::One(key) => {
            return if key == id {
                100.0
            } else {
                fraction::nearest(weight.unwrap_or(0).into())
            };
        }
        Key::Several(keys) => keys,
    };
    if body.choices.iter().any(|one| one.weight.is_some()) {
        return fraction::nearest(weight.unwrap_or(0).into());
    }
    let is_right = keys.iter().any(|key| key == id);
    let even = 100.0 / keys.len() as f64;
    let wrong = body.choices.len() - keys.len();
    match (is_right, body.scoring) {
        (true, _) => even,
        (false, Some(Scoring::Partial)) => 0.0,
        (false, Some(Scoring::RightMinusWrong)) => -even,
        (false, _) => -100.0 / wrong as f64,
    }
}

/// An answer as Moodle writes it, what it earns, and what it says.
pub(super) fn pattern(answer: &Answer) -> (String, u8, Option<&Texts>) {
    let plain = |text: &str| text.replace('*', "\\*");
    match answer {
        Answer::Plain(text) => (plain(text), 100, None),
        Answer::Exact(exact) => (
            plain(&exact.answer),
            exact.credit.unwrap_or(100),
            Some(&exact.feedback),
        ),
        Answer::Wildcard(own) => (
            own.wildcard.clone(),
            own.credit.unwrap_or(100),
            Some(&own.feedback),
        ),
        // None is left in a fitted draft.
        Answer::Regex(own) => (
            own.regex.clone(),
            own.credit.unwrap_or(100),
            Some(&own.feedback),
        ),
    }
}

/// The right amount, and what is near enough.
pub(super) fn amount(key: &NumberKey) -> (String, String) {
    match key {
        NumberKey::Value(value) => (decimal(value), "0".to_owned()),
        NumberKey::Near(near) => {
            let within = near.within.as_ref().map_or_else(|| "0".to_owned(), decimal);
            (decimal(&near.value), within)
        }
        NumberKey::Range(range) => (decimal(&range.from), "0".to_owned()),
    }
}

pub(super) fn decimal(written: &Written) -> String {
    match written {
        Written::Whole(n) => n.to_string(),
        Written::Fraction(n) => n.to_string(),
        Written::Text(text) => text.replace(',', "."),
    }
}

/// How many of a unit make up one of the first.
fn multiplier(times: Option<&Written>) -> String {
    match times {
        None => "1".to_owned(),
        Some(Written::Text(text)) => match text.strip_prefix("1/") {
            Some(many) => many.to_owned(),
            None => text
                .parse::<f64>()
                .map_or_else(|_| "1".to_owned(), |times| (1.0 / times).to_string()),
        },
        Some(Written::Whole(times)) => (1.0 / *times as f64).to_string(),
        Some(Written::Fraction(times)) => (1.0 / times).to_string(),
    }
}
