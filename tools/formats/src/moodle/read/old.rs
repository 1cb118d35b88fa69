//! What Moodle 1.9 wrote otherwise, as it is written since.

use super::super::text;
use crate::xml::{Element, Node};

/// Old files have the picture of a question beside its text; it goes to the end of the text.
pub(super) fn bring_up_to_date(quiz: &mut Element) {
    for node in &mut quiz.children {
        if let Node::Element(question) = node
            && let Some((name, file)) = picture(question)
        {
            show(question, &name, file);
        }
    }
}

/// The name or address of the picture, and the file, where it is there.
fn picture(question: &Element) -> Option<(String, Option<Element>)> {
    let name = question.first("image")?.text().trim().to_owned();
    if name.is_empty() {
        return None;
    }
    let file = question.first("image_base64").map(|bytes| Element {
        name: "file".to_owned(),
        attributes: vec![
            ("name".to_owned(), name.clone()),
            ("encoding".to_owned(), "base64".to_owned()),
        ],
        ..bytes.clone()
    });
    Some((name, file))
}

fn show(question: &mut Element, name: &str, file: Option<Element>) {
    let mut elements = question.children.iter_mut().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    let Some(field) = elements.find(|element| element.name == "questiontext") else {
        return;
    };
    let address = match name.contains("://") {
        true => name.to_owned(),
        false => format!("@@PLUGINFILE@@/{name}"),
    };
    let address = html_escape::encode_double_quoted_attribute(&address);
    let html = format!("{}<p><img src=\"{address}\"></p>", text::html(field));
    let words = Element {
        name: "text".to_owned(),
        children: vec![Node::Text(html)],
        ..Element::default()
    };
    let files = field.children.iter().filter(|node| match node {
        Node::Element(element) => element.name == "file",
        Node::Text(_) => false,
    });
    let mut children: Vec<Node> = files.cloned().collect();
    children.push(Node::Element(words));
    children.extend(file.map(Node::Element));
    field.children = children;
    field.attributes = vec![("format".to_owned(), "html".to_owned())];
}
