//! How a typed answer is read, in named tiers.

use crate::pieces::pieces;
use std::cell::OnceCell;

use super::pattern::Pattern;
use super::phrase::{self, Phrase};
use super::typo::{self, Slip};
use super::{counting, fold};
use crate::lang::{Lang, Localised};
use crate::language::Rules;
use crate::{enum_json, newtype_json, struct_json};

/// How much had to be overlooked for a text to match. Each tier overlooks what the ones before it do, and one thing
/// more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Nothing: the same to the letter.
    Exact,
    /// Case, spacing, punctuation, Unicode form, œ/æ, typographic quotes.
    Form,
    /// Accents.
    Accents,
    /// Articles and elisions in front: the, l', une...
    Article,
    /// Numbers up to a hundred, in words or in figures.
    Number,
    /// Plural, singular and agreement, articles inside.
    Grammar,
    /// Another name of the same thing, which the author has listed.
    Synonym,
    /// The order of the words, where the author leaves it free.
    Order,
    /// What a pattern of its author's leaves open.
    Pattern,
    /// Everything but the words that the author asks for.
    Words,
    /// Slips of the keyboard, within a budget.
    Typo,
}

impl Tier {
    /// Every tier, strictest first.
    pub const ALL: [Self; 11] = [
        Self::Exact,
        Self::Form,
        Self::Accents,
        Self::Article,
        Self::Number,
        Self::Grammar,
        Self::Synonym,
        Self::Order,
        Self::Pattern,
        Self::Words,
        Self::Typo,
    ];
}

/// What is left of the points in each tier, in percent, in the order of [`Tier::ALL`]; 100 where the list ends. To the letter, and
/// where a pattern says so, everything is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits(pub Vec<u8>);

impl Credits {
    /// What is left in this tier, 0 to 100 percent.
    pub fn of(&self, tier: Tier) -> u8 {
        let own = match tier {
            Tier::Exact | Tier::Pattern => None,
            tier => self.0.get(tier as usize),
        };
        own.map_or(100, |own| (*own).min(100))
    }
}

/// Whether plural, singular and agreement matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Endings {
    /// They don't, in answers that belong to a language.
    #[default]
    Free,
    /// They do.
    Exact,
}

/// Whether the order of words matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// It does.
    #[default]
    AsWritten,
    /// It doesn't: an answer has the same words, in whatever order.
    Any,
}

/// Words that are enough for an answer to be right, whatever stands around them. A negation or a number that is not
/// among them is never overlooked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Required {
    /// Of each list, one word or phrase has to be there.
    pub all: Vec<Vec<String>>,
    /// None of these may be there.
    pub none: Vec<String>,
}

/// What an author lets pass in typed answers, beyond what every reader overlooks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MatchOptions {
    /// Plural, singular and agreement.
    pub endings: Endings,
    /// The order of words.
    pub order: Order,
    /// Names of one thing, list by list: synonyms, acronyms with what they stand for, in any language.
    pub same: Vec<Vec<String>>,
    /// Words that are enough, by language.
    pub words: Localised<Required>,
}

/// How a typed answer was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextMatch {
    /// It is one of the right answers.
    Accepted(Accepted),
    /// It is a listed wrong answer, counted over all of them from 0; behind them count the patterns of wrong answers.
    KnownWrong(usize),
    /// A slip away from a right answer, and at least as near to something else.
    Confusable {
        /// The right answer nearby.
        answer: String,
        /// The other term.
        rival: String,
    },
    /// Nothing that is known.
    Unknown,
}

/// A right answer, and what was overlooked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The answer, or the source of the pattern, that it was read as.
    pub answer: String,
    /// What was overlooked.
    pub tier: Tier,
    /// The slip, in the last tier.
    pub slip: Option<Slip>,
    /// The languages that this answer belongs to; none where it belongs to no language in particular.
    pub langs: Vec<Lang>,
}

/// What a typed answer is held against.
pub struct TextKey<'a> {
    /// Right answers, with their language if they belong to one.
    pub answers: &'a [(Option<&'a Lang>, &'a str)],
    /// Listed wrong answers.
    pub wrong: &'a [&'a str],
    /// Terms of the field that an answer may not be nearer to than to a right one.
    pub terms: &'a [&'a str],
    /// What its author lets pass.
    pub leeway: &'a MatchOptions,
}

/// Patterns that a typed answer is held against. The first one that matches counts, wrong ones first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patterns<'a> {
    /// Those of right answers.
    pub right: &'a [&'a Pattern],
    /// Those of listed wrong answers.
    pub wrong: &'a [&'a Pattern],
}

/// The most bytes that are read: far more than any answer has.
const MOST: usize = 4096;

/// The most letters by which what a text says may differ from its form.
const MOST_APART: usize = 12;

/// A text in the normal form of each tier.
struct Forms {
    words: String,
    plain: String,
}

impl Forms {
    fn of(text: &str) -> Self {
        let words = fold::words(text);
        let plain = fold::without_accents(&words);
        Self { words, plain }
    }

    fn bare(&self) -> &str {
        fold::without_articles(&self.plain, Rules::ALL)
    }

    /// The strictest tier up to articles in which both are the same.
    fn tier(&self, other: &Self) -> Option<Tier> {
        if fold::same(&self.words, &other.words, Rules::ALL) {
            Some(Tier::Form)
        } else if fold::same(&self.plain, &other.plain, Rules::ALL) {
            Some(Tier::Accents)
        } else if fold::same(self.bare(), other.bare(), Rules::ALL) {
            Some(Tier::Article)
        } else {
            None
        }
    }
}

/// What a text says, once its form is overlooked.
struct Gist {
    /// With its numbers in figures, and the article in front or without it; `None` where no number is written as a word.
    figures: Option<[String; 2]>,
    plain: String,
    phrase: Phrase,
    /// With one name for what has several.
    named: Phrase,
}

impl Gist {
    /// True when this text has numbers in words and says in figures what the other one says.
    fn counts(&self, other: &Self) -> bool {
        let Some([own, bare]) = &self.figures else {
            return false;
        };
        match &other.figures {
            Some([other, other_bare]) => {
                fold::same(own, other, Rules::ALL) || fold::same(bare, other_bare, Rules::ALL)
            }
            None => {
                fold::same(own, &other.plain, Rules::ALL)
                    || fold::same(
                        bare,
                        fold::without_articles(&other.plain, Rules::ALL),
                        Rules::ALL,
                    )
            }
        }
    }

    /// The strictest tier between articles and slips in which both are the same.
    fn tier(&self, other: &Self, order: Order) -> Option<Tier> {
        let unordered = phrase::same_in_any_order;
        if self.counts(other) || other.counts(self) {
            Some(Tier::Number)
        } else if fold::same(&self.phrase, &other.phrase, Rules::ALL) {
            Some(Tier::Grammar)
        } else if fold::same(&self.named, &other.named, Rules::ALL) {
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

/// A text that was typed, and what it says with endings and without, once somebody asks.
struct Given<'a> {
    key: &'a TextKey<'a>,
    names: &'a [Vec<Phrase>],
    forms: Forms,
    free: OnceCell<Gist>,
    exact: OnceCell<Gist>,
}

impl Given<'_> {
    fn gist(&self, endings: Endings) -> &Gist {
        let gist = match endings {
            Endings::Free => &self.free,
            Endings::Exact => &self.exact,
        };
        gist.get_or_init(|| self.key.gist(&self.forms, endings, self.names))
    }
}

impl TextKey<'_> {
    /// Reads a typed answer. A listed wrong answer beats a right one that needs as much to be overlooked, or more.
    pub fn read(&self, given: &str) -> TextMatch {
        self.read_with(given, Patterns::default())
    }

    /// Reads a typed answer. Patterns come behind the tiers of listed answers and before what those tiers don't forgive: words that
    /// are enough, slips. A term that was typed is not right because a pattern takes it in.
    pub fn read_with(&self, given: &str, patterns: Patterns<'_>) -> TextMatch {
        if let Some(wrong) = self.wrong.iter().position(|wrong| *wrong == given) {
            return TextMatch::KnownWrong(wrong);
        }
        let exact = |n: usize| self.answers.get(n).is_some_and(|(_, text)| *text == given);
        if (0..self.answers.len()).any(exact) {
            return self.accept(Tier::Exact, None, &exact);
        }
        if given.len() > MOST {
            return TextMatch::Unknown;
        }
        let typed = given;
        let given = Forms::of(given);
        if given.words.is_empty() {
            return TextMatch::Unknown;
        }
        let by_pattern = |given: &Forms| self.by_pattern(typed, given, patterns);
        let (mut answers, mut right) = (Vec::new(), Vec::new());
        for (_, answer) in self.answers {
            let forms = Forms::of(answer);
            right.push(given.tier(&forms));
            answers.push(forms);
        }
        let (mut wrong, mut known) = (Vec::new(), Vec::new());
        for listed in self.wrong {
            let forms = Forms::of(listed);
            known.push(given.tier(&forms));
            wrong.push(forms);
        }
        self.decide(&given, &answers, &right, &known)
            .unwrap_or_else(|| self.read_closely(given, &answers, &wrong, &by_pattern))
    }

    /// What the tiers of right and wrong answers come to, if there is one.
    fn decide(
        &self,
        given: &Forms,
        answers: &[Forms],
        right: &[Option<Tier>],
        wrong: &[Option<Tier>],
    ) -> Option<TextMatch> {
        match (strictest(right), strictest(wrong)) {
            (Some((best, _)), Some((tier, n))) if tier <= best => Some(TextMatch::KnownWrong(n)),
            (Some((best, _)), _) => Some(match self.namesake(given, answers, best) {
                Some((answer, rival)) => confusable(answer, rival),
                None => self.accept(best, None, &|n| right.get(n) == Some(&Some(best))),
            }),
            (None, Some((_, n))) => Some(TextMatch::KnownWrong(n)),
            (None, None) => None,
        }
    }

    /// A term that differs from the right answers by its accents, and is as near as they are.
    fn namesake(&self, given: &Forms, answers: &[Forms], tier: Tier) -> Option<(&str, &str)> {
        if tier == Tier::Form || tier > Tier::Article {
            return None;
        }
        let bare = given.bare();
        self.terms.iter().find_map(|term| {
            let forms = candidate(bare, term, 0)?;
            let is_other =
                |answer: &Forms| matches!(answer.tier(&forms), None | Some(Tier::Accents));
            let is_near = given.tier(&forms).is_some_and(|own| own <= tier);
            let answer = self.answers.first()?.1;
            (is_near && answers.iter().all(is_other)).then_some((answer, *term))
        })
    }

    /// Reads a text that is no answer to the letter: what it says, then slips.
    fn read_closely(
        &self,
        forms: Forms,
        answers: &[Forms],
        wrong: &[Forms],
        by_pattern: &dyn Fn(&Forms) -> Option<TextMatch>,
    ) -> TextMatch {
        let named = self.names();
        let given = Given {
            key: self,
            names: &named,
            forms,
            free: OnceCell::new(),
            exact: OnceCell::new(),
        };
        let near = |other: &Forms, endings| {
            (!self.is_far(&given.forms, other)).then(|| self.gist(other, endings, &named))
        };
        let tier = |gist: &Option<Gist>, endings| {
            let gist = gist.as_ref()?;
            given.gist(endings).tier(gist, self.leeway.order)
        };
        let (mut gists, mut right, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for (forms, (lang, _)) in answers.iter().zip(self.answers) {
            let endings = self.endings(*lang);
            let gist = near(forms, endings);
            right.push(tier(&gist, endings));
            gists.push(gist);
        }
        for forms in wrong {
            let endings = self.leeway.endings;
            known.push(tier(&near(forms, endings), endings));
        }
        self.decide(&given.forms, answers, &right, &known)
            .or_else(|| by_pattern(&given.forms))
            .or_else(|| self.by_words(&given))
            .unwrap_or_else(|| self.slipped(&given, answers, &gists, &named))
    }

    /// The pattern that takes in what was typed.
    fn by_pattern(&self, typed: &str, given: &Forms, patterns: Patterns<'_>) -> Option<TextMatch> {
        if let Some(n) = patterns.wrong.iter().position(|wrong| wrong.matches(typed)) {
            return Some(TextMatch::KnownWrong(self.wrong.len() + n));
        }
        let mut right = patterns.right.iter();
        let pattern = right.find(|right| right.matches(typed))?;
        let is_typed = |term: &&&str| {
            let forms = candidate(given.bare(), term, 0);
            forms.is_some_and(|forms| given.tier(&forms).is_some())
        };
        if let Some(term) = self.terms.iter().find(is_typed) {
            let answer = self.answers.first().map_or("", |(_, answer)| *answer);
            return Some(confusable(answer, term));
        }
        Some(TextMatch::Accepted(Accepted {
            answer: pattern.source.clone(),
            tier: Tier::Pattern,
            slip: None,
            langs: pattern.lang.iter().cloned().collect(),
        }))
    }

    /// True when two texts differ in more letters than endings, articles and slips come to, and no number in words or other name
    /// can account for them.
    fn is_far(&self, one: &Forms, other: &Forms) -> bool {
        let has_numbers =
            |forms: &Forms| pieces(&forms.plain, b' ').any(|word| Rules::ALL.is_number(word));
        self.leeway.same.is_empty()
            && typo::too_far(&one.plain, &other.plain, MOST_APART)
            && !has_numbers(one)
            && !has_numbers(other)
    }

    /// Answers that belong to no language, codes and names, have no plural.
    fn endings(&self, lang: Option<&Lang>) -> Endings {
        match lang {
            Some(_) => self.leeway.endings,
            None => Endings::Exact,
        }
    }

    fn phrase(&self, text: &str) -> Phrase {
        phrase::phrase(
            &fold::words(text),
            self.leeway.endings,
            self.leeway.order,
            Rules::ALL,
        )
    }

    /// The names of things that have several, longest first.
    fn names(&self) -> Vec<Vec<Phrase>> {
        let mut groups = Vec::new();
        for names in &self.leeway.same {
            let mut longest_first: Vec<Phrase> = Vec::new();
            for name in names {
                let name = self.phrase(name);
                let is_shorter = |other: &Phrase| phrase::length(other) < phrase::length(&name);
                let shorter = longest_first.iter().position(is_shorter);
                longest_first.insert(shorter.unwrap_or(longest_first.len()), name);
            }
            groups.push(longest_first);
        }
        groups
    }

    fn gist(&self, forms: &Forms, endings: Endings, names: &[Vec<Phrase>]) -> Gist {
        let figures = |text: &str| counting::figures(text, counting::One::Counts, Rules::ALL);
        let phrase = phrase::phrase(&forms.words, endings, self.leeway.order, Rules::ALL);
        let has_numbers = pieces(&forms.plain, b' ').any(|word| Rules::ALL.is_number(word));
        Gist {
            figures: has_numbers.then(|| [figures(&forms.plain), figures(forms.bare())]),
            plain: forms.plain.clone(),
            named: phrase::with_one_name(&phrase, names, Rules::ALL),
            phrase,
        }
    }

    /// Whether the words that its author asks for are there, in one of the languages.
    fn by_words(&self, given: &Given<'_>) -> Option<TextMatch> {
        for (lang, required) in self.leeway.words.iter() {
            let Some(slips) = self.missing(required, &given.gist(self.leeway.endings).phrase)
            else {
                continue;
            };
            let own = self.answers.iter().find(|(own, _)| *own == Some(lang));
            let (_, answer) = own.or(self.answers.first())?;
            let tier = if slips == 0 { Tier::Words } else { Tier::Typo };
            return Some(TextMatch::Accepted(Accepted {
                answer: (*answer).to_owned(),
                tier,
                slip: (slips > 0).then_some(Slip {
                    distance: slips,
                    budget: Required::SLIPS,
                }),
                langs: vec![*lang],
            }));
        }
        None
    }

    /// With how many slips the required words are all there, and nothing that may not be.
    fn missing(&self, required: &Required, given: &str) -> Option<usize> {
        let mut left: Vec<&str> = pieces(given, b' ').collect();
        let mut slips = 0;
        for alternatives in &required.all {
            let mut nearest: Option<Found> = None;
            for one in alternatives {
                if let Some(found) = find_words(&left, &self.phrase(one))
                    && nearest.as_ref().is_none_or(|nearest| found < *nearest)
                {
                    nearest = Some(found);
                }
            }
            let (distance, at, length) = nearest?;
            slips += distance;
            left.drain(at..at + length);
        }
        let refused = |word: &&str| Rules::ALL.negates(word) || !word.starts_with(fold::is_letter);
        let is_there = |word: &String| phrase::contains(given, &self.phrase(word));
        let sound = !required.all.is_empty()
            && slips <= Required::SLIPS
            && !left.iter().any(refused)
            && !required.none.iter().any(is_there);
        sound.then_some(slips)
    }

    /// The first answer that is a hit, with the languages of all that are; none as soon as one of them belongs to no
    /// language.
    fn accept(&self, tier: Tier, slip: Option<Slip>, is_hit: &dyn Fn(usize) -> bool) -> TextMatch {
        let mut answer = None;
        let mut langs: Vec<Lang> = Vec::new();
        let mut any = false;
        for (n, (lang, text)) in self.answers.iter().enumerate() {
            if !is_hit(n) {
                continue;
            }
            answer = answer.or(Some(*text));
            match lang {
                Some(lang) if !langs.contains(lang) => langs.push(*(*lang)),
                Some(_) => {}
                None => any = true,
            }
        }
        if any {
            langs.clear();
        }
        TextMatch::Accepted(Accepted {
            answer: answer.unwrap_or_default().to_owned(),
            tier,
            slip,
            langs,
        })
    }

    fn slipped(
        &self,
        given: &Given<'_>,
        answers: &[Forms],
        gists: &[Option<Gist>],
        names: &[Vec<Phrase>],
    ) -> TextMatch {
        let mut slips = Vec::new();
        for answer in answers {
            slips.push(typo::slip(given.forms.bare(), answer.bare(), Rules::ALL));
        }
        let read = self.nearest(given, answers, gists, names, &slips);
        if matches!(read, TextMatch::Accepted(_)) {
            return read;
        }
        let inside = slips.iter_mut().zip(answers).zip(gists).zip(self.answers);
        for (((slip, answer), gist), (lang, _)) in inside {
            if let (None, Some(gist)) = (&slip, gist) {
                *slip = self.slip_inside(given, answer, *lang, gist, names);
            }
        }
        self.nearest(given, answers, gists, names, &slips)
    }

    /// The right answer that is fewest slips away, unless something else is as near.
    fn nearest(
        &self,
        given: &Given<'_>,
        answers: &[Forms],
        gists: &[Option<Gist>],
        names: &[Vec<Phrase>],
        slips: &[Option<Slip>],
    ) -> TextMatch {
        let mut best: Option<(Slip, &str)> = None;
        for (slip, (_, text)) in slips.iter().zip(self.answers) {
            if let Some(slip) = slip
                && best.is_none_or(|(best, _)| slip.distance < best.distance)
            {
                best = Some((*slip, text));
            }
        }
        let Some((best, answer)) = best else {
            return TextMatch::Unknown;
        };
        match self.rival(given, answers, gists, names, best.distance) {
            None => self.accept(Tier::Typo, Some(best), &|n| {
                slips
                    .get(n)
                    .copied()
                    .flatten()
                    .is_some_and(|slip| slip.distance == best.distance)
            }),
            Some(rival) => confusable(answer, rival),
        }
    }

    /// A slip in what the text says: beside a number in words, another name or another order. Letters that an ending takes away
    /// are letters that differ.
    fn slip_inside(
        &self,
        given: &Given<'_>,
        answer: &Forms,
        lang: Option<&Lang>,
        gist: &Gist,
        names: &[Vec<Phrase>],
    ) -> Option<Slip> {
        let order = self.leeway.order;
        let slip = |one: &str, other: &str| {
            if order == Order::Any && phrase::length(one) == phrase::length(other) {
                return typo::slip(&phrase::in_order_of(one, other), other, Rules::ALL);
            }
            typo::slip(one, other, Rules::ALL)
        };
        let whole = phrase::phrase(&answer.words, Endings::Exact, order, Rules::ALL);
        let own = given.gist(self.endings(lang));
        slip(&given.gist(Endings::Exact).phrase, &whole).or_else(|| {
            if gist.named == gist.phrase {
                return None;
            }
            let others = names.iter().filter(|group| {
                group
                    .iter()
                    .any(|name| fold::same(name, &gist.phrase, Rules::ALL))
            });
            slip(&own.named, &gist.named).or_else(|| {
                let mut others = others.flatten();
                others.find_map(|name| slip(&own.phrase, name))
            })
        })
    }

    /// Another term that is at least as near as the right answer.
    fn rival(
        &self,
        given: &Given<'_>,
        answers: &[Forms],
        gists: &[Option<Gist>],
        names: &[Vec<Phrase>],
        distance: usize,
    ) -> Option<&str> {
        let bare = given.forms.bare();
        let squeezed = fold::squeezed(bare);
        let is_rival = |rival: &str| {
            // No form has more letters than the text has bytes.
            if rival.len() + distance < squeezed.chars().count() {
                return false;
            }
            let Some(forms) = candidate(bare, rival, distance) else {
                return false;
            };
            !typo::too_far(&squeezed, forms.bare(), distance)
                && typo::distance(&squeezed, &fold::squeezed(forms.bare())) <= distance
                && answers.iter().all(|answer| answer.tier(&forms).is_none())
                && !self.is_right(&forms, gists, names)
        };
        for rivals in [self.wrong, self.terms] {
            for rival in rivals {
                if is_rival(rival) {
                    return Some(rival);
                }
            }
        }
        None
    }

    /// True for another way to give a right answer.
    fn is_right(&self, forms: &Forms, gists: &[Option<Gist>], names: &[Vec<Phrase>]) -> bool {
        gists.iter().zip(self.answers).any(|(gist, (lang, _))| {
            let own = self.gist(forms, self.endings(*lang), names);
            let gist = gist.as_ref();
            gist.is_some_and(|gist| gist.tier(&own, self.leeway.order).is_some())
        })
    }
}

impl Required {
    /// The most slips in all of them together.
    const SLIPS: usize = 2;
}

/// Where a phrase stands: distance, place, length.
type Found = (usize, usize, usize);

/// Where a phrase stands among the words, each within its own budget of slips.
fn find_words(words: &[&str], phrase: &str) -> Option<Found> {
    let mut nearest: Option<Found> = None;
    for at in 0..words.len() {
        let (mut distance, mut length) = (0, 0);
        for other in pieces(phrase, b' ') {
            let word = words.get(at + length);
            let Some(more) = word.and_then(|word| typo::word_distance(word, other, Rules::ALL))
            else {
                distance = usize::MAX;
                break;
            };
            distance += more;
            length += 1;
        }
        if distance < nearest.map_or(usize::MAX, |(least, ..)| least) {
            nearest = Some((distance, at, length));
        }
    }
    nearest
}

/// The strictest tier there is, with its first place.
fn strictest(tiers: &[Option<Tier>]) -> Option<(Tier, usize)> {
    let mut strictest = None;
    for (n, tier) in tiers.iter().enumerate() {
        if let Some(tier) = *tier
            && strictest.is_none_or(|(least, _)| tier < least)
        {
            strictest = Some((tier, n));
        }
    }
    strictest
}

/// True when a name of something occurs in a text, whatever its form and endings.
pub fn mentions(text: &str, name: &str) -> bool {
    let phrase = |text: &str| {
        phrase::phrase(
            &fold::words(text),
            Endings::Free,
            Order::AsWritten,
            Rules::ALL,
        )
    };
    phrase::contains(&phrase(text), &phrase(name))
}

/// What of a term or of an answer tells how near others are to it. It is made once where each is compared with many.
pub struct Likeness {
    digits: Vec<u8>,
    letters: String,
    /// How many characters they are.
    length: usize,
    /// How many slips are read over in it.
    budget: usize,
}

impl Likeness {
    /// Of a term or an answer.
    pub fn of(text: &str) -> Self {
        let forms = Forms::of(text);
        let counted = forms.bare().chars().filter(|&c| fold::is_letter(c));
        let letters = fold::squeezed(forms.bare()).replace('z', "s");
        Self {
            digits: text.bytes().filter(u8::is_ascii_digit).collect(),
            length: letters.chars().count(),
            letters,
            budget: typo::budget(counted.count()),
        }
    }

    /// True when a term is so near a right answer that slips could lead to the one or to the other, and is not a spelling
    /// of it: organisation, organization. Slips never change a digit, so that a term with other numbers is none.
    pub fn is_rival_of(&self, answer: &Self) -> bool {
        let most = 2 * answer.budget;
        let (one, other) = (&self.letters, &answer.letters);
        // What costs least comes first: most of a bank is far longer or far shorter.
        self.length.abs_diff(answer.length) <= most
            && self.digits == answer.digits
            && one != other
            && !typo::too_far(one, other, most)
            && typo::distance(one, other) <= most
    }
}

fn confusable(answer: &str, rival: &str) -> TextMatch {
    TextMatch::Confusable {
        answer: answer.to_owned(),
        rival: rival.to_owned(),
    }
}

/// The forms of a term, unless it lacks more letters of what was given, without its article, than slips account for.
fn candidate(bare: &str, term: &str, distance: usize) -> Option<Forms> {
    // A letter with an accent is not seen here, and may be two: œ.
    let unseen = term.bytes().filter(|byte| !byte.is_ascii_alphanumeric());
    let (lacking, _) = typo::balance(bare, term);
    (lacking <= distance + unseen.count()).then(|| Forms::of(term))
}

enum_json!(Endings { "free" => Free, "exact" => Exact } else Self::Free);
enum_json!(Order { "as-written" => AsWritten, "any" => Any } else Self::AsWritten);
newtype_json!(Credits);
struct_json!(Required { all; none = Vec::new() });
struct_json!(MatchOptions {
    ; endings = Endings::Free, order = Order::AsWritten, same = Vec::new(), words = Localised::default()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn key(given: &str) -> TextMatch {
        let (en, fr): (Lang, Lang) = ("en".parse().unwrap(), "fr".parse().unwrap());
        let answers = [
            (None, "ISO/IEC 27001"),
            (Some(&en), "statement of applicability"),
            (Some(&fr), "déclaration d'applicabilité"),
            (Some(&fr), "œuvre"),
        ];
        TextKey {
            answers: &answers,
            wrong: &["ISO/IEC 27002"],
            terms: &["ouvre", "statement of acceptability"],
            leeway: &MatchOptions::default(),
        }
        .read(given)
    }

    fn tier(given: &str) -> Option<Tier> {
        match key(given) {
            TextMatch::Accepted(accepted) => Some(accepted.tier),
            _ => None,
        }
    }

    #[test]
    fn each_tier_overlooks_one_thing_more() {
        assert_eq!(tier("déclaration d'applicabilité"), Some(Tier::Exact));
        assert_eq!(
            tier("Déclaration  d\u{2019}applicabilité."),
            Some(Tier::Form)
        );
        assert_eq!(
            tier("de\u{301}claration d'applicabilite\u{301}"),
            Some(Tier::Form)
        );
        assert_eq!(tier("OEUVRE"), Some(Tier::Form));
        assert_eq!(tier("declaration d'applicabilite"), Some(Tier::Accents));
        assert_eq!(tier("la declaration d'applicabilite"), Some(Tier::Article));
        assert_eq!(tier("la declaraton d'applicabilite"), Some(Tier::Typo));
        assert_eq!(tier("iso iec 27001"), Some(Tier::Form));
        assert_eq!(tier("l'ISO/IEC 27 001"), Some(Tier::Article));
    }

    #[test]
    fn a_slip_toward_another_term_is_refused() {
        assert_eq!(key("ISO/IEC 27002"), TextMatch::KnownWrong(0));
        assert_eq!(key("ISO/IEC 27003"), TextMatch::Unknown);
        assert!(matches!(
            key("statement of appplicabilty"),
            TextMatch::Accepted(_)
        ));
        assert!(matches!(
            key("ouvre"),
            TextMatch::Confusable { .. } | TextMatch::Unknown
        ));
    }

    #[test]
    fn the_language_of_the_answer_is_known() {
        let langs = |given: &str| match key(given) {
            TextMatch::Accepted(accepted) => accepted.langs.iter().map(Lang::to_string).collect(),
            _ => vec!["none".to_owned()],
        };
        assert_eq!(langs("Statement of applicability"), ["en"]);
        assert_eq!(langs("declaration d'applicabilité"), ["fr"]);
        assert!(langs("iso/iec 27001").is_empty());
    }

    #[test]
    fn nothing_but_punctuation_is_no_answer() {
        assert_eq!(key("..."), TextMatch::Unknown);
        assert_eq!(key(""), TextMatch::Unknown);
    }
}
