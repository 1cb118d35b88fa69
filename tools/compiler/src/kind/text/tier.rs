//! The tiers of typed answers, in words.

use jalon_engine::grade::{Accepted, Tier};

/// What of a right answer was overlooked, for an author.
pub(super) fn explained(accepted: &Accepted) -> String {
    match (accepted.tier, accepted.slip) {
        (Tier::Exact, _) => "to the letter".to_owned(),
        (Tier::Form, _) => "apart from case, spacing or punctuation".to_owned(),
        (Tier::Accents, _) => "apart from accents".to_owned(),
        (Tier::Article, _) => "apart from an article".to_owned(),
        (Tier::Number, _) => "apart from a number in words or in figures".to_owned(),
        (Tier::Grammar, _) => "apart from endings and articles inside".to_owned(),
        (Tier::Synonym, _) => "by another name".to_owned(),
        (Tier::Order, _) => "in another order".to_owned(),
        (Tier::Pattern, _) => "a pattern".to_owned(),
        (Tier::Words, _) => "because the required words are there".to_owned(),
        (Tier::Typo, Some(slip)) => {
            format!(
                "apart from typing slips ({} of {} that are forgiven)",
                slip.distance, slip.budget
            )
        }
        (Tier::Typo, None) => "apart from a typing slip".to_owned(),
    }
}

/// The name of a tier in a trace.
pub(super) fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Form => "form",
        Tier::Accents => "accents",
        Tier::Article => "article",
        Tier::Number => "number",
        Tier::Grammar => "grammar",
        Tier::Synonym => "synonym",
        Tier::Order => "order",
        Tier::Pattern => "pattern",
        Tier::Words => "words",
        Tier::Typo => "typo",
    }
}
