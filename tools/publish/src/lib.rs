//! From a checked bank to a static course site: a home page, a page per lesson and per checkpoint, in every language of the bank and in all of
//! them side by side, with the client and the compiled bank beside them.
//!
//! Every page reads without script. Nothing here touches a disk: [`site`] returns the files.

mod address;
mod frame;
mod lesson;
mod metadata;
mod page;
mod reading;
mod template;

use std::borrow::Cow;

use jalon_compiler::CompiledBank;

use crate::page::Site;

/// A file of a site: its path, with `/` between the parts, and its content.
pub type File<'a> = (String, Cow<'a, [u8]>);

/// Every file of the site of a bank. `client` are the files of the client, named as pages load them: `jalon.js` and the folder `jalon`.
///
/// The pages come last, so that whoever copies the files in this order never has a page without what it needs.
///
/// # Errors
///
/// A template can't be written.
pub fn site<'a>(
    bank: &'a CompiledBank,
    client: Vec<File<'a>>,
) -> Result<Vec<File<'a>>, askama::Error> {
    let mut files = client;
    files.push((
        "site.css".to_owned(),
        Cow::Borrowed(include_bytes!("../assets/site.css")),
    ));
    files.push((
        "site.js".to_owned(),
        Cow::Borrowed(include_bytes!("../assets/site.js")),
    ));
    let site = Site::new(bank);
    files.push(("theme.css".to_owned(), site.theme().into_bytes().into()));
    for (name, bytes) in bank.pictures() {
        files.push((format!("banks/{name}"), Cow::Borrowed(bytes)));
    }
    // The header last: until it is there, nobody asks for a module.
    for (name, json) in bank.files().into_iter().rev() {
        files.push((format!("banks/{name}"), json.into_bytes().into()));
    }
    for (name, html) in site.pages()? {
        files.push((name, html.into_bytes().into()));
    }
    if let Some(map) = site.sitemap() {
        files.push(("sitemap.xml".to_owned(), map.into_bytes().into()));
    }
    Ok(files)
}
