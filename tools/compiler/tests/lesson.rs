//! Lessons in static pages.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_compiler::{LessonError, Report, Severity, Sources, check, lesson};

const BANK: &str = r#"
id = "sample"
languages = ["en", "fr"]
title.en = "A sample"
title.fr = "Un exemple"
modules = ["plain", "bare"]

[[concept]]
id = "guidance"
name.en = "Guidance"
name.fr = "Recommandations"
"#;

const HEAD: &str = r#"
title.en = "Needs & <means>"
title.fr = "L'essentiel"
track.en = "Standards logic"
track.fr = "Logique des normes"
level = "intermediate"
minutes = 14
"#;

const LESSON: &str = r#"
[lesson]
summary.en = "One sentence."
summary.fr = "Une phrase."
overview.en = "A short paragraph."
overview.fr = "Un court paragraphe."
explanation.en = """
A **shall** binds, a *should* advises; see [the catalogue](https://www.iso.org/?a=1&b=2).

- Requirements are in `27001`.
- Guidance is in `27002`.
"""
explanation.fr = """
« Doit » oblige, « il convient de » conseille.

1. Lire.
2. Relire.
"""
example.en = "![Trunk & branch](tree.svg)"
example.fr = "![Un arbre](tree.svg)"

[[lesson.block]]
title.en = "A block"
title.fr = "Un bloc"
text.en = "Its text."
text.fr = "Son texte."

[[lesson.illustration]]
text.en = "A sentence."
text.fr = "Une phrase."

[[lesson.callout]]
kind = "tip"
title.en = "A tip"
title.fr = "Un conseil"
text.en = "Read the verb."
text.fr = "Lisez le verbe."

[[lesson.callout]]
kind = "warning"
title.en = "A trap"
title.fr = "Un piège"
text.en = "Mind the `<verb>`."
text.fr = "Attention au verbe."

[lesson.prompt]
text.en = "Write a page."
text.fr = "Écrivez une page."
"#;

const QUESTION: &str = r#"
[[question]]
id = "certified"
kind = "true-false"
concepts = ["guidance"]
key = false

[[question.en]]
prompt = "It binds."
explanation = "It advises."

[[question.fr]]
prompt = "Elle oblige."
explanation = "Elle conseille."
"#;

fn report(banks: &[&str]) -> Report {
    let files = banks.iter().flat_map(|id| {
        let bank = BANK.replace("sample", id);
        let bare = QUESTION.replace("certified", "bare");
        [
            (format!("{id}/bank.toml"), bank),
            (
                format!("{id}/plain.toml"),
                [HEAD, LESSON, QUESTION].concat(),
            ),
            (format!("{id}/bare.toml"), format!("{HEAD}{bare}")),
            (
                format!("{id}/tree.svg"),
                "<svg viewBox=\"0 0 1 1\"/>".to_owned(),
            ),
        ]
    });
    let report = check(&files.collect::<Sources>());
    assert_eq!(report.count(Severity::Error), 0, "{:?}", report.diagnostics);
    report
}

#[test]
fn a_lesson_is_written_in_every_language() {
    let banks = report(&["sample"]).banks;
    let version = &banks[0].bank().version().0;
    let html = lesson(&banks, "plain").unwrap();
    insta::assert_snapshot!(html.replace(version, "VERSION"));
}

#[test]
fn a_module_is_named_alone_or_with_its_bank() {
    let one = report(&["sample"]);
    assert_eq!(
        lesson(&one.banks, "sample/plain"),
        lesson(&one.banks, "plain")
    );
    let two = report(&["sample", "other"]);
    assert_eq!(
        lesson(&two.banks, "sample/plain"),
        lesson(&one.banks, "plain")
    );
    let why = |name| lesson(&two.banks, name).unwrap_err();
    assert!(matches!(why("plain"), LessonError::SeveralModules { .. }));
    assert_eq!(
        why("plain").to_string(),
        "more than one module `plain`; write sample/plain or other/plain"
    );
    assert_eq!(
        why("nowhere/plain").to_string(),
        "no module `nowhere/plain`; the modules are sample/plain, sample/bare, other/plain, other/bare"
    );
    assert_eq!(
        why("other/bare").to_string(),
        "the module `other/bare` has no lesson"
    );
}
