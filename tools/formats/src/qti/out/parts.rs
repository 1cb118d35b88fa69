//! The parts of an item, which each kind fills.

use jalon_draft::Scoring;

use super::asked::ItemSource;
use super::quoted;
use super::rules::{Rules, condition, earn, is_correct, mapped, points};

/// An item without what all have.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) rules: Rules,
    pub(super) body: String,
    /// Attributes of ours.
    pub(super) marks: String,
}

impl Parts {
    pub(super) fn mark(&mut self, name: &str, value: &str) {
        self.marks
            .push_str(&format!(" data-jalon-{name}={}", quoted(value)));
    }

    /// Marks the only response against the correct one.
    pub(super) fn match_correct(&mut self) {
        self.rules
            .marks
            .push(condition(&is_correct("RESPONSE"), &earn(&points(1.0))));
        self.rules.template = Some("match_correct");
    }

    /// Marks the only response by its mapping.
    pub(super) fn map_response(&mut self) {
        self.rules
            .marks
            .push(format!("    {}\n", earn(&mapped("RESPONSE"))));
        self.rules.template = Some("map_response");
    }

    /// How what is right in part is marked, where that is said.
    pub(super) fn scoring(&mut self, scoring: Option<Scoring>) {
        let named = match scoring {
            None => return,
            Some(Scoring::AllOrNothing) => "all-or-nothing",
            Some(Scoring::Partial) => "partial",
            Some(Scoring::PartialWithPenalty) => "partial-with-penalty",
            Some(Scoring::RightMinusWrong) => "right-minus-wrong",
        };
        self.mark("scoring", named);
    }

    /// The prompt.
    pub(super) fn prompt(&mut self, asked: &ItemSource<'_>) {
        self.body.push_str(&format!(
            "    <div>{}</div>\n",
            asked.blocks(&asked.wording.prompt)
        ));
    }
}
