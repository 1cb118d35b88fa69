//! Words, line breaks and pictures, and the block that they stand in.

use html5ever::tokenizer::Tag;

use super::super::Flow;
use super::super::block::{Block, Kind, Langs, Piece, Run};
use super::super::mlang::{self, Part};
use super::super::style::{Level, raise};
use super::super::tag::Role;
use super::{HtmlReader, Spot, attribute};
use crate::bounds::MOST_LANGS;

impl HtmlReader<'_> {
    pub(in super::super) fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if !text.contains("{mlang") {
            return self.push_text(text);
        }
        for part in mlang::parts(text) {
            match part {
                Part::Text(text) => self.push_text(text),
                Part::Opens(langs) => self.open_passage(Some(langs)),
                Part::Closes if self.passage.is_some() => self.open_passage(None),
                Part::Closes => self.push_text("{mlang}"),
            }
        }
    }

    fn open_passage(&mut self, langs: Option<Langs>) {
        for lang in langs.iter().flat_map(|langs| langs.iter()) {
            self.name_lang(lang);
        }
        self.passage = langs;
        self.restyle();
    }

    pub(in super::super) fn name_lang(&mut self, lang: &str) {
        if self.langs.len() <= MOST_LANGS && !self.langs.iter().any(|own| own == lang) {
            self.langs.push(lang.to_owned());
        }
    }

    pub(super) fn push_text(&mut self, text: &str) {
        if self.open.iter().any(|one| one.role == Role::Pre) && self.spot() == Spot::Code {
            return self.push_code(text);
        }
        self.note_formula(text);
        let mut words = collapsed(text);
        if self.style.level != Level::Line && !words.trim().is_empty() {
            self.losses.changed(
                format!("raised or lowered “{}”", words.trim()),
                "a bank's texts have neither; special characters, or ^ and _, are used instead",
            );
            words = raise(&words, self.style.level);
        }
        if words.is_empty() {
            return;
        }
        let is_blank = words == " ";
        if is_blank && (self.fresh || self.broken) {
            return;
        }
        self.place();
        self.push(Piece::Text(words));
    }

    fn push_code(&mut self, text: &str) {
        let starts = !matches!(self.blocks.last(), Some(block) if block.kind == Kind::Code);
        if starts {
            self.blocks.push(Block::new(Kind::Code));
        }
        self.fresh = true;
        self.push(Piece::Text(text.replace('\u{a0}', " ")));
    }

    fn push(&mut self, piece: Piece) {
        let mut style = self.style.clone();
        style.level = Level::Line;
        if let Some(block) = self.blocks.last_mut() {
            block.runs.push(Run { piece, style });
        }
    }

    /// Makes sure that the last block is the one that words stand in here.
    fn place(&mut self) {
        let (fresh, broken) = (self.fresh, self.broken);
        (self.fresh, self.broken) = (false, false);
        let behind_list = std::mem::take(&mut self.behind_list);
        let last = self.blocks.last();
        let is_blank = last.is_none_or(Block::is_blank);
        let kind = last.map(|block| block.kind);
        match self.spot() {
            Spot::Item if behind_list || !matches!(kind, Some(Kind::Item { .. })) => {
                let kind = self.item();
                self.blocks.push(Block::new(kind));
            }
            Spot::Cell | Spot::Item => {
                if (fresh || broken) && !is_blank {
                    self.join("a list or a table");
                }
            }
            Spot::Paragraph | Spot::Code => {
                let is_new = fresh || kind != Some(Kind::Paragraph);
                if broken && !is_new && !is_blank {
                    if self.flow == Flow::Line {
                        return self.join("a text of one line");
                    }
                    self.losses.changed(
                        "a line break",
                        "a bank's texts have none; what follows is a paragraph of its own",
                    );
                }
                if is_new || (broken && !is_blank) {
                    self.blocks.push(Block::new(Kind::Paragraph));
                }
            }
        }
    }

    fn join(&mut self, what: &str) {
        let what = format!("a line break in {what}");
        self.losses
            .changed(what, "there can be none there; it is a space now");
        self.push(Piece::Text(" ".to_owned()));
    }

    pub(super) fn line_break(&mut self) {
        match self.spot() {
            Spot::Code => self.push_code("\n"),
            _ => self.broken = true,
        }
    }

    pub(super) fn picture(&mut self, tag: &Tag) {
        let address = attribute(tag, "src").unwrap_or_default();
        let Some(name) = self.shelf.find(address.trim(), self.losses) else {
            return;
        };
        let alt = attribute(tag, "alt").or_else(|| attribute(tag, "title"));
        let mut alt = collapsed(alt.unwrap_or_default()).trim().to_owned();
        if alt.is_empty() {
            let stem = name.rsplit('/').next().unwrap_or_default();
            alt = stem
                .rsplit_once('.')
                .map_or(stem, |(stem, _)| stem)
                .to_owned();
            self.losses.guessed(
                format!("the alternative text of the picture {name}"),
                format!("the file has none; “{alt}” is used"),
            );
        }
        self.place();
        self.push(Piece::Picture { address: name, alt });
    }

    fn note_formula(&mut self, text: &str) {
        if ["$$", "\\(", "\\["].iter().any(|mark| text.contains(mark)) {
            self.losses.changed(
                "a formula in TeX",
                "a bank's texts have no formulas; it is kept as written",
            );
        }
    }
}

/// One space for several, whatever they are; signs without width are left out.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}') {
            continue;
        }
        let is_space = sign.is_whitespace() || sign.is_control();
        match is_space {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(sign),
        }
    }
    out
}
