//! Which wordings of two languages are held against one another.
//!
//! Wordings are written for their readers and are no translations of one another: something that one of them says and another
//! doesn't is no slip. What *every* wording in one language says and *none* in another is likely to be one. Where each language
//! has one wording, or the wordings have the same names, they are compared one by one.

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
        all.flat_map(Self::by_name).collect()
    }

    /// Pairs of the same name, where every wording has one and both languages have the same.
    fn by_name(self) -> Vec<Self> {
        let name = |wording: &&Worded<'a>| wording.source.id.as_ref().map(|id| id.value);
        let names = |side: &[&Worded<'a>]| side.iter().map(name).collect::<Option<Vec<_>>>();
        let (Some(mut one), Some(mut other)) = (names(&self.one), names(&self.other)) else {
            return vec![self];
        };
        one.sort();
        other.sort();
        if one != other {
            return vec![self];
        }
        let pair = |own: &&'a Worded<'a>| {
            let partner = self.other.iter().find(|other| name(other) == name(own));
            partner.map(|partner| Self {
                one: vec![*own],
                other: vec![*partner],
            })
        };
        self.one.iter().filter_map(pair).collect()
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
