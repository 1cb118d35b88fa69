//! J310: links of one text that look alike and lead elsewhere, or that look different and lead to the same place.

use super::links::{Link, links};
use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::UNCLEAR_LINK,
    summary: "Two links of one text have the same words and lead to different places, or lead to the same place one after the other.",
    why: "Who hears a page reads its links as a list, out of their sentences: two of them called “here” can't be told apart, and one place \
          that comes twice is a detour.",
    source: "WCAG 2.2, success criteria 2.4.4 (link purpose in context) and 2.4.9 (link purpose, link only).",
    bad: "text.en = \"The guide is [here](https://example.org/guide), the standard [here](https://example.org/standard).\"",
    better: "text.en = \"There is [a guide](https://example.org/guide) to [the standard](https://example.org/standard).\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    let links = links(bank);
    for (n, link) in links.iter().enumerate() {
        let is_same_text = |other: &&Link<'_>| {
            other.text.file == link.text.file && other.text.start == link.text.start
        };
        // Links of one text follow one another.
        let earlier = links.iter().take(n).rev().take_while(is_same_text);
        let same_words =
            |other: &&Link<'_>| other.words.trim().eq_ignore_ascii_case(link.words.trim());
        let found = earlier
            .clone()
            .find(|other| same_words(other) != (other.address == link.address));
        let Some(other) = found else { continue };
        let message = if other.address == link.address {
            "another link of this text leads to the same place"
        } else {
            "another link of this text has the same words and leads elsewhere"
        };
        advice
            .give(link.at, message)
            .label(other.at, "the other one")
            .help("let the words of each link say where it leads, and link each place once");
    }
}
