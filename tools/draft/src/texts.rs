//! Texts by language, and other values by a key.

use indexmap::IndexMap;

/// A value per key, in the order of the file: per language, by its tag (BCP 47) such as `en`, or per choice, by its id.
pub type Texts<T = String> = IndexMap<String, T>;

/// The new name of a language, or nothing to leave its texts out.
pub type Naming<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Adds the values of languages that are not there.
pub fn add_missing<T>(own: &mut Texts<T>, other: Texts<T>) {
    for (lang, text) in other {
        own.entry(lang).or_insert(text);
    }
}

/// Gives the languages other names; values of those that get none are left out.
pub(super) fn relabel<T>(texts: &mut Texts<T>, name: Naming<'_>) {
    let all = std::mem::take(texts);
    let named = all.into_iter();
    texts.extend(named.filter_map(|(lang, value)| Some((name(&lang)?, value))));
}

/// The same where `any` stands beside the languages, which is none.
pub(super) fn relabel_with_any<T>(texts: &mut Texts<T>, name: Naming<'_>) {
    relabel(texts, &|lang| match lang {
        "any" => Some("any".to_owned()),
        lang => name(lang),
    });
}
