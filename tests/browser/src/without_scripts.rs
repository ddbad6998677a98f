//! Pages whose scripts do not run, as for readers who have switched them off. The test's own still do.

use anyhow::{Context, Result};
use serde_json::json;

use crate::engine::{Engine, chromium, firefox};
use crate::test_page::Page;

impl Page {
    /// Opens a path of the server with scripts off, does something there, and has them on again afterwards.
    ///
    /// Chromium and Firefox have a switch for it. WebKitGTK's would silence the driver as well, so there the page
    /// is told by a header to run none.
    pub async fn without_scripts(
        &self,
        path: &str,
        act: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<()> {
        let replaced = self.server.replaced(path);
        match self.engine {
            Engine::WebKit => {
                let mut silent = replaced.clone().unwrap_or_default();
                let policy = ("content-security-policy", "script-src 'none'");
                silent.headers.push((policy.0.to_owned(), policy.1.to_owned()));
                self.server.set(path, silent);
            }
            _ => self.switch_scripts(false).await?,
        }
        let outcome = match self.open(path).await {
            Ok(()) => act().await,
            Err(error) => Err(error),
        };
        match (self.engine, replaced) {
            (Engine::WebKit, Some(replaced)) => self.server.set(path, replaced),
            (Engine::WebKit, None) => self.server.unset(path),
            _ => self.switch_scripts(true).await?,
        }
        outcome.with_context(|| format!("{path} without scripts"))
    }

    async fn switch_scripts(&self, on: bool) -> Result<()> {
        if self.engine == Engine::Chromium {
            let off = json!({ "value": !on });
            let command = "Emulation.setScriptExecutionDisabled";
            return chromium::devtools(&self.client, command, off).await.map(drop);
        }
        let script = "Services.prefs.setBoolPref('javascript.enabled', arguments[0])";
        firefox::in_the_browser(&self.client, script, vec![json!(on)]).await.map(drop)
    }
}
