//! The body of an item: its text as HTML, and what in it asks for something.

use crate::loss::Losses;
use crate::xml::{Element, Node};

use super::files::Files;
use super::pictures::Shelf;

/// What stands in a text where a gap is: no text of a package has these signs.
pub(super) const GAP: (char, char) = ('\u{e000}', '\u{e001}');

/// What an item's body holds.
#[derive(Debug, Default)]
pub(super) struct Body<'a> {
    /// Its parts on the top level as HTML, each with the number of gaps that it has.
    pub(super) parts: Vec<(String, usize)>,
    /// What stands in the text: gaps to type in or to choose for, in order.
    pub(super) inline: Vec<&'a Element>,
    /// What stands by itself.
    pub(super) blocks: Vec<&'a Element>,
    /// Notes for those who mark.
    pub(super) rubrics: Vec<&'a Element>,
}

impl Body<'_> {
    /// All of its text.
    pub(super) fn html(&self) -> String {
        let parts = self.parts.iter().map(|(html, _)| html.as_str());
        parts.collect::<Vec<_>>().join("\n")
    }

    /// What stands before the first part with a gap, and that part with what follows.
    pub(super) fn split(&self) -> (String, String) {
        let at = self.parts.iter().position(|(_, gaps)| *gaps > 0);
        let (before, behind) = self.parts.split_at(at.unwrap_or(self.parts.len()));
        let joined = |parts: &[(String, usize)]| {
            let parts = parts.iter().map(|(html, _)| html.as_str());
            parts.collect::<Vec<_>>().join("\n")
        };
        (joined(before), joined(behind))
    }
}

/// Writes elements as HTML and takes out what is no text.
pub(super) struct Writer<'w, 'f> {
    pub(super) files: &'w mut Files<'f>,
    pub(super) shelf: &'w mut Shelf,
    pub(super) losses: &'w mut Losses,
    /// The file that pictures are looked up from.
    pub(super) file: &'w str,
}

/// Elements that hold text and mean nothing by themselves.
const PLAIN: [&str; 6] = [
    "contentBody",
    "htmlContent",
    "stimulusBody",
    "itemBody",
    "prompt",
    "rubricBlock",
];

/// Elements of HTML that have no end.
const EMPTY: [&str; 8] = ["br", "img", "hr", "col", "wbr", "source", "track", "input"];

impl Writer<'_, '_> {
    /// What is in an element.
    pub(super) fn body<'a>(&mut self, element: &'a Element) -> Body<'a> {
        let mut body = Body::default();
        let mut holder = element;
        // What wraps everything is no part.
        while let [only] = holder.elements().collect::<Vec<_>>().as_slice()
            && is_wrap(only)
            && no_text(holder)
        {
            if only.name.ends_with("Interaction") {
                body.blocks.push(only);
            }
            holder = only;
        }
        for node in &holder.children {
            let gaps = body.inline.len();
            let mut html = String::new();
            self.node(node, &mut html, &mut body);
            let gaps = body.inline.len().saturating_sub(gaps);
            let is_inline = match node {
                Node::Text(_) => true,
                Node::Element(element) => !is_block(&element.name),
            };
            match body.parts.last_mut() {
                // Words beside a gap belong to its text.
                Some((before, own)) if is_inline => {
                    before.push_str(&html);
                    *own += gaps;
                }
                _ if html.trim().is_empty() => {}
                _ => body.parts.push((html, gaps)),
            }
        }
        body
    }

    /// What is in an element, as HTML alone.
    pub(super) fn html(&mut self, element: &Element) -> String {
        let mut html = String::new();
        let mut body = Body::default();
        for node in &element.children {
            self.node(node, &mut html, &mut body);
        }
        if !(body.inline.is_empty() && body.blocks.is_empty()) {
            self.losses.dropped(
                "a field in a text that has none",
                "only the body of an item has fields",
            );
        }
        html.replace([GAP.0, GAP.1], "")
    }

    fn node<'a>(&mut self, node: &'a Node, out: &mut String, body: &mut Body<'a>) {
        match node {
            Node::Text(text) => {
                for sign in text.chars() {
                    match sign {
                        '&' => out.push_str("&amp;"),
                        '<' => out.push_str("&lt;"),
                        '>' => out.push_str("&gt;"),
                        '\u{e000}' | '\u{e001}' => {}
                        sign => out.push(sign),
                    }
                }
            }
            Node::Element(element) => self.element(element, out, body),
        }
    }

    fn children<'a>(&mut self, element: &'a Element, out: &mut String, body: &mut Body<'a>) {
        for node in &element.children {
            self.node(node, out, body);
        }
    }

    fn element<'a>(&mut self, element: &'a Element, out: &mut String, body: &mut Body<'a>) {
        let name = element.name.as_str();
        self.losses.on_line(element.line);
        match name {
            "textEntryInteraction" | "inlineChoiceInteraction" | "gap" => {
                let number = body.inline.len();
                out.push_str(&format!("{}{number}{}", GAP.0, GAP.1));
                body.inline.push(element);
            }
            "gapMatchInteraction" | "hottextInteraction" => {
                body.blocks.push(element);
                self.children(element, out, body);
            }
            // They are asked by the interaction around them.
            "gapText" | "gapImg" => {}
            "hottext" => {
                out.push_str("<strong>");
                self.children(element, out, body);
                out.push_str("</strong>");
            }
            "endAttemptInteraction" => self.losses.dropped(
                "a button that ends the attempt",
                "questions are not asked in several steps; what it would show is not shown",
            ),
            // It is read with all other feedback of the item.
            "feedbackInline" | "feedbackBlock" | "modalFeedback" => {}
            "templateInline" | "templateBlock" => self.losses.dropped(
                "a passage that depends on numbers drawn for each learner",
                "questions are the same for all",
            ),
            "printedVariable" => self.losses.dropped(
                "a number that is worked out for each learner",
                "questions are the same for all",
            ),
            "infoControl" => self.losses.dropped(
                "a button that shows a text",
                "a text can't be shown on request",
            ),
            "include" => self
                .losses
                .dropped("an included file", "other files are not put into texts"),
            "stylesheet" => self.losses.dropped("a style sheet", "texts have no styles"),
            "rubricBlock" => self.rubric(element, out, body),
            "img" => self.picture(element, element.attribute("src"), out),
            "object" if self.is_picture(element) => {
                self.picture(element, element.attribute("data"), out);
            }
            name if name.ends_with("Interaction") => body.blocks.push(element),
            name if PLAIN.contains(&name) => self.children(element, out, body),
            _ => self.plain(element, out, body),
        }
    }

    fn plain<'a>(&mut self, element: &'a Element, out: &mut String, body: &mut Body<'a>) {
        let name = element.name.as_str();
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return self.children(element, out, body);
        }
        if name == "math" {
            // Its elements are none of HTML.
            let text = super::formula::in_a_line(element);
            let text = html_escape::encode_text(text.trim()).into_owned();
            out.push_str(&format!("<math>{text}</math>"));
            return;
        }
        if element.attribute("class") == Some("jalon-unit") {
            // The field beside it says which units it takes.
            return;
        }
        if element.attribute("dir") == Some("rtl") {
            self.losses.changed(
                "text from right to left",
                "texts run from left to right here; the words are all there",
            );
        }
        out.push('<');
        out.push_str(name);
        for (key, value) in &element.attributes {
            let key = key.strip_prefix("xml:").unwrap_or(key);
            if [
                "href", "alt", "style", "class", "start", "colspan", "rowspan",
            ]
            .contains(&key)
            {
                let value = html_escape::encode_double_quoted_attribute(value);
                out.push_str(&format!(" {key}=\"{value}\""));
            }
        }
        if EMPTY.contains(&name) {
            out.push_str("/>");
            return;
        }
        out.push('>');
        self.children(element, out, body);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }

    fn rubric<'a>(&mut self, element: &'a Element, out: &mut String, body: &mut Body<'a>) {
        let view = element.attribute("view").unwrap_or("candidate");
        if view.split_whitespace().any(|one| one == "candidate") {
            out.push_str("<div>");
            self.children(element, out, body);
            out.push_str("</div>");
        } else {
            body.rubrics.push(element);
        }
    }

    fn is_picture(&self, element: &Element) -> bool {
        let kind = element.attribute("type").unwrap_or_default();
        let data = element.attribute("data").unwrap_or_default().to_lowercase();
        let endings = [".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"];
        kind.starts_with("image/") || endings.iter().any(|ending| data.ends_with(ending))
    }

    fn picture(&mut self, element: &Element, address: Option<&str>, out: &mut String) {
        let alt = match element.attribute("alt") {
            Some(alt) => alt.to_owned(),
            None => element.text().trim().to_owned(),
        };
        let alt = html_escape::encode_double_quoted_attribute(&alt).into_owned();
        match self.take(address.unwrap_or_default()) {
            Some(name) => {
                let name = html_escape::encode_double_quoted_attribute(&name).into_owned();
                out.push_str(&format!("<img src=\"{name}\" alt=\"{alt}\"/>"));
            }
            None => out.push_str(&alt),
        }
    }

    /// The name in the bank of a picture that an address means; what stands in its place otherwise is noted.
    pub(super) fn take(&mut self, address: &str) -> Option<String> {
        if address.starts_with("https:") || address.starts_with("http:") {
            return Some(address.replacen("http:", "https:", 1));
        }
        let what = format!("the picture {}", short(address));
        let Some(file) = self.files.find(self.file, address) else {
            let why = "the file is not in the package; its text is used instead";
            self.losses.dropped(what, why);
            return None;
        };
        if let Some(name) = self.shelf.names.get(&file) {
            return Some(name.clone());
        }
        let bytes = self.files.bytes(&file).map_err(|refusal| refusal.why);
        match bytes.and_then(|bytes| self.shelf.pictures.add(&file, bytes)) {
            Ok(name) => {
                self.shelf.names.insert(file, name.clone());
                Some(name)
            }
            Err(why) => {
                let why = format!("{why}; its text is used instead");
                self.losses.dropped(what, why);
                None
            }
        }
    }
}

/// The first signs of a text, for people.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = super::declared::spaced(text);
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

fn is_block(name: &str) -> bool {
    let blocks = [
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "table",
        "pre",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "section",
        "figure",
        "article",
        "rubricBlock",
        "feedbackBlock",
        "templateBlock",
        "prompt",
    ];
    blocks.contains(&name) || (name.ends_with("Interaction") && !is_inline(name))
}

/// True for what holds the whole text, and no more.
fn is_wrap(element: &Element) -> bool {
    match element.name.as_str() {
        "div" | "contentBody" | "section" => has_blocks(element),
        "gapMatchInteraction" | "hottextInteraction" => true,
        _ => false,
    }
}

fn is_inline(name: &str) -> bool {
    [
        "textEntryInteraction",
        "inlineChoiceInteraction",
        "endAttemptInteraction",
    ]
    .contains(&name)
}

fn has_blocks(element: &Element) -> bool {
    element.elements().any(|inner| is_block(&inner.name))
}

fn no_text(element: &Element) -> bool {
    let mut children = element.children.iter();
    children.all(|node| match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Element(_) => true,
    })
}
