//! J210: words that allow no exception, in wrong choices only.

use super::choices::Choices;
use super::{Advice, Asked, Check, Rule, Text, Usual};
use crate::prose::lexicon::absolutes;
use crate::prose::words;

pub(super) const RULE: Rule = Rule {
    code: "J210",
    name: "absolute-words",
    summary: "Most wrong choices say “always”, “never”, “only” or “all”, and no right one does.",
    why: "Little is always so, and learners know it: they leave out what allows no exception. The rule speaks where more than half of \
          the wrong choices, and two at least, have such a word and no right choice has one.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 28a (specific determiners including always, never, completely and absolutely).",
    bad: "choices.key = \"Where the risk calls for it\"\nchoices.always = \"Always\"\nchoices.never = \"Never\"",
    better: "choices.key = \"Where the risk calls for it\"\nchoices.law = \"Where the law asks for it\"\nchoices.client = \"Where a client \
             asks for it\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    for choices in Choices::of(asked) {
        let Some(tongue) = choices.tongue() else { continue };
        let first = |text: &Text<'_>| {
            let words = words(&text.raw.text);
            let at = *absolutes(&words, tongue).first()?;
            words.get(at).map(|word| word.at.clone())
        };
        if choices.right.iter().any(|text| first(text).is_some()) {
            continue;
        }
        let found = choices.wrong.iter().filter_map(|text| Some(text.raw.part(first(text)?)));
        let found: Vec<_> = found.collect();
        let [own, others @ ..] = found.as_slice() else { continue };
        if found.len() < 2 || 2 * found.len() <= choices.wrong.len() {
            continue;
        }
        let message = format!(
            "{} of {} wrong choices have a word that allows no exception, and no right one does",
            found.len(),
            choices.wrong.len()
        );
        let mut given = advice.give(*own, message);
        for other in others {
            given = given.label(*other, "another one");
        }
        given.help("say in the wrong choices what somebody could really think, without such words");
    }
}
