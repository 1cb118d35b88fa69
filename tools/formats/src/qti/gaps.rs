//! Texts with gaps: to type in, to choose for, or to fill with words from a list.

use jalon_draft::{self as draft, Gap, GapNumber, Gaps, Offer, Pick, Scoring, Texts, Wording};

use crate::html::Flow;
use crate::slug::Taken;
use crate::xml::Element;

use super::body::{Body, GAP};
use super::declared::spaced;
use super::reader::{InteractionDraft, Item, ItemReader, Made, identifier, is_near};
use super::typed::{self, Field};

/// Fields in a text; one at the end of it is a question of its own.
pub(super) fn typed(reader: &mut ItemReader<'_, '_>, item: &mut Item<'_>, body: &Body<'_>) -> Made {
    if let [only] = body.inline.as_slice()
        && only.name == "textEntryInteraction"
        && is_last(&body.html())
        && item.mark("kind") != Some("gaps")
    {
        let html = plain(&body.html());
        return typed::read(reader, item, only, &html);
    }
    let mut filled = Filled::default();
    let mut worths = Vec::new();
    for (number, element) in body.inline.iter().enumerate() {
        reader.losses.on_line(element.line);
        let response = item.response_of(element)?.clone();
        let name = Some(identifier(&response.id)).filter(|id| !id.is_empty() && id != "response");
        let name = name.unwrap_or_else(|| format!("g{}", number + 1));
        let mut gap = Gap {
            id: filled.taken.free(&name),
            ..Gap::default()
        };
        if element.name == "inlineChoiceInteraction" {
            gap.pick = Some(filled.pick(reader, item, element, &gap.id)?);
        } else {
            match typed::field(reader, item, element, &response)? {
                Field::Text(text) => gap.text = Some(text),
                Field::Number(number) if number.units.is_empty() && number.wrong.is_empty() => {
                    gap.number = Some(GapNumber::Key(number.key));
                }
                Field::Number(number) => gap.number = Some(GapNumber::Whole(Box::new(number))),
            }
        }
        worths.push(item.worth_of(&response));
        filled.responses.push(response.id);
        filled.gaps.push(gap);
    }
    weigh(&mut filled.gaps, &worths);
    let is_whole = filled.gaps.len() > 1
        && filled
            .responses
            .iter()
            .all(|id| item.marking.together.contains(id));
    finish(
        reader,
        item,
        body,
        filled,
        is_whole.then_some(Scoring::AllOrNothing),
    )
}

/// Words from one list that fill the gaps of a text.
pub(super) fn matched(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    body: &Body<'_>,
    block: &Element,
) -> Made {
    let response = item.response_of(block)?.clone();
    let mut filled = Filled::default();
    let mut offers = Vec::new();
    let mut once = false;
    let words = block
        .elements()
        .filter(|one| one.name == "gapText" || one.name == "gapImg");
    for element in words {
        let own = element
            .attribute("identifier")
            .unwrap_or_default()
            .to_owned();
        let text = match element.name.as_str() {
            "gapImg" => {
                reader
                    .losses
                    .changed("a picture to drag into a gap", "its text is used instead");
                alt(element).unwrap_or_else(|| own.clone())
            }
            _ => reader.line(item, element),
        };
        once |= element.attribute("matchMax") != Some("0");
        let id = filled.offer(&own, text, "");
        offers.push((own, id));
    }
    if once {
        reader.losses.dropped(
            "how often each word may be used",
            "every gap offers all of them",
        );
    }
    let pairs = item.pairs(&response);
    for (number, element) in body.inline.iter().enumerate() {
        let own = element.attribute("identifier").unwrap_or_default();
        let mut right = pairs.iter().filter(|(_, gap)| gap == own);
        let first = right.next();
        let key = first.and_then(|(word, _)| offers.iter().find(|(own, _)| own == word));
        let Some((_, key)) = key else {
            return Err(format!("the gap `{own}` has no right answer"));
        };
        if right.next().is_some() {
            reader.losses.dropped(
                format!("a second right word for the gap `{own}`"),
                "a list has one right choice",
            );
        }
        let name = Some(identifier(own)).filter(|id| !id.is_empty());
        let name = name.unwrap_or_else(|| format!("g{}", number + 1));
        filled.gaps.push(Gap {
            id: filled.taken.free(&name),
            pick: Some(Pick {
                key: key.clone(),
                from: None,
            }),
            ..Gap::default()
        });
    }
    filled.shuffles = block.attribute("shuffle") == Some("true");
    filled.responses.push(response.id.clone());
    let scoring = (!item.is_mapped(&response)).then_some(Scoring::AllOrNothing);
    finish(reader, item, body, filled, scoring)
}

fn alt(element: &Element) -> Option<String> {
    let held = element.elements().next()?;
    let alt = held
        .attribute("alt")
        .map_or_else(|| held.text(), str::to_owned);
    Some(spaced(&alt)).filter(|alt| !alt.is_empty())
}

/// The gaps as far as they are read.
#[derive(Default)]
struct Filled {
    gaps: Vec<Gap>,
    taken: Taken,
    /// What the lists offer, by id.
    offers: Texts,
    offered: Taken,
    pinned: Vec<String>,
    shuffles: bool,
    responses: Vec<String>,
}

impl Filled {
    /// The id of an offer; the same word under the same name is one offer for all lists.
    fn offer(&mut self, own: &str, text: String, gap: &str) -> String {
        let name = Some(identifier(own)).filter(|id| !id.is_empty());
        let name = name.unwrap_or_else(|| format!("c{}", self.offers.len() + 1));
        if self.offers.get(&name) == Some(&text) {
            return name;
        }
        let name = match self.offers.contains_key(&name) && !gap.is_empty() {
            true => format!("{gap}-{name}"),
            false => name,
        };
        let id = self.offered.free(&name);
        self.offers.insert(id.clone(), text);
        id
    }

    fn pick(
        &mut self,
        reader: &mut ItemReader<'_, '_>,
        item: &mut Item<'_>,
        element: &Element,
        gap: &str,
    ) -> Result<Pick, String> {
        let response = item.response_of(element)?.clone();
        let mut from = Vec::new();
        let mut key = None;
        let correct = item.best_of(&response);
        for choice in element.all("inlineChoice") {
            let own = choice.attribute("identifier").unwrap_or_default();
            let text = reader.line(item, choice);
            let id = self.offer(own, text, gap);
            if choice.attribute("fixed") == Some("true") && !self.pinned.contains(&id) {
                self.pinned.push(id.clone());
            }
            if correct.as_deref() == Some(own) {
                key = Some(id.clone());
            }
            from.push(id);
        }
        self.shuffles |= element.attribute("shuffle") == Some("true");
        let Some(key) = key else {
            return Err(format!("the list of `{}` has no right choice", response.id));
        };
        Ok(Pick {
            key,
            from: Some(from),
        })
    }
}

/// The shares of the gaps as small whole numbers.
fn weigh(gaps: &mut [Gap], worths: &[f64]) {
    let least = worths.iter().copied().fold(f64::INFINITY, f64::min);
    if !(least > 0.0 && least.is_finite()) {
        return;
    }
    let whole = |times: f64| {
        let scaled = worths.iter().map(|worth| worth / least * times);
        let is_whole = |worth: f64| is_near(worth / times, worth.round() / times);
        let scaled: Vec<f64> = scaled.collect();
        scaled
            .iter()
            .all(|worth| is_whole(*worth))
            .then_some(scaled)
    };
    let found = (1..=20).find_map(|times| whole(f64::from(times)));
    for (gap, worth) in gaps.iter_mut().zip(found.unwrap_or_default()) {
        let weight = worth.round() as u64;
        gap.weight = (weight != 1).then_some(weight);
    }
}

fn finish(
    reader: &mut ItemReader<'_, '_>,
    item: &Item<'_>,
    body: &Body<'_>,
    mut filled: Filled,
    scoring: Option<Scoring>,
) -> Made {
    let every = filled.offers.len();
    for gap in &mut filled.gaps {
        let Some(pick) = &mut gap.pick else { continue };
        // Each is there once.
        pick.from = pick.from.take().filter(|from| from.len() < every);
    }
    let (before, text) = body.split();
    let mut prompt = reader.text(&before, Flow::Blocks);
    if prompt.is_empty() {
        prompt = "Fill in the gaps.".to_owned();
        let lang = item.root.attribute("xml:lang").unwrap_or_default();
        if lang.starts_with("fr") {
            prompt = "Complétez le texte.".to_owned();
        }
        reader.losses.guessed(
            format!("the prompt, “{prompt}”"),
            "the item has only a text with gaps",
        );
    }
    let mut text = reader.text(&text, Flow::Blocks);
    for (number, gap) in filled.gaps.iter().enumerate() {
        let sign = format!("{}{number}{}", GAP.0, GAP.1);
        if !text.contains(&sign) {
            return Err(format!("the gap `{}` is where no text can be", gap.id));
        }
        text = text.replace(&sign, &format!("{{{{{}}}}}", gap.id));
    }
    put_back(item, &mut filled);
    let has_lists = !filled.offers.is_empty();
    let choices = filled.offers.keys().map(|id| Offer {
        id: id.clone(),
        pinned: filled.pinned.contains(id).then_some(true),
    });
    let choices = choices.collect();
    Ok(InteractionDraft {
        body: draft::Body::Gaps(Gaps {
            scoring,
            shuffle: (has_lists && !filled.shuffles).then_some(false),
            gaps: filled.gaps,
            choices,
            ..Gaps::default()
        }),
        wording: Wording {
            prompt,
            text: Some(text),
            choices: filled.offers,
            ..Wording::default()
        },
        responses: filled.responses,
    })
}

/// Gaps and choices in the order of the bank that was handed on: that of what is declared, and of a mark.
fn put_back(item: &Item<'_>, filled: &mut Filled) {
    if item.mark("kind") == Some("gaps") {
        let place = |gap: &Gap| {
            let mut all = item.responses.iter();
            all.position(|response| identifier(&response.id) == gap.id)
        };
        filled.gaps.sort_by_key(place);
    }
    if let Some(order) = item.mark("choices") {
        let order: Vec<&str> = order.split_whitespace().collect();
        filled
            .offers
            .sort_by_cached_key(|id, _| order.iter().position(|own| own == id));
    }
}

/// True where nothing but signs follows the only gap.
fn is_last(html: &str) -> bool {
    let Some((_, behind)) = html.rsplit_once(GAP.1) else {
        return false;
    };
    let mut is_tag = false;
    for sign in behind.chars() {
        match sign {
            '<' => is_tag = true,
            '>' => is_tag = false,
            sign if !is_tag && sign.is_alphanumeric() => return false,
            _ => {}
        }
    }
    true
}

/// The text without its only gap.
fn plain(html: &str) -> String {
    let Some((before, behind)) = html.split_once(GAP.0) else {
        return html.to_owned();
    };
    let behind = behind.split_once(GAP.1).map_or(behind, |(_, rest)| rest);
    // A point that ended the sentence with the gap stands alone.
    let rest = behind.trim_start_matches(['.', ' ']);
    format!("{}{rest}", before.trim_end())
}
