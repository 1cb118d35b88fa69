//! Type a short answer (QTI: text entry interaction). It counts in every language of the bank, whichever is on screen.

use super::{Evidence, NotReady, Note, Outcome};
use crate::bank::{Flaw, Hearer, Place, What, check_feedback, check_foreign};
use crate::grade::{Leeway, Score, TextKey, TextMatch};
use crate::lang::{Lang, Localised};
use crate::struct_json;

/// The longest answer that is read, in characters.
pub const MAX_CHARS: usize = 200;

/// A question with a place to type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Answers that are right and belong to no language: codes, names.
    pub any: Vec<String>,
    /// Answers that are right, by language.
    pub accept: Localised<Vec<String>>,
    /// Wrong answers that deserve a word of their own.
    pub wrong: Vec<WrongAnswer>,
    /// What passes beyond what every reader overlooks.
    pub leeway: Leeway,
}

/// Wrong answers with one idea behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongAnswer {
    /// The ways to write it, in any language.
    pub answers: Vec<String>,
    /// For a learner who gave it.
    pub feedback: Note,
}

/// Whether a typed answer can be judged.
pub(super) fn ready(given: &str) -> Result<(), NotReady> {
    // A limit in bytes first, so that a huge answer is not counted through.
    if given.len() > MAX_CHARS * 4 || given.chars().count() > MAX_CHARS {
        return Err(NotReady::TooLong);
    }
    if given.trim().is_empty() {
        Err(NotReady::Empty)
    } else {
        Ok(())
    }
}

impl Text {
    /// Every right answer, with the language it belongs to, if any.
    pub fn answers(&self) -> impl Iterator<Item = (Option<&Lang>, &str)> {
        let any = self.any.iter().map(|answer| (None, answer.as_str()));
        any.chain(
            self.accept.iter().flat_map(|(lang, all)| {
                all.iter().map(move |answer| (Some(lang), answer.as_str()))
            }),
        )
    }

    /// The answer to show to readers of `lang`: the first one in it, else the first of no language.
    pub fn model_answer_in(&self, lang: &Lang) -> &str {
        let own = self.accept.get(lang).and_then(|all| all.first());
        own.or(self.any.first())
            .map_or_else(|| self.model_answer(), String::as_str)
    }

    pub(super) fn model_answer(&self) -> &str {
        self.answers()
            .next()
            .map(|(_, answer)| answer)
            .unwrap_or_default()
    }

    pub(super) fn score(
        &self,
        given: &str,
        points: u32,
        terms: &[&str],
    ) -> Result<Outcome, NotReady> {
        ready(given)?;
        let read = self.read(given, terms);
        let right = matches!(read, TextMatch::Accepted(_));
        Ok(Outcome {
            score: Score::all_or_nothing(right, points),
            evidence: Evidence::Text(read),
        })
    }

    fn read(&self, given: &str, terms: &[&str]) -> TextMatch {
        let wrong: Vec<&str> = self
            .wrong
            .iter()
            .flat_map(|w| &w.answers)
            .map(String::as_str)
            .collect();
        let answers: Vec<_> = self.answers().collect();
        TextKey {
            answers: &answers,
            wrong: &wrong,
            terms,
            leeway: &self.leeway,
        }
        .read(given)
    }

    /// What to tell a learner who gave the listed wrong answer of this index, as [`TextMatch::KnownWrong`] counts.
    pub fn wrong_feedback(&self, index: usize) -> Option<&Note> {
        let mut left = index;
        self.wrong.iter().find_map(|wrong| {
            if left < wrong.answers.len() {
                return Some(&wrong.feedback);
            }
            left -= wrong.answers.len();
            None
        })
    }

    pub(super) fn check(&self, hearer: &mut impl Hearer, langs: &[Lang], n: usize) {
        let spot = Place::Key(n);
        // With answers of no language there may be none in some; otherwise every language needs its own.
        for lang in langs.iter().filter(|_| self.any.is_empty()) {
            if self.accept.get(lang).is_none_or(Vec::is_empty) {
                hearer.add(spot, || Flaw::MissingLanguage(lang.clone()));
            }
        }
        check_foreign(hearer, spot, langs, &self.accept);
        for wrong in &self.wrong {
            check_feedback(hearer, spot, langs, &wrong.feedback);
            if wrong.answers.is_empty() {
                hearer.add(spot, || Flaw::TooFew(What::WrongAnswer, 1));
            }
        }
        if self.leeway.same.iter().any(|names| names.len() < 2) {
            hearer.add(spot, || Flaw::TooFew(What::Synonym, 2));
        }
        check_foreign(hearer, spot, langs, &self.leeway.words);
        for (_, words) in self.leeway.words.iter() {
            if words.all.is_empty() || words.all.iter().any(Vec::is_empty) {
                hearer.add(spot, || Flaw::TooFew(What::RequiredWord, 1));
            }
        }
        for (_, answer) in self.answers() {
            let reached =
                ready(answer).is_ok() && matches!(self.read(answer, &[]), TextMatch::Accepted(_));
            if !reached {
                hearer.add(spot, || Flaw::Unreachable(answer.to_owned()));
            }
        }
    }
}

struct_json!(Text { ; any = Vec::new(), accept = Localised::default(), wrong = Vec::new(), leeway = Leeway::default() });
struct_json!(WrongAnswer { answers; feedback = Note::default() });
