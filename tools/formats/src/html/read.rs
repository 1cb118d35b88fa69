//! From tags to blocks.

mod words;

use html5ever::tokenizer::Tag;

use super::Flow;
use super::block::{Block, Kind, Langs};
use super::style::{Effect, Style};
use super::tag::{Mark, Role, role};
use crate::loss::Losses;
use crate::pictures::Shelf;

/// How many elements may be open; the words in those that are deeper stay, and nothing else of them.
const DEEPEST: usize = 64;

/// A fragment that was read.
pub(super) struct ReadHtml {
    pub(super) blocks: Vec<Block>,
    /// The languages that it names, as they come.
    pub(super) langs: Vec<String>,
}

/// An element that is open.
struct Open {
    name: String,
    role: Role,
    effects: Vec<Effect>,
}

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spot {
    Paragraph,
    Item,
    Cell,
    Code,
}

pub(super) struct HtmlReader<'a> {
    flow: Flow,
    shelf: &'a mut dyn Shelf,
    pub(super) losses: &'a mut Losses,
    blocks: Vec<Block>,
    langs: Vec<String>,
    open: Vec<Open>,
    style: Style,
    /// From a `{mlang}`.
    passage: Option<Langs>,
    /// An element that is not read, and how many of its name are open in it.
    skipped: Option<(String, usize)>,
    /// What follows starts a block.
    fresh: bool,
    /// What follows stands behind a line break.
    broken: bool,
    /// What follows stands behind a list inside an item.
    behind_list: bool,
    lists: usize,
    tables: usize,
    rows: usize,
}

impl<'a> HtmlReader<'a> {
    pub(super) fn new(flow: Flow, shelf: &'a mut dyn Shelf, losses: &'a mut Losses) -> Self {
        Self {
            flow,
            shelf,
            losses,
            blocks: Vec::new(),
            langs: Vec::new(),
            open: Vec::new(),
            style: Style::default(),
            passage: None,
            skipped: None,
            fresh: true,
            broken: false,
            behind_list: false,
            lists: 0,
            tables: 0,
            rows: 0,
        }
    }

    pub(super) fn finish(self) -> ReadHtml {
        ReadHtml {
            blocks: self.blocks,
            langs: self.langs,
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        let role = role(name);
        self.make_room(role, name);
        match role {
            Role::Hidden => self.skip(tag, role),
            Role::Lost(what) => {
                self.losses.dropped(what, "a bank's texts have none");
                self.skip(tag, role);
            }
            Role::Picture => self.picture(tag),
            Role::Break => self.line_break(),
            Role::Rule => {
                self.losses
                    .dropped("a rule between paragraphs", "a bank's texts have none");
                self.fresh = true;
            }
            _ if role.is_void(name) => {}
            _ => self.enter(tag, role),
        }
    }

    fn skip(&mut self, tag: &Tag, role: Role) {
        if !tag.self_closing && !role.is_void(&tag.name) {
            self.skipped = Some((tag.name.to_string(), 1));
        }
    }

    /// Ends what can't be around an element, as browsers do.
    fn make_room(&mut self, role: Role, name: &str) {
        match role {
            Role::Item => self.close_until(|role| role == Role::Item, is_list),
            Role::Row => self.close_until(|role| role == Role::Row, is_table),
            Role::Cell { .. } => {
                self.close_until(|role| matches!(role, Role::Cell { .. }), is_table);
            }
            _ if name == "dt" || name == "dd" => {
                let open = ["dt", "dd"];
                let at = self
                    .open
                    .iter()
                    .rposition(|one| open.contains(&one.name.as_str()));
                if let Some(at) = at.filter(|at| !self.is_behind(*at, "dl")) {
                    self.truncate(at);
                }
            }
            _ if role.is_block() => {
                let paragraph = self.open.iter().rposition(|one| one.name == "p");
                if let Some(at) = paragraph.filter(|at| !self.has_holder_behind(*at)) {
                    self.truncate(at);
                }
            }
            _ => {}
        }
    }

    fn is_behind(&self, at: usize, name: &str) -> bool {
        self.open.iter().skip(at).any(|one| one.name == name)
    }

    fn has_holder_behind(&self, at: usize) -> bool {
        let mut behind = self.open.iter().skip(at);
        behind.any(|one| is_holder(one.role))
    }

    fn close_until(&mut self, is_own: impl Fn(Role) -> bool, is_wall: impl Fn(Role) -> bool) {
        let wall = self.open.iter().rposition(|one| is_wall(one.role));
        let own = self.open.iter().rposition(|one| is_own(one.role));
        if let Some(at) = own.filter(|at| wall.is_none_or(|wall| wall < *at)) {
            self.truncate(at);
        }
    }

    fn enter(&mut self, tag: &Tag, role: Role) {
        if self.open.len() >= DEEPEST {
            let why = format!("more than {DEEPEST} are nested; the text in it is kept");
            return self
                .losses
                .changed(format!("an element <{}>", tag.name), why);
        }
        if role.is_block() {
            self.fresh = true;
        }
        let effects = self.effects(tag, role);
        self.arrive(tag, role);
        if tag.self_closing && role == Role::Formula {
            return;
        }
        self.open.push(Open {
            name: tag.name.to_string(),
            role,
            effects,
        });
        self.restyle();
        if role == Role::Mark(Mark::Quoted) {
            self.push_text("\"");
        } else if role == Role::Mark(Mark::Ruby) {
            self.push_text(" (");
        }
    }

    /// What begins where an element starts.
    fn arrive(&mut self, tag: &Tag, role: Role) {
        let spot = self.spot();
        match role {
            Role::List { .. } => self.arrive_at_list(tag, spot),
            Role::Table if spot == Spot::Paragraph => {
                self.tables += 1;
                self.rows = 0;
            }
            Role::Table => self.losses.changed(
                "a table inside a list or a table",
                "a table can't be inside another element; its text is kept",
            ),
            Role::Row => self.rows += 1,
            Role::Item if spot != Spot::Cell => {
                self.behind_list = false;
                let kind = self.item();
                self.blocks.push(Block::new(kind));
            }
            Role::Cell { heading } if spot == Spot::Paragraph => self.arrive_at_cell(tag, heading),
            Role::Pre if spot == Spot::Paragraph => self.blocks.push(Block::new(Kind::Code)),
            _ => {}
        }
    }

    fn arrive_at_list(&mut self, tag: &Tag, spot: Spot) {
        if spot == Spot::Paragraph {
            self.lists += 1;
        } else if spot == Spot::Item {
            self.losses.changed(
                "a list inside a list",
                "a bank's lists have one level; its items follow the item that contained them",
            );
        }
        let start = attribute(tag, "start").is_some_and(|start| start.trim() != "1");
        let kind = attribute(tag, "type").is_some_and(|kind| kind.trim() != "1");
        let letters = kind && &*tag.name == "ol";
        if start || letters || attribute(tag, "reversed").is_some() {
            self.losses
                .changed("the numbers of a list", "a bank's lists count 1, 2, 3");
        }
    }

    fn arrive_at_cell(&mut self, tag: &Tag, heading: bool) {
        let merged = ["colspan", "rowspan"]
            .iter()
            .any(|name| attribute(tag, name).is_some_and(|value| value.trim() != "1"));
        if merged {
            self.losses.changed(
                "a merged cell of a table",
                "a bank's tables have no merged cells; the cells beside it are empty",
            );
        }
        let in_head = self.open.iter().any(|one| one.role == Role::HeadRows);
        self.blocks.push(Block::new(Kind::Cell {
            table: self.tables,
            row: self.rows,
            heading: heading || in_head,
        }));
    }

    fn item(&self) -> Kind {
        let list = self.open.iter().find(|one| is_list(one.role));
        let ordered = list.is_some_and(|one| one.role == Role::List { ordered: true });
        Kind::Item {
            list: self.lists,
            ordered,
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        let Some(at) = self.open.iter().rposition(|one| one.name == name) else {
            self.fresh |= role(name).is_block();
            return;
        };
        if self.open.iter().skip(at + 1).any(|one| is_holder(one.role)) && !is_holder(role(name)) {
            return;
        }
        match role(name) {
            Role::Mark(Mark::Quoted) => self.push_text("\""),
            Role::Mark(Mark::Ruby) => self.push_text(")"),
            _ => {}
        }
        if role(name).is_block() {
            self.truncate(at);
        } else {
            self.open.remove(at);
            self.restyle();
        }
    }

    fn truncate(&mut self, at: usize) {
        self.fresh |= self.open.iter().skip(at).any(|one| one.role.is_block());
        self.behind_list |= self.open.iter().skip(at).any(|one| is_list(one.role));
        self.open.truncate(at);
        self.restyle();
    }

    fn restyle(&mut self) {
        let mut style = Style {
            langs: self.passage.clone(),
            ..Style::default()
        };
        for effect in self.open.iter().flat_map(|one| &one.effects) {
            style.apply(effect);
        }
        self.style = style;
    }

    /// The outermost of what words may stand in.
    fn spot(&self) -> Spot {
        let spots = self.open.iter().filter_map(|one| match one.role {
            Role::Item => Some(Spot::Item),
            Role::Cell { .. } => Some(Spot::Cell),
            Role::Pre => Some(Spot::Code),
            _ => None,
        });
        spots.into_iter().next().unwrap_or(Spot::Paragraph)
    }
}

fn is_list(role: Role) -> bool {
    matches!(role, Role::List { .. })
}

fn is_table(role: Role) -> bool {
    role == Role::Table
}

/// What an end tag of something else doesn't reach through.
fn is_holder(role: Role) -> bool {
    matches!(
        role,
        Role::Item | Role::Cell { .. } | Role::Row | Role::Table | Role::List { .. }
    )
}

pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    let mut all = tag.attrs.iter();
    all.find(|one| &*one.name.local == name)
        .map(|one| &*one.value)
}
