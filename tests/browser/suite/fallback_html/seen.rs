//! The script of these pages, and what a reader sees of a widget and of its fallback.
//!
//! Knows how it is found, not what it should be.

use anyhow::{Context, Result};
use browser_tests::Page;
use serde_json::Value;

pub const SCRIPT: &str = "<script src=/fix-ladder.js></script>";

/// State, whether `#own` is seen, what is said, whether there is a button, a list, a first view; and how often it was told.
const SEEN: &str = "const within = window.inside ? inside() : window;
const host = within.document.querySelector('fix-ladder');
if (!host || !host.shadowRoot) return null;
const find = (css) => host.shadowRoot.querySelector(css);
const own = within.document.querySelector('#own') || host.querySelector('.own');
const said = find('[data-notice]');
return [host.dataset.state, Boolean(own && own.checkVisibility()), said ? said.textContent : '',
  Boolean(find('button[data-action=retry]')), Boolean(find('.plain-list')), Boolean(find('[data-rung]')),
  (within.__events || []).filter((it) => it.type === 'error').length]";

pub async fn seen(page: &Page) -> Result<Value> {
    page.run(SEEN, &[]).await
}

/// Waits until what is seen is this.
pub async fn until(page: &Page, wanted: Value) -> Result<()> {
    let outcome = page.until("it is seen", async || Ok(seen(page).await? == wanted)).await;
    let now = seen(page).await?;
    outcome.with_context(|| format!("{now} is not {wanted}"))
}
