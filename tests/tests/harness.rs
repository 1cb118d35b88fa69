//! Keeps the harness honest: it must find what is there, and fail when something is wrong.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use jalon_tests::{Answer, Browser, Look, Page, Site, Spoken, any, exact};

const QUIZ: &str = include_str!("harness/quiz.html");

fn site() -> Site {
    let site = Site::bare();
    site.put("quiz.html", QUIZ);
    site
}

/// What a step that must fail says.
#[track_caller]
fn refusal(step: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(step)).expect_err("this should have failed");
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

fn impatient() -> Browser {
    Browser::with().patience(Duration::from_millis(300)).start()
}

fn focus(role: &str, name: &str) -> Spoken {
    Spoken {
        role: role.to_owned(),
        name: name.to_owned(),
    }
}

#[test]
fn things_are_found_by_role_and_name_through_shadow_roots() {
    let site = site();
    let page = Browser::start().open(site.url("quiz.html"));
    let quiz = page.within("#one");

    page.heading("A page to try").is_there();
    page.heading("Checkpoint").are(2);
    quiz.heading("Checkpoint").has_state("level", "2");
    assert_eq!(
        quiz.group("Question 1").radio(any()).names(),
        ["ISO/IEC 27001", "ISO/IEC 27002"]
    );
    quiz.group("Question 1").radio("27002").choose();
    quiz.group("Question 1").radio("27001").is_not_checked();
    quiz.group("Question 10").checkbox("Un contrôle").tick();
    quiz.checkbox(any()).nth(1).is_not_checked();
    quiz.button("Next").is_disabled();
    quiz.button("Submit").click();
    quiz.status().says("You chose b");
    page.within("#two").status().is_there();
    page.within("#two").do_not_see("You chose b");

    quiz.textbox("Your words").type_text("œuvre n° 2 – é");
    quiz.textbox("Your words").has_value("œuvre n° 2 – é");
    quiz.textbox("At length").type_text("one\ntwo");
    quiz.textbox("At length").has_value("one\ntwo");
    quiz.combobox("Year").select("2013");
    quiz.combobox("Year").has_value("2013");
    quiz.textbox("Your words").clear();
    page.assert_no_errors();
}

#[test]
fn what_is_seen_is_what_is_painted() {
    let site = site();
    let page = impatient().open(site.url("quiz.html"));

    page.see("Read this first.");
    page.do_not_see("Never shown");
    page.do_not_see("Only for ears");
    page.do_not_see("Folded away");
    page.see("Laid in a slot");
    assert!(page.within("#one").text().contains("Only for ears"));
    page.within("#one").see("Question 1");
    page.do_not_see("Quest");
    assert_eq!(page.within("#one").lang_of("Un contrôle"), "fr");
    assert_eq!(page.within("#one").lang_of("A risk"), "en");
    assert_eq!(page.within("#two").lang_of("A risk"), "fr");
}

#[test]
fn a_failure_says_what_is_on_the_page() {
    let site = site();
    let page = impatient().open(site.url("quiz.html"));
    let quiz = page.within("#one");

    let absent = refusal(|| quiz.button("Send").click());
    assert!(
        absent.contains("there is no within #one, button \"Send\""),
        "{absent}"
    );
    assert!(absent.contains("button \"Submit later\""), "{absent}");
    assert!(absent.contains("radio \"ISO/IEC 27001\""), "{absent}");

    let unclear = refusal(|| page.button("Submit").click());
    assert!(unclear.contains("2 things answer"), "{unclear}");
    let unseen = refusal(|| page.see("A unicorn"));
    assert!(unseen.contains("Read this first."), "{unseen}");
    let covered = refusal(|| quiz.button("Covered").click());
    assert!(covered.contains("a person would hit <div>"), "{covered}");
    let disabled = refusal(|| quiz.button("Next").click());
    assert!(disabled.contains("it is disabled"), "{disabled}");
    let part = refusal(|| quiz.button(exact("Submit lat")).click());
    assert!(part.contains("named exactly"), "{part}");
}

#[test]
fn the_keyboard_alone_will_do() {
    let site = site();
    let page = Browser::start().open(site.url("quiz.html"));
    let quiz = page.within("#one");

    page.press("Tab");
    assert_eq!(page.focused(), focus("radio", "ISO/IEC 27001"));
    page.assert_focus_is_visible();
    page.press("Space");
    quiz.radio("27001").is_checked();
    page.press("Down");
    quiz.radio("27002").is_checked();
    page.press("Tab");
    quiz.checkbox("A risk").has_focus();
    page.press("Shift+Tab");
    quiz.radio("27002").has_focus();

    page.tab_to(&quiz.textbox("Your words"));
    page.type_text("Abc");
    page.press("Backspace");
    quiz.textbox("Your words").has_value("Ab");
    page.tab_to(&quiz.button("Submit"));
    page.assert_focus_is_visible();
    page.press("Enter");
    quiz.status().says("You chose b");
    let never = refusal(|| page.tab_to(&quiz.button("Next")));
    assert!(never.contains("Tab never comes to"), "{never}");
    page.tab_to(&quiz.button("Submit later"));
    let unmarked = refusal(|| page.assert_focus_is_visible());
    assert!(
        unmarked.contains("button \"Submit later\" has the focus, and nothing shows it"),
        "{unmarked}"
    );
}

#[test]
fn a_finger_works_too() {
    let site = site();
    let page = Browser::with()
        .size(320, 640)
        .touch()
        .start()
        .open(site.url("quiz.html"));

    page.within("#two").radio("27001").tap();
    page.within("#two").radio("27001").is_checked();
    page.within("#two").button("Submit").tap();
    page.within("#two").status().says("You chose a");
    page.assert_fits_the_width();
    page.run("document.querySelector('h1').style.width = '400px'");
    assert!(refusal(|| page.assert_fits_the_width()).contains("320"));
}

#[test]
fn axe_finds_a_planted_fault() {
    let site = site();
    let page = Browser::start().open(site.url("quiz.html"));
    page.assert_accessible();

    page.run(
        "document.querySelector('try-quiz').shadowRoot.querySelector('h2').style.color = '#ccc'",
    );
    let found = refusal(|| page.assert_accessible());
    assert!(found.contains("color-contrast (serious)"), "{found}");
    assert!(found.contains("Checkpoint"), "{found}");
}

#[test]
fn errors_in_the_console_are_seen() {
    let site = site();
    let page = Browser::start().open(site.url("quiz.html"));
    page.assert_no_errors();
    page.run("setTimeout(() => { throw new Error('planted') })");
    let found = refusal(|| page.assert_no_errors());
    assert!(found.contains("Error: planted"), "{found}");
    page.run("fetch('missing.json').then(() => 0)");
    page.console_says("missing.json");
    page.assert_no_errors_but(&["planted", "missing.json"]);
}

#[test]
fn storage_lasts_is_shared_and_can_be_filled_or_forbidden() {
    let site = site();
    let browser = Browser::start();
    let words = |page: &Page| page.within("#one").textbox("Your words").value();
    let page = browser.open(site.url("blank.html"));
    page.store("words", "before");
    page.go(site.url("quiz.html"));
    assert_eq!(words(&page), "before");

    page.within("#one")
        .textbox("Your words")
        .type_text(" and after");
    page.reload();
    assert_eq!(words(&page), "before and after");
    let other = browser.open_window(site.url("quiz.html"));
    other.within("#one").textbox("Your words").type_text("!");
    page.reload();
    assert_eq!(words(&page), "before and after!");
    other.crash();
    page.close();
    let page = browser.open(site.url("quiz.html"));
    assert_eq!(page.stored("words").as_deref(), Some("before and after!"));

    let page = browser.restart().open(site.url("quiz.html"));
    assert_eq!(words(&page), "before and after!");
    page.fill_storage();
    page.within("#one").textbox("Your words").type_text("?");
    page.status().says("Not saved: QuotaExceededError");
    page.free_storage();
    assert_eq!(page.stored_keys(), ["words"]);
}

#[test]
fn storage_can_be_forbidden() {
    let site = site();
    let page = Browser::with()
        .without_storage()
        .start()
        .open(site.url("quiz.html"));
    page.within("#one").textbox("Your words").type_text("x");
    page.status().says("Not saved: SecurityError");
}

#[test]
fn the_reader_is_as_asked() {
    let site = site();
    let browser = Browser::with()
        .language("fr-CA")
        .dark()
        .reduced_motion()
        .script_first("window.first = 7")
        .start();
    let page = browser.open(site.url("quiz.html"));
    assert_eq!(page.run("navigator.language"), "fr-CA");
    assert_eq!(
        page.run("matchMedia('(prefers-color-scheme: dark)').matches"),
        true
    );
    assert_eq!(
        page.run("matchMedia('(prefers-reduced-motion: reduce)').matches"),
        true
    );
    assert_eq!(page.run("first"), 7);
    page.dark(false);
    assert_eq!(
        page.run("matchMedia('(prefers-color-scheme: dark)').matches"),
        false
    );
    page.resize(390, 844);
    assert_eq!(page.run("innerWidth"), 390);

    let file = tempfile::tempdir().unwrap();
    page.screenshot(file.path().join("page.png"));
    let png = std::fs::read(file.path().join("page.png")).unwrap();
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(side(16), 390);
    assert!(side(20) > 1500, "the picture is only {} px high", side(20));
}

#[test]
fn the_site_can_be_changed_held_and_asked() {
    let site = site();
    site.put(
        "a.txt",
        Answer::file("first").after(Duration::from_millis(20)),
    );
    let page = Browser::start().open(site.url("blank.html"));
    let fetched = |path: &str| {
        page.run(&format!(
            "fetch('/{path}').then(async (r) => r.status + ' ' + await r.text())"
        ))
    };
    assert_eq!(fetched("a.txt"), "200 first");
    site.fail("a.txt", 500);
    assert!(fetched("a.txt").as_str().unwrap().starts_with("500"));
    site.heal("a.txt");
    assert!(fetched("a.txt").as_str().unwrap().starts_with("404"));
    assert_eq!(site.count("a.txt"), 3);

    site.put("b.txt", "b");
    site.put("c.txt", "c");
    site.hold(&["b.txt", "c.txt"]);
    page.run("window.got = []; for (const f of ['b', 'c']) fetch(`/${f}.txt`).then(() => got.push(f)); 0");
    site.is_asked_for(&["b.txt", "c.txt"]);
    assert_eq!(page.run("got.length"), 0);
    site.release();
    assert_eq!(page.run("new Promise((done) => { const t = setInterval(() => { if (got.length == 2) { clearInterval(t); done(got.length) } }) })"), 2);
    site.is_not_asked_for("d.html");

    site.put(
        "d.html",
        "<!doctype html><title>D</title><script src=d.js></script><p>Done",
    );
    site.put("d.js", "");
    site.hold(&["d.js"]);
    page.set_out_for(site.url("d.html"));
    site.is_asked_for(&["d.html", "d.js"]);
    page.do_not_see("Done");
    site.release();
    page.see("Done");

    page.offline(true);
    assert_eq!(
        page.run("fetch('/b.txt').catch((e) => e.name)"),
        "TypeError"
    );
    page.offline(false);
    assert_eq!(fetched("b.txt"), "200 b");
}

#[test]
fn a_wheel_scrolls_and_paper_is_a_medium() {
    let site = site();
    let page = Browser::start().open(site.url("quiz.html"));
    page.wheel(600);
    assert_eq!(page.run("new Promise((done) => { const t = setInterval(() => { if (scrollY >= 600) { clearInterval(t); done(true) } }) })"), true);
    page.as_printed(true);
    assert_eq!(page.run("matchMedia('print').matches"), true);
    page.as_printed(false);
    assert_eq!(page.run("matchMedia('print').matches"), false);
}

#[test]
fn a_folder_is_served_and_can_be_laid_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("index.html"),
        "<!doctype html><title>F</title>From the folder",
    )
    .unwrap();
    std::fs::write(folder.path().join("a.wasm"), "").unwrap();
    let site = Site::of(folder.path());
    let page = Browser::start().open(site.url(""));
    page.see("From the folder");
    assert_eq!(
        page.run("fetch('a.wasm').then((r) => r.headers.get('content-type'))"),
        "application/wasm"
    );
    site.put("index.html", "<!doctype html><title>T</title>From the test");
    page.reload();
    page.see("From the test");
    site.heal("index.html");
    page.reload();
    page.see("From the folder");
}
