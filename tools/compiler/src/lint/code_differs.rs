//! J106: something set as code that one language has and another hasn't.

use jalon_engine::lang::Lang;

use super::marks::{Marks, may_have};
use super::sides::Sides;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::CODE_DIFFERS,
    summary: "What every wording in one language sets as code is in no wording in another.",
    why: "Commands, names of files and identifiers are the same in every language. One that differs was mistyped or translated, and \
          what is asked about doesn't exist. Whether it is set as code in the other language makes no difference here.",
    source: "W3C, Internationalization Tag Set (ITS) 2.0, data category Translate: code is not translated.",
    bad: "[[question.en]]\nprompt = \"What does `chmod 600` do?\"\n\n[[question.fr]]\nprompt = \"Que fait `chmod 060` ?\"",
    better: "[[question.fr]]\nprompt = \"Que fait `chmod 600` ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let worded = asked.wordings.iter().flat_map(|wording| &wording.texts);
    let remarks = asked.remarks.iter().flatten().map(|(_, text)| text);
    if !worded
        .chain(remarks)
        .any(|text| text.raw.text.contains('`'))
    {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let before = advice.number();
        said_nowhere(&sides, advice);
        if let ([one], [other]) = (sides.one.as_slice(), sides.other.as_slice())
            && advice.number() == before
        {
            for text in &one.texts {
                let other = other.text(text.part).map(|own| (other.lang, own));
                other
                    .into_iter()
                    .for_each(|other| stands_for((one.lang, text), other, advice));
            }
        }
    }
    for remark in &asked.remarks {
        for (lang, text) in remark {
            let others = remark.iter().filter(|(other, _)| other != lang);
            others.for_each(|(other, their)| stands_for((*lang, text), (*other, their), advice));
        }
    }
}

/// Tells of code that every wording of one side has and none of the other.
fn said_nowhere(sides: &Sides<'_>, advice: &mut Advice) {
    let Some((first, rest)) = sides.one.split_first() else {
        return;
    };
    let own = first
        .texts
        .iter()
        .flat_map(|text| codes(text).into_iter().map(move |code| (text, code)));
    let own: Vec<(&Text<'_>, String)> = own.collect();
    for (n, (text, code)) in own.iter().enumerate() {
        let has =
            |wording: &&Worded<'_>| wording.texts.iter().flat_map(codes).any(|own| own == *code);
        let elsewhere = |wording: &&Worded<'_>| {
            wording
                .texts
                .iter()
                .any(|own| own.plain.contains(code.as_str()))
        };
        let is_told = own.iter().take(n).any(|(_, earlier)| earlier == code);
        if is_told || !rest.iter().all(has) || sides.other.iter().any(elsewhere) {
            continue;
        }
        let (Some((_, other)), Some(wording)) = (sides.langs(), sides.other.first()) else {
            continue;
        };
        let message = format!(
            "`{code}` is in {}, and {}",
            sides.every(),
            sides.not_there()
        );
        let same = wording.text(text.part).map_or(wording.span(), Text::span);
        advice
            .give(text.find(code), message)
            .label(same, format!("in `{other}`"))
            .help(HELP);
    }
}

/// Tells of code that stands in the place of other code, even where both are said elsewhere.
fn stands_for(
    (lang, text): (Lang, &Text<'_>),
    (other_lang, other): (Lang, &Text<'_>),
    advice: &mut Advice,
) {
    let odd = |text: &Text<'_>, other: &Text<'_>| {
        let mut odd = codes(text);
        odd.retain(|code| !other.plain.contains(code.as_str()));
        odd
    };
    // From one side alone, since the other one would say the same.
    if let ([code], [their]) = (odd(text, other).as_slice(), odd(other, text).as_slice())
        && text.raw.span.start < other.raw.span.start
    {
        advice
            .give(
                other.find(their),
                format!("`{other_lang}` says `{their}`, and `{lang}` says `{code}`"),
            )
            .label(text.find(code), format!("in `{lang}`"))
            .help(HELP);
    }
}

const HELP: &str = "code is the same in every language: write it letter by letter";

/// What is set as code. Figures alone are for another rule.
fn codes(text: &Text<'_>) -> Vec<String> {
    if !may_have(text) {
        return Vec::new();
    }
    let is_number = |code: &str| {
        let figures = code
            .chars()
            .filter(|c| !c.is_alphabetic())
            .all(|c| c.is_ascii_digit() || ".,: ".contains(c));
        figures && code.chars().filter(|c| c.is_alphabetic()).count() < 2
    };
    let mut codes = Marks::of(text).codes;
    codes.retain(|code| !is_number(code));
    codes
}
