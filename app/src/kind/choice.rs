//! Radio buttons, or check boxes where several may be picked.

use std::rc::Rc;

use jalon_engine::feedback::{ChoiceMark, Detail, Feedback};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::{Face, Pick, Picks, Response as Picked};
use jalon_engine::kind::{NotReady, Response};

use super::{Choosable, Desk};
use crate::part::el::{El, Part, View, el, live};
use crate::part::{markup, say_with};

pub(super) fn inputs(desk: &Rc<Desk>, face: Face) -> View {
    let reader = desk.store.reader();
    let hint = match face.pick {
        Pick::One => None,
        Pick::Several(picks) => Some(how_many(desk.clone(), picks)),
    };
    let mut options = el("div").class("options");
    for (id, text) in face.choices {
        options = options.child(one(desk, face.pick, id, markup::line(reader, text)));
    }
    let mut all = hint.alone();
    all.add(options);
    all
}

fn one(desk: &Rc<Desk>, pick: Pick, id: ChoiceId, label: View) -> View {
    let reader = desk.store.reader();
    let (own, asked, sender) = (id.clone(), desk.clone(), desk.clone());
    let mark = {
        let (id, desk) = (id.clone(), desk.clone());
        move || mark_of(desk.store.feedback(&desk.question)?, &id)
    };
    let note = mark.clone();
    let option = desk.option(Choosable {
        input_type: match pick {
            Pick::One => "radio",
            Pick::Several(_) => "checkbox",
        },
        label,
        checked: Box::new(move || picked(asked.response()).contains(&own)),
        pick: Box::new(move |on| {
            let now = picked(sender.response());
            sender.respond(Response::Choice(changed(pick, now, &id, on)));
        }),
        mark: Box::new(move || mark().map(|mark| (mark.picked, mark.right))),
    });
    let note = live(move || {
        let note = note().and_then(|mark| mark.note);
        note.map(|note| el("p").class("note").child(markup::line(reader, note)))
            .alone()
    });
    let mut all = option.alone();
    all.add(note);
    all
}

/// How many choices to pick; where there are too many, that too.
fn how_many(desk: Rc<Desk>, picks: Picks) -> El {
    let reader = desk.store.reader();
    let (least, most) = (picks.least.into(), picks.most.map(usize::from));
    let too_many = live(move || {
        let most = match desk.store.not_ready(&desk.question) {
            Some(NotReady::PickFewer(most)) => Some(usize::from(most)),
            _ => None,
        };
        let words = |most| say_with(reader, move |w| w.too_many_picked.count(&[most]));
        most.map(|most| el("strong").child(words(most))).alone()
    });
    el("p")
        .class("hint")
        .child(say_with(reader, move |w| w.how_many(least, most)))
        .child(" ")
        .child(el("span").attr("role", "status").child(too_many))
}

fn picked(response: Option<Response>) -> Picked {
    match response {
        Some(Response::Choice(picked)) => picked,
        _ => Picked::default(),
    }
}

fn changed(pick: Pick, mut now: Picked, id: &ChoiceId, on: bool) -> Picked {
    if pick == Pick::One {
        now.clear();
    }
    if on {
        now.insert(id.clone());
    } else {
        now.remove(id);
    }
    now
}

fn mark_of(feedback: Feedback, id: &ChoiceId) -> Option<ChoiceMark> {
    match feedback.detail {
        Detail::Choice(marks) => marks.into_iter().find(|mark| mark.id == *id),
        _ => None,
    }
}
