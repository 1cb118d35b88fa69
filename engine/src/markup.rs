//! Formatted text as a small tree. The author's tool compiles Markdown into it; the client walks it into DOM nodes and
//! never sets inner HTML, so a bank can't inject script, whatever it contains.

use crate::shared::Shared;

use crate::id::GapId;
use crate::json::{FromJson, Node, ToJson, Writer, replace};
use crate::{enum_json, newtype_json, struct_json};

/// Paragraphs, lists and code, one under another. Shared and not copied when it is cloned, as a [`Line`] is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup(pub Shared<Vec<Block>>);

/// One block of a [`Markup`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A list without order.
    Bullets(Vec<Line>),
    /// A list whose order matters.
    Steps(Vec<Line>),
    /// Lines of code.
    Code(String),
    /// Rows under headings.
    Table(Table),
}

/// A table: a heading for each column, and rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What stands over the columns; one may be blank, in the corner.
    pub head: Vec<Line>,
    /// The rows, cell by cell.
    pub rows: Vec<Vec<Line>>,
}

/// Formatted text on one line: what a choice or a piece of feedback is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(pub Shared<Vec<Span>>);

/// A stretch of a [`Line`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Span {
    /// Prose.
    #[cfg_attr(feature = "serde", serde(rename = "t"))]
    Text(String),
    /// Stress.
    #[cfg_attr(feature = "serde", serde(rename = "em"))]
    Emphasis(Line),
    /// Importance.
    #[cfg_attr(feature = "serde", serde(rename = "b"))]
    Strong(Line),
    /// A piece of code.
    #[cfg_attr(feature = "serde", serde(rename = "c"))]
    Code(String),
    /// A link.
    #[cfg_attr(feature = "serde", serde(rename = "a"))]
    Link(Address, Line),
    /// A picture, and what it shows for those who don't see it.
    #[cfg_attr(feature = "serde", serde(rename = "img"))]
    Image(Address, String),
    /// A gap to fill in, in the text of a question that has some.
    #[cfg_attr(feature = "serde", serde(rename = "gap"))]
    Gap(GapId),
}

/// Where a link or a picture points: a relative address, or one with a scheme that can't run code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Box<str>);

/// The address has a scheme other than `https`, `http` and `mailto`, or a character that no address has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressError;

impl std::fmt::Display for AddressError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address is relative, or starts with https:, http: or mailto:")
    }
}

impl std::error::Error for AddressError {}

impl Address {
    /// The address, ready for an attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of something that lies in this folder, which ends with a slash or is empty. `version` goes into its query, so that a cache
    /// can't take it for another version's. An address with a scheme or a path of its own stays as it is.
    ///
    /// ```
    /// use jalon_engine::markup::Address;
    ///
    /// let own = Address::try_from("map.svg".to_owned())?;
    /// assert_eq!(own.inside("banks/b/", "7"), "banks/b/map.svg?v=7");
    /// let other = Address::try_from("https://example.org/map.svg".to_owned())?;
    /// assert_eq!(other.inside("banks/b/", "7"), "https://example.org/map.svg");
    /// assert!(Address::try_from("javascript:alert(1)".to_owned()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn inside(&self, folder: &str, version: &str) -> String {
        let own = self.0.bytes().any(|b| b == b':') || self.0.starts_with(['/', '#', '?']);
        match own {
            true => self.0.as_ref().to_owned(),
            false => [folder, &self.0, "?v=", version].concat(),
        }
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        // Browsers skip control characters inside a scheme ("java\nscript:"), so none may be there at all.
        if text.is_empty()
            || text
                .chars()
                .any(|c| c.is_control() || c == ' ' || c == '\\')
        {
            return Err(AddressError);
        }
        let before_path = text.split(['/', '?', '#']).next().unwrap_or(&text);
        match before_path.split_once(':') {
            None => Ok(Self(text.into_boxed_str())),
            Some((scheme, _))
                if ["https", "http", "mailto"]
                    .iter()
                    .any(|s| s.eq_ignore_ascii_case(scheme)) =>
            {
                Ok(Self(text.into_boxed_str()))
            }
            Some(_) => Err(AddressError),
        }
    }
}

newtype_json!(Markup);
newtype_json!(Line);

impl FromJson for Address {
    fn blank() -> Self {
        Self(Default::default())
    }

    fn fill(&mut self, node: &Node<'_>) {
        match Self::try_from(node.text().to_owned()) {
            Ok(address) => *self = address,
            Err(_) => node.fail("no address"),
        }
    }
}

impl ToJson for Address {
    fn to_json(&self, out: &mut Writer) {
        out.text(&self.0);
    }
}

enum_json!(Block {
    "p" => Paragraph(line), "ul" => Bullets(lines), "ol" => Steps(lines), "pre" => Code(code),
    "table" => Table(table)
} else Self::Code(String::new()));
struct_json!(Table { head, rows });

impl ToJson for Span {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Self::Text(text) => out.variant("t", text),
            Self::Emphasis(line) => out.variant("em", line),
            Self::Strong(line) => out.variant("b", line),
            Self::Code(text) => out.variant("c", text),
            Self::Link(address, line) => out.variant("a", &(address, line)),
            Self::Image(address, text) => out.variant("img", &(address, text)),
            Self::Gap(id) => out.variant("gap", id),
        }
    }
}

impl<A: ToJson, B: ToJson> ToJson for (&A, &B) {
    fn to_json(&self, out: &mut Writer) {
        out.begin_list();
        out.item(self.0);
        out.item(self.1);
        out.end_list();
    }
}

impl FromJson for Span {
    fn blank() -> Self {
        Self::Text(String::new())
    }

    fn fill(&mut self, node: &Node<'_>) {
        let names = ["a", "img", "t", "em", "b", "c", "gap"];
        let Some((place, content)) = node.variant(&names) else {
            return;
        };
        let blank = match place {
            0 => Self::Link(Address::blank(), Line::blank()),
            1 => Self::Image(Address::blank(), String::new()),
            2 => Self::Text(String::new()),
            3 => Self::Emphasis(Line::blank()),
            4 => Self::Strong(Line::blank()),
            5 => Self::Code(String::new()),
            _ => Self::Gap(FromJson::blank()),
        };
        replace(self, blank);
        let (own, second): (&mut dyn FromJson, Option<&mut dyn FromJson>) = match self {
            Self::Link(address, line) => (address, Some(line)),
            Self::Image(address, text) => (address, Some(text)),
            Self::Text(text) | Self::Code(text) => (text, None),
            Self::Emphasis(line) | Self::Strong(line) => (line, None),
            Self::Gap(id) => (id, None),
        };
        match second {
            None => own.fill(&content),
            Some(second) => {
                content.item(0, own);
                content.item(1, second);
            }
        }
    }
}

impl From<Vec<Block>> for Markup {
    fn from(blocks: Vec<Block>) -> Self {
        Self(Shared::new(blocks))
    }
}

impl From<Vec<Span>> for Line {
    fn from(spans: Vec<Span>) -> Self {
        Self(Shared::new(spans))
    }
}

impl Markup {
    /// One paragraph of plain prose.
    pub fn plain(text: &str) -> Self {
        vec![Block::Paragraph(Line::plain(text))].into()
    }

    /// True when there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|block| match block {
            Block::Paragraph(line) => line.is_blank(),
            Block::Bullets(lines) | Block::Steps(lines) => lines.iter().all(Line::is_blank),
            Block::Code(code) => code.trim().is_empty(),
            Block::Table(table) => {
                table.head.iter().all(Line::is_blank)
                    && table.rows.iter().flatten().all(Line::is_blank)
            }
        })
    }

    /// The gaps in it, in order.
    pub fn gaps(&self) -> Vec<&GapId> {
        let mut gaps = Vec::new();
        for block in self.0.iter() {
            match block {
                Block::Paragraph(line) => line.add_gaps(&mut gaps),
                Block::Bullets(lines) | Block::Steps(lines) => {
                    for line in lines {
                        line.add_gaps(&mut gaps);
                    }
                }
                Block::Table(table) => {
                    for line in table.head.iter().chain(table.rows.iter().flatten()) {
                        line.add_gaps(&mut gaps);
                    }
                }
                Block::Code(_) => {}
            }
        }
        gaps
    }

    /// The words alone, blocks one under another.
    ///
    /// ```
    /// use jalon_engine::Line;
    /// use jalon_engine::markup::{Block, Markup, Span};
    ///
    /// let name = Span::Strong(Line::plain("Mars"));
    /// let line = Line::from(vec![Span::Text("Look at ".to_owned()), name]);
    /// let markup = Markup::from(vec![Block::Paragraph(line), Block::Code("a = 1".to_owned())]);
    /// assert_eq!(markup.to_plain(), "Look at Mars\na = 1");
    /// ```
    pub fn to_plain(&self) -> String {
        let blocks: Vec<String> = self
            .0
            .iter()
            .map(|block| match block {
                Block::Paragraph(line) => line.to_plain(),
                Block::Bullets(lines) | Block::Steps(lines) => lines
                    .iter()
                    .map(Line::to_plain)
                    .collect::<Vec<_>>()
                    .join("\n"),
                Block::Code(code) => code.clone(),
                Block::Table(table) => table.to_plain(),
            })
            .collect();
        blocks.join("\n")
    }
}

impl Table {
    /// What names it: its headings, one after another.
    pub fn name(&self) -> String {
        let mut name = String::new();
        for heading in &self.head {
            if !heading.is_blank() {
                name.push_str(if name.is_empty() { "" } else { ", " });
                name.push_str(&heading.to_plain());
            }
        }
        name
    }

    /// The words alone, rows one under another and cells apart by tabs.
    fn to_plain(&self) -> String {
        let row = |cells: &Vec<Line>| {
            let cells: Vec<String> = cells.iter().map(Line::to_plain).collect();
            cells.join("\t")
        };
        let rows: Vec<String> = std::iter::once(&self.head)
            .chain(&self.rows)
            .map(row)
            .collect();
        rows.join("\n")
    }
}

impl Line {
    /// Plain prose.
    pub fn plain(text: &str) -> Self {
        vec![Span::Text(text.to_owned())].into()
    }

    /// True when there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| match span {
            Span::Text(text) | Span::Code(text) | Span::Image(_, text) => text.trim().is_empty(),
            Span::Emphasis(line) | Span::Strong(line) | Span::Link(_, line) => line.is_blank(),
            Span::Gap(_) => false,
        })
    }

    fn add_gaps<'a>(&'a self, gaps: &mut Vec<&'a GapId>) {
        for span in self.0.iter() {
            match span {
                Span::Gap(id) => gaps.push(id),
                Span::Emphasis(line) | Span::Strong(line) | Span::Link(_, line) => {
                    line.add_gaps(gaps);
                }
                Span::Text(_) | Span::Code(_) | Span::Image(..) => {}
            }
        }
    }

    /// The words alone.
    pub fn to_plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Text(text) | Span::Code(text) | Span::Image(_, text) => text.clone(),
                Span::Emphasis(line) | Span::Strong(line) | Span::Link(_, line) => line.to_plain(),
                Span::Gap(_) => "…".to_owned(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_back_and_said_row_by_row() {
        let lines = |texts: [&str; 2]| texts.map(Line::plain).to_vec();
        let table = Markup::from(vec![Block::Table(Table {
            head: lines(["", "Kind"]),
            rows: vec![lines(["27001", "*requirements*"]), lines(["27002", ""])],
        })]);
        let json = crate::json::write(&table);
        assert_eq!(crate::json::read(&json), Ok(table.clone()));
        assert_eq!(table.to_plain(), "\tKind\n27001\t*requirements*\n27002\t");
        assert!(!table.is_blank());
        assert!(Markup::from(vec![Block::Table(Table::default())]).is_blank());
        for bad in [
            r#"[{"table":[]}]"#,
            r#"[{"table":{"head":[]}}]"#,
            r#"[{"table":{"head":[],"rows":[{}]}}]"#,
        ] {
            assert!(crate::json::read::<Markup>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_is_looked_for_in_its_folder_and_an_address_of_its_own_where_it_is() {
        for (address, expected) in [
            ("a.svg", "banks/b/a.svg?v=1"),
            ("/a.svg", "/a.svg"),
            ("https://a.example/a.svg", "https://a.example/a.svg"),
            ("//a.example/a.svg", "//a.example/a.svg"),
        ] {
            let address = Address::try_from(address.to_owned()).unwrap();
            assert_eq!(address.inside("banks/b/", "1"), expected);
        }
    }

    #[test]
    fn an_address_can_not_run_code() {
        for good in [
            "a.svg",
            "../a/b.png",
            "https://a.example/x:y",
            "HTTP://a.example",
            "mailto:a@b.example",
            "#here",
            "?a=b:c",
        ] {
            assert!(Address::try_from(good.to_owned()).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "\\\\host",
            "",
        ] {
            assert!(Address::try_from(bad.to_owned()).is_err(), "{bad:?}");
        }
    }
}
