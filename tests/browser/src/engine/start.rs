//! How a browser is started: its driver, and what has to run beside it. Knows no browser.

use serde_json::{Map, Value};

/// One browser for one driver: how it is started.
pub(super) struct Start {
    pub(super) driver: std::process::Command,
    pub(super) capabilities: Map<String, Value>,
    /// Programs that have to run beside it.
    pub(super) helpers: Vec<std::process::Child>,
    /// The screen that it has for itself, by X11's name for it.
    pub(super) display: Option<String>,
}

/// A driver, wherever it is installed.
pub(super) fn program(name: &str) -> std::process::Command {
    std::process::Command::new(xtask::setup::find_program(name).unwrap_or_else(|| name.into()))
}
