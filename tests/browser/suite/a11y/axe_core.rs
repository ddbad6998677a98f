//! axe-core on every state, in every colour, direction and width.

use anyhow::{Result, ensure};
use browser_tests::engine::{Engine, Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::widget_states::{Direction, every_notice, every_state};
use browser_tests::{Page, soak, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    let mut all = tests![a_1_axe_all_states, a_1_axe_right_to_left, a_1_axe_forced_colours];
    all.extend(soak![a_1_axe_everything]);
    all
}

/// One look: how wide, and in which theme of the page.
type Look = (u32, bool);

const NARROW: u32 = 320;
const WIDE: u32 = 1280;

async fn a_1_axe_all_states(page: &Page) -> Result<()> {
    look_at_all(page, Direction::Left, &[(NARROW, false), (WIDE, true)]).await
}

async fn a_1_axe_right_to_left(page: &Page) -> Result<()> {
    look_at_all(page, Direction::Right, &[(NARROW, true)]).await
}

/// WebKitGTK has none: its readers choose no colours.
async fn a_1_axe_forced_colours(page: &Page) -> Result<()> {
    if page.engine == Engine::WebKit {
        return has_no_forced_colours(page).await;
    }
    let surroundings = Surroundings { forced_colors: true, ..Surroundings::default() };
    let looks = [(NARROW, false)];
    page.elsewhere(surroundings, async |page| look_at_all(page, Direction::Left, &looks).await)
        .await
}

async fn has_no_forced_colours(page: &Page) -> Result<()> {
    let knows = page.run("return matchMedia('(forced-colors)').matches", &[]).await?;
    ensure!(knows == json!(false), "this engine has forced colours now: drive them");
    Ok(())
}

/// The whole cross: 16 states, three colours, three directions, two widths.
async fn a_1_axe_everything(page: &Page) -> Result<()> {
    let looks = [(NARROW, false), (NARROW, true), (WIDE, false), (WIDE, true)];
    for direction in [Direction::Left, Direction::LeftInRight, Direction::Right] {
        look_at_all(page, direction, &looks).await?;
        if page.engine == Engine::WebKit {
            continue;
        }
        let surroundings = Surroundings { forced_colors: true, ..Surroundings::default() };
        let looks = [(NARROW, false), (WIDE, true)];
        let look = async |page: &Page| look_at_all(page, direction, &looks).await;
        page.elsewhere(surroundings, look).await?;
    }
    Ok(())
}

async fn look_at_all(page: &Page, direction: Direction, looks: &[Look]) -> Result<()> {
    page.open_html(&direction.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    let see = async |state: &str| look_at(page, direction, looks, state).await;
    every_state(&widget, see).await?;
    every_notice(page, direction, see).await
}

async fn look_at(page: &Page, direction: Direction, looks: &[Look], state: &str) -> Result<()> {
    for (width, dark) in looks {
        page.set_screen(Screen { width: *width, height: 900 }).await?;
        page.paint(*dark).await?;
        page.check_accessibility().await.map_err(|error| {
            error.context(format!("{state}, {direction:?}, {width} px, dark: {dark}"))
        })?;
    }
    Ok(())
}
