//! What was tried, as a text: to copy, to save, and in its place where the ladder ends.

use anyhow::{Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::{close_panel, open_panel};

pub fn tests() -> Vec<Test> {
    tests![the_report_is_there_to_be_handed_on, where_a_ladder_ends_the_report_stands]
}

/// A clipboard that the test can look into, and that it can close.
const CLIPBOARD: &str = "<script>
  const clipboard = { writeText: async (text) => {
    if (window.isClosed) throw new DOMException('no', 'NotAllowedError');
    window.copied = text;
  } };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  document.execCommand = () => false;
</script>";

const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
const TEXT: &str = "[data-text=report]";

async fn the_report_is_there_to_be_handed_on(page: &Page) -> Result<()> {
    page.open_body(&format!("{CLIPBOARD}{TAG}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    open_panel(&widget, "copy-report", "report").await?;
    let plain = widget.ask(TEXT, "found.value").await?;
    ensure!(plain.as_str().is_some_and(|it| it.contains("Is it really stuck?")), "{plain}");
    widget.click("dialog [data-form=markdown]").await?;
    let other = async || Ok(widget.ask(TEXT, "found.value").await? != plain);
    page.until("it is written in Markdown", other).await?;
    let markdown = widget.ask(TEXT, "found.value").await?;
    widget.click("dialog [data-action=copy-report]").await?;
    let said = async |words: &str| {
        let told = async || Ok(widget.text("dialog [role=status]").await? == words);
        page.until(words, told).await
    };
    said("Copied").await?;
    ensure!(page.run("return window.copied", &[]).await? == markdown, "what is seen is copied");
    // Where the clipboard is closed, the text is selected for the reader.
    page.run("window.isClosed = true", &[]).await?;
    widget.click("dialog [data-action=copy-report]").await?;
    let marked = "found.selectionEnd - found.selectionStart === found.value.length";
    page.until("it is selected", async || Ok(widget.ask(TEXT, marked).await? == true)).await?;
    let told = async || Ok(widget.text("dialog [role=status]").await?.contains("marked text"));
    page.until("how to copy it by hand is said", told).await?;
    close_panel(&widget).await?;

    // In its place, and as it stands.
    widget.skip_to("toggle").await?;
    widget.click("[data-action=get-help]").await?;
    let slot = format!("[data-panel=report] {TEXT}");
    widget.until(&slot).await?;
    let before = widget.ask(&slot, "found.value").await?;
    ensure!(before.as_str().is_some_and(|it| it.contains("Restart")), "{before}");
    widget.choose("[data-choice=device]", "ipad-without-home-button").await?;
    let follows = async || Ok(widget.ask(&slot, "found.value").await? != before);
    page.until("it follows what the reader says", follows).await
}

/// What a device is given to share, kept.
const SHARING: &str = "<script>
  Object.defineProperty(navigator, 'share', { value: async (data) => { window.shared = data } });
</script>";

async fn where_a_ladder_ends_the_report_stands(page: &Page) -> Result<()> {
    let mut document = with_steps("steps", 2);
    document["report_to"] = json!("help@example.org");
    let widget = page.open_documents(SHARING, &[document]).await?;
    widget.click("[data-step=s0]").await?;
    widget.click("[data-action=not-fixed]").await?;
    let slot = format!("[data-panel=report] {TEXT}");
    // Whoever comes back to the end finds it as they left it.
    for turn in ["at the answer", "after a reload"] {
        widget.until(&slot).await?;
        let text = widget.ask(&slot, "found.value").await?;
        ensure!(text.as_str().is_some_and(|it| it.contains("The only fix")), "{turn}: {text}");
        ensure!(widget.count(&slot).await? == 1, "{turn}: it stands once");
        let send = widget.attribute("[data-action=send-report]", "href").await?;
        let is_addressed =
            send.as_ref().is_some_and(|it| it.starts_with("mailto:help@example.org?"));
        ensure!(is_addressed, "{turn}: {send:?}");
        widget.click("[data-panel=report] [data-action=share-report]").await?;
        page.until_true("window.shared").await?;
        let shared = page.run("return window.shared.text", &[]).await?;
        ensure!(shared == text, "{turn}: what is seen is shared: {shared}");
        page.reload().await?;
        page.all_ready(1).await?;
    }
    page.ensure_no_errors().await
}
