//! J201: the key is the longest choice.

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::KEY_LONGEST,
    summary: "The right choice is longer than every wrong one, by far.",
    why: "Authors take care that what is right leaves no doubt, and write less where nothing has to be exact. Learners know it, and pick \
          the longest choice when they have no idea. The rule speaks where the right choice is at least half as long again as the \
          wrong ones on average, and a fifth and 12 characters longer than the longest of them.",
    source: "Haladyna, Downing & Rodriguez (2002), A review of multiple-choice item-writing guidelines for classroom assessment, \
             guidelines 24 (keep the length of choices about equal) and 28d (conspicuous correct choice).",
    bad: "choices.guide = \"A guide to the controls, with the purpose of each and advice on how to put it in place\"\nchoices.law = \
          \"A law\"\nchoices.contract = \"A contract\"",
    better: "choices.guide = \"A guide to the controls\"\nchoices.law = \"A law on the controls\"\nchoices.contract = \"A contract on \
             the controls\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let lengths =
            |texts: &[&Text<'_>]| -> Vec<usize> { texts.iter().map(|text| length(text)).collect() };
        let (right, wrong) = (lengths(&choices.right), lengths(&choices.wrong));
        let (Some(key), Some(&own), Some(&longest)) = (
            choices.right.first(),
            right.iter().min(),
            wrong.iter().max(),
        ) else {
            continue;
        };
        let mean = wrong.iter().sum::<usize>() / wrong.len();
        if 2 * own < 3 * mean || 5 * own < 6 * longest || own < longest + 12 {
            continue;
        }
        let message = if right.len() == 1 {
            format!(
                "the right choice is the longest: {own} characters, where the others have {mean} on average and {longest} at most"
            )
        } else {
            format!(
                "every right choice is longer than every wrong one: {own} characters at least, against {longest} at most"
            )
        };
        advice
            .give(key.span(), message)
            .help("say it in fewer words and leave the rest to the explanation, or write the wrong ones as fully");
    }
}

/// In characters.
pub(super) fn length(text: &Text<'_>) -> usize {
    text.plain.trim().chars().count()
}
