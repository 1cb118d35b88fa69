//! J109: a text that is the same, word for word, in two languages.

use super::words::{Tongue, pieces};
use super::{Advice, Asked, Check, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J109",
    name: "not-translated",
    summary: "A text is the same in two languages, and more than names, codes and numbers.",
    why: "A text that was copied to be translated later, and never was, looks finished to whoever reads its language alone. Names, \
          codes and single words that both languages share are passed over.",
    source: "ISO 17100:2015, Translation services, on checks for what was left out of a translation.",
    bad: "[[question.en]]\nchoices.guide = \"It shows how to put a control in place\"\n\n[[question.fr]]\nchoices.guide = \"It shows how to \
          put a control in place\"",
    better: "[[question.fr]]\nchoices.guide = \"Elle montre comment mettre une mesure en œuvre\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let mut earlier: Vec<(&Worded<'_>, &Text<'_>)> = Vec::new();
    for wording in &asked.wordings {
        for text in &wording.texts {
            let twin = earlier.iter().find(|(other, own)| {
                other.lang != wording.lang && own.plain.len() == text.plain.len() && own.plain == text.plain
            });
            let Some((other, own)) = twin.filter(|_| says_something(&text.plain, wording, earlier_lang(twin))) else {
                continue;
            };
            let message = format!("{} is the same in `{}` and in `{}`", text.part.name(), other.lang, wording.lang);
            let help = format!("write it for those who read `{}`", wording.lang);
            advice
                .give(text.span(), message)
                .label(own.span(), format!("in `{}`", other.lang))
                .help(help);
        }
        earlier.extend(wording.texts.iter().map(|text| (wording, text)));
    }
}

fn earlier_lang<'a>(twin: Option<&(&'a Worded<'a>, &Text<'_>)>) -> Option<Tongue> {
    Tongue::of(&twin?.0.lang)
}

/// True for more than names, codes and numbers: some words in lower case, of which one holds a sentence together where we can tell.
fn says_something(text: &str, wording: &Worded<'_>, other: Option<Tongue>) -> bool {
    const FEWEST: usize = 3;
    let is_plain = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_lowercase);
    let plain = pieces(text).filter(is_plain);
    let tongues = [Tongue::of(&wording.lang), other];
    let known: Vec<Tongue> = tongues.into_iter().flatten().collect();
    let holds = |word: &str| known.iter().any(|tongue| tongue.holds(word));
    let is_told = known.is_empty() || pieces(text).any(|word| holds(&word.to_lowercase()));
    plain.count() >= FEWEST && is_told
}
