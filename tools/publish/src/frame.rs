//! What every page has around its content, and what it takes from the settings of the site.

use jalon_compiler::html::escaped;
use jalon_i18n::site;
use serde_json::Value;

use crate::address::Place;
use crate::metadata;
use crate::page::{Site, in_language};
use crate::reading::PageReading;
use crate::template::{Frame, LanguageLink, Logo, Text};

impl Site<'_> {
    pub(crate) fn frame<'p>(
        &'p self,
        reading: &'p PageReading,
        place: Place,
        title: String,
        description: String,
        data: &Value,
    ) -> Frame<'p> {
        // What search engines are to know of the front page is the home page.
        let known = if place == Place::Front {
            Place::Home
        } else {
            place
        };
        let folders = || self.readings.iter().map(PageReading::folder);
        let single = || self.readings.iter().filter(|one| !one.is_both());
        let link = |other: &PageReading| LanguageLink {
            folder: other.folder().to_owned(),
            lang: if other.is_both() {
                String::new()
            } else {
                other.lang().to_owned()
            },
            name: other.name_for(reading),
            address: place.to(known, other.folder()),
            is_current: other.folder() == reading.folder(),
        };
        Frame {
            lang: reading.lang(),
            reading: reading.folder(),
            is_both: reading.is_both(),
            front: match place {
                Place::Front => folders().collect::<Vec<_>>().join(" "),
                _ => String::new(),
            },
            bank: self.header().id().as_str(),
            top: place.top(),
            title,
            site: self.name(reading),
            description,
            canonical: self.absolute(known, reading),
            alternates: single()
                .map(|one| {
                    let relative = || place.to(known, one.folder());
                    (
                        one.lang().to_owned(),
                        self.absolute(known, one).unwrap_or_else(relative),
                    )
                })
                .collect(),
            languages: match self.readings.len() {
                1 => Vec::new(),
                _ => self.readings.iter().map(link).collect(),
            },
            logo: self.settings.logo.as_ref().map(|logo| Logo {
                address: format!(
                    "{}banks/{}/{}",
                    place.top(),
                    self.header().id(),
                    logo.address.as_str()
                ),
                width: logo.width,
                height: logo.height,
            }),
            home: place.to(Place::Home, reading.folder()),
            progress: place.to(Place::Progress, reading.folder()),
            data_html: if data.is_null() {
                String::new()
            } else {
                metadata::embedded(data)
            },
            text: Text::of(reading),
            licence_html: self
                .settings
                .licence
                .as_ref()
                .map(|licence| reading.say_site(|w| w.licence(licence))),
        }
    }

    /// The absolute address of a page, where the author said what the site's is.
    pub(crate) fn absolute(&self, place: Place, reading: &PageReading) -> Option<String> {
        let url = self.settings.url.as_ref()?;
        Some(format!("{url}{}", place.public(reading.folder())))
    }

    /// Who publishes the site.
    pub(crate) fn name(&self, reading: &PageReading) -> String {
        let name = match self.settings.name.is_empty() {
            true => self.header().title(),
            false => &self.settings.name,
        };
        reading.plain(name).to_owned()
    }

    pub(crate) fn description(&self, reading: &PageReading) -> String {
        match self.settings.description.is_empty() {
            true => site::of(reading.first_words()).purpose(reading.plain(self.header().title())),
            false => reading.plain(&self.settings.description).to_owned(),
        }
    }

    pub(crate) fn description_html(&self, reading: &PageReading) -> String {
        match self.settings.description.is_empty() {
            true => reading.say_site(|w| w.purpose(in_language(self.header().title(), w.lang))),
            false => reading.text(&self.settings.description),
        }
    }

    /// What differs from the style sheet of all sites.
    pub(crate) fn theme(&self) -> String {
        let mut rules = String::new();
        let mut add = |name: &str, value: Option<&String>| {
            if let Some(value) = value {
                rules.push_str(&format!("--{name}: {value};\n"));
            }
        };
        add("brand", self.settings.accent.as_ref());
        add("font", self.settings.font.as_ref());
        add("heading-font", self.settings.heading_font.as_ref());
        format!(":root {{\n{rules}}}\n")
    }

    /// The map of the site, where its address is known.
    pub(crate) fn sitemap(&self) -> Option<String> {
        self.settings.url.as_ref()?;
        let single = || self.readings.iter().filter(|one| !one.is_both());
        let mut pages = Vec::new();
        for place in self.places() {
            let address = |one: &PageReading| self.absolute(place, one).map(|url| escaped(&url));
            let alternates: Vec<(String, String)> = single()
                .filter_map(|one| Some((one.lang().to_owned(), address(one)?)))
                .collect();
            for (_, url) in &alternates {
                pages.push((url.clone(), alternates.clone()));
            }
        }
        Some(metadata::sitemap(&pages))
    }
}

impl Text {
    fn of(reading: &PageReading) -> Self {
        let say =
            |words: fn(&site::SiteWords) -> &'static str| reading.say_site(|w| words(w).to_owned());
        Self {
            skip_html: say(|w| w.skip),
            language: reading.said(|w| w.language.to_owned()),
            menu: reading.said(|w| site::of(w).menu.to_owned()),
            progress_html: say(|w| w.progress),
            made_with_html: say(|w| w.made_with),
            not_shown_html: say(|w| w.not_shown),
            needs_script_html: say(|w| w.needs_script),
            retry_html: reading.say(|w| w.retry.to_owned()),
        }
    }
}
