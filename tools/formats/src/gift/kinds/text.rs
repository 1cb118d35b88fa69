//! Type a short answer.

use std::collections::BTreeSet;

use jalon_draft::{Answer, Body, TextWrong, Texts, Wording};

use super::writer::{Inside, KindWriter, NO_PLACE, none, note_unknown, percent};
use crate::gift::escape::escape;
use crate::gift::marks::About;
use crate::gift::typed::refusal;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks,
    inside,
    is_missing_word: true,
};

fn lower(body: &mut Body, _: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Text(body) = body else {
        return false;
    };
    let mut drop = |is_there: bool, what: &str| {
        if is_there {
            losses.dropped(what, NO_PLACE);
        }
    };
    drop(
        body.order.take().is_some(),
        "whether words may come in another order",
    );
    drop(body.endings.take().is_some(), "whether endings matter");
    drop(!body.synonyms.is_empty(), "the synonyms of the question");
    drop(body.credit.take().is_some(), "the credit for typed answers");
    drop(!body.words.is_empty(), "the words that are enough");
    body.synonyms.clear();
    body.words.clear();
    // Of no language first, as they are written.
    if let Some(any) = body.accept.shift_remove("any") {
        body.accept.shift_insert(0, "any".to_owned(), any);
    }
    let mut seen = BTreeSet::new();
    for answers in body.accept.values_mut() {
        answers.retain_mut(|answer| is_said(answer, &mut seen, losses));
    }
    body.accept.retain(|_, answers| !answers.is_empty());
    for wrong in &mut body.wrong {
        wrong
            .answers
            .retain_mut(|answer| is_said(answer, &mut seen, losses));
    }
    body.wrong.retain(|wrong| !wrong.answers.is_empty());
    let mut joined: Vec<TextWrong> = Vec::new();
    for wrong in body.wrong.drain(..) {
        match joined.last_mut() {
            Some(last) if last.feedback == wrong.feedback => last.answers.extend(wrong.answers),
            _ => joined.push(wrong),
        }
    }
    body.wrong = joined;
    let credits = body.accept.values().flatten();
    let credits = credits.filter_map(|answer| match answer {
        Answer::Exact(own) => own.credit,
        Answer::Wildcard(own) => own.credit,
        Answer::Plain(_) | Answer::Regex(_) => None,
    });
    note_unknown(credits.map(f64::from), losses);
    let is_whole = |answer: &Answer| match answer {
        Answer::Plain(_) => true,
        Answer::Exact(own) => own.credit.is_none_or(|credit| credit >= 100),
        Answer::Wildcard(_) | Answer::Regex(_) => false,
    };
    if !body.accept.values().flatten().any(is_whole) {
        return none("none of its right answers can be written in GIFT", losses);
    }
    true
}

/// Whether GIFT can say an answer, and says it for the first time.
fn is_said(answer: &mut Answer, seen: &mut BTreeSet<String>, losses: &mut Losses) -> bool {
    let (text, written) = match answer {
        Answer::Plain(text) => (text.replace('*', "\\*"), text),
        Answer::Exact(own) => (own.answer.replace('*', "\\*"), &mut own.answer),
        Answer::Wildcard(own) => (own.wildcard.clone(), &mut own.wildcard),
        Answer::Regex(own) => {
            let what = format!("the answer /{}/", own.regex);
            losses.dropped(what, "GIFT has wildcards, but no regular expressions");
            return false;
        }
    };
    *written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = format!("the answer “{written}”");
    let refusal = refusal(&text);
    let why = if text.contains("->") {
        "GIFT reads -> as the middle of a pair"
    } else if let Some(why) = refusal {
        why
    } else if !seen.insert(text.to_lowercase()) {
        "it is a duplicate: upper and lower case are the same"
    } else {
        return true;
    };
    losses.dropped(what, why);
    false
}

fn marks(body: &Body) -> Vec<(About, String)> {
    let Body::Text(body) = body else {
        return Vec::new();
    };
    match body.accept.get("any").map_or(0, Vec::len) {
        0 => Vec::new(),
        any => vec![(About::Any, any.to_string())],
    }
}

fn inside(inside: &Inside<'_>, body: &Body) -> String {
    let Body::Text(body) = body else {
        return String::new();
    };
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
        typed(inside, &mut out, &text, credit, feedback);
    }
    for wrong in &body.wrong {
        for answer in &wrong.answers {
            let text = match answer {
                Answer::Plain(text) => stars(text),
                Answer::Exact(own) => stars(&own.answer),
                Answer::Wildcard(own) => own.wildcard.clone(),
                Answer::Regex(_) => continue,
            };
            typed(inside, &mut out, &text, 0.0, &wrong.feedback);
        }
    }
    out
}

fn typed(inside: &Inside<'_>, out: &mut String, text: &str, worth: f64, feedback: &Texts) {
    let text = escape(text);
    let is_said = worth < 100.0 || text.starts_with('%');
    let weight = if is_said {
        percent(worth)
    } else {
        String::new()
    };
    out.push_str(&format!("\t={weight}{text}{}\n", inside.feedback(feedback)));
}

/// A star that stands for itself.
fn stars(text: &str) -> String {
    text.replace('*', "\\*")
}
