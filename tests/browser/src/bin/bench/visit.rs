//! One visit to a page: a tab of its own, on a fast or a slow line, and what it is asked.

use anyhow::{Context, Result, bail};
use browser_tests::engine::{Engine, Screen};
use fantoccini::Client;
use serde_json::{Value, json};

use crate::stage::Stage;

/// How a visitor gets to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// As fast as this machine is.
    Fast,
    /// The processor four times slower, 1.6 Mbit/s down, 150 ms from a request to its answer.
    Slow,
}

/// A tab of its own, for one measurement.
pub struct Visit<'a> {
    pub stage: &'a Stage,
    pub client: &'a Client,
}

impl Stage {
    /// Goes to a blank page in a tab of its own, with nothing cached and nothing stored, and closes it afterwards.
    pub async fn visit<T>(
        &self,
        line: Line,
        act: impl AsyncFnOnce(&Visit<'_>) -> Result<T>,
    ) -> Result<T> {
        let client = &self.browser.client;
        let home = client.window().await?;
        let tab = client.new_window(true).await?.handle;
        client.switch_to_window(tab).await?;
        let visit = Visit { stage: self, client };
        let outcome = match visit.prepare(line).await {
            Ok(()) => act(&visit).await,
            Err(error) => Err(error),
        };
        client.close_window().await?;
        client.switch_to_window(home).await?;
        outcome
    }
}

impl Visit<'_> {
    /// Empties what earlier visits left, and goes to a blank page.
    pub async fn prepare(&self, line: Line) -> Result<()> {
        let screen = Screen { width: 412, height: 900 };
        Engine::Chromium.set_screen(self.client, screen).await?;
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.clearBrowserCache", json!({})).await?;
        let origin =
            json!({ "origin": self.stage.server.url(""), "storageTypes": "local_storage" });
        self.devtools("Storage.clearDataForOrigin", origin).await?;
        self.open("/blank.html").await?;
        // By the processor's time of the thread: what else runs on the machine does not count.
        let domain = json!({ "timeDomain": "threadTicks" });
        self.devtools("Performance.enable", domain).await?;
        if line == Line::Slow {
            let network = json!({
                "offline": false,
                "latency": 150,
                "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8,
            });
            self.devtools("Network.emulateNetworkConditions", network).await?;
            self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        }
        Ok(())
    }

    pub async fn open(&self, path: &str) -> Result<()> {
        let url = self.stage.server.url(path);
        self.client.goto(&url).await.with_context(|| format!("opening {path}"))
    }

    /// What a promise of the page's `bench` comes to.
    pub async fn ask(&self, call: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[0];
            Promise.race([bench.failed, bench.{call}]).then((it) => done({{ it }}), (error) => done({{ error: String(error) }}));"
        );
        let mut answer = self
            .client
            .execute_async(&script, Vec::new())
            .await
            .with_context(|| format!("asking for {call}"))?;
        if let Some(error) = answer["error"].as_str() {
            bail!("{call}: {error}");
        }
        Ok(answer["it"].take())
    }

    pub async fn ask_number(&self, call: &str) -> Result<f64> {
        self.ask(call).await?.as_f64().with_context(|| format!("{call} is no number"))
    }

    async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value> {
        self.stage.devtools(command, parameters).await
    }

    /// Milliseconds that the page's main thread has been busy.
    pub async fn busy(&self) -> Result<f64> {
        self.metric("TaskDuration").await
    }

    /// Milliseconds of the processor that the page's process has taken on all threads.
    pub async fn busy_in_all(&self) -> Result<f64> {
        self.metric("ProcessTime").await
    }

    async fn metric(&self, name: &str) -> Result<f64> {
        let metrics = self.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().context("no metrics")?;
        let found = metrics.iter().find(|it| it["name"] == name);
        let seconds = found.and_then(|it| it["value"].as_f64());
        Ok(seconds.with_context(|| format!("no {name}"))? * 1000.0)
    }

    /// Megabytes that scripts and the document hold, after what nobody needs has been collected.
    pub async fn memory(&self) -> Result<f64> {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        let usage = self.devtools("Runtime.getHeapUsage", json!({})).await?;
        let part = |name: &str| usage[name].as_f64().unwrap_or(0.0);
        let bytes = part("usedSize") + part("embedderHeapUsedSize") + part("backingStorageSize");
        Ok(bytes / 1e6)
    }

    /// Has the page hidden behind another tab while something is done. The driver's attention stays with the page.
    pub async fn hidden<T>(&self, act: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        let other = self.devtools("Target.createTarget", json!({ "url": "about:blank" })).await?;
        let outcome = match self.ask("hidden()").await {
            Ok(_) => act().await,
            Err(error) => Err(error),
        };
        let other = json!({ "targetId": other["targetId"] });
        self.devtools("Target.closeTarget", other).await?;
        outcome
    }
}
