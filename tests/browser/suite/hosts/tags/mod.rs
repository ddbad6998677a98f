//! Script tags that do not run where they stand: put in as HTML, delayed, moved, joined into one file, copied, taken for
//! somebody else's. And what the author is told where a widget cannot be where it was meant.

/// Consent tools and tag managers.
mod consent;
/// Plug-ins that optimize.
mod optimizers;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        hp_2_html_that_is_set_by_a_script,
        hp_2_a_busy_page_is_looked_at_now_and_then,
        hp_2_what_the_page_takes_away_comes_back,
    ];
    tests.extend(optimizers::tests());
    tests.extend(consent::tests());
    tests
}

const SCRIPT: &str = "<script async=\"\" src=\"/fix-ladder.js\"></script>";
const TAG: &str = "<script async=\"\" src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";
const RECORDER: &str = "<script src=/pages/recorder.js></script>";

/// The tag as a plug-in leaves it, with these attributes in the place of its address.
fn tag(attributes: &str) -> String {
    format!("<script {attributes} data-ladder=icloud-photos data-loading=eager></script>")
}

/// One widget, ready, as the next element behind what matches; nothing else of ours.
async fn one_behind(page: &Page, selector: &str, when: &str) -> Result<()> {
    let ready = "document.querySelector('fix-ladder[data-state=ready]') !== null";
    page.until_true(ready).await.with_context(|| when.to_owned())?;
    let places = "const before = (it) => { do it = it.previousElementSibling; while (it && it.localName === 'script' && !it.matches(arguments[0])); return it };
        return Array.from(document.querySelectorAll('fix-ladder'), (it) => { const found = before(it); return Boolean(found && found.matches(arguments[0])) })";
    let found = page.run(places, &[json!(selector)]).await?;
    ensure!(found == json!([true]), "{when}: {found}");
    page.ensure_no_errors().await.with_context(|| when.to_owned())
}

/// What is said in the console that begins so.
async fn said(page: &Page, begins: &str) -> Result<usize> {
    let begins = format!("fix-ladder: {begins}");
    Ok(page.said().await?.iter().filter(|it| it.starts_with(&begins)).count())
}

fn serve(page: &Page, path: &str, body: impl Into<Vec<u8>>) {
    page.server.set(path, Override { body: Some(body.into()), ..Override::default() });
}

async fn hp_2_html_that_is_set_by_a_script(page: &Page) -> Result<()> {
    let post = format!("<h2>A post</h2><p id=before>Words.</p>{TAG}<p id=after>More.</p>");
    for set in [
        "at.innerHTML = post",
        "at.insertAdjacentHTML('beforeend', post)",
        "at.append(document.createRange().createContextualFragment(post).cloneNode(true))",
        "at.append(...new DOMParser().parseFromString(post, 'text/html').body.childNodes)",
        "const it = document.createElement('template'); it.innerHTML = post; at.append(it.content.cloneNode(true))",
        "at.outerHTML = `<main>${post}</main>`",
        // Whole pages, as some routers swap them.
        "document.body.replaceWith(new DOMParser().parseFromString(post, 'text/html').body)",
        "document.documentElement.innerHTML = `<head></head><body>${post}</body>`",
    ] {
        page.open_body(&format!("<div id=at></div>{SCRIPT}")).await?;
        page.until_true("customElements.get('fix-ladder')").await?;
        let run = format!("const post = arguments[0], at = document.getElementById('at'); {set}");
        page.run(&run, &[json!(post)]).await?;
        one_behind(page, "script", set).await?;
        ensure!(page.run("return before.nextElementSibling.localName + after.previousElementSibling.localName", &[]).await? == "scriptfix-ladder");
    }
    // Another post in its place, and none.
    page.open_body(&format!("<div id=at>{TAG}</div>")).await?;
    one_behind(page, "script", "the first").await?;
    page.run(
        "window.first = document.querySelector('fix-ladder'); at.innerHTML = arguments[0]",
        &[json!(post)],
    )
    .await?;
    page.until_true(
        "document.querySelector('fix-ladder') && document.querySelector('fix-ladder') !== first",
    )
    .await?;
    one_behind(page, "script", "the second").await?;
    page.run("at.textContent = 'Nothing.'", &[]).await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 0);
    Ok(())
}

/// In one turn and in many: what is asked of the page does not grow with what changes in it.
const COUNT: &str = "<script>
    window.looks = 0;
    const real = Document.prototype.querySelectorAll;
    Document.prototype.querySelectorAll = function (selector) {
      if (selector.includes('data-ladder')) looks += 1;
      return real.call(this, selector);
    };
</script>";
const BUSY: &str = "const [done] = arguments;
    window.looks = 0;
    const box = document.body.appendChild(document.createElement('div'));
    const begun = performance.now();
    const step = (left) => {
      for (let at = 0; at < 20; at += 1) { box.append('a'); if (at % 2) box.textContent = ''; }
      if (left) setTimeout(step, 0, left - 1);
      else setTimeout(() => {
        const took = performance.now() - begun;
        const busy = window.looks;
        setTimeout(() => done([busy, took, window.looks - busy]), 1000);
      }, 450);
    };
    step(500)";

async fn hp_2_a_busy_page_is_looked_at_now_and_then(page: &Page) -> Result<()> {
    page.open_body(&format!("{COUNT}{TAG}")).await?;
    page.widget().ready().await?;
    let told = page.client.execute_async(BUSY, Vec::new()).await?;
    let [looks, took, idle] =
        [&told[0], &told[1], &told[2]].map(|it| it.as_f64().unwrap_or(f64::NAN));
    // Two looks for each pause, and what is left at both ends.
    ensure!(
        looks >= 1.0 && looks <= took / 200.0 * 2.0 + 4.0,
        "{looks} looks at 10,000 changes in {took} ms"
    );
    ensure!(idle == 0.0, "{idle} looks while nothing changes");
    page.ensure_no_errors().await
}

async fn hp_2_what_the_page_takes_away_comes_back(page: &Page) -> Result<()> {
    page.open_body(&format!("{RECORDER}<div id=at>{TAG}</div>")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-charger]").await?;
    // As a library does that makes the page what the server has sent.
    page.run("window.first = document.querySelector('fix-ladder'); first.remove()", &[]).await?;
    page.until_true("first.isConnected && first.dataset.state === 'ready'").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    one_behind(page, "script", "taken away once").await?;
    // A page that does so without end is not fought.
    let fight = "new MutationObserver(() => { const it = document.querySelector('fix-ladder'); if (it) it.remove() }).observe(at, { childList: true }); first.remove()";
    page.run(fight, &[]).await?;
    let told = async || Ok(said(page, "the page takes the widget").await? == 1);
    page.until("the author is told", told).await?;
    let errors = page.take_errors().await?;
    ensure!(errors.len() == 1, "once: {errors:?}");
    // Without its tag it goes for good.
    page.open_body(&format!("<div id=at>{TAG}</div>")).await?;
    widget.ready().await?;
    page.run("document.querySelector('script[data-ladder]').remove(); document.querySelector('fix-ladder').remove(); at.append('x')", &[]).await?;
    page.take_a_turn().await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 0);
    Ok(())
}
