//! Firefox by geckodriver, which also runs scripts in the browser's own window: there lives what
//! Firefox's developer tools can pretend.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fantoccini::Client;
use serde_json::{Value, json};

use super::{Screen, Start, Surroundings};

pub(super) fn start(port: u16, profile: &Path) -> Result<Start> {
    std::fs::create_dir_all(profile).context("making a folder for profiles")?;
    let mut driver = Command::new("geckodriver");
    driver.arg(format!("--port={port}"));
    // Any port that is free, since several browsers may run at once.
    driver.args(["--websocket-port=0", "--allow-system-access"]);
    driver.arg(format!("--profile-root={}", profile.display()));
    // As every reader's Firefox has it; its driver alone switches it off.
    let preferences = json!({ "fission.bfcacheInParent": true });
    let mut options = json!({ "args": ["-headless"], "prefs": preferences });
    if let Some(binary) = xtask::setup::find_firefox() {
        options["binary"] = json!(binary);
    }
    let capabilities = json!({ "moz:firefoxOptions": options });
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    Ok(Start { driver, capabilities, helpers: Vec::new() })
}

pub(super) async fn surround(client: &Client, surroundings: &Surroundings) -> Result<()> {
    let script = "const tab = gBrowser.selectedBrowser.browsingContext;
        tab.prefersColorSchemeOverride = arguments[0] ? 'dark' : 'light';
        tab.forcedColorsOverride = arguments[1] ? 'active' : 'none';
        tab.prefersReducedMotionOverride = arguments[2] ? 'reduce' : 'no-preference';
        if (arguments[3]) tab.timezoneOverride = arguments[3];";
    let arguments = vec![
        json!(surroundings.dark),
        json!(surroundings.forced_colors),
        json!(surroundings.reduced_motion),
        json!(surroundings.time_zone),
    ];
    in_the_browser(client, script, arguments).await.map(drop)
}

/// The window itself cannot be narrower than 500 pixels; the page in it can.
pub(super) async fn set_screen(client: &Client, screen: Screen) -> Result<()> {
    let script = "const style = gBrowser.selectedBrowser.style;
        for (const [side, length] of [['width', arguments[0]], ['height', arguments[1]]]) {
          for (const bound of ['min-', 'max-', '']) style.setProperty(bound + side, `${length}px`);
        }";
    in_the_browser(client, script, vec![json!(screen.width), json!(screen.height)]).await?;
    // The page is told of its new size a little later.
    let script = "const [width, height, done] = arguments;
        const look = () => innerWidth === width && innerHeight === height ? done(true) : requestAnimationFrame(look);
        look();";
    let arrived =
        client.execute_async(script, vec![json!(screen.width), json!(screen.height)]).await?;
    ensure!(arrived == json!(true), "the page did not take the size {screen:?}");
    Ok(())
}

/// Runs a script in the browser's own window.
pub async fn in_the_browser(client: &Client, script: &str, arguments: Vec<Value>) -> Result<Value> {
    let context = |name: &str| super::Command::post("moz/context", json!({ "context": name }));
    client.issue_cmd(context("chrome")).await.context("entering the browser's own window")?;
    let outcome = client.execute(script, arguments).await;
    client.issue_cmd(context("content")).await.context("leaving the browser's own window")?;
    outcome.with_context(|| format!("running {script} in the browser's own window"))
}
