//! A module's lesson as a fragment of HTML: a page that holds it can be read at once, and without script.
//!
//! It says what the client's lesson says, in the same words, in every language of the bank: each text stands in an
//! element with `data-tongue` and its own `lang`, so that a page can show one language or all by style alone. The
//! written prompt is left out, since what is written there has to be saved.

use std::fmt;

use jalon_engine::bank::{CalloutKind, Lesson, Module, ModuleInfo};
use jalon_engine::lang::{Localised, Reading};
use jalon_engine::markup::{Address, Markup, Table};
use jalon_i18n::{Words, for_reading};

use crate::check::CompiledBank;
use crate::html::{Page, blocks, element, escaped, quoted};

/// Why there is no lesson to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LessonError {
    /// No bank has that module.
    NoModule {
        /// The name that was asked for.
        name: String,
        /// The modules there are.
        known: Vec<String>,
    },
    /// Several banks have a module of that name.
    SeveralModules {
        /// The name that was asked for.
        name: String,
        /// The modules of that name.
        known: Vec<String>,
    },
    /// The module is a checkpoint alone.
    NoLesson {
        /// The module.
        name: String,
    },
}

impl fmt::Display for LessonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoModule { name, known } => {
                write!(
                    f,
                    "no module `{name}`; the modules are {}",
                    known.join(", ")
                )
            }
            Self::SeveralModules { name, known } => {
                write!(
                    f,
                    "more than one module `{name}`; write {}",
                    known.join(" or ")
                )
            }
            Self::NoLesson { name } => write!(f, "the module `{name}` has no lesson"),
        }
    }
}

impl std::error::Error for LessonError {}

/// The lesson of the module called `name`: its id, with `BANK/` in front where several banks have a module of that id.
///
/// # Errors
///
/// There is no such module, more than one, or one without a lesson.
pub fn lesson(banks: &[CompiledBank], name: &str) -> Result<String, LessonError> {
    let (_, module) = module_named(banks, name)?;
    match module.lesson() {
        Some(lesson) => Ok(article(module, lesson)),
        None => Err(LessonError::NoLesson {
            name: name.to_owned(),
        }),
    }
}

/// The module called `name`, and its bank.
pub(crate) fn module_named<'a>(
    banks: &'a [CompiledBank],
    name: &str,
) -> Result<(&'a CompiledBank, &'a Module), LessonError> {
    let full_name = |module: &Module| format!("{}/{}", module.bank().id(), module.info().id);
    let modules = || {
        let of = |bank: &'a CompiledBank| bank.modules().iter().map(move |module| (bank, module));
        banks.iter().flat_map(of)
    };
    let is_meant =
        |(_, module): &(_, &Module)| module.info().id.as_str() == name || full_name(module) == name;
    let found: Vec<_> = modules().filter(is_meant).collect();
    let name = name.to_owned();
    match found.as_slice() {
        [] => Err(LessonError::NoModule {
            name,
            known: modules().map(|(_, module)| full_name(module)).collect(),
        }),
        [one] => Ok(*one),
        several => Err(LessonError::SeveralModules {
            name,
            known: several
                .iter()
                .map(|(_, module)| full_name(module))
                .collect(),
        }),
    }
}

/// The sections in the order in which the client shows them.
fn article(module: &Module, lesson: &Lesson) -> String {
    let info = module.info();
    // Where the site's own banks are, which is what a static page can know.
    let at = &Site {
        at: &format!("banks/{}/", module.bank().id()),
        version: &module.bank().version().0,
    };
    let ours = Ours(for_reading(&Reading::Both, module.languages()));
    let mut parts = vec![
        ours.facts(info),
        element("h1", &text(&info.title)),
        format!("<div class=\"summary\">{}</div>", flow(at, &lesson.summary)),
        section(&ours.say(|w| w.overview), &flow(at, &lesson.overview)),
        section(&ours.say(|w| w.explanation), &flow(at, &lesson.explanation)),
        section(&ours.say(|w| w.example), &flow(at, &lesson.example)),
    ];
    let blocks = lesson.blocks.iter();
    parts.extend(blocks.map(|block| section(&text(&block.title), &flow(at, &block.text))));
    if !lesson.illustrations.is_empty() {
        let items = lesson.illustrations.iter();
        let items: Vec<String> = items.map(|one| element("li", &flow(at, one))).collect();
        let list = format!("<ul>\n{}\n</ul>", items.join("\n"));
        parts.push(section(&ours.say(|w| w.illustrations), &list));
    }
    parts.extend(lesson.callouts.iter().map(|callout| {
        let (class, label) = match callout.kind {
            CalloutKind::Tip => ("tip", ours.say(|w| w.tip)),
            CalloutKind::Warning => ("warning", ours.say(|w| w.warning)),
        };
        let (title, body) = (text(&callout.title), flow(at, &callout.text));
        format!(
            "<section class=\"callout {class}\">\n<p class=\"label\">{label}</p>\n<h2>{title}</h2>\n{body}\n</section>"
        )
    }));
    format!(
        "<article class=\"lesson\">\n{}\n</article>\n",
        parts.join("\n")
    )
}

/// Our own words, in each language of the bank that we speak.
struct Ours(Vec<&'static Words>);

impl Ours {
    fn say<T: AsRef<str>>(&self, words: impl Fn(&'static Words) -> T) -> String {
        let said = self
            .0
            .iter()
            .map(|own| (own.lang, escaped(words(own).as_ref())));
        tongues("span", said)
    }

    fn facts(&self, info: &ModuleInfo) -> String {
        let facts = [
            text(&info.track),
            self.say(|w| (w.level)(info.level)),
            self.say(|w| w.minutes(info.minutes.into())),
        ];
        let items = facts.map(|fact| element("li", &fact)).join("\n");
        format!("<ul class=\"facts\">\n{items}\n</ul>")
    }
}

fn section(title: &str, body: &str) -> String {
    format!("<section>\n<h2>{title}</h2>\n{body}\n</section>")
}

/// A plain text of the bank.
fn text(text: &Localised<String>) -> String {
    let texts = text.iter();
    tongues(
        "span",
        texts.map(|(lang, text)| (lang.as_str(), escaped(text))),
    )
}

/// Paragraphs of the bank.
fn flow(at: &Site<'_>, text: &Localised<Markup>) -> String {
    let texts = text.iter();
    tongues(
        "div",
        texts.map(|(lang, text)| (lang.as_str(), blocks(at, text))),
    )
}

/// HTML in several languages, each in an element marked with its own. The space between them keeps words apart where
/// the elements stand in one line. What is the same in all of them ("14 minutes") is written once.
fn tongues<'a>(tag: &str, parts: impl Iterator<Item = (&'a str, String)>) -> String {
    let parts: Vec<(&str, String)> = parts.collect();
    if let [(lang, html), others @ ..] = parts.as_slice()
        && !others.is_empty()
        && others.iter().all(|(_, other)| other == html)
    {
        return format!("<{tag} lang=\"{lang}\">{html}</{tag}>");
    }
    let one = |(lang, html)| format!("<{tag} data-tongue lang=\"{lang}\">{html}</{tag}>");
    parts.into_iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A page of the site.
struct Site<'a> {
    /// Where the pictures of the bank are.
    at: &'a str,
    /// The bank's version.
    version: &'a str,
}

impl Page for Site<'_> {
    fn image(&self, address: &Address, alt: &str) -> String {
        format!(
            "<img src=\"{}\" alt=\"{}\">",
            quoted(&address.inside(self.at, self.version)),
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

#[cfg(test)]
mod tests {
    use super::*;

    use jalon_engine::markup::{Block, Line, Span};

    #[test]
    fn hostile_text_means_itself_wherever_it_stands() {
        let hostile = "</div><script>alert(\"1\" && '2')</script>&amp;";
        let address = || Address::try_from("?a=\"onclick=\"b&amp;<c>".to_owned()).unwrap();
        let line = || Line::plain(hostile);
        let markup = Markup::from(vec![
            Block::Paragraph(Line::from(vec![
                Span::Text(hostile.to_owned()),
                Span::Emphasis(line()),
                Span::Strong(line()),
                Span::Code(hostile.to_owned()),
                Span::Link(address(), line()),
                Span::Image(address(), hostile.to_owned()),
            ])),
            Block::Bullets(vec![line()]),
            Block::Steps(vec![line()]),
            Block::Code(hostile.to_owned()),
            Block::Table(Table {
                head: vec![line(), Line::default()],
                rows: vec![vec![line(), Line::default()]],
            }),
        ]);
        let said = "&lt;/div&gt;&lt;script&gt;alert(\"1\" &amp;&amp; '2')&lt;/script&gt;&amp;amp;";
        let alt = said.replace('"', "&quot;");
        let at = "?a=&quot;onclick=&quot;b&amp;amp;&lt;c&gt;";
        assert_eq!(
            blocks(
                &Site {
                    at: "b/",
                    version: "1"
                },
                &markup
            ),
            format!(
                "<p>{said}<em>{said}</em><strong>{said}</strong><code>{said}</code><a href=\"{at}\">{said}</a>\
                 <img src=\"{at}\" alt=\"{alt}\"></p><ul><li>{said}</li></ul><ol><li>{said}</li></ol>\
                 <pre><code>{said}</code></pre>\
                 <div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{alt}\"><table>\
                 <thead><tr><th scope=\"col\">{said}</th><td></td></tr></thead>\
                 <tbody><tr><td>{said}</td><td></td></tr></tbody></table></div>"
            )
        );
        let title = [("en".parse().unwrap(), hostile.to_owned())];
        assert_eq!(
            text(&title.into_iter().collect()),
            format!("<span data-tongue lang=\"en\">{said}</span>")
        );
    }
}
