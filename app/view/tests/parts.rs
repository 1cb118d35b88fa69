//! What elements and reactive parts promise.

#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use std::cell::Cell;
use std::rc::Rc;

use common::{Page, count_listeners, listeners, tick};
use jalon_view::{Element, IntoView, View, html, svg};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{MutationObserver, MutationObserverInit};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_does_not_change_is_shown_as_it_was_built() {
    let page = Page::new(|| {
        let items = vec![html::li().child("one"), html::li().child("two".to_owned())];
        html::div()
            .class("a b")
            .attr("lang", "fr".to_owned())
            .attr("hidden", true)
            .attr("inert", false)
            .attr("title", None::<&str>)
            .child(html::ul().child(items))
            .child(Some("end"))
            .child(None::<Element>)
    });
    let expected =
        r#"<div class="a b" lang="fr" hidden=""><ul><li>one</li><li>two</li></ul>end</div>"#;
    assert_eq!(page.html(), expected);
}

#[wasm_bindgen_test]
fn no_text_is_read_as_html() {
    let page = Page::new(|| html::p().attr("title", "\"<b>").child("<b>&amp;"));
    assert_eq!(page.text(), "<b>&amp;");
    assert_eq!(page.find("p").get_attribute("title").unwrap(), "\"<b>");
}

#[wasm_bindgen_test]
async fn a_closure_is_shown_again_when_a_signal_changes_that_it_reads() {
    let (n, other) = (ArcRwSignal::new(1), ArcRwSignal::new(1));
    let runs = Rc::new(Cell::new(0));
    let page = Page::new({
        let (n, runs) = (n.clone(), runs.clone());
        move || {
            html::p().child("n = ").child(move || {
                runs.set(runs.get() + 1);
                n.get().to_string()
            })
        }
    });
    assert_eq!(page.text(), "n = 1");
    n.set(2);
    other.set(2);
    tick().await;
    assert_eq!((page.text().as_str(), runs.get()), ("n = 2", 2));
}

#[wasm_bindgen_test]
async fn attributes_and_properties_follow_signals() {
    let on = ArcRwSignal::new(true);
    let page = Page::new({
        let on = on.clone();
        move || {
            let [class, pressed, checked, value] = [(); 4].map(|()| on.clone());
            html::input()
                .class(move || if class.get() { "on" } else { "off" })
                .attr("aria-pressed", move || pressed.get().then_some("true"))
                .prop("checked", move || checked.get())
                .prop("value", move || value.get().to_string())
        }
    });
    let state = || {
        let input = page.input();
        let pressed = input.get_attribute("aria-pressed");
        (input.class_name(), pressed, input.checked(), input.value())
    };
    let text = str::to_owned;
    assert_eq!(
        state(),
        (text("on"), Some(text("true")), true, text("true"))
    );
    on.set(false);
    tick().await;
    assert_eq!(state(), (text("off"), None, false, text("false")));
}

#[wasm_bindgen_test]
async fn a_field_is_left_alone_while_its_value_stays_the_same() {
    let signal = ArcRwSignal::new(());
    let page = Page::new({
        let signal = signal.clone();
        move || {
            html::input().prop("value", move || {
                signal.track();
                "typed"
            })
        }
    });
    page.input().set_selection_range(1, 3).unwrap();
    signal.set(());
    tick().await;
    let selection = (page.input().selection_start(), page.input().selection_end());
    assert_eq!(selection, (Ok(Some(1)), Ok(Some(3))));
}

#[wasm_bindgen_test]
async fn a_part_that_is_computed_again_takes_over_the_elements_and_the_focus_stays() {
    let n = ArcRwSignal::new(1);
    let page = Page::new({
        let n = n.clone();
        move || {
            move || {
                let n = n.get();
                let button = html::button().class(format!("c{n}")).child(n.to_string());
                html::div().child(button).child(html::p())
            }
        }
    });
    let button = page.find("button");
    button.focus().unwrap();
    n.set(2);
    tick().await;
    assert_eq!(
        page.html(),
        r#"<div><button class="c2">2</button><p></p></div>"#
    );
    assert_eq!(page.find("button"), button);
    assert_eq!(document().active_element().unwrap(), *button);
}

#[wasm_bindgen_test]
async fn other_tags_or_attributes_make_other_elements() {
    let n = ArcRwSignal::new(1);
    let page = Page::new({
        let n = n.clone();
        move || {
            move || match n.get() {
                1 => html::p().attr("id", "a"),
                2 => html::p().attr("title", "a"),
                _ => html::div().attr("title", "a"),
            }
        }
    });
    let mut former = page.find("[id]");
    for (value, selector) in [(2, "p[title]"), (3, "div[title]")] {
        n.set(value);
        tick().await;
        let now = page.find(selector);
        assert_ne!(now, former);
        assert_eq!(page.place.child_element_count(), 1);
        former = now;
    }
}

#[wasm_bindgen_test]
async fn an_attribute_that_a_part_no_longer_has_a_value_for_goes() {
    let n = ArcRwSignal::new(1);
    let page = Page::new({
        let n = n.clone();
        move || {
            move || {
                let is_first = n.get() == 1;
                let title = move || is_first.then_some("a");
                html::p()
                    .attr("lang", is_first.then_some("fr"))
                    .attr("title", title)
            }
        }
    });
    assert_eq!(page.html(), r#"<p lang="fr" title="a"></p>"#);
    n.set(2);
    tick().await;
    assert_eq!(page.html(), "<p></p>");
}

#[wasm_bindgen_test]
async fn what_stays_the_same_is_not_touched() {
    let n = ArcRwSignal::new(1);
    let page = Page::new({
        let n = n.clone();
        move || {
            move || {
                n.track();
                html::p().class("a").child("the same")
            }
        }
    });
    let heard = Rc::new(Cell::new(false));
    let tell = heard.clone();
    let tell = Closure::<dyn Fn()>::new(move || tell.set(true));
    let observer = MutationObserver::new(tell.as_ref().unchecked_ref()).unwrap();
    let all = MutationObserverInit::new();
    all.set_attributes(true);
    all.set_character_data(true);
    all.set_child_list(true);
    all.set_subtree(true);
    observer.observe_with_options(&page.place, &all).unwrap();
    n.set(2);
    tick().await;
    assert_eq!((heard.get(), observer.take_records().length()), (false, 0));
    page.find("p").set_class_name("b");
    tick().await;
    assert!(heard.get() || observer.take_records().length() > 0);
}

#[wasm_bindgen_test]
async fn a_listener_is_made_once_and_calls_the_handler_that_there_is_now() {
    count_listeners();
    let (n, heard) = (ArcRwSignal::new(1), Rc::new(Cell::new(0)));
    let page = Page::new({
        let (n, heard) = (n.clone(), heard.clone());
        move || {
            move || {
                let (n, heard) = (n.get(), heard.clone());
                html::button().on("click", move |_| heard.set(heard.get() + n))
            }
        }
    });
    page.find("button").click();
    assert_eq!((listeners(), heard.get()), ((1.0, 0.0), 1));
    n.set(10);
    tick().await;
    page.find("button").click();
    assert_eq!((listeners(), heard.get()), ((1.0, 0.0), 11));
    drop(page);
    assert_eq!(listeners(), (1.0, 1.0));
}

#[wasm_bindgen_test]
async fn a_handler_may_have_its_own_part_computed_again() {
    let n = ArcRwSignal::new(0);
    let page = Page::new({
        let n = n.clone();
        move || {
            move || {
                let (now, n) = (n.get(), n.clone());
                html::button()
                    .on("click", move |_| n.set(now + 1))
                    .child(now.to_string())
            }
        }
    });
    for expected in ["1", "2", "3"] {
        page.find("button").click();
        tick().await;
        assert_eq!(page.text(), expected);
    }
}

#[wasm_bindgen_test]
fn shapes_are_of_svg_and_all_else_of_html() {
    let page = Page::new(|| {
        let shapes = svg::g().child(svg::circle().attr("r", "1"));
        html::div().child(svg::svg().child(shapes))
    });
    for (selector, space) in [
        ("div", "http://www.w3.org/1999/xhtml"),
        ("svg", "http://www.w3.org/2000/svg"),
        ("circle", "http://www.w3.org/2000/svg"),
    ] {
        assert_eq!(page.find(selector).namespace_uri().unwrap(), space);
    }
}

#[wasm_bindgen_test]
async fn parts_stand_where_they_were_put_among_others() {
    let n = ArcRwSignal::new(0);
    let page = Page::new({
        let n = n.clone();
        move || {
            let mut all = View::default();
            for letter in ["a", "b"] {
                let n = n.clone();
                all.add(move || vec![letter; n.get()]);
                all.add("-");
            }
            let nested = move || (n.get() > 1).then(|| "nested".into_view());
            all.add(nested);
            all
        }
    });
    for (value, expected) in [
        (0, "--"),
        (2, "aa-bb-nested"),
        (1, "a-b-"),
        (3, "aaa-bbb-nested"),
    ] {
        n.set(value);
        tick().await;
        assert_eq!(page.text(), expected);
    }
}
