//! The little Markdown that texts take, compiled into the engine's trees. Anything else is an error, never dropped.

mod gap;
mod inline;
mod prose;
mod table;

use std::ops::Range;

use jalon_engine::lang::Lang;
use jalon_engine::markup::{Block, Line, Markup};
use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag};

use crate::diagnostic::{Code, Diagnostic};
use crate::read::Raw;
use gap::Takes;
pub(crate) use gap::places;
use inline::Inline;
use jalon_draft::sources::{FileId, Span};

/// More problems than this in one text come from one slip, or from no text at all.
const MOST_PROBLEMS: usize = 10;

/// Compiles paragraphs and lists.
pub(crate) fn markup(raw: &Raw, lang: &Lang, problems: &mut Vec<Diagnostic>) -> Markup {
    let before = problems.len();
    let markup = Blocks::new(raw, lang, problems).read();
    problems.truncate(before + MOST_PROBLEMS);
    markup
}

/// How much of Markdown a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Paragraphs, lists, tables: a prompt, an explanation.
    Blocks,
    /// One line: a choice, feedback.
    Line,
}

/// True for a text that a bank takes as it is: Markdown in which a check finds nothing wrong.
pub fn takes(text: &str, extent: Extent, lang: &Lang) -> bool {
    let raw = Raw::verbatim(text, Span::new(FileId::NONE, 0..text.len()));
    let mut problems = Vec::new();
    match extent {
        Extent::Blocks => _ = markup(&raw, lang, &mut problems),
        Extent::Line => _ = line(&raw, lang, &mut problems),
    }
    problems.is_empty()
}

/// Compiles paragraphs and lists in which `{{id}}` is a gap.
pub(crate) fn gapped(raw: &Raw, lang: &Lang, problems: &mut Vec<Diagnostic>) -> Markup {
    let before = problems.len();
    let mut blocks = Blocks::new(raw, lang, problems);
    blocks.takes = Takes::Gaps;
    let markup = blocks.read();
    problems.truncate(before + MOST_PROBLEMS);
    markup
}

/// Compiles one line.
pub(crate) fn line(raw: &Raw, lang: &Lang, problems: &mut Vec<Diagnostic>) -> Line {
    let markup = markup(raw, lang, problems);
    let mut blocks = markup.0.iter().cloned();
    let first = blocks.next();
    let text = raw.text.trim();
    let one_line = blocks.next().is_none() && !text.contains('\n');
    match first {
        Some(Block::Paragraph(line)) if one_line => line,
        None => Line::default(),
        Some(_) => {
            problems.push(not_one_line(raw));
            Line::default()
        }
    }
}

fn not_one_line(raw: &Raw) -> Diagnostic {
    let (found, help) = if raw.text.trim().contains('\n') {
        (
            "several lines",
            "choices and feedback are one line; write \"...\" and not \"\"\"...\"\"\"",
        )
    } else {
        (
            "a list or a block",
            "1. and - in first place make a list; with a backslash, 1\\. and \\- are plain",
        )
    };
    let message = format!("expected one line of text, found {found}");
    Diagnostic::new(Code::NotOneLine, raw.part(0..raw.text.len()), message).help(raw.typed(help))
}

/// Why a piece of Markdown is refused, and what to write in its place.
struct Refusal {
    what: &'static str,
    help: &'static str,
}

fn refusal(tag: &Tag<'_>) -> Refusal {
    let (what, help) = match tag {
        Tag::Heading { .. } => (
            "a heading",
            "write \\# for a plain #; use a strong line in place of a heading",
        ),
        Tag::BlockQuote(_) => (
            "a block quote",
            "write \\> for a plain >; put quoted words in quotes",
        ),
        Tag::HtmlBlock => (
            "HTML",
            "write \\< for a plain <; *emphasis*, **strong** and `code` are there for the rest",
        ),
        Tag::List(_) => (
            "a list inside a list",
            "make it one list, or put the details in a sentence",
        ),
        Tag::CodeBlock(_) => (
            "an indented block",
            "take away the spaces in front, or put code between lines of ```",
        ),
        Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => (
            "a table in a list",
            "put it under the list, behind an empty line",
        ),
        _ => (
            "this",
            "texts take emphasis, strong, code, links, pictures, paragraphs, lists and tables",
        ),
    };
    Refusal { what, help }
}

/// Reads one text block by block.
struct Blocks<'a> {
    raw: &'a Raw,
    lang: &'a Lang,
    problems: &'a mut Vec<Diagnostic>,
    blocks: Vec<Block>,
    takes: Takes,
}

impl<'a> Blocks<'a> {
    fn new(raw: &'a Raw, lang: &'a Lang, problems: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            raw,
            lang,
            problems,
            blocks: Vec::new(),
            takes: Takes::Prose,
        }
    }

    fn read(mut self) -> Markup {
        let parser = Parser::new_ext(&self.raw.text, Options::ENABLE_TABLES);
        let definitions: Vec<Range<usize>> = parser
            .reference_definitions()
            .iter()
            .map(|(_, definition)| definition.span.clone())
            .collect();
        for bytes in definitions {
            let help = "write the address behind the words: [words](https://...)";
            self.refuse(
                &Refusal {
                    what: "an address for a link elsewhere",
                    help,
                },
                bytes,
            );
        }
        let mut events = parser.into_offset_iter();
        while let Some((event, bytes)) = events.next() {
            self.block(event, bytes, &mut events);
        }
        self.blocks.into()
    }

    fn block(&mut self, event: Event<'a>, bytes: Range<usize>, events: &mut OffsetIter<'a>) {
        match event {
            Event::Start(Tag::Paragraph) => {
                let line = self.inline(events, Vec::new());
                self.blocks.push(Block::Paragraph(line));
            }
            Event::Start(Tag::List(first)) => self.list(first, bytes, events),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.code(events),
            Event::Start(Tag::Table(columns)) => self.table(&columns, bytes, events),
            Event::Start(tag) => {
                self.refuse(&refusal(&tag), bytes);
                skip(events);
            }
            Event::Rule => {
                let help = "leave it out, or write \\--- for plain hyphens";
                self.refuse(
                    &Refusal {
                        what: "a rule",
                        help,
                    },
                    bytes,
                );
            }
            _ => {}
        }
    }

    fn list(&mut self, first: Option<u64>, bytes: Range<usize>, events: &mut OffsetIter<'a>) {
        if let Some(first) = first.filter(|&first| first != 1) {
            let help = format!(
                "start the list with 1, or write {first}{} if no list is meant",
                self.raw.typed("\\.")
            );
            let message = format!("a list starts with 1, found {first}");
            let start = bytes.start..bytes.start + 1;
            self.problems.push(
                Diagnostic::new(Code::UnsupportedMarkup, self.raw.part(start), message).help(help),
            );
        }
        let mut items = Vec::new();
        while let Some((event, _)) = events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(events)),
                Event::End(_) => break,
                _ => {}
            }
        }
        self.blocks.push(if first.is_some() {
            Block::Steps(items)
        } else {
            Block::Bullets(items)
        });
    }

    /// An item is one line, which stands in a paragraph of its own where items are set apart.
    fn item(&mut self, events: &mut OffsetIter<'a>) -> Line {
        let Some((event, bytes)) = events.next() else {
            return Line::default();
        };
        match event {
            Event::End(_) => Line::default(),
            Event::Start(Tag::Paragraph) => {
                let line = self.inline(events, Vec::new());
                self.rest_of_item(events);
                line
            }
            Event::Start(tag) if !is_inline(&tag) => {
                self.refuse(&refusal(&tag), bytes);
                skip(events);
                self.rest_of_item(events);
                Line::default()
            }
            event => self.inline(events, vec![(event, bytes)]),
        }
    }

    fn rest_of_item(&mut self, events: &mut OffsetIter<'a>) {
        while let Some((event, bytes)) = events.next() {
            match event {
                Event::End(_) => return,
                Event::Start(_) => {
                    let help = "make it one paragraph, or an item of its own";
                    self.refuse(
                        &Refusal {
                            what: "more than one paragraph in an item",
                            help,
                        },
                        bytes,
                    );
                    skip(events);
                }
                _ => {}
            }
        }
    }

    fn code(&mut self, events: &mut OffsetIter<'a>) {
        let mut code = String::new();
        for (event, _) in events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        code.truncate(code.trim_end().len());
        self.blocks.push(Block::Code(code));
    }

    /// What stands in one paragraph or item, up to its end.
    fn inline(
        &mut self,
        events: &mut OffsetIter<'a>,
        first: Vec<(Event<'a>, Range<usize>)>,
    ) -> Line {
        let mut inline = Inline::new(self.raw, self.lang, self.takes, self.problems);
        let mut depth = 0usize;
        let mut queue = first.into_iter();
        while let Some((event, bytes)) = queue.next().or_else(|| events.next()) {
            match &event {
                Event::Start(tag) if !is_inline(tag) => {
                    inline.refuse(&refusal(tag), bytes);
                    skip(events);
                    continue;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            inline.push(event, bytes);
        }
        inline.finish()
    }

    fn refuse(&mut self, refusal: &Refusal, bytes: Range<usize>) {
        self.problems.push(refused(self.raw, refusal, bytes));
    }
}

/// A refusal where it is due. A block's last line break is not part of what is shown.
fn refused(raw: &Raw, refusal: &Refusal, bytes: Range<usize>) -> Diagnostic {
    let text = raw.text.get(bytes.clone()).unwrap_or_default();
    let bytes = bytes.start..bytes.start + text.trim_end().len();
    let message = format!("texts don't take {}", refusal.what);
    Diagnostic::new(Code::UnsupportedMarkup, raw.part(bytes), message).help(raw.typed(refusal.help))
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough
    )
}

/// Passes over everything up to the end of what has just started.
fn skip(events: &mut OffsetIter<'_>) {
    let mut depth = 0usize;
    for (event, _) in events.by_ref() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_draft::sources::{FileId, Sources, Span};

    /// Compiles a text in French, and says what is wrong with which part of it.
    fn compiled(text: &str) -> (String, Vec<(Code, String)>) {
        let sources = Sources::from_iter([("a.toml", text)]);
        let (file, _): (FileId, _) = sources.iter().next().unwrap();
        let raw = Raw::verbatim(text, Span::new(file, 0..text.len()));
        let mut problems = Vec::new();
        let markup = markup(&raw, &"fr".parse().unwrap(), &mut problems);
        let problems = problems.into_iter();
        let parts = problems.map(|one| (one.code, text[one.span.bytes()].to_owned()));
        (serde_json::to_string(&markup).unwrap(), parts.collect())
    }

    fn tree(text: &str) -> String {
        let (tree, problems) = compiled(text);
        assert_eq!(problems, [], "{text}");
        tree
    }

    #[test]
    fn what_texts_take() {
        for (text, expected) in [
            ("", "[]"),
            ("Un *mot*", r#"[{"p":[{"t":"Un "},{"em":[{"t":"mot"}]}]}]"#),
            (
                "**fort** et `A.5.15`",
                r#"[{"p":[{"b":[{"t":"fort"}]},{"t":" et "},{"c":"A.5.15"}]}]"#,
            ),
            (
                "[ici](https://a.example/x?y#z)",
                r#"[{"p":[{"a":["https://a.example/x?y#z",[{"t":"ici"}]]}]}]"#,
            ),
            (
                "![une porte](porte.svg)",
                r#"[{"p":[{"img":["porte.svg","une porte"]}]}]"#,
            ),
            ("a\nb\n\nc", r#"[{"p":[{"t":"a b"}]},{"p":[{"t":"c"}]}]"#),
            (
                "| a | *b* |\n|---|---|\n| c \\| d | `e` |\n| f |  |",
                r#"[{"table":{"head":[[{"t":"a"}],[{"em":[{"t":"b"}]}]],"rows":[[[{"t":"c | d"}],[{"c":"e"}]],[[{"t":"f"}],[]]]}}]"#,
            ),
            (
                "a | b\n-|-\nc | d : e\n\nfin",
                "[{\"table\":{\"head\":[[{\"t\":\"a\"}],[{\"t\":\"b\"}]],\"rows\":[[[{\"t\":\"c\"}],[{\"t\":\"d\u{A0}: e\"}]]]}},{\"p\":[{\"t\":\"fin\"}]}]",
            ),
            (
                "- a\n- b\n\n1. c\n2. *d*",
                r#"[{"ul":[[{"t":"a"}],[{"t":"b"}]]},{"ol":[[{"t":"c"}],[{"em":[{"t":"d"}]}]]}]"#,
            ),
            ("- a\n\n- b", r#"[{"ul":[[{"t":"a"}],[{"t":"b"}]]}]"#),
            ("```\nx = 'y' : z\n```", r#"[{"pre":"x = 'y' : z"}]"#),
            (
                "\\*a\\* \\# 2022\\. \\[b\\](c) \\[d](e)",
                r#"[{"p":[{"t":"*a* # 2022. [b](c) [d](e)"}]}]"#,
            ),
            (
                "2 * 3 = 6 & a_b_c [sic] R&D &lt;",
                r#"[{"p":[{"t":"2 * 3 = 6 & a_b_c [sic] R&D <"}]}]"#,
            ),
        ] {
            assert_eq!(tree(text), expected, "{text}");
        }
    }

    #[test]
    fn typography_is_for_prose_and_sees_its_neighbours() {
        for (text, expected) in [
            (
                "l'*organisme* : l'`id'x`",
                "[{\"p\":[{\"t\":\"l’\"},{\"em\":[{\"t\":\"organisme\"}]},{\"t\":\"\u{A0}: l’\"},{\"c\":\"id'x\"}]}]",
            ),
            (
                "« *oui* »",
                "[{\"p\":[{\"t\":\"«\u{A0}\"},{\"em\":[{\"t\":\"oui\"}]},{\"t\":\"\u{A0}»\"}]}]",
            ),
            (
                "[a](https://a.example/l'x?y)",
                "[{\"p\":[{\"a\":[\"https://a.example/l'x?y\",[{\"t\":\"a\"}]]}]}]",
            ),
            ("mot\n; suite", "[{\"p\":[{\"t\":\"mot\u{202F}; suite\"}]}]"),
        ] {
            assert_eq!(tree(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        use Code::{
            BrokenMarkup, EmptyText, InvalidAddress, MissingSpace, UnevenTable, UnsupportedMarkup,
        };
        for (text, code, part) in [
            ("un **mot", BrokenMarkup, "**"),
            ("un mot*", BrokenMarkup, "*"),
            ("é `mot", BrokenMarkup, "`"),
            ("[mot](a b", BrokenMarkup, "]("),
            ("[mot](javascript:x)", InvalidAddress, "[mot](javascript:x)"),
            (
                "[mot](a \"titre\")",
                UnsupportedMarkup,
                "[mot](a \"titre\")",
            ),
            ("![](a.svg)", EmptyText, "![](a.svg)"),
            ("é\n\n# Titre\n", UnsupportedMarkup, "# Titre"),
            ("> cité", UnsupportedMarkup, "> cité"),
            ("a <br> b", UnsupportedMarkup, "<br>"),
            ("<div>a</div>", UnsupportedMarkup, "<div>a</div>"),
            ("a\n\n---\n\nb", UnsupportedMarkup, "---"),
            ("    code", UnsupportedMarkup, "code"),
            ("- a\n  - b", UnsupportedMarkup, "- b"),
            ("- a\n\n  b", UnsupportedMarkup, "b"),
            ("3. a", UnsupportedMarkup, "3"),
            (
                "- x\n\n  |a|b|\n  |-|-|",
                UnsupportedMarkup,
                "|a|b|\n  |-|-|",
            ),
            ("|a|b|\n|-|:-|\n|c|d|", UnsupportedMarkup, "|-|:-|"),
            ("|a|b|\n|-|-|\n|c|d|e|", UnevenTable, "|c|d|e|"),
            ("|a|b|\n|-|-|\n|c|\n|d|e|", UnevenTable, "|c|"),
            ("|a|b|\n|-|-|\n|c|d|\nfin", UnevenTable, "fin"),
            ("| | |\n|-|-|\n|c|d|", EmptyText, "| | |"),
            ("|a|b|\n|-|-|", EmptyText, "|a|b|\n|-|-|"),
            ("a  \nb", UnsupportedMarkup, ""),
            ("[a]: b", UnsupportedMarkup, "[a]: b"),
            ("<a@b.example>", UnsupportedMarkup, "<a@b.example>"),
            ("*é* `a`: b", MissingSpace, ":"),
            ("a \\* b: c", MissingSpace, ":"),
        ] {
            assert_eq!(compiled(text).1, [(code, part.to_owned())], "{text}");
        }
    }
}
