//! The page as assistive technology hears it: the browser's own accessibility tree, shadow roots included.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;
use std::ops::Range;

use serde_json::Value;

use crate::name::{Fit, Name, plain};

/// A role and a name, as a screen reader would say them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The ARIA role: "button", "radio", "heading"...
    pub role: String,
    /// The accessible name, white space collapsed.
    pub name: String,
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            f.write_str(&self.role)
        } else {
            write!(f, "{} \"{}\"", self.role, self.name)
        }
    }
}

/// One thing in the tree.
pub(crate) struct Node {
    pub(crate) spoken: Spoken,
    pub(crate) value: String,
    pub(crate) description: String,
    /// The DOM node behind it, if there is one.
    pub(crate) dom: Option<i64>,
    ignored: bool,
    depth: usize,
    /// Where its descendants end: they are the nodes after it, up to here.
    end: usize,
    states: HashMap<String, String>,
}

impl Node {
    /// A property such as "checked", "disabled", "expanded", "level"; empty if it has none.
    pub(crate) fn state(&self, property: &str) -> &str {
        self.states.get(property).map_or("", String::as_str)
    }

    fn is_worth_telling(&self) -> bool {
        let role = self.spoken.role.as_str();
        !self.ignored
            && !matches!(
                role,
                "none" | "InlineTextBox" | "Legend" | "ListMarker" | "LineBreak" | "LabelText"
            )
            && (role != "generic" || !self.spoken.name.is_empty())
    }
}

/// All nodes, in the order in which they are read.
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// Reads the answer to `Accessibility.getFullAXTree`.
    pub(crate) fn read(answer: &Value) -> Self {
        let raw = answer["nodes"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let by_id: HashMap<&str, &Value> = raw
            .iter()
            .filter_map(|n| Some((n["nodeId"].as_str()?, n)))
            .collect();
        let mut tree = Self {
            nodes: Vec::with_capacity(raw.len()),
        };
        for root in raw.iter().filter(|node| node["parentId"].is_null()) {
            tree.add(root, 0, &by_id);
        }
        tree
    }

    fn add(&mut self, raw: &Value, depth: usize, by_id: &HashMap<&str, &Value>) {
        let at = self.nodes.len();
        self.nodes.push(node(raw, depth));
        let inside = depth + usize::from(self.nodes[at].is_worth_telling());
        for id in raw["childIds"].as_array().into_iter().flatten() {
            if let Some(child) = id.as_str().and_then(|id| by_id.get(id)) {
                self.add(child, inside, by_id);
            }
        }
        self.nodes[at].end = self.nodes.len();
    }

    pub(crate) fn node(&self, at: usize) -> &Node {
        &self.nodes[at]
    }

    pub(crate) fn whole(&self) -> Range<usize> {
        0..self.nodes.len()
    }

    pub(crate) fn inside(&self, at: usize) -> Range<usize> {
        at + 1..self.nodes[at].end
    }

    /// The nodes of a role that answer best to a name: those of exactly that name, else those that hold its words.
    pub(crate) fn find(&self, among: &BTreeSet<usize>, role: &str, name: &Name) -> Vec<usize> {
        let fit = |at: &usize| match &self.nodes[*at] {
            node if node.ignored || node.spoken.role != role => Fit::No,
            node => name.fit(&node.spoken.name),
        };
        let best = among.iter().map(fit).max().unwrap_or(Fit::No);
        among
            .iter()
            .copied()
            .filter(|at| best != Fit::No && fit(at) == best)
            .collect()
    }

    /// The nodes that stand for one of these DOM nodes and are in no other that does.
    pub(crate) fn standing_for(&self, dom: &HashSet<i64>) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.nodes.len() {
            if self.nodes[at].dom.is_some_and(|id| dom.contains(&id)) {
                found.push(at);
                at = self.nodes[at].end;
            } else {
                at += 1;
            }
        }
        found
    }

    pub(crate) fn of_dom(&self, dom: i64) -> Option<&Node> {
        self.nodes.iter().find(|node| node.dom == Some(dom))
    }

    /// What is on the page, indented, one thing a line: what a failure message shows.
    pub(crate) fn outline(&self) -> String {
        const MOST: usize = 250;
        let told: Vec<&Node> = (0..self.nodes.len())
            .filter(|at| self.tells(*at))
            .map(|at| &self.nodes[at])
            .collect();
        let mut lines: Vec<String> = told.iter().take(MOST).map(|node| line(node)).collect();
        if told.len() > MOST {
            lines.push(format!("  ... and {} more", told.len() - MOST));
        }
        lines.join("\n")
    }

    /// Text that only repeats the name of what it is in is left out.
    fn tells(&self, at: usize) -> bool {
        let node = &self.nodes[at];
        let repeats =
            |above: &Node| above.end > at && above.spoken.name.contains(&node.spoken.name);
        node.is_worth_telling()
            && (node.spoken.role != "StaticText"
                || !node.spoken.name.is_empty() && !self.nodes[1..at.max(1)].iter().any(repeats))
    }
}

fn node(raw: &Value, depth: usize) -> Node {
    let text = |field: &str| shown(&raw[field]["value"]);
    let role = match text("role") {
        role if role == "img" => "image".to_owned(),
        role => role,
    };
    let properties = raw["properties"].as_array().into_iter().flatten();
    Node {
        spoken: Spoken {
            role,
            name: plain(&text("name")),
        },
        value: text("value"),
        description: plain(&text("description")),
        dom: raw["backendDOMNodeId"].as_i64(),
        ignored: raw["ignored"].as_bool().unwrap_or(false),
        depth,
        end: 0,
        states: properties
            .filter_map(|p| Some((p["name"].as_str()?.to_owned(), shown(&p["value"]["value"]))))
            .collect(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn line(node: &Node) -> String {
    const TOLD: [&str; 9] = [
        "checked", "disabled", "expanded", "focused", "invalid", "level", "pressed", "required",
        "selected",
    ];
    let mut line = format!("  {}{}", "  ".repeat(node.depth), node.spoken);
    if !node.value.is_empty() {
        line += &format!(" = \"{}\"", node.value);
    }
    for (property, state) in TOLD.map(|property| (property, node.state(property))) {
        match state {
            "" | "false" => {}
            "true" => line += &format!(" [{property}]"),
            other => line += &format!(" [{property}: {other}]"),
        }
    }
    line
}
