//! The accessibility rules of axe-core, run on the page as it is now.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fmt, fs};

use serde_json::Value;

/// Every rule that a WCAG 2.2 AA page keeps, and the good habits beyond it.
pub(crate) const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The text of axe-core: `JALON_AXE`, or where `npm ci` in `tests/` puts it.
pub(crate) static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let installed = || {
        PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/node_modules/axe-core/axe.min.js"
        ))
    };
    let path = env::var_os("JALON_AXE").map_or_else(installed, PathBuf::from);
    fs::read_to_string(&path).unwrap_or_else(|e| {
        panic!(
            "{}: {e}; `npm ci` in tests/ installs axe-core",
            path.display()
        )
    })
});

/// One rule that the page breaks, and where.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The rule's name, such as "color-contrast".
    pub rule: String,
    /// How bad it is for those it hits: minor, moderate, serious, critical.
    pub impact: String,
    /// What the rule asks for.
    pub help: String,
    /// Each place: its markup and what to mend.
    pub places: Vec<String>,
}

impl Violation {
    pub(crate) fn read(raw: &Value) -> Self {
        let text = |field: &str| raw[field].as_str().unwrap_or_default().to_owned();
        let places = raw["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .map(place)
            .collect();
        Self {
            rule: text("id"),
            impact: text("impact"),
            help: text("help"),
            places,
        }
    }
}

fn place(node: &Value) -> String {
    let html = node["html"].as_str().unwrap_or_default();
    let summary = node["failureSummary"]
        .as_str()
        .unwrap_or_default()
        .replace('\n', "\n      ");
    format!("at {}\n      {html}\n      {summary}", node["target"])
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.places
            .iter()
            .try_for_each(|place| write!(f, "\n    {place}"))
    }
}
