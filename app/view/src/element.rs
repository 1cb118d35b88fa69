//! Elements and views before they are on the page.

use std::borrow::Cow;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::call::{Compute, Handle};
use crate::list::List;
use crate::value::{IntoAttribute, IntoProperty, Text};

/// An element to be shown, with its attributes and children.
///
/// Made by a function of [`html`](crate::html) or [`svg`](crate::svg). One pointer, since it is handed from function to
/// function.
#[must_use = "an element is shown only as part of a view"]
pub struct Element(pub(crate) Box<Parts>);

pub(crate) struct Parts {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: View,
}

/// Texts, elements, reactive parts and lists, one after another.
///
/// Every view is of this one type, whatever is in it. [`IntoView`] makes one; Leptos'
/// [`mount_to_renderer`](leptos::mount::mount_to_renderer) puts it on the page.
#[derive(Default)]
#[must_use = "a view is shown only when it is mounted or added to another one"]
pub struct View(pub(crate) Vec<Piece>);

pub(crate) enum Piece {
    Text(Cow<'static, str>),
    Element(Element),
    Reactive(Box<dyn Compute<View>>),
    List(Box<dyn List>),
}

pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) value: Value,
}

/// What an attribute, a property or a listener is set to.
pub(crate) enum Value {
    Attribute(Text),
    ReactiveAttribute(Box<dyn Compute<Text>>),
    Property(JsValue),
    ReactiveProperty(Box<dyn Compute<JsValue>>),
    Listener(Rc<dyn Handle>),
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            attributes: Vec::new(),
            children: View::default(),
        }))
    }

    #[inline(never)]
    pub(crate) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, value });
        self
    }

    /// Sets an attribute: to a text, or to what a closure returns, now and whenever a signal changes that the closure
    /// reads. `None` and `false` mean that the element doesn't have the attribute, `true` that it has it and is empty.
    ///
    /// ```no_run
    /// use jalon_view::html;
    /// use leptos::prelude::*;
    ///
    /// let open = RwSignal::new(false);
    /// html::button()
    ///     .attr("type", "button")
    ///     .attr("aria-expanded", move || if open.get() { "true" } else { "false" });
    /// ```
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Self {
        value.set_attribute(self, name)
    }

    /// Sets the attribute `class`.
    pub fn class(self, value: impl IntoAttribute) -> Self {
        self.attr("class", value)
    }

    /// Sets a property of the DOM object, such as `checked`, `disabled` or `value`. A closure is followed as in
    /// [`attr`](Self::attr).
    ///
    /// What has that value already is not set again: it would disturb who is typing.
    pub fn prop(self, name: &'static str, value: impl IntoProperty) -> Self {
        value.set_property(self, name)
    }

    /// Calls `handler` at each event of that name, such as `click`.
    ///
    /// The browser's listener is made once per element and name. When the part that the element stands in is computed
    /// again, the listener stays and calls the new handler from then on.
    pub fn on(self, event: &'static str, handler: impl Fn(Event) + 'static) -> Self {
        self.listener(event, Rc::new(handler))
    }

    #[inline(never)]
    fn listener(self, event: &'static str, handler: Rc<dyn Handle>) -> Self {
        self.with(event, Value::Listener(handler))
    }

    /// Adds something at the end of what is inside.
    pub fn child(mut self, child: impl IntoView) -> Self {
        child.add_to(&mut self.0.children);
        self
    }
}

impl View {
    /// Adds something at the end.
    pub fn add(&mut self, part: impl IntoView) {
        part.add_to(self);
    }
}

/// What can be shown: a text, an [`Element`], a [`View`], an `Option` or a `Vec` of what can be shown, and a closure that
/// returns it.
///
/// A closure is a reactive part: it runs again when a signal changes that it reads, and what it returns then takes the place of
/// what was shown.
pub trait IntoView: Sized {
    /// Adds it at the end of a view.
    fn add_to(self, view: &mut View);

    /// It alone, as a view.
    fn into_view(self) -> View {
        let mut view = View::default();
        self.add_to(&mut view);
        view
    }
}

impl IntoView for View {
    #[inline(never)]
    fn add_to(mut self, view: &mut View) {
        view.0.append(&mut self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    #[inline(never)]
    fn add_to(self, view: &mut View) {
        view.0.push(Piece::Element(self));
    }
}

impl IntoView for Cow<'static, str> {
    #[inline(never)]
    fn add_to(self, view: &mut View) {
        view.0.push(Piece::Text(self));
    }
}

impl IntoView for String {
    #[inline(never)]
    fn add_to(self, view: &mut View) {
        view.add(Cow::Owned(self));
    }
}

impl IntoView for &'static str {
    #[inline(never)]
    fn add_to(self, view: &mut View) {
        view.add(Cow::Borrowed(self));
    }
}

impl<V: IntoView> IntoView for Option<V> {
    fn add_to(self, view: &mut View) {
        if let Some(part) = self {
            part.add_to(view);
        }
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn add_to(self, view: &mut View) {
        for part in self {
            part.add_to(view);
        }
    }
}

impl<F, V> IntoView for F
where
    F: Fn() -> V + 'static,
    V: IntoView + 'static,
{
    fn add_to(self, view: &mut View) {
        reactive(view, Box::new(move || self().into_view()));
    }
}

#[inline(never)]
fn reactive(view: &mut View, part: Box<dyn Compute<View>>) {
    view.0.push(Piece::Reactive(part));
}
