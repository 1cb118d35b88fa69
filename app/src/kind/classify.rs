//! Radio buttons with the categories for each item.

use std::rc::Rc;

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::pairs::Face;

use super::items::note;
use super::items::placed;
use super::matching::judged;
use super::option::Choosable;
use super::question_ctx::QuestionCtx;
use crate::part::markup;
use jalon_view::{Element, html};

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> Element {
    let reader = ctx.reader();
    let mut rows = html::div().class("sorts");
    for (item, text) in face.items {
        let mut options = html::div().class("options");
        for (place, text) in &face.places {
            let one = CategoryOption {
                ctx: ctx.clone(),
                // No id has a stroke in it, so that no other group is called so.
                group: [ctx.question.as_str(), "/", item.as_str()].concat(),
                item,
                place: *place,
            };
            let label = markup::line(reader, text.clone());
            options = options.child(ctx.option("radio", label, Rc::new(one)));
        }
        let legend = html::legend().child(markup::line(reader, text));
        let ctx = ctx.clone();
        let row = html::fieldset().class("sort").child(legend).child(options);
        rows = rows
            .child(row.child(move || note(reader, judged(&ctx, &item).and_then(|mark| mark.note))));
    }
    rows
}

/// One of the categories for one of the items.
struct CategoryOption {
    ctx: Rc<QuestionCtx>,
    group: String,
    item: ChoiceId,
    place: ChoiceId,
}

impl Choosable for CategoryOption {
    fn group(&self) -> &str {
        &self.group
    }

    fn is_picked(&self) -> bool {
        placed(self.ctx.response()).get(&self.item) == Some(&self.place)
    }

    fn pick(&self, on: bool) {
        if on {
            let mut given = placed(self.ctx.response());
            given.put(self.item, self.place);
            self.ctx.respond(Response::Classify(given));
        }
    }

    fn mark(&self) -> Option<(bool, bool)> {
        let mark = judged(&self.ctx, &self.item)?;
        let picked = mark.given.as_ref() == Some(&self.place);
        Some((picked, mark.place == self.place))
    }
}
