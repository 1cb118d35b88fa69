//! J102: a number or a code that one language has and another hasn't.

use super::figures::{Figure, figures, means};
use super::sides::Sides;
use super::words::Tongue;
use super::{Advice, Asked, Check, Part, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J102",
    name: "numbers-differ",
    summary: "A number or a code is in every wording in one language, and in none in another.",
    why: "A clause, the number of a standard or a limit is the same in every language. One that differs is a slip of the keyboard, \
          or stayed behind when the other language was brought up to date, and the two groups of learners are asked different things. \
          Numbers in words count, and so do the ways in which each language writes them. A choice whose \
          number stands alone against all other wordings is found too.",
    source: "International Test Commission, Guidelines for Translating and Adapting Tests (2nd ed., 2017), on evidence that items have the \
             same meaning in all versions.",
    bad: "[[question.en]]\nprompt = \"Which standard has the 93 controls?\"\n\n[[question.fr]]\nprompt = \"Quelle norme contient les 39 \
          mesures ?\"",
    better: "[[question.fr]]\nprompt = \"Quelle norme contient les 93 mesures ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let mut parts = vec![Part::Prompt, Part::Gapped];
    let ids = asked.wordings.iter().flat_map(|wording| &wording.texts);
    let has_figures = |text: &Text<'_>| text.plain.bytes().any(|byte| byte.is_ascii_digit());
    if !ids.clone().any(has_figures) {
        return;
    }
    for text in ids {
        if matches!(text.part, Part::Of(..)) && !parts.contains(&text.part) {
            parts.push(text.part);
        }
    }
    let sides = Sides::of(asked);
    for part in parts {
        let before = advice.number();
        sides.iter().for_each(|sides| compare(sides, part, advice));
        if advice.number() == before && matches!(part, Part::Of(..)) {
            stands_alone(asked, part, advice);
        }
    }
}

/// A text of a part, with the wording it is in and its figures.
struct Stated<'a> {
    wording: &'a Worded<'a>,
    text: &'a Text<'a>,
    figures: Vec<Figure>,
}

impl<'a> Stated<'a> {
    fn of(wording: &'a Worded<'a>, part: Part) -> Option<Self> {
        let text = wording.text(part)?;
        Some(Self {
            wording,
            text,
            figures: figures(&text.plain, Tongue::of(&wording.lang)),
        })
    }

    fn has(&self, value: &str) -> bool {
        self.figures.iter().any(|figure| figure.value == value)
    }

    /// Where the text says it, as it is written.
    fn written(&self, value: &str) -> Option<&'a str> {
        let figure = self.figures.iter().find(|figure| figure.value == value)?;
        self.text.plain.get(figure.bytes.clone())
    }
}

/// True when a wording says a number anywhere, in whatever way.
fn says(wording: &Worded<'_>, value: &str) -> bool {
    let tongue = Tongue::of(&wording.lang);
    wording.texts.iter().any(|text| means(&text.plain, tongue, value))
}

/// What every text of one side has and nobody on the other side says.
fn only_here<'a>(one: &[Stated<'a>], other: &[&Worded<'_>]) -> Vec<String> {
    let Some((first, rest)) = one.split_first() else {
        return Vec::new();
    };
    let mut values: Vec<&String> = Vec::new();
    for figure in &first.figures {
        if !values.contains(&&figure.value) {
            values.push(&figure.value);
        }
    }
    let everywhere = values
        .into_iter()
        .filter(|value| rest.iter().all(|text| text.has(value)));
    let alone = everywhere.filter(|value| !other.iter().any(|wording| says(wording, value)));
    alone.cloned().collect()
}

fn compare(sides: &Sides<'_>, part: Part, advice: &mut Advice) {
    let stated = |side: &[&Worded<'_>]| -> usize { side.len() };
    let all = |side: &[&'_ Worded<'_>]| side.iter().all(|wording| wording.text(part).is_some());
    if stated(&sides.one) == 0 || !all(&sides.one) || !all(&sides.other) {
        return;
    }
    let [there, back] = sides.both_ways().map(|sides| {
        let one: Vec<Stated<'_>> = sides.one.iter().filter_map(|own| Stated::of(own, part)).collect();
        let values = only_here(&one, &sides.other);
        let first = one.into_iter().next();
        (first, values, sides)
    });
    let (Some(one), Some(other)) = (&there.0, &back.0) else {
        return;
    };
    match (there.1.as_slice(), back.1.as_slice()) {
        ([], []) => {}
        ([value], [own]) => {
            let (Some(value), Some(own)) = (one.written(value), other.written(own)) else {
                return;
            };
            let message = format!(
                "{} says `{value}`, and {} `{own}`",
                sides.every(),
                sides.turned().every()
            );
            let given = advice.give(other.text.find(own), message);
            let label = format!("`{value}` in `{}`", one.wording.lang);
            given.label(one.text.find(value), label).help("write the same number in both");
        }
        (values, own) => {
            tell(&there.2, one, other, values, advice);
            tell(&back.2, other, one, own, advice);
        }
    }
}

/// Tells of numbers that one side has and the other hasn't.
fn tell(sides: &Sides<'_>, at: &Stated<'_>, elsewhere: &Stated<'_>, values: &[String], advice: &mut Advice) {
    let written: Vec<&str> = values.iter().filter_map(|value| at.written(value)).collect();
    let Some((first, rest)) = written.split_first() else {
        return;
    };
    let message = if rest.is_empty() {
        format!("`{first}` is in {}, and {}", sides.every(), sides.not_there())
    } else {
        let all = crate::suggest::one_of(written.iter().copied()).replace(" or ", " and ");
        format!("{all} are in {}, and {}", sides.every(), sides.not_there())
    };
    let given = advice.give(at.text.find(first), message);
    let label = format!("in `{}`", elsewhere.wording.lang);
    given.label(elsewhere.text.span(), label).help("say it in both, or in neither");
}

/// A choice whose text says one number in one wording, and another in all the others. (Prompts may well differ: one asks about another
/// case.)
fn stands_alone(asked: &Asked<'_>, part: Part, advice: &mut Advice) {
    let stated: Vec<Stated<'_>> = asked.wordings.iter().filter_map(|one| Stated::of(one, part)).collect();
    if stated.len() < 3 {
        return;
    }
    for (n, own) in stated.iter().enumerate() {
        let others = || stated.iter().enumerate().filter(|(at, _)| *at != n).map(|(_, one)| one);
        let Some(next) = others().next() else { continue };
        let shared = next.figures.iter().map(|figure| &figure.value);
        let missing = shared
            .filter(|value| others().all(|one| one.has(value)) && !says(own.wording, value))
            .min();
        let strange = own.figures.iter().map(|figure| &figure.value);
        let strange = strange.filter(|value| !others().any(|one| says(one.wording, value))).min();
        let (Some(missing), Some(strange)) = (missing, strange) else {
            continue;
        };
        let (Some(missing), Some(strange)) = (next.written(missing), own.written(strange)) else {
            continue;
        };
        let message = format!("this wording says `{strange}`, and every other one `{missing}`");
        advice
            .give(own.text.find(strange), message)
            .label(next.text.find(missing), format!("`{missing}` in `{}`", next.wording.lang))
            .help("write the same number in all of them");
    }
}
