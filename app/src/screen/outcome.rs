//! The place of the result, also while what shows it is being loaded.

use jalon_view::{Element, IntoView, View, html};
use leptos::task::spawn_local;

use crate::chunk::NotLoaded;
use crate::part::say;
use crate::state::Store;

/// The result of an attempt that is over; `again` starts the next one.
pub(super) fn outcome(store: &Store, again: fn(&Store)) -> View {
    let store = store.clone();
    let shown = move || {
        if !store.is_over() {
            return View::default();
        }
        match store.outcomes() {
            Some(Ok(outcomes)) => (outcomes.result)(&store, again).into_view(),
            Some(Err(NotLoaded)) => not_loaded(&store).into_view(),
            None => loading(&store).into_view(),
        }
    };
    shown.into_view()
}

fn loading(store: &Store) -> Element {
    html::p()
        .class("hint")
        .attr("role", "status")
        .child(say(store.reader(), |w| w.loading_result))
}

/// That what shows the outcome is missing, and a button that asks for it again.
pub(super) fn not_loaded(store: &Store) -> Element {
    let (reader, store) = (store.reader(), store.clone());
    let button = html::button()
        .attr("type", "button")
        .on("click", move |_| {
            let store = store.clone();
            spawn_local(async move {
                store.load_outcomes().await;
                store.show_result_soon();
            });
        })
        .child(say(reader, |w| w.retry));
    html::div()
        .class("failed")
        .attr("role", "alert")
        .child(html::p().child(say(reader, |w| w.result_not_loaded)))
        .child(html::p().class("actions").child(button))
}
