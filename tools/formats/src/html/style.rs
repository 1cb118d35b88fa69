//! How words look where that means something.

use std::rc::Rc;

use super::block::Langs;

/// How a run of words looks, where it leads and whom it is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Style {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    pub(super) link: Option<Rc<str>>,
    /// The languages it is for; all without.
    pub(super) langs: Option<Langs>,
    pub(super) level: Level,
}

/// Where signs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Level {
    #[default]
    Line,
    Above,
    Below,
}

/// What an element does to the words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    Strong,
    Emphasis,
    Code,
    Link(Rc<str>),
    Langs(Langs),
    Level(Level),
}

impl Style {
    pub(super) fn apply(&mut self, effect: &Effect) {
        match effect {
            Effect::Strong => self.strong = true,
            Effect::Emphasis => self.emphasis = true,
            Effect::Code => self.code = true,
            Effect::Link(address) => self.link = Some(Rc::clone(address)),
            Effect::Langs(langs) => self.langs = Some(Rc::clone(langs)),
            Effect::Level(level) => self.level = *level,
        }
    }
}

/// What a `style` attribute says that means something, and the words for what bank texts don't have.
pub(super) fn of_css(css: &str) -> (Vec<Effect>, Option<&'static str>) {
    let mut effects = Vec::new();
    let mut missing = None;
    for declaration in css.split(';') {
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        let value = value.trim().to_ascii_lowercase();
        match property.trim().to_ascii_lowercase().as_str() {
            "font-weight" if is_bold(&value) => effects.push(Effect::Strong),
            "font-style" if matches!(value.as_str(), "italic" | "oblique") => {
                effects.push(Effect::Emphasis);
            }
            "text-decoration" | "text-decoration-line" if value.contains("underline") => {
                effects.push(Effect::Emphasis);
                missing = Some("underlined");
            }
            "text-decoration" | "text-decoration-line" if value.contains("line-through") => {
                missing = Some("struck");
            }
            "vertical-align" if value == "super" => effects.push(Effect::Level(Level::Above)),
            "vertical-align" if value == "sub" => effects.push(Effect::Level(Level::Below)),
            _ => {}
        }
    }
    (effects, missing)
}

fn is_bold(value: &str) -> bool {
    matches!(value, "bold" | "bolder") || value.parse::<u32>().is_ok_and(|weight| weight >= 600)
}

/// Signs above or below the line: with signs of their own where all of them have one, else behind `^` or `_`.
pub(super) fn raise(text: &str, level: Level) -> String {
    let (sign, pairs): (&str, &str) = match level {
        Level::Line => return text.to_owned(),
        Level::Above => (
            "^",
            "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱeᵉrʳoᵒaᵃdᵈmᵐsˢtᵗhʰ",
        ),
        Level::Below => (
            "_",
            "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑoₒxₓiᵢrᵣuᵤnₙmₘpₚtₜ",
        ),
    };
    let pairs: Vec<char> = pairs.chars().collect();
    let raised = |c: char| {
        let pair = pairs
            .chunks_exact(2)
            .find(|pair| pair.first() == Some(&c))?;
        pair.last().copied()
    };
    let trimmed = text.trim();
    match trimmed.chars().map(raised).collect::<Option<String>>() {
        Some(raised) => raised,
        None if trimmed.chars().count() == 1 => format!("{sign}{trimmed}"),
        None => format!("{sign}({trimmed})"),
    }
}
