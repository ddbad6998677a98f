//! A tab or a window, as a driver knows it. Knows no page.

use anyhow::{Context, Result};
use fantoccini::Client;
use fantoccini::wd::WindowHandle;

/// A tab or a window, by the driver's name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(pub(crate) WindowHandle);

impl Tab {
    pub(crate) async fn with_the_attention(client: &Client) -> Result<Tab> {
        Ok(Tab(client.window().await.context("asking for the tab")?))
    }
}
