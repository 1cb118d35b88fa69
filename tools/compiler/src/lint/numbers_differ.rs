//! J102: a number or a code that one language has and another hasn't.

use jalon_engine::lang::Lang;

use super::figures::{Figure, figures_of, in_words, means};
use super::sides::Sides;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Text, Usual, Worded};
use crate::language;

pub(super) const RULE: Rule = Rule {
    id: LintId::NUMBERS_DIFFER,
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

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let texts = asked.wordings.iter().flat_map(|wording| &wording.texts);
    let remarks = asked.remarks.iter().flatten().map(|(_, text)| text);
    if !texts.clone().chain(remarks).any(|text| has_figures(text)) {
        // In pairs, numbers in words are compared too.
        let has_words = |wording: &Worded<'_>| {
            let language = language::of(&wording.lang);
            let mut texts = wording.texts.iter();
            texts.any(|text| !in_words(&text.plain, language).is_empty())
        };
        if !asked.wordings.iter().any(has_words) {
            return;
        }
    }
    let mut parts: Vec<Part> = Vec::new();
    for text in texts {
        if !parts.contains(&text.part) {
            parts.push(text.part);
        }
    }
    let sides = Sides::of(asked);
    for part in parts {
        let before = advice.number();
        for sides in &sides {
            let side =
                |wordings: &[&'_ Worded<'_>]| wordings.iter().all(|own| own.text(part).is_some());
            if side(&sides.one) && side(&sides.other) {
                compare(sides, part, advice);
            }
        }
        if advice.number() == before && matches!(part, Part::Of(..)) {
            stands_alone(asked, part, advice);
        }
    }
    for remark in &asked.remarks {
        compare_remarks(asked, remark, advice);
    }
}

fn has_figures(text: &Text<'_>) -> bool {
    text.plain.bytes().any(|byte| byte.is_ascii_digit())
}

/// A text, with its figures.
struct Stated<'a> {
    lang: Lang,
    text: &'a Text<'a>,
    figures: Vec<Figure>,
}

impl<'a> Stated<'a> {
    fn new(lang: Lang, text: &'a Text<'a>) -> Self {
        Self {
            lang,
            text,
            figures: figures_of(text, language::of(&lang)),
        }
    }

    fn of(wording: &'a Worded<'a>, part: Part) -> Option<Self> {
        Some(Self::new(wording.lang, wording.text(part)?))
    }

    /// Takes numbers in words as figures, too.
    fn add_words(&mut self) {
        let found = in_words(&self.text.plain, language::of(&self.lang));
        self.figures.extend(found);
    }

    fn has(&self, value: &str) -> bool {
        self.figures.iter().any(|figure| figure.value == value)
    }

    fn says(&self, value: &str) -> bool {
        means(self.text, language::of(&self.lang), value)
    }

    /// Where the text says it, as it is written.
    fn written(&self, value: &str) -> Option<&'a str> {
        let figure = self.figures.iter().find(|figure| figure.value == value)?;
        self.text.plain.get(figure.bytes.clone())
    }

    /// The values that it has, each once.
    fn values(&self) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        for figure in &self.figures {
            if !values.contains(&figure.value) {
                values.push(figure.value.clone());
            }
        }
        values
    }
}

/// One side of a comparison: its texts of one part, and what a message calls them.
struct Side<'a> {
    stated: Vec<Stated<'a>>,
    /// Everything that its readers read.
    all: Vec<(Lang, &'a Text<'a>)>,
    every: String,
    not_there: String,
}

impl<'a> Side<'a> {
    fn of_wordings(sides: &Sides<'a>, part: Part) -> Self {
        let all = sides
            .one
            .iter()
            .flat_map(|own| own.texts.iter().map(|text| (own.lang, text)));
        Self {
            stated: sides
                .one
                .iter()
                .filter_map(|own| Stated::of(own, part))
                .collect(),
            all: all.collect(),
            every: sides.every(),
            not_there: sides.turned().not_there(),
        }
    }

    /// What every text of this side has and nobody on the other side says.
    fn alone(&self, other: &Self) -> Vec<String> {
        let Some((first, rest)) = self.stated.split_first() else {
            return Vec::new();
        };
        let says = |value: &str| {
            other
                .all
                .iter()
                .any(|(lang, text)| means(text, language::of(lang), value))
        };
        let mut values = first.values();
        values.retain(|value| rest.iter().all(|text| text.has(value)) && !says(value));
        values
    }

    /// The one value that this text has and the one on the other side hasn't, whatever is said elsewhere.
    fn odd(&self, other: &Self) -> Option<String> {
        let ([own], [their]) = (self.stated.as_slice(), other.stated.as_slice()) else {
            return None;
        };
        let mut values = own.values();
        values.retain(|value| !their.says(value));
        match values.as_slice() {
            [value] => Some(value.clone()),
            _ => None,
        }
    }
}

fn compare(sides: &Sides<'_>, part: Part, advice: &mut Advice) {
    let one = Side::of_wordings(sides, part);
    let other = Side::of_wordings(&sides.turned(), part);
    compare_sides(one, other, advice);
}

/// What learners are told by their answer, in two languages.
fn compare_remarks(asked: &QuestionCtx<'_>, remark: &[(Lang, Text<'_>)], advice: &mut Advice) {
    let Some(((first, text), rest)) = remark.split_first() else {
        return;
    };
    for (lang, other) in rest {
        let side = |lang: Lang, text| {
            let wordings = asked.in_lang(&lang).flat_map(|own| &own.texts);
            Side {
                stated: vec![Stated::new(lang, text)],
                all: std::iter::once(text)
                    .chain(wordings)
                    .map(|text| (lang, text))
                    .collect(),
                every: format!("{} in `{lang}`", text.part.name()),
                not_there: format!("not in that in `{lang}`"),
            }
        };
        compare_sides(side(*first, text), side(*lang, other), advice);
    }
}

fn compare_sides(mut one: Side<'_>, mut other: Side<'_>, advice: &mut Advice) {
    let (alone, own) = (one.alone(&other), other.alone(&one));
    if let ([], []) = (alone.as_slice(), own.as_slice()) {
        // One number in the place of another, even where both are said elsewhere: 27001 and 27002, 9.2 and 9.3, three and four.
        if let ([first], [second]) = (one.stated.as_mut_slice(), other.stated.as_mut_slice()) {
            first.add_words();
            second.add_words();
        }
        if let (Some(value), Some(own)) = (one.odd(&other), other.odd(&one))
            && has_same_form(&value, &own)
        {
            tell_of_two(&one, &other, &value, &own, advice);
        }
        return;
    }
    match (alone.as_slice(), own.as_slice()) {
        ([value], [own]) => tell_of_two(&one, &other, value, own, advice),
        (values, own) => {
            tell(&one, &other, values, advice);
            tell(&other, &one, own, advice);
        }
    }
}

/// True for values with as many digits between the same points.
fn has_same_form(one: &str, other: &str) -> bool {
    let form = |value: &str| value.split('.').map(str::len).collect::<Vec<_>>();
    form(one) == form(other) || [one, other].iter().all(|value| value.len() <= 2)
}

/// Tells of a number that one side has in the place of that on the other side.
fn tell_of_two(one: &Side<'_>, other: &Side<'_>, value: &str, own: &str, advice: &mut Advice) {
    let (Some(first), Some(second)) = (one.stated.first(), other.stated.first()) else {
        return;
    };
    let (Some(value), Some(own)) = (first.written(value), second.written(own)) else {
        return;
    };
    let message = format!("{} says `{value}`, and {} `{own}`", one.every, other.every);
    let label = format!("`{value}` in `{}`", first.lang);
    advice
        .give(second.text.find(own), message)
        .label(first.text.find(value), label)
        .help("write the same number in both");
}

/// Tells of numbers that one side has and the other hasn't.
fn tell(at: &Side<'_>, elsewhere: &Side<'_>, values: &[String], advice: &mut Advice) {
    let (Some(own), Some(other)) = (at.stated.first(), elsewhere.stated.first()) else {
        return;
    };
    let written: Vec<&str> = values
        .iter()
        .filter_map(|value| own.written(value))
        .collect();
    let Some((first, rest)) = written.split_first() else {
        return;
    };
    let message = if rest.is_empty() {
        format!("`{first}` is in {}, and {}", at.every, elsewhere.not_there)
    } else {
        let all = crate::suggest::one_of(written.iter().copied()).replace(" or ", " and ");
        format!("{all} are in {}, and {}", at.every, elsewhere.not_there)
    };
    advice
        .give(own.text.find(first), message)
        .label(other.text.span(), format!("in `{}`", other.lang))
        .help("say it in both, or in neither");
}

/// A choice whose text says one number in one wording, and another in all the others. (Prompts may well differ: one asks about another
/// case.)
fn stands_alone(asked: &QuestionCtx<'_>, part: Part, advice: &mut Advice) {
    let stated = asked
        .wordings
        .iter()
        .filter_map(|one| Some((one, Stated::of(one, part)?)));
    let stated: Vec<(&Worded<'_>, Stated<'_>)> = stated.collect();
    if stated.len() < 3 {
        return;
    }
    let says = |wording: &Worded<'_>, value: &str| {
        let language = language::of(&wording.lang);
        wording
            .texts
            .iter()
            .any(|text| means(text, language, value))
    };
    for (n, (wording, own)) in stated.iter().enumerate() {
        let others = || {
            stated
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != n)
                .map(|(_, one)| one)
        };
        let Some((_, next)) = others().next() else {
            continue;
        };
        let shared = next.figures.iter().map(|figure| &figure.value);
        let missing = shared
            .filter(|value| others().all(|(_, one)| one.has(value)) && !says(wording, value))
            .min();
        let strange = own.figures.iter().map(|figure| &figure.value);
        let strange = strange
            .filter(|value| !others().any(|(one, _)| says(one, value)))
            .min();
        let (Some(missing), Some(strange)) = (missing, strange) else {
            continue;
        };
        let (Some(missing), Some(strange)) = (next.written(missing), own.written(strange)) else {
            continue;
        };
        let message = format!("this wording says `{strange}`, and every other one `{missing}`");
        advice
            .give(own.text.find(strange), message)
            .label(
                next.text.find(missing),
                format!("`{missing}` in `{}`", next.lang),
            )
            .help("write the same number in all of them");
    }
}
