//! A package, or an item by itself, as a bank.

use std::collections::{BTreeMap, HashSet};

use jalon_draft::{Concept, Concepts, Draft, Module, Question, Stimulus, Texts};

use crate::html::Flow;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::slug::slug;
use crate::xml::Element;

use super::files::Files;
use super::manifest::{self, Manifest};
use super::names::Version;
use super::pictures::Shelf;
use super::reader::{ItemReader, identifier};
use super::test::{Plan, Planned, plans};

/// What stands in its place: QTI 1.2 has other elements altogether.
pub(super) const OLD: &str = "this is QTI 1.2, which has other elements than QTI 2.1 to 3.0";
pub(super) const OLD_HELP: &str =
    "export it as QTI 2.1 or later, or import it into Moodle and export Moodle XML there";

/// Reads a package.
///
/// # Errors
///
/// It is no package of QTI 2.1 to 3.0, or its manifest can't be read.
pub(super) fn read(
    input: &Input<'_>,
    mut files: Files<'_>,
    losses: &mut Losses,
) -> Result<Draft, Refusal> {
    let manifest = manifest::read(&mut files, losses)?.unwrap_or_default();
    let mut plans = planned(input, &mut files, &manifest, losses)?;
    plans.retain(|plan| !plan.items.is_empty());
    if plans.is_empty() {
        let why = "there is no item of QTI 2.1 to 3.0 in this archive";
        return Err(input.refuse(0, why, "export a content package with its items"));
    }
    let concepts = Known::of(&manifest);
    let mut bank = Bank {
        reader: ItemReader {
            files: &mut files,
            shelf: Shelf::default(),
            losses,
        },
        concepts,
        draft: Draft::default(),
        langs: BTreeMap::new(),
        titles: 0,
        stimuli: Vec::new(),
    };
    for plan in plans {
        bank.module(plan);
    }
    Ok(bank.finish(manifest))
}

/// Reads an item that stands alone.
pub(super) fn alone(
    root: &Element,
    version: Version,
    files: &mut Files<'_>,
    losses: &mut Losses,
) -> Draft {
    let mut bank = Bank {
        reader: ItemReader {
            files,
            shelf: Shelf::default(),
            losses,
        },
        concepts: Known::default(),
        draft: Draft::default(),
        langs: BTreeMap::new(),
        titles: 0,
        stimuli: Vec::new(),
    };
    let mut module = Module::default();
    bank.item("", root, version, None, &mut module);
    bank.draft.modules.push((String::new(), module));
    bank.finish(Manifest::default())
}

/// The modules: of tests, of items that no test asks, or of all items where there is no manifest.
fn planned(
    input: &Input<'_>,
    files: &mut Files<'_>,
    manifest: &Manifest,
    losses: &mut Losses,
) -> Result<Vec<Plan>, Refusal> {
    let mut all = Vec::new();
    let mut items = Vec::new();
    let mut is_old = false;
    let names: Vec<String> = match manifest.resources.is_empty() {
        true => files.names(),
        false => {
            let own = manifest.resources.iter().map(|one| one.file.clone());
            own.collect()
        }
    };
    let mut seen = HashSet::new();
    for name in names {
        let is_xml = name.to_lowercase().ends_with(".xml");
        if !is_xml || !seen.insert(name.clone()) || name.to_lowercase().ends_with("imsmanifest.xml")
        {
            continue;
        }
        let root = files.bytes(&name).map(|bytes| root_of(&bytes))?;
        match root.as_deref() {
            Some("assessmentItem") => items.push(name),
            Some("assessmentTest") => match files.xml(&name) {
                Ok((root, _)) => all.extend(plans(files, &name, &root, losses)),
                Err(refusal) => {
                    losses.at(refusal.place, None);
                    losses.dropped("the test", refusal.why);
                }
            },
            Some("questestinterop") => is_old = true,
            _ => {}
        }
    }
    if is_old && items.is_empty() {
        return Err(input.refuse(0, OLD, OLD_HELP));
    }
    let asked: HashSet<&String> = all
        .iter()
        .flat_map(|plan| &plan.items)
        .map(|one| &one.file)
        .collect();
    let rest: Vec<Planned> = items
        .into_iter()
        .filter(|file| !asked.contains(file))
        .map(|file| Planned { file, weight: None })
        .collect();
    if !rest.is_empty() {
        let is_all = all.is_empty();
        all.push(Plan {
            id: if is_all {
                String::new()
            } else {
                "other-items".to_owned()
            },
            title: match is_all {
                true => manifest.title.clone(),
                false => Some("Other items".to_owned()),
            },
            draw: None,
            items: rest,
        });
        if !is_all {
            losses.at(files.place("", 0), None);
            losses.guessed(
                "the module “Other items”",
                "its items are in no test of the package",
            );
        }
    }
    Ok(all)
}

/// The name of the root element in the spelling of version 2, before a file is read.
fn root_of(bytes: &[u8]) -> Option<String> {
    let (text, _) = crate::decode::text(bytes);
    let root = crate::xml::root_name(&text)?;
    Some(super::names::old_name(root))
}

/// The concepts of a package: those that it names, and those of its keywords.
#[derive(Default)]
struct Known {
    /// Ids and names.
    all: Vec<(String, String)>,
    /// The concepts of each file.
    of: BTreeMap<String, Vec<String>>,
}

impl Known {
    fn of(manifest: &Manifest) -> Self {
        let mut known = Self {
            all: manifest.concepts.clone(),
            of: BTreeMap::new(),
        };
        let mut ids: HashSet<String> = known.all.iter().map(|(id, _)| id.clone()).collect();
        for resource in &manifest.resources {
            let mut own = Vec::new();
            for (id, name) in &resource.concepts {
                let id = id.as_deref().map(|id| identifier(&id.to_lowercase()));
                let id = id.unwrap_or_else(|| slug(name));
                if id.is_empty() || own.contains(&id) {
                    continue;
                }
                if ids.insert(id.clone()) {
                    known.all.push((id.clone(), name.clone()));
                }
                own.push(id);
            }
            known.of.insert(resource.file.clone(), own);
        }
        known
    }
}

struct Bank<'r, 'f> {
    reader: ItemReader<'r, 'f>,
    concepts: Known,
    draft: Draft,
    /// How many items say that they are in a language.
    langs: BTreeMap<String, usize>,
    /// How many items have a title of their own.
    titles: usize,
    /// Texts to read of the module at hand: their files and ids.
    stimuli: Vec<(String, String)>,
}

impl Bank<'_, '_> {
    fn module(&mut self, plan: Plan) {
        let title = plan.title.filter(|title| !title.trim().is_empty());
        let mut module = Module {
            title: title.map(unknown).unwrap_or_default(),
            draw: plan.draw,
            ..Module::default()
        };
        self.stimuli.clear();
        for planned in plan.items {
            match self.reader.files.xml(&planned.file) {
                Ok((root, version)) => {
                    self.item(&planned.file, &root, version, planned.weight, &mut module);
                }
                Err(refusal) => {
                    self.reader.losses.at(refusal.place, None);
                    self.reader.losses.dropped("the question", refusal.why);
                }
            }
        }
        // Fewer may have come over than are drawn.
        let questions = module.questions.len() as u64;
        module.draw = module.draw.filter(|draw| *draw < questions);
        self.draft.modules.push((identifier(&plan.id), module));
    }

    fn item(
        &mut self,
        file: &str,
        root: &Element,
        version: Version,
        weight: Option<f64>,
        module: &mut Module,
    ) {
        let lang = root
            .attribute("xml:lang")
            .or_else(|| root.attribute("lang"));
        let primary = lang.and_then(|lang| lang.split(['-', '_']).next());
        let own = root
            .first("itemBody")
            .and_then(|body| body.attribute("data-jalon-lang"));
        let named = primary
            .filter(|lang| lang.len() == 2)
            .map(str::to_lowercase);
        let named = own.map(str::to_owned).or(named);
        if let Some(lang) = named {
            *self.langs.entry(lang).or_default() += 1;
        }
        let title = root.attribute("title").unwrap_or_default();
        let is_ours = root.attribute("toolName") == Some("Jalon");
        if !(is_ours || title.is_empty() || root.attribute("identifier") == Some(title)) {
            self.titles += 1;
        }
        let mut questions = self.reader.item(file, root, version, weight);
        if questions.is_empty() {
            return;
        }
        let stimulus = self.stimulus(file, root, module);
        for question in &mut questions {
            question.common.stimulus.clone_from(&stimulus);
            self.name_concepts(file, question);
        }
        module.questions.append(&mut questions);
    }

    fn name_concepts(&self, file: &str, question: &mut Question) {
        if !question.common.concepts.ids().is_empty() {
            return;
        }
        let own = self.concepts.of.get(file);
        question.common.concepts = Concepts::Even(own.cloned().unwrap_or_default());
    }

    /// The text that an item is about; each stands once in a module.
    fn stimulus(&mut self, file: &str, root: &Element, module: &mut Module) -> Option<String> {
        let named = root.first("assessmentStimulusRef")?;
        let place = self.reader.files.place(file, named.line);
        let question = root.attribute("identifier").map(str::to_owned);
        self.reader.losses.at(place, question);
        if root.all("assessmentStimulusRef").nth(1).is_some() {
            self.reader.losses.dropped(
                "a second text that the question is about",
                "a question has one",
            );
        }
        let address = named.attribute("href").unwrap_or_default();
        let Some(found) = self.reader.files.find(file, address) else {
            let what = format!("the text {address} that the question is about");
            self.reader
                .losses
                .dropped(what, "the file is not in the package");
            return None;
        };
        if let Some((_, id)) = self.stimuli.iter().find(|(own, _)| *own == found) {
            return Some(id.clone());
        }
        let text = match self.reader.files.xml(&found) {
            Ok((root, _)) => {
                let place = self.reader.files.place(&found, root.line);
                self.reader.losses.at(place, None);
                let empty = Element::default();
                let body = root.first("stimulusBody").unwrap_or(&empty);
                let html = self.reader.writer(&found).html(body);
                self.reader.text(&html, Flow::Blocks)
            }
            Err(refusal) => {
                self.reader
                    .losses
                    .dropped("the text that the question is about", refusal.why);
                return None;
            }
        };
        let id = identifier(named.attribute("identifier").unwrap_or_default());
        let taken = |id: &str| module.stimuli.iter().any(|own| own.id == id);
        let base = if id.is_empty() { "text".to_owned() } else { id };
        let mut id = base.clone();
        let mut n = 1;
        while taken(&id) {
            n += 1;
            id = format!("{base}-{n}");
        }
        module.stimuli.push(Stimulus {
            id: id.clone(),
            text: unknown(text),
        });
        self.stimuli.push((found, id.clone()));
        Some(id)
    }

    fn finish(mut self, manifest: Manifest) -> Draft {
        let used: HashSet<String> = self
            .draft
            .modules
            .iter()
            .flat_map(|(_, module)| &module.questions)
            .flat_map(|question| {
                question
                    .common
                    .concepts
                    .ids()
                    .into_iter()
                    .map(str::to_owned)
            })
            .collect();
        let named = manifest.concepts;
        let is_kept = |id: &String| used.contains(id) || named.iter().any(|(own, _)| own == id);
        let concepts = self.concepts.all.into_iter().filter(|(id, _)| is_kept(id));
        self.draft.bank.concepts = concepts
            .map(|(id, name)| Concept {
                id,
                name: unknown(name),
                prerequisites: Vec::new(),
            })
            .collect();
        self.draft.bank.id = manifest.bank.unwrap_or_default();
        self.draft.bank.title = manifest.title.map(unknown).unwrap_or_default();
        self.draft.pictures = self.reader.shelf.pictures.0;
        if self.titles > 0 {
            let place = self.reader.files.place("", 0);
            self.reader.losses.at(place, None);
            self.reader.losses.dropped(
                format!("the titles of the items ({})", self.titles),
                "questions have none; what they ask is in the prompt",
            );
        }
        let most = self.langs.iter().max_by_key(|(_, count)| **count);
        let own = most.map(|(lang, _)| lang.clone());
        let others: Vec<&str> = self
            .langs
            .keys()
            .filter(|lang| Some(*lang) != own.as_ref())
            .map(String::as_str)
            .collect();
        if !others.is_empty() {
            let what = format!("items in {}", others.join(", "));
            let place = self.reader.files.place("", 0);
            self.reader.losses.at(place, None);
            self.reader.losses.changed(
                what,
                "a question has every language of its bank, so they are with the others: import them separately",
            );
        }
        let lang = own.or_else(|| {
            let lang = manifest.language?;
            let primary = lang.split(['-', '_']).next()?.to_lowercase();
            (primary.len() == 2).then_some(primary)
        });
        match lang {
            Some(lang) => self.draft.relabelled(&|own| {
                Some(if own == UNDETERMINED {
                    lang.clone()
                } else {
                    own.to_owned()
                })
            }),
            None => self.draft,
        }
    }
}

/// A text in the language of the package.
fn unknown(text: String) -> Texts {
    Texts::from_iter([(UNDETERMINED.to_owned(), text)])
}
