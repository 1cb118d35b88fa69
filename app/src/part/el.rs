//! Views as plain data. Each view of each screen is of the one type, so there is one copy of the code that shows them
//! (see [`render`](super::render)). Those of `view!` make a copy for each type of attribute, child and tree, which made the
//! client twice as large.

use web_sys::Event;

use super::call::{Make, Take};

/// An element in the making. Boxed, since it is handed from function to function.
pub(crate) struct El(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<Attribute>,
    pub(super) inside: View,
}

/// Texts, elements and live parts, one after another.
#[derive(Default)]
pub(crate) struct View(pub(super) Vec<Piece>);

pub(super) enum Piece {
    Text(String),
    Element(El),
    Live(Box<dyn Make<View>>),
}

pub(super) struct Attribute {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

pub(super) enum Value {
    /// An attribute.
    Fixed(String),
    /// An attribute that follows signals; absent while it is `None`.
    Live(Box<dyn Make<Option<String>>>),
    /// An attribute that says `true` while that is so by the signals it follows, else is absent.
    True(Box<dyn Make<bool>>),
    /// A boolean property of the DOM object that follows signals.
    Flag(Box<dyn Make<bool>>),
    /// The text in a field, which follows signals.
    Text(Box<dyn Make<String>>),
    /// What to do at an event.
    Event(Box<dyn Take<Event>>),
}

/// Starts an element.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        inside: View::default(),
    }))
}

/// A part of the view that is made anew when a signal it reads changes.
pub(crate) fn live(part: impl Fn() -> View + 'static) -> View {
    live_boxed(Box::new(part))
}

#[inline(never)]
fn live_boxed(part: Box<dyn Make<View>>) -> View {
    View(vec![Piece::Live(part)])
}

impl El {
    #[inline(never)]
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, value });
        self
    }

    /// An attribute.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(name, Value::Fixed(value.to_owned()))
    }

    /// The classes.
    #[inline(never)]
    pub(crate) fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// An attribute that follows signals; absent while it is `None`.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.with(name, Value::Live(Box::new(value)))
    }

    /// An attribute that says `true` while that is so by the signals it follows, else is absent.
    pub(crate) fn live_true(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.with(name, Value::True(Box::new(value)))
    }

    /// A boolean property of the DOM object that follows signals: `checked`, `disabled`.
    pub(crate) fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.with(name, Value::Flag(Box::new(value)))
    }

    /// The text in a field.
    pub(crate) fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.with("value", Value::Text(Box::new(value)))
    }

    /// What to do at an event.
    pub(crate) fn on(self, event: &'static str, run: impl Fn(Event) + 'static) -> Self {
        self.with(event, Value::Event(Box::new(run)))
    }

    /// What is inside, after what is there already.
    #[inline(never)]
    pub(crate) fn child(mut self, child: impl Part) -> Self {
        self.0.inside.add(child);
        self
    }
}

impl View {
    /// Adds something at the end.
    #[inline(never)]
    pub(crate) fn add(&mut self, part: impl Part) {
        part.push_to(self);
    }
}

/// What can stand in a view.
pub(crate) trait Part: Sized {
    /// Adds it at the end of a view.
    fn push_to(self, view: &mut View);

    /// It alone, as a view.
    fn alone(self) -> View {
        let mut view = View::default();
        self.push_to(&mut view);
        view
    }
}

impl Part for View {
    #[inline(never)]
    fn push_to(mut self, view: &mut View) {
        view.0.append(&mut self.0);
    }

    fn alone(self) -> View {
        self
    }
}

impl Part for El {
    #[inline(never)]
    fn push_to(self, view: &mut View) {
        view.0.push(Piece::Element(self));
    }
}

impl Part for String {
    #[inline(never)]
    fn push_to(self, view: &mut View) {
        view.0.push(Piece::Text(self));
    }
}

impl Part for &'static str {
    #[inline(never)]
    fn push_to(self, view: &mut View) {
        self.to_owned().push_to(view);
    }
}

impl<P: Part> Part for Option<P> {
    fn push_to(self, view: &mut View) {
        if let Some(part) = self {
            part.push_to(view);
        }
    }
}

impl<P: Part> Part for Vec<P> {
    fn push_to(self, view: &mut View) {
        for part in self {
            part.push_to(view);
        }
    }
}
