//! XML as a tree with lines, within limits: no document type, no entities of its own, no depth without end.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::decode;
use crate::input::{Input, Refusal};

/// How deep elements may stand in one another.
const MAX_DEPTH: usize = 200;

/// How many elements and texts there may be.
const MAX_NODES: usize = 4_000_000;

/// An element.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Element {
    /// Its name, without prefix.
    pub(crate) name: String,
    /// Its attributes by name; the prefix stays: `xml:lang`.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// The line on which it starts, from 1.
    pub(crate) line: usize,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of that name in it.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element of that name in it.
    pub(crate) fn first(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The elements of that name anywhere in it, in order.
    pub(crate) fn every<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        let mut open: Vec<&Self> = self.elements().collect();
        open.reverse();
        while let Some(element) = open.pop() {
            if element.name == name {
                found.push(element);
            }
            let at = open.len();
            open.extend(element.elements());
            open.get_mut(at..).unwrap_or_default().reverse();
        }
        found
    }

    /// All text in it, as it stands.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        self.add_text(&mut out);
        out
    }

    fn add_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.add_text(out),
            }
        }
    }
}

/// The root element of a file.
///
/// # Errors
///
/// It is not well-formed, has a document type, or is deeper or larger than any file of questions.
pub(crate) fn parse(input: &Input<'_>) -> Result<Element, Refusal> {
    let (text, _) = decode::text(input.bytes);
    let mut reader = Reader::from_str(&text);
    let mut lines = Lines::new(&text);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut nodes = 0_usize;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let line = lines.of(at);
        let event = reader.read_event();
        nodes += 1;
        if nodes > MAX_NODES {
            let why = format!("more than {MAX_NODES} elements and texts");
            return Err(input.refuse(line, why, "split the file"));
        }
        match event {
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                let why = format!("this isn't well-formed XML: {error}");
                return Err(input.refuse(
                    lines.of(at),
                    why,
                    "export the file again, or fix it there",
                ));
            }
            Ok(Event::Start(start)) => {
                if open.len() > MAX_DEPTH {
                    let why = format!("elements are nested more than {MAX_DEPTH} deep");
                    return Err(input.refuse(
                        line,
                        why,
                        "no file of questions needs that: check the program that wrote it",
                    ));
                }
                open.push(element(&start, line));
            }
            Ok(Event::Empty(start)) => add(&mut open, Node::Element(element(&start, line))),
            Ok(Event::End(_)) => {
                // Names match, or the reader would have refused.
                if let Some(done) = open.pop() {
                    add(&mut open, Node::Element(done));
                }
            }
            Ok(Event::Text(text)) => {
                add(&mut open, Node::Text(unix(&text)));
            }
            Ok(Event::CData(text)) => {
                add(&mut open, Node::Text(unix(&text)));
            }
            Ok(Event::GeneralRef(name)) => {
                let name = name.to_string();
                match entity(&name) {
                    Some(text) => add(&mut open, Node::Text(text)),
                    None => {
                        let why = format!("XML has no entity `&{name};`");
                        return Err(input.refuse(
                            line,
                            why,
                            "write the character itself, or &amp; for &",
                        ));
                    }
                }
            }
            Ok(Event::DocType(text)) => {
                if let Some(why) = declares(&text) {
                    let help = "remove the part between < !DOCTYPE and >";
                    return Err(input.refuse(line, why, help));
                }
            }
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => {}
            Ok(Event::Eof) => break,
        }
    }
    if open.len() > 1 {
        let name = open.last().map_or("", |element| element.name.as_str());
        let why = format!("the element <{name}> has no end tag: the file is cut short");
        return Err(input.refuse(lines.of(text.len()), why, "export the file again"));
    }
    let root = open.pop().unwrap_or_default();
    let first = root.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    first.ok_or_else(|| input.refuse(1, "there is no element in it", "export the file again"))
}

/// The name of the first element of a text, without prefix: of what may be XML, before it is read as such.
pub(crate) fn root_name(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(behind) = rest.strip_prefix('<') {
        // A document type may hold declarations of its own.
        let declares = |text: &str| {
            let head = text.split('>').next().unwrap_or_default();
            head.starts_with("!DOCTYPE") && head.contains('[')
        };
        let end = match behind {
            doctype if declares(doctype) => "]>",
            comment if comment.starts_with("!--") => "-->",
            other if other.starts_with(['?', '!']) => ">",
            tag => {
                let name = tag.split(|c: char| c.is_whitespace() || "/>".contains(c));
                let name = name.into_iter().next().unwrap_or_default();
                return Some(name.rsplit(':').next().unwrap_or(name));
            }
        };
        rest = behind.split_once(end)?.1.trim_start();
    }
    None
}

/// What a document type declares, which is never needed to read questions; that of HTML or of a bare name declares nothing.
fn declares(doctype: &str) -> Option<&'static str> {
    if doctype.contains('[') {
        return Some("the file declares its own entities, which could expand without limit");
    }
    let outside = ["SYSTEM", "PUBLIC"];
    let is_outside = doctype
        .split_ascii_whitespace()
        .any(|word| outside.contains(&word));
    is_outside.then_some(
        "the file refers to an external document type (DTD), and only the file itself is read",
    )
}

/// Every end of a line as one sign.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Adds a node; texts that follow one another become one.
fn add(open: &mut [Element], node: Node) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    if let (Some(Node::Text(before)), Node::Text(text)) = (parent.children.last_mut(), &node) {
        before.push_str(text);
    } else {
        parent.children.push(node);
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = html_escape::decode_html_entities(&attribute.value).into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        children: Vec::new(),
        line,
    }
}

/// The five names of XML, numbers, and the names of HTML, which exports have where they should not.
fn entity(name: &str) -> Option<String> {
    if let Some(text) = resolve_predefined_entity(name) {
        return Some(text.to_owned());
    }
    let written = format!("&{name};");
    let decoded = html_escape::decode_html_entities(&written);
    (decoded != written.as_str()).then(|| decoded.into_owned())
}

/// Lines by byte, asked for in rising order.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    fn of(&mut self, byte: usize) -> usize {
        let end = byte.min(self.bytes.len());
        let passed = self.bytes.get(self.at..end).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = self.at.max(end);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Element, String> {
        let input = Input {
            path: "a.xml",
            bytes: text.as_bytes(),
        };
        parse(&input).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn an_element_knows_its_line_and_its_text() {
        let root = parsed(
            "<?xml version=\"1.0\"?>\n<a>\n <b x:y=\"1 &amp; 2\">é &lt;<![CDATA[<i>]]>&#233;&nbsp;</b>\n</a>",
        );
        let root = root.unwrap_or_default();
        let b = root.first("b").cloned().unwrap_or_default();
        assert_eq!((b.line, b.text().as_str()), (3, "é <<i>é\u{a0}"));
        assert_eq!(b.attribute("x:y"), Some("1 & 2"));
    }

    #[test]
    fn a_hostile_file_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>";
        assert!(parsed(bomb).is_err_and(|why| why.contains("its own entities")));
        let outside = "<!DOCTYPE a SYSTEM \"http://a.example/a.dtd\"><a/>";
        assert!(parsed(outside).is_err_and(|why| why.contains("external document type")));
        assert!(parsed("<!DOCTYPE a><a/>").is_ok());
        assert!(parsed("<a>&b;</a>").is_err_and(|why| why.contains("`&b;`")));
        let deep = "<a>".repeat(100_000);
        assert!(parsed(&deep).is_err_and(|why| why.contains("deep")));
        assert!(parsed("<a><b></a>").is_err());
        assert!(parsed("<a>").is_err_and(|why| why.contains("cut short")));
        assert!(parsed("").is_err());
    }

    #[test]
    fn the_first_element_shows_before_a_file_is_read() {
        for (text, name) in [
            ("<a/>", Some("a")),
            (
                "\u{feff}<?xml version=\"1.0\"?>\n<!-- <b> --><x:a y='1'>",
                Some("a"),
            ),
            ("<!DOCTYPE a><a>", Some("a")),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>", Some("a")),
            ("a <b>", None),
            ("<!--", None),
            ("", None),
        ] {
            assert_eq!(root_name(text), name, "{text}");
        }
    }
}
