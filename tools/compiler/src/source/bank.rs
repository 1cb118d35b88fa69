//! `bank.toml`.

use jalon_engine::grade::Policy;
use jalon_engine::id::{BankId, ConceptId, MisconceptionId, ModuleId};
use jalon_engine::kind::essay::Counts;
use jalon_engine::lang::Lang;

use super::policy::Feedback;
use crate::kind::answer::TierCredits;
use crate::read::{At, Languages, Raw, Reader, Table, record};
use crate::source::switches::Switches;

record! {
    /// A bank.
    pub(crate) struct Bank {
        /// Names the bank; saved progress is filed under it.
        required id: At<BankId>,
        /// The languages in which every text exists.
        required languages: At<Vec<At<Lang>>>,
        /// The bank's name.
        required title: Languages<Raw>,
        /// Its modules, in reading order; each is a file.
        required modules: At<Vec<At<ModuleId>>>,
        /// How responses that are right in part are marked, unless a module or a question says otherwise.
        optional scoring: Policy,
        /// What learners are shown, and when, unless a module says otherwise.
        optional feedback: Feedback,
        /// What is left of the points where something was overlooked in a typed answer.
        optional credit: TierCredits,
        /// What learners' ticks on the checklists of their essays count for, unless a module says otherwise.
        optional essays: Counts,
        /// What its questions test.
        optional concepts("concept"): Vec<Concept>,
        /// Wrong ideas that wrong answers can come from.
        optional misconceptions("misconception"): Vec<Misconception>,
        /// Words of the field that must never pass for a typing slip of one another.
        optional terms("term"): Vec<Languages<Vec<Raw>>>,
        /// Names of one thing in typed answers: acronyms with what they stand for.
        optional synonyms("synonym"): Vec<Languages<Vec<Raw>>>,
        /// How the bank's course site looks, and what it says of itself.
        optional site: Site,
        /// Rules that are turned off or on.
        optional lint: Switches,
    }
}

record! {
    /// How a bank's course site looks, and what it says of itself.
    pub(crate) struct Site {
        /// Who publishes it; the bank's title without it.
        optional name: Languages<Raw>,
        /// What the site is for, in a sentence or two.
        optional description: Languages<Raw>,
        /// Where it will be, which search engines and link previews need.
        optional url: Raw,
        /// A picture beside the bank's texts.
        optional logo: Raw,
        /// The colour of buttons, links and what is chosen.
        optional accent: Raw,
        /// The fonts of texts, as CSS names them, the most wanted first.
        optional font: Raw,
        /// The fonts of headings.
        optional heading_font: Raw,
        /// The licence of the texts.
        optional licence: Raw,
    }
}

record! {
    /// A thing to know, which questions test.
    pub(crate) struct Concept {
        /// Names it.
        required id: At<ConceptId>,
        /// Its name.
        required name: Languages<Raw>,
        /// Concepts to know first.
        optional prerequisites: Vec<At<ConceptId>>,
    }
}

record! {
    /// A wrong idea that wrong answers can come from.
    pub(crate) struct Misconception {
        /// Names it.
        required id: At<MisconceptionId>,
        /// Its name.
        required name: Languages<Raw>,
    }
}

impl Bank {
    /// Reads the file. Its languages come first, because they are keys everywhere else.
    pub(crate) fn read(mut table: Table<'_>, reader: &mut Reader<'_>) -> Self {
        let languages: Option<At<Vec<At<Lang>>>> = table
            .peek("languages")
            .and_then(|entry| reader.quietly(entry.node));
        let langs = languages.map(|list| list.value.into_iter().map(|lang| lang.value).collect());
        let langs: Option<Vec<Lang>> = langs.filter(|langs: &Vec<Lang>| !langs.is_empty());
        let mut reader = reader.with_languages(langs.as_deref());
        let bank = Self::take(&mut table, &mut reader);
        table.finish(Self::KEYS, &mut reader);
        bank
    }

    /// The names of each thing that has several, in the bank's languages one after the other.
    pub(crate) fn synonyms(&self) -> Vec<Vec<String>> {
        let groups = self.synonyms.iter().flatten().map(|group| {
            let names = group.values().flat_map(|(_, names)| names);
            names.map(|raw| raw.text.clone()).collect()
        });
        groups
            .filter(|names: &Vec<String>| names.len() > 1)
            .collect()
    }

    /// The bank's languages, each once.
    pub(crate) fn langs(&self) -> Vec<Lang> {
        let mut langs: Vec<Lang> = Vec::new();
        for lang in self.languages.iter().flat_map(|list| &list.value) {
            if !langs.contains(&lang.value) {
                langs.push(lang.value);
            }
        }
        langs
    }
}
