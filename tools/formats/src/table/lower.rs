//! A draft as a table can say it: what comes out when its table is read again.

use std::collections::{HashMap, HashSet};

use jalon_draft::{Draft, Question};

use super::rows::rows;
use super::write::kinds;
use super::{read, write};
use crate::input::Input;
use crate::loss::{FilePosition, Losses};
use crate::lower;

/// The draft as a table can say it; the rest is noted.
pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let mut own = Losses::default();
    let mut draft = draft.clone();
    for (id, module) in &mut draft.modules {
        lower::kinds(id, module, kinds::refusal, &mut own);
    }
    let lines = rows(&draft, &mut own);
    let bytes = write::bytes(&lines, &draft.bank.languages, b',');
    let input = Input {
        path: "",
        bytes: &bytes,
    };
    let fitted = read::read(&input, &mut Losses::default()).unwrap_or_default();
    note_rest(&draft, &fitted, &mut own);
    losses.extend(own);
    fitted
}

/// Whatever is not the same and has not been noted: spaces around texts, empty texts, numbers written in another way.
fn note_rest(draft: &Draft, fitted: &Draft, losses: &mut Losses) {
    let noted: HashSet<String> = losses
        .list()
        .iter()
        .filter_map(|loss| loss.question.clone())
        .collect();
    let theirs: HashMap<(&str, &str), &Question> = fitted
        .modules
        .iter()
        .flat_map(|(module, part)| {
            part.questions
                .iter()
                .map(|one| ((module.as_str(), one.common.id.as_str()), one))
        })
        .collect();
    let mut found = Vec::new();
    for (module, part) in &draft.modules {
        for question in &part.questions {
            let id = question.common.id.as_str();
            let same = theirs.get(&(module.as_str(), id));
            if same != Some(&question) && !noted.contains(id) {
                found.push((module, id, same.is_some()));
            }
        }
    }
    for (module, id, is_there) in found {
        losses.at(FilePosition::module(module), Some(id.to_owned()));
        if is_there {
            losses.changed("the way in which it is written", "spaces around texts, empty texts and lists, and other ways to write a number are lost in cells");
        } else {
            losses.dropped("the question", "it lacks a prompt or a right answer");
        }
    }
    let bare = |draft: &Draft| {
        let mut draft = draft.clone();
        draft.pictures.clear();
        draft.bank.lint = None;
        for (_, module) in &mut draft.modules {
            module.questions.clear();
            module.lesson = None;
            module.lint = None;
        }
        draft
    };
    if bare(draft) != bare(fitted) {
        losses.at(FilePosition::bank(), None);
        losses.changed(
            "the way in which the bank and its modules are written",
            "spaces around names, and empty names and lists, are lost in cells",
        );
    }
}
