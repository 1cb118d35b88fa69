//! The result of an attempt: score, where the learner stands on each concept, earlier attempts.

use jalon_engine::bank::ModuleInfo;
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::progress::{Mastery, Standing};
use jalon_engine::time::Moment;

use crate::part::icon::{Icon, icon};
use crate::part::{Phrase, Reader, said, say, say_with, text};
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
            .attr("part", "result")
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
            .child(missed(store))
            .child(next_steps(store, passed, again)),
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

/// Links to the questions that earned less than they could, by their numbers.
fn missed(store: &Store) -> Option<Element> {
    let numbers = store.missed();
    if numbers.is_empty() {
        return None;
    }
    let mut list = html::ul().class("missed");
    for n in numbers {
        let (reader, store) = (store.reader(), store.clone());
        let link = html::button()
            .attr("type", "button")
            .attr("aria-label", move || {
                Some(said(reader, move |w| w.question(n)))
            })
            .on("click", move |_| {
                store.focus_soon(["#q", &n.to_string()].concat())
            })
            .child(n.to_string());
        list = list.child(html::li().child(link));
    }
    let head = html::h4().child(say(store.reader(), |w| w.questions_missed));
    Some(html::div().child(head).child(list))
}

/// Where to go from here. After an attempt that passes, to the next module, if the page says where modules are.
fn next_steps(store: &Store, passed: bool, again: fn(&Store)) -> Element {
    let (reader, module) = (store.reader(), store.module());
    let options = store.options();
    let mut infos = module.bank().modules().iter();
    let is_own = |info: &&ModuleInfo| info.id == module.info().id;
    let next = infos.by_ref().find(is_own).and_then(|_| infos.next());
    let next = next.and_then(|next| {
        let title = next.title.clone();
        let link = html::a()
            .attr("href", options.module(&next.id)?)
            .child(
                html::span()
                    .class("label")
                    .child(say(reader, |w| w.next_module)),
            )
            .child(" ")
            .child(text(reader, title));
        Some(if passed { link.class("main") } else { link })
    });
    let lesson = options.module(&module.info().id).map(|address| {
        html::a()
            .attr("href", address)
            .child(say(reader, |w| w.read_again))
    });
    let (retry, hint) = match store.attempts_left() {
        Some(0) => (None, None),
        _ => try_again(store, passed && next.is_some(), again),
    };
    html::div()
        .child(
            html::p()
                .class("actions")
                .child(next)
                .child(retry)
                .child(lesson),
        )
        .child(hint)
}

fn try_again(
    store: &Store,
    is_second: bool,
    again: fn(&Store),
) -> (Option<Element>, Option<Element>) {
    let (reader, asks_the_same) = (store.reader(), store.module().asks_again_in_other_words());
    let store = store.clone();
    let button = html::button()
        .attr("type", "button")
        .on("click", move |_| again(&store))
        .child(say(reader, |w| w.try_again));
    let button = if is_second {
        button
    } else {
        button.class("main")
    };
    let words: Phrase = match asks_the_same {
        true => |w| w.other_words,
        false => |w| w.other_questions,
    };
    let hint = html::p().class("hint").child(say(reader, words));
    (Some(button), Some(hint))
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
        Standing::Growing | Standing::Unconfirmed => "standing growing",
        Standing::Weak | Standing::Unknown => "standing weak",
    };
    let count = mastery.answers as usize;
    let words = say_with(store.reader(), move |w| {
        [(w.standing)(standing), " (", &w.from_questions(count), ")"].concat()
    });
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
