//! J103: something to be filled in by a program that one language has and another hasn't.

use std::collections::BTreeSet;

use jalon_engine::lang::Lang;

use super::sides::Sides;
use super::{Advice, Check, LintId, Part, QuestionCtx, Rule, Text, Usual, Worded};

pub(super) const RULE: Rule = Rule {
    id: LintId::PLACEHOLDERS_DIFFER,
    summary: "A placeholder such as {name}, %s or ____ is in the wordings of one language and in none of another.",
    why: "Placeholders come from other tools, where something is filled in. What one language has and the other hasn't was lost or \
          misspelt on the way, and learners would read half a sentence.",
    source: "GNU gettext manual, on format strings: a translation has the same directives as the original; the check of msgfmt.",
    bad: "[[question.en]]\nprompt = \"What is {x} percent of 200?\"\n\n[[question.fr]]\nprompt = \"Combien font {y} pour cent de 200 ?\"",
    better: "[[question.fr]]\nprompt = \"Combien font {x} pour cent de 200 ?\"",
    usual: Usual::On,
    check: Check::Question(check),
};

fn check(asked: &QuestionCtx<'_>, advice: &mut Advice) {
    let worded = asked.wordings.iter().flat_map(|wording| &wording.texts);
    let remarks = asked.remarks.iter().flatten().map(|(_, text)| text);
    if !worded.chain(remarks).any(may_have) {
        return;
    }
    for sides in Sides::of(asked).iter().flat_map(Sides::both_ways) {
        let Some(langs) = sides.langs() else { continue };
        if sides.is_pair() {
            // Text by text: what was lost in the prompt may still be in a choice.
            for text in texts(&sides.one) {
                let same = texts(&sides.other).filter(|other| other.part == text.part);
                compare(&[text], same.collect(), langs, advice);
            }
        } else {
            let [one, other] =
                [&sides.one, &sides.other].map(|side| texts(side).collect::<Vec<_>>());
            compare(&one, other, langs, advice);
        }
    }
    for remark in &asked.remarks {
        for (lang, text) in remark {
            let others = remark.iter().filter(|(other, _)| other != lang);
            others
                .for_each(|(other, their)| compare(&[text], vec![their], (*lang, *other), advice));
        }
    }
}

/// Tells of each placeholder of some texts that none of others has.
fn compare(one: &[&Text<'_>], other: Vec<&Text<'_>>, langs: (Lang, Lang), advice: &mut Advice) {
    let mut known: BTreeSet<&str> = other.into_iter().flat_map(placeholders).map(kind).collect();
    for text in one {
        for placeholder in placeholders(text) {
            if known.insert(kind(placeholder)) {
                let message = format!(
                    "`{placeholder}` is in `{}`, and not in `{}`",
                    langs.0, langs.1
                );
                let help = "write the same placeholder in both, or take it out of both";
                advice.give(text.find(placeholder), message).help(help);
            }
        }
    }
}

/// What is the same in every language: a placeholder to the letter, a blank however long it is.
fn kind(placeholder: &str) -> &str {
    if placeholder.starts_with('_') {
        "_"
    } else {
        placeholder
    }
}

/// Every text of some wordings but for the one with gaps, which the engine looks after.
fn texts<'a>(side: &'a [&'a Worded<'a>]) -> impl Iterator<Item = &'a Text<'a>> {
    let texts = side.iter().flat_map(|wording| &wording.texts);
    texts.filter(|text| text.part != Part::Gapped)
}

/// What looks like a placeholder outside of code: {name}, {{ name }}, ${name}, $name, %s, %1$d, %.2f, %(name)s, [NAME], a blank.
fn placeholders<'a>(text: &'a Text<'a>) -> Vec<&'a str> {
    if !may_have(text) {
        return Vec::new();
    }
    let plain = text.plain.as_str();
    let codes = match text.raw.text.contains('`') {
        true => super::marks::Marks::of(text).codes,
        false => Vec::new(),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = plain
        .get(at..)
        .and_then(|rest| rest.find(['{', '%', '$', '[', '_']))
    {
        let start = at + next;
        let own = match plain.as_bytes().get(start) {
            Some(b'{') => braced(plain, start),
            Some(b'%') => formatted(plain, start),
            Some(b'$') => named(plain, start),
            Some(b'[') => capitals(plain, start),
            _ => blank(plain, start),
        };
        at = own.map_or(start + 1, |own| {
            start + own.trim_start_matches(['#', '$']).len().max(1)
        });
        found.extend(own);
    }
    found.retain(|own| !codes.iter().any(|code| code.contains(own)));
    found
}

fn may_have(text: &Text<'_>) -> bool {
    let mut bytes = text.plain.bytes();
    bytes.any(|byte| matches!(byte, b'{' | b'%' | b'$' | b'[' | b'_'))
}

/// $name: not a sum of money, and not a sign inside a word.
fn named(text: &str, at: usize) -> Option<&str> {
    let stands_alone = !text.get(..at)?.ends_with(char::is_alphanumeric);
    let name = text.get(at + 1..)?;
    let end = name
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(name.len());
    let is_name = end > 1 && name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (stands_alone && is_name).then(|| text.get(at..at + 1 + end))?
}

/// [NAME].
fn capitals(text: &str, at: usize) -> Option<&str> {
    let name = text.get(at + 1..)?;
    let end = name.find(']')?;
    let is_name = end > 2
        && name
            .get(..end)?
            .chars()
            .all(|c| c.is_uppercase() || c == '_');
    is_name.then(|| text.get(at..at + end + 2))?
}

/// A blank to be filled in, ____.
fn blank(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let length = rest.len() - rest.trim_start_matches('_').len();
    let inside = text.get(..at)?.ends_with(char::is_alphanumeric)
        || rest.get(length..)?.starts_with(char::is_alphanumeric);
    (length > 1 && !inside).then(|| rest.get(..length))?
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
    // "{{ name }}" has spaces at its ends, "{name:.2f}" says how it is written.
    let is_name = |name: &str| {
        let name = name.trim();
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "_.-:".contains(c))
    };
    let open = rest.len() - name.len();
    let close = name.get(end..)?.chars().take_while(|c| *c == '}').count();
    let start = if before.ends_with(['$', '#']) {
        at - 1
    } else {
        at
    };
    (is_name(name.get(..end)?) && close == open && open <= 2)
        .then(|| text.get(start..at + open + end + close))?
}

/// %s, %d, %.2f, %1$s, %(name)s: with nothing of a word or a number around it, as in "50 %de".
fn formatted(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?.chars().next_back();
    let rest = text.get(at + 1..)?;
    let name = match rest.strip_prefix('(') {
        Some(inside) => 1 + inside.find(')')? + 1,
        None => rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '$' | '.' | '-' | '+')))
            .unwrap_or(0),
    };
    let kind = rest.get(name..)?.chars().next()?;
    let after = rest.get(name + 1..)?.chars().next();
    let stands_alone = !before.into_iter().chain(after).any(char::is_alphanumeric);
    ("sdfiuxg@".contains(kind) && stands_alone).then(|| text.get(at..at + 1 + name + 1))?
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
            ("a {{ x }}", Some("{{ x }}")),
            ("a #{x}", Some("#{x}")),
            ("a {x:.2f}", Some("{x:.2f}")),
            ("a set {1, 2}", None),
            ("{{x}", None),
            ("{}", None),
        ] {
            let at = text.find('{').unwrap();
            assert_eq!(braced(text, at), expected, "{text}");
        }
        for (text, expected) in [
            ("pay $name now", Some("$name")),
            ("pay $5 now", None),
            ("US$name", None),
        ] {
            let at = text.find('$').unwrap();
            assert_eq!(named(text, at), expected, "{text}");
        }
        assert_eq!(capitals("dear [NAME],", 5), Some("[NAME]"));
        assert_eq!(capitals("it [sic] is", 3), None);
        assert_eq!(blank("it is ____.", 6), Some("____"));
        assert_eq!(blank("snake__case", 5), None);
        for (text, expected) in [
            ("hello %s!", Some("%s")),
            ("%1$s is", Some("%1$s")),
            ("%.2f is", Some("%.2f")),
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
