//! Leptos elements whose attributes and children are type-erased, so that every element of every screen is the same
//! type. The statically typed trees of `view!` make a copy of the rendering code for each shape of tree: the same
//! screens weighed 227 kB of brotli with it.

use std::sync::{Arc, Mutex};

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;
use web_sys::Event;

/// A value that is computed anew when a signal it reads changes.
type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// An element in the making.
pub(crate) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Starts an element.
pub(crate) fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// A part of the view that is made anew when a signal it reads changes.
pub(crate) fn live(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let part: Live<AnyView> = Arc::new(Mutex::new(part));
    IntoAny::into_any(part)
}

impl El {
    fn with(mut self, attribute: impl IntoAnyAttribute) -> Self {
        self.attributes.push(attribute.into_any_attr());
        self
    }

    /// An attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.with(custom_attribute(name, value))
    }

    /// The classes.
    pub(crate) fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// An attribute that follows signals; absent while it is `None`.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let value: Live<Option<String>> = Arc::new(Mutex::new(value));
        self.with(custom_attribute(name, value))
    }

    /// A boolean property of the DOM object that follows signals: `checked`, `disabled`.
    pub(crate) fn live_flag(
        self,
        name: &'static str,
        value: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let value: Live<bool> = Arc::new(Mutex::new(value));
        self.with(prop(name, value))
    }

    /// The text in a field.
    pub(crate) fn live_value(self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let value: Live<String> = Arc::new(Mutex::new(value));
        self.with(prop("value", value))
    }

    /// What to do at an event.
    pub(crate) fn on(self, event: &'static str, run: impl Fn(Event) + 'static) -> Self {
        let run: Box<dyn FnMut(Event)> = Box::new(run);
        self.with(on(Custom::<Event>::new(event), run))
    }

    /// What is inside, after what is there already.
    pub(crate) fn child(mut self, child: impl Part) -> Self {
        child.push_to(&mut self.children);
        self
    }

    /// The element as a view.
    pub(crate) fn view(self) -> AnyView {
        leptos::html::custom(self.tag)
            .child(self.children)
            .add_any_attr(self.attributes)
            .into_any()
    }
}

/// What can stand inside an element.
pub(crate) trait Part {
    /// Adds it to the children.
    fn push_to(self, children: &mut Vec<AnyView>);

    /// It alone, as a view.
    fn alone(self) -> AnyView
    where
        Self: Sized,
    {
        let mut children = Vec::new();
        self.push_to(&mut children);
        children.into_any()
    }
}

impl Part for AnyView {
    fn push_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Part for El {
    fn push_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Part for String {
    fn push_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Part for &'static str {
    fn push_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().push_to(children);
    }
}

impl<P: Part> Part for Option<P> {
    fn push_to(self, children: &mut Vec<AnyView>) {
        if let Some(part) = self {
            part.push_to(children);
        }
    }
}

impl<P: Part> Part for Vec<P> {
    fn push_to(self, children: &mut Vec<AnyView>) {
        for part in self {
            part.push_to(children);
        }
    }
}
