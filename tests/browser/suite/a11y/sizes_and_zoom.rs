//! sizes of what is pressed, and a page that is narrow, zoomed, spaced out or set small.

use anyhow::{Result, ensure};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::widget_states::{Direction, every_notice, every_state};
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![a_7_targets, a_8_narrow, a_8_spaced_out, a_8_root_of_another_size, a_8_right_to_left,]
}

/// What is too small to be hit. A link inside a sentence is as high as its line, which WCAG 2.5.8 allows.
/// A tick box is hit wherever a finger of 44 pixels lands on it: the test presses around its middle.
const SMALL: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('[hidden]');
const found = [];
for (const it of root.querySelectorAll('button, input, select, summary, a')) {
  if (!seen(it) || (it.localName === 'a' && it.closest('p, li, dd, label'))) continue;
  const box = it.getBoundingClientRect();
  const large = it.matches('[data-action=toggle], .answer, .plain-button, input, [data-action=retry]') ? 44 : 24;
  const name = `${it.localName} ${it.id || it.dataset.action || it.textContent.slice(0, 30)}`;
  if (it.type === 'checkbox') {
    it.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    for (const [dx, dy] of [[-21.5, 0], [21.5, 0], [0, -21.5], [0, 21.5]]) {
      const hit = root.elementFromPoint(x + dx, y + dy);
      const belongs = hit === it || (hit && hit.closest('label') && hit.closest('label').control === it);
      if (x + dx >= 0 && !belongs) found.push(`${name}: ${dx}, ${dy} from its middle is ${hit && (hit.id || hit.className || hit.localName)}`);
    }
  } else if (box.width < large || box.height < large) {
    found.push(`${name}: ${box.width} × ${box.height}, not ${large}`);
  }
}
return found;";

async fn a_7_targets(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 320, height: 900 }).await?;
    nothing_in_any_state(page, Direction::Left, SMALL, "").await
}

/// What does not fit: the page scrolls sideways, something is cut off, or text is too small.
///
/// Primary text is 16 pixels or as large as the post's. The widget's own quieter words are never below
/// 0.8 of that and 14 pixels.
const CUT: &str = "
const host = document.querySelector('fix-ladder');
const root = host.shadowRoot;
const found = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
const edge = host.getBoundingClientRect();
const size = parseFloat(getComputedStyle(host).fontSize);
for (const it of root.querySelectorAll('.ladder *, .plain-list *, [data-notice]')) {
  if (!it.checkVisibility({ visibilityProperty: true }) || it.closest('.heard, svg, option')) continue;
  const style = getComputedStyle(it);
  const name = `${it.localName}.${it.className} ${it.textContent.trim().slice(0, 30)}`;
  const box = it.getBoundingClientRect();
  if (box.left < edge.left - 1 || box.right > edge.right + 1) found.push(`${name} reaches out: ${box.left} to ${box.right} in ${edge.left} to ${edge.right}`);
  if (style.overflowX !== 'visible' && !it.matches('select, input, textarea') && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)) found.push(`${name} is cut off`);
  if (it.localName === 'button' && it.scrollHeight > it.clientHeight + 1) found.push(`${name} is cut off`);
  const own = Array.from(it.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
  if (own && parseFloat(style.fontSize) < Math.max(14, 0.8 * Math.max(16, size)) - 0.1 && !it.closest('.mark')) found.push(`${name} is ${style.fontSize}`);
}
return found;";

async fn a_8_narrow(page: &Page) -> Result<()> {
    // 320 pixels are also what a reader has at 400 % on a screen of 1280.
    page.set_screen(Screen { width: 320, height: 256 }).await?;
    nothing_in_any_state(page, Direction::Left, CUT, "").await?;
    page.set_screen(Screen { width: 320, height: 900 }).await?;
    let in_280 = "<style>main { width: 280px }</style>";
    nothing_in_any_state(page, Direction::Left, CUT, in_280).await
}

async fn a_8_right_to_left(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 320, height: 900 }).await?;
    nothing_in_any_state(page, Direction::Right, CUT, "").await
}

/// The distances of WCAG 1.4.12, which a reader's own style sheet would set.
const SPACED: &str = "<script>
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  root.adoptedStyleSheets = [sheet];
  return root;
};
</script>";

async fn a_8_spaced_out(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 320, height: 900 }).await?;
    nothing_in_any_state(page, Direction::Left, CUT, SPACED).await?;
    let spacing = "return getComputedStyle(document.querySelector('fix-ladder').shadowRoot.querySelector('.title')).letterSpacing";
    let spacing = page.run(spacing, &[]).await?;
    ensure!(spacing != json!("normal") && spacing != json!("0px"), "nothing was set apart");
    Ok(())
}

async fn a_8_root_of_another_size(page: &Page) -> Result<()> {
    for size in ["62.5%", "200%"] {
        page.set_screen(Screen { width: 640, height: 900 }).await?;
        let root = format!("<style>html {{ font-size: {size} }}</style>");
        nothing_in_any_state(page, Direction::Left, CUT, &root).await?;
    }
    Ok(())
}

/// Fails where the script finds something in any state of a widget.
async fn nothing_in_any_state(
    page: &Page,
    direction: Direction,
    script: &str,
    before: &str,
) -> Result<()> {
    page.open_html(&direction.post_with(before, "")).await?;
    let widget = page.widget();
    widget.ready().await?;
    let see = async |state: &str| {
        let found: Vec<String> = serde_json::from_value(page.run(script, &[]).await?)?;
        ensure!(found.is_empty(), "{state}, {before}:\n  {}", found.join("\n  "));
        Ok(())
    };
    every_state(&widget, see).await?;
    page.run("localStorage.clear()", &[]).await?;
    if before.is_empty() {
        every_notice(page, direction, see).await?;
    }
    Ok(())
}
