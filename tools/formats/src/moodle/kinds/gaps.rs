//! Texts with gaps, as Moodle's cloze has them.

use jalon_draft::{
    Body, Draft, GapNumber, Gaps, Module, Number, NumberKey, Question, Scoring, Text, Texts,
    Written,
};

use super::typed;
use super::writer::{KindWriter, Marks, joined, no_answers};
use crate::html::{Flow, canonical};
use crate::input::Input;
use crate::loss::Losses;
use crate::moodle::{ours, read, write};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "cloze",
    lower,
    marks,
    // They stand in the text.
    answers: no_answers,
};

fn lower(question: &mut Question, langs: &[String], losses: &mut Losses) -> bool {
    match cloze(question.clone(), langs, losses) {
        Some(fitted) => {
            *question = fitted;
            true
        }
        None => false,
    }
}

fn marks(question: &Question) -> Marks {
    let Body::Gaps(body) = &question.body else {
        return Vec::new();
    };
    let gaps = write::gaps::order(question, body);
    let offers = body.choices.iter().map(|one| &one.id);
    vec![
        (ours::GAPS, joined(gaps.into_iter())),
        (ours::OFFERS, joined(offers)),
    ]
}

/// The question as a cloze text; nothing where it can't be one.
fn cloze(mut question: Question, langs: &[String], losses: &mut Losses) -> Option<Question> {
    let Body::Gaps(body) = &mut question.body else {
        return Some(question);
    };
    settle(body, losses);
    let sum: u64 = body.gaps.iter().map(|gap| gap.weight.unwrap_or(1)).sum();
    let sum = sum.clamp(1, 100);
    let points = question.common.points.replace(sum).unwrap_or(1);
    if points != sum {
        losses.changed(
            format!("what it is worth, {points}"),
            format!("Moodle's cloze is worth the weights of its gaps together: {sum}"),
        );
    }
    question.common.points = question.common.points.filter(|points| *points != 1);
    for wording in question.wordings.values_mut().flatten() {
        if let Some(text) = &mut wording.text {
            *text = own_spelling(text);
            if let Some((before, text_itself)) = lead(text) {
                losses.changed(
                    "the paragraphs before the first gap",
                    "in Moodle they are part of the prompt",
                );
                wording.prompt = format!("{}\n\n{before}", wording.prompt);
                *text = text_itself;
            }
        }
    }
    if comes_back(&question, langs) {
        return Some(question);
    }
    let question = listed(question);
    if comes_back(&question, langs) {
        losses.changed(
            "the places of the gaps",
            "Moodle has one text with gaps for all languages, and here they differ: the gaps follow it, by number",
        );
        return Some(question);
    }
    losses.dropped("the question", "Moodle's cloze can't express its answers");
    None
}

fn comes_back(question: &Question, langs: &[String]) -> bool {
    write::gaps::is_sayable(question, langs)
        && there_and_back(question, langs).as_ref() == Some(question)
}

/// The text with numbers in place of the gaps, and the gaps under it by number.
fn listed(mut question: Question) -> Question {
    let Body::Gaps(body) = &question.body else {
        return question;
    };
    let numbered = || {
        body.gaps
            .iter()
            .enumerate()
            .map(|(n, gap)| (n + 1, &gap.id))
    };
    let list: Vec<String> = numbered()
        .map(|(n, id)| format!("({n}) {{{{{id}}}}}"))
        .collect();
    for wording in question.wordings.values_mut().flatten() {
        let Some(text) = &mut wording.text else {
            continue;
        };
        for (n, id) in numbered() {
            *text = text.replace(&format!("{{{{{id}}}}}"), &format!("({n}) …"));
        }
        let prompt = format!("{}\n\n{text}", wording.prompt);
        wording.prompt = canonical(&prompt, Flow::Blocks);
        *text = list.join(" ");
    }
    question
}

fn settle(body: &mut Gaps, losses: &mut Losses) {
    if body
        .scoring
        .take()
        .is_some_and(|own| own != Scoring::Partial)
    {
        losses.changed(
            "the scoring",
            "Moodle gives a share for each gap filled rightly",
        );
    }
    if !body.any_order.is_empty() {
        losses.dropped(
            "gaps whose answers may change places",
            "Moodle's stay in their places",
        );
        body.any_order.clear();
    }
    let pinned = body
        .choices
        .iter_mut()
        .any(|choice| choice.pinned.take() == Some(true));
    if pinned {
        losses.dropped(
            "the fixed place of a choice",
            "Moodle shuffles all choices or none",
        );
    }
    body.choices
        .iter_mut()
        .for_each(|choice| choice.pinned = None);
    for gap in &mut body.gaps {
        gap.weight = gap.weight.filter(|weight| *weight != 1);
        if let Some(text) = &mut gap.text {
            typed::text(text, losses);
            no_languages(text, losses);
        }
        if let Some(number) = &mut gap.number {
            *number = self::number(number.clone(), losses);
        }
    }
    offers(body, losses);
    let has_lists = body.gaps.iter().any(|gap| gap.pick.is_some());
    body.shuffle = body.shuffle.filter(|shuffle| !shuffle && has_lists);
}

/// What lists offer, in the order in which they do.
fn offers(body: &mut Gaps, losses: &mut Losses) {
    let all: Vec<String> = body
        .choices
        .iter()
        .map(|choice| choice.id.clone())
        .collect();
    let mut used: Vec<String> = Vec::new();
    for pick in body.gaps.iter().filter_map(|gap| gap.pick.as_ref()) {
        for id in pick.from.as_ref().unwrap_or(&all) {
            if !used.contains(id) {
                used.push(id.clone());
            }
        }
    }
    if used.len() < all.len() {
        losses.dropped(
            "choices that no list offers",
            "Moodle's choices belong to a list",
        );
        body.choices.retain(|choice| used.contains(&choice.id));
    }
    body.choices
        .sort_by_key(|choice| used.iter().position(|id| *id == choice.id));
    for pick in body.gaps.iter_mut().filter_map(|gap| gap.pick.as_mut()) {
        let from = pick.from.take().unwrap_or_else(|| all.clone());
        pick.from = Some(from).filter(|from| *from != used);
    }
}

fn no_languages(text: &mut Text, losses: &mut Losses) {
    if text.accept.keys().any(|lang| lang != "any") {
        losses.changed(
            "the languages of the answers in a gap",
            "Moodle's have none",
        );
    }
    let mut any = Vec::new();
    for answer in std::mem::take(&mut text.accept).into_values().flatten() {
        if !any.contains(&answer) {
            any.push(answer);
        }
    }
    text.accept = Texts::from([("any".to_owned(), any)]);
}

fn number(number: GapNumber, losses: &mut Losses) -> GapNumber {
    let mut whole = match number {
        GapNumber::Key(key) => Number {
            key,
            unit_use: None,
            units: Vec::new(),
            wrong: Vec::new(),
            samples: None,
        },
        GapNumber::Whole(whole) => *whole,
    };
    if !whole.units.is_empty() {
        losses.dropped("the units of a gap", "Moodle's gaps have none");
    }
    whole.units.clear();
    whole.unit_use = None;
    whole.samples = None;
    typed::number(&mut whole, losses);
    if let NumberKey::Near(near) = &whole.key
        && matches!(near.within, None | Some(Written::Whole(0)))
    {
        whole.key = NumberKey::Value(near.value.clone());
    }
    match whole.wrong.is_empty() {
        true => GapNumber::Key(whole.key),
        false => GapNumber::Whole(Box::new(whole)),
    }
}

/// The spelling that comes back, with gaps as signs that Markdown leaves alone.
fn own_spelling(text: &str) -> String {
    let mut held = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        held.push_str(before);
        match after.split_once("}}") {
            Some((id, after)) => {
                held.push_str(&format!("\u{e000}{}\u{e001}", id.trim()));
                rest = after;
            }
            None => {
                held.push_str("{{");
                rest = after;
            }
        }
    }
    held.push_str(rest);
    canonical(&held, Flow::Blocks)
        .replace('\u{e000}', "{{")
        .replace('\u{e001}', "}}")
}

/// The blocks before the one with the first gap, and the rest.
fn lead(text: &str) -> Option<(String, String)> {
    let first = text.find("{{")?;
    let at = text.get(..first)?.rfind("\n\n")?;
    Some((text.get(..at)?.to_owned(), text.get(at + 2..)?.to_owned()))
}

/// The question, written and read again.
fn there_and_back(question: &Question, langs: &[String]) -> Option<Question> {
    let mut draft = Draft::default();
    draft.bank.languages = langs.to_vec();
    let module = Module {
        questions: vec![question.clone()],
        ..Module::default()
    };
    draft.modules.push(("m".to_owned(), module));
    let written = write::write(&draft);
    let input = Input {
        path: "",
        bytes: written.as_bytes(),
    };
    let back = read::read(&input, &mut Losses::default()).ok()?;
    let (_, module) = back.modules.into_iter().next()?;
    module.questions.into_iter().next()
}
