//! One question as it is read: its fields, texts by language, and what all kinds have.

use jalon_draft::{Body, Common, Concepts, Difficulty, Gaps, Question, Texts, Wording};

use super::text::{self, Files};
use super::{fraction, ours};
use crate::html::{self, Flow};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::pictures::Pictures;
use crate::slug::slug;
use crate::xml::Element;

/// A question that is being read.
pub(super) struct QuestionElement<'a> {
    pub(super) element: &'a Element,
    /// The languages of the file's texts.
    pub(super) langs: &'a [String],
    /// What rides along in a file of ours.
    pub(super) ours: Option<&'a Element>,
    pub(super) losses: &'a mut Losses,
    pub(super) pictures: &'a mut Pictures,
    /// The concepts that plain tags name: id and name.
    pub(super) concepts: &'a mut Vec<(String, String)>,
}

/// The texts of a question, before they are put under their languages.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) prompt: Texts,
    pub(super) text: Texts,
    pub(super) explanation: Texts,
    pub(super) model: Texts,
    pub(super) hints: Vec<Texts>,
    pub(super) choices: Vec<(String, Texts)>,
    pub(super) items: Vec<(String, Texts)>,
    pub(super) targets: Vec<(String, Texts)>,
    pub(super) categories: Vec<(String, Texts)>,
    pub(super) points: Vec<(String, Texts)>,
}

impl Parts {
    fn wording(&self, lang: &str) -> Wording {
        let of = |texts: &Texts| texts.get(lang).cloned();
        let all = |texts: &[(String, Texts)]| {
            let own = texts.iter();
            own.filter_map(|(id, texts)| Some((id.clone(), texts.get(lang)?.clone())))
                .collect()
        };
        Wording {
            prompt: of(&self.prompt).unwrap_or_default(),
            text: of(&self.text),
            explanation: of(&self.explanation),
            model: of(&self.model),
            hints: self.hints.iter().filter_map(of).collect(),
            choices: all(&self.choices),
            items: all(&self.items),
            targets: all(&self.targets),
            categories: all(&self.categories),
            points: all(&self.points),
            ..Wording::default()
        }
    }
}

impl<'a> QuestionElement<'a> {
    /// A text under each language.
    pub(super) fn texts(&mut self, field: &Element, flow: Flow) -> Texts {
        let html = text::html(field);
        self.losses.on_line(field.line);
        let mut files = Files::of(field, self.pictures);
        let texts = html::to_markdown_with(&html, flow, &mut files, self.losses);
        files.note_rest(self.losses);
        self.spread(texts)
    }

    /// A text of all languages is one of each, and one that is missing in a language is that of another.
    pub(super) fn spread(&mut self, texts: Texts) -> Texts {
        let mut out = Texts::new();
        for lang in self.langs {
            if let Some(text) = texts.get(lang) {
                out.insert(lang.clone(), text.clone());
            } else if let Some((other, text)) = stand_in(&texts, lang) {
                if lang != UNDETERMINED && other != UNDETERMINED {
                    let why = format!("the file doesn't have it; the one in {other} is used");
                    self.losses.guessed(format!("a text in {lang}"), why);
                }
                out.insert(lang.clone(), text.clone());
            }
        }
        out
    }

    /// The text of the field of that name; nothing where it is blank.
    pub(super) fn field(&mut self, name: &str, flow: Flow) -> Texts {
        let element = self.element;
        element
            .first(name)
            .map(|field| self.texts(field, flow))
            .unwrap_or_default()
    }

    /// The feedback beside an answer.
    pub(super) fn feedback(&mut self, answer: &Element) -> Texts {
        answer
            .first("feedback")
            .map(|field| self.texts(field, Flow::Line))
            .unwrap_or_default()
    }

    /// A value that is no text.
    pub(super) fn value(&self, name: &str) -> String {
        let field = self.element.first(name);
        field
            .map(|field| text::words(field).trim().to_owned())
            .unwrap_or_default()
    }

    /// A value that is on or off; nothing where it is absent.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        match self.value(name).to_ascii_lowercase().as_str() {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        }
    }

    /// The shares of points of an answer: an attribute, or in old files an element.
    pub(super) fn share(&mut self, answer: &Element) -> f64 {
        let tag = answer.first("fraction").map(|tag| tag.text());
        let written = answer.attribute("fraction").map(str::to_owned).or(tag);
        let Some(written) = written else {
            return 0.0;
        };
        fraction::read(&written).unwrap_or_else(|| {
            let what = format!("the share of points “{written}”");
            self.losses
                .changed(what, "this isn't a number; it earns no points");
            0.0
        })
    }

    pub(super) fn drop(&mut self, why: &str) -> Option<Body> {
        self.losses.on_line(self.element.line);
        self.losses.dropped("the question", why);
        None
    }

    /// What becomes of the answers' order.
    pub(super) fn shuffle(&self) -> Option<bool> {
        match self.flag("shuffleanswers") {
            Some(false) => Some(false),
            _ => None,
        }
    }

    pub(super) fn ours(&self, name: &str) -> Option<&'a str> {
        self.ours.and_then(|ours| ours.attribute(name))
    }

    /// The question, when its kind is read.
    pub(super) fn finish(mut self, body: Body, mut parts: Parts) -> Question {
        if parts.explanation.is_empty() {
            parts.explanation = self.field("generalfeedback", Flow::Blocks);
        }
        self.hints(&mut parts);
        self.combined_feedback();
        self.note_rest();
        if parts.prompt.is_empty() {
            parts.prompt = self.spread(Texts::from([(UNDETERMINED.to_owned(), self.name())]));
            self.losses.guessed(
                "the prompt",
                "the question has no text; its name is used instead",
            );
        }
        let common = self.common(&body, &parts);
        let wordings = self.langs.iter();
        let wordings = wordings.map(|lang| (lang.clone(), vec![parts.wording(lang)]));
        Question {
            common,
            body,
            wordings: wordings.collect(),
        }
    }

    /// What people call it, in the first of its languages.
    pub(super) fn name(&self) -> String {
        named(&self.value("name"))
    }

    fn hints(&mut self, parts: &mut Parts) {
        let element = self.element;
        for hint in element.all("hint") {
            // Before Moodle 2.1 the words stood in an element of their own.
            let texts = self.texts(hint.first("hintcontent").unwrap_or(hint), Flow::Blocks);
            if acts(hint) {
                self.losses.dropped(
                    "the actions of a hint",
                    "a bank's hints are text; they neither count nor clear answers",
                );
            }
            if !texts.is_empty() {
                parts.hints.push(texts);
            }
        }
    }

    fn combined_feedback(&mut self) {
        let fields = [
            ("correctfeedback", "right"),
            ("partiallycorrectfeedback", "partly right"),
            ("incorrectfeedback", "wrong"),
        ];
        for (name, which) in fields {
            let texts = self.field(name, Flow::Line);
            if texts.values().any(|text| !is_usual(text)) {
                self.losses.dropped(
                    format!("the feedback on {which} answers"),
                    "a bank has feedback on each answer, and an explanation",
                );
            }
        }
    }

    fn note_rest(&mut self) {
        self.losses.on_line(self.element.line);
        if self.flag("hidden") == Some(true) {
            self.losses.changed(
                "a question that Moodle hides",
                "it is imported like any other: remove it if it is out of use",
            );
        }
    }

    fn common(&mut self, body: &Body, parts: &Parts) -> Common {
        let mut common = Common {
            id: self.id(parts),
            points: match body {
                Body::Gaps(gaps) if self.is_cloze() => weights(gaps),
                _ => self.points(),
            },
            penalty: self.penalty(body),
            source: self.ours(ours::SOURCE).map(str::to_owned),
            origins: self.losses.origins(),
            ..Common::default()
        };
        self.tags(&mut common);
        common
    }

    /// The number that names it, or its name.
    fn id(&mut self, parts: &Parts) -> String {
        let number = self.value("idnumber");
        let name = self.name();
        if number.is_empty() {
            return slug(&name);
        }
        let prompts = parts.prompt.values();
        let mut said = prompts.map(|prompt| slug(prompt)).chain([slug(&number)]);
        let own = slug(&name);
        if !own.is_empty() && !said.any(|said| said.starts_with(&own)) && self.ours.is_none() {
            self.losses.dropped(
                format!("the name “{name}”"),
                "the question has an id, and a bank's questions have no other name",
            );
        }
        number
    }

    /// True where the text says the points itself.
    fn is_cloze(&self) -> bool {
        matches!(
            self.element.attribute("type"),
            Some("cloze" | "multianswer")
        )
    }

    fn points(&mut self) -> Option<u64> {
        let written = self.value("defaultgrade");
        let points: f64 = written.parse().ok()?;
        let whole = points.round().clamp(1.0, 100.0);
        if whole != points {
            self.losses.changed(
                format!(
                    "{} points",
                    written.trim_end_matches('0').trim_end_matches('.')
                ),
                format!("a bank's questions have whole points from 1 to 100: {whole}"),
            );
        }
        (whole != 1.0).then_some(whole as u64)
    }

    fn penalty(&mut self, body: &Body) -> Option<u64> {
        let share: f64 = self.value("penalty").parse().ok()?;
        let percent = (share * 100.0).round();
        // One wrong try of two answers costs all anyway, and a third is usual here as there.
        let is_said = !matches!(body, Body::TrueFalse(_) | Body::Essay(_)) && percent != 33.0;
        (is_said && (0.0..=100.0).contains(&percent)).then_some(percent as u64)
    }

    fn tags(&mut self, common: &mut Common) {
        let element = self.element;
        let mut concepts: Vec<(String, u64)> = Vec::new();
        let lists = ["tags", "coursetags"].into_iter();
        for tag in lists
            .flat_map(|name| element.all(name))
            .flat_map(|tags| tags.all("tag"))
        {
            let written = text::words(tag);
            let written = written.trim();
            match written.split_once(':') {
                Some(("concept", rest)) => {
                    let (id, weight) = rest.split_once('=').unwrap_or((rest, "1"));
                    concepts.push((id.to_owned(), weight.parse().unwrap_or(1)));
                }
                Some(("difficulty", level)) if difficulty(level).is_some() => {
                    common.difficulty = difficulty(level);
                }
                _ if written.is_empty() => {}
                _ => match slug(written) {
                    id if id.is_empty() => self.losses.dropped(
                        format!("the tag “{written}”"),
                        "no id can be made from it, and a concept needs one",
                    ),
                    id => {
                        self.concepts.push((id.clone(), written.to_owned()));
                        concepts.push((id, 1));
                    }
                },
            }
        }
        common.concepts = concepts_of(concepts);
    }
}

/// The text that readers of a language get where theirs is missing: of the same language elsewhere (`fr` for `fr-ca`), as Moodle
/// does it, or the one for all others, or the first one.
fn stand_in<'t>(texts: &'t Texts, lang: &str) -> Option<(&'t String, &'t String)> {
    let root = |lang: &str| lang.split('-').next().map(str::to_owned);
    let mut all = texts.iter();
    let alike = all.find(|(other, _)| root(other) == root(lang));
    alike
        .or_else(|| texts.get_key_value(UNDETERMINED))
        .or_else(|| texts.first())
}

/// True for a hint that does something to the answer, in the words of today or of old files.
fn acts(hint: &Element) -> bool {
    let is_on = |name: &&str| {
        let field = hint.first(name);
        field.is_some_and(|field| field.text().trim() != "0")
    };
    let names = [
        "shownumcorrect",
        "clearwrong",
        "statenumberofcorrectresponses",
        "clearincorrectresponses",
    ];
    names.iter().any(is_on)
}

/// A name as one line of Markdown, in the first language that it has.
pub(super) fn named(name: &str) -> String {
    let texts = html::to_markdown(name, Flow::Line, &mut Losses::default());
    let first = texts.into_values().next();
    first.unwrap_or_else(|| name.to_owned())
}

/// What the gaps are worth together.
fn weights(gaps: &Gaps) -> Option<u64> {
    let sum: u64 = gaps.gaps.iter().map(|gap| gap.weight.unwrap_or(1)).sum();
    Some(sum.clamp(1, 100)).filter(|sum| *sum != 1)
}

fn concepts_of(concepts: Vec<(String, u64)>) -> Concepts {
    let weighted: Texts<u64> = concepts.into_iter().collect();
    match weighted.values().all(|weight| *weight == 1) {
        true => Concepts::Even(weighted.into_keys().collect()),
        false => Concepts::Weighted(weighted),
    }
}

fn difficulty(level: &str) -> Option<Difficulty> {
    match level {
        "easy" => Some(Difficulty::Easy),
        "medium" => Some(Difficulty::Medium),
        "hard" => Some(Difficulty::Hard),
        _ => None,
    }
}

/// What Moodle puts there by itself.
fn is_usual(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    matches!(
        text.as_str(),
        "" | "your answer is correct"
            | "your answer is partially correct"
            | "your answer is incorrect"
            | "votre réponse est correcte"
            | "votre réponse est partiellement correcte"
            | "votre réponse est incorrecte"
    )
}
