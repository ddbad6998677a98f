//! What a page's storage may be: blocked, or full of the page's own things.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::Value;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        st_1_blocked_storage_still_renders,
        st_1_a_getter_that_throws_still_renders,
        st_11_host_keys_untouched,
    ]
}

const TAG: &str =
    "<script src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";

/// Every step of every rung, all unfolded.
async fn all_steps(page: &Page, widget: &Widget<'_>) -> Result<Value> {
    let unfold = "document.querySelector('fix-ladder').shadowRoot
        .querySelectorAll('[data-action=toggle][aria-expanded=false]').forEach((it) => it.click())";
    page.run(unfold, &[]).await?;
    widget.until_not("[data-action=toggle][aria-expanded=false]").await?;
    let read = "return Array.from(document.querySelector('fix-ladder').shadowRoot
        .querySelectorAll('[data-step]'), (it) => it.dataset.step)";
    page.run(read, &[]).await
}

async fn climbs_in_memory(page: &Page, every_step: &Value) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    widget.until("[data-notice=not-kept]").await?;
    ensure!(all_steps(page, &widget).await? == *every_step, "every step is there");
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("restart", "open").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    widget.until("[data-notice=not-kept]").await?;
    page.ensure_no_errors().await
}

async fn st_1_blocked_storage_still_renders(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let every_step = all_steps(page, &widget).await?;
    // A frame without an origin of its own asks as a stranger.
    let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
    page.server.set("/fix-ladder.wasm", Override { headers, ..Override::default() });
    let html = format!("<!doctype html><html lang=en><head></head><body>{TAG}</body></html>");
    page.server
        .set("/inner.html", Override { body: Some(html.into_bytes()), ..Override::default() });
    page.open_body(
        "<iframe sandbox=allow-scripts src=/inner.html style='width:900px;height:700px'></iframe>",
    )
    .await?;
    page.client.clone().enter_frame(0).await.context("entering the frame")?;
    let blocked = "try { localStorage; return false } catch (error) { return error.name }";
    ensure!(page.run(blocked, &[]).await? == "SecurityError", "storage is not blocked here");
    let outcome = climbs_in_memory(page, &every_step).await;
    page.client.clone().enter_parent_frame().await?;
    outcome
}

async fn st_1_a_getter_that_throws_still_renders(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let every_step = all_steps(page, &widget).await?;
    let throwing = "<script>Object.defineProperty(window, 'localStorage',
        { get() { throw new DOMException('no', 'SecurityError') } })</script>";
    page.open_body(&format!("{throwing}{TAG}")).await?;
    climbs_in_memory(page, &every_step).await
}

/// Fifty keys of the page's own: not JSON, not text that could be encoded, and names much like ours.
const HOST_KEYS: &str = r#"
const names = ['', ' ', 'fix-ladder', 'fix-ladder/', 'fix-ladder/1', 'fix-ladder/1/', 'fix-ladder/1/icloud-photos',
  'fix-ladder/1/icloud-photos/', 'fix-ladder/1/icloud-photos/default', 'fix-ladder/1/icloud-photos2/default/step:stuck-wifi',
  'fix-ladder/1/icloud-photo/default/step:stuck-wifi', 'fix-ladder/1/other/default/answer:restart',
  'fix-ladder/1/icloud-photos/ipad/step:stuck-wifi', 'fix-ladder/2/icloud-photos/default/step:stuck-wifi',
  'FIX-LADDER/1/icloud-photos/default/step:stuck-wifi', '__proto__', 'length', 'key', 'clear', 'theme', '\ud800', '\u0000',
  'x'.repeat(3000), '\u202e', '{"a":1}'];
while (names.length < 50) names.push('host-' + names.length);
const values = ['', '{', 'dark', 'null', 'NaN', '[[[', '\udc00 lone', '\u0000\u0001', '{"v":1,"t":5,"is":{"done":true}}',
  '\u{1f9f0} \u0645\u0631\u062d\u0628\u0627', 'y'.repeat(5000), 'undefined', '1e999'];
names.forEach((name, index) => localStorage.setItem(name, values[index % values.length]));
window.hostNames = names;
window.hostKeys = () => JSON.stringify(names.map((name) => [name, localStorage.getItem(name)]));
return names.length;"#;

async fn st_11_host_keys_untouched(page: &Page) -> Result<()> {
    page.open("/pages/blank.html").await?;
    ensure!(page.run(HOST_KEYS, &[]).await? == 50, "not fifty keys");
    let before = page.run("return hostKeys()", &[]).await?;
    let widget = page.open_ladder().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.survives_a_reload().await?;
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    widget.until_rung("really-stuck", "open").await?;
    page.run("document.querySelector('fix-ladder').remove()", &[]).await?;
    let own = "return Object.keys(localStorage)
        .filter((key) => /^fix-ladder\\/(1\\/icloud-photos\\/default\\/|height\\/icloud-photos$)/.test(key)).length";
    let kept = page.run(own, &[]).await?.as_u64().context("no number of keys")?;
    // The same fifty names are looked up again; setting them up anew would hide a loss.
    let again = HOST_KEYS.replace("names.forEach(", "false && names.forEach(");
    page.run(&again, &[]).await?;
    let after = page.run("return hostKeys()", &[]).await?;
    ensure!(before == after, "before {before}\nafter {after}");
    let all = page.run("return localStorage.length", &[]).await?.as_u64().context("no length")?;
    ensure!(all == 50 + kept, "{all} keys, of which {kept} are the widget's");
    Ok(())
}
