//! Texts in the four formats that GIFT knows, and the Markdown of a bank.

use jalon_compiler::{Extent, takes};
use jalon_draft::Texts;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::escape::{self, Piece};
use crate::html::{self, Flow};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;
use crate::pictures::Pictures;

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// As Moodle does when nothing is said: line breaks count, and HTML does.
    #[default]
    Moodle,
    Plain,
    Markdown,
    Html,
}

const FORMATS: [(&str, Format); 4] = [
    ("[moodle]", Format::Moodle),
    ("[plain]", Format::Plain),
    ("[markdown]", Format::Markdown),
    ("[html]", Format::Html),
];

/// The format that a text names, and the rest of it.
pub(super) fn format(piece: Piece<'_>) -> (Option<Format>, Piece<'_>) {
    let piece = piece.start_trimmed();
    let named = FORMATS.iter().find(|(name, _)| piece.raw.starts_with(name));
    match named {
        Some((name, format)) => (Some(*format), piece.cut(0, name.len()).1.start_trimmed()),
        None => (None, piece),
    }
}

/// A text as the Markdown of a bank, by language; without one where nothing is said.
pub(super) fn read(
    piece: Piece<'_>,
    usual: Format,
    flow: Flow,
    pictures: &mut Pictures,
    losses: &mut Losses,
) -> Texts {
    let (own, piece) = format(piece);
    let (text, has_command) = escape::read(piece.raw.trim_end());
    if has_command {
        let what = "`\\n` in a formula";
        let why = "Moodle reads a line break there; it was read as the start of a command such as \\neq: write two backslashes";
        losses.guessed(what, why);
    }
    of(&text, own.unwrap_or(usual), flow, pictures, losses)
}

/// The same for a text without its backslashes.
pub(super) fn of(
    text: &str,
    format: Format,
    flow: Flow,
    pictures: &mut Pictures,
    losses: &mut Losses,
) -> Texts {
    let mut html = |text: &str| html::to_markdown_with(text, flow, pictures, losses);
    let texts = match format {
        _ if text.trim().is_empty() => Texts::new(),
        Format::Plain => unknown(plain(text, flow, losses)),
        Format::Moodle if !looks_like_html(text) => unknown(plain(text, flow, losses)),
        Format::Moodle => html(&text.replace('\n', "<br>\n")),
        Format::Html => html(text),
        Format::Markdown if is_ours(text, flow) => unknown(text.to_owned()),
        Format::Markdown => html(&markdown::to_html(text)),
    };
    let is_lost = |address: &str| is_local(address) && !pictures.0.contains_key(address);
    let texts = texts.into_iter();
    let texts = texts.map(|(lang, text)| (lang, without_pictures(&text, &is_lost, losses)));
    texts.filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// True for what lies beside the text, and not somewhere in the network.
pub(super) fn is_local(address: &str) -> bool {
    !address.contains("://") && !address.starts_with('/')
}

fn unknown(text: String) -> Texts {
    Texts::from([(UNDETERMINED.to_owned(), text)])
}

/// What a picture shows stands in its place.
pub(super) fn without_pictures(
    text: &str,
    is_lost: &dyn Fn(&str) -> bool,
    losses: &mut Losses,
) -> String {
    if !text.contains("![") {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut from = 0;
    let mut words: Option<String> = None;
    for (event, bytes) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if is_lost(&dest_url) => {
                out.push_str(text.get(from..bytes.start).unwrap_or_default());
                let what = format!("the picture {dest_url}");
                losses.dropped(
                    what,
                    "GIFT has only the names of pictures: the alternative text is used instead",
                );
                words = Some(String::new());
            }
            Event::Text(part) | Event::Code(part) => {
                if let Some(words) = &mut words {
                    words.push_str(&part);
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some(words) = words.take() {
                    out.push_str(&markdown::escape(&words));
                    from = bytes.end;
                }
            }
            _ => {}
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Plain text as Markdown: each line is a paragraph of its own, since that is how Moodle shows it.
fn plain(text: &str, flow: Flow, losses: &mut Losses) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(markdown::of_line).collect();
    match flow {
        Flow::Blocks => lines.join("\n\n"),
        Flow::Line => {
            note_lines(lines.len(), losses);
            lines.join(" ")
        }
    }
}

fn note_lines(lines: usize, losses: &mut Losses) {
    if lines > 1 {
        let what = format!("the line breaks of a text of {lines} lines");
        losses.changed(
            what,
            "choices, feedback and the like have one line: they are spaces now",
        );
    }
}

/// Tags that texts in a quiz have. `a < b` has none.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "audio",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "lang",
    "li",
    "math",
    "object",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
];

/// True where a text has tags or entities of HTML.
pub(super) fn looks_like_html(text: &str) -> bool {
    let has_tag = text.split('<').skip(1).any(|rest| {
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = name.find(|sign: char| !sign.is_ascii_alphanumeric());
        let end = end.unwrap_or(name.len());
        let closes = name.get(end..).unwrap_or_default();
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        TAGS.contains(&name.as_str()) && closes.starts_with(['>', ' ', '/', '\n'])
    });
    has_tag || text.split('&').skip(1).any(is_entity)
}

fn is_entity(rest: &str) -> bool {
    let Some(end) = rest.bytes().take(32).position(|byte| byte == b';') else {
        return false;
    };
    let entity = format!("&{};", rest.get(..end).unwrap_or_default());
    html_escape::decode_html_entities(&entity) != entity.as_str()
}

/// True where Markdown has nothing that a bank's texts don't take.
fn is_ours(text: &str, flow: Flow) -> bool {
    let extent = match flow {
        Flow::Blocks => Extent::Blocks,
        Flow::Line => Extent::Line,
    };
    // Which marks are set makes no difference to what is taken.
    UNDETERMINED
        .parse()
        .is_ok_and(|lang| takes(text, extent, &lang))
}

/// A text as GIFT writes it, where the texts around it have this format.
pub(super) fn write(text: &str, usual: Format, flow: Flow) -> String {
    let (format, text) = form(text, flow);
    let name = FORMATS.iter().find(|(_, own)| *own == format);
    let (prefix, _) = name.unwrap_or(&("", Format::Moodle));
    let starts_like_one = FORMATS.iter().any(|(name, _)| text.starts_with(name));
    if format == usual && !starts_like_one {
        escape::escape(&text)
    } else {
        format!("{prefix}{}", escape::escape(&text))
    }
}

/// The format that a text is written in.
pub(super) fn format_of(text: &str) -> Format {
    form(text, Flow::Blocks).0
}

fn form(text: &str, flow: Flow) -> (Format, String) {
    match as_plain(text, flow) {
        Some(plain) if looks_like_html(&plain) => (Format::Plain, plain),
        Some(plain) => (Format::Moodle, plain),
        None => (Format::Markdown, text.to_owned()),
    }
}

/// The plain text that reads as this Markdown, if one does.
pub(super) fn as_plain(text: &str, flow: Flow) -> Option<String> {
    let lines: Vec<String> = text.split("\n\n").map(markdown::to_plain).collect();
    let written = lines.join("\n");
    let is_same = plain(&written, flow, &mut Losses::default()) == text;
    (is_same && written.trim() == written).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str, format: Format, flow: Flow) -> String {
        let piece = Piece { raw, at: 0 };
        let texts = read(
            piece,
            format,
            flow,
            &mut Pictures::default(),
            &mut Losses::default(),
        );
        texts.get(UNDETERMINED).cloned().unwrap_or_default()
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        for text in [
            "Plain words",
            "R&D, 2 \\* 3 and \\[html\\]",
            "Two\n\nparagraphs",
            "a **strong** word",
            "- a\n- b",
            "x < 1 and a = b",
            "&lt; is \\<",
            "{one} ~ #1: 50%",
            "`code = 1`",
            "C:\\\\new",
        ] {
            for usual in [Format::Moodle, Format::Plain, Format::Markdown] {
                let written = write(text, usual, Flow::Blocks);
                assert_eq!(texts(&written, usual, Flow::Blocks), text, "{written}");
            }
        }
        assert_eq!(write("x\\[y\\]", Format::Moodle, Flow::Line), "x[y]");
        assert_eq!(
            write("a *b*", Format::Moodle, Flow::Line),
            "[markdown]a *b*"
        );
    }

    #[test]
    fn text_is_html_where_it_has_tags() {
        for (text, is_html) in [
            ("<b>bold</b>", true),
            ("a<br/>b", true),
            ("fish &amp; chips", true),
            ("<p class=\"x\">", true),
            ("a < b > c", false),
            ("R&D; and", false),
            ("List<T>", false),
            ("x <y and z> t", false),
        ] {
            assert_eq!(looks_like_html(text), is_html, "{text}");
        }
    }
}
