//! Where measurements happen: one browser, one server that compresses, and a fresh tab for each visit.

use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::engine::{Browser, Engine, Screen, chromium};
use fantoccini::Client;
use serde_json::{Value, json};
use xtask::bench::table::Row;
use xtask::bench::{ladders, sides};
use xtask::server::{self, Override, Server};

use crate::turns::row;

/// One of the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Hand,
    Widget,
}

impl Side {
    pub fn element(self) -> &'static str {
        match self {
            Side::Hand => "hand-ladder",
            Side::Widget => "fix-ladder",
        }
    }

    /// The tag that brings the script.
    pub fn script(self) -> &'static str {
        match self {
            Side::Hand => "<script async src=\"/reference.js\"></script>",
            Side::Widget => "<script async src=\"/fix-ladder.js\"></script>",
        }
    }

    /// So many elements that show a ladder, and their script.
    pub fn elements(self, attribute: &str, count: usize) -> String {
        let name = self.element();
        let element = format!("<{name} {attribute} loading=\"eager\"></{name}>");
        [element.repeat(count), self.script().to_owned()].concat()
    }
}

/// How a visitor gets to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// As fast as this machine is.
    Fast,
    /// The processor four times slower, 1.6 Mbit/s down, 150 ms from a request to its answer.
    Slow,
}

/// The id of the ladder that both scripts carry.
pub const SMALL: &str = "small";

const MEASURE: &str = include_str!("../../../../../bench/measure.js");
const STYLE: &str =
    "body{font:17px/1.6 Georgia,serif;max-width:38em;margin:2em auto;padding:0 1em;color:#22252a}";

pub struct Stage {
    browser: Browser,
    pub server: Server,
    /// Bytes on the wire until the first tick: by hand, the widget's script, everything of the widget.
    wire: [usize; 3],
}

impl Stage {
    pub async fn start() -> Result<Stage> {
        let small = ladders::small(SMALL);
        let server = server::start(server::Options::default())?;
        let reference = sides::reference(&small)?;
        let widget = sides::widget(&small)?;
        let size = |path: &str| {
            widget.iter().find(|sent| sent.path == path).map_or(0, |sent| sent.brotli.len())
        };
        let script = size("/fix-ladder.js");
        let wire = [reference.brotli.len(), script, script + size("/fix-ladder.wasm")];
        for sent in widget.iter().chain([&reference]) {
            server.set(&sent.path, sent.answer());
        }
        let browser = Browser::start(Engine::Chromium).await?;
        let stage = Stage { browser, server, wire };
        stage.put_page("/blank.html", "")?;
        Ok(stage)
    }

    pub async fn stop(self) {
        self.browser.stop().await;
    }

    /// A page of a post that holds this, alone in its group, so that times are as exact as browsers give them.
    pub fn put_page(&self, path: &str, content: &str) -> Result<()> {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A post</title>\
            <link rel=\"icon\" href=\"data:,\"><script>{MEASURE}</script><style>{STYLE}</style></head>\
            <body>{content}</body></html>"
        );
        let mut answer = sides::Sent::new(path, html.as_bytes())?.answer();
        for (name, value) in [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            answer.headers.push((name.to_owned(), value.to_owned()));
        }
        self.server.set(path, answer);
        Ok(())
    }

    pub fn put_document(&self, path: &str, document: &Value) -> Result<()> {
        let sent = sides::Sent::new(path, document.to_string().as_bytes())?;
        self.server.set(path, Override { ..sent.answer() });
        Ok(())
    }

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

    /// What goes over the wire, in kB.
    pub fn weights(&self) -> Vec<Row> {
        let [hand, script, all] = self.wire.map(|bytes| bytes as f64 / 1000.0);
        let weigh = |name: &str, ours| {
            let empty = row(name, None);
            Row { hand: vec![hand], ours: vec![ours], ..empty }
        };
        vec![
            weigh("the script, brotli kB", script),
            weigh("everything until the first tick, brotli kB", all),
        ]
    }

    /// What has to be known to read the figures.
    pub async fn machine(&self, runs: usize) -> Result<String> {
        let version = self.devtools("Browser.getVersion", json!({})).await?;
        let product = version["product"].as_str().unwrap_or_default().to_owned();
        let number = product.split_once('/').map_or("", |(_, number)| number);
        let cores = std::thread::available_parallelism()?;
        Ok(format!(
            "Chromium {number}, a machine with {cores} cores, medians of {runs} runs (least–most), in turns.\n"
        ))
    }

    async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value> {
        chromium::devtools(&self.browser.client, command, parameters).await
    }
}

/// A tab of its own, for one measurement.
pub struct Visit<'a> {
    pub stage: &'a Stage,
    client: &'a Client,
}

impl Visit<'_> {
    async fn prepare(&self, line: Line) -> Result<()> {
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
            anyhow::bail!("{call}: {error}");
        }
        Ok(answer["it"].take())
    }

    pub async fn ask_number(&self, call: &str) -> Result<f64> {
        self.ask(call).await?.as_f64().with_context(|| format!("{call} is no number"))
    }

    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value> {
        self.stage.devtools(command, parameters).await
    }

    /// Milliseconds that the page's main thread has been busy.
    pub async fn busy(&self) -> Result<f64> {
        let metrics = self.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().context("no metrics")?;
        let found = metrics.iter().find(|it| it["name"] == "TaskDuration");
        let seconds = found.and_then(|it| it["value"].as_f64()).context("no TaskDuration")?;
        Ok(seconds * 1000.0)
    }

    /// Megabytes that scripts and the document hold, after what nobody needs has been collected.
    pub async fn memory(&self) -> Result<f64> {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        let usage = self.devtools("Runtime.getHeapUsage", json!({})).await?;
        let part = |name: &str| usage[name].as_f64().unwrap_or(0.0);
        let bytes = part("usedSize") + part("embedderHeapUsedSize") + part("backingStorageSize");
        Ok(bytes / 1e6)
    }

    /// Hides the page behind another tab for a time.
    pub async fn hidden(&self, time: Duration) -> Result<()> {
        let this = self.client.window().await?;
        let other = self.client.new_window(true).await?.handle;
        tokio::time::sleep(time).await;
        self.client.switch_to_window(other).await?;
        self.client.close_window().await?;
        self.client.switch_to_window(this).await?;
        Ok(())
    }
}
