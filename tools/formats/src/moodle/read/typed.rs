//! Answers to type, and how they are graded.

use jalon_draft::{Accept, Answer, Body, Exact, Text, TextWrong, Texts, Wildcard};

use super::super::asked::QuestionElement;
use super::super::fraction;
use super::super::text;
use crate::html::{self, Flow};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;

/// An answer as Moodle has it: `*` is any letters, `\*` a star.
pub(in super::super) struct Typed {
    pub(in super::super) pattern: String,
    pub(in super::super) share: f64,
    pub(in super::super) feedback: Texts,
    /// Its language, where a file of ours says it.
    pub(in super::super) lang: Option<String>,
}

pub(super) fn short_answer(asked: &mut QuestionElement<'_>) -> Option<Body> {
    if asked.flag("usecase") == Some(true) {
        note_case(asked);
    }
    let element = asked.element;
    let mut answers = Vec::new();
    for answer in element.all("answer") {
        let words = text::words(answer);
        let share = asked.share(answer);
        let feedback = asked.feedback(answer);
        let lang = answer.attribute("lang").map(str::to_owned);
        let each = by_language(&words);
        let patterns = each.unwrap_or_else(|| vec![(lang, words.trim().to_owned())]);
        answers.extend(patterns.into_iter().map(|(lang, pattern)| Typed {
            pattern,
            share,
            feedback: feedback.clone(),
            lang,
        }));
    }
    text_of(asked, answers).map(Body::Text)
}

/// What is to be typed in each language, where the answer names languages. Else it counts to the letter, tags and all.
pub(super) fn by_language(html: &str) -> Option<Vec<(Option<String>, String)>> {
    if html::langs_in(html).is_empty() {
        return None;
    }
    let texts = html::to_markdown(html, Flow::Line, &mut Losses::default());
    let each = texts.into_iter().map(|(lang, text)| {
        let lang = Some(lang).filter(|lang| lang != UNDETERMINED);
        (lang, markdown::to_plain(&text))
    });
    Some(each.collect())
}

pub(super) fn note_case(asked: &mut QuestionElement<'_>) {
    asked.losses.changed(
        "case sensitivity",
        "typed answers are compared without regard to case",
    );
}

/// The grading of typed answers.
pub(super) fn text_of(asked: &mut QuestionElement<'_>, mut answers: Vec<Typed>) -> Option<Text> {
    answers.retain(|answer| !answer.pattern.is_empty());
    let most = answers
        .iter()
        .map(|answer| answer.share)
        .fold(f64::MIN, f64::max);
    if most <= 0.0 {
        asked.drop("none of its answers is right");
        return None;
    }
    if !fraction::is_near(most, 100.0) {
        let what = format!("the best answer, worth {} percent", fraction::written(most));
        asked
            .losses
            .changed(what, "one answer has to earn all points: this one does now");
        for answer in answers.iter_mut().filter(|answer| answer.share == most) {
            answer.share = 100.0;
        }
    }
    let mut text = Text {
        accept: Accept::new(),
        ..Text::default()
    };
    // Of several languages, an answer is in none; of one, in that.
    let usual = match asked.langs {
        [one] if one == UNDETERMINED || asked.ours.is_none() => one.clone(),
        _ => "any".to_owned(),
    };
    for answer in answers {
        if answer.share > 0.0 {
            let lang = answer.lang.clone().unwrap_or_else(|| usual.clone());
            text.accept.entry(lang).or_default().push(right(answer));
        } else {
            wrong(asked, answer, &mut text.wrong);
        }
    }
    add_plain(asked, &mut text).then_some(text)
}

fn right(answer: Typed) -> Answer {
    // Between 1 and 100.
    let credit = fraction::whole(answer.share).clamp(1, 100) as u8;
    let credit = (credit < 100).then_some(credit);
    match literal(&answer.pattern) {
        None => Answer::Wildcard(Wildcard {
            wildcard: wildcard(&answer.pattern),
            credit,
            feedback: answer.feedback,
        }),
        Some(plain) if credit.is_none() && answer.feedback.is_empty() => Answer::Plain(plain),
        Some(plain) => Answer::Exact(Exact {
            answer: plain,
            credit,
            feedback: answer.feedback,
        }),
    }
}

fn wrong(asked: &mut QuestionElement<'_>, answer: Typed, all: &mut Vec<TextWrong>) {
    if answer.share < 0.0 {
        let what = format!(
            "the {} percent for “{}”",
            fraction::written(answer.share),
            answer.pattern
        );
        asked.losses.changed(
            what,
            "a wrong answer that is typed earns nothing, and costs nothing",
        );
    }
    if answer.pattern.chars().all(|sign| sign == '*') {
        if !answer.feedback.is_empty() {
            asked.losses.dropped(
                "the feedback on any other answer",
                "typed answers have feedback on those that are listed; the explanation is shown on all",
            );
        }
        return;
    }
    let says = match literal(&answer.pattern) {
        Some(plain) => Answer::Plain(plain),
        None => Answer::Wildcard(Wildcard {
            wildcard: wildcard(&answer.pattern),
            ..Wildcard::default()
        }),
    };
    match all.last_mut() {
        Some(last) if last.feedback == answer.feedback => last.answers.push(says),
        _ => all.push(TextWrong {
            answers: vec![says],
            feedback: answer.feedback,
            misconception: None,
        }),
    }
}

/// The answer to the letter, where it has no star that stands for letters.
fn literal(pattern: &str) -> Option<String> {
    let mut out = String::new();
    let mut signs = pattern.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'*') => out.extend(signs.next()),
            '*' => return None,
            sign => out.push(sign),
        }
    }
    Some(out)
}

/// A pattern of ours: a backslash that is none before a star is one before itself.
fn wildcard(pattern: &str) -> String {
    pattern.to_owned()
}

/// Learners are shown an answer, so one has to be no pattern: where all are, one is made of the first.
fn add_plain(asked: &mut QuestionElement<'_>, text: &mut Text) -> bool {
    let is_whole = |answer: &Answer| match answer {
        Answer::Plain(_) => true,
        Answer::Exact(exact) => exact.credit.is_none(),
        Answer::Wildcard(_) | Answer::Regex(_) => false,
    };
    if text.accept.values().flatten().any(is_whole) {
        return true;
    }
    let patterns = text
        .accept
        .iter()
        .flat_map(|(lang, all)| all.iter().map(move |one| (lang, one)));
    let made = patterns.filter_map(|(lang, answer)| match answer {
        Answer::Wildcard(own) if own.credit.is_none() => {
            let plain = own.wildcard.replace("\\*", "\u{e000}").replace('*', " ");
            let plain = plain.replace('\u{e000}', "*");
            let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
            (!plain.is_empty()).then(|| (lang.clone(), plain))
        }
        _ => None,
    });
    let Some((lang, plain)) = made.into_iter().next() else {
        asked.drop("any answer is right, or no right answer can be shown");
        return false;
    };
    asked.losses.guessed(
        format!("the answer that is shown, “{plain}”"),
        "all right answers are patterns; it is the first without its stars",
    );
    text.accept
        .entry(lang)
        .or_default()
        .insert(0, Answer::Plain(plain));
    true
}
