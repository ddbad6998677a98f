//! A running browser: started with its driver and a profile of its own, and ended with both.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::{Engine, Start, Surroundings};
use crate::page::within;

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(20);

/// A browser that one session drives.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    processes: Processes,
}

/// What has to be ended and taken away with a browser, however it ends.
struct Processes {
    driver: Child,
    helpers: Vec<Child>,
    profile: PathBuf,
}

impl Browser {
    pub async fn start(engine: Engine) -> Result<Browser> {
        Browser::start_in(engine, &Surroundings::default()).await
    }

    /// # Errors
    ///
    /// What is missing, or what this engine cannot have around it.
    pub async fn start_in(engine: Engine, surroundings: &Surroundings) -> Result<Browser> {
        // Free now; nobody else is likely to take it before the driver does.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let own = format!("fix-ladder-{}-{}-{port}", engine.name(), std::process::id());
        let profile = std::env::temp_dir().join(own);
        let Start { mut driver, capabilities, helpers, display } =
            engine.start(port, &profile, surroundings)?;
        let driver = driver
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // The browser is the driver's child: as a group both can be ended.
            .process_group(0)
            .spawn()
            .with_context(|| format!("starting {:?}", driver.get_program()))?;
        let processes = Processes { driver, helpers, profile };
        let driver = SocketAddr::from(([127, 0, 0, 1], port));
        let listens = async || Ok(TcpStream::connect(driver).is_ok());
        within(START, "the driver listens", listens).await?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let client = builder.connect(&address).await.context("opening a session")?;
        let browser = Browser { engine, client, processes };
        if let Some(display) = display {
            super::desktop::bring_to_front(&display)?;
        }
        engine.surround(&browser.client, surroundings).await?;
        Ok(browser)
    }

    /// Ends the session, and with it the browser, the driver and the profile.
    pub async fn stop(self) {
        // What is gone already is no fault.
        let _ = self.client.close().await;
        drop(self.processes);
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        for process in self.helpers.iter_mut().chain([&mut self.driver]) {
            let _ = process.kill();
            let _ = process.wait();
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
