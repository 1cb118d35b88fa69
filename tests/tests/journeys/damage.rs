//! Saved data that can't be read: set aside untouched, said calmly, and the quiz goes on.

use jalon_tests::{Browser, Look, Page, Site, any};

use crate::almanac::{EN, page, site, tag};

const SET_ASIDE: &str =
    "Some saved data could not be read. It was set aside unchanged, and you can carry on.";

/// Every saved text under our names, after an attempt with answers of each kind, a finished one, and written words.
fn saved(site: &Site) -> (Browser, Page, Vec<(String, String)>) {
    site.put(
        "module.html",
        page("en", &tag("module", "weather", r#"lang="en""#)),
    );
    let browser = Browser::start();
    let page = browser.open(site.url("module.html"));
    page.textbox("Your text").type_text("Fog.");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.button("Try again").click();
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.orchard).checkbox(EN.pear).tick();
    EN.write(&page, EN.rain, "umbr");
    page.button("EN").nth(1).click();
    page.go(site.url("blank.html"));
    let ours = page.stored_keys().into_iter().map(|key| {
        let text = page.stored(&key).unwrap_or_default();
        (key, text)
    });
    let ours: Vec<_> = ours.filter(|(key, _)| key.starts_with("jalon")).collect();
    assert!(ours.len() >= 7, "only {ours:?}");
    (browser, page, ours)
}

/// Damages everything, comes back, and finds a calm quiz and every damaged text.
fn carries_on_after(damage: impl Fn(&str) -> String) {
    let site = site();
    let (_browser, page, ours) = saved(&site);
    let damaged: Vec<(String, String)> = ours
        .iter()
        .map(|(key, text)| (key.clone(), damage(text)))
        .collect();
    for (key, text) in &damaged {
        page.store(key, text);
    }
    page.store("somebody-else", "{");
    page.go(site.url("module.html"));
    page.see(SET_ASIDE);
    assert_eq!(page.visible_text().matches("set aside").count(), 1);
    page.progressbar("Answered 0/5").is_there();
    page.textbox("Your text").has_value("");
    page.textbox("Your text").type_text("Mist.");
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.assert_no_errors();

    for (key, text) in &damaged {
        let kept = page
            .stored_keys()
            .into_iter()
            .any(|k| page.stored(&k).as_ref() == Some(text));
        assert!(kept, "{key} is lost: {text}");
    }
    assert_eq!(page.stored("somebody-else").as_deref(), Some("{"));
    page.reload();
    page.region("Passed").is_there();
    page.textbox("Your text").has_value("Mist.");
    page.do_not_see(SET_ASIDE);
    for (key, text) in &damaged {
        let kept = page
            .stored_keys()
            .into_iter()
            .any(|k| page.stored(&k).as_ref() == Some(text));
        assert!(kept, "{key} is lost after a second visit: {text}");
    }
    page.assert_no_errors();
}

#[test]
fn corrupted_data_is_set_aside() {
    carries_on_after(|text| format!("\u{1}{}\u{fffd}", text.replace('"', "'")));
}

#[test]
fn truncated_data_is_set_aside() {
    carries_on_after(|text| {
        let half = (0..=text.len() / 2)
            .rev()
            .find(|n| text.is_char_boundary(*n));
        text[..half.unwrap_or(0)].to_owned()
    });
}

#[test]
fn foreign_data_is_set_aside() {
    carries_on_after(|text| format!(r#"{{"version":3,"theme":"dark","length":{}}}"#, text.len()));
}

#[test]
fn data_of_a_newer_version_stays_where_it_is() {
    let site = site();
    let (_browser, page, ours) = saved(&site);
    let newer: Vec<(String, String)> = ours
        .into_iter()
        .filter(|(key, _)| !key.contains(":stored:"))
        .map(|(key, text)| (key, text.replacen(r#"{"jalon":1"#, r#"{"jalon":99"#, 1)))
        .collect();
    for (key, text) in &newer {
        page.store(key, text);
    }
    page.go(site.url("module.html"));
    page.see("A newer version of this page has saved progress here.");
    page.do_not_see(SET_ASIDE);
    page.progressbar("Answered 0/5").is_there();
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.assert_no_errors();
    for (key, text) in &newer {
        assert_eq!(page.stored(key).as_ref(), Some(text), "{key}");
    }
}

#[test]
fn a_damaged_list_of_questions_keeps_the_answers() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    EN.write(&page, EN.rain, "umbrella");
    page.go(site.url("blank.html"));
    let keys = page.stored_keys();
    let open = keys.iter().find(|key| key.contains(":open:"));
    let open = open.unwrap_or_else(|| panic!("no attempt in {keys:?}"));
    let text = page.stored(open).unwrap_or_default();
    page.store(open, &text[..text.len() - 3]);
    page.go(site.url("weather.html"));
    page.see("The list of questions of an attempt was damaged.");
    page.progressbar("Answered 2/5").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.rain).textbox(any()).has_value("umbrella");
    page.assert_no_errors();
}

#[test]
fn right_form_with_wrong_content_is_set_aside() {
    carries_on_after(|text| {
        let at = text.find(r#""saved":"#).map_or(0, |at| at + 8);
        format!("{}[\"{}\"]}}", &text[..at], text.len())
    });
}

#[test]
fn one_damaged_answer_leaves_the_others_alone() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "umbrella");
    page.go(site.url("blank.html"));
    let keys = page.stored_keys();
    let sky = keys.iter().find(|key| key.ends_with(":sky"));
    let sky = sky.unwrap_or_else(|| panic!("no entry for the sky in {keys:?}"));
    page.store(sky, "blu");
    page.go(site.url("weather.html"));
    page.see(SET_ASIDE);
    page.progressbar("Answered 2/5").is_there();
    page.group(EN.moon).radio(EN.no).is_checked();
    page.group(EN.rain).textbox(any()).has_value("umbrella");
    page.group(EN.sky).radio(EN.blue).is_not_checked();
    page.group(EN.sky).radio(EN.blue).choose();
    page.reload();
    page.progressbar("Answered 3/5").is_there();
    page.do_not_see(SET_ASIDE);
    page.assert_no_errors();
}

/// Moves an entry as an earlier client did that could not read it.
fn set_aside(page: &Page, name: &str) {
    let text = page.stored(name).unwrap_or_default();
    page.store(&format!("jalon-set-aside:1764000000000:{name}"), &text);
    page.forget(name);
}

#[test]
fn what_an_earlier_client_set_aside_is_put_back() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "umbrella");
    page.go(site.url("blank.html"));
    let before = page.stored_keys();
    for name in before.iter().filter(|name| !name.contains(":stored:")) {
        set_aside(&page, name);
    }
    page.go(site.url("weather.html"));
    page.progressbar("Answered 3/5").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.moon).radio(EN.no).is_checked();
    page.group(EN.rain).textbox(any()).has_value("umbrella");
    page.do_not_see(SET_ASIDE);
    assert_eq!(page.stored_keys(), before);
    page.assert_no_errors();
}

#[test]
fn what_was_set_aside_never_takes_the_place_of_a_later_answer() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.go(site.url("blank.html"));
    let keys = page.stored_keys();
    let sky = keys.iter().find(|key| key.ends_with(":sky"));
    let sky = sky.unwrap_or_else(|| panic!("no entry for the sky in {keys:?}"));
    let earlier = page.stored(sky).unwrap_or_default();
    let aside = format!("jalon-set-aside:1764000000000:{sky}");
    page.store(&aside, &earlier.replace("blue", "green"));
    page.go(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.reload();
    page.group(EN.sky).radio(EN.blue).is_checked();
    assert!(page.stored(&aside).is_some(), "it is kept all the same");
    page.assert_no_errors();
}

#[test]
fn strange_names_under_our_prefix_stop_nothing() {
    let site = site();
    let page = Browser::start().open(site.url("blank.html"));
    let names = [
        "jalon:almanac:",
        "jalon:almanac:open",
        "jalon:almanac:given:::",
        "jalon:almanac:é\u{0}",
    ];
    for name in names {
        page.store(name, "?");
    }
    page.go(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.reload();
    page.group(EN.sky).radio(EN.blue).is_checked();
    let kept = page
        .stored_keys()
        .iter()
        .filter(|key| page.stored(key).as_deref() == Some("?"))
        .count();
    assert_eq!(kept, names.len());
    page.assert_no_errors();
}

#[test]
fn another_tab_that_writes_nonsense_stops_nothing() {
    let site = site();
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    let other = browser.open(site.url("blank.html"));
    for key in other.stored_keys() {
        other.store(&key, "nonsense");
    }
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "umbrella");
    page.progressbar("Answered 3/5").is_there();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.button("Try again").is_there();
    page.assert_no_errors();
}
