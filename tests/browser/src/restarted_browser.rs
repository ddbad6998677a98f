//! A browser without a driver, on a profile that outlives it: closed, and started again.
//!
//! It cannot be asked anything. What its page sees, the page tells a server of the test.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;
use xtask::server::{self, Server};

use crate::engine::Engine;
use crate::process_group::Group;
use crate::temp_folder;
use crate::timeout::{self, Deadline};

/// Stands first in the page. Reports its state whenever that has changed, and does what the address's hash says.
const PROBE: &str = "<script>(() => {
  let told = '';
  let busy = false;
  let act = location.hash;
  async function look() {
    const ladder = document.querySelector('fix-ladder');
    const root = ladder && ladder.shadowRoot;
    const version = document.querySelector('.page-version');
    if (busy || !root || !version || ladder.dataset.state !== 'ready') return;
    busy = true;
    if (act === '#tick') root.querySelector('[data-step=stuck-wifi]').click();
    act = '';
    const workers = navigator.serviceWorker;
    const registration = await workers.getRegistration();
    const now = JSON.stringify({
      version: version.textContent,
      controlled: Boolean(workers.controller),
      cached: Boolean(registration && registration.active && registration.active.state === 'activated'),
      waiting: Boolean(registration && registration.waiting),
      offered: Boolean(document.querySelector('[data-offer=new-version]')),
      ticked: root.querySelectorAll('[data-step]:checked').length,
    });
    busy = false;
    if (now === told) return;
    told = now;
    fetch('{address}/seen?' + encodeURIComponent(now), { mode: 'no-cors' });
  }
  setInterval(look, 20);
})();</script>";

/// A profile, and the server that its pages tell what they see.
pub struct Profile {
    engine: Engine,
    folder: TempDir,
    told: Server,
}

/// A browser that runs on a profile, until it is closed.
pub struct Running<'a> {
    profile: &'a Profile,
    process: Group,
    helpers: Vec<Child>,
    /// How much was told before it began.
    told_before: usize,
}

impl Profile {
    /// A profile that nobody has used.
    pub fn new(engine: Engine) -> Result<Profile> {
        let told = server::start(server::Options::default())?;
        Ok(Profile { engine, folder: temp_folder::folder()?, told })
    }

    /// What the page's head must hold, and the origin that the page must be allowed to tell.
    pub fn probe(&self) -> (String, String) {
        let address = self.told.url("");
        (PROBE.replace("{address}", &address), address)
    }

    /// Starts the browser at an address.
    pub fn start(&self, url: &str) -> Result<Running<'_>> {
        let (mut command, helpers) = self.engine.alone(self.folder.path())?;
        command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // The browser's own processes are ended with it.
        let process = Group::start(&mut command)?;
        let told_before = self.told.requests().len();
        Ok(Running { profile: self, process, helpers, told_before })
    }
}

impl Running<'_> {
    /// Waits until the page sees what is wanted, and returns it: `version`, `controlled`, `cached`, `waiting`,
    /// `offered` and `ticked`.
    pub async fn until(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Result<Value> {
        timeout::until(what, async || {
            let seen = self.seen()?;
            let is_there = seen.last().is_some_and(&wanted);
            ensure!(is_there, "seen: {seen:?}");
            Ok(is_there)
        })
        .await?;
        self.seen()?.into_iter().rfind(&wanted).context("it has been seen")
    }

    /// Waits until a text that the page has stored is in a file: browsers take up to six seconds for it, and what
    /// is not in a file by then is lost when the process ends.
    pub async fn until_stored(&self, text: &str) -> Result<()> {
        self.until_in_a_file(&["local storage", "localstorage", "/ls/"], text).await
    }

    /// Waits until the name of a version's cache is in a file. Chromium takes five seconds for its list of caches,
    /// and one that is not in it is lost when the process ends; the others write it at once.
    pub async fn until_cached(&self, version: &str) -> Result<()> {
        match self.profile.engine {
            Engine::Chromium => self.until_in_a_file(&["cachestorage"], version).await,
            Engine::Firefox | Engine::WebKit => Ok(()),
        }
    }

    async fn until_in_a_file(&self, places: &[&str], text: &str) -> Result<()> {
        // As UTF-8, or as UTF-16 with its zeros between.
        let wide: String = text.chars().flat_map(|it| [it, '\0']).collect();
        let deadline = Deadline::new();
        while !holds(self.profile.folder.path(), places, &[text, &wide]) {
            if deadline.is_over() {
                return Err(deadline.missed(&format!("{text} is in a file of the profile")));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Everything that the page has seen, in order.
    pub fn seen(&self) -> Result<Vec<Value>> {
        let told = self.profile.told.requests().split_off(self.told_before);
        let seen = told.iter().filter_map(|it| it.strip_prefix("/seen?"));
        seen.map(|it| parse(it).with_context(|| format!("reading {it}"))).collect()
    }

    /// Closes the browser as a system does that shuts down: it is asked to, and given time. Firefox takes none of it.
    pub async fn close(self) -> Result<()> {
        self.process.ask_to_end()?;
        let deadline = Deadline::new();
        while !self.process.has_ended()? {
            if deadline.is_over() {
                return Err(deadline.missed("the browser ends"));
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        Ok(())
    }
}

/// Whether a file below this folder whose path names one of these places holds one of these texts.
fn holds(folder: &Path, places: &[&str], texts: &[&str]) -> bool {
    // What goes away meanwhile is of no interest.
    std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, places, texts);
        }
        let name = path.to_string_lossy().to_lowercase();
        let found = |bytes: Vec<u8>| {
            let content = String::from_utf8_lossy(&bytes);
            texts.iter().any(|text| content.contains(text))
        };
        places.iter().any(|it| name.contains(it)) && std::fs::read(&path).is_ok_and(found)
    })
}

/// From the query of an address.
fn parse(query: &str) -> Result<Value> {
    let pair = url::form_urlencoded::parse(query.as_bytes()).next();
    let (text, _) = pair.context("nothing was told")?;
    Ok(serde_json::from_str(&text)?)
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        // The browser ends right after its screen.
        for process in &mut self.helpers {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
