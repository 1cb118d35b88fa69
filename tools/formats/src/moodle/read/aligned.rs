//! A cloze text whose languages have gaps of their own: `<span lang="en">The sky is {1:SA:=blue}</span><span lang="fr">Le ciel est
//! {1:SA:=bleu}</span>`. The first gap of one language is the first of the other, and so on.

use jalon_draft::Texts;

use super::super::cloze::{self, Answer, Code, Fill};
use crate::html;

/// The codes, each of which is in the text of every language once; the places in `texts` are renumbered by them. Nothing where
/// the languages' gaps are not alike.
pub(super) fn aligned(texts: &mut Texts, codes: Vec<Code>) -> Option<Vec<Code>> {
    let mut orders = Vec::new();
    for (lang, text) in texts.iter() {
        orders.push((lang.clone(), places(text)?));
    }
    let is_shared = |n: &usize| orders.iter().all(|(_, order)| order.contains(n));
    let own: Vec<(String, Vec<usize>)> = orders
        .iter()
        .map(|(lang, order)| {
            let own = order.iter().copied().filter(|n| !is_shared(n));
            (lang.clone(), own.collect())
        })
        .collect();
    let mut out = Vec::new();
    // By its number in the file, the number that a gap gets.
    let mut renumbered = vec![None; codes.len()];
    for n in &orders.first()?.1 {
        if is_shared(n) {
            *renumbered.get_mut(*n)? = Some(out.len());
            out.push(codes.get(*n)?.clone());
            continue;
        }
        let first = codes.get(*n)?;
        let mut alike: Vec<(&str, &Code)> = Vec::new();
        for (lang, own) in &own {
            let is_next = |n: &&usize| {
                let is_free = renumbered.get(**n).is_some_and(Option::is_none);
                is_free && codes.get(**n).is_some_and(|code| is_alike(code, first))
            };
            let n = *own.iter().find(is_next)?;
            *renumbered.get_mut(n)? = Some(out.len());
            alike.push((lang, codes.get(n)?));
        }
        out.push(as_one(&alike)?);
    }
    if renumbered.iter().any(Option::is_none) {
        return None;
    }
    for text in texts.values_mut() {
        *text = with_places(text, &renumbered)?;
    }
    Some(out)
}

fn is_alike(one: &Code, other: &Code) -> bool {
    one.fill == other.fill && one.weight == other.weight
}

/// The numbers of the gaps in a text; nothing where one stands twice.
fn places(text: &str) -> Option<Vec<usize>> {
    let mut numbers = Vec::new();
    for part in text.split(cloze::OPEN).skip(1) {
        let n = part.split_once(cloze::CLOSE)?.0.parse().ok()?;
        if numbers.contains(&n) {
            return None;
        }
        numbers.push(n);
    }
    Some(numbers)
}

fn with_places(text: &str, numbers: &[Option<usize>]) -> Option<String> {
    let mut parts = text.split(cloze::OPEN);
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (n, rest) = part.split_once(cloze::CLOSE)?;
        cloze::place(&mut out, (*numbers.get(n.parse::<usize>().ok()?)?)?);
        out.push_str(rest);
    }
    Some(out)
}

/// The gaps of several languages as one, with each text in spans.
fn as_one(codes: &[(&str, &Code)]) -> Option<Code> {
    let (_, first) = codes.first()?;
    let shares = |code: &Code| code.answers.iter().map(|one| one.share).collect::<Vec<_>>();
    let in_step = codes.iter().all(|(_, code)| shares(code) == shares(first));
    let answers = match (first.fill, in_step) {
        (_, true) => (0..first.answers.len())
            .map(|n| in_spans(codes, n))
            .collect::<Option<_>>()?,
        // A language may have more ways to say it than another.
        (Fill::Text { .. }, false) => codes
            .iter()
            .flat_map(|(lang, code)| alone(lang, code))
            .collect(),
        (_, false) => return None,
    };
    let code = Code {
        answers,
        ..(*first).clone()
    };
    let says_one_number = |answer: &Answer| html::langs_in(&answer.text).is_empty();
    (first.fill != Fill::Number || code.answers.iter().all(says_one_number)).then_some(code)
}

/// The answer that stands in that place in each language.
fn in_spans(codes: &[(&str, &Code)], n: usize) -> Option<Answer> {
    let (mut text, mut feedback) = (Texts::new(), Texts::new());
    for (lang, code) in codes {
        let answer = code.answers.get(n)?;
        text.insert((*lang).to_owned(), answer.text.clone());
        if !answer.feedback.is_empty() {
            feedback.insert((*lang).to_owned(), answer.feedback.clone());
        }
    }
    let langs: Vec<String> = text.keys().cloned().collect();
    Some(Answer {
        share: codes.first()?.1.answers.get(n)?.share,
        text: html::in_spans(&text, &langs),
        feedback: html::in_spans(&feedback, &langs),
    })
}

fn alone(lang: &str, code: &Code) -> Vec<Answer> {
    let span = |html: &str| match html {
        "" => String::new(),
        html => format!(r#"<span lang="{lang}" class="multilang">{html}</span>"#),
    };
    let answers = code.answers.iter();
    let alone = answers.map(|answer| Answer {
        share: answer.share,
        text: span(&answer.text),
        feedback: span(&answer.feedback),
    });
    alone.collect()
}
