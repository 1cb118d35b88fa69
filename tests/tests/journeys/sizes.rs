//! Narrow screens, large text, long words.

use jalon_tests::{Browser, Look};

use crate::almanac::{EN, checkpoint, edited, page, publish, site, tag};
use crate::states::nothing_sticks_out;

#[test]
fn a_word_without_end_breaks_on_a_narrow_screen() {
    let site = site();
    let word = "Hottentottenstottertrottelmutterbeutelrattenlattengitterkofferattentäter";
    let before = |words: &str| format!(" {word} {words}");
    let edits = [
        (" weather\"", before("weather\"")),
        (" west\"", before("west\"")),
        (" orchard", before("orchard")),
        (" apple\"", before("apple\"")),
        (" on a tree", before("on a tree")),
    ];
    publish(
        &site,
        &edited(&edits.each_ref().map(|(words, by)| (*words, by.as_str()))),
    );
    site.put(
        "weather.html",
        page("en", &tag("module", "weather", r#"lang="both""#)),
    );
    let page = Browser::with()
        .size(320, 700)
        .start()
        .open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.group("orchard").checkbox("apple").tick();
    EN.write(&page, EN.rain, word);
    nothing_sticks_out(&page);
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.button("Try again").is_there();
    nothing_sticks_out(&page);
    page.assert_no_errors();
}

#[test]
fn text_twice_as_large_still_fits() {
    let site = site();
    site.put(
        "large.html",
        page("fr", &checkpoint("weather", "both"))
            .replace("<html", r#"<html style="font-size: 200%""#),
    );
    let page = Browser::with()
        .size(640, 900)
        .start()
        .open(site.url("large.html"));
    page.button("Submit").click();
    page.button("Submit anyway").click();
    page.button("Try again").is_there();
    nothing_sticks_out(&page);
    page.assert_no_errors();
}
