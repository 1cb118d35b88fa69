//! Closures behind one method each. The table of a `dyn Fn` also has `call_mut` and `call_once`: two more functions for
//! each closure of each view, which nobody calls.

use web_sys::Event;

/// A closure that computes something.
pub(crate) trait Compute<T> {
    fn compute(&self) -> T;
}

impl<T, F: Fn() -> T> Compute<T> for F {
    fn compute(&self) -> T {
        self()
    }
}

/// A closure that handles an event.
pub(crate) trait Handle {
    fn handle(&self, event: Event);
}

impl<F: Fn(Event)> Handle for F {
    fn handle(&self, event: Event) {
        self(event);
    }
}
