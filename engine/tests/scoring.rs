//! How a response that is right in part is marked: promises of every policy.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_engine::grade::{Policy, Score};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::{Choice, Item, Key, Picks, Several};
use jalon_engine::kind::{Body, NotReady, Note, Response};
use proptest::prelude::*;

const POLICIES: [Policy; 4] = [
    Policy::AllOrNothing,
    Policy::Partial,
    Policy::PartialWithPenalty,
    Policy::RightMinusWrong,
];

fn id(n: usize) -> ChoiceId {
    format!("c{n}").parse().unwrap()
}

/// A question whose first choices are right.
fn question(right: usize, wrong: usize, scoring: Policy, picks: Picks) -> Body {
    let item = |n| Item {
        id: id(n),
        pinned: false,
        weight: None,
        feedback: Note::default(),
        misconception: None,
    };
    Body::Choice(Choice {
        choices: (0..right + wrong).map(item).collect(),
        key: Key::Several(Several {
            right: (0..right).map(id).collect(),
            scoring,
            picks,
        }),
        shuffle: true,
    })
}

fn response(picked: impl IntoIterator<Item = usize>) -> Response {
    Response::Choice(picked.into_iter().map(id).collect())
}

fn score(question: &Body, picked: impl IntoIterator<Item = usize>, points: u32) -> Score {
    let outcome = question.score(&response(picked), points, &[]);
    outcome.expect("it can be judged").score
}

/// How many choices are right and how many wrong, which are picked, and the points.
fn any_pick() -> impl Strategy<Value = (usize, usize, Vec<usize>, u32)> {
    (1usize..8, 1usize..8, 1u32..100).prop_flat_map(|(right, wrong, points)| {
        let all: Vec<usize> = (0..right + wrong).collect();
        let picked = prop::sample::subsequence(all, 1..=right + wrong);
        (Just(right), Just(wrong), picked, Just(points))
    })
}

proptest! {
    #[test]
    fn the_key_earns_every_point_and_only_wrong_picks_none((right, wrong, _, points) in any_pick()) {
        for policy in POLICIES {
            let question = question(right, wrong, policy, Picks::default());
            prop_assert!(score(&question, 0..right, points).is_full());
            prop_assert!(score(&question, right..right + wrong, points).is_nothing());
        }
    }

    #[test]
    fn points_stay_within_bounds((right, wrong, picked, points) in any_pick()) {
        for policy in POLICIES {
            let question = question(right, wrong, policy, Picks::default());
            let score = score(&question, picked.clone(), points);
            prop_assert!(score.percent() <= 100);
            prop_assert_eq!(score.possible(), points);
        }
    }

    #[test]
    fn one_more_right_pick_never_earns_less_and_one_more_wrong_pick_never_more(
        (right, wrong, picked, points) in any_pick(),
        more in 0usize..16,
    ) {
        let more = more % (right + wrong);
        prop_assume!(!picked.contains(&more));
        for policy in POLICIES {
            let question = question(right, wrong, policy, Picks::default());
            let before = score(&question, picked.clone(), points).earned_parts();
            let both = picked.iter().copied().chain([more]);
            let after = score(&question, both, points).earned_parts();
            if more < right {
                prop_assert!(after >= before, "{:?}", policy);
            } else {
                prop_assert!(after <= before, "{:?}", policy);
            }
        }
    }

    #[test]
    fn ticking_everything_earns_nothing_by_default((right, wrong, _, points) in any_pick()) {
        let question = question(right, wrong, Policy::default(), Picks::default());
        prop_assert!(score(&question, 0..right + wrong, points).is_nothing());
    }

    /// Over all ways to tick each box or not, the average is what one half of the right picks less one half of the wrong ones is worth:
    /// nothing, but for what is not taken below zero.
    #[test]
    fn by_default_a_blind_guess_earns_less_than_half((right, wrong, _, _) in any_pick()) {
        let question = question(right, wrong, Policy::default(), Picks::default());
        let ways = 1u32 << (right + wrong);
        let earned: u64 = (1..ways)
            .map(|way| score(&question, (0..right + wrong).filter(|n| way >> n & 1 == 1), 1).earned_hundredths())
            .sum();
        prop_assert!(earned < u64::from(ways) * 50);
    }

    #[test]
    fn weights_earn_what_they_say(weights in prop::collection::vec(-100i16..=100, 2..6), picked in any::<u8>()) {
        let Body::Choice(mut choice) = question(1, weights.len() - 1, Policy::default(), Picks::default()) else {
            unreachable!()
        };
        for (item, weight) in choice.choices.iter_mut().zip(&weights) {
            item.weight = Some(*weight);
        }
        let picked: Vec<usize> = (0..weights.len()).filter(|n| picked >> n & 1 == 1).collect();
        prop_assume!(!picked.is_empty());
        let sum: i64 = picked.iter().map(|&n| i64::from(weights[n])).sum();
        let expected = u32::try_from(sum.clamp(0, 100)).unwrap();
        prop_assert_eq!(score(&Body::Choice(choice), picked, 1).percent(), expected);
    }
}

#[test]
fn too_few_and_too_many_picks_are_not_ready_and_say_how_many() {
    let picks = Picks {
        least: 2,
        most: Some(3),
    };
    let question = question(2, 3, Policy::default(), picks);
    let ready = |picked: &[usize]| question.ready(&response(picked.iter().copied()));
    assert_eq!(ready(&[]), Err(NotReady::Empty));
    assert_eq!(ready(&[0]), Err(NotReady::PickMore(2)));
    assert_eq!(ready(&[0, 4]), Ok(()));
    assert_eq!(ready(&[0, 1, 2]), Ok(()));
    assert_eq!(ready(&[0, 1, 2, 3]), Err(NotReady::PickFewer(3)));
    // Handed in all the same, too few are judged as they are, and too many are not.
    let judged = |picked: &[usize]| question.score(&response(picked.iter().copied()), 1, &[]);
    assert_eq!(judged(&[0]).unwrap().score.percent(), 50);
    assert_eq!(judged(&[4]).unwrap().score.percent(), 0);
    assert_eq!(judged(&[0, 1, 2, 3]).unwrap_err(), NotReady::PickFewer(3));
}
