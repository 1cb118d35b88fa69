//! Texts of a bank, which are Markdown, and those of formats that know plain text or HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Plain text as Markdown that reads as that text.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut starts_line = true;
    let mut digits = false;
    for (at, sign) in text.char_indices() {
        let rest = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let needs = match sign {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' => true,
            '!' => rest.starts_with('['),
            '&' => starts_entity(rest),
            '_' => !is_inside_word(text.get(..at).unwrap_or_default(), rest),
            '#' | '>' => starts_line,
            '+' | '-' | '=' => {
                starts_line && (rest.is_empty() || rest.starts_with([' ', '\n', sign]))
            }
            '~' => {
                rest.starts_with('~') || text.get(..at).is_some_and(|before| before.ends_with('~'))
            }
            '.' | ')' => digits && (rest.is_empty() || rest.starts_with([' ', '\n'])),
            '{' => text.get(..at).is_some_and(|before| before.ends_with('{')),
            _ => false,
        };
        if needs {
            out.push('\\');
        }
        out.push(sign);
        digits = sign.is_ascii_digit() && (starts_line || digits);
        starts_line = sign == '\n' || (starts_line && sign == ' ');
    }
    out
}

/// True where a `&` before this would be read as part of a sign.
fn starts_entity(rest: &str) -> bool {
    // No name is longer; a text of signs alone is not to be looked through from each of them.
    const LONGEST: usize = 40;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let name = rest.bytes().take(LONGEST).take_while(is_name).count();
    name > 0 && rest.as_bytes().get(name) == Some(&b';')
}

fn is_inside_word(before: &str, rest: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_letter(before.chars().next_back()) && is_letter(rest.chars().next())
}

/// One line of plain text as Markdown, with no more backslashes than it needs.
pub(crate) fn of_line(text: &str) -> String {
    let is_harmless = !text.contains(['\\', '`', '*', '[', ']', '<', '|', '~'])
        && !text.contains("{{")
        && !is_rich(text)
        && to_plain(text) == text;
    if is_harmless {
        text.to_owned()
    } else {
        escape(text)
    }
}

fn events(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}

/// Markdown as HTML.
pub(crate) fn to_html(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events(markdown));
    html.trim_end().to_owned()
}

/// Markdown of one line as HTML without a paragraph around it.
pub(crate) fn to_inline_html(markdown: &str) -> String {
    let html = to_html(markdown);
    let inner = html
        .strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"));
    match inner {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html,
    }
}

/// What a reader sees of Markdown as plain text: blocks on lines of their own.
pub(crate) fn to_plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::Start(Tag::Item) => out.push_str("- "),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::TableHead,
            ) if !out.ends_with('\n') => out.push('\n'),
            Event::End(TagEnd::TableCell) => out.push('\t'),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

/// True where Markdown says more than plain text can: emphasis, code, links, pictures, lists, tables.
pub(crate) fn is_rich(markdown: &str) -> bool {
    events(markdown).any(|event| {
        !matches!(
            event,
            Event::Text(_)
                | Event::SoftBreak
                | Event::Start(Tag::Paragraph)
                | Event::End(TagEnd::Paragraph)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_reads_as_it_was() {
        for text in [
            "2 * 3 * 4",
            "a_b_c",
            "# no heading",
            "1. no list",
            "- no list",
            "1 < 2 && x > 1",
            "[x](y)",
            "`code`",
            "a | b",
            "R&amp;D",
            "![x](y)",
            "C:\\new",
            "~~no~~",
            "no {{gap}} {{{here}}}",
            "_no_ snake_case_here _",
            "Stop! A & B &c; &#65;",
        ] {
            assert_eq!(to_plain(&escape(text)), text);
            assert!(!is_rich(&escape(text)), "{text}");
        }
    }
}
