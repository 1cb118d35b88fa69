//! Responses in short: as one types them on the command line, and as messages quote them.

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::pairs::Placed;

/// Ids, apart from one another by commas or spaces.
pub(crate) fn ids(text: &str) -> Option<Vec<ChoiceId>> {
    let ids = text.split([',', ' ']).filter(|id| !id.is_empty());
    ids.map(|id| id.parse().ok()).collect()
}

/// Pairs of ids, each with an equals sign.
pub(crate) fn pairs(text: &str) -> Option<Placed> {
    let pairs = text.split([',', ' ']).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (item, place) = pair.split_once('=')?;
        Some((item.parse().ok()?, place.parse().ok()?))
    });
    pairs.collect()
}

/// What messages say of a response with nothing in it.
pub(crate) const NOTHING: &str = "nothing";

/// The parts of a response as messages quote them.
pub(crate) fn list(all: &[String], between: &str, none: &str) -> String {
    match all {
        [] => none.to_owned(),
        all => all.join(between),
    }
}
