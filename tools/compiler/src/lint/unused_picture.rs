//! J305: a picture that nothing shows.

use super::{Advice, AskedBank, Check, LintId, Rule, Usual};

pub(super) const RULE: Rule = Rule {
    id: LintId::UNUSED_PICTURE,
    summary: "A picture lies in the bank's folder, and no text and no question shows it.",
    why: "It isn't built, so nobody sees it: either it was left behind, or a text was meant to show it and doesn't.",
    source: "What `jalon build` does: it copies the pictures that are shown, and no others.",
    bad: "# wheel.svg lies beside bank.toml, and nothing names it",
    better: "text.en = \"![A wheel in four parts](wheel.svg)\"",
    usual: Usual::On,
    check: Check::Bank(check),
};

fn check(bank: &AskedBank<'_>, advice: &mut Advice) {
    let Some(id) = bank.header.id.as_ref() else {
        return;
    };
    for name in bank.unseen_pictures() {
        advice
            .give(
                id.span,
                format!("nothing in the bank shows the picture `{name}`"),
            )
            .help(format!(
                "show it, ![what it shows]({name}), or take the file away"
            ));
    }
}
