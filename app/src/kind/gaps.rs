//! A running text with fields and lists in it.

use std::cell::Cell;
use std::rc::Rc;

use jalon_engine::feedback::{Detail, Verdict};
use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::kind::gaps::{Face, Field, GapFace, Given, Width};
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::{Lang, Localised};
use leptos::prelude::*;

use super::QuestionCtx;
use super::how_id;
use crate::part::verdict::told;
use crate::part::{icon, markup, say};
use jalon_view::{Element, IntoView, View, html};

pub(crate) const STYLES: &str = include_str!("../../style/kinds/gaps.css");

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> View {
    let (reader, how) = (ctx.reader(), how_id(&ctx.name_id));
    let sheet = Rc::new(Sheet {
        ctx: ctx.clone(),
        gaps: face.gaps,
        typing: Cell::new(None),
        focus: Cell::new(None),
    });
    let any_text = |gap: &GapFace| matches!(gap.field, Field::Text(_));
    let hint = sheet.gaps.iter().any(any_text) && reader.languages().len() > 1;
    let text = face.text;
    let filled = move || {
        let reading = reader.reading();
        let mut all = View::default();
        let mut focus = sheet.focus.get();
        for (lang, text) in text.iter() {
            if !reading.shows(lang) {
                continue;
            }
            // Another language may have its words in another order, and the field somewhere else.
            if let Some(n) = focus.take() {
                sheet
                    .ctx
                    .store
                    .focus_soon(["#", &sheet.input_id(n, lang)].concat());
            }
            let part = markup::gapped(reader, text, &|id| sheet.gap(id, lang).into_view());
            let one = html::div()
                .class("tongue")
                .attr("lang", lang.as_str().to_owned());
            all.add(one.child(part));
        }
        all
    };
    let mut all = html::div().class("gapped").child(filled).into_view();
    if hint {
        all.add(
            html::p()
                .class("hint")
                .attr("id", how)
                .child(say(reader, |w| w.any_language)),
        );
    }
    all
}

/// The fields of one text, in every language.
struct Sheet {
    ctx: Rc<QuestionCtx>,
    gaps: Vec<GapFace>,
    /// Which gap is being typed in: half a number is no mistake.
    typing: Cell<Option<usize>>,
    /// Which gap has the focus.
    focus: Cell<Option<usize>>,
}

impl Sheet {
    fn input_id(&self, n: usize, lang: &Lang) -> String {
        [&self.ctx.name_id, "-", &n.to_string(), "-", lang.as_str()].concat()
    }

    fn given(&self, gap: &GapId) -> Option<Given> {
        match self.ctx.response() {
            Some(Response::Gaps(all)) => all.get(gap).cloned(),
            _ => None,
        }
    }

    fn fill(&self, gap: &GapId, given: Option<Given>) {
        let mut all = match self.ctx.response() {
            Some(Response::Gaps(all)) => all,
            _ => Default::default(),
        };
        match given {
            Some(given) => all.put(*gap, given),
            None => all.clear(gap),
        }
        self.ctx.respond(Response::Gaps(all));
    }

    /// Why what is in a gap can't be judged, once the learner has left it.
    fn problem(&self, n: usize, gap: &GapId) -> Option<NotReady> {
        match self.ctx.store.not_ready(&self.ctx.question) {
            Some(NotReady::Gaps(all)) if self.typing.get() != Some(n) => {
                let own = all.into_iter().find(|(own, _)| own == gap);
                own.map(|(_, problem)| problem)
            }
            _ => None,
        }
    }

    fn verdict(&self, gap: &GapId) -> Option<Verdict> {
        match &self.ctx.feedback()?.detail {
            Detail::Gaps(marks) => {
                let own = marks.iter().find(|mark| mark.id == *gap);
                own.map(|mark| mark.verdict)
            }
            _ => None,
        }
    }

    /// The field of a gap, and what is said about it, in one language.
    fn gap(self: &Rc<Self>, id: &GapId, lang: &Lang) -> Option<Element> {
        let n = self.gaps.iter().position(|gap| gap.id == *id)?;
        let gap = self.gaps.get(n)?;
        let words = jalon_i18n::of(lang);
        let place = gap.place.get(lang).copied().unwrap_or(0);
        let input = self.input_id(n, lang);
        let hint = [&input, "-hint"].concat();
        let field = match &gap.field {
            Field::Text(width) => self.typed(n, gap, size(*width), false),
            Field::Number(_) => self.typed(n, gap, "9", true),
            Field::Pick(choices) => self.list(gap, choices, lang),
        };
        let (invalid, named, focused, left) = (self.clone(), *id, self.clone(), self.clone());
        let ctx = self.ctx.clone();
        let field = field
            .attr("id", &input)
            .attr("aria-label", words.gap(place, self.gaps.len()))
            .attr("aria-describedby", &hint)
            .attr("aria-invalid", move || {
                invalid.problem(n, &named).map(|_| "true")
            })
            .prop("disabled", move || ctx.is_settled())
            .on("focus", move |_| focused.focus.set(Some(n)))
            .on("blur", move |_| left.focus.set(None));
        let (unit, known) = match &gap.field {
            Field::Number(face) => (
                face.shown.as_ref().and_then(|unit| unit.get(lang)).cloned(),
                face.known.get(lang).cloned().unwrap_or_default(),
            ),
            _ => (None, String::new()),
        };
        let unit = unit.map(|unit| ["\u{A0}", &unit].concat());
        let (asked, named) = (self.clone(), *id);
        let advice = move || match asked.problem(n, &named) {
            Some(NotReady::Number(why)) => words.unread(&why, &known),
            Some(_) => words.too_long.to_owned(),
            None => String::new(),
        };
        let (asked, named) = (self.clone(), *id);
        let mark = move || {
            asked.verdict(&named).map(|verdict| {
                let words = html::span().class("quiet").child((words.verdict)(verdict));
                let (class, sign) = told(verdict);
                html::span()
                    .class(class)
                    .child(icon::icon(sign))
                    .child(words)
            })
        };
        Some(
            html::span()
                .class("gap")
                .child(field)
                .child(unit)
                .child(mark)
                .child(html::span().class("aside").attr("id", &hint).child(advice)),
        )
    }

    fn typed(
        self: &Rc<Self>,
        n: usize,
        gap: &GapFace,
        size: &'static str,
        is_number: bool,
    ) -> Element {
        let send = |typing: Option<usize>| {
            let (sheet, id) = (self.clone(), gap.id);
            move |event| {
                let text = event_target_value(&event);
                sheet.typing.set(typing);
                let given = match is_number {
                    true => Given::Number(text),
                    false => Given::Text(text),
                };
                sheet.fill(&id, Some(given));
            }
        };
        let (asked, id) = (self.clone(), gap.id);
        html::input()
            .attr("type", "text")
            .attr("size", size)
            .attr("inputmode", if is_number { "decimal" } else { "text" })
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .prop("value", move || match asked.given(&id) {
                Some(Given::Text(text) | Given::Number(text)) => text,
                _ => String::new(),
            })
            .on("input", send(Some(n)))
            .on("change", send(None))
    }

    fn list(
        self: &Rc<Self>,
        gap: &GapFace,
        choices: &[(ChoiceId, Localised<String>)],
        lang: &Lang,
    ) -> Element {
        let (sheet, id) = (self.clone(), gap.id);
        let option = |choice: Option<&ChoiceId>, text: String| {
            let (asked, id) = (self.clone(), gap.id);
            let own = choice.cloned().map(Given::Pick);
            html::option()
                .attr(
                    "value",
                    choice
                        .map(|choice| choice.as_str().to_owned())
                        .unwrap_or_default(),
                )
                .prop("selected", move || asked.given(&id) == own)
                .child(text)
        };
        let mut list = html::select().on("change", move |event| {
            let picked = event_target_value(&event).parse().ok();
            sheet.fill(&id, picked.map(Given::Pick));
        });
        list = list.child(option(None, jalon_i18n::of(lang).choose.to_owned()));
        for (choice, text) in choices {
            let text = text.get(lang).cloned().unwrap_or_default();
            list = list.child(option(Some(choice), text));
        }
        list
    }
}

/// How many letters a field shows.
fn size(width: Width) -> &'static str {
    match width {
        Width::Short => "9",
        Width::Medium => "18",
        Width::Long => "30",
    }
}
