//! What systems are told of the installable app: its name, its colours, its pictures, its shortcuts.
//!
//! Knows which pictures there are, by name and size; `xtask/src/art.rs` makes them.

use fix_ladder_core::messages::{PageMessages, direction};
use serde_json::{Value, json};

use crate::build::ladders::built_in::BuiltIn;

/// The manifest of a page with these ladders.
pub fn manifest(ladders: &[BuiltIn], messages: &PageMessages) -> Value {
    let icon = |file: &str, size: &str, purpose: &str| json!({ "src": format!("app/{file}"), "sizes": size, "type": "image/png", "purpose": purpose });
    let screen = |name: &str, size: &str| {
        json!({ "src": format!("app/screen-{name}.png"), "sizes": size, "type": "image/png",
            "form_factor": name, "label": messages.screen })
    };
    let shortcuts: Vec<Value> = ladders
        .iter()
        .map(|it| {
            json!({ "name": it.ladder.title.plain(), "url": format!("./?ladder={}", it.id()),
                "icons": [icon("icon-192.png", "192x192", "any")] })
        })
        .collect();
    json!({
        "name": "Fix Ladder",
        "short_name": "Fix Ladder",
        "description": messages.about,
        "lang": messages.lang,
        "dir": direction(messages.lang),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f6f5f1",
        "theme_color": "#f6f5f1",
        "categories": ["utilities", "education"],
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
        "shortcuts": shortcuts,
        "screenshots": [screen("narrow", "780x1688"), screen("wide", "1280x800")],
    })
}
