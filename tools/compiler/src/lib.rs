//! From an instructor's texts to a checked bank.
//!
//! The modules, in the order in which data passes through them: [`Sources`] are read into typed values that know where they
//! stand (`read`, `source`, `kind`); texts are compiled (`compile`, `markdown`, `typography`); the engine checks its own
//! rules, whose faults get a place in the text (`faults`); sample answers are graded (`samples`); rules of good questions
//! give advice (`lint`). All problems come out of one run, as [`Diagnostic`]s. Only [`Sources::read`] touches a disk, so the rest runs in a browser too.

mod check;
mod compile;
mod coverage;
mod diagnostic;
mod digest;
mod explained;
mod faults;
mod grading;
pub mod html;
mod kind;
mod language;
mod lint;
mod lint_id;
mod markdown;
mod outline;
mod page;
mod paper;
mod pattern;
mod pictures;
mod preview;
mod prose;
mod read;
mod samples;
mod site_settings;
mod source;
mod stats;
mod suggest;
mod terms;
mod typography;

pub use check::{CompiledBank, Options, Report, Which, WhichError, check, check_with};
pub use diagnostic::{Code, Diagnostic, Label, Severity};
pub use explained::Explanation;
pub use grading::{Cost, GapTrace, Grade, Grader, Refused, Trace};
pub use jalon_draft::sources::{FileId, MAX_BYTES, Position, ReadError, Source, Sources, Span};
pub use jalon_engine::grade::{Assistance, Certainty};
pub use jalon_engine::lang::{Lang, LangError, Localised, Reading};
pub use kind::{ResponseForm, response_forms};
pub use lint::{Rule, Usual};
pub use lint_id::LintId;
pub use markdown::{Extent, takes};
pub use outline::{Outline, Part};
pub use page::{LessonError, lesson};
pub use paper::{Count, MOST_FORMS, Paper, PaperError, PrintOptions, paper};
pub use preview::Selection;
pub use site_settings::SiteSettings;
pub use stats::{
    ConceptCount, Counts, Lack, LanguageCount, ModuleCounts, Named, Stats, Thin, stats,
};
