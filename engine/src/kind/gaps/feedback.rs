//! What became of each gap.

use super::{Fill, Gaps, Given, choice_text, place_in};
use crate::id::GapId;
use crate::kind::detail::{Detail, Verdict, of_number, of_text, verdict};
use crate::kind::text::Model;
use crate::kind::{Evidence, Outcome, Response, SelectedWordings};
use crate::lang::{Lang, Localised, Reading};

/// What became of a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapMark {
    /// Which gap.
    pub id: GapId,
    /// The how-manieth it is in each text, from 1.
    pub place: Localised<usize>,
    /// What became of it.
    pub verdict: Verdict,
    /// What is right was given, and is counted in another gap.
    pub again: bool,
    /// What its own kind adds; where a choice was to be picked, the same as for a typed answer.
    pub detail: Detail,
}

/// `asked` is in which languages, in which wordings, and what was on screen.
pub(crate) fn marks(
    body: &Gaps,
    asked: (&[Lang], &SelectedWordings<'_>, Option<&Reading>),
    outcome: Option<Outcome>,
    response: Option<&Response>,
) -> Detail {
    let (langs, drawn, reading) = asked;
    let mut judged = match outcome.map(|outcome| outcome.evidence) {
        Some(Evidence::Gaps(judged)) => judged,
        _ => Vec::new(),
    }
    .into_iter();
    let mut marks: Vec<GapMark> = Vec::new();
    for gap in &body.gaps {
        let (key, again, outcome) = match judged.next() {
            Some(judged) => (body.gaps.get(judged.key), judged.again, judged.outcome.ok()),
            None => (None, false, None),
        };
        let verdict = verdict(outcome.as_ref());
        let detail = match &key.unwrap_or(gap).fill {
            Fill::Text(body) => of_text(body, langs, outcome, reading),
            Fill::Number(body) => {
                let given = match response {
                    Some(Response::Gaps(given)) => given.get(&gap.id).map(Given::alone),
                    _ => None,
                };
                of_number(body, langs, outcome, given.as_ref())
            }
            Fill::Pick(body) => {
                let key = body.key.iter().next().filter(|_| verdict != Verdict::Right);
                let key = key.map(|key| Model::PerLanguage(choice_text(drawn, key)));
                Detail::Text {
                    remark: None,
                    model: key,
                    note: None,
                }
            }
        };
        let mark = GapMark {
            id: gap.id,
            place: place_in(drawn, &gap.id),
            verdict,
            again,
            detail,
        };
        let comes_before = |own: &GapMark| first(&own.place) <= first(&mark.place);
        let at = marks.iter().take_while(|own| comes_before(own)).count();
        marks.insert(at, mark);
    }
    Detail::Gaps(marks)
}

fn first(place: &Localised<usize>) -> usize {
    place.iter().next().map_or(0, |(_, place)| *place)
}
