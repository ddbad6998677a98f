//! A post with a widget that has everything on it: requirements, fields, a warning, steps, answers.
//!
//! Knows the ladder of the fixtures, nothing of what the posts around it do.

use anyhow::{Context, Result};
use browser_tests::engine::Engine;
use browser_tests::{Page, Widget};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use xtask::server::Override;

/// The rung that has guards of every kind.
pub const GUARDED: &str = "format-card";
pub const ELEMENT: &str = "<fix-ladder src=/test.json loading=eager></fix-ladder>";
pub const SCRIPT: &str = "<script src=/fix-ladder.js></script>";

/// Opens a post with a head of its own. Nobody has been here before.
pub async fn open<'a>(page: &'a Page, head: &str, body: &str) -> Result<Widget<'a>> {
    page.run("localStorage.clear()", &[]).await?;
    let ladder = include_bytes!("../../../fixtures/ladders/valid/complete.json").to_vec();
    page.server.set("/test.json", Override { body: Some(ladder), ..Override::default() });
    page.open_html(&format!("{head}</head><body>{body}{SCRIPT}</body>")).await?;
    let widget = page.widget();
    widget.ready().await?;
    Ok(widget)
}

/// Opens a post, and goes to the rung that has guards.
pub async fn open_at_guards<'a>(page: &'a Page, head: &str, body: &str) -> Result<Widget<'a>> {
    let widget = open(page, head, body).await?;
    widget.skip_to(GUARDED).await?;
    widget.until_rung(GUARDED, "preparing").await?;
    Ok(widget)
}

/// Into a field by a click. WebKit's driver does not always get there, so there by a script.
pub async fn into_field(page: &Page, css: &str) -> Result<()> {
    let widget = page.widget();
    if page.engine != Engine::WebKit {
        return widget.click(css).await;
    }
    widget.unfold_around(css).await?;
    page.take_a_turn().await?;
    widget.ask(css, "found.focus(), true").await.map(drop)
}

/// Presses keys one after the other, on whatever has the focus.
pub async fn press(page: &Page, keys: &str) -> Result<()> {
    let presses =
        keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
    let actions = presses.fold(KeyActions::new("keys".into()), KeyActions::then);
    page.client.perform_actions(actions).await.context("pressing keys")?;
    page.take_a_turn().await
}

/// Returns once the page has drawn this many frames.
pub async fn draw(page: &Page, frames: u32) -> Result<()> {
    let script = "let [left, done] = arguments;
        const draw = () => (left-- > 0 ? requestAnimationFrame(draw) : setTimeout(done)); draw()";
    page.client.execute_async(script, vec![json!(frames)]).await.context("drawing").map(drop)
}

/// What has the focus inside the widget, by an expression over `it`.
pub async fn focused(page: &Page, expression: &str) -> Result<Value> {
    let script = format!(
        "const it = document.querySelector('fix-ladder').shadowRoot.activeElement;
        return it && ({expression})"
    );
    page.run(&script, &[]).await
}
