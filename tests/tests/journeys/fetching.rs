//! When client and bank are fetched: late, together, once.

use jalon_tests::{Browser, Look, Page, client_file};

use crate::almanac::{checkpoint, module, page, site, tag};

const HEADER: &str = "banks/almanac.json";

/// The files of the client with their hashes: glue, wasm, styles.
fn client() -> [String; 3] {
    [
        ("checkpoint", "js"),
        ("checkpoint", "wasm"),
        ("style", "css"),
    ]
    .map(|(name, extension)| client_file(name, extension).0)
}

/// What is asked for at once when an element comes near.
fn first() -> Vec<String> {
    client().into_iter().chain([HEADER.to_owned()]).collect()
}

fn names(paths: &[String]) -> Vec<&str> {
    paths.iter().map(String::as_str).collect()
}

/// Lets the page do what it would do now, such as noticing what is in view.
fn settle(page: &Page) {
    page.run("customElements.whenDefined('jalon-checkpoint').then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))");
}

#[test]
fn everything_is_asked_for_at_once() {
    let site = site();
    let (first, weather) = (first(), module("weather"));
    site.hold(&names(&first));
    let page = Browser::start().blank();
    page.set_out_for(site.url("weather.html"));
    // None is answered, so none waits for another.
    site.is_asked_for(&names(&first));
    page.see("Loading…");
    site.release();
    page.group("Question 5").is_there();
    for file in first.iter().chain([&weather]) {
        assert_eq!(site.count(file), 1, "{file}");
    }
    page.assert_no_errors();
}

#[test]
fn what_the_page_has_preloaded_is_not_fetched_again() {
    let site = site();
    let early = r#"<link rel="modulepreload" href="jalon.js">"#;
    let body = [early, &checkpoint("weather", "en")].concat();
    site.put("early.html", page("en", &body));
    let page = Browser::start().open(site.url("early.html"));
    page.group("Question 5").is_there();
    assert_eq!(site.count("jalon.js"), 1);
    page.assert_no_errors();
}

/// The wasm comes first when it is slow, and the module doesn't wait for it.
#[test]
fn the_module_is_fetched_while_the_client_downloads() {
    let site = site();
    let [_, wasm, _] = client();
    site.hold(&[&wasm]);
    let page = Browser::start().blank();
    page.set_out_for(site.url("weather.html"));
    site.is_asked_for(&[&module("weather")]);
    site.release();
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn a_second_visit_asks_for_nothing_but_the_page() {
    let site = site();
    site.keep_for(31_536_000);
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.go(site.url("blank.html"));
    site.forget_requests();
    page.go(site.url("weather.html"));
    page.group("Question 5").is_there();
    let asked = site.requests();
    assert!(asked.iter().all(|path| path == "weather.html"), "{asked:?}");
    page.assert_no_errors();
}

#[test]
fn nothing_is_fetched_before_an_element_comes_near() {
    let site = site();
    let far = format!(
        r#"<div style="height: 5000px"></div>{}"#,
        checkpoint("weather", "en")
    );
    site.put("far.html", page("en", &far));
    let page = Browser::start().open(site.url("far.html"));
    settle(&page);
    for file in first() {
        site.is_not_asked_for(&file);
    }
    page.wheel(600);
    settle(&page);
    site.is_not_asked_for(&client()[1]);
    page.wheel(3600);
    site.is_asked_for(&names(&first()));
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn an_element_shown_later_is_loaded_then() {
    let site = site();
    let hidden = format!(
        r#"<div style="display: none">{}</div>"#,
        checkpoint("weather", "en")
    );
    site.put("hidden.html", page("en", &hidden));
    let page = Browser::start().open(site.url("hidden.html"));
    settle(&page);
    site.is_not_asked_for(&client()[1]);
    page.run("document.querySelector('div').style.display = ''");
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn a_page_without_our_elements_pays_for_the_loader_alone() {
    let site = site();
    site.put("none.html", page("en", "<p>Nothing here.</p>"));
    let page = Browser::start().open(site.url("none.html"));
    settle(&page);
    site.is_asked_for(&["jalon.js"]);
    let ours: Vec<String> = site
        .requests()
        .into_iter()
        .filter(|path| path.contains("jalon") || path.starts_with("banks"))
        .collect();
    assert_eq!(ours, ["jalon.js"]);
    page.assert_no_errors();
}

#[test]
fn the_client_is_fetched_once_for_all_elements() {
    let site = site();
    let all = [
        checkpoint("weather", "en"),
        checkpoint("night", "fr"),
        tag("prompt", "weather", ""),
    ];
    site.put("all.html", page("en", &all.concat()));
    let page = Browser::start().open(site.url("all.html"));
    page.group("Question 5").is_there();
    page.group("hibou").is_there();
    page.textbox("Your text").is_there();
    for file in client() {
        assert_eq!(site.count(&file), 1, "{file}");
    }
    page.assert_no_errors();
}

#[test]
fn only_the_module_asked_for_is_fetched() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    site.is_not_asked_for(&module("night"));
    page.assert_no_errors();
}

#[test]
fn waiting_is_announced() {
    let site = site();
    site.hold(&[&module("weather")]);
    let page = Browser::start().open(site.url("weather.html"));
    page.status().says("Loading…");
    site.release();
    page.group("Question 5").is_there();
    page.do_not_see("Loading…");
    page.assert_no_errors();
}
