//! What became of a question, and why.

use jalon_engine::feedback::{Detail, Feedback, GapMark, Model, Overlooked, Verdict};
use jalon_engine::kind::Note;
use jalon_engine::kind::order::Credit;
use jalon_engine::lang::{Localised, Reading};
use jalon_i18n::{Quote, Words};

use super::icon::{Icon, icon};
use super::{Reader, markup, quote, say, say_with, text};
use jalon_view::{Element, View, html};

pub(crate) const STYLES: &str = include_str!("../../style/outcomes/verdict.css");

/// The class and the sign of a verdict.
fn look(verdict: Verdict) -> (&'static str, Icon) {
    match verdict {
        Verdict::Right => ("verdict right", Icon::Check),
        Verdict::Partly => ("verdict partly", Icon::Dash),
        Verdict::Wrong => ("verdict wrong", Icon::Cross),
        Verdict::Unanswered | Verdict::NotYet => ("verdict none", Icon::Dash),
        Verdict::Compare => ("verdict compare", Icon::Dash),
    }
}

/// The same for a part of a question.
pub(crate) fn told(verdict: Verdict) -> (&'static str, Icon) {
    let class = match verdict {
        Verdict::Right => "told right",
        Verdict::Partly => "told partly",
        Verdict::Wrong => "told wrong",
        Verdict::Unanswered | Verdict::NotYet | Verdict::Compare => "told none",
    };
    (class, look(verdict).1)
}

/// Verdict, what the kind has to say and to ask, and the explanation.
pub(crate) fn verdict(reader: Reader, feedback: &Feedback, asked: Vec<Element>) -> Element {
    let (class, sign) = look(feedback.verdict);
    let verdict = feedback.verdict;
    let head = html::strong().child(say_with(reader, move |w| (w.verdict)(verdict).to_owned()));
    let explanation = &feedback.explanation;
    // All wordings explain the key, or none does.
    let is_explained = explanation
        .all()
        .first()
        .is_some_and(|(_, text)| !text.0.is_empty());
    let why = is_explained.then(|| {
        html::div()
            .class("why")
            .child(html::p().class("label").child(say(reader, |w| w.why)))
            .child(markup::flow(reader, explanation.clone()))
    });
    let account = feedback
        .account
        .map(|account| html::p().child(say_with(reader, move |w| w.account(&account))));
    html::div()
        .class(class)
        .child(html::p().class("head").child(icon(sign)).child(head))
        .child(account)
        .child(detail(reader, &feedback.detail))
        .child(asked)
        .child(why)
}

fn detail(reader: Reader, detail: &Detail) -> View {
    let sentence = |text: View| html::p().child(text);
    let line = |note: &Note| sentence(markup::line(reader, note.clone()));
    let noted = |note: &Option<Note>| note.as_ref().map(line);
    let mut all = View::default();
    match detail {
        Detail::Withheld(notes) => {
            for note in notes {
                all.add(line(note));
            }
        }
        Detail::TrueFalse { note, .. } => all.add(noted(note)),
        Detail::Text {
            remark,
            model,
            note,
        } => {
            let (overlooked, language, rival, cost) = match remark {
                Some(remark) => (
                    remark.overlooked.as_ref(),
                    remark.other_language,
                    remark.rival.clone(),
                    usize::from(remark.cost),
                ),
                None => (None, None, None, 0),
            };
            let answer = match (overlooked, model) {
                (Some(overlooked), Some(Model::ReadAs(answer, lang))) => {
                    let words: fn(&'static Words) -> Quote = match overlooked {
                        Overlooked::Accents => |w| w.mind_the_accents,
                        Overlooked::Grammar => |w| w.mind_the_grammar,
                        Overlooked::Synonym => |w| w.also_called,
                        Overlooked::Order => |w| w.usual_order,
                        Overlooked::Words => |w| w.in_short,
                        Overlooked::Spelling => |w| w.mind_the_spelling,
                    };
                    Some(quote(reader, words, answer.clone(), *lang))
                }
                (_, Some(Model::PerLanguage(answers))) => Some(expected(reader, answers)),
                _ => None,
            };
            let language = language
                .map(|lang| say_with(reader, move |w| w.other_language((w.language_name)(&lang))));
            let rival = rival.map(|rival| quote(reader, |w| w.too_close, rival, None));
            let cost = (cost > 0).then(|| say_with(reader, move |w| w.taken_off(cost)));
            for text in [rival, answer, cost, language] {
                all.add(text.map(sentence));
            }
            all.add(noted(note));
        }
        Detail::Number {
            found,
            given,
            key,
            note,
        } => {
            if let (true, Some(given), Some(key)) = (found.is_right(), given, key) {
                let near = quantities(reader, &given.unit, |w, unit| {
                    w.near_enough(&w.quantity(given, unit), &w.quantity(key, unit))
                });
                all.add(sentence(near));
            } else {
                for (quantity, words) in [
                    (given, Words::read_as as fn(&Words, &str) -> String),
                    (key, Words::expected),
                ] {
                    if let Some(quantity) = quantity {
                        all.add(sentence(quantities(reader, &quantity.unit, |w, unit| {
                            words(w, &w.quantity(quantity, unit))
                        })));
                    }
                }
            }
            all.add(noted(note));
        }
        Detail::Gaps(marks) => all.add(gaps(reader, marks)),
        Detail::Pairs(marks) => {
            let (mut hits, mut given) = (0, 0);
            for mark in marks {
                hits += usize::from(mark.is_right());
                given += usize::from(mark.given.is_some());
            }
            if given > 0 {
                all.add(counted(reader, Words::items_right, hits, marks.len()));
            }
        }
        Detail::Order(marks) => {
            let words: Option<Counted> = match marks.credit {
                Credit::Neighbours => Some(Words::neighbours_right),
                Credit::Positions => Some(Words::places_right),
                Credit::AllOrNothing => None,
            };
            if let (Some(words), Some((hits, of))) = (words, marks.counted) {
                all.add(counted(reader, words, hits, of));
            }
        }
        // A choice says it beside each choice, an essay beside its checklist.
        _ => {}
    }
    all
}

/// What became of each gap, and what its own kind has to say.
fn gaps(reader: Reader, marks: &[GapMark]) -> Element {
    let number = marks.len();
    let mut list = html::ul().class("gaps");
    for mark in as_read(&reader.reading(), marks) {
        let (class, sign) = told(mark.verdict);
        let name = mark
            .place
            .map(|lang, place| jalon_i18n::of(lang).gap(*place, number));
        let verdict = mark.verdict;
        let head = html::p()
            .class("head")
            .child(icon(sign))
            .child(html::span().child(text(reader, name)))
            .child(
                html::strong().child(say_with(reader, move |w| (w.verdict)(verdict).to_owned())),
            );
        let again = mark
            .again
            .then(|| html::p().child(say(reader, |w| w.counted_already)));
        let item = html::li().attr("class", class).child(head).child(again);
        list = list.child(item.child(detail(reader, &mark.detail)));
    }
    list
}

/// The gaps in the order in which the text on screen has them; where several are, that of the first.
fn as_read<'a>(reading: &Reading, marks: &'a [GapMark]) -> Vec<&'a GapMark> {
    let place = |mark: &GapMark| {
        let mut places = mark.place.iter();
        let shown = places.find(|(lang, _)| reading.shows(lang));
        shown.map_or(0, |(_, place)| *place)
    };
    let mut ordered: Vec<&GapMark> = Vec::new();
    for mark in marks {
        let before = |own: &&&GapMark| place(own) <= place(mark);
        let at = ordered.iter().take_while(before).count();
        ordered.insert(at, mark);
    }
    ordered
}

/// A sentence about so many of so many.
type Counted = fn(&Words, usize, usize) -> String;

/// How much is right, where not all of it is.
fn counted(reader: Reader, words: Counted, hits: usize, of: usize) -> Option<Element> {
    let sentence = || say_with(reader, move |w| words(w, hits, of));
    (hits < of).then(|| html::p().child(sentence()))
}

/// A sentence about quantities of a unit, written as each language writes them.
fn quantities(
    reader: Reader,
    unit: &Localised<String>,
    sentence: impl Fn(&Words, &str) -> String,
) -> View {
    text(
        reader,
        unit.map(|lang, unit| sentence(jalon_i18n::of(lang), unit)),
    )
}

/// Each answer in its own language, said in that language.
fn expected(reader: Reader, answers: &Localised<String>) -> View {
    let sentences = answers.map(|lang, answer| jalon_i18n::of(lang).expected(answer));
    text(reader, sentences)
}
