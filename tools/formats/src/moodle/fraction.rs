//! Shares of points, as Moodle writes them: percent with five decimals at most, of a list of its own.

/// What Moodle takes for a share.
const KNOWN: [f64; 21] = [
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0,
    20.0, 16.66667, 14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0,
];

/// A share in percent.
pub(super) fn read(written: &str) -> Option<f64> {
    let number: f64 = written.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then(|| number.clamp(-100.0, 100.0))
}

/// True where two shares are one but for rounding.
pub(super) fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.02
}

/// A share as a whole number.
pub(super) fn whole(share: f64) -> i16 {
    // Between -100 and 100.
    share.round().clamp(-100.0, 100.0) as i16
}

/// The share that Moodle knows and that comes nearest to this one.
pub(super) fn nearest(share: f64) -> f64 {
    let far = |known: &f64| (known - share.abs()).abs();
    let known = KNOWN.iter().copied();
    let near = known
        .min_by(|a, b| far(a).total_cmp(&far(b)))
        .unwrap_or(0.0);
    if share < 0.0 { -near } else { near }
}

/// As Moodle writes it.
pub(super) fn written(share: f64) -> String {
    let text = format!("{share:.5}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// Shares that add up to 100, as whole numbers that add up to 100: the largest remainders are rounded up.
pub(super) fn whole_of_100(shares: &[f64]) -> Vec<i16> {
    let sum: f64 = shares.iter().sum();
    let scaled: Vec<f64> = shares.iter().map(|share| share / sum * 100.0).collect();
    let mut whole: Vec<i16> = scaled.iter().map(|share| share.floor() as i16).collect();
    let mut order: Vec<usize> = (0..scaled.len()).collect();
    let rest = |at: &usize| scaled.get(*at).map_or(0.0, |share| share.fract());
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)));
    let missing = 100 - whole.iter().map(|share| i32::from(*share)).sum::<i32>();
    for at in order
        .into_iter()
        .take(missing.max(0).unsigned_abs() as usize)
    {
        if let Some(share) = whole.get_mut(at) {
            *share += 1;
        }
    }
    // None of a key may weigh nothing.
    whole.into_iter().map(|share| share.max(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_and_written_as_moodle_does() {
        for (text, share) in [("33.33333", 33.33333), ("-50", -50.0), (" 100,0 ", 100.0)] {
            assert_eq!(read(text), Some(share));
        }
        assert_eq!(read("most"), None);
        assert_eq!(read("NaN"), None);
        for (share, text) in [
            (100.0, "100"),
            (100.0 / 3.0, "33.33333"),
            (-0.0, "0"),
            (12.5, "12.5"),
        ] {
            assert_eq!(written(share), text);
        }
        assert_eq!(nearest(33.0), 33.33333);
        assert_eq!(nearest(-55.0), -60.0);
        assert_eq!(whole_of_100(&[33.33333, 33.33333, 33.33333]), [34, 33, 33]);
    }
}
