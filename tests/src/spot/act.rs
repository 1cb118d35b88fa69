//! What one does to a thing: real input, where it stands.

use serde_json::{Value, json};

use super::Spot;
use crate::look::Look;
use crate::name::{any, plain};
use crate::wait::Attempt;

/// Doing.
impl Spot {
    /// Clicks with the mouse, where a person would; fails if something else is in the way.
    #[track_caller]
    pub fn click(&self) {
        self.wait_to("click", || {
            let (x, y) = self.point()?;
            for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
                let button = if kind == "mouseMoved" { "none" } else { "left" };
                let event =
                    json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
                self.page.command("Input.dispatchMouseEvent", &event)?;
            }
            Ok(())
        });
    }

    /// Touches with a finger.
    #[track_caller]
    pub fn tap(&self) {
        self.wait_to("tap", || {
            let (x, y) = self.point()?;
            let touch = |kind, points: Value| {
                self.page.command(
                    "Input.dispatchTouchEvent",
                    &json!({ "type": kind, "touchPoints": points }),
                )
            };
            touch("touchStart", json!([{ "x": x, "y": y }]))?;
            touch("touchEnd", json!([])).map(drop)
        });
    }

    /// Clicks a place in it, in percent of its width and height, whatever lies over it there.
    #[track_caller]
    pub fn click_at(&self, right: f64, down: f64) {
        self.wait_to("click a place in", || {
            let (x, y) = self.place(right, down)?;
            for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
                let button = if kind == "mouseMoved" { "none" } else { "left" };
                let event =
                    json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
                self.page.command("Input.dispatchMouseEvent", &event)?;
            }
            Ok(())
        });
    }

    /// Touches a place in it, in percent of its width and height, whatever lies over it there.
    #[track_caller]
    pub fn tap_at(&self, right: f64, down: f64) {
        self.wait_to("touch a place in", || {
            let (x, y) = self.place(right, down)?;
            for (kind, points) in [
                ("touchStart", json!([{ "x": x, "y": y }])),
                ("touchEnd", json!([])),
            ] {
                let event = json!({ "type": kind, "touchPoints": points });
                self.page.command("Input.dispatchTouchEvent", &event)?;
            }
            Ok(())
        });
    }

    fn place(&self, right: f64, down: f64) -> Attempt<(f64, f64)> {
        let (tree, at) = self.one()?;
        let script = "async function () {
            this.scrollIntoView({ block: 'center', behavior: 'instant' });
            await new Promise(requestAnimationFrame);
            const { x, y, width, height } = this.getBoundingClientRect();
            return { x, y, width, height };
        }";
        let place = self
            .page
            .call(&self.object_of(tree.node(at))?, script, &[])?;
        let number = |name: &str| place[name].as_f64().ok_or("it is nowhere".to_owned());
        let x = number("x")? + number("width")? * right / 100.0;
        let y = number("y")? + number("height")? * down / 100.0;
        Ok((x, y))
    }

    /// Moves the mouse over it.
    #[track_caller]
    pub fn hover(&self) {
        self.wait_to("hover over", || {
            let (x, y) = self.point()?;
            self.page
                .command(
                    "Input.dispatchMouseEvent",
                    &json!({ "type": "mouseMoved", "x": x, "y": y }),
                )
                .map(drop)
        });
    }

    /// Clicks a radio button or another choice, and waits until it is chosen.
    #[track_caller]
    pub fn choose(&self) {
        self.click();
        self.is_checked();
    }

    /// Ticks a checkbox; one that is ticked stays so.
    #[track_caller]
    pub fn tick(&self) {
        if self.checked() != "true" {
            self.click();
        }
        self.is_checked();
    }

    /// Clears a checkbox.
    #[track_caller]
    pub fn untick(&self) {
        if self.checked() == "true" {
            self.click();
        }
        self.is_not_checked();
    }

    /// Clicks into a field and types at the end of what is there.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.click();
        self.has_focus();
        self.page.press("Control+End");
        self.page.type_text(text);
    }

    /// Clicks into a field and deletes all that is there.
    #[track_caller]
    pub fn clear(&self) {
        self.click();
        self.has_focus();
        self.page.press("Control+a");
        self.page.press("Backspace");
        self.has_value("");
    }

    /// Picks from the list that opens over the page when a menu is clicked or touched. The list is the browser's own and not in the page,
    /// so its first letters find an option.
    #[track_caller]
    pub fn pick_from_list(&self, option: &str) {
        self.has_focus();
        self.page.type_text(option);
        self.page.press("Enter");
        self.has_value(option);
    }

    /// Goes from the top of a menu down to an option, by arrow keys.
    #[track_caller]
    pub fn select(&self, option: &str) {
        let option = plain(option);
        self.run("focus", "function () { this.focus() }");
        self.has_focus();
        self.page.press("Home");
        for _ in 0..self.option(any()).count() {
            let before = self.value();
            if plain(&before) == option {
                break;
            }
            self.page.press("Down");
            for _ in 0..20 {
                if self.value() != before {
                    break;
                }
            }
        }
        let chosen = plain(&self.value());
        assert_eq!(chosen, option, "chosen by arrows in {self}");
    }

    /// Brings it into view.
    #[track_caller]
    pub fn scroll_to(&self) {
        let there = "function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }) }";
        self.run("scroll to", there);
    }

    #[track_caller]
    fn run(&self, what: &str, script: &str) {
        self.wait_to(what, || {
            self.roots()?
                .iter()
                .try_for_each(|root| self.page.call(root, script, &[]).map(drop))
        });
    }

    /// Where to put the mouse: only if it may be used and nothing covers it.
    fn point(&self) -> Attempt<(f64, f64)> {
        let (tree, at) = self.one()?;
        let node = tree.node(at);
        if node.state("disabled") == "true" {
            return Err("it is disabled".to_owned());
        }
        let hit = self.page.call(
            &self.object_of(node)?,
            include_str!("../script/hit.js"),
            &[],
        )?;
        match (hit["x"].as_f64(), hit["y"].as_f64()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(hit["reason"].as_str().unwrap_or("it is nowhere").to_owned()),
        }
    }
}
