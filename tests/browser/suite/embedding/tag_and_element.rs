//! The script tag and the element: where widgets appear, and what a page may do to them.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        script_tag_places_a_widget,
        standalone_page_and_demo_post_show_the_ladder,
        script_tag_in_head_says_what_to_do,
        script_without_a_ladder_only_defines_the_element,
        loading_twice_is_harmless,
        two_elements_share_one_module,
        moved_element_keeps_its_widget,
        removed_element_comes_back,
        attributes_are_followed,
        another_language_keeps_the_widget,
        eager_while_it_loads_starts_it_once,
        a_widget_moves_into_another_document,
        a_module_script_finds_its_files,
        an_imported_script_finds_its_files,
        widget_loads_late_unless_it_is_near,
        nothing_is_fetched_but_its_own_files,
    ]
}

const TAG: &str =
    "<script src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";
const ELEMENT: &str = "<fix-ladder ladder=\"icloud-photos\" loading=\"eager\"></fix-ladder>";
const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";

async fn script_tag_places_a_widget(page: &Page) -> Result<()> {
    page.open_body(&format!("<p id=before></p>{TAG}<p id=after></p>")).await?;
    page.widget().ready().await?;
    let place = "const it = document.querySelector('fix-ladder');
        return [it.previousElementSibling.localName, it.nextElementSibling.id, it.getAttribute('ladder')]";
    ensure!(page.run(place, &[]).await? == json!(["script", "after", "icloud-photos"]));
    let ready = page.events_of("ready").await?;
    ensure!(ready.len() == 1 && ready[0]["composed"] == true, "one composed event: {ready:?}");
    ensure!(page.widget().count("[data-rung]").await? > 1, "the rungs are there");
    ensure!(!page.widget().has("slot").await?, "the author's HTML has made way");
    Ok(())
}

async fn standalone_page_and_demo_post_show_the_ladder(page: &Page) -> Result<()> {
    for path in ["/", "/demo/"] {
        page.open(path).await?;
        page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
        page.widget().ready().await?;
        ensure!(page.take_errors().await?.is_empty(), "{path} has errors");
    }
    Ok(())
}

async fn script_tag_in_head_says_what_to_do(page: &Page) -> Result<()> {
    page.open_html(&format!("{TAG}</head><body></body>")).await?;
    let errors = page.take_errors().await?;
    ensure!(
        errors.len() == 1 && errors[0].contains("<body>"),
        "one error naming the cure: {errors:?}"
    );
    ensure!(page.widget().state().await?.is_none(), "nothing is shown");
    Ok(())
}

async fn script_without_a_ladder_only_defines_the_element(page: &Page) -> Result<()> {
    page.open_body(SCRIPT).await?;
    page.until_true("customElements.get('fix-ladder')").await?;
    ensure!(page.widget().state().await?.is_none(), "nothing is shown");
    Ok(())
}

async fn loading_twice_is_harmless(page: &Page) -> Result<()> {
    page.open_body(&format!("{SCRIPT}{TAG}<p></p>{TAG}{SCRIPT}")).await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 2);
    for place in ["fix-ladder", "p ~ fix-ladder"] {
        page.widget_at(place).ready().await?;
    }
    Ok(())
}

async fn two_elements_share_one_module(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}<div id=second>{ELEMENT}</div>{SCRIPT}")).await?;
    page.widget().ready().await?;
    page.widget_at("#second fix-ladder").ready().await?;
    let fetched = page.server.requests();
    let modules = fetched.iter().filter(|request| request.contains(".wasm")).count();
    ensure!(modules == 1, "one module for all: {fetched:?}");
    Ok(())
}

async fn moved_element_keeps_its_widget(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}<div id=there></div>{SCRIPT}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.ask("[data-rung]", "found.ownerDocument.defaultView.rungBefore = found, true").await?;
    page.run("there.append(document.querySelector('fix-ladder'))", &[]).await?;
    page.widget_at("#there fix-ladder").ready().await?;
    let same = widget.ask("[data-rung]", "found === rungBefore").await?;
    ensure!(same == true, "the very same rung still stands");
    ensure!(page.events_of("ready").await?.len() == 1, "it started once");
    Ok(())
}

async fn removed_element_comes_back(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}{SCRIPT}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    page.run("window.kept = document.querySelector('fix-ladder'); kept.remove()", &[]).await?;
    page.until_true("kept.shadowRoot.querySelectorAll('[data-rung]').length === 0").await?;
    for _ in 0..3 {
        page.run("document.body.append(kept)", &[]).await?;
        widget.ready().await?;
        ensure!(widget.count("[aria-current=step]").await? == 1, "one widget stands in it");
        page.run("kept.remove()", &[]).await?;
        page.until_true("kept.shadowRoot.querySelectorAll('[data-rung]').length === 0").await?;
    }
    ensure!(page.events_of("ready").await?.len() == 4, "it started once for each time");
    Ok(())
}

async fn attributes_are_followed(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}{SCRIPT}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    ensure!(widget.has("h2").await? && !widget.has("h1").await?, "the title is of level 2");
    let set = "const it = document.querySelector('fix-ladder');
        it.setAttribute('theme', 'dark'); it.setAttribute('heading-level', '4')";
    page.run(set, &[]).await?;
    widget.until("h4").await?;
    widget.until_not("h2").await?;
    page.run("document.querySelector('fix-ladder').setAttribute('heading-level', '9')", &[])
        .await?;
    widget.until("h5").await?;
    page.run("document.querySelector('fix-ladder').setAttribute('ladder', 'no-such-ladder')", &[])
        .await?;
    widget.until_state("failed").await?;
    page.run("document.querySelector('fix-ladder').setAttribute('ladder', 'icloud-photos')", &[])
        .await?;
    widget.ready().await?;
    page.take_errors().await.map(drop)
}

async fn another_language_keeps_the_widget(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}<div id=there lang=en-AU></div>{SCRIPT}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-rung][data-state=locked] [data-action=toggle]").await?;
    let unfolded = "[data-rung][data-state=locked]:has([aria-expanded=true])";
    widget.until(unfolded).await?;
    widget.ask(unfolded, "window.rungBefore = found, true").await?;
    // The level is set with the language, so that one can tell when both have been taken over.
    for change in [
        "it.lang = 'en-GB'; it.setAttribute('heading-level', '3')",
        "there.append(it); it.removeAttribute('lang'); it.setAttribute('heading-level', '4')",
    ] {
        let level = if change.contains('3') { "h3.ladder-title" } else { "h4.ladder-title" };
        page.run(&format!("const it = document.querySelector('fix-ladder'); {change}"), &[])
            .await?;
        widget.until(level).await?;
        let same = widget.ask(unfolded, "found === rungBefore").await?;
        ensure!(same == true, "the very same rung is still unfolded after {change}");
    }
    ensure!(page.events_of("ready").await?.len() == 1, "it started once");
    Ok(())
}

async fn eager_while_it_loads_starts_it_once(page: &Page) -> Result<()> {
    // It is on its way until everything has been done that could start it again.
    let delay = Some(Duration::from_secs(600));
    page.server.set("/fix-ladder.wasm", Override { delay, ..Override::default() });
    let touch = "<script>const it = document.querySelector('fix-ladder');
        it.dispatchEvent(new Event('pointerenter')); it.setAttribute('loading', 'eager');
        queueMicrotask(() => it.setAttribute('loading', 'eager'))</script>";
    let lazy = ELEMENT.replace("eager", "lazy");
    page.open_body(&format!("{lazy}{SCRIPT}{touch}")).await?;
    page.server.unset("/fix-ladder.wasm");
    page.widget().ready().await?;
    // What a second start would do happens before the next frame.
    page.client.execute_async(FRAMES, Vec::new()).await?;
    ensure!(page.events_of("ready").await?.len() == 1, "one ready");
    ensure!(page.widget().count("[data-theme]").await? == 1, "one place to stand in");
    Ok(())
}

async fn a_widget_moves_into_another_document(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}<iframe id=frame></iframe>{SCRIPT}")).await?;
    page.widget().ready().await?;
    let styles = "getComputedStyle(kept.shadowRoot.querySelector('.rungs')).listStyleType";
    page.run("window.kept = document.querySelector('fix-ladder')", &[]).await?;
    ensure!(page.run(&format!("return {styles}"), &[]).await? == "none");
    for body in ["frame.contentDocument.body", "document.body"] {
        page.run(&format!("{body}.append(kept)"), &[]).await?;
        page.until_true(&format!("kept.isConnected && {styles} === 'none'")).await?;
        let open = "kept.shadowRoot.querySelector('[data-state=locked] [aria-expanded=false]')";
        page.run(&format!("window.row = {open}; row.click()"), &[]).await?;
        page.until_true("row.getAttribute('aria-expanded') === 'true'").await?;
    }
    ensure!(page.run("return kept.dataset.state", &[]).await? == "ready");
    Ok(())
}

/// Opens a page that stands in another folder than the script.
async fn open_elsewhere(page: &Page, script: &str) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en><head><title>A test</title></head><body>{ELEMENT}{script}</body></html>"
    );
    let body = Some(html.into_bytes());
    page.server.set("/posts/test.html", Override { body, ..Override::default() });
    page.open("/posts/test.html").await
}

async fn a_module_script_finds_its_files(page: &Page) -> Result<()> {
    open_elsewhere(page, "<script type=module src=\"/fix-ladder.js\"></script>").await?;
    page.widget().ready().await
}

async fn an_imported_script_finds_its_files(page: &Page) -> Result<()> {
    open_elsewhere(page, "<script type=module>import('/fix-ladder.js')</script>").await?;
    page.widget().ready().await?;
    page.ensure_no_errors().await
}

/// Two frames are enough for an observer to speak.
const FRAMES: &str = "const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";

async fn widget_loads_late_unless_it_is_near(page: &Page) -> Result<()> {
    let lazy = ELEMENT.replace("eager", "lazy");
    page.open_body(&format!("<div id=space></div>{lazy}{SCRIPT}")).await?;
    page.widget().ready().await?;
    let far =
        format!("<style>#space {{ height: 9000px }}</style><div id=space></div>{lazy}{SCRIPT}");
    page.open_body(&far).await?;
    page.client.execute_async(FRAMES, Vec::new()).await?;
    ensure!(page.widget().state().await?.as_deref() == Some("loading"), "it waits to be seen");
    page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
    page.widget().ready().await
}

async fn nothing_is_fetched_but_its_own_files(page: &Page) -> Result<()> {
    page.open_body(TAG).await?;
    page.widget().ready().await?;
    let fetched = page
        .run("return performance.getEntriesByType('resource').map((it) => it.name)", &[])
        .await?;
    // Some browsers ask for the page's icon on their own.
    let own =
        ["/fix-ladder", "/pages/harness.js", "/favicon.ico"].map(|path| page.server.url(path));
    let foreign: Vec<_> = fetched
        .as_array()
        .into_iter()
        .flatten()
        .filter(|name| {
            !own.iter().any(|own| name.as_str().is_some_and(|name| name.starts_with(own)))
        })
        .collect();
    ensure!(foreign.is_empty(), "{foreign:?}");
    Ok(())
}
