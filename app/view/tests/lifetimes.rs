//! That nothing grows, and that what is gone does nothing any more.

#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use std::cell::Cell;
use std::rc::Rc;

use common::{Page, count_listeners, listeners, tick};
use jalon_view::{Element, each, html};
use leptos::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An element with all that can be in one, each of which counts how often it runs.
fn all_kinds(n: ArcRwSignal<usize>, runs: Rc<Cell<usize>>) -> Element {
    let run = move || {
        runs.set(runs.get() + 1);
        n.get()
    };
    let [class, checked, part, items] = [(); 4].map(|()| run.clone());
    html::div()
        .class(move || class().to_string())
        .child(
            html::input()
                .prop("checked", move || checked() % 2 == 1)
                .on("input", move |_| _ = run()),
        )
        .child(move || html::p().on("click", |_| {}).child(part().to_string()))
        .child(each(
            move || vec![items() % 3],
            |own| *own,
            |own| own.to_string(),
        ))
}

#[wasm_bindgen_test]
async fn a_thousand_runs_leave_as_many_nodes_and_listeners() {
    let (n, runs) = (ArcRwSignal::new(0), Rc::new(Cell::new(0)));
    let page = Page::new({
        let (n, runs) = (n.clone(), runs.clone());
        move || {
            let outer = n.clone();
            move || {
                outer.track();
                all_kinds(n.clone(), runs.clone())
            }
        }
    });
    let nodes = page.nodes();
    count_listeners();
    let before = runs.get();
    for value in 1..=1_000 {
        n.set(value);
        tick().await;
    }
    assert_eq!(page.nodes(), nodes);
    assert_eq!(listeners(), (0.0, 0.0));
    // Four that run: the part inside would run for nothing if it were not replaced before.
    let per_run = (runs.get() - before) / 1_000;
    assert!((4..=8).contains(&per_run), "{per_run}");
}

#[wasm_bindgen_test]
async fn a_hundred_mounts_leave_nothing() {
    count_listeners();
    let (n, runs) = (ArcRwSignal::new(0), Rc::new(Cell::new(0)));
    let nodes = || document().query_selector_all("*").unwrap().length();
    let before = nodes();
    for _ in 0..100 {
        let (n, runs) = (n.clone(), runs.clone());
        let page = Page::new(move || all_kinds(n, runs));
        drop(page);
        tick().await;
    }
    assert_eq!(nodes(), before);
    let (added, removed) = listeners();
    assert_eq!(added, removed);
    // All closures are gone, and what they held.
    assert_eq!(Rc::strong_count(&runs), 1);
    let before = runs.get();
    n.set(1);
    tick().await;
    assert_eq!(runs.get(), before);
}

#[wasm_bindgen_test]
async fn what_a_part_no_longer_shows_does_not_run() {
    let (shown, n) = (ArcRwSignal::new(true), ArcRwSignal::new(0));
    let runs = Rc::new(Cell::new(0));
    let page = Page::new({
        let (shown, n, runs) = (shown.clone(), n.clone(), runs.clone());
        move || {
            move || {
                let (n, runs) = (n.clone(), runs.clone());
                // Two levels down, where Leptos lets go of closures some tasks later.
                let deep = move || {
                    let (n, runs) = (n.clone(), runs.clone());
                    html::p().child(move || {
                        runs.set(runs.get() + 1);
                        n.get().to_string()
                    })
                };
                shown.get().then(|| html::div().child(deep))
            }
        }
    });
    assert_eq!((page.text().as_str(), runs.get()), ("0", 1));
    tick().await;
    shown.set(false);
    // In the same task, and after the part itself.
    n.set(1);
    tick().await;
    n.set(2);
    tick().await;
    assert_eq!((page.text().as_str(), runs.get()), ("", 1));
}

#[wasm_bindgen_test]
async fn a_signal_made_in_a_part_goes_when_the_part_runs_again() {
    let n = ArcRwSignal::new(0);
    let signal = Rc::new(Cell::new(None::<RwSignal<i32>>));
    let page = Page::new({
        let (n, signal) = (n.clone(), signal.clone());
        move || {
            move || {
                n.track();
                let own = RwSignal::new(1);
                signal.set(Some(own));
                html::p().child(move || own.get().to_string())
            }
        }
    });
    let first = signal.get().unwrap();
    n.set(1);
    tick().await;
    assert_eq!(first.try_get_untracked(), None);
    signal.get().unwrap().set(2);
    tick().await;
    assert_eq!(page.text(), "2");
}
