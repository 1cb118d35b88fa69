//! What a tag says beside its bank and module.

use jalon_engine::id::ModuleId;
use js_sys::Array;

/// What a tag leaves to its page, and where the page's site has its other pages. Empty where the tag says nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// The page has a heading of its own.
    pub(crate) hides_title: bool,
    /// The page has a choice of languages of its own: what is shown follows the attribute `lang`, and nothing else.
    pub(crate) hides_language: bool,
    /// Which part of the element is shown.
    pub(crate) view: String,
    /// The address of a module's page, with `{module}` in the place of its id.
    module_href: String,
    /// The same for the page of its checkpoint.
    checkpoint_href: String,
}

impl Options {
    /// From the attributes `hide`, `view`, `module-href` and `checkpoint-href`, which follow the others in what the loader hands over. A loader of
    /// an earlier version hands over none.
    pub(crate) fn new(asked: &Array) -> Self {
        let text = |at| asked.get(at).as_string().unwrap_or_default();
        let hide = text(4);
        let hides = |part| hide.split(' ').any(|own| own == part);
        Self {
            hides_title: hides("title"),
            hides_language: hides("language"),
            view: text(5),
            module_href: text(6),
            checkpoint_href: text(7),
        }
    }

    /// The address of a module's page, where the tag says it.
    pub(crate) fn module(&self, module: &ModuleId) -> Option<String> {
        address(&self.module_href, module)
    }

    /// The address of the page of its checkpoint, where the tag says it.
    pub(crate) fn checkpoint(&self, module: &ModuleId) -> Option<String> {
        address(&self.checkpoint_href, module)
    }
}

/// A search for the whole name would take 3 kB more.
fn address(pattern: &str, module: &ModuleId) -> Option<String> {
    let (before, rest) = pattern.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    Some([before, module.as_str(), after].concat())
}
