//! Items to put in order.

use jalon_draft::{self as draft, Order, OrderCredit, OrderItem};

use crate::xml::Element;

use super::reader::{InteractionDraft, Item, ItemReader, Made, named};

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let response = item.response_of(block)?.clone();
    let choices: Vec<&Element> = block.all("simpleChoice").collect();
    let names = named(&choices, "i");
    let mut wording = reader.asking(html);
    let mut items = Vec::new();
    for own in &response.correct {
        let found = names
            .iter()
            .zip(&choices)
            .find(|((name, _), _)| name == own);
        let Some(((_, id), element)) = found else {
            continue;
        };
        if wording.items.contains_key(id) {
            continue;
        }
        let text = reader.line(item, element);
        wording.items.insert(id.clone(), text);
        items.push(OrderItem { id: id.clone() });
    }
    if items.len() < 2 {
        return Err("the item has no correct order".to_owned());
    }
    for ((_, id), element) in names.iter().zip(&choices) {
        if !wording.items.contains_key(id) {
            let text = super::body::short(&element.text());
            reader.losses.dropped(
                format!("the item “{text}”"),
                "it isn't part of the right order, and every item needs a place",
            );
        }
    }
    if choices
        .iter()
        .any(|one| one.attribute("fixed") == Some("true"))
    {
        reader.losses.dropped(
            "items that keep their place",
            "all items of an order can be moved",
        );
    }
    let credit = match item.mark("credit") {
        Some("neighbours") => Some(OrderCredit::Neighbours),
        Some("positions") => Some(OrderCredit::Positions),
        Some("usual") => None,
        _ => Some(OrderCredit::AllOrNothing),
    };
    Ok(InteractionDraft {
        body: draft::Body::Order(Order {
            credit,
            samples: None,
            items,
        }),
        wording,
        responses: vec![response.id],
    })
}
