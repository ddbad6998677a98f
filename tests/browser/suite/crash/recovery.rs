//! A module that breaks while widgets stand: nothing is left dead, nothing uncaught.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

use super::hostile_page::{HOSTILE, WATCH};

pub fn tests() -> Vec<Test> {
    tests![
        h_9_a_page_that_breaks_every_mount_is_left_with_lists,
        h_9_a_trap_in_an_event_is_cured_unseen,
        h_9_a_crash_while_it_mounts_is_cured,
        a_module_that_comes_while_the_page_is_measured_is_no_error,
        h_9_what_flies_through_the_module_ends_in_lists_where_it_stays,
        h_9_a_dead_module_leaves_the_living_alone,
        a_broken_listener_of_the_page_breaks_nothing,
    ]
}

const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";

/// Two widgets of one module, on a page that can be made hostile.
async fn open_two<'a>(page: &'a Page, before: &str) -> Result<[Widget<'a>; 2]> {
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    page.open_body(&format!(
        "<script>{HOSTILE}</script>{before}<div id=one>{element}</div><div id=two>{element}</div>{SCRIPT}"
    ))
    .await?;
    Ok([page.widget_at("#one fix-ladder"), page.widget_at("#two fix-ladder")])
}

async fn all_ready(widgets: &[Widget<'_>]) -> Result<()> {
    for widget in widgets {
        widget.ready().await?;
    }
    Ok(())
}

/// Fails where something was left to the page to catch, or where not so many instances died.
pub async fn ensure_all_caught(page: &Page, deaths: usize) -> Result<()> {
    let errors = page.take_errors().await?;
    let uncaught = errors.iter().any(|it| it.starts_with("un"));
    let said =
        errors.iter().filter(|it| it.contains("fix-ladder: the widget has stopped.")).count();
    ensure!(!uncaught && said == deaths, "{errors:?}");
    Ok(())
}

async fn all_lists(page: &Page, widgets: &[Widget<'_>]) -> Result<()> {
    for widget in widgets {
        widget.until_state("failed").await?;
        ensure!(widget.has("ol > li").await?, "the list is there");
        ensure!(widget.has("[data-notice=failed]").await?, "the reason is there");
    }
    ensure!(page.events_of("error").await?.len() == widgets.len(), "each is told once");
    Ok(())
}

const TOGGLE: &str = "[data-rung][data-state=locked] [data-action=toggle]";

async fn h_9_a_page_that_breaks_every_mount_is_left_with_lists(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    all_ready(&widgets).await?;
    let break_page = "hostile.left = Infinity;
        document.querySelector('#one fix-ladder').setAttribute('heading-level', '4')";
    page.run(break_page, &[]).await?;
    all_lists(page, &widgets).await?;
    // The shared instance, and one of its own for each.
    ensure_all_caught(page, 3).await?;
    widgets[0].click("button[data-action=retry]").await?;
    let three = async || Ok(page.events_of("error").await?.len() == 3);
    page.until("the retry has failed too", three).await?;
    // It was forgiven: two more died of it, and no third was tried.
    ensure_all_caught(page, 2).await?;
    page.run("hostile.left = 0", &[]).await?;
    for widget in &widgets {
        widget.click("button[data-action=retry]").await?;
        widget.ready().await?;
    }
    Ok(())
}

async fn h_9_a_trap_in_an_event_is_cured_unseen(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    all_ready(&widgets).await?;
    page.run(WATCH, &[]).await?;
    page.run("hostile.left = 1", &[]).await?;
    widgets[0].click(TOGGLE).await?;
    page.until_true("watched.swaps === 2").await?;
    let seen = page.run("return [watched.states, watched.flashes]", &[]).await?;
    ensure!(seen == json!([[], 0]), "nothing of it was seen: {seen}");
    ensure!(page.events_of("error").await?.is_empty(), "nothing is told");
    ensure!(page.events_of("ready").await?.len() == 2, "to the page they were never away");
    ensure_all_caught(page, 1).await?;
    for widget in &widgets {
        widget.click(TOGGLE).await?;
        widget.until("[data-rung][data-state=locked] [aria-expanded=true]").await?;
    }
    Ok(())
}

async fn h_9_a_crash_while_it_mounts_is_cured(page: &Page) -> Result<()> {
    let widgets = open_two(page, "<script>hostile.left = 1</script>").await?;
    all_ready(&widgets).await?;
    ensure!(page.events_of("error").await?.is_empty(), "nothing is told");
    ensure!(page.events_of("ready").await?.len() == 2, "each stands");
    ensure_all_caught(page, 1).await
}

/// Safari carries on after `WebAssembly.instantiate` in whatever it calls next. Here that is always a measurement.
const COMES_WHILE_MEASURED: &str = "<script>
    window.measured = 0;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const instance = await instantiate(...given);
        await new Promise((resolve) => {
            const observer = new ResizeObserver(() => { observer.disconnect(); measured += 1; resolve() });
            observer.observe(document.querySelector('#one'));
        });
        return instance;
    };
</script>";

async fn a_module_that_comes_while_the_page_is_measured_is_no_error(page: &Page) -> Result<()> {
    let widgets = open_two(page, COMES_WHILE_MEASURED).await?;
    all_ready(&widgets).await?;
    ensure!(page.run("return measured", &[]).await? == json!(1), "one module for both");
    // The browser tells of it when it has drawn what was measured.
    let drawn = "const [done] = arguments; requestAnimationFrame(() => setTimeout(done))";
    page.client.execute_async(drawn, Vec::new()).await?;
    page.ensure_no_errors().await
}

async fn h_9_what_flies_through_the_module_ends_in_lists_where_it_stays(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    all_ready(&widgets).await?;
    // No panic: the exception flies through the module, and leaves it half changed.
    page.run("hostile.stopTime()", &[]).await?;
    widgets[0].click(TOGGLE).await?;
    all_lists(page, &widgets).await?;
    let told = page.events_of("error").await?;
    ensure!(told.iter().all(|it| it["detail"]["message"] == "no time"), "{told:?}");
    page.run("hostile.startTime()", &[]).await?;
    ensure_all_caught(page, 3).await?;
    for widget in &widgets {
        widget.click("button[data-action=retry]").await?;
        widget.ready().await?;
    }
    Ok(())
}

async fn h_9_a_dead_module_leaves_the_living_alone(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    all_ready(&widgets).await?;
    page.run(WATCH, &[]).await?;
    page.run("hostile.left = 1", &[]).await?;
    widgets[0].click(TOGGLE).await?;
    page.until_true("watched.swaps === 2").await?;
    ensure_all_caught(page, 1).await?;
    // The dead instance still hears the page, as the living ones do.
    let stir = "for (const type of ['visibilitychange', 'pageshow', 'focus', 'storage']) {
        document.dispatchEvent(new Event(type)); window.dispatchEvent(new Event(type)) }";
    page.run(stir, &[]).await?;
    page.run("hostile.left = 2; hostile.host = '#two fix-ladder'", &[]).await?;
    widgets[1].click(TOGGLE).await?;
    widgets[1].until_state("failed").await?;
    page.run(stir, &[]).await?;
    page.run("hostile.left = 0", &[]).await?;
    widgets[0].click(TOGGLE).await?;
    widgets[0].until("[data-rung][data-state=locked] [aria-expanded=true]").await?;
    ensure!(widgets[0].state().await?.as_deref() == Some("ready"), "the living one lives");
    ensure!(widgets[1].state().await?.as_deref() == Some("failed"), "the dead one waits");
    ensure_all_caught(page, 1).await?;
    widgets[1].click("button[data-action=retry]").await?;
    widgets[1].ready().await
}

async fn a_broken_listener_of_the_page_breaks_nothing(page: &Page) -> Result<()> {
    let listen = "<script>for (const type of ['fix-ladder-change', 'focusin', 'click']) {
        addEventListener(type, () => { throw new Error('not the widget') }) }</script>";
    let widgets = open_two(page, listen).await?;
    all_ready(&widgets).await?;
    widgets[0].click("[data-action=skip-rung]").await?;
    widgets[0].click("[data-action=confirm]").await?;
    widgets[0].until("[data-rung][data-state=skipped]").await?;
    let errors = page.take_errors().await?;
    ensure!(
        !errors.is_empty() && errors.iter().all(|it| it.ends_with("not the widget")),
        "the page's own: {errors:?}"
    );
    for widget in &widgets {
        ensure!(widget.state().await?.as_deref() == Some("ready"), "the widget goes on");
    }
    Ok(())
}
