//! Type a number.

use jalon_draft::Number;

use super::super::asked::Asked;
use super::super::parts::Parts;
use super::super::rules::{condition, earn, points};
use super::fields;

pub(super) fn number(parts: &mut Parts, asked: &Asked<'_>, body: &Number) {
    parts.mark("kind", "number");
    fields::declare_number(parts, asked, "RESPONSE", body);
    let test = fields::number_test("RESPONSE", &body.key);
    parts
        .rules
        .marks
        .push(condition(&test, &earn(&points(1.0))));
    let field = fields::number_field("RESPONSE", body, asked.lang);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}
