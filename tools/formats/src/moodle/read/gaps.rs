//! Texts with gaps: cloze, and words to pick or to drag into a text.

use jalon_draft::{Body, Gap, GapNumber, Gaps, Number, Offer, Pick, Texts};

use super::super::asked::{Parts, QuestionElement};
use super::super::cloze::{self, Code, Fill};
use super::super::text::{self, Files};
use super::super::{fraction, ours};
use super::aligned::aligned;
use super::{choice, number, typed};
use crate::bounds::MOST_PARTS;
use crate::html::{self, Flow};
use crate::language::UNDETERMINED;
use crate::xml::Element;

pub(super) fn cloze(asked: &mut QuestionElement<'_>, parts: &mut Parts) -> Option<Body> {
    let html = asked
        .element
        .first("questiontext")
        .map(text::html)
        .unwrap_or_default();
    let parted = cloze::take_apart(&html);
    for code in parted.unread {
        asked.losses.changed(
            format!("the code {code}"),
            "it can't be read as a gap; it is kept in the text as written",
        );
    }
    if parted.codes.is_empty() {
        return asked.drop("it has no gap that can be read");
    }
    if parted.codes.len() > MOST_PARTS {
        return asked.drop(&format!("it has more than {MOST_PARTS} gaps"));
    }
    let mut texts = texts(asked, &parted.html);
    let count = parted.codes.len();
    let Some(codes) = aligned(&mut texts, parted.codes) else {
        return asked.drop("its gaps are not the same in each language");
    };
    if codes.len() < count {
        asked.losses.guessed(
            "which gaps of the languages belong together",
            "each language has its own; those of the same kind were matched in order",
        );
    }
    if let [code] = codes.as_slice()
        && code.fill == Fill::Several
    {
        return boxes(asked, parts, texts, code);
    }
    let mut gaps = Vec::new();
    let mut shuffled = Vec::new();
    for (n, code) in codes.into_iter().enumerate() {
        let (gap, is_shuffled) = gap(asked, parts, code, n)?;
        gaps.push(gap);
        shuffled.extend(is_shuffled);
    }
    let shuffle = shuffled.contains(&false).then_some(false);
    if shuffle.is_some() && shuffled.contains(&true) {
        asked.losses.changed(
            "that only some of its lists are shuffled",
            "either all lists of a question are shuffled or none: now none",
        );
    }
    finish(asked, parts, texts, gaps, shuffle)
}

/// A text with one row of boxes to tick, which is a choice.
fn boxes(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    texts: Texts,
    code: &Code,
) -> Option<Body> {
    let mut place = String::new();
    cloze::place(&mut place, 0);
    let prompts = texts.into_iter().map(|(lang, text)| {
        let text = text.replace(&place, "");
        (lang, text.trim().to_owned())
    });
    parts.prompt = prompts.filter(|(_, text)| !text.is_empty()).collect();
    asked.losses.changed(
        "boxes to tick in a text",
        "the text has no other gap: it is a question with choices",
    );
    let mut all = Vec::new();
    for answer in &code.answers {
        let text = line(asked, &answer.text);
        all.push((text, answer.share, line(asked, &answer.feedback)));
    }
    choice::boxes(asked, parts, all)
}

fn id(asked: &QuestionElement<'_>, n: usize) -> String {
    let ids = ours::ids(asked.ours, ours::GAPS);
    ids.get(n)
        .cloned()
        .unwrap_or_else(|| format!("gap-{}", n + 1))
}

/// A gap, and whether its list is shuffled, where it has one.
fn gap(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    code: Code,
    n: usize,
) -> Option<(Gap, Option<bool>)> {
    let mut gap = Gap {
        id: id(asked, n),
        weight: Some(code.weight.clamp(1, 100)).filter(|weight| *weight != 1),
        ..Gap::default()
    };
    let mut is_shuffled = None;
    match code.fill {
        Fill::Text { case } => {
            if case {
                typed::note_case(asked);
            }
            let answers = typed_answers(asked, code);
            gap.text = Some(typed::text_of(asked, answers)?);
        }
        Fill::Number => {
            let answers = answers(asked, code).into_iter();
            let answers = answers.map(|(written, share, feedback)| {
                let (value, tolerance) = written.split_once(':').unwrap_or((&written, ""));
                number::Typed {
                    value: value.trim().to_owned(),
                    tolerance: tolerance.trim().to_owned(),
                    share,
                    feedback,
                }
            });
            gap.number = Some(short(number::number_of(asked, answers.collect())?));
        }
        Fill::Pick { shuffled } => {
            is_shuffled = Some(shuffled);
            gap.pick = Some(pick(asked, parts, code)?);
        }
        Fill::Several => {
            let right = code
                .answers
                .iter()
                .filter(|answer| answer.share > 0.0)
                .count();
            if right != 1 {
                asked.drop("in one of its gaps several choices are picked; a gap takes one");
                return None;
            }
            asked.losses.changed(
                "boxes to tick in a gap",
                "the gap takes one choice of a list",
            );
            is_shuffled = Some(true);
            gap.pick = Some(pick(asked, parts, code)?);
        }
    }
    Some((gap, is_shuffled))
}

fn short(number: Number) -> GapNumber {
    match number.wrong.is_empty() {
        true => GapNumber::Key(number.key),
        false => GapNumber::Whole(Box::new(number)),
    }
}

/// Answers as plain words, with shares and feedback.
fn answers(asked: &mut QuestionElement<'_>, code: Code) -> Vec<(String, f64, Texts)> {
    let mut all = Vec::new();
    for answer in code.answers {
        let feedback = line(asked, &answer.feedback);
        all.push((html::to_plain(&answer.text), answer.share, feedback));
    }
    all
}

/// Answers to type; one of several languages is one in each.
fn typed_answers(asked: &mut QuestionElement<'_>, code: Code) -> Vec<typed::Typed> {
    let mut all = Vec::new();
    for answer in code.answers {
        let feedback = line(asked, &answer.feedback);
        let each = typed::by_language(&answer.text);
        let patterns = each.unwrap_or_else(|| vec![(None, html::to_plain(&answer.text))]);
        all.extend(patterns.into_iter().map(|(lang, pattern)| typed::Typed {
            pattern,
            share: answer.share,
            feedback: feedback.clone(),
            lang,
        }));
    }
    all
}

fn line(asked: &mut QuestionElement<'_>, html: &str) -> Texts {
    let texts = html::to_markdown_with(html, Flow::Line, asked.pictures, asked.losses);
    asked.spread(texts)
}

fn pick(asked: &mut QuestionElement<'_>, parts: &mut Parts, code: Code) -> Option<Pick> {
    let mut from = Vec::new();
    let mut key: Option<(f64, String)> = None;
    for answer in code.answers {
        if !answer.feedback.is_empty() {
            asked.losses.dropped(
                format!("the feedback on “{}”", html::to_plain(&answer.text)),
                "choices of a list have none; the explanation is shown on all",
            );
        }
        let texts = line(asked, &answer.text);
        let id = offer(asked, parts, texts);
        if answer.share > 0.0 {
            let is_better = key.as_ref().is_none_or(|(best, _)| answer.share > *best);
            if key.is_some() || !fraction::is_near(answer.share, 100.0) {
                let what = format!(
                    "{} percent for a choice of a list",
                    fraction::written(answer.share)
                );
                asked
                    .losses
                    .changed(what, "the best choice earns all points, others none");
            }
            if is_better {
                key = Some((answer.share, id.clone()));
            }
        }
        if !from.contains(&id) {
            from.push(id);
        }
    }
    let Some((_, key)) = key else {
        asked.drop("none of the choices of a list is right");
        return None;
    };
    Some(Pick {
        key,
        from: Some(from),
    })
}

/// The choice with that text, which several lists may offer.
fn offer(asked: &QuestionElement<'_>, parts: &mut Parts, texts: Texts) -> String {
    if let Some((id, _)) = parts.choices.iter().find(|(_, own)| *own == texts) {
        return id.clone();
    }
    let n = parts.choices.len();
    let ids = ours::ids(asked.ours, ours::OFFERS);
    let id = ids.get(n).cloned();
    let id = id.unwrap_or_else(|| super::choice::letter(n));
    parts.choices.push((id.clone(), texts));
    id
}

/// How many gaps the text seems to have.
fn gaps_of(element: &Element) -> usize {
    let field = element.first("questiontext");
    field.map_or(0, |field| text::words(field).matches("[[").count())
}

/// Words to pick from lists, or to drag: `[[2]]` takes the second one, or another of its group.
pub(super) fn words(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    kind: &str,
) -> Option<Body> {
    let element = asked.element;
    let mut boxes: Vec<(String, String)> = Vec::new();
    let all = element
        .elements()
        .filter(|one| matches!(one.name.as_str(), "dragbox" | "selectoption"));
    for one in all.take(MOST_PARTS + 1) {
        let texts = asked.texts(one, Flow::Line);
        let group = one
            .first("group")
            .map(|group| group.text().trim().to_owned());
        boxes.push((offer(asked, parts, texts), group.unwrap_or_default()));
    }
    if boxes.len() > MOST_PARTS || gaps_of(element) > MOST_PARTS {
        return asked.drop(&format!("it has more than {MOST_PARTS} words or gaps"));
    }
    if kind == "ddwtos" {
        asked.losses.changed(
            "words that are dragged into a text",
            "each gap has a list of them",
        );
    }
    let html = element
        .first("questiontext")
        .map(text::html)
        .unwrap_or_default();
    let html = html.replace([cloze::OPEN, cloze::CLOSE], "");
    let mut out = String::new();
    let mut gaps = Vec::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once("[[") {
        out.push_str(before);
        let found = after.split_once("]]").and_then(|(number, after)| {
            let n: usize = number.trim().parse().ok()?;
            Some((boxes.get(n.checked_sub(1)?)?, after))
        });
        let Some(((key, group), after)) = found else {
            let number = after.split_once("]]").map_or("", |(number, _)| number);
            if number.trim().parse::<u32>().is_ok() {
                asked.losses.changed(
                    format!("the gap [[{number}]]"),
                    "it has no word; it is kept in the text as written",
                );
            }
            out.push_str("[[");
            rest = after;
            continue;
        };
        cloze::place(&mut out, gaps.len());
        let same = boxes.iter().filter(|(_, own)| own == group);
        let mut from: Vec<String> = same.map(|(id, _)| id.clone()).collect();
        let mut seen = std::collections::BTreeSet::new();
        from.retain(|id| seen.insert(id.clone()));
        gaps.push(Gap {
            id: format!("gap-{}", gaps.len() + 1),
            pick: Some(Pick {
                key: key.clone(),
                from: Some(from),
            }),
            ..Gap::default()
        });
        rest = after;
    }
    out.push_str(rest);
    if gaps.is_empty() {
        return asked.drop("it has no gap that can be read");
    }
    let shuffle = asked.shuffle();
    let texts = texts(asked, &out);
    finish(asked, parts, texts, gaps, shuffle)
}

/// The text with places for its gaps, by language.
fn texts(asked: &mut QuestionElement<'_>, html: &str) -> Texts {
    let Some(field) = asked.element.first("questiontext") else {
        return Texts::new();
    };
    let mut files = Files::of(field, asked.pictures);
    let texts = html::to_markdown_with(html, Flow::Blocks, &mut files, asked.losses);
    files.note_rest(asked.losses);
    asked.spread(texts)
}

fn finish(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    texts: Texts,
    mut gaps: Vec<Gap>,
    shuffle: Option<bool>,
) -> Option<Body> {
    for (lang, text) in texts {
        let (prompt, text) = halves(&text);
        if !prompt.is_empty() {
            parts.prompt.insert(lang.clone(), prompt.to_owned());
        }
        let Some(text) = with_gaps(text, &gaps) else {
            return asked.drop("its gaps are not the same in each language");
        };
        parts.text.insert(lang, text);
    }
    if parts.prompt.len() < parts.text.len() {
        ask(asked, parts);
    }
    let all: Vec<String> = parts.choices.iter().map(|(id, _)| id.clone()).collect();
    for pick in gaps.iter_mut().filter_map(|gap| gap.pick.as_mut()) {
        if all.len() < 2 {
            return asked.drop("a list of one choice asks nothing");
        }
        if pick.from.as_ref().is_some_and(|from| from.len() < 2) {
            asked.losses.changed(
                "a list of one choice",
                "it would ask nothing: it offers the choices of the other gaps as well",
            );
            pick.from = None;
        }
        pick.from = pick.from.take().filter(|from| *from != all);
    }
    Some(Body::Gaps(Gaps {
        scoring: None,
        any_order: Vec::new(),
        shuffle,
        samples: None,
        gaps,
        choices: all
            .into_iter()
            .map(|id| Offer { id, pinned: None })
            .collect(),
    }))
}

/// What comes before the block with the first gap, and the rest.
fn halves(text: &str) -> (&str, &str) {
    let first = text.find(cloze::OPEN).unwrap_or(0);
    let before = text.get(..first).unwrap_or_default();
    match before.rfind("\n\n") {
        Some(at) => (
            text.get(..at).unwrap_or_default(),
            text.get(at + 2..).unwrap_or_default(),
        ),
        None => ("", text),
    }
}

/// The text with each gap by its id; nothing where one is missing or stands twice.
fn with_gaps(text: &str, gaps: &[Gap]) -> Option<String> {
    let mut out = String::new();
    let mut seen = vec![false; gaps.len()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(cloze::OPEN) {
        let (number, after) = after.split_once(cloze::CLOSE)?;
        let n: usize = number.parse().ok()?;
        if std::mem::replace(seen.get_mut(n)?, true) {
            return None;
        }
        out.push_str(before);
        out.push_str(&format!("{{{{{}}}}}", gaps.get(n)?.id));
        rest = after;
    }
    out.push_str(rest);
    seen.iter().all(|seen| *seen).then_some(out)
}

/// Cloze texts ask nothing; gaps have a prompt.
fn ask(asked: &mut QuestionElement<'_>, parts: &mut Parts) {
    let text = parts
        .text
        .get(UNDETERMINED)
        .map(String::as_str)
        .unwrap_or_default();
    let is_french = crate::language::guess(text) == Some("fr");
    let en = "Fill in the gaps.";
    let fr = "Complétez le texte.";
    let usual = [
        (UNDETERMINED, if is_french { fr } else { en }),
        ("en", en),
        ("fr", fr),
    ];
    let texts = usual
        .into_iter()
        .map(|(lang, text)| (lang.to_owned(), text.to_owned()));
    for (lang, text) in asked.spread(texts.collect()) {
        parts.prompt.entry(lang).or_insert(text);
    }
    asked.losses.guessed(
        "the prompt above the gaps",
        "the file has only the text with the gaps; a standard sentence is used",
    );
}
