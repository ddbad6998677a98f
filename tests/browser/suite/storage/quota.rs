//! Storage that is full to the last unit: nothing that was kept is lost, and what could not be kept
//! is kept as soon as there is room.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![st_3_quota_full]
}

/// Fills storage with one character. What is left is filled with what every engine stores in a byte
/// or a unit, so that it is full to the last of them.
const FILL: &str = r#"
const [character] = arguments;
let filled = 0;
const fill = (name, text) => {
  try {
    localStorage.setItem(name, text);
    filled += text.length;
  } catch (error) {
    if (error.name !== 'QuotaExceededError') throw error;
  }
};
fill('room', 'x'.repeat(1000));
for (let size = 1 << 22; size >= 16; size >>= 1) fill('filler' + size, character.repeat(size));
for (let size = 64; size; size >>= 1) fill('last', (localStorage.getItem('last') || '') + 'x'.repeat(size));
return filled;"#;

const PREFIX: &str = "fix-ladder/1/full/default/";

async fn st_3_quota_full(page: &Page) -> Result<()> {
    for character in ["x", "\u{20ac}"] {
        page.run("localStorage.clear()", &[]).await?;
        let filled = page.run(FILL, &[json!(character)]).await?;
        ensure!(filled.as_u64() > Some(2_500_000), "only {filled} units went in");
        for left in [0, 1, 60, 130, 200] {
            fill_and_free(page, left)
                .await
                .with_context(|| format!("filled with {character:?}, {left} units left"))?;
        }
    }
    Ok(())
}

/// Begins with a store that is full but for the room, and leaves it like that.
async fn fill_and_free(page: &Page, left: usize) -> Result<()> {
    let room = async |units: usize| page.store("room", &"x".repeat(units)).await;
    room(0).await?;
    let widget = page.open_documents("", &[with_steps("full", 6)]).await?;
    let first = format!("{PREFIX}step:s0");
    widget.click("[data-step=s0]").await?;
    let before = page.stored(&first).await?.context("the first tick was not kept")?;
    // As much as goes in, and then so many units less.
    let fill = "let size = 0;
        for (let more = 512; more; more >>= 1) {
          try { localStorage.setItem('room', 'x'.repeat(size + more)); size += more; } catch {}
        }
        localStorage.setItem('room', 'x'.repeat(size - arguments[0]))";
    page.run(fill, &[json!(left)]).await?;

    // Four facts never fit into 200 units.
    for step in 0..4 {
        widget.click(&format!("[data-step=s{step}]")).await?;
    }
    widget.until("[data-notice=not-kept]").await?;
    let after = page.stored(&first).await?.context("the first tick was lost")?;
    if left == 0 {
        ensure!(before == after, "the old value was broken: {after}");
    }
    let is_fact = |key: &&String| key.starts_with(PREFIX) && !key.ends_with("/seen");
    for key in page.stored_keys().await?.iter().filter(is_fact) {
        let text = page.stored(key).await?.context("no text")?;
        let fact: Value = serde_json::from_str(&text).with_context(|| format!("{key}: {text}"))?;
        ensure!(fact["is"]["done"].is_boolean(), "{key} is half a fact: {text}");
    }

    room(0).await?;
    widget.click("[data-step=s4]").await?;
    widget.until_not("[data-notice=not-kept]").await?;
    page.reload().await?;
    widget.ready().await?;
    for (step, ticked) in [false, true, true, true, true, false].into_iter().enumerate() {
        let kept = widget.is_checked(&format!("[data-step=s{step}]")).await?;
        ensure!(kept == ticked, "step {step} came back as {kept}");
    }
    let own = "Object.keys(localStorage).filter((key) => key.startsWith('fix-ladder/'))";
    page.run(&format!("{own}.forEach((key) => localStorage.removeItem(key))"), &[]).await.map(drop)
}
