//! A number on a scale, which is typed here.

use jalon_draft as draft;

use crate::xml::Element;

use super::reader::{InteractionDraft, Item, ItemReader, Made};
use super::typed::{self, Field};

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let mut response = item.response_of(block)?.clone();
    let bound = |name| block.attribute(name).unwrap_or("?");
    let what = format!(
        "a scale from {} to {}",
        bound("lowerBound"),
        bound("upperBound")
    );
    reader.losses.changed(what, "the number is typed");
    if response.base != "integer" {
        response.base = "float".to_owned();
    }
    let Field::Number(number) = typed::field(reader, item, block, &response)? else {
        return Err("its response isn't a number".to_owned());
    };
    Ok(InteractionDraft {
        body: draft::Body::Number(number),
        wording: reader.asking(html),
        responses: vec![response.id],
    })
}
