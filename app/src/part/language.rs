//! The language switch.

use jalon_engine::lang::{Lang, Reading};

use super::el::{El, el};
use super::{said, say};
use crate::state::Store;

/// One button per language of the bank, and one for all of them. Nothing to switch where there is one language.
pub(crate) fn language_switch(store: Store) -> Option<El> {
    let reader = store.reader();
    let languages = reader.languages();
    if languages.len() < 2 {
        return None;
    }
    let mut buttons: Vec<El> = languages.into_iter().map(|lang| one(store, lang)).collect();
    buttons.push(button(store, Reading::Both).child(say(reader, |w| w.both_languages)));
    let name = move || Some(said(reader, |w| w.language.to_owned()));
    Some(
        el("div")
            .class("languages")
            .attr("role", "group")
            .live_attr("aria-label", name)
            .child(buttons),
    )
}

/// Shows the code and says the name: "FR, français".
fn one(store: Store, lang: Lang) -> El {
    let code = lang.primary().to_ascii_uppercase();
    let name = (jalon_words::of(&lang).language_name)(&lang).to_owned();
    let tag = lang.as_str().to_owned();
    button(store, Reading::In(lang))
        .attr("lang", &tag)
        .child(code)
        .child(el("span").class("quiet").child(", ").child(name))
}

fn button(store: Store, reading: Reading) -> El {
    let own = reading;
    let pressed = move || {
        let pressed = store.reader().reading() == own;
        Some(if pressed { "true" } else { "false" }.to_owned())
    };
    el("button")
        .attr("type", "button")
        .live_attr("aria-pressed", pressed)
        .on("click", move |_| store.read_in(reading))
}
