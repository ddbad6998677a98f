//! Script tags that do not run where they stand: put in as HTML, delayed, moved, joined into one file, copied, taken for
//! somebody else's. And what the author is told where a widget cannot be where it was meant.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        hp_2_html_that_is_set_by_a_script,
        hp_2_a_busy_page_is_looked_at_now_and_then,
        hp_2_what_the_page_takes_away_comes_back,
        hp_3_scripts_joined_into_one_file,
        hp_4_scripts_that_are_delayed,
        hp_4_scripts_that_are_moved,
        hp_5_consent_with_klaro,
        hp_5_a_tag_manager_brings_the_script,
        hp_6_lazy_loaders_and_the_base,
    ]
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

/// The script among others, in a file of another name, far away from its own files.
fn serve_bundle(page: &Page) -> Result<()> {
    let script = std::fs::read_to_string(xtask::dist_folder().join("fix-ladder.js"))
        .context("the script")?;
    serve(
        page,
        "/cache/js/joined_5f2a.js",
        format!("window.others = 1;\n;{script}\n;window.others += 1;"),
    );
    Ok(())
}

async fn hp_3_scripts_joined_into_one_file(page: &Page) -> Result<()> {
    serve_bundle(page)?;
    let bundle = "<script defer src=/cache/js/joined_5f2a.js></script>";
    // The tag is left as a mark, in whatever way; or the author has said where the files are.
    for (place, rest) in [
        (tag("type=text/plain data-optimized-src=/fix-ladder.js"), bundle),
        (tag("type=litespeed/javascript data-src=/fix-ladder.js?ver=5"), bundle),
        (tag("src=/fix-ladder.js type=x/joined"), bundle),
        ("<p class=here></p><fix-ladder ladder=icloud-photos loading=eager base=/></fix-ladder>".to_owned(), bundle),
        (tag("type=x/none data-base=/ src=/fix-ladder.js"), bundle),
        ("<p class=here></p><fix-ladder ladder=icloud-photos loading=eager></fix-ladder>".to_owned(),
         "<script defer data-base=/ src=/cache/js/joined_5f2a.js></script>"),
        ("<p class=here></p><fix-ladder ladder=icloud-photos loading=eager></fix-ladder><script type=x/kept src=/fix-ladder.js></script>".to_owned(), bundle),
    ] {
        page.open_body(&format!("<article>{place}<p>After.</p></article>{rest}")).await?;
        one_behind(page, "script, .here", &place).await?;
        ensure!(page.run("return window.others", &[]).await? == 2);
    }
    // Nothing says where the files are: the author is told what to write, the reader is offered no button that cannot help.
    page.open_body(&format!(
        "{RECORDER}<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>{bundle}"
    ))
    .await?;
    page.widget().until_state("failed").await?;
    let told = page.said().await?;
    ensure!(
        told.len() == 1
            && told[0].contains("/cache/js/fix-ladder.wasm")
            && told[0].contains("404")
            && told[0].contains("base"),
        "{told:?}"
    );
    ensure!(!page.widget().has("[data-action=retry]").await?, "a button");
    // What has been said helps.
    page.run("document.querySelector('fix-ladder').setAttribute('base', '/')", &[]).await?;
    page.widget().ready().await
}

async fn hp_4_scripts_that_are_delayed(page: &Page) -> Result<()> {
    // What plug-ins do once the reader moves: a fresh tag in the place of the old one, behind it, before it, or elsewhere.
    let copy = "const old = document.querySelector('[data-ladder]');
        const fresh = document.createElement('script');
        for (const { name, value } of old.attributes) if (!['type', 'id'].includes(name)) fresh.setAttribute(/^data-.*src$/.test(name) ? 'src' : name, value);";
    for (kept, run) in [
        ("type=rocketlazyloadscript data-rocket-src=/fix-ladder.js", "old.replaceWith(fresh)"),
        ("type=litespeed/javascript data-src=/fix-ladder.js", "old.after(fresh); old.remove()"),
        ("type=a1b2c3-text/javascript src=/fix-ladder.js", "old.before(fresh)"),
        ("type=a1b2c3-text/javascript src=/fix-ladder.js", "old.after(fresh)"),
        ("type=lazyload_int data-src=/fix-ladder.js", "document.head.append(fresh)"),
        ("type=text/plain data-flying-src=/fix-ladder.js", "document.body.append(fresh)"),
        (
            "type=text/template data-lazy-src=/fix-ladder.js",
            "fresh.onload = () => fresh.remove(); document.body.append(fresh)",
        ),
    ] {
        page.open_body(&format!(
            "<article id=post>{}<p id=after></p></article><footer></footer>",
            tag(kept)
        ))
        .await?;
        page.run(&format!("{copy} {run}"), &[]).await?;
        one_behind(page, "#post script", &format!("{kept}: {run}")).await?;
    }
    // Two widgets, of which one is released after the other.
    let both = format!(
        "<div>{}</div><p></p><div>{}</div>",
        tag("type=x/late data-late-src=/fix-ladder.js"),
        tag("type=x/late data-late-src=/fix-ladder.js")
    );
    page.open_body(&both).await?;
    for _ in 0..2 {
        let next = "const old = document.querySelector('[data-late-src]'); const fresh = document.createElement('script');
            fresh.src = '/fix-ladder.js'; fresh.dataset.ladder = 'icloud-photos'; fresh.dataset.loading = 'eager'; old.replaceWith(fresh)";
        page.run(next, &[]).await?;
        page.until_true("document.querySelector('div > script + fix-ladder[data-state=ready]')")
            .await?;
    }
    page.until_true(
        "document.querySelectorAll('div > script + fix-ladder[data-state=ready]').length === 2",
    )
    .await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 2);
    page.ensure_no_errors().await
}

async fn hp_4_scripts_that_are_moved(page: &Page) -> Result<()> {
    let moved = "this script tag stands at the end of the page";
    let post = "<article><h1>A post</h1><p>Words.</p></article>";
    for (body, times) in [
        (format!("{post}<footer>Ours</footer>{TAG}<script>1</script>"), 1),
        (format!("<main><h1>A post</h1>{TAG}</main><footer></footer>"), 0),
        (format!("{post}{TAG}<section>More posts</section>"), 0),
        (format!("<p>A page without landmarks.</p>{TAG}"), 0),
    ] {
        page.open_body(&format!("{RECORDER}{body}")).await?;
        page.widget().ready().await?;
        ensure!(said(page, moved).await? == times, "{body}: {:?}", page.said().await?);
        ensure!(page.take_errors().await?.len() == times, "{body}");
    }
    // Into the head: nothing can be shown, and the author is told once, in whatever way it came there.
    let head = "this script tag stands in <head>";
    page.open_html(&format!("{RECORDER}{TAG}{TAG}</head><body>{post}</body>")).await?;
    page.until("the author is told", async || Ok(said(page, head).await? > 0)).await?;
    page.run("document.body.append('more')", &[]).await?;
    page.take_a_turn().await?;
    ensure!(said(page, head).await? == 1 && page.take_errors().await?.len() == 1);
    // Unless the page has it where it was meant as well.
    page.open_html(&format!(
        "{RECORDER}{TAG}</head><body><div>{}</div></body>",
        tag("type=x/kept src=/fix-ladder.js")
    ))
    .await?;
    one_behind(page, "div > script", "in both").await?;
    ensure!(said(page, head).await? == 0);
    // One for all posts in the head of every page, which asks for nothing.
    page.open_html(&format!(
        "<script async src=/fix-ladder.js></script></head><body><div>{}</div></body>",
        tag("type=x/kept src=/fix-ladder.js")
    ))
    .await?;
    one_behind(page, "div > script", "the script in the head").await
}

async fn hp_5_consent_with_klaro(page: &Page) -> Result<()> {
    let klaro = "<script>window.klaroConfig = { elementID: 'klaro', storageMethod: 'localStorage', default: false, mustConsent: false,
        translations: { en: { purposes: { help: 'Help' } } },
        services: [{ name: 'fix-ladder', purposes: ['help'], default: false }] };</script>
        <script src=/node_modules/klaro/dist/klaro-no-css.js></script>";
    let kept = tag(
        "type=text/plain data-type=application/javascript data-name=fix-ladder data-src=/fix-ladder.js",
    );
    page.open_body(&format!("{klaro}<article>{kept}<p>After.</p></article>")).await?;
    page.until_true("window.klaro && klaro.getManager").await?;
    ensure!(
        page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 0,
        "nothing before consent"
    );
    page.run("const it = klaro.getManager(); it.updateConsent('fix-ladder', true); it.saveAndApplyConsents()", &[]).await?;
    one_behind(page, "article > script", "after consent").await?;
    ensure!(
        !page
            .server
            .requests()
            .iter()
            .any(|it| it.contains("ladders/") || it.contains("document.wasm")),
        "taken for a document"
    );
    // The document by the attribute that no consent tool takes for its own.
    page.run("localStorage.clear()", &[]).await?;
    let kept = "<script type=text/plain data-type=application/javascript data-name=fix-ladder data-src=/fix-ladder.js data-document=/pages/kettle.json data-loading=eager></script>";
    page.open_body(&format!("{klaro}<article>{kept}</article>")).await?;
    page.until_true("window.klaro && klaro.getManager").await?;
    page.run("const it = klaro.getManager(); it.updateConsent('fix-ladder', true); it.saveAndApplyConsents()", &[]).await?;
    one_behind(page, "article > script", "a document after consent").await?;
    let own =
        page.run("return document.querySelector('fix-ladder').getAttribute('src')", &[]).await?;
    ensure!(own == "/pages/kettle.json", "{own}");
    Ok(())
}

/// A tag manager keeps of a tag what it knows, and runs it from a box of its own at the end of the page.
async fn hp_5_a_tag_manager_brings_the_script(page: &Page) -> Result<()> {
    let run = "const box = document.body.appendChild(document.createElement('div'));
        box.style.cssText = 'display: none; visibility: hidden';
        const tag = document.createElement('script'); tag.src = '/fix-ladder.js'; tag.async = true;
        box.append(tag)";
    for place in [
        "<p class=here></p><fix-ladder ladder=icloud-photos loading=eager><ol><li>Restart.</li></ol></fix-ladder>".to_owned(),
        tag("type=text/plain src=/fix-ladder.js"),
    ] {
        page.open_body(&format!("<article>{place}</article>")).await?;
        page.run(run, &[]).await?;
        one_behind(page, "script, .here", &place).await?;
    }
    Ok(())
}

async fn hp_6_lazy_loaders_and_the_base(page: &Page) -> Result<()> {
    // What a lazy loader does with what it takes for its own: the document would run as a script.
    let lazy = "<script>addEventListener('DOMContentLoaded', () => {
        for (const it of document.querySelectorAll('script[data-src]')) { it.src = it.dataset.src; it.removeAttribute('data-src') }
    })</script>";
    for (attributes, base) in [
        ("src=/fix-ladder.js data-document=/pages/kettle.json", ""),
        ("src=fix-ladder.js data-document=pages/kettle.json data-base=http://{host}/", ""),
        ("data-src=/fix-ladder.js data-document=pages/kettle.json", ""),
        ("src=/fix-ladder.js data-document=kettle.json data-base=/", "<base href=/pages/>"),
    ] {
        let attributes =
            attributes.replace("{host}", page.server.url("").trim_start_matches("http://"));
        let base = if base.is_empty() { String::new() } else { base.to_owned() };
        page.open_body(&format!(
            "{lazy}{base}<article><script {attributes} data-loading=eager></script></article>{}",
            if attributes.contains("data-src") { SCRIPT } else { "" }
        ))
        .await?;
        one_behind(page, "script", &attributes).await?;
        let rung: Value = page
            .run("return document.querySelector('fix-ladder').getAttribute('ladder')", &[])
            .await?;
        ensure!(rung.is_null(), "{rung}");
    }
    // Both names at once: that of ours wins, since the other may be anybody's.
    page.open_body("<script src=/fix-ladder.js data-document=/pages/kettle.json data-src=/anything.json data-loading=eager></script>").await?;
    one_behind(page, "script", "both").await?;
    // A base that has no slash, and one that is no address.
    page.open_body(&format!("{RECORDER}<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager data-base=http://[x></script>")).await?;
    page.widget().until_state("failed").await?;
    let told = page.said().await?;
    ensure!(told.len() == 1 && told[0].contains("has no address"), "{told:?}");
    page.take_errors().await.map(drop)
}
