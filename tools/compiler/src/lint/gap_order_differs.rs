//! J112: a pair of texts whose gaps stand in another order.

use jalon_engine::id::GapId;

use super::sides::Sides;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Tree, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::GAP_ORDER_DIFFERS,
    summary: "The gaps of a text stand in another order in one language than in the other.",
    why: "To those who read both languages, the two texts are shown side by side. Who fills the first gap of one fills the last gap of the other, \
          and can't see why.",
    source: "International Test Commission, Guidelines for Translating and Adapting Tests (2nd ed., 2017), on the same task in all \
             versions.",
    bad: "[[question.en]]\ntext = \"{{what}} comes before {{who}}.\"\n\n[[question.fr]]\ntext = \"{{who}} vient après {{what}}.\"",
    better: "[[question.fr]]\ntext = \"{{what}} vient avant {{who}}.\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    for sides in Sides::of(asked).iter().filter(|sides| sides.is_pair()) {
        let (Some(one), Some(other)) = (sides.one.first(), sides.other.first()) else {
            continue;
        };
        let (first, second) = (gaps(one), gaps(other));
        let Some((own, their)) = first.iter().zip(&second).find(|(a, b)| a != b) else {
            continue;
        };
        let Some(text) = other.text(Part::Gapped) else {
            continue;
        };
        let message = format!(
            "the gap `{their}` stands where the wording in `{}` has `{own}`",
            one.lang
        );
        advice
            .give(text.find(&format!("{{{{{their}}}}}")), message)
            .help("put the gaps of both texts in one order: they are shown side by side");
    }
}

/// The gaps of the text, in order.
fn gaps(wording: &Worded<'_>) -> Vec<GapId> {
    match wording.text(Part::Gapped).map(|text| text.tree) {
        Some(Tree::Blocks(markup)) => markup.gaps().into_iter().copied().collect(),
        _ => Vec::new(),
    }
}
