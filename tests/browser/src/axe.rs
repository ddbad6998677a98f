//! axe-core, run on the widgets of a page or on all of it. Knows its rules by their names, and what it leaves to a person.

use anyhow::{Context, Result, anyhow, bail};
use serde_json::json;

use crate::test_page::Page;

impl Page {
    /// Fails when axe-core finds anything against its rules in a widget, or cannot decide something that
    /// is not explained, and says what.
    pub async fn check_accessibility(&self) -> Result<()> {
        ensure_none(faults(self, "fix-ladder").await?)
    }

    /// As [`Page::check_accessibility`], for everything on the page, and the rules for whole pages as well.
    pub async fn check_whole_page(&self) -> Result<()> {
        self.check_part("html").await
    }

    /// As [`Page::check_whole_page`], for the one part of it that a selector finds.
    pub async fn check_part(&self, part: &str) -> Result<()> {
        ensure_none(faults(self, part).await?)
    }
}

fn ensure_none(found: Vec<String>) -> Result<()> {
    if !found.is_empty() {
        bail!("against the rules of accessibility:\n  {}", found.join("\n  "));
    }
    Ok(())
}

async fn faults(page: &Page, part: &str) -> Result<Vec<String>> {
    // Half a megabyte: once a page.
    if page.run("return Boolean(window.axe)", &[]).await? != json!(true) {
        let axe = xtask::project_root().join("tests/browser/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&axe)
            .context("axe-core is not installed; run `npm ci --ignore-scripts` in tests/browser")?;
        page.run(&source, &[]).await.map_err(|_| anyhow!("axe-core does not run"))?;
    }
    let report = page.client.execute_async(AXE, vec![json!(EXPLAINED), json!(part)]).await;
    serde_json::from_value(report.context("running axe-core")?).context("axe-core's report")
}

/// What axe-core leaves to a person, as the rule and the places, and why a person agrees.
const EXPLAINED: [[&str; 2]; 2] = [
    // A mark that is a sign, not a number. Its colours are those of the number on the reader's rung, or
    // of one that is still to come, and those are measured.
    [
        "color-contrast",
        ":is([data-state=not-fixed], [data-state=fixed], [data-state=skipped]) > .mark > span",
    ],
    // The octagon is drawn before its number. The word beside it has the same colours, and is measured.
    ["color-contrast", "[data-severity=last-resort] > .mark > span"],
];

/// One line for each fault, with the elements that have it. What contains a text cannot be in front of it: axe-core
/// believes that where a line is wider than its box by a part of a pixel, and looks beside the box.
const AXE: &str = "
const [explained, part, done] = arguments;
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
};
const find = (node) => node.target.flat().reduce((from, css) => (from.shadowRoot || from).querySelector(css), document);
const contains = (outer, inner) => inner && (outer === inner || contains(outer, inner.parentNode || inner.host));
const isBeside = (node) => node.any.length && node.any.every((it) => it.data && it.data.messageKey === 'elmPartiallyObscured'
  && it.relatedNodes.length && it.relatedNodes.every((other) => contains(find(other), find(node))));
// It does not see what shape lies behind the words of a drawing; the tests of drawings measure that themselves.
const isDrawn = (rule, node) => rule === 'color-contrast' && find(node).matches('.drawing svg text');
const isExplained = (rule, node) =>
  explained.some(([id, css]) => id === rule && find(node).matches(css)) || isBeside(node) || isDrawn(rule, node);
const line = (rule, nodes) => `${rule.id}: ${rule.help}: ${nodes.length} times: ` +
  nodes.slice(0, 4).map((node) => `${node.target.flat().join(' ')} (${node.failureSummary})`).join('; ');
axe.run(part, options).then(
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
