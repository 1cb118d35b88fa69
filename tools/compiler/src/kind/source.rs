//! What the check asks of a question as its author wrote it, whatever its kind.

use std::fmt;
use std::sync::Arc;

use jalon_engine::bank::{Location, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::{Body, Kind};

use super::part::{OwnText, PartName};
use super::sample::Sample;
use crate::compile::Compiler;
use crate::faults::spot::Spot;
use crate::read::{At, Languages, Raw, Reader, Table};

/// A kind of question: the keys that it adds, and how they are read.
#[derive(Debug)]
pub(crate) struct KindSpec {
    /// Which kind it is.
    pub(crate) kind: Kind,
    /// The keys that it adds to a question.
    pub(crate) keys: &'static [&'static str],
    /// Takes these keys out of a question.
    pub(crate) take: fn(&mut Table<'_>, &mut Reader<'_>) -> Arc<dyn KindSource>,
    /// A response as it is saved.
    pub(crate) response: &'static str,
    /// How a response is typed on the command line.
    pub(crate) shorthand: &'static str,
}

/// What a question has besides the keys of every question.
pub(crate) trait KindSource: fmt::Debug + Send + Sync {
    /// The engine's form. What is missing has been noted and is left empty.
    fn body(&self, compiler: &mut Compiler<'_>) -> Body;

    /// True when it can be graded: its key could be read.
    fn is_whole(&self) -> bool;

    /// Where in the kind's own keys a fault is.
    fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot>;

    /// The answers that its author graded.
    fn samples(&self) -> Vec<Sample> {
        Vec::new()
    }

    /// What its wordings have texts for, with what each is called.
    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        Vec::new()
    }

    /// The text that its wordings have and those of other kinds don't.
    fn own_text(&self) -> Option<OwnText> {
        None
    }

    /// What is said to learners by their answer, in every language.
    fn remarks(&self) -> Vec<&Languages<Raw>> {
        Vec::new()
    }

    /// The ids of its gaps, for those who look for one; `None` for kinds without gaps, and where they could not be read.
    fn gap_ids(&self) -> Option<Vec<&str>> {
        None
    }
}
