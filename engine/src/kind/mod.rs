//! The kinds of question. Each has a file, of the same name in every crate, and three roles: the face (what a learner
//! may see), the key (what is right) and the response (what the learner gave). Whether a response can be judged
//! comes first, points second.

pub mod choice;
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

use crate::bank::{FaultSink, Question, Subject, Wording, choice_texts};
use crate::enum_json;
use crate::grade::{Context, Score, TextMatch, Unread};
use crate::id::{ChoiceId, GapId, MisconceptionId, QuestionId, WordingId};
use crate::lang::{Lang, Localised};
use crate::markup::{Line, Markup};
use choice::Item;

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

/// A question's kind, with its key.
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
/// `{"true-false": true}`, `{"match": {"item": "target"}}`; `"nothing"`, to a question of any kind.
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

fn add_pairs<'a>(parts: &mut Vec<Part<'a>>, pairs: &'a pairs::Pairs, pinned: bool) {
    for item in &pairs.items {
        parts.push(Part {
            id: &item.id,
            pinned: false,
        });
    }
    for id in &pairs.places {
        parts.push(Part { id, pinned });
    }
}

impl Body {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::TrueFalse(_) => Kind::TrueFalse,
            Self::Text(_) => Kind::Text,
            Self::Number(_) => Kind::Number,
            Self::Match(_) => Kind::Match,
            Self::Classify(_) => Kind::Classify,
            Self::Order(_) => Kind::Order,
            Self::Gaps(_) => Kind::Gaps,
            Self::Hotspot(_) => Kind::Hotspot,
            Self::Essay(_) => Kind::Essay,
        }
    }

    /// Judges a response outside a bank. Typed answers without a language are read by the rules of every language that has
    /// some; [`Body::score_in`] takes those of a bank.
    ///
    /// # Errors
    ///
    /// The response can't be judged, for the reason given.
    pub fn score(
        &self,
        response: &Response,
        points: u32,
        terms: &[&str],
    ) -> Result<Outcome, NotReady> {
        let langs = None;
        self.score_in(response, points, Context { terms, langs })
    }

    /// Judges a response to a question of a bank: [`AllKinds`] does.
    ///
    /// # Errors
    ///
    /// The response can't be judged, for the reason given.
    pub fn score_in(
        &self,
        response: &Response,
        points: u32,
        context: Context<'_>,
    ) -> Result<Outcome, NotReady> {
        AllKinds.score(self, response, points, context)
    }

    /// Whether a response can be judged: [`AllKinds`] knows.
    ///
    /// # Errors
    ///
    /// It can't, for the reason given.
    pub fn ready(&self, response: &Response) -> Result<(), NotReady> {
        AllKinds.ready(self, response)
    }

    /// The misconceptions that its wrong answers are tagged with.
    pub fn misconceptions(&self) -> Vec<&MisconceptionId> {
        let mut all = Vec::new();
        match self {
            Self::Choice(body) => body.add_misconceptions(&mut all),
            Self::Text(body) => body.add_misconceptions(&mut all),
            Self::Number(body) => body.add_misconceptions(&mut all),
            Self::Hotspot(body) => body.choice.add_misconceptions(&mut all),
            Self::Gaps(body) => {
                for gap in &body.gaps {
                    match &gap.fill {
                        gaps::Fill::Text(body) => body.add_misconceptions(&mut all),
                        gaps::Fill::Number(body) => body.add_misconceptions(&mut all),
                        gaps::Fill::Pick(body) => body.add_misconceptions(&mut all),
                    }
                }
            }
            Self::TrueFalse(_)
            | Self::Match(_)
            | Self::Classify(_)
            | Self::Order(_)
            | Self::Essay(_) => {}
        }
        all
    }

    /// The misconceptions that a judged response shows.
    pub fn shown_misconceptions(&self, evidence: &Evidence) -> Vec<&MisconceptionId> {
        match (self, evidence) {
            (Self::Choice(body), Evidence::Choice(found)) => body.shown_misconceptions(found),
            (Self::Hotspot(body), Evidence::Choice(found)) => {
                body.choice.shown_misconceptions(found)
            }
            (Self::Text(body), Evidence::Text(read)) => {
                body.misconception(read).into_iter().collect()
            }
            (Self::Number(body), Evidence::Number(found)) => {
                body.misconception(found).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// A response that earns full points, where there are points to earn.
    pub fn model_response(&self) -> Response {
        match self {
            Self::Choice(body) => Response::Choice(body.key.iter().cloned().collect()),
            Self::TrueFalse(body) => Response::TrueFalse(body.key),
            Self::Text(body) => Response::Text(body.model_answer().to_owned()),
            Self::Number(body) => Response::Number(body.model_answer()),
            Self::Essay(_) => Response::Essay("…".to_owned()),
            Self::Gaps(body) => Response::Gaps(body.model_response()),
            Self::Hotspot(body) => Response::Hotspot(body.choice.key.iter().cloned().collect()),
            Self::Match(body) => Response::Match(body.pairs.key()),
            Self::Classify(body) => Response::Classify(body.key()),
            Self::Order(body) => Response::Order(body.items.clone()),
        }
    }

    /// What every wording has words for, in its author's order.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        match self {
            Self::Choice(body) => add_parts(&mut parts, &body.choices),
            Self::Hotspot(body) => add_parts(&mut parts, &body.choice.choices),
            Self::Gaps(body) => body.add_parts(&mut parts),
            Self::Essay(body) => {
                for id in &body.points {
                    parts.push(Part { id, pinned: true });
                }
            }
            Self::TrueFalse(_) | Self::Text(_) | Self::Number(_) => {}
            Self::Match(body) => add_pairs(&mut parts, &body.pairs, false),
            // Categories often have an order of their own.
            Self::Classify(body) => add_pairs(&mut parts, body, true),
            Self::Order(body) => {
                for id in &body.items {
                    parts.push(Part { id, pinned: false });
                }
            }
        }
        parts
    }

    /// Whether a response earns points: all but essays, which are their author's to compare.
    pub fn is_graded(&self) -> bool {
        !matches!(self, Self::Essay(_))
    }

    /// Whether the parts are put in a new order for each attempt.
    pub fn shuffles(&self) -> bool {
        match self {
            Self::Choice(body) => body.shuffle,
            Self::Gaps(body) => body.shuffle,
            Self::Hotspot(body) => body.choice.shuffle,
            Self::Match(body) => body.pairs.shuffle,
            Self::Classify(body) => body.shuffle,
            Self::Order(_) => true,
            Self::TrueFalse(_) | Self::Text(_) | Self::Number(_) | Self::Essay(_) => false,
        }
    }

    /// True when nobody is to begin with the parts in this order.
    pub(crate) fn gives_away(&self, drawn: &[ChoiceId]) -> bool {
        matches!(self, Self::Order(body) if body.gives_away(drawn))
    }

    /// Items and places, for the kinds that have them.
    pub fn pairs(&self) -> Option<&pairs::Pairs> {
        match self {
            Self::Match(body) => Some(&body.pairs),
            Self::Classify(body) => Some(body),
            _ => None,
        }
    }

    /// What a kind shows, for the wordings and the order drawn.
    pub(crate) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> FaceBody {
        match self {
            Self::Choice(body) => FaceBody::Choice(body.face(drawn, order)),
            Self::TrueFalse(_) => FaceBody::TrueFalse,
            Self::Text(_) => FaceBody::Text {
                max_chars: text::MAX_CHARS,
            },
            Self::Number(body) => FaceBody::Number(body.face(drawn)),
            Self::Essay(body) => FaceBody::Essay(body.face()),
            Self::Gaps(body) => FaceBody::Gaps(body.face(drawn, order)),
            Self::Hotspot(body) => FaceBody::Hotspot(body.face(drawn, order)),
            Self::Match(body) => FaceBody::Match(body.pairs.face(drawn, order), body.uses),
            Self::Classify(body) => FaceBody::Classify(body.face(drawn, order)),
            Self::Order(body) => FaceBody::Order(body.face(drawn, order)),
        }
    }

    pub(crate) fn check(
        &self,
        hearer: &mut impl FaultSink,
        langs: &[Lang],
        n: usize,
        question: &Question,
    ) {
        if self.is_graded() {
            choice_texts(hearer, n, question, &self.parts());
        }
        match self {
            Self::Choice(body) => body.check(hearer, langs, n),
            Self::TrueFalse(body) => body.check(hearer, langs, n),
            Self::Text(body) => body.check(hearer, langs, n),
            Self::Number(body) => body.check(hearer, langs, n),
            Self::Essay(body) => body.check(hearer, n, question),
            Self::Gaps(body) => body.check(hearer, langs, n, question),
            Self::Hotspot(body) => body.check(hearer, langs, n, question),
            Self::Match(body) => body.check(hearer, langs, n),
            Self::Classify(body) => body.check(hearer, langs, n, Subject::Category),
            Self::Order(body) => body.check(hearer, n),
        }
    }
}

fn add_parts<'a>(parts: &mut Vec<Part<'a>>, items: &'a [Item]) {
    for Item { id, pinned, .. } in items {
        parts.push(Part {
            id,
            pinned: *pinned,
        });
    }
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
