//! A-2, A-3, A-5, A-9: what moves, speaks or takes the focus without the reader's doing, which is little.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::accessibility_tree::as_text;
use browser_tests::engine::{Engine, Surroundings};
use browser_tests::runner::Test;
use browser_tests::widget_states::{Direction, every_state};
use browser_tests::{Page, Widget, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        a_2_announcement_budget,
        a_3_no_steal_focus,
        a_3_nothing_moves_under_a_readers_eyes,
        a_5_focus_survives_rerender,
        a_9_reduced_motion,
    ]
}

const MINUTE: Duration = Duration::from_secs(60);
const KEY: &str = "fix-ladder/1/icloud-photos/default/";

/// Notes when the region appears, and each text with the page's time.
const LISTEN: &str = "<script>
window.said = [];
window.stood = 0;
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  let last = '';
  new MutationObserver(() => {
    const region = root.querySelector('[role=status]');
    if (region && !window.stood) window.stood = performance.now();
    const text = region ? region.textContent : '';
    if (text && text !== last) window.said.push([text, Date.now(), performance.now()]);
    last = text;
  }).observe(root, { childList: true, characterData: true, subtree: true });
  return root;
};
</script>";

async fn a_2_announcement_budget(page: &Page) -> Result<()> {
    page.open_html(&Direction::Left.post_with(LISTEN, "")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.skip_to("restart").await?;
    // Chromium tells both from the tree that screen readers are given, the others from what it is made of.
    if page.engine == Engine::Chromium {
        let region = as_text(&page.accessibility_tree_below("[role=status]").await?);
        ensure!(region.starts_with("status") && region.contains("live polite"), "{region}");
    }
    ensure!(widget.attribute("[role=status]", "aria-live").await?.is_none(), "polite by itself");
    widget.press("restart", "start-wait").await?;
    widget.until("[role=timer]").await?;
    if page.engine == Engine::Chromium {
        let timer = as_text(&page.accessibility_tree_below("[role=timer]").await?);
        ensure!(timer.starts_with("timer") && !timer.contains("live"), "{timer}");
    }
    ensure!(widget.count("[role=timer][aria-live], [role=timer] [aria-live]").await? == 0);
    ensure!(widget.count("[role=status], [aria-live], [role=alert]").await? == 1, "one region");
    for half_minutes in 1..=32 {
        page.advance(MINUTE / 2).await?;
        // What is due is said before the clock goes on: a widget without the focus waits half a second of a real clock.
        let due = 1 + [20, 28, 30].iter().filter(|it| half_minutes >= **it).count();
        page.until_true(&format!("said.length >= {due}")).await?;
        let left = "document.querySelector('fix-ladder').shadowRoot.querySelector('.here .wait').dataset.seen = Date.now()";
        page.run(left, &[]).await?;
        page.take_a_turn().await?;
    }
    widget.until_rung("restart", "open").await?;
    page.until_true("said.some(([text]) => text.startsWith('The wait is over'))").await?;
    let said: Vec<(String, f64, f64)> =
        serde_json::from_value(page.run("return said", &[]).await?)?;
    ensure!(said.len() <= 5, "{said:?}");
    ensure!(said.len() >= 3, "too little was said: {said:?}");
    for pair in said.windows(2) {
        ensure!(pair[1].1 - pair[0].1 >= 10_000.0, "two within ten seconds: {pair:?}");
    }
    let stood = page.run("return stood", &[]).await?.as_f64().unwrap_or(f64::MAX);
    ensure!(said[0].2 - stood >= 100.0, "the region came with its text: {stood}, {said:?}");
    Ok(())
}

const COMMENT: &str = "document.querySelector('main').insertAdjacentHTML('beforeend',
    '<p style=\"height: 1200px\"></p><textarea id=comment></textarea><p style=\"height: 1200px\"></p>');
    comment.scrollIntoView({ block: 'center' }); comment.focus({ preventScroll: true })";
const PLACE: &str = "return comment.getBoundingClientRect().top";

/// The middle of a sentence is where the wait ends.
async fn a_3_no_steal_focus(page: &Page) -> Result<()> {
    page.open_html(&Direction::Left.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.skip_to("restart").await?;
    widget.press("restart", "start-wait").await?;
    widget.until("[role=timer]").await?;
    page.run(COMMENT, &[]).await?;
    page.until_true("comment.getBoundingClientRect().top > 0 && comment.getBoundingClientRect().bottom < innerHeight").await?;
    let before = page.run(PLACE, &[]).await?;
    let field = page.run_for_element("return comment", &[]).await?;
    let field = field.ok_or_else(|| anyhow::anyhow!("no field"))?;
    field.send_keys("It has been waiting ").await?;
    page.advance(15 * MINUTE).await?;
    field.send_keys("for hours.").await?;
    widget.until_rung("restart", "open").await?;
    ensure!(page.run("return document.activeElement.id", &[]).await? == json!("comment"));
    let text = page.run("return comment.value", &[]).await?;
    ensure!(text == json!("It has been waiting for hours."), "{text}");
    let after = page.run(PLACE, &[]).await?;
    let apart = before.as_f64().unwrap_or(0.0) - after.as_f64().unwrap_or(f64::MAX);
    ensure!(apart.abs() < 1.0, "what is written moved from {before} to {after}");
    Ok(())
}

/// Another tab answers a long rung: it folds, and what is read below it stays where it is. Chromium and
/// Firefox hold it by themselves; for Safari the widget does.
async fn a_3_nothing_moves_under_a_readers_eyes(page: &Page) -> Result<()> {
    page.open_html(&Direction::Left.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    let frame = "const frame = document.createElement('iframe'); frame.src = '/pages/blank.html';
        frame.onload = () => { window.other = frame.contentWindow }; document.body.append(frame)";
    page.run(frame, &[]).await?;
    page.until_true("window.other && other.location.pathname === '/pages/blank.html'").await?;
    let below = "[data-rung=erase]";
    // Room enough below, so that any place can be at the top.
    page.run("document.body.style.paddingBlockEnd = '3000px'", &[]).await?;
    for (name, seen) in [("really-stuck", below), ("restart", "")] {
        // In the widget, and then in the post below it.
        let place = match seen {
            "" => {
                page.run(COMMENT, &[]).await?;
                "comment".to_owned()
            }
            css => {
                widget.ask(css, "found.scrollIntoView({ block: 'start' })").await?;
                format!("document.querySelector('fix-ladder').shadowRoot.querySelector('{css}')")
            }
        };
        let place = format!("{place}.getBoundingClientRect().top");
        page.until_true(&format!("{place} >= -1 && {place} < innerHeight")).await?;
        // Browsers choose what they hold when they draw.
        let draw = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        page.client.execute_async(draw, Vec::new()).await?;
        let script = format!("return {place}");
        let before = page.run(&script, &[]).await?.as_f64().unwrap_or(f64::NAN);
        let height = page.run("return document.documentElement.scrollHeight", &[]).await?;
        let answer =
            format!(r#"{{"v":1,"t":{},"is":{{"answer":"not-fixed"}}}}"#, page.now().await?);
        let store = "other.localStorage.setItem(arguments[0], arguments[1])";
        page.run(store, &[json!(format!("{KEY}answer:{name}")), json!(answer)]).await?;
        widget.until_rung(name, "not-fixed").await?;
        page.client.execute_async(draw, Vec::new()).await?;
        let now = page.run("return document.documentElement.scrollHeight", &[]).await?;
        ensure!(now != height, "nothing has changed its height");
        let after = page.run(&script, &[]).await?.as_f64().unwrap_or(f64::NAN);
        ensure!((before - after).abs() <= 1.5, "what is read moved from {before} to {after}");
    }
    Ok(())
}

/// Everything that may happen around a control that has the focus: another tab, a theme, attributes.
async fn a_5_focus_survives_rerender(page: &Page) -> Result<()> {
    page.open_html(&Direction::Left.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.skip_to("toggle").await?;
    widget.until_rung("toggle", "preparing").await?;
    widget.unfold_all().await?;
    for css in [
        "[data-choice=device]",
        "[data-rung=restart] [data-action=toggle]",
        "[data-rung=toggle] [data-action=toggle]",
        "[data-requirement=toggle-passcode]",
        "[data-requirement=toggle-copy-place]",
        "[data-requirement=toggle-copy-count][data-part=second]",
        "[data-confirm^=toggle]",
        "[data-rung=toggle] [data-action=fixed]",
        "[data-rung=toggle] [data-action=skip-rung]",
        "[data-rung=toggle] [data-action=get-help]",
        "[data-rung=toggle] .sources summary",
        "[data-action=start-over]",
    ] {
        keeps_the_focus(page, &widget, css).await?;
    }
    // The end of a wait, with the focus on what stays and on what goes.
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    widget.skip_to("restart").await?;
    for (action, goes_to) in [("extend-wait", "extend-wait"), ("fixed", "fixed"), ("skip-wait", "")]
    {
        widget.press("restart", "start-wait").await?;
        widget.until_rung("restart", "waiting").await?;
        let css = format!("[data-rung=restart] [data-action={action}]");
        widget.ask(&css, "(found.focus(), true)").await?;
        page.advance(16 * MINUTE).await?;
        widget.until_rung("restart", "open").await?;
        let expected = match goes_to {
            "" => "[data-rung=restart] .wait-title".to_owned(),
            action => format!("[data-rung=restart] [data-action={action}]"),
        };
        let what = format!("{expected} has the focus");
        page.until(&what, async || has_focus(&widget, &expected).await).await?;
        widget.press("restart", "undo").await?;
    }
    Ok(())
}

async fn has_focus(widget: &Widget<'_>, css: &str) -> Result<bool> {
    Ok(widget.ask(css, "found.getRootNode().activeElement === found").await? == json!(true))
}

async fn keeps_the_focus(page: &Page, widget: &Widget<'_>, css: &str) -> Result<()> {
    widget.unfold_around(css).await?;
    widget.ask(css, "(window.held = found, found.focus(), true)").await?;
    ensure!(has_focus(widget, css).await?, "{css} takes the focus");
    let host = "document.querySelector('fix-ladder')";
    let changes = [
        // What another tab did is seen when the page is shown again.
        format!(
            "localStorage.setItem('{KEY}step:toggle-open', JSON.stringify({{ v: 1, t: Date.now(), is: {{ done: !(window.turns = !window.turns) }} }})); document.dispatchEvent(new Event('visibilitychange'))"
        ),
        format!(
            "{host}.setAttribute('theme', {host}.getAttribute('theme') === 'dark' ? 'light' : 'dark')"
        ),
        format!("{host}.setAttribute('lang', {host}.lang === 'en-GB' ? 'en-US' : 'en-GB')"),
        "document.body.style.color = window.turns ? 'rgb(20, 20, 20)' : 'rgb(30, 30, 30)'"
            .to_owned(),
    ];
    for change in changes {
        page.run(&change, &[]).await?;
        page.take_a_turn().await?;
        let same = "found.getRootNode().activeElement === found && window.held === found";
        ensure!(widget.ask(css, same).await? == json!(true), "{css} lost the focus by {change}");
    }
    // Another level is another element for each heading, and so for what stands in it.
    page.run(&format!("{host}.setAttribute('heading-level', {host}.getAttribute('heading-level') === '3' ? '2' : '3')"), &[]).await?;
    page.take_a_turn().await?;
    let what = format!("{css} has the focus at another level of headings");
    page.until(&what, async || has_focus(widget, css).await).await
}

/// Where less motion is asked for nothing runs, and the theme is followed all the same.
async fn a_9_reduced_motion(page: &Page) -> Result<()> {
    let surroundings = Surroundings { reduced_motion: true, ..Surroundings::default() };
    page.elsewhere(surroundings, async |page| {
        page.open_html(&Direction::Left.post()).await?;
        let asked = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
        ensure!(page.run(asked, &[]).await? == json!(true), "nobody asked for less motion");
        let widget = page.widget();
        widget.ready().await?;
        let see = async |state: &str| {
            let running = "return document.getAnimations().concat(document.querySelector('fix-ladder').shadowRoot.getAnimations()).length";
            let running = page.run(running, &[]).await?;
            ensure!(running == json!(0), "{state}: {running} animations run");
            Ok(())
        };
        every_state(&widget, see).await?;
        page.paint(true).await?;
        page.paint(false).await
    })
    .await
}
