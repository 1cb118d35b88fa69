//! How large a question may be: what follows looks at the parts of a question beside one another.

use jalon_draft::Draft;

use crate::loss::Losses;

/// How many choices, items, gaps or answers a question may have together.
pub(crate) const MOST_PARTS: usize = 1000;

/// How many languages a file may have.
pub(crate) const MOST_LANGS: usize = 64;

/// Takes out the questions that no learner could answer, and notes them.
pub(crate) fn without_giants(draft: &mut Draft, losses: &mut Losses) {
    for (_, module) in &mut draft.modules {
        module.questions.retain(|question| {
            let parts = question.body.kind().size();
            if parts > MOST_PARTS {
                let name = Some(&question.common.id).filter(|id| !id.is_empty());
                let name = name.map_or_else(
                    || "the question".to_owned(),
                    |id| format!("the question {id}"),
                );
                let why = format!("it has {parts} parts, and at most {MOST_PARTS} are read");
                losses.dropped(name, why);
            }
            parts <= MOST_PARTS
        });
    }
}
