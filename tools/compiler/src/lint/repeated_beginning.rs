//! J216: every choice begins with the same words.

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::REPEATED_BEGINNING,
    summary: "Every choice begins with the same words: four or more, of 20 characters or more.",
    why: "They are read once for each choice and tell nothing apart. In the question they are read once.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 13 (minimise the amount of reading) and 15 (include the central idea in the stem \
             instead of the choices).",
    bad: "choices.clauses = \"The organisation has to meet clauses 4 to 10\"\nchoices.annex = \"The organisation has to meet Annex A\"",
    better: "prompt = \"What does the organisation have to meet?\"\nchoices.clauses = \"Clauses 4 to 10\"\nchoices.annex = \"Annex A\"",
    usual: Usual::On,
    check: Check::Question(check),
};

/// So many words and characters at the beginning are worth moving.
const LEAST: (usize, usize) = (4, 20);

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let all: Vec<_> = choices.all().map(|text| text.words()).collect();
        let Some((first, others)) = all.split_first() else {
            continue;
        };
        let same = |at: usize| {
            let own = first.get(at).map(|word| &word.text);
            own.is_some()
                && others
                    .iter()
                    .all(|other| other.get(at).map(|word| &word.text) == own)
        };
        let shared = (0..).take_while(|at| same(*at)).count();
        let (Some(text), Some(last)) = (
            choices.all().next(),
            shared.checked_sub(1).and_then(|at| first.get(at)),
        ) else {
            continue;
        };
        let written = text.raw.text.get(..last.at.end).unwrap_or_default();
        if shared < LEAST.0 || written.chars().count() < LEAST.1 || others.is_empty() {
            continue;
        }
        advice
            .give(
                text.raw.part(0..last.at.end),
                format!("every choice begins with “{written}”"),
            )
            .help("put these words into the question, and begin the choices behind them");
    }
}
