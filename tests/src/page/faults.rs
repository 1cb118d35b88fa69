//! What a page should not say or do.

use serde_json::{Value, json};

use super::Page;
use crate::axe::{self, Violation};
use crate::wait::{Attempt, or_panic, until};

/// What it should not say or do.
impl Page {
    /// The accessibility rules that the page breaks, at rest.
    #[track_caller]
    #[must_use]
    pub fn axe(&self) -> Vec<Violation> {
        self.come_to_rest();
        if self.run("typeof window.axe") == "undefined" {
            self.run(&format!("{}\n;0", *axe::SOURCE));
        }
        let options = json!({ "runOnly": { "type": "tag", "values": axe::TAGS }, "resultTypes": ["violations"] });
        let found = self.run(&format!(
            "axe.run(document, {options}).then((results) => results.violations)"
        ));
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(Violation::read)
            .collect()
    }

    /// Fails if axe-core finds anything: WCAG 2.2 AA and best practices.
    #[track_caller]
    pub fn assert_accessible(&self) {
        let found = self.axe();
        let told: Vec<String> = found
            .iter()
            .map(|violation| format!("- {violation}"))
            .collect();
        assert!(
            found.is_empty(),
            "axe-core finds {} faults:\n{}",
            found.len(),
            told.join("\n")
        );
    }

    /// What the console was told so far, by all pages of this browser: "SEVERE: ..."
    #[track_caller]
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        or_panic(self.heard(), "the console's log")
    }

    fn heard(&self) -> Attempt<Vec<String>> {
        let session = &self.tab.session;
        let news = session.driver.log()?;
        let text =
            |entry: &Value, field: &str| entry[field].as_str().unwrap_or_default().to_owned();
        let told = |entry| format!("{}: {}", text(entry, "level"), text(entry, "message"));
        let mut all = session.console.borrow_mut();
        all.extend(news.as_array().into_iter().flatten().map(told));
        Ok(all.clone())
    }

    /// The errors among it, save for those that hold one of these texts.
    pub(crate) fn errors(&self, planted: &[&str]) -> Attempt<Vec<String>> {
        let known = |message: &String| planted.iter().any(|text| message.contains(text));
        let bad = |message: &String| message.starts_with("SEVERE") && !known(message);
        Ok(self.heard()?.into_iter().filter(bad).collect())
    }

    /// Waits until the console holds a text.
    #[track_caller]
    pub fn console_says(&self, text: &str) {
        let said = until(self.patience(), || match self.heard()? {
            heard if heard.iter().any(|message| message.contains(text)) => Ok(()),
            heard => Err(heard.join("\n  ")),
        });
        or_panic(said, &format!("the console never says \"{text}\", only"));
    }

    /// Fails if the console holds an error: an uncaught exception, `console.error`, a file that was not there.
    #[track_caller]
    pub fn assert_no_errors(&self) {
        self.assert_no_errors_but(&[]);
    }

    /// As [`Page::assert_no_errors`], save for those that hold one of these texts: the faults that a test planted.
    #[track_caller]
    pub fn assert_no_errors_but(&self, planted: &[&str]) {
        // What the page has begun to say gets out first.
        self.run("new Promise((done) => setTimeout(done))");
        let errors = or_panic(self.errors(planted), "the console's log");
        assert!(
            errors.is_empty(),
            "the console holds errors:\n{}",
            errors.join("\n")
        );
    }
}
