//! The promises that a learner and a host page can hold us to, kept in a real browser.

mod access;
mod almanac;
mod arrange;
mod damage;
mod edits;
mod embedding;
mod essay;
mod expert;
mod fetching;
mod gaps;
mod hotspot;
mod languages;
mod lesson;
mod loading;
mod number;
mod policies;
mod saving;
mod scripted;
mod shipped;
mod sizes;
mod states;
mod storage;
mod tabs;
mod taking;
mod touch;
mod typed;
