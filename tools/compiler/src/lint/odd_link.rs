//! J309: a link that can't lead where it is meant to.

use super::links::links;
use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::ODD_LINK,
    summary: "The address of a link is cut short, lacks its beginning, or is one that no outsider can reach; or nothing is there to click.",
    why: "Nobody reports a dead link in a quiz: learners shrug and go on. What can be told without asking the network is told here; no \
          address is ever visited.",
    source: "The form of addresses (RFC 3986, sections 3.1 and 3.2; RFC 6068 for mailto), and names kept for tests and for the machine \
             itself (RFC 6761).",
    bad: "text.en = \"See [the standard](www.iso.org).\"",
    better: "text.en = \"See [the standard](https://www.iso.org).\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    for link in links(bank) {
        let found = if link.words.trim().is_empty() {
            Some((
                "this link has no words that could be clicked",
                "write them between the square brackets",
            ))
        } else {
            oddity(link.address)
        };
        if let Some((message, help)) = found {
            advice.give(link.at, message).help(help);
        }
    }
}

/// What is odd about an address, and what to try.
fn oddity(address: &str) -> Option<(&'static str, &'static str)> {
    if address.trim().is_empty() || address == "#" {
        return Some((
            "this link leads nowhere",
            "write the address between the round brackets, https://...",
        ));
    }
    if address.starts_with("www.") {
        return Some((
            "without https:// a browser takes this for the name of a file",
            "write https:// before it",
        ));
    }
    let (scheme, rest) = address.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let Some(rest) = rest.strip_prefix("//") else {
                return Some(("two slashes are missing behind the colon", "write https://"));
            };
            odd_host(rest)
        }
        "mailto" if !rest.contains('@') => Some((
            "an address for mail has an @ in it",
            "write mailto:name@example.org",
        )),
        _ => None,
    }
}

fn odd_host(rest: &str) -> Option<(&'static str, &'static str)> {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.rsplit('@').next().unwrap_or_default();
    let name = name.split(':').next().unwrap_or_default();
    let is_local = name.eq_ignore_ascii_case("localhost")
        || name.starts_with("127.")
        || name.ends_with(".local");
    if rest.starts_with("http") && rest.contains("//") && name.starts_with("http") {
        return Some((
            "the beginning of the address is there twice",
            "keep one https://",
        ));
    }
    if is_local {
        return Some((
            "this address is on the author's own machine",
            "give one that learners can reach",
        ));
    }
    // An address in brackets is a number (IPv6); any other name has a dot.
    if !name.starts_with('[')
        && (!name.contains('.') || name.contains("..") || name.starts_with('.'))
    {
        return Some((
            "this is no name of a site",
            "check the address: https://www.example.org/page",
        ));
    }
    None
}
