//! Other tabs and windows of a page's browser, and browsers in other surroundings.

use anyhow::{Context, Result};
use fantoccini::Client;
use fantoccini::wd::WindowHandle;

use crate::Page;
use crate::engine::{Browser, Surroundings};

/// A tab or a window, by the driver's name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Tab {
    pub(crate) async fn with_the_attention(client: &Client) -> Result<Tab> {
        Ok(Tab(client.window().await.context("asking for the tab")?))
    }
}

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
