//! Dark Reader: an extension that makes a light page dark, also inside shadow roots.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

use super::guarded::{ELEMENT, draw, open_at_guards};

pub fn tests() -> Vec<Test> {
    tests![hp_7_dark_reader_leaves_everything_readable]
}

/// `faint()` lists texts and ticks with less contrast than 4.5 to what they stand on, as the browser computes colours.
const MEASURE: &str = "<script>
const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const rgba = (color) => { pixel.clearRect(0, 0, 1, 1); pixel.fillStyle = color; pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255] };
const over = ([r, g, b, a], below) => [r, g, b].map((it, i) => it * a + below[i] * (1 - a));
const canvas = () => (getComputedStyle(document.documentElement).colorScheme === 'dark' ? [18, 18, 18] : [255, 255, 255]);
const ground = (element) => {
  const layers = [];
  for (let it = element; it; it = it.parentElement || it.getRootNode().host) layers.unshift(rgba(getComputedStyle(it).backgroundColor));
  return layers.reduce((below, layer) => over(layer, below), canvas());
};
const light = (color) => { const [r, g, b] = color.map((it) => (it /= 255) <= 0.04 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b };
const contrast = (color, element) => { const below = ground(element), one = light(over(rgba(color), below)), other = light(below);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) };
const root = () => document.querySelector('fix-ladder').shadowRoot;
window.measured = 0;
window.faint = () => Array.from(root().querySelectorAll('.widget *')).flatMap((it) => {
  const isText = Array.from(it.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
  const isTick = it.matches(':checked, .done > .box');
  // What is disabled may be fainter.
  if (!it.checkVisibility() || it.closest('.heard, :disabled') || it.localName === 'option' || !(isText || isTick)) return [];
  measured += 1;
  const color = isTick ? getComputedStyle(it, '::after').borderRightColor : getComputedStyle(it).color;
  const found = contrast(color, it);
  return found < 4.5 ? [`${it.className || it.localName} ${it.textContent.slice(0, 20)}: ${found.toFixed(2)}`] : [];
});
window.follow = () => { window.changes = 0; new MutationObserver((all) => (changes += all.length))
  .observe(root(), { subtree: true, childList: true, attributes: true, characterData: true }) };
</script>";

/// Ticks and looks: everything can be read, the tick and the focus stay, and nobody chases anybody.
async fn look(page: &Page, what: &str) -> Result<()> {
    let widget = page.widget();
    page.run("follow()", &[]).await?;
    widget.click("[data-requirement=charged]").await?;
    let faint = async || page.run("return faint()", &[]).await;
    let outcome = page.until("it is readable", async || Ok(faint().await? == json!([]))).await;
    let left = faint().await?;
    outcome.with_context(|| format!("{what}: {left}"))?;
    ensure!(page.run("return measured", &[]).await?.as_u64() > Some(30), "{what}: little is seen");
    ensure!(widget.is_checked("[data-requirement=charged]").await?, "{what}: the tick is gone");
    let focus =
        "return document.querySelector('fix-ladder').shadowRoot.activeElement.dataset.requirement";
    let focus = page.run(focus, &[]).await?;
    ensure!(focus == json!("charged"), "{what}: {focus} has the focus");
    let before: Value = page.run("return changes", &[]).await?;
    draw(page, 40).await?;
    let after = page.run("return changes", &[]).await?;
    ensure!(
        before == after,
        "{what}: {before} changes have become {after} with nobody doing anything"
    );
    Ok(())
}

async fn hp_7_dark_reader_leaves_everything_readable(page: &Page) -> Result<()> {
    let reader = "<script src=/node_modules/darkreader/darkreader.js></script>";
    let begin = "<script>DarkReader.enable({ brightness: 100, contrast: 100, sepia: 0 })</script>";
    let post = "<style>body { background: #fbf8f1; color: #2b2a27 }</style>";
    for (what, head) in [("a bare page", ""), ("a theme", post)] {
        open_at_guards(page, &format!("{MEASURE}{head}{reader}{begin}"), ELEMENT).await?;
        look(page, what).await?;
        let dark =
            "document.querySelector('fix-ladder').shadowRoot.querySelector('[data-theme=dark]')";
        page.until_true(dark).await?;
    }
    // Switched off and on again while the widget stands: it follows, and nothing is lost.
    page.run("DarkReader.disable()", &[]).await?;
    page.until_true(
        "document.querySelector('fix-ladder').shadowRoot.querySelector('[data-theme=light]')",
    )
    .await?;
    ensure!(page.widget().is_checked("[data-requirement=charged]").await?, "the tick is gone");
    page.run("DarkReader.enable({ brightness: 100 })", &[]).await?;
    page.until_true(
        "document.querySelector('fix-ladder').shadowRoot.querySelector('[data-theme=dark]')",
    )
    .await?;
    let outcome = page.until_true("faint().length === 0").await;
    let left = page.run("return faint()", &[]).await?;
    outcome.with_context(|| format!("on again: {left}"))
}
