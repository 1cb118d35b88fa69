//! What the elements of HTML are to a bank's texts.

use super::style::Level;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A block of words.
    Block,
    Heading,
    Quote,
    List {
        ordered: bool,
    },
    Item,
    /// The word that a description list explains.
    Term,
    Table,
    /// Rows of headings.
    HeadRows,
    Row,
    Cell {
        heading: bool,
    },
    Caption,
    Pre,
    /// Words that look otherwise.
    Mark(Mark),
    Link,
    Picture,
    Break,
    Rule,
    /// A passage in a language, of Moodle before 1.8.
    Lang,
    /// A mathematical formula.
    Formula,
    /// Not to be read, without a word.
    Hidden,
    /// Not to be read: something that bank texts can't have.
    Lost(&'static str),
    /// An element that only holds others.
    Plain,
    Unknown,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Code,
    Underlined,
    Highlighted,
    Struck,
    Level(Level),
    Quoted,
    /// How a word is said, above it.
    Ruby,
    /// A span, which looks as its `style` says.
    Span,
}

impl Role {
    /// True for elements that have no end.
    pub(super) fn is_void(self, name: &str) -> bool {
        matches!(self, Self::Picture | Self::Break | Self::Rule)
            || matches!(
                name,
                "area"
                    | "base"
                    | "col"
                    | "input"
                    | "link"
                    | "meta"
                    | "param"
                    | "source"
                    | "track"
                    | "wbr"
                    | "embed"
            )
    }

    /// True for elements that stand on lines of their own.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Mark(_)
                | Self::Link
                | Self::Picture
                | Self::Break
                | Self::Lang
                | Self::Formula
                | Self::Hidden
                | Self::Lost(_)
                | Self::Plain
                | Self::Unknown
        )
    }
}

/// What an element of that name is.
pub(super) fn role(name: &str) -> Role {
    match name {
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav"
        | "figure" | "figcaption" | "center" | "address" | "fieldset" | "form" | "body"
        | "details" | "dl" | "dd" | "hgroup" => Role::Block,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "legend" => Role::Heading,
        "blockquote" => Role::Quote,
        "ul" | "menu" | "dir" => Role::List { ordered: false },
        "ol" => Role::List { ordered: true },
        "li" => Role::Item,
        "dt" => Role::Term,
        "table" => Role::Table,
        "thead" => Role::HeadRows,
        "tr" => Role::Row,
        "td" => Role::Cell { heading: false },
        "th" => Role::Cell { heading: true },
        "caption" => Role::Caption,
        "pre" | "listing" | "xmp" | "plaintext" => Role::Pre,
        "a" => Role::Link,
        "img" | "image" => Role::Picture,
        "br" => Role::Break,
        "hr" => Role::Rule,
        "lang" => Role::Lang,
        "math" => Role::Formula,
        "style" | "head" | "title" | "rp" | "template" | "annotation" | "annotation-xml" => {
            Role::Hidden
        }
        "script" | "noscript" => Role::Lost("a script"),
        "iframe" | "frame" | "frameset" | "noframes" => Role::Lost("an embedded page"),
        "object" | "embed" | "applet" | "noembed" => Role::Lost("an embedded object"),
        "audio" | "bgsound" => Role::Lost("a sound"),
        "video" => Role::Lost("a video"),
        "svg" | "canvas" => Role::Lost("a drawing"),
        "input" | "select" | "textarea" | "button" | "progress" | "meter" | "datalist" => {
            Role::Lost("a field of a form")
        }
        _ => mark(name).map_or_else(|| rest(name), Role::Mark),
    }
}

fn mark(name: &str) -> Option<Mark> {
    Some(match name {
        "strong" | "b" => Mark::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => Mark::Emphasis,
        "code" | "tt" | "kbd" | "samp" => Mark::Code,
        "u" | "ins" => Mark::Underlined,
        "mark" => Mark::Highlighted,
        "s" | "strike" | "del" => Mark::Struck,
        "sup" => Mark::Level(Level::Above),
        "sub" => Mark::Level(Level::Below),
        "q" => Mark::Quoted,
        "rt" => Mark::Ruby,
        "span" => Mark::Span,
        _ => return None,
    })
}

fn rest(name: &str) -> Role {
    match name {
        "html" | "tbody" | "tfoot" | "colgroup" | "col" | "font" | "big" | "small" | "label"
        | "abbr" | "acronym" | "time" | "data" | "bdi" | "bdo" | "nobr" | "wbr" | "ruby" | "rb"
        | "rtc" | "picture" | "source" | "meta" | "link" | "base" | "area" | "map" | "param"
        | "track" | "output" | "basefont" | "search" | "option" | "optgroup" => Role::Plain,
        _ => Role::Unknown,
    }
}
