//! What is said of a learner's progress through a bank, beside what [`Words`] has words for already. A page with a checkpoint says none of it,
//! and doesn't download it.

use jalon_engine::grade::Mark;
use jalon_engine::progress::Reached;

use crate::{Template, Words};

/// The words of one language about progress.
#[expect(missing_docs, reason = "the English words say what each is")]
pub struct ProgressWords {
    /// The language's tag.
    pub lang: &'static str,

    pub title: &'static str,
    pub nothing_yet: &'static str,
    pub not_readable: &'static str,
    pub not_started: &'static str,
    pub begun: &'static str,
    /// With the number of answers so far.
    pub goes_on: fn(usize) -> Template,
    /// With how many attempts there are, and when the last one was handed in.
    pub finished: fn(usize) -> Template,
    /// With the last percentage, the best one, and the words for what is needed.
    pub scores: Template,
}

/// The words about progress in the language of these words.
pub fn of(words: &Words) -> &'static ProgressWords {
    let own = ALL.into_iter().find(|own| own.lang == words.lang);
    own.unwrap_or(&ENGLISH)
}

/// Every language, the one for readers of other languages first.
pub const ALL: [&ProgressWords; 2] = [&ENGLISH, &FRENCH];

const ENGLISH: ProgressWords = ProgressWords {
    lang: "en",

    title: "Your progress",
    nothing_yet: "You have not answered any questions yet. Your results will appear here.",
    not_readable: "This browser does not let the page read what was saved, so your results cannot be shown here.",
    not_started: "Not started yet",
    begun: "In progress",
    goes_on: |n| match n {
        1 => Template("An attempt is in progress, with _ answer so far."),
        _ => Template("An attempt is in progress, with _ answers so far."),
    },
    finished: |n| match n {
        1 => Template("_ attempt finished, on _"),
        _ => Template("_ attempts finished, the last one on _"),
    },
    scores: Template("Last score: _, best: _ (_)"),
};

const FRENCH: ProgressWords = ProgressWords {
    lang: "fr",

    title: "Votre progression",
    nothing_yet: "Vous n’avez encore répondu à aucune question. Vos résultats apparaîtront ici.",
    not_readable: "Ce navigateur ne permet pas à la page de lire ce qui a été enregistré\u{A0}: vos résultats ne peuvent pas être affichés ici.",
    not_started: "Pas encore commencé",
    begun: "En cours",
    goes_on: |n| match n {
        0 | 1 => Template("Une tentative est en cours, avec _ réponse pour l’instant."),
        _ => Template("Une tentative est en cours, avec _ réponses pour l’instant."),
    },
    finished: |n| match n {
        0 | 1 => Template("_ tentative terminée, le _"),
        _ => Template("_ tentatives terminées, la dernière le _"),
    },
    scores: Template("Dernier résultat\u{A0}: _, meilleur\u{A0}: _ (_)"),
};

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
        (of(self).finished)(n).fill(&[&n.to_string(), last])
    }

    /// The last and the best mark, and the percentage that is needed to pass.
    pub fn compare_scores(&self, last: Mark, best: Mark, pass: u8) -> String {
        let needed = self.needed.count(&[pass.into()]);
        of(self)
            .scores
            .fill(&[&self.share(last), &self.share(best), &needed])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::tests::assert_well_set;
    use jalon_engine::grade::Score;

    /// Every sentence of a language, with sample values filled in.
    fn sentences(words: &Words) -> Vec<String> {
        let own = of(words);
        let mark = Score::all_or_nothing(true, 1).into();
        let mut all = vec![
            own.title.to_owned(),
            own.nothing_yet.to_owned(),
            own.not_readable.to_owned(),
            own.not_started.to_owned(),
            own.begun.to_owned(),
            words.compare_scores(mark, mark, 60),
        ];
        for n in [1, 2] {
            all.push((own.goes_on)(n).count(&[n]));
            all.push(words.count_finished(n, "29.11.2026"));
        }
        all
    }

    #[test]
    fn progress_is_set_as_the_rest_is() {
        for words in crate::ALL {
            assert_eq!(of(words).lang, words.lang);
            for sentence in sentences(words) {
                assert_well_set(words.lang, &sentence);
            }
        }
    }

    #[test]
    fn scores_are_told_with_what_is_needed() {
        let [last, best] = [false, true].map(|right| Score::all_or_nothing(right, 1).into());
        assert_eq!(
            crate::ALL.map(|words| words.compare_scores(last, best, 60)),
            [
                "Last score: 0%, best: 100% (60% needed to pass)",
                "Dernier résultat\u{A0}: 0\u{202F}%, meilleur\u{A0}: 100\u{202F}% (60\u{202F}% pour réussir)",
            ]
        );
    }
}
