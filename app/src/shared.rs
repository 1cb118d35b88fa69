//! State that many closures hold.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

/// A value that lives as long as the element that it was made for, behind a handle that can be copied into every closure.
///
/// Leptos has such handles, `StoredValue`. They ask on which thread they are, which brings threads and a second allocator into the client.
pub(crate) struct Shared<T>(u64, PhantomData<T>);

#[derive(Default)]
struct Kept {
    /// How many there have ever been: no handle comes back as another's.
    made: u64,
    values: Vec<(u64, Rc<dyn Any>)>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T: 'static> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(keep(Rc::new(RefCell::new(value))), PhantomData)
    }

    /// The value; none once the element has been taken away.
    #[inline(never)]
    pub(crate) fn try_get(self) -> Option<Rc<RefCell<T>>> {
        find(self.0)?.downcast().ok()
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

/// Keeps a value until the owner of what is being made goes.
fn keep(value: Rc<dyn Any>) -> u64 {
    let handle = KEPT.with_borrow_mut(|kept| {
        kept.made += 1;
        kept.values.push((kept.made, value));
        kept.made
    });
    on_cleanup(move || {
        let gone = KEPT.with_borrow_mut(|kept| {
            let place = kept.values.iter().position(|(own, _)| *own == handle)?;
            Some(kept.values.swap_remove(place))
        });
        // Only now, since what it holds may be shared state too.
        drop(gone);
    });
    handle
}

fn find(handle: u64) -> Option<Rc<dyn Any>> {
    KEPT.with_borrow(|kept| {
        let mut all = kept.values.iter();
        all.find(|(own, _)| *own == handle)
            .map(|(_, value)| value.clone())
    })
}
