//! A text with gaps as a cloze text: one text, with the gaps of all languages at once.

use jalon_draft::{Body, Gap, GapNumber, Gaps, Number, Pick, Question, Texts, Written};

use super::elements::each;
use crate::html::{self, Flow};
use crate::markdown;
use crate::moodle::kinds::number::{amount, decimal};
use crate::moodle::kinds::text::pattern;
use crate::moodle::{cloze, fraction};

/// The gaps' ids in the order of the text of the first language.
pub(in crate::moodle) fn order<'a>(question: &'a Question, body: &'a Gaps) -> Vec<&'a String> {
    let text = question
        .wordings
        .values()
        .flatten()
        .next()
        .and_then(|one| one.text.as_deref());
    let mut ids: Vec<&String> = body.gaps.iter().map(|gap| &gap.id).collect();
    let place = |id: &&String| text.and_then(|text| text.find(&format!("{{{{{id}}}}}")));
    ids.sort_by_key(place);
    ids
}

/// The text as HTML with codes; nothing where languages have their gaps in different orders, or texts that don't go side by side.
pub(in crate::moodle) fn html(
    question: &Question,
    body: &Gaps,
    langs: &[String],
) -> Option<String> {
    let texts = each(question, |one| {
        one.text.as_deref().map(|text| placed(text, body))
    });
    let first = texts.values().next()?;
    let html = match texts.values().all(|text| text == first) {
        true => markdown::to_html(first),
        false => side_by_side(&texts, langs)?,
    };
    let mut out = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once(cloze::OPEN) {
        let (number, after) = after.split_once(cloze::CLOSE)?;
        out.push_str(before);
        out.push_str(&code(
            question,
            body.gaps.get(number.parse::<usize>().ok()?)?,
            body,
            langs,
        )?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// The text with places for gaps that Markdown leaves alone.
fn placed(text: &str, body: &Gaps) -> String {
    let mut text = text.to_owned();
    for (n, gap) in body.gaps.iter().enumerate() {
        let mut place = String::new();
        cloze::place(&mut place, n);
        text = text.replace(&format!("{{{{{}}}}}", gap.id), &place);
    }
    text
}

/// Paragraph by paragraph, and between gaps stretch by stretch, one text per language.
fn side_by_side(texts: &Texts, langs: &[String]) -> Option<String> {
    let blocks: Vec<(&String, Vec<&str>)> = texts
        .iter()
        .map(|(lang, text)| (lang, text.split("\n\n").collect()))
        .collect();
    let count = blocks.first()?.1.len();
    if blocks.iter().any(|(_, own)| own.len() != count) {
        return None;
    }
    let mut out = String::new();
    for n in 0..count {
        let mut stretches: Vec<Texts> = Vec::new();
        let mut gaps: Vec<String> = Vec::new();
        for (at, (lang, own)) in blocks.iter().enumerate() {
            let (words, places) = stretch(own.get(n)?);
            if at == 0 {
                stretches = words.iter().map(|_| Texts::new()).collect();
                gaps = places;
            } else if gaps != places {
                return None;
            }
            for (stretch, words) in stretches.iter_mut().zip(words) {
                stretch.insert((*lang).clone(), words);
            }
        }
        out.push_str("<p>");
        for (at, stretch) in stretches.iter().enumerate() {
            out.push_str(&spans(stretch, langs)?);
            if let Some(gap) = gaps.get(at) {
                out.push_str(&format!("{}{gap}{}", cloze::OPEN, cloze::CLOSE));
            }
        }
        out.push_str("</p>\n");
    }
    Some(out)
}

/// The words around the gaps as HTML, and the numbers of the gaps.
fn stretch(block: &str) -> (Vec<String>, Vec<String>) {
    let html = markdown::to_inline_html(block);
    let mut words = Vec::new();
    let mut gaps = Vec::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once(cloze::OPEN) {
        words.push(before.to_owned());
        let (number, after) = after.split_once(cloze::CLOSE).unwrap_or((after, ""));
        gaps.push(number.to_owned());
        rest = after;
    }
    words.push(rest.to_owned());
    (words, gaps)
}

/// A stretch in all languages. Marks around a gap start in one stretch and end in another: they stand outside the spans, which
/// have to be whole.
fn spans(stretch: &Texts, langs: &[String]) -> Option<String> {
    let first = stretch.values().next()?;
    let (lead, _, trail) = peeled(first);
    let mut inner = Texts::new();
    for (lang, html) in stretch {
        let (own_lead, words, own_trail) = peeled(html);
        if (own_lead, own_trail) != (lead, trail) {
            return None;
        }
        inner.insert(lang.clone(), words.to_owned());
    }
    Some([lead, &html::in_spans(&inner, langs), trail].concat())
}

/// The ends of elements with which a stretch starts, and the starts with which it ends.
fn peeled(html: &str) -> (&str, &str, &str) {
    let mut from = 0;
    while let Some(end) = html
        .get(from..)
        .filter(|rest| rest.starts_with("</"))
        .and_then(|rest| rest.find('>'))
    {
        from += end + 1;
    }
    let mut to = html.len();
    while let Some(start) = html
        .get(from..to)
        .filter(|rest| rest.ends_with('>'))
        .and_then(|rest| rest.rfind('<'))
        .filter(|start| {
            !html
                .get(from + start..)
                .is_some_and(|tag| tag.starts_with("</") || tag.starts_with("<img"))
        })
    {
        to = from + start;
    }
    (
        html.get(..from).unwrap_or_default(),
        html.get(from..to).unwrap_or_default(),
        html.get(to..).unwrap_or_default(),
    )
}

fn code(question: &Question, gap: &Gap, body: &Gaps, langs: &[String]) -> Option<String> {
    let (name, answers) = if let Some(text) = &gap.text {
        let right = text.accept.values().flatten().map(|answer| {
            let (pattern, credit, feedback) = pattern(answer);
            answer_of(
                fraction::nearest(credit.into()),
                &encoded(&pattern),
                feedback,
                langs,
            )
        });
        let wrong = text.wrong.iter().flat_map(|wrong| {
            wrong.answers.iter().map(|answer| {
                let (pattern, ..) = pattern(answer);
                answer_of(0.0, &encoded(&pattern), Some(&wrong.feedback), langs)
            })
        });
        ("SHORTANSWER", right.chain(wrong).collect::<Vec<_>>())
    } else if let Some(number) = &gap.number {
        ("NUMERICAL", numbers(number, langs))
    } else {
        let name = if body.shuffle == Some(false) {
            "MULTICHOICE"
        } else {
            "MULTICHOICE_S"
        };
        (name, picks(question, gap.pick.as_ref()?, body, langs))
    };
    let weight = gap.weight.unwrap_or(1);
    Some(format!("{{{weight}:{name}:{}}}", answers.join("~")))
}

fn encoded(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

fn answer_of(share: f64, html: &str, feedback: Option<&Texts>, langs: &[String]) -> String {
    let mut out = if share == 100.0 {
        "=".to_owned()
    } else if share != 0.0 || html.starts_with(['=', '%']) {
        format!("%{}%", fraction::written(share))
    } else {
        String::new()
    };
    out.push_str(&cloze::escaped(html));
    if let Some(feedback) = feedback.filter(|feedback| !feedback.is_empty()) {
        out.push('#');
        out.push_str(&cloze::escaped(&html::to_multilang(
            feedback,
            langs,
            Flow::Line,
        )));
    }
    out
}

fn numbers(number: &GapNumber, langs: &[String]) -> Vec<String> {
    let none: Vec<jalon_draft::NumberWrong> = Vec::new();
    let (key, wrong) = match number {
        GapNumber::Key(key) => (key, &none),
        GapNumber::Whole(whole) => {
            let Number { key, wrong, .. } = whole.as_ref();
            (key, wrong)
        }
    };
    let (value, within) = amount(key);
    let right = answer_of(100.0, &format!("{value}:{within}"), None, langs);
    let wrong = wrong.iter().flat_map(|wrong| {
        let of = |answer: &Written| {
            answer_of(
                0.0,
                &format!("{}:0", decimal(answer)),
                Some(&wrong.feedback),
                langs,
            )
        };
        wrong.answers.iter().map(of).collect::<Vec<_>>()
    });
    std::iter::once(right).chain(wrong).collect()
}

fn picks(question: &Question, pick: &Pick, body: &Gaps, langs: &[String]) -> Vec<String> {
    let all: Vec<String> = body.choices.iter().map(|one| one.id.clone()).collect();
    let from = pick.from.as_ref().unwrap_or(&all);
    let answers = from.iter().map(|id| {
        let texts = each(question, |one| one.choices.get(id).cloned());
        let share = if *id == pick.key { 100.0 } else { 0.0 };
        answer_of(
            share,
            &html::to_multilang(&texts, langs, Flow::Line),
            None,
            langs,
        )
    });
    answers.collect()
}

/// True for questions whose text can be one.
pub(in crate::moodle) fn is_sayable(question: &Question, langs: &[String]) -> bool {
    match &question.body {
        Body::Gaps(body) => html(question, body, langs).is_some(),
        _ => true,
    }
}
