//! A question from options.

use std::collections::BTreeSet;

use jalon_draft::{Common, Concept, Concepts, Draft, Question, Texts, Wording};

use super::adding::Adding;
use super::parts::{Part, each};

/// The question, and the concepts that the bank gets with it.
pub(super) fn question(adding: &Adding, bank: &Draft) -> Result<(Question, Vec<Concept>), String> {
    let kind = adding.kind.ok_or("expected --kind")?;
    if let Some(stray) = adding.stray(&kind) {
        return Err(stray);
    }
    let langs = &bank.bank.languages;
    let mut wordings = wordings(adding, langs)?;
    let body = (kind.body)(adding, langs, &mut wordings)?;
    let (ids, new) = concepts(adding, bank)?;
    let common = Common {
        id: id(adding, bank, &wordings),
        concepts: Concepts::Even(ids),
        ..Common::default()
    };
    let wordings = wordings
        .into_iter()
        .map(|(lang, wording)| (lang, vec![wording]))
        .collect();
    let question = Question {
        common,
        body,
        wordings,
    };
    Ok((question, new))
}

/// The id that was asked for, or one from the prompt that is still free.
fn id(adding: &Adding, bank: &Draft, wordings: &Texts<Wording>) -> String {
    if let Some(id) = &adding.id {
        return id.clone();
    }
    let questions = bank
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions);
    let taken: BTreeSet<&str> = questions
        .map(|question| question.common.id.as_str())
        .collect();
    let prompt = wordings
        .values()
        .next()
        .map(|wording| jalon_formats::id_of(&wording.prompt));
    let name = prompt
        .filter(|id| !id.is_empty())
        .unwrap_or_else(|| "question".to_owned());
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut all = std::iter::once(name.clone()).chain(numbered);
    all.find(|id| !taken.contains(id.as_str())).unwrap_or(name)
}

fn concepts(adding: &Adding, bank: &Draft) -> Result<(Vec<String>, Vec<Concept>), String> {
    let mut ids = Vec::new();
    let mut new = Vec::new();
    for said in &adding.concept {
        if said.contains('=') {
            let part = Part::read("--concept", said, &bank.bank.languages)?;
            let mut known = bank.bank.concepts.iter();
            match known.find(|known| known.id == part.id) {
                Some(known) if known.name != part.texts => {
                    return Err(format!(
                        "--concept: the bank has a concept `{0}` already, by another name; try --concept {0}",
                        part.id
                    ));
                }
                Some(_) => {}
                None => new.push(Concept {
                    id: part.id.clone(),
                    name: part.texts,
                    prerequisites: Vec::new(),
                }),
            }
            ids.push(part.id);
        } else {
            ids.push(said.clone());
        }
    }
    Ok((ids, new))
}

fn wordings(adding: &Adding, langs: &[String]) -> Result<Texts<Wording>, String> {
    let prompts = each("--prompt", &adding.prompt, langs)?;
    let explanations = each("--explanation", &adding.explanation, langs)?;
    let models = each("--model", &adding.model, langs)?;
    let mut all = Texts::new();
    for lang in langs {
        let prompt = prompts.get(lang).cloned().ok_or_else(|| {
            format!("expected a prompt for each language; try --prompt \"{lang}=...\"")
        })?;
        let wording = Wording {
            prompt,
            explanation: explanations.get(lang).cloned(),
            model: models.get(lang).cloned(),
            ..Wording::default()
        };
        all.insert(lang.clone(), wording);
    }
    Ok(all)
}
