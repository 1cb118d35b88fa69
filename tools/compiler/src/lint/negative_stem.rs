//! J207: a negative in the question that is easy to miss.

use std::ops::Range;

use jalon_engine::kind::Body;

use super::{Advice, Check, LintId, QuestionCtx, Rule, Usual, Worded};
use crate::prose::lexicon::negations;
use crate::prose::{Tongue, Word};

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
    if matches!(asked.compiled.body, Body::Choice(_) | Body::Hotspot(_)) {
        asked
            .wordings
            .iter()
            .for_each(|worded| check_stem(worded, advice));
    }
}

fn check_stem(worded: &Worded<'_>, advice: &mut Advice) {
    let (Some(prompt), Some(tongue)) = (worded.prompt(), Tongue::of(&worded.lang)) else {
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
        let quoted = quotations(text);
        let is_main = |at: &usize| asks(&own, *at, tongue);
        let found = negations(&own, tongue).into_iter().filter(is_main);
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
fn asks(words: &[Word<'_>], at: usize, tongue: Tongue) -> bool {
    let text = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.text.as_ref())
    };
    let before = words.get(..at).unwrap_or_default();
    let mut is_aside = false;
    for (place, word) in before.iter().enumerate() {
        let opens = match opens(words, place, tongue) {
            Some(Clause::Reason) => return false,
            Some(Clause::Other) => true,
            None => false,
        };
        // A comma ends a clause.
        is_aside = opens || is_aside && !word.after_mark;
    }
    match tongue {
        Tongue::English => {
            let (last, next) = (text(at.checked_sub(1)), text(Some(at + 1)));
            let is_preposition = matches!(
                last,
                "of" | "for"
                    | "by"
                    | "from"
                    | "about"
                    | "without"
                    | "at"
                    | "despite"
                    | "than"
                    | "or"
            );
            let is_infinitive =
                next == "to" && !matches!(last, "is" | "are" | "was" | "were" | "be" | "ought");
            let is_contrast =
                text(Some(at)) == "not" && words.get(at).is_some_and(|word| word.after_mark);
            !is_aside && !is_preposition && !is_infinitive && !is_contrast
        }
        Tongue::French => {
            let ne = before
                .iter()
                .rposition(|word| matches!(word.text.as_ref(), "ne" | "n'"));
            let before_ne = |back: usize| text(ne.and_then(|ne| ne.checked_sub(back)));
            let is_infinitive = match before_ne(1) {
                "pour" | "de" | "d'" | "en" | "sans" => true,
                "à" => !matches!(
                    before_ne(2),
                    "est" | "sont" | "chose" | "choses" | "geste" | "gestes" | "erreur" | "erreurs"
                ),
                _ => false,
            };
            !is_aside && !is_infinitive
        }
    }
}

/// What a word opens that a negative can stand in.
enum Clause {
    /// "Why is it not so?": everything behind it is about a reason.
    Reason,
    Other,
}

/// The clause that a word of a sentence opens, if it opens one.
fn opens(words: &[Word<'_>], place: usize, tongue: Tongue) -> Option<Clause> {
    let text = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.text.as_ref())
    };
    let (before, own, after) = (
        text(place.checked_sub(1)),
        text(Some(place)),
        text(Some(place + 1)),
    );
    let first = text(Some(0));
    let begins_anew = words
        .get(place)
        .is_some_and(|word| place == 0 || word.after_mark);
    let has_marks = words.iter().skip(1).any(|word| word.after_mark);
    // "In which case", "dans quel cas": a question, though its first word is another one.
    let follows_preposition = place == 1 && before.chars().count() <= 4;
    // "Choose the one that is not so", "Which is the law that does not apply?"
    let points = |asking: &[&str], verbs: &[&str]| {
        asking.contains(&first) && verbs.contains(&text(Some(1))) && place <= 5
    };
    match tongue {
        Tongue::English => match own {
            "why" => Some(Clause::Reason),
            "if" | "unless" | "because" | "although" | "though" | "since" | "while" | "whether" => {
                Some(Clause::Other)
            }
            // "When should you not overtake?"
            "when" => (place > 0 || has_marks).then_some(Clause::Other),
            "who" | "that" | "which" | "whose" | "how" | "what" | "where" => {
                let is_question = begins_anew
                    || follows_preposition
                    || is_order(first)
                    || points(&["which", "what"], &["is", "are"]);
                (!is_question).then_some(Clause::Other)
            }
            _ => None,
        },
        Tongue::French => match own {
            "pourquoi" => Some(Clause::Reason),
            "si" | "lorsque" | "lorsqu'" | "parce" | "puisque" | "puisqu'" | "afin" => {
                Some(Clause::Other)
            }
            "s'" => matches!(after, "il" | "ils").then_some(Clause::Other),
            "quand" => (place > 0 || has_marks).then_some(Clause::Other),
            "qui" | "que" | "qu'" | "dont" | "où" | "quel" | "quelle" | "quels" | "quelles" => {
                let is_question = begins_anew
                    || follows_preposition
                    || before == "est-ce"
                    || is_order(first)
                    || points(&["quel", "quelle", "quels", "quelles"], &["est", "sont"]);
                (!is_question).then_some(Clause::Other)
            }
            _ => None,
        },
    }
}

/// A word by which a sentence tells a learner to pick something.
fn is_order(word: &str) -> bool {
    matches!(
        word,
        "choose"
            | "select"
            | "pick"
            | "find"
            | "identify"
            | "name"
            | "mark"
            | "tick"
            | "check"
            | "click"
            | "indicate"
            | "choisissez"
            | "sélectionnez"
            | "trouvez"
            | "cochez"
            | "indiquez"
            | "désignez"
            | "repérez"
            | "cliquez"
            | "nommez"
    )
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
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    for (open, close) in [('«', '»'), ('“', '”'), ('‘', '’'), ('(', ')')] {
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
