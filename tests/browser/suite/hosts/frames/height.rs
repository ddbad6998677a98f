//! A frame in a page that listens, by the recipe of the paper: as high as its list, whatever the theme makes of it.

use anyhow::{Context, Result, ensure};
use browser_tests::recipes::recipe_at;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

use super::{Files, STEP, inside};

pub fn tests() -> Vec<Test> {
    tests![hp_24_a_frame_is_as_high_as_its_list]
}

/// The page around notes what it is told.
const HEARING: &str =
    "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));
window.told = () => heard.filter((it) => it.type === 'fix-ladder-height').map((it) => it.height);
window.frame = () => document.querySelector('iframe');</script>";

/// The frame has the height that it asked for last, and asks for no other.
async fn has_settled(page: &Page) -> Result<()> {
    let fits = "told().length && frame().style.height === told().pop() + 'px'";
    page.until_true(fits).await?;
    // What a bar that comes and goes would do happens within a few frames, again and again.
    let settle =
        "const [done] = arguments; let quiet = 0; let frames = 0; let before = told().length;
        const look = () => {
          frames += 1;
          quiet = told().length === before ? quiet + 1 : 0;
          before = told().length;
          if (quiet > 20 || frames > 300) done({ quiet, told: told().slice(-6) });
          else requestAnimationFrame(look);
        };
        look()";
    let settled = page.client.execute_async(settle, Vec::new()).await?;
    ensure!(
        settled["quiet"].as_u64() > Some(20),
        "it asks for one height after another: {settled}"
    );
    page.until_true(fits).await
}

async fn hp_24_a_frame_is_as_high_as_its_list(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let grows = recipe_at("Frame that grows", 0)?;
    // With a border that is a part of its height, as in half of all themes, it is always a little too low.
    for (attributes, style) in [
        ("", ""),
        (
            "data-bordered",
            "* { box-sizing: border-box } iframe[data-bordered] { border: 2px inset !important }",
        ),
    ] {
        let frame = files.frame(attributes, "?ladder=icloud-photos")?;
        page.open_html(&format!(
            "<style>{style}</style></head><body><h1>A post</h1>{HEARING}<script>{grows}</script>{frame}<p>And on.</p></body>"
        ))
        .await?;
        inside(page, async || page.widget().ready().await).await?;
        has_settled(page).await?;
        let scrolls =
            "const { scrollHeight } = document.documentElement; return scrollHeight - innerHeight";
        inside(page, async || {
            let over = page.run(scrolls, &[]).await?.as_i64().context("no height")?;
            ensure!(over <= 8, "{over} px do not fit");
            let before = page.run("return innerHeight", &[]).await?;
            page.widget().click_by_script("[data-rung=restart] [data-action=toggle]").await?;
            page.until("it is higher", async || {
                Ok(page.run("return innerHeight", &[]).await?.as_f64() > before.as_f64())
            })
            .await
        })
        .await?;
        has_settled(page).await?;
        // It follows a narrower page as well, and a list that is folded again.
        let high = page.run("return told().pop()", &[]).await?;
        inside(page, async || {
            page.widget().click_by_script("[data-rung=restart] [data-action=toggle]").await
        })
        .await?;
        page.until("it is lower", async || {
            Ok(page.run("return told().pop()", &[]).await?.as_f64() < high.as_f64())
        })
        .await?;
        has_settled(page).await?;
        page.run("frame().style.width = '320px'", &[]).await?;
        page.until("it is higher", async || {
            Ok(page.run("return told().pop()", &[]).await?.as_f64() > high.as_f64())
        })
        .await?;
        has_settled(page).await?;
    }
    // Others listen to the same in words of their own.
    let amp =
        "heard.some((it) => it.sentinel === 'amp' && it.type === 'embed-size' && it.height > 100)";
    page.until_true(amp).await?;
    let embedly =
        "heard.some((it) => typeof it === 'string' && JSON.parse(it).context === 'iframe.resize')";
    page.until_true(embedly).await?;
    let workers = "const [done] = arguments; Promise.resolve(navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : []).then((all) => done(all.length), () => done(0))";
    inside(page, async || {
        ensure!(
            page.client.execute_async(workers, Vec::new()).await? == 0,
            "a frame has no worker"
        );
        page.widget().click_by_script(STEP).await?;
        page.widget().until(&format!("{STEP}:checked")).await
    })
    .await?;
    page.reload().await?;
    inside(page, async || {
        page.widget().until(&format!("{STEP}:checked")).await?;
        ensure!(!page.widget().has("[data-notice=not-kept]").await?, "it is kept");
        page.ensure_no_errors().await
    })
    .await
}
