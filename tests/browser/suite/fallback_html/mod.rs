//! The author's own HTML, whenever it comes: the parser may bring it after the script, in pieces, and a page's own
//! scripts at any time. It is seen wherever the widget is not, and what is said fits it.

mod by_parser;
mod by_scripts;

use anyhow::{Context, Result};
use browser_tests::Page;
use browser_tests::runner::Test;
use serde_json::Value;

pub fn tests() -> Vec<Test> {
    let mut tests = by_parser::tests();
    tests.extend(by_scripts::tests());
    tests
}

const SCRIPT: &str = "<script src=/fix-ladder.js></script>";

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

async fn seen(page: &Page) -> Result<Value> {
    page.run(SEEN, &[]).await
}

/// Waits until what is seen is this.
async fn until(page: &Page, wanted: Value) -> Result<()> {
    let outcome = page.until("it is seen", async || Ok(seen(page).await? == wanted)).await;
    let now = seen(page).await?;
    outcome.with_context(|| format!("{now} is not {wanted}"))
}
