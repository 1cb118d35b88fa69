//! What an import gives, as lines to compare: one for each question, one for each loss.

use jalon_draft::Texts;
use jalon_formats::{Draft, Format, Imported, Input, Losses, Options, import};
use pretty_assertions::assert_str_eq;

/// A text in a format, the questions that it becomes, and what is lost.
pub(crate) type Trap = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// Reads a file of a format, in English where the file says nothing. The bank passes the check.
pub(crate) fn read_as(format: Format, path: &str, bytes: &[u8]) -> Imported {
    let options = Options {
        format: Some(format),
        langs: vec!["en".to_owned()],
        ..Options::default()
    };
    sound(import(&[Input { path, bytes }], &options))
}

/// Reads a file by its contents alone. The bank passes the check.
pub(crate) fn read(path: &str, bytes: &[u8]) -> Imported {
    sound(import(&[Input { path, bytes }], &Options::default()))
}

fn sound<E: std::fmt::Display>(imported: Result<Imported, E>) -> Imported {
    let imported = imported.unwrap_or_else(|refusal| panic!("{refusal}"));
    if !imported.draft.modules.is_empty() {
        super::compiled(&imported.draft).unwrap_or_else(|errors| panic!("{errors}"));
    }
    imported
}

/// Why a file is refused.
pub(crate) fn refusal(path: &str, bytes: &[u8]) -> String {
    match import(&[Input { path, bytes }], &Options::default()) {
        Ok(_) => panic!("{path} was read"),
        Err(refusal) => refusal.to_string(),
    }
}

/// How texts make a file of a format.
pub(crate) struct Frame {
    /// The format.
    pub(crate) format: Format,
    /// The start of the file.
    pub(crate) head: &'static str,
    /// The separator of two texts.
    pub(crate) between: &'static str,
    /// The end of the file.
    pub(crate) tail: &'static str,
}

impl Frame {
    /// A format with an empty line between questions.
    pub(crate) fn of_paragraphs(format: Format) -> Self {
        Self {
            format,
            head: "",
            between: "\n\n",
            tail: "",
        }
    }

    fn around(&self, texts: &[&str]) -> String {
        let Self {
            head,
            between,
            tail,
            ..
        } = self;
        format!("{head}{}{tail}", texts.join(between))
    }
}

/// Checks the questions and losses of each text, then the questions of one file with all texts. Returns the bank of that file.
pub(crate) fn check_each(frame: &Frame, traps: &[Trap]) -> Draft {
    for (text, expected, lost) in traps {
        let file = frame.around(&[text]);
        let imported = read_as(frame.format, "traps", file.as_bytes());
        assert_lines(text, &questions(&imported.draft), expected);
        assert_lines(text, &losses(&imported.losses), lost);
    }
    let texts: Vec<&str> = traps.iter().map(|(text, _, _)| *text).collect();
    let file = frame.around(&texts);
    assert_eq!(Format::of(file.as_bytes()), Some(frame.format));
    let whole = read_as(frame.format, "traps", file.as_bytes()).draft;
    let expected: Vec<&str> = traps.iter().flat_map(|(_, all, _)| *all).copied().collect();
    assert_lines("All in one file", &questions(&whole), &expected);
    whole
}

/// The languages of a bank, its modules and its concepts, in a line each: `module stars: Stars`.
pub(crate) fn outline(draft: &Draft) -> Vec<String> {
    let names = |names: &Texts| {
        let names: Vec<&str> = names.values().map(String::as_str).collect();
        names.join(" / ")
    };
    let mut lines = vec![format!("in {}", draft.bank.languages.join(", "))];
    let modules = draft.modules.iter();
    lines.extend(modules.map(|(id, module)| format!("module {id}: {}", names(&module.title))));
    let concepts = draft.bank.concepts.iter();
    lines.extend(concepts.map(|one| format!("concept {}: {}", one.id, names(&one.name))));
    lines
}

/// The questions of a bank, in a line each.
pub(crate) fn questions(draft: &Draft) -> Vec<String> {
    let modules = draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    questions
        .map(|question| super::describe::describe(question, &draft.bank))
        .collect()
}

/// Losses that any file without languages, ids and concepts has, or with titles of items.
const USUAL: [&str; 4] = [
    "the concept of ",
    "the ids of ",
    "the language, ",
    "the titles of the items ",
];

/// The losses with their lines and questions: `3 [Stars] dropped the answer “*”: …`. The usual ones of the whole file are left out.
pub(crate) fn losses(losses: &Losses) -> Vec<String> {
    let own = losses.list().iter().filter(|loss| {
        let is_usual = USUAL.iter().any(|start| loss.what.starts_with(start));
        !(is_usual && loss.question.is_none() && loss.place.line == 0)
    });
    own.map(|loss| {
        let line = match loss.place.line {
            0 => String::new(),
            line => format!("{line} "),
        };
        let question = loss.question.as_ref();
        let question = question.map(|name| format!("[{name}] "));
        let (question, fate) = (question.unwrap_or_default(), loss.fate.word());
        format!("{line}{question}{fate} {}: {}", loss.what, loss.why)
    })
    .collect()
}

/// Compares lines; a failure shows `about` with the difference.
pub(crate) fn assert_lines(about: &str, found: &[String], expected: &[&str]) {
    let titled = |lines: String| format!("{about}\n\n{lines}");
    assert_str_eq!(titled(found.join("\n")), titled(expected.join("\n")));
}
