//! Two hundred random journeys of a learner. Whatever fails on the way, no answer is lost or altered without a word.
//!
//! They are the same in each run. A failure prints its steps and its seed, and `JALON_JOURNEY=17` plays that one journey alone.

mod chance;
mod faults;
mod kiosk;
mod model;
mod report;
mod sheet;
mod steps;
mod world;

use std::ops::RangeInclusive;

use jalon_tests::{Browser, Site};

use world::{World, furnish};

/// How many steps a journey has.
const STEPS: usize = 12;

fn play(seeds: RangeInclusive<u64>) {
    let only = std::env::var("JALON_JOURNEY").ok();
    let only: Option<u64> = only.and_then(|seed| seed.parse().ok());
    let seeds = seeds.filter(|seed| only.is_none_or(|only| only == *seed));
    let (browser, site) = (
        Browser::with()
            .script_first(include_str!("first.js"))
            .start(),
        Site::start(),
    );
    furnish(&site);
    for seed in seeds {
        journey(&browser, &site, seed);
    }
}

fn journey(browser: &Browser, site: &Site, seed: u64) {
    let mut world = World::new(browser, site, seed);
    for _ in 0..STEPS {
        step(&mut world);
        world.check();
    }
    world.note("the end");
    world.heal();
    world.check();
    world.reload();
    for tab in std::mem::take(&mut world.tabs) {
        tab.page.close();
    }
}

fn step(world: &mut World) {
    match world.chance.below(60) {
        0..=23 => world.answer(),
        24 | 25 => world.choose_language(),
        26 => world.submit(false),
        27..=29 => world.submit(true),
        30 | 31 => world.try_again(),
        32 | 33 => world.check_or_hint(),
        34 | 35 => world.reload(),
        36 => world.reopen(),
        37 => world.crash(),
        38 => world.away_and_back(),
        39 | 40 => world.take_out_and_put_in(),
        41 | 42 => world.second_tab(),
        43 | 44 => world.go_elsewhere(),
        45 | 46 => world.fill(),
        47 | 48 => world.forbid(),
        49 | 50 => world.heal(),
        51 | 52 => world.garble(),
        53 => world.renew(),
        54 => world.clear(),
        55 => world.store_foreign(),
        56..=58 => world.edit(),
        _ => world.break_client(),
    }
}

#[test]
fn no_answer_is_lost_without_a_word_in_journeys_1_to_50() {
    play(1..=50);
}

#[test]
fn no_answer_is_lost_without_a_word_in_journeys_51_to_100() {
    play(51..=100);
}

#[test]
fn no_answer_is_lost_without_a_word_in_journeys_101_to_150() {
    play(101..=150);
}

#[test]
fn no_answer_is_lost_without_a_word_in_journeys_151_to_200() {
    play(151..=200);
}
