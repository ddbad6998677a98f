//! Chromium by ChromeDriver, which passes on what the developer tools can do.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::{Value, json};

use super::command;
use super::screen::Screen;
use super::start::{Start, program};
use super::surroundings::Surroundings;

/// Nothing that reaches out, nothing that asks, and no sandbox, which root cannot have.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--disable-quic",
];

pub(super) fn start(port: u16, profile: &Path) -> Start {
    let mut driver = program("chromedriver");
    driver.arg(format!("--port={port}"));
    let profile = format!("--user-data-dir={}", profile.display());
    let mut flags: Vec<&str> = FLAGS.to_vec();
    flags.push(&profile);
    let capabilities = json!({ "goog:chromeOptions": { "args": flags } });
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    Start { driver, capabilities, helpers: Vec::new(), display: None }
}

/// The browser itself, without a driver, on a profile that stays.
pub(super) fn alone(profile: &Path) -> Command {
    let browser = xtask::setup::find_chromium().unwrap_or_else(|| "chromium".into());
    let mut command = Command::new(browser);
    command.args(FLAGS).arg(format!("--user-data-dir={}", profile.display()));
    command
}

pub(super) async fn surround(client: &Client, surroundings: &Surroundings) -> Result<()> {
    let is = |wanted: bool, yes: &'static str, no: &'static str| if wanted { yes } else { no };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": is(surroundings.dark, "dark", "light") },
        { "name": "forced-colors", "value": is(surroundings.forced_colors, "active", "none") },
        { "name": "prefers-reduced-motion", "value": is(surroundings.reduced_motion, "reduce", "no-preference") },
    ]});
    devtools(client, "Emulation.setEmulatedMedia", features).await?;
    if let Some(zone) = surroundings.time_zone {
        let zone = json!({ "timezoneId": zone });
        devtools(client, "Emulation.setTimezoneOverride", zone).await?;
    }
    Ok(())
}

pub(super) async fn set_screen(client: &Client, screen: Screen) -> Result<()> {
    let Screen { width, height } = screen;
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
}

/// A command of the developer tools, for the tab that has the attention.
pub async fn devtools(client: &Client, command: &'static str, parameters: Value) -> Result<Value> {
    let body = json!({ "cmd": command, "params": parameters });
    client
        .issue_cmd(command::Command::post("goog/cdp/execute", body))
        .await
        .with_context(|| format!("the developer tools' {command}"))
}
