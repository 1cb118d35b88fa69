//! What many hold and nobody changes: the texts and keys of a bank, handed from it to sessions and views.

use std::ops::Deref;

use crate::json::{FromJson, Node, ToJson, Writer};

#[cfg(not(target_family = "wasm"))]
type Held<T> = std::sync::Arc<T>;
/// In a browser it is never freed. A page has one bank, for as long as it is open, and code that counts holders and frees them
/// would be downloaded for nothing.
#[cfg(target_family = "wasm")]
type Held<T> = &'static T;

/// A value that is handed on and not copied.
#[derive(Debug, PartialEq, Eq)]
pub struct Shared<T: 'static>(Held<T>);

impl<T> Shared<T> {
    /// Takes a value over.
    #[cfg(not(target_family = "wasm"))]
    pub fn new(value: T) -> Self {
        Self(Held::new(value))
    }

    /// Takes a value over.
    #[cfg(target_family = "wasm")]
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(value)))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Held::clone(&self.0))
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromJson> FromJson for Shared<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn fill(&mut self, node: &Node<'_>) {
        *self = Self::new(T::from_json(node));
    }
}

impl<T: ToJson> ToJson for Shared<T> {
    fn to_json(&self, out: &mut Writer) {
        (**self).to_json(out);
    }
}
