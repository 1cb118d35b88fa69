//! Links that lead nowhere, or that can not be told apart.

use std::slice;

use super::*;

/// A bank of one statement, with this in its English explanation.
fn linking(text: &str) -> Vec<(&'static str, String)> {
    let questions = apart("alpha", "guidance").replace("It says so.", text);
    let mut files = bank("", "", &questions).to_vec();
    files.push(("wheel.svg", SVG.to_owned()));
    files
}

#[test]
fn a_link_to_a_file_that_will_not_be_there_is_noticed() {
    finds(
        "J308",
        &linking("See [the guide](docs/guide.pdf#page=3)."),
        &[Problem {
            at: ("first.toml:17:32", "docs/guide.pdf#page=3"),
            message: "there is no file `docs/guide.pdf` where learners are: `jalon build` copies pictures alone",
            labels: &[],
            help: Some("give the whole address, https://..., or one that starts with a slash"),
        }],
    );
    finds(
        "J308",
        &linking("See [the wheel](wheel.svg)."),
        &[Problem {
            at: ("first.toml:17:32", "wheel.svg"),
            message: "`wheel.svg` is built where it is shown, not where a link leads",
            labels: &[],
            help: Some("show it: ![what it shows](wheel.svg); or give the whole address"),
        }],
    );
    for text in [
        "See [the guide](https://www.example.org/guide.pdf).",
        "See [the guide](/guide.pdf), [here](#guide) or [there](?q=1).",
        "![A wheel](wheel.svg) [Mail](mailto:a@example.org)",
    ] {
        is_silent("J308", &linking(text));
    }
    let commented = apart("alpha", "guidance").replace(
        "[[question.fr]]",
        "# see [this](guide.pdf)\n[[question.fr]]",
    );
    is_silent("J308", &bank("", "", &commented));
}

/// Texts with an address that can lead nowhere, and the problem of each.
const ODD: &[(&str, Problem)] = &[
    (
        "See [the standard](www.iso.org).",
        Problem {
            at: ("first.toml:17:35", "www.iso.org"),
            message: "without https:// a browser takes this for the name of a file",
            labels: &[],
            help: Some("write https:// before it"),
        },
    ),
    (
        "See [the standard](https:www.iso.org).",
        Problem {
            at: ("first.toml:17:35", "https:www.iso.org"),
            message: "two slashes are missing behind the colon",
            labels: &[],
            help: Some("write https://"),
        },
    ),
    (
        "See [the standard](https://standard).",
        Problem {
            at: ("first.toml:17:35", "https://standard"),
            message: "this is no name of a site",
            labels: &[],
            help: Some("check the address: https://www.example.org/page"),
        },
    ),
    (
        "See [the standard](https://https://www.iso.org).",
        Problem {
            at: ("first.toml:17:35", "https://https://www.iso.org"),
            message: "the beginning of the address is there twice",
            labels: &[],
            help: Some("keep one https://"),
        },
    ),
    (
        "See [the standard](http://localhost:8000/standard).",
        Problem {
            at: ("first.toml:17:35", "http://localhost:8000/standard"),
            message: "this address is on the author's own machine",
            labels: &[],
            help: Some("give one that learners can reach"),
        },
    ),
    (
        "Write to [us](mailto:example.org).",
        Problem {
            at: ("first.toml:17:30", "mailto:example.org"),
            message: "an address for mail has an @ in it",
            labels: &[],
            help: Some("write mailto:name@example.org"),
        },
    ),
    (
        "See [](https://www.iso.org).",
        Problem {
            at: ("first.toml:17:23", "https://www.iso.org"),
            message: "this link has no words that could be clicked",
            labels: &[],
            help: Some("write them between the square brackets"),
        },
    ),
    (
        "See [the standard](#).",
        Problem {
            at: ("first.toml:17:35", "#"),
            message: "this link leads nowhere",
            labels: &[],
            help: Some("write the address between the round brackets, https://..."),
        },
    ),
];

#[test]
fn an_address_that_can_lead_nowhere_is_noticed() {
    for (text, problem) in ODD {
        finds("J309", &linking(text), slice::from_ref(problem));
    }
    for text in [
        "See [the standard](https://www.iso.org/standard/27001?a=b#c), [a number](http://192.0.2.1/) and [another](http://[2001:db8::1]/).",
        "Write to [us](mailto:us@example.org).",
    ] {
        is_silent("J309", &linking(text));
    }
}

#[test]
fn links_that_can_not_be_told_apart_are_noticed() {
    finds(
        "J310",
        &linking("One is [here](https://a.example/one), the other [here](https://a.example/two)."),
        &[Problem {
            at: ("first.toml:17:71", "https://a.example/two"),
            message: "another link of this text has the same words and leads elsewhere",
            labels: &[("first.toml:17:30", "https://a.example/one", "the other one")],
            help: Some("let the words of each link say where it leads, and link each place once"),
        }],
    );
    finds(
        "J310",
        &linking("The [guide](https://a.example/guide) is [free](https://a.example/guide)."),
        &[Problem {
            at: ("first.toml:17:63", "https://a.example/guide"),
            message: "another link of this text leads to the same place",
            labels: &[(
                "first.toml:17:28",
                "https://a.example/guide",
                "the other one",
            )],
            help: Some("let the words of each link say where it leads, and link each place once"),
        }],
    );
    is_silent(
        "J310",
        &linking("The [guide](https://a.example/guide), the [law](https://a.example/law)."),
    );
    let apart_texts = [apart("alpha", "guidance"), apart("beta", "guidance")].concat();
    let linked = apart_texts.replace("It says so.", "It says so [here](https://a.example/one).");
    is_silent("J310", &bank("", "", &linked));
}
