//! What an author can get wrong in a text with gaps.

use super::{Fill, Gaps, MAX_GAPS, MAX_GROUP, choice};
use crate::bank::Question;
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::id::GapId;
use crate::lang::Lang;
use crate::markup::Markup;
use crate::rules;

impl Gaps {
    pub(in crate::kind) fn check(
        &self,
        sink: &mut impl FaultSink,
        langs: &[Lang],
        n: usize,
        question: &Question,
    ) {
        let all = self.gaps.len();
        if all == 0 {
            sink.add(Location::Question(n), || Violation::TooFew(Subject::Gap, 1));
        } else {
            let (all, most) = (all as u64, MAX_GAPS as u64);
            rules::range(sink, Location::Question(n), Subject::Gaps, all, 1..=most);
        }
        let mut ids = self.gaps.iter().map(|gap| gap.id.as_str());
        rules::twice(sink, Subject::Gap, &mut ids, |g| Location::Gap(n, g));
        for (g, gap) in self.gaps.iter().enumerate() {
            let spot = Location::Gap(n, g);
            rules::range(sink, spot, Subject::GapWeight, gap.weight.into(), 1..=100);
            sink.of_gap(g, |sink| match &gap.fill {
                Fill::Text(body) => body.check(sink, langs, n),
                Fill::Number(body) => body.check(sink, langs, n),
                Fill::Pick(body) => {
                    if let choice::Pick::Several(_) = body.key.pick() {
                        let picks = body.key.iter().count() as u64;
                        sink.add(spot, || {
                            Violation::OutOfRange(Subject::MostPicks, picks, 1..=1)
                        });
                    }
                    body.check(sink, langs, n);
                }
            });
        }
        self.check_groups(sink, n);
        for (lang, wordings) in question.wordings.iter() {
            for (w, wording) in wordings.iter().enumerate() {
                self.check_text(sink, Location::Wording(n, lang, w), &wording.text);
            }
        }
    }

    fn check_groups(&self, sink: &mut impl FaultSink, n: usize) {
        let spot = Location::Key(n);
        let mut grouped = self.any_order.iter().flatten().map(GapId::as_str);
        rules::twice(sink, Subject::GroupedGap, &mut grouped, |_| spot);
        for group in &self.any_order {
            if group.len() < 2 {
                sink.add(spot, || Violation::TooFew(Subject::GroupedGap, 2));
            } else {
                let (size, most) = (group.len() as u64, MAX_GROUP as u64);
                rules::range(sink, spot, Subject::GroupedGaps, size, 2..=most);
            }
            let mut first = None;
            for id in group {
                let gap = self.place_of(id).and_then(|place| self.gaps.get(place));
                let Some(gap) = gap else {
                    sink.add(spot, || {
                        Violation::Unknown(Subject::Gap, id.as_str().to_owned())
                    });
                    continue;
                };
                let takes = match gap.fill {
                    Fill::Text(_) => Some(true),
                    Fill::Number(_) => Some(false),
                    Fill::Pick(_) => None,
                };
                if takes.is_none() || *first.get_or_insert(takes) != takes {
                    sink.add(spot, || Violation::MixedGroup(*id));
                }
            }
        }
    }

    /// Each gap stands once in each text.
    fn check_text(&self, sink: &mut impl FaultSink, spot: Location<&Lang>, text: &Markup) {
        let named = text.gaps();
        let mut ids = named.iter().map(|id| id.as_str());
        rules::twice(sink, Subject::Gap, &mut ids, |_| spot);
        for id in &named {
            if self.place_of(id).is_none() {
                sink.add(spot, || {
                    Violation::Unknown(Subject::Gap, id.as_str().to_owned())
                });
            }
        }
        for gap in &self.gaps {
            if !named.contains(&&gap.id) {
                sink.add(spot, || Violation::MissingGap(gap.id));
            }
        }
    }
}
