//! Texts of a bank as HTML, in which every text means itself. What depends on the page that they go into is the page's affair:
//! where pictures are, how a table stands, what stands for a gap.

use jalon_engine::id::GapId;
use jalon_engine::markup::{Address, Block, Line, Markup, Span, Table};

/// The page that texts go into.
pub trait Page {
    /// A picture, and what it shows.
    fn image(&self, address: &Address, alt: &str) -> String;

    /// What stands where something is to be filled in. Few texts have gaps.
    fn gap(&self, _id: &GapId) -> String {
        String::new()
    }

    /// A table, whose HTML this is already.
    fn table(&self, _table: &Table, html: String) -> String {
        html
    }
}

/// Paragraphs, lists, code and tables.
pub fn blocks(page: &dyn Page, markup: &Markup) -> String {
    let items = |lines: &[Line]| -> String {
        let item = |line| element("li", &spans(page, line));
        lines.iter().map(item).collect()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(line) => element("p", &spans(page, line)),
        Block::Bullets(lines) => element("ul", &items(lines)),
        Block::Steps(lines) => element("ol", &items(lines)),
        Block::Code(code) => element("pre", &element("code", &escaped(code))),
        Block::Table(table) => page.table(table, self::table(page, table)),
    };
    markup.0.iter().map(block).collect()
}

fn table(page: &dyn Page, table: &Table) -> String {
    let heading = |line: &Line| match line.is_blank() {
        true => element("td", ""),
        false => format!("<th scope=\"col\">{}</th>", spans(page, line)),
    };
    let head: String = table.head.iter().map(heading).collect();
    let row = |cells: &Vec<Line>| {
        let cells: String = cells
            .iter()
            .map(|cell| element("td", &spans(page, cell)))
            .collect();
        element("tr", &cells)
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!("<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
}

/// What stands on one line.
pub fn spans(page: &dyn Page, line: &Line) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => escaped(text),
        Span::Emphasis(line) => element("em", &spans(page, line)),
        Span::Strong(line) => element("strong", &spans(page, line)),
        Span::Code(code) => element("code", &escaped(code)),
        Span::Link(to, line) => format!(
            "<a href=\"{}\">{}</a>",
            quoted(to.as_str()),
            spans(page, line)
        ),
        Span::Gap(id) => page.gap(id),
        Span::Image(address, alt) => page.image(address, alt),
    };
    line.0.iter().map(span).collect()
}

/// Something between the tags of an element.
pub fn element(tag: &str, inside: &str) -> String {
    format!("<{tag}>{inside}</{tag}>")
}

/// A text that means itself between two tags.
pub fn escaped(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

/// A text that means itself in an attribute between double quotes.
pub fn quoted(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}
