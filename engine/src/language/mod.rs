//! What the grader knows of each language: one file per language, behind one trait.
//!
//! To add a language, write its file and name it in `LANGUAGES`. What only authors' tools need to know of a language is
//! in their crate, so that learners don't download it.

mod de;
mod en;
mod fr;

use crate::lang::Lang;

/// The languages with a file of their own.
static LANGUAGES: [&dyn Language; 3] = [&en::English, &fr::French, &de::German];

/// How typed answers are read in one language. Words are in lower case and without accents; lists are words one space
/// apart.
pub(crate) trait Language: Sync {
    /// The tag of the language, without a region.
    fn tag(&self) -> &'static str;

    /// Articles, and what else may be left out in front of an answer, such as "de" in French.
    fn articles(&self) -> &'static str;

    /// Words that may be left out inside an answer.
    fn fillers(&self) -> &'static str;

    /// Words that join the parts of a list, which may be left out where the order is free.
    fn joiners(&self) -> &'static str;

    /// What is left of a word before an apostrophe: "l" in French.
    fn elisions(&self) -> &'static str {
        ""
    }

    /// Words that turn a phrase into its opposite.
    fn negations(&self) -> &'static str;

    /// Words that would turn the next one round if the space between them were lost: "no" in "no table".
    fn separate(&self) -> &'static str;

    /// Prefixes that turn the meaning of a word round.
    fn turning_prefixes(&self) -> &'static str;

    /// Endings of the one who does something, and endings, behind the same root, of what it is done to or of doing it.
    fn roles(&self) -> [&'static str; 2];

    /// Letters with a mark, and how they are spelt where a keyboard lacks them: ü and ue. Both are the same letter.
    fn spelt_out(&self) -> &'static [[&'static str; 2]] {
        &[]
    }

    /// Whether a dot can stand between thousands: 27.001 is 27001.
    fn groups_by_dots(&self) -> bool {
        false
    }

    /// Rows of letters that are side by side on its keyboards, beyond those of QWERTY and AZERTY.
    fn neighbours(&self) -> &'static [&'static [u8]] {
        &[]
    }

    /// The root of a word with an ending behind which there is no other, and what to put in the place of the ending.
    fn irregular<'a>(&self, word: &'a str) -> Option<Stem<'a>>;

    /// The word without one ending of number or case; `None` where it has none.
    fn uninflected<'a>(&self, word: &'a str) -> Option<&'a str>;

    /// The word without an ending of gender, and what to put in the place of the ending.
    fn agreeing<'a>(&self, word: &'a str) -> Option<Stem<'a>>;

    /// The number at the beginning of these words, and how many of them it takes.
    fn number(&self, words: &[&str]) -> Option<(usize, usize)>;
}

/// What is left of a word, and what comes behind it.
pub(crate) type Stem<'a> = (&'a str, &'static str);

/// The fewest letters that are a word without its ending: an acronym such as ISMS keeps its last letter.
const SHORTEST: usize = 4;

/// What is left of a word without this ending, unless it is too short with what comes in the place of the ending.
fn cut<'a>(word: &'a str, ending: &str, instead: &str) -> Option<&'a str> {
    let left = word.strip_suffix(ending)?;
    (left.len() + instead.len() >= SHORTEST).then_some(left)
}

/// The word with the first of these endings replaced.
fn replaced<'a>(word: &'a str, endings: &[(&str, &'static str)]) -> Option<Stem<'a>> {
    for (ending, instead) in endings {
        if let Some(left) = cut(word, ending, instead) {
            return Some((left, *instead));
        }
    }
    None
}

/// True when a word is in a list.
fn has(list: &str, word: &str) -> bool {
    place(list, word).is_some()
}

/// The place of a word in a list.
fn place(list: &str, word: &str) -> Option<usize> {
    list.split(' ').position(|own| own == word)
}

/// Replaces a part of a text wherever what stands before it is right.
fn replace_all(text: &mut String, part: &str, instead: &str, is_right: fn(&str) -> bool) {
    let mut at = 0;
    while let Some(behind) = text.get(at..) {
        let mut places = behind.as_bytes().windows(part.len());
        let Some(place) = places.position(|own| own == part.as_bytes()) else {
            return;
        };
        let start = at + place;
        let is_right = text.get(..start).is_some_and(is_right);
        let end = start + part.len();
        at = end;
        if is_right {
            text.replace_range(start..end, instead);
            at = start + instead.len();
        }
    }
}

/// The languages by whose rules a text is read. Where there are several, what one of them allows is allowed, and what one
/// of them forbids is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rules(u32);

impl Rules {
    /// The rules of no language: what is true in all of them.
    pub const NONE: Self = Self(0);

    /// The rules of every language that has some.
    pub const ALL: Self = Self((1 << LANGUAGES.len()) - 1);

    /// The rules of these languages, whatever their regions. A language that nothing is known of has none.
    ///
    /// ```
    /// use jalon_engine::grade::with_figures;
    /// use jalon_engine::lang::Lang;
    /// use jalon_engine::language::Rules;
    ///
    /// let french: Lang = "fr-ca".parse()?;
    /// let spanish: Lang = "es".parse()?;
    /// assert_eq!(with_figures("Trois mois", Rules::of([&french])), "3 mois");
    /// assert_eq!(with_figures("Trois mois", Rules::of([&spanish])), "trois mois");
    /// # Ok::<(), jalon_engine::lang::LangError>(())
    /// ```
    pub fn of<'a>(langs: impl IntoIterator<Item = &'a Lang>) -> Self {
        let mut rules = Self::NONE;
        for lang in langs {
            rules = rules.and(Self::in_lang(lang));
        }
        rules
    }

    pub(crate) fn in_lang(lang: &Lang) -> Self {
        let place = LANGUAGES.iter().position(|own| own.tag() == lang.primary());
        place.map_or(Self::NONE, |place| Self(1 << place))
    }

    /// The rules of both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn languages(self) -> impl Iterator<Item = &'static dyn Language> {
        let mut at = 0;
        LANGUAGES.iter().copied().filter(move |_| {
            at += 1;
            self.0 & 1 << (at - 1) != 0
        })
    }

    fn lists(self, word: &str, list: fn(&dyn Language) -> &'static str) -> bool {
        self.languages().any(|language| has(list(language), word))
    }

    /// True for an article, or what else may be left out in front of an answer, in lower case and without accents.
    pub fn is_article(self, word: &str) -> bool {
        self.lists(word, |language| language.articles())
    }

    pub(crate) fn is_filler(self, word: &str) -> bool {
        self.lists(word, |language| language.fillers())
    }

    pub(crate) fn is_joiner(self, word: &str) -> bool {
        self.lists(word, |language| language.joiners())
    }

    pub(crate) fn is_elision(self, word: &str) -> bool {
        self.lists(word, |language| language.elisions())
    }

    pub(crate) fn negates(self, word: &str) -> bool {
        self.lists(word, |language| language.negations())
    }

    pub(crate) fn is_separate(self, word: &str) -> bool {
        self.lists(word, |language| language.separate())
    }

    /// Prefixes that turn the meaning of a word round, with those of Latin and Greek that many languages share.
    pub(crate) fn turning_prefixes(self) -> impl Iterator<Item = &'static str> {
        const SHARED: &str = "in im il ir an a non dis des de dys anti re";
        let own = self
            .languages()
            .flat_map(|language| language.turning_prefixes().split(' '));
        SHARED.split(' ').chain(own)
    }

    /// True where one of two words says who does something, and the other what it is done to: employer, employee.
    pub(crate) fn are_roles(self, one: &str, other: &str) -> bool {
        let is_pair = |language: &dyn Language, agent: &str, other: &str| {
            let [agents, others] = language.roles();
            let agent = agent.strip_suffix('s').unwrap_or(agent);
            agents
                .split(' ')
                .find_map(|ending| agent.strip_suffix(ending))
                .and_then(|root| other.strip_prefix(root))
                .is_some_and(|ending| ending.is_empty() || has(others, ending))
        };
        self.languages()
            .any(|language| is_pair(language, one, other) || is_pair(language, other, one))
    }

    /// The words of a text in normal form with each marked letter spelt out, where a language does so.
    pub(crate) fn spell_out(self, words: &mut String) {
        for [marked, spelt] in self.languages().flat_map(Language::spelt_out) {
            replace_all(words, marked, spelt, |_| true);
        }
    }

    /// Words without accents, with the plain letter for each marked one that is spelt out: a plural often has one where the singular
    /// has none. Not behind a vowel: "neue" has no umlaut.
    pub(crate) fn spell_plainly(self, plain: &mut String) {
        if plain.len() <= SHORTEST {
            return;
        }
        for [_, spelt] in self.languages().flat_map(Language::spelt_out) {
            let letter = spelt.get(..1).unwrap_or_default();
            replace_all(plain, spelt, letter, |before| {
                !before.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'q'])
            });
        }
    }

    pub(crate) fn groups_by_dots(self) -> bool {
        self.languages().any(Language::groups_by_dots)
    }

    /// True for letters that are side by side on a keyboard of one of the languages.
    pub(crate) fn are_neighbours(self, one: u8, other: u8) -> bool {
        let mut rows = self.languages().flat_map(Language::neighbours);
        rows.any(|row| {
            row.windows(2)
                .any(|pair| pair == [one, other] || pair == [other, one])
        })
    }

    /// The number at the beginning of these words, and how many of them it takes.
    pub(crate) fn number(self, words: &[&str]) -> Option<(usize, usize)> {
        let mut longest: Option<(usize, usize)> = None;
        for language in self.languages() {
            if let Some(number) = language.number(words)
                && longest.is_none_or(|longest| longest.1 < number.1)
            {
                longest = Some(number);
            }
        }
        longest
    }

    /// True for a word that is a number by itself.
    pub(crate) fn is_number(self, word: &str) -> bool {
        self.number(&[word]).is_some()
    }

    /// A word without the endings that make it plural or agree, and what comes in their place.
    pub(crate) fn stem(self, word: &str) -> Stem<'_> {
        let is_plain =
            |word: &str| word.len() <= SHORTEST || word.ends_with("ss") || word.ends_with("us");
        if self == Self::NONE || is_plain(word) {
            return (word, "");
        }
        if let Some(stem) = self
            .languages()
            .find_map(|language| language.irregular(word))
        {
            return stem;
        }
        let mut word = word;
        for language in self.languages() {
            word = language.uninflected(word).unwrap_or(word);
        }
        let mut languages = self.languages();
        let stem = languages.find_map(|language| language.agreeing(word));
        let shorter = || cut(word, "e", "").filter(|_| word.len() > SHORTEST + 1);
        stem.unwrap_or_else(|| (shorter().unwrap_or(word), ""))
    }
}
