//! Firefox by geckodriver, which also runs scripts in the browser's own window, where Firefox's
//! developer tools can imitate other surroundings.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::{Value, json};

use super::command;
use super::screen::{Screen, until_size};
use super::start::{Start, program};
use super::surroundings::Surroundings;

/// What surrounds it is set as preferences: a page's own settings are lost where Firefox changes the
/// page's process.
pub(super) fn start(port: u16, profile: &Path, surroundings: &Surroundings) -> Result<Start> {
    std::fs::create_dir_all(profile).context("making a folder for profiles")?;
    let mut driver = program("geckodriver");
    driver.arg(format!("--port={port}"));
    // Any port that is free, since several browsers may run at once.
    driver.args(["--websocket-port=0", "--allow-system-access"]);
    driver.arg(format!("--profile-root={}", profile.display()));
    if let Some(zone) = surroundings.time_zone {
        driver.env("TZ", zone);
    }
    let preferences = json!({
        "layout.css.prefers-color-scheme.content-override": u8::from(!surroundings.dark),
        "ui.prefersReducedMotion": u8::from(surroundings.reduced_motion),
        // Each local file for itself, as readers have it; geckodriver lets all be one.
        "security.fileuri.strict_origin_policy": true,
        // Always the reader's own colours, or only where the page has none.
        "browser.display.document_color_use": if surroundings.forced_colors { 2 } else { 0 },
    });
    let mut options = json!({ "args": ["-headless"], "prefs": preferences });
    if let Some(binary) = xtask::setup::find_firefox() {
        options["binary"] = json!(binary);
    }
    let capabilities = json!({ "moz:firefoxOptions": options });
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    Ok(Start { driver, capabilities, helpers: Vec::new(), display: None })
}

/// What a browser does by itself when it is new.
const QUIET: &str = "user_pref('browser.shell.checkDefaultBrowser', false);
user_pref('browser.aboutwelcome.enabled', false);
user_pref('browser.startup.homepage_override.mstone', 'ignore');
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('toolkit.startup.max_resumed_crashes', -1);
user_pref('browser.sessionstore.resume_from_crash', false);
";

/// The browser itself, without a driver, on a profile that stays.
pub(super) fn alone(profile: &Path) -> Result<Command> {
    std::fs::create_dir_all(profile).context("making a folder for a profile")?;
    std::fs::write(profile.join("user.js"), QUIET)?;
    let browser = xtask::setup::find_firefox().unwrap_or_else(|| "firefox".into());
    let mut command = Command::new(browser);
    command.args(["-headless", "-no-remote", "-profile"]).arg(profile);
    Ok(command)
}

/// The window itself cannot be narrower than 500 pixels; the page in it can.
pub(super) async fn set_screen(client: &Client, screen: Screen) -> Result<()> {
    let script = "const style = gBrowser.selectedBrowser.style;
        for (const [side, length] of [['width', arguments[0]], ['height', arguments[1]]]) {
          for (const bound of ['min-', 'max-', '']) style.setProperty(bound + side, `${length}px`);
        }";
    in_the_browser(client, script, vec![json!(screen.width), json!(screen.height)]).await?;
    until_size(client, screen).await
}

/// Runs a script in the browser's own window.
pub async fn in_the_browser(client: &Client, script: &str, arguments: Vec<Value>) -> Result<Value> {
    let context = |name: &str| command::Command::post("moz/context", json!({ "context": name }));
    client.issue_cmd(context("chrome")).await.context("entering the browser's own window")?;
    let outcome = client.execute(script, arguments).await;
    client.issue_cmd(context("content")).await.context("leaving the browser's own window")?;
    outcome.with_context(|| format!("running {script} in the browser's own window"))
}
