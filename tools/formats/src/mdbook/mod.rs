//! The TOML of mdbook-quiz: multiple choice, short answers, and programs to trace.

mod kinds;

use std::collections::{BTreeMap, HashSet};

use jalon_draft::{Common, Draft, Module, Question, Stimulus, Texts, Wording};
use serde::Deserialize;
use toml::{Spanned, Table, Value};

use crate::decode;
use crate::html::Flow;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::lines::Lines;
use crate::loss::{FilePosition, Losses};
use crate::prose::rewritten;
use crate::slug::{Taken, slug};

/// A file. Keys that are not known are looked for one by one.
#[derive(Debug, Deserialize)]
struct Quiz {
    questions: Vec<Spanned<Table>>,
    #[serde(default)]
    multipart: BTreeMap<String, Spanned<Value>>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

/// True for TOML with a list of questions that have types.
pub(crate) fn detect(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    let has_list = lines.any(|line| line.starts_with("[[questions]]"));
    let types = ["MultipleChoice", "ShortAnswer", "Tracing"];
    has_list && text.contains("type") && types.iter().any(|name| text.contains(name))
}

/// Reads a quiz.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let (text, _) = decode::text(input.bytes);
    if let Some(path) = shown(&text) {
        let why = format!("this is a page that shows the quiz {path}, not a quiz");
        return Err(input.refuse(1, why, "import the TOML file that it names"));
    }
    let lines = Lines::new(&text);
    let quiz: Quiz = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| lines.of(span.start));
        let why = format!("this isn't a quiz of mdbook-quiz: {}", error.message());
        input.refuse(
            line,
            why,
            "expected [[questions]], each with a type, a prompt and an answer",
        )
    })?;
    losses.at(input.line(1), None);
    for key in quiz.rest.keys() {
        losses.dropped(format!("the key {key}"), "mdbook-quiz has no such key");
    }
    let mut module = Module::default();
    let stimuli = stimuli(
        &quiz.multipart,
        &mut module,
        |value| input.line(lines.of(value.span().start)),
        losses,
    );
    for (number, question) in (1..).zip(quiz.questions) {
        let line = lines.of(question.span().start);
        let table = question.into_inner();
        let id = table.get("id").and_then(Value::as_str);
        let name = id.map_or_else(|| format!("question {number}"), str::to_owned);
        losses.at(input.line(line), Some(name));
        module
            .questions
            .extend(self::question(table, &stimuli, losses));
    }
    note_unused(
        &quiz.multipart,
        &stimuli,
        &mut module,
        |value| input.line(lines.of(value.span().start)),
        losses,
    );
    let mut draft = Draft {
        modules: vec![(String::new(), module)],
        ..Draft::default()
    };
    draft.bank.languages = vec![UNDETERMINED.to_owned()];
    Ok(draft)
}

/// The quiz that a page shows.
fn shown(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("{{#quiz ")?;
    let path = rest.split("}}").next()?.trim();
    (!detect(text)).then_some(path)
}

/// What several questions are about: the id of each text, by its key in the file.
fn stimuli(
    parts: &BTreeMap<String, Spanned<Value>>,
    module: &mut Module,
    place: impl Fn(&Spanned<Value>) -> FilePosition,
    losses: &mut Losses,
) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    let mut taken = Taken::default();
    for (key, value) in parts {
        losses.at(place(value), None);
        let own = value
            .get_ref()
            .as_str()
            .and_then(|own| rewritten(own, Flow::Blocks, losses));
        let Some(own) = own else {
            losses.dropped(format!("multipart.{key}"), "it isn't text");
            continue;
        };
        let id = taken.free(
            Some(slug(key))
                .filter(|id| !id.is_empty())
                .as_deref()
                .unwrap_or("part"),
        );
        module.stimuli.push(Stimulus {
            id: id.clone(),
            text: Texts::from([(UNDETERMINED.to_owned(), own)]),
        });
        ids.insert(key.clone(), id);
    }
    ids
}

/// Texts that no question is about.
fn note_unused(
    parts: &BTreeMap<String, Spanned<Value>>,
    ids: &BTreeMap<String, String>,
    module: &mut Module,
    place: impl Fn(&Spanned<Value>) -> FilePosition,
    losses: &mut Losses,
) {
    let stimuli = module
        .questions
        .iter()
        .filter_map(|own| own.common.stimulus.as_deref());
    let used: HashSet<&str> = stimuli.collect();
    for (key, value) in parts {
        if ids.get(key).is_some_and(|id| !used.contains(id.as_str())) {
            losses.at(place(value), None);
            losses.dropped(format!("multipart.{key}"), "no question is about it");
        }
    }
    module.stimuli.retain(|own| used.contains(own.id.as_str()));
}

/// A question; `None` where it can't be one, which is noted.
fn question(
    mut table: Table,
    stimuli: &BTreeMap<String, String>,
    losses: &mut Losses,
) -> Option<Question> {
    let kind = text_of(table.remove("type")).unwrap_or_default();
    let mut prompt = table_of(table.remove("prompt"));
    let mut answer = table_of(table.remove("answer"));
    let mut wording = Wording::default();
    let body = match kind.as_str() {
        "MultipleChoice" => kinds::choice(&mut prompt, &mut answer, &mut wording, losses),
        "ShortAnswer" => kinds::short_answer(&mut prompt, &mut answer, &mut wording, losses),
        "Tracing" => kinds::tracing(&mut prompt, &mut answer, &mut wording, losses),
        kind => {
            losses.dropped(
                "the question",
                format!("expected the type MultipleChoice, ShortAnswer or Tracing, found “{kind}”"),
            );
            None
        }
    }?;
    let context = text_of(table.remove("context"));
    wording.explanation = context.and_then(|text| rewritten(&text, Flow::Blocks, losses));
    let mut common = Common {
        id: text_of(table.remove("id")).unwrap_or_default(),
        origins: losses.origins(),
        ..Common::default()
    };
    if let Some(key) = text_of(table.remove("multipart")) {
        common.stimulus = stimuli.get(&key).cloned();
        if common.stimulus.is_none() {
            losses.dropped(
                format!("multipart = \"{key}\""),
                "the file has no text of that name",
            );
        }
    }
    if table.remove("promptExplanation") == Some(Value::Boolean(true)) {
        losses.dropped(
            "promptExplanation",
            "learners are not asked why they think so",
        );
    }
    let rest = table
        .keys()
        .map(String::clone)
        .chain(prompt.keys().map(|key| format!("prompt.{key}")));
    for key in rest.chain(answer.keys().map(|key| format!("answer.{key}"))) {
        losses.dropped(format!("the key {key}"), "mdbook-quiz has no such key");
    }
    let wordings = Texts::from([(UNDETERMINED.to_owned(), vec![wording])]);
    Some(Question {
        common,
        body,
        wordings,
    })
}

fn text_of(value: Option<Value>) -> Option<String> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

fn table_of(value: Option<Value>) -> Table {
    match value {
        Some(Value::Table(table)) => table,
        _ => Table::new(),
    }
}
