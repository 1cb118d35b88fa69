//! What attributes and properties can be set to.

use std::borrow::Cow;

use wasm_bindgen::JsValue;

use crate::call::Compute;

/// The value of an attribute; `None` where the element doesn't have it.
pub(crate) type Text = Option<Cow<'static, str>>;

/// The value of an attribute, as [`IntoAttribute`] makes it.
pub struct AttributeValue(pub(crate) Source<Text>);

/// The value of a property, as [`IntoProperty`] makes it.
pub struct PropertyValue(pub(crate) Source<JsValue>);

pub(crate) enum Source<T> {
    Static(T),
    Reactive(Box<dyn Compute<T>>),
}

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
    /// The value.
    fn into_attribute(self) -> AttributeValue;
}

/// Implements [`IntoAttribute`] for what doesn't change. Not for all of [`AttributeText`]: that could be a closure.
macro_rules! static_attributes {
    ($([$($generics:tt)*] $type:ty),*) => {
        $(
            impl<$($generics)*> IntoAttribute for $type {
                fn into_attribute(self) -> AttributeValue {
                    AttributeValue(Source::Static(self.into_text()))
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
    fn into_attribute(self) -> AttributeValue {
        AttributeValue(Source::Reactive(Box::new(move || self().into_text())))
    }
}

/// What a property can be set to: a `bool`, a text, any [`JsValue`], or a closure that returns one of them and runs again when a
/// signal changes that it reads.
pub trait IntoProperty {
    /// The value.
    fn into_property(self) -> PropertyValue;
}

/// Implements [`IntoProperty`] for what doesn't change.
macro_rules! static_properties {
    ($($type:ty),*) => {
        $(
            impl IntoProperty for $type {
                fn into_property(self) -> PropertyValue {
                    PropertyValue(Source::Static(self.into()))
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
    fn into_property(self) -> PropertyValue {
        PropertyValue(Source::Reactive(Box::new(move || self().into())))
    }
}
