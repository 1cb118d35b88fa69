//! What is reactive in a view, each by an effect of Leptos'.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

use crate::attached::{set_attribute, set_property};
use crate::call::Compute;
use crate::element::View;
use crate::list::List;
use crate::render::{Row, show};
use crate::value::Text;

/// What an effect does when it runs. Not a closure for each, so that there is one copy of Leptos' code.
pub(crate) enum Job {
    /// Sets an attribute; `former` is what it set it to, if it has run.
    Attribute {
        element: Element,
        name: &'static str,
        value: Box<dyn Compute<Text>>,
        former: RefCell<Option<Text>>,
    },
    /// Sets a property.
    Property {
        element: Element,
        name: &'static str,
        value: Box<dyn Compute<JsValue>>,
    },
    /// Shows a reactive part.
    Part(RowRange, Box<dyn Compute<View>>),
    /// Brings a list up to date.
    List(RowRange, Box<dyn List>),
}

/// Where rows are on the page: a reactive part is one row.
#[derive(Clone)]
pub(crate) struct RowRange {
    /// An empty text behind the rows, which keeps their place.
    pub(crate) end: Node,
    pub(crate) rows: Rc<RefCell<Vec<Row>>>,
}

impl Job {
    /// Runs it now, and whenever a signal changes that it reads, until the effect is dropped.
    #[inline(never)]
    pub(crate) fn start(self) -> RenderEffect<()> {
        RenderEffect::new(move |_| self.run())
    }

    fn run(&self) {
        match self {
            Self::Attribute {
                element,
                name,
                value,
                former,
            } => {
                let value = value.compute();
                let mut former = former.borrow_mut();
                set_attribute(element, name, former.as_ref(), &value);
                *former = Some(value);
            }
            Self::Property {
                element,
                name,
                value,
            } => set_property(element, name, &value.compute()),
            Self::Part(place, part) => {
                let view = part.compute();
                if let Some(parent) = Rndr::get_parent(&place.end) {
                    let mut rows = place.rows.borrow_mut();
                    if rows.is_empty() {
                        rows.push(Row::default());
                    }
                    if let Some(row) = rows.first_mut() {
                        show(view, &mut row.shown, &parent, Some(&place.end));
                    }
                }
            }
            Self::List(place, list) => {
                if let Some(parent) = Rndr::get_parent(&place.end) {
                    list.update(&mut place.rows.borrow_mut(), &parent, &place.end);
                }
            }
        }
    }
}
