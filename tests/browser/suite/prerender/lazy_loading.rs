//! When the module is asked for: at once where the widget is seen, and far below only when the reader comes near.

use anyhow::{Result, ensure};
use browser_tests::paused_module::PAUSED;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![
        first_view_far_below_costs_the_script_only,
        first_view_far_below_starts_at_a_touch,
        first_view_makes_way_for_the_list,
    ]
}

const LAZY: &str = "<script src=/fix-ladder.js data-ladder=icloud-photos></script>";

/// How often the module has been asked for.
fn asked(page: &Page) -> usize {
    page.server.requests().iter().filter(|it| it.starts_with("/fix-ladder.wasm")).count()
}

/// A page with the widget far below; returns when frames have been drawn, and nothing has been asked for.
async fn open_far(page: &Page) -> Result<()> {
    let before = asked(page);
    page.open_body(&format!("{PAUSED}<p style='height: 9000px'>Before.</p>{LAZY}")).await?;
    page.more_frames().await?;
    page.more_frames().await?;
    ensure!(page.widget().state().await?.as_deref() == Some("loading"), "it waits to be seen");
    ensure!(page.widget().count("[data-rung]").await? > 3, "the first view is there");
    ensure!(
        asked(page) == before,
        "nothing but the script is asked for: {:?}",
        page.server.requests()
    );
    Ok(())
}

async fn first_view_far_below_costs_the_script_only(page: &Page) -> Result<()> {
    open_far(page).await?;
    page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
    page.until("the module is asked for", async || Ok(asked(page) == 1)).await?;
    page.release().await?;
    page.widget().ready().await
}

async fn first_view_far_below_starts_at_a_touch(page: &Page) -> Result<()> {
    let touches = [
        (
            "[data-step=stuck-charger]",
            "localStorage['fix-ladder/1/icloud-photos/default/step:stuck-charger']",
        ),
        (
            "[data-rung=restart] [data-action=toggle]",
            "document.querySelector('fix-ladder').shadowRoot.querySelector('[data-step=restart-slide]')",
        ),
    ];
    for (touch, done) in touches {
        open_far(page).await?;
        let before = asked(page);
        page.widget().click_by_script(touch).await?;
        // A cache may answer the second time, so it is the widget that tells.
        page.until("it has begun", async || Ok(asked(page) > before || before > 0)).await?;
        page.release().await?;
        page.widget().ready().await?;
        page.until_true(done).await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn first_view_makes_way_for_the_list(page: &Page) -> Result<()> {
    page.open_body(&format!("<script>delete window.WebAssembly</script>{LAZY}")).await?;
    page.widget().until_state("failed").await?;
    page.widget().until(".plain-list").await?;
    ensure!(!page.widget().has("[data-step]").await?, "the first view has gone");
    Ok(())
}
