//! Typed answers: in either language, with slips and without accents.

use jalon_tests::{Browser, Look};

use crate::almanac::{EN, FR, checkpoint, page, site};

#[test]
fn an_answer_in_the_other_language_counts_and_is_told() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.write(&page, EN.rain, "parapluie");
    EN.write(&page, EN.science, "weather forecasting");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    let rain = page.group(EN.rain);
    rain.see("Right");
    rain.see("Recognised in French.");
    page.group(EN.science).see("Right");
    page.group(EN.science).do_not_see("Recognised");
    page.button("FR").click();
    page.group(FR.rain).see("Juste");
    page.group(FR.rain).see("Réponse reconnue en français.");
    page.assert_no_errors();
}

#[test]
fn an_answer_in_a_language_on_screen_needs_no_remark() {
    let site = site();
    site.put("both.html", page("en", &checkpoint("weather", "both")));
    let page = Browser::start().open(site.url("both.html"));
    EN.write(&page, EN.rain, "Parapluie");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.group(EN.rain).see("Right");
    page.group(EN.rain).do_not_see("Recognised");
    page.assert_no_errors();
}

#[test]
fn a_slip_of_the_keyboard_counts_and_is_mentioned() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.write(&page, EN.rain, "an umbrela");
    EN.write(&page, EN.science, "meteorologie");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    let rain = page.group(EN.rain);
    rain.see("Mind the spelling: umbrella");
    let science = page.group(EN.science);
    science.see("Mind the accents: météorologie");
    science.see("Recognised in French.");
    assert_eq!(science.lang_of("météorologie"), "fr");
    page.assert_no_errors();
}

#[test]
fn what_took_points_away_is_said_in_both_languages() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.write(&page, EN.rain, "A yellow rain-hat");
    EN.write(&page, EN.science, "the weather forecasting");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    let rain = page.group(EN.rain);
    rain.see("Partly right");
    rain.see("It keeps the head dry, and nothing else.");
    rain.see("Expected: umbrella");
    let science = page.group(EN.science);
    science.see("Partly right");
    science.see("More exactly: weather forecasting");
    science.see("20% of the points were taken off for the form of the answer.");
    page.button("FR").click();
    let rain = page.group(FR.rain);
    rain.see("Il garde la tête au sec, et rien d’autre.");
    rain.see("parapluie");
    let science = page.group(FR.science);
    science.see("20\u{202F}% des points ont été retirés pour la forme de la réponse.");
    page.assert_no_errors();
}

#[test]
fn case_and_punctuation_are_not_worth_a_word() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.write(&page, EN.rain, "  The UMBRELLA. ");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.group(EN.rain).see("Right");
    page.group(EN.rain).do_not_see("Mind");
    page.assert_no_errors();
}

#[test]
fn text_far_too_long_is_handed_back_with_a_reason() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let field = page.group(EN.rain).textbox("Your answer");
    field.click();
    page.run("(() => { const root = document.querySelector('jalon-checkpoint').shadowRoot; const field = root.activeElement; field.value = 'x'.repeat(5000); field.dispatchEvent(new Event('input', { bubbles: true })); })()");
    page.see("This answer is too long to be read.");
    field.has_state("invalid", "true");
    page.progressbar("Answered 0/5").is_there();
    field.clear();
    page.do_not_see("This answer is too long to be read.");
    page.assert_no_errors();
}
