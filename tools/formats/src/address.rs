//! Addresses of links and pictures, as a bank's texts may have them.

use jalon_engine::markup::Address;

/// An address with the characters escaped that mean something in a text; `None` where a text can't have it.
pub(crate) fn of(written: &str) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    for sign in written.chars() {
        match sign {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '\n' | '\t' | '\r' => {}
            sign => out.push(sign),
        }
    }
    Address::try_from(out)
        .ok()
        .map(|address| address.as_str().to_owned())
}
