//! How likely something is by chance.

/// What is less likely than this is taken for no chance: it would come in fewer than one module of fifty.
pub(crate) const UNLIKELY: f64 = 0.02;

/// The chance that at least `hits` of independent events happen, each with a chance of its own, 0 to 1: the upper tail of the
/// Poisson binomial distribution, summed exactly. For equal chances it is that of the binomial distribution.
pub(crate) fn at_least(hits: usize, chances: &[f64]) -> f64 {
    // The chance of each count so far; counts from `hits` on share the last place.
    let mut of_count = vec![0.0; hits + 1];
    if let Some(first) = of_count.first_mut() {
        *first = 1.0;
    }
    for chance in chances {
        let mut carried = 0.0;
        for (count, own) in of_count.iter_mut().enumerate() {
            let happens = *own * chance;
            // Once there are enough, there stay enough.
            let stays = if count == hits { *own } else { *own - happens };
            *own = stays + carried;
            carried = happens;
        }
    }
    of_count.last().copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_agrees_with_what_is_known() {
        for (hits, chances, expected) in [
            (0, vec![], 1.0),
            (1, vec![], 0.0),
            (1, vec![0.25], 0.25),
            (2, vec![0.5; 2], 0.25),
            (9, vec![0.5; 10], 11.0 / 1024.0),
            (2, vec![0.5, 0.25], 0.125),
            (1, vec![0.5, 0.25], 0.625),
        ] {
            let found = at_least(hits, &chances);
            assert!(
                (found - expected).abs() < 1e-12,
                "{hits} of {chances:?}: {found}"
            );
        }
    }

    /// The numbers that rules name in their reasons.
    #[test]
    fn the_bounds_are_where_the_rules_say() {
        let four = |of| vec![0.25; of];
        let coins = |of| vec![0.5; of];
        for (hits, chances, times) in [
            (6, four(8), 1.0),
            (7, four(12), 1.0),
            (4, four(4), 4.0),
            (7, four(10), 4.0),
            (7, coins(7), 2.0),
            (10, coins(11), 2.0),
            (14, coins(17), 2.0),
        ] {
            let of = chances.len();
            assert!(
                at_least(hits, &chances) * times < UNLIKELY,
                "{hits} of {of}"
            );
            assert!(
                at_least(hits - 1, &chances) * times >= UNLIKELY,
                "{hits} of {of}"
            );
        }
    }

    proptest! {
        #[test]
        fn more_hits_are_never_likelier(chances in prop::collection::vec(0.0..=1.0f64, 0..40), hits in 0usize..40) {
            let (fewer, more) = (at_least(hits, &chances), at_least(hits + 1, &chances));
            prop_assert!(more <= fewer + 1e-12);
            prop_assert!((-1e-12..=1.0 + 1e-12).contains(&fewer));
        }
    }
}
