//! Where keys are, and how long.

use super::*;

#[test]
fn a_key_that_is_the_longest_choice_is_noticed() {
    let long = "A guide to the controls, with the purpose of each of them and advice on how to put it in place";
    sees(
        "key-longest",
        "J201",
        &english("What is it?", &[long, "A law on security", "A contract"]),
    );
    let list = Pick {
        keys: "key = [\"a\", \"b\"]",
        en: (
            "Which two are in it?",
            &[
                "Advice on how to put each control in place",
                "The purpose that each of the controls serves",
                "Fines",
                "Prices",
            ],
        ),
        fr: (
            "Lesquels y sont ?",
            &["Des conseils", "Des objectifs", "Des amendes", "Des prix"],
        ),
        ..Pick::default()
    };
    sees("key-longest-several", "J201", &list.toml());
    is_silent(
        "J201",
        &english("What is it?", &["A guide", long, "A law on security"]),
    );
    // A few characters more are no sign, and neither is twice of next to nothing.
    is_silent(
        "J201",
        &english(
            "What?",
            &[
                "A catalogue of the controls",
                "A catalogue of laws",
                "A contract",
            ],
        ),
    );
    is_silent("J201", &english("How many?", &["93 controls", "114", "5"]));
    // Marks and addresses are not read.
    is_silent(
        "J201",
        &english(
            "What?",
            &[
                "[A guide](https://www.example.org/a-long-address-to-the-guide)",
                "A law for all",
                "A deal",
            ],
        ),
    );
}

/// Questions whose key is the longest, or not.
fn lengths(longest: usize, others: usize) -> String {
    let question = |n: usize, choices: &[&str]| {
        let id = format!("q{n}");
        let pick = Pick {
            id: &id,
            en: ("Which one holds here?", choices),
            ..Pick::default()
        };
        let pick = Pick {
            fr: (
                "Laquelle tient ici ?",
                &["Une mesure", "Un conseil", "Une loi ici", "Un prix fixe"],
            ),
            ..pick
        };
        pick.toml()
    };
    let long = (0..longest).map(|n| {
        question(
            n,
            &["A measure taken", "Some advice", "A law here", "A price"],
        )
    });
    let short = (longest..longest + others).map(|n| {
        question(
            n,
            &["A measure", "Some advice given", "A law here", "A price"],
        )
    });
    long.chain(short).collect()
}

#[test]
fn a_module_whose_keys_are_mostly_the_longest_is_noticed() {
    sees("key-often-longest", "J202", &lengths(6, 2));
    is_silent("J202", &lengths(4, 4));
    is_silent("J202", &lengths(2, 0));
}

/// Questions that keep the order of four choices, with the key in these places.
fn placed(keys: &[usize], keeps: &str) -> String {
    let question = |(n, place): (usize, &usize)| {
        let keys = format!("key = \"{}\"\n{keeps}", LETTERS[*place]);
        let id = format!("q{n}");
        let pick = Pick {
            id: &id,
            keys: &keys,
            en: (
                "Which one holds here?",
                &["A measure", "Some advice", "A law here", "A price"],
            ),
            fr: (
                "Laquelle tient ici ?",
                &["Une mesure", "Un conseil", "Une loi ici", "Un prix fixe"],
            ),
        };
        pick.toml()
    };
    keys.iter().enumerate().map(question).collect()
}

#[test]
fn a_key_that_is_always_in_the_same_place_is_noticed() {
    let fixed = "shuffle = false";
    sees("key-place", "J203", &placed(&[1, 1, 1, 0, 1, 1], fixed));
    is_silent("J203", &placed(&[1, 0, 3, 2, 1, 2], fixed));
    is_silent("J203", &placed(&[1, 1, 1], fixed));
    is_silent("J203", &placed(&[1; 9], ""));
}

#[test]
fn statements_that_are_almost_all_true_or_all_false_are_noticed() {
    let all = |keys: &[bool]| -> String {
        let keys = keys.iter().enumerate();
        keys.map(|(n, key)| stated(n, *key)).collect()
    };
    sees("one-sided-truth", "J204", &all(&[false; 7]));
    is_silent("J204", &all(&[true; 6]));
    is_silent(
        "J204",
        &all(&[true, false, true, true, false, true, true, true]),
    );
}
