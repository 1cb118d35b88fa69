//! Responses in short, as one types them on the command line.

use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::kind::gaps::{self, Fill, Gaps};
use jalon_engine::kind::pairs::Placed;

/// Ids, apart from one another by commas or spaces.
pub(super) fn ids(text: &str) -> Option<Vec<ChoiceId>> {
    let ids = text.split([',', ' ']).filter(|id| !id.is_empty());
    ids.map(|id| id.parse().ok()).collect()
}

/// Pairs of ids, each with an equals sign.
pub(super) fn pairs(text: &str) -> Option<Placed> {
    let pairs = text.split([',', ' ']).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (item, place) = pair.split_once('=')?;
        Some((item.parse().ok()?, place.parse().ok()?))
    });
    pairs.collect()
}

/// What is typed for short for a text with gaps: `count=93; verb=shall`.
pub(super) fn gaps_in(body: &Gaps, text: &str) -> Option<gaps::Response> {
    let mut response = gaps::Response::default();
    for part in text.split(';') {
        let (id, given) = part.split_once('=')?;
        let (id, given): (GapId, _) = (id.trim().parse().ok()?, given.trim());
        let gap = body.gaps.iter().find(|gap| gap.id == id)?;
        let given = match gap.fill {
            Fill::Text(_) => gaps::Given::Text(given.to_owned()),
            Fill::Number(_) => gaps::Given::Number(given.to_owned()),
            Fill::Pick(_) => gaps::Given::Pick(given.parse().ok()?),
        };
        response.put(id, given);
    }
    Some(response)
}
