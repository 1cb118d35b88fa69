//! A bank as QTI can say it. What other players take another way is noted, though it comes back whole.

use jalon_draft::{
    Answer, Body, Draft, Exact, GapNumber, Gaps, Image, Number, NumberKey, OrderCredit, Question,
    Scoring, Text, Texts, Written,
};

use crate::loss::{Losses, Place};
use crate::lower::{self, Capability};

use super::decimal;

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let keeps = [
        Capability::Draw,
        Capability::Stimuli,
        Capability::Difficulty,
        Capability::Source,
    ];
    let mut draft = lower::common(draft, &keeps, losses);
    let lang = draft.bank.languages.first().cloned().unwrap_or_default();
    for (id, module) in &mut draft.modules {
        let place = |losses: &mut Losses, question: Option<&str>| {
            losses.at(Place::module(id), question.map(str::to_owned));
        };
        module.questions.retain_mut(|question| {
            place(losses, Some(&question.common.id));
            match question_fits(question, &lang, losses) {
                Ok(()) => true,
                Err(why) => {
                    losses.dropped("the question", why);
                    false
                }
            }
        });
        place(losses, None);
        let questions = module.questions.len() as u64;
        if module.draw.is_some_and(|draw| draw >= questions) {
            losses.dropped(
                "how many questions are drawn",
                "all that are left are asked",
            );
            module.draw = None;
        }
        let used = |stimulus: &str| {
            let mut all = module.questions.iter();
            all.any(|question| question.common.stimulus.as_deref() == Some(stimulus))
        };
        module.stimuli.retain(|stimulus| {
            let is_used = used(&stimulus.id);
            if !is_used {
                let what = format!("the text `{}`", stimulus.id);
                losses.dropped(what, "no question is about it");
            }
            is_used
        });
    }
    draft
}

fn question_fits(question: &mut Question, lang: &str, losses: &mut Losses) -> Result<(), String> {
    let Some(wording) = question
        .wordings
        .get_mut(lang)
        .and_then(|all| all.first_mut())
    else {
        return Err(format!("it has no wording in {lang}"));
    };
    if !wording.hints.is_empty() {
        losses.dropped(
            "the hints",
            "items have a place for them only where they are asked in steps",
        );
        wording.hints.clear();
    }
    match &mut question.body {
        Body::Choice(_) | Body::TrueFalse(_) | Body::Essay(_) => {}
        Body::Text(text) => text_fits(text, losses)?,
        Body::Number(number) => number_fits(number, losses)?,
        Body::Match(body) => {
            drop_feedback(body.items.iter_mut().map(|one| &mut one.feedback), losses)
        }
        Body::Classify(body) => {
            drop_feedback(body.items.iter_mut().map(|one| &mut one.feedback), losses);
        }
        Body::Order(body) => {
            if body.credit != Some(OrderCredit::AllOrNothing) {
                losses.changed(
                    "marks for an order that is right in part",
                    "other players give all points or none; imported here again, it is unchanged",
                );
            }
        }
        Body::Gaps(body) => gaps_fit(body, losses)?,
        Body::Hotspot(body) => {
            if let Image::Each(each) = &body.image {
                let own = each.get(lang).or_else(|| each.values().next());
                body.image = Image::Same(own.cloned().unwrap_or_default());
            }
            let mut pinned = false;
            for region in &mut body.regions {
                pinned |= region.pinned.take().is_some_and(|is_pinned| is_pinned);
            }
            if pinned {
                losses.dropped("regions that keep their place", "regions are not shuffled");
            }
        }
    }
    Ok(())
}

fn drop_feedback<'a>(all: impl Iterator<Item = &'a mut Texts>, losses: &mut Losses) {
    let mut was_there = false;
    for feedback in all {
        was_there |= !feedback.is_empty();
        feedback.clear();
    }
    if was_there {
        losses.dropped(
            "feedback on the items",
            "there is feedback only on the whole answer",
        );
    }
}

fn text_fits(text: &mut Text, losses: &mut Losses) -> Result<(), String> {
    losses.changed(
        "how a typed answer is compared with the right ones",
        "other players compare it letter by letter, without regard to case: no typing errors, accents or agreement are forgiven",
    );
    let no_place = "the format has no place for it";
    let mut dropped = |was_there: bool, what: &str| {
        if was_there {
            losses.dropped(what, no_place);
        }
    };
    dropped(text.order.take().is_some(), "the order of words");
    dropped(text.endings.take().is_some(), "whether endings matter");
    dropped(text.credit.take().is_some(), "the credit for typed answers");
    dropped(!text.synonyms.is_empty(), "the synonyms");
    dropped(!text.words.is_empty(), "words that are enough");
    text.synonyms.clear();
    text.words.clear();
    let mut patterns = 0;
    let mut keep = |answer: &Answer| {
        let is_pattern = matches!(answer, Answer::Wildcard(_) | Answer::Regex(_));
        patterns += usize::from(is_pattern);
        !is_pattern
    };
    text.accept
        .values_mut()
        .for_each(|answers| answers.retain(&mut keep));
    text.wrong
        .iter_mut()
        .for_each(|wrong| wrong.answers.retain(&mut keep));
    text.accept.retain(|_, answers| !answers.is_empty());
    text.wrong.retain(|wrong| !wrong.answers.is_empty());
    if patterns > 0 {
        losses.dropped(format!("{patterns} patterns"), "answers are literal texts");
    }
    match text.accept.is_empty() {
        true => Err("all right answers are patterns, and answers are literal texts".to_owned()),
        false => Ok(()),
    }
}

fn number_fits(number: &mut Number, losses: &mut Losses) -> Result<(), String> {
    key_fits(&mut number.key, losses)?;
    if !number.units.is_empty() {
        losses.changed(
            "the unit",
            "other players show its first name beside the field and take only the number",
        );
    }
    for wrong in &mut number.wrong {
        wrong
            .answers
            .retain_mut(|answer| match fits(answer, losses) {
                Ok(()) => true,
                Err(why) => {
                    losses.dropped("a wrong number", why);
                    false
                }
            });
    }
    number.wrong.retain(|wrong| !wrong.answers.is_empty());
    Ok(())
}

fn key_fits(key: &mut NumberKey, losses: &mut Losses) -> Result<(), String> {
    match key {
        NumberKey::Value(value) => fits(value, losses),
        NumberKey::Near(near) => {
            fits(&mut near.value, losses)?;
            match &mut near.within {
                Some(Written::Text(share)) if share.trim().ends_with('%') => {
                    let digits = share.trim().trim_end_matches('%').trim();
                    let is_number = digits.parse::<f64>().is_ok_and(f64::is_finite);
                    is_number
                        .then_some(())
                        .ok_or_else(|| format!("{share} can't be written as a decimal"))
                }
                Some(within) => fits(within, losses),
                None => Ok(()),
            }
        }
        NumberKey::Range(range) => {
            fits(&mut range.from, losses)?;
            fits(&mut range.to, losses)
        }
    }
}

/// Numbers are decimals there.
fn fits(written: &mut Written, losses: &mut Losses) -> Result<(), String> {
    let Written::Text(text) = written else {
        return Ok(());
    };
    let Some((value, is_exact)) = decimal(text) else {
        return Err(format!("{text} can't be written as a decimal"));
    };
    if !is_exact {
        let why = format!("numbers are decimals there: {value}");
        losses.changed(format!("the number {text}"), why);
    }
    *written = match value.fract() == 0.0 && value.abs() < 1e15 {
        true => Written::Whole(value as i64),
        false => Written::Fraction(value),
    };
    Ok(())
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
