//! J101: one language has fewer wordings than another, or none of the same name.

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::MISSING_WORDING,
    summary: "A question has fewer wordings in one language than in another, or a wording without a partner.",
    why: "A learner who tries again is asked in other words, and somebody who reads the language with fewer wordings meets the same \
          words again: a retake measures memory there, and knowledge elsewhere. Wordings of one name are a pair, which is shown to those who \
          read both languages; without a partner, they see the question in one language only.",
    source: "Jalon's own, after the International Test Commission, Guidelines for Translating and Adapting Tests (2nd ed., 2017): \
             the versions of a test offer the same to all who take it.",
    bad: "[[question.en]]\nprompt = \"What do people use ISO/IEC 27002 for?\"\n\n[[question.en]]\nprompt = \"When is ISO/IEC 27002 \
          opened?\"\n\n[[question.fr]]\nprompt = \"À quoi sert l'ISO/IEC 27002 ?\"",
    better: "[[question.fr]]\nprompt = \"À quoi sert l'ISO/IEC 27002 ?\"\n\n[[question.fr]]\nprompt = \"Quand ouvre-t-on l'ISO/IEC \
             27002 ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let counts = asked.compiled.wordings.iter();
    let counts: Vec<_> = counts
        .map(|(lang, wordings)| (lang, wordings.len()))
        .collect();
    let Some(&(richest, most)) = counts.iter().max_by_key(|(_, number)| *number) else {
        return;
    };
    for &(lang, number) in counts.iter().filter(|(_, number)| *number < most) {
        let Some(last) = asked.in_lang(lang).last() else {
            continue;
        };
        let message = format!(
            "there {} in `{lang}`, but {most} in `{richest}`",
            match number {
                1 => "is 1 wording".to_owned(),
                number => format!("are {number} wordings"),
            }
        );
        let help = format!("add another [[question.{lang}]], written for its readers");
        advice.give(last.span(), message).help(help);
    }
    if counts.iter().all(|(_, number)| *number == most) {
        without_partner(asked, advice);
    }
}

/// As many wordings in each language, but not of the same names.
fn without_partner(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for wording in &asked.wordings {
        let others = asked.compiled.wordings.iter();
        let mut others = others.filter(|(lang, _)| **lang != wording.lang);
        let lacks = others.find(|(_, all)| all.iter().all(|other| other.id != wording.id));
        let Some((lang, _)) = lacks else { continue };
        let message = format!(
            "no wording in `{lang}` has the name of this one, `{}`: readers of both languages see it in one",
            wording.id
        );
        let help = format!(
            "give the same `id` to the wording in `{lang}` that says the same, or take both away: wordings without one are paired by their place"
        );
        advice.give(wording.span(), message).help(help);
        return;
    }
}
