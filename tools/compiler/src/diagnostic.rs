//! A problem in a bank, as data. It is drawn elsewhere: on a terminal, in an editor.

use crate::lint_id::LintId;
use crate::suggest::nearest;
use jalon_draft::sources::{FileId, Span};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The bank can't be built.
    Error,
    /// The bank can be built, and something in it is likely to be a slip.
    Warning,
    /// The bank can be built, and a rule says how it could ask better. Rules can be turned off.
    Advice,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// Something in a text to look at beside the problem itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// A problem: what was expected, what was found, and one thing to try.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where it is.
    pub span: Span,
    /// Which kind of problem it is.
    pub code: Code,
    /// What was expected and what was found.
    pub message: String,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// One thing to try.
    pub help: Option<String>,
    /// How bad it is: as bad as its code says, or an error where its code is denied.
    pub severity: Severity,
}

impl Diagnostic {
    pub(crate) fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            code,
            severity: code.severity(),
            message: message.into(),
            labels: Vec::new(),
            help: None,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    pub(crate) fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The file it is in.
    pub fn file(&self) -> FileId {
        self.span.file
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $severity:ident $name:ident = $slug:literal;)*) => {
        /// The kind of a problem. Its printed form never changes, so that tools can rely on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])* $name,)*
            /// A rule of good questions says how the bank could be better.
            Advice(LintId),
        }

        impl Code {
            /// Every code of an error or a warning; those of advice are in [`LintId::ALL`].
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The printed form.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $slug,)*
                    Self::Advice(id) => id.code(),
                }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                    Self::Advice(_) => Severity::Advice,
                }
            }

            /// What an error or a warning stands for, in one sentence; blank for advice, whose rules say it.
            pub(crate) fn meaning(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc),*).trim_ascii(),)*
                    Self::Advice(_) => "",
                }
            }
        }
    };
}

impl Code {
    /// The code of that name: `missing-language`, `J101` or `missing-wording`. Upper and lower case are the same.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        let is = |code: &&Self| code.as_str().eq_ignore_ascii_case(name);
        let plain = Self::ALL.iter().find(is).copied();
        plain.or_else(|| LintId::find(name).map(Self::Advice))
    }

    /// The name that is nearest to one that no code has.
    pub fn nearest(name: &str) -> Option<&'static str> {
        let plain = Self::ALL.iter().map(|code| code.as_str());
        let rules = LintId::ALL.iter().flat_map(|id| [id.code(), id.name()]);
        nearest(name, plain.chain(rules))
    }
}

codes! {
    /// The file is not UTF-8.
    Error NotUtf8 = "not-utf8";
    /// The file is larger than any bank is.
    Error TooLarge = "too-large";
    /// The file is not TOML.
    Error Syntax = "syntax";
    /// A key that has to be there is not.
    Error MissingKey = "missing-key";
    /// A key that means nothing there.
    Error UnknownKey = "unknown-key";
    /// A value of another type than its key takes.
    Error WrongType = "wrong-type";
    /// A word that is none of those its key takes.
    Error UnknownValue = "unknown-value";
    /// A number that can't be read.
    Error InvalidNumber = "invalid-number";
    /// Two things that can't both be so.
    Error Contradiction = "contradiction";
    /// A number outside of its range.
    Error OutOfRange = "out-of-range";
    /// A text that can't be an id.
    Error InvalidId = "invalid-id";
    /// A text that can't be a language.
    Error InvalidLanguage = "invalid-language";
    /// Something is there twice.
    Error Duplicate = "duplicate";
    /// A list has too few entries.
    Error TooFew = "too-few";
    /// A text that has to say something is empty.
    Error EmptyText = "empty-text";
    /// A language that the bank doesn't have.
    Error UnknownLanguage = "unknown-language";
    /// A text is missing in one of the bank's languages.
    Error MissingLanguage = "missing-language";
    /// A concept that the bank doesn't have.
    Error UnknownConcept = "unknown-concept";
    /// A concept needs itself.
    Error PrerequisiteCycle = "prerequisite-cycle";
    /// A module that has no file.
    Error MissingModule = "missing-module";
    /// A choice that the question doesn't have.
    Error UnknownChoice = "unknown-choice";
    /// A stimulus that the module doesn't have.
    Error UnknownStimulus = "unknown-stimulus";
    /// A wording has no text for a choice.
    Error MissingChoice = "missing-choice";
    /// A point that the essay doesn't have.
    Error UnknownPoint = "unknown-point";
    /// A wording has no text for a point of an essay.
    Error MissingPoint = "missing-point";
    /// An accepted answer that no learner can give.
    Error UnreachableAnswer = "unreachable-answer";
    /// A sample answer grades otherwise than it says.
    Error SampleMismatch = "sample-mismatch";
    /// A pattern that can't be read, or takes too much.
    Error InvalidPattern = "invalid-pattern";
    /// A misconception that the bank doesn't have.
    Error UnknownMisconception = "unknown-misconception";
    /// Markup that is opened and never closed.
    Error BrokenMarkup = "broken-markup";
    /// Markup that texts don't take.
    Error UnsupportedMarkup = "unsupported-markup";
    /// A row of a table with more or fewer cells than there are headings.
    Error UnevenTable = "uneven-table";
    /// More than one line where one line is taken.
    Error NotOneLine = "not-one-line";
    /// An address that could run code, or is no address.
    Error InvalidAddress = "invalid-address";
    /// A picture that is not beside the bank's texts.
    Error MissingPicture = "missing-picture";
    /// A picture that can't be shown.
    Error InvalidPicture = "invalid-picture";
    /// The site's colour or address is none.
    Error InvalidSite = "invalid-site";
    /// A gap that the question doesn't have.
    Error UnknownGap = "unknown-gap";
    /// A wording's text has no place for a gap.
    Error MissingGap = "missing-gap";
    /// The engine refuses the bank for a reason that has no place in the text.
    Error InvalidBank = "invalid-bank";
    /// A space is missing before or after a French punctuation mark.
    Warning MissingSpace = "missing-space";
    /// A question has one wording in a language, so a retake can't ask in other words.
    Warning SingleWording = "single-wording";
    /// No question tests this concept.
    Warning UnusedConcept = "unused-concept";
    /// No question is about this stimulus.
    Warning UnusedStimulus = "unused-stimulus";
    /// A file that `bank.toml` doesn't name.
    Warning UnlistedModule = "unlisted-module";
    /// A key with one choice in a list, which shows check boxes.
    Warning OneChoiceList = "one-choice-list";
}
