//! What attributes and properties can be set to.

use std::borrow::Cow;

use wasm_bindgen::JsValue;

use crate::call::Compute;
use crate::element::{Element, Value};

/// The value of an attribute; `None` where the element doesn't have it.
pub(crate) type Text = Option<Cow<'static, str>>;

/// What an attribute can be set to at a time: a text; a `bool`, where `true` means that the element has the attribute and
/// `false` that it doesn't; an `Option` of these.
pub trait AttributeText {
    /// The text, unless the element doesn't have the attribute.
    fn into_text(self) -> Option<Cow<'static, str>>;
}

impl AttributeText for &'static str {
    fn into_text(self) -> Text {
        Some(Cow::Borrowed(self))
    }
}

impl AttributeText for String {
    fn into_text(self) -> Text {
        Some(Cow::Owned(self))
    }
}

impl AttributeText for &String {
    fn into_text(self) -> Text {
        Some(Cow::Owned(self.clone()))
    }
}

impl AttributeText for bool {
    fn into_text(self) -> Text {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: AttributeText> AttributeText for Option<T> {
    fn into_text(self) -> Text {
        self.and_then(T::into_text)
    }
}

/// What an attribute can be set to: an [`AttributeText`], or a closure that returns one and runs again when a signal changes
/// that it reads.
pub trait IntoAttribute {
    /// The element with the attribute set to this.
    fn set_attribute(self, element: Element, name: &'static str) -> Element;
}

/// Implements [`IntoAttribute`] for what doesn't change. Not for all of [`AttributeText`]: that could be a closure.
macro_rules! static_attributes {
    ($([$($generics:tt)*] $type:ty),*) => {
        $(
            impl<$($generics)*> IntoAttribute for $type {
                #[inline(never)]
                fn set_attribute(self, element: Element, name: &'static str) -> Element {
                    element.with(name, Value::Attribute(self.into_text()))
                }
            }
        )*
    };
}

static_attributes!([] &'static str, [] String, [] &String, [] bool, [T: AttributeText] Option<T>);

impl<F, T> IntoAttribute for F
where
    F: Fn() -> T + 'static,
    T: AttributeText + 'static,
{
    fn set_attribute(self, element: Element, name: &'static str) -> Element {
        reactive_attribute(element, name, Box::new(move || self().into_text()))
    }
}

#[inline(never)]
fn reactive_attribute(
    element: Element,
    name: &'static str,
    value: Box<dyn Compute<Text>>,
) -> Element {
    element.with(name, Value::ReactiveAttribute(value))
}

/// What a property can be set to: a `bool`, a text, any [`JsValue`], or a closure that returns one of them and runs again when a
/// signal changes that it reads.
pub trait IntoProperty {
    /// The element with the property set to this.
    fn set_property(self, element: Element, name: &'static str) -> Element;
}

/// Implements [`IntoProperty`] for what doesn't change.
macro_rules! static_properties {
    ($($type:ty),*) => {
        $(
            impl IntoProperty for $type {
                fn set_property(self, element: Element, name: &'static str) -> Element {
                    element.with(name, Value::Property(self.into()))
                }
            }
        )*
    };
}

static_properties!(&'static str, String, bool, JsValue);

impl<F, T> IntoProperty for F
where
    F: Fn() -> T + 'static,
    T: Into<JsValue> + 'static,
{
    fn set_property(self, element: Element, name: &'static str) -> Element {
        reactive_property(element, name, Box::new(move || self().into()))
    }
}

#[inline(never)]
fn reactive_property(
    element: Element,
    name: &'static str,
    value: Box<dyn Compute<JsValue>>,
) -> Element {
    element.with(name, Value::ReactiveProperty(value))
}
