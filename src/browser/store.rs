//! The browser's local storage. Where it is blocked, full or broken by a page, every function says
//! so; none throws.
//!
//! Writes go through `gloo-storage`, reads and removals through `web_sys::Storage`, whose every call
//! hands back what was thrown. The storage is asked for anew each time: a browser may block it at any
//! moment.

use std::cell::RefCell;

use gloo_storage::Storage as _;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

thread_local! {
    /// What gloo writes into.
    static HANDED_OVER: RefCell<Option<Storage>> = const { RefCell::new(None) };
}

/// Local storage for gloo, asked for by us: gloo's own asks in a way that aborts where it is blocked.
struct HandedOver;

impl gloo_storage::Storage for HandedOver {
    fn raw() -> Storage {
        // Nothing throws an `Error` of its own when it is written into, which gloo takes.
        HANDED_OVER.take().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
    }
}

fn storage() -> Result<Storage, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.local_storage()?.ok_or(JsValue::NULL)
}

/// The keys that begin with `prefix`, without it, and their values.
///
/// # Errors
///
/// What the browser threw: it may have been at any of the keys, and then none is handed over.
pub fn read_all(prefix: &str) -> Result<Vec<(String, String)>, JsValue> {
    let storage = storage()?;
    let length = storage.length()?;
    let mut found = Vec::new();
    for index in 0..length {
        // Another tab may remove a key while this one counts.
        let Some(key) = storage.key(index)? else { continue };
        let Some(name) = key.strip_prefix(prefix) else { continue };
        if let Some(value) = storage.get_item(&key)? {
            found.push((name.to_owned(), value));
        }
    }
    Ok(found)
}

/// # Errors
///
/// What the browser threw.
pub fn read(key: &str) -> Result<Option<String>, JsValue> {
    storage()?.get_item(key)
}

/// Whether the value is stored now.
///
/// gloo aborts where a page throws something that is no `Error`, so the same write is tried bare
/// first. A page that throws such a thing only at the second of two equal writes ends this instance
/// of the module, and the widget goes on in the next.
pub fn write<T: Serialize>(key: &str, value: &T) -> bool {
    let Ok(storage) = storage() else { return false };
    let tried = serde_json::to_string(value).is_ok_and(|text| storage.set_item(key, &text).is_ok());
    if !tried {
        return false;
    }
    HANDED_OVER.set(Some(storage));
    HandedOver::set(key, value).is_ok()
}

/// Moves a value to another key. Where there is no room for it there, it stays where it is.
pub fn rename(from: &str, to: &str, value: &str) -> bool {
    let Ok(storage) = storage() else { return false };
    storage.set_item(to, value).is_ok() && storage.remove_item(from).is_ok()
}
