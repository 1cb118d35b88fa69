//! A file of questions goes into a bank that is there.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::path::{Path, PathBuf};

use jalon_draft::{self as draft, Sources};
use jalon_formats::{Draft, Input, Joined, Losses, Options, import, join};
use support::cases::{assert_lines, outline, questions};
use support::report;

/// The folder of the bank that is there.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/bank")
}

/// What becomes of the bank, and what is said of it.
fn joined(path: &str, text: &str) -> (Joined, Losses) {
    let sources = Sources::read(&folder()).unwrap();
    let bank = draft::read(&sources).unwrap().remove(0).1;
    let header = std::fs::read_to_string(folder().join("bank.toml")).unwrap();
    let bytes = text.as_bytes();
    let imported = import(&[Input { path, bytes }], &Options::default()).unwrap();
    let mut losses: Losses = imported.losses;
    let joined = join(&header, &bank, imported.draft, &mut losses).unwrap();
    (joined, losses)
}

/// The bank as its files say it, of the modules that are new.
fn written(joined: &Joined) -> Draft {
    let header = ("bank.toml".to_owned(), joined.header.clone().into_bytes());
    let new = joined.files.iter().cloned();
    let old = "first-steps.toml".to_owned();
    let old = (old.clone(), std::fs::read(folder().join(&old)).unwrap());
    let sources: Sources = new.chain([header, old]).collect();
    let mut draft = draft::read(&sources).unwrap().remove(0).1;
    draft.modules.retain(|(id, _)| id != "first-steps");
    draft
}

#[test]
fn what_lacks_in_a_language_of_the_bank_is_told_and_a_name_that_is_taken_is_made_new() {
    let text = "::purpose::Is this name taken? {T}\n\n// [tag:Guidance] [tag:fresh topic]\n::new::Wasser ist nass. {T}\n";
    let (joined, losses) = joined("more.gift", text);
    let draft = written(&joined);
    assert_eq!(draft.bank.modules, ["first-steps", "more"]);
    assert_lines(
        "Modules and concepts",
        &outline(&draft),
        &[
            "in en, fr",
            "module more: more / more",
            "concept guidance: Requirements and guidance / Exigences et recommandations",
            "concept certification: Certification / Certification",
            "concept fresh-topic: fresh topic / fresh topic",
            "concept more: more / more",
        ],
    );
    assert_lines(
        "Questions",
        &questions(&draft),
        &[
            r#"purpose-2: true “en Is this name taken?” concepts ["more"]"#,
            r#"new: true “en Wasser ist nass.” concepts ["guidance","fresh-topic"]"#,
        ],
    );
    let losses: Vec<String> = losses.list().iter().map(report::line).collect();
    assert_lines(
        "Losses",
        &losses,
        &[
            "more.gift:0 [-] guessed the language, en: the file names none; it was recognised from the texts: give another one with --lang",
            "more.gift:0 [-] guessed the concept of 1 question in more: the file names none; all questions are under `more`: split it, since results are given by concept",
            "bank.toml:0 [-] guessed names and titles in fr: they exist only in another language, which is used instead: write your own",
            "bank.toml:0 [-] changed no wording in fr in 2 of 2 questions: a bank needs every text in each of its languages: write them, or import a file of that language with --merge",
            "more.gift:1 [purpose] changed the id `purpose`: the bank already has a question with that id: it is `purpose-2` here",
        ],
    );
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
    let (joined, losses) = joined("audits.csv", text);
    let mut files = joined.header;
    for (name, bytes) in &joined.files {
        files.push_str(&format!("--- {name}\n{}", String::from_utf8_lossy(bytes)));
    }
    insta::assert_snapshot!(files);
    assert_eq!(losses.list(), []);
}
