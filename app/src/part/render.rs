//! Puts views on the page through Leptos' `Render`; what is live in them are Leptos' effects.
//!
//! A part that is made anew takes over the elements of the former one where tags and attributes are the same, so that
//! the focus stays where it is.

use crate::part::call::Make;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node};

use super::el::{Attribute, El, Piece, Value, View};

/// A piece of a view on the page.
enum Shown {
    Text(Node, String),
    Element {
        tag: &'static str,
        element: Element,
        attributes: Vec<Attached>,
        inside: Vec<Shown>,
    },
    Live {
        /// An empty text behind the parts, which keeps their place.
        end: Node,
        parts: Rc<RefCell<Vec<Shown>>>,
        effect: Option<RenderEffect<()>>,
    },
}

/// An attribute on the page, and what it is set to. That is kept here, since asking the page costs more than telling it.
struct Attached {
    name: &'static str,
    value: Rc<RefCell<Option<String>>>,
    #[expect(dead_code, reason = "held for its drop")]
    held: Held,
}

#[expect(dead_code, reason = "held for their drop")]
enum Held {
    Nothing,
    Effect(RenderEffect<()>),
    Listener(Listener),
}

struct Listener {
    element: Element,
    event: &'static str,
    run: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let run = self.run.as_ref().unchecked_ref();
        // It can't fail.
        let _ = self
            .element
            .remove_event_listener_with_callback(self.event, run);
    }
}

/// Shows a view between `parent`'s children, before `end`, in the place of what is `shown` there.
fn show(view: View, shown: &mut Vec<Shown>, parent: &Node, end: Option<&Node>) {
    let View(pieces) = view;
    let fits = |(shown, piece): (&Shown, &Piece)| shown.fits(piece);
    if shown.len() == pieces.len() && shown.iter().zip(&pieces).all(fits) {
        for (shown, piece) in shown.iter_mut().zip(pieces) {
            shown.turn_into(piece);
        }
        return;
    }
    for former in shown.drain(..) {
        former.remove();
    }
    for piece in pieces {
        let mut new = Shown::blank(&piece);
        // It can't fail: the node is new.
        let _ = parent.insert_before(new.node(), end);
        new.turn_into(piece);
        shown.push(new);
    }
}

impl Shown {
    /// A text, element or live part with nothing in it.
    fn blank(piece: &Piece) -> Self {
        let document = document();
        match piece {
            Piece::Text(text) => Self::Text(document.create_text_node(text).into(), text.clone()),
            Piece::Element(El(parts)) => {
                let Ok(element) = create(&document, parts.tag) else {
                    unreachable!("tags are names")
                };
                Self::Element {
                    tag: parts.tag,
                    element,
                    attributes: Vec::new(),
                    inside: Vec::new(),
                }
            }
            Piece::Live(_) => Self::Live {
                end: document.create_text_node("").into(),
                parts: Rc::default(),
                effect: None,
            },
        }
    }

    /// The last node of it.
    fn node(&self) -> &Node {
        match self {
            Self::Text(node, _) | Self::Live { end: node, .. } => node,
            Self::Element { element, .. } => element,
        }
    }

    /// Whether it can become that piece.
    fn fits(&self, piece: &Piece) -> bool {
        match (self, piece) {
            (Self::Text(..), Piece::Text(_)) | (Self::Live { .. }, Piece::Live(_)) => true,
            (
                Self::Element {
                    tag, attributes, ..
                },
                Piece::Element(El(parts)),
            ) => {
                let names = |(own, other): (&Attached, &Attribute)| own.name == other.name;
                *tag == parts.tag
                    && attributes.len() == parts.attributes.len()
                    && attributes.iter().zip(&parts.attributes).all(names)
            }
            _ => false,
        }
    }

    /// Becomes a piece that fits.
    fn turn_into(&mut self, piece: Piece) {
        match (self, piece) {
            // The same again could be read out again in a live region.
            (Self::Text(node, own), Piece::Text(text)) if *own != text => {
                node.set_text_content(Some(&text));
                *own = text;
            }
            (
                Self::Element {
                    element,
                    attributes,
                    inside,
                    ..
                },
                Piece::Element(El(parts)),
            ) => {
                // The new ones come before the former ones go, so that nothing is undone in between.
                let mut new = Vec::new();
                for (n, attribute) in parts.attributes.into_iter().enumerate() {
                    let former = attributes.get(n).map(|former| former.value.clone());
                    new.push(attach(element, attribute, former.unwrap_or_default()));
                }
                *attributes = new;
                show(parts.inside, inside, element, None);
            }
            (Self::Live { end, parts, effect }, Piece::Live(part)) => {
                let (end, parts) = (end.clone(), parts.clone());
                *effect = Some(watch(Box::new(move || {
                    if let Some(parent) = end.parent_node() {
                        show(part.make(), &mut parts.borrow_mut(), &parent, Some(&end));
                    }
                })));
            }
            _ => {}
        }
    }

    fn remove(self) {
        if let Self::Live { parts, .. } = &self {
            for part in parts.take() {
                part.remove();
            }
        }
        let node = self.node();
        if let Some(parent) = node.parent_node() {
            // It can't fail: the node is there.
            let _ = parent.remove_child(node);
        }
    }
}

/// Shapes over a picture have a namespace of their own.
fn create(document: &Document, tag: &str) -> Result<Element, JsValue> {
    let space = match tag {
        "svg" | "g" | "rect" | "circle" | "polygon" | "path" => "http://www.w3.org/2000/svg",
        _ => "http://www.w3.org/1999/xhtml",
    };
    document.create_element_ns(Some(space), tag)
}

fn watch(run: Box<dyn Make<()>>) -> RenderEffect<()> {
    RenderEffect::new(move |_| run.make())
}

fn attach(element: &Element, attribute: Attribute, now: Rc<RefCell<Option<String>>>) -> Attached {
    let Attribute { name, value } = attribute;
    let held = match value {
        Value::Fixed(value) => {
            set(element, name, &now, Some(value));
            Held::Nothing
        }
        Value::Live(value) => {
            let (element, now) = (element.clone(), now.clone());
            Held::Effect(watch(Box::new(move || {
                set(&element, name, &now, value.make());
            })))
        }
        Value::True(value) => {
            let (element, now) = (element.clone(), now.clone());
            Held::Effect(watch(Box::new(move || {
                let value = value.make().then(|| "true".to_owned());
                set(&element, name, &now, value);
            })))
        }
        Value::Flag(value) => {
            let element = element.clone();
            Held::Effect(watch(Box::new(move || {
                set_property(&element, name, &value.make().into());
            })))
        }
        Value::Text(value) => {
            let element = element.clone();
            Held::Effect(watch(Box::new(move || {
                set_property(&element, name, &value.make().into());
            })))
        }
        Value::Event(run) => {
            let run = Closure::<dyn Fn(Event)>::new(move |event| run.take(event));
            let function = run.as_ref().unchecked_ref();
            // It can't fail.
            let _ = element.add_event_listener_with_callback(name, function);
            Held::Listener(Listener {
                element: element.clone(),
                event: name,
                run,
            })
        }
    };
    Attached {
        name,
        value: now,
        held,
    }
}

#[inline(never)]
fn set_property(element: &Element, name: &str, value: &JsValue) {
    let key = JsValue::from_str(name);
    // Setting a text that is there already would disturb an input method.
    if js_sys::Reflect::get(element, &key).as_ref() != Ok(value) {
        // It can't fail: none of them is read-only.
        let _ = js_sys::Reflect::set(element, &key, value);
    }
}

#[inline(never)]
fn set(element: &Element, name: &str, now: &RefCell<Option<String>>, value: Option<String>) {
    if *now.borrow() == value {
        return;
    }
    // Neither can fail: it is a name.
    let _ = match &value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
    now.replace(value);
}

/// A whole view on the page.
pub(crate) struct Root {
    shown: Vec<Shown>,
    parent: Node,
}

impl Render for View {
    type State = Root;

    fn build(self) -> Root {
        let parent = document().create_document_fragment().into();
        let mut shown = Vec::new();
        show(self, &mut shown, &parent, None);
        Root { shown, parent }
    }

    fn rebuild(self, root: &mut Root) {
        show(self, &mut root.shown, &root.parent, None);
    }
}

impl Mountable for Root {
    fn unmount(&mut self) {
        for shown in self.shown.drain(..) {
            shown.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // It can't fail: what was built so far hangs together.
        let _ = parent.insert_before(&self.parent, marker);
        self.parent = parent.clone().into();
    }

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
