//! In other people's pages: nothing leaks in, nothing leaks out, and several of ours get along.

use jalon_tests::{Browser, Look, Page, any};
use serde_json::Value;

use crate::almanac::{EN, FR, checkpoint, page, site, tag};

/// How everything in our element is drawn, one line an element.
const INSIDE: &str = "(() => {
  const told = ['color', 'backgroundColor', 'display', 'visibility', 'fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'lineHeight',
    'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'textIndent', 'whiteSpace', 'direction', 'cursor', 'margin', 'padding', 'border', 'opacity', 'listStyle'];
  const lines = [];
  const walk = (root) => {
    for (const element of root.children) {
      const style = getComputedStyle(element);
      lines.push(`${element.localName}.${element.className}: ${told.map((name) => `${name} ${style[name]}`).join('; ')}`);
      walk(element);
    }
  };
  walk(document.querySelector('jalon-checkpoint').shadowRoot);
  return lines;
})()";

/// How the host page is drawn, and what it is made of, without us.
const OUTSIDE: &str = "(() => {
  const ours = (element) => element.localName.startsWith('jalon-');
  const told = ['color', 'backgroundColor', 'display', 'font', 'margin', 'padding', 'border', 'width', 'cursor', 'listStyle', 'outline'];
  const lines = [...document.querySelectorAll('*')].filter((e) => !ours(e)).map((element) => {
    const style = getComputedStyle(element);
    return `${element.localName}: ${told.map((name) => `${name} ${style[name]}`).join('; ')}`;
  });
  return { lines, head: document.head.innerHTML, title: document.title, sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length,
    names: Object.keys(window).sort(), root: document.documentElement.getAttributeNames(), body: document.body.getAttributeNames() };
})()";

const HOSTILE: &str = r#"
* { color: red !important; display: block; font-size: 40px; font-family: fantasy; line-height: 3; letter-spacing: 9px; text-transform: uppercase; text-align: right; cursor: wait }
*, *::before, *::after { box-sizing: content-box; transition: all 3s }
html { font-size: 30px; direction: ltr; visibility: visible; word-spacing: 1em; text-indent: 3em; white-space: pre }
button { display: none } fieldset { border: 9px dotted } input { opacity: 0 } h2, h3, p { margin: 7em !important; background: yellow }
.question, .main, .option, .label, .verdict, section, legend { display: none !important }
"#;

fn lines(page: &Page) -> Vec<String> {
    let lines = page.run(INSIDE);
    let lines = lines.as_array().into_iter().flatten();
    lines.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[track_caller]
fn drawn_alike(one: &[String], other: &[String]) {
    assert!(one.len() > 50, "{one:?}");
    let mut pairs = one.iter().zip(other);
    if let Some((one, other)) = pairs.find(|(one, other)| one != other) {
        panic!("drawn differently:\n  {one}\n  {other}");
    }
    assert_eq!(one.len(), other.len());
}

#[test]
fn the_pages_styles_do_not_leak_in() {
    let site = site();
    let hostile = page("en", &checkpoint("weather", "en"));
    let style = r#"<link rel="stylesheet" href="hostile.css">"#;
    site.put(
        "hostile.html",
        hostile.replace("<main>", &format!("{style}<main>")),
    );
    site.put("hostile.css", HOSTILE);
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.come_to_rest();
    let calm = lines(&page);
    page.go(site.url("hostile.html"));
    page.radio(any()).are(6);
    page.come_to_rest();
    drawn_alike(&calm, &lines(&page));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").see("100%");
    page.assert_no_errors();
}

#[test]
fn nothing_of_ours_changes_the_page() {
    let site = site();
    let content = r#"<h2 class="main">Title</h2><p class="label">Text <button class="option">Button</button> <code>code</code></p>
<fieldset class="question"><legend>Legend</legend><label><input type="radio"> One</label></fieldset><ul class="verdict"><li>Item</li></ul>"#;
    let bare = page("en", content).replace(
        r#"<script type="module" src="jalon.js"></script>"#,
        r#"<script type="module" src="nothing.js"></script>"#,
    );
    site.put("bare.html", bare);
    site.put("nothing.js", "");
    site.put(
        "ours.html",
        page("en", &format!("{content}{}", checkpoint("weather", "en"))),
    );
    let browser = Browser::start();
    let page = browser.open(site.url("bare.html"));
    let mut bare = page.run(OUTSIDE);
    page.go(site.url("ours.html"));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    let ours = page.run(OUTSIDE);
    bare["head"] = Value::from(
        bare["head"]
            .as_str()
            .unwrap_or_default()
            .replace("nothing.js", "jalon.js"),
    );
    assert_eq!(ours, bare);
    page.assert_no_errors();
}

#[test]
fn two_modules_stand_on_one_page() {
    let site = site();
    let both = format!(
        r#"<section id="one">{}</section><section id="two">{}</section>"#,
        checkpoint("weather", "en"),
        checkpoint("night", "fr")
    );
    site.put("two.html", page("en", &both));
    let page = Browser::start().open(site.url("two.html"));
    let (one, two) = (page.within("#one"), page.within("#two"));
    one.group(EN.sky).radio(EN.blue).choose();
    two.group("hibou").radio("Vrai").choose();
    one.progressbar("Answered 1/5").is_there();
    two.progressbar("1 réponse sur 1").is_there();
    two.button("Valider").click();
    two.region("Réussi").is_there();
    one.button("Submit").is_there();
    one.button("FR").click();
    one.button("Valider").is_there();
    two.button("EN").click();
    two.region("Passed").is_there();
    one.button("Valider").is_there();
    page.assert_accessible();
    page.reload();
    one.progressbar("1 réponse sur 5").is_there();
    two.region("Passed").is_there();
    page.assert_no_errors();
}

#[test]
fn the_same_module_twice_is_one_attempt() {
    let site = site();
    let both = format!(
        r#"<section id="one">{}</section><section id="two">{}</section>"#,
        checkpoint("weather", "en"),
        checkpoint("weather", "fr")
    );
    site.put("two.html", page("en", &both));
    let page = Browser::start().open(site.url("two.html"));
    let (one, two) = (page.within("#one"), page.within("#two"));
    one.group(EN.sky).radio(EN.blue).choose();
    two.group(FR.sky).radio(FR.blue).is_checked();
    two.group(FR.moon).radio(FR.no).choose();
    one.group(EN.moon).radio(EN.no).is_checked();
    FR.write(&two, FR.rain, "para");
    one.group(EN.rain).textbox(any()).has_value("para");
    assert_eq!(EN.order(&one), FR.order(&two));
    EN.hand_in(&one);
    one.button("Submit anyway").click();
    one.button("Try again").is_there();
    two.button("Recommencer").is_there();
    two.do_not_see("tentative précédente");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_strict_content_security_policy_is_enough() {
    let site = site();
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.come_to_rest();
    let free = lines(&page);
    site.header(
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    page.reload();
    page.group("Question 5").is_there();
    page.come_to_rest();
    drawn_alike(&free, &lines(&page));
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.button("FR").click();
    page.button("Recommencer").click();
    FR.answer_right(&page);
    FR.hand_in(&page);
    page.region("Réussi").is_there();
    page.assert_no_errors();
}

#[test]
fn the_bank_is_found_from_a_page_in_another_folder() {
    let site = site();
    let element = tag("checkpoint", "weather", r#"lang="en""#).replace("banks/", "../banks/");
    site.put(
        "course/one.html",
        page("en", &element).replace("jalon.js", "../jalon.js"),
    );
    let page = Browser::start().open(site.url("course/one.html"));
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn the_loader_may_stand_on_the_page_twice() {
    let site = site();
    let element = checkpoint("weather", "en");
    let again = r#"<script type="module" src="./jalon.js?again"></script>"#;
    site.put("twice.html", page("en", &format!("{element}{again}")));
    let page = Browser::start().open(site.url("twice.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.heading("Module checkpoint").are(1);
    page.assert_no_errors();
}
