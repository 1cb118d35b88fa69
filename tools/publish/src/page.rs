//! The pages of a site.

use askama::Template;
use jalon_compiler::{CompiledBank, SiteSettings};
use jalon_engine::bank::{Bank, Module, ModuleInfo};
use jalon_engine::lang::Localised;
use jalon_i18n::site;

use crate::address::Place;
use crate::lesson::{Pictures, flow, sections};
use crate::metadata;
use crate::reading::PageReading;
use crate::template::{Card, CheckpointPage, HomePage, ModulePage, Neighbour, ProgressPage};

/// A site to be written.
pub(crate) struct Site<'a> {
    pub(crate) bank: &'a CompiledBank,
    pub(crate) settings: &'a SiteSettings,
    pub(crate) readings: Vec<PageReading>,
}

impl<'a> Site<'a> {
    pub(crate) fn new(bank: &'a CompiledBank) -> Self {
        Self {
            bank,
            settings: bank.site(),
            readings: PageReading::all(bank.bank().languages()),
        }
    }

    pub(crate) fn header(&self) -> &'a Bank {
        self.bank.bank()
    }

    /// The places of all pages that exist in every language.
    pub(crate) fn places(&self) -> Vec<Place> {
        let mut places = vec![Place::Home, Place::Progress];
        for module in self.bank.modules() {
            let id = module.info().id;
            places.extend([Place::Lesson(id), Place::Checkpoint(id)]);
        }
        places
    }

    /// Every page with its path; the front page last.
    pub(crate) fn pages(&self) -> Result<Vec<(String, String)>, askama::Error> {
        let mut pages = Vec::new();
        for reading in &self.readings {
            for place in self.places() {
                pages.push((place.file(reading.folder()), self.page(reading, place)?));
            }
        }
        if let Some(first) = self.readings.first() {
            let front = Place::Front;
            pages.push((front.file(first.folder()), self.page(first, front)?));
        }
        Ok(pages)
    }

    fn page(&self, reading: &PageReading, place: Place) -> Result<String, askama::Error> {
        match place {
            Place::Front | Place::Home => self.home(reading, place).render(),
            Place::Progress => self.progress(reading, place).render(),
            Place::Lesson(id) | Place::Checkpoint(id) => {
                let modules = self.bank.modules();
                let at = modules.iter().position(|module| module.info().id == id);
                let Some((at, module)) = at.and_then(|at| Some((at, modules.get(at)?))) else {
                    return Ok(String::new());
                };
                match place {
                    Place::Lesson(_) => self.lesson(reading, place, at, module).render(),
                    _ => self.checkpoint(reading, place, module).render(),
                }
            }
        }
    }

    fn home<'p>(&'p self, reading: &'p PageReading, place: Place) -> HomePage<'p> {
        let modules = self.bank.modules();
        let start = modules.first();
        let first = start.map_or(String::new(), |module| {
            place.to(Place::Lesson(module.info().id), reading.folder())
        });
        let title = self.header().title();
        let data = {
            let modules: Vec<(String, String)> = modules
                .iter()
                .map(|module| {
                    let to = place.to(Place::Lesson(module.info().id), reading.folder());
                    let url = self
                        .absolute(Place::Lesson(module.info().id), reading)
                        .unwrap_or(to);
                    (reading.plain(&module.info().title).to_owned(), url)
                })
                .collect();
            let name = reading.plain(title);
            let (lang, provider) = (reading.lang(), self.name(reading));
            metadata::course(name, &self.description(reading), lang, &provider, &modules)
        };
        HomePage {
            frame: self.frame(
                reading,
                place,
                reading.plain(title).to_owned(),
                self.description(reading),
                &data,
            ),
            title_html: reading.text(title),
            description_html: self.description_html(reading),
            modules_html: reading.say_site(|w| w.modules(modules.len())),
            modules_address: place.to_modules(reading.folder()),
            checkpoints_address: place.to_checkpoints(reading.folder()),
            start: first,
            start_html: start.map_or(String::new(), |module| {
                reading.say_site(|w| w.start_with(in_language(&module.info().title, w.lang)))
            }),
            cards: modules
                .iter()
                .map(|module| card(reading, place, module))
                .collect(),
            progress_about_html: reading.say_site(|w| w.about_progress.to_owned()),
        }
    }

    fn progress<'p>(&'p self, reading: &'p PageReading, place: Place) -> ProgressPage<'p> {
        let title = reading.said(|w| site::of(w).progress.to_owned());
        let about = reading.said(|w| site::of(w).about_progress.to_owned());
        ProgressPage {
            frame: self.frame(reading, place, title, about, &serde_json::Value::Null),
            about_html: reading.say_site(|w| w.about_progress.to_owned()),
            modules_address: place.to_modules(reading.folder()),
            checkpoints_address: place.to_checkpoints(reading.folder()),
        }
    }

    fn lesson<'p>(
        &'p self,
        reading: &'p PageReading,
        place: Place,
        at: usize,
        module: &Module,
    ) -> ModulePage<'p> {
        let info = module.info();
        let folder = format!("{}banks/{}/", place.top(), self.header().id());
        let pictures = Pictures {
            folder: &folder,
            version: &self.header().version().0,
        };
        let lesson = module.lesson();
        let title = reading.plain(&info.title);
        let summary = lesson.and_then(|lesson| {
            let own = lesson
                .summary
                .iter()
                .find(|(lang, _)| lang.as_str() == reading.lang());
            own.map(|(_, text)| text.to_plain())
        });
        let summary = summary.unwrap_or_default();
        let data = metadata::lesson(
            title,
            &summary,
            reading.lang(),
            reading.plain(self.header().title()),
            info,
        );
        ModulePage {
            card: card(reading, place, module),
            summary_html: lesson.map_or(String::new(), |lesson| {
                flow(reading, &pictures, &lesson.summary)
            }),
            sections: lesson.map_or(Vec::new(), |lesson| sections(reading, &pictures, lesson)),
            has_prompt: lesson.is_some_and(|lesson| lesson.prompt.is_some()),
            contents_html: reading.say_site(|w| w.contents.to_owned()),
            checkpoint_title_html: reading.say(|w| w.checkpoint.to_owned()),
            about_html: reading.say_site(|w| w.about_checkpoint.to_owned()),
            previous: at
                .checked_sub(1)
                .and_then(|at| self.neighbour(reading, place, at, |w| w.previous)),
            next: self.neighbour(reading, place, at + 1, |w| w.next),
            frame: self.frame(reading, place, title.to_owned(), summary, &data),
        }
    }

    fn checkpoint<'p>(
        &'p self,
        reading: &'p PageReading,
        place: Place,
        module: &Module,
    ) -> CheckpointPage<'p> {
        let info = module.info();
        let own = reading.plain(&info.title);
        let title = site::of(reading.first_words()).checkpoint_of(own);
        let about = reading.said(|w| site::of(w).about_checkpoint.to_owned());
        let concepts = self.concepts(reading, module);
        let data = metadata::quiz(&title, reading.lang(), &concepts, info);
        CheckpointPage {
            frame: self.frame(reading, place, title, about, &data),
            card: card(reading, place, module),
            back_html: reading.say_site(|w| w.back_to_lesson.to_owned()),
            embed_html: reading.say_site(|w| w.embed.to_owned()),
            about_embedding_html: reading.say_site(|w| w.about_embedding.to_owned()),
            modules_address: place.to_modules(reading.folder()),
        }
    }

    /// The names of what a module tests, in the order of the bank.
    fn concepts(&self, reading: &PageReading, module: &Module) -> Vec<String> {
        let concepts = self.header().concepts().iter().filter(|concept| {
            let mut questions = module.questions().iter();
            questions.any(|question| question.tags.iter().any(|tag| tag.concept == concept.id))
        });
        concepts
            .map(|concept| reading.plain(&concept.name).to_owned())
            .collect()
    }

    fn neighbour(
        &self,
        reading: &PageReading,
        place: Place,
        at: usize,
        label: fn(&site::SiteWords) -> &'static str,
    ) -> Option<Neighbour> {
        let module = self.bank.modules().get(at)?;
        Some(Neighbour {
            address: place.to(Place::Lesson(module.info().id), reading.folder()),
            label_html: reading.say_site(|w| label(w).to_owned()),
            title_html: reading.text(&module.info().title),
        })
    }
}

impl Place {
    /// The address of a module's checkpoint, with `{module}` in the place of its id.
    fn to_checkpoints(self, folder: &str) -> String {
        format!("{}{folder}/checkpoints/{{module}}.html", self.top())
    }

    /// The same for its page.
    fn to_modules(self, folder: &str) -> String {
        format!("{}{folder}/modules/{{module}}.html", self.top())
    }
}

pub(crate) fn in_language<'t>(text: &'t Localised<String>, lang: &str) -> &'t str {
    let own = text.iter().find(|(own, _)| own.primary() == lang);
    own.or_else(|| text.iter().next())
        .map_or("", |(_, text)| text.as_str())
}

fn card(reading: &PageReading, place: Place, module: &Module) -> Card {
    let info = module.info();
    Card {
        id: info.id.as_str().to_owned(),
        title_html: reading.text(&info.title),
        track_html: reading.text(&info.track),
        facts_html: facts(reading, module, info),
        lesson: place.to(Place::Lesson(info.id), reading.folder()),
        checkpoint: place.to(Place::Checkpoint(info.id), reading.folder()),
        start_html: reading.say_site(|w| w.start_checkpoint.to_owned()),
    }
}

/// How far a module goes, how long it takes, how much it asks, and what it takes to pass.
fn facts(reading: &PageReading, module: &Module, info: &ModuleInfo) -> Vec<String> {
    let asked = info.draw.map_or(module.questions().len(), usize::from);
    let asked = asked.min(module.questions().len());
    vec![
        reading.say(|w| (w.level)(info.level).to_owned()),
        reading.say(|w| w.minutes(info.minutes.into())),
        reading.say_site(|w| w.questions(asked)),
        reading.say(|w| site::of(w).to_pass(&w.percent(&info.pass.to_string()))),
    ]
}
