//! The browsers: how each is started and what only it can do. A new one is added here and nowhere else.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

/// A browser that the tests can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
}

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(20);

impl Engine {
    /// Those named in `FIX_LADDER_ENGINES`, divided by commas; Chromium where it is not set.
    pub fn wanted() -> Result<Vec<Engine>> {
        let names = std::env::var("FIX_LADDER_ENGINES").unwrap_or_else(|_| "chromium".to_owned());
        names.split(',').map(|name| Engine::named(name.trim())).collect()
    }

    fn named(name: &str) -> Result<Engine> {
        match name {
            "chromium" => Ok(Engine::Chromium),
            _ => bail!("no engine is called {name:?}; write chromium"),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
        }
    }

    fn driver(self, port: u16) -> Command {
        match self {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
        }
    }

    fn capabilities(self, profile: &Path) -> Map<String, Value> {
        let capabilities = match self {
            Engine::Chromium => {
                let profile = format!("--user-data-dir={}", profile.display());
                let mut flags: Vec<&str> = CHROMIUM_FLAGS.to_vec();
                flags.push(&profile);
                json!({ "goog:chromeOptions": { "args": flags } })
            }
        };
        capabilities.as_object().cloned().unwrap_or_default()
    }
}

/// Nothing that reaches out, nothing that asks, and no sandbox, which root cannot have.
const CHROMIUM_FLAGS: [&str; 9] = [
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

/// A running browser with its driver and a profile of its own.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    driver: Child,
    profile: PathBuf,
}

impl Browser {
    pub async fn start(engine: Engine) -> Result<Browser> {
        // Free now; nobody else is likely to take it before the driver does.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let profile = std::env::temp_dir().join(format!("fix-ladder-{}-{port}", engine.name()));
        let mut command = engine.driver(port);
        let mut driver = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {:?}", command.get_program()))?;
        let started = wait_for(SocketAddr::from(([127, 0, 0, 1], port))).await;
        let session = match started {
            Ok(()) => {
                let address = format!("http://127.0.0.1:{port}");
                let mut builder = ClientBuilder::new(HttpConnector::new());
                builder.capabilities(engine.capabilities(&profile));
                builder.connect(&address).await.context("opening a session")
            }
            Err(error) => Err(error),
        };
        match session {
            Ok(client) => Ok(Browser { engine, client, driver, profile }),
            Err(error) => {
                let _ = driver.kill();
                let _ = driver.wait();
                Err(error)
            }
        }
    }

    /// Ends the session, the driver and the profile. What is gone already is no fault.
    pub async fn stop(mut self) {
        let _ = self.client.close().await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

async fn wait_for(address: SocketAddr) -> Result<()> {
    let deadline = Instant::now() + START;
    while TcpStream::connect(address).is_err() {
        if Instant::now() > deadline {
            bail!("the driver does not listen at {address}");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// How a screen looks, for pictures and for tests of narrow places.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    pub height: u32,
    pub dark: bool,
}

/// Shows the page on such a screen from now on.
pub async fn set_screen(engine: Engine, client: &Client, screen: Screen) -> Result<()> {
    match engine {
        Engine::Chromium => {
            let Screen { width, height, dark } = screen;
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await?;
            let scheme = if dark { "dark" } else { "light" };
            let features =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            devtools(client, "Emulation.setEmulatedMedia", features).await?;
        }
    }
    Ok(())
}

/// Takes back what [`set_screen`] did.
pub async fn reset_screen(engine: Engine, client: &Client) -> Result<()> {
    match engine {
        Engine::Chromium => {
            devtools(client, "Emulation.clearDeviceMetricsOverride", json!({})).await?;
            devtools(client, "Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
        }
    }
    Ok(())
}

/// A command of the developer tools, which chromedriver passes on.
async fn devtools(client: &Client, command: &'static str, parameters: Value) -> Result<()> {
    client
        .issue_cmd(Devtools { command, parameters })
        .await
        .with_context(|| format!("the developer tools' {command}"))?;
    Ok(())
}

#[derive(Debug)]
struct Devtools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
