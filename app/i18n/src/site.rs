//! What the pages of a course site say, beside what [`Words`] has words for already. The client says none of it.

use crate::template::words;
use crate::{LANGUAGES_OF_SITE, Words, en};

words! {
/// The words of one language on the pages of a site.
SiteWords {
    /// The language's tag.
    lang: &'static str;

    skip;
    menu;
    /// What a site is for whose author didn't say. `title` is the bank's.
    purpose(title: &str);
    modules[count: usize];
    questions[count: usize];
    /// `needed` is the percentage, as the language writes it.
    to_pass(needed: &str);
    start_with(module: &str);
    start_checkpoint;
    checkpoint_of(module: &str);
    about_checkpoint;
    back_to_lesson;
    contents;
    previous;
    next;
    progress;
    about_progress;
    embed;
    about_embedding;
    licence(licence: &str);
    made_with;
    needs_script;
    not_shown;
}
}

/// The words about a site in the language of these words.
pub fn of(words: &Words) -> &'static SiteWords {
    let own = LANGUAGES_OF_SITE
        .into_iter()
        .find(|own| own.lang == words.lang);
    own.unwrap_or(&en::SITE)
}
