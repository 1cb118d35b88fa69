//! A list of which each item has two buttons, up and down, and a grip to drag it by.
//!
//! Each place is an element that stays; what moves are the texts in them. So the focus is never lost, and goes along with the
//! item at once.

use std::cell::Cell;
use std::rc::Rc;

use jalon_engine::feedback::{Detail, Verdict};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::order::Face;
use jalon_engine::lang::Localised;
use jalon_i18n::Words;
use leptos::prelude::*;

use super::QuestionCtx;
use super::how_id;
use super::items::{Aloud, Plain, on_one_line, outcome, plain, sentence, sentences, text_of};
use crate::part::{markup, say};
use crate::platform::{hold_pointer, pointer_height};
use jalon_view::{Element, IntoView, View, html};

/// What all places of a question share.
struct Board {
    ctx: Rc<QuestionCtx>,
    face: Face,
    plain: Plain,
    aloud: Rc<Aloud>,
    /// The place of the item that is being dragged.
    held: Cell<Option<usize>>,
    holds: ArcTrigger,
}

/// A way to move.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Up => "-up",
            Self::Down => "-down",
        }
    }
}

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> View {
    let reader = ctx.reader();
    let places = face.len();
    let board = Rc::new(Board {
        ctx: ctx.clone(),
        plain: plain(&face),
        face,
        aloud: Aloud::new(),
        held: Cell::new(None),
        holds: ArcTrigger::new(),
    });
    let mut list = html::ol().class("order");
    for at in 0..places {
        list = list.child(place(&board, at, places));
    }
    let hint = html::p()
        .class("hint")
        .attr("id", how_id(&ctx.name_id))
        .child(say(reader, |w| w.put_in_order));
    let mut all = hint.into_view();
    all.add(list);
    all.add(board.aloud.view(reader, "quiet"));
    all
}

fn place(board: &Rc<Board>, at: usize, places: usize) -> Element {
    let (words, mark, held) = (board.clone(), board.clone(), board.clone());
    let ctx = board.ctx.clone();
    let moves = html::span()
        .class("moves")
        .prop("hidden", move || ctx.is_settled())
        .child(board.grip(at, places))
        .child(board.button(at, Way::Up, at.checked_sub(1)))
        .child(board.button(at, Way::Down, Some(at + 1).filter(|to| *to < places)));
    html::li()
        .attr("id", board.id(at, ""))
        .attr("data-held", move || {
            held.holds.track();
            (held.held.get() == Some(at)).then_some("true")
        })
        .child(html::span().class("says").child(move || words.words(at)))
        .child(moves)
        .child(move || mark.mark(at))
}

impl Board {
    /// The items as they stand: in the order given, then those that it doesn't name, as they were drawn.
    fn now(&self) -> Vec<ChoiceId> {
        let mut now = match self.ctx.response() {
            Some(Response::Order(given)) => given,
            _ => Vec::new(),
        };
        for (id, _) in &self.face {
            if !now.contains(id) {
                now.push(*id);
            }
        }
        now
    }

    fn words(&self, at: usize) -> View {
        let now = self.now();
        let mut all = self.face.iter();
        let found = all.find(|(id, _)| Some(id) == now.get(at));
        let words =
            |(_, text): &(ChoiceId, _)| markup::line(self.ctx.reader(), Localised::clone(text));
        found.map(words).into_view()
    }

    fn plain_at(&self, at: usize) -> Localised<String> {
        let now = self.now();
        let text = now.get(at).map(|id| text_of(&self.plain, id));
        text.unwrap_or_default()
    }

    /// The button that moves the item in a place; without a place to go to, it is there and does nothing.
    fn button(self: &Rc<Self>, at: usize, way: Way, to: Option<usize>) -> Element {
        let (named, clicked) = (self.clone(), self.clone());
        let (name, sign): (fn(&Words, &str) -> String, _) = match way {
            Way::Up => (Words::move_up, "↑"),
            Way::Down => (Words::move_down, "↓"),
        };
        let button = html::button()
            .attr("type", "button")
            .attr("id", self.id(at, way.name()))
            .attr("aria-label", move || {
                let item = named.plain_at(at);
                let name = sentences(&item, |w, _, item| name(w, item));
                Some(on_one_line(named.ctx.reader(), &name))
            })
            .on("click", move |_| {
                if let Some(to) = to {
                    clicked.swap(at, to);
                    clicked
                        .ctx
                        .store
                        .focus(&["#", &clicked.id(to, way.name())].concat());
                }
            })
            .child(sign);
        match to {
            Some(_) => button,
            None => button.attr("aria-disabled", "true"),
        }
    }

    /// The id of a place or of something in it; ids are private to a shadow root.
    fn id(&self, at: usize, what: &str) -> String {
        [&self.ctx.name_id, "-", &at.to_string(), what].concat()
    }

    /// Where to take an item with mouse or finger. It stays when the item moves on, and hears of the pointer until that is let go.
    fn grip(self: &Rc<Self>, at: usize, places: usize) -> Element {
        let (taken, moved) = (self.clone(), self.clone());
        let mut grip = html::span()
            .class("grip")
            .attr("aria-hidden", "true")
            .on("pointerdown", move |event| {
                hold_pointer(&event);
                taken.hold(Some(at));
            })
            .on("pointermove", move |event| {
                moved.drag(pointer_height(&event), places);
            });
        for end in ["pointerup", "pointercancel"] {
            let board = self.clone();
            grip = grip.on(end, move |_| board.hold(None));
        }
        grip.child("≡")
    }

    fn hold(&self, at: Option<usize>) {
        self.held.set(at);
        self.holds.notify();
    }

    /// Moves the item that is held past those whose middle the pointer has passed.
    fn drag(&self, height: f64, places: usize) {
        let store = &self.ctx.store;
        let middle = |at| store.middle(&["#", &self.id(at, "")].concat());
        while let Some(at) = self.held.get() {
            let above = at.checked_sub(1).filter(|to| height < middle(*to));
            let below = Some(at + 1).filter(|to| *to < places && height > middle(*to));
            let Some(to) = above.or(below) else { break };
            self.swap(at, to);
            self.hold(Some(to));
        }
    }

    fn swap(&self, at: usize, to: usize) {
        let (mut now, text) = (self.now(), self.plain_at(at));
        if at.max(to) < now.len() {
            now.swap(at, to);
        }
        let places = now.len();
        self.ctx.respond(Response::Order(now));
        let told = sentence(&text, |w, _, item| w.now_at(item, to + 1, places));
        self.aloud.say(told);
    }

    fn mark(&self, at: usize) -> View {
        let feedback = self.ctx.feedback();
        let Some(Detail::Order(marks)) = feedback.as_deref().map(|own| &own.detail) else {
            return View::default();
        };
        let now = self.now();
        let place = marks
            .items
            .iter()
            .position(|mark| Some(&mark.id) == now.get(at));
        let right = place.and_then(|place| marks.items.get(place));
        let is_right = right.is_some_and(|mark| mark.is_right);
        let verdict = match marks.counted {
            None => Verdict::Unanswered,
            Some(_) if is_right => Verdict::Right,
            Some(_) => Verdict::Wrong,
        };
        let told = place.filter(|_| !is_right).map(|place| {
            let every = self.plain_at(at);
            every.map(|lang, _| jalon_i18n::of(lang).right_place(place + 1))
        });
        outcome(self.ctx.reader(), verdict, told).into_view()
    }
}
