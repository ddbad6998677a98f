//! What a browser keeps of a page for times without a connection: its workers and its caches.
//!
//! Knows what browsers offer for it, and no file that is kept.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::Page;
use crate::app_site::Build;

/// One entry of a cache: the cache's name, the address, and the hash of what is kept, as `integrity` has it.
pub type Entry = (String, String, String);

const FORGET: &str = "localStorage.clear();
    for (const it of await navigator.serviceWorker.getRegistrations()) await it.unregister();
    for (const it of await caches.keys()) await caches.delete(it);";

/// Once a worker is active, and waits for nothing any more.
const ACTIVE: &str = "const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated') await new Promise((heard) =>
      active.addEventListener('statechange', heard, { once: true }));";

/// Asks for a new version, and says what has become of it.
const UPDATE: &str = "const registration = await navigator.serviceWorker.getRegistration();
    try { await registration.update(); } catch (error) { return 'refused'; }
    const worker = registration.installing;
    if (!worker) return registration.waiting ? 'installed' : 'nothing new';
    while (worker.state === 'installing') await new Promise((heard) =>
      worker.addEventListener('statechange', heard, { once: true }));
    return worker.state;";

/// The hash of a response.
const HASH: &str = "const hash = async (response) => {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
      return 'sha256-' + btoa(String.fromCharCode.apply(null, bytes)); };";

const KEPT: &str = "const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push([name, request.url, await hash(await cache.match(request))]);
      }
      if (!(await cache.keys()).length) kept.push([name, '', '']);
    }
    return kept;";

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

    /// Takes away everything that the origin of this page has kept.
    pub async fn forget_everything(&self) -> Result<()> {
        self.run_async(FORGET, &[]).await.map(drop)
    }

    /// Waits until the page is kept.
    pub async fn until_cached(&self) -> Result<()> {
        self.run_async(ACTIVE, &[]).await.map(drop)
    }

    /// Has the browser ask for a new version now, and returns what has become of it: `installed` and waiting,
    /// `redundant` where its files were not what they should be, `nothing new`, `refused` where there is no worker to be had.
    pub async fn look_for_update(&self) -> Result<String> {
        let outcome = self.run_async(UPDATE, &[]).await?;
        outcome.as_str().map(str::to_owned).context("no state of a worker")
    }

    /// Everything that the caches of the origin hold. A cache without entries has one without an address.
    pub async fn cached(&self) -> Result<Vec<Entry>> {
        Ok(serde_json::from_value(self.run_async(&format!("{HASH}{KEPT}"), &[]).await?)?)
    }

    /// Fails unless the caches hold exactly the page of this version, whole.
    pub async fn ensure_caches_only(&self, address: &str, build: &Build) -> Result<()> {
        let cache = format!("fix-ladder-app {address} {}", build.version);
        let expected = (cache, address.to_owned(), build.integrity.clone());
        let kept = self.cached().await?;
        ensure!(kept == [expected.clone()], "{kept:?} is kept, not {expected:?}");
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
