//! A learner who knows a compiled bank by heart, and answers in English whatever it asks.

use jalon_tests::{Look, Name, Spot, any, exact, plain};
use serde_json::Value;

/// All the text in a piece of a compiled bank.
fn words(markup: &Value) -> String {
    match markup {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(words).collect(),
        Value::Object(map) => map.values().map(words).collect(),
        _ => String::new(),
    }
}

/// Answers a question of the bank as its key says.
#[track_caller]
pub(crate) fn answer(questions: &[Value], group: &Spot) {
    let (body, wording) = asked(questions, &group.name());
    let kinds = body.as_object().and_then(|kinds| kinds.iter().next());
    let (kind, body) = kinds.expect("a kind");
    let asked = Asked { group, wording };
    match kind.as_str() {
        "choice" => asked.pick(&body["key"]),
        "hotspot" => asked.pick(&body["choice"]["key"]),
        "true-false" => {
            let name = if body["key"] == true { "True" } else { "False" };
            group.radio(name).choose();
        }
        "text" => write(&group.textbox(any()), known(body)),
        "number" => write(&group.textbox(any()), &quantity(body)),
        "essay" => write(&group.textbox(any()), "I would rather not say."),
        "gaps" => asked.fill(list(&body["gaps"])),
        "match" => {
            for item in list(&body["pairs"]["items"]) {
                let menu = group.combobox(asked.part(&item["id"]));
                menu.select(&asked.words(&item["place"]));
            }
        }
        "classify" => {
            for item in list(&body["items"]) {
                let row = group.group(asked.part(&item["id"]));
                row.radio(asked.part(&item["place"])).choose();
            }
        }
        "order" => asked.arrange(list(&body["items"])),
        _ => panic!("nobody has told how to answer the kind \"{kind}\""),
    }
}

/// The question of a bank that a fieldset asks, and the wording.
#[track_caller]
fn asked<'a>(questions: &'a [Value], name: &str) -> (&'a Value, &'a Value) {
    let name = name.splitn(3, ' ').nth(2).unwrap_or_default();
    for question in questions {
        for wording in list(&question["wordings"]["en"]) {
            if plain(&words(&wording["prompt"])).starts_with(name) {
                return (&question["body"], wording);
            }
        }
    }
    panic!("the bank does not ask \"{name}\"")
}

/// What is on screen, and the words that it is asked in.
struct Asked<'a> {
    group: &'a Spot,
    wording: &'a Value,
}

impl Asked<'_> {
    fn words(&self, id: &Value) -> String {
        words(&self.wording["choices"][text(id)])
    }

    fn part(&self, id: &Value) -> Name {
        exact(&self.words(id))
    }

    #[track_caller]
    fn pick(&self, key: &Value) {
        for id in list(&key["several"]["right"]) {
            self.group.checkbox(self.part(id)).tick();
        }
        if key["one"].is_string() {
            self.group.radio(self.part(&key["one"])).choose();
        }
    }

    /// Fills the gaps, which are numbered as they stand in the text.
    #[track_caller]
    fn fill(&self, gaps: &[Value]) {
        let mut order = Vec::new();
        gaps_in(&self.wording["text"], &mut order);
        for (place, id) in order.iter().enumerate() {
            let gap = gaps.iter().find(|gap| gap["id"] == **id);
            let fill = &gap.expect("a gap of the text")["fill"];
            let name = format!("Gap {} of {}", place + 1, order.len());
            if fill["pick"].is_object() {
                let right = self.words(&fill["pick"]["key"]["one"]);
                self.group.combobox(name).select(&right);
            } else if fill["number"].is_object() {
                write(&self.group.textbox(name), &quantity(&fill["number"]));
            } else {
                write(&self.group.textbox(name), known(&fill["text"]));
            }
        }
    }

    #[track_caller]
    fn arrange(&self, items: &[Value]) {
        for (place, item) in items.iter().enumerate() {
            let name = format!("Move up: {}", plain(&self.words(item)));
            let at = || {
                let buttons = self.group.button("Move up").names();
                buttons.iter().position(|own| plain(own) == name)
            };
            for _ in place..at().expect("an item of the order") {
                self.group.button(exact(&name)).click();
            }
            assert_eq!(at(), Some(place), "{name}");
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The gaps of a text, in its order.
fn gaps_in<'a>(markup: &'a Value, gaps: &mut Vec<&'a Value>) {
    match markup {
        Value::Array(all) => all.iter().for_each(|part| gaps_in(part, gaps)),
        Value::Object(map) => match map.get("gap") {
            Some(id) => gaps.push(id),
            None => map.values().for_each(|part| gaps_in(part, gaps)),
        },
        _ => {}
    }
}

/// The right number, with its unit where the question wants one. (The first unit is the one that the key is in.)
fn quantity(body: &Value) -> String {
    let number = text(&body["key"]["value"]);
    match body["units"][0]["name"].as_str() {
        Some(unit) => format!("{number} {unit}"),
        None => number.to_owned(),
    }
}

/// An answer that a typed text accepts.
#[track_caller]
fn known(body: &Value) -> &str {
    let known = [&body["any"][0], &body["accept"]["en"][0]];
    let known = known.into_iter().find_map(Value::as_str);
    known.unwrap_or_else(|| panic!("no answer known in {body}"))
}

#[track_caller]
fn write(field: &Spot, text: &str) {
    field.type_text(text);
    field.has_value(text);
}
