//! What the learner is told about saving: one calm sentence each.

use jalon_engine::progress::Health;

use super::{Phrase, say};
use crate::state::Store;
use jalon_view::{Element, html};

/// The sentences that apply now.
pub(crate) fn notices(store: &Store) -> Element {
    let store = store.clone();
    let sentences = move || {
        let (health, incidents) = store.saving();
        let health: Option<Phrase> = match health {
            Health::Kept => None,
            Health::Full => Some(|w| w.storage_full),
            Health::Forbidden => Some(|w| w.storage_forbidden),
        };
        let notice = |words: Phrase| html::p().class("notice").child(say(store.reader(), words));
        let all = [
            incidents.set_aside.then(|| notice(|w| w.set_aside)),
            incidents.redrawn.then(|| notice(|w| w.plan_redrawn)),
            incidents.bank_changed.then(|| notice(|w| w.bank_changed)),
            incidents.not_stored.then(|| notice(|w| w.not_stored)),
            incidents.newer.then(|| notice(|w| w.newer_version)),
            health.map(notice),
        ];
        all.into_iter().flatten().collect::<Vec<_>>()
    };
    html::div()
        .class("notices")
        .attr("role", "status")
        .child(sentences)
}
