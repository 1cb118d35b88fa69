//! Type a short answer (QTI: text entry interaction). It counts in every language of the bank, whichever is on screen.

use super::{Evidence, NotReady, Note, Outcome, has_words};
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::{
    Accepted, Context, Credits, MatchOptions, Pattern, Patterns, Score, TextKey, TextMatch, Tier,
};
use crate::id::MisconceptionId;
use crate::lang::{Lang, Localised, Reading};
use crate::rules;
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
    /// Patterns of answers that are right.
    pub patterns: Vec<Pattern>,
    /// What some of the answers and patterns earn and say; the others earn everything.
    pub worth: Vec<Worth>,
    /// Wrong answers that deserve a word of their own.
    pub wrong: Vec<WrongAnswer>,
    /// What passes beyond what every reader overlooks.
    pub leeway: MatchOptions,
    /// What is left of the points where something was overlooked.
    pub credit: Credits,
}

/// What an answer earns and says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// The answer as it is listed, or the pattern's source.
    pub answer: String,
    /// The share of the points that it earns, 1 to 100 percent.
    pub credit: u8,
    /// For a learner who gave it.
    pub feedback: Note,
}

/// Wrong answers with one idea behind them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrongAnswer {
    /// The ways to write it, in any language.
    pub answers: Vec<String>,
    /// Patterns of more ways to write it.
    pub patterns: Vec<Pattern>,
    /// For a learner who gave it.
    pub feedback: Note,
    /// The idea, for those who look at many answers; learners are not shown it.
    pub misconception: Option<MisconceptionId>,
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
    /// Every right answer that is no pattern, with the language it belongs to, if any.
    pub fn answers(&self) -> std::vec::IntoIter<(Option<&Lang>, &str)> {
        self.all_answers().into_iter()
    }

    // One list, since chained iterators would be compiled anew wherever somebody goes through them.
    #[inline(never)]
    fn all_answers(&self) -> Vec<(Option<&Lang>, &str)> {
        let mut all = Vec::new();
        for answer in &self.any {
            all.push((None, answer.as_str()));
        }
        for (lang, answers) in self.accept.iter() {
            for answer in answers {
                all.push((Some(lang), answer.as_str()));
            }
        }
        all
    }

    /// What an answer, or a pattern by its source, earns and says, where that is something particular.
    pub fn worth_of(&self, answer: &str) -> Option<&Worth> {
        self.worth.iter().find(|worth| worth.answer == answer)
    }

    /// The share of the points that an answer, or a pattern by its source, earns to the letter: 0 to 100 percent.
    pub fn credit_of(&self, answer: &str) -> u8 {
        self.worth_of(answer)
            .map_or(100, |worth| worth.credit.min(100))
    }

    /// The share of the points that an accepted answer earns: of an answer to the letter, and of its tier, each in percent.
    pub fn credits(&self, accepted: &Accepted) -> [u8; 2] {
        // Words that are enough are enough for everything.
        let own = match accepted.tier {
            Tier::Words => 100,
            _ => self.credit_of(&accepted.answer),
        };
        [own, self.credit.of(accepted.tier)]
    }

    /// The answer to show to readers of `lang`: the first one in it that earns everything, else the first of no language.
    pub fn model_answer_in(&self, lang: &Lang) -> &str {
        let own = self
            .accept
            .get(lang)
            .map_or(&[] as &[String], Vec::as_slice);
        let own = self.first_whole(own).or(self.first_whole(&self.any));
        own.unwrap_or_else(|| self.model_answer())
    }

    fn first_whole<'a>(&self, answers: &'a [String]) -> Option<&'a str> {
        let mut answers = answers.iter();
        let whole = answers.find(|answer| self.credit_of(answer) == 100);
        whole.map(String::as_str)
    }

    pub(super) fn model_answer(&self) -> &str {
        self.answers()
            .find(|(_, answer)| self.credit_of(answer) == 100)
            .map(|(_, answer)| answer)
            .unwrap_or_default()
    }

    pub(super) fn score(
        &self,
        given: &str,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        ready(given)?;
        let read = self.read(given, context);
        let [own, tier] = match &read {
            TextMatch::Accepted(accepted) => self.credits(accepted),
            _ => [0, 0],
        };
        Ok(Outcome {
            score: Score::share(u64::from(own) * u64::from(tier), 10_000, points),
            evidence: Evidence::Text(read),
        })
    }

    /// Reads what was typed, in a bank. Of several answers that match in one tier, the one that earns
    /// most counts.
    pub fn read(&self, given: &str, context: Context<'_>) -> TextMatch {
        let mut wrong: Vec<&str> = Vec::new();
        let mut wrong_patterns = Vec::new();
        for listed in &self.wrong {
            wrong.extend(listed.answers.iter().map(String::as_str));
            wrong_patterns.extend(&listed.patterns);
        }
        let (mut answers, mut patterns) = (Vec::new(), Vec::new());
        // Those that earn most come first, and otherwise those listed first.
        let mut credit = Some(100);
        while let Some(now) = credit {
            for answer in self.answers() {
                if self.credit_of(answer.1) == now {
                    answers.push(answer);
                }
            }
            for pattern in &self.patterns {
                if self.credit_of(&pattern.source) == now {
                    patterns.push(pattern);
                }
            }
            credit = None;
            for worth in &self.worth {
                let less = worth.credit.min(100);
                if less < now && credit.is_none_or(|most| less > most) {
                    credit = Some(less);
                }
            }
        }
        TextKey {
            answers: &answers,
            wrong: &wrong,
            terms: context.terms,
            leeway: &self.leeway,
            rules: context.rules(),
        }
        .read_with(
            given,
            Patterns {
                right: &patterns,
                wrong: &wrong_patterns,
            },
        )
    }

    /// The idea behind the listed wrong answer of this index, as [`TextMatch::KnownWrong`] counts, and the answer as it is listed.
    pub fn listed_wrong(&self, index: usize) -> Option<(&WrongAnswer, &str)> {
        let mut left = index;
        for wrong in &self.wrong {
            match wrong.answers.get(left) {
                Some(answer) => return Some((wrong, answer)),
                None => left -= wrong.answers.len(),
            }
        }
        for wrong in &self.wrong {
            match wrong.patterns.get(left) {
                Some(pattern) => return Some((wrong, &pattern.source)),
                None => left -= wrong.patterns.len(),
            }
        }
        None
    }

    /// The idea behind an answer that was read so, if it has a name.
    pub fn misconception(&self, read: &TextMatch) -> Option<&MisconceptionId> {
        match read {
            TextMatch::KnownWrong(n) => self.listed_wrong(*n)?.0.misconception.as_ref(),
            _ => None,
        }
    }

    /// What is missing for readers of `lang` to have an answer to learn: one that is no pattern, and earns everything.
    fn lack(&self, lang: &Lang) -> Option<Violation> {
        let own = self
            .accept
            .get(lang)
            .map_or(&[] as &[String], Vec::as_slice);
        if self
            .first_whole(&self.any)
            .or(self.first_whole(own))
            .is_some()
        {
            return None;
        }
        let is_read = |own: &Pattern| own.lang.as_ref().is_none_or(|own| own == lang);
        Some(if !own.is_empty() || !self.any.is_empty() {
            Violation::TooFew(Subject::WholeAnswer, 1)
        } else if self.patterns.iter().any(is_read) {
            Violation::PatternsAlone(*lang)
        } else {
            Violation::MissingLanguage(*lang)
        })
    }

    pub(super) fn add_misconceptions<'a>(&'a self, all: &mut Vec<&'a MisconceptionId>) {
        for wrong in &self.wrong {
            all.extend(&wrong.misconception);
        }
    }

    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize) {
        let spot = Location::Key(n);
        // An answer of no language is one in each.
        for lang in langs {
            if let Some(flaw) = self.lack(lang) {
                sink.add(spot, || flaw);
            }
        }
        rules::foreign(sink, spot, langs, &self.accept);
        for worth in &self.worth {
            rules::feedback(sink, spot, langs, &worth.feedback);
        }
        for wrong in &self.wrong {
            rules::feedback(sink, spot, langs, &wrong.feedback);
            if wrong.answers.is_empty() && wrong.patterns.is_empty() {
                sink.add(spot, || Violation::TooFew(Subject::WrongAnswer, 1));
            }
        }
        if self.leeway.same.iter().any(|names| names.len() < 2) {
            sink.add(spot, || Violation::TooFew(Subject::Synonym, 2));
        }
        rules::foreign(sink, spot, langs, &self.leeway.words);
        for (_, words) in self.leeway.words.iter() {
            if words.all.is_empty() || words.all.iter().any(Vec::is_empty) {
                sink.add(spot, || Violation::TooFew(Subject::RequiredWord, 1));
            }
        }
        let context = Context {
            terms: &[],
            langs: Some(langs),
        };
        for (_, answer) in self.answers() {
            let read = || self.read(answer, context);
            let reached = ready(answer).is_ok() && matches!(read(), TextMatch::Accepted(_));
            if !reached {
                sink.add(spot, || Violation::Unreachable(answer.to_owned()));
            }
        }
    }
}

/// How a typed answer was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What was overlooked beyond case and punctuation.
    pub overlooked: Option<Overlooked>,
    /// It is an answer of this language, which was not on screen.
    pub other_language: Option<Lang>,
    /// It was a slip away, and at least as near to this other term.
    pub rival: Option<String>,
    /// How many percent of the points were taken off for what was overlooked.
    pub cost: u8,
}

/// What was overlooked in a right answer and is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlooked {
    /// Accents.
    Accents,
    /// Plural, singular, agreement, articles inside.
    Grammar,
    /// It is another name of the same thing.
    Synonym,
    /// The order of the words.
    Order,
    /// Everything but the words that matter.
    Words,
    /// The spelling.
    Spelling,
}

/// An answer to learn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Model {
    /// The right answer that a slip away was read as, with its language if it belongs to one.
    ReadAs(String, Option<Lang>),
    /// A right answer in each language.
    PerLanguage(Localised<String>),
}

/// What to say of a typed answer: how it was read, what to learn, and its author's word on it.
pub(crate) fn detail(
    body: &Text,
    langs: &[Lang],
    outcome: Option<Outcome>,
    reading: Option<&Reading>,
) -> (Option<Remark>, Option<Model>, Option<Note>) {
    let read = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Text(read)) => Some(read),
        _ => None,
    };
    let (mut note, mut cost, mut is_whole) = (None, 0, false);
    match &read {
        Some(TextMatch::KnownWrong(index)) => {
            note = body.listed_wrong(*index).map(|(wrong, _)| &wrong.feedback);
        }
        Some(TextMatch::Accepted(accepted)) => {
            let worth = body.worth_of(&accepted.answer);
            note = worth.map(|worth| &worth.feedback);
            is_whole = worth.is_none_or(|worth| worth.credit == 100);
            cost = 100 - body.credit.of(accepted.tier);
        }
        _ => {}
    }
    let remark = read.as_ref().and_then(|read| remark(read, reading, cost));
    let model = match &read {
        Some(TextMatch::Accepted(accepted)) if is_whole => {
            let overlooked = remark
                .as_ref()
                .and_then(|remark| remark.overlooked.as_ref());
            overlooked
                .map(|_| Model::ReadAs(accepted.answer.clone(), accepted.langs.first().cloned()))
        }
        _ => {
            let mut models = Vec::new();
            for lang in langs {
                models.push((*lang, body.model_answer_in(lang).to_owned()));
            }
            Some(Model::PerLanguage(models.into_iter().collect()))
        }
    };
    (remark, model, note.cloned().filter(has_words))
}

/// A sentence's worth of how a typed answer was read; none for a plain right or wrong.
fn remark(read: &TextMatch, reading: Option<&Reading>, cost: u8) -> Option<Remark> {
    match read {
        TextMatch::Accepted(accepted) => {
            let overlooked = match accepted.tier {
                Tier::Exact | Tier::Pattern => None,
                // Hardly worth a word, unless it cost something.
                Tier::Form | Tier::Article | Tier::Number => {
                    (cost > 0).then_some(Overlooked::Grammar)
                }
                Tier::Accents => Some(Overlooked::Accents),
                Tier::Grammar => Some(Overlooked::Grammar),
                Tier::Synonym => Some(Overlooked::Synonym),
                Tier::Order => Some(Overlooked::Order),
                Tier::Words => Some(Overlooked::Words),
                Tier::Typo => Some(Overlooked::Spelling),
            };
            let on_screen = |lang: &Lang| reading.is_none_or(|reading| reading.shows(lang));
            let other_language = match accepted.langs.as_slice() {
                [first, ..] if !accepted.langs.iter().any(on_screen) => Some(*first),
                _ => None,
            };
            (overlooked.is_some() || other_language.is_some()).then_some(Remark {
                overlooked,
                other_language,
                rival: None,
                cost,
            })
        }
        TextMatch::Confusable { rival, .. } => Some(Remark {
            overlooked: None,
            other_language: None,
            rival: Some(rival.clone()),
            cost: 0,
        }),
        TextMatch::KnownWrong(_) | TextMatch::Unknown => None,
    }
}

struct_json!(Text {
    ; any = Vec::new(), accept = Localised::default(), patterns = Vec::new(), worth = Vec::new(), wrong = Vec::new(),
    leeway = MatchOptions::default(), credit = Credits::default()
});
struct_json!(Worth { answer; credit = 100, feedback = Note::default() });
struct_json!(WrongAnswer { ; answers = Vec::new(), patterns = Vec::new(), feedback = Note::default(), misconception = None });
