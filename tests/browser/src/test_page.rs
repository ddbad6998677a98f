//! One page of one test: opening, waiting, the clock, storage, errors, pictures.
//!
//! Knows pages; what is inside a widget is found by [`Widget`](crate::Widget).

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::elements::ElementRef;
use serde_json::{Value, json};
use xtask::server::{self, Server};

use crate::engine::{Engine, Screen};
use crate::tab::Tab;
use crate::timeout;

/// The screen of a test that asks for no other.
pub const USUAL: Screen = Screen { width: 1000, height: 800 };

/// The key under which WebDriver hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page of a test, with the server that it comes from.
pub struct Page {
    pub engine: Engine,
    pub client: Client,
    /// Serves `dist/`, then this package's folder: `/pages/…`.
    pub server: Server,
    /// The tab that the test began in.
    pub(crate) home: Tab,
}

impl Page {
    /// A fresh origin with empty storage, at a blank page.
    pub async fn new(engine: Engine, client: Client) -> Result<Page> {
        let dist = xtask::dist_folder();
        if !dist.join("fix-ladder.wasm").exists() {
            bail!("dist/ is not built; run `cargo xtask build`");
        }
        let here = xtask::project_root().join("tests/browser");
        let server = server::start(server::Options {
            folders: vec![dist, here],
            into_pages: "<script src=\"/pages/harness.js\"></script>",
            ..server::Options::default()
        })?;
        let home = Tab::with_the_attention(&client).await?;
        let page = Page { engine, client, server, home };
        // A port may come back, and with it the storage of the test that had it before.
        page.open("/pages/blank.html").await?;
        page.set_screen(USUAL).await?;
        page.run("localStorage.clear(); sessionStorage.clear(); window.name = '';", &[]).await?;
        Ok(page)
    }

    /// Opens a path of the server, and returns when the page has loaded.
    pub async fn open(&self, path: &str) -> Result<()> {
        let url = self.server.url(path);
        self.client.goto(&url).await.with_context(|| format!("opening {path}"))
    }

    /// Opens a page with this body, as if it were a file of the server.
    pub async fn open_body(&self, body: &str) -> Result<()> {
        self.open_html(&format!("<body>{body}</body>")).await
    }

    /// Opens a page with this in and after its head.
    pub async fn open_html(&self, html: &str) -> Result<()> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A test</title>{html}</html>"
        );
        let body = Some(page.into_bytes());
        self.server.set("/test.html", server::Override { body, ..Default::default() });
        self.open("/test.html").await
    }

    pub async fn reload(&self) -> Result<()> {
        self.client.refresh().await.context("reloading")
    }

    /// Runs the body of a function in the page. Its arguments are `arguments`.
    ///
    /// Firefox runs it beside the page's own scripts: it sees what is on `window`, but no `const` or
    /// `let` of theirs, and a plain `Date` or `Node` is not the page's; `window.Date` is.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.client
            .execute(script, arguments.to_vec())
            .await
            .with_context(|| format!("running {script}"))
    }

    /// The element that a script returns, if it returns one.
    pub async fn run_for_element(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Option<Element>> {
        let found = self.run(script, arguments).await?;
        let id = found.get(ELEMENT).and_then(Value::as_str);
        Ok(id.map(|id| {
            Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))
        }))
    }

    /// Waits until a condition holds; `what` ends the sentence "not within … s".
    pub async fn until(&self, what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
        timeout::until(what, condition).await
    }

    /// Waits until an expression of the page is true.
    pub async fn until_true(&self, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        self.until(expression, async || Ok(self.run(&script, &[]).await? == json!(true))).await
    }

    /// Returns once the page has ended what it is at. WebKit's driver answers a click between the event
    /// and the microtasks that follow it, and Yew renders what takes longer than 16 ms in several turns.
    pub async fn take_a_turn(&self) -> Result<()> {
        let script = "const [done] = arguments;
            const look = () => (window.__due && window.__due() ? setTimeout(look) : done());
            setTimeout(look)";
        let turn = self.client.execute_async(script, Vec::new());
        turn.await.context("waiting for the page's next turn").map(drop)
    }

    /// Moves the page's clock, as a sleep of the device would: no timer runs in between.
    pub async fn advance(&self, by: Duration) -> Result<()> {
        let milliseconds = json!(i64::try_from(by.as_millis())?);
        self.run("__advance(arguments[0])", &[milliseconds]).await.map(drop)
    }

    /// Sets the page's clock back.
    pub async fn set_back(&self, by: Duration) -> Result<()> {
        let milliseconds = json!(-i64::try_from(by.as_millis())?);
        self.run("__advance(arguments[0])", &[milliseconds]).await.map(drop)
    }

    /// What the page's own clock says, in milliseconds since 1970.
    pub async fn now(&self) -> Result<i64> {
        self.run("return window.Date.now()", &[]).await?.as_i64().context("no time")
    }

    /// Every key of the page's local storage, sorted.
    pub async fn stored_keys(&self) -> Result<Vec<String>> {
        strings(self.run("return Object.keys(localStorage).sort()", &[]).await?)
    }

    pub async fn stored(&self, key: &str) -> Result<Option<String>> {
        let value = self.run("return localStorage.getItem(arguments[0])", &[json!(key)]).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    pub async fn store(&self, key: &str, value: &str) -> Result<()> {
        let script = "localStorage.setItem(arguments[0], arguments[1])";
        self.run(script, &[json!(key), json!(value)]).await.map(drop)
    }

    /// What went wrong in the page since it was loaded or last asked: uncaught errors, rejections, console errors.
    /// A test that leaves any there fails.
    pub async fn take_errors(&self) -> Result<Vec<String>> {
        strings(self.run("return (window.__errors || []).splice(0)", &[]).await?)
    }

    /// Fails where something went wrong in the page that no test has asked for.
    pub async fn ensure_no_errors(&self) -> Result<()> {
        let errors = self.take_errors().await?;
        if !errors.is_empty() {
            bail!("the page has errors:\n  {}", errors.join("\n  "));
        }
        Ok(())
    }

    /// The events that widgets sent since the page was loaded: `{type, detail, target, composed}`,
    /// the type without `fix-ladder-`.
    pub async fn events(&self) -> Result<Vec<Value>> {
        let events = self.run("return window.__events", &[]).await?;
        Ok(events.as_array().cloned().unwrap_or_default())
    }

    /// The events of one type.
    pub async fn events_of(&self, kind: &str) -> Result<Vec<Value>> {
        let events = self.events().await?;
        Ok(events.into_iter().filter(|event| event["type"] == kind).collect())
    }

    /// Shows the page on another screen from now on.
    pub async fn set_screen(&self, screen: Screen) -> Result<()> {
        self.engine.set_screen(&self.client, screen).await
    }

    /// Gives the page the colours of a light or a dark theme, and waits until its widgets have followed.
    pub async fn paint(&self, dark: bool) -> Result<()> {
        let (ink, paper, theme) = match dark {
            true => ("rgb(232, 230, 225)", "rgb(24, 25, 27)", "dark"),
            false => ("rgb(30, 31, 34)", "rgb(255, 255, 255)", "light"),
        };
        let script = "document.body.style.color = arguments[0];
            document.body.style.background = arguments[1];";
        self.run(script, &[json!(ink), json!(paper)]).await?;
        self.until_true(&format!(
            "Array.from(document.querySelectorAll('fix-ladder')).every((it) => {{
              const root = it.shadowRoot && it.shadowRoot.querySelector('[data-theme]');
              return !root || root.dataset.theme === '{theme}' }})"
        ))
        .await
    }

    /// Saves a picture of the whole page as `target/shots/<name>.png`.
    pub async fn picture(&self, name: &str, screen: Screen) -> Result<PathBuf> {
        self.set_screen(screen).await?;
        let height = self.run("return document.documentElement.scrollHeight", &[]).await?;
        let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(0);
        self.set_screen(Screen { height: height.clamp(screen.height, 12_000), ..screen }).await?;
        let picture = self.client.screenshot().await.context("taking a picture")?;
        self.set_screen(USUAL).await?;
        let folder = xtask::project_root().join("target/shots");
        let file = folder.join(format!("{name}.png"));
        xtask::write_whole(&file, &picture)?;
        Ok(file)
    }
}

fn strings(value: Value) -> Result<Vec<String>> {
    let list = value.as_array().context("not a list")?;
    Ok(list.iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect())
}
