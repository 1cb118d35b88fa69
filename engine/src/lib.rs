//! A quiz and assessment engine. It has no browser, disk, clock or randomness: the time and the seed come in as values, so that
//! every attempt can be replayed.
//!
//! A question tests a concept. Its key, what is right, belongs to no language. Its wordings do: a learner may change language in
//! mid-attempt and keeps the answers.
//!
//! ```
//! use jalon_engine::*;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (en, fr): (Lang, Lang) = ("en".parse()?, "fr".parse()?);
//! let name = |en_name: &str, fr_name: &str| Localised::from(vec![(en, en_name.to_owned()), (fr, fr_name.to_owned())]);
//!
//! // A bank with a concept and a module.
//! let mut header = BankFile::new("demo".parse()?, vec![en, fr], name("Demo", "Démo"));
//! header.concepts.push(Concept::new("capitals".parse()?, name("Capitals", "Capitales")));
//! header.modules.push(ModuleInfo::new("europe".parse()?, name("Europe", "Europe")));
//! let bank = Bank::new(header).map_err(|faults| format!("{faults:?}"))?;
//!
//! // A question with a wording in each language. Either answer counts in both.
//! let id: QuestionId = "capital-uk".parse()?;
//! let wording = |prompt| Ok::<_, id::IdError>(vec![Wording::new("1".parse()?, Markup::plain(prompt))]);
//! let wordings = vec![(en, wording("The capital of the United Kingdom?")?), (fr, wording("La capitale du Royaume-Uni ?")?)];
//! let key = kind::text::Text { any: vec!["London".to_owned(), "Londres".to_owned()], ..Default::default() };
//! let question = Question::new(id, "capitals".parse()?, wordings.into(), Body::Text(key));
//! let file = ModuleFile::new(&bank, "europe".parse()?, vec![question]);
//! let module = bank.module(file).map_err(|faults| format!("{faults:?}"))?;
//!
//! // An attempt: draw the questions, answer, hand in, read the feedback.
//! let mut session = Session::start(module, "attempt-1".parse()?, Seed(7), &Exposure::default(), Moment(0));
//! let (response, reading) = (Response::Text("londres".to_owned()), Reading::In(fr));
//! session.apply(Event::Respond { question: id, response, reading, at: Moment(5_000) })?;
//! session.apply(Event::Submit { unanswered: Unanswered::Ask, at: Moment(9_000) })?;
//! let feedback = feedback::of(&session, &id).ok_or("nothing to show yet")?;
//! assert_eq!(feedback.verdict, Verdict::Right);
//! assert_eq!(session.passed(), Some(true));
//! # Ok(())
//! # }
//! ```
//!
//! The modules, in the order in which data passes through them: a compiled bank is read and checked ([`bank`]); a [`session`]
//! draws a plan from it and collects responses; each [`kind`] of question scores its own with the tools in [`grade`];
//! [`feedback`] says what may be shown; [`progress`] is what outlives the session.
//!
//! # Features
//!
//! - `serde` (on by default): `Serialize` and `Deserialize` for every type that is compiled, saved or exported. The JSON form is
//!   the one that `jalon build` writes and that learners' browsers store.

pub mod bank;
mod errors;
mod fault;
pub mod feedback;
mod format;
pub mod grade;
pub mod id;
#[doc(hidden)]
pub mod json;
pub mod kind;
pub mod lang;
pub mod language;
pub mod markup;
pub mod progress;
pub mod question_map;
mod rules;
#[cfg(feature = "serde")]
mod serde_form;
pub mod session;
pub mod shared;
pub mod time;

pub(crate) use json::{enum_json, newtype_json, struct_json};

pub use bank::{
    Bank, BankFile, Concept, Fault, Module, ModuleFile, ModuleInfo, Question, ReadError, Wording,
};
pub use feedback::{Feedback, Verdict};
pub use grade::{Mark, Score};
pub use id::{AttemptId, BankId, ChoiceId, ConceptId, ModuleId, QuestionId, WordingId};
pub use kind::{Body, Face, Kind, NotReady, Outcome, Response};
pub use lang::{Lang, Localised, Reading};
pub use markup::{Line, Markup};
pub use progress::{Attempt, Saved};
pub use session::{Event, Exposure, Plan, Refusal, Seed, Session, Step, Unanswered};
pub use time::Moment;
