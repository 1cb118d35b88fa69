//! A picture with regions: pointed at by mouse and by touch, picked from the list by keyboard.

use jalon_tests::{Browser, Look, Page, Site, any};

use crate::almanac::{checkpoint, edited, page, publish, site};

/// The almanac's page of the year.
fn year(browser: Browser) -> (Site, Browser, Page) {
    year_of(site(), browser)
}

/// The same on a host whose files are kept for a year.
fn kept_year() -> (Site, Browser, Page) {
    let site = site();
    site.keep_for(31_536_000);
    year_of(site, Browser::start())
}

fn year_of(site: Site, browser: Browser) -> (Site, Browser, Page) {
    site.put("year.html", page("en", &checkpoint("sentences", "en")));
    let page = browser.open(site.url("year.html"));
    page.group("quarter").image(any()).is_there();
    (site, browser, page)
}

#[test]
fn pointing_and_picking_are_one_answer() {
    let (_site, _browser, page) = year(Browser::start());
    let question = page.group("quarter");
    let picture = question.image(any());
    picture.click_at(20.0, 25.0);
    question.radio("January").is_checked();
    picture.click_at(80.0, 25.0);
    question.radio("April").is_checked();
    // What lies on top is what is pointed at.
    picture.click_at(52.0, 48.0);
    question.radio("disc").is_checked();
    question.radio("January").choose();
    page.assert_accessible();
    page.button("Submit").click();
    page.button("Submit anyway").click();
    question.see("Too early.");
    question.see("Right answer");
    picture.click_at(80.0, 25.0);
    question.radio("January").is_checked();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_finger_points_as_a_mouse_does() {
    let (_site, _browser, page) = year(Browser::with().size(390, 844).touch().start());
    let question = page.group("quarter");
    question.image(any()).tap_at(80.0, 25.0);
    question.radio("April").is_checked();
    page.assert_fits_the_width();
    page.assert_no_errors();
}

#[test]
fn the_list_alone_is_enough_by_keyboard_and_outlasts_language_and_reload() {
    let (_site, _browser, page) = year(Browser::start());
    let question = page.group("quarter");
    page.tab_to(&question.radio("January"));
    page.press("Space");
    page.press("ArrowDown");
    page.assert_focus_is_visible();
    question.radio("April").is_checked();
    page.button("FR").click();
    let question = page.group("quart");
    question.radio("D’avril à juin").is_checked();
    question.image("quarts").is_there();
    page.reload();
    page.group("quart").radio("D’avril à juin").is_checked();
    page.button("Les deux").click();
    // One picture, in the words of both languages.
    question.image(any()).are(1);
    question.image("quarters").is_there();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn the_picture_comes_from_beside_the_bank() {
    let (_site, _browser, page) = year(Browser::start());
    let loaded = page.run(
        "(async () => {
            const root = document.querySelector('jalon-checkpoint').shadowRoot;
            const picture = root.querySelector('img');
            await picture.decode();
            return new URL(picture.src).pathname + ' ' + (picture.naturalWidth > 0);
        })()",
    );
    assert_eq!(loaded, "/banks/almanac/year.svg true");
}

#[test]
fn a_new_version_shows_its_own_picture_where_the_cache_keeps_the_one_before() {
    let (site, _browser, page) = kept_year();
    let picture = "banks/almanac/year.svg";
    assert_eq!(site.count(picture), 1);
    page.go(site.url("year.html"));
    page.group("quarter").image(any()).is_there();
    assert_eq!(site.count(picture), 1, "the cache has it");
    publish(&site, &edited(&[("It is blue", "It is rather blue")]));
    site.forget_requests();
    page.run("fetch('banks/almanac.json', { cache: 'reload' }).then(() => 0)");
    page.go(site.url("year.html"));
    page.group("quarter").image(any()).is_there();
    site.is_asked_for(&[picture]);
}
