//! The reading of a typed answer, tier by tier. Each answer is held against what was typed by the rules of its own language.

use super::forms::{Forms, Gist};
use super::given::Given;
use super::pattern::Pattern;
use super::phrase::{self, Phrase};
use super::text::{
    Accepted, Endings, Order, Patterns, Required, TextKey, TextMatch, Tier, confusable,
};
use super::typo::{self, Slip};
use super::{fold, required};
use crate::lang::Lang;
use crate::language::Rules;

/// The most bytes that are read: far more than any answer has.
const MOST: usize = 4096;

/// A right answer, and what was typed by the rules of its language.
struct Answer<'a> {
    given: &'a Given<'a>,
    text: &'a str,
    endings: Endings,
    forms: Forms,
    /// What it says; `None` where that is too far from what was typed, or nobody has asked yet.
    gist: Option<Gist>,
}

/// A typed text before its key.
struct Reader<'a> {
    key: &'a TextKey<'a>,
    /// By the rules of every language of the bank.
    common: &'a Given<'a>,
    all: &'a [Given<'a>],
    answers: Vec<Answer<'a>>,
    wrong: Vec<Forms>,
}

/// What was typed, by these rules.
fn by<'a>(all: &'a [Given<'a>], rules: Rules) -> Option<&'a Given<'a>> {
    all.iter().find(|given| given.forms.rules == rules)
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
        let all = self.given(given);
        match all.first() {
            Some(common) if !common.forms.words.is_empty() => {
                Reader::new(self, common, &all).read(given, patterns)
            }
            _ => TextMatch::Unknown,
        }
    }

    /// The rules by which an answer is read.
    fn rules_of(&self, lang: Option<&Lang>, common: Rules) -> Rules {
        lang.map_or(common, Rules::in_lang)
    }

    /// What was typed, by the rules of all languages first, then by those of each language that something is listed in.
    fn given<'a>(&'a self, typed: &str) -> Vec<Given<'a>> {
        let answers = self.answers.iter().filter_map(|(lang, _)| *lang);
        let mut rules = Vec::new();
        let mut common = self.rules;
        for lang in answers.chain(self.leeway.words.langs()) {
            let own = Rules::in_lang(lang);
            common = common.and(own);
            if !rules.contains(&own) {
                rules.push(own);
            }
        }
        rules.retain(|own| *own != common);
        rules.insert(0, common);
        let mut all = Vec::new();
        for rules in rules {
            all.push(Given::new(self, typed, rules));
        }
        all
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
}

impl<'a> Reader<'a> {
    fn new(key: &'a TextKey<'a>, common: &'a Given<'a>, all: &'a [Given<'a>]) -> Self {
        let mut answers = Vec::new();
        for (lang, text) in key.answers {
            let rules = key.rules_of(*lang, common.forms.rules);
            answers.push(Answer {
                given: by(all, rules).unwrap_or(common),
                text,
                // Answers that belong to no language, codes and names, have no plural.
                endings: lang.map_or(Endings::Exact, |_| key.leeway.endings),
                forms: Forms::of(text, rules),
                gist: None,
            });
        }
        let mut wrong = Vec::new();
        for listed in key.wrong {
            wrong.push(Forms::of(listed, common.forms.rules));
        }
        Self {
            key,
            common,
            all,
            answers,
            wrong,
        }
    }

    /// Reads a text that is no answer to the letter: its form, what it says, patterns, words that are enough, slips.
    fn read(mut self, typed: &str, patterns: Patterns<'_>) -> TextMatch {
        let (mut right, mut known) = (Vec::new(), Vec::new());
        for answer in &self.answers {
            right.push(answer.given.forms.tier(&answer.forms));
        }
        for wrong in &self.wrong {
            known.push(self.common.forms.tier(wrong));
        }
        if let Some(read) = self.decide(&right, &known) {
            return read;
        }
        right.clear();
        known.clear();
        for answer in &mut self.answers {
            answer.gist = answer.given.gist_near(&answer.forms, answer.endings);
            right.push(answer.given.tier(answer.gist.as_ref(), answer.endings));
        }
        for wrong in &self.wrong {
            let endings = self.key.leeway.endings;
            let gist = self.common.gist_near(wrong, endings);
            known.push(self.common.tier(gist.as_ref(), endings));
        }
        self.decide(&right, &known)
            .or_else(|| self.by_pattern(typed, patterns))
            .or_else(|| self.by_words())
            .unwrap_or_else(|| self.slipped())
    }

    /// What the tiers of right and wrong answers come to, if there is one.
    fn decide(&self, right: &[Option<Tier>], wrong: &[Option<Tier>]) -> Option<TextMatch> {
        match (strictest(right), strictest(wrong)) {
            (Some((best, _)), Some((tier, n))) if tier <= best => Some(TextMatch::KnownWrong(n)),
            (Some((best, _)), _) => Some(match self.namesake(best) {
                Some((answer, rival)) => confusable(answer, rival),
                None => self
                    .key
                    .accept(best, None, &|n| right.get(n) == Some(&Some(best))),
            }),
            (None, Some((_, n))) => Some(TextMatch::KnownWrong(n)),
            (None, None) => None,
        }
    }

    /// A term that differs from the right answers by its accents, and is as near as they are.
    fn namesake(&self, tier: Tier) -> Option<(&str, &str)> {
        if tier == Tier::Form || tier > Tier::Article {
            return None;
        }
        let given = &self.common.forms;
        self.key.terms.iter().find_map(|term| {
            let forms = candidate(given, term, 0)?;
            let is_other = |answer: &Answer<'_>| {
                let answer = Forms::of(answer.text, given.rules);
                matches!(answer.tier(&forms), None | Some(Tier::Accents))
            };
            let is_near = given.tier(&forms).is_some_and(|own| own <= tier);
            let answer = self.answers.first()?.text;
            (is_near && self.answers.iter().all(is_other)).then_some((answer, *term))
        })
    }

    /// The pattern that takes in what was typed.
    fn by_pattern(&self, typed: &str, patterns: Patterns<'_>) -> Option<TextMatch> {
        let rules = self.common.forms.rules;
        let is_hit = |pattern: &Pattern| pattern.matches(typed, rules);
        if let Some(n) = patterns.wrong.iter().position(|wrong| is_hit(wrong)) {
            return Some(TextMatch::KnownWrong(self.wrong.len() + n));
        }
        let mut right = patterns.right.iter();
        let pattern = right.find(|right| is_hit(right))?;
        let given = &self.common.forms;
        let is_typed = |term: &&&str| {
            let forms = candidate(given, term, 0);
            forms.is_some_and(|forms| given.tier(&forms).is_some())
        };
        if let Some(term) = self.key.terms.iter().find(is_typed) {
            let answer = self.answers.first().map_or("", |answer| answer.text);
            return Some(confusable(answer, term));
        }
        Some(TextMatch::Accepted(Accepted {
            answer: pattern.source.clone(),
            tier: Tier::Pattern,
            slip: None,
            langs: pattern.lang.iter().cloned().collect(),
        }))
    }

    /// Whether the words that its author asks for are there, in one of the languages.
    fn by_words(&self) -> Option<TextMatch> {
        let leeway = self.key.leeway;
        for (lang, required) in leeway.words.iter() {
            let given = by(self.all, Rules::in_lang(lang)).unwrap_or(self.common);
            let phrase = &given.gist(leeway.endings).phrase;
            let own = |text: &str| given.phrase(text);
            let Some(slips) = required::missing(required, phrase, given.forms.rules, &own) else {
                continue;
            };
            let mut answers = self.key.answers.iter();
            let own = answers.find(|(own, _)| *own == Some(lang));
            let (_, answer) = own.or(self.key.answers.first())?;
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

    fn slipped(&self) -> TextMatch {
        let mut slips = Vec::new();
        for answer in &self.answers {
            let given = &answer.given.forms;
            slips.push(typo::slip(given.bare(), answer.forms.bare(), given.rules));
        }
        let read = self.nearest(&slips);
        if matches!(read, TextMatch::Accepted(_)) {
            return read;
        }
        for (slip, answer) in slips.iter_mut().zip(&self.answers) {
            if slip.is_none() {
                *slip = answer.slip_inside();
            }
        }
        self.nearest(&slips)
    }

    /// The right answer that is fewest slips away, unless something else is as near.
    fn nearest(&self, slips: &[Option<Slip>]) -> TextMatch {
        let mut best: Option<(Slip, &str)> = None;
        for (slip, answer) in slips.iter().zip(&self.answers) {
            if let Some(slip) = slip
                && best.is_none_or(|(best, _)| slip.distance < best.distance)
            {
                best = Some((*slip, answer.text));
            }
        }
        let Some((best, answer)) = best else {
            return TextMatch::Unknown;
        };
        match self.rival(best.distance) {
            None => self.key.accept(Tier::Typo, Some(best), &|n| {
                slips
                    .get(n)
                    .copied()
                    .flatten()
                    .is_some_and(|slip| slip.distance == best.distance)
            }),
            Some(rival) => confusable(answer, rival),
        }
    }

    /// Another term that is at least as near as the right answer.
    fn rival(&self, distance: usize) -> Option<&str> {
        let given = &self.common.forms;
        let squeezed = fold::squeezed(given.bare());
        let is_rival = |rival: &str| {
            // No form has more letters than the text has bytes.
            if rival.len() + distance < squeezed.chars().count() {
                return false;
            }
            let Some(forms) = candidate(given, rival, distance) else {
                return false;
            };
            !typo::too_far(&squeezed, forms.bare(), distance)
                && typo::distance(&squeezed, &fold::squeezed(forms.bare())) <= distance
                && !self.answers.iter().any(|answer| answer.is_met_by(rival))
        };
        for rivals in [self.key.wrong, self.key.terms] {
            for rival in rivals {
                if is_rival(rival) {
                    return Some(rival);
                }
            }
        }
        None
    }
}

impl Answer<'_> {
    /// True for another way to give this answer.
    fn is_met_by(&self, text: &str) -> bool {
        let forms = Forms::of(text, self.forms.rules);
        if self.forms.tier(&forms).is_some() {
            return true;
        }
        self.gist.as_ref().is_some_and(|gist| {
            let own = self.given.gist_of(&forms, self.endings);
            gist.tier(&own, self.given.key.leeway.order).is_some()
        })
    }

    /// A slip in what the text says: beside a number in words, another name or another order. Letters that an ending takes away
    /// are letters that differ.
    fn slip_inside(&self) -> Option<Slip> {
        let gist = self.gist.as_ref()?;
        let given = self.given;
        let (order, rules) = (given.key.leeway.order, self.forms.rules);
        let slip = |one: &str, other: &str| {
            if order == Order::Any && phrase::length(one) == phrase::length(other) {
                return typo::slip(&phrase::in_order_of(one, other), other, rules);
            }
            typo::slip(one, other, rules)
        };
        let whole = self.forms.phrase(Endings::Exact, order);
        let own = given.gist(self.endings);
        slip(&given.gist(Endings::Exact).phrase, &whole).or_else(|| {
            if gist.named == gist.phrase {
                return None;
            }
            let is_name = |name: &Phrase| fold::same(name, &gist.phrase, rules);
            let others = given
                .names()
                .iter()
                .filter(|group| group.iter().any(is_name));
            slip(&own.named, &gist.named).or_else(|| {
                let mut others = others.flatten();
                others.find_map(|name| slip(&own.phrase, name))
            })
        })
    }
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

/// The forms of a term, unless it lacks more letters of what was given, without its article, than slips account for.
fn candidate(given: &Forms, term: &str, distance: usize) -> Option<Forms> {
    // A letter with an accent is not seen here, and may be two: œ.
    let unseen = term.bytes().filter(|byte| !byte.is_ascii_alphanumeric());
    let (lacking, _) = typo::balance(given.bare(), term);
    (lacking <= distance + unseen.count()).then(|| Forms::of(term, given.rules))
}
