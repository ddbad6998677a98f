//! The browsers that the tests drive. What only one of them can do is in its own file, and nowhere else.

mod browser;
pub mod chromium;
mod command;
pub mod firefox;
mod webkit;
mod x11;

use std::path::Path;

use anyhow::{Result, bail, ensure};
use fantoccini::Client;
use serde_json::{Map, Value, json};

pub use browser::Browser;
pub use command::Command;

/// A browser that the tests can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser: the engine of Safari, on Linux.
    WebKit,
}

/// What surrounds a browser, as far as pages can tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings {
    pub dark: bool,
    /// The reader's own few colours instead of the page's. WebKitGTK has no such thing.
    pub forced_colors: bool,
    pub reduced_motion: bool,
    /// As in the tz database: `Pacific/Auckland`.
    pub time_zone: Option<&'static str>,
}

/// How large a window is on the inside, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
}

/// One browser for one driver: how it is started.
struct Start {
    driver: std::process::Command,
    capabilities: Map<String, Value>,
    /// Programs that have to run beside it.
    helpers: Vec<std::process::Child>,
    /// The screen that it has for itself, by X11's name for it.
    display: Option<String>,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Those named in `FIX_LADDER_ENGINES`, divided by commas; all where it is not set.
    pub fn wanted() -> Result<Vec<Engine>> {
        match std::env::var("FIX_LADDER_ENGINES") {
            Ok(names) => names.split(',').map(|name| Engine::named(name.trim())).collect(),
            Err(_) => Ok(Engine::ALL.to_vec()),
        }
    }

    fn named(name: &str) -> Result<Engine> {
        match Engine::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("no engine is called {name:?}; write chromium, firefox or webkit"),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    fn start(self, port: u16, profile: &Path, surroundings: &Surroundings) -> Result<Start> {
        match self {
            Engine::Chromium => Ok(chromium::start(port, profile)),
            Engine::Firefox => firefox::start(port, profile, surroundings),
            Engine::WebKit => webkit::start(port, profile, surroundings),
        }
    }

    /// The browser itself, without a driver, on a profile that stays, and what has to run beside it.
    pub(crate) fn alone(
        self,
        profile: &Path,
    ) -> Result<(std::process::Command, Vec<std::process::Child>)> {
        match self {
            Engine::Chromium => Ok((chromium::alone(profile), Vec::new())),
            Engine::Firefox => Ok((firefox::alone(profile)?, Vec::new())),
            Engine::WebKit => {
                webkit::alone(profile).map(|(command, screen)| (command, vec![screen]))
            }
        }
    }

    /// What can be set only once the browser runs.
    async fn surround(self, client: &Client, surroundings: &Surroundings) -> Result<()> {
        match self {
            Engine::Chromium => chromium::surround(client, surroundings).await,
            Engine::Firefox => Ok(()),
            Engine::WebKit => webkit::measure(client).await,
        }
    }

    /// Gives the window that has the attention this size.
    pub async fn set_screen(self, client: &Client, screen: Screen) -> Result<()> {
        // Most tests begin with the size that the one before has left. Chromium's is more than a size.
        if self != Engine::Chromium && has_size(client, screen).await? {
            return Ok(());
        }
        match self {
            Engine::Chromium => chromium::set_screen(client, screen).await,
            Engine::Firefox => firefox::set_screen(client, screen).await,
            Engine::WebKit => webkit::set_screen(client, screen).await,
        }
    }
}

/// A driver, wherever it is installed.
fn program(name: &str) -> std::process::Command {
    std::process::Command::new(xtask::setup::find_program(name).unwrap_or_else(|| name.into()))
}

async fn has_size(client: &Client, screen: Screen) -> Result<bool> {
    let seen = client.execute("return [innerWidth, innerHeight]", Vec::new()).await?;
    Ok(seen == json!([screen.width, screen.height]))
}

/// Waits until the page has been told of its new size, and has been drawn in it.
async fn until_size(client: &Client, screen: Screen) -> Result<()> {
    let script = "const [done] = arguments;
        requestAnimationFrame(() => done([innerWidth, innerHeight]));";
    let size = json!([screen.width, screen.height]);
    let arrived = async || {
        let seen = client.execute_async(script, Vec::new()).await?;
        ensure!(seen == size, "the page has the size {seen}, not {size}");
        Ok(true)
    };
    crate::timeout::until("the page has its size", arrived).await
}
