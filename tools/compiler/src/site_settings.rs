//! `[site]` of `bank.toml`: how a bank's course site looks, and what it says of itself.

use jalon_engine::kind::hotspot::Picture;
use jalon_engine::lang::Localised;

use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Raw;
use crate::source::bank::Site;

/// How a bank's course site looks, and what it says of itself. What its author left open is empty.
#[derive(Debug, Clone, Default)]
pub struct SiteSettings {
    /// Who publishes it.
    pub name: Localised<String>,
    /// What the site is for.
    pub description: Localised<String>,
    /// Where it will be: an absolute address with a slash at its end.
    pub url: Option<String>,
    /// A picture beside the bank's texts.
    pub logo: Option<Picture>,
    /// The colour of buttons, links and what is chosen: `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    /// The fonts of texts, as CSS names them.
    pub font: Option<String>,
    /// The fonts of headings.
    pub heading_font: Option<String>,
    /// The licence of the texts.
    pub licence: Option<String>,
}

impl Compiler<'_> {
    /// The settings of the site. What is wrong with one of them is noted, and it is left out.
    pub(crate) fn site(&mut self, site: Option<&Site>) -> SiteSettings {
        let Some(site) = site else {
            return SiteSettings::default();
        };
        let mut words = |texts| match texts {
            Some(texts) => self.words(Some(texts)),
            None => Localised::default(),
        };
        SiteSettings {
            name: words(site.name.as_ref()),
            description: words(site.description.as_ref()),
            url: self
                .held(
                    site.url.as_ref(),
                    is_address,
                    "an address such as https://example.org/course/",
                )
                .map(|url| format!("{}/", url.trim_end_matches('/'))),
            logo: site.logo.as_ref().map(|raw| self.picture(raw)),
            accent: self.held(site.accent.as_ref(), is_colour, "a colour such as #1d5fa8"),
            font: self.held(site.font.as_ref(), is_fonts, FONTS),
            heading_font: self.held(site.heading_font.as_ref(), is_fonts, FONTS),
            licence: site.licence.as_ref().map(|raw| raw.text.clone()),
        }
    }

    /// A text that goes into every page as it is, if it is what it has to be.
    fn held(
        &mut self,
        raw: Option<&Raw>,
        is_good: fn(&str) -> bool,
        expected: &str,
    ) -> Option<String> {
        let raw = raw?;
        let text = raw.text.trim();
        if is_good(text) {
            return Some(text.to_owned());
        }
        let message = format!("expected {expected}, found `{text}`");
        let help = "write it so, or take the line out: the site has one of its own";
        self.note(Diagnostic::new(Code::InvalidSite, raw.span, message).help(help));
        None
    }
}

const FONTS: &str = "names of fonts with commas between them, such as Georgia, serif";

fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let is_plain = |c: char| c.is_ascii_graphic() && !"<>\"'\\`{}|^?#".contains(c);
        rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.chars().all(is_plain)
    })
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_fonts(text: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " ,-_\"'".contains(c);
    let is_name = |name: &str| {
        let name = name.trim();
        let bare = name.trim_matches(['"', '\'']);
        !bare.is_empty()
            && (bare == name || name.len() == bare.len() + 2)
            && !bare.contains(['"', '\''])
    };
    text.chars().all(is_plain) && text.split(',').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_addresses_and_fonts_pass_for_such() {
        for good in ["#fff", "#1D5fa8"] {
            assert!(is_colour(good), "{good}");
        }
        for bad in ["", "fff", "#ffff", "#ggg", "red", "#fff;}"] {
            assert!(!is_colour(bad), "{bad}");
        }
        for good in ["https://example.org", "http://localhost:8080/a/b/"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "example.org",
            "https://",
            "https://a\"b",
            "javascript:1",
            "https://a b",
            "https://a/?b",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        for good in ["Georgia, serif", "\"Segoe UI\", 'Noto Sans', system-ui"] {
            assert!(is_fonts(good), "{good}");
        }
        for bad in ["", "a,", "a;b", "url(x)", "\"a, b", "a\"b"] {
            assert!(!is_fonts(bad), "{bad}");
        }
    }
}
