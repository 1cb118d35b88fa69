//! What holds for every number.

use super::*;

/// A whole part with marks between thousands.
fn grouped(whole: &str, mark: &str) -> String {
    let mut text = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

/// Every way of writing a number with decimals that is claimed to be read, apart from those that are asked about.
fn spellings(whole: &str, decimals: &str) -> Vec<String> {
    let mut all = vec![];
    for point in [".", ","] {
        let end = if decimals.is_empty() {
            String::new()
        } else {
            format!("{point}{decimals}")
        };
        all.push(format!("{whole}{end}"));
        for mark in [
            " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}", ",", ".",
        ] {
            if mark != point {
                all.push(format!("{}{end}", grouped(whole, mark)));
            }
        }
        let digits = format!("{whole}{decimals}");
        for power in ["e", "E", "×10^", " × 10^", " x 10^", "*10^"] {
            all.push(format!(
                "{digits}{power}{}",
                0isize - isize::try_from(decimals.len()).unwrap()
            ));
        }
        all.push(format!("{digits}00{point}0e-{}", decimals.len() + 2));
        all.push(format!("{digits}/1{}", "0".repeat(decimals.len())));
        all.push(format!("{digits}00/1{}", "0".repeat(decimals.len() + 2)));
        all.push(format!(
            "{digits}e{}%",
            2 - isize::try_from(decimals.len()).unwrap()
        ));
    }
    all
}

fn any_decimal() -> impl Strategy<Value = (String, String)> {
    (prop_oneof!["0", "[1-9][0-9]{0,12}"], "[0-9]{0,6}")
}

proptest! {
    #[test]
    fn the_key_earns_full_points_in_every_way_of_writing_it((whole, decimals) in any_decimal(), negative: bool, noise in "[ \u{A0}]{0,2}") {
        let point = if decimals.is_empty() { "" } else { "." };
        let sign = if negative { "-" } else { "" };
        let question = asks_for(&format!("{sign}{whole}{point}{decimals}"));
        let signs: &[&str] = if negative { &["-", "\u{2212}", "- "] } else { &["", "+"] };
        for text in spellings(&whole, &decimals) {
            for sign in signs {
                let typed = format!("{noise}{sign}{text}{noise}");
                match judge(&question, &typed) {
                    Ok(read) => prop_assert_eq!(read.found, Found::Right, "{}", typed),
                    Err(NotReady::Number(Unread::Ambiguous(Doubt { grouped, decimal }))) => {
                        // Typed as the learner is told to, one of them is right.
                        let readings = [grouped, [&decimal, "0"].concat()];
                        let readings = readings.map(|number| typed.replace(text.split(['e', 'E', '×', 'x', '*', ' ', '%']).next().unwrap(), number.trim_start_matches('-')));
                        prop_assert!(readings.iter().any(|typed| verdict(&question, typed) == "right"), "{:?}", readings);
                    }
                    Err(why) => prop_assert!(false, "{}: {:?}", typed, why),
                }
            }
        }
        prop_assert!(question.body.score(&question.body.model_response(), 1, &[]).unwrap().score.is_full());
    }

    #[test]
    fn no_text_makes_reading_panic(
        text in prop_oneof![any::<String>(), "[-+0-9 .,'eE×x*^/%½¾⁵⁻\u{A0}\u{202F}\u{2212}km$]{0,30}"],
    ) {
        for question in [
            asks_for("1.234"),
            asks(&format!(r#"{{"key": {{"from": "-1", "to": "1e9"}}, "units": {UNITS}}}"#)),
        ] {
            let response = Response::Number(text.clone());
            let ready = question.body.ready(&response);
            prop_assert_eq!(&ready, &question.body.score(&response, 1, &[]).map(drop));
            // And what is saved is what was typed.
            let saved = json::write(&response);
            prop_assert_eq!(json::read::<Response>(&saved), Ok(response));
        }
        let _ = Numeral::parse(&text);
    }

    #[test]
    fn what_is_read_as_plain_is_what_floats_nearly_say(text in "-?[0-9]{1,12}(\\.[0-9]{1,9})?(e-?[0-9]{1,2})?") {
        let number = Numeral::parse(&text).unwrap();
        let float: f64 = text.parse().unwrap();
        let is_zero = number.exact().is_zero();
        let near = asks_near(if is_zero { "1" } else { &text }, &Tolerance::Relative(numeral("1e-12")));
        if !is_zero {
            prop_assert_ne!(verdict(&near, &format!("{float:e}")), "wrong", "{}", float);
        }
        prop_assert_eq!(number.exact().is_negative(), float < 0.0);
    }

    #[test]
    fn a_value_nearer_to_the_key_is_never_judged_worse(
        key in -100_000i64..100_000,
        values in prop::array::uniform2(-200_000i64..200_000),
        tolerance in prop_oneof![
            Just(Tolerance::Exact),
            (0u32..500).prop_map(|n| Tolerance::Absolute(numeral(&format!("{n}e-2")))),
            (0u32..50).prop_map(|n| Tolerance::Relative(numeral(&format!("{n}%")))),
            (1u64..7).prop_map(Tolerance::Figures),
        ],
        near: bool,
    ) {
        prop_assume!(key != 0);
        let question = asks_near(&format!("{key}e-2"), &tolerance);
        // Some of them close by, where tolerances end.
        let values = values.map(|value| if near { key + value % 700 } else { value });
        let [(nearer, first), (_, second)] = {
            let mut judged = values.map(|value| {
                let right = judge(&question, &format!("{value}e-2")).unwrap().found.is_right();
                ((value - key).abs(), right)
            });
            judged.sort_by_key(|(distance, _)| *distance);
            judged
        };
        prop_assert!(first || !second, "{nearer}");
        prop_assert_eq!(verdict(&question, &format!("{key}e-2")), "right");
    }

    #[test]
    fn rounding_to_the_figures_asked_for_is_near_enough(key in 1u64..10_000_000, figures in 1usize..6) {
        let question = asks_near(&key.to_string(), &Tolerance::Figures(figures as u64));
        #[expect(clippy::cast_precision_loss, reason = "it has few digits")]
        let rounded = format!("{:.*e}", figures - 1, key as f64);
        prop_assert!(matches!(verdict(&question, &rounded), "right" | "near" | "asks"), "{rounded}");
    }
}
