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
    pub fn new(value: T) -> Self {
        Self::held(Box::new(value))
    }

    #[cfg(not(target_family = "wasm"))]
    fn held(value: Box<T>) -> Self {
        Self(Held::from(value))
    }

    #[cfg(target_family = "wasm")]
    fn held(value: Box<T>) -> Self {
        Self(Box::leak(value))
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

    #[allow(
        clippy::needless_borrow,
        reason = "one of the two holds by more than a reference"
    )]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromJson> FromJson for Shared<T> {
    fn blank() -> Self {
        Self::held(blank())
    }

    fn fill(&mut self, node: &Node<'_>) {
        let mut value = blank::<T>();
        value.fill(node);
        *self = Self::held(value);
    }
}

// Out of line: it writes each member of the value.
#[inline(never)]
fn blank<T: FromJson>() -> Box<T> {
    Box::new(T::blank())
}

impl<T: ToJson> ToJson for Shared<T> {
    fn to_json(&self, out: &mut Writer) {
        (**self).to_json(out);
    }
}
