//! The kinds of question. Each has a file, of the same name in every crate, and three roles: the face (what a learner
//! may see), the key (what is right) and the response (what the learner gave). Whether a response can be judged
//! comes first, points second.

mod body;
pub mod choice;
pub(crate) mod detail;
pub mod essay;
pub mod gaps;
pub mod hotspot;
pub mod number;
pub mod order;
pub mod pairs;
mod processing;
pub mod text;
pub mod true_false;

use crate::shared::Shared;

use crate::bank::{Question, Wording};
use crate::enum_json;
use crate::grade::{Score, TextMatch, Unread};
use crate::id::{ChoiceId, GapId, QuestionId, WordingId};
use crate::lang::{Lang, Localised};
use crate::markup::{Line, Markup};

pub use processing::{AllKinds, ResponseProcessing, SelectedResponse};

/// The kinds of question, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Pick one choice, or several.
    Choice,
    /// Say whether a statement is true.
    TrueFalse,
    /// Type a short answer.
    Text,
    /// Type a number.
    Number,
    /// Give each item its target.
    Match,
    /// Put each item in its category.
    Classify,
    /// Put items in order.
    Order,
    /// Fill in the gaps of a text.
    Gaps,
    /// Point at regions of a picture.
    Hotspot,
    /// Write a text, and assess it oneself.
    Essay,
}

/// A question's kind, with its key. Exhaustive on purpose: who adds a kind is shown by the compiler what each program has to say
/// about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Pick one choice, or several.
    Choice(choice::Choice),
    /// Say whether a statement is true.
    TrueFalse(true_false::TrueFalse),
    /// Type a short answer.
    Text(text::Text),
    /// Type a number.
    Number(Shared<number::Number>),
    /// Write a text, and assess it oneself.
    Essay(essay::Essay),
    /// Fill in the gaps of a text.
    Gaps(Shared<gaps::Gaps>),
    /// Point at one region of a picture, or at several.
    Hotspot(Shared<hotspot::Hotspot>),
    /// Give each item its target.
    Match(Shared<pairs::Match>),
    /// Put each item in its category.
    Classify(Shared<pairs::Pairs>),
    /// Put items in order.
    Order(Shared<order::Order>),
}

/// What a learner gave. The same form is saved and exported; `docs/responses.md` says which, kind by kind: `{"choice": ["guide"]}`,
/// `{"true-false": true}`, `{"match": {"item": "target"}}`; `"nothing"`, to a question of any kind. Exhaustive on purpose, as [`Body`] is.
///
/// ```
/// use jalon_engine::Response;
///
/// # #[cfg(feature = "serde")] {
/// let response = Response::Choice(["guide".parse()?].into_iter().collect());
/// assert_eq!(serde_json::to_string(&response)?, r#"{"choice":["guide"]}"#);
/// assert_eq!(serde_json::from_str::<Response>(r#""nothing""#)?, Response::Nothing);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// The choices picked.
    Choice(choice::Response),
    /// Whether the statement was said to be true.
    TrueFalse(bool),
    /// What was typed, to the letter.
    Text(String),
    /// What was typed where a number is asked for, to the letter.
    Number(String),
    /// The targets given.
    Match(pairs::Placed),
    /// The categories given.
    Classify(pairs::Placed),
    /// The items, in the order given.
    Order(Vec<ChoiceId>),
    /// What was filled in, gap by gap.
    Gaps(gaps::Response),
    /// The regions picked.
    Hotspot(choice::Response),
    /// What was written, to the letter.
    Essay(String),
    /// No answer: there was one and it was withdrawn, or a hint was asked for first.
    Nothing,
}

impl Response {
    /// True when there is nothing in it: nothing picked, nothing typed but spaces.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Choice(given) | Self::Hotspot(given) => given.is_empty(),
            Self::Text(given) | Self::Number(given) | Self::Essay(given) => {
                given.chars().all(char::is_whitespace)
            }
            Self::Match(given) | Self::Classify(given) => given.is_empty(),
            Self::Gaps(given) => given.iter().len() == 0,
            Self::TrueFalse(_) | Self::Order(_) => false,
            Self::Nothing => true,
        }
    }
}

/// Why a response can't be judged. It costs nothing: the learner is told and goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotReady {
    /// There is nothing in it yet.
    Empty,
    /// Something is still missing. It is judged as it is if the learner hands it in all the same.
    Unfinished,
    /// It is longer than the question allows.
    TooLong,
    /// More choices than one, where one may be picked.
    TooMany,
    /// Fewer choices than the question asks for, which is this many at least. They are judged as they are if the learner hands them in all
    /// the same.
    PickMore(u16),
    /// More choices than the question asks for, which is this many at most.
    PickFewer(u16),
    /// It names a choice that the question doesn't have.
    UnknownChoice,
    /// It answers another kind of question.
    OtherKind,
    /// It names something twice that can be given once.
    Twice,
    /// It is no number that is known to be one.
    Number(Unread),
    /// Something is filled in that can't be judged, in each of these gaps for its own reason.
    Gaps(Vec<(GapId, NotReady)>),
}

/// What a learner may see of a question, in every language of the bank, before it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The question's identity.
    pub id: QuestionId,
    /// What is asked.
    pub prompt: Localised<Markup>,
    /// What its kind shows.
    pub body: FaceBody,
}

/// Something in a question that every wording has words for: a choice, an item, a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// Its identity.
    pub id: &'a ChoiceId,
    /// Keeps its place when the others change theirs.
    pub pinned: bool,
}

/// What a kind shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaceBody {
    /// Choices, in the order drawn for this attempt.
    Choice(choice::Face),
    /// Two choices that need no words of the bank.
    TrueFalse,
    /// A place to type.
    Text {
        /// The longest answer, in characters.
        max_chars: usize,
    },
    /// A place to type a number.
    Number(number::Face),
    /// A place to write a text.
    Essay(essay::Face),
    /// A text with gaps.
    Gaps(gaps::Face),
    /// A picture with regions.
    Hotspot(hotspot::Face),
    /// Items and targets, and how often a target can be given.
    Match(pairs::Face, pairs::Uses),
    /// Items and categories.
    Classify(pairs::Face),
    /// Items to put in order.
    Order(order::Face),
}

/// A judged response: the points, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The points.
    pub score: Score,
    /// Why.
    pub evidence: Evidence,
}

/// What the points rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The choices picked, against the key.
    Choice(choice::Evidence),
    /// The truth value given is the key, or is not.
    TrueFalse {
        /// What was given.
        given: bool,
    },
    /// How the text was read.
    Text(TextMatch),
    /// How the number was read.
    Number(number::Evidence),
    /// There is none: it is for its author to compare.
    Essay,
    /// What each gap was judged by, in their author's order.
    Gaps(Vec<gaps::Judged>),
    /// Which items are where they belong.
    Pairs(pairs::Evidence),
    /// What of the order counts.
    Order(order::Found),
}

/// The wording drawn for each language.
pub(crate) struct SelectedWordings<'a>(Vec<(Lang, &'a Wording)>);

impl SelectedWordings<'_> {
    /// A text that each wording has.
    #[inline(never)]
    pub(crate) fn texts(&self, text: fn(&Wording) -> &Markup) -> Localised<Markup> {
        self.map(|_, wording| text(wording).clone())
    }

    /// What each wording says of something.
    pub(crate) fn map<T>(&self, mut f: impl FnMut(&Lang, &Wording) -> T) -> Localised<T> {
        let mut all = Vec::new();
        for (lang, wording) in &self.0 {
            all.push((*lang, f(lang, wording)));
        }
        all.into()
    }
}

/// What a part says in the wordings drawn.
#[inline(never)]
fn text_of(drawn: &SelectedWordings<'_>, id: &ChoiceId) -> Localised<Line> {
    drawn.map(|_, wording| wording.choices.get(id).cloned().unwrap_or_default())
}

impl Question {
    /// What a learner may see, for the wordings and the order of choices drawn.
    pub fn face(&self, wordings: &Localised<WordingId>, order: &[ChoiceId]) -> Face {
        let drawn = self.drawn(wordings);
        Face {
            id: self.id,
            prompt: drawn.texts(|wording| &wording.prompt),
            body: self.body.face(&drawn, order),
        }
    }

    /// The wordings drawn, found by their names.
    pub(crate) fn drawn(&self, wordings: &Localised<WordingId>) -> SelectedWordings<'_> {
        let mut drawn = Vec::new();
        for (lang, all) in self.wordings.iter() {
            let named = wordings.get(lang).and_then(|id| self.wording(lang, id));
            if let Some(wording) = named.or(all.first()) {
                drawn.push((*lang, wording));
            }
        }
        SelectedWordings(drawn)
    }
}

/// One line in every language of the bank, or in none.
pub type Note = Localised<Line>;

/// False for a note that its author left empty.
pub(crate) fn has_words(note: &Note) -> bool {
    !note.is_empty()
}

enum_json!(Kind {
    "choice" => Choice, "true-false" => TrueFalse, "text" => Text, "number" => Number, "match" => Match,
    "classify" => Classify, "order" => Order, "gaps" => Gaps, "hotspot" => Hotspot, "essay" => Essay
} else Self::Choice);
enum_json!(Body {
    "choice" => Choice(body), "true-false" => TrueFalse(body), "text" => Text(body), "number" => Number(body),
    "match" => Match(body), "classify" => Classify(body), "order" => Order(body), "gaps" => Gaps(body),
    "hotspot" => Hotspot(body), "essay" => Essay(body)
} else Self::Choice(choice::Choice::blank()));
enum_json!(Response {
    "choice" => Choice(picked), "true-false" => TrueFalse(given), "text" => Text(given), "number" => Number(given),
    "match" => Match(given), "classify" => Classify(given), "order" => Order(given), "gaps" => Gaps(given),
    "hotspot" => Hotspot(picked), "essay" => Essay(given), "nothing" => Nothing
} else Self::TrueFalse(false));
