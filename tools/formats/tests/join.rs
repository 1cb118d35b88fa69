//! A file of questions goes into a bank that is there.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use jalon_draft::{self as draft, Sources};
use jalon_formats::{Input, Losses, Options, import, join};

/// What `bank.toml` says afterwards, the new files, and what is said of it.
fn joined(path: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/bank");
    let sources = Sources::read(&folder).unwrap();
    let bank = draft::read(&sources).unwrap().remove(0).1;
    let header = std::fs::read_to_string(folder.join("bank.toml")).unwrap();
    let input = Input {
        path,
        bytes: text.as_bytes(),
    };
    let imported = import(&[input], &Options::default()).unwrap();
    let mut losses: Losses = imported.losses;
    let joined = join(&header, &bank, imported.draft, &mut losses).unwrap();
    let mut out = joined.header;
    for (name, bytes) in &joined.files {
        out.push_str(&format!("--- {name}\n{}", String::from_utf8_lossy(bytes)));
    }
    out.push_str("--- losses\n");
    for loss in losses.list() {
        let question = loss.question.as_deref().unwrap_or("-");
        let (place, fate) = (&loss.place, loss.fate.word());
        out.push_str(&format!(
            "{}:{} [{question}] {fate} {}: {}\n",
            place.file, place.line, loss.what, loss.why
        ));
    }
    out
}

#[test]
fn what_lacks_in_a_language_of_the_bank_is_told_and_a_name_that_is_taken_is_made_new() {
    let text = "::purpose::Is this name taken? {T}\n\n// [tag:Guidance] [tag:fresh topic]\n::new::Wasser ist nass. {T}\n";
    insta::assert_snapshot!(joined("more.gift", text));
}

#[test]
fn what_a_table_says_of_its_bank_comes_along() {
    let text = "\
kind,id,module,languages,prompt_en,prompt_fr,correct,accept_en,accept_fr,prerequisites,concepts,scoring
bank,other,,en|fr,Other,Autre,,,,,,partial
concept,audits,,,Audits,Audits,,,,guidance,,
term,,,,,,,shall,doit,,,
synonym,,,,,,,ISMS|information security management system,SMSI,,,
module,audits,,,Audits,Audits,,,,,,
true-false,plan,audits,,Audits are planned.,Les audits sont planifiés.,true,,,,audits,
";
    insta::assert_snapshot!(joined("audits.csv", text));
}
