//! What a reader does in a widget, by the hooks of its contract: find, read, click, type.
//!
//! Clicks and keys are the driver's own, so that nothing covered, hidden or disabled can be pressed.

use anyhow::{Context, Result, anyhow};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::test_page::Page;

/// A widget of a page. Every selector is looked up inside its shadow root.
pub struct Widget<'a> {
    pub(crate) page: &'a Page,
    /// A selector that finds the element itself in the page.
    pub(crate) host: String,
}

impl Page {
    /// The first widget of the page.
    pub fn widget(&self) -> Widget<'_> {
        self.widget_at("fix-ladder")
    }

    /// The first widget that a selector finds.
    pub fn widget_at(&self, selector: &str) -> Widget<'_> {
        Widget { page: self, host: selector.to_owned() }
    }
}

/// Finds `arguments[1]` in the shadow root of `arguments[0]`.
const FIND: &str = "
const host = document.querySelector(arguments[0]);
const found = host && host.shadowRoot && host.shadowRoot.querySelector(arguments[1]);
";

/// Whether an element was taken away while it was asked for. A first view makes way for the widget once, and what
/// was found in it is found again.
fn has_gone(error: &anyhow::Error) -> bool {
    error.downcast_ref::<CmdError>().is_some_and(CmdError::is_stale_element_reference)
}

impl Widget<'_> {
    /// Waits until the widget stands.
    pub async fn ready(&self) -> Result<()> {
        self.until_state("ready").await
    }

    /// Waits until the element's `data-state` is this.
    pub async fn until_state(&self, state: &str) -> Result<()> {
        let what = format!("{} is {state}", self.host);
        self.page.until(&what, async || Ok(self.state().await?.as_deref() == Some(state))).await
    }

    /// The element's `data-state`.
    pub async fn state(&self) -> Result<Option<String>> {
        let script =
            "const host = document.querySelector(arguments[0]); return host && host.dataset.state";
        let state = self.page.run(script, &[json!(self.host)]).await?;
        Ok(state.as_str().map(str::to_owned))
    }

    /// Waits for an element and hands it over.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.until(css).await?;
        let found = match self.find_now(css).await {
            Err(error) if has_gone(&error) => self.find_now(css).await,
            found => found,
        };
        found?.with_context(|| format!("{css} has gone"))
    }

    async fn find_now(&self, css: &str) -> Result<Option<Element>> {
        let script = format!("{FIND} return found");
        self.page.run_for_element(&script, &[json!(self.host), json!(css)]).await
    }

    /// Waits until there is such an element.
    pub async fn until(&self, css: &str) -> Result<()> {
        self.page.until(&format!("there is {css}"), async || self.has(css).await).await
    }

    /// Waits until there is no such element.
    pub async fn until_not(&self, css: &str) -> Result<()> {
        let gone = async || Ok(!self.has(css).await?);
        self.page.until(&format!("there is no {css}"), gone).await
    }

    pub async fn has(&self, css: &str) -> Result<bool> {
        Ok(self.count(css).await? > 0)
    }

    pub async fn count(&self, css: &str) -> Result<u64> {
        let script = "const host = document.querySelector(arguments[0]);
            return host && host.shadowRoot ? host.shadowRoot.querySelectorAll(arguments[1]).length : 0";
        let count = self.page.run(script, &[json!(self.host), json!(css)]).await?;
        count.as_u64().with_context(|| format!("{css} cannot be counted"))
    }

    /// An expression over `found`, the first element that the selector finds now.
    pub async fn ask(&self, css: &str, expression: &str) -> Result<Value> {
        let script = format!(
            "{FIND} if (!found) return {{ missing: true }}; return {{ value: ({expression}) }}"
        );
        let answer = self.page.run(&script, &[json!(self.host), json!(css)]).await?;
        answer.get("value").cloned().with_context(|| format!("there is no {css}"))
    }

    /// The words of an element as they are in the document, white space joined.
    pub async fn text(&self, css: &str) -> Result<String> {
        let text = self.ask(css, "found.textContent").await?;
        let words: Vec<&str> = text.as_str().unwrap_or_default().split_whitespace().collect();
        Ok(words.join(" "))
    }

    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        let value = self.ask(css, &format!("found.getAttribute({})", json!(name))).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Whether an element that can be disabled is enabled.
    pub async fn is_enabled(&self, css: &str) -> Result<bool> {
        Ok(self.ask(css, "!found.matches(':disabled')").await? == json!(true))
    }

    pub async fn is_checked(&self, css: &str) -> Result<bool> {
        Ok(self.ask(css, "found.checked").await? == json!(true))
    }

    /// Waits for an element that is enabled and clicks it as a reader does.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.unfold_around(css).await?;
        let what = format!("{css} is there and enabled");
        self.page.until(&what, async || self.is_enabled(css).await).await?;
        if self.page.engine == Engine::WebKit {
            self.bring_into_sight(css).await?;
        }
        let element = self.find(css).await?;
        let clicked = match element.click().await {
            Err(error) if error.is_stale_element_reference() => self.find(css).await?.click().await,
            clicked => clicked,
        };
        clicked.with_context(|| format!("clicking {css}"))?;
        self.page.take_a_turn().await
    }

    /// Scrolls to what is not wholly in sight, and waits until it stands still: what has gone out of sight is folded, and
    /// translators put other words above it. WebKit's driver computes where the element is, and clicks there later,
    /// whatever has moved meanwhile.
    async fn bring_into_sight(&self, css: &str) -> Result<()> {
        let script = format!(
            "{FIND} const done = arguments[2];
            const box = found && found.getBoundingClientRect();
            if (!box || document.hidden) return done();
            if (box.top < 0 || box.bottom > innerHeight) {{
              found.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
            }}
            // Windows behind others may have no frames, and then nothing folds either.
            setTimeout(done, 500);
            let before = '';
            const look = () => {{
              const {{ left, top }} = found.getBoundingClientRect();
              if (before === `${{left}} ${{top}}`) return setTimeout(done);
              before = `${{left}} ${{top}}`;
              requestAnimationFrame(look);
            }};
            requestAnimationFrame(look)"
        );
        let arguments = vec![json!(self.host), json!(css)];
        let scrolled = self.page.client.execute_async(&script, arguments).await;
        scrolled.with_context(|| format!("scrolling to {css}"))?;
        self.page.take_a_turn().await
    }

    /// Unfolds what an element stands in, from the outside in: by a press on each line, as a reader does.
    pub async fn unfold_around(&self, css: &str) -> Result<()> {
        let script = format!(
            "{FIND} let folded = null;
            for (let it = found; it; it = it.parentElement) if (it.matches('[hidden][id$=\".more\"]')) folded = it.id;
            return folded"
        );
        let arguments = [json!(self.host), json!(css)];
        while let Some(id) = self.page.run(&script, &arguments).await?.as_str() {
            let toggle = self.find(&format!("[aria-controls='{id}']")).await?;
            toggle.click().await.with_context(|| format!("unfolding {css}"))?;
            // A second press before the first has been drawn would fold it again.
            self.until_not(&format!("[id='{id}'][hidden]")).await?;
        }
        Ok(())
    }

    /// Unfolds all items, where there is anything to unfold.
    pub async fn unfold_all(&self) -> Result<()> {
        let css = "[data-action=unfold-all]";
        if self.has(css).await? && self.has(".more[hidden]").await? {
            self.click(css).await?;
            self.until_not(".more[hidden]").await?;
        }
        Ok(())
    }

    /// Clicks each element that the selector finds, in order, as a reader does.
    pub async fn click_each(&self, css: &str) -> Result<u64> {
        let count = self.count(css).await?;
        for index in 0..count {
            let script = "const host = document.querySelector(arguments[0]);
                return host.shadowRoot.querySelectorAll(arguments[1])[arguments[2]]";
            let arguments = [json!(self.host), json!(css), json!(index)];
            let element = self.page.run_for_element(script, &arguments).await?;
            let element = element.with_context(|| format!("{css} number {index} has gone"))?;
            element.click().await.with_context(|| format!("clicking {css} number {index}"))?;
            self.page.take_a_turn().await?;
        }
        Ok(count)
    }

    /// Clicks by script, past everything that keeps a reader from it.
    pub async fn click_by_script(&self, css: &str) -> Result<()> {
        self.ask(css, "(found.click(), true)").await.map(drop)
    }

    /// Replaces what a field holds, key by key, and leaves the field.
    pub async fn write(&self, css: &str, text: &str) -> Result<()> {
        self.unfold_around(css).await?;
        let mut field = self.find(css).await?;
        let wrong = || format!("writing into {css}");
        match field.clear().await {
            Err(error) if error.is_stale_element_reference() => {
                field = self.find(css).await?;
                field.clear().await.with_context(wrong)?;
            }
            cleared => cleared.with_context(wrong)?,
        }
        field.send_keys(text).await.with_context(wrong)?;
        field.send_keys("\u{e004}").await.with_context(wrong)?;
        self.page.take_a_turn().await
    }

    /// Picks an option of a `select` by its value.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        let select = self.find(css).await?;
        let wrong = || format!("choosing {value} in {css}");
        select.select_by_value(value).await.with_context(wrong)?;
        self.page.take_a_turn().await
    }

    /// The id and state of every rung, from the top.
    pub async fn rungs(&self) -> Result<Vec<(String, String)>> {
        let script = "const host = document.querySelector(arguments[0]);
            return Array.from(host.shadowRoot.querySelectorAll('[data-rung]'),
                (rung) => [rung.dataset.rung, rung.dataset.state])";
        let rungs = self.page.run(script, &[json!(self.host)]).await?;
        serde_json::from_value(rungs).map_err(|error| anyhow!("the rungs cannot be read: {error}"))
    }

    /// Waits until a rung is in a state.
    pub async fn until_rung(&self, rung: &str, state: &str) -> Result<()> {
        self.until(&format!("[data-rung='{rung}'][data-state='{state}']")).await
    }
}
