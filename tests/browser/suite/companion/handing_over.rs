//! A climb goes on elsewhere: in another browser, by a link; from a page without an address, by a code and a file.

use anyhow::{Context, Result, ensure};
use browser_tests::climb::on;
use browser_tests::engine::{Browser, Engine};
use browser_tests::local_files::Folder;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};

use super::{close_panel, filled, link_of, open_panel};

pub fn tests() -> Vec<Test> {
    tests![
        half_in_one_engine_and_finished_in_another,
        a_file_goes_round,
        blocked_storage_hands_over
    ]
}

/// Another of the engines that are tested; where there is only one, that.
fn another(engine: Engine) -> Result<Engine> {
    let all = Engine::wanted()?;
    let at = all.iter().position(|it| *it == engine).context("an engine that nobody wanted")?;
    all.get((at + 1) % all.len()).copied().context("no engine")
}

async fn half_in_one_engine_and_finished_in_another(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    page.run("location.hash = 'of-the-page'", &[]).await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.skip_to("toggle").await?;
    widget.meet_guards("toggle", async || Ok(())).await?;
    widget.click("[data-step=toggle-open]").await?;
    widget.press("toggle", "start-wait").await?;
    widget.until_rung("toggle", "waiting").await?;
    let link = link_of(&widget).await?;
    ensure!(link.contains("#of-the-page&fix-ladder="), "what is the page's stays: {link}");

    let other = another(page.engine)?;
    let browser = Browser::start(other).await?;
    let outcome = async {
        let there = Page::new(browser.engine, browser.client.clone()).await?;
        there.client.goto(&link).await.context("opening the link")?;
        finish(&there).await?;
        there.ensure_no_errors().await
    }
    .await;
    browser.stop().await;
    outcome.with_context(|| format!("finishing it in {}", other.name()))
}

async fn finish(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.until(&filled("open")).await?;
    ensure!(!widget.has("[data-step]:checked").await?, "nothing is taken over unasked");
    ensure!(widget.count("[data-panel=open] .panel-list").await? == 2, "guards are shown apart");
    widget.click("[data-panel=open] [data-action=merge]").await?;
    close_panel(&widget).await?;
    ensure!(
        page.run("return location.hash", &[]).await? == "#of-the-page",
        "ours has left the address"
    );
    widget.until_rung("toggle", "preparing").await?;
    widget.until("[data-step=toggle-open]:checked").await?;
    let guards = "[data-rung=toggle] :is([data-requirement], [data-confirm])";
    let met = format!("{guards}:checked");
    ensure!(!widget.has(&met).await?, "a link has met a guard");
    let typed = widget.ask(&format!("{guards}[type=text]"), "found.value").await?;
    ensure!(typed == "", "a link has brought evidence: {typed}");
    widget.expect("toggle", "not-fixed", false).await?;
    let restarted = widget.rungs().await?;
    ensure!(restarted[0] == ("really-stuck".to_owned(), "not-fixed".to_owned()), "{restarted:?}");
    widget.meet_guards("toggle", async || Ok(())).await?;
    widget.until_rung("toggle", "waiting").await?;
    widget.press("toggle", "fixed").await?;
    widget.until_rung("toggle", "fixed").await?;
    ensure!(page.events_of("fixed").await?.len() == 1, "the page is told");
    Ok(())
}

async fn a_file_goes_round(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    folder.copy_built("fix-ladder.inline.js")?;
    folder.write(
        "post.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A post</title></head><body>
        <script src=fix-ladder.inline.js data-ladder=icloud-photos data-loading=eager></script></body></html>",
    )?;
    let widget = page.open_local(&folder, "post.html").await?;
    widget.click("[data-step=stuck-wifi]").await?;
    open_panel(&widget, "resume-link", "resume").await?;
    ensure!(!widget.has("[data-text=link]").await?, "no other device could open this address");
    ensure!(widget.has("[data-text=code]").await?, "but there is a code");
    let saved = "fetch(document.querySelector('fix-ladder').shadowRoot.querySelector('[data-action=save-file]').href)
        .then((it) => it.text()).then((it) => { window.savedFile = it })";
    page.run(&format!("void {saved}"), &[]).await?;
    page.until_true("window.savedFile").await?;
    let text = page.run("return window.savedFile", &[]).await?;
    let text = text.as_str().context("no text")?;
    folder.write("climb.json", text)?;
    let newer = text.replace("\"fix-ladder\": 1", "\"fix-ladder\": 2");
    ensure!(newer != text, "{text}");
    folder.write("newer.json", &newer)?;

    page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    let widget = page.open_local(&folder, "post.html").await?;
    ensure!(!widget.is_checked("[data-step=stuck-wifi]").await?, "a device that knows nothing");
    open_panel(&widget, "resume-link", "resume").await?;
    widget.click("[data-panel=resume] details:last-of-type summary").await?;
    // What is no file of ours changes nothing.
    folder.write("other.json", "{\"a\": 1}")?;
    let files = [
        ("other.json", ".panel-problem"),
        ("newer.json", "[data-problem=newer]"),
        ("climb.json", "[data-action=merge]"),
    ];
    for (file, shows) in files {
        if !widget.has("[data-action=open-file]").await? {
            close_panel(&widget).await?;
            open_panel(&widget, "resume-link", "resume").await?;
            widget.click("[data-panel=resume] details:last-of-type summary").await?;
        }
        let path = folder.address(file).replace("file://", "");
        widget.find("[data-action=open-file]").await?.send_keys(&path).await?;
        widget.until(&format!("dialog {shows}")).await?;
    }
    widget.click("[data-action=merge]").await?;
    close_panel(&widget).await?;
    widget.until("[data-step=stuck-wifi]:checked").await
}

/// Where nothing is kept, a link is all that is left of a climb when the page is closed.
async fn blocked_storage_hands_over(page: &Page) -> Result<()> {
    page.open_body(
        "<script>if (location.search) for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })</script>
        <script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>",
    )
    .await?;
    page.open("/test.html?blocked").await?;
    let widget: Widget<'_> = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until(&on("restart", "start-wait")).await?;
    let link = link_of(&widget).await?;
    page.ensure_no_errors().await?;
    page.client.goto(&link.replace("?blocked", "")).await?;
    widget.until(&filled("open")).await?;
    widget.click("[data-action=merge]").await?;
    close_panel(&widget).await?;
    widget.until_rung("restart", "open").await?;
    widget.survives_a_reload().await?;
    // And the way back, into a page that keeps nothing.
    page.client.goto(&link).await?;
    widget.until(&filled("open")).await?;
    widget.click("[data-action=merge]").await?;
    close_panel(&widget).await?;
    widget.until_rung("restart", "open").await
}
