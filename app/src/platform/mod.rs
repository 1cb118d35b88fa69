//! The only calls to the browser: what the loader fetched, storage, clock, seed, pointers.

pub(crate) mod fetch;
pub(crate) mod storage;
pub(crate) mod styles;

use jalon_engine::session::Seed;
use jalon_engine::time::Moment;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// The clock.
pub(crate) fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a date after 1970"
    )]
    Moment(js_sys::Date::now() as u64)
}

/// A seed for a new attempt.
pub(crate) fn seed() -> Seed {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 0 to 2^32"
    )]
    Seed((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// An address as seen from anywhere. One that makes no sense stays as it is.
pub(crate) fn absolute(address: &str) -> String {
    let base = web_sys::window().and_then(|window| window.document()?.base_uri().ok()?);
    let url = web_sys::Url::new_with_base(address, &base.unwrap_or_default());
    url.map_or_else(|_| address.to_owned(), |url| url.href())
}

/// The day of a moment, as readers of a language write it.
pub(crate) fn date(at: Moment, lang: &str) -> String {
    #[expect(clippy::cast_precision_loss, reason = "dates stay below 2^53")]
    let date = js_sys::Date::new(&(at.0 as f64).into());
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object can't fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_string(lang, &options))
}

/// Has the element at which a pointer went down hear of it until it goes up, wherever it moves.
pub(crate) fn hold_pointer(event: &Event) {
    if let Some(target) = event.target() {
        let pointer: &PointerEvent = event.unchecked_ref();
        // One that is up again can't be held, and need not be.
        let _ = target
            .unchecked_into::<Element>()
            .set_pointer_capture(pointer.pointer_id());
    }
}

/// How far below the window's upper edge a pointer is.
pub(crate) fn pointer_height(event: &Event) -> f64 {
    f64::from(event.unchecked_ref::<PointerEvent>().client_y())
}
