//! What keyed lists promise.

#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use common::{Page, tick};
use jalon_view::{View, each, html};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

type Letters = ArcRwSignal<Vec<char>>;

fn letters(all: &str) -> Vec<char> {
    all.chars().collect()
}

/// A list of letters between two others, and what it shows.
fn list(all: &Letters) -> Page {
    let all = all.clone();
    Page::new(move || {
        let row = |letter: char| {
            html::li()
                .attr("id", letter.to_string())
                .child(letter.to_string())
        };
        html::ul()
            .child(html::li().child("<"))
            .child(each(move || all.get(), |letter| *letter, row))
            .child(html::li().child(">"))
    })
}

fn row(page: &Page, letter: char) -> Element {
    page.find(&format!("#{letter}")).unchecked_into()
}

#[wasm_bindgen_test]
async fn rows_are_kept_and_moved_by_their_keys() {
    let all = ArcRwSignal::new(letters("abcd"));
    let page = list(&all);
    assert_eq!(page.text(), "<abcd>");
    let rows: Vec<(char, Element)> = letters("abcd")
        .into_iter()
        .map(|own| (own, row(&page, own)))
        .collect();
    for order in ["dcba", "bacd", "abcd", "cabd", "axbycd", "abcd"] {
        all.set(letters(order));
        tick().await;
        assert_eq!(page.text(), format!("<{order}>"));
        for (letter, element) in &rows {
            assert_eq!(row(&page, *letter), *element, "{letter} in {order}");
        }
    }
}

#[wasm_bindgen_test]
async fn rows_come_and_go() {
    let all = ArcRwSignal::new(letters(""));
    let page = list(&all);
    for order in ["", "ab", "b", "cbd", "", "a"] {
        all.set(letters(order));
        tick().await;
        assert_eq!(page.text(), format!("<{order}>"));
        assert_eq!(
            page.find("ul").child_element_count() as usize,
            order.len() + 2
        );
    }
}

#[wasm_bindgen_test]
async fn two_items_of_one_key_are_two_rows() {
    let all = ArcRwSignal::new(letters("aab"));
    let page = list(&all);
    assert_eq!(page.text(), "<aab>");
    all.set(letters("baa"));
    tick().await;
    assert_eq!(page.text(), "<baa>");
    all.set(letters("a"));
    tick().await;
    assert_eq!(page.text(), "<a>");
}

#[wasm_bindgen_test]
async fn a_row_is_made_once_and_only_its_reactive_parts_run_again() {
    let (all, n) = (ArcRwSignal::new(letters("ab")), ArcRwSignal::new(1));
    let made = Rc::new(RefCell::new(String::new()));
    let page = Page::new({
        let (all, n, made) = (all.clone(), n.clone(), made.clone());
        move || {
            each(
                move || all.get(),
                |letter| *letter,
                move |letter| {
                    made.borrow_mut().push(letter);
                    // Not tracked: a row stays as it was made.
                    let (first, n) = (n.get(), n.clone());
                    html::p()
                        .child(format!("{letter}{first}"))
                        .child(move || n.get().to_string())
                },
            )
        }
    });
    assert_eq!(page.text(), "a11b11");
    n.set(2);
    all.set(letters("bca"));
    tick().await;
    assert_eq!(
        (page.text().as_str(), made.borrow().as_str()),
        ("b12c22a12", "abc")
    );
}

#[wasm_bindgen_test]
async fn the_owner_of_a_row_is_cleaned_up_when_the_row_goes() {
    let all = ArcRwSignal::new(letters("abc"));
    let gone = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let mut page = Page::new({
        let (all, gone) = (all.clone(), gone.clone());
        move || {
            each(
                move || all.get(),
                |letter| *letter,
                move |letter| {
                    let gone = gone.clone();
                    on_cleanup(move || gone.lock().unwrap().push(letter));
                    letter.to_string()
                },
            )
        }
    });
    let gone = || gone.lock().unwrap().clone();
    all.set(letters("cba"));
    tick().await;
    assert_eq!(gone(), "");
    all.set(letters("ca"));
    tick().await;
    assert_eq!(gone(), "b");
    page.unmount();
    tick().await;
    let mut rest = letters(&gone());
    rest.sort_unstable();
    assert_eq!(rest, letters("abc"));
}

#[wasm_bindgen_test]
async fn a_signal_made_in_a_row_lives_as_long_as_the_row() {
    let all = ArcRwSignal::new(letters("ab"));
    let signals = Rc::new(RefCell::new(Vec::<RwSignal<i32>>::new()));
    let page = Page::new({
        let (all, signals) = (all.clone(), signals.clone());
        move || {
            each(
                move || all.get(),
                |letter| *letter,
                move |_| {
                    let signal = RwSignal::new(1);
                    signals.borrow_mut().push(signal);
                    move || signal.get().to_string()
                },
            )
        }
    });
    all.set(letters("ba"));
    tick().await;
    signals.borrow()[0].set(2);
    tick().await;
    assert_eq!(page.text(), "12");
    all.set(letters("b"));
    tick().await;
    let left: Vec<Option<i32>> = signals
        .borrow()
        .iter()
        .map(RwSignal::try_get_untracked)
        .collect();
    assert_eq!(left, [None, Some(1)]);
}

#[wasm_bindgen_test]
async fn rows_of_several_nodes_and_of_none_move_whole() {
    let all = ArcRwSignal::new(letters("abc"));
    let page = Page::new({
        let all = all.clone();
        move || {
            each(
                move || all.get(),
                |letter| *letter,
                |letter| {
                    let mut parts = View::default();
                    if letter != 'b' {
                        parts.add(letter.to_string());
                        parts.add(html::b().child("!"));
                        parts.add(move || vec![letter.to_string(), "?".to_owned()]);
                    }
                    parts
                },
            )
        }
    });
    assert_eq!(page.text(), "a!a?c!c?");
    all.set(letters("cba"));
    tick().await;
    assert_eq!(page.text(), "c!c?a!a?");
}

#[wasm_bindgen_test]
async fn a_row_that_stays_in_place_keeps_the_focus() {
    let all = ArcRwSignal::new(letters("abc"));
    let page = Page::new({
        let all = all.clone();
        move || {
            each(
                move || all.get(),
                |letter| *letter,
                |letter| {
                    html::button()
                        .attr("id", letter.to_string())
                        .child(letter.to_string())
                },
            )
        }
    });
    page.find("#b").focus().unwrap();
    for order in ["bc", "bcd", "xbd"] {
        all.set(letters(order));
        tick().await;
        assert_eq!(document().active_element().unwrap().id(), "b", "{order}");
    }
}

#[wasm_bindgen_test]
async fn rows_see_the_context_from_above() {
    #[derive(Clone)]
    struct Above(&'static str);
    let seen = Rc::new(Cell::new(""));
    let all = ArcRwSignal::new(letters(""));
    let _page = Page::new({
        let (all, seen) = (all.clone(), seen.clone());
        move || {
            provide_context(Above("above"));
            each(
                move || all.get(),
                |letter| *letter,
                move |_| {
                    seen.set(use_context::<Above>().map_or("", |own| own.0));
                    "row"
                },
            )
        }
    });
    all.set(letters("a"));
    tick().await;
    assert_eq!(seen.get(), "above");
}
