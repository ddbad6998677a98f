//! Service workers and caches of a page, as its browser has them.
//!
//! Knows the interfaces of browsers, and no file that is cached.

use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::app_site::Build;
use crate::test_page::Page;

/// One entry of a cache: the cache's name, the address, and the hash of what is cached, as `integrity` has it.
pub type Entry = (String, String, String);

const FORGET: &str = "localStorage.clear();
    for (const it of await navigator.serviceWorker.getRegistrations()) await it.unregister();
    for (const it of await caches.keys()) await caches.delete(it);";

/// Once a worker is active, and waits for nothing any more.
const ACTIVE: &str = "const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated') await new Promise((changed) =>
      active.addEventListener('statechange', changed, { once: true }));";

/// Asks for a new version, and says what has become of it.
const UPDATE: &str = "const registration = await navigator.serviceWorker.getRegistration();
    try { await registration.update(); } catch (error) { return 'refused'; }
    const worker = registration.installing || registration.waiting;
    if (!worker) return 'nothing new';
    while (worker.state === 'installing') await new Promise((changed) =>
      worker.addEventListener('statechange', changed, { once: true }));
    return worker.state;";

/// Which version waits.
const WAITING: &str = "const { waiting } = await navigator.serviceWorker.getRegistration();
    if (!waiting) return '';
    const { port1, port2 } = new MessageChannel();
    waiting.postMessage('are you a version', [port2]);
    return await new Promise((answered) => { port1.onmessage = ({ data }) => answered(data); });";

/// The hash of a response.
const HASH: &str = "const hash = async (response) => {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
      return 'sha256-' + btoa(String.fromCharCode.apply(null, bytes)); };";

const CACHED: &str = "const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push([name, request.url, await hash(await cache.match(request))]);
      }
      if (!(await cache.keys()).length) cached.push([name, '', '']);
    }
    return cached;";

const SHOWN: &str = "return [document.querySelector('.page-version').textContent,
      await hash(await fetch(location.href))];";

impl Page {
    /// Runs the body of an async function in the page, and returns what it returns.
    pub async fn run_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let whole = format!(
            "const done = arguments[arguments.length - 1];
            (async function () {{ {script} }}).apply(null, arguments).then(
              (value) => done(JSON.stringify([value, null])), (error) => done(JSON.stringify([null, String(error)])))"
        );
        let answer = self.client.execute_async(&whole, arguments.to_vec()).await;
        let answer = answer.with_context(|| format!("running {script}"))?;
        let answer = serde_json::from_str(answer.as_str().context("no answer")?)?;
        let (value, error): (Value, Option<String>) = answer;
        match error {
            Some(error) => bail!("{error}, running {script}"),
            None => Ok(value),
        }
    }

    /// Takes away everything that the origin of this page has stored and cached.
    pub async fn forget_everything(&self) -> Result<()> {
        self.run_async(FORGET, &[]).await.map(drop)
    }

    /// Waits until the service worker is active, and the page cached.
    pub async fn until_cached(&self) -> Result<()> {
        self.run_async(ACTIVE, &[]).await.map(drop)
    }

    /// Has the browser ask for a new version, and returns what has become of it: `installed` and waiting, `redundant`
    /// where its files were not what they should be, `refused` where there is no worker to be had.
    ///
    /// Browsers look by themselves a second after a page was opened. Asked in the middle of that, they answer with what
    /// they have found, which may have been asked for before the new version was there: then they are asked again.
    pub async fn look_for_update(&self) -> Result<String> {
        let found = Mutex::new(String::new());
        self.until("there is a new version", async || {
            let outcome = self.run_async(UPDATE, &[]).await?;
            let outcome = outcome.as_str().context("no state of a worker")?.to_owned();
            let is_new = outcome != "nothing new";
            *found.lock().unwrap_or_else(PoisonError::into_inner) = outcome;
            Ok(is_new)
        })
        .await?;
        Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until the version that waits is this one, and has the browser look for it until then.
    pub async fn until_waiting(&self, version: &str) -> Result<()> {
        self.until(&format!("version {version} waits"), async || {
            self.look_for_update().await?;
            Ok(self.run_async(WAITING, &[]).await? == version)
        })
        .await
    }

    /// Everything that the caches of the origin hold. A cache without entries has one without an address.
    pub async fn cached(&self) -> Result<Vec<Entry>> {
        Ok(serde_json::from_value(self.run_async(&format!("{HASH}{CACHED}"), &[]).await?)?)
    }

    /// The same without the ladders that a page can show besides its own.
    pub async fn cached_pages(&self) -> Result<Vec<Entry>> {
        let mut all = self.cached().await?;
        all.retain(|(cache, path, _)| {
            !cache.starts_with("fix-ladder-app ") || !path.contains("/ladders/")
        });
        Ok(all)
    }

    /// Fails unless the caches hold exactly the page of this version, whole, and the ladders that it can show besides.
    pub async fn ensure_caches_only(&self, address: &str, build: &Build) -> Result<()> {
        let cache = format!("fix-ladder-app {address} {}", build.version);
        let expected = (cache, address.to_owned(), build.integrity.clone());
        // Where a worker keeps the page anew, WebKit's cache is empty for a moment.
        let is_whole = async || Ok(self.cached_pages().await? == [expected.clone()]);
        if self
            .until("the page of this version is cached, and nothing else", is_whole)
            .await
            .is_ok()
        {
            return Ok(());
        }
        let cached = self.cached_pages().await?;
        ensure!(cached == [expected.clone()], "{cached:?} is cached, not {expected:?}");
        Ok(())
    }

    /// Fails unless the page that is shown is this version, and its bytes are those that were deployed.
    pub async fn ensure_shows(&self, build: &Build) -> Result<()> {
        self.widget().ready().await?;
        let shown = self.run_async(&format!("{HASH}{SHOWN}"), &[]).await?;
        let expected = json!([format!("Version {}", build.version), build.integrity]);
        ensure!(shown == expected, "{shown} is shown, not {expected}");
        self.ensure_no_errors().await
    }

    /// Whether a worker stands between this page and the network.
    pub async fn is_controlled(&self) -> Result<bool> {
        Ok(self.run("return Boolean(navigator.serviceWorker.controller)", &[]).await?
            == json!(true))
    }
}
