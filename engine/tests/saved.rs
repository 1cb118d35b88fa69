//! Samples of every released version of the saved form. Each stays as it is for good; what reads them moves with the times.

use jalon_engine::progress::{Saved, SavedError};

fn read(name: &str, text: &str) -> Result<Saved, SavedError> {
    Saved::read(&name.parse().expect("a key"), text)
}

#[cfg(feature = "serde")]
fn by_serde(text: &str) -> Saved {
    let mut entry: serde_json::Value = serde_json::from_str(text).expect("JSON");
    serde_json::from_value(entry["saved"].take()).expect("an entry")
}

#[test]
fn version_1_is_read() {
    for (name, text) in [
        (
            "jalon:iso-27000:open:19a-7b",
            include_str!("saved/v1/open.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-27002-purpose",
            include_str!("saved/v1/given-choice.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-audited-standard",
            include_str!("saved/v1/given-text.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-how-many",
            include_str!("saved/v1/given-number.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-sentence",
            include_str!("saved/v1/given-gaps.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-diagram",
            include_str!("saved/v1/given-hotspot.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-family",
            include_str!("saved/v1/given-match.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-findings",
            include_str!("saved/v1/given-classify.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-steps",
            include_str!("saved/v1/given-order.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-statement",
            include_str!("saved/v1/given-true-false.json"),
        ),
        (
            "jalon:iso-27000:done:19a-7b",
            include_str!("saved/v1/done.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-hinted",
            include_str!("saved/v1/given-nothing.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-checked",
            include_str!("saved/v1/given-checked.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:v-settled",
            include_str!("saved/v1/given-settled.json"),
        ),
        (
            "jalon:iso-27000:done:19a-7b",
            include_str!("saved/v1/done-certainty.json"),
        ),
        (
            "jalon:iso-27000:given:19a-7b:w-why-two",
            include_str!("saved/v1/given-essay.json"),
        ),
        (
            "jalon:iso-27000:done:19c-7b",
            include_str!("saved/v1/done-assessed.json"),
        ),
        (
            "jalon:iso-27000:writing:iso-27002-vs-27001",
            include_str!("saved/v1/writing.json"),
        ),
        (
            "jalon:iso-27000:reading:iso-27002-vs-27001",
            include_str!("saved/v1/reading-both.json"),
        ),
        (
            "jalon:iso-27000:reading:iso-27002-vs-27001",
            include_str!("saved/v1/reading-one.json"),
        ),
    ] {
        let saved = read(name, text);
        let saved = saved.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(
            saved.to_text(),
            text.trim_end(),
            "{name} is written as it was"
        );
        #[cfg(feature = "serde")]
        assert_eq!(by_serde(text), saved, "{name}");
    }
}

#[test]
fn what_a_later_version_wrote_is_told_apart_from_what_is_damaged() {
    let name = "jalon:b:writing:m";
    assert_eq!(
        read(name, r#"{"jalon":2,"saved":{"poem":[]}}"#),
        Err(SavedError::Newer(2))
    );
    for damaged in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        r#"{"jalon":1}"#,
        r#"{"jalon":1,"saved":{"writing":3}}"#,
        r#"{"jalon":0,"saved":{"writing":""}}"#,
    ] {
        assert_eq!(
            read(name, damaged),
            Err(SavedError::Unreadable),
            "{damaged}"
        );
    }
}

#[test]
fn an_entry_under_anothers_name_is_foreign() {
    let open = include_str!("saved/v1/open.json");
    assert_eq!(
        read("jalon:iso-27000:open:other", open),
        Err(SavedError::Unreadable)
    );
    assert_eq!(
        read("jalon:iso-27000:writing:m", open),
        Err(SavedError::Unreadable)
    );
}
