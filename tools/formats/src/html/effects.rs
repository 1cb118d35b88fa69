//! What an element does to the words in it, and what of it bank texts don't have.

use std::rc::Rc;

use html5ever::tokenizer::Tag;

use super::mlang;
use super::read::{HtmlReader, attribute};
use super::style::{self, Effect};
use super::tag::{Mark, Role};
use crate::address;

impl HtmlReader<'_> {
    pub(super) fn effects(&mut self, tag: &Tag, role: Role) -> Vec<Effect> {
        match role {
            Role::Heading => {
                self.note("a heading", "it is now a bold paragraph");
                vec![Effect::Strong]
            }
            Role::Caption => {
                self.note(
                    "the caption of a table",
                    "it is now a paragraph above the table",
                );
                Vec::new()
            }
            Role::Term => {
                self.note(
                    "a list of terms",
                    "each term is now a bold paragraph before its definition",
                );
                vec![Effect::Strong]
            }
            Role::Quote => {
                self.note("a quotation set apart", "it is now a paragraph");
                Vec::new()
            }
            Role::Formula => {
                self.note("a formula in MathML", "it is now plain characters");
                Vec::new()
            }
            Role::Unknown => {
                let what = format!("an element <{}>", tag.name);
                self.note(&what, "HTML has no such element; its text is kept");
                Vec::new()
            }
            Role::Link => self.link(tag),
            Role::Lang => self.passage_of(tag).into_iter().collect(),
            Role::Mark(mark) => self.mark(tag, mark),
            _ => Vec::new(),
        }
    }

    fn note(&mut self, what: &str, why: &str) {
        self.losses
            .changed(what, format!("a bank's texts have none; {why}"));
    }

    fn mark(&mut self, tag: &Tag, mark: Mark) -> Vec<Effect> {
        match mark {
            Mark::Strong => vec![Effect::Strong],
            Mark::Emphasis => vec![Effect::Emphasis],
            Mark::Code => vec![Effect::Code],
            Mark::Underlined | Mark::Highlighted => {
                self.missing("underlined or highlighted");
                vec![Effect::Emphasis]
            }
            Mark::Struck => {
                self.missing("struck");
                Vec::new()
            }
            Mark::Level(level) => vec![Effect::Level(level)],
            Mark::Ruby => {
                self.note(
                    "the pronunciation of a word",
                    "it follows the word in brackets",
                );
                Vec::new()
            }
            Mark::Quoted => Vec::new(),
            Mark::Span => self.span(tag),
        }
    }

    fn missing(&mut self, how: &str) {
        let why = match how {
            "struck" => "they are kept as ordinary text",
            _ => "they are emphasised",
        };
        self.note(&format!("{how} words"), why);
    }

    /// A span for readers of a language, or one that looks otherwise.
    fn span(&mut self, tag: &Tag) -> Vec<Effect> {
        let classes = attribute(tag, "class").unwrap_or_default();
        let is_multilang = classes
            .split_ascii_whitespace()
            .any(|class| class.eq_ignore_ascii_case("multilang"));
        if is_multilang {
            return self.passage_of(tag).into_iter().collect();
        }
        let (effects, missing) = style::of_css(attribute(tag, "style").unwrap_or_default());
        if let Some(how) = missing {
            self.missing(how);
        }
        effects
    }

    fn passage_of(&mut self, tag: &Tag) -> Option<Effect> {
        let written = attribute(tag, "lang")?;
        let Some(lang) = mlang::tag(written) else {
            let what = format!("the language “{written}”");
            self.losses
                .dropped(what, "this isn't a language; its text is for all readers");
            return None;
        };
        self.name_lang(&lang);
        Some(Effect::Langs(Rc::new(vec![lang])))
    }

    fn link(&mut self, tag: &Tag) -> Vec<Effect> {
        let Some(written) = attribute(tag, "href").map(str::trim) else {
            return Vec::new();
        };
        let is_own = written.contains("@@PLUGINFILE@@") || written.starts_with('#');
        match address::of(written).filter(|_| !is_own) {
            Some(address) => vec![Effect::Link(address.into())],
            None => {
                let start: String = written.chars().take(60).collect();
                self.losses.dropped(
                    format!("the link to {start}"),
                    "links lead to https:, http: or mailto: addresses; its text is kept",
                );
                Vec::new()
            }
        }
    }
}
