//! The browser's local storage. Where it is blocked, full or broken by a page, every function says
//! so; none throws. Knows keys and values as text.
//!
//! `gloo-storage` hands over the storage; every call on it hands back what was thrown, which gloo's own
//! calls do not. The storage is asked for anew each time: a browser may block it at any moment.

use std::cell::RefCell;

use gloo_storage::Storage as _;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

thread_local! {
    /// What gloo is handed.
    static ASKED_FOR: RefCell<Option<Storage>> = const { RefCell::new(None) };
}

/// Local storage for gloo, asked for by us and once: gloo's own asks in a way that aborts where it is blocked.
struct Local;

impl gloo_storage::Storage for Local {
    fn raw() -> Storage {
        ASKED_FOR.take().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
    }
}

fn storage() -> Result<Storage, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let asked_for = window.local_storage()?.ok_or(JsValue::NULL)?;
    ASKED_FOR.set(Some(asked_for));
    Ok(Local::raw())
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

/// Whether the text is stored now.
pub fn write(key: &str, text: &str) -> bool {
    storage().is_ok_and(|storage| storage.set_item(key, text).is_ok())
}

/// Moves a value to another key. Where there is no room for it there, it stays where it is.
pub fn rename(from: &str, to: &str, value: &str) -> bool {
    let Ok(storage) = storage() else { return false };
    storage.set_item(to, value).is_ok() && storage.remove_item(from).is_ok()
}
