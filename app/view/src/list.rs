//! Keyed lists.

use std::cell::RefCell;

use leptos::prelude::{Owner, untrack};
use leptos::reactive::owner::WeakOwner;
use web_sys::Node;

use crate::element::{IntoView, Piece, View};
use crate::render::{Row, insert, show};

/// A list whose rows are kept and moved by their keys, like Leptos' `<For each key children>`.
///
/// `items` runs again when a signal changes that it reads. A row whose key is there again is kept, moved to its new place, and not
/// made again, even if its item differs in something else; what changes in a row is for signals. Each row has an
/// [`Owner`] of its own, which is cleaned up when the row goes. `row` isn't tracked; reactive parts inside it are.
///
/// Keys are compared one by one, from where they are expected: quick for a list that mostly stays as it is, and for up to some
/// hundreds of rows. Two items of the same key give two rows. As with `<For>`, the owner above the list keeps a weak pointer
/// for each row that there ever was, until it is cleaned up itself.
///
/// ```no_run
/// use jalon_view::{each, html};
/// use leptos::prelude::*;
///
/// let names = RwSignal::new(vec!["Ada", "Grace"]);
/// html::ul().child(each(
///     move || names.get(),
///     |name| *name,
///     |name| html::li().child(name),
/// ));
/// ```
pub fn each<T, K, V>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    row: impl Fn(T) -> V + 'static,
) -> View
where
    T: 'static,
    K: PartialEq + 'static,
    V: IntoView,
{
    View(vec![Piece::List(Box::new(Each {
        items,
        key,
        row,
        keys: RefCell::default(),
        owner: Owner::current().map(|owner| owner.downgrade()),
    }))])
}

struct Each<I, F, R, K> {
    items: I,
    key: F,
    row: R,
    /// Those of the rows on the page, in their order.
    keys: RefCell<Vec<K>>,
    /// What the rows' owners belong to: not the list's effect, which cleans up all that is its own when it runs again.
    owner: Option<WeakOwner>,
}

/// A list of any types of items and keys.
pub(crate) trait List {
    /// Brings the rows up to date. They stand before `end`.
    fn update(&self, rows: &mut Vec<Row>, parent: &Node, end: &Node);
}

impl<T, K, V, I, F, R> List for Each<I, F, R, K>
where
    I: Fn() -> Vec<T>,
    F: Fn(&T) -> K,
    R: Fn(T) -> V,
    K: PartialEq,
    V: IntoView,
{
    fn update(&self, rows: &mut Vec<Row>, parent: &Node, end: &Node) {
        let mut former: Vec<Option<K>> = self.keys.take().into_iter().map(Some).collect();
        let (mut keys, mut plan) = (Vec::new(), Vec::new());
        for item in (self.items)() {
            let key = (self.key)(&item);
            plan.push(match find(&mut former, &key, keys.len()) {
                Some(at) => Step::Keep(at),
                None => {
                    let owner = self.new_owner();
                    let view = owner.with(|| untrack(|| (self.row)(item).into_view()));
                    Step::Make(owner, view)
                }
            });
            keys.push(key);
        }
        self.keys.replace(keys);
        apply(plan, rows, parent, end);
    }
}

impl<I, F, R, K> Each<I, F, R, K> {
    fn new_owner(&self) -> Owner {
        let above = self.owner.as_ref().and_then(WeakOwner::upgrade);
        above.map_or_else(Owner::default, |owner| owner.child())
    }
}

/// Takes a key out of those that are left, and says where it was. Looks first where it is expected.
fn find<K: PartialEq>(keys: &mut [Option<K>], key: &K, expected: usize) -> Option<usize> {
    let is_it = |own: &Option<K>| own.as_ref() == Some(key);
    let at = match keys.get(expected) {
        Some(own) if is_it(own) => expected,
        _ => keys.iter().position(is_it)?,
    };
    keys[at] = None;
    Some(at)
}

/// Where a row comes from.
enum Step {
    /// It is on the page, at this place so far.
    Keep(usize),
    Make(Owner, View),
}

/// Puts all nodes of a row before `next`, unless they are there. Returns the first of them.
fn place(row: &Row, parent: &Node, next: Node) -> Node {
    let mut nodes = Vec::new();
    for shown in &row.shown {
        shown.each_node(&mut |node| nodes.push(node.clone()));
    }
    let mut before = next;
    for node in nodes.into_iter().rev() {
        if node.next_sibling().as_ref() != Some(&before) {
            insert(&node, parent, Some(&before));
        }
        before = node;
    }
    before
}

/// Takes away the rows that are not kept, makes the new ones, and puts all in their order.
fn apply(plan: Vec<Step>, rows: &mut Vec<Row>, parent: &Node, end: &Node) {
    let mut former: Vec<Option<Row>> = rows.drain(..).map(Some).collect();
    let mut new = Vec::new();
    for step in plan {
        let (row, view) = match step {
            Step::Keep(at) => (former.get_mut(at).and_then(Option::take), None),
            Step::Make(owner, view) => (None, Some((owner, view))),
        };
        new.push((row.unwrap_or_default(), view));
    }
    for row in former.into_iter().flatten() {
        for shown in row.shown {
            shown.remove();
        }
    }
    // From the last to the first, so that the place of each is known and rows that stay are not moved.
    let mut next = end.clone();
    for (mut row, view) in new.into_iter().rev() {
        if let Some((owner, view)) = view {
            owner.with(|| show(view, &mut row.shown, parent, Some(&next)));
            row.owner = Some(owner);
        }
        next = place(&row, parent, next);
        rows.push(row);
    }
    rows.reverse();
}
