//! Which browsers there are, and which file does a thing for which of them. Knows nothing of how it is done.

use std::path::Path;

use anyhow::{Result, bail};
use fantoccini::Client;

use super::screen::{Screen, has_size};
use super::start::Start;
use super::surroundings::Surroundings;
use super::{chromium, firefox, webkit};

/// A browser that the tests can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser: the engine of Safari, on Linux.
    WebKit,
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

    pub(super) fn start(
        self,
        port: u16,
        profile: &Path,
        surroundings: &Surroundings,
    ) -> Result<Start> {
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
    pub(super) async fn surround(self, client: &Client, surroundings: &Surroundings) -> Result<()> {
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
