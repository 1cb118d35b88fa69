//! Units that may be typed.

use jalon_engine::grade::Numeral;
use jalon_engine::lang::Lang;

use crate::read::{At, Decode, Languages, Node, Raw, Reader, Shape, Table};
use jalon_draft::sources::Span;

/// A unit: its names of no language under `any`, the others under their language.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(super) span: Span,
    any: Option<Vec<Raw>>,
    names: Languages<Vec<Raw>>,
    pub(super) times: Option<At<Numeral>>,
    /// Whether `times` could be read, where it is written.
    pub(super) is_whole: bool,
}

impl Decode for Unit {
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let any = table.optional("any", reader);
        let has_times = table.peek("times").is_some();
        let times = table.optional("times", reader);
        let names = Languages::read(node.span, table.rest(), &["any", "times"], reader);
        Some(Self {
            span: node.span,
            any,
            names,
            is_whole: has_times == times.is_some(),
            times,
        })
    }
}

impl Unit {
    pub(super) fn names(&self) -> impl Iterator<Item = &Raw> {
        let own = self.names.values().flat_map(|(_, names)| names);
        self.any.iter().flatten().chain(own)
    }

    /// The name for readers of `lang`: the first one in it, else the first of no language.
    pub(super) fn name_in(&self, lang: &Lang) -> Option<&str> {
        let own = self.names.values().find(|(other, _)| *other == lang);
        let own = own.and_then(|(_, names)| names.first());
        let any = self.any.iter().flatten().next();
        own.or(any).map(|raw| raw.text.as_str())
    }

    /// True when nobody has said that its name in `lang` could not be read.
    pub(super) fn lacks(&self, lang: &Lang) -> bool {
        let unread =
            |(own, names): &(At<Lang>, Option<Vec<Raw>>)| own.value == *lang && names.is_none();
        self.name_in(lang).is_none() && !self.names.entries.iter().any(unread)
    }

    /// How much one of it is, on the scale that the question's units share.
    pub(super) fn times(&self) -> Numeral {
        let one = || Numeral::parse("1").unwrap_or_default();
        self.times.clone().map_or_else(one, |times| times.value)
    }

    pub(super) fn is_more_than_nothing(&self) -> bool {
        let times = self.times();
        !times.exact().is_negative() && !times.exact().is_zero()
    }
}
