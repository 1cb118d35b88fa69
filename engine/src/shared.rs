//! What many hold and nobody changes: the texts and keys of a bank, handed from it to sessions and views.

use std::ops::Deref;
use std::sync::Arc;

use crate::json::{FromJson, Node, ToJson, Writer};

/// A value that is handed on and not copied.
#[derive(Debug, PartialEq, Eq)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Takes a value over.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
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
        Self(blank::<T>().into())
    }

    fn fill(&mut self, node: &Node<'_>) {
        let mut value = blank::<T>();
        value.fill(node);
        *self = Self(value.into());
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
