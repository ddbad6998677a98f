//! The theme of the docs, in a post of its colours: what it asks for holds the contrast that it promises.

use std::cell::Cell;

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::widget_states::{Direction, every_state};
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![example_theme_is_short_and_holds_its_contrast]
}

/// A post on the paper of the theme.
const POST: &str = "<style>
  body { background: #fbf8f0; color: #1c2a4a; }
  @media (prefers-color-scheme: dark) { body { background: #141a28; color: #dfe6f5; } }
</style>";

/// Where every colour of the theme has been seen. All states take half a minute.
const STATES: [&str; 6] =
    ["start", "waiting", "preparing", "evidence that is wrong", "help", "fixed"];

/// The ink that the widget has, the paper of its filled shapes, and the theme that it has derived.
const SEEN: &str = "const root = document.querySelector('fix-ladder').shadowRoot;
    const yes = getComputedStyle(root.querySelector('[data-action=fixed]'));
    return [getComputedStyle(root.querySelector('[part=title]')).color, yes.color, root.querySelector('[data-theme]').dataset.theme]";

async fn example_theme_is_short_and_holds_its_contrast(page: &Page) -> Result<()> {
    let file = xtask::project_root().join("docs/themes/notebook.css");
    let theme = std::fs::read_to_string(&file).context("reading the theme")?;
    ensure!(theme.lines().count() < 40, "{} lines", theme.lines().count());
    let post = format!("<style>{theme}</style>{POST}");
    for dark in [false, true] {
        let surroundings = Surroundings { dark, ..Surroundings::default() };
        let look = async |page: &Page| {
            page.open_html(&Direction::Left.post_with(&post, "")).await?;
            page.set_screen(Screen { width: 390, height: 844 }).await?;
            let widget = page.widget();
            widget.ready().await?;
            let wanted = match dark {
                true => json!(["rgb(223, 230, 245)", "rgb(20, 26, 40)", "dark"]),
                false => json!(["rgb(28, 42, 74)", "rgb(251, 248, 240)", "light"]),
            };
            let seen = page.run(SEEN, &[]).await?;
            ensure!(seen == wanted, "the theme is worn: {seen}");
            let n_seen = Cell::new(0);
            every_state(&widget, async |state: &str| {
                if !STATES.contains(&state) {
                    return Ok(());
                }
                n_seen.set(n_seen.get() + 1);
                let checked = page.check_accessibility().await;
                checked.with_context(|| format!("{state}, dark: {dark}"))
            })
            .await?;
            ensure!(n_seen.get() == STATES.len(), "every state has its name");
            Ok(())
        };
        page.elsewhere(surroundings, look).await?;
    }
    Ok(())
}
