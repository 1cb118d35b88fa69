//! A thing on a page, by role and name: looked up anew each time it is used, so it may come, go and be redrawn.

mod act;
mod ask;
mod expect;

use std::collections::{BTreeSet, HashSet};
use std::fmt;

use serde_json::{Value, json};

use crate::look::Look;
use crate::name::Name;
use crate::page::Page;
use crate::tree::{Node, Tree};
use crate::wait::{Attempt, until};

/// What a test points at. Nothing is looked up until it is used, and then waited for.
#[derive(Clone)]
pub struct Spot {
    page: Page,
    steps: Vec<Step>,
}

#[derive(Clone)]
enum Step {
    Role(String, Name),
    Within(String),
    Nth(usize),
}

/// The nodes that a step found, and those among which the next one looks.
struct Found {
    these: Vec<usize>,
    field: BTreeSet<usize>,
}

impl Look for Spot {
    fn here(&self) -> Spot {
        self.clone()
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() {
            return f.write_str("the page");
        }
        for (at, step) in self.steps.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            match step {
                Step::Role(role, name) => write!(f, "{comma}{role} {name}")?,
                Step::Within(selector) => write!(f, "{comma}within {selector}")?,
                Step::Nth(n) => write!(f, " number {n}")?,
            }
        }
        Ok(())
    }
}

/// Pointing.
impl Spot {
    pub(crate) fn on(page: Page) -> Self {
        Self {
            page,
            steps: Vec::new(),
        }
    }

    pub(crate) fn then(mut self, role: &str, name: Name) -> Self {
        self.steps.push(Step::Role(role.to_owned(), name));
        self
    }

    pub(crate) fn then_within(mut self, selector: &str) -> Self {
        self.steps.push(Step::Within(selector.to_owned()));
        self
    }

    /// One of several that answer to the same role and name, counted from 1 in reading order.
    #[must_use]
    pub fn nth(mut self, n: usize) -> Self {
        self.steps.push(Step::Nth(n));
        self
    }

    fn find(&self, tree: &Tree) -> Attempt<Vec<usize>> {
        let mut found = Found {
            these: vec![0],
            field: tree.whole().collect(),
        };
        for step in &self.steps {
            found = self.step(tree, step, found)?;
        }
        Ok(found.these)
    }

    fn step(&self, tree: &Tree, step: &Step, from: Found) -> Attempt<Found> {
        let these = match step {
            Step::Role(role, name) => tree.find(&from.field, role, name),
            Step::Nth(n) => from
                .these
                .get(n.wrapping_sub(1))
                .copied()
                .into_iter()
                .collect(),
            Step::Within(selector) => {
                let these = tree.standing_for(&self.dom_ids(selector)?);
                let field = these
                    .iter()
                    .flat_map(|&at| at..tree.inside(at).end)
                    .collect();
                return Ok(Found { these, field });
            }
        };
        let field = these.iter().flat_map(|&at| tree.inside(at)).collect();
        Ok(Found { these, field })
    }

    /// The DOM nodes under a selector's first element, its shadow roots' included.
    fn dom_ids(&self, selector: &str) -> Attempt<HashSet<i64>> {
        let object = self
            .page
            .object(&format!("document.querySelector({})", json!(selector)))?;
        let deep = json!({ "objectId": object, "depth": -1, "pierce": true });
        let answer = self.page.command("DOM.describeNode", &deep)?;
        let mut ids = HashSet::new();
        collect_ids(&answer["node"], &mut ids);
        Ok(ids)
    }

    /// Everything that answers, at least one.
    fn all(&self) -> Attempt<(Tree, Vec<usize>)> {
        let tree = self.page.tree()?;
        let found = self.find(&tree)?;
        if found.is_empty() {
            Err(format!("there is no {self}"))
        } else {
            Ok((tree, found))
        }
    }

    /// The one thing that answers.
    fn one(&self) -> Attempt<(Tree, usize)> {
        let (tree, found) = self.all()?;
        match found[..] {
            [only] => Ok((tree, only)),
            _ => {
                let told: Vec<String> = found
                    .iter()
                    .map(|&at| tree.node(at).spoken.to_string())
                    .collect();
                Err(format!(
                    "{} things answer to {self}: {}",
                    found.len(),
                    told.join("; ")
                ))
            }
        }
    }

    fn object_of(&self, node: &Node) -> Attempt<String> {
        let dom = node.dom.ok_or_else(|| format!("{self} has no element"))?;
        let answer = self
            .page
            .command("DOM.resolveNode", &json!({ "backendNodeId": dom }))?;
        answer["object"]["objectId"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| format!("{self} went away"))
    }

    /// Handles on what holds the text of this spot: the document, or each thing that answers.
    fn roots(&self) -> Attempt<Vec<String>> {
        match self.steps.last() {
            None => Ok(vec![self.page.object("document")?]),
            Some(Step::Within(selector)) => {
                Ok(vec![self.page.object(&format!(
                    "document.querySelector({})",
                    json!(selector)
                ))?])
            }
            Some(_) => {
                let (tree, found) = self.all()?;
                found
                    .iter()
                    .map(|&at| self.object_of(tree.node(at)))
                    .collect()
            }
        }
    }

    /// Tries until it works; else the test ends with the reason and what is on the page.
    #[track_caller]
    fn wait_to<T>(&self, verb: &str, attempt: impl FnMut() -> Attempt<T>) -> T {
        match until(self.page.patience(), attempt) {
            Ok(value) => value,
            Err(reason) => self.page.fail(&format!("can't {verb} {self}: {reason}")),
        }
    }
}

fn collect_ids(node: &Value, ids: &mut HashSet<i64>) {
    ids.extend(node["backendNodeId"].as_i64());
    for field in ["children", "shadowRoots"] {
        for child in node[field].as_array().into_iter().flatten() {
            collect_ids(child, ids);
        }
    }
}
