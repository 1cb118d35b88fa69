//! The languages of a page: one of the bank's, or all of them side by side.

use jalon_compiler::html::{escaped, quoted};
use jalon_engine::lang::{Lang, Localised, Reading};
use jalon_i18n::site::{self, SiteWords};
use jalon_i18n::{Words, for_reading};

/// How a page is read.
pub(crate) struct PageReading {
    reading: Reading,
    first: Lang,
    languages: Vec<Lang>,
}

impl PageReading {
    /// Every way to read a bank: in each language, and in all where there are several.
    pub(crate) fn all(languages: &[Lang]) -> Vec<Self> {
        let Some(first) = languages.first() else {
            return Vec::new();
        };
        let mut all: Vec<Reading> = languages.iter().map(|lang| Reading::In(*lang)).collect();
        if languages.len() > 1 {
            all.push(Reading::Both);
        }
        let own = |reading| Self {
            reading,
            first: *first,
            languages: languages.to_vec(),
        };
        all.into_iter().map(own).collect()
    }

    /// The folder of its pages; also the value of the elements' attribute `lang`.
    pub(crate) fn folder(&self) -> &str {
        match &self.reading {
            Reading::In(lang) => lang.as_str(),
            Reading::Both => "both",
        }
    }

    /// The language of the page as a whole.
    pub(crate) fn lang(&self) -> &str {
        match &self.reading {
            Reading::In(lang) => lang.as_str(),
            Reading::Both => self.first.as_str(),
        }
    }

    pub(crate) fn is_both(&self) -> bool {
        self.reading == Reading::Both
    }

    /// What the control of languages calls it, on a page that is read in `page`.
    pub(crate) fn name_for(&self, page: &Self) -> String {
        match &self.reading {
            Reading::In(lang) => {
                let name = (jalon_i18n::of(lang).language_name)(lang);
                let mut letters = name.chars();
                let first = letters.next().map(char::to_uppercase);
                first.into_iter().flatten().chain(letters).collect()
            }
            Reading::Both if self.languages.len() == 2 => {
                page.first_words().both_languages.to_owned()
            }
            Reading::Both => page.first_words().all_languages.to_owned(),
        }
    }

    /// Our words in each language on the page.
    fn words(&self) -> Vec<&'static Words> {
        for_reading(&self.reading, &self.languages)
    }

    /// Our words in the language of the page as a whole.
    pub(crate) fn first_words(&self) -> &'static Words {
        match &self.reading {
            Reading::In(lang) => jalon_i18n::of(lang),
            Reading::Both => jalon_i18n::of(&self.first),
        }
    }

    /// A text of the bank in the language of the page as a whole, for titles.
    pub(crate) fn plain<'a>(&self, text: &'a Localised<String>) -> &'a str {
        let own = text.iter().find(|(lang, _)| lang.as_str() == self.lang());
        own.map_or("", |(_, text)| text.as_str())
    }

    /// One of our sentences, as plain text: in each language on the page.
    pub(crate) fn said(&self, words: impl Fn(&'static Words) -> String) -> String {
        let mut said: Vec<String> = self.words().into_iter().map(words).collect();
        said.dedup();
        said.join(" · ")
    }

    /// One of our sentences, as HTML.
    pub(crate) fn say(&self, words: impl Fn(&'static Words) -> String) -> String {
        let said = self.words().into_iter();
        self.marked(
            "span",
            said.map(|own| (own.lang, escaped(&words(own)))).collect(),
        )
    }

    /// The same of the words about sites.
    pub(crate) fn say_site(&self, words: impl Fn(&'static SiteWords) -> String) -> String {
        self.say(|own| words(site::of(own)))
    }

    /// A text of the bank, as HTML.
    pub(crate) fn text(&self, text: &Localised<String>) -> String {
        self.of("span", text, |text| escaped(text))
    }

    /// Something of the bank, each language in an element of its own.
    pub(crate) fn of<T>(
        &self,
        tag: &str,
        text: &Localised<T>,
        html: impl Fn(&T) -> String,
    ) -> String {
        let shown = text.iter().filter(|(lang, _)| self.reading.shows(lang));
        self.marked(
            tag,
            shown
                .map(|(lang, text)| (lang.as_str(), html(text)))
                .collect(),
        )
    }

    /// HTML in several languages. What all of them say in the same words is written once; what is in the page's language needs no mark.
    fn marked(&self, tag: &str, mut parts: Vec<(&str, String)>) -> String {
        if parts
            .iter()
            .all(|(_, html)| Some(html) == parts.first().map(|(_, first)| first))
        {
            parts.truncate(1);
        }
        if let [(lang, html)] = parts.as_slice()
            && *lang == self.lang()
        {
            return html.clone();
        }
        let one = |(lang, html): (&str, String)| {
            format!(
                "<{tag} data-tongue lang=\"{}\">{html}</{tag}>",
                quoted(lang)
            )
        };
        let all: Vec<String> = parts.into_iter().map(one).collect();
        all.join(" ")
    }
}
