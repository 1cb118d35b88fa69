//! A module on paper: forms drawn from a seed, an answer sheet for each, and a key for whoever marks them.
//!
//! Papers are HTML with print styles, whole in one file and without script; a browser prints them. What candidates get is written from
//! faces, which hold no key; the key is a page of its own.

pub(crate) mod form;
mod frame;
pub(crate) mod items;
mod key;
pub(crate) mod marking;
mod options;
pub(crate) mod page;
pub(crate) mod picture;
mod question;
mod sheet;

use std::fmt;

use jalon_engine::lang::{Lang, Reading};

use crate::check::CompiledBank;
use crate::page::{LessonError, module_named};
use frame::Edition;
pub use options::{Count, MOST_FORMS, PrintOptions};
use page::Page;

/// A paper, as two pages of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The forms, each with its answer sheet.
    pub forms: String,
    /// What is right, form by form, and what it earns.
    pub key: String,
}

/// Why there is no paper to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// There is no such module, or more than one.
    Module(LessonError),
    /// The bank doesn't speak that language.
    Lang {
        /// The language that was asked for.
        asked: Lang,
        /// Those there are.
        known: Vec<Lang>,
    },
    /// The module has fewer questions, or none was asked for.
    Questions {
        /// How many were asked for.
        asked: u16,
        /// How many there are.
        there: usize,
    },
    /// No forms, or more than there are letters.
    Forms(u8),
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Module(error) => error.fmt(f),
            Self::Lang { asked, known } => {
                let known: Vec<&str> = known.iter().map(Lang::as_str).collect();
                write!(
                    f,
                    "the bank has no `{asked}`; its languages are {}",
                    known.join(", ")
                )
            }
            Self::Questions { asked, there } => write!(
                f,
                "a form of {asked} questions can't be drawn: expected 1 to {there}, which is how many the module has"
            ),
            Self::Forms(asked) => write!(f, "{asked} forms: expected 1 to {MOST_FORMS}"),
        }
    }
}

impl std::error::Error for PaperError {}

/// Draws the forms of a module and writes them, their answer sheets and their key.
///
/// # Errors
///
/// There is no such module, the bank doesn't speak the language, or the module has fewer questions than are asked for.
pub fn paper(banks: &[CompiledBank], wish: &PrintOptions) -> Result<Paper, PaperError> {
    let (bank, module) = module_named(banks, &wish.module).map_err(PaperError::Module)?;
    if !(1..=MOST_FORMS).contains(&wish.forms) {
        return Err(PaperError::Forms(wish.forms));
    }
    let langs = languages(module.languages(), wish.reading)?;
    let there = module.questions().len();
    let wanted = match wish.questions {
        Count::All => there,
        Count::AsAttempts => module.info().draw.map_or(there, usize::from).min(there),
        Count::Exactly(asked) if asked > 0 && usize::from(asked) <= there => asked.into(),
        Count::Exactly(asked) => return Err(PaperError::Questions { asked, there }),
    };
    let forms = form::draw(module, wanted, wish, &langs);
    let edition = Edition {
        module,
        forms: &forms,
        seed: wish.seed,
    };
    let page = Page::new(bank.pictures(), langs);
    Ok(Paper {
        forms: frame::forms(&page, &edition),
        key: frame::key(&page, &edition),
    })
}

fn languages(known: &[Lang], reading: Reading) -> Result<Vec<Lang>, PaperError> {
    match reading {
        Reading::Both => Ok(known.to_vec()),
        Reading::In(asked) if known.contains(&asked) => Ok(vec![asked]),
        Reading::In(asked) => Err(PaperError::Lang {
            asked,
            known: known.to_vec(),
        }),
    }
}
