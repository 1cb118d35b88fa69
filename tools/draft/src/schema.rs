//! JSON Schemas of a bank's files, for editors that complete and check as one types.

use jalon_engine::id::MAX_LEN;
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::bank::Bank;
use crate::kind::Body;
use crate::module::Module;
use crate::question::{Common, Wording};

/// The schema of `bank.toml`.
pub fn bank_schema() -> Value {
    finished(generator().into_root_schema_for::<Bank>(), "bank.toml")
}

/// The schema of a module's file.
pub fn module_schema() -> Value {
    let schema = generator().into_root_schema_for::<Module>();
    let mut schema = finished(schema, "a module of a bank");
    // A draft may have none yet.
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.push(json!("question"));
    }
    schema
}

/// Draft 7, which every editor's TOML support reads.
fn generator() -> SchemaGenerator {
    SchemaSettings::draft07().into_generator()
}

fn finished(schema: Schema, title: &str) -> Value {
    let mut schema = schema.to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), json!(format!("Jalon: {title}")));
    }
    narrow(&mut schema);
    schema
}

/// A question is of one of the kinds; each has the keys of every question, its own, and those of languages.
pub(super) fn question(generator: &mut SchemaGenerator) -> Schema {
    let mut common = <Common as schemars::JsonSchema>::json_schema(generator).to_value();
    let bodies = <Body as schemars::JsonSchema>::json_schema(generator).to_value();
    let wordings = generator.subschema_for::<Vec<Wording>>().to_value();
    let kinds = bodies
        .get("oneOf")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let mut any = Vec::new();
    let mut each = Vec::new();
    let mut words = Vec::new();
    for kind in &kinds {
        let whole = of_kind(&mut common, kind, &wordings, generator);
        let word = kind.pointer("/properties/kind/const");
        let Some(word) = word.and_then(Value::as_str) else {
            continue;
        };
        let name = format!("question-{word}");
        let path = format!("#/definitions/{name}");
        generator.definitions_mut().insert(name, whole);
        words.push(json!(word));
        any.push(json!({ "$ref": path }));
        each.push(json!({
            "if": { "properties": { "kind": { "const": word } }, "required": ["kind"] },
            "then": { "$ref": path },
        }));
    }
    // Editors complete by the kinds there are. With a kind, `allOf` says which key is wrong, and not only that the question is.
    json_schema!({
        "description": "A question: one key, and its wordings in each language.",
        "properties": { "kind": { "description": "How it is answered.", "enum": words } },
        "required": ["kind"],
        "oneOf": any,
        "allOf": each,
    })
}

/// The languages' tags, as keys: no key of ours has two letters but `id`.
const LANGUAGE: &str = "^([a-hj-z][a-z]|i[a-ce-z])(-[A-Za-z0-9]{1,8})*$";

fn of_kind(
    common: &mut Value,
    kind: &Value,
    wordings: &Value,
    generator: &SchemaGenerator,
) -> Value {
    let mut own = kind.clone();
    // Its own keys stand in a definition beside the word for the kind.
    let inner = kind
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|path| path.rsplit('/').next());
    let inner = inner.and_then(|name| generator.definitions().get(name));
    let mut properties = Map::new();
    let mut required = Vec::new();
    for part in [Some(&*common), inner, Some(&own)].into_iter().flatten() {
        if let Some(all) = part.get("properties").and_then(Value::as_object) {
            properties.extend(all.clone());
        }
        if let Some(all) = part.get("required").and_then(Value::as_array) {
            required.extend(all.iter().cloned());
        }
    }
    required.dedup();
    let description = own.get_mut("description").map(Value::take);
    json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
        "patternProperties": { LANGUAGE: wordings },
        "additionalProperties": false,
    })
}

/// Lists that say something wherever they stand.
const NEVER_EMPTY: [&str; 7] = [
    "languages",
    "question",
    "choice",
    "region",
    "gap",
    "point",
    "answers",
];

/// What the types can't say: the signs of ids, and the ranges of numbers.
fn narrow(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
                for (key, property) in properties.iter_mut() {
                    bound(key, property);
                }
            }
            object.values_mut().for_each(narrow);
        }
        Value::Array(all) => all.iter_mut().for_each(narrow),
        _ => {}
    }
}

fn bound(key: &str, property: &mut Value) {
    let Some(object) = property.as_object_mut() else {
        return;
    };
    // Nothing stands in TOML for a key that is left out.
    if let Some(types) = object.get("type").and_then(Value::as_array) {
        let first = types.iter().find(|one| *one != "null").cloned();
        if let Some(first) = first {
            object.insert("type".to_owned(), first);
        }
    }
    if let Some(either) = object.remove("anyOf") {
        let mut either = either.as_array().cloned().unwrap_or_default();
        either.retain(|one| one.get("type").is_none_or(|own| own != "null"));
        let key = if either.len() == 1 { "allOf" } else { "anyOf" };
        object.insert(key.to_owned(), Value::Array(either));
    }
    object.remove("default");
    object.remove("format");
    let is = |kind: &str| object.get("type").is_some_and(|own| own == kind);
    let (is_text, is_list) = (is("string"), is("array"));
    let is_number = is("integer");
    let wide = |bound: &str| object.get(bound).and_then(Value::as_i64);
    let range = match key {
        "minutes" => Some((0, Some(i64::from(u16::MAX)))),
        "draw" | "least" | "most" => Some((1, None)),
        "points" | "pass" => Some((1, Some(100))),
        "attempts" => Some((1, Some(1000))),
        "tries" => Some((1, Some(20))),
        "figures" => Some((1, Some(15))),
        "min-words" | "max-words" => Some((1, Some(3000))),
        // What is in percent, and weights of choices, which may cost something.
        "penalty" | "hint_cost" => Some((0, Some(100))),
        _ if wide("maximum") == Some(i64::from(u8::MAX)) => Some((0, Some(100))),
        _ if wide("minimum") == Some(i64::from(i16::MIN)) => Some((-100, Some(100))),
        _ => None,
    };
    if let (true, Some((least, most))) = (is_number, range) {
        object.insert("minimum".to_owned(), json!(least));
        if let Some(most) = most {
            object.insert("maximum".to_owned(), json!(most));
        }
    }
    if is_text && key == "prompt" {
        object.insert("pattern".to_owned(), json!(r"\S"));
    }
    let fewest = match key {
        "polygon" => 3,
        "item" | "target" | "category" => 2,
        _ => u64::from(NEVER_EMPTY.contains(&key)),
    };
    if is_list && fewest > 0 {
        object.insert("minItems".to_owned(), json!(fewest));
    }
    if is_text && ["id", "stimulus", "misconception"].contains(&key) {
        object.insert("pattern".to_owned(), json!("^[a-z0-9][a-z0-9.-]*$"));
        object.insert("maxLength".to_owned(), json!(MAX_LEN));
    }
}
