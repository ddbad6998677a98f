//! A climb as a reader does it, rung by rung, and everything that a reload has to bring back.
//!
//! Knows the hooks of the contract and no particular ladder.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::test_page::Page;
use crate::widget::Widget;

/// Everything in a widget that a reader has made: states, boxes, fields, lists, deadlines.
const AS_IT_IS: &str = "
const root = document.querySelector(arguments[0]).shadowRoot;
const all = (css, read) => Array.from(root.querySelectorAll(css), read);
return {
  rungs: all('[data-rung]', (it) => [it.dataset.rung, it.dataset.state]),
  boxes: all('input:is([type=checkbox], [type=radio])', (it) => [it.id || it.value, it.checked, it.disabled]),
  fields: all('input[type=text]', (it) => [it.dataset.requirement, it.dataset.part, it.value, it.disabled]),
  lists: all('select', (it) => [it.dataset.choice, it.value]),
  deadlines: all('[role=timer]', (it) => it.dataset.deadline),
  buttons: all('button', (it) => it).filter((it) => getComputedStyle(it).visibility !== 'hidden')
    .map((it) => [it.dataset.action, it.disabled, it.textContent]),
  words: all('.title, .wait-title, [data-notice]', (it) => it.textContent),
};";

impl Widget<'_> {
    /// Everything that the reader has made of it, once it has been rendered to the end: Yew renders for 16 ms
    /// at a time, and leaves the rest to the page's next turn.
    pub async fn as_it_is(&self) -> Result<Value> {
        let mut seen = self.page.run(AS_IT_IS, &[json!(self.host)]).await?;
        loop {
            self.page.take_a_turn().await?;
            let now = self.page.run(AS_IT_IS, &[json!(self.host)]).await?;
            if now == seen {
                return Ok(now);
            }
            seen = now;
        }
    }

    /// Reloads the page and fails unless everything is as it was.
    pub async fn survives_a_reload(&self) -> Result<()> {
        let before = self.as_it_is().await?;
        // A reload would take them along.
        self.page.ensure_no_errors().await?;
        self.page.reload().await?;
        self.page
            .run("document.querySelector(arguments[0]).scrollIntoView()", &[json!(self.host)])
            .await?;
        self.ready().await?;
        let after = self.as_it_is().await?;
        let parts = before.as_object().context("no parts")?.keys();
        for part in parts {
            ensure!(
                before[part] == after[part],
                "a reload changed the {part}:\n  before {}\n  after  {}",
                before[part],
                after[part]
            );
        }
        Ok(())
    }

    /// Meets every guard of a rung, one at a time, and calls `after` after each.
    pub async fn meet_guards(&self, rung: &str, after: impl AsyncFn() -> Result<()>) -> Result<()> {
        let script = "const root = document.querySelector(arguments[0]).shadowRoot;
            const inputs = root.querySelectorAll(`[data-rung='${arguments[1]}'] :is([data-requirement], [data-confirm])`);
            return Array.from(inputs, (it) => [
              it.dataset.confirm ? `[data-confirm='${it.dataset.confirm}']`
                : `[data-requirement='${it.dataset.requirement}']` + (it.dataset.part ? `[data-part=${it.dataset.part}]` : ''),
              it.type, it.dataset.part || ''])";
        let inputs = self.page.run(script, &[json!(self.host), json!(rung)]).await?;
        let inputs: Vec<(String, String, String)> = serde_json::from_value(inputs)?;
        ensure!(!inputs.is_empty(), "`{rung}` has no guards");
        for (css, kind, part) in inputs {
            match (kind.as_str(), part.as_str()) {
                ("checkbox" | "radio", _) => self.click(&css).await?,
                (_, "first") => self.write(&css, "12,480").await?,
                (_, "second") => self.write(&css, "12,611").await?,
                _ => self.write(&css, "blue disk in the drawer").await?,
            }
            after().await?;
        }
        Ok(())
    }

    /// Fails unless a button is enabled, or closed, as it should be.
    pub async fn expect(&self, rung: &str, action: &str, enabled: bool) -> Result<()> {
        let css = on(rung, action);
        let wanted = if enabled { "enabled" } else { "closed" };
        ensure!(self.is_enabled(&css).await? == enabled, "{css} is not {wanted}");
        Ok(())
    }

    /// How many steps of a rung are there, and how many can be ticked.
    pub async fn steps(&self, rung: &str) -> Result<(u64, u64)> {
        let all = format!("[data-rung='{rung}'] [data-step]");
        let open = format!("{all}:enabled");
        Ok((self.count(&all).await?, self.count(&open).await?))
    }

    /// Presses a button of a rung.
    pub async fn press(&self, rung: &str, action: &str) -> Result<()> {
        self.click(&on(rung, action)).await
    }

    /// Leaves every rung above this one out, so that it becomes the reader's.
    pub async fn skip_to(&self, rung: &str) -> Result<()> {
        for (above, state) in self.rungs().await? {
            if above == rung {
                break;
            }
            if matches!(state.as_str(), "not-fixed" | "skipped") {
                continue;
            }
            self.press(&above, "skip-rung").await?;
            self.press(&above, "confirm").await?;
            self.until_rung(&above, "skipped").await?;
        }
        Ok(())
    }
}

/// The selector of a button in a rung.
pub fn on(rung: &str, action: &str) -> String {
    format!("[data-rung='{rung}'] [data-action='{action}']")
}

impl Page {
    /// Opens the built-in ladder alone on a page, and waits until it stands.
    pub async fn open_ladder(&self) -> Result<Widget<'_>> {
        self.open_body(
            "<script src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>",
        )
        .await?;
        let widget = self.widget();
        widget.ready().await?;
        Ok(widget)
    }
}
