//! J207: a negative in the question that is easy to miss.

use std::ops::Range;

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual, Worded};
use crate::language::{self, Clause, Language, Sentence};
use crate::prose::Word;
use crate::prose::lexicon::negations;

pub(super) const RULE: Rule = Rule {
    id: LintId::NEGATIVE_STEM,
    summary: "A question asks for what is not so, and nothing makes the negative stand out.",
    why: "Learners who know the matter overlook the “not”, and lose the points to haste. Ask for what is so where you can; where you can't, \
          let the word be seen. The rule looks at the sentence that asks, in questions with choices; quotations, “why … not”, “for not …” and clauses \
          behind “if”, “when”, “who” or “that” are left alone.",
    source: "Haladyna, Downing & Rodriguez (2002), guideline 17 (word the stem positively; if negative words are used, make sure that the \
             word appears capitalised and boldface).",
    bad: "prompt = \"Which of these is not a requirement?\"",
    better: "prompt = \"Which of these is **not** a requirement?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    if asked.choice().is_some() {
        asked
            .wordings
            .iter()
            .for_each(|worded| check_stem(worded, advice));
    }
}

fn check_stem(worded: &Worded<'_>, advice: &mut Advice) {
    let (Some(prompt), Some(language)) = (worded.prompt(), language::of(&worded.lang)) else {
        return;
    };
    let text = &prompt.raw.text;
    let words = prompt.words();
    for sentence in asking(text) {
        let own: Vec<Word<'_>> = words
            .iter()
            .filter(|word| sentence.contains(&word.at.start))
            .cloned()
            .collect();
        let quoted = quotations(text, language.quotes);
        let is_main = |at: &usize| asks(&own, *at, language);
        let found = negations(&own, language).into_iter().filter(is_main);
        let mut found = found.filter_map(|at| own.get(at));
        let plain = found.find(|word| {
            !word.stressed && !quoted.iter().any(|quoted| quoted.contains(&word.at.start))
        });
        if let Some(word) = plain {
            let written = text.get(word.at.clone()).unwrap_or_default();
            advice
                .give(
                    prompt.raw.part(word.at.clone()),
                    format!("“{written}” turns the question round, and is easy to miss"),
                )
                .help(format!(
                    "ask for what is so; or make the word stand out: **{written}**"
                ));
            return;
        }
    }
}

/// True where the negative at a place is part of what is asked. It isn't in a clause of its own ("a patient who doesn't breathe", "if
/// nobody is there"), behind a preposition ("for not stopping") and behind a comma ("a guide, not a law").
fn asks(words: &[Word<'_>], at: usize, language: &Language) -> bool {
    let sentence = Sentence(words);
    let before = words.get(..at).unwrap_or_default();
    let mut is_aside = false;
    for (place, word) in before.iter().enumerate() {
        let opens = match (language.opens)(sentence, place) {
            Some(Clause::Reason) => return false,
            Some(Clause::Other) => true,
            None => false,
        };
        // A comma ends a clause.
        is_aside = opens || is_aside && !word.after_mark;
    }
    !is_aside && (language.asks)(sentence, at)
}

/// The sentences that ask: those that end with a question mark, else the last one.
fn asking(text: &str) -> Vec<Range<usize>> {
    let sentences = sentences(text);
    let asks = |sentence: &Range<usize>| {
        text.get(sentence.clone())
            .is_some_and(|own| own.contains('?'))
    };
    let asking: Vec<_> = sentences
        .iter()
        .filter(|sentence| asks(sentence))
        .cloned()
        .collect();
    if asking.is_empty() {
        sentences.into_iter().next_back().into_iter().collect()
    } else {
        asking
    }
}

/// The sentences of a text, as bytes. One ends at a full stop, a question mark or an exclamation mark before a space or a closing quote.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let ends = matches!(c, '.' | '?' | '!' | '…')
            && next.is_none_or(|next| {
                next.is_whitespace() || matches!(next, '”' | '’' | '»' | '"' | '\'' | ')' | '*')
            });
        if ends || c == '\n' && next == Some('\n') {
            let end = at + c.len_utf8();
            sentences.push(start..end);
            start = end;
        }
    }
    if text
        .get(start..)
        .is_some_and(|rest| rest.contains(char::is_alphanumeric))
    {
        sentences.push(start..text.len());
    }
    sentences
}

/// What stands between quotation marks or brackets, as bytes.
fn quotations(text: &str, quotes: [char; 2]) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    let [open, close] = quotes;
    for (open, close) in [(open, close), ('«', '»'), ('‘', '’'), ('(', ')')] {
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(open)) {
            let inside = from + start + open.len_utf8();
            // An apostrophe closes nothing: a letter follows it.
            let rest = text.get(inside..).unwrap_or_default();
            let end = rest.match_indices(close).find(|(at, mark)| {
                let after = rest
                    .get(at + mark.len()..)
                    .and_then(|after| after.chars().next());
                !after.is_some_and(char::is_alphanumeric)
            });
            let end = end.map_or(text.len(), |(at, _)| inside + at);
            quotations.push(inside..end);
            from = end;
        }
    }
    quotations
}
