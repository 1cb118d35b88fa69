//! Drafts: a bank as plain values.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use jalon_compiler::{Sources, check};
use jalon_draft as draft;

fn banks() -> Vec<Sources> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    ["questions", "tools/cli/tests/bank"]
        .iter()
        .map(|folder| Sources::read(&root.join(folder)).unwrap())
        .collect()
}

#[test]
fn a_draft_written_and_read_is_the_same_and_so_is_the_bank() {
    for sources in banks() {
        let drafts = draft::read(&sources).unwrap();
        let before = check(&sources);
        for (folder, draft) in &drafts {
            let files = draft.files().into_iter();
            let again: Sources = files
                .map(|(name, bytes)| (format!("{folder}/{name}"), bytes))
                .collect();
            let reread = draft::read(&again).unwrap();
            assert_eq!(reread.len(), 1);
            assert_eq!(&reread[0].1, draft);
            let after = check(&again);
            assert_eq!(after.diagnostics.len(), 0, "{:?}", after.diagnostics);
            let files = |report: &jalon_compiler::Report| {
                let banks = report
                    .banks
                    .iter()
                    .filter(|bank| bank.bank().id().as_str() == draft.bank.id);
                banks
                    .flat_map(jalon_compiler::CompiledBank::files)
                    .collect::<Vec<_>>()
            };
            assert!(
                files(&after) == files(&before),
                "{folder} was compiled otherwise"
            );
        }
    }
}
