//! The terms that a typed answer is held against: those of the glossary, and what else of the bank is near a right answer.

use std::collections::BTreeSet;

use jalon_engine::bank::{BankFile, ModuleFile, Question};
use jalon_engine::grade::{Accepted, Likeness, Patterns, TextKey, TextMatch, Tier};
use jalon_engine::kind::text::Text;
use jalon_engine::language::Rules;

use crate::kind;

/// The glossary's terms first, then every choice and every answer, right or wrong, that slips could make of a right
/// answer of the bank, or the other way round. The rest could never matter, and the client downloads this list.
pub(crate) fn of<'a>(
    bank: &BankFile,
    modules: impl Iterator<Item = &'a ModuleFile> + Clone,
) -> Vec<String> {
    let rules = Rules::of(&bank.languages);
    let questions = || modules.clone().flat_map(|module| &module.questions);
    let known: BTreeSet<String> = bank.terms.iter().cloned().collect();
    let mut others: BTreeSet<String> = questions().flat_map(words).collect();
    others.retain(|word| !known.contains(word));
    let answers = |body: &Text| {
        body.answers()
            .map(|(_, answer)| Likeness::of(answer, rules))
            .collect()
    };
    let bodies = questions().flat_map(typed);
    let bodies: Vec<(&Text, Vec<Likeness>)> = bodies.map(|body| (body, answers(body))).collect();
    others.retain(|word| {
        let like = Likeness::of(word, rules);
        let mut bodies = bodies.iter();
        bodies.any(|(body, answers)| is_near(word, &like, body, answers, rules))
    });
    bank.terms.iter().cloned().chain(others).collect()
}

fn typed(question: &Question) -> Vec<&Text> {
    kind::of(&question.body).typed()
}

/// The short texts of a question that a learner could take for an answer.
fn words(question: &Question) -> Vec<String> {
    let mut words = Vec::new();
    // What an essay should say is no answer to anything.
    if !question.body.is_graded() {
        return words;
    }
    for (_, wordings) in question.wordings.iter() {
        for wording in wordings {
            let texts = wording.choices.iter();
            words.extend(texts.map(|(_, line)| line.to_plain()));
        }
    }
    for body in typed(question) {
        words.extend(body.answers().map(|(_, answer)| answer.to_owned()));
        words.extend(body.wrong.iter().flat_map(|wrong| wrong.answers.clone()));
    }
    words
}

/// True when slips could make the word of a right answer, and it is none.
fn is_near(word: &str, like: &Likeness, body: &Text, answers: &[Likeness], rules: Rules) -> bool {
    answers.iter().any(|answer| like.is_rival_of(answer)) && !is_right(word, body, rules)
}

fn is_right(word: &str, body: &Text, rules: Rules) -> bool {
    let answers: Vec<_> = body.answers().collect();
    let key = TextKey {
        answers: &answers,
        wrong: &[],
        terms: &[],
        leeway: &body.leeway,
        rules,
    };
    let right: Vec<_> = body.patterns.iter().collect();
    let patterns = Patterns {
        right: &right,
        wrong: &[],
    };
    match key.read_with(word, patterns) {
        TextMatch::Accepted(Accepted { tier, .. }) => tier != Tier::Typo,
        _ => false,
    }
}
