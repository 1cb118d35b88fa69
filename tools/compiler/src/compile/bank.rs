//! A bank's header and its modules.

use jalon_engine::bank::{
    BankFile, BankVersion, Concept, FORMAT, Level, Misconception, ModuleFile, ModuleInfo, Stimulus,
};
use jalon_engine::id::{BankId, ConceptId, MisconceptionId, ModuleId, StimulusId};

use super::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::kind::answer::TierCredits;
use crate::read::{At, Languages};
use crate::source::bank::Bank;
use crate::source::module::Module;

impl Compiler<'_> {
    /// One for the questions of a module, whose own settings weigh more than those of the bank.
    pub(crate) fn within<'b>(
        &'b self,
        module: &Module,
        problems: &'b mut Vec<Diagnostic>,
    ) -> Compiler<'b> {
        let mut compiler = Compiler {
            langs: self.langs,
            scoring: module.scoring.or(self.scoring),
            usual: self.usual,
            credit: TierCredits::over(module.credit.as_ref(), &self.credit),
            essays: module.essays.unwrap_or(self.essays),
            problems,
            pictures: self.pictures,
            synonyms: self.synonyms,
        };
        compiler.usual = compiler.usual_in(module);
        compiler
    }

    /// The bank's header. Parts that could not be read are left out or have a stand-in.
    pub(crate) fn bank(&mut self, bank: &Bank, modules: Vec<ModuleInfo>) -> BankFile {
        let terms = bank.terms.iter().flatten().flat_map(Languages::values);
        BankFile {
            jalon: FORMAT,
            id: value(&bank.id).unwrap_or_else(|| stand_in::<BankId>(0)),
            version: BankVersion(String::new()),
            languages: bank
                .languages
                .iter()
                .flat_map(|list| &list.value)
                .map(|l| l.value)
                .collect(),
            title: self.words(bank.title.as_ref()),
            concepts: bank
                .concepts
                .iter()
                .flatten()
                .enumerate()
                .map(|(n, one)| self.concept(n, one))
                .collect(),
            misconceptions: bank
                .misconceptions
                .iter()
                .flatten()
                .enumerate()
                .map(|(n, one)| Misconception {
                    id: value(&one.id).unwrap_or_else(|| stand_in::<MisconceptionId>(n)),
                    name: self.words(one.name.as_ref()),
                })
                .collect(),
            terms: terms
                .flat_map(|(_, words)| words)
                .map(|raw| raw.text.clone())
                .collect(),
            modules,
        }
    }

    fn concept(&mut self, n: usize, concept: &crate::source::bank::Concept) -> Concept {
        Concept {
            id: value(&concept.id).unwrap_or_else(|| stand_in::<ConceptId>(n)),
            name: self.words(concept.name.as_ref()),
            prerequisites: concept
                .prerequisites
                .iter()
                .flatten()
                .map(|id| id.value)
                .collect(),
        }
    }

    /// What the bank's header says of a module.
    pub(crate) fn module_info(&mut self, id: &ModuleId, module: &Module) -> ModuleInfo {
        ModuleInfo {
            id: *id,
            file: String::new(),
            kinds: Vec::new(),
            title: self.words(module.title.as_ref()),
            track: self.words(module.track.as_ref()),
            level: module.level.unwrap_or(Level::Foundation),
            minutes: self.minutes(module.minutes),
            pass: module
                .pass
                .map_or(ModuleInfo::DEFAULT_PASS, |pass| clip(pass.value)),
            draw: module.draw.map(|draw| clip(draw.value)),
            feedback: self.usual.feedback(module.feedback.as_ref()).feedback,
            attempts: module.attempts.map(|attempts| clip(attempts.value)),
            certainty: module.certainty.unwrap_or(false),
        }
    }

    fn minutes(&mut self, minutes: Option<At<u64>>) -> u16 {
        let Some(minutes) = minutes else { return 0 };
        u16::try_from(minutes.value).unwrap_or_else(|_| {
            let message = format!(
                "the reading time is {} minutes, expected {} at most",
                minutes.value,
                u16::MAX
            );
            self.note(Diagnostic::new(Code::OutOfRange, minutes.span, message));
            0
        })
    }

    /// A module's lesson and questions. Beside it, the place of each of its questions in the source: those of unknown
    /// kind are left out.
    pub(crate) fn module(
        &mut self,
        bank: &BankId,
        id: &ModuleId,
        module: &Module,
    ) -> (ModuleFile, Vec<usize>) {
        let questions = module.questions().iter().enumerate();
        let questions = questions.filter_map(|(n, source)| Some((self.question(n, source)?, n)));
        let (questions, places) = questions.unzip();
        let file = ModuleFile {
            jalon: FORMAT,
            bank: *bank,
            version: BankVersion(String::new()),
            module: *id,
            lesson: module.lesson.as_ref().map(|lesson| self.lesson(lesson)),
            questions,
            stimuli: self.stimuli(module),
        };
        (file, places)
    }

    fn stimuli(&mut self, module: &Module) -> Vec<Stimulus> {
        let stimuli = module.stimuli().iter().enumerate();
        let stimulus = |(n, one): (usize, &crate::source::module::Stimulus)| Stimulus {
            id: value(&one.id).unwrap_or_else(|| stand_in::<StimulusId>(n)),
            text: self.markup(one.text.as_ref()),
        };
        stimuli.map(stimulus).collect()
    }
}

pub(super) fn value<T: Clone>(source: &Option<At<T>>) -> Option<T> {
    source.as_ref().map(|at| at.value.clone())
}

/// An id for something that has none, so that the rest of it can be checked. It never leaves a check, because what it
/// stands for has been noted as an error.
pub(super) fn stand_in<I: std::str::FromStr<Err: std::fmt::Debug>>(n: usize) -> I {
    format!("0-no-id-{n}")
        .parse()
        .expect("it is made of the characters of an id")
}
