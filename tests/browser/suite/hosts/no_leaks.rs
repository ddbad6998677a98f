//! What the widget does to a page around it: nothing.

use anyhow::{Context, Result, ensure};
use browser_tests::climb::on;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![h_2_no_outward_leak]
}

/// In the page itself, since Firefox keeps the driver's scripts apart: what the page's objects and elements are.
const WATCH: &str = "<script src=\"/pages/counts.js\"></script><script>
const references = new Map();
function number(value) {
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return String(value);
  if (!references.has(value)) references.set(value, references.size);
  return `#${references.get(value)}`;
}
function properties(object) {
  return Reflect.ownKeys(object).map((key) => {
    const it = Object.getOwnPropertyDescriptor(object, key);
    const parts = ['value', 'get', 'set'].filter((part) => part in it).map((part) => number(it[part]));
    return `${String(key)} ${parts.join(' ')} ${it.writable} ${it.enumerable} ${it.configurable}`;
  });
}
const names = Object.getOwnPropertyNames(window);
window.prototypes = () => names.flatMap((name) => {
  const it = Object.getOwnPropertyDescriptor(window, name).value;
  if (typeof it !== 'function' || !it.prototype) return [];
  return [name, ...properties(it.prototype)];
});
window.globals = () => Object.getOwnPropertyNames(window).filter((name) => !names.includes(name));
window.styles = () => Array.from(document.querySelectorAll('html, body, .host *'), (element) => {
  const style = getComputedStyle(element);
  return element.localName + Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
});
</script>";

async fn h_2_no_outward_leak(page: &Page) -> Result<()> {
    let nodes = "<h3>A <em>title</em></h3><p>Some <a href='#'>words</a>.</p><button>Press</button><input><label>L</label>
        <ul><li>One</li></ul><table><tr><td>1</td></tr></table>"
        .repeat(17);
    page.open_html(&format!(
        "<link rel=stylesheet href=\"/node_modules/bootstrap/dist/css/bootstrap.min.css\">{WATCH}</head>
        <body><div class=host>{nodes}</div><div style=\"position: fixed; inset: 0; overflow: auto\" id=place></div></body>"
    ))
    .await?;
    let before = Seen::of(page).await?;
    ensure!(before.styles.len() > 200, "{} elements", before.styles.len());
    ensure!(before.prototypes.len() > 3000, "{} properties", before.prototypes.len());
    let put = "const script = document.createElement('script'); script.src = '/fix-ladder.js';
        script.dataset.ladder = 'icloud-photos'; script.dataset.loading = 'eager'; place.append(script)";
    page.run(put, &[]).await?;
    let widget = page.widget();
    widget.ready().await?;
    // By script, since the driver would have to scroll the page.
    for action in ["skip-rung", "confirm"] {
        widget.until(&on("really-stuck", action)).await?;
        widget.click_by_script(&on("really-stuck", action)).await?;
    }
    widget.until_rung("restart", "open").await?;
    widget.click_by_script(&on("restart", "start-wait")).await?;
    widget.until("[role=timer]").await?;
    page.run("document.activeElement.blur()", &[]).await?;
    let during = Seen::of(page).await?;
    before.ensure_same(&during)?;
    ensure!(during.listeners != before.listeners, "it listens to the page: {:?}", during.listeners);
    // With its tag, or it would come back.
    page.run(
        "document.querySelectorAll('fix-ladder, [data-ladder]').forEach((it) => it.remove())",
        &[],
    )
    .await?;
    page.until("the page is as it was", async || {
        Ok(page.run("return counts()", &[]).await? == before.listeners)
    })
    .await?;
    before.ensure_same(&Seen::of(page).await?)
}

/// A page as it is.
struct Seen {
    styles: Vec<Value>,
    prototypes: Vec<Value>,
    globals: Value,
    listeners: Value,
}

impl Seen {
    async fn of(page: &Page) -> Result<Seen> {
        let list = async |script: &str| {
            let found = page.run(script, &[]).await?;
            anyhow::Ok(found.as_array().context("no list")?.clone())
        };
        Ok(Seen {
            styles: list("return styles()").await?,
            prototypes: list("return prototypes()").await?,
            globals: page.run("return globals()", &[]).await?,
            listeners: page.run("return counts()", &[]).await?,
        })
    }

    fn ensure_same(&self, later: &Seen) -> Result<()> {
        let changed = |one: &[Value], other: &[Value]| -> Vec<Value> {
            let pairs = one.iter().zip(other).filter(|(one, other)| one != other);
            pairs.map(|(one, other)| json!([one, other])).collect()
        };
        let styles = changed(&self.styles, &later.styles);
        ensure!(styles.is_empty(), "styles of the page have changed: {styles:?}");
        ensure!(self.styles.len() == later.styles.len(), "the page has other elements");
        let prototypes = changed(&self.prototypes, &later.prototypes);
        ensure!(
            prototypes.is_empty() && self.prototypes.len() == later.prototypes.len(),
            "prototypes: {prototypes:?}"
        );
        ensure!(self.globals == later.globals, "globals: {} and {}", self.globals, later.globals);
        Ok(())
    }
}
