//! How a page is shown: its size, the reader's preferences, pictures of it.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::Page;
use crate::wait::{Attempt, or_panic};

/// How it is shown.
impl Page {
    /// Gives the viewport another size, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Switches between the dark and the light colour scheme.
    #[track_caller]
    pub fn dark(&self, on: bool) {
        self.prefer("prefers-color-scheme", if on { "dark" } else { "light" });
    }

    /// Switches the wish for reduced motion.
    #[track_caller]
    pub fn reduced_motion(&self, on: bool) {
        self.prefer(
            "prefers-reduced-motion",
            if on { "reduce" } else { "no-preference" },
        );
    }

    /// Switches forced colours, as high-contrast themes do.
    #[track_caller]
    pub fn forced_colors(&self, on: bool) {
        self.prefer("forced-colors", if on { "active" } else { "none" });
    }

    /// Shows the page as it would be printed, or as on a screen again.
    #[track_caller]
    pub fn as_printed(&self, on: bool) {
        self.tab.printed.set(on);
        self.apply_media();
    }

    #[track_caller]
    fn prefer(&self, feature: &'static str, value: &str) {
        self.tab
            .preferences
            .borrow_mut()
            .insert(feature, value.to_owned());
        self.apply_media();
    }

    #[track_caller]
    fn apply_media(&self) {
        let preferences = self.tab.preferences.borrow();
        let feature = |(name, value)| json!({ "name": name, "value": value });
        let features: Vec<Value> = preferences.iter().map(feature).collect();
        let media = if self.tab.printed.get() { "print" } else { "" };
        self.tell(
            "Emulation.setEmulatedMedia",
            &json!({ "media": media, "features": features }),
        );
    }

    /// Waits until fonts are loaded and every animation that ends has ended.
    #[track_caller]
    pub fn come_to_rest(&self) {
        self.run(include_str!("../script/rest.js"));
    }

    /// Writes a picture of the whole page, at rest, as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        self.come_to_rest();
        or_panic(self.picture(path.as_ref()), "the screenshot");
    }

    /// The page as a browser prints it on paper of this size, in millimetres: a PDF.
    #[track_caller]
    pub fn pdf(&self, width: f64, height: f64) -> Vec<u8> {
        let inches = |length: f64| length / 25.4;
        let paper = json!({ "paperWidth": inches(width), "paperHeight": inches(height) });
        let printed = self.tell("Page.printToPDF", &paper);
        let pdf = BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default());
        or_panic(pdf.map_err(|e| e.to_string()), "the PDF")
    }

    pub(crate) fn picture(&self, path: &Path) -> Attempt<()> {
        let metrics = self.command("Page.getLayoutMetrics", &json!({}))?;
        let mut clip = metrics["cssContentSize"].clone();
        clip["scale"] = json!(1);
        let taking = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let taken = self.command("Page.captureScreenshot", &taking)?;
        let png = BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default());
        let png = png.map_err(|e| e.to_string())?;
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        folder
            .and_then(|()| fs::write(path, png))
            .map_err(|e| format!("{}: {e}", path.display()))
    }

    /// Turns the mouse wheel over the middle of the page: down, or up if negative, in CSS pixels.
    #[track_caller]
    pub fn wheel(&self, pixels: i32) {
        let middle = self.run("[innerWidth / 2, innerHeight / 2]");
        let turn = json!({ "type": "mouseWheel", "x": middle[0], "y": middle[1], "deltaX": 0, "deltaY": pixels });
        self.tell("Input.dispatchMouseEvent", &turn);
    }

    /// Fails if the page is wider than its viewport, so that one would scroll sideways to read.
    #[track_caller]
    pub fn assert_fits_the_width(&self) {
        let widths = self
            .run("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]");
        assert!(
            widths[0].as_f64() <= widths[1].as_f64(),
            "the page is {} px wide, its viewport {}",
            widths[0],
            widths[1]
        );
    }
}
