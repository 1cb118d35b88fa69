//! What is right on a form, and what it earns.

use jalon_engine::feedback::Quantity;
use jalon_engine::grade::Pattern;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::Choice;
use jalon_engine::kind::gaps::{Field, Fill, Gaps};
use jalon_engine::kind::number::Number;
use jalon_engine::kind::pairs::Pairs;
use jalon_engine::kind::text::Text;
use jalon_engine::kind::{Body, FaceBody, gaps, pairs};
use jalon_engine::lang::Lang;
use jalon_engine::markup::{Block, Markup};

use super::form::{Asked, Form, letter};
use super::marking::{self, Share};
use super::page::{Page, Tongue};
use super::question::numbered;
use crate::html::{element, escaped};

/// A row for each question: what is right, how it is marked, and why, in short.
pub(super) fn rows(page: &Page, form: &Form<'_>) -> String {
    let rows = form.asked.iter().map(|asked| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"earned\">{}</td></tr>\n",
            asked.number,
            row(page, asked),
            asked.points
        )
    });
    let heads = [
        String::new(),
        page.inline(|tongue| tongue.paper.answer.to_owned()),
        page.inline(|tongue| tongue.paper.points_earned.to_owned()),
    ];
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    format!(
        "<table class=\"key\"><thead><tr>{heads}</tr></thead><tbody>\n{}</tbody></table>\n",
        rows.collect::<String>()
    )
}

fn row(page: &Page, asked: &Asked<'_>) -> String {
    let marking = marking::of(asked.question);
    let marked = page.say("task", |tongue| marking.say(tongue));
    let marked = match marking {
        marking::Marking::Whole => "",
        _ => &marked,
    };
    let why = page.row("why", |tongue| {
        let wording = asked.wordings.iter().find(|(lang, _)| *lang == tongue.lang);
        wording.map_or_else(String::new, |(_, wording)| {
            in_short(page, &wording.explanation)
        })
    });
    let id = escaped(asked.question.id.as_str());
    let answer = answer(page, asked);
    format!("<div class=\"right\"><span class=\"id\">{id}</span>{answer}</div>\n{marked}{why}")
}

/// The first paragraph of an explanation, or whatever comes first.
fn in_short(page: &Page, text: &Markup) -> String {
    let first: Vec<Block> = text.0.first().cloned().into_iter().collect();
    page.blocks(&Markup::from(first), None)
}

/// Something that is right, as it stands on an answer sheet.
fn given(text: &str) -> String {
    format!("<span class=\"given\">{}</span>", escaped(text))
}

fn answer(page: &Page, asked: &Asked<'_>) -> String {
    match (&asked.question.body, &asked.face.body) {
        (Body::Choice(body), FaceBody::Choice(face)) => picked(body, &face.choices),
        (Body::Hotspot(body), FaceBody::Hotspot(face)) => {
            picked(&body.choice, &face.choice.choices)
        }
        (Body::TrueFalse(body), _) => leaf_truth(page, body.key),
        (Body::Text(body), _) => typed(page, body),
        (Body::Number(body), _) => number(page, body),
        (Body::Match(body), FaceBody::Match(face, _)) => placed(&body.pairs, face),
        (Body::Classify(body), FaceBody::Classify(face)) => placed(body, face),
        (Body::Order(body), FaceBody::Order(face)) => {
            let places = face.iter().enumerate().map(|(n, (id, _))| {
                let place = body.place(id).map_or(0, |place| place + 1);
                labelled(&letter(n), &given(&place.to_string()))
            });
            places.collect::<Vec<_>>().join(" ")
        }
        (Body::Gaps(body), FaceBody::Gaps(face)) => filled(page, body, face, asked.points),
        (Body::Essay(_), _) => checklist(page, asked),
        // A question's face is of its own kind.
        _ => String::new(),
    }
}

fn labelled(label: &str, answer: &str) -> String {
    format!("<span class=\"offer\"><span class=\"label\">{label}</span>{answer}</span>")
}

fn letter_of<T>(id: &ChoiceId, among: &[(ChoiceId, T)]) -> String {
    let place = among.iter().position(|(own, _)| own == id);
    place.map_or_else(String::new, letter)
}

/// The letters of what is right, in order, and what others weigh.
fn picked<T>(body: &Choice, shown: &[(ChoiceId, T)]) -> String {
    let right = shown.iter().filter(|(id, _)| body.key.contains(id));
    let right: Vec<String> = right.map(|(id, _)| given(&letter_of(id, shown))).collect();
    let weighed = shown.iter().filter_map(|(id, _)| {
        let item = body.choices.iter().find(|item| item.id == *id)?;
        let weight = item.weight.filter(|weight| *weight != 0)?;
        let sign = if weight < 0 { "\u{2212}" } else { "+" };
        Some(format!(
            "{} {sign}{}\u{A0}%",
            letter_of(id, shown),
            weight.unsigned_abs()
        ))
    });
    let weighed: Vec<String> = weighed.collect();
    let weighed = match weighed.as_slice() {
        [] => String::new(),
        all => format!(" ({})", all.join(", ")),
    };
    right.join(", ") + &weighed
}

fn leaf_truth(page: &Page, key: bool) -> String {
    let said = page.inline(|tongue| {
        let words = tongue.words;
        if key { words.is_true } else { words.is_false }.to_owned()
    });
    format!("<span class=\"given\">{said}</span>")
}

fn placed(body: &Pairs, face: &pairs::Face) -> String {
    let items = face.items.iter().enumerate().map(|(n, (id, _))| {
        let place = body
            .item(id)
            .map_or_else(String::new, |item| letter_of(&item.place, &face.places));
        labelled(&(n + 1).to_string(), &given(&place))
    });
    items.collect::<Vec<_>>().join(" ")
}

/// Every answer that counts, whatever its language; those to teach first, then those that earn everything.
fn typed(page: &Page, body: &Text) -> String {
    let models = page.tongues().iter();
    let models: Vec<&str> = models
        .map(|tongue| body.model_answer_in(&tongue.lang))
        .collect();
    let rank = |answer: &str| {
        let place = models.iter().position(|model| *model == answer);
        let credit = body.credit_of(answer);
        (place.unwrap_or(models.len()), 100 - credit.min(100))
    };
    let mut all: Vec<((usize, u8), String)> = Vec::new();
    for (lang, answer) in body.answers() {
        let rank = rank(answer);
        let class = match rank {
            (place, _) if place < models.len() => "given model",
            (_, 0) => "given",
            _ => "in-part",
        };
        let lang = lang.map_or_else(String::new, |lang: &Lang| format!(" lang=\"{lang}\""));
        let answer = escaped(answer);
        all.push((
            rank,
            format!("<span class=\"{class}\"{lang}>{answer}</span>"),
        ));
    }
    for Pattern { source, .. } in &body.patterns {
        let code = element("code", &escaped(source));
        let said = page.inline(|tongue| tongue.paper.pattern.to_owned());
        all.push((rank(source), format!("{said} {code}")));
    }
    all.sort_by_key(|(rank, _)| *rank);
    let said = all.into_iter().map(|((_, less), said)| match less {
        0 => said,
        less => format!("{said} ({}\u{A0}%)", 100 - less),
    });
    let said: Vec<String> = said.chain(enough(page, body)).collect();
    format!("<span class=\"typed\">{}</span>", said.join("; "))
}

/// The words that are enough, where some are.
fn enough(page: &Page, body: &Text) -> Option<String> {
    let words = &body.leeway.words;
    (!words.is_empty()).then(|| {
        page.inline(|tongue| {
            let Some(own) = words.get(&tongue.lang) else {
                return String::new();
            };
            let lists = own.all.iter().map(|list| list.join(" / "));
            let lists: Vec<String> = lists.collect();
            tongue.paper.enough_words(&lists.join(" + "))
        })
    })
}

/// The number, and between which bounds others are as right.
fn number(page: &Page, body: &Number) -> String {
    let quantity = |number: &str, to: Option<&str>, tongue: &Tongue| {
        let quantity = Quantity {
            number: number.to_owned(),
            to: to.map(str::to_owned),
            unit: body.unit.clone(),
        };
        let unit = body.unit.get(&tongue.lang).map_or("", String::as_str);
        tongue.words.quantity(&quantity, unit)
    };
    let [from, to] = [&body.key.from, &body.key.to].map(|bound| in_decimals(bound.as_str()));
    let value = body.key.value.as_ref();
    let model = value.map_or(from.as_str(), |value| value.as_str());
    let said = page.inline(|tongue| quantity(model, None, tongue));
    let said = format!("<span class=\"given\">{said}</span>");
    if from == to {
        return said;
    }
    let range = page.inline(|tongue| {
        let range = quantity(&from, Some(&to), tongue);
        tongue.paper.also_right(&range)
    });
    format!("{said} ({range})")
}

/// A fraction in decimals, where these end; any other number as it is.
fn in_decimals(plain: &str) -> String {
    let end = plain.find(['%', 'e']).unwrap_or(plain.len());
    let (number, rest) = plain.split_at(end);
    let fraction = number.split_once('/').and_then(|(above, below)| {
        Some((above.parse::<i128>().ok()?, below.parse::<i128>().ok()?))
    });
    let Some((above, below)) = fraction.filter(|(_, below)| *below > 0) else {
        return plain.to_owned();
    };
    let mut scale: i128 = 1;
    for places in 0..=MOST_DECIMALS {
        let Some(whole) = above.checked_mul(scale) else {
            break;
        };
        if whole % below == 0 {
            let whole = whole / below;
            let (sign, size) = (if whole < 0 { "-" } else { "" }, whole.unsigned_abs());
            let scale = scale.unsigned_abs();
            let (units, decimals) = (size / scale, size % scale);
            return match places {
                0 => format!("{sign}{units}{rest}"),
                _ => format!("{sign}{units}.{decimals:0places$}{rest}"),
            };
        }
        scale *= 10;
    }
    plain.to_owned()
}

/// The most decimals that anybody reads with ease.
const MOST_DECIMALS: usize = 12;

/// Gap by gap; what each is worth where they differ, and which may change places.
fn filled(page: &Page, body: &Gaps, face: &gaps::Face, points: u32) -> String {
    let shown = numbered(page, face);
    let sum: usize = body.gaps.iter().map(|gap| usize::from(gap.weight)).sum();
    let has_weights = body.gaps.iter().any(|gap| gap.weight != 1);
    let mut all: Vec<String> = Vec::new();
    for (n, own) in shown.iter().enumerate() {
        let Some(gap) = body.gaps.iter().find(|gap| gap.id == own.id) else {
            continue;
        };
        let answer = match (&gap.fill, &own.field) {
            (Fill::Text(body), _) => typed(page, body),
            (Fill::Number(body), _) => number(page, body),
            (Fill::Pick(body), Field::Pick(offered)) => picked(body, offered),
            (Fill::Pick(_), _) => String::new(),
        };
        let worth = match has_weights {
            true => format!(" [{}]", Share::of(points * u32::from(gap.weight), sum)),
            false => String::new(),
        };
        all.push(labelled(&format!("({})", n + 1), &(answer + &worth)));
    }
    for group in &body.any_order {
        let places = shown
            .iter()
            .enumerate()
            .filter(|(_, gap)| group.contains(&gap.id));
        let places: Vec<String> = places.map(|(n, _)| format!("({})", n + 1)).collect();
        let said = page.inline(|tongue| tongue.paper.any_order(&places.join(", ")));
        all.push(format!("[{said}]"));
    }
    all.join(" ")
}

/// The model answer of an essay, and the points that it makes.
fn checklist(page: &Page, asked: &Asked<'_>) -> String {
    let wording = |lang: &Lang| asked.wordings.iter().find(|(own, _)| own == lang);
    let note = page.inline(|tongue| tongue.paper.not_marked.to_owned());
    let points = page.row("why", |tongue| {
        let Some((_, wording)) = wording(&tongue.lang) else {
            return String::new();
        };
        let model = page.blocks(&wording.model, None);
        let points = wording.choices.iter();
        let points: String = points
            .map(|(_, point)| element("li", &page.line(point)))
            .collect();
        let label = escaped(tongue.paper.checklist);
        format!("{model}<p class=\"task\">{label}</p><ul class=\"checklist\">{points}</ul>")
    });
    format!("{note}{points}")
}

#[cfg(test)]
mod tests {
    use super::in_decimals;

    #[test]
    fn bounds_are_written_in_decimals_where_these_end() {
        for (plain, expected) in [
            ("3600/100%", "36%"),
            ("9/8", "1.125"),
            ("-5/4", "-1.25"),
            ("1/1000", "0.001"),
            ("1/3", "1/3"),
            ("1 3/4", "1 3/4"),
            ("93", "93"),
            ("1.5e6", "1.5e6"),
            ("1/0", "1/0"),
        ] {
            assert_eq!(in_decimals(plain), expected);
        }
    }
}
