//! The style sheets of what is not in the first load. They come with its code.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, HtmlElement, ShadowRoot};

/// Adds a style sheet, of these one after the other, to the shadow root of a place. The loader sets the list of sheets each time it mounts an element, so that none is
/// added twice.
pub(crate) fn adopt(place: &HtmlElement, css: &[&str]) {
    let sheet = CssStyleSheet::new().and_then(|sheet| {
        sheet.replace_sync(&css.concat())?;
        Ok(sheet)
    });
    // Where there can be none, an exercise without them is better than none. A place that was taken out meanwhile is in no shadow root.
    if let (Ok(sheet), Ok(root)) = (sheet, place.get_root_node().dyn_into::<ShadowRoot>()) {
        root.adopted_style_sheets().push(&sheet);
    }
}
