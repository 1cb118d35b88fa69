//! The language switch.

use jalon_engine::lang::{Lang, Reading};

use super::{Phrase, said, say};
use crate::state::Store;
use jalon_view::{Element, html};

/// One button per language of the bank, and one for all of them. None where there is one language, or the page has a choice of its own.
pub(crate) fn language_switch(store: &Store) -> Option<Element> {
    let reader = store.reader();
    let languages = reader.languages();
    if languages.len() < 2 || store.options().hides_language {
        return None;
    }
    let every: Phrase = match languages.len() {
        2 => |w| w.both_languages,
        _ => |w| w.all_languages,
    };
    let mut buttons: Vec<Element> = languages.into_iter().map(|lang| one(store, lang)).collect();
    buttons.push(button(store, Reading::Both).child(say(reader, every)));
    let name = move || Some(said(reader, |w| w.language.to_owned()));
    Some(
        html::div()
            .class("languages")
            .attr("role", "group")
            .attr("aria-label", name)
            .child(buttons),
    )
}

/// Shows the code and says the name: "FR, français".
fn one(store: &Store, lang: Lang) -> Element {
    let code = lang.primary().to_ascii_uppercase();
    let name = (jalon_i18n::of(&lang).language_name)(&lang).to_owned();
    let tag = lang.as_str().to_owned();
    button(store, Reading::In(lang))
        .attr("lang", &tag)
        .child(code)
        .child(html::span().class("quiet").child(", ").child(name))
}

fn button(store: &Store, reading: Reading) -> Element {
    let own = reading;
    let (asked, sender) = (store.clone(), store.clone());
    let pressed = move || {
        let pressed = asked.reader().reading() == own;
        Some(if pressed { "true" } else { "false" }.to_owned())
    };
    html::button()
        .attr("type", "button")
        .attr("aria-pressed", pressed)
        .on("click", move |_| sender.read_in(reading))
}
