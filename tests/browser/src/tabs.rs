//! Other tabs and windows of a page's browser, and browsers in other surroundings.

use anyhow::{Context, Result};
use serde_json::json;

use crate::engine::{Browser, Engine, Surroundings};
use crate::tab::Tab;
use crate::test_page::Page;

const HIDE: &str = "const is = (value) => ({ configurable: true, get: () => value });
    Object.defineProperty(document, 'hidden', is(true));
    Object.defineProperty(document, 'visibilityState', is('hidden'));";
/// Where a page says so: a driver asks only the tab in front.
const HIDDEN: &str = "/pages/blank.html?hidden";
const SAY_WHEN_HIDDEN: &str = "const address = arguments[0];
    const say = () => {
      if (!document.hidden) return;
      document.removeEventListener('visibilitychange', say);
      fetch(address, { keepalive: true }).catch(() => {});
    };
    document.addEventListener('visibilitychange', say);";
const TELL: &str = "document.dispatchEvent(new Event('visibilitychange'))";

impl Page {
    /// The tab that has the attention.
    pub async fn this_tab(&self) -> Result<Tab> {
        Tab::with_the_attention(&self.client).await
    }

    /// A blank tab of the same window, and therefore hidden until it is gone to.
    pub async fn new_tab(&self) -> Result<Tab> {
        self.open_tab(true).await
    }

    /// A blank window: the page in this one stays visible.
    pub async fn new_window(&self) -> Result<Tab> {
        self.open_tab(false).await
    }

    /// Has this tab hidden behind another one of its window, which has the attention while something
    /// is done, and comes back. WebKitGTK's automation leaves a tab visible that lies behind another,
    /// so there the page is told that it is not.
    pub async fn behind_another_tab(&self, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        let this = self.this_tab().await?;
        let pretends = self.engine == Engine::WebKit;
        if pretends {
            self.run(&format!("{HIDE}{TELL}"), &[]).await?;
        }
        let hidden = self.hidden_times();
        if !pretends {
            self.run(SAY_WHEN_HIDDEN, &[json!(HIDDEN)]).await?;
        }
        let other = self.new_tab().await?;
        self.go_to(&other).await?;
        // A browser that is sent back at once may never have told the page.
        self.until("the page is hidden", async || Ok(pretends || self.hidden_times() > hidden))
            .await?;
        act().await?;
        self.go_to(&this).await?;
        if pretends {
            self.run(
                &format!("delete document.hidden; delete document.visibilityState;{TELL}"),
                &[],
            )
            .await?;
        }
        self.until_true("!document.hidden").await
    }

    /// How often pages have said that they are hidden.
    fn hidden_times(&self) -> usize {
        self.server.requests().iter().filter(|it| *it == HIDDEN).count()
    }

    async fn open_tab(&self, as_tab: bool) -> Result<Tab> {
        Ok(Tab(self.client.new_window(as_tab).await.context("opening a tab")?.handle))
    }

    /// Turns to a tab. Everything that is asked of the page is asked there from now on.
    pub async fn go_to(&self, tab: &Tab) -> Result<()> {
        self.client.switch_to_window(tab.0.clone()).await.context("turning to another tab")
    }

    /// Closes every tab but the one that the test began in, and turns to that.
    pub async fn go_home(&self) -> Result<()> {
        for tab in self.client.windows().await.context("asking for the tabs")?.into_iter().map(Tab)
        {
            if tab != self.home {
                self.go_to(&tab).await?;
                self.client.close_window().await.context("closing a tab")?;
            }
        }
        self.go_to(&self.home).await
    }

    /// Does something in a second browser of the same engine that has other surroundings, on a page
    /// of its own.
    pub async fn elsewhere(
        &self,
        surroundings: Surroundings,
        act: impl AsyncFnOnce(&Page) -> Result<()>,
    ) -> Result<()> {
        let browser = Browser::start_in(self.engine, &surroundings).await?;
        let outcome = match Page::new(self.engine, browser.client.clone()).await {
            Ok(page) => match act(&page).await {
                Ok(()) => page.ensure_no_errors().await,
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        browser.stop().await;
        outcome.with_context(|| format!("in {surroundings:?}"))
    }
}
