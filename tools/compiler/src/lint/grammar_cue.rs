//! J212: grammar that gives the key away.

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::prose::Word;
use crate::prose::agreement::fits;

pub(super) const RULE: Rule = Rule {
    id: LintId::GRAMMAR_CUE,
    summary: "A question that the choices go on from ends in a word, or has one before a blank, that some of them don't fit: “an” before a consonant, “les” before a \
              singular.",
    why: "What doesn't fit the grammar can be left out without a thought of the matter. Let the choices bring their own article, or ask a \
          whole question.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 28c (grammatical inconsistencies that cue the test-taker) and 23 (keep choices \
             homogeneous in grammatical structure).",
    bad: "prompt = \"ISO/IEC 27002 is an\"\nchoices.key = \"aid to choosing controls\"\nchoices.law = \"law\"",
    better: "prompt = \"ISO/IEC 27002 is\"\nchoices.key = \"an aid to choosing controls\"\nchoices.law = \"a law\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let Some(language) = choices.language() else {
            continue;
        };
        let text = &choices.stem.raw.text;
        let stem = choices.stem.words();
        let behind = |word: &Word<'_>| text.get(word.at.end..).unwrap_or_default();
        let before_blank = stem.iter().find(|word| is_blank(behind(word)));
        let Some(last) = before_blank.or(stem.last().filter(|last| goes_on(behind(last)))) else {
            continue;
        };
        let misfits = choices.all().filter(|choice| {
            let text = &choice.raw.text;
            let first = choice
                .words()
                .first()
                .and_then(|first| text.get(first.at.clone()));
            first.is_some_and(|first| fits(&last.text, first, language) == Some(false))
        });
        let misfits: Vec<&Text<'_>> = misfits.collect();
        if misfits.is_empty() {
            continue;
        }
        let written = text.get(last.at.clone()).unwrap_or_default();
        let message = format!(
            "the question {} “{written}”, which {} of {} choices {} fit",
            if before_blank.is_some() {
                "has a blank behind"
            } else {
                "ends in"
            },
            misfits.len(),
            choices.all().count(),
            if misfits.len() == 1 {
                "doesn't"
            } else {
                "don't"
            }
        );
        let mut given = advice.give(choices.stem.raw.part(last.at.clone()), message);
        for misfit in misfits.iter().take(3) {
            given = given.label(misfit.span(), "this one");
        }
        given.help(format!(
            "take “{written}” out of the question and begin each choice with the word that it needs"
        ));
    }
}

/// True where a blank to be filled in comes next, "____".
fn is_blank(behind: &str) -> bool {
    let mark = behind.trim_start_matches([' ', '\\']);
    mark.len() < behind.len() && mark.starts_with("__")
}

/// True where nothing behind the last word ends the sentence, so that the choices do.
fn goes_on(behind: &str) -> bool {
    let behind = behind.replace("...", "").replace("…", "");
    !behind.contains(['.', '?', '!'])
}
