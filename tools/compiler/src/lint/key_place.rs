//! J203: the key's place can be told in advance.

use super::choices::choice;
use super::saying::{listed, of_module};
use super::{Advice, AskedModule, Check, LintId, QuestionCtx, Rule, Usual};
use crate::prose::chance::{UNLIKELY, at_least};

pub(super) const RULE: Rule = Rule {
    id: LintId::KEY_PLACE,
    summary: "Among the questions of a module that keep the order of their choices, the right one is mostly in the same place.",
    why: "Authors write the right choice first or hide it in the middle, and learners find out. Where each attempt puts the choices in a new \
          order, as is usual, nobody can; the rule looks at questions with shuffle = false and at keys that are pinned. It speaks \
          where so many keys in one place would come by chance in fewer than one module of fifty: with four choices each, 4 of 4 \
          questions or 7 of 10.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 20 (vary the location of the right answer according to the number of \
             choices); the bound is the upper tail of the Poisson binomial distribution, times the number of places.",
    bad: "# the key of every question\nkey = \"a\"\nshuffle = false\n\n[[question.choice]]\nid = \"a\"",
    better: "# leave the order to each attempt\nkey = \"a\"\n\n[[question.choice]]\nid = \"a\"",
    usual: Usual::On,
    check: Check::Module(check),
};

fn check(module: &AskedModule<'_>, advice: &mut Advice) {
    let places = module
        .questions
        .iter()
        .filter_map(|asked| Some((asked, place(asked)?)));
    let places: Vec<(&QuestionCtx<'_>, (usize, usize))> = places.collect();
    let most = places.iter().map(|(_, (_, of))| *of).max().unwrap_or(0);
    for place in 0..most {
        let hits = places.iter().filter(|(_, (own, _))| *own == place);
        let hits: Vec<&str> = hits.map(|(asked, _)| asked.id()).collect();
        let chances = places.iter().filter(|(_, (_, of))| place < *of);
        let chances: Vec<f64> = chances
            .filter_map(|(_, (_, of))| Some(1.0 / f64::from(u32::try_from(*of).ok()?)))
            .collect();
        let times = f64::from(u32::try_from(most).unwrap_or(u32::MAX));
        if hits.len() < 2 || at_least(hits.len(), &chances) * times >= UNLIKELY {
            continue;
        }
        let message = format!(
            "of {} questions that keep the order of their choices, {} have the right one in place {}",
            places.len(),
            hits.len(),
            place + 1
        );
        advice.give(of_module(module), message).help(format!(
            "take shuffle = false out where no order is needed, or move the key, in some of {}",
            listed(&hits)
        ));
    }
}

/// The place of the one right choice and the number of places, where it is the same in every attempt.
fn place(asked: &QuestionCtx<'_>) -> Option<(usize, usize)> {
    let choice = choice(asked)?;
    let mut right = choice
        .choices
        .iter()
        .enumerate()
        .filter(|(_, item)| choice.key.contains(&item.id));
    let (Some((at, item)), None) = (right.next(), right.next()) else {
        return None;
    };
    (!choice.shuffle || item.pinned).then_some((at, choice.choices.len()))
}
