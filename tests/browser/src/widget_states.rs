//! Every state that a widget can be seen in, one after the other, as a reader comes to it.
//!
//! Knows the ids that the built-in ladder and the Arabic one of `pages/arabic.json` share.

use std::time::Duration;

use anyhow::Result;

use crate::climb::on;
use crate::test_page::Page;
use crate::widget::Widget;

/// Which ladder, and in what page.
#[derive(Clone, Copy, Debug)]
pub enum Direction {
    /// The built-in ladder in a page that is written from left to right.
    Left,
    /// The same in a page that is written from right to left.
    LeftInRight,
    /// A ladder in Arabic in a page in English.
    Right,
}

impl Direction {
    /// A post with the widget in it, between two headings, as pages have them.
    pub fn post(self) -> String {
        self.post_with("", "")
    }

    /// `before` stands before the script, `attributes` on the element.
    pub fn post_with(self, before: &str, attributes: &str) -> String {
        let (dir, source) = match self {
            Direction::Left => ("ltr", "ladder=\"icloud-photos\""),
            Direction::LeftInRight => ("rtl", "ladder=\"icloud-photos\""),
            Direction::Right => ("ltr", "src=\"/pages/arabic.json\""),
        };
        format!(
            "<body dir={dir}><main><h1>A post</h1>{before}\
            <fix-ladder {source} loading=\"eager\" {attributes}></fix-ladder>\
            <script src=\"/fix-ladder.js\"></script></main></body>"
        )
    }
}

const SECOND: &str = "[data-requirement=toggle-copy-count][data-part=second]";

/// Climbs through every state of a widget that stands, and shows each by its name.
pub async fn every_state(widget: &Widget<'_>, see: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    let page = widget.page;
    see("start").await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.press("really-stuck", "not-fixed").await?;
    see("wait not started").await?;
    widget.press("restart", "start-wait").await?;
    see("waiting").await?;
    widget.press("restart", "skip-wait").await?;
    see("asked").await?;
    widget.press("restart", "cancel").await?;
    page.advance(Duration::from_secs(901)).await?;
    widget.until_rung("restart", "open").await?;
    see("waited").await?;
    widget.press("restart", "not-fixed").await?;
    widget.skip_to("toggle").await?;
    see("preparing").await?;
    widget.press("delete-all", "toggle").await?;
    see("a locked rung unfolded").await?;
    widget.press("delete-all", "toggle").await?;
    widget.meet_guards("toggle", async || Ok(())).await?;
    widget.write(SECOND, "many").await?;
    see("evidence that is wrong").await?;
    widget.write(SECOND, "12,480").await?;
    widget.until_rung("toggle", "open").await?;
    see("open").await?;
    widget.press("toggle", "get-help").await?;
    see("help").await?;
    widget.press("toggle", "fixed").await?;
    widget.until_rung("toggle", "fixed").await?;
    see("fixed").await?;
    widget.click("[data-action=reopen]").await?;
    widget.skip_to("erase").await?;
    widget.until("[data-rung=erase] [data-confirm]").await?;
    see("the last resort, preparing").await?;
    widget.press("erase", "skip-rung").await?;
    widget.click(&on("erase", "confirm")).await?;
    see("end").await
}

/// What makes a browser refuse to keep anything.
pub const BLOCKED: &str = "<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script>";

/// The states in which a widget does not run, or says that something is wrong.
pub async fn every_notice(
    page: &Page,
    direction: Direction,
    see: impl AsyncFn(&str) -> Result<()>,
) -> Result<()> {
    let without = direction.post_with("<script>delete window.WebAssembly</script>", "");
    page.open_html(&without).await?;
    page.widget().until_state("failed").await?;
    see("the plain list").await?;
    page.take_errors().await?;
    page.open_html(&direction.post_with(BLOCKED, "")).await?;
    page.widget().until("[data-notice=not-kept]").await?;
    see("not kept").await?;
    let key = "fix-ladder/1/icloud-photos/default";
    if matches!(direction, Direction::Right) {
        return Ok(());
    }
    page.open("/pages/blank.html").await?;
    page.store(&format!("{key}/step:stuck-wifi"), "{").await?;
    page.store(&format!("{key}/step:stuck-charger"), r#"{"v":2}"#).await?;
    page.open_html(&direction.post()).await?;
    page.widget().until("[data-notice=broken]").await?;
    page.widget().until("[data-notice=newer]").await?;
    see("broken and newer").await?;
    page.run("localStorage.clear()", &[]).await.map(drop)
}
