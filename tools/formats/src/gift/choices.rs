//! Questions with choices, and those that are true or false.

use jalon_draft::{Body, Choice, Choices, Key, Scoring, Texts, TrueFalse, TrueFalseFeedback};

use super::answers::{self, Entry};
use super::build::{Made, Room, Said, ids};
use super::marks::About;
use crate::html::Flow;
use crate::slug::letter;

/// Weights are the same when they are no further apart, in percent: files have 33.33333, 33.3 and 33.
const NEAR: f64 = 0.6;

/// The most choices that a question has.
const MOST: usize = 500;

/// Full marks, as near as files write them.
const FULL: f64 = 99.99;

pub(super) fn true_false(answer: &answers::TrueFalse<'_>, room: &mut Room<'_>) -> Made {
    if let Some(odd) = answer.odd {
        let why = "Moodle knows only T, TRUE, F and FALSE, and takes this for a short answer";
        room.losses
            .guessed(format!("the answer {{{odd}}}: true or false"), why);
    }
    let (wrong, right) = (room.maybe(answer.wrong), room.maybe(answer.right));
    let (if_true, if_false) = if answer.key {
        (right, wrong)
    } else {
        (wrong, right)
    };
    let feedback = TrueFalseFeedback { if_true, if_false };
    let body = TrueFalse {
        key: answer.key,
        feedback: (feedback != TrueFalseFeedback::default()).then_some(feedback),
        samples: None,
    };
    Made {
        body: Body::TrueFalse(body),
        wording: Said::default(),
    }
}

pub(super) fn choice(entries: &[Entry<'_>], room: &mut Room<'_>) -> Option<Made> {
    let said = with_text(
        entries
            .get(..entries.len().min(MOST + 1))
            .unwrap_or_default(),
        room,
    );
    if !(2..=MOST).contains(&said.len()) {
        let why = format!("expected 2 to {MOST} choices, found {}", entries.len());
        room.losses.dropped("the question", why);
        return None;
    }
    let (entries, said): (Vec<Entry<'_>>, Vec<Texts>) = said.into_iter().unzip();
    let ids = ids(room.marks.get(About::Ids), entries.len(), letter);
    let mut choices = Vec::new();
    let mut texts = Vec::new();
    for ((entry, text), id) in entries.iter().zip(said).zip(&ids) {
        note_oddities(entry, room);
        texts.push((id.clone(), text));
        choices.push(Choice {
            id: id.clone(),
            feedback: room.maybe(entry.feedback),
            ..Choice::default()
        });
    }
    let worth: Vec<f64> = entries.iter().map(Entry::worth).collect();
    let is_single = entries.iter().any(|entry| entry.is_right);
    let (key, scoring) = if is_single {
        (single(&worth, &mut choices, room)?, None)
    } else {
        several(&worth, &mut choices, room)?
    };
    let body = Choices {
        key,
        scoring,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        choices,
    };
    let wording = Said {
        choices: texts,
        ..Said::default()
    };
    Some(Made {
        body: Body::Choice(body),
        wording,
    })
}

/// The choices that say something, and what.
fn with_text<'a>(entries: &[Entry<'a>], room: &mut Room<'_>) -> Vec<(Entry<'a>, Texts)> {
    let mut kept = Vec::new();
    for entry in entries {
        let text = room.text(entry.text, Flow::Line);
        if text.is_empty() {
            room.losses.dropped("a choice", "there is no text in it");
        } else {
            kept.push((*entry, text));
        }
    }
    kept
}

/// What Moodle would read in another way.
pub(super) fn note_oddities(entry: &Entry<'_>, room: &mut Room<'_>) {
    if entry.has_comma {
        room.stand(entry.text);
        let why =
            "Moodle takes a weight with a comma for a part of the answer; it was read as a weight";
        room.losses
            .guessed(format!("the weight {} %", entry.worth()), why);
    }
    let raw = entry.text.raw;
    let mut signs = raw.match_indices('=');
    if signs.any(|(at, _)| {
        answers::is_attribute(raw, at) && !raw.get(..at).unwrap_or_default().ends_with('\\')
    }) {
        room.stand(entry.text);
        let why = "Moodle starts a new answer there; it was read as part of a tag: write \\=";
        room.losses.guessed("an `=` in a tag of HTML", why);
    }
}

/// One may be picked: that is so where an answer has `=`.
fn single(worth: &[f64], choices: &mut [Choice], room: &mut Room<'_>) -> Option<Key> {
    let full: Vec<usize> = (0..worth.len())
        .filter(|n| worth.get(*n).is_some_and(|worth| *worth >= FULL))
        .collect();
    let key = match full.as_slice() {
        [one] => *one,
        [] => best(worth, room)?,
        _ => {
            let why = "Moodle lets learners pick one of them for all points; a bank asks for all of them, in check boxes";
            room.losses
                .changed(format!("{} right choices", full.len()), why);
            let is_worth = |n: &usize| worth.get(*n).is_some_and(|w| w.abs() > 0.0 && *w < FULL);
            if (0..worth.len()).any(|n| is_worth(&n)) {
                let why =
                    "where several choices are right, all weights would have to add up to 100";
                room.losses.dropped("the weights of the choices", why);
            }
            let all = full.iter().filter_map(|n| choices.get(*n));
            return Some(Key::Several(all.map(|choice| choice.id.clone()).collect()));
        }
    };
    for (n, (choice, worth)) in choices.iter_mut().zip(worth).enumerate() {
        if n != key && worth.abs() > 0.0 {
            choice.weight = Some(whole(*worth, -100, 99, room));
        }
    }
    choices.get(key).map(|choice| Key::One(choice.id.clone()))
}

/// The one that earns most, where none earns everything.
pub(super) fn best(worth: &[f64], room: &mut Room<'_>) -> Option<usize> {
    let each = worth.iter().enumerate().filter(|(_, worth)| **worth > 0.0);
    let (at, most) = each.max_by(|(m, a), (n, b)| a.total_cmp(b).then(n.cmp(m)))?;
    let why = "in a bank, the right answer earns everything: it is worth 100 % now";
    room.losses
        .changed(format!("the weight {most} % of the best answer"), why);
    Some(at)
}

/// A weight in whole percent.
pub(super) fn whole(weight: f64, least: i16, most: i16, room: &mut Room<'_>) -> i16 {
    let near = weight.round().clamp(f64::from(least), f64::from(most));
    if (near - weight).abs() > 0.001 {
        room.losses.changed(
            format!("the weight {weight} %"),
            format!("weights are whole percents from {least} to {most} here: it is {near} % now"),
        );
    }
    // In range, as it has just been made.
    near as i16
}

/// Several may be picked: that is so where no answer has `=`.
fn several(
    worth: &[f64],
    choices: &mut [Choice],
    room: &mut Room<'_>,
) -> Option<(Key, Option<Scoring>)> {
    let is_right: Vec<bool> = worth.iter().map(|worth| *worth > 0.0).collect();
    if !is_right.contains(&true) {
        let why = "expected a right choice, with = or a weight above 0, found none";
        room.losses.dropped("the question", why);
        return None;
    }
    let sum: f64 = worth.iter().filter(|worth| **worth > 0.0).sum();
    let is_off = (sum - 100.0).abs() > 3.0 * NEAR;
    if is_off {
        let what = format!("the weights of the right choices, {sum} % together");
        let why = "they have to add up to 100: they were scaled to that";
        room.losses.changed(what, why);
    }
    let said = room.marks.get(About::Scoring).and_then(scoring_named);
    let scoring = match marking(worth, said) {
        Marking::Policy(scoring) => scoring,
        Marking::Own(weights) => {
            let mut both = weights.iter().zip(worth);
            if !is_off && both.any(|(own, worth)| (f64::from(*own) - worth).abs() > 0.01) {
                let why = "weights are whole percents here: they were rounded";
                room.losses.changed("the weights of the choices", why);
            }
            for (choice, weight) in choices.iter_mut().zip(weights) {
                choice.weight = Some(weight);
            }
            None
        }
    };
    let right = choices
        .iter()
        .zip(&is_right)
        .filter(|(_, is_right)| **is_right);
    let key = Key::Several(right.map(|(choice, _)| choice.id.clone()).collect());
    Some((key, scoring))
}

/// What weights say.
#[derive(Debug, PartialEq)]
pub(super) enum Marking {
    /// They are those of a policy; `None` is the usual one.
    Policy(Option<Scoring>),
    /// They are their author's own.
    Own(Vec<i16>),
}

/// What a policy makes each right and each wrong choice worth, in percent.
pub(super) fn shares(scoring: Scoring, right: usize, wrong: usize) -> (f64, f64) {
    let (right, wrong) = (right.max(1) as f64, wrong.max(1) as f64);
    let loss = match scoring {
        Scoring::Partial => 0.0,
        Scoring::RightMinusWrong => -100.0 / right,
        Scoring::PartialWithPenalty | Scoring::AllOrNothing => -100.0 / wrong,
    };
    (100.0 / right, loss)
}

/// The policy that weights come from, or the weights in whole percent; `said` is the policy that the file names.
pub(super) fn marking(worth: &[f64], said: Option<Scoring>) -> Marking {
    let whole = hundred(worth);
    let scaled: Vec<f64> = whole.iter().copied().map(f64::from).collect();
    let found = policy(worth, said).or_else(|| policy(&scaled, said));
    match found {
        Some(Scoring::PartialWithPenalty | Scoring::AllOrNothing) => Marking::Policy(None),
        Some(scoring) => Marking::Policy(Some(scoring)),
        None => Marking::Own(whole),
    }
}

/// The policy that these weights come from.
fn policy(worth: &[f64], said: Option<Scoring>) -> Option<Scoring> {
    let right = worth.iter().filter(|worth| **worth > 0.0).count();
    let wrong = worth.len() - right;
    let fits = |scoring: &Scoring| {
        let (gain, loss) = shares(*scoring, right, wrong);
        worth.iter().all(|worth| {
            let due = if *worth > 0.0 { gain } else { loss };
            (worth - due).abs() < NEAR
        })
    };
    let usual = [
        Scoring::PartialWithPenalty,
        Scoring::Partial,
        Scoring::RightMinusWrong,
    ];
    said.into_iter().chain(usual).find(fits)
}

/// Weights in whole percent, of which those above nothing add up to 100.
fn hundred(worth: &[f64]) -> Vec<i16> {
    let sum: f64 = worth.iter().filter(|worth| **worth > 0.0).sum();
    let mut left = 100_i16;
    let mut all: Vec<(i16, f64)> = worth
        .iter()
        .map(|worth| {
            if *worth <= 0.0 {
                return (worth.round().clamp(-100.0, 0.0) as i16, -1.0);
            }
            let share = worth * 100.0 / sum;
            let own = share.floor().clamp(1.0, 100.0);
            (own as i16, share - own)
        })
        .collect();
    left -= all.iter().map(|(own, _)| (*own).max(0)).sum::<i16>();
    // Those that lost most by rounding get one more, as long as there is some left; the largest give where there is too little.
    let mut order: Vec<usize> = (0..all.len()).collect();
    let rest = |n: &usize| all.get(*n).map_or(-1.0, |(_, rest)| *rest);
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)));
    for n in order {
        if left > 0
            && let Some((own, rest)) = all.get_mut(n)
            && *rest >= 0.0
        {
            *own += 1;
            left -= 1;
        }
    }
    if left != 0
        && let Some((own, _)) = all.iter_mut().max_by_key(|(own, _)| *own)
    {
        *own += left;
    }
    all.into_iter().map(|(own, _)| own).collect()
}

const POLICIES: [(&str, Scoring); 4] = [
    ("all-or-nothing", Scoring::AllOrNothing),
    ("partial", Scoring::Partial),
    ("partial-with-penalty", Scoring::PartialWithPenalty),
    ("right-minus-wrong", Scoring::RightMinusWrong),
];

fn scoring_named(name: &str) -> Option<Scoring> {
    let found = POLICIES.iter().find(|(own, _)| *own == name);
    found.map(|(_, scoring)| *scoring)
}

pub(super) fn scoring_name(scoring: Scoring) -> &'static str {
    let found = POLICIES.iter().find(|(_, own)| *own == scoring);
    found.map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_the_policy_that_they_come_from() {
        let third = 33.33333;
        for (worth, marking_of_it) in [
            (vec![50.0, 50.0, -50.0, -50.0], Marking::Policy(None)),
            (vec![third, third, third, -100.0], Marking::Policy(None)),
            (
                vec![33.0, 33.0, 33.0, 0.0],
                Marking::Policy(Some(Scoring::Partial)),
            ),
            (
                vec![50.0, 50.0, -50.0],
                Marking::Policy(Some(Scoring::RightMinusWrong)),
            ),
            (vec![70.0, 30.0, -20.0], Marking::Own(vec![70, 30, -20])),
            (
                vec![100.0, 100.0, 0.0],
                Marking::Policy(Some(Scoring::Partial)),
            ),
            (
                vec![100.0, 100.0, 50.0, -33.3],
                Marking::Own(vec![40, 40, 20, -33]),
            ),
            (vec![1e-9, 100.0, -1e9], Marking::Own(vec![1, 99, -100])),
        ] {
            assert_eq!(marking(&worth, None), marking_of_it, "{worth:?}");
        }
    }

    #[test]
    fn own_weights_add_up_to_a_hundred_however_many_there_are() {
        for n in 1..=60 {
            let worth: Vec<f64> = (1..=n).map(f64::from).chain([-7.4]).collect();
            let weights = hundred(&worth);
            let right = weights.iter().filter(|weight| **weight > 0);
            assert_eq!(right.clone().count(), worth.len() - 1, "{weights:?}");
            assert_eq!(right.sum::<i16>(), 100, "{weights:?}");
        }
    }
}
