//! Closures that are called by reference and in no other way. A table of `dyn Fn` also says how to call the closure once and how to
//! call it as one that changes: two functions more for each closure of a view, which nobody would call.

/// What is made anew each time.
pub(crate) trait Make<T> {
    /// Makes it.
    fn make(&self) -> T;
}

impl<T, F: Fn() -> T> Make<T> for F {
    fn make(&self) -> T {
        self()
    }
}

/// What is done with something.
pub(crate) trait Take<A, T = ()> {
    /// Does it.
    fn take(&self, given: A) -> T;
}

impl<A, T, F: Fn(A) -> T> Take<A, T> for F {
    fn take(&self, given: A) -> T {
        self(given)
    }
}
