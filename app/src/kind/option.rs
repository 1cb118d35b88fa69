//! An option to choose: a radio button or a check box, with its label.

use std::rc::Rc;

use leptos::prelude::*;

use super::question_ctx::QuestionCtx;
use crate::part::icon::{Icon, icon};
use crate::part::{Phrase, Reader, say};
use jalon_view::{Element, View, html};

/// An option: a radio button or a check box, with its label.
pub(super) trait Choosable {
    /// What the radio buttons are called of which one can be chosen; empty for those of the whole question.
    fn group(&self) -> &str {
        ""
    }
    fn is_picked(&self) -> bool;
    fn pick(&self, on: bool);
    /// Picked and right, once the attempt is over.
    fn mark(&self) -> Option<(bool, bool)>;
}

impl QuestionCtx {
    /// Draws an option.
    pub(super) fn option(
        &self,
        input_type: &'static str,
        label: View,
        option: Rc<dyn Choosable>,
    ) -> Element {
        let (store, reader) = (self.store.clone(), self.reader());
        let (asked, sender, question) = (option.clone(), option.clone(), self.question);
        let name = match option.group() {
            "" => self.question.as_str(),
            group => group,
        };
        let input = html::input()
            .attr("type", input_type)
            .attr("name", name.to_owned())
            .prop("checked", move || asked.is_picked())
            .prop("disabled", move || store.is_settled(&question))
            .on("change", move |event| {
                sender.pick(event_target_checked(&event))
            });
        let mark = move || {
            let mark = option.mark();
            mark.and_then(|(picked, right)| tag(reader, picked, right))
        };
        html::label()
            .class("option")
            .child(input)
            .child(html::span().class("says").child(label))
            .child(mark)
    }
}

/// What became of an option, in words.
fn tag(reader: Reader, picked: bool, right: bool) -> Option<Element> {
    let (class, sign) = match (picked, right) {
        (false, false) => return None,
        (_, true) => ("mark right", Icon::Check),
        (true, false) => ("mark wrong", Icon::Cross),
    };
    let words = |words: Phrase| html::span().child(say(reader, words));
    Some(
        html::span()
            .class(class)
            .child(icon(sign))
            .child(picked.then(|| {
                words(match right {
                    true => |w| w.your_answer,
                    false => |w| w.your_answer_wrong,
                })
            }))
            .child(right.then(|| words(|w| w.right_answer))),
    )
}
