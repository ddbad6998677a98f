//! Several devices: each has a climb of its own, and each tab shows one of them.

use anyhow::{Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

use super::{close_panel, filled, open_panel};

pub fn tests() -> Vec<Test> {
    tests![
        each_device_has_a_climb_of_its_own,
        widgets_of_one_ladder_show_the_same_device,
        no_device_is_added_where_nothing_is_kept
    ]
}

const WIFI: &str = "[data-step=stuck-wifi]";
const CHARGER: &str = "[data-step=stuck-charger]";

async fn ticks(page: &Page) -> Result<(bool, bool)> {
    let widget = page.widget();
    widget.ready().await?;
    widget.until(WIFI).await?;
    Ok((widget.is_checked(WIFI).await?, widget.is_checked(CHARGER).await?))
}

async fn each_device_has_a_climb_of_its_own(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.click(WIFI).await?;
    // Two taps, and the second device is there.
    open_panel(&widget, "new-case", "cases").await?;
    ensure!(widget.count("[data-panel=cases] .case").await? == 1, "one device so far");
    widget.click("[data-action=add-case]").await?;
    widget.until("[data-panel=cases] [data-field=case-name]").await?;
    widget.until(&format!("{WIFI}:not(:checked)")).await?;
    ensure!(widget.count("[data-panel=cases] .case").await? == 2, "now two");
    widget.write("[data-field=case-name]", "Mum’s iPad").await?;
    widget.click("[data-panel=cases] [data-action=confirm]").await?;
    widget.until("[data-panel=cases] [data-action=rename-case]").await?;
    let shown = widget.text("[data-panel=cases] .case:has(.case-shown)").await?;
    ensure!(shown.starts_with("Mum’s iPad"), "the new one is shown: {shown}");
    close_panel(&widget).await?;
    let focused =
        "found.getRootNode().activeElement === found && found.getBoundingClientRect().top >= 0";
    let title = widget.ask(".ladder-title", focused).await?;
    ensure!(title == true, "the title of the new climb has the focus, and is seen");
    let named = async || Ok(widget.text(".ladder").await?.contains("Mum’s iPad"));
    page.until("the widget says for whom it is", named).await?;
    widget.click(CHARGER).await?;
    widget.until(&format!("{CHARGER}:checked")).await?;
    page.reload().await?;
    ensure!(ticks(page).await? == (false, true), "the tab stays with the second device");

    let first_tab = page.this_tab().await?;
    let second_tab = page.new_tab().await?;
    page.go_to(&second_tab).await?;
    page.open("/test.html").await?;
    ensure!(ticks(page).await? == (false, true), "a new tab shows what was shown last");
    open_panel(&widget, "new-case", "cases").await?;
    widget.click("[data-panel=cases] [data-action=switch-case]").await?;
    widget.until_not("dialog").await?;
    widget.until(&format!("{WIFI}:checked")).await?;
    ensure!(ticks(page).await? == (true, false), "the first device is as it was");
    page.go_to(&first_tab).await?;
    page.reload().await?;
    ensure!(ticks(page).await? == (false, true), "the other tab is untouched");
    page.ensure_no_errors().await?;
    page.go_to(&second_tab).await?;
    page.reload().await?;
    ensure!(ticks(page).await? == (true, false), "and this one stays with the first");

    // Removed, and put back at once; removed for good, and put back later.
    open_panel(&widget, "new-case", "cases").await?;
    for _ in 0..2 {
        widget.click("[data-action=remove-case]").await?;
        widget.until("[data-action=undo-remove-case]").await?;
        ensure!(!widget.has("[data-action=switch-case]").await?, "no way to one that is removed");
        widget.click("[data-action=undo-remove-case]").await?;
        widget.until("[data-action=switch-case]").await?;
    }
    widget.click("[data-action=remove-case]").await?;
    widget.until("[data-action=undo-remove-case]").await?;
    close_panel(&widget).await?;
    open_panel(&widget, "new-case", "cases").await?;
    ensure!(widget.count("[data-panel=cases] .panel-body > .cases > .case").await? == 1, "one");
    widget.click("[data-panel=cases] summary").await?;
    widget.click("[data-action=undo-remove-case]").await?;
    widget.until("[data-action=switch-case]").await?;
    let own = "return Object.keys(localStorage).every((key) =>
        /^fix-ladder\\/(1\\/icloud-photos\\/(default|[a-z0-9]{8})\\/[a-z]|(case|height)\\/icloud-photos)/.test(key))";
    ensure!(page.run(own, &[]).await? == true, "a key that is none of ours");
    Ok(())
}

/// One ladder twice in a page, and another one that has nothing to do with it.
async fn widgets_of_one_ladder_show_the_same_device(page: &Page) -> Result<()> {
    let steps = with_steps("steps", 2);
    let others = page.elements_for(&[steps, with_steps("other", 2)]);
    let twice = "<fix-ladder class=second src=/steps.json loading=eager></fix-ladder>";
    page.open_body(&format!("{others}{twice}<script src=/fix-ladder.js></script>")).await?;
    page.all_ready(3).await?;
    let (first, second) = (page.widget_at("#steps"), page.widget_at(".second"));
    let other = page.widget_at("#other");
    for widget in [&first, &other] {
        widget.click("[data-step=s0]").await?;
    }
    second.until("[data-step=s0]:checked").await?;
    open_panel(&first, "new-case", "cases").await?;
    first.click("[data-action=add-case]").await?;
    for widget in [&first, &second] {
        widget.until("[data-step=s0]:not(:checked)").await?;
    }
    ensure!(other.is_checked("[data-step=s0]").await?, "another ladder has devices of its own");
    close_panel(&first).await?;
    second.click("[data-step=s1]").await?;
    first.until("[data-step=s1]:checked").await?;
    // One that has gone is not asked any more.
    page.run("document.querySelector('.second').remove()", &[]).await?;
    open_panel(&first, "new-case", "cases").await?;
    first.click("[data-panel=cases] [data-action=switch-case]").await?;
    first.until("[data-step=s0]:checked").await?;
    page.ensure_no_errors().await
}

async fn no_device_is_added_where_nothing_is_kept(page: &Page) -> Result<()> {
    page.open_body(
        "<script>Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }</script>
        <script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>",
    )
    .await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click(WIFI).await?;
    open_panel(&widget, "new-case", "cases").await?;
    widget.click("[data-action=add-case]").await?;
    widget.until(&filled("cases")).await?;
    let told =
        async || Ok(widget.text("dialog [role=status]").await?.contains("nothing was changed"));
    page.until("it is told", told).await?;
    ensure!(widget.count("[data-panel=cases] .case").await? == 1, "there is still one");
    ensure!(widget.is_checked(WIFI).await?, "nothing that was done is lost");
    Ok(())
}
