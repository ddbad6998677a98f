//! What the element hands over: the document, the reader's language, and whom to tell.
//!
//! Knows the shape of the JavaScript object and nothing of what is done with it.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::messages::DEFAULT_LANG;

#[wasm_bindgen]
extern "C" {
    /// The object that `widget.js` passes to [`Mount`](super::mount::Mount).
    pub type MountOptions;

    /// The packed ladder; none where it is the one that is shown already.
    #[wasm_bindgen(method, getter, structural)]
    fn ladder(this: &MountOptions) -> Option<Vec<u8>>;

    /// What the ladder's name is followed by where its progress is kept.
    #[wasm_bindgen(method, getter, structural)]
    fn apart(this: &MountOptions) -> Option<String>;

    /// BCP 47: the page's language, or the browser's.
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &MountOptions) -> Option<String>;

    /// 2 to 5, for the widget's own title.
    #[wasm_bindgen(method, getter, structural, js_name = headingLevel)]
    fn heading_level(this: &MountOptions) -> Option<f64>;

    /// Whom to tell.
    #[wasm_bindgen(method, getter, structural)]
    fn listener(this: &MountOptions) -> Listener;

    /// `(name, speak)`: calls back in one page of those that ask under one name.
    #[wasm_bindgen(method, getter, structural)]
    fn alone(this: &MountOptions) -> Option<Function>;

    /// The element, which is told of each event that the page may hear, and of what the script itself has to
    /// know. What a page's own listener does or throws is no concern of the widget.
    #[derive(Clone, Debug, PartialEq)]
    pub type Listener;

    /// The ladder's id.
    #[wasm_bindgen(method, structural, catch)]
    pub fn ready(this: &Listener, ladder: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    pub fn change(
        this: &Listener,
        ladder: &str,
        rung: Option<String>,
        kind: &str,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    pub fn fixed(this: &Listener, ladder: &str, rung: &str, minutes: f64) -> Result<(), JsValue>;

    /// Something is stored under this key.
    #[wasm_bindgen(method, structural, catch)]
    pub fn stored(this: &Listener, key: &str) -> Result<(), JsValue>;

    /// Something else is about to be shown. True where all of it has to be drawn from the top.
    #[wasm_bindgen(method, structural, catch)]
    pub fn drawing(this: &Listener) -> Result<bool, JsValue>;

    /// What was to be shown is shown.
    #[wasm_bindgen(method, structural, catch)]
    pub fn drawn(this: &Listener) -> Result<(), JsValue>;
}

/// The options after reading: defaults filled in, numbers within their limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Packed. None: the one that is shown already.
    pub ladder: Option<Vec<u8>>,
    /// Empty but where a document from elsewhere has the id of a built-in ladder: then what no id can have.
    pub apart: String,
    /// BCP 47.
    pub lang: Rc<str>,
    /// 2 to 5.
    pub heading_level: u8,
    pub listener: Listener,
    pub voice: Voice,
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
            apart: raw.apart().unwrap_or_default(),
            lang: raw
                .lang()
                .filter(|lang| !lang.is_empty())
                .as_deref()
                .unwrap_or(DEFAULT_LANG)
                .into(),
            // `as` saturates, and makes 0 of what is not a number.
            heading_level: (raw.heading_level().unwrap_or(2.0) as u8).clamp(2, 5),
            listener: raw.listener(),
            voice: Voice(raw.alone()),
        }
    }
}
