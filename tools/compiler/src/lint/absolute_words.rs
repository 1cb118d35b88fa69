//! J210: words that allow no exception, in wrong choices only.

use super::choices::Choices;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::{Absolute, Language};
use crate::prose::lexicon::absolutes;
use jalon_draft::sources::Span;

pub(super) const RULE: Rule = Rule {
    id: LintId::ABSOLUTE_WORDS,
    summary: "Most wrong choices say “always”, “never”, “only” or “all”, and no right one does.",
    why: "Little is always so, and learners know it: they leave out what allows no exception. The rule speaks where no right choice has such a word and \
          two wrong ones at least have one: more than half of them one that is as strong as “always”, “never” and “only”, or each of them \
          one, “all” and “every” included.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 28a (specific determiners including always, never, completely and absolutely).",
    bad: "choices.key = \"Where the risk calls for it\"\nchoices.always = \"Always\"\nchoices.never = \"Never\"",
    better: "choices.key = \"Where the risk calls for it\"\nchoices.law = \"Where the law asks for it\"\nchoices.client = \"Where a client \
             asks for it\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let Some(language) = choices.language() else {
            continue;
        };
        if choices
            .right
            .iter()
            .any(|text| first(text, language).is_some())
        {
            continue;
        }
        let found: Vec<(Span, Absolute)> = choices
            .wrong
            .iter()
            .filter_map(|text| first(text, language))
            .collect();
        let strong = found
            .iter()
            .filter(|(_, own)| *own == Absolute::Strong)
            .count();
        let are_most = 2 * strong > choices.wrong.len() || found.len() == choices.wrong.len();
        let ([(own, _), others @ ..], true, true) = (found.as_slice(), found.len() > 1, are_most)
        else {
            continue;
        };
        let message = format!(
            "{} of {} wrong choices have a word that allows no exception, and no right one does",
            found.len(),
            choices.wrong.len()
        );
        let mut given = advice.give(*own, message);
        for (other, _) in others {
            given = given.label(*other, "another one");
        }
        given.help("say in the wrong choices what somebody could really think, without such words");
    }
}

/// The first word that allows no exception, a strong one before any other.
fn first(text: &Text<'_>, language: &'static Language) -> Option<(Span, Absolute)> {
    let words = text.words();
    let found = absolutes(&words, language);
    let strong = found.iter().find(|(_, own)| *own == Absolute::Strong);
    let (at, own) = strong.or(found.first())?;
    Some((text.raw.part(words.get(*at)?.at.clone()), *own))
}
