//! What the readers of each kind have in common.

use jalon_draft::{Body, Texts, Wording};

use super::escape::{self, Piece};
use super::marks::Marks;
use super::source::Source;
use super::text::{self, Format};
use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::pictures::Pictures;

/// What the missing word of a text is shown as, as in Moodle.
pub(super) const BLANK: &str = "_____";

/// Where a question is read.
pub(super) struct Room<'a> {
    pub(super) source: &'a Source,
    pub(super) losses: &'a mut Losses,
    /// The format of texts that name none.
    pub(super) format: Format,
    pub(super) marks: &'a Marks,
    pub(super) pictures: &'a mut Pictures,
}

impl Room<'_> {
    /// A text, by language.
    pub(super) fn text(&mut self, piece: Piece<'_>, flow: Flow) -> Texts {
        self.stand(piece);
        text::read(piece, self.format, flow, self.pictures, self.losses)
    }

    /// The same where there may be none.
    pub(super) fn maybe(&mut self, piece: Option<Piece<'_>>) -> Texts {
        piece.map_or_else(Texts::new, |piece| self.text(piece, Flow::Line))
    }

    /// What is noted next stands on the line of this text.
    pub(super) fn stand(&mut self, piece: Piece<'_>) {
        self.losses.on_line(self.source.line(piece.at));
    }

    /// What is asked. Where text stands behind the answers, they are a word that is missing in it.
    pub(super) fn prompt(&mut self, stem: Piece<'_>, tail: Piece<'_>) -> Texts {
        if tail.raw.trim().is_empty() {
            return self.text(stem, Flow::Blocks);
        }
        let (before, after) = (escape::unescape(stem.raw), escape::unescape(tail.raw));
        let whole = format!("{before}{BLANK}{after}");
        text::of(
            whole.trim(),
            self.format,
            Flow::Blocks,
            self.pictures,
            self.losses,
        )
    }
}

/// The texts of a wording, each by language.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) prompt: Texts,
    pub(super) choices: Vec<(String, Texts)>,
    pub(super) items: Vec<(String, Texts)>,
    pub(super) targets: Vec<(String, Texts)>,
    pub(super) points: Vec<(String, Texts)>,
    pub(super) model: Texts,
    pub(super) explanation: Texts,
}

/// A kind with its texts.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) body: Body,
    pub(super) wording: Said,
}

impl Made {
    pub(super) fn is_essay(&self) -> bool {
        matches!(self.body, Body::Essay(_))
    }

    /// The general feedback is why the key is right; what a kind has for that already gives way.
    pub(super) fn explain(&mut self, general: Texts, losses: &mut Losses) {
        let own = std::mem::take(&mut self.wording.explanation);
        if own.is_empty() || general.is_empty() {
            let is_own = general.is_empty() && !own.is_empty();
            if is_own {
                let why = "a bank has no place for it in this kind: it is now the explanation, which everybody sees";
                losses.changed("the feedback for the right answer", why);
            }
            self.wording.explanation = if is_own { own } else { general };
        } else {
            let why = "a bank has no place for it in this kind, and the general feedback is the explanation";
            losses.dropped("the feedback for the right answer", why);
            self.wording.explanation = general;
        }
    }

    /// The kind, and a wording in each language that the texts name.
    pub(super) fn spread(mut self) -> (Body, Texts<Wording>) {
        let langs = self.langs();
        for feedback in self.body.kind_mut().feedbacks_mut() {
            spread(feedback, &langs);
        }
        if let Body::Text(text) = &mut self.body
            && !langs.iter().any(|lang| lang == UNDETERMINED)
            && let Some(own) = text.accept.shift_remove(UNDETERMINED)
        {
            let mut any = text.accept.shift_remove("any").unwrap_or_default();
            any.extend(own);
            text.accept.insert("any".to_owned(), any);
        }
        let said = &self.wording;
        let wordings = langs.iter().map(|lang| {
            let one = |texts: &Texts| in_lang(texts, lang);
            let all = |parts: &[(String, Texts)]| -> Texts {
                let each = parts.iter();
                each.map(|(id, texts)| (id.clone(), one(texts).unwrap_or_default()))
                    .collect()
            };
            let wording = Wording {
                prompt: one(&said.prompt).unwrap_or_default(),
                choices: all(&said.choices),
                items: all(&said.items),
                targets: all(&said.targets),
                points: all(&said.points),
                model: one(&said.model),
                explanation: one(&said.explanation),
                ..Wording::default()
            };
            (lang.clone(), wording)
        });
        let wordings = wordings.collect();
        (self.body, wordings)
    }

    /// The languages that texts name; the unknown one where none does.
    fn langs(&mut self) -> Vec<String> {
        let said = &self.wording;
        let parts = [&said.choices, &said.items, &said.targets, &said.points];
        let parts = parts.into_iter().flatten().map(|(_, texts)| texts);
        let own = [&said.prompt, &said.model, &said.explanation];
        let mut langs: Vec<String> = Vec::new();
        let mut add = |texts: &Texts| {
            for lang in texts.keys() {
                if lang != UNDETERMINED && !langs.contains(lang) {
                    langs.push(lang.clone());
                }
            }
        };
        own.into_iter().chain(parts).for_each(&mut add);
        self.body
            .kind_mut()
            .feedbacks_mut()
            .into_iter()
            .for_each(|texts| add(texts));
        if langs.is_empty() {
            langs.push(UNDETERMINED.to_owned());
        }
        langs
    }
}

/// The text in a language: its own, the one of no language, or else the first that there is.
fn in_lang(texts: &Texts, lang: &str) -> Option<String> {
    let own = texts.get(lang).or_else(|| texts.get(UNDETERMINED));
    own.or_else(|| texts.values().next()).cloned()
}

fn spread(texts: &mut Texts, langs: &[String]) {
    if texts.is_empty() {
        return;
    }
    let all = langs.iter();
    let all = all.filter_map(|lang| Some((lang.clone(), in_lang(texts, lang)?)));
    *texts = all.collect();
}

/// The ids that a mark gives to so many parts, where they can be ids; letters without one.
pub(super) fn ids(mark: Option<&str>, count: usize, usual: fn(usize) -> String) -> Vec<String> {
    let own = mark.map(|mark| mark.split(',').map(|id| id.trim().to_owned()));
    let own: Vec<String> = own.into_iter().flatten().collect();
    let is_id = |id: &String| id.parse::<jalon_engine::id::ChoiceId>().is_ok();
    let different: std::collections::BTreeSet<&String> = own.iter().collect();
    if own.len() == count && different.len() == count && own.iter().all(is_id) {
        own
    } else {
        (0..count).map(usual).collect()
    }
}
