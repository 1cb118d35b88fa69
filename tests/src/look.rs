//! Finding things: on a page, or inside a thing already found.

use crate::name::{Name, any};
use crate::spot::Spot;

macro_rules! roles {
    ($($(#[$doc:meta])* $method:ident = $role:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        fn $method(&self, name: impl Into<Name>) -> Spot {
            self.role($role, name)
        }
    )*};
}

/// Where one can look for things by role and name. A [`Name`] is usually just a `&str`.
pub trait Look: Sized {
    /// The place itself, as a spot.
    fn here(&self) -> Spot;

    /// A thing of any ARIA role.
    #[must_use]
    fn role(&self, role: &str, name: impl Into<Name>) -> Spot {
        self.here().then(role, name.into())
    }

    /// What stands under the first element that a CSS selector finds in the page itself, outside shadow roots. For
    /// pages that the test has written; never for ours.
    #[must_use]
    fn within(&self, selector: &str) -> Spot {
        self.here().then_within(selector)
    }

    /// Waits until a text can be seen here: painted, not just in the markup. Whole words, white space collapsed.
    #[track_caller]
    fn see(&self, words: &str) {
        self.here().must_see(words);
    }

    /// Waits until a text can't be seen here (any more).
    #[track_caller]
    fn do_not_see(&self, words: &str) {
        self.here().must_not_see(words);
    }

    /// The text that can be seen here, a block a line.
    #[track_caller]
    #[must_use]
    fn visible_text(&self) -> String {
        self.here().seen_text()
    }

    /// The language in force (`lang`) where a text stands; empty if nothing says.
    #[track_caller]
    #[must_use]
    fn lang_of(&self, words: &str) -> String {
        self.here().lang_where(words)
    }

    /// The message that interrupts (role alert), whatever it is called.
    #[must_use]
    fn alert(&self) -> Spot {
        self.role("alert", any())
    }

    /// The message that waits for its turn (role status), whatever it is called.
    #[must_use]
    fn status(&self) -> Spot {
        self.role("status", any())
    }

    roles! {
        /// A push button.
        button = "button",
        /// A link.
        link = "link",
        /// A radio button, by its label.
        radio = "radio",
        /// A checkbox, by its label.
        checkbox = "checkbox",
        /// A switch, by its label.
        switch = "switch",
        /// A field to write in, by its label.
        textbox = "textbox",
        /// A list to choose from, by its label.
        combobox = "combobox",
        /// A choice in such a list.
        option = "option",
        /// A heading of any level.
        heading = "heading",
        /// A fieldset, by its legend, or another group.
        group = "group",
        /// A group of radio buttons that says so.
        radiogroup = "radiogroup",
        /// A section with a name.
        region = "region",
        /// A form with a name.
        form = "form",
        /// An article.
        article = "article",
        /// A dialog.
        dialog = "dialog",
        /// A progress bar.
        progressbar = "progressbar",
        /// An image, by its alternative text.
        image = "image",
        /// A list.
        list = "list",
        /// An item of a list.
        listitem = "listitem",
    }
}
