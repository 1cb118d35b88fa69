//! A lesson as the sections of a page.

use jalon_compiler::html::{Page, blocks, quoted};
use jalon_engine::bank::{CalloutKind, Lesson};
use jalon_engine::lang::Localised;
use jalon_engine::markup::{Address, Markup, Table};
use jalon_i18n::Words;

use crate::reading::PageReading;

/// A section of a lesson: HTML, all of it.
pub(crate) struct Section {
    /// The same in every language, so that a reader who changes language stays at the same place.
    pub(crate) id: String,
    pub(crate) class: &'static str,
    /// What kind of remark it is; empty for other sections.
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) body: String,
}

/// Where the pictures of a page are.
pub(crate) struct Pictures<'a> {
    /// The folder of the bank, as the page names it, with a slash at its end.
    pub(crate) folder: &'a str,
    pub(crate) version: &'a str,
}

impl Page for Pictures<'_> {
    fn image(&self, address: &Address, alt: &str) -> String {
        format!(
            "<img src=\"{}\" alt=\"{}\" loading=\"lazy\">",
            quoted(&address.inside(self.folder, self.version)),
            quoted(alt)
        )
    }

    /// A table scrolls inside its own box, which the keyboard can reach and whose name is its headings.
    fn table(&self, table: &Table, html: String) -> String {
        format!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">{html}</div>",
            quoted(&table.name())
        )
    }
}

/// Paragraphs of the bank.
pub(crate) fn flow(
    reading: &PageReading,
    pictures: &Pictures<'_>,
    text: &Localised<Markup>,
) -> String {
    reading.of("div", text, |text| blocks(pictures, text))
}

/// The sections in their order.
pub(crate) fn sections(
    reading: &PageReading,
    pictures: &Pictures<'_>,
    lesson: &Lesson,
) -> Vec<Section> {
    let ours = |id: &str, words: fn(&Words) -> &'static str, text: &Localised<Markup>| Section {
        id: id.to_owned(),
        class: "",
        label: String::new(),
        title: reading.say(|own| words(own).to_owned()),
        body: flow(reading, pictures, text),
    };
    let mut sections = vec![
        ours("overview", |w| w.overview, &lesson.overview),
        ours("explanation", |w| w.explanation, &lesson.explanation),
        ours("example", |w| w.example, &lesson.example),
    ];
    for (n, block) in lesson.blocks.iter().enumerate() {
        sections.push(Section {
            id: format!("part-{}", n + 1),
            class: "",
            label: String::new(),
            title: reading.text(&block.title),
            body: flow(reading, pictures, &block.text),
        });
    }
    if !lesson.illustrations.is_empty() {
        let items = lesson.illustrations.iter();
        let items: String = items
            .map(|one| format!("<li>{}</li>", flow(reading, pictures, one)))
            .collect();
        sections.push(Section {
            id: "examples".to_owned(),
            class: "examples",
            label: String::new(),
            title: reading.say(|own| own.illustrations.to_owned()),
            body: format!("<ul>{items}</ul>"),
        });
    }
    for (n, callout) in lesson.callouts.iter().enumerate() {
        let (class, label): (_, fn(&Words) -> &'static str) = match callout.kind {
            CalloutKind::Tip => ("callout tip", |w| w.tip),
            CalloutKind::Warning => ("callout warning", |w| w.warning),
        };
        sections.push(Section {
            id: format!("remark-{}", n + 1),
            class,
            label: reading.say(|own| label(own).to_owned()),
            title: reading.text(&callout.title),
            body: flow(reading, pictures, &callout.text),
        });
    }
    sections
}
