//! Texts with gaps: how they are graded, and how they stand on paper. Each gap is a small question of another kind.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::grade::Policy;
use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::kind::choice::Pick;
use jalon_engine::kind::gaps::{self, Face, Field, Fill, Gap, GapFace, Gaps, Given, Judged, Width};
use jalon_engine::kind::text::Text;
use jalon_engine::kind::{Evidence, FaceBody, Response};
use jalon_engine::lang::{Lang, Localised};
use serde::Serialize;

use crate::digest::tagged;
use crate::faults::spot::excerpt;
use crate::grading::short;
use crate::grading::trace::{GapTrace, Trace, verdict};
use crate::html::escaped;
use crate::kind::body::{KindBody, Printed, trace};
use crate::kind::choice::body::picked;
use crate::kind::not_ready::not_ready;
use crate::kind::number::body as number;
use crate::kind::text::body as text;
use crate::paper::form::FormQuestion;
use crate::paper::items::{LINE, given_at, letter, letters};
use crate::paper::marking::{Marking, Sense, Share};
use crate::paper::page::{Blanks, Page};

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    /// Each with its weight, and what is graded in it.
    gaps: BTreeMap<&'a str, (u16, String)>,
    scoring: &'static str,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    any_order: BTreeSet<BTreeSet<&'a str>>,
}

/// What goes into a gap, as a question of its kind.
fn kind_of(fill: &Fill) -> &dyn KindBody {
    match fill {
        Fill::Text(body) => body,
        Fill::Number(body) => &**body,
        Fill::Pick(body) => body,
    }
}

/// The gap whose key decided; most often the gap itself.
fn decisive<'a>(body: &'a Gaps, gap: &'a Gap, judged: &Judged) -> &'a Gap {
    body.gaps.get(judged.key).unwrap_or(gap)
}

impl KindBody for Gaps {
    fn graded(&self) -> String {
        let gap = |gap: &Gap| (gap.weight, kind_of(&gap.fill).graded());
        let groups = self.any_order.iter();
        let graded = Graded {
            gaps: self
                .gaps
                .iter()
                .map(|own| (own.id.as_str(), gap(own)))
                .collect(),
            scoring: self.scoring.as_str(),
            any_order: groups
                .map(|group| group.iter().map(GapId::as_str).collect())
                .collect(),
        };
        tagged("gaps", &graded)
    }

    /// `count=93; verb=shall`.
    fn shorthand(&self, text: &str) -> Option<Response> {
        let mut response = gaps::Response::default();
        for part in text.split(';') {
            let (id, given) = part.split_once('=')?;
            let (id, given): (GapId, _) = (id.trim().parse().ok()?, given.trim());
            let gap = self.gaps.iter().find(|gap| gap.id == id)?;
            let given = match gap.fill {
                Fill::Text(_) => Given::Text(given.to_owned()),
                Fill::Number(_) => Given::Number(given.to_owned()),
                Fill::Pick(_) => Given::Pick(given.parse().ok()?),
            };
            response.put(id, given);
        }
        Some(Response::Gaps(response))
    }

    fn quoted(&self, response: &Response) -> String {
        let Response::Gaps(given) = response else {
            return short::NOTHING.to_owned();
        };
        let gap = |(id, given): &(GapId, Given)| {
            let quoted = match given {
                Given::Text(given) | Given::Number(given) => excerpt(given),
                Given::Pick(id) => id.to_string(),
            };
            format!("{id} `{quoted}`")
        };
        let gaps: Vec<String> = given.iter().map(gap).collect();
        short::list(&gaps, ", ", short::NOTHING)
    }

    fn why(&self, response: &Response, evidence: &Evidence) -> String {
        let (Evidence::Gaps(judged), Response::Gaps(given)) = (evidence, response) else {
            return String::new();
        };
        let mut all = Vec::new();
        for (gap, judged) in self.gaps.iter().zip(judged) {
            let key = decisive(self, gap, judged);
            let given = given.get(&gap.id).map(Given::alone);
            let reason = match (&judged.outcome, given) {
                (Ok(outcome), Some(given)) => kind_of(&key.fill).why(&given, &outcome.evidence),
                (Err(reason), _) => not_ready(reason),
                (Ok(_), None) => continue,
            };
            let place = if key.id == gap.id {
                format!("`{}`", gap.id)
            } else {
                format!("`{}` by the key of `{}`", gap.id, key.id)
            };
            let again = if judged.again {
                ", and it is counted in another gap already"
            } else {
                ""
            };
            all.push(format!("{place}: {reason}{again}"));
        }
        all.join("; ")
    }

    fn policy(&self, _: &Response) -> &'static str {
        self.scoring.as_str()
    }

    fn trace(&self, response: &Response, evidence: &Evidence, whole: &mut Trace) {
        let (Evidence::Gaps(judged), Response::Gaps(given)) = (evidence, response) else {
            return;
        };
        for (gap, judged) in self.gaps.iter().zip(judged) {
            let key = decisive(self, gap, judged);
            let own = match (&judged.outcome, given.get(&gap.id)) {
                (Ok(outcome), Some(given)) => {
                    let (body, kind) = (key.fill.alone(), kind_of(&key.fill));
                    Some(trace(&body, kind, &given.alone(), outcome))
                }
                _ => None,
            };
            let outcome = judged.outcome.as_ref();
            whole.gaps.push(GapTrace {
                gap: gap.id.to_string(),
                key: (key.id != gap.id).then(|| key.id.to_string()),
                verdict: outcome.map_or("none", |outcome| verdict(outcome.score)),
                again: judged.again,
                trace: own,
            });
        }
    }

    fn answer(&self, page: &Page, asked: &FormQuestion<'_>) -> String {
        match &asked.face.body {
            FaceBody::Gaps(face) => filled(page, self, face, asked.points),
            _ => String::new(),
        }
    }

    fn marking(&self, points: u32) -> Marking {
        let has_weights = self.gaps.iter().any(|gap| gap.weight != 1);
        let each = Share::of(points, self.gaps.len());
        match self.scoring {
            Policy::AllOrNothing => Marking::AllOrNothing,
            _ if self.gaps.len() == 1 => Marking::Whole,
            policy if has_weights => Marking::Weighted(policy != Policy::Partial),
            Policy::Partial => Marking::Parts(Sense::Right, each, None),
            Policy::PartialWithPenalty | Policy::RightMinusWrong => {
                Marking::Parts(Sense::Right, each, Some(each))
            }
        }
    }

    fn typed(&self) -> Vec<&Text> {
        let fills = self.gaps.iter().map(|gap| kind_of(&gap.fill));
        fills.flat_map(KindBody::typed).collect()
    }

    fn is_typed(&self) -> bool {
        self.gaps.iter().any(|gap| kind_of(&gap.fill).is_typed())
    }
}

/// The gaps in the order in which the paper's first language has them, which numbers them in all languages.
fn numbered<'a>(page: &Page, face: &'a Face) -> Vec<&'a GapFace> {
    let mut all: Vec<&GapFace> = face.gaps.iter().collect();
    all.sort_by_key(|gap| page.first().and_then(|lang| gap.place.get(lang)).copied());
    all
}

pub(crate) fn printed(page: &Page, face: &Face) -> Printed {
    let gaps = numbered(page, face);
    let text = page.row("sentence", |tongue| {
        let blanks: Blanks = gaps
            .iter()
            .enumerate()
            .map(|(n, gap)| (gap.id, blank(n + 1, &gap.field, &tongue.lang)))
            .collect();
        let text = face.text.get(&tongue.lang);
        text.map_or_else(String::new, |text| page.blocks(text, Some(&blanks)))
    });
    let lists = gaps.iter().enumerate().filter_map(|(n, gap)| {
        let Field::Pick(offered) = &gap.field else {
            return None;
        };
        Some(list(page, n + 1, offered))
    });
    Printed::new(text + &lists.collect::<String>(), sheet(page, &gaps))
}

/// Where the answers go, on the answer sheet.
fn sheet(page: &Page, gaps: &[&GapFace]) -> String {
    let gaps = gaps.iter().enumerate().map(|(n, gap)| {
        let field = match &gap.field {
            Field::Pick(offered) => letters(offered.len(), &Pick::One),
            Field::Text(_) => LINE.to_owned(),
            Field::Number(face) => number::field(page, face),
        };
        format!(
            "<div class=\"in-gap\"><span class=\"label\">({})</span>{field}</div>",
            n + 1
        )
    });
    gaps.collect()
}

fn blank(number: usize, field: &Field, lang: &Lang) -> String {
    let (width, unit) = match field {
        Field::Text(Width::Short) | Field::Pick(_) => ("short", None),
        Field::Text(Width::Medium) => ("medium", None),
        Field::Text(Width::Long) => ("long", None),
        Field::Number(face) => {
            let unit = face.shown.as_ref().and_then(|unit| unit.get(lang));
            ("short", unit)
        }
    };
    let unit = unit.map_or_else(String::new, |unit| format!("\u{A0}{}", escaped(unit)));
    format!("<span class=\"gap {width}\">({number})</span>{unit}")
}

/// What a gap's list offers, in one row.
fn list(page: &Page, number: usize, offered: &[(ChoiceId, Localised<String>)]) -> String {
    page.row("offered", |tongue| {
        let number = number.to_string();
        let task = escaped(&tongue.paper.choose_for(&number));
        let choices = offered.iter().enumerate().map(|(n, (_, text))| {
            let text = text.get(&tongue.lang).map_or("", String::as_str);
            format!(
                "<span class=\"offer\"><span class=\"letter one\">{}</span><span class=\"said\">{}</span></span>",
                letter(n),
                escaped(text)
            )
        });
        let choices: Vec<String> = choices.collect();
        format!("<span class=\"task\">{task}</span> {}", choices.join(" "))
    })
}

/// Gap by gap; what each is worth where they differ, and which may change places.
fn filled(page: &Page, body: &Gaps, face: &Face, points: u32) -> String {
    let shown = numbered(page, face);
    let sum: usize = body.gaps.iter().map(|gap| usize::from(gap.weight)).sum();
    let has_weights = body.gaps.iter().any(|gap| gap.weight != 1);
    let mut all: Vec<String> = Vec::new();
    for (n, own) in shown.iter().enumerate() {
        let Some(gap) = body.gaps.iter().find(|gap| gap.id == own.id) else {
            continue;
        };
        let answer = match (&gap.fill, &own.field) {
            (Fill::Text(body), _) => text::typed(page, body),
            (Fill::Number(body), _) => number::right(page, body),
            (Fill::Pick(body), Field::Pick(offered)) => picked(body, offered),
            (Fill::Pick(_), _) => String::new(),
        };
        let worth = match has_weights {
            true => format!(" [{}]", Share::of(points * u32::from(gap.weight), sum)),
            false => String::new(),
        };
        all.push(given_at(&format!("({})", n + 1), &(answer + &worth)));
    }
    for group in &body.any_order {
        let places = shown
            .iter()
            .enumerate()
            .filter(|(_, gap)| group.contains(&gap.id));
        let places: Vec<String> = places.map(|(n, _)| format!("({})", n + 1)).collect();
        let said = page.inline(|tongue| tongue.paper.any_order(&places.join(", ")));
        all.push(format!("[{said}]"));
    }
    all.join(" ")
}
