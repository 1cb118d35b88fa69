//! J108: a text in another language than the one it is filed under.

use std::cell::OnceCell;

use jalon_engine::lang::Lang;
use whatlang::Detector;

use super::marks::Marks;
use super::words::pieces;
use super::{Advice, Check, LintId, QuestionCtx, Rule, Text, Usual};
use crate::language;

pub(super) const RULE: Rule = Rule {
    id: LintId::OTHER_LANGUAGE,
    summary: "A text reads as another language of the bank than the one it is filed under.",
    why: "A text that was never translated, or landed under the wrong language, is read by those who chose the other one, and read out \
          by a screen reader in the wrong voice. Names, codes and what stands in quotes or stars are passed over.",
    source: "WCAG 2.2, success criterion 3.1.2, Language of Parts. Languages are told apart by their little words and, where these raise \
             doubt, by their trigrams (Cavnar & Trenkle, 1994).",
    bad: "[[question.fr]]\nprompt = \"Which of these do people use the standard for?\"",
    better: "[[question.fr]]\nprompt = \"À quoi sert cette norme ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

/// Below so many words, an article or a verb of the other language has to stand at the beginning.
const FEW: usize = 4;

/// From this many words on, one language has to outweigh the other; below, the text has no word of its own language at all.
const MANY: usize = 12;

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let mut langs: Vec<Lang> = asked.wordings.iter().map(|wording| wording.lang).collect();
    langs.dedup();
    let detector = OnceCell::new();
    let worded = asked.wordings.iter();
    let worded = worded.flat_map(|wording| wording.texts.iter().map(|text| (wording.lang, text)));
    let remarks = asked.remarks.iter().flatten();
    for (own, text) in worded.chain(remarks.map(|(lang, text)| (*lang, text))) {
        let mut others = langs.iter().filter(|lang| **lang != own);
        if others.all(|lang| doubt(&text.plain, own, *lang) == Doubt::None)
            || is_copied(asked, own, text)
        {
            continue;
        }
        let detector = detector
            .get_or_init(|| Detector::with_allowlist(langs.iter().filter_map(known).collect()));
        if let Some(found) = language(text, own, &langs, detector) {
            let message = format!(
                "{} is filed under `{own}` and reads as `{found}`",
                text.part.name()
            );
            let help = format!(
                "write it in `{own}`; a name or a title in another language is left alone in quotes or *stars*"
            );
            advice.give(text.span(), message).help(help);
        }
    }
}

/// A text that is the same in another language is for another rule.
fn is_copied(asked: &QuestionCtx<'_>, own: Lang, text: &Text<'_>) -> bool {
    let others = asked.wordings.iter().filter(|other| other.lang != own);
    let worded = others.flat_map(|other| &other.texts);
    let remarks = asked
        .remarks
        .iter()
        .flatten()
        .filter(|(lang, _)| *lang != own);
    let mut all = worded.chain(remarks.map(|(_, text)| text));
    all.any(|other| other.plain == text.plain)
}

/// The other language that a text reads as, without what stands in quotes or is marked.
fn language(text: &Text<'_>, own: Lang, langs: &[Lang], detector: &Detector) -> Option<Lang> {
    let prose = without_quotes(&Marks::of(text).rest);
    let seen = OnceCell::new();
    langs.iter().copied().find(|lang| {
        let doubt = doubt(&prose, own, *lang);
        let told_by_trigrams = |surely: bool| {
            let seen = seen.get_or_init(|| detector.detect(&prose)).as_ref();
            let same = |seen: &&whatlang::Info| known(lang) == Some(seen.lang());
            seen.filter(same)
                .is_some_and(|seen| !surely || seen.is_reliable())
        };
        *lang != own
            && match doubt {
                Doubt::None => false,
                Doubt::Some => told_by_trigrams(false),
                Doubt::Unheard => told_by_trigrams(true),
                Doubt::Strong => true,
            }
    })
}

/// How much the little words of a text speak for another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    Some,
    /// Half of its words are little words of the other language.
    Strong,
    /// We don't know the little words of both languages; long texts are left to their trigrams.
    Unheard,
}

fn doubt(text: &str, own: Lang, other: Lang) -> Doubt {
    let (Some(own), Some(other)) = (language::of(&own), language::of(&other)) else {
        let is_long = pieces(text).nth(MANY - 1).is_some();
        return if is_long { Doubt::Unheard } else { Doubt::None };
    };
    let (mut all, mut of_own, mut of_other) = (0, 0, 0);
    let mut begins = false;
    for (at, piece) in pieces(text).enumerate() {
        // A name behind the first word is none of either language: "Charter of Fundamental Rights".
        if at > 0 && piece.starts_with(char::is_uppercase) {
            continue;
        }
        let word = piece.to_lowercase();
        let (is_own, is_other) = (
            own.holds.contains(word.as_str()),
            other.holds.contains(word.as_str()),
        );
        begins |= at == 0 && is_other;
        all += 1;
        of_own += usize::from(is_own);
        of_other += usize::from(is_other);
    }
    if own.tag == other.tag || of_other == 0 {
        return Doubt::None;
    }
    match all {
        0..2 => Doubt::None,
        // "The lead auditor", "It depends"; but not "Privacy by design", which French says too.
        2..FEW if of_own == 0 && begins => Doubt::Strong,
        2..FEW => Doubt::None,
        _ if of_own == 0 && of_other >= 2 && 2 * of_other >= all => Doubt::Strong,
        FEW..MANY if of_own == 0 && of_other >= 2 => Doubt::Some,
        // One little word among four may be of a set phrase: "Bring your own device".
        FEW..MANY if of_own == 0 && all > FEW => Doubt::Some,
        FEW..MANY => Doubt::None,
        _ if of_other >= 3 && of_other > 2 * of_own => Doubt::Some,
        _ => Doubt::None,
    }
}

/// A text without what stands in quotes or between marks.
pub(super) fn without_quotes(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut closing = None;
    for c in text.chars() {
        match closing {
            Some(close) if c == close => closing = None,
            Some(_) => {}
            None => {
                closing = match c {
                    '«' => Some('»'),
                    '“' => Some('”'),
                    '„' => Some('“'),
                    '‘' => Some('’'),
                    '"' | '*' | '`' => Some(c),
                    _ => None,
                };
                if closing.is_none() {
                    prose.push(c);
                }
            }
        }
    }
    prose
}

/// The languages that can be told by their trigrams, by their two-letter tags.
fn known(lang: &Lang) -> Option<whatlang::Lang> {
    use whatlang::Lang as L;
    Some(match lang.primary() {
        "en" => L::Eng,
        "fr" => L::Fra,
        "de" => L::Deu,
        "es" => L::Spa,
        "it" => L::Ita,
        "pt" => L::Por,
        "nl" => L::Nld,
        "ca" => L::Cat,
        "pl" => L::Pol,
        "cs" => L::Ces,
        "sv" => L::Swe,
        "da" => L::Dan,
        "nb" | "no" => L::Nob,
        "fi" => L::Fin,
        "hu" => L::Hun,
        "ro" => L::Ron,
        "tr" => L::Tur,
        "uk" => L::Ukr,
        "ru" => L::Rus,
        "el" => L::Ell,
        "ar" => L::Ara,
        "he" => L::Heb,
        "zh" => L::Cmn,
        "ja" => L::Jpn,
        "ko" => L::Kor,
        _ => return None,
    })
}
