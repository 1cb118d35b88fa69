//! Write a text (QTI: extended text interaction). It is never machine-graded: after handing in, its author compares it with a model
//! answer and ticks the points of a checklist that it covers.

use super::{Evidence, NotReady, Outcome, SelectedWordings, text_of};
use crate::bank::Question;
pub use crate::fault::EssayFlaw;
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::Score;
use crate::id::ChoiceId;
use crate::lang::Localised;
use crate::markup::Line;
use crate::question_map::Choices;
use crate::rules;
use crate::{enum_json, struct_json};

/// The longest text, in characters.
pub const MAX_CHARS: usize = 20_000;

/// The greatest number of words that can be advised.
const MAX_WORDS: u64 = 3000;

/// A question that asks for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Essay {
    /// The points of the checklist; at least one.
    pub points: Vec<ChoiceId>,
    /// The fewest words advised.
    pub least: Option<u16>,
    /// The most words advised.
    pub most: Option<u16>,
    /// What the ticks count for.
    pub counts: Counts,
}

/// What the points that learners tick on their own texts count for. Never for the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counts {
    /// Nothing.
    #[default]
    Private,
    /// Mastery of the concepts that the question is about.
    Mastery,
}

/// What a learner may see before handing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// The fewest words advised.
    pub least: Option<u16>,
    /// The most words advised.
    pub most: Option<u16>,
}

/// How many words a text has: stretches between spaces that hold a letter or a digit, so that a French colon is none. Unicode's own
/// lists of letters would weigh more than all else here; beyond ASCII, what is no sign is taken for a letter.
pub fn words(text: &str) -> usize {
    let mut words = 0;
    for word in text.split_whitespace() {
        words += usize::from(word.chars().any(is_letter));
    }
    words
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{AA}' | '\u{B5}' | '\u{BA}' | '\u{C0}'..='\u{1FFF}' | '\u{2C00}'..)
            && !matches!(c, '×' | '÷' | '\u{3000}'..='\u{303F}')
}

/// Whether a text can be compared with anything.
pub(super) fn ready(given: &str) -> Result<(), NotReady> {
    if given.trim().is_empty() {
        Err(NotReady::Empty)
    } else if given.chars().nth(MAX_CHARS).is_some() {
        Err(NotReady::TooLong)
    } else {
        Ok(())
    }
}

/// Nothing out of nothing, whatever is written. A text that is too long and handed in all the same can be compared like any other.
pub(super) fn score(given: &str) -> Result<Outcome, NotReady> {
    match ready(given) {
        Err(NotReady::Empty) => Err(NotReady::Empty),
        _ => Ok(Outcome {
            score: Score::default(),
            evidence: Evidence::Essay,
        }),
    }
}

impl Essay {
    pub(super) fn face(&self) -> Face {
        Face {
            least: self.least,
            most: self.most,
        }
    }

    /// The share of the points that are ticked, which counts for mastery where the bank says so.
    pub(crate) fn mastery(&self, ticked: &Choices, points: u32) -> Score {
        if self.counts == Counts::Private {
            return Score::default();
        }
        let mut covered = 0;
        for point in &self.points {
            covered += u64::from(ticked.contains(point));
        }
        Score::share(covered, self.points.len() as u64, points)
    }

    /// The checklist, in the wordings drawn.
    pub(crate) fn checklist(
        &self,
        drawn: &SelectedWordings<'_>,
    ) -> Vec<(ChoiceId, Localised<Line>)> {
        let mut all = Vec::new();
        for id in &self.points {
            all.push((*id, text_of(drawn, id)));
        }
        all
    }

    pub(super) fn check(&self, sink: &mut impl FaultSink, n: usize, question: &Question) {
        let spot = Location::Question(n);
        if self.points.is_empty() {
            sink.add(spot, || Violation::TooFew(Subject::Point, 1));
        }
        let mut ids = self.points.iter().map(ChoiceId::as_str);
        rules::twice(sink, Subject::Point, &mut ids, |_| spot);
        for (what, words) in [
            (Subject::LeastWords, self.least),
            (Subject::MostWords, self.most),
        ] {
            if let Some(words) = words
                && !(1..=MAX_WORDS).contains(&words.into())
            {
                sink.add(spot, || {
                    Violation::OutOfRange(what, words.into(), 1..=MAX_WORDS)
                });
            }
        }
        if let (Some(least), Some(most)) = (self.least, self.most)
            && least >= most
        {
            sink.add(spot, || Violation::Essay(EssayFlaw::Words));
        }
        for (lang, wordings) in question.wordings.iter() {
            for (w, wording) in wordings.iter().enumerate() {
                let spot = Location::Wording(n, lang, w);
                if wording.model.is_blank() {
                    sink.add(spot, || Violation::EmptyText(Subject::Model));
                }
                for id in &self.points {
                    match wording.choices.get(id) {
                        None => sink.add(spot, || Violation::Essay(EssayFlaw::MissingPoint(*id))),
                        Some(text) if text.is_blank() => {
                            sink.add(spot, || Violation::EmptyText(Subject::Point));
                        }
                        Some(_) => {}
                    }
                }
                for (id, _) in wording.choices.iter() {
                    // Without any point, that is what is wrong.
                    if !self.points.is_empty() && !self.points.contains(id) {
                        sink.add(spot, || Violation::Essay(EssayFlaw::StrayPoint(*id)));
                    }
                }
            }
        }
    }
}

enum_json!(Counts { "private" => Private, "mastery" => Mastery } else Self::Private);
struct_json!(Essay { points; least = None, most = None, counts = Counts::Private });
