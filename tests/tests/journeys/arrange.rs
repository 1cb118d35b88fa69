//! Items and where they belong: matched, sorted and put in order, by keyboard, mouse and finger.

use jalon_tests::{Browser, Look, Page, Site, Spot, any};

use crate::almanac::{checkpoint, page, site};

/// The almanac's pantry, and a page that shows it.
fn pantry(browser: &Browser) -> (Site, Page) {
    let site = site();
    site.put("pantry.html", page("en", &checkpoint("pantry", "en")));
    let page = browser.open(site.url("pantry.html"));
    page.progressbar("Answered 0/3").is_there();
    (site, page)
}

/// Goes to an item's menu by Tab, and down in it to a target by arrows.
#[track_caller]
fn pick(page: &Page, question: &str, item: &str, target: &str) {
    let menu = page.group(question).combobox(item);
    page.tab_to(&menu);
    page.assert_focus_is_visible();
    page.press("Home");
    for _ in 0..5 {
        let before = menu.value();
        if before == target {
            break;
        }
        page.press("Down");
        for _ in 0..20 {
            if menu.value() != before {
                break;
            }
        }
    }
    menu.has_value(target);
    menu.has_focus();
}

/// Goes to the radio buttons of an item by Tab, and to a category by arrows.
#[track_caller]
fn sort(page: &Page, question: &str, item: &str, category: &str) {
    let group = page.group(question).group(item);
    page.tab_to(&group.radio(any()).nth(1));
    page.press("Space");
    for _ in 0..3 {
        if group.radio(category).state("focused") == "true" {
            break;
        }
        page.press("Down");
        page.assert_focus_is_visible();
    }
    group.radio(category).is_checked();
}

/// The items of an order as they stand, from the names of their buttons.
#[track_caller]
fn order(page: &Page, question: &str, up: &str) -> Vec<String> {
    let names = page.group(question).button(up).names();
    let item = |name: &String| name.rsplit(": ").next().unwrap_or_default().to_owned();
    names.iter().map(item).collect()
}

/// Puts items in order, pressing "up" in some way.
#[track_caller]
fn arrange(page: &Page, question: &str, wanted: &[&str], press: impl Fn(&Spot)) {
    for (place, item) in wanted.iter().enumerate() {
        let at = |page| {
            order(page, question, "Move up")
                .iter()
                .position(|own| own == item)
        };
        let from = at(page).expect("an item of the order");
        for to in (place..from).rev() {
            press(&page.group(question).button(format!("Move up: {item}")));
            let told = format!("{item}: place {} of {}.", to + 1, wanted.len());
            page.group(question).status().says(&told);
        }
        assert_eq!(at(page), Some(place));
    }
}

const SOWING: [&str; 4] = ["Dig", "Sow", "Water", "Pick"];

#[test]
fn items_find_their_places_by_keyboard_alone() {
    let browser = Browser::start();
    let (_site, page) = pantry(&browser);
    pick(&page, "harvest", "Apples", "On straw");
    pick(&page, "harvest", "Carrots", "In sand");
    page.progressbar("Answered 0/3").is_there();
    pick(&page, "harvest", "Herbs", "On a string");
    page.progressbar("Answered 1/3").is_there();
    sort(&page, "season", "Asparagus", "Spring");
    sort(&page, "season", "Tomatoes", "Summer");
    sort(&page, "season", "Leeks", "Winter");
    page.progressbar("Answered 2/3").is_there();
    assert_ne!(order(&page, "bed", "Move up"), SOWING);
    arrange(&page, "bed", &SOWING, |button| {
        page.tab_to(button);
        page.assert_focus_is_visible();
        page.press("Enter");
        button.has_focus();
    });
    page.progressbar("Answered 3/3").is_there();
    // At the top a button stays, says that there is no way on, and does nothing.
    let top = page.group("bed").button("Move up: Dig");
    page.tab_to(&top);
    top.is_disabled();
    page.press("Enter");
    top.has_focus();
    assert_eq!(order(&page, "bed", "Move up"), SOWING);
    page.assert_accessible();
    page.tab_to(&page.button("Submit"));
    page.press("Enter");
    page.region("Passed").is_there();
    page.see("3 out of 3 points");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_target_that_is_taken_says_so_and_moves_only_where_the_learner_stops() {
    let browser = Browser::start();
    let (_site, page) = pantry(&browser);
    let harvest = page.group("harvest");
    pick(&page, "harvest", "Apples", "On straw");
    harvest
        .combobox("Carrots")
        .option("On straw (used for Apples)")
        .is_there();
    // Through all options and back: nothing was taken from the apples.
    page.tab_to(&harvest.combobox("Carrots"));
    for key in ["Down", "Down", "Down", "Down", "Home"] {
        page.press(key);
    }
    harvest.combobox("Carrots").has_value("Choose…");
    harvest.combobox("Apples").has_value("On straw");
    pick(&page, "harvest", "Carrots", "On straw");
    harvest
        .status()
        .says("“On straw” moved from “Apples” to “Carrots”.");
    harvest.combobox("Apples").has_value("Choose…");
    page.assert_accessible();
    page.button("Submit").click();
    page.button("Submit anyway").click();
    harvest.see("Wrong");
    harvest.see("Expected: In sand");
    harvest.see("Right: 0 of 3.");
    page.button("FR").click();
    page.group("récolte")
        .see("Réponse attendue : Dans le sable");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn half_of_it_outlasts_a_change_of_language_and_a_reload() {
    let browser = Browser::start();
    let (_site, page) = pantry(&browser);
    pick(&page, "harvest", "Apples", "On straw");
    page.group("season").group("Leeks").radio("Summer").choose();
    page.group("bed").button("Move down").nth(1).click();
    let before = order(&page, "bed", "Move up");
    page.tab_to(&page.group("harvest").combobox("Apples"));
    page.run("document.querySelector('jalon-checkpoint').setAttribute('lang', 'fr')");
    let apples = page.group("récolte").combobox("Les pommes");
    apples.has_focus();
    apples.has_value("Sur la paille");
    page.group("saison")
        .group("Le poireau")
        .radio("Été")
        .is_checked();
    let names = [
        ("Dig", "Bêcher"),
        ("Sow", "Semer"),
        ("Water", "Arroser"),
        ("Pick", "Récolter"),
    ];
    let french: Vec<&str> = before
        .iter()
        .filter_map(|item| Some(names.iter().find(|(own, _)| own == item)?.1))
        .collect();
    assert_eq!(order(&page, "potager", "Monter"), french);
    page.button("Les deux").click();
    page.group("harvest")
        .combobox("Apples")
        .has_value("On straw – Sur la paille");
    page.assert_accessible();
    page.reload();
    page.group("harvest")
        .combobox("Apples")
        .has_value("On straw – Sur la paille");
    page.group("season")
        .group("Leeks")
        .radio("Summer")
        .is_checked();
    page.button("EN").click();
    assert_eq!(order(&page, "bed", "Move up"), before);
    page.button("Submit").click();
    page.button("Submit anyway").click();
    let season = page.group("season");
    season.see("A leek stands in the snow.");
    season.see("Right: 0 of 3.");
    page.assert_fits_the_width();
    page.assert_no_errors();
}

#[test]
fn the_mouse_picks_sorts_and_drags_and_a_wrong_order_says_where_things_belong() {
    let browser = Browser::start();
    let (_site, page) = pantry(&browser);
    let apples = page.group("harvest").combobox("Apples");
    apples.click();
    apples.pick_from_list("On straw");
    let season = page.group("season");
    season.group("Asparagus").radio("Spring").choose();
    season.group("Tomatoes").radio("Summer").choose();
    season.group("Leeks").radio("Winter").choose();
    arrange(&page, "bed", &SOWING, Spot::click);
    drag(&page, "Dig", "Pick", Page::drag);
    page.group("bed").status().says("Dig: place 4 of 4.");
    assert_eq!(
        order(&page, "bed", "Move up"),
        ["Sow", "Water", "Pick", "Dig"]
    );
    page.button("Submit").click();
    page.button("Submit anyway").click();
    season.see("Right answer");
    let bed = page.group("bed");
    bed.see("Partly right");
    bed.see("Neighbours in the right order: 2 of 3.");
    bed.see("Right place: 1");
    bed.button("Move up").is_gone();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_finger_taps_and_drags() {
    let browser = Browser::with().touch().size(390, 800).start();
    let (_site, page) = pantry(&browser);
    let season = page.group("season");
    for (item, category) in [
        ("Asparagus", "Spring"),
        ("Tomatoes", "Summer"),
        ("Leeks", "Winter"),
    ] {
        let radio = season.group(item).radio(category);
        radio.tap();
        radio.is_checked();
    }
    arrange(&page, "bed", &SOWING, Spot::tap);
    drag(&page, "Pick", "Dig", Page::drag_by_touch);
    page.group("bed").status().says("Pick: place 1 of 4.");
    page.group("bed").button("Move down: Pick").tap();
    page.group("bed").status().says("Pick: place 2 of 4.");
    assert_eq!(
        order(&page, "bed", "Move up"),
        ["Dig", "Pick", "Sow", "Water"]
    );
    page.assert_fits_the_width();
    page.assert_accessible();
    page.assert_no_errors();
}

/// Takes an item by its grip, which stands before its buttons, to the place of another one.
#[track_caller]
fn drag(page: &Page, item: &str, to: &str, by: fn(&Page, (f64, f64), (f64, f64))) {
    let script = format!(
        r#"(() => {{
          const root = document.querySelector("jalon-checkpoint").shadowRoot;
          const button = (item) => root.querySelector(`[aria-label="Move up: ${{item}}"]`);
          button("{item}").scrollIntoView({{ block: "center", behavior: "instant" }});
          const middle = (box) => [box.left - 24, box.top + box.height / 2];
          const grip = middle(button("{item}").getBoundingClientRect());
          const place = button("{to}").closest("li").getBoundingClientRect();
          return [...grip, grip[0], place.top + place.height / 2];
        }})()"#
    );
    let places = page.run(&script);
    let at = |n: usize| places[n].as_f64().expect("a number");
    // A little past the middle.
    let past = 6.0 * (at(3) - at(1)).signum();
    by(page, (at(0), at(1)), (at(2), at(3) + past));
}
