//! J301: two questions that ask nearly the same.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jalon_engine::kind::Body;
use jalon_engine::kind::gaps::Fill;
use jalon_engine::lang::Lang;
use rayon::prelude::*;

use super::signs::signs;
use super::{Advice, AskedBank, Check, LintId, Part, QuestionCtx, Rule, Usual, Worded};
use crate::kind;
use crate::language;
use crate::prose::lexicon::singular;
use crate::prose::near::{Pair, Text, pairs};
use crate::prose::{Word, words};

pub(super) const RULE: Rule = Rule {
    id: LintId::NEAR_QUESTIONS,
    summary: "Two questions ask nearly the same in nearly the same words, and have nearly the same answer.",
    why: "An attempt that draws both asks one thing twice and counts it twice, and the explanation of one answers the other. Where they are two \
          ways to ask one thing, they belong together as wordings of one question, and an attempt shows one of them. The rule holds prompt \
          and right answer together against those of every other question, in the same language: they are alike from four words of \
          five on that are the same and in the same order, and other numbers make another question.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 4 (keep the content of each item independent from content of other items on the \
             test); likeness is one minus the Levenshtein distance between the words, over the number of words.",
    bad: "prompt = \"How often does the certification body audit a certified firm?\"\n# and elsewhere\nprompt = \"How often does a \
          certification body audit a certified company?\"",
    better: "# one question with two wordings\n[[question.en]]\nprompt = \"How often does the certification body audit a certified \
             firm?\"\n\n[[question.en]]\nprompt = \"A firm has its certificate. How long until the auditors come back?\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    let questions: Vec<&QuestionCtx<'_>> = bank.questions().collect();
    // For each two questions, the wordings that are most alike.
    let mut found: BTreeMap<(usize, usize), (Pair, &Worded<'_>, &Worded<'_>)> = BTreeMap::new();
    let langs = bank.langs.par_iter().map(|lang| {
        let (wordings, texts) = texts(&questions, lang);
        let pairs = pairs(&texts);
        (wordings, pairs)
    });
    for (wordings, pairs) in langs.collect::<Vec<_>>() {
        for pair in pairs {
            let (Some((one, first)), Some((two, second))) =
                (wordings.get(pair.first), wordings.get(pair.second))
            else {
                continue;
            };
            let best = found.entry((*two, *one)).or_insert((pair, first, second));
            if pair.likeness.percent() > best.0.likeness.percent() {
                *best = (pair, first, second);
            }
        }
    }
    for ((_, one), (pair, first, second)) in found {
        let Some(other) = questions.get(one) else {
            continue;
        };
        let message = format!(
            "this asks nearly the same as `{}`: {}% of the words are the same",
            other.id(),
            pair.likeness.percent()
        );
        advice
            .give(second.span(), message)
            .label(first.span(), format!("`{}`", other.id()))
            .help("make them two wordings of one question, or let each ask something of its own");
    }
}

/// The wordings in a language, each with the place of its question, and what to compare of each.
fn texts<'a, 'b>(
    questions: &[&'b QuestionCtx<'a>],
    lang: &Lang,
) -> (Vec<(usize, &'b Worded<'a>)>, Vec<Text<'b>>) {
    let (mut wordings, mut texts) = (Vec::new(), Vec::new());
    for (owner, asked) in questions.iter().enumerate() {
        for worded in asked.in_lang(lang) {
            let words = [prompt(worded), answer(asked, worded)].concat();
            texts.push(Text {
                owner,
                group: group(asked, worded, &words),
                words: in_one_spelling(words, lang),
            });
            wordings.push((owner, worded));
        }
    }
    (wordings, texts)
}

/// Without plurals, so that these make no difference.
fn in_one_spelling<'a>(words: Vec<Word<'a>>, lang: &Lang) -> Vec<Cow<'a, str>> {
    let words = words.into_iter().map(|word| word.text);
    match language::of(lang) {
        Some(language) => words.map(|word| singular(word, language)).collect(),
        None => words.collect(),
    }
}

/// What the learner is asked: the prompt, and the text with the gaps.
fn prompt<'a>(worded: &'a Worded<'_>) -> Vec<Word<'a>> {
    let parts = [worded.prompt(), worded.text(Part::Gapped)];
    parts
        .into_iter()
        .flatten()
        .flat_map(|text| text.words().into_owned())
        .collect()
}

/// What is right, in words: the right choices, every item and place, the first answer that may be typed.
fn answer<'a>(asked: &'a QuestionCtx<'_>, worded: &'a Worded<'_>) -> Vec<Word<'a>> {
    let typed = match &asked.compiled.body {
        Body::Text(body) => body.answers().map(|(_, answer)| answer).next(),
        _ => None,
    };
    let language = language::of(&worded.lang);
    let right = asked.choice().map(|choice| &choice.key);
    let texts = worded
        .parts()
        .filter(|(id, _)| right.is_none_or(|key| key.contains(id)));
    let mut texts: Vec<_> = texts.map(|(_, text)| text).collect();
    texts.sort_unstable_by_key(|text| &text.raw.text);
    let worded = texts.into_iter().flat_map(|text| text.words().into_owned());
    let typed = typed.into_iter().flat_map(|text| words(text, language));
    worded.chain(typed).collect()
}

/// What makes another question of it, whatever its words are: its kind, its stimulus or picture, the signs in its prompt, and the
/// numbers in its prompt and in its answer.
fn group(asked: &QuestionCtx<'_>, worded: &Worded<'_>, words: &[Word<'_>]) -> String {
    let compiled = asked.compiled;
    let mut group = vec![kind::name(compiled.body.kind()).to_owned()];
    group.extend(compiled.stimulus.as_ref().map(ToString::to_string));
    group.extend(worded.prompt().map(signs));
    match &compiled.body {
        Body::Hotspot(body) => group.extend(
            body.picture
                .all()
                .iter()
                .map(|(_, picture)| picture.address.as_str().to_owned()),
        ),
        Body::Number(body) => group.push(format!("{:?}", body.key)),
        Body::Gaps(body) => {
            let numbers = body.gaps.iter().filter_map(|gap| match &gap.fill {
                Fill::Number(body) => Some(format!("{:?}", body.key)),
                _ => None,
            });
            group.extend(numbers);
        }
        _ => {}
    }
    let mut numbers: Vec<String> = words
        .iter()
        .filter(|word| word.is_number())
        .map(|word| word.text.to_string())
        .collect();
    numbers.sort_unstable();
    group.extend(numbers);
    group.join(" ")
}
