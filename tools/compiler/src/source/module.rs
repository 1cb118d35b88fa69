//! `<module>.toml`.

use jalon_engine::bank::{CalloutKind, Level};
use jalon_engine::grade::Policy;
use jalon_engine::id::StimulusId;
use jalon_engine::kind::essay::Counts;

use super::policy::Feedback;
use super::question::Question;
use crate::kind::answer::TierCredits;
use crate::read::{At, Languages, Names, Raw, Reader, Table, record};
use crate::source::switches::Switches;

record! {
    /// A module: a lesson and the questions of its checkpoint.
    pub(crate) struct Module {
        /// Its name.
        required title: Languages<Raw>,
        /// The path of learning that it belongs to.
        required track: Languages<Raw>,
        /// How far it goes.
        required level: Level,
        /// Reading time, in minutes.
        required minutes: At<u64>,
        /// The share of points needed to pass, in percent.
        optional pass: At<u64>,
        /// Questions per attempt.
        optional draw: At<u64>,
        /// How responses that are right in part are marked, unless a question says otherwise.
        optional scoring: Policy,
        /// What learners are shown, and when.
        optional feedback: Feedback,
        /// How often it may be attempted.
        optional attempts: At<u64>,
        /// How often an answer may be checked, unless a question says otherwise.
        optional tries: At<u64>,
        /// What each wrong try costs, in percent of the points, unless a question says otherwise.
        optional penalty: At<u64>,
        /// Whether learners say how sure they are.
        optional certainty: bool,
        /// What is left of the points where something was overlooked in a typed answer.
        optional credit: TierCredits,
        /// What learners' ticks on the checklists of their essays count for.
        optional essays: Counts,
        /// What to read first.
        optional lesson: Lesson,
        /// The questions its checkpoint draws from.
        required questions("question"): Vec<Question>,
        /// What several of its questions are about.
        optional stimuli("stimulus"): Vec<Stimulus>,
        /// Rules that are turned off or on.
        optional lint: Switches,
    }
}

record! {
    /// What several questions are about.
    pub(crate) struct Stimulus {
        /// Names it for the questions.
        required id: At<StimulusId>,
        /// What there is to read.
        required text: Languages<Raw>,
    }
}

record! {
    /// A lesson, section by section.
    pub(crate) struct Lesson {
        /// One sentence under the title.
        required summary: Languages<Raw>,
        /// The lesson in short.
        required overview: Languages<Raw>,
        /// The professional explanation.
        required explanation: Languages<Raw>,
        /// A practical example.
        required example: Languages<Raw>,
        /// Content blocks.
        optional blocks("block"): Vec<Block>,
        /// Examples of one sentence.
        optional illustrations("illustration"): Vec<Paragraph>,
        /// Tips and warnings.
        optional callouts("callout"): Vec<Callout>,
        /// What to write about.
        optional prompt: Paragraph,
    }
}

record! {
    /// A heading and what stands under it.
    pub(crate) struct Block {
        /// The heading.
        required title: Languages<Raw>,
        /// The text.
        required text: Languages<Raw>,
    }
}

record! {
    /// A text alone.
    pub(crate) struct Paragraph {
        /// The text.
        required text: Languages<Raw>,
    }
}

record! {
    /// A remark set apart.
    pub(crate) struct Callout {
        /// Advice or warning.
        required kind: CalloutKind,
        /// The heading.
        required title: Languages<Raw>,
        /// The text.
        required text: Languages<Raw>,
    }
}

impl Names for Level {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("foundation", Self::Foundation),
        ("intermediate", Self::Intermediate),
        ("advanced", Self::Advanced),
    ];
}

impl Names for Policy {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("all-or-nothing", Self::AllOrNothing),
        ("partial", Self::Partial),
        ("partial-with-penalty", Self::PartialWithPenalty),
        ("right-minus-wrong", Self::RightMinusWrong),
    ];
}

impl Names for CalloutKind {
    const NAMES: &'static [(&'static str, Self)] =
        &[("tip", Self::Tip), ("warning", Self::Warning)];
}

impl Module {
    /// Reads the file.
    pub(crate) fn read(mut table: Table<'_>, reader: &mut Reader<'_>) -> Self {
        let module = Self::take(&mut table, reader);
        table.finish(Self::KEYS, reader);
        module
    }

    /// What its questions share.
    pub(crate) fn stimuli(&self) -> &[Stimulus] {
        self.stimuli.as_deref().unwrap_or_default()
    }

    /// Its questions, in order.
    pub(crate) fn questions(&self) -> &[Question] {
        self.questions.as_deref().unwrap_or_default()
    }
}

impl Lesson {
    /// The texts that have no heading of their own.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Languages<Raw>> {
        let fixed = [
            &self.summary,
            &self.overview,
            &self.explanation,
            &self.example,
        ];
        let paragraphs = self.illustrations.iter().flatten().chain(&self.prompt);
        let titled = self.blocks.iter().flatten().map(|block| &block.text);
        let callouts = self.callouts.iter().flatten().map(|callout| &callout.text);
        let texts = fixed
            .into_iter()
            .chain(paragraphs.map(|one| &one.text))
            .chain(titled)
            .chain(callouts);
        texts.flatten()
    }

    /// The headings.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &Languages<Raw>> {
        let blocks = self.blocks.iter().flatten().map(|block| &block.title);
        blocks
            .chain(self.callouts.iter().flatten().map(|callout| &callout.title))
            .flatten()
    }
}
