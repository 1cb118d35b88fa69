//! Links that lead nowhere, or that can not be told apart.

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
    sees(
        "relative-link",
        "J308",
        &linking("See [the guide](docs/guide.pdf#page=3)."),
    );
    sees(
        "relative-link-to-picture",
        "J308",
        &linking("See [the wheel](wheel.svg)."),
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

#[test]
fn an_address_that_can_lead_nowhere_is_noticed() {
    for (name, text) in [
        ("odd-link-www", "See [the standard](www.iso.org)."),
        ("odd-link-scheme", "See [the standard](https:www.iso.org)."),
        ("odd-link-host", "See [the standard](https://standard)."),
        (
            "odd-link-twice",
            "See [the standard](https://https://www.iso.org).",
        ),
        (
            "odd-link-local",
            "See [the standard](http://localhost:8000/standard).",
        ),
        ("odd-link-mail", "Write to [us](mailto:example.org)."),
        ("odd-link-words", "See [](https://www.iso.org)."),
        ("odd-link-nowhere", "See [the standard](#)."),
    ] {
        sees(name, "J309", &linking(text));
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
    sees(
        "unclear-link",
        "J310",
        &linking("One is [here](https://a.example/one), the other [here](https://a.example/two)."),
    );
    sees(
        "link-twice",
        "J310",
        &linking("The [guide](https://a.example/guide) is [free](https://a.example/guide)."),
    );
    is_silent(
        "J310",
        &linking("The [guide](https://a.example/guide), the [law](https://a.example/law)."),
    );
    let apart_texts = [apart("alpha", "guidance"), apart("beta", "guidance")].concat();
    let linked = apart_texts.replace("It says so.", "It says so [here](https://a.example/one).");
    is_silent("J310", &bank("", "", &linked));
}
