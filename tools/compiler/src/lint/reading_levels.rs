//! J111: texts that are far harder to read in one language than in another.

use super::syllables::syllables;
use super::words::pieces;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Usual, Worded};
use crate::language::{self, Language};

pub(super) const RULE: Rule = Rule {
    id: LintId::READING_LEVELS,
    summary: "Prompts and explanations are far harder to read in one language than in another.",
    why: "A question is about its concept and not about its sentences. Where those in one language are much longer, with longer words, \
          its readers take another test. Compared are the reading ease of Flesch for English, that of Kandel and Moles for French, \
          who fitted it so that a text and its translation come out alike, and that of Amstad for German. 35 points apart is the way from plain prose to an academic \
          paper. Fewer than 30 words in a language are not judged.",
    source: "Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32; Kandel & Moles (1958), Application de l'indice \
             de Flesch à la langue française, Cahiers d'études de radio-télévision 19; Amstad (1978), Wie verständlich sind unsere Zeitungen?, Universität Zürich.",
    bad: "[[question.en]]\nprompt = \"Who owns a risk? Who owns a control?\"\n\n[[question.fr]]\nprompt = \"Quelles sont les responsabilités \
          organisationnelles respectivement attribuées aux propriétaires identifiés ?\"",
    better: "[[question.fr]]\nprompt = \"Qui répond d'un risque ? Qui répond d'une mesure ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

/// How far apart two languages may be, in points. Flesch's own bands, from very easy to very difficult, are 10 to 20 points wide: this
/// is two of them. Of the 114 questions of a bank that was written with care in both languages, none is more than 31 apart (mean 10,
/// standard deviation 7).
const FAR: f64 = 35.0;

/// The fewest words that a level can be told from.
const FEWEST: usize = 30;

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let mut langs: Vec<_> = asked.wordings.iter().map(|wording| wording.lang).collect();
    langs.dedup();
    let mut eases = Vec::new();
    for lang in langs {
        let Some(language) = language::of(&lang) else {
            continue;
        };
        let size = Size::of(asked.in_lang(&lang), language);
        if size.words >= FEWEST {
            eases.push((lang, size.ease(language)));
        }
    }
    let by_ease = |one: &&(_, f64), other: &&(_, f64)| one.1.total_cmp(&other.1);
    let (Some((hard, least)), Some((easy, most))) =
        (eases.iter().min_by(by_ease), eases.iter().max_by(by_ease))
    else {
        return;
    };
    if most - least < FAR {
        return;
    }
    let (Some(at), Some(other)) = (asked.in_lang(hard).next(), asked.in_lang(easy).next()) else {
        return;
    };
    let message = format!(
        "the texts in `{hard}` are far harder to read than those in `{easy}`: ease {least:.0} against {most:.0}"
    );
    advice
        .give(at.span(), message)
        .label(other.span(), format!("easier, in `{easy}`"))
        .help(format!(
            "shorter sentences and shorter words make those in `{hard}` easier"
        ));
}

/// What a reading ease is made of.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Size {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Size {
    fn of<'a>(wordings: impl Iterator<Item = &'a Worded<'a>>, language: &'static Language) -> Self {
        let texts = wordings.flat_map(|wording| &wording.texts);
        let read = texts.filter(|text| matches!(text.part, Part::Prompt | Part::Explanation));
        let mut size = Self::default();
        for text in read {
            size.add(&text.plain, language);
        }
        size
    }

    /// Adds a text. What has figures in it is a code and no word.
    fn add(&mut self, text: &str, language: &'static Language) {
        let mut open = false;
        for piece in text.split_inclusive(char::is_whitespace) {
            // What is quoted in the middle of a sentence ends none.
            let word = piece
                .trim_end()
                .trim_end_matches(['»', '«', '”', '“', '’', '"', ')']);
            let ends = word.ends_with(['.', '!', '?', '…', ':', ';']) || piece.ends_with('\n');
            let is_code = piece.chars().any(|c| c.is_ascii_digit());
            for word in pieces(piece).filter(|_| !is_code) {
                // In French an elision belongs to the next word; in English "isn't" is one word.
                if word.chars().count() == 1 && !matches!(word, "a" | "à" | "y" | "A" | "I" | "À")
                {
                    continue;
                }
                self.words += 1;
                self.syllables += syllables(word, language);
                open = true;
            }
            if ends && open {
                self.sentences += 1;
                open = false;
            }
        }
        self.sentences += usize::from(open);
    }

    /// How easy it is to read: 100 is very easy, 0 very difficult, and both can be exceeded.
    #[allow(clippy::cast_precision_loss, reason = "a question has few words")]
    fn ease(self, language: &'static Language) -> f64 {
        let per_sentence = self.words as f64 / self.sentences.max(1) as f64;
        let per_word = self.syllables as f64 / self.words.max(1) as f64;
        (language.ease)(per_sentence, per_word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH, GERMAN};

    fn size(text: &str, language: &'static Language) -> Size {
        let mut size = Size::default();
        size.add(text, language);
        size
    }

    #[test]
    fn sentences_words_and_syllables_are_counted() {
        let counted = size("The cat sat on the mat. Was it asleep?", &ENGLISH);
        assert_eq!(
            (counted.sentences, counted.words, counted.syllables),
            (2, 9, 10)
        );
        assert!((counted.ease(&ENGLISH) - 108.3).abs() < 0.1);
        let counted = size(
            "Le mot « doit » oblige. « Est-ce vrai ? » demande-t-il.",
            &FRENCH,
        );
        assert_eq!(counted.sentences, 3);
        let counted = size("L'audit d'ISO/IEC 27001 dure deux jours.", &FRENCH);
        assert_eq!((counted.sentences, counted.words), (1, 6));
    }

    #[test]
    fn long_words_in_long_sentences_are_harder_in_every_language() {
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (easy, hard, language) in [
            (
                "We keep it short. You can read it. All is well.",
                "Organisational responsibilities necessitate comprehensive documentation of accountability.",
                en,
            ),
            (
                "On fait court. Tu peux lire. Tout va bien.",
                "Les responsabilités organisationnelles nécessitent une documentation particulièrement approfondie.",
                fr,
            ),
            (
                "Wir sind kurz. Man kann es gut lesen. Das ist schön.",
                "Organisationsübergreifende Verantwortlichkeiten erfordern nachvollziehbare Dokumentationsanforderungen.",
                &GERMAN,
            ),
        ] {
            let [easy, hard] = [easy, hard].map(|text| size(text, language).ease(language));
            assert!(easy > 90.0 && hard < 10.0, "{easy} {hard}");
        }
    }
}
