//! A link that is opened: it is asked about, it leaves the address as it was, and what cannot be read changes nothing.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

use super::{close_panel, filled, go_to_fragment, link_of, open_panel, token_of};

pub fn tests() -> Vec<Test> {
    tests![what_a_link_brings_is_asked_about, a_link_is_for_one_ladder_of_a_page]
}

const WIFI: &str = "[data-step=stuck-wifi]";
const CHARGER: &str = "[data-step=stuck-charger]";

async fn ensure_ticks(widget: &Widget<'_>, wifi: bool, charger: bool) -> Result<()> {
    for (css, ticked) in [(WIFI, wifi), (CHARGER, charger)] {
        let not = if ticked { "" } else { ":not(:checked)" };
        let is = if ticked { ":checked" } else { "" };
        widget.until(&format!("{css}{is}{not}")).await?;
    }
    Ok(())
}

/// Opens a fragment, presses this, and ends the panel.
async fn answer(page: &Page, fragment: &str, action: &str) -> Result<()> {
    let widget = page.widget();
    go_to_fragment(page, fragment).await?;
    widget.until(&filled("open")).await?;
    widget.click(&format!("[data-panel=open] [data-action={action}]")).await?;
    if action != "ignore" && action != "close-panel" {
        close_panel(&widget).await?;
    }
    widget.until_not("dialog").await
}

async fn what_a_link_brings_is_asked_about(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.click(CHARGER).await?;
    let link = link_of(&widget).await?;
    let token = token_of(&link)?.to_owned();
    // Another device, on which something else was done.
    page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    page.reload().await?;
    widget.ready().await?;
    ensure!(!widget.is_checked(CHARGER).await?, "a device that knows nothing");
    widget.click(WIFI).await?;
    let fragment = format!("a&fix-ladder={token}&b");
    answer(page, &fragment, "ignore").await?;
    ensure_ticks(&widget, true, false).await?;
    let address = page.run("return [location.hash, history.state.noted]", &[]).await?;
    ensure!(address == json!(["#a&b", 1]), "the page's own parts and notes stay: {address}");

    answer(page, &fragment, "merge").await?;
    ensure_ticks(&widget, true, true).await?;
    // The same once more has nothing to add; taking it instead takes back what is only here.
    answer(page, &fragment, "merge").await?;
    ensure_ticks(&widget, true, true).await?;
    answer(page, &fragment, "replace").await?;
    ensure_ticks(&widget, false, true).await?;
    let before =
        page.run("return JSON.stringify(Object.entries(localStorage).sort())", &[]).await?;

    let mut damaged = token.clone();
    let middle = damaged.len() / 2;
    let other = if &damaged[middle..=middle] == "x" { "y" } else { "x" };
    damaged.replace_range(middle..=middle, other);
    for wrong in [damaged.as_str(), &token[..token.len() - 3], "nonsense", ""] {
        go_to_fragment(page, &format!("fix-ladder={wrong}")).await?;
        if wrong.is_empty() {
            continue;
        }
        widget.until("[data-panel=open] [data-problem]").await?;
        let problem = widget.attribute("[data-problem]", "data-problem").await?;
        ensure!(problem.as_deref() == Some("damaged"), "{wrong}: {problem:?}");
        ensure!(
            !widget.has("[data-panel=open] [data-action=merge]").await?,
            "nothing to take over"
        );
        widget.click("[data-panel=open] .panel-body [data-action=close-panel]").await?;
        widget.until_not("dialog").await?;
        ensure!(page.run("return location.hash", &[]).await? == "", "it has left the address");
    }
    let after = page.run("return JSON.stringify(Object.entries(localStorage).sort())", &[]).await?;
    ensure!(before == after, "before {before}\nafter {after}");

    // Pasted, whole, into the panel.
    open_panel(&widget, "resume-link", "resume").await?;
    widget.click("[data-panel=resume] details:last-of-type summary").await?;
    widget.write("[data-field=code]", &format!("Look: {link} .")).await?;
    widget.click("[data-action=enter-code]").await?;
    widget.until("[data-panel=resume] [data-action=merge]").await?;
    widget.click("[data-action=ignore]").await?;
    widget.until_not("dialog").await
}

async fn a_link_is_for_one_ladder_of_a_page(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.click(CHARGER).await?;
    let token = token_of(&link_of(&widget).await?)?.to_owned();
    page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    let other = page.elements_for(&[with_steps("steps", 2)]);
    let below = "<div style='height:6000px'></div><fix-ladder class=meant ladder=icloud-photos></fix-ladder>
        <script src=/fix-ladder.js></script>";
    page.open_body(&format!("{other}{below}")).await?;
    go_to_fragment(page, &format!("fix-ladder={token}")).await?;
    let meant = page.widget_at(".meant");
    // Far below, and loaded at once.
    meant.until(&filled("open")).await?;
    ensure!(!page.widget_at("#steps").has("dialog").await?, "it is not for this one");
    meant.click("[data-action=merge]").await?;
    close_panel(&meant).await?;
    meant.until(&format!("{CHARGER}:checked")).await?;

    // Where no ladder of the page is meant, the first says so.
    page.open_body(&format!("{other}<script src=/fix-ladder.js></script>")).await?;
    page.widget().ready().await?;
    go_to_fragment(page, &format!("fix-ladder={token}")).await?;
    page.widget().until("[data-problem=unknown-ladder]").await?;
    let sentence = page.widget().text("[data-problem]").await?;
    ensure!(sentence.contains("list"), "{sentence}");
    let kept = page.stored_keys().await?;
    let is_other = kept.iter().find(|key| key.contains("/steps/default/"));
    ensure!(is_other.is_none(), "{is_other:?}");
    page.run("return location.hash", &[]).await?.as_str().context("no fragment").map(drop)
}
