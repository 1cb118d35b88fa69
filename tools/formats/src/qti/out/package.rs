//! The package: a manifest, a test for each module, an item for each question, texts to read and pictures.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use jalon_draft::{Draft, Image, Module, Question, Texts};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::markdown;

use super::super::pictures;
use super::asked::ItemSource;
use super::{escaped, name, quoted};

const NAMESPACE: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

/// The package of a fitted draft in one language.
pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let lang = draft.bank.languages.first().cloned().unwrap_or_default();
    let mut package = Package {
        draft,
        lang,
        files: Vec::new(),
        resources: String::new(),
        images: BTreeSet::new(),
    };
    for (id, module) in &draft.modules {
        package.module(id, module);
    }
    for (file, bytes) in &draft.pictures {
        if package.images.contains(file) {
            package
                .files
                .push((format!("images/{file}"), bytes.clone()));
        }
    }
    let manifest = package.manifest();
    package
        .files
        .insert(0, ("imsmanifest.xml".to_owned(), manifest.into_bytes()));
    let stem = match draft.bank.id.as_str() {
        "" => "quiz",
        id => id,
    };
    match packed(&package.files) {
        Ok(bytes) => vec![(format!("{stem}.zip"), bytes)],
        // Nothing can fail that is written to memory.
        Err(_) => Vec::new(),
    }
}

fn packed(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (file, bytes) in files {
        zip.start_file(file.as_str(), SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

struct Package<'a> {
    draft: &'a Draft,
    lang: String,
    files: Vec<(String, Vec<u8>)>,
    /// What the manifest says of the files.
    resources: String,
    /// The pictures that are shown.
    images: BTreeSet<String>,
}

impl Package<'_> {
    fn module(&mut self, id: &str, module: &Module) {
        let mut refs = String::new();
        let mut needed = String::new();
        for stimulus in &module.stimuli {
            self.stimulus(id, &stimulus.id, &stimulus.text);
        }
        for question in &module.questions {
            let own = name(&question.common.id);
            let weight = question.common.points.map(|points| {
                format!("        <qti-weight identifier=\"WEIGHT\" value=\"{points}\"/>\n")
            });
            let href = quoted(&format!("../items/{own}.xml"));
            let identifier = quoted(&own);
            refs.push_str(&match weight {
                None => format!("      <qti-assessment-item-ref identifier={identifier} href={href}/>\n"),
                Some(weight) => format!(
                    "      <qti-assessment-item-ref identifier={identifier} href={href}>\n{weight}      </qti-assessment-item-ref>\n"
                ),
            });
            needed.push_str(&format!(
                "      <dependency identifierref={}/>\n",
                quoted(&format!("item-{own}"))
            ));
            self.item(id, question);
        }
        let own = name(id);
        let title = quoted(&self.said(&module.title));
        let draw = module
            .draw
            .map(|draw| format!("      <qti-selection select=\"{draw}\"/>\n"));
        let test = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<qti-assessment-test xmlns=\"{NAMESPACE}\" identifier={} title={title} \
             tool-name=\"Jalon\" xml:lang={}>\n{}  \
             <qti-test-part identifier=\"part-1\" navigation-mode=\"nonlinear\" submission-mode=\"simultaneous\">\n    \
             <qti-assessment-section identifier=\"section-1\" title={title} visible=\"true\">\n{}      \
             <qti-ordering shuffle=\"true\"/>\n{refs}    </qti-assessment-section>\n  </qti-test-part>\n{}</qti-assessment-test>\n",
            quoted(&own),
            quoted(&self.lang),
            OUTCOME,
            draw.unwrap_or_default(),
            PROCESSING,
        );
        let file = format!("tests/{own}.xml");
        self.resource(
            &format!("test-{own}"),
            "imsqti_test_xmlv3p0",
            &file,
            "",
            &needed,
        );
        self.files.push((file, clean(test)));
    }

    fn stimulus(&mut self, module: &str, id: &str, text: &Texts) {
        let file = stimulus_file(module, id);
        let body = self.blocks(&self.said(text));
        self.show_in(&body);
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<qti-assessment-stimulus xmlns=\"{NAMESPACE}\" identifier={0} title={0} \
             xml:lang={1}>\n  <qti-stimulus-body>{body}</qti-stimulus-body>\n</qti-assessment-stimulus>\n",
            quoted(&name(id)),
            quoted(&self.lang)
        );
        let images = self.images_in(&xml);
        let resource = format!("text-{}-{}", name(module), name(id));
        self.resource(&resource, "imsqti_stimulus_xmlv3p0", &file, &images, "");
        self.files.push((file, clean(xml)));
    }

    fn item(&mut self, module: &str, question: &Question) {
        let draft = self.draft;
        let wording = question
            .wordings
            .get(&self.lang)
            .and_then(|all| all.first());
        let Some(wording) = wording else { return };
        let own = name(&question.common.id);
        let file = format!("items/{own}.xml");
        let stimulus = question.common.stimulus.as_ref();
        let is_picture = |image: &str| draft.pictures.contains_key(image);
        let pixels = |image: &str| {
            let bytes = draft.pictures.get(image);
            bytes
                .and_then(|bytes| pictures::size(bytes))
                .unwrap_or((1000.0, 1000.0))
        };
        let asked = ItemSource {
            question,
            wording,
            lang: &self.lang,
            pictures: &is_picture,
            pixels: &pixels,
            stimulus: stimulus.map(|id| (id.clone(), stimulus_file(module, id))),
        };
        let xml = asked.xml();
        if let jalon_draft::Body::Hotspot(body) = &question.body
            && let Image::Same(image) = &body.image
        {
            self.images.insert(image.clone());
        }
        self.show_in(&xml);
        let images = self.images_in(&xml);
        let needed = stimulus.map(|id| {
            let own = format!("text-{}-{}", name(module), name(id));
            format!("      <dependency identifierref={}/>\n", quoted(&own))
        });
        let mut metadata = String::new();
        for id in question.common.concepts.ids() {
            let concept = draft.bank.concepts.iter().find(|one| one.id == id);
            let named = concept
                .map(|one| self.said(&one.name))
                .unwrap_or_else(|| id.to_owned());
            metadata.push_str(&taxon(id, &named, &self.lang));
        }
        if !metadata.is_empty() {
            metadata = format!(
                "      <metadata>\n        <imsmd:lom>\n{}        </imsmd:lom>\n      </metadata>\n",
                classification(&metadata)
            );
        }
        self.resource(
            &format!("item-{own}"),
            "imsqti_item_xmlv3p0",
            &file,
            &format!("{metadata}{images}"),
            &needed.unwrap_or_default(),
        );
        self.files.push((file, clean(xml)));
    }

    /// A file in the manifest; its metadata stand in front of its own files, those it needs behind.
    fn resource(&mut self, id: &str, kind: &str, file: &str, before: &str, needed: &str) {
        let (metadata, images) = match before.split_once("      <file") {
            Some((metadata, rest)) => (metadata, format!("      <file{rest}")),
            None => (before, String::new()),
        };
        let href = quoted(file);
        self.resources.push_str(&format!(
            "    <resource identifier={} type=\"{kind}\" href={href}>\n{metadata}      <file href={href}/>\n{images}{needed}    </resource>\n",
            quoted(id)
        ));
    }

    fn said(&self, texts: &Texts) -> String {
        let own = texts.get(&self.lang).or_else(|| texts.values().next());
        own.cloned().unwrap_or_default()
    }

    /// Markdown as HTML, with its pictures where they are in the package.
    fn blocks(&self, text: &str) -> String {
        let mut html = markdown::to_html(text);
        for image in self.draft.pictures.keys() {
            let address = format!("src=\"{image}\"");
            html = html.replace(&address, &format!("src=\"../images/{image}\""));
        }
        html
    }

    /// The pictures that a file shows come along.
    fn show_in(&mut self, xml: &str) {
        for part in xml.split("\"../images/").skip(1) {
            let image = part.split('"').next().unwrap_or_default();
            if self.draft.pictures.contains_key(image) {
                self.images.insert(image.to_owned());
            }
        }
    }

    fn images_in(&self, xml: &str) -> String {
        let parts = xml.split("\"../images/").skip(1);
        let images = parts.filter_map(|part| part.split('"').next());
        let images: BTreeSet<&str> = images
            .filter(|image| self.images.contains(*image))
            .collect();
        let each = images.iter().map(|image| {
            format!(
                "      <file href={}/>\n",
                quoted(&format!("images/{image}"))
            )
        });
        each.collect()
    }

    fn manifest(&self) -> String {
        let bank = &self.draft.bank;
        let concepts = bank
            .concepts
            .iter()
            .map(|one| taxon(&one.id, &self.said(&one.name), &self.lang));
        let concepts: String = concepts.collect();
        let concepts = match concepts.is_empty() {
            true => concepts,
            false => classification(&concepts),
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1\" \
             xmlns:imsmd=\"http://ltsc.ieee.org/xsd/LOM\" identifier={}>\n  <metadata>\n    <schema>QTI Package</schema>\n    \
             <schemaversion>3.0.0</schemaversion>\n    <imsmd:lom>\n      <imsmd:general>\n        <imsmd:identifier>\n          \
             <imsmd:catalog>jalon</imsmd:catalog>\n          <imsmd:entry>{}</imsmd:entry>\n        </imsmd:identifier>\n        \
             <imsmd:title>\n          <imsmd:string xml:lang={}>{}</imsmd:string>\n        </imsmd:title>\n        \
             <imsmd:language>{}</imsmd:language>\n      </imsmd:general>\n{concepts}    </imsmd:lom>\n  </metadata>\n  \
             <organizations/>\n  <resources>\n{}  </resources>\n</manifest>\n",
            quoted(&format!("bank-{}", bank.id)),
            escaped(&bank.id),
            quoted(&self.lang),
            escaped(&self.said(&bank.title)),
            escaped(&self.lang),
            self.resources
        )
    }
}

const OUTCOME: &str = "  <qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\">\n    \
    <qti-default-value>\n      <qti-value>0</qti-value>\n    </qti-default-value>\n  </qti-outcome-declaration>\n";

const PROCESSING: &str = "  <qti-outcome-processing>\n    <qti-set-outcome-value identifier=\"SCORE\">\n      <qti-sum>\n        \
    <qti-test-variables variable-identifier=\"SCORE\" weight-identifier=\"WEIGHT\"/>\n      </qti-sum>\n    \
    </qti-set-outcome-value>\n  </qti-outcome-processing>\n";

fn stimulus_file(module: &str, id: &str) -> String {
    format!("texts/{}-{}.xml", name(module), name(id))
}

/// Concepts are competencies.
fn classification(taxons: &str) -> String {
    format!(
        "      <imsmd:classification>\n        <imsmd:purpose>\n          <imsmd:source>LOMv1.0</imsmd:source>\n          \
         <imsmd:value>competency</imsmd:value>\n        </imsmd:purpose>\n        <imsmd:taxonPath>\n{taxons}        \
         </imsmd:taxonPath>\n      </imsmd:classification>\n"
    )
}

fn taxon(id: &str, named: &str, lang: &str) -> String {
    format!(
        "          <imsmd:taxon>\n            <imsmd:id>{}</imsmd:id>\n            <imsmd:entry>\n              \
         <imsmd:string xml:lang={}>{}</imsmd:string>\n            </imsmd:entry>\n          </imsmd:taxon>\n",
        escaped(id),
        quoted(lang),
        escaped(named)
    )
}

/// Without the signs that XML can't have.
fn clean(xml: String) -> Vec<u8> {
    let is_sign = |sign: &char| !sign.is_control() || ['\n', '\t', '\r'].contains(sign);
    xml.chars()
        .filter(is_sign)
        .filter(|sign| !['\u{fffe}', '\u{ffff}'].contains(sign))
        .collect::<String>()
        .into_bytes()
}
