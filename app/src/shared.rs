//! State that many closures hold.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

/// A value that lives as long as the element that it was made for, behind a handle that can be copied into every closure.
///
/// Leptos' own handle makes a copy of its code for each type of value; this one gives it a single type.
pub(crate) struct Shared<T>(StoredValue<Rc<dyn Any>, LocalStorage>, PhantomData<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T: 'static> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(
            StoredValue::new_local(Rc::new(RefCell::new(value))),
            PhantomData,
        )
    }

    /// The value; none once the element has been taken away.
    #[inline(never)]
    pub(crate) fn try_get(self) -> Option<Rc<RefCell<T>>> {
        self.0.try_get_value()?.downcast().ok()
    }

    /// The value, for what can only run while the element is there.
    #[inline(never)]
    pub(crate) fn get(self) -> Rc<RefCell<T>> {
        match self.try_get() {
            Some(value) => value,
            None => unreachable!("used by a part of the element that is gone"),
        }
    }
}
