//! A test: its sections are modules.

use std::collections::HashSet;

use crate::loss::Losses;
use crate::xml::Element;

use super::body::short;
use super::declared::number;
use super::files::Files;

/// How deep files of sections may name one another.
const DEEPEST: usize = 16;

/// A module to be.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) draw: Option<u64>,
    pub(super) items: Vec<Planned>,
}

/// An item of a module.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) file: String,
    pub(super) weight: Option<f64>,
}

/// The modules of a test.
pub(super) fn plans(
    files: &mut Files<'_>,
    file: &str,
    root: &Element,
    losses: &mut Losses,
) -> Vec<Plan> {
    losses.at(files.place(file, root.line), None);
    note_rules(root, losses);
    let parts = root.all("testPart").flat_map(Element::elements);
    let sections = parts.filter(|one| one.name.starts_with("assessmentSection"));
    let sections: Vec<&Element> = sections.collect();
    let is_only = sections.len() == 1;
    let mut plans = Vec::new();
    for section in sections {
        let mut walk = Walk {
            files,
            losses,
            plan: Plan::default(),
            seen: HashSet::new(),
        };
        walk.section(file, section, 0);
        let mut plan = walk.plan;
        if is_only {
            root.attribute("identifier")
                .unwrap_or_default()
                .clone_into(&mut plan.id);
            plan.title = root.attribute("title").map(str::to_owned).or(plan.title);
        }
        plan.draw = plan
            .draw
            .filter(|draw| usize::try_from(*draw).is_ok_and(|draw| draw < plan.items.len()));
        plans.push(plan);
    }
    plans
}

/// What a test says beside its items.
fn note_rules(root: &Element, losses: &mut Losses) {
    let rules = [
        ("timeLimits", "time limits", "attempts have none"),
        (
            "itemSessionControl",
            "rules for attempts and review",
            "write them as `attempts`, `tries` and `feedback`",
        ),
        (
            "preCondition",
            "conditions for asking a question",
            "questions depend on nothing",
        ),
        (
            "branchRule",
            "jumps to other questions",
            "questions depend on nothing",
        ),
        (
            "testFeedback",
            "feedback on the whole test",
            "only questions have feedback",
        ),
        (
            "templateDefault",
            "values for template variables",
            "questions are the same for all",
        ),
    ];
    for (name, what, why) in rules {
        if let Some(first) = root.every(name).first() {
            losses.on_line(first.line);
            losses.dropped(what, why);
        }
    }
    let is_sum = |rule: &Element| {
        let held = ["setOutcomeValue", "sum", "testVariables"];
        let inner: Vec<&Element> = rule.elements().collect();
        let is_plain = |one: &Element| held.contains(&one.name.as_str());
        match inner.as_slice() {
            [only] => {
                is_plain(only)
                    && ["SCORE", "MAXSCORE"]
                        .contains(&rule.attribute("identifier").unwrap_or_default())
            }
            _ => false,
        }
    };
    if let Some(processing) = root.first("outcomeProcessing")
        && !processing.elements().all(is_sum)
    {
        losses.on_line(processing.line);
        losses.dropped(
            "rules for the result of the test",
            "the points of the questions are added up",
        );
    }
    losses.on_line(root.line);
}

struct Walk<'w, 'f> {
    files: &'w mut Files<'f>,
    losses: &'w mut Losses,
    plan: Plan,
    /// The files of items that are in the module.
    seen: HashSet<String>,
}

impl Walk<'_, '_> {
    fn section(&mut self, file: &str, section: &Element, depth: usize) {
        if section.name == "assessmentSectionRef" {
            return self.other_file(file, section, depth);
        }
        let place = self.files.place(file, section.line);
        self.losses.at(place, None);
        if depth == 0 {
            section
                .attribute("identifier")
                .unwrap_or_default()
                .clone_into(&mut self.plan.id);
            self.plan.title = section.attribute("title").map(str::to_owned);
        }
        if let Some(selection) = section.first("selection") {
            self.selection(selection, depth);
        }
        for rubric in section.all("rubricBlock") {
            self.losses.on_line(rubric.line);
            self.losses.dropped(
                format!("the instructions “{}”", short(&rubric.text())),
                "modules have none; what is needed to answer belongs in each question",
            );
        }
        for child in section.elements() {
            match child.name.as_str() {
                "assessmentItemRef" => self.item(file, child),
                "assessmentSection" | "assessmentSectionRef" => {
                    self.section(file, child, depth + 1)
                }
                _ => {}
            }
        }
    }

    fn selection(&mut self, selection: &Element, depth: usize) {
        self.losses.on_line(selection.line);
        let select = number(selection, "select").map(|select| select as u64);
        if depth > 0 {
            self.losses.dropped(
                format!(
                    "that {} are drawn from a section in a section",
                    select.unwrap_or(0)
                ),
                "questions are drawn from the whole module",
            );
            return;
        }
        self.plan.draw = select;
        if selection.attribute("withReplacement") == Some("true") {
            self.losses.dropped(
                "that a question may be drawn twice",
                "each is drawn once at most",
            );
        }
    }

    fn item(&mut self, file: &str, item: &Element) {
        let address = item.attribute("href").unwrap_or_default();
        let place = self.files.place(file, item.line);
        self.losses
            .at(place, item.attribute("identifier").map(str::to_owned));
        let Some(found) = self.files.find(file, address) else {
            self.losses.dropped(
                "the question",
                format!("its file {address} is not in the package"),
            );
            return;
        };
        if !self.seen.insert(found.clone()) {
            self.losses
                .dropped("a question that is there twice", "it is asked once");
            return;
        }
        let weight = item
            .first("weight")
            .and_then(|weight| number(weight, "value"));
        self.plan.items.push(Planned {
            file: found,
            weight: weight.filter(|weight| *weight > 0.0),
        });
    }

    fn other_file(&mut self, file: &str, section: &Element, depth: usize) {
        let address = section.attribute("href").unwrap_or_default();
        let place = self.files.place(file, section.line);
        self.losses.at(place, None);
        let found = self.files.find(file, address).filter(|_| depth < DEEPEST);
        let read = found.and_then(|found| {
            let (root, _) = self.files.xml(&found).ok()?;
            Some((found, root))
        });
        match read {
            Some((found, root)) if root.name == "assessmentSection" => {
                self.section(&found, &root, depth.max(1));
                if depth == 0 {
                    root.attribute("identifier")
                        .unwrap_or_default()
                        .clone_into(&mut self.plan.id);
                    self.plan.title = root.attribute("title").map(str::to_owned);
                    let selection = root.first("selection");
                    self.plan.draw = selection
                        .and_then(|one| number(one, "select"))
                        .map(|select| select as u64);
                }
            }
            _ => self.losses.dropped(
                format!("the section in {address}"),
                "the file is not in the package, can't be read, or names itself",
            ),
        }
    }
}
