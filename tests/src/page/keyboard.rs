//! The keyboard, and where it points.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::Value;

use super::Page;
use crate::keys::Stroke;
use crate::spot::Spot;
use crate::tree::Spoken;
use crate::wait::{Attempt, or_panic, until};

/// A ring may fade in, but nobody waits for it.
const RING_SHOWS: Duration = Duration::from_secs(1);

/// Its keyboard.
impl Page {
    /// Presses a key: "Tab", "Shift+Tab", "Space", "Enter", "Down", "Control+a", "x"...
    #[track_caller]
    pub fn press(&self, key: &str) {
        let pressed = Stroke::parse(key).and_then(|stroke| self.strike(&stroke));
        or_panic(pressed, &format!("pressing {key}"));
    }

    /// Types into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let typed = text
            .chars()
            .try_for_each(|c| self.strike(&Stroke::typing(c)));
        or_panic(typed, "typing");
    }

    pub(crate) fn strike(&self, stroke: &Stroke) -> Attempt<()> {
        stroke
            .events()
            .iter()
            .try_for_each(|event| self.command("Input.dispatchKeyEvent", event).map(drop))
    }

    /// What has the focus, shadow roots seen through.
    #[track_caller]
    #[must_use]
    pub fn focused(&self) -> Spoken {
        or_panic(
            self.focus().map(|(spoken, _)| spoken),
            "what has the focus?",
        )
    }

    /// What has the focus, and the DOM node behind it.
    fn focus(&self) -> Attempt<(Spoken, i64)> {
        let dom = self.dom_id(&self.object(include_str!("../script/focus.js"))?)?;
        let tree = self.tree()?;
        let nothing = || Spoken {
            role: "none".to_owned(),
            name: String::new(),
        };
        let node = tree.of_dom(dom);
        Ok((node.map_or_else(nothing, |node| node.spoken.clone()), dom))
    }

    /// Waits until a thing is there, then presses Tab until it has the focus; fails when the round
    /// of the page is done without.
    #[track_caller]
    pub fn tab_to(&self, wanted: &Spot) {
        wanted.is_there();
        let (mut passed, mut met) = (Vec::new(), HashSet::new());
        while !wanted.focused_now() {
            self.press("Tab");
            let (spoken, dom) = or_panic(self.focus(), "what has the focus?");
            passed.push(spoken.to_string());
            if !met.insert(dom) && !wanted.focused_now() {
                let passed = passed.join("\n  ");
                self.fail(&format!(
                    "Tab never comes to {wanted}, only to:\n  {passed}"
                ));
            }
        }
    }

    /// Fails if a person couldn't see where the focus is: no outline or shadow on what has it.
    #[track_caller]
    pub fn assert_focus_is_visible(&self) {
        let shown = until(RING_SHOWS, || {
            let focused = self.object(include_str!("../script/focus.js"))?;
            match self.call(&focused, include_str!("../script/ring.js"), &[])? {
                Value::Bool(true) => Ok(()),
                _ => Err(format!(
                    "{} has the focus, and nothing shows it",
                    self.focus()?.0
                )),
            }
        });
        if let Err(reason) = shown {
            self.fail(&reason);
        }
    }
}
