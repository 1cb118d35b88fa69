//! J103: something to be filled in by a program that one language has and another hasn't.

use std::collections::BTreeSet;

use super::sides::Sides;
use super::{Advice, Asked, Check, Part, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    code: "J103",
    name: "placeholders-differ",
    summary: "A placeholder such as {name} or %s is in the wordings of one language and in none of another.",
    why: "Placeholders come from other tools, where something is filled in. What one language has and the other hasn't was lost or \
          misspelt on the way, and learners would read half a sentence.",
    source: "GNU gettext manual, on format strings: a translation has the same directives as the original; the check of msgfmt.",
    bad: "[[question.en]]\nprompt = \"What is {x} percent of 200?\"\n\n[[question.fr]]\nprompt = \"Combien font {y} pour cent de 200 ?\"",
    better: "[[question.fr]]\nprompt = \"Combien font {x} pour cent de 200 ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &Asked<'_>, advice: &mut Advice) {
    let mut all = asked.wordings.iter().flat_map(|wording| &wording.texts);
    if !all.any(may_have) {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let elsewhere: BTreeSet<&str> = texts(&sides.other).flat_map(placeholders).collect();
        let mut told = BTreeSet::new();
        for text in texts(&sides.one) {
            for placeholder in placeholders(text) {
                if elsewhere.contains(placeholder) || !told.insert(placeholder) {
                    continue;
                }
                let Some((one, other)) = sides.langs() else { continue };
                let message = format!("`{placeholder}` is in `{one}`, and nowhere in `{other}`");
                let help = "write the same placeholder in both, or take it out of both";
                advice.give(text.find(placeholder), message).help(help);
            }
        }
    }
}

/// Every text of some wordings but for the one with gaps, which the engine looks after.
fn texts<'a>(side: &'a [&'a Worded<'a>]) -> impl Iterator<Item = &'a Text<'a>> {
    let texts = side.iter().flat_map(|wording| &wording.texts);
    texts.filter(|text| text.part != Part::Gapped)
}

/// What looks like a placeholder outside of code: {name}, {{name}}, ${name}, %s, %1$d, %(name)s.
fn placeholders<'a>(text: &'a Text<'a>) -> Vec<&'a str> {
    let plain = text.plain.as_str();
    if !may_have(text) {
        return Vec::new();
    }
    let is_code = |found: &str| text.raw.text.contains('`') && super::marks::Marks::of(text).codes.iter().any(|code| code.contains(found));
    let braces = plain.match_indices('{').filter_map(|(at, _)| braced(plain, at));
    let percents = plain.match_indices('%').filter_map(|(at, _)| formatted(plain, at));
    braces.chain(percents).filter(|found| !is_code(found)).collect()
}

fn may_have(text: &Text<'_>) -> bool {
    text.plain.bytes().any(|byte| matches!(byte, b'{' | b'%'))
}

/// {name} with what stands around it, from the first brace on.
fn braced(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    if before.ends_with('{') {
        return None;
    }
    let rest = text.get(at..)?;
    let name = rest.trim_start_matches('{');
    let end = name.find('}')?;
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c));
    let open = rest.len() - name.len();
    let close = name.get(end..)?.chars().take_while(|c| *c == '}').count();
    let start = if before.ends_with('$') { at - 1 } else { at };
    (is_name(name.get(..end)?) && close == open && open <= 2).then(|| text.get(start..at + open + end + close))?
}

/// %s, %d, %1$s, %(name)s: with nothing of a word or a number around it, as in "50 %de".
fn formatted(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?.chars().next_back();
    let rest = text.get(at + 1..)?;
    let name = match rest.strip_prefix('(') {
        Some(inside) => 1 + inside.find(')')? + 1,
        None => rest.find(|c: char| !c.is_ascii_digit() && c != '$').unwrap_or(0),
    };
    let kind = rest.get(name..)?.chars().next()?;
    let after = rest.get(name + 1..)?.chars().next();
    let stands_alone = !before.into_iter().chain(after).any(char::is_alphanumeric);
    ("sdfi".contains(kind) && stands_alone).then(|| text.get(at..at + 1 + name + 1))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_placeholder() {
        for (text, expected) in [
            ("a {x} b", Some("{x}")),
            ("a ${user.name}", Some("${user.name}")),
            ("a {{x}}", Some("{{x}}")),
            ("a set {1, 2}", None),
            ("{{x}", None),
            ("{}", None),
        ] {
            let at = text.find('{').unwrap();
            assert_eq!(braced(text, at), expected, "{text}");
        }
        for (text, expected) in [
            ("hello %s!", Some("%s")),
            ("%1$s is", Some("%1$s")),
            ("%(name)s", Some("%(name)s")),
            ("50 % de", None),
            ("50% did", None),
            ("100 %", None),
        ] {
            let at = text.find('%').unwrap();
            assert_eq!(formatted(text, at), expected, "{text}");
        }
    }
}
