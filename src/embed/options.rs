//! What the element hands over: the document, the reader's language, and whom to tell.
//!
//! Knows the shape of the JavaScript object and nothing of what is done with it.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that `widget.js` passes to [`Mount`](super::mount::Mount).
    pub type MountOptions;

    /// The packed ladder; none where it is the one that is shown already.
    #[wasm_bindgen(method, getter, structural)]
    fn ladder(this: &MountOptions) -> Option<Vec<u8>>;

    /// BCP 47: the page's language, or the browser's.
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &MountOptions) -> Option<String>;

    /// 2 to 5, for the widget's own title.
    #[wasm_bindgen(method, getter, structural, js_name = headingLevel)]
    fn heading_level(this: &MountOptions) -> Option<f64>;

    /// `(type, detail)`, called for each event that the page may hear, and for what the script
    /// itself has to know or answer: `stored`, `drawing`, `drawn`.
    #[wasm_bindgen(method, getter, structural, js_name = onEvent)]
    fn on_event(this: &MountOptions) -> Option<Function>;

    /// `(name, speak)`: calls back in one page of those that ask under one name.
    #[wasm_bindgen(method, getter, structural)]
    fn alone(this: &MountOptions) -> Option<Function>;
}

/// The options after reading: defaults filled in, numbers within their limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Packed. None: the one that is shown already.
    pub ladder: Option<Vec<u8>>,
    /// BCP 47.
    pub lang: Rc<str>,
    /// 2 to 5.
    pub heading_level: u8,
    pub listener: Listener,
    pub voice: Voice,
}

/// Whom to tell what the reader did.
#[derive(Clone, Debug, PartialEq)]
pub struct Listener(Option<Function>);

impl Listener {
    /// Tells the element of an event: the name without `fix-ladder-`, and the fields of its detail.
    /// What a page's own listener does or throws is no concern of the widget. True where the
    /// script answers so.
    pub fn tell(&self, event: &str, detail: &[(&str, JsValue)]) -> bool {
        let Some(function) = &self.0 else { return false };
        let object = Object::new();
        for (name, value) in detail {
            let _ = Reflect::set(&object, &JsValue::from_str(name), value);
        }
        let answer = function.call2(&JsValue::UNDEFINED, &JsValue::from_str(event), &object);
        answer.is_ok_and(|it| it.is_truthy())
    }
}

/// How one page is found that speaks for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice(Option<Function>);

impl Voice {
    /// Calls back in one page of those that ask under this name, now or a little later.
    pub fn alone(&self, name: &str, speak: impl FnOnce() + 'static) {
        match &self.0 {
            Some(function) => {
                let speak = Closure::once_into_js(speak);
                let _ = function.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), &speak);
            }
            None => speak(),
        }
    }
}

impl From<&MountOptions> for Options {
    fn from(raw: &MountOptions) -> Options {
        Options {
            ladder: raw.ladder(),
            lang: raw.lang().filter(|lang| !lang.is_empty()).as_deref().unwrap_or("en").into(),
            // `as` saturates, and makes 0 of what is not a number.
            heading_level: (raw.heading_level().unwrap_or(2.0) as u8).clamp(2, 5),
            listener: Listener(raw.on_event()),
            voice: Voice(raw.alone()),
        }
    }
}
