//! The browser's local storage. Where it is blocked or full, every function says so; none throws.
//!
//! Writes go through `gloo-storage`. Reads and removals go through `web_sys::Storage`: gloo's own
//! would abort the module where storage is blocked.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The keys that begin with `prefix`, without it, and their values. None where storage is blocked.
pub fn read_all(prefix: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let length = storage.length().ok()?;
    let mut found = Vec::new();
    for index in 0..length {
        // Another tab may remove a key while this one counts.
        let Some(key) = storage.key(index).ok()? else { continue };
        let Some(name) = key.strip_prefix(prefix) else { continue };
        if let Some(value) = storage.get_item(&key).ok()? {
            found.push((name.to_owned(), value));
        }
    }
    Some(found)
}

pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Whether the value is stored now.
pub fn write<T: Serialize>(key: &str, value: &T) -> bool {
    // gloo asks for the storage in a way that aborts where it is blocked, so ask first.
    storage().is_some() && LocalStorage::set(key, value).is_ok()
}

/// Moves a value to another key. Where there is no room for it there, it stays where it is.
pub fn rename(from: &str, to: &str, value: &str) -> bool {
    let Some(storage) = storage() else { return false };
    storage.set_item(to, value).is_ok() && storage.remove_item(from).is_ok()
}
