//! tmp
use super::TAG;
use anyhow::Result;
use browser_tests::engine::Screen;
use browser_tests::held::HOLD;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
pub fn tests() -> Vec<Test> {
    tests![zz_shots]
}
async fn zz_shots(page: &Page) -> Result<()> {
    let post = format!(
        "{HOLD}<h1>Photos stuck?</h1><p>My post about photos that do not sync, as long as a line.</p>{TAG}<p>And what follows in the post.</p>"
    );
    for (name, width) in [("phone", 390), ("wide", 900)] {
        for dark in [false, true] {
            page.run("localStorage.clear()", &[]).await?;
            page.open_body(&post).await?;
            page.paint(dark).await?;
            page.picture(&format!("zz-first-{name}-{dark}"), Screen { width, height: 800 }).await?;
            page.set_screen(Screen { width, height: 800 }).await?;
            page.release().await?;
            let widget = page.widget();
            widget.ready().await?;
            widget.click("[data-step=stuck-charger]").await?;
            page.until_true("localStorage.getItem('fix-ladder/height/icloud-photos')").await?;
            page.open_body(&post).await?;
            page.paint(dark).await?;
            page.picture(&format!("zz-returning-{name}-{dark}"), Screen { width, height: 800 })
                .await?;
        }
    }
    Ok(())
}
