//! Digests: of what affects a question's grading, and of everything in a bank.

use jalon_engine::bank::{BankFile, BankVersion, Fingerprint, ModuleFile};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Sixteen hexadecimal digits: among a million questions, two equal ones are less likely than a disk error.
fn hex(digest: &Sha256) -> String {
    let bytes = digest.clone().finalize();
    bytes
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The digest of a file, for its name.
pub(crate) fn of_file(content: &[u8]) -> String {
    hex(&Sha256::new_with_prefix(content))
}

/// A value as JSON. The engine's types and those here are plain data with text keys: each has a JSON form.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What affects a grade, with the name of the kind, as JSON.
pub(crate) fn tagged(kind: &str, graded: &impl Serialize) -> String {
    format!("{{{}:{}}}", json(&kind), json(graded))
}

fn add(digest: &mut Sha256, part: &str) {
    digest.update(part);
    digest.update([0]);
}

/// The digest of what affects a question's grading: `graded` is what its kind says.
pub(crate) fn fingerprint(graded: &str, points: u32) -> Fingerprint {
    let mut digest = Sha256::new();
    add(&mut digest, &format!("[{graded},{points}]"));
    Fingerprint(hex(&digest))
}

/// The digest of everything that is compiled.
pub(crate) fn version<'a>(
    bank: &BankFile,
    modules: impl Iterator<Item = &'a ModuleFile>,
    pictures: &[(String, Vec<u8>)],
) -> BankVersion {
    let mut digest = Sha256::new();
    add(&mut digest, &json(bank));
    modules.for_each(|module| add(&mut digest, &json(module)));
    for (name, bytes) in pictures {
        add(&mut digest, name);
        digest.update(bytes);
    }
    BankVersion(hex(&digest))
}
