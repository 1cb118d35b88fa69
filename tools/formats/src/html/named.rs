//! Which languages a fragment names, found without reading it: files of thousands of questions are looked through for all of
//! theirs before any text is.

use super::mlang::{self, Part};
use crate::bounds::MOST_LANGS;
use crate::language::UNDETERMINED;

/// The languages, as they come, each once.
pub(super) fn langs(html: &str) -> Vec<String> {
    let mut langs: Vec<String> = Vec::new();
    let mut add = |lang: String| {
        // One more says that there are too many.
        if lang != UNDETERMINED && langs.len() <= MOST_LANGS && !langs.contains(&lang) {
            langs.push(lang);
        }
    };
    if html.contains("{mlang") {
        for part in mlang::parts(html) {
            if let Part::Opens(own) = part {
                own.iter().cloned().for_each(&mut add);
            }
        }
    }
    let mut rest = html;
    while let Some((_, behind)) = rest.split_once('<') {
        rest = behind;
        if let Some(kind) = kind(behind) {
            let (lang, after) = lang_of(behind, kind);
            lang.and_then(|lang| mlang::tag(&lang))
                .into_iter()
                .for_each(&mut add);
            rest = after;
        }
    }
    langs
}

/// An element that may be for readers of a language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Where its class says so.
    Span,
    /// As such, in files of Moodle before 1.8.
    Lang,
}

fn kind(tag: &str) -> Option<Kind> {
    let head = tag.get(..5)?;
    let is_over = head.ends_with(|c: char| c.is_ascii_whitespace() || c == '/');
    let name = head.get(..4).filter(|_| is_over)?;
    if name.eq_ignore_ascii_case("span") {
        Some(Kind::Span)
    } else if name.eq_ignore_ascii_case("lang") {
        Some(Kind::Lang)
    } else {
        None
    }
}

/// The language of a tag that starts here, and what stands behind the tag.
fn lang_of(tag: &str, kind: Kind) -> (Option<String>, &str) {
    let mut lang = None;
    let mut is_multilang = kind == Kind::Lang;
    let mut rest = tag.get(4..).unwrap_or_default();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (None, rest);
        }
        if let Some(behind) = rest.strip_prefix('>') {
            return (lang.filter(|_| is_multilang), behind);
        }
        let (name, value, behind) = attribute(rest);
        rest = behind;
        if name.eq_ignore_ascii_case("lang") && lang.is_none() {
            lang = Some(html_escape::decode_html_entities(value).into_owned());
        } else if name.eq_ignore_ascii_case("class") {
            let mut classes = value.split_ascii_whitespace();
            is_multilang |= classes.any(|class| class.eq_ignore_ascii_case("multilang"));
        }
    }
}

/// An attribute: its name, its value, and what stands behind it.
fn attribute(text: &str) -> (&str, &str, &str) {
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
    // The first sign belongs to the name, whatever it is.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = text.get(first..).and_then(|rest| rest.find(ends));
    let (name, rest) = text.split_at(end.map_or(text.len(), |end| first + end));
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return (name, "", rest);
    };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => {
            let inside = value.get(1..).unwrap_or_default();
            let (value, rest) = inside.split_once(quote).unwrap_or((inside, ""));
            (name, value, rest)
        }
        None => {
            let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>');
            let (value, rest) = value.split_at(end.unwrap_or(value.len()));
            (name, value, rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Flow, tokens};
    use super::*;
    use crate::loss::Losses;
    use crate::pictures::Pictures;

    #[test]
    fn the_languages_found_are_those_that_are_read() {
        for html in [
            "<span lang=\"en\" class=\"multilang\">a</span><SPAN CLASS='x MultiLang' LANG=fr>b</SPAN>",
            "<p><span\n class = multilang\tlang = 'de' >a</span><lang lang=\"it\">b</lang>",
            "<span lang=\"en\">a</span><span class=\"multilang\">b</span><spanx lang=en class=multilang>c",
            "<span title=\"a > b\" lang=\"fr&#95;ca\" class=\"multilang\">a</span>",
            "{mlang en,fr_ca}a{mlang}{mlang other}b{mlang}<span lang=12 class=multilang>c</span>",
            "<span lang=en lang=fr class=multilang>a</span><span/lang=es/class=multilang>b</span>",
            "2 < 3 and <lang>x <span",
            "{mlang",
            "",
        ] {
            let mut shelf = Pictures::default();
            let read = tokens::read(html, Flow::Blocks, &mut shelf, &mut Losses::default());
            let mut expected = read.langs;
            expected.retain(|lang| lang != UNDETERMINED);
            let mut found = langs(html);
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{html}");
        }
    }
}
