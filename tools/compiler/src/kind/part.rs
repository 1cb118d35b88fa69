//! The parts of questions that have texts of their own.

/// What a part of a question is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartName {
    Choice,
    Item,
    Target,
    Category,
    Region,
    Point,
}

impl PartName {
    /// The word for one.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Item => "item",
            Self::Target => "target",
            Self::Category => "category",
            Self::Region => "region",
            Self::Point => "point",
        }
    }

    /// What a label at it says.
    pub(crate) fn the(self) -> &'static str {
        match self {
            Self::Choice => "the choice",
            Self::Item => "the item",
            Self::Target => "the target",
            Self::Category => "the category",
            Self::Region => "the region",
            Self::Point => "the point",
        }
    }

    /// The key of a wording under which its text stands.
    pub(crate) fn texts(self) -> &'static str {
        match self {
            Self::Choice => "choices",
            Self::Item => "items",
            Self::Target => "targets",
            Self::Category => "categories",
            Self::Region => "regions",
            Self::Point => "points",
        }
    }
}

/// A text of a wording that one kind of question has, and can't do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwnText {
    /// `model`: the model answer.
    Model,
    /// `text`: the text with the gaps.
    Gapped,
    /// `alt`: what the picture shows.
    Alt,
}
