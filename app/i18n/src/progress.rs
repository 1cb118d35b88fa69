//! What is said of a learner's progress through a bank, beside what [`Words`] has words for already. A page with a checkpoint says none of it,
//! and doesn't download it.

use jalon_engine::grade::Mark;
use jalon_engine::progress::Reached;

use crate::template::words;
use crate::{LANGUAGES_OF_PROGRESS, Words, en};

words! {
/// The words of one language about progress.
ProgressWords {
    /// The language's tag.
    lang: &'static str;

    title;
    nothing_yet;
    not_readable;
    not_started;
    begun;
    /// `count` answers so far.
    goes_on[count: usize];
    /// `count` attempts; the last one was submitted on `date`.
    finished[count: usize, date: &str];
    /// `needed` is the sentence of what it takes to pass.
    start_with(module: &str);
    continue_with(module: &str);
    all_passed;
    scores(last: &str, best: &str, needed: &str);
}
}

/// The words about progress in the language of these words.
pub fn of(words: &Words) -> &'static ProgressWords {
    let own = LANGUAGES_OF_PROGRESS
        .into_iter()
        .find(|own| own.lang == words.lang);
    own.unwrap_or(&en::PROGRESS)
}

impl Words {
    /// How far a learner has come in a module.
    pub fn name_reached(&self, reached: Reached) -> &'static str {
        match reached {
            Reached::Nothing => of(self).not_started,
            Reached::Begun => of(self).begun,
            Reached::HandedIn => self.handed_in,
            Reached::NotPassed => self.not_passed,
            Reached::Passed => self.passed,
        }
    }

    /// How many attempts are finished, and when the last one was, as the language writes a date.
    pub fn count_finished(&self, n: usize, last: &str) -> String {
        of(self).finished(n, last)
    }

    /// The last and the best mark, and the percentage that is needed to pass.
    pub fn compare_scores(&self, last: Mark, best: Mark, pass: u8) -> String {
        let needed = self.needed(pass.into());
        of(self).scores(&self.share(last), &self.share(best), &needed)
    }
}

#[cfg(test)]
mod tests {
    use jalon_engine::grade::Score;

    #[test]
    fn scores_are_told_with_what_is_needed() {
        let [last, best] = [false, true].map(|right| Score::all_or_nothing(right, 1).into());
        assert_eq!(
            crate::ALL.map(|words| words.compare_scores(last, best, 60)),
            [
                "Last score: 0%, best: 100% (60% needed to pass)",
                "Dernier résultat\u{A0}: 0\u{202F}%, meilleur\u{A0}: 100\u{202F}% (60\u{202F}% pour réussir)",
                "Letztes Ergebnis: 0\u{A0}%, bestes: 100\u{A0}% (60\u{A0}% zum Bestehen erforderlich)",
            ]
        );
    }
}
