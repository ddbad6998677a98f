//! axe-core on every state, in every colour, direction and width.

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::engine::{Engine, Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::states::{Direction, every_notice, every_state};
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
    page.elsewhere(surroundings, async |page| look_at_all(page, Direction::Left, &looks).await).await
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
        let found = faults(page).await?;
        ensure!(
            found.is_empty(),
            "{state}, {direction:?}, {width} px, dark: {dark}:\n  {}",
            found.join("\n  ")
        );
    }
    Ok(())
}

/// What axe-core finds against its rules, and what it cannot decide.
async fn faults(page: &Page) -> Result<Vec<String>> {
    let axe = xtask::project_root().join("tests/browser/node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&axe)
        .context("axe-core is not installed; run `npm ci --ignore-scripts` in tests/browser")?;
    page.run(&format!("if (!window.axe) {{ {source} }}"), &[])
        .await
        .map_err(|_| anyhow!("axe-core does not run"))?;
    let report = page.client.execute_async(AXE, vec![json!(EXPLAINED)]).await;
    serde_json::from_value(report.context("running axe-core")?).context("axe-core's report")
}

/// What axe-core leaves to a person, as the rule and the places, and why a person agrees.
const EXPLAINED: [[&str; 2]; 1] = [
    // A mark that is a sign, not a number. Its colours are those of the number on the reader's rung, or
    // of one that is still to come, and those are measured.
    ["color-contrast", ":is([data-state=not-fixed], [data-state=fixed], [data-state=skipped]) > .mark > span"],
];

/// One line for each fault, with the elements that have it.
const AXE: &str = "
const [explained, done] = arguments;
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
};
const find = (node) => node.target.flat().reduce((from, css) => (from.shadowRoot || from).querySelector(css), document);
const isExplained = (rule, node) => explained.some(([id, css]) => id === rule && find(node).matches(css));
const line = (rule, nodes) => `${rule.id}: ${rule.help}: ${nodes.length} times: ` +
  nodes.slice(0, 4).map((node) => `${node.target.flat().join(' ')} (${node.failureSummary})`).join('; ');
axe.run('fix-ladder', options).then(
  (report) => done([
    ...report.violations.map((rule) => line(rule, rule.nodes)),
    ...report.incomplete
      .map((rule) => [rule, rule.nodes.filter((node) => !isExplained(rule.id, node))])
      .filter(([, nodes]) => nodes.length)
      .map(([rule, nodes]) => `not decided: ${line(rule, nodes)}`),
  ]),
  (error) => done([`axe-core failed: ${error}`]),
);
";
