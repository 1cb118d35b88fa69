//! What is written and read again is the same, less what the loss report says.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use jalon_formats::{Draft, Fate, Format, Input, Loss, Options, export, import};
use pretty_assertions::assert_eq;
use proptest::prelude::*;

/// Exports a bank and reads each file again.
fn there_and_back(draft: &Draft, format: Format) -> Result<(), TestCaseError> {
    let exported = export(draft, format).unwrap();
    prop_assert_eq!(exported.fitted.is_empty(), false);
    let unchanged: Vec<Draft> = if exported.fitted.len() == 1 {
        vec![draft.clone()]
    } else {
        draft
            .bank
            .languages
            .iter()
            .map(|lang| draft.clone().only(lang))
            .collect()
    };
    if exported.losses.is_empty() {
        for (fitted, whole) in exported.fitted.iter().zip(&unchanged) {
            assert_eq!(
                support::essence(fitted),
                support::essence(whole),
                "something was lost without a word"
            );
        }
    }
    let each = exported.files.len() / exported.fitted.len();
    for (files, fitted) in exported.files.chunks(each.max(1)).zip(&exported.fitted) {
        if fitted.modules.is_empty() {
            continue;
        }
        let inputs: Vec<Input<'_>> = files
            .iter()
            .map(|(path, bytes)| Input { path, bytes })
            .collect();
        for input in &inputs {
            assert_eq!(Format::of(input.bytes), Some(format), "{}", input.path);
        }
        let options = Options {
            format: Some(format),
            langs: fitted.bank.languages.iter().take(1).cloned().collect(),
            bank: Some(fitted.bank.id.clone()),
            ..Options::default()
        };
        let read = import(&inputs, &options).unwrap();
        let losses = read.losses.list().iter();
        // Aiken has neither ids nor concepts: they are made up, and that is noted.
        let losses: Vec<&Loss> = losses
            .filter(|loss| format != Format::Aiken || loss.fate != Fate::Guessed)
            .collect();
        assert!(
            losses.is_empty(),
            "a file of ours was not read whole: {losses:?}"
        );
        assert_eq!(support::essence(&read.draft), support::essence(fitted));
    }
    Ok(())
}

macro_rules! laws {
    ($($name:ident: $format:ident;)*) => {
        proptest! {
            #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

            $(
                #[test]
                fn $name(draft in support::draft()) {
                    there_and_back(&draft, Format::$format)?;
                }
            )*
        }
    };
}

laws! {
    gift_keeps_what_it_says: Gift;
    aiken_keeps_what_it_says: Aiken;
    moodle_xml_keeps_what_it_says: MoodleXml;
    qti_keeps_what_it_says: Qti;
    tables_keep_what_they_say: Table;
    tables_with_tabs_keep_what_they_say: Tsv;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn banks_drawn_at_random_are_sound(draft in support::draft()) {
        prop_assert!(support::compiled(&draft).is_ok(), "{:?}", support::compiled(&draft).err());
    }
}
