//! Quizdown: Markdown in which every heading asks and the list under it answers.
//!
//! `1. [x]` is one right answer, `- [x]` several, `1.` alone an order. Quotes are hints, those in an answer say what a learner who picked it is told.
//! YAML between lines of three hyphens has the options.

mod blocks;
mod options;

use jalon_draft::{
    Body, Choice, Choices, Common, Draft, Key, Module, Order, OrderItem, Question, Texts, Wording,
};

use self::blocks::{Block, Item, Kind, List};
use self::options::Options;
use crate::decode;
use crate::html::Flow;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::prose::rewritten;

/// True for Markdown with a heading and, under it, a list with a box that is ticked.
pub(crate) fn detect(text: &str) -> bool {
    let mut has_heading = false;
    let mut before = "";
    for line in text.lines() {
        let bare = line.trim();
        let is_under = bare.len() > 2
            && !before.is_empty()
            && (bare.bytes().all(|b| b == b'=') || bare.bytes().all(|b| b == b'-'));
        has_heading |=
            line.starts_with('#') && line.trim_start_matches('#').starts_with(' ') || is_under;
        if has_heading && boxed(unmarked(bare)).0 == Some(true) && unmarked(bare) != bare {
            return true;
        }
        before = bare;
    }
    false
}

/// An item without the sign of its list.
fn unmarked(item: &str) -> &str {
    let item = item.trim_start();
    let digits = item.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let rest = match digits.len() < item.len() {
        true => digits.strip_prefix(['.', ')']),
        false => item.strip_prefix(['-', '*', '+']),
    };
    match rest {
        Some(rest) if rest.starts_with([' ', '\t', '\n']) || rest.is_empty() => rest.trim_start(),
        _ => item,
    }
}

/// Whether the box of an answer is ticked, where it has one, and the rest of it.
fn boxed(item: &str) -> (Option<bool>, &str) {
    for (mark, is_ticked) in [("[x]", true), ("[X]", true), ("[ ]", false), ("[]", false)] {
        match item.strip_prefix(mark) {
            // A link has no box.
            Some(rest) if !rest.starts_with('(') => return (Some(is_ticked), rest.trim()),
            _ => {}
        }
    }
    (None, item.trim())
}

/// Reads a quiz.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let (text, _) = decode::text(input.bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (text, blocks) = blocks::blocks(blocks::cut(&text));
    let mut reading = Reading {
        input,
        text: &text,
        module: Module::default(),
        shuffle: None,
        lang: UNDETERMINED.to_owned(),
    };
    let mut blocks = blocks.into_iter().peekable();
    let mut before: Vec<Block> = Vec::new();
    while let Some(block) = blocks.next_if(|block| !matches!(block.kind, Kind::Heading(_))) {
        before.push(block);
    }
    reading.quiz(before, losses);
    let mut has_heading = false;
    while let Some(heading) = blocks.next() {
        has_heading = true;
        let mut under = Vec::new();
        while let Some(block) = blocks.next_if(|block| !matches!(block.kind, Kind::Heading(_))) {
            under.push(block);
        }
        reading.question(&heading, under, losses);
    }
    if !has_heading {
        return Err(input.refuse(
            1,
            "expected headings with questions, each with a list of answers under it; found no heading",
            "write the question after ##, and its answers as - [x] or - [ ]",
        ));
    }
    let Reading { module, lang, .. } = reading;
    let mut draft = Draft {
        modules: vec![(String::new(), module)],
        ..Draft::default()
    };
    draft.bank.languages = vec![lang];
    Ok(draft)
}

struct Reading<'a> {
    input: &'a Input<'a>,
    text: &'a str,
    module: Module,
    /// What the quiz says of the order of all answers.
    shuffle: Option<bool>,
    lang: String,
}

/// What stands under a heading.
#[derive(Default)]
struct Parts {
    /// What is asked, behind the heading.
    prompt: Vec<String>,
    hints: Vec<String>,
    options: Vec<Options>,
    answers: Option<List>,
    /// What stands behind the answers.
    after: Vec<String>,
}

impl Reading<'_> {
    fn source(&self, range: &std::ops::Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// What stands before the first question.
    fn quiz(&mut self, blocks: Vec<Block>, losses: &mut Losses) {
        for block in blocks {
            losses.at(self.input.line(block.line), None);
            match block.kind {
                Kind::Options(options) => {
                    losses.on_line(options.line);
                    let all = options::of_quiz(options, &mut self.module, losses);
                    self.shuffle = all.shuffle.or(self.shuffle);
                    self.lang = all.lang.unwrap_or_else(|| self.lang.clone());
                }
                Kind::Rule => {}
                _ => {
                    let text = self.source(&block.range);
                    losses.dropped(
                        format!("“{}”", short(text)),
                        "it is above the first question",
                    );
                }
            }
        }
    }

    fn question(&mut self, heading: &Block, under: Vec<Block>, losses: &mut Losses) {
        let Kind::Heading(range) = &heading.kind else {
            return;
        };
        let title = self.source(range).trim();
        losses.at(self.input.line(heading.line), Some(short(title)));
        let Some(title) = rewritten(title, Flow::Blocks, losses) else {
            losses.dropped("the question", "its heading is empty");
            return;
        };
        let mut parts = self.parts(under, losses);
        losses.on_line(heading.line);
        let Some(list) = parts.answers.take() else {
            losses.dropped(
                "the question",
                "there is no list of answers under its heading",
            );
            return;
        };
        parts.prompt.insert(0, title);
        let mut wording = Wording {
            prompt: parts.prompt.join("\n\n"),
            hints: parts.hints,
            ..Wording::default()
        };
        if !parts.after.is_empty() {
            losses.changed("the text after the answers", "quizdown shows it with the question; it is the explanation here, shown after the answer");
            wording.explanation = Some(parts.after.join("\n\n"));
        }
        let body =
            match list.is_ordered && list.items.iter().all(|item| self.answer(item).0.is_none()) {
                true => self.order(&list, heading.line, &mut wording, losses),
                false => self.choice(&list, heading.line, &mut wording, losses),
            };
        losses.on_line(heading.line);
        let Some(body) = body else { return };
        let wordings = Texts::from([(self.lang.clone(), vec![wording])]);
        let mut question = Question {
            common: Common::default(),
            body,
            wordings,
        };
        for options in parts.options {
            losses.on_line(options.line);
            options::of_question(options, &mut question, losses);
        }
        question.common.origins = losses.origins();
        self.module.questions.push(question);
    }

    /// The first list with boxes has the answers; without any, the first list.
    fn parts(&self, under: Vec<Block>, losses: &mut Losses) -> Parts {
        let has_boxes = |block: &Block| match &block.kind {
            Kind::List(list) => list.items.iter().any(|item| self.answer(item).0.is_some()),
            _ => false,
        };
        let is_list = |block: &Block| matches!(block.kind, Kind::List(_));
        let first = under.iter().position(is_list);
        let answers = under.iter().position(has_boxes).or(first);
        if answers != first {
            losses.changed(
                "which list has the answers",
                "quizdown takes the first one; this is the first one with boxes",
            );
        }
        let mut parts = Parts::default();
        for (at, block) in under.into_iter().enumerate() {
            losses.on_line(block.line);
            match block.kind {
                Kind::List(list) if Some(at) == answers => parts.answers = Some(list),
                Kind::Options(options) => parts.options.push(options),
                Kind::Rule => {
                    losses.dropped("a horizontal rule", "questions are already separate here")
                }
                Kind::Quote => {
                    let quote = unquoted(self.source(&block.range));
                    parts.hints.extend(rewritten(&quote, Flow::Blocks, losses));
                }
                Kind::List(_) if answers.is_some_and(|answers| at > answers) => {
                    let list = self.source(&block.range);
                    losses.changed(
                        format!("the list “{}”", short(list)),
                        "a question has one list of answers: this one is in the explanation",
                    );
                    parts.after.extend(rewritten(list, Flow::Blocks, losses));
                }
                _ => {
                    let text = rewritten(self.source(&block.range), Flow::Blocks, losses);
                    match answers.is_some_and(|answers| at > answers) {
                        true => parts.after.extend(text),
                        false => parts.prompt.extend(text),
                    }
                }
            }
        }
        parts
    }

    /// Whether an answer is ticked, and what it says.
    fn answer(&self, item: &Item) -> (Option<bool>, String) {
        let (is_ticked, text) = boxed(unmarked(self.source(&item.text)));
        (is_ticked, text.to_owned())
    }

    fn choice(
        &self,
        list: &List,
        line: usize,
        wording: &mut Wording,
        losses: &mut Losses,
    ) -> Option<Body> {
        let mut choices = Vec::new();
        let mut key = Vec::new();
        for (at, item) in list.items.iter().enumerate() {
            losses.on_line(item.line);
            let (is_ticked, text) = self.answer(item);
            let id = crate::slug::letter(at);
            if is_ticked.is_none() {
                losses.guessed(format!("that “{}” is wrong", short(&text)), "it has no box");
            }
            if is_ticked == Some(true) {
                key.push(id.clone());
            }
            let Some(text) = rewritten(&text, Flow::Line, losses) else {
                losses.dropped("the question", format!("its answer {} is empty", at + 1));
                return None;
            };
            wording.choices.insert(id.clone(), text);
            let feedback = self.remarks(item, losses);
            let feedback = feedback
                .map(|text| (self.lang.clone(), text))
                .into_iter()
                .collect();
            choices.push(Choice {
                id,
                feedback,
                ..Choice::default()
            });
        }
        losses.on_line(line);
        if choices.len() < 2 {
            losses.dropped("the question", "it has one answer, and needs at least two");
            return None;
        }
        if key.is_empty() {
            losses.dropped(
                "the question",
                "none of its answers is right: tick a box as [x]",
            );
            return None;
        }
        let key = match (list.is_ordered, key.as_slice()) {
            (true, [one]) => Key::One(one.clone()),
            (true, _) => {
                losses.changed("the question", "a numbered list has one right answer, and this one has several: it asks for all of them");
                Key::Several(key)
            }
            (false, _) => Key::Several(key),
        };
        Some(Body::Choice(Choices {
            key,
            scoring: None,
            least: None,
            most: None,
            shuffle: self.shuffle,
            samples: None,
            choices,
        }))
    }

    fn order(
        &self,
        list: &List,
        line: usize,
        wording: &mut Wording,
        losses: &mut Losses,
    ) -> Option<Body> {
        let mut items = Vec::new();
        for (at, item) in list.items.iter().enumerate() {
            losses.on_line(item.line);
            let id = format!("item-{}", at + 1);
            let text = rewritten(&self.answer(item).1, Flow::Line, losses).unwrap_or_default();
            if let Some(remark) = self.remarks(item, losses) {
                losses.dropped(
                    format!("“{}”", short(&remark)),
                    "an item to put in order has no feedback",
                );
            }
            wording.items.insert(id.clone(), text);
            items.push(OrderItem { id });
        }
        losses.on_line(line);
        if items.len() < 2 {
            losses.dropped(
                "the question",
                "it has fewer than two items to put in order",
            );
            return None;
        }
        Some(Body::Order(Order {
            items,
            ..Order::default()
        }))
    }

    /// The quotes in an answer. Lists in it are none of its text.
    fn remarks(&self, item: &Item, losses: &mut Losses) -> Option<String> {
        for list in &item.lists {
            losses.dropped(
                format!("the list “{}”", short(self.source(list))),
                "it is in an answer, which has one line",
            );
        }
        let quotes = item
            .quotes
            .iter()
            .filter_map(|quote| rewritten(&unquoted(self.source(quote)), Flow::Line, losses));
        let text = quotes.collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }
}

/// The text of a quote.
fn unquoted(quote: &str) -> String {
    let lines = quote.lines().map(|line| {
        let line = line.trim_start();
        line.strip_prefix('>')
            .map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The start of a text, for messages.
fn short(text: &str) -> String {
    crate::text::short(text.trim())
}
