//! Views on the page, by Leptos' [`Render`]; what is reactive in them are Leptos' effects.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, document};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::attached::Attached;
use crate::effect::{Job, RowRange};
use crate::element::{self, Attribute, Piece, View};
use crate::tag::namespace;

/// A piece of a view on the page.
pub(crate) enum Shown {
    Text(Node, Cow<'static, str>),
    Element {
        tag: &'static str,
        element: Element,
        attributes: Vec<Attached>,
        children: Vec<Shown>,
    },
    Dynamic(Dynamic),
}

/// A reactive part or a list.
pub(crate) struct Dynamic {
    place: RowRange,
    effect: Option<RenderEffect<()>>,
    is_list: bool,
}

/// A row of a list, or what a reactive part shows.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) shown: Vec<Shown>,
    /// That of a row of a list. It goes with the row, and all that is its own with it.
    pub(crate) owner: Option<Owner>,
}

impl Dynamic {
    /// Takes away what is shown.
    fn clear(&mut self) {
        self.effect.take();
        for shown in self.place.rows.take().into_iter().flat_map(|row| row.shown) {
            shown.remove();
        }
    }
}

impl Drop for Dynamic {
    /// Effects inside must not run any more. Leptos drops what an effect holds, which is the rows too, only a task later.
    fn drop(&mut self) {
        self.effect.take();
        self.place.rows.take();
    }
}

/// Shows a view among `parent`'s children, before `end`, in the place of what is `shown` there.
pub(crate) fn show(view: View, shown: &mut Vec<Shown>, parent: &Node, end: Option<&Node>) {
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
        insert(new.last_node(), parent, end);
        new.turn_into(piece);
        shown.push(new);
    }
}

/// Puts a node before another one, or at the end.
pub(crate) fn insert(node: &Node, parent: &Node, before: Option<&Node>) {
    Rndr::insert_node(parent.unchecked_ref(), node, before);
}

impl Shown {
    /// A text, element, reactive part or list with nothing in it.
    fn blank(piece: &Piece) -> Self {
        match piece {
            Piece::Text(text) => Self::Text(text_node(text), text.clone()),
            Piece::Element(element::Element(parts)) => Self::Element {
                tag: parts.tag,
                element: create(parts.tag),
                attributes: Vec::new(),
                children: Vec::new(),
            },
            Piece::Reactive(_) | Piece::List(_) => Self::Dynamic(Dynamic {
                place: RowRange {
                    end: text_node(""),
                    rows: Rc::default(),
                },
                effect: None,
                is_list: matches!(piece, Piece::List(_)),
            }),
        }
    }

    /// The last node of it.
    fn last_node(&self) -> &Node {
        match self {
            Self::Text(node, _) => node,
            Self::Dynamic(dynamic) => &dynamic.place.end,
            Self::Element { element, .. } => element,
        }
    }

    /// Whether it can become that piece.
    fn fits(&self, piece: &Piece) -> bool {
        match (self, piece) {
            (Self::Text(..), Piece::Text(_)) => true,
            (Self::Dynamic(dynamic), Piece::Reactive(_)) => !dynamic.is_list,
            (Self::Dynamic(dynamic), Piece::List(_)) => dynamic.is_list,
            (
                Self::Element {
                    tag, attributes, ..
                },
                Piece::Element(element::Element(parts)),
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
                Rndr::set_text(node.unchecked_ref(), &text);
                *own = text;
            }
            (
                Self::Element {
                    element,
                    attributes,
                    children,
                    ..
                },
                Piece::Element(element::Element(parts)),
            ) => {
                for (n, attribute) in parts.attributes.into_iter().enumerate() {
                    match attributes.get_mut(n) {
                        Some(former) => former.replace(element, attribute.value),
                        None => attributes.push(Attached::new(element, attribute)),
                    }
                }
                show(parts.children, children, element, None);
            }
            (Self::Dynamic(dynamic), Piece::Reactive(part)) => {
                let job = Job::Part(dynamic.place.clone(), part);
                dynamic.effect = Some(job.start());
            }
            (Self::Dynamic(dynamic), Piece::List(list)) => {
                // Rows are made anew: the keys of another list may mean something else.
                dynamic.clear();
                let job = Job::List(dynamic.place.clone(), list);
                dynamic.effect = Some(job.start());
            }
            _ => {}
        }
    }

    /// Calls `f` with each node that it has among the children of the element it stands in, in their order.
    pub(crate) fn each_node(&self, f: &mut dyn FnMut(&Node)) {
        if let Self::Dynamic(dynamic) = self {
            for row in dynamic.place.rows.borrow().iter() {
                for shown in &row.shown {
                    shown.each_node(f);
                }
            }
        }
        f(self.last_node());
    }

    /// Takes it off the page.
    pub(crate) fn remove(self) {
        self.each_node(&mut Rndr::remove);
    }
}

/// Leptos' own would print what the browser throws if it were no tag: code that the page would have to load.
fn create(tag: &str) -> Element {
    match document().create_element_ns(Some(namespace(tag)), tag) {
        Ok(element) => element,
        Err(_) => unreachable!("tags are names"),
    }
}

fn text_node(text: &str) -> Node {
    Rndr::create_text_node(text).into()
}

/// A whole view on the page, as Leptos' [`Render`] returns it.
pub struct Mounted {
    shown: Vec<Shown>,
    parent: Node,
}

impl Render for View {
    type State = Mounted;

    fn build(self) -> Mounted {
        let parent = document().create_document_fragment().into();
        let mut shown = Vec::new();
        show(self, &mut shown, &parent, None);
        Mounted { shown, parent }
    }

    fn rebuild(self, mounted: &mut Mounted) {
        show(self, &mut mounted.shown, &mounted.parent, None);
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        for shown in self.shown.drain(..) {
            shown.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        insert(&self.parent, parent, marker);
        self.parent = parent.clone().into();
    }

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
