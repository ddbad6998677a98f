//! The back button: a page that comes out of the browser's cache as it was left.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_wait;
use browser_tests::runner::Test;
use browser_tests::timeout::ensure_quick;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![st_6_bfcache_restore]
}

/// What both pages can do for themselves. Firefox does not keep a page in which its driver has run a
/// script, so the driver opens the first page and does nothing more until the server has heard the end.
///
/// The clock is in local storage: Firefox may run the two pages in two processes, and does not tell one
/// what the other puts into the storage of the session.
const BY_ITSELF: &str = r#"<script>
window.Date.now = () => Number(localStorage.getItem('clock'));
var root = () => document.querySelector('fix-ladder').shadowRoot;
var until = (condition, then) => {
  const look = setInterval(() => {
    if (!condition()) return;
    clearInterval(look);
    then();
  }, 5);
};
var whenReady = (then) => addEventListener('fix-ladder-ready', () => setTimeout(then), { once: true });
</script>"#;

/// Starts the wait and leaves. Back again, tells whether it came from the cache, and how many milliseconds
/// later everything was shown that has happened in between.
const FIRST: &str = r#"<script>
whenReady(() => {
  root().querySelector('[data-action=start-wait]').click();
  until(() => root().querySelector('[role=timer]'), () => { location.href = '/second.html'; });
});
addEventListener('pageshow', (event) => {
  if (!localStorage.getItem('been')) return;
  const shown = performance.now();
  const isRight = () => root().querySelector('[data-step=s0]:checked')
    && root().querySelector('[role=timer]').textContent.includes('9 minutes left');
  until(isRight, () => fetch(`/back?${event.persisted}&${performance.now() - shown}`));
});
</script>"#;

/// Six minutes later: ticks the step, and goes back.
const SECOND: &str = r#"<script>
localStorage.setItem('clock', Date.now() + 6 * 60000);
localStorage.setItem('been', 'yes');
whenReady(() => {
  root().querySelector('[data-step=s0]').click();
  until(() => root().querySelector('[data-step=s0]:checked'), () => history.back());
});
</script>"#;

async fn st_6_bfcache_restore(page: &Page) -> Result<()> {
    let elements = page.elements_for(&[with_wait("left", 900)]);
    for (path, own) in [("/first.html", FIRST), ("/second.html", SECOND)] {
        let html = format!(
            "<!doctype html><html lang=en><head></head><body>{BY_ITSELF}{own}{elements}\
             <script src=\"/fix-ladder.js\"></script></body></html>"
        );
        let body = Some(html.into_bytes());
        page.server.set(path, Override { body, ..Override::default() });
    }
    page.server.set("/back", Override { body: Some(Vec::new()), ..Override::default() });
    let start = "localStorage.setItem('clock', arguments[0])";
    page.run(start, &[json!(1_795_424_400_000_i64)]).await?;
    page.open("/first.html").await?;
    let told = || {
        page.server
            .requests()
            .into_iter()
            .find_map(|it| it.strip_prefix("/back?").map(str::to_owned))
    };
    page.until("the first page is back", async || Ok(told().is_some())).await?;
    let told = told().unwrap_or_default();
    let (persisted, after) = told.split_once('&').context("nothing is told")?;
    ensure!(persisted == "true", "the page did not come from the cache");
    let after: f64 = after.parse()?;
    eprintln!("{}: shown {after:.0} ms after coming back", page.engine.name());
    ensure_quick(after, 250.0, "shown after coming back")
}
