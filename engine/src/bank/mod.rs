//! A bank: concepts and modules of questions, immutable and checked. Holding a [`Bank`] or a [`Module`] means that the
//! checks passed, so nobody asks again: [`Bank::new`] and [`Bank::module`] run every rule, what passed is compiled and
//! [`sealed`], and [`Bank::read`] and [`Bank::read_module`] take sealed files only. Whoever seals a file of their own making
//! gets nonsense for it, and no panic.
//!
//! On the wire a bank is one header, [`BankFile`], and one [`ModuleFile`] per module, so that a page with one
//! checkpoint downloads the questions of that checkpoint and no others.

mod check;
mod module;
mod policy;
mod question;
mod seal;

pub use crate::fault::{Fault, Location, Subject, Violation};
pub use crate::format::FORMAT;
pub use module::{
    Callout, CalloutKind, Lesson, LessonBlock, Level, Module, ModuleFile, ModuleInfo, Stimulus,
};
pub use policy::{FeedbackPolicy, Show, When};
pub use question::{ChoiceTexts, Difficulty, Fingerprint, Question, Tag, Wording};
pub use seal::sealed;

use std::fmt;

use crate::id::{BankId, ConceptId, MisconceptionId, ModuleId};
use crate::json::{self, FromJson, JsonError};
use crate::kind::{AllKinds, ResponseProcessing};
use crate::lang::{Lang, Localised};
use crate::shared::Shared;
use crate::{newtype_json, struct_json};
use seal::Seal;

/// The version of a bank's content: equal when, and only when, nothing in the bank differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankVersion(pub String);

/// A thing to know, which questions test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its identity.
    pub id: ConceptId,
    /// Its name, in every language of the bank.
    pub name: Localised<String>,
    /// Concepts to know first.
    pub prerequisites: Vec<ConceptId>,
}

/// A wrong idea that wrong answers can come from. Learners are not shown it; those who look at many answers are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misconception {
    /// Its identity.
    pub id: MisconceptionId,
    /// Its name, in every language of the bank.
    pub name: Localised<String>,
}

/// A bank's header as it is compiled, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankFile {
    /// The version of this form: [`FORMAT`].
    pub jalon: u32,
    /// The bank's identity.
    pub id: BankId,
    /// The version of its content.
    pub version: BankVersion,
    /// The languages in which every text exists.
    pub languages: Vec<Lang>,
    /// The bank's name.
    pub title: Localised<String>,
    /// What its questions test.
    pub concepts: Vec<Concept>,
    /// The wrong ideas that its wrong answers can come from.
    pub misconceptions: Vec<Misconception>,
    /// Words of the field that must never pass for a typing slip of one another.
    pub terms: Vec<String>,
    /// Its modules, in reading order.
    pub modules: Vec<ModuleInfo>,
}

impl Concept {
    /// A concept without prerequisites.
    pub fn new(id: ConceptId, name: Localised<String>) -> Self {
        Self {
            id,
            name,
            prerequisites: Vec::new(),
        }
    }
}

impl BankFile {
    /// The header of a bank, version "1" of its content. Its concepts and modules are to be added.
    ///
    /// ```
    /// use jalon_engine::{Bank, BankFile, Lang};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let en: Lang = "en".parse()?;
    /// let header = BankFile::new("demo".parse()?, vec![en], vec![(en, "Demo".to_owned())].into());
    /// let faults = Bank::new(header).expect_err("a bank without modules");
    /// assert_eq!(faults[0].to_string(), "too few of one thing: module (1 at least)");
    /// # Ok(())
    /// # }
    /// ```
    pub fn new(id: BankId, languages: Vec<Lang>, title: Localised<String>) -> Self {
        Self {
            jalon: FORMAT,
            id,
            version: BankVersion("1".to_owned()),
            languages,
            title,
            concepts: Vec::new(),
            misconceptions: Vec::new(),
            terms: Vec::new(),
            modules: Vec::new(),
        }
    }
}

/// A checked bank header. Its modules share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bank(Shared<BankFile>);

impl Bank {
    /// Checks a header.
    ///
    /// # Errors
    ///
    /// Every fault there is.
    pub fn new(file: BankFile) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        check::bank(&mut faults, &file);
        check::misconceptions(&mut faults, &file);
        if faults.is_empty() {
            Ok(Self(Shared::new(file)))
        } else {
            Err(faults)
        }
    }

    /// Reads a compiled header. Its rules were checked before it was sealed, and are not checked again.
    ///
    /// # Errors
    ///
    /// The text is no compiled file, has another format version, was changed after it was sealed, or is no header.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        Ok(Self(read_sealed(json)?))
    }

    /// Checks a module against this bank.
    ///
    /// # Errors
    ///
    /// Every fault there is.
    pub fn module(&self, file: ModuleFile) -> Result<Module, Vec<Fault>> {
        let mut faults = Vec::new();
        check::module(&mut faults, self, &file);
        check::tags(&mut faults, self, &file);
        match self.module_info(&file.module) {
            Some(info) if faults.is_empty() => {
                Ok(Module::new(self, info, Shared::new(file), &AllKinds))
            }
            _ => Err(faults),
        }
    }

    /// Reads a compiled module of this bank. Its rules were checked before it was sealed, and are not checked again.
    ///
    /// # Errors
    ///
    /// The text is no compiled file, has another format version, was changed after it was sealed, is no module, or belongs to
    /// another bank or version of it.
    pub fn read_module(&self, json: &str) -> Result<Module, ReadError> {
        self.read_module_with(json, &AllKinds)
    }

    /// The same for a program that judges with less than every kind. `processing` has to cover the kinds of the module's questions, which
    /// the header says ([`ModuleInfo::kinds`]); responses to others are never ready.
    ///
    /// # Errors
    ///
    /// As for [`read_module`](Self::read_module).
    pub fn read_module_with(
        &self,
        json: &str,
        processing: &'static dyn ResponseProcessing,
    ) -> Result<Module, ReadError> {
        let file: Shared<ModuleFile> = read_sealed(json)?;
        if file.bank != self.0.id || file.version != self.0.version {
            return Err(ReadError::OtherBank);
        }
        match self.module_info(&file.module) {
            Some(info) => Ok(Module::new(self, info, file, processing)),
            None => Err(ReadError::OtherBank),
        }
    }

    /// The bank's identity.
    pub fn id(&self) -> &BankId {
        &self.0.id
    }

    /// The version of its content.
    pub fn version(&self) -> &BankVersion {
        &self.0.version
    }

    /// The languages in which every text exists; at least one.
    pub fn languages(&self) -> &[Lang] {
        &self.0.languages
    }

    /// The bank's name.
    pub fn title(&self) -> &Localised<String> {
        &self.0.title
    }

    /// What its questions test.
    pub fn concepts(&self) -> &[Concept] {
        &self.0.concepts
    }

    /// The concept of that name.
    pub fn concept(&self, id: &ConceptId) -> Option<&Concept> {
        self.0.concepts.iter().find(|concept| concept.id == *id)
    }

    /// The misconception of that name.
    pub fn misconception(&self, id: &MisconceptionId) -> Option<&Misconception> {
        self.0.misconceptions.iter().find(|one| one.id == *id)
    }

    /// Its modules, in reading order.
    pub fn modules(&self) -> &[ModuleInfo] {
        &self.0.modules
    }

    /// The module of that name.
    pub fn module_info(&self, id: &ModuleId) -> Option<&ModuleInfo> {
        self.0.modules.iter().find(|module| module.id == *id)
    }

    /// Words and names that must never pass for a typing slip of one another.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        let names = self
            .0
            .concepts
            .iter()
            .flat_map(|concept| concept.name.iter());
        self.0
            .terms
            .iter()
            .map(String::as_str)
            .chain(names.map(|(_, name)| name.as_str()))
    }

    /// The compiled form.
    pub fn file(&self) -> &BankFile {
        &self.0
    }
}

/// Why a compiled file was not read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// Not JSON of the expected shape.
    Json(JsonError),
    /// Written in another version of the compiled form.
    Format {
        /// The version that the file names.
        found: u32,
    },
    /// The file is not what was sealed: it was cut short, edited or damaged.
    Changed,
    /// A module that belongs to another bank, or to another version of this one.
    OtherBank,
}

impl ReadError {
    /// What is wrong, in English.
    pub fn words(&self) -> String {
        match self {
            Self::Json(error) => error.as_str().to_owned(),
            Self::Format { found } => [
                "the file has format ",
                &found.to_string(),
                ", this engine reads format ",
                &FORMAT.to_string(),
            ]
            .concat(),
            Self::Changed => "it was changed after it was built; build it again".to_owned(),
            Self::OtherBank => "the module was built from another version of the bank".to_owned(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl std::error::Error for ReadError {}

fn read_sealed<T: FromJson>(text: &str) -> Result<T, ReadError> {
    check_seal(text)?;
    json::read(text).map_err(ReadError::Json)
}

/// A text without a seal is not ours, or is of another format, or has lost its seal.
#[inline(never)]
fn check_seal(text: &str) -> Result<(), ReadError> {
    match seal::seal_of(text) {
        Seal::Whole => return Ok(()),
        Seal::Broken => return Err(ReadError::Changed),
        Seal::None => {}
    }
    let json = json::parse(text).map_err(ReadError::Json)?;
    match json.member("jalon").read().map_err(ReadError::Json)? {
        FORMAT => Err(ReadError::Changed),
        found => Err(ReadError::Format { found }),
    }
}

newtype_json!(BankVersion);

struct_json!(Misconception { id, name });
struct_json!(Concept { id, name; prerequisites = Vec::new() });
struct_json!(BankFile { jalon, id, version, languages, title, concepts, modules; terms = Vec::new(), misconceptions = Vec::new() });
