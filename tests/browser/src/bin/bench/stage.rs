//! Where measurements happen: one browser, one server that compresses, and a fresh tab for each visit.

use anyhow::Result;
use browser_tests::engine::{Browser, Engine, chromium};
use serde_json::{Value, json};
use xtask::bench::ladders;
use xtask::bench::sides::{self, Sent};
use xtask::bench::table::Row;
use xtask::server::{self, Override, Server};

use crate::turns::row;

/// The id of the ladder that both scripts carry.
pub const SMALL: &str = "small";

const MEASURE: &str = include_str!("../../../../../bench/measure.js");
const STYLE: &str =
    "body{font:17px/1.6 Georgia,serif;max-width:38em;margin:2em auto;padding:0 1em;color:#22252a}";

/// What both sides send.
pub struct Files {
    reference: Sent,
    widget: Vec<Sent>,
    /// The address of the module that the widget begins with.
    module: String,
}

impl Files {
    /// Call it where nothing asynchronous runs: the first view is drawn by a runtime of its own.
    pub fn made() -> Result<Files> {
        let small = ladders::small(SMALL);
        let (widget, module) = sides::widget(&small)?;
        Ok(Files { reference: sides::reference(&small)?, widget, module })
    }
}

pub struct Stage {
    pub browser: Browser,
    pub server: Server,
    /// Bytes on the wire until the first tick: by hand, the widget's script, everything of the widget.
    wire: [usize; 3],
    module: String,
}

impl Stage {
    pub async fn start(files: Files) -> Result<Stage> {
        let Files { reference, widget, module } = files;
        let server = server::start(server::Options::default())?;
        let size = |path: &str| {
            widget.iter().find(|sent| sent.path == path).map_or(0, |sent| sent.brotli.len())
        };
        let script = size("/fix-ladder.js");
        let wire = [reference.brotli.len(), script, script + size("/fix-ladder.wasm")];
        for sent in widget.iter().chain([&reference]) {
            server.set(&sent.path, sent.answer());
        }
        let browser = Browser::start(Engine::Chromium).await?;
        let stage = Stage { browser, server, wire, module };
        stage.put_page("/blank.html", "")?;
        Ok(stage)
    }

    pub async fn stop(self) {
        self.browser.stop().await;
    }

    /// A page of a post that holds this, alone in its group, so that times are as exact as browsers give them.
    pub fn put_page(&self, path: &str, content: &str) -> Result<()> {
        self.put_page_with(path, "", content)
    }

    /// The same with something more at the end of its head.
    pub fn put_page_with(&self, path: &str, head: &str, content: &str) -> Result<()> {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A post</title>\
            <link rel=\"icon\" href=\"data:,\"><script>{MEASURE}</script><style>{STYLE}</style>{head}</head>\
            <body>{content}</body></html>"
        );
        let mut answer = Sent::new(path, html.as_bytes())?.answer();
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
        let sent = Sent::new(path, document.to_string().as_bytes())?;
        self.server.set(path, Override { ..sent.answer() });
        Ok(())
    }

    pub fn put_picture(&self, path: &str, bytes: &[u8]) {
        let body = Some(bytes.to_vec());
        self.server.set(path, Override { body, ..Override::default() });
    }

    /// The address of the module, as the script asks for it.
    pub fn module(&self) -> &str {
        &self.module
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

    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value> {
        chromium::devtools(&self.browser.client, command, parameters).await
    }
}
