//! The kinds of question that can be added: of each, what its options are, what is asked in the terminal, and what is written.

use std::fmt::Write as _;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use jalon_draft::{
    Answer, Body, Category, Choice, Choices, Classified, Classify, Draft, Essay, EssayPoint, Match,
    Matched, Number, Order, OrderItem, Target, Texts, TrueFalse, Wording,
};

use super::adding::Adding;
use super::ask::{Ask, at_least, firsts, needed, plain, several, tagged, within};
use super::error::Stopped;
use super::parts::{self, Part, accepting, joined, key, near, parts};
use super::{gaps, hotspot};

/// A kind of question.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// As it is written in a file.
    pub(super) name: &'static str,
    /// What the learner does.
    pub(super) about: &'static str,
    /// Its options in the help, line by line.
    example: &'static [&'static str],
    /// The options that say what it has.
    options: &'static [&'static str],
    /// Asks for what it has.
    pub(super) ask: AskFn,
    /// Makes what is written.
    pub(super) body: BodyFn,
}

/// Asks for the options of a question of a bank.
type AskFn = fn(&mut Adding, &Draft, &mut dyn Ask) -> Result<(), Stopped>;

/// Makes the body of a question from options, in the bank's languages; the texts of its parts go into the wordings.
type BodyFn = fn(&Adding, &[String], &mut Texts<Wording>) -> Result<Body, String>;

/// The kinds, in the order in which they are offered.
pub(super) static KINDS: [Kind; 10] = [
    Kind {
        name: "choice",
        about: "pick what is right",
        example: &[
            r#"--choice "a=Earth|Terre" --choice "b=Mars" --key a         a second --key lets learners pick several"#,
        ],
        options: &["--choice", "--key"],
        ask: ask_choice,
        body: choice,
    },
    Kind {
        name: "true-false",
        about: "judge a statement",
        example: &["--key true"],
        options: &["--key"],
        ask: ask_true_false,
        body: true_false,
    },
    Kind {
        name: "text",
        about: "type a short answer",
        example: &[
            "--accept en=Moon --accept fr=Lune                          any=... for names that belong to no language",
        ],
        options: &["--accept"],
        ask: ask_text,
        body: text,
    },
    Kind {
        name: "number",
        about: "type a number",
        example: &["--number 8.3 --within 0.5"],
        options: &["--number", "--within"],
        ask: ask_number,
        body: number,
    },
    Kind {
        name: "match",
        about: "give each item its target",
        example: &[
            r#"--target "rust=Red|Rouge" --item "mars:rust=Mars"           an item names its target"#,
        ],
        options: &["--item", "--target"],
        ask: ask_match,
        body: matched,
    },
    Kind {
        name: "classify",
        about: "put each item in its category",
        example: &[r#"--category "rocky=Rocky|Rocheuse" --item "mars:rocky=Mars""#],
        options: &["--item", "--category"],
        ask: ask_classify,
        body: classified,
    },
    Kind {
        name: "order",
        about: "put items in order",
        example: &[
            r#"--item "first=..." --item "second=..."                     in the right order"#,
        ],
        options: &["--item"],
        ask: ask_order,
        body: order,
    },
    Kind {
        name: "gaps",
        about: "fill the gaps of a text",
        example: &[
            r#"--text "en=A day has {{hours}} hours on {{planet}}." --text "fr=..."  each gap of the texts has its --gap:"#,
            r#"--gap "hours:number=24" --gap "planet:text=Earth|Terre"     number=9.8 within 0.1; a second text is right, too"#,
            r#"--gap "why:pick=tilt" --choice "tilt=tilt|l'inclinaison"      or: why:pick=tilt from tilt,speed"#,
        ],
        options: &["--text", "--gap", "--choice"],
        ask: gaps::ask,
        body: gaps::body,
    },
    Kind {
        name: "hotspot",
        about: "find a region of a picture",
        example: &[
            "--image planets.svg --alt en=... --alt fr=... --key earth     the picture lies in the bank's folder",
            r#"--region "earth:rect 10 20 30 15=The Earth|La Terre"        left, top, width, height, in percent"#,
            r#"--region "sun:circle 50 50 12.5=The Sun|Le Soleil"          the middle and the radius; polygon and its corners"#,
        ],
        options: &["--image", "--alt", "--region", "--key"],
        ask: hotspot::ask,
        body: hotspot::body,
    },
    Kind {
        name: "essay",
        about: "write a text that nobody grades",
        example: &[
            r#"--point "tilt=Names the tilt|Cite l'inclinaison" --model en=... --model fr=..."#,
        ],
        options: &["--point", "--model"],
        ask: ask_essay,
        body: essay,
    },
];

impl Kind {
    /// Whether an option says something of questions of this kind.
    pub(super) fn has(&self, option: &str) -> bool {
        self.options.contains(&option)
    }
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &KINDS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name).help(sentence(self.about)))
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The options of each kind, for the help.
pub(super) fn examples() -> String {
    let mut all = String::new();
    for kind in &KINDS {
        let mut name = kind.name;
        for line in kind.example {
            // A string takes all that is written to it.
            let _ = writeln!(all, "  {name:<13}{line}");
            name = "";
        }
    }
    all
}

fn ask_choice(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let all = several("Choice", &bank.bank.languages, ask)?;
    adding.choice = plain("", &all);
    let at = ask.one_of("Which one is right?", &firsts(&all))?;
    adding.key = vec![format!("{}", at + 1)];
    Ok(())
}

fn choice(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let all = parts("--choice", &adding.choice, langs, wordings, |wording| {
        &mut wording.choices
    })?;
    let choices = all.into_iter().map(|part| Choice {
        id: part.id,
        ..Choice::default()
    });
    Ok(Body::Choice(Choices {
        key: key(&adding.key, "choice")?,
        scoring: None,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        choices: choices.collect(),
    }))
}

fn ask_true_false(adding: &mut Adding, _: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let keys = ["true".to_owned(), "false".to_owned()];
    let at = ask.one_of("Is the statement true?", &keys)?;
    adding.key = keys.get(at).cloned().into_iter().collect();
    Ok(())
}

fn true_false(adding: &Adding, _: &[String], _: &mut Texts<Wording>) -> Result<Body, String> {
    match adding.key.as_slice() {
        [key] if key == "true" || key == "false" => Ok(Body::TrueFalse(TrueFalse {
            key: key == "true",
            feedback: None,
            samples: None,
        })),
        _ => Err("expected --key true or --key false".to_owned()),
    }
}

fn ask_text(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    adding.accept = tagged("Right answer", &bank.bank.languages, ask)?;
    Ok(())
}

fn text(adding: &Adding, langs: &[String], _: &mut Texts<Wording>) -> Result<Body, String> {
    let accept = parts::tagged("--accept", &adding.accept, langs, true)?;
    if accept.is_empty() {
        return Err("expected a right answer; try --accept \"en=...\"".to_owned());
    }
    let plain = |all: Vec<String>| all.into_iter().map(Answer::Plain).collect();
    let accept = accept.into_iter().map(|(tag, all)| (tag, plain(all)));
    Ok(Body::Text(accepting(accept.collect())))
}

fn ask_number(adding: &mut Adding, _: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    adding.number = Some(needed("The right number:", ask)?);
    adding.within = within(ask)?;
    Ok(())
}

fn number(adding: &Adding, _: &[String], _: &mut Texts<Wording>) -> Result<Body, String> {
    let value = adding
        .number
        .as_deref()
        .ok_or("expected --number with the right number")?;
    Ok(Body::Number(Number {
        key: near(value, adding.within.as_deref()),
        unit_use: None,
        units: Vec::new(),
        wrong: Vec::new(),
        samples: None,
    }))
}

fn ask_match(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    let places = several("Target", langs, ask)?;
    adding.item = ask_placed("t", &places, langs, ask)?;
    adding.target = plain("t", &places);
    Ok(())
}

fn matched(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let items = items(adding, langs, wordings)?.into_iter().map(|part| {
        let target = placed(&part, "target")?;
        Ok(Matched {
            id: part.id,
            target,
            ..Matched::default()
        })
    });
    let items = items.collect::<Result<_, String>>()?;
    let targets = parts("--target", &adding.target, langs, wordings, |wording| {
        &mut wording.targets
    })?;
    let targets = targets.into_iter().map(|part| Target { id: part.id });
    Ok(Body::Match(Match {
        items,
        targets: targets.collect(),
        ..Match::default()
    }))
}

fn ask_classify(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    let places = several("Category", langs, ask)?;
    adding.item = ask_placed("c", &places, langs, ask)?;
    adding.category = plain("c", &places);
    Ok(())
}

fn classified(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let items = items(adding, langs, wordings)?.into_iter().map(|part| {
        let category = placed(&part, "category")?;
        Ok(Classified {
            id: part.id,
            category,
            ..Classified::default()
        })
    });
    let items = items.collect::<Result<_, String>>()?;
    let all = parts("--category", &adding.category, langs, wordings, |wording| {
        &mut wording.categories
    })?;
    let categories = all.into_iter().map(|part| Category { id: part.id });
    Ok(Body::Classify(Classify {
        items,
        categories: categories.collect(),
        ..Classify::default()
    }))
}

/// Items, each with the place where it belongs.
fn ask_placed(
    sign: &str,
    places: &[Vec<String>],
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<String>, Stopped> {
    let mut items = Vec::new();
    for (at, texts) in several("Item", langs, ask)?.iter().enumerate() {
        let name = texts.first().map_or("", String::as_str);
        let place = ask.one_of(&format!("Where does `{name}` belong?"), &firsts(places))?;
        let texts = joined(texts);
        items.push(format!("i{}:{sign}{}={texts}", at + 1, place + 1));
    }
    Ok(items)
}

fn placed(part: &Part, what: &str) -> Result<String, String> {
    part.place.clone().ok_or_else(|| {
        format!(
            "--item: expected the {what} of `{0}` behind its id; try \"{0}:ID=...\"",
            part.id
        )
    })
}

fn items(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Vec<Part>, String> {
    parts("--item", &adding.item, langs, wordings, |wording| {
        &mut wording.items
    })
}

fn ask_order(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let items = several("In the right order, item", &bank.bank.languages, ask)?;
    adding.item = plain("", &items);
    Ok(())
}

fn order(adding: &Adding, langs: &[String], wordings: &mut Texts<Wording>) -> Result<Body, String> {
    let items = items(adding, langs, wordings)?.into_iter();
    let items = items.map(|part| OrderItem { id: part.id });
    Ok(Body::Order(Order {
        items: items.collect(),
        ..Order::default()
    }))
}

fn ask_essay(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    adding.point = plain("", &at_least(1, "Point of the checklist", langs, ask)?);
    adding.model = tagged("Model answer", langs, ask)?;
    Ok(())
}

fn essay(adding: &Adding, langs: &[String], wordings: &mut Texts<Wording>) -> Result<Body, String> {
    let points = parts("--point", &adding.point, langs, wordings, |wording| {
        &mut wording.points
    })?;
    let points = points.into_iter().map(|part| EssayPoint { id: part.id });
    Ok(Body::Essay(Essay {
        points: points.collect(),
        ..Essay::default()
    }))
}
