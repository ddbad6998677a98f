//! The page's clock and the place of its browser, as a test sets them.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::Page;
use crate::engine::Engine;

/// For the start of a page: its clock stands still, at what the test last set it to.
pub const STANDING_CLOCK: &str =
    "<script>window.Date.now = () => Number(sessionStorage.getItem('clock'));</script>";

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
}
