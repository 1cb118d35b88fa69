//! J202: the key is the longest choice too often.

use jalon_engine::lang::Lang;

use super::choices::Choices;
use super::key_longest::length;
use super::saying::{listed, of_module};
use super::{Advice, AskedModule, Check, LintId, QuestionCtx, Rule, Usual};
use crate::prose::chance::{UNLIKELY, at_least};

pub(super) const RULE: Rule = Rule {
    id: LintId::KEY_OFTEN_LONGEST,
    summary: "In a module, the right choice is the longest more often than chance would have it.",
    why: "No single question gives anything away, and yet who always picks the longest choice passes. The rule counts the questions in \
          which one choice is right and, in every wording of a language, longer than each of the others by a tenth or more. Where \
          lengths were left to chance, so many would come in fewer than one module of fifty: with four choices each, 6 of 8 questions or 7 \
          of 12.",
    source: "Haladyna, Downing & Rodriguez (2002), guidelines 24 and 28d; the bound is the upper tail of the Poisson binomial \
             distribution, with a chance of one in so many choices for each question.",
    bad: "# six questions of eight\nchoices.key = \"A catalogue of controls, with guidance\"\nchoices.other = \"A list of threats\"",
    better: "# in half of them\nchoices.key = \"A catalogue of controls\"\nchoices.other = \"A list of threats that a firm has to expect\"",
    usual: Usual::On,
    check: Check::Module(check),
};

fn check(module: &AskedModule<'_>, advice: &mut Advice) {
    let mut langs: Vec<Lang> = Vec::new();
    for worded in module.questions.iter().flat_map(|asked| &asked.wordings) {
        if !langs.contains(&worded.lang) {
            langs.push(worded.lang);
        }
    }
    for lang in langs {
        let asked = module.questions.iter();
        let found: Vec<(&QuestionCtx<'_>, bool, f64)> =
            asked.filter_map(|asked| longest(asked, &lang)).collect();
        let hits: Vec<&str> = found
            .iter()
            .filter(|(_, hit, _)| *hit)
            .map(|(asked, ..)| asked.id())
            .collect();
        let chances: Vec<f64> = found.iter().map(|(.., chance)| *chance).collect();
        if at_least(hits.len(), &chances) >= UNLIKELY {
            continue;
        }
        let message = format!(
            "in `{lang}`, the right choice is the longest in {} questions of {}",
            hits.len(),
            found.len()
        );
        advice.give(of_module(module), message).help(format!(
            "shorten the key, or write longer wrong choices, in some of {}",
            listed(&hits)
        ));
    }
}

/// Whether the one right choice is the longest in every wording in a language, and how likely that is by chance.
fn longest<'a>(
    asked: &'a QuestionCtx<'a>,
    lang: &Lang,
) -> Option<(&'a QuestionCtx<'a>, bool, f64)> {
    let mut hit = true;
    let mut number = 0;
    for choices in Choices::of(asked).filter(|choices| choices.lang == *lang && choices.picks_one) {
        let key = choices.right.first().map_or(0, |text| length(text));
        let most = choices.wrong.iter().map(|text| length(text)).max();
        hit &= most.is_some_and(|most| 10 * key >= 11 * most);
        number = choices.all().count();
    }
    let number = u32::try_from(number).ok().filter(|number| *number > 1)?;
    Some((asked, hit, 1.0 / f64::from(number)))
}
