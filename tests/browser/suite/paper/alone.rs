//! What is on paper where a ladder is printed by itself, on a page that does all it can to be in the way.
//!
//! No driver tells what is on paper. So the rules for paper are put on the screen.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

use super::print;

pub fn tests() -> Vec<Test> {
    tests![a_ladder_is_printed_by_itself_as_it_stands_and_empty]
}

/// Shadow trees with places, transformed and clipped boxes, rules that are important, and words beside the ladder.
const AROUND: &str = r#"<style>
  body { background: #16181c; color: #e9e7e2; margin: 50px }
  #cut { transform: scale(.5); overflow: hidden; height: 90px; padding: 70px; width: 300px !important; columns: 2 }
  #cut::before { content: "Read also" }
</style>
<h1 class="post">A post</h1>
<div id="cut">Words beside it.<b class="post">More</b>
  <x-card><i class="post">Aside</i><fix-ladder ladder="icloud-photos" loading="eager"></fix-ladder></x-card></div>
<p class="post">The end.</p>
<script>
customElements.define("x-card", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = "<u>In the card</u><div style='position: absolute; left: 400px; overflow: hidden; height: 9px'><slot></slot></div>";
  }
});
</script><script src="/fix-ladder.js"></script>"#;

/// Puts the rules for paper on the screen, in every tree.
const ON_SCREEN: &str = "
const card = document.querySelector('x-card'), trees = [document, card.shadowRoot, document.querySelector('fix-ladder').shadowRoot];
for (const tree of trees) for (const sheet of tree.adoptedStyleSheets)
  for (const { media } of sheet.cssRules) if (media && media.mediaText === 'print') media.mediaText = 'all'";

const SEEN: &str = "
const host = document.querySelector('fix-ladder'), root = host.shadowRoot, all = (css) => Array.from(root.querySelectorAll(css));
const card = document.querySelector('x-card');
const isSeen = (it) => it.checkVisibility() && it.getClientRects().length > 0;
const cut = getComputedStyle(document.querySelector('#cut'));
const link = all('.body a[href]')[0];
return {
  others: [...document.querySelectorAll('.post'), card.shadowRoot.querySelector('u')].filter(isSeen).length,
  pressable: all('button:not([data-action=toggle]), dialog').filter(isSeen).length,
  rungs: all('.body').filter(isSeen).length,
  boxes: all('.items .box, .items input[type=checkbox]').filter(isSeen).length,
  checked: all('input:checked').length,
  lines: all('.blank').filter(isSeen).length,
  folded: all('.more').filter((it) => !isSeen(it) && getComputedStyle(it).display !== 'contents').length,
  drawings: all('figure svg').filter(isSeen).length,
  sources: all('details.sources li').filter(isSeen).length,
  address: getComputedStyle(link, '::after').content.includes(link.href) || getComputedStyle(link, '::after').content.includes('attr(href)'),
  qr: all('.printed svg').filter(isSeen).length,
  chosen: all('.choice.made').filter(isSeen).length,
  plain: [cut.transform, cut.overflow, cut.columnCount, cut.fontSize, getComputedStyle(document.querySelector('#cut'), '::before').content],
  left: host.getBoundingClientRect().left < 60,
  colour: getComputedStyle(root.querySelector('.ladder')).color,
}";

async fn a_ladder_is_printed_by_itself_as_it_stands_and_empty(page: &Page) -> Result<()> {
    page.open_body(AROUND).await?;
    let widget = page.widget();
    widget.ready().await?;
    let rungs = widget.rungs().await?.len();
    // The page cuts it off, so nothing can be pressed with a pointer.
    let choose = "(found.value = found.options[1].value, found.dispatchEvent(new Event('change', { bubbles: true })), true)";
    widget.ask("select[data-choice]", choose).await?;
    widget.click_by_script("[data-step]").await?;
    widget.until(".done").await?;
    let before = page.run(SEEN, &[]).await?;
    ensure!(before["pressable"] != json!(0) && before["others"] != json!(0), "{before}");

    for (how, ticked) in [("print-as-is", 1), ("print-empty", 0)] {
        print(page, &widget, how).await?;
        page.run(ON_SCREEN, &[]).await?;
        let seen = page.run(SEEN, &[]).await?;
        for (what, wanted) in [
            ("others", json!(0)),
            ("pressable", json!(0)),
            ("rungs", json!(rungs)),
            ("checked", json!(ticked)),
            ("folded", json!(0)),
            ("address", json!(true)),
            ("qr", json!(1)),
            ("chosen", json!(1)),
            ("plain", json!(["none", "visible", "auto", "0px", "none"])),
            ("left", json!(true)),
            ("colour", json!("rgb(0, 0, 0)")),
        ] {
            ensure!(seen[what] == wanted, "{how}: {what} is {}, not {wanted}: {seen}", seen[what]);
        }
        for (what, least) in [("boxes", 60), ("lines", 4), ("drawings", 5), ("sources", 20)] {
            ensure!(seen[what].as_u64() >= Some(least), "{how}: {what}: {seen}");
        }
        page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
        widget.until_not(".printed").await?;
        widget.click_by_script("[data-action=close-panel]").await?;
        widget.until_not("dialog").await?;
        let sheets = "return [document, document.querySelector('x-card').shadowRoot].map((it) => it.adoptedStyleSheets.length)";
        ensure!(page.run(sheets, &[]).await? == json!([0, 0]), "style sheets stay in the page");
        // The widget's own rules are on the screen still: those of the page are not.
        let seen: Value = page.run(SEEN, &[]).await?;
        ensure!(seen["rungs"] == before["rungs"], "{how}: it is not folded again: {seen}");
        ensure!(seen["others"] == before["others"], "{how}: the page is not there again: {seen}");
        ensure!(seen["checked"] == json!(1), "{how}: what was ticked is not ticked: {seen}");
    }
    Ok(())
}
