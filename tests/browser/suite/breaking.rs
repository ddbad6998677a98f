//! A module that breaks while widgets stand: nothing is left dead, nothing uncaught.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![
        crash_leaves_lists_and_both_can_be_tried_again,
        a_trap_in_an_event_is_noticed_and_caught,
        a_page_that_breaks_the_module_is_noticed,
        a_dead_module_leaves_the_living_alone,
        a_broken_listener_of_the_page_breaks_nothing,
    ]
}

const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";

/// Two widgets of one module.
async fn open_two<'a>(page: &'a Page, before: &str) -> Result<[browser_tests::Widget<'a>; 2]> {
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    page.open_body(&format!(
        "{before}<div id=one>{element}</div><div id=two>{element}</div>{SCRIPT}"
    ))
    .await?;
    let widgets = [page.widget_at("#one fix-ladder"), page.widget_at("#two fix-ladder")];
    for widget in &widgets {
        widget.ready().await?;
    }
    Ok(widgets)
}

/// Fails where something was left to the page to catch, or was not said once on the console.
async fn ensure_all_caught(page: &Page) -> Result<()> {
    let errors = page.take_errors().await?;
    let uncaught = errors.iter().any(|it| it.starts_with("un"));
    let said =
        errors.iter().filter(|it| it.contains("fix-ladder: the widget has stopped.")).count();
    ensure!(!uncaught && said == 1, "{errors:?}");
    Ok(())
}

async fn crash_leaves_lists_and_both_can_be_tried_again(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    // Some extensions of browsers break pages like this; Yew panics on it.
    let break_page = "window.insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { throw new Error('broken by the test') };
        document.querySelector('#one fix-ladder').setAttribute('heading-level', '4')";
    page.run(break_page, &[]).await?;
    for widget in &widgets {
        widget.until_state("failed").await?;
        ensure!(widget.has("ol > li").await?, "the list is there");
    }
    ensure!(page.events_of("error").await?.len() == 2, "each is told once");
    ensure_all_caught(page).await?;
    page.run("Node.prototype.insertBefore = insert", &[]).await?;
    for widget in &widgets {
        widget.click("button[data-action=retry]").await?;
        widget.ready().await?;
    }
    Ok(())
}

/// Some extensions of browsers break pages like this; Yew panics on it.
const BREAK: &str = "window.insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { throw new Error('broken by the test') };";
const MEND: &str = "Node.prototype.insertBefore = insert";

async fn a_trap_in_an_event_is_noticed_and_caught(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    page.run(BREAK, &[]).await?;
    widgets[0].click("[data-rung][data-state=locked] [data-action=toggle]").await?;
    for widget in &widgets {
        widget.until_state("failed").await?;
    }
    ensure!(page.events_of("error").await?.len() == 2, "each is told once");
    page.run(MEND, &[]).await?;
    ensure_all_caught(page).await?;
    widgets[0].click("button[data-action=retry]").await?;
    widgets[0].ready().await
}

async fn a_page_that_breaks_the_module_is_noticed(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    // No panic: the exception flies through the module, and leaves it half changed.
    page.run("window.now = window.Date.now; window.Date.now = () => { throw new window.Error('no time') }", &[]).await?;
    widgets[0].click("[data-rung][data-state=locked] [data-action=toggle]").await?;
    for widget in &widgets {
        widget.until_state("failed").await?;
        ensure!(widget.has("ol > li").await?, "the list is there");
    }
    let told = page.events_of("error").await?;
    ensure!(told.iter().all(|it| it["detail"]["message"] == "no time"), "{told:?}");
    page.run("window.Date.now = now", &[]).await?;
    ensure_all_caught(page).await?;
    for widget in &widgets {
        widget.click("button[data-action=retry]").await?;
        widget.ready().await?;
    }
    Ok(())
}

async fn a_dead_module_leaves_the_living_alone(page: &Page) -> Result<()> {
    let widgets = open_two(page, "").await?;
    page.run(BREAK, &[]).await?;
    widgets[0].click("[data-rung][data-state=locked] [data-action=toggle]").await?;
    widgets[1].until_state("failed").await?;
    page.run(MEND, &[]).await?;
    ensure_all_caught(page).await?;
    widgets[0].click("button[data-action=retry]").await?;
    widgets[0].ready().await?;
    // The dead module still hears the page, as the living one does.
    let stir = "for (const type of ['visibilitychange', 'pageshow', 'focus', 'storage']) {
        document.dispatchEvent(new Event(type)); window.dispatchEvent(new Event(type)) }";
    page.run(stir, &[]).await?;
    widgets[0].click("[data-rung][data-state=locked] [data-action=toggle]").await?;
    widgets[0].until("[data-rung][data-state=locked] [aria-expanded=true]").await?;
    ensure!(widgets[0].state().await?.as_deref() == Some("ready"), "the living one lives");
    ensure!(widgets[1].state().await?.as_deref() == Some("failed"), "the dead one waits");
    widgets[1].click("button[data-action=retry]").await?;
    widgets[1].ready().await
}

async fn a_broken_listener_of_the_page_breaks_nothing(page: &Page) -> Result<()> {
    let listen = "<script>for (const type of ['fix-ladder-change', 'focusin', 'click']) {
        addEventListener(type, () => { throw new Error('not the widget') }) }</script>";
    let widgets = open_two(page, listen).await?;
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
