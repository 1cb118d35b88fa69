//! Type a text.

use jalon_draft::Text;

use super::super::asked::Asked;
use super::super::parts::Parts;
use super::fields;

pub(super) fn text(parts: &mut Parts, asked: &Asked<'_>, body: &Text) {
    parts.mark("kind", "text");
    fields::declare_text(parts, asked, "RESPONSE", body, 1.0);
    parts.map_response();
    let field = fields::text_field("RESPONSE", body);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}
