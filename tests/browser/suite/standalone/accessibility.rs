//! What axe-core finds on the whole standalone page, as the list and alive.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![a_1_standalone_page_in_the_light, a_1_standalone_page_in_the_dark]
}

async fn a_1_standalone_page_in_the_light(page: &Page) -> Result<()> {
    look(page, "rgb(246, 245, 241)").await
}

async fn a_1_standalone_page_in_the_dark(page: &Page) -> Result<()> {
    let surroundings = Surroundings { dark: true, ..Surroundings::default() };
    page.elsewhere(surroundings, async |page| look(page, "rgb(15, 17, 19)").await).await
}

/// The page without its script, as the list.
fn list_only(html: &str) -> Result<String> {
    let (before, rest) = html.rsplit_once("<script>").context("no script")?;
    let (_, after) = rest.split_once("</script>").context("no end of the script")?;
    Ok(format!("{before}{after}"))
}

async fn look(page: &Page, paper: &str) -> Result<()> {
    let html = std::fs::read_to_string(xtask::dist_folder().join("index.html"))?;
    let body = Some(list_only(&html)?.into_bytes());
    page.server.set("/list.html", Override { body, ..Override::default() });
    for (path, alive) in [("/list.html", false), ("/index.html", true)] {
        page.open(path).await?;
        if alive {
            page.widget().ready().await?;
        }
        let has = page.run("return getComputedStyle(document.body).backgroundColor", &[]).await?;
        ensure!(has == paper, "{path}: the paper is {has}");
        for width in [320, 1280] {
            page.set_screen(Screen { width, height: 900 }).await?;
            // A scroll bar takes some of it, in some engines.
            let over = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
            ensure!(page.run(over, &[]).await? == 0, "{path} is wider than {width} px");
            page.check_whole_page().await.with_context(|| format!("{path}, {width} px"))?;
        }
    }
    Ok(())
}
