//! J104: links or pictures that one language has and another hasn't.

use super::marks::{Marks, may_have};
use super::sides::Sides;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::LINKS_DIFFER,
    summary: "The wordings in one language have links or pictures that those in another lack, or links to other pages of one site.",
    why: "What a link leads to or a picture shows helps to answer, and is meant for all learners. The address may differ where it names its language, or \
          leads to another site, since a page or a picture can exist once per language.",
    source: "International Test Commission, Guidelines for Translating and Adapting Tests (2nd ed., 2017), on materials that suit all \
             who take the test.",
    bad: "[[question.en]]\nprompt = \"What does [the catalogue](https://www.iso.org/) list?\"\n\n[[question.fr]]\nprompt = \"Que recense \
          le catalogue ?\"",
    better: "[[question.fr]]\nprompt = \"Que recense [le catalogue](https://www.iso.org/fr/) ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let texts = || asked.wordings.iter().flat_map(|wording| &wording.texts);
    if !texts().any(|text| text.raw.text.contains("](")) {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        compare(&sides, "link", |marks| marks.links, advice);
        compare(&sides, "picture", |marks| marks.pictures, advice);
    }
    for sides in Sides::of(asked).iter().filter(|sides| sides.is_pair()) {
        compare_addresses(sides, advice);
    }
}

/// Tells of the first two links in the same place of two wordings that lead to different pages of one site, where neither address has a
/// language in it.
fn compare_addresses(sides: &Sides<'_>, advice: &mut Advice) {
    let [here, there] = [&sides.one, &sides.other].map(|side| addresses(side, |marks| marks.links));
    if here.len() != there.len() {
        return;
    }
    let is_elsewhere =
        |(_, address): &(&Text<'_>, String)| here.iter().all(|(_, own)| own != address);
    let differing = here
        .iter()
        .zip(&there)
        .find(|((_, own), other)| is_elsewhere(other) && is_slip(own, &other.1));
    if let (Some(((text, own), (other, address))), Some((lang, _))) = (differing, sides.langs()) {
        advice
            .give(
                other.find(address),
                "the two languages link to different pages of one site",
            )
            .label(text.find(own), format!("in `{lang}`"))
            .help("check both; an address that names its language, as in /fr/, may differ");
    }
}

/// True for two addresses on one site, of which none says its language.
fn is_slip(one: &str, other: &str) -> bool {
    let parts = |address: &str| -> Vec<String> {
        address
            .split(['/', '.', '?', '&', '=', '-', '_', '#'])
            .map(str::to_lowercase)
            .collect()
    };
    let is_tongue = |part: &String| {
        matches!(
            part.as_str(),
            "en" | "fr" | "eng" | "fra" | "english" | "french" | "francais" | "gb" | "us" | "uk"
        )
    };
    let site = |address: &str| address.split('/').nth(2).map(str::to_lowercase);
    let says_language = [one, other]
        .iter()
        .any(|address| parts(address).iter().any(is_tongue));
    one != other && !says_language && site(one).is_some() && site(one) == site(other)
}

/// Tells of the first link or picture where the other side has fewer: none at all, or, one against one, not as many.
fn compare(sides: &Sides<'_>, what: &str, of: fn(Marks) -> Vec<String>, advice: &mut Advice) {
    let [(here, first), (there, _)] = [&sides.one, &sides.other].map(|side| counted(side, of));
    let differs = there == 0 || sides.is_pair();
    let (true, Some((text, address)), Some((one, other))) =
        (differs && there < here, first, sides.langs())
    else {
        return;
    };
    let count = |n: usize| match n {
        0 => format!("no {what}"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    };
    let message = format!(
        "there {} {} in `{one}`, and {} in `{other}`",
        if here == 1 { "is" } else { "are" },
        count(here),
        count(there)
    );
    let help = format!(
        "put the {what} into both languages, to another address where it has its own there"
    );
    advice.give(text.find(&address), message).help(help);
}

/// How many there are, and the first.
fn counted<'a>(
    side: &'a [&'a Worded<'a>],
    of: fn(Marks) -> Vec<String>,
) -> (usize, Option<(&'a Text<'a>, String)>) {
    let found = addresses(side, of);
    (found.len(), found.into_iter().next())
}

fn addresses<'a>(
    side: &'a [&'a Worded<'a>],
    of: fn(Marks) -> Vec<String>,
) -> Vec<(&'a Text<'a>, String)> {
    let texts = side
        .iter()
        .flat_map(|wording| &wording.texts)
        .filter(|text| may_have(text));
    texts
        .flat_map(|text| {
            of(Marks::of(text))
                .into_iter()
                .map(move |address| (text, address))
        })
        .collect()
}
