//! Advice: rules of good questions, one file each, that say how a sound bank could be better. Each has a code that never
//! changes, a reason and a source, and can be turned off.
//!
//! Codes: J1xx hold the languages against one another, J2xx look at how a question is written, J3xx at the bank.

mod absolute_words;
mod alike_wordings;
mod all_of_the_above;
mod choices;
mod code_differs;
mod emphasis_differs;
mod figures;
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

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;

pub(crate) use question_ctx::{
    AskedBank, AskedModule, Compiled, Inputs, Part, QuestionCtx, Text, Tree, Worded,
};
pub(crate) use settings::{Settings, Switches};

use crate::diagnostic::{Code, Diagnostic};
use crate::sources::Span;

/// Every rule, by code. One that is missing here is dead code, which the compiler tells.
pub(crate) static RULES: &[&Rule] = &[
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

/// A rule of good questions.
#[derive(Debug)]
pub struct Rule {
    /// Its code, such as `J101`, which never changes.
    pub code: &'static str,
    /// Its name, such as `missing-wording`, which never changes either.
    pub name: &'static str,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// Why that is worth mending, in a few sentences.
    pub why: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// A piece of a bank that the rule finds.
    pub bad: &'static str,
    /// The same piece, mended.
    pub better: &'static str,
    /// Whether it is on where nobody says anything.
    pub usual: Usual,
    check: Check,
}

/// Whether a rule is on where nobody says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// It is on until it is turned off.
    On,
    /// It is a matter of taste, and off until it is turned on.
    Off,
}

/// How a rule looks at a bank. Each check gets only what has no errors.
#[derive(Debug, Clone, Copy)]
enum Check {
    /// Question by question.
    Question(fn(&QuestionCtx<'_>, &mut Advice)),
    /// Module by module: those in which every question is sound.
    Module(fn(&AskedModule<'_>, &mut Advice)),
    /// The whole of a bank without errors.
    Bank(fn(&AskedBank<'_>, &mut Advice)),
}

/// What rules have to say.
pub(crate) struct Advice {
    rule: Lint,
    given: Vec<Diagnostic>,
}

/// A piece of advice that was just given, for those who add to it.
pub(crate) struct Given<'a>(&'a mut Diagnostic);

impl Advice {
    fn of(rule: Lint) -> Self {
        let given = Vec::new();
        Self { rule, given }
    }

    /// Gives a piece of advice: where, and what is there. A help that says how to mend it is expected to follow.
    pub(crate) fn give(&mut self, span: Span, message: impl Into<String>) -> Given<'_> {
        let advice = Diagnostic::new(Code::Advice(self.rule), span, message);
        let at = self.given.len();
        self.given.push(advice);
        Given(&mut self.given[at])
    }

    /// How many pieces there are so far.
    pub(crate) fn number(&self) -> usize {
        self.given.len()
    }
}

impl Given<'_> {
    /// Says how to mend it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Points at another place that belongs to it.
    pub(crate) fn label(self, span: Span, message: impl Into<String>) -> Self {
        self.0.labels.push(crate::diagnostic::Label {
            span,
            message: message.into(),
        });
        self
    }
}

/// A rule by its code: what diagnostics and settings hold.
#[derive(Debug, Clone, Copy)]
pub struct Lint(&'static Rule);

impl Lint {
    /// Every rule, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|rule| Self(rule))
    }

    /// The rule of that code or name; upper and lower case are the same.
    pub fn find(name: &str) -> Option<Self> {
        let is = |own: &str| own.eq_ignore_ascii_case(name);
        Self::all().find(|lint| is(lint.0.code) || is(lint.0.name))
    }

    /// Its code, such as `J101`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// All there is to say about it.
    pub fn rule(self) -> &'static Rule {
        self.0
    }
}

impl PartialEq for Lint {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Lint {}

impl PartialOrd for Lint {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Lint {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl Hash for Lint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

/// Runs every rule over what is sound of a bank. Whether a rule is on at the place it points to is for [`Settings`] to say; where
/// it is on nowhere, it doesn't run.
pub(crate) fn advice(inputs: &Inputs<'_>, settings: &Settings) -> Vec<Diagnostic> {
    let bank = AskedBank::new(inputs);
    let on = Lint::all().filter(|lint| settings.is_ever_on(Code::Advice(*lint)));
    let on: Vec<Lint> = on.collect();
    let of_modules = || -> Vec<Diagnostic> {
        let modules = bank.modules.par_iter();
        modules
            .flat_map_iter(|module| on_module(module, &on))
            .collect()
    };
    let of_bank = || -> Vec<Diagnostic> {
        let on = on.par_iter().filter(|_| bank.is_sound);
        on.flat_map_iter(|lint| on_bank(&bank, *lint)).collect()
    };
    let (of_modules, of_bank) = rayon::join(of_modules, of_bank);
    [of_modules, of_bank].concat()
}

/// What the rules say that look at a module or at its questions. All look at a question while it is at hand: it is faster than to
/// go through the module once for each.
fn on_module(module: &AskedModule<'_>, on: &[Lint]) -> impl Iterator<Item = Diagnostic> {
    let mut on: Vec<Advice> = on.iter().map(|lint| Advice::of(*lint)).collect();
    for asked in &module.questions {
        for advice in &mut on {
            if let Check::Question(check) = advice.rule.rule().check {
                check(asked, advice);
            }
        }
    }
    for advice in &mut on {
        if let Check::Module(check) = advice.rule.rule().check
            && module.is_sound
        {
            check(module, advice);
        }
    }
    on.into_iter().flat_map(|advice| advice.given)
}

/// What a rule says that looks at the whole bank.
fn on_bank(bank: &AskedBank<'_>, lint: Lint) -> impl Iterator<Item = Diagnostic> {
    let mut advice = Advice::of(lint);
    if let Check::Bank(check) = lint.rule().check {
        check(bank, &mut advice);
    }
    advice.given.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_and_names_are_kept_apart() {
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        assert!(codes.is_sorted() && codes.windows(2).all(|two| two[0] != two[1]));
        let names = Code::ALL.iter().map(|code| code.as_str());
        let names: Vec<&str> = names.chain(RULES.iter().map(|rule| rule.name)).collect();
        for (n, name) in names.iter().enumerate() {
            assert!(!names[..n].contains(name), "{name} is there twice");
        }
    }

    #[test]
    fn every_rule_says_why_and_where_it_comes_from() {
        for rule in RULES {
            for text in [rule.summary, rule.why, rule.source] {
                assert!(text.ends_with('.'), "{}: {text}", rule.code);
            }
            assert!(
                !rule.bad.is_empty() && !rule.better.is_empty(),
                "{}",
                rule.code
            );
        }
    }
}
