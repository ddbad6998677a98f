//! The page's clock and the place of its browser, as a test sets them.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::test_page::Page;

/// For the start of a page: its clock stands still, at what the test last set it to.
pub const STANDING_CLOCK: &str =
    "<script>window.Date.now = () => Number(sessionStorage.getItem('clock'));</script>";

/// For the start of a page: the product's timeouts of eight and ten seconds are over when the test says so.
pub const TIMEOUTS_BY_HAND: &str = "<script>(() => {
    const { setTimeout: later, clearTimeout: forget } = window;
    const waiting = new Map();
    let last = 1e9;
    window.setTimeout = (call, wait, ...rest) => {
      if (wait !== 8000 && wait !== 10000) return later(call, wait, ...rest);
      waiting.set(++last, () => call(...rest));
      return last;
    };
    window.clearTimeout = (id) => { if (!waiting.delete(id)) forget(id); };
    window.__timeouts = () => waiting.size;
    window.__expire = () => {
      for (const [id, call] of Array.from(waiting)) { waiting.delete(id); call(); }
    };
    })()</script>";

impl Page {
    /// Turns the clock to a moment in milliseconds since 1970, where it is a [`STANDING_CLOCK`], and
    /// has the page look.
    pub async fn turn_clock_to(&self, moment: i64) -> Result<()> {
        let script = "sessionStorage.setItem('clock', arguments[0]);
            document.dispatchEvent(new Event('visibilitychange'))";
        self.run(script, &[json!(moment)]).await.map(drop)
    }

    /// Turns the clock, forward or back, and tells nobody: no event, no timer.
    pub async fn turn_clock_by(&self, by: i64) -> Result<()> {
        self.run("__turn(arguments[0])", &[json!(by)]).await.map(drop)
    }

    /// Takes the browser's tab to another time zone while its page stands.
    ///
    /// # Errors
    ///
    /// WebKitGTK knows no zone but the one it was started in.
    pub async fn travel_to(&self, zone: &str) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                let zone = json!({ "timezoneId": zone });
                crate::engine::chromium::devtools(
                    &self.client,
                    "Emulation.setTimezoneOverride",
                    zone,
                )
                .await
                .map(drop)
            }
            Engine::Firefox => {
                let script =
                    "gBrowser.selectedBrowser.browsingContext.timezoneOverride = arguments[0]";
                let zone: Vec<Value> = vec![json!(zone)];
                crate::engine::firefox::in_the_browser(&self.client, script, zone).await.map(drop)
            }
            Engine::WebKit => bail!("WebKitGTK cannot travel"),
        }
    }

    /// How often a file has been asked for.
    pub fn times_asked(&self, file: &str) -> usize {
        self.server.requests().iter().filter(|it| it.starts_with(file)).count()
    }

    /// Waits until nothing but this file is waited for, on a page with [`TIMEOUTS_BY_HAND`], and lets the time be over.
    /// It has been asked for so many times before.
    pub async fn time_out(&self, file: &str, before: usize) -> Result<()> {
        let asked = async || Ok(self.times_asked(file) > before);
        self.until(&format!("{file} is asked for"), asked).await?;
        self.until_true("window.__timeouts() === 1").await?;
        self.run("window.__expire()", &[]).await.map(drop)
    }

    /// Moves the page's clock, as a sleep of the device would, to so many milliseconds before the first of the widgets'
    /// deadlines. It stands at the same moment whatever the machine has been doing until now.
    pub async fn advance_to_before_the_end(&self, left: i64) -> Result<()> {
        let script = "const timers = Array.from(document.querySelectorAll('fix-ladder'),
              (it) => it.shadowRoot.querySelector('[role=timer]')).filter(Boolean);
            const nearest = Math.min(...timers.map((it) => Number(it.dataset.deadline)));
            __advance(nearest - window.Date.now() - arguments[0]);
            return timers.length";
        let timers = self.run(script, &[json!(left)]).await?;
        ensure!(timers != json!(0), "no wait is shown");
        Ok(())
    }
}
