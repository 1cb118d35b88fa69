//! Radio buttons, or check boxes where several may be picked.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::{Face, Pick, Picks, Response as Picked};
use jalon_engine::kind::{NotReady, Note, Response};

use super::how_id;
use super::option::Choosable;
use super::question_ctx::QuestionCtx;
use crate::part::{markup, say_with};
use jalon_view::{Element, IntoView, View, html};

/// How the choices picked are a response to a question of its kind.
pub(super) type Wrap = fn(Picked) -> Response;

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face, wrap: Wrap) -> View {
    let reader = ctx.reader();
    let hint = match face.pick {
        Pick::One => None,
        Pick::Several(picks) => Some(how_many(ctx.clone(), picks)),
    };
    let mut options = html::div().class("options");
    for (id, text) in face.choices {
        let one = Rc::new(ChoiceOption {
            ctx: ctx.clone(),
            pick: face.pick,
            id,
            wrap,
        });
        let input_type = match face.pick {
            Pick::One => "radio",
            Pick::Several(_) => "checkbox",
        };
        let label = markup::line(reader, text);
        options = options
            .child(ctx.option(input_type, label, one.clone()))
            .child(move || one.note());
    }
    let mut all = hint.into_view();
    all.add(options);
    all
}

/// One of the choices.
pub(super) struct ChoiceOption {
    pub(super) ctx: Rc<QuestionCtx>,
    pub(super) pick: Pick,
    pub(super) id: ChoiceId,
    pub(super) wrap: Wrap,
}

impl ChoiceOption {
    /// Picked and right, and a word on it.
    fn judged(&self) -> Option<(bool, bool, Option<Note>)> {
        let feedback = self.ctx.feedback()?;
        let Detail::Choice(marks) = &feedback.detail else {
            return None;
        };
        let mark = marks.iter().find(|mark| mark.id == self.id)?;
        Some((mark.picked, mark.right, mark.note.clone()))
    }

    /// A word on it, for those who picked it.
    fn note(&self) -> Option<Element> {
        let note = self.judged()?.2?;
        let words = markup::line(self.ctx.reader(), note);
        Some(html::p().class("note").child(words))
    }
}

impl Choosable for ChoiceOption {
    fn is_picked(&self) -> bool {
        picked(self.ctx.response()).contains(&self.id)
    }

    fn pick(&self, on: bool) {
        let now = picked(self.ctx.response());
        let picked = changed(self.pick, now, &self.id, on);
        self.ctx.respond((self.wrap)(picked));
    }

    fn mark(&self) -> Option<(bool, bool)> {
        self.judged().map(|(picked, right, _)| (picked, right))
    }
}

/// How many choices to pick; where there are too many, that too.
fn how_many(ctx: Rc<QuestionCtx>, picks: Picks) -> Element {
    let reader = ctx.reader();
    let how = how_id(&ctx.name_id);
    let (least, most) = (picks.least.into(), picks.most.map(usize::from));
    let too_many = move || {
        let most = match ctx.store.not_ready(&ctx.question) {
            Some(NotReady::PickFewer(most)) => Some(usize::from(most)),
            _ => None,
        };
        let words = |most| say_with(reader, move |w| w.too_many_picked(most));
        most.map(|most| html::strong().child(words(most)))
    };
    html::p()
        .class("hint")
        .attr("id", how)
        .child(say_with(reader, move |w| w.how_many(least, most)))
        .child(" ")
        .child(html::span().attr("role", "status").child(too_many))
}

fn picked(response: Option<Response>) -> Picked {
    match response {
        Some(Response::Choice(picked) | Response::Hotspot(picked)) => picked,
        _ => Picked::default(),
    }
}

fn changed(pick: Pick, mut now: Picked, id: &ChoiceId, on: bool) -> Picked {
    if pick == Pick::One {
        now.clear();
    }
    if on {
        now.insert(*id);
    } else {
        now.remove(id);
    }
    now
}
