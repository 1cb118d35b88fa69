//! Every state that a screen can be in, held against the rules of accessibility, small screens and moving parts.

use jalon_tests::{Browser, Look, Page, Site, client_file};

use crate::almanac::{EN, FR, checkpoint, edited, module, page, publish, site, tag};

/// The sides of our elements that stick out of the viewport, save where a box scrolls or hides on purpose.
const STICKING_OUT: &str = "(() => {
  const out = [];
  const walk = (root) => {
    for (const element of root.children) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (style.position === 'absolute' && box.width <= 1) continue;
      if (box.width && (box.left < -0.5 || box.right > innerWidth + 0.5)) out.push(`${element.localName}.${element.className} from ${box.left} to ${box.right}`);
      if (!/auto|scroll/.test(style.overflowX)) walk(element);
    }
  };
  for (const host of document.querySelectorAll('jalon-checkpoint, jalon-module, jalon-prompt, jalon-progress')) walk(host.shadowRoot);
  return out.slice(0, 8).join('\\n');
})()";

/// Holds what is on the page against all rules: light and dark, wide and narrow, in each language.
fn is_fine(page: &Page) {
    for language in ["EN", "FR", "Les deux"] {
        page.button(language).nth(1).click();
        looks_fine(page);
    }
}

pub(crate) fn looks_fine(page: &Page) {
    for dark in [false, true] {
        page.dark(dark);
        page.assert_accessible();
    }
    page.resize(320, 700);
    nothing_sticks_out(page);
    page.resize(1280, 900);
}

#[track_caller]
pub(crate) fn nothing_sticks_out(page: &Page) {
    page.come_to_rest();
    let out = page.run(STICKING_OUT);
    let out = out.as_str().unwrap_or_default();
    assert!(out.is_empty(), "sticking out:\n{out}");
    page.assert_fits_the_width();
}

fn open(site: &Site) -> Page {
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page
}

#[test]
fn unanswered() {
    let site = site();
    let page = open(&site);
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn half_answered_with_gaps_pointed_out() {
    let site = site();
    let page = open(&site);
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.orchard).checkbox(EN.pear).tick();
    EN.write(&page, EN.rain, "umb");
    EN.hand_in(&page);
    page.button("Submit anyway").is_there();
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn failed() {
    let site = site();
    let page = open(&site);
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn passed_after_an_earlier_attempt_with_remarks() {
    let site = site();
    let page = open(&site);
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.button("Try again").click();
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.orchard).checkbox(EN.apple).tick();
    page.group(EN.orchard).checkbox(EN.pear).tick();
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "paraplui");
    EN.write(&page, EN.science, "meteorologie");
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.run("document.querySelector('jalon-checkpoint').shadowRoot.querySelector('details').open = true");
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn not_loaded() {
    let site = site();
    for lang in ["en", "fr", "both"] {
        site.put(
            &format!("{lang}.html"),
            page("en", &checkpoint("weather", lang)),
        );
    }
    site.fail("banks/almanac.json", 404);
    let page = Browser::start().open(site.url("en.html"));
    for lang in ["en", "fr", "both"] {
        page.go(site.url(&format!("{lang}.html")));
        page.button(if lang == "fr" { "Réessayer" } else { "Retry" })
            .is_there();
        looks_fine(&page);
    }
    page.assert_no_errors_but(&["banks/almanac.json"]);
}

#[test]
fn client_not_loaded() {
    let site = site();
    let (wasm, _) = client_file("checkpoint", "wasm");
    site.fail(&wasm, 404);
    let page = Browser::start().open(site.url("weather.html"));
    page.button("Retry").is_there();
    looks_fine(&page);
    page.assert_no_errors_but(&[&wasm, "jalon.js"]);
}

#[test]
fn loading() {
    let site = site();
    site.hold(&[&module("weather")]);
    let page = Browser::start().open(site.url("weather.html"));
    site.is_asked_for(&[&module("weather")]);
    page.status().says("Loading…");
    looks_fine(&page);
    page.assert_no_errors();
}

#[test]
fn storage_notices() {
    let site = site();
    let page = open(&site);
    page.group(EN.moon).radio(EN.no).choose();
    page.group(EN.sky).radio(EN.blue).choose();
    page.go(site.url("blank.html"));
    let sky = page
        .stored_keys()
        .into_iter()
        .find(|key| key.ends_with(":sky"));
    page.store(&sky.expect("an answer"), "{");
    publish(&site, &edited(&[("key = false", "key = true")]));
    page.go(site.url("weather.html"));
    page.status().says("could not be read");
    page.status().says("have changed");
    page.fill_storage();
    page.group(EN.sky).radio(EN.red).choose();
    page.status().says("is full");
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn lesson_and_checkpoint() {
    let site = site();
    site.put(
        "weather.html",
        page("en", &tag("module", "weather", r#"lang="en""#)),
    );
    let page = open(&site);
    page.textbox("Your text").type_text("A morning of fog.");
    is_fine(&page);
    page.assert_no_errors();
}

#[test]
fn written_prompt() {
    let site = site();
    site.put(
        "prompt.html",
        page("en", &tag("prompt", "weather", r#"lang="en""#)),
    );
    let page = Browser::start().open(site.url("prompt.html"));
    page.textbox("Your text").type_text("A morning of fog.");
    is_fine(&page);
    page.assert_no_errors();
}

/// Everything in our element that moves, or would.
const MOVING: &str = "(() => {
  const moving = [];
  const long = (time) => time.split(',').some((part) => parseFloat(part) > 0.01);
  const walk = (root) => {
    for (const element of root.children) {
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        const told = `${element.localName}.${element.className}${part ?? ''}`;
        if (long(style.transitionDuration)) moving.push(`${told}: transition of ${style.transitionProperty}`);
        if (style.animationName !== 'none' && long(style.animationDuration)) moving.push(`${told}: animation ${style.animationName}`);
        if (style.scrollBehavior === 'smooth') moving.push(`${told}: smooth scrolling`);
      }
      walk(element);
    }
  };
  walk(document.querySelector('jalon-checkpoint').shadowRoot);
  return moving.join('\\n');
})()";

#[test]
fn nothing_moves_for_those_who_asked_for_stillness() {
    let site = site();
    let page = Browser::with()
        .reduced_motion()
        .start()
        .open(site.url("weather.html"));
    page.group("Question 5").is_there();
    assert_eq!(page.run(MOVING), "");
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    assert_eq!(page.run(MOVING), "");
    page.assert_no_errors();
}

#[test]
fn forced_colours_leave_everything_usable() {
    let site = site();
    let page = open(&site);
    page.forced_colors(true);
    FR.answer_right(&{
        page.button("FR").click();
        page.here()
    });
    page.press("Tab");
    page.assert_focus_is_visible();
    FR.hand_in(&page);
    page.region("Réussi").is_there();
    page.assert_accessible();
    page.assert_no_errors();
}
