//! J106: something set as code that one language has and another hasn't.

use super::marks::{Marks, may_have};
use super::sides::Sides;
use super::{Advice, Asked, Check, Part, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J106",
    name: "code-differs",
    summary: "What every wording in one language sets as code is in no wording in another.",
    why: "Commands, names of files and identifiers are the same in every language. One that differs was mistyped or translated, and \
          what is asked about doesn't exist. Whether it is set as code in the other language makes no difference here.",
    source: "W3C, Internationalization Tag Set (ITS) 2.0, data category Translate: code is not translated.",
    bad: "[[question.en]]\nprompt = \"What does `chmod 600` do?\"\n\n[[question.fr]]\nprompt = \"Que fait `chmod 060` ?\"",
    better: "[[question.fr]]\nprompt = \"Que fait `chmod 600` ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let mut texts = asked.wordings.iter().flat_map(|wording| &wording.texts);
    if !texts.any(|text| text.raw.text.contains('`')) {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let Some((first, rest)) = sides.one.split_first() else {
            continue;
        };
        for (text, code) in codes(first) {
            let every = rest.iter().all(|wording| codes(wording).iter().any(|(_, own)| *own == code));
            let elsewhere = |wording: &&Worded<'_>| wording.texts.iter().any(|own| own.plain.contains(&code));
            if !every || sides.other.iter().any(elsewhere) {
                continue;
            }
            let Some((_, other)) = sides.langs() else { continue };
            let message = format!("`{code}` is in {}, and {}", sides.every(), sides.not_there());
            let given = advice.give(text.find(&code), message);
            let help = "code is the same in every language: write it letter by letter";
            match sides.other.first() {
                Some(wording) => given.label(wording.span(), format!("in `{other}`")).help(help),
                None => given.help(help),
            };
        }
    }
}

/// What is asked, set as code: each once. Figures alone are for another rule.
fn codes<'a>(wording: &'a Worded<'a>) -> Vec<(&'a Text<'a>, String)> {
    let asked = |text: &&Text<'_>| matches!(text.part, Part::Prompt | Part::Of(..)) && may_have(text);
    let texts = wording.texts.iter().filter(asked);
    let codes = texts.flat_map(|text| Marks::of(text).codes.into_iter().map(move |code| (text, code)));
    let has_letters = |code: &str| code.chars().filter(|c| c.is_alphabetic()).count() > 1;
    codes.filter(|(_, code)| has_letters(code)).collect()
}
