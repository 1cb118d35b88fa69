//! What the journeys are written with: a site, a browser, and pages that are spoken of as their readers would.
//!
//! ```no_run
//! use jalon_tests::*;
//!
//! let site = Site::start();
//! let browser = Browser::with().language("fr").dark().start();
//! let page = browser.open(site.url("index.html"));
//! page.group("Question 1").radio("ISO/IEC 27002").choose();
//! page.button("Valider").click();
//! page.status().says("Score");
//! page.assert_accessible();
//! page.assert_no_errors();
//! ```
//!
//! Things are found by role and accessible name in the browser's own accessibility tree, clicks and keys are real
//! input, and everything waits until it holds or fails with a list of what is on the page.

mod axe;
mod browser;
mod driver;
mod keys;
mod look;
mod name;
mod page;
mod preview;
mod site;
mod spot;
mod tree;
mod wait;

pub use axe::Violation;
pub use browser::{Browser, Visitor};
pub use look::Look;
pub use name::{Name, any, exact, plain};
pub use page::Page;
pub use page::weight::Weight;
pub use preview::Preview;
pub use site::{Answer, Site, client_file};
pub use spot::Spot;
pub use tree::Spoken;
