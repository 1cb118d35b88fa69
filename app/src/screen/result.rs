//! The result of an attempt: score, where the learner stands on each concept, earlier attempts.

use jalon_engine::grade::Score;
use jalon_engine::progress::{Attempt, Mastery, Standing};
use leptos::prelude::*;

use crate::edge::date;
use crate::part::el::{El, Part, el, live};
use crate::part::icon::{Icon, icon};
use crate::part::{Reader, say, text};
use crate::state::Store;

pub(super) fn result(store: Store, again: impl Fn() + 'static) -> Option<El> {
    let reader = store.reader;
    let (score, passed) = store.result()?;
    let verdict = el("h3")
        .attr("id", "verdict")
        .child(icon(if passed { Icon::Check } else { Icon::Dash }))
        .child(el("span").child(say(
            reader,
            move |w| if passed { w.passed } else { w.not_passed },
        )));
    let button = el("button")
        .class("main")
        .attr("type", "button")
        .on("click", move |_| again())
        .child(say(reader, |w| w.try_again));
    let hint = el("span")
        .class("hint")
        .child(say(reader, |w| w.other_words));
    Some(
        el("section")
            .class(if passed { "result passed" } else { "result" })
            .attr("id", "result")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "verdict")
            .attr("aria-describedby", "score")
            .child(verdict)
            .child(points(reader, score, store.module().info().pass))
            .child(concepts(store))
            .child(earlier(store))
            .child(el("p").class("actions").child(button).child(hint)),
    )
}

fn points(reader: Reader, score: Score, pass: u8) -> El {
    let percent = say(reader, move |w| (w.percent)(score.percent()));
    let detail = say(reader, move |w| {
        format!(
            "{}, {}",
            (w.points)(score.earned, score.possible),
            (w.needed)(pass)
        )
    });
    el("p")
        .attr("id", "score")
        .child(el("strong").class("percent").child(percent))
        .child(" ")
        .child(el("span").child(detail))
}

fn concepts(store: Store) -> Vec<El> {
    let rows = live(move || {
        let asked = store
            .mastery()
            .into_iter()
            .filter(|m| m.standing() != Standing::Unknown);
        asked
            .filter_map(|mastery| concept(store, &mastery))
            .collect::<Vec<_>>()
            .alone()
    });
    vec![
        el("h4").child(say(store.reader, |w| w.by_concept)),
        el("ul").class("concepts").child(rows),
    ]
}

fn concept(store: Store, mastery: &Mastery) -> Option<El> {
    let module = store.module();
    let name = module.bank().concept(&mastery.concept)?.name.clone();
    let standing = mastery.standing();
    let class = match standing {
        Standing::Solid => "standing solid",
        Standing::Growing => "standing growing",
        Standing::Weak | Standing::Unknown => "standing weak",
    };
    let words = say(store.reader, move |w| (w.standing)(standing));
    Some(
        el("li")
            .child(el("span").child(text(store.reader, name)))
            .child(el("span").class(class).child(words)),
    )
}

fn earlier(store: Store) -> AnyView {
    let reader = store.reader;
    live(move || {
        let attempts = store.earlier();
        let count = attempts.len();
        let lines: Vec<El> = attempts
            .iter()
            .map(|attempt| line(reader, attempt))
            .collect();
        let details = (count > 0).then(|| {
            el("details")
                .child(el("summary").child(say(reader, move |w| (w.earlier_attempts)(count))))
                .child(el("ul").class("earlier").child(lines))
        });
        details.alone()
    })
}

fn line(reader: Reader, attempt: &Attempt) -> El {
    let (percent, at) = (attempt.score().percent(), attempt.submitted);
    let words = say(reader, move |w| {
        format!("{} – {}", date(at, w.lang), (w.percent)(percent))
    });
    el("li").child(words)
}
