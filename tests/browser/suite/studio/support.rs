//! The studio as an author has it in front of them. Knows its page, no case.

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use fantoccini::Locator;
use serde_json::{Value, json};

/// What scripts of the tests call things.
const NAMES: &str = "const byId = (id) => document.getElementById(id);
    const preview = () => byId('frame').contentDocument;
    const widgets = () => Array.from(preview() ? preview().querySelectorAll('fix-ladder') : []);
    const root = () => widgets()[0].shadowRoot;
    const kept = (begin) => Object.keys(localStorage).filter((it) => it.startsWith(begin));";

/// The studio in the page that has the attention.
pub struct Studio<'a>(pub &'a Page);

impl<'a> Studio<'a> {
    /// Opens it as somebody who has never been here, and waits until it asks how to begin.
    pub async fn first(page: &'a Page) -> Result<Studio<'a>> {
        page.open("/studio.html").await?;
        let studio = Studio(page);
        studio.until("byId('start').open").await?;
        Ok(studio)
    }

    /// The same, with the small ladder.
    pub async fn begun(page: &'a Page) -> Result<Studio<'a>> {
        let studio = Studio::first(page).await?;
        studio.run("byId('examples').querySelector('button').click()").await?;
        studio.until_shown("The Wi-Fi drops").await?;
        Ok(studio)
    }

    pub async fn run(&self, script: &str) -> Result<Value> {
        self.0.run(&format!("{NAMES}{script}"), &[]).await
    }

    pub async fn text_of(&self, expression: &str) -> Result<String> {
        let value = self.run(&format!("return {expression}")).await?;
        Ok(value.as_str().with_context(|| format!("{expression} is {value}"))?.to_owned())
    }

    pub async fn until(&self, condition: &str) -> Result<()> {
        let script = format!("{NAMES}return Boolean({condition})");
        self.0.until(condition, async || Ok(self.0.run(&script, &[]).await? == json!(true))).await
    }

    /// Waits until the preview shows one ladder with these words in it.
    pub async fn until_shown(&self, words: &str) -> Result<()> {
        let condition = format!(
            "widgets().length === 1 && widgets()[0].dataset.state === 'ready' && root().textContent.includes({})",
            json!(words)
        );
        self.until(&condition).await
    }

    /// Puts other words into the text, as if they had been written.
    pub async fn replace(&self, before: &str, after: &str) -> Result<()> {
        let script = format!(
            "const text = byId('text'); const whole = text.value.replace({}, {}); const same = whole === text.value;
             text.value = whole; text.dispatchEvent(new Event('input', {{ bubbles: true }})); return !same",
            json!(before),
            json!(after)
        );
        ensure!(self.run(&script).await? == json!(true), "`{before}` is not in the text");
        Ok(())
    }

    /// Presses keys in the text.
    pub async fn press_keys(&self, keys: &str) -> Result<()> {
        let text = self.0.client.find(Locator::Css("#text")).await.context("the text")?;
        text.send_keys(keys).await.context("writing")
    }

    /// The text that is published in this form.
    pub async fn published(&self, form: &str) -> Result<String> {
        self.run(&format!(
            "byId('to-out').click(); document.querySelector('#forms [value={form}]').click()"
        ))
        .await?;
        let text = self.text_of("byId('out-text').value").await?;
        self.run("byId('out').querySelector('[data-close]').click()").await?;
        Ok(text)
    }

    /// The ids of the rungs that the preview shows.
    pub async fn rungs(&self) -> Result<Value> {
        self.run("return Array.from(root().querySelectorAll('[data-rung]'), (it) => it.dataset.rung + ' ' + it.dataset.severity)").await
    }
}
