//! A running browser: started with its driver and a profile of its own, and ended with both.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;

use super::drivers::Engine;
use super::start::Start;
use super::surroundings::Surroundings;
use super::x11::bring_to_front;
use crate::process_group::Group;
use crate::{temp_folder, timeout};

/// A browser that one session drives.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    processes: Processes,
}

/// What has to be ended and taken away with a browser, however it ends.
struct Processes {
    /// The browser is the driver's child: as a group both are ended.
    driver: Option<Group>,
    helpers: Vec<Child>,
    _profile: TempDir,
}

impl Browser {
    pub async fn start(engine: Engine) -> Result<Browser> {
        Browser::start_in(engine, &Surroundings::default()).await
    }

    /// # Errors
    ///
    /// What is missing, or what this engine cannot have around it.
    pub async fn start_in(engine: Engine, surroundings: &Surroundings) -> Result<Browser> {
        let mut tried = 0;
        loop {
            tried += 1;
            match Browser::try_to_start(engine, surroundings).await {
                // Its port was free, and then somebody else had it.
                Err(error) if tried < 3 && error.is::<PortTaken>() => {}
                outcome => return outcome,
            }
        }
    }

    async fn try_to_start(engine: Engine, surroundings: &Surroundings) -> Result<Browser> {
        // Free now. Drivers want to bind it themselves, so it cannot be reserved.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let profile = temp_folder::folder()?;
        let Start { mut driver, capabilities, helpers, display } =
            engine.start(port, profile.path(), surroundings)?;
        let mut processes = Processes { driver: None, helpers, _profile: profile };
        let driver = driver.stdout(Stdio::null()).stderr(Stdio::null());
        let group = Group::start(driver)?;
        let driver = SocketAddr::from(([127, 0, 0, 1], port));
        let listens = async || Ok(group.has_ended()? || TcpStream::connect(driver).is_ok());
        timeout::until("the driver listens", listens).await?;
        if group.has_ended()? {
            return Err(PortTaken.into());
        }
        processes.driver = Some(group);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let client = builder.connect(&address).await.context("opening a session")?;
        let limit = Some(timeout::DRIVER);
        let limits = TimeoutConfiguration::new(limit, limit, None);
        client.update_timeouts(limits).await.context("setting the driver's timeouts")?;
        let browser = Browser { engine, client, processes };
        if let Some(display) = display {
            bring_to_front(&display)?;
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

/// Of a driver that has ended before it listened.
#[derive(Debug)]
struct PortTaken;

impl std::fmt::Display for PortTaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the driver has ended before it listened; perhaps its port is taken")
    }
}

impl std::error::Error for PortTaken {}

impl Drop for Processes {
    fn drop(&mut self) {
        // First who writes into the profile, which goes last.
        drop(self.driver.take());
        for process in &mut self.helpers {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
