//! Attributes, properties and listeners on the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use crate::call::Handle;
use crate::effect::Job;
use crate::element::{Attribute, Value};

use crate::value::Text;

/// An attribute, a property or a listener of an element on the page.
pub(crate) struct Attached {
    pub(crate) name: &'static str,
    held: Held,
}

enum Held {
    /// An attribute, and what it is set to. Kept here, since asking the page costs more than telling it.
    Static(Text),
    Property,
    #[expect(dead_code, reason = "held for its drop")]
    Effect(RenderEffect<()>),
    Listener(Listener),
}

impl Held {
    fn effect(job: Job) -> Self {
        Self::Effect(job.start())
    }
}

impl Attached {
    /// Attaches something to an element that is new.
    pub(crate) fn new(element: &Element, attribute: Attribute) -> Self {
        let mut new = Self {
            name: attribute.name,
            held: Held::Property,
        };
        new.replace(element, attribute.value);
        new
    }

    /// Sets it to another value of the same name.
    pub(crate) fn replace(&mut self, element: &Element, value: Value) {
        let name = self.name;
        if let (Held::Listener(listener), Value::Listener(handler)) = (&self.held, &value) {
            listener.handler.replace(handler.clone());
            return;
        }
        self.held = match value {
            Value::Attribute(value) => {
                let former = match &self.held {
                    Held::Static(value) => Some(value),
                    _ => None,
                };
                set_attribute(element, name, former, &value);
                Held::Static(value)
            }
            Value::ReactiveAttribute(value) => Held::effect(Job::Attribute {
                element: element.clone(),
                name,
                value,
                former: RefCell::default(),
            }),
            Value::Property(value) => {
                set_property(element, name, &value);
                Held::Property
            }
            Value::ReactiveProperty(value) => Held::effect(Job::Property {
                element: element.clone(),
                name,
                value,
            }),
            Value::Listener(handler) => Held::Listener(Listener::new(element, name, handler)),
        };
    }
}

/// A listener of the browser's, which calls the handler that there is now.
struct Listener {
    element: Element,
    event: &'static str,
    handler: Rc<RefCell<Rc<dyn Handle>>>,
    call: Closure<dyn Fn(Event)>,
}

impl Listener {
    fn new(element: &Element, event: &'static str, handler: Rc<dyn Handle>) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let now = handler.clone();
        let call = Closure::<dyn Fn(Event)>::new(move |event| {
            // Cloned first: the handler may have itself replaced.
            let handler = now.borrow().clone();
            handler.handle(event);
        });
        // It can't fail.
        let _ = element.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        Self {
            element: element.clone(),
            event,
            handler,
            call,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        // It can't fail.
        let _ = self
            .element
            .remove_event_listener_with_callback(self.event, call);
    }
}

/// Sets an attribute, unless that is what it was set to before.
#[inline(never)]
pub(crate) fn set_attribute(element: &Element, name: &str, former: Option<&Text>, value: &Text) {
    if former == Some(value) {
        return;
    }
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

/// Sets a property, unless that is its value already: setting a text again would disturb an input method.
#[inline(never)]
pub(crate) fn set_property(element: &Element, name: &str, value: &JsValue) {
    let key = JsValue::from_str(name);
    if Reflect::get(element, &key).as_ref() != Ok(value) {
        // It fails where the property is read-only, and then has no effect.
        let _ = Reflect::set(element, &key, value);
    }
}
