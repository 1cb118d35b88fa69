//! Advice: rules of good questions, one file each, that say how a sound bank could be better. Each has a code that never
//! changes, a reason and a source, and can be turned off.

mod absolute_words;
mod alike_wordings;
mod all_of_the_above;
mod choices;
mod code_differs;
mod emphasis_differs;
mod figures;
mod gap_order_differs;
mod grammar_cue;
mod idle_synonym;
mod key_longest;
mod key_often_longest;
mod key_place;
mod late_prerequisite;
mod links;
mod links_differ;
mod marks;
mod missing_wording;
mod near_questions;
mod negation_differs;
mod negative_stem;
mod no_explanation;
mod no_samples;
mod none_of_the_above;
mod not_translated;
mod number_of_choices;
mod numbers_differ;
mod odd_link;
mod one_sided_truth;
mod other_language;
mod overlapping_choices;
mod phrases;
mod placeholders_differ;
mod question_ctx;
mod reading_levels;
mod relative_link;
mod repeated_beginning;
mod rule;
mod same_choices;
mod saying;
mod settings;
mod sides;
mod signs;
mod stem_in_key;
mod syllables;
mod thin_concept;
mod two_ideas;
mod unclear_link;
mod unfocused_stem;
mod unused_misconception;
mod unused_picture;
mod words;

use rayon::prelude::*;

pub(crate) use question_ctx::{
    AskedBank, AskedModule, Compiled, Inputs, Part, QuestionCtx, Text, Tree, Worded,
};
pub(crate) use rule::Advice;
pub use rule::{Rule, Usual};
pub(crate) use settings::Settings;

use rule::Check;

use crate::diagnostic::{Code, Diagnostic};
use crate::lint_id::LintId;

/// Every rule, in the order of [`LintId::ALL`].
static RULES: &[&Rule] = &[
    &missing_wording::RULE,
    &numbers_differ::RULE,
    &placeholders_differ::RULE,
    &links_differ::RULE,
    &emphasis_differs::RULE,
    &code_differs::RULE,
    &negation_differs::RULE,
    &other_language::RULE,
    &not_translated::RULE,
    &alike_wordings::RULE,
    &reading_levels::RULE,
    &gap_order_differs::RULE,
    &key_longest::RULE,
    &key_often_longest::RULE,
    &key_place::RULE,
    &one_sided_truth::RULE,
    &all_of_the_above::RULE,
    &none_of_the_above::RULE,
    &negative_stem::RULE,
    &same_choices::RULE,
    &overlapping_choices::RULE,
    &absolute_words::RULE,
    &stem_in_key::RULE,
    &grammar_cue::RULE,
    &no_explanation::RULE,
    &number_of_choices::RULE,
    &unfocused_stem::RULE,
    &repeated_beginning::RULE,
    &two_ideas::RULE,
    &near_questions::RULE,
    &thin_concept::RULE,
    &late_prerequisite::RULE,
    &unused_misconception::RULE,
    &unused_picture::RULE,
    &idle_synonym::RULE,
    &no_samples::RULE,
    &relative_link::RULE,
    &odd_link::RULE,
    &unclear_link::RULE,
];

impl Rule {
    /// Every rule, by code.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        RULES.iter().copied()
    }

    /// What stands behind the name of a rule.
    pub(crate) fn of(id: LintId) -> Option<&'static Self> {
        let at = RULES.binary_search_by_key(&id, |rule| rule.id).ok()?;
        RULES.get(at).copied()
    }
}

/// Runs every rule over what is sound of a bank. Whether a rule is on at the place it points to is for [`Settings`] to say; where
/// it is on nowhere, it doesn't run.
pub(crate) fn advice(inputs: &Inputs<'_>, settings: &Settings) -> Vec<Diagnostic> {
    let bank = AskedBank::new(inputs);
    let on = Rule::all().filter(|rule| settings.is_ever_on(Code::Advice(rule.id)));
    let on: Vec<&Rule> = on.collect();
    let of_modules = || -> Vec<Diagnostic> {
        let modules = bank.modules.par_iter();
        modules
            .flat_map_iter(|module| on_module(module, &on))
            .collect()
    };
    let of_bank = || -> Vec<Diagnostic> {
        let on = on.par_iter().filter(|_| bank.is_sound);
        on.flat_map_iter(|rule| on_bank(&bank, rule)).collect()
    };
    let (of_modules, of_bank) = rayon::join(of_modules, of_bank);
    [of_modules, of_bank].concat()
}

/// What the rules say that look at a module or at its questions. All look at a question while it is at hand: it is faster than to
/// go through the module once for each.
fn on_module(module: &AskedModule<'_>, on: &[&'static Rule]) -> impl Iterator<Item = Diagnostic> {
    let mut on: Vec<Advice> = on.iter().map(|rule| Advice::of(rule)).collect();
    for asked in &module.questions {
        for advice in &mut on {
            if let Check::Question(check) = advice.rule.check {
                check(asked, advice);
            }
        }
    }
    for advice in &mut on {
        if let Check::Module(check) = advice.rule.check
            && module.is_sound
        {
            check(module, advice);
        }
    }
    on.into_iter().flat_map(|advice| advice.given)
}

/// What a rule says that looks at the whole bank.
fn on_bank(bank: &AskedBank<'_>, rule: &'static Rule) -> impl Iterator<Item = Diagnostic> {
    let mut advice = Advice::of(rule);
    if let Check::Bank(check) = rule.check {
        check(bank, &mut advice);
    }
    advice.given.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_and_names_are_kept_apart() {
        let ids: Vec<LintId> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids, LintId::ALL);
        let codes: Vec<&str> = ids.iter().map(|id| id.code()).collect();
        assert!(codes.is_sorted() && codes.windows(2).all(|two| two[0] != two[1]));
        let names = Code::ALL.iter().map(|code| code.as_str());
        let names: Vec<&str> = names.chain(ids.iter().map(|id| id.name())).collect();
        for (n, name) in names.iter().enumerate() {
            assert!(!names[..n].contains(name), "{name} is there twice");
        }
    }

    #[test]
    fn every_rule_says_why_and_where_it_comes_from() {
        for rule in RULES {
            for text in [rule.summary, rule.why, rule.source] {
                assert!(text.ends_with('.'), "{:?}: {text}", rule.id);
            }
            assert!(
                !rule.bad.is_empty() && !rule.better.is_empty(),
                "{:?}",
                rule.id
            );
        }
    }
}
