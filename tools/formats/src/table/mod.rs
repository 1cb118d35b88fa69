//! Tables: a question a row, and what stands in its cells said by the header.
//!
//! A table of ours has a column for each key of a question, once per language where it is a text: `prompt_en`, `choice_1_fr`,
//! `choice_1_feedback_en`, `hint_1_fr`, `accept_any`, `gap_1_correct`. Its texts are the Markdown of a bank. Lists stand between bars, lists in
//! lists between bars and semicolons, and a backslash keeps either from separating. A row whose `kind` is `bank`, `module`, `concept`, `stimulus`,
//! `misconception`, `term` or `synonym` is a part of the bank, one whose kind is `wording` asks the question above in other words. A cell that a
//! spreadsheet would compute has an apostrophe in front, which reading takes off.
//!
//! Sheets of other tools, in English or in French, are understood by the names of their columns; their texts are plain.

mod arrange;
mod cells;
mod choices;
mod columns;
mod kind;
mod line;
mod lower;
mod parts;
mod question;
mod read;
mod rows;
mod settings;
mod sheet;
mod theirs;
mod true_false;
mod typed;
mod write;

pub(crate) use lower::lower;
pub(crate) use read::read;
pub(crate) use write::write;

/// True for a table of questions: its header names a column with what is asked and one with what is right.
pub(crate) fn detect(text: &str) -> bool {
    sheet::delimiter(&read::unix(text)).is_some_and(|delimiter| delimiter != b'\t')
}

/// True for such a table with tabs between its cells.
pub(crate) fn has_tabs(text: &str) -> bool {
    sheet::delimiter(&read::unix(text)) == Some(b'\t')
}
