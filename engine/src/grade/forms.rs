//! A text in the normal form of each tier, by the rules of one language or of several.

use super::phrase::{self, Phrase};
use super::text::{Endings, Order, Tier};
use super::{counting, fold};
use crate::language::Rules;

/// A text in the normal form of each tier up to articles.
pub(super) struct Forms {
    pub(super) rules: Rules,
    pub(super) words: String,
    pub(super) plain: String,
    /// Without the letters that stand for a mark either, where there are some: "uber" for "über", which is "ueber" in `plain`.
    unmarked: Option<String>,
}

impl Forms {
    pub(super) fn of(text: &str, rules: Rules) -> Self {
        let mut words = fold::words_by(text, rules);
        let unmarked = fold::without_accents(&words);
        rules.spell_out(&mut words);
        let plain = fold::without_accents(&words);
        Self {
            rules,
            words,
            unmarked: (plain != unmarked).then_some(unmarked),
            plain,
        }
    }

    fn unmarked(&self) -> &str {
        self.unmarked.as_deref().unwrap_or(&self.plain)
    }

    /// Without articles in front.
    pub(super) fn bare(&self) -> &str {
        fold::without_articles(&self.plain, self.rules)
    }

    pub(super) fn phrase(&self, endings: Endings, order: Order) -> Phrase {
        phrase::phrase(&self.words, endings, order, self.rules)
    }

    pub(super) fn has_numbers(&self) -> bool {
        self.plain.split(' ').any(|word| self.rules.is_number(word))
    }

    /// The strictest tier up to articles in which both are the same.
    pub(super) fn tier(&self, other: &Self) -> Option<Tier> {
        let same = |one: &str, other: &str| fold::same(one, other, self.rules);
        let bare = |plain| fold::without_articles(plain, self.rules);
        if same(&self.words, &other.words) {
            Some(Tier::Form)
        } else if same(&self.plain, &other.plain) || same(self.unmarked(), other.unmarked()) {
            Some(Tier::Accents)
        } else if same(self.bare(), other.bare())
            || same(bare(self.unmarked()), bare(other.unmarked()))
        {
            Some(Tier::Article)
        } else {
            None
        }
    }
}

/// What a text says, once its form is overlooked.
pub(super) struct Gist {
    rules: Rules,
    /// With its numbers in figures, and the article in front or without it; `None` where no number is written as a word.
    figures: Option<[String; 2]>,
    plain: String,
    pub(super) phrase: Phrase,
    /// With one name for what has several.
    pub(super) named: Phrase,
}

impl Gist {
    pub(super) fn of(forms: &Forms, endings: Endings, order: Order, names: &[Vec<Phrase>]) -> Self {
        let rules = forms.rules;
        let figures = |text: &str| counting::figures(text, counting::One::Counts, rules);
        let phrase = forms.phrase(endings, order);
        Self {
            rules,
            figures: (forms.has_numbers()).then(|| [figures(&forms.plain), figures(forms.bare())]),
            plain: forms.plain.clone(),
            named: phrase::with_one_name(&phrase, names, rules),
            phrase,
        }
    }

    fn same(&self, one: &str, other: &str) -> bool {
        fold::same(one, other, self.rules)
    }

    /// True when this text has numbers in words and says in figures what the other one says.
    fn counts(&self, other: &Self) -> bool {
        let Some([own, bare]) = &self.figures else {
            return false;
        };
        match &other.figures {
            Some([other, other_bare]) => self.same(own, other) || self.same(bare, other_bare),
            None => {
                self.same(own, &other.plain)
                    || self.same(bare, fold::without_articles(&other.plain, self.rules))
            }
        }
    }

    /// The strictest tier between articles and slips in which both are the same.
    pub(super) fn tier(&self, other: &Self, order: Order) -> Option<Tier> {
        let unordered = phrase::same_in_any_order;
        if self.counts(other) || other.counts(self) {
            Some(Tier::Number)
        } else if self.same(&self.phrase, &other.phrase) {
            Some(Tier::Grammar)
        } else if self.same(&self.named, &other.named) {
            Some(Tier::Synonym)
        } else if order == Order::Any
            && (unordered(&self.phrase, &other.phrase) || unordered(&self.named, &other.named))
        {
            Some(Tier::Order)
        } else {
            None
        }
    }
}
