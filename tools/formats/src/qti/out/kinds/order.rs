//! Put items in order.

use jalon_draft::{Body, OrderCredit};

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::Mapping;
use super::super::{name, quoted};
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter { lower, write };

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Order(body) = &asked.question.body else {
        return;
    };
    let credit = match body.credit {
        None => "usual",
        Some(OrderCredit::Neighbours) => "neighbours",
        Some(OrderCredit::Positions) => "positions",
        Some(OrderCredit::AllOrNothing) => "all-or-nothing",
    };
    parts.mark("credit", credit);
    let correct: Vec<String> = body.items.iter().map(|item| name(&item.id)).collect();
    parts.rules.declare(
        "RESPONSE",
        "ordered",
        "identifier",
        &correct,
        &Mapping::default(),
    );
    parts.match_correct();
    parts.body.push_str(
        "    <qti-order-interaction response-identifier=\"RESPONSE\" shuffle=\"true\">\n",
    );
    // Not in the right order, for players that don't shuffle.
    for item in body.items.iter().rev() {
        let text = asked
            .wording
            .items
            .get(&item.id)
            .map(|text| asked.line(text));
        parts.body.push_str(&format!(
            "      <qti-simple-choice identifier={}>{}</qti-simple-choice>\n",
            quoted(&name(&item.id)),
            text.unwrap_or_default()
        ));
    }
    parts.body.push_str("    </qti-order-interaction>\n");
}

fn lower(body: &mut Body, _: &str, losses: &mut Losses) -> Result<(), String> {
    let Body::Order(body) = body else {
        return Ok(());
    };
    if body.credit != Some(OrderCredit::AllOrNothing) {
        losses.changed(
            "marks for an order that is right in part",
            "other players give all points or none; imported here again, it is unchanged",
        );
    }
    Ok(())
}
