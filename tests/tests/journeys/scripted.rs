//! Script of the host page adds, removes, moves and changes our elements.

use jalon_tests::{Browser, Look, any, client_file};

use crate::almanac::{EN, FR, checkpoint, module, page, site};

#[test]
fn an_element_may_be_added_and_removed_by_script() {
    let site = site();
    site.put("empty.html", page("en", "<div></div>"));
    let page = Browser::start().open(site.url("empty.html"));
    let add = format!(
        "document.querySelector('div').innerHTML = '{}'",
        checkpoint("weather", "en")
    );
    page.run(&add);
    page.group(EN.sky).radio(EN.blue).choose();
    page.run("window.old = document.querySelector('jalon-checkpoint'); old.remove()");
    page.heading("Module checkpoint").is_gone();
    assert_eq!(page.run("old.shadowRoot.childNodes.length"), 0);
    page.run(&add);
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.run("document.querySelector('div').replaceChildren(old)");
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.moon).radio(EN.no).choose();
    page.progressbar("Answered 2/5").is_there();
    page.assert_no_errors();
}

#[test]
fn an_element_made_by_script_before_the_loader_comes_works_too() {
    let site = site();
    let body = r#"<div></div><script>
const element = document.createElement("jalon-checkpoint");
for (const [name, value] of [["lang", "fr"], ["module", "weather"], ["bank", "banks/almanac.json"]]) element.setAttribute(name, value);
document.querySelector("div").append(element);
</script>"#;
    site.put("made.html", page("en", body));
    let page = Browser::start().open(site.url("made.html"));
    page.group(FR.sky).radio(FR.blue).choose();
    page.assert_no_errors();
}

#[test]
fn an_element_may_be_moved() {
    let site = site();
    let places = format!(
        r#"<section id="one">{}</section><section id="two"></section>"#,
        checkpoint("weather", "en")
    );
    site.put("move.html", page("en", &places));
    let page = Browser::start().open(site.url("move.html"));
    page.within("#one").group(EN.sky).radio(EN.blue).choose();
    EN.write(&page, EN.rain, "umb");
    page.run("document.querySelector('#two').append(document.querySelector('jalon-checkpoint'))");
    let two = page.within("#two");
    two.group(EN.sky).radio(EN.blue).is_checked();
    two.group(EN.rain).textbox(any()).has_value("umb");
    two.group(EN.moon).radio(EN.no).choose();
    two.progressbar("Answered 3/5").is_there();
    page.assert_no_errors();
}

#[test]
fn an_element_taken_away_while_it_loads_leaves_no_trace() {
    let site = site();
    let (wasm, _) = client_file("checkpoint", "wasm");
    site.hold(&[&wasm, &module("weather")]);
    let page = Browser::start().open(site.url("weather.html"));
    site.is_asked_for(&[&wasm, &module("weather")]);
    page.run("window.old = document.querySelector('jalon-checkpoint'); old.remove()");
    site.release();
    page.run("document.querySelector('main').append(old)");
    page.group("Question 5").is_there();
    page.heading("Module checkpoint").are(1);

    site.hold(&[&module("night")]);
    page.run("old.setAttribute('module', 'night')");
    site.is_asked_for(&[&module("night")]);
    page.run("old.setAttribute('module', 'weather')");
    page.group("Question 5").is_there();
    site.release();
    page.run("fetch('blank.html').then(() => 0)");
    page.group("owl").is_gone();
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn another_module_may_be_asked_for_by_attribute() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.run("document.querySelector('jalon-checkpoint').setAttribute('module', 'night')");
    page.group("owl").radio("True").choose();
    page.group(EN.sky).is_gone();
    page.run("document.querySelector('jalon-checkpoint').setAttribute('module', 'weather')");
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.assert_no_errors();
}
