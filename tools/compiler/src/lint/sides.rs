//! Which wordings of two languages are held against one another.
//!
//! Wordings of one name are a pair and say the same: they are compared one by one. Where a question has no pair, wordings may differ:
//! what *every* wording in one language says and *none* in another is likely to be a slip.

use jalon_engine::lang::Lang;

use super::{QuestionCtx, Worded};

/// Wordings in one language, and those in another that are to say the same.
#[derive(Clone)]
pub(crate) struct Sides<'a> {
    pub(crate) one: Vec<&'a Worded<'a>>,
    pub(crate) other: Vec<&'a Worded<'a>>,
}

impl<'a> Sides<'a> {
    /// Those of a question: its first language against each of the others, both with at least one wording.
    pub(crate) fn of(asked: &'a QuestionCtx<'a>) -> Vec<Self> {
        let mut langs: Vec<Lang> = asked.wordings.iter().map(|wording| wording.lang).collect();
        langs.dedup();
        let Some((first, rest)) = langs.split_first() else {
            return Vec::new();
        };
        let all = rest.iter().map(|other| Self {
            one: asked.in_lang(first).collect(),
            other: asked.in_lang(other).collect(),
        });
        all.flat_map(Self::pairs).collect()
    }

    /// The pairs; all wordings against all where there is none.
    fn pairs(self) -> Vec<Self> {
        let pair = |own: &&'a Worded<'a>| {
            let partner = self.other.iter().find(|other| other.id == own.id);
            partner.map(|partner| Self {
                one: vec![*own],
                other: vec![*partner],
            })
        };
        let pairs: Vec<Self> = self.one.iter().filter_map(pair).collect();
        match pairs.is_empty() {
            true => vec![self],
            false => pairs,
        }
    }

    /// True when a wording is held against one other.
    pub(crate) fn is_pair(&self) -> bool {
        self.one.len() == 1 && self.other.len() == 1
    }

    /// The same, seen from the other side.
    pub(crate) fn turned(&self) -> Self {
        Self {
            one: self.other.clone(),
            other: self.one.clone(),
        }
    }

    /// Both ways to look at it.
    pub(crate) fn both_ways(&self) -> [Self; 2] {
        [self.clone(), self.turned()]
    }

    /// The language of each side.
    pub(crate) fn langs(&self) -> Option<(Lang, Lang)> {
        Some((self.one.first()?.lang, self.other.first()?.lang))
    }

    /// "every wording in `en`" or "the wording in `en`".
    pub(crate) fn every(&self) -> String {
        name(&self.one, "every wording", "the wording")
    }

    /// "in none in `fr`" or "not in the one in `fr`".
    pub(crate) fn not_there(&self) -> String {
        name(&self.other, "in none", "not in the one")
    }

    /// "no wording in `fr` does" or "the one in `fr` doesn't".
    pub(crate) fn nobody_does(&self) -> String {
        let does = if self.other.len() == 1 {
            "doesn't"
        } else {
            "does"
        };
        format!("{} {does}", name(&self.other, "no wording", "the one"))
    }
}

fn name(side: &[&Worded<'_>], several: &str, one: &str) -> String {
    let lang = side.first().map(|wording| wording.lang.to_string());
    let word = if side.len() == 1 { one } else { several };
    format!("{word} in `{}`", lang.unwrap_or_default())
}
