//! Packages of H5P: what asks something in them.

mod content;
mod gaps;
mod kinds;
mod marked;
mod params;

use jalon_draft::{Draft, Module, Question, Texts};
use serde_json::{Map, Value};

use self::content::Content;
use self::kinds::LibraryReader;
use self::params::{Package, Params, list, note_rest, object};
use crate::archive::Archive;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::{FilePosition, Loss, Losses};
use crate::pictures::Pictures;
use crate::text::short;

/// What is in a package.
const HEADER: &str = "h5p.json";

/// What the package shows.
const CONTENT: &str = "content/content.json";

/// What becomes of contents that hold others, and of those that ask nothing.
const PARTS: &str = "questions in it are imported; pages, slides and films aren't";

/// True for an archive with the header of H5P in it.
pub(crate) fn detect(bytes: &[u8]) -> bool {
    let input = Input { path: "", bytes };
    Archive::open(&input).is_ok_and(|archive| archive.names().any(|name| name == HEADER))
}

/// Reads a package.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let mut archive = Archive::open(input)?;
    let header = json(&mut archive, input, HEADER)?;
    let content = json(&mut archive, input, CONTENT)?;
    let text = |key: &str| {
        header
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim()
    };
    let lang = text("language").to_lowercase();
    let lang = if lang.parse::<jalon_engine::lang::Lang>().is_ok() {
        lang
    } else {
        UNDETERMINED.to_owned()
    };
    losses.at(place(input, HEADER), None);
    for (key, value) in &header {
        let is_said = matches!(
            key.as_str(),
            "authors" | "license" | "source" | "licenseExtras" | "changes" | "authorComments"
        );
        let is_empty = matches!(value, Value::Null)
            || matches!(value.as_str(), Some("" | "U"))
            || matches!(value, Value::Array(all) if all.is_empty());
        if is_said && !is_empty {
            losses.dropped(
                format!("{key}: {}", short(&value.to_string())),
                "a bank has no place for it",
            );
        }
    }
    let library = text("mainLibrary").to_owned();
    let mut package = Package {
        archive,
        pictures: Pictures::default(),
        lang,
    };
    let mut module = Module::default();
    losses.at(place(input, CONTENT), None);
    let mut found = Found {
        input,
        package: &mut package,
        questions: Vec::new(),
    };
    match library.as_str() {
        "H5P.QuestionSet" => found.question_set(&content, &mut module, losses),
        name if LibraryReader::of(name).is_some() => {
            let name_of_it = Some(text("title")).filter(|title| !title.is_empty());
            let name_of_it = name_of_it.unwrap_or(name).to_owned();
            losses.at(place(input, CONTENT), Some(name_of_it));
            found.content(name, &content, None, losses);
        }
        _ => found.others(&library, &Value::Object(content), losses),
    }
    module.questions = found.questions;
    if module.questions.is_empty() && !losses.list().iter().any(Loss::is_of_whole_question) {
        let why =
            format!("it has no questions that can be imported: its main library is {library}");
        return Err(input.refuse(0, why, "export its questions as a question set of H5P"));
    }
    let title = text("title");
    if !title.is_empty() {
        module.title = Texts::from([(package.lang.clone(), crate::markdown::escape(title))]);
    }
    let mut draft = Draft {
        modules: vec![(String::new(), module)],
        pictures: package.pictures.0,
        ..Draft::default()
    };
    draft.bank.languages = vec![package.lang];
    Ok(draft)
}

fn place(input: &Input<'_>, name: &str) -> FilePosition {
    FilePosition {
        file: format!("{}/{name}", input.path),
        line: 0,
    }
}

fn json(
    archive: &mut Archive<'_>,
    input: &Input<'_>,
    name: &str,
) -> Result<Map<String, Value>, Refusal> {
    let bytes = archive.read(name)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| Refusal {
        place: FilePosition {
            file: place(input, name).file,
            line: error.line(),
        },
        why: format!("this isn't a JSON object: {error}"),
        help: "export the package again".to_owned(),
    })
}

/// The questions that were found.
struct Found<'p, 'a> {
    input: &'p Input<'a>,
    package: &'p mut Package<'a>,
    questions: Vec<Question>,
}

impl Found<'_, '_> {
    /// What asks something, by the name of its library.
    fn content(&mut self, library: &str, params: &Params, id: Option<&str>, losses: &mut Losses) {
        let mut content = Content {
            package: self.package,
            params,
            id,
            losses,
        };
        let questions = match LibraryReader::of(library) {
            Some(LibraryReader::One(read)) => read(&mut content).into_iter().collect(),
            Some(LibraryReader::Several(read)) => read(&mut content),
            None => {
                content.drop(format!("{library} can't be imported"));
                Vec::new()
            }
        };
        for mut question in questions {
            question.common.origins = losses.origins();
            let asks = question
                .wordings
                .values()
                .flatten()
                .all(|wording| !wording.prompt.is_empty());
            if asks {
                self.questions.push(question);
            } else {
                losses.dropped("the question", "it asks nothing");
            }
        }
    }

    /// A part of another content: its library, what it holds, and its id.
    fn part(&mut self, part: &Value, number: usize, losses: &mut Losses) {
        let library = part
            .get("library")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let id = part.get("subContentId").and_then(Value::as_str);
        let title = part
            .get("metadata")
            .and_then(|own| own.get("title"))
            .and_then(Value::as_str);
        let name = title.map_or_else(|| format!("question {number}"), str::to_owned);
        losses.at(place(self.input, CONTENT), Some(name));
        let license = part.get("metadata").and_then(|own| own.get("license"));
        let license = license.and_then(Value::as_str).unwrap_or_default();
        if !matches!(license, "" | "U") {
            losses.dropped(format!("license: {license}"), "a bank has no place for it");
        }
        match part.get("params").and_then(Value::as_object) {
            Some(params) => self.content(library, params, id, losses),
            None => losses.dropped("the question", "there is nothing in it"),
        }
    }

    fn question_set(&mut self, content: &Params, module: &mut Module, losses: &mut Losses) {
        let share = content.get("passPercentage").and_then(Value::as_u64);
        module.pass = share.filter(|share| (1..=100).contains(share));
        if share != module.pass {
            losses.dropped("passPercentage", "a pass mark is from 1 to 100 percent");
        }
        let pool = content.get("poolSize").and_then(Value::as_u64);
        module.draw = pool.filter(|pool| *pool > 0);
        for (key, part) in [
            ("introPage", "title"),
            ("introPage", "introduction"),
            ("endGame", "message"),
            ("endGame", "successComment"),
            ("endGame", "failComment"),
        ] {
            let page = object(content, key);
            if let Some(text) = page
                .get(part)
                .and_then(Value::as_str)
                .filter(|text| !text.trim().is_empty())
            {
                losses.dropped(
                    format!("{key}.{part}: “{}”", short(text)),
                    "a module has a lesson instead",
                );
            }
        }
        note_rest(Map::new(), &object(content, "endGame"), &[], losses);
        for (part, number) in list(content, "questions").iter().zip(1..) {
            self.part(part, number, losses);
        }
        // No more can be drawn than came over.
        let count = u64::try_from(self.questions.len()).unwrap_or(u64::MAX);
        module.draw = module.draw.filter(|draw| *draw < count);
    }

    /// Whatever asks something anywhere in a content that is more than questions: columns, slides, films.
    fn others(&mut self, library: &str, content: &Value, losses: &mut Losses) {
        losses.dropped(format!("the {library}"), PARTS);
        let mut open = vec![content];
        let mut number = 0;
        while let Some(value) = open.pop() {
            match value {
                Value::Object(map) => {
                    let own = map.get("library").and_then(Value::as_str);
                    match own {
                        Some(own) if LibraryReader::of(own).is_some() => {
                            number += 1;
                            self.part(value, number, losses);
                        }
                        _ => {
                            if let Some(own) = own {
                                losses.at(place(self.input, CONTENT), None);
                                losses.dropped(format!("the {own}"), PARTS);
                            }
                            open.extend(map.values().rev());
                        }
                    }
                }
                Value::Array(values) => open.extend(values.iter().rev()),
                _ => {}
            }
        }
    }
}
