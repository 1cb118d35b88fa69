//! What an item says of its responses and outcomes.

use crate::xml::Element;

use super::names::Version;

/// How many values a response has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cardinality {
    Single,
    Multiple,
    Ordered,
    Record,
}

/// A declared response.
#[derive(Debug, Clone)]
pub(super) struct Response {
    pub(super) id: String,
    pub(super) cardinality: Cardinality,
    /// `identifier`, `string`, `float`, `integer`, `directedPair`...
    pub(super) base: String,
    pub(super) correct: Vec<String>,
    pub(super) mapping: Option<Mapping>,
}

/// What each value earns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mapping {
    pub(super) entries: Vec<Entry>,
    /// What any other value earns.
    pub(super) default: f64,
    pub(super) least: Option<f64>,
    pub(super) most: Option<f64>,
}

/// What a value earns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: f64,
    /// True where upper and lower case are told apart.
    pub(super) minds_case: bool,
}

impl Mapping {
    /// What a value earns.
    pub(super) fn of(&self, key: &str) -> f64 {
        let mut entries = self.entries.iter();
        let found = entries.find(|entry| entry.key == key);
        found.map_or(self.default, |entry| entry.value)
    }
}

/// The declared responses.
pub(super) fn responses(item: &Element, version: Version) -> Vec<Response> {
    let all = item.all("responseDeclaration");
    all.map(|one| response(one, version)).collect()
}

fn response(element: &Element, version: Version) -> Response {
    let attribute = |name| element.attribute(name).unwrap_or_default();
    let correct = element.first("correctResponse");
    Response {
        id: attribute("identifier").to_owned(),
        cardinality: match attribute("cardinality") {
            "multiple" => Cardinality::Multiple,
            "ordered" => Cardinality::Ordered,
            "record" => Cardinality::Record,
            _ => Cardinality::Single,
        },
        base: attribute("baseType").to_owned(),
        correct: correct.map(values).unwrap_or_default(),
        mapping: element.first("mapping").map(|one| mapping(one, version)),
    }
}

/// The values in an element, without the spaces around them.
pub(super) fn values(element: &Element) -> Vec<String> {
    let values = element.all("value");
    let values = values.map(|value| spaced(&value.text()));
    values.filter(|value| !value.is_empty()).collect()
}

/// A text with one space for several, and none around it.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Case counts in version 2 and doesn't in version 3 where nothing is said.
fn mapping(element: &Element, version: Version) -> Mapping {
    let entries = element.all("mapEntry").map(|entry| Entry {
        key: spaced(entry.attribute("mapKey").unwrap_or_default()),
        value: number(entry, "mappedValue").unwrap_or(0.0),
        minds_case: match entry.attribute("caseSensitive") {
            Some(said) => said != "false",
            None => version == Version::Two,
        },
    });
    Mapping {
        entries: entries.collect(),
        default: number(element, "defaultValue").unwrap_or(0.0),
        least: number(element, "lowerBound"),
        most: number(element, "upperBound"),
    }
}

/// The number in an attribute.
pub(super) fn number(element: &Element, name: &str) -> Option<f64> {
    let number = element.attribute(name)?.trim().parse::<f64>().ok()?;
    number.is_finite().then_some(number)
}

/// The value that an outcome has before anything is marked.
pub(super) fn outcome(item: &Element, id: &str) -> Option<String> {
    let mut all = item.all("outcomeDeclaration");
    let own = all.find(|one| one.attribute("identifier") == Some(id))?;
    values(own.first("defaultValue")?).into_iter().next()
}
