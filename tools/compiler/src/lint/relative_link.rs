//! J308: a link to a file that won't be there.

use super::links::links;
use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::RELATIVE_LINK,
    summary: "A link leads to a file by its bare name.",
    why: "A browser looks for it beside the page that shows the quiz, which is another place for each page, and `jalon build` copies nothing but \
          the pictures that are shown. So whatever lies in the bank's folder, the link leads nowhere.",
    source: "How a browser resolves a relative address (RFC 3986, section 5), and what `jalon build` writes.",
    bad: "text.en = \"See [the guide](guide.pdf).\"",
    better: "text.en = \"See [the guide](https://www.example.org/guide.pdf).\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    for link in links(bank) {
        let address = link.address;
        let path = address.split(['#', '?']).next().unwrap_or_default();
        // What starts with a slash is found from every page of a site; "www." is another rule's.
        let is_bare = !path.is_empty()
            && !path.starts_with('/')
            && !path.contains(':')
            && !path.starts_with("www.");
        if !is_bare {
            continue;
        }
        let (message, help) = if bank.has_picture(path) {
            (
                format!("`{path}` is built where it is shown, not where a link leads"),
                format!("show it: ![what it shows]({path}); or give the whole address"),
            )
        } else {
            (
                format!(
                    "there is no file `{path}` where learners are: `jalon build` copies pictures alone"
                ),
                "give the whole address, https://..., or one that starts with a slash".to_owned(),
            )
        };
        advice.give(link.at, message).help(help);
    }
}
