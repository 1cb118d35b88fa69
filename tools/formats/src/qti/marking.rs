//! Response processing: which rules mark which response, and what makes feedback show.

use crate::xml::Element;

use super::condition::{Condition, Test, amount, base, condition, constant, variable};

/// How responses are marked, as far as the rules have the usual shapes.
#[derive(Debug, Clone, Default)]
pub(super) struct Marking {
    /// Tests that earn something.
    pub(super) awards: Vec<Award>,
    /// Responses that earn what their mapping says.
    pub(super) mapped: Vec<String>,
    /// Responses that have to be right together.
    pub(super) together: Vec<String>,
    /// What makes feedback show.
    pub(super) shown: Vec<Shown>,
    /// Outcomes that are set to a response, so that the feedback named like it shows: outcome and response.
    pub(super) echoed: Vec<(String, String)>,
    /// Rules that have no usual shape.
    pub(super) unknown: Vec<String>,
    /// True where the same answer in several gaps counts once.
    pub(super) counts_once: bool,
    /// True where there are rules at all.
    pub(super) is_said: bool,
}

/// A test that earns something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Award {
    pub(super) response: String,
    pub(super) test: Test,
    pub(super) worth: f64,
}

/// An outcome that gets a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) outcome: String,
    pub(super) value: String,
    pub(super) when: When,
}

/// When something happens.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    Always,
    Right,
    Wrong,
    /// One of these was answered.
    Answered(Vec<(String, Test)>),
    /// An outcome has a value.
    Outcome(String, String),
    /// Nothing was answered.
    Never,
    Unknown,
}

impl Marking {
    /// When an outcome has a value, as far as that can be told: by what sets it, else by the name of the value.
    pub(super) fn when(&self, outcome: &str, value: &str) -> When {
        let echoed = self.echoed.iter().find(|(own, _)| own == outcome);
        if let Some((_, response)) = echoed {
            return When::Answered(vec![(response.clone(), Test::Value(value.to_owned()))]);
        }
        let mut found = self.set_to(outcome, value);
        for _ in 0..4 {
            let Some(When::Outcome(outcome, value)) = &found else {
                break;
            };
            let named = by_name(value);
            found = named.or_else(|| self.set_to(outcome, value));
        }
        match found {
            Some(When::Unknown | When::Outcome(..)) | None => {
                by_name(value).unwrap_or(When::Unknown)
            }
            Some(When::Always) => by_name(value).unwrap_or(When::Always),
            Some(when) => when,
        }
    }

    fn set_to(&self, outcome: &str, value: &str) -> Option<When> {
        let mut all = self.shown.iter();
        let found = all.find(|one| one.outcome == outcome && one.value == value)?;
        Some(found.when.clone())
    }

    /// The rules of an item.
    pub(super) fn of(item: &Element) -> Self {
        let mut marking = Self::default();
        let Some(rules) = item.first("responseProcessing") else {
            return marking;
        };
        let template = rules.attribute("template");
        let template = template.or_else(|| rules.attribute("templateLocation"));
        marking.is_said = template.is_some() || rules.elements().next().is_some();
        if let Some(address) = template {
            marking.template(item, address);
        }
        marking.rules(item, rules, &When::Always);
        marking
    }

    /// What an address of a template of the standard means, on whatever host and in whatever version.
    fn template(&mut self, item: &Element, address: &str) {
        let name = address.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".xml").unwrap_or(name);
        let name = name.to_lowercase();
        let all = item.all("responseDeclaration");
        let ids = all.filter_map(|one| one.attribute("identifier"));
        // The templates mark the response of that name; where there is another one alone, it is meant.
        let ids: Vec<&str> = ids.collect();
        let meant = ids.iter().find(|id| **id == "RESPONSE").or(ids.first());
        let Some(meant) = meant else { return };
        match name.as_str() {
            "match_correct" | "cc2_match" | "cc2_match_basic" => self.awards.push(Award {
                response: (*meant).to_owned(),
                test: Test::Correct,
                worth: 1.0,
            }),
            "map_response" | "cc2_map_response" => self.mapped.push((*meant).to_owned()),
            _ => self.unknown.push(format!("the template {address}")),
        }
    }

    fn rules(&mut self, item: &Element, parent: &Element, when: &When) {
        for rule in parent.elements() {
            match rule.name.as_str() {
                "responseCondition" => self.branches(item, rule),
                "setOutcomeValue" => self.set(item, rule, None, when),
                "responseProcessingFragment" => self.rules(item, rule, when),
                "exitResponse" => {}
                // The first element of a branch is its condition.
                _ if !matches!(when, When::Always) => {}
                other => self.unknown.push(format!("<{other}>")),
            }
        }
    }

    fn branches(&mut self, item: &Element, rule: &Element) {
        let mut otherwise = When::Unknown;
        for branch in rule.elements() {
            let is_else = branch.name == "responseElse";
            let asked = branch.elements().next().filter(|_| !is_else);
            let asked = asked.map(|asked| settled(item, condition(asked)));
            let when = match &asked {
                None => otherwise.clone(),
                Some(asked) => when(asked),
            };
            match (&asked, &when) {
                (_, When::Right) => otherwise = When::Wrong,
                (Some(Condition::Empty), _) => {}
                (Some(_), When::Answered(_)) if otherwise == When::Unknown => {
                    otherwise = When::Wrong;
                }
                _ => {}
            }
            if has_apart(branch) {
                self.counts_once = true;
            }
            for action in branch.elements().skip(usize::from(!is_else)) {
                match action.name.as_str() {
                    "setOutcomeValue" => self.set(item, action, asked.as_ref(), &when),
                    "responseCondition" => self.branches(item, action),
                    "responseProcessingFragment" => self.rules(item, action, &when),
                    "exitResponse" => {}
                    other => self.unknown.push(format!("<{other}>")),
                }
            }
        }
    }

    /// An outcome is set: a number is a mark, anything else makes feedback show.
    fn set(&mut self, item: &Element, rule: &Element, asked: Option<&Condition>, when: &When) {
        let outcome = rule.attribute("identifier").unwrap_or_default();
        let Some(value) = rule.elements().next() else {
            return;
        };
        if is_number(item, outcome) {
            return self.mark(item, value, asked, when);
        }
        if let Some(id) = variable(value) {
            self.echoed.push((outcome.to_owned(), id.to_owned()));
        } else if let Some(value) = base(value) {
            self.shown.push(Shown {
                outcome: outcome.to_owned(),
                value,
                when: when.clone(),
            });
        }
    }

    fn mark(&mut self, item: &Element, value: &Element, asked: Option<&Condition>, when: &When) {
        let mut points = 0.0;
        let mut mapped = Vec::new();
        if !worth(item, value, &mut points, &mut mapped) {
            self.unknown.push(format!("<{}>", value.name));
        }
        self.mapped.extend(mapped);
        if points == 0.0 {
            return;
        }
        match asked {
            Some(Condition::Any(tests)) => {
                self.awards
                    .extend(tests.iter().map(|(response, test)| Award {
                        response: response.clone(),
                        test: test.clone(),
                        worth: points,
                    }));
            }
            Some(Condition::All(tests)) => {
                for (response, test) in tests {
                    self.together.push(response.clone());
                    self.awards.push(Award {
                        response: response.clone(),
                        test: test.clone(),
                        worth: points,
                    });
                }
            }
            // Nothing answered, or not all right, and a mark all the same; or a floor under marks below zero.
            Some(Condition::Answered | Condition::Full) => {}
            Some(_) => self.unknown.push("a condition".to_owned()),
            None if *when == When::Wrong => {
                self.unknown.push("points for what is not right".to_owned())
            }
            None => {}
        }
    }
}

/// What the usual names of outcome values say.
fn by_name(value: &str) -> Option<When> {
    let value = value.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| value.contains(word));
    if has(&["incorrect", "wrong", "false", "fail"]) {
        Some(When::Wrong)
    } else if has(&["correct", "right", "solution"]) {
        Some(When::Right)
    } else {
        None
    }
}

/// Adds up what an expression is worth; false where it can't be told.
fn worth(item: &Element, value: &Element, points: &mut f64, mapped: &mut Vec<String>) -> bool {
    match value.name.as_str() {
        "baseValue" => {
            *points += amount(value).unwrap_or(0.0);
            true
        }
        "variable" => {
            let id = value.attribute("identifier").unwrap_or_default();
            // What the outcome was before, or the score of a part, which was told on its own.
            if id == "MAXSCORE" || id.starts_with("MAX") {
                *points += constant(item, id).unwrap_or(1.0);
            }
            true
        }
        "mapResponse" => {
            mapped.extend(value.attribute("identifier").map(str::to_owned));
            true
        }
        "sum" | "min" | "max" | "round" | "integerToFloat" => {
            let mut parts = value.elements();
            parts.all(|part| worth(item, part, points, mapped))
        }
        // A mapping times a weight.
        "product" | "divide" => {
            let mut only = Vec::new();
            let mut whole = 0.0;
            let mut parts = value.elements();
            let is_known = parts.all(|part| worth(item, part, &mut whole, &mut only));
            mapped.extend(only);
            is_known
        }
        _ => false,
    }
}

/// A test of an outcome is none of a response.
fn settled(item: &Element, asked: Condition) -> Condition {
    let Condition::Any(tests) = &asked else {
        return asked;
    };
    match tests.as_slice() {
        [(id, Test::Value(value))] if !is_response(item, id) => {
            Condition::Outcome(id.clone(), value.clone())
        }
        _ => asked,
    }
}

fn is_response(item: &Element, id: &str) -> bool {
    let mut all = item.all("responseDeclaration");
    all.any(|one| one.attribute("identifier") == Some(id))
}

/// Outcomes that are numbers are scores.
fn is_number(item: &Element, outcome: &str) -> bool {
    let mut all = item.all("outcomeDeclaration");
    let own = all.find(|one| one.attribute("identifier") == Some(outcome));
    let base = own.and_then(|one| one.attribute("baseType"));
    match base {
        Some(base) => base == "float" || base == "integer",
        None => outcome == "SCORE",
    }
}

fn when(asked: &Condition) -> When {
    let is_right = |test: &Test| {
        matches!(
            test,
            Test::Correct
                | Test::Near { to: None, .. }
                | Test::Figures { to: None, .. }
                | Test::Places { to: None, .. }
        )
    };
    match asked {
        Condition::Any(tests) | Condition::All(tests)
            if tests.iter().all(|(_, test)| is_right(test)) =>
        {
            When::Right
        }
        Condition::Any(tests) => When::Answered(tests.clone()),
        Condition::Outcome(outcome, value) => When::Outcome(outcome.clone(), value.clone()),
        Condition::Full => When::Right,
        Condition::Less => When::Wrong,
        Condition::Answered => When::Always,
        Condition::Empty => When::Never,
        Condition::All(_) | Condition::Apart | Condition::Other => When::Unknown,
    }
}

fn has_apart(branch: &Element) -> bool {
    let asked = branch.elements().next();
    let parts = asked.into_iter().flat_map(Element::elements);
    asked
        .into_iter()
        .chain(parts)
        .any(|part| condition(part) == Condition::Apart)
}
