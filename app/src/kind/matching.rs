//! A menu of targets for each item.

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::feedback::{Detail, PairMark, Verdict};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::pairs::{Face, Placed, Uses};
use jalon_engine::lang::{Localised, Reading};
use jalon_engine::markup::Line;
use leptos::prelude::*;

use super::how_id;
use super::items::{
    Aloud, Plain, in_lang, note, on_one_line, on_paper, outcome, placed, plain, sentence,
    sentences, text_of,
};
use super::question_ctx::QuestionCtx;
use crate::part::Phrase;
use crate::part::{markup, said, say, tongues};
use jalon_view::{Element, IntoView, View, html};

/// What all menus of a question share.
struct Board {
    ctx: Rc<QuestionCtx>,
    uses: Uses,
    items: Plain,
    targets: Plain,
    aloud: Rc<Aloud>,
    taken: RefCell<Option<Taken>>,
}

/// A target that a menu has taken from another item. The arrow keys go through a menu option by option, each of which is chosen: until
/// the focus leaves the menu, going on gives the target back.
struct Taken {
    by: ChoiceId,
    from: ChoiceId,
    target: ChoiceId,
}

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face, uses: Uses) -> View {
    let reader = ctx.reader();
    let board = Rc::new(Board {
        ctx: ctx.clone(),
        uses,
        items: plain(&face.items),
        targets: plain(&face.places),
        aloud: Aloud::new(),
        taken: RefCell::default(),
    });
    let hint: Phrase = match uses {
        Uses::Once => |w| w.each_once,
        Uses::Often => |w| w.each_often,
    };
    let mut rows = html::div().class("pairs");
    for (n, (id, text)) in face.items.into_iter().enumerate() {
        rows = rows.child(row(&board, n, id, text));
    }
    let hint = html::p()
        .class("hint")
        .attr("id", how_id(&ctx.name_id))
        .child(say(reader, hint));
    let mut all = hint.into_view();
    all.add(rows);
    all.add(on_paper(reader, face.places));
    all.add(board.aloud.view(reader, "hint aloud"));
    all
}

fn row(board: &Rc<Board>, n: usize, item: ChoiceId, text: Localised<Line>) -> Element {
    let reader = board.ctx.reader();
    let field = [&board.ctx.name_id, "-", &n.to_string()].concat();
    let (chooser, left, chosen) = (board.clone(), board.clone(), item);
    let ctx = board.ctx.clone();
    let mut menu = html::select()
        .attr("id", &field)
        .attr("lang", move || match reader.reading() {
            Reading::In(lang) => Some(lang.as_str().to_owned()),
            Reading::Both => None,
        })
        .prop("hidden", move || ctx.is_settled())
        .on("blur", move |_| _ = left.taken.take())
        .on("change", move |event| {
            chooser.choose(&chosen, &event_target_value(&event));
        })
        .child(board.option(&item, None));
    for (target, _) in &board.targets {
        menu = menu.child(board.option(&item, Some(*target)));
    }
    let (board, chosen) = (board.clone(), board.clone());
    let label = html::label().attr("for", &field);
    html::div()
        .class("pair")
        .child(label.child(markup::line(reader, text)))
        .child(menu)
        .child(move || chosen.chosen(&item))
        .child(move || board.mark(&item))
}

impl Board {
    fn given(&self) -> Placed {
        placed(self.ctx.response())
    }

    /// One of the options of an item's menu: a target, or none.
    fn option(self: &Rc<Self>, item: &ChoiceId, target: Option<ChoiceId>) -> Element {
        let reader = self.ctx.reader();
        let (asked, own, wanted) = (self.clone(), *item, target);
        let (board, item) = (self.clone(), *item);
        let option = html::option()
            .attr(
                "value",
                target.map(|id| id.as_str().to_owned()).unwrap_or_default(),
            )
            .prop("selected", move || {
                asked.given().get(&own) == wanted.as_ref()
            });
        option.child(move || match &target {
            None => said(reader, |w| w.choose.to_owned()).into_view(),
            Some(target) => board.words(&item, target).into_view(),
        })
    }

    /// What a target is called in an item's menu.
    fn words(&self, item: &ChoiceId, target: &ChoiceId) -> String {
        let reader = self.ctx.reader();
        let words = text_of(&self.targets, target);
        let given = self.given();
        match given.item_in(target).filter(|other| *other != item) {
            Some(other) if self.uses == Uses::Once => {
                let other = text_of(&self.items, other);
                let used = sentences(&words, |w, lang, target| {
                    w.used_for(target, in_lang(&other, lang))
                });
                on_one_line(reader, &used)
            }
            _ => on_one_line(reader, words.all()),
        }
    }

    /// Gives an item a target, and takes it from another one if there is but one.
    fn choose(&self, item: &ChoiceId, target: &str) {
        let mut given = self.given();
        let mut targets = self.targets.iter();
        let target = targets.find(|(id, _)| id.as_str() == target);
        let mut told = Localised::default();
        given.take(item);
        if let Some(Taken { by, from, target }) = self.taken.take()
            && by == *item
            && given.get(&from).is_none()
            && given.item_in(&target).is_none()
        {
            given.put(from, target);
        }
        match target {
            None => {}
            Some((id, words)) => {
                let other = given.item_in(id).cloned();
                if let (Some(other), Uses::Once) = (other, self.uses) {
                    given.take(&other);
                    let (from, to) = (text_of(&self.items, &other), text_of(&self.items, item));
                    told = sentence(words, |w, lang, target| {
                        w.moved(target, in_lang(&from, lang), in_lang(&to, lang))
                    });
                    self.taken.replace(Some(Taken {
                        by: *item,
                        from: other,
                        target: *id,
                    }));
                }
                given.put(*item, *id);
            }
        }
        self.ctx.respond(Response::Match(given));
        self.aloud.say(told);
    }

    /// What an item was given, in whole: a menu cuts long texts off. It takes the place of the menu when there is nothing more to choose;
    /// before, it stands below, where the style shows it, and screen readers have the menu.
    fn chosen(&self, item: &ChoiceId) -> View {
        let given = self.given();
        let is_settled = self.ctx.is_settled();
        let text = given.get(item).map(|place| {
            let text = text_of(&self.targets, place);
            tongues(self.ctx.reader(), "span", text, |_, text| {
                text.clone().into_view()
            })
        });
        let chosen = text.map(|text| match is_settled {
            true => html::p().child(text),
            false => html::p()
                .class("chosen")
                .attr("aria-hidden", "true")
                .child(text),
        });
        chosen.into_view()
    }

    fn mark(&self, item: &ChoiceId) -> View {
        let reader = self.ctx.reader();
        let Some(mark) = judged(&self.ctx, item) else {
            return View::default();
        };
        let target = text_of(&self.targets, &mark.place);
        let expected =
            (!mark.is_right()).then(|| sentence(&target, |w, _, target| w.expected(target)));
        let verdict = match (&mark.given, mark.is_right()) {
            (None, _) => Verdict::Unanswered,
            (_, true) => Verdict::Right,
            (_, false) => Verdict::Wrong,
        };
        let mut all = outcome(reader, verdict, expected).into_view();
        all.add(note(reader, mark.note));
        all
    }
}

/// What became of an item, once the attempt is over.
pub(super) fn judged(ctx: &QuestionCtx, item: &ChoiceId) -> Option<PairMark> {
    match &ctx.feedback()?.detail {
        Detail::Pairs(marks) => marks.iter().find(|mark| mark.id == *item).cloned(),
        _ => None,
    }
}
