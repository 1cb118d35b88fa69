//! The result of an attempt: score, where the learner stands on each concept, earlier attempts.

use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::progress::{Mastery, Standing};
use jalon_engine::time::Moment;

use crate::part::icon::{Icon, icon};
use crate::part::{Phrase, Reader, say, say_with, text};
use crate::platform::date;
use crate::state::Store;
use jalon_view::{Element, IntoView, View, html};

pub(crate) const STYLES: &str = include_str!("../../style/outcomes/result.css");

pub(crate) fn result(store: &Store, again: fn(&Store)) -> Option<Element> {
    let reader = store.reader();
    let (mark, passed) = store.result()?;
    let words: Phrase = match passed {
        Some(true) => |w| w.passed,
        Some(false) => |w| w.not_passed,
        None => |w| w.handed_in,
    };
    let passed = passed != Some(false);
    let verdict = html::h3()
        .attr("id", "verdict")
        .child(icon(if passed { Icon::Check } else { Icon::Dash }))
        .child(html::span().child(say(reader, words)));
    let more = store.shows_more();
    let later = (!more).then(|| html::p().child(say(reader, |w| w.later)));
    Some(
        html::section()
            .class(if passed { "result passed" } else { "result" })
            .attr("id", "result")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "verdict")
            .attr("aria-describedby", "score")
            .child(verdict)
            .child(points(reader, mark, store.module().info().pass))
            .child(later)
            .child(more.then(|| concepts(store)))
            .child(calibration(store))
            .child(earlier(store))
            .child(attempts(store))
            .child(try_again(store, again)),
    )
}

/// How many attempts are left, where there is a limit.
fn attempts(store: &Store) -> Option<Element> {
    let left = store.attempts_left()?;
    let all = store.module().info().attempts.unwrap_or(0).into();
    let words = say_with(store.reader(), move |w| match left {
        0 => w.no_attempt_left(all),
        left => w.attempts_left(left),
    });
    Some(html::p().child(words))
}

fn try_again(store: &Store, again: fn(&Store)) -> Option<Element> {
    let (reader, store) = (store.reader(), store.clone());
    if store.attempts_left() == Some(0) {
        return None;
    }
    let button = html::button()
        .class("main")
        .attr("type", "button")
        .on("click", move |_| again(&store))
        .child(say(reader, |w| w.try_again));
    let hint = html::span()
        .class("hint")
        .child(say(reader, |w| w.other_words));
    Some(html::p().class("actions").child(button).child(hint))
}

/// How sure the learner was, and what to make of it.
fn calibration(store: &Store) -> Option<Vec<Element>> {
    let reader = store.reader();
    let calibration = store.calibration()?;
    let mut rows = html::ul().class("concepts");
    for (certainty, level) in Certainty::ALL.into_iter().zip(calibration.0) {
        if level.answers > 0 {
            let name = say_with(reader, move |w| (w.certainty)(certainty).to_owned());
            let right = say_with(reader, move |w| w.right_of(level.right, level.answers));
            let row = html::li().child(html::span().child(name));
            rows = rows.child(row.child(html::span().class("standing").child(right)));
        }
    }
    let says = calibration.confidence().map(|confidence| {
        let words = say_with(reader, move |w| (w.confidence)(confidence).to_owned());
        html::p().class("hint").child(words)
    });
    let mut all = vec![html::h4().child(say(reader, |w| w.calibration)), rows];
    all.extend(says);
    Some(all)
}

fn points(reader: Reader, mark: Mark, pass: u8) -> Element {
    if mark.possible() == 0 {
        return html::p()
            .attr("id", "score")
            .child(say(reader, |w| w.nothing_graded));
    }
    // A number says the same in every language.
    let percent = move || {
        let words = reader.words();
        words.first().map(|w| w.share(mark))
    };
    let detail = say_with(reader, move |w| {
        let points = w.count_points(mark.earned_hundredths(), mark.possible());
        [&points, ", ", &w.needed(pass.into())].concat()
    });
    html::p()
        .attr("id", "score")
        .child(html::strong().class("percent").child(percent))
        .child(" ")
        .child(html::span().class("hint").child(detail))
}

fn concepts(store: &Store) -> View {
    let store = store.clone();
    (move || {
        let (mut list, mut known) = (html::ul().class("concepts"), false);
        for mastery in store.mastery() {
            if mastery.standing() != Standing::Unknown {
                list = list.child(concept(&store, &mastery));
                known = true;
            }
        }
        let head = || html::h4().child(say(store.reader(), |w| w.by_concept));
        known.then(|| vec![head(), list])
    })
    .into_view()
}

fn concept(store: &Store, mastery: &Mastery) -> Option<Element> {
    let module = store.module();
    let name = module.bank().concept(&mastery.concept)?.name.clone();
    let standing = mastery.standing();
    let class = match standing {
        Standing::Solid => "standing solid",
        Standing::Growing => "standing growing",
        Standing::Weak | Standing::Unknown => "standing weak",
    };
    let words = say_with(store.reader(), move |w| (w.standing)(standing).to_owned());
    Some(
        html::li()
            .child(html::span().child(text(store.reader(), name)))
            .child(html::span().class(class).child(words)),
    )
}

fn earlier(store: &Store) -> View {
    let (reader, store) = (store.reader(), store.clone());
    (move || {
        let mut lines = html::ul().class("earlier");
        let attempts = store.earlier();
        let count = attempts.len();
        for (at, mark) in attempts {
            lines = lines.child(line(reader, at, mark));
        }
        (count > 0).then(|| {
            html::details()
                .child(html::summary().child(say_with(reader, move |w| w.earlier_attempts(count))))
                .child(lines)
        })
    })
    .into_view()
}

fn line(reader: Reader, at: Moment, mark: Mark) -> Element {
    let words = say_with(reader, move |w| {
        if mark.possible() == 0 {
            return date(at, w.lang);
        }
        [&date(at, w.lang), " – ", &w.share(mark)].concat()
    });
    html::li().class("hint").child(words)
}
