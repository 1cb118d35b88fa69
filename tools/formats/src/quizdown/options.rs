//! The options of a quiz and of its questions: YAML between lines of three hyphens.

use jalon_draft::{Body, Module, Question};
use serde_json::{Map, Value};

use crate::loss::Losses;

/// The most that is read as options, in bytes.
const MAX_BYTES: usize = 64 << 10;

/// Options, and the line on which they start.
#[derive(Debug, Default)]
pub(super) struct Options {
    pub(super) line: usize,
    values: Map<String, Value>,
}

impl Options {
    /// Options of a YAML text; `None` for what is none: a line of hyphens may be a rule.
    pub(super) fn parse(yaml: &str, line: usize) -> Option<Self> {
        if yaml.len() > MAX_BYTES || yaml.trim().is_empty() {
            return None;
        }
        // Far more than any quiz says, and no text that stands for many others.
        let limits = serde_saphyr::options! {
            budget: serde_saphyr::budget! {
                max_aliases: 0,
                max_depth: 8,
                max_events: 10_000,
                max_nodes: 5_000,
            },
        };
        let values: Map<String, Value> = serde_saphyr::from_str_with_options(yaml, limits).ok()?;
        let values = values.into_iter().map(|(key, value)| (camel(&key), value));
        Some(Self {
            line,
            values: values.collect(),
        })
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        self.values.remove(key)
    }
}

/// What the options of a quiz say of all its questions.
#[derive(Debug, Default)]
pub(super) struct OfAll {
    pub(super) shuffle: Option<bool>,
    pub(super) lang: Option<String>,
}

/// Takes over the options of a quiz.
pub(super) fn of_quiz(mut options: Options, module: &mut Module, losses: &mut Losses) -> OfAll {
    module.draw = whole(&mut options, "nQuestions", losses);
    module.pass = whole(&mut options, "passingGrade", losses);
    let shuffle = yes(&mut options, "shuffleAnswers", losses);
    let lang = options
        .take("locale")
        .and_then(|value| Some(value.as_str()?.to_lowercase()));
    let lang = lang.filter(|lang| lang.parse::<jalon_engine::lang::Lang>().is_ok());
    if let Some(lang) = &lang {
        losses.guessed(
            format!("the language, {lang}"),
            "the option `locale` names it as that of the buttons",
        );
    }
    if options.take("shuffleQuestions") == Some(Value::Bool(false)) {
        losses.dropped(
            "shuffleQuestions: false",
            "each attempt has its own order of questions",
        );
    }
    note_rest(options, losses);
    OfAll {
        shuffle: shuffle.filter(|shuffle| !shuffle),
        lang,
    }
}

/// Takes over the options of a question.
pub(super) fn of_question(mut options: Options, question: &mut Question, losses: &mut Losses) {
    let shuffle = yes(&mut options, "shuffleAnswers", losses);
    if let (Some(shuffle), Body::Choice(body)) = (shuffle, &mut question.body) {
        body.shuffle = (!shuffle).then_some(false);
    }
    note_rest(options, losses);
}

/// Colours, messages, buttons, and names that are misspelt.
fn note_rest(options: Options, losses: &mut Losses) {
    for (key, value) in options.values {
        let what = format!("the option {key}: {}", shown(&value));
        let why = match key.as_str() {
            "primaryColor" | "secondaryColor" | "textColor" | "buttonColor" | "fontSize" => {
                "colours and sizes are those of the page"
            }
            "enableRetry" => {
                "`attempts` says how often a module may be attempted; without it there is no limit"
            }
            "customFailMsg" | "customPassMsg" => "the result has its own texts",
            "startOn" | "locale" | "nQuestions" | "passingGrade" | "shuffleQuestions"
            | "shuffleAnswers" => "it has no effect there",
            _ => "quizdown has no such option: is it misspelt?",
        };
        losses.dropped(what, why);
    }
}

fn shown(value: &Value) -> String {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    text.chars().take(60).collect()
}

fn whole(options: &mut Options, key: &str, losses: &mut Losses) -> Option<u64> {
    let value = options.take(key)?;
    let number = value.as_u64().filter(|number| *number > 0);
    if number.is_none() {
        losses.dropped(
            format!("the option {key}: {}", shown(&value)),
            "it isn't a number above zero",
        );
    }
    number
}

fn yes(options: &mut Options, key: &str, losses: &mut Losses) -> Option<bool> {
    let value = options.take(key)?;
    if value.as_bool().is_none() {
        losses.dropped(
            format!("the option {key}: {}", shown(&value)),
            "it is neither true nor false",
        );
    }
    value.as_bool()
}

/// `n_questions`, as options were called once, is `nQuestions`.
fn camel(key: &str) -> String {
    let mut out = String::new();
    let mut is_behind_bar = false;
    for sign in key.chars() {
        match sign {
            '_' => is_behind_bar = true,
            sign if is_behind_bar => {
                out.extend(sign.to_uppercase());
                is_behind_bar = false;
            }
            sign => out.push(sign),
        }
    }
    out
}
