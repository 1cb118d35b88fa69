//! A concept is solid when there are enough answers to tell four fifths from luck.

use jalon_engine::progress::{Mastery, Standing};

fn standing(right: u64, answers: u32) -> Standing {
    let mastery = Mastery {
        concept: "c".parse().unwrap(),
        earned: right,
        possible: answers.into(),
        answers,
    };
    mastery.standing()
}

/// The probability that a share with the distribution Beta(right + 1/2, wrong + 1/2) is four fifths or more, by Simpson's rule on both sides, after
/// t = 1 - u², which takes the root out of the density.
fn probability(right: u32, answers: u32) -> f64 {
    let (a, b) = (f64::from(right) - 0.5, 2.0 * f64::from(answers - right));
    let density = |u: f64| (1.0 - u * u).powf(a) * u.powf(b);
    let integral = |to: f64| {
        let steps = 2000;
        let h = to / f64::from(steps);
        let inner: f64 = (1..steps)
            .map(|n| density(f64::from(n) * h) * if n % 2 == 0 { 2.0 } else { 4.0 })
            .sum();
        (density(0.0) + inner + density(to)) * h / 3.0
    };
    integral(0.2_f64.sqrt()) / integral(1.0)
}

#[test]
fn no_concept_is_solid_by_one_lucky_answer() {
    assert_eq!(standing(1, 1), Standing::Unconfirmed);
    assert_eq!(standing(3, 3), Standing::Unconfirmed);
    assert_eq!(standing(4, 4), Standing::Solid);
    assert_eq!(standing(0, 1), Standing::Weak);
    assert_eq!(standing(1, 2), Standing::Growing);
}

#[test]
fn solid_is_what_four_fifths_are_likely_for() {
    for answers in 1..=40_u32 {
        for right in (4 * answers).div_ceil(5)..=answers {
            let is_likely = probability(right, answers) >= 0.8;
            let expected = if is_likely {
                Standing::Solid
            } else {
                Standing::Unconfirmed
            };
            assert_eq!(
                standing(right.into(), answers),
                expected,
                "{right} of {answers}"
            );
        }
    }
}
