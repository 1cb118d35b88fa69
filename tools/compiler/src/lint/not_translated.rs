//! J109: a text that is the same, word for word, in two languages.

use jalon_engine::lang::Lang;

use super::marks::Marks;
use super::other_language::without_quotes;
use super::words::pieces;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language::{self, Language, has};

pub(super) const RULE: Rule = Rule {
    id: LintId::NOT_TRANSLATED,
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

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let mut earlier: Vec<(Lang, &Text<'_>)> = Vec::new();
    for wording in &asked.wordings {
        wording
            .texts
            .iter()
            .for_each(|text| tell(wording.lang, text, &earlier, advice));
        earlier.extend(wording.texts.iter().map(|text| (wording.lang, text)));
    }
    for remark in &asked.remarks {
        for (n, (lang, text)) in remark.iter().enumerate() {
            let before: Vec<_> = remark
                .iter()
                .take(n)
                .map(|(lang, text)| (*lang, text))
                .collect();
            tell(*lang, text, &before, advice);
        }
    }
}

/// Tells of a text that is the same as one before it in another language.
fn tell(lang: Lang, text: &Text<'_>, earlier: &[(Lang, &Text<'_>)], advice: &mut Advice) {
    let is_same = |(other, own): &&(Lang, &Text<'_>)| *other != lang && own.plain == text.plain;
    let Some((other, own)) = earlier.iter().find(is_same) else {
        return;
    };
    // Code and what is quoted or starred may well be the same.
    if !says_something(&without_quotes(&Marks::of(text).rest), [lang, *other]) {
        return;
    }
    let message = format!(
        "{} is the same in `{other}` and in `{lang}`",
        text.part.name()
    );
    advice
        .give(text.span(), message)
        .label(own.span(), format!("in `{other}`"))
        .help(format!("write it for those who read `{lang}`"));
}

/// True for more than names, codes and numbers: some words in lower case, of which one holds a sentence together where we can tell.
fn says_something(text: &str, langs: [Lang; 2]) -> bool {
    const FEWEST: usize = 3;
    let known: Vec<&'static Language> = langs.iter().filter_map(language::of).collect();
    let holds = |word: &str| {
        known
            .iter()
            .any(|language| language.holds.contains(word.to_lowercase().as_str()))
    };
    let is_plain = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_lowercase);
    let all: Vec<&str> = pieces(text).collect();
    let plain = all.iter().filter(|word| is_plain(word)).count();
    // "The lead auditor", "An internal audit": an article at the beginning, and nothing that could be a name behind it.
    let starts_small = all.split_first().is_some_and(|(first, rest)| {
        let first = first.to_lowercase();
        let is_article = known.iter().any(|language| has(language.articles, &first));
        is_article && !rest.is_empty() && rest.iter().all(is_plain)
    });
    // "Sécurité des données" is French alone; "Privacy by design" is said in both.
    let holds_much = |language: &&Language| {
        language.says_much_in_two_words && all.iter().any(|word| language.holds.contains(word))
    };
    let is_sentence = all.iter().skip(1).all(is_plain)
        && known.iter().copied().any(|language| holds_much(&language));
    let least = if is_sentence { FEWEST - 1 } else { FEWEST };
    // "Plan, do, check, act" is a list of names.
    let is_list = text.split(',').all(|part| pieces(part).nth(1).is_none());
    let is_told = known.is_empty() || all.iter().any(|word| holds(word));
    starts_small && !known.is_empty() || plain >= least && is_told && !is_list
}
