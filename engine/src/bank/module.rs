//! A module: a lesson and the questions of its checkpoint.

use super::{Bank, BankVersion, FORMAT, FeedbackPolicy, Question};
use crate::id::{BankId, ModuleId, QuestionId, StimulusId};
use crate::kind::{Kind, ResponseProcessing};
use crate::lang::{Lang, Localised};
use crate::markup::Markup;
use crate::shared::Shared;
use crate::{enum_json, struct_json};

/// How far a module goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// No prior knowledge.
    Foundation,
    /// Knows the field's words.
    Intermediate,
    /// Works in the field.
    Advanced,
}

/// What a bank's header says of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleInfo {
    /// Its identity.
    pub id: ModuleId,
    /// The name of its file, in the folder of the bank's name beside the header. It carries a hash of the content, so that two versions never
    /// share an address. Empty until the bank is written.
    pub file: String,
    /// The kinds of its questions, each once, in the order of [`Kind`]. Empty until the bank is written.
    pub kinds: Vec<Kind>,
    /// Its name.
    pub title: Localised<String>,
    /// The path of learning that it belongs to.
    pub track: Localised<String>,
    /// How far it goes.
    pub level: Level,
    /// Reading time, in minutes.
    pub minutes: u16,
    /// The share of points needed to pass, in percent, 1 to 100.
    pub pass: u8,
    /// Questions per attempt, at least 1; all of them when absent.
    pub draw: Option<u16>,
    /// What learners are shown, and when.
    pub feedback: FeedbackPolicy,
    /// How often the module may be attempted, at least once; without limit when absent.
    pub attempts: Option<u16>,
    /// Whether learners say how sure they are, and are marked by it.
    pub certainty: bool,
}

impl ModuleInfo {
    /// The pass mark where a module names none, in percent.
    pub const DEFAULT_PASS: u8 = 60;

    /// A foundation module of 10 minutes that asks all its questions, in a track of the same name.
    pub fn new(id: ModuleId, title: Localised<String>) -> Self {
        Self {
            id,
            file: String::new(),
            kinds: Vec::new(),
            track: title.clone(),
            title,
            level: Level::Foundation,
            minutes: 10,
            pass: Self::DEFAULT_PASS,
            draw: None,
            feedback: FeedbackPolicy::default(),
            attempts: None,
            certainty: false,
        }
    }
}

/// A module as it is compiled, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleFile {
    /// The version of this form.
    pub jalon: u32,
    /// The bank it belongs to.
    pub bank: BankId,
    /// The version of that bank's content.
    pub version: BankVersion,
    /// Which of the bank's modules it is.
    pub module: ModuleId,
    /// What to read first.
    pub lesson: Option<Lesson>,
    /// The questions its checkpoint draws from.
    pub questions: Vec<Question>,
    /// What several of its questions are about.
    pub stimuli: Vec<Stimulus>,
}

impl ModuleFile {
    /// A module of this bank, without a lesson. The bank's header has to name it, too.
    pub fn new(bank: &Bank, module: ModuleId, questions: Vec<Question>) -> Self {
        Self {
            jalon: FORMAT,
            bank: *bank.id(),
            version: bank.version().clone(),
            module,
            lesson: None,
            questions,
            stimuli: Vec::new(),
        }
    }
}

/// What several questions are about (QTI: a shared stimulus): a text, a table, a picture. It is shown once, above the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stimulus {
    /// Its identity among those of its module.
    pub id: StimulusId,
    /// What there is to read.
    pub text: Localised<Markup>,
}

/// A lesson, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// One sentence under the title.
    pub summary: Localised<Markup>,
    /// The lesson in short.
    pub overview: Localised<Markup>,
    /// The professional explanation.
    pub explanation: Localised<Markup>,
    /// A practical example.
    pub example: Localised<Markup>,
    /// Content blocks.
    pub blocks: Vec<LessonBlock>,
    /// Examples of one sentence.
    pub illustrations: Vec<Localised<Markup>>,
    /// Tips and warnings.
    pub callouts: Vec<Callout>,
    /// What to write about; saved, never graded.
    pub prompt: Option<Localised<Markup>>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonBlock {
    /// The heading.
    pub title: Localised<String>,
    /// The text.
    pub text: Localised<Markup>,
}

/// A remark set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// Advice or warning.
    pub kind: CalloutKind,
    /// The heading.
    pub title: Localised<String>,
    /// The text.
    pub text: Localised<Markup>,
}

/// What a callout is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Advice.
    Tip,
    /// A mistake to avoid.
    Warning,
}

/// A checked module, with all of its bank that its checkpoint needs. It is shared
/// and not copied when it is cloned.
#[derive(Debug, Clone)]
pub struct Module {
    bank: Bank,
    info: Shared<ModuleInfo>,
    file: Shared<ModuleFile>,
    processing: &'static dyn ResponseProcessing,
}

/// By what they hold, whatever they are judged with.
impl PartialEq for Module {
    fn eq(&self, other: &Self) -> bool {
        (&self.bank, &self.info, &self.file) == (&other.bank, &other.info, &other.file)
    }
}

impl Eq for Module {}

impl Module {
    /// Of a file that has been checked.
    pub(super) fn new(
        bank: &Bank,
        info: &ModuleInfo,
        file: Shared<ModuleFile>,
        processing: &'static dyn ResponseProcessing,
    ) -> Self {
        Self {
            bank: bank.clone(),
            info: Shared::new(info.clone()),
            file,
            processing,
        }
    }

    /// What its responses are judged with.
    pub fn processing(&self) -> &'static dyn ResponseProcessing {
        self.processing
    }

    /// Whether a further attempt asks the same questions, each in other words: all of them are asked, and each has several wordings.
    pub fn asks_again_in_other_words(&self) -> bool {
        let drawn = self.info.draw.map_or(usize::MAX, usize::from);
        let mut wordings = self.questions().iter().flat_map(|q| q.wordings.iter());
        drawn >= self.questions().len() && wordings.all(|(_, all)| all.len() > 1)
    }

    /// The kinds of its questions, each once, in the order of [`Kind`].
    pub fn kinds(&self) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = self.questions().iter().map(|q| q.body.kind()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The bank it belongs to.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// Its identity, name and settings.
    pub fn info(&self) -> &ModuleInfo {
        &self.info
    }

    /// The languages in which every text exists.
    pub fn languages(&self) -> &[Lang] {
        self.bank.languages()
    }

    /// What to read first.
    pub fn lesson(&self) -> Option<&Lesson> {
        self.file.lesson.as_ref()
    }

    /// The questions its checkpoint draws from; at least one.
    pub fn questions(&self) -> &[Question] {
        &self.file.questions
    }

    /// The question of that name.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.file
            .questions
            .iter()
            .find(|question| question.id == *id)
    }

    /// What its questions share.
    pub fn stimuli(&self) -> &[Stimulus] {
        &self.file.stimuli
    }

    /// The stimulus of that name.
    pub fn stimulus(&self, id: &StimulusId) -> Option<&Stimulus> {
        self.stimuli().iter().find(|stimulus| stimulus.id == *id)
    }

    /// The compiled form.
    pub fn file(&self) -> &ModuleFile {
        &self.file
    }
}

enum_json!(Level {
    "foundation" => Foundation, "intermediate" => Intermediate, "advanced" => Advanced
} else Self::Foundation);
enum_json!(CalloutKind { "tip" => Tip, "warning" => Warning } else Self::Tip);
struct_json!(ModuleFile { jalon, bank, version, module, questions; lesson = None, stimuli = Vec::new() });
struct_json!(Stimulus { id, text });
struct_json!(ModuleInfo { id, title, track, level, minutes; file = String::new(), kinds = Vec::new(), pass = Self::DEFAULT_PASS, draw = None,
    feedback = FeedbackPolicy::default(), attempts = None, certainty = false });
struct_json!(Lesson {
    summary, overview, explanation, example;
    blocks = Vec::new(), illustrations = Vec::new(), callouts = Vec::new(), prompt = None
});
struct_json!(LessonBlock { title, text });
struct_json!(Callout { kind, title, text });
