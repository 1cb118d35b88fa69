//! Where keys are, and how long.

use super::*;

#[test]
fn a_key_that_is_the_longest_choice_is_noticed() {
    let long = "A guide to the controls, with the purpose of each of them and advice on how to put it in place";
    finds(
        "J201",
        &english("What is it?", &[long, "A law on security", "A contract"]),
        &[Problem {
            at: (
                "first.toml:22:13",
                "'''A guide to the controls, with the purpose of each of them and advice on how to put it in place'''",
            ),
            message: "the right choice is the longest: 94 characters, where the others have 13 on average and 17 at most",
            labels: &[],
            help: Some(
                "say it in fewer words and leave the rest to the explanation, or write the wrong ones as fully",
            ),
        }],
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
    finds(
        "J201",
        &list.toml(),
        &[Problem {
            at: (
                "first.toml:24:13",
                "'''Advice on how to put each control in place'''",
            ),
            message: "every right choice is longer than every wrong one: 42 characters at least, against 6 at most",
            labels: &[],
            help: Some(
                "say it in fewer words and leave the rest to the explanation, or write the wrong ones as fully",
            ),
        }],
    );
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
    finds(
        "J202",
        &lengths(6, 2),
        &[Problem {
            at: ("first.toml:1:1", "title"),
            message: "in `en`, the right choice is the longest in 6 questions of 8",
            labels: &[],
            help: Some(
                "shorten the key, or write longer wrong choices, in some of `q0`, `q1`, `q2`, `q3`, `q4` and `q5`",
            ),
        }],
    );
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
    finds(
        "J203",
        &placed(&[1, 1, 1, 0, 1, 1], fixed),
        &[Problem {
            at: ("first.toml:1:1", "title"),
            message: "of 6 questions that keep the order of their choices, 5 have the right one in place 2",
            labels: &[],
            help: Some(
                "take shuffle = false out where no order is needed, or move the key, in some of `q0`, `q1`, `q2`, `q4` and `q5`",
            ),
        }],
    );
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
    finds(
        "J204",
        &all(&[false; 7]),
        &[Problem {
            at: ("first.toml:1:1", "title"),
            message: "7 of 7 true-false questions have the answer false",
            labels: &[],
            help: Some(
                "turn the statement and the key of some round, such as `s0`, `s1`, `s2`, `s3`, `s4`, `s5` and 1 more",
            ),
        }],
    );
    is_silent("J204", &all(&[true; 6]));
    is_silent(
        "J204",
        &all(&[true, false, true, true, false, true, true, true]),
    );
}
