//! Texts with gaps: what is asked, and what is written.

use jalon_draft::{Answer, Body, Draft, Gap, GapNumber, Gaps, Offer, Pick, Texts, Wording};

use super::adding::Adding;
use super::ask::{Ask, firsts, needed, plain, several, texts, valid, within};
use super::error::Stopped;
use super::parts::{Part, accepting, each, joined, near, parts};

pub(super) fn ask(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    let mut names: Vec<String> = Vec::new();
    for lang in langs {
        let question = format!("The text, with each gap as {{{{name}}}} [{lang}]:");
        let known = names.clone();
        let (text, own) = valid(&question, ask, |text| {
            let own = named(text);
            let missing = known.iter().find(|name| !own.contains(name));
            match (own.as_slice(), missing) {
                ([], _) => Err("There is no {{name}} in it".to_owned()),
                (_, Some(name)) => Err(format!("There is no {{{{{name}}}}} in it")),
                _ => Ok((text.to_owned(), own)),
            }
        })?;
        names.extend(own.into_iter().filter(|name| !known.contains(name)));
        adding.text.push(format!("{lang}={text}"));
    }
    for name in &names {
        let takes = ["a text to type", "a number to type", "a choice of a list"];
        let takes = takes.map(str::to_owned);
        let question = format!("What does {{{{{name}}}}} take?");
        adding.gap.push(match ask.one_of(&question, &takes)? {
            0 => {
                let all = texts(&format!("Right answer in {{{{{name}}}}}"), langs, ask)?;
                format!("{name}:text={}", joined(&all))
            }
            1 => {
                let number = needed(&format!("The right number in {{{{{name}}}}}:"), ask)?;
                let within = within(ask)?.map(|within| format!(" within {within}"));
                format!("{name}:number={number}{}", within.unwrap_or_default())
            }
            _ => {
                let all = several(&format!("Choice in {{{{{name}}}}}"), langs, ask)?;
                let at = ask.one_of("Which one is right?", &firsts(&all))?;
                adding.choice.extend(plain(&format!("{name}-"), &all));
                let ids: Vec<String> = (1..=all.len()).map(|n| format!("{name}-{n}")).collect();
                format!("{name}:pick={name}-{} from {}", at + 1, ids.join(","))
            }
        });
    }
    Ok(())
}

/// The names of the gaps in a text.
fn named(text: &str) -> Vec<String> {
    let gaps = text.split("{{").skip(1);
    let names = gaps.filter_map(|gap| gap.split_once("}}"));
    names.map(|(name, _)| name.trim().to_owned()).collect()
}

pub(super) fn body(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let texts = each("--text", &adding.text, langs)?;
    for (lang, wording) in wordings.iter_mut() {
        let text = texts.get(lang).ok_or_else(|| {
            format!(
                "expected a text with the gaps for each language; try --text \"{lang}=... {{{{id}}}} ...\""
            )
        })?;
        wording.text = Some(text.clone());
    }
    if adding.gap.is_empty() {
        return Err(GAP.to_owned());
    }
    let mut gaps: Vec<Gap> = Vec::new();
    for said in &adding.gap {
        let new = gap(Part::read("--gap", said, langs)?, langs)?;
        match gaps.iter_mut().find(|gap| gap.id == new.id) {
            Some(known) => also(known, new)?,
            None => gaps.push(new),
        }
    }
    let offers = match adding.choice.as_slice() {
        [] => Vec::new(),
        said => parts("--choice", said, langs, wordings, |wording| {
            &mut wording.choices
        })?,
    };
    let offers = offers.into_iter().map(|part| Offer {
        id: part.id,
        ..Offer::default()
    });
    Ok(Body::Gaps(Gaps {
        gaps,
        choices: offers.collect(),
        ..Gaps::default()
    }))
}

const GAP: &str = "--gap: expected what the gap takes behind its id: \"ID:number=24\", \"ID:text=Earth|Terre\", \"ID:pick=CHOICE\"";

fn gap(part: Part, langs: &[String]) -> Result<Gap, String> {
    let said = || part.texts.values().next().map_or("", String::as_str);
    let mut gap = Gap {
        id: part.id.clone(),
        ..Gap::default()
    };
    match part.place.as_deref() {
        Some("number") => {
            let (value, within) = match said().split_once(" within ") {
                Some((value, within)) => (value, Some(within)),
                None => (said(), None),
            };
            gap.number = Some(GapNumber::Key(near(value, within)));
        }
        Some("text") => {
            let same = part.texts.values().all(|text| text == said());
            let answer = |text: &str| vec![Answer::Plain(text.to_owned())];
            let accept = if same && langs.len() > 1 {
                Texts::from([("any".to_owned(), answer(said()))])
            } else {
                let texts = part.texts.iter();
                texts
                    .map(|(lang, text)| (lang.clone(), answer(text)))
                    .collect()
            };
            gap.text = Some(accepting(accept));
        }
        Some("pick") => {
            let (key, from) = match said().split_once(" from ") {
                Some((key, from)) => (key, Some(from)),
                None => (said(), None),
            };
            let ids = |all: &str| all.split(',').map(|id| id.trim().to_owned()).collect();
            gap.pick = Some(Pick {
                key: key.to_owned(),
                from: from.map(ids),
            });
        }
        _ => return Err(format!("{GAP}; found `{}`", part.name())),
    }
    Ok(gap)
}

/// Another right answer to a gap that takes a text.
fn also(known: &mut Gap, new: Gap) -> Result<(), String> {
    let (Some(text), Some(more)) = (&mut known.text, new.text) else {
        return Err(format!(
            "--gap: `{}` is said twice; only a gap that takes a text has several right answers",
            known.id
        ));
    };
    for (tag, answers) in more.accept {
        text.accept.entry(tag).or_default().extend(answers);
    }
    Ok(())
}
