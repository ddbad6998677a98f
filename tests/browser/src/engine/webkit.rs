//! WebKitGTK's MiniBrowser by WebKitWebDriver, on a screen of its own that nobody sees.
//!
//! Its surroundings are settings of the desktop, and have to be known when it starts.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};
use fantoccini::Client;
use serde_json::json;

use super::screen::{Screen, until_size};
use super::start::{Start, program};
use super::surroundings::Surroundings;

/// The browser's own tool bar is 447 pixels wide unless it is made small.
const SMALL_TOOL_BAR: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n";

pub(super) fn start(port: u16, profile: &Path, surroundings: &Surroundings) -> Result<Start> {
    if surroundings.forced_colors {
        bail!("WebKitGTK has no forced colours");
    }
    let Some(browser) = xtask::setup::find_mini_browser() else {
        bail!("WebKitGTK's MiniBrowser is not installed");
    };
    let settings = profile.join("gtk-3.0");
    fs::create_dir_all(&settings).context("making a folder for settings")?;
    fs::write(settings.join("gtk.css"), SMALL_TOOL_BAR)?;
    let animated = u8::from(!surroundings.reduced_motion);
    let lines = format!("[Settings]\ngtk-enable-animations={animated}\n");
    fs::write(settings.join("settings.ini"), lines)?;

    let (screen, display) = start_screen()?;
    let mut driver = program("WebKitWebDriver");
    driver.arg(format!("--port={port}"));
    settle(&mut driver, profile, &display);
    driver.env("GTK_THEME", if surroundings.dark { "Adwaita:dark" } else { "Adwaita" });
    if let Some(zone) = surroundings.time_zone {
        driver.env("TZ", zone);
    }
    let options = json!({
        "binary": browser,
        "args": ["--automation", "--javascript-can-open-windows-automatically=true"],
    });
    let capabilities = json!({ "webkitgtk:browserOptions": options });
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    Ok(Start { driver, capabilities, helpers: vec![screen], display: Some(display) })
}

/// Gives a program a screen, and a folder for everything that it keeps.
fn settle(program: &mut Command, profile: &Path, display: &str) {
    program.env("DISPLAY", display);
    for folder in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        program.env(folder, profile);
    }
    // What plug-ins GStreamer has is found out once, not by each browser with a new profile.
    program.env("GST_REGISTRY", xtask::target_folder().join("gstreamer-registry.bin"));
    // Its sandbox cannot be had as root.
    program.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
}

/// The browser itself, without a driver, on a profile that stays, and the screen that it has for itself.
/// With a driver it would keep nothing.
pub(super) fn alone(profile: &Path) -> Result<(Command, Child)> {
    let Some(browser) = xtask::setup::find_mini_browser() else {
        bail!("WebKitGTK's MiniBrowser is not installed");
    };
    fs::create_dir_all(profile).context("making a folder for a profile")?;
    let (screen, display) = start_screen()?;
    let mut command = Command::new(browser);
    settle(&mut command, profile, &display);
    Ok((command, screen))
}

/// A screen in memory, and its name.
fn start_screen() -> Result<(Child, String)> {
    let mut screen = program("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "2000x4000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("starting Xvfb")?;
    let mut number = String::new();
    if let Some(output) = screen.stdout.take() {
        BufReader::new(output).read_line(&mut number).context("reading Xvfb's display")?;
    }
    if number.trim().is_empty() {
        let _ = screen.kill();
        let _ = screen.wait();
        bail!("Xvfb does not start");
    }
    Ok((screen, format!(":{}", number.trim())))
}

/// How high the tool bar is, in CSS pixels: known from the first window, before anything is resized.
static TOOL_BAR: OnceLock<u32> = OnceLock::new();

/// Measures what only a running browser knows.
pub(super) async fn measure(client: &Client) -> Result<()> {
    let bar = client.execute("return outerHeight - innerHeight", Vec::new()).await?;
    let bar = bar.as_u64().and_then(|bar| u32::try_from(bar).ok());
    TOOL_BAR.get_or_init(|| bar.unwrap_or(0));
    Ok(())
}

/// The driver measures the window with its tool bar; the page takes its size a little later.
pub(super) async fn set_screen(client: &Client, screen: Screen) -> Result<()> {
    let bar = TOOL_BAR.get().copied().unwrap_or(0);
    client.set_window_rect(0, 0, screen.width, screen.height + bar).await?;
    until_size(client, screen).await
}
