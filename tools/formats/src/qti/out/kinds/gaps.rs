//! Fill the gaps of a text.

use jalon_draft::{Answer, Body, Exact, Gap, GapNumber, Gaps, Number, NumberKey, Scoring, Text};

use super::super::super::body::GAP;
use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::{Mapping, condition, earn, is_correct, mapped, points};
use super::super::{name, quoted};
use super::fields;
use super::number::{key_fits, number_fits};
use super::text::text_fits;
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter { lower, write };

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Gaps(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "gaps");
    if !body.choices.is_empty() {
        let ids: Vec<&str> = body.choices.iter().map(|one| one.id.as_str()).collect();
        parts.mark("choices", &ids.join(" "));
    }
    let is_whole = body.scoring == Some(Scoring::AllOrNothing);
    let total: u64 = body.gaps.iter().map(|gap| gap.weight.unwrap_or(1)).sum();
    let mut text = asked.wording.text.clone().unwrap_or_default();
    let mut fields = Vec::new();
    let mut tests = Vec::new();
    for (number, gap) in body.gaps.iter().enumerate() {
        let share = gap.weight.unwrap_or(1) as f64 / total.max(1) as f64;
        let (field, test) = field(parts, asked, body, gap, share, is_whole);
        fields.push(field);
        tests.push(test);
        let sign = format!("{}{number}{}", GAP.0, GAP.1);
        text = text.replace(&format!("{{{{{}}}}}", gap.id), &sign);
    }
    if is_whole {
        let all = format!("<qti-and>{}</qti-and>", tests.concat());
        parts.rules.marks.push(condition(&all, &earn(&points(1.0))));
    }
    let mut html = asked.blocks(&text);
    for (number, field) in fields.iter().enumerate() {
        html = html.replace(&format!("{}{number}{}", GAP.0, GAP.1), field);
    }
    parts.body.push_str(&format!("    <div>{html}</div>\n"));
}

/// The field of a gap, and what makes it right; marked by itself unless only the whole counts.
fn field(
    parts: &mut Parts,
    asked: &ItemSource<'_>,
    body: &Gaps,
    gap: &Gap,
    share: f64,
    is_whole: bool,
) -> (String, String) {
    let id = name(&gap.id);
    if let Some(text) = &gap.text {
        fields::declare_text(parts, asked, &id, text, share);
        if !is_whole {
            parts
                .rules
                .marks
                .push(format!("    {}\n", earn(&mapped(&id))));
        }
        return (fields::text_field(&id, text), fields::text_test(&id, text));
    }
    let (field, test) = match (&gap.number, &gap.pick) {
        (Some(number), _) => {
            let number = match number {
                GapNumber::Key(key) => &bare(key.clone()),
                GapNumber::Whole(number) => number.as_ref(),
            };
            fields::declare_number(parts, asked, &id, number);
            (
                fields::number_field(&id, number, asked.lang),
                fields::number_test(&id, &number.key),
            )
        }
        (None, Some(pick)) => {
            let from = pick.from.as_ref();
            let every = body.choices.iter().map(|one| one.id.clone());
            let from = from.cloned().unwrap_or_else(|| every.collect());
            let correct = [name(&pick.key)];
            parts
                .rules
                .declare(&id, "single", "identifier", &correct, &Mapping::default());
            let shuffle = body.shuffle.unwrap_or(true);
            let mut field = format!(
                "<qti-inline-choice-interaction response-identifier={} shuffle=\"{shuffle}\">",
                quoted(&id)
            );
            for own in from {
                let text = asked.wording.choices.get(&own).map(|text| asked.line(text));
                let pinned = body
                    .choices
                    .iter()
                    .any(|one| one.id == own && one.pinned == Some(true));
                let fixed = if pinned { " fixed=\"true\"" } else { "" };
                field.push_str(&format!(
                    "<qti-inline-choice identifier={}{fixed}>{}</qti-inline-choice>",
                    quoted(&name(&own)),
                    text.unwrap_or_default()
                ));
            }
            field.push_str("</qti-inline-choice-interaction>");
            (field, is_correct(&id))
        }
        (None, None) => return (String::new(), String::new()),
    };
    if !is_whole {
        parts
            .rules
            .marks
            .push(condition(&test, &earn(&points(share))));
    }
    (field, test)
}

fn bare(key: NumberKey) -> Number {
    Number {
        key,
        unit_use: None,
        units: Vec::new(),
        wrong: Vec::new(),
        samples: None,
    }
}

fn lower(body: &mut Body, _: &str, losses: &mut Losses) -> Result<(), String> {
    let Body::Gaps(body) = body else {
        return Ok(());
    };
    gaps_fit(body, losses)
}

fn gaps_fit(body: &mut Gaps, losses: &mut Losses) -> Result<(), String> {
    if !body.any_order.is_empty() {
        losses.dropped(
            "answers that may change places",
            "each gap is marked on its own",
        );
        body.any_order.clear();
    }
    match body.scoring {
        Some(Scoring::RightMinusWrong) => {
            losses.changed("what wrong gaps cost", "they cost nothing");
            body.scoring = None;
        }
        Some(Scoring::Partial | Scoring::PartialWithPenalty) => body.scoring = None,
        Some(Scoring::AllOrNothing) if body.gaps.len() < 2 => body.scoring = None,
        _ => {}
    }
    let is_whole = body.scoring == Some(Scoring::AllOrNothing);
    for gap in &mut body.gaps {
        if is_whole && gap.weight.take().is_some() {
            losses.dropped("the weights of the gaps", "all of them have to be right");
        }
        gap.weight = gap.weight.filter(|weight| *weight != 1);
        if let Some(text) = &mut gap.text {
            text_fits(text, losses)?;
            if is_whole {
                whole_credit(text, losses);
            }
        }
        match &mut gap.number {
            Some(GapNumber::Key(key)) => key_fits(key, losses)?,
            Some(GapNumber::Whole(number)) => number_fits(number, losses)?,
            None => {}
        }
    }
    drop_offers(body, losses);
    if body.choices.is_empty() {
        body.shuffle = None;
    }
    Ok(())
}

/// What no list offers is not there.
fn drop_offers(body: &mut Gaps, losses: &mut Losses) {
    let picks = || body.gaps.iter().filter_map(|gap| gap.pick.as_ref());
    if picks().any(|pick| pick.from.is_none()) {
        return;
    }
    let offered: Vec<String> = picks()
        .flat_map(|pick| pick.from.iter().flatten())
        .cloned()
        .collect();
    let before = body.choices.len();
    body.choices.retain(|choice| offered.contains(&choice.id));
    if body.choices.len() < before {
        losses.dropped(
            "choices that no list offers",
            "lists have choices of their own",
        );
    }
}

/// Where only the whole counts, each answer is right or not.
fn whole_credit(text: &mut Text, losses: &mut Losses) {
    for answer in text.accept.values_mut().flatten() {
        if let Answer::Exact(Exact { credit, .. }) = answer
            && credit.take().is_some_and(|credit| credit < 100)
        {
            losses.changed(
                "an answer that is right in part",
                "all gaps have to be right, and it is",
            );
        }
    }
}
