//! The manifest of a package: which files are items, tests and texts to read, and what is said of them.

use std::collections::BTreeSet;

use crate::input::Refusal;
use crate::loss::Losses;
use crate::xml::Element;

use super::declared::spaced;
use super::files::Files;

/// What a manifest says.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) title: Option<String>,
    /// The id of the bank that was handed on.
    pub(super) bank: Option<String>,
    pub(super) language: Option<String>,
    /// The concepts that it names: ids and names.
    pub(super) concepts: Vec<(String, String)>,
    pub(super) resources: Vec<Resource>,
}

/// A file that it names.
#[derive(Debug)]
pub(super) struct Resource {
    /// The file in the archive.
    pub(super) file: String,
    /// What its questions are about: ids, where there are some, and names.
    pub(super) concepts: Vec<(Option<String>, String)>,
}

/// Reads the manifest of an archive, where it has one.
///
/// # Errors
///
/// It can't be read.
pub(super) fn read(
    files: &mut Files<'_>,
    losses: &mut Losses,
) -> Result<Option<Manifest>, Refusal> {
    let is_manifest = |name: &String| {
        let last = name.rsplit('/').next().unwrap_or(name);
        last.eq_ignore_ascii_case("imsmanifest.xml")
    };
    let found = files.names().into_iter().filter(is_manifest);
    let Some(name) = found.min_by_key(String::len) else {
        return Ok(None);
    };
    let (root, _) = files.xml(&name)?;
    losses.at(files.place(&name, root.line), None);
    let mut manifest = Manifest::default();
    let lom = root
        .first("metadata")
        .and_then(|metadata| metadata.first("lom"));
    if let Some(general) = lom.and_then(|lom| lom.first("general")) {
        manifest.title = general.first("title").and_then(text);
        manifest.language = general
            .first("language")
            .map(|one| spaced(&one.text()))
            .filter(|lang| !lang.is_empty());
        let own = general.all("identifier").find(|one| {
            one.first("catalog").map(|catalog| spaced(&catalog.text())) == Some("jalon".to_owned())
        });
        let entry = own.and_then(|one| one.first("entry"));
        manifest.bank = entry.map(|entry| spaced(&entry.text()));
    }
    for (id, name) in lom.map(competencies).unwrap_or_default() {
        manifest.concepts.extend(id.map(|id| (id, name)));
    }
    let mut others = BTreeSet::new();
    for resources in root.all("resources") {
        let base = resources.attribute("xml:base").unwrap_or_default();
        for resource in resources.all("resource") {
            let read = resource_of(files, &name, base, resource, losses);
            manifest.resources.extend(read);
            note_others(resource, &mut others);
        }
    }
    if !others.is_empty() {
        losses.at(files.place(&name, root.line), None);
        let named: Vec<String> = others.into_iter().collect();
        losses.dropped(
            format!("metadata: {}", named.join(", ")),
            "of metadata, titles, languages, keywords and standards are carried over",
        );
    }
    Ok(Some(manifest))
}

/// The text of the first string in an element.
fn text(element: &Element) -> Option<String> {
    let held = element
        .first("string")
        .or_else(|| element.first("langstring"));
    let text = spaced(&held.unwrap_or(element).text());
    Some(text).filter(|text| !text.is_empty())
}

fn resource_of(
    files: &Files<'_>,
    manifest: &str,
    base: &str,
    resource: &Element,
    losses: &mut Losses,
) -> Option<Resource> {
    let own = resource
        .attribute("href")
        .or_else(|| resource.first("file")?.attribute("href"))?;
    let address = format!(
        "{base}{}{own}",
        resource.attribute("xml:base").unwrap_or_default()
    );
    let kind = resource
        .attribute("type")
        .unwrap_or_default()
        .to_lowercase();
    let Some(file) = files
        .find(manifest, &address)
        .or_else(|| files.find("", &address))
    else {
        losses.on_line(resource.line);
        if kind.contains("qti") || kind.is_empty() {
            losses.dropped(format!("the file {address}"), "it is not in the package");
        }
        return None;
    };
    let mut concepts = Vec::new();
    let metadata = resource.first("metadata");
    for lom in metadata
        .into_iter()
        .flat_map(|metadata| metadata.all("lom"))
    {
        let general = lom
            .all("general")
            .flat_map(|general| general.all("keyword"));
        let keywords = general.flat_map(|keyword| {
            let strings = keyword.elements().map(|one| spaced(&one.text()));
            strings.collect::<Vec<_>>()
        });
        concepts.extend(
            keywords
                .filter(|name| !name.is_empty())
                .map(|name| (None, name)),
        );
        concepts.extend(competencies(lom));
    }
    for labelled in metadata
        .into_iter()
        .flat_map(|metadata| metadata.every("labelledGUID"))
    {
        let of = |name| {
            labelled
                .first(name)
                .map(|one: &Element| spaced(&one.text()))
        };
        if let Some(guid) = of("GUID").filter(|guid| !guid.is_empty()) {
            let label = of("label").filter(|label| !label.is_empty());
            concepts.push((Some(guid.clone()), label.unwrap_or(guid)));
        }
    }
    Some(Resource { file, concepts })
}

/// The competencies that metadata names: ids and names.
fn competencies(lom: &Element) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    for classification in lom.all("classification") {
        let purpose = classification
            .first("purpose")
            .and_then(|purpose| purpose.first("value"));
        let purpose = purpose.map(|value| spaced(&value.text()).to_lowercase());
        if !matches!(
            purpose.as_deref(),
            Some("competency" | "educational objective")
        ) {
            continue;
        }
        for taxon in classification.every("taxon") {
            let id = taxon.first("id").map(|id| spaced(&id.text()));
            let name = taxon.first("entry").and_then(text);
            if let Some(name) = name.or_else(|| id.clone()) {
                found.push((id.filter(|id| !id.is_empty()), name));
            }
        }
    }
    found
}

/// The names of what else there is said of a resource.
fn note_others(resource: &Element, others: &mut BTreeSet<String>) {
    let Some(metadata) = resource.first("metadata") else {
        return;
    };
    for part in metadata.elements() {
        match part.name.as_str() {
            "lom" => {
                let inner = part.elements().map(|one| one.name.clone());
                others.extend(
                    inner.filter(|name| !["general", "classification"].contains(&name.as_str())),
                );
                for classification in part.all("classification") {
                    let purpose = classification
                        .first("purpose")
                        .and_then(|one| one.first("value"));
                    let purpose = purpose.map(|value| spaced(&value.text()).to_lowercase());
                    let purpose = purpose.unwrap_or_default();
                    if !["competency", "educational objective"].contains(&purpose.as_str()) {
                        others.insert(format!("classification ({purpose})"));
                    }
                }
            }
            // What it says can be seen from the items themselves.
            "qtiMetadata" | "schema" | "schemaversion" => {}
            "curriculumStandardsMetadataSet" => {}
            name => {
                others.insert(name.to_owned());
            }
        }
    }
}
