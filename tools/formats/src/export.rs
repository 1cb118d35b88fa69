//! From a draft to files of another format.

use jalon_draft::Draft;

use crate::complete::{Defaults, complete};
use crate::format::{Format, Languages};
use crate::loss::Losses;

/// What an export made.
#[derive(Debug, Default)]
pub struct Exported {
    /// The files: the name of each, and what is in it.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the format could not say.
    pub losses: Losses,
    /// What the files say: read again, they make this.
    pub fitted: Vec<Draft>,
}

/// Writes a draft in a format: one set of files where it knows several languages, else one for each language. `None` for formats that
/// are only read.
pub fn export(draft: &Draft, format: Format) -> Option<Exported> {
    let mut exported = Exported::default();
    let parts = match format.languages()? {
        Languages::All => vec![(None, draft.clone())],
        Languages::One => {
            let langs = draft.bank.languages.iter();
            langs
                .map(|lang| (Some(lang.as_str()), draft.clone().only(lang)))
                .collect()
        }
    };
    for (lang, part) in parts {
        let mut losses = Losses::default();
        let fitted = format.lower(&part, &mut losses)?;
        losses.forget_details();
        exported.losses.extend(losses);
        for (name, bytes) in format.write(&fitted) {
            exported.files.push((named(&name, lang), bytes));
        }
        let defaults = Defaults {
            bank: Some(&draft.bank.id),
            file: &draft.bank.id,
        };
        // What a reader would have to fill in is none of the format's losses.
        let fitted = complete(fitted, &defaults, &mut Losses::default());
        exported.fitted.push(fitted);
    }
    Some(exported)
}

/// `module.gift` in French is `module.fr.gift`.
fn named(name: &str, lang: Option<&str>) -> String {
    match (lang, name.rsplit_once('.')) {
        (Some(lang), Some((stem, extension))) => format!("{stem}.{lang}.{extension}"),
        (Some(lang), None) => format!("{name}.{lang}"),
        (None, _) => name.to_owned(),
    }
}
