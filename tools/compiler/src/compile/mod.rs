//! From what an author wrote to what the engine reads.

mod bank;
mod lesson;
mod policy;
mod question;

use jalon_engine::grade::{Credits, Policy};
use jalon_engine::kind::essay::Counts;
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Line, Markup};

use crate::diagnostic::Diagnostic;
use crate::pictures::Pictures;
use crate::read::{Languages, Raw};
use crate::source::policy::Usual;
use crate::{markdown, typography};

/// What texts are compiled with.
pub(crate) struct Compiler<'a> {
    /// The bank's languages, in its order.
    pub(crate) langs: &'a [Lang],
    /// How questions that don't say so themselves are marked, if anybody does; each kind has its usual way.
    pub(crate) scoring: Option<Policy>,
    /// The same for feedback, tries and hints.
    pub(crate) usual: Usual,
    /// What typed answers earn that don't say so themselves.
    pub(crate) credit: Credits,
    /// What the checklists of essays count for.
    pub(crate) essays: Counts,
    pub(crate) problems: &'a mut Vec<Diagnostic>,
    /// The pictures beside its texts.
    pub(crate) pictures: &'a Pictures<'a>,
    /// Names of one thing, list by list, of the whole bank.
    pub(crate) synonyms: &'a [Vec<String>],
}

impl Compiler<'_> {
    pub(crate) fn note(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// One value per language, in the bank's order of languages.
    pub(crate) fn localised<T, U>(
        &mut self,
        source: &Languages<T>,
        mut f: impl FnMut(&mut Self, &Lang, &T) -> U,
    ) -> Localised<U> {
        let langs = self.langs;
        let values = langs.iter().filter_map(|lang| {
            let (_, value) = source.values().find(|(other, _)| *other == lang)?;
            Some((*lang, f(self, lang, value)))
        });
        values.collect()
    }

    fn each<U>(
        &mut self,
        source: Option<&Languages<Raw>>,
        f: fn(&mut Self, &Lang, &Raw) -> U,
    ) -> Localised<U> {
        source.map_or_else(Localised::default, |source| self.localised(source, f))
    }

    /// Plain words: titles and names.
    pub(crate) fn words(&mut self, source: Option<&Languages<Raw>>) -> Localised<String> {
        self.each(source, |compiler, lang, raw| {
            typography::words(raw, lang, compiler.problems)
        })
    }

    /// Paragraphs and lists.
    pub(crate) fn markup(&mut self, source: Option<&Languages<Raw>>) -> Localised<Markup> {
        self.each(source, |compiler, lang, raw| {
            markdown::markup(raw, lang, compiler.problems)
        })
    }

    /// One line.
    pub(crate) fn lines(&mut self, source: Option<&Languages<Raw>>) -> Localised<Line> {
        self.each(source, |compiler, lang, raw| {
            markdown::line(raw, lang, compiler.problems)
        })
    }
}

/// A number that is too large for the engine's type is out of range for the engine too, which says so.
pub(crate) fn clip<T: TryFrom<u64> + Bounded>(number: u64) -> T {
    T::try_from(number).unwrap_or(T::MOST)
}

pub(crate) trait Bounded {
    const MOST: Self;
}

impl Bounded for u8 {
    const MOST: Self = Self::MAX;
}

impl Bounded for u16 {
    const MOST: Self = Self::MAX;
}

impl Bounded for u32 {
    const MOST: Self = Self::MAX;
}
