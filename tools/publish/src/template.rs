//! What the templates of the pages are filled with. Fields that end in `html` are HTML; the others are text.

use askama::Template;

use crate::lesson::Section;

/// What every page has around its content. Fields that end in `html` are HTML; the others are text.
pub(crate) struct Frame<'a> {
    pub(crate) lang: &'a str,
    /// The folder of the language, which is also how the elements name the way to read.
    pub(crate) reading: &'a str,
    pub(crate) is_both: bool,
    /// On the front page, the folders of all languages.
    pub(crate) front: String,
    pub(crate) bank: &'a str,
    pub(crate) top: &'static str,
    pub(crate) title: String,
    pub(crate) site: String,
    pub(crate) description: String,
    /// The absolute address, where it is known.
    pub(crate) canonical: Option<String>,
    /// The same page in each language.
    pub(crate) alternates: Vec<(String, String)>,
    pub(crate) languages: Vec<LanguageLink>,
    pub(crate) logo: Option<Logo>,
    pub(crate) home: String,
    pub(crate) progress: String,
    pub(crate) data_html: String,
    pub(crate) text: Text,
    pub(crate) licence_html: Option<String>,
}

pub(crate) struct LanguageLink {
    pub(crate) folder: String,
    /// The tag of its language; empty for several.
    pub(crate) lang: String,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) is_current: bool,
}

pub(crate) struct Logo {
    pub(crate) address: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// Our words on a page, as HTML.
pub(crate) struct Text {
    pub(crate) skip_html: String,
    pub(crate) language: String,
    pub(crate) menu: String,
    pub(crate) progress_html: String,
    pub(crate) made_with_html: String,
    pub(crate) not_shown_html: String,
    pub(crate) needs_script_html: String,
    pub(crate) retry_html: String,
}

/// A module, as a card shows it.
pub(crate) struct Card {
    pub(crate) id: String,
    pub(crate) title_html: String,
    pub(crate) track_html: String,
    pub(crate) facts_html: Vec<String>,
    pub(crate) lesson: String,
    pub(crate) checkpoint: String,
    pub(crate) start_html: String,
}

#[derive(Template)]
#[template(path = "index.html")]
pub(crate) struct HomePage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) title_html: String,
    pub(crate) description_html: String,
    pub(crate) modules_html: String,
    /// The addresses of lessons, for the element that leads to one.
    pub(crate) modules_address: String,
    pub(crate) checkpoints_address: String,
    pub(crate) start: String,
    pub(crate) start_html: String,
    pub(crate) cards: Vec<Card>,
    pub(crate) progress_about_html: String,
}

#[derive(Template)]
#[template(path = "module.html")]
pub(crate) struct ModulePage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) card: Card,
    pub(crate) summary_html: String,
    pub(crate) sections: Vec<Section>,
    pub(crate) has_prompt: bool,
    pub(crate) contents_html: String,
    pub(crate) checkpoint_title_html: String,
    pub(crate) about_html: String,
    pub(crate) previous: Option<Neighbour>,
    pub(crate) next: Option<Neighbour>,
}

#[derive(Template)]
#[template(path = "checkpoint.html")]
pub(crate) struct CheckpointPage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) card: Card,
    pub(crate) back_html: String,
    pub(crate) embed_html: String,
    pub(crate) about_embedding_html: String,
    pub(crate) modules_address: String,
}

#[derive(Template)]
#[template(path = "progress.html")]
pub(crate) struct ProgressPage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) about_html: String,
    pub(crate) modules_address: String,
    pub(crate) checkpoints_address: String,
}

/// The module before or after.
pub(crate) struct Neighbour {
    pub(crate) address: String,
    pub(crate) label_html: String,
    pub(crate) title_html: String,
}
