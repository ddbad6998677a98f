//! The size of a window: asked for, and waited for. Knows no driver's own way to set it.

use anyhow::{Result, ensure};
use fantoccini::Client;
use serde_json::json;

/// How large a window is on the inside, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
}

pub(super) async fn has_size(client: &Client, screen: Screen) -> Result<bool> {
    let seen = client.execute("return [innerWidth, innerHeight]", Vec::new()).await?;
    Ok(seen == json!([screen.width, screen.height]))
}

/// Waits until the page has been told of its new size, and has been drawn in it.
pub(super) async fn until_size(client: &Client, screen: Screen) -> Result<()> {
    let script = "const [done] = arguments;
        requestAnimationFrame(() => done([innerWidth, innerHeight]));";
    let size = json!([screen.width, screen.height]);
    let arrived = async || {
        let seen = client.execute_async(script, Vec::new()).await?;
        ensure!(seen == size, "the page has the size {seen}, not {size}");
        Ok(true)
    };
    crate::timeout::until("the page has its size", arrived).await
}
