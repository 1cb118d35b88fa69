//! A file of the client that is missing, cut, damaged or of another version: the page goes on, says so, and Retry asks the network anew, also
//! where the broken file may be kept for a year.

use jalon_tests::{Answer, Browser, Look, Site, client_file};

use crate::almanac::{checkpoint, edited, files, module, module_of, page, publish, site};

/// As long as a host may say, in seconds.
const YEAR: u32 = 31_536_000;

const NOT_LOADED: &str = "This exercise could not be loaded.";

/// What comes in the place of any file.
fn wrong_files() -> Vec<Answer> {
    let login = "<!doctype html><title>Log in</title><form><input name=user></form>";
    vec![
        Answer::error(404),
        Answer::error(503),
        Answer::file(""),
        Answer::file("not found").of_type("text/plain"),
        Answer::file(login).of_type("text/html"),
    ]
}

/// The file, cut at several lengths.
fn cut(content: &[u8]) -> impl Iterator<Item = Answer> {
    let lengths = [1, 10, 1_000, content.len() / 2, content.len() - 1];
    lengths
        .map(|length| Answer::file(&content[..length]))
        .into_iter()
}

/// The file with one bit of it flipped.
fn flipped(content: &[u8], at: usize) -> Answer {
    let mut content = content.to_vec();
    content[at] ^= 1;
    Answer::file(content)
}

/// Each time on a site of its own, so that no cache knows it.
fn says_and_retries(file: &str, answers: impl IntoIterator<Item = Answer>) {
    let browser = Browser::start();
    for answer in answers {
        let site = site();
        site.keep_for(YEAR);
        let shown = format!("{answer:.60?}");
        site.put(file, answer);
        let page = browser.open(site.url("weather.html"));
        page.see(NOT_LOADED);
        page.do_not_see("Cet exercice");
        assert_eq!(page.run("6 * 7"), 42, "{shown}: the page still answers");
        site.heal(file);
        page.button("Retry").click();
        page.group("Question 5").is_there();
        page.do_not_see("could not be loaded");
        page.assert_no_errors_but(&[file, "jalon.js", "jalon/"]);
        page.close();
    }
}

#[test]
fn a_missing_or_wrong_wasm_is_said_and_can_be_retried() {
    let (file, _) = client_file("checkpoint", "wasm");
    says_and_retries(&file, wrong_files());
}

#[test]
fn a_wasm_that_was_cut_or_damaged_is_said_and_can_be_retried() {
    let (file, content) = client_file("checkpoint", "wasm");
    let places = [content.len() / 3, content.len() / 2, content.len() - 100];
    let damaged = places.map(|at| flipped(&content, at));
    says_and_retries(&file, cut(&content).chain(damaged));
}

#[test]
fn a_chunk_that_the_module_needs_and_is_missing_cut_or_damaged_is_said_and_can_be_retried() {
    for name in [
        "checkpoint-kinds",
        "checkpoint-kinds-outcomes",
        "checkpoint-fr",
    ] {
        let (file, content) = client_file(name, "wasm");
        let damaged = flipped(&content, content.len() / 2);
        let wrong = wrong_files().into_iter().take(3);
        says_and_retries(&file, wrong.chain(cut(&content).skip(3)).chain([damaged]));
    }
}

#[test]
fn missing_or_wrong_glue_is_said_and_can_be_retried() {
    let (file, content) = client_file("checkpoint", "js");
    let text = String::from_utf8(content).expect("a script");
    // As glue of another build: it offers other functions than the wasm imports.
    let other = text.replace("__wbg_", "__wbh_");
    assert_ne!(other, text);
    let cut = [1_000, text.len() / 2].map(|length| Answer::file(&text[..length]));
    let others = [Answer::file(other), Answer::file("export default 1;")];
    says_and_retries(&file, wrong_files().into_iter().chain(cut).chain(others));
}

#[test]
fn an_exercise_is_shown_without_its_styles_where_they_do_not_come() {
    let (file, content) = client_file("style", "css");
    let browser = Browser::start();
    let half = Answer::file(&content[..content.len() / 2]);
    for answer in wrong_files()
        .into_iter()
        .chain([half, flipped(&content, 99)])
    {
        let site = site();
        site.put(&file, answer);
        let page = browser.open(site.url("weather.html"));
        page.group("Question 5").is_there();
        assert_eq!(site.count(&file), 2, "the network was asked anew");
        let rules = "document.querySelector('jalon-checkpoint').shadowRoot.adoptedStyleSheets[0].cssRules.length";
        assert_eq!(page.run(rules), 0, "a wrong sheet counts as none");
        page.see("The styles could not be loaded.");
        site.heal(&file);
        page.button("Retry").click();
        page.do_not_see("The styles");
        page.group("Question 5").is_there();
        assert_ne!(page.run(rules), 0, "the network was asked once more");
        page.assert_no_errors_but(&[&file, "jalon.js"]);
        page.close();
    }
}

#[test]
fn what_is_broken_once_is_loaded_without_a_word() {
    let all = [
        ("checkpoint", "wasm"),
        ("checkpoint", "js"),
        ("style", "css"),
    ];
    let browser = Browser::start();
    for (file, content) in all.map(|(name, extension)| client_file(name, extension)) {
        let site = site();
        site.keep_for(YEAR);
        site.put(&file, Answer::file(&content[..content.len() / 2]));
        let page = browser.open(site.url("blank.html"));
        // The broken file is in the cache when the page comes.
        page.run(&format!(
            "fetch('/{file}').then((answer) => answer.arrayBuffer()).then(() => 0)"
        ));
        site.heal(&file);
        page.go(site.url("weather.html"));
        page.group("Question 5").is_there();
        page.do_not_see("Retry");
        // The cache is mended, too.
        page.go(site.url("blank.html"));
        site.forget_requests();
        page.go(site.url("weather.html"));
        page.group("Question 5").is_there();
        assert_eq!(site.count(&file), 0, "{file}");
        page.close();
    }
}

#[test]
fn a_wasm_of_another_type_is_started_all_the_same() {
    let (file, content) = client_file("checkpoint", "wasm");
    let site = site();
    site.put(
        &file,
        Answer::file(content).of_type("application/octet-stream"),
    );
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    assert_eq!(site.count(&file), 1);
    page.assert_no_errors();
}

#[test]
fn an_element_that_leaves_while_a_failed_file_is_fetched_anew_disturbs_nothing() {
    let (file, _) = client_file("checkpoint", "wasm");
    let site = site();
    site.fail(&file, 503);
    let page = Browser::start().open(site.url("blank.html"));
    site.hold(&[&file]);
    page.set_out_for(site.url("weather.html"));
    site.is_asked_for(&[&file]);
    page.run("globalThis.gone = document.querySelector('jalon-checkpoint'); gone.remove()");
    site.release();
    site.heal(&file);
    page.run("document.querySelector('main').append(gone)");
    page.group("Question 5").is_there();
    assert_eq!(page.run("gone.shadowRoot.childElementCount"), 1);
    page.assert_no_errors_but(&[&file, "jalon.js"]);
}

/// Replaces the client by one whose files have other names, as an earlier build's have.
fn earlier_client(site: &Site) -> Vec<String> {
    let (_, loader) = client_file("jalon", "js");
    let mut loader = String::from_utf8(loader).expect("a script");
    let all = [
        ("checkpoint", "js"),
        ("checkpoint", "wasm"),
        ("style", "css"),
    ];
    let names = all.map(|(name, extension)| {
        let (path, content) = client_file(name, extension);
        let earlier = format!("jalon/{name}.0000000000000000.{extension}");
        loader = loader.replace(&path, &earlier);
        site.put(&earlier, content);
        earlier
    });
    site.put("jalon.js", loader);
    names.into()
}

/// Publishes the client as built and an edited bank; files of the version before are gone.
fn publish_next(site: &Site, earlier: &[String]) {
    site.heal("jalon.js");
    for file in earlier {
        site.fail(file, 404);
    }
    for (name, _) in files() {
        site.fail(&format!("banks/{name}"), 404);
    }
    publish(site, &edited(&[("It is blue", "It is rather blue")]));
}

#[test]
fn another_module_opens_without_a_word_after_a_new_version_is_published() {
    let site = site();
    site.keep_for(YEAR);
    site.put("night.html", page("en", &checkpoint("night", "en")));
    let earlier = earlier_client(&site);
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    publish_next(&site, &earlier);
    page.go(site.url("night.html"));
    page.group("owl").is_there();
    page.do_not_see("Retry");
    let night = module_of(&edited(&[("It is blue", "It is rather blue")]), "night");
    assert_eq!(site.count(&night), 1);
    page.assert_no_errors_but(&[&module("night")]);
}

#[test]
fn a_loader_from_the_cache_finds_the_files_of_the_new_version() {
    let site = site();
    site.keep_for(YEAR);
    site.put("none.html", page("en", "<p>No exercise yet.</p>"));
    let earlier = earlier_client(&site);
    let page = Browser::start().open(site.url("none.html"));
    site.is_asked_for(&["jalon.js"]);
    publish_next(&site, &earlier);
    page.go(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.do_not_see("Retry");
    page.assert_no_errors_but(&["0000000000000000", "jalon.js"]);
}

#[test]
fn a_retry_finds_the_files_of_the_new_version() {
    let site = site();
    site.keep_for(YEAR);
    let earlier = earlier_client(&site);
    for file in &earlier {
        site.fail(file, 404);
    }
    let page = Browser::start().open(site.url("weather.html"));
    page.see(NOT_LOADED);
    publish_next(&site, &earlier);
    page.button("Retry").click();
    page.group("Question 5").is_there();
    page.assert_no_errors_but(&["0000000000000000", "jalon.js"]);
}
