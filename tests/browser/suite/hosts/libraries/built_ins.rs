//! Libraries that give built-in objects other methods than the browser gave them: prototype.js, MooTools.

use anyhow::{Context, Result};
use browser_tests::runner::Test;
use browser_tests::{Page, soak, tests};
use xtask::server::Override;

use super::{STEP, TAG, library};
use crate::crash::hostile_page::HOSTILE;
use crate::crash::recovery::ensure_all_caught;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![hp_16_built_ins_are_others];
    tests.extend(soak![hp_16_built_ins_are_those_of_whole_libraries]);
    tests
}

/// What is in a package of prototype.js is its half for the language, as modules.
const PROTOTYPE: &str = "import * as all from 'prototype'; Object.assign(window, all);";

/// Its half for pages is in no package. This is what it does to elements and events, as far as names of the platform
/// have another meaning then: of what it does besides, nobody else hears.
const PAGES: &str = "<script>{
  const it = Element.prototype;
  it.remove = function () { this.parentNode.removeChild(this); return this };
  it.scrollTo = function () { const { left, top } = this.getBoundingClientRect(); window.scrollTo(left, top); return this };
  for (const name of ['show', 'hide', 'toggle', 'update', 'insert', 'replace', 'wrap', 'observe', 'fire', 'up', 'down',
    'next', 'previous', 'visible', 'clone', 'descendants', 'identify', 'select', 'match', 'store', 'purge']) {
    it[name] = function () { return this };
  }
  HTMLInputElement.prototype.select = HTMLInputElement.prototype.focus;
  HTMLSelectElement.prototype.clear = function () { this.value = ''; return this };
  document.getElementsByClassName = (name) => Array.from(document.querySelectorAll('.' + name));
  document.on = document.observe = document.fire = () => document;
  Event.prototype.stop = function () { this.preventDefault(); this.stopPropagation() };
  Event.prototype.element = function () { return this.target };
}</script>";

/// The half of MooTools for pages is in no package either: it has classes of its own under names of the platform.
const CLASSES: &str = "<script>
  for (const name of ['Window', 'Document', 'Event']) window[name] = function () {};
  Element.prototype.set = Element.prototype.get = function () { return null };
</script>";

async fn hp_16_built_ins_are_others(page: &Page) -> Result<()> {
    page.serve_bundle("/prototype.js", PROTOTYPE)?;
    let prototype = format!("<script src=/prototype.js></script>{PAGES}");
    let enumerable = "<script>{
      for (const one of [Array, String, Number, Function]) one.prototype.everywhere = function () { return this };
      Map.prototype.toJSON = Set.prototype.toJSON = Object.prototype.everywhere;
      window.Set.prototype.forEach = Array.prototype.flat = Array.prototype.flatMap = undefined;
    }</script>";
    let cases = [
        ("prototype.js", prototype),
        ("MooTools", library("mootools/lib/mootools-core-1.5.2-server.js") + CLASSES),
        ("methods everywhere", enumerable.to_owned()),
    ];
    for (name, head) in &cases {
        stands_through_everything(page, head).await.with_context(|| (*name).to_owned())?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

/// As Debian has them, with their halves for pages.
async fn hp_16_built_ins_are_those_of_whole_libraries(page: &Page) -> Result<()> {
    for name in ["prototype", "mootools"] {
        let file = format!("/usr/share/javascript/{name}/{name}.js");
        let install = || format!("{file}: run apt-get install libjs-{name}");
        let body = Some(std::fs::read(&file).with_context(install)?);
        page.server.set("/library.js", Override { body, ..Override::default() });
        let head = "<script src=/library.js></script>";
        stands_through_everything(page, head).await.context(name)?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

/// What the script itself does with lists: early input, focus, a crash, a widget taken out before it is ready.
async fn stands_through_everything(page: &Page, head: &str) -> Result<()> {
    page.open_body(&format!("{head}<script>{HOSTILE}</script>{TAG}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click(STEP).await?;
    widget.until(&format!("{STEP}:checked")).await?;
    let away = "const one = document.querySelector('fix-ladder'), other = one.cloneNode();
        body = document.body;
        body.append('Words.', document.createElement('hr'), other); other.remove(); body.append(other);
        setTimeout(() => other.remove())";
    page.run(away, &[]).await?;
    widget.press("really-stuck", "skip-rung").await?;
    widget.press("really-stuck", "confirm").await?;
    widget.until_rung("restart", "open").await?;
    page.ensure_no_errors().await?;
    page.run("hostile.left = 1", &[]).await?;
    widget.click_by_script("[data-state=locked] [data-action=toggle]").await?;
    page.until("the crash has been told", async || {
        Ok(page.run("return window.__errors.length > 0", &[]).await? == true)
    })
    .await?;
    ensure_all_caught(page, 1).await?;
    widget.ready().await?;
    widget.until_rung("restart", "open").await?;
    page.reload().await?;
    widget.until_rung("restart", "open").await
}
