//! A post inside of the element is the ladder: until it is read it is what is seen, and it stays for whoever reads without it.

use anyhow::{Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        own_html_is_climbed_and_keeps_its_place,
        own_html_that_comes_later_or_changes_keeps_its_ticks,
        own_html_is_read_under_a_strict_policy_from_another_origin,
        own_html_stays_while_it_is_being_read,
        own_html_is_added_to_in_the_language_of_its_reader,
        own_html_moves_nothing_that_is_in_sight,
    ]
}

const SCRIPT: &str = "<script src=/fix-ladder.js></script>";
const INLINE: &str = "<script src=/fix-ladder.inline.js></script>";

/// As an author writes it who knows nothing of ladders. The form has fields that hide what scripts ask for.
const POST: &str = "<h2>The scanner stays dark</h2><p>Mine did this twice.</p>
    <h3>Wake it up</h3><p>It sleeps after an hour.</p><p>Press its power button.</p><p id=lamp>Wait until the lamp is green.</p>
    <h3>Add it again</h3><ol><li>Remove it from the list of <a href=devices.html>devices</a>.</li><li>Search for it.</li></ol>
    <form><input name=localName><input name=getAttribute></form>
    <h3>Start from nothing</h3><ol><li>Erase everything that is stored on it.</li></ol>";

/// Holds the module that reads posts until `__read()`, and has what the console is told in `__said`.
const HELD: &str = "<script>(() => {
    window.__said = [];
    const { info } = console;
    console.info = (...words) => { window.__said.push(words); info.apply(console, words); };
    const reading = new Promise((done) => { window.__read = done; });
    const { fetch } = window;
    window.fetch = async (address, ...rest) => {
        const answer = await fetch(address, ...rest);
        if (String(address).includes('post.wasm')) await reading;
        return answer;
    };
    })()</script>";

async fn title(page: &Page) -> Result<String> {
    page.widget().text("[part=title]").await
}

async fn own_html_is_climbed_and_keeps_its_place(page: &Page) -> Result<()> {
    // Higher than the widget is, and no higher than the window.
    let high = format!("{POST}<p style='height: calc(100vh - 510px)'>That is all.</p>");
    let body = format!(
        "{HELD}{SCRIPT}<fix-ladder loading=eager>{high}</fix-ladder><p id=after>After.</p>"
    );
    page.open_body(&body).await?;
    let asked =
        "performance.getEntriesByType('resource').some((it) => it.name.includes('post.wasm'))";
    page.until_true(asked).await?;
    let seen = "document.getElementById('lamp').getClientRects().length === 1";
    page.until_true(&format!(
        "{seen} && document.querySelector('fix-ladder').dataset.state === 'loading'"
    ))
    .await?;
    let after = "return Math.round(document.getElementById('after').getBoundingClientRect().top)";
    let before = page.run(after, &[]).await?;
    page.run("window.__read()", &[]).await?;
    let widget = page.widget();
    widget.ready().await?;
    for _ in 0..3 {
        page.take_a_turn().await?;
    }
    let moved = page.run(after, &[]).await?;
    ensure!(moved == before, "what follows was at {before} and is at {moved}");
    ensure!(title(page).await? == "The scanner stays dark", "{}", title(page).await?);
    page.until_true(&format!(
        "!({seen}) && document.querySelectorAll('fix-ladder > h3').length === 3"
    ))
    .await?;
    let rungs: Vec<String> = widget.rungs().await?.into_iter().map(|(id, _)| id).collect();
    ensure!(rungs == ["wake-it-up", "add-it-again", "start-from-nothing"], "{rungs:?}");
    let (steps, enabled) = widget.steps("wake-it-up").await?;
    ensure!(steps == 2 && enabled == 2, "{steps} steps, {enabled} of them open");
    let step = "[data-step^=press-its-power-button]";
    widget.click(step).await?;
    widget.until(&format!("{step}:checked")).await?;
    // Its id is made from its words, so it is kept apart from a post of the same words elsewhere.
    let keys = page.stored_keys().await?;
    let own = "fix-ladder/1/the-scanner-stays-dark@http";
    ensure!(keys.iter().any(|key| key.starts_with(own)), "{keys:?}");
    page.reload().await?;
    page.run("window.__read()", &[]).await?;
    widget.ready().await?;
    widget.until(&format!("{step}:checked")).await?;
    widget.skip_to("start-from-nothing").await?;
    let (steps, enabled) = widget.steps("start-from-nothing").await?;
    ensure!(steps == 1 && enabled == 0, "{enabled} of {steps} steps are open");
    let warning = widget.text("[data-rung=start-from-nothing] [part~=warning]").await?;
    ensure!(warning.contains("also exists in another place"), "{warning}");
    let said = page
        .run(
            "return window.__said.map((it) => [it[0], ...it.slice(1).map((at) => at.localName)])",
            &[],
        )
        .await?;
    let said = said.as_array().cloned().unwrap_or_default();
    let danger = said.iter().find(|it| {
        it[0].as_str().is_some_and(|it| it.starts_with("fix-ladder: warning: this deletes"))
    });
    ensure!(danger.is_some_and(|it| it[1] == "li"), "{said:?}");
    page.ensure_no_errors().await
}

async fn own_html_that_comes_later_or_changes_keeps_its_ticks(page: &Page) -> Result<()> {
    for script in [SCRIPT, INLINE] {
        let body = format!("{script}<fix-ladder loading=eager id=mine></fix-ladder>");
        page.open_body(&body).await?;
        let widget = page.widget();
        widget.until_state("failed").await?;
        let put = "document.querySelector('fix-ladder').innerHTML = arguments[0]";
        page.run(put, &[json!("<p>One moment.</p>")]).await?;
        page.run(put, &[json!(POST)]).await?;
        widget.ready().await?;
        let step = "[data-step^=press-its-power-button]";
        widget.click(step).await?;
        widget.until(&format!("{step}:checked")).await?;
        // A framework renders it anew: it is empty for a moment, and other words come with it.
        page.run(put, &[json!("")]).await?;
        page.run(
            put,
            &[json!(
                POST.replace("It sleeps", "It falls asleep")
                    .replace("<h3>Add", "<h3>Look at it</h3><p>Look.</p><h3>Add")
            )],
        )
        .await?;
        widget.until("[data-rung=look-at-it]").await?;
        ensure!(widget.has(&format!("{step}:checked")).await?, "the tick is gone");
        ensure!(
            widget.text("[data-rung=wake-it-up]").await?.contains("falls asleep"),
            "the old words"
        );
        let keys = page.stored_keys().await?;
        ensure!(keys.iter().any(|key| key.starts_with("fix-ladder/1/mine/")), "{keys:?}");
        let ready = page.events_of("ready").await?;
        ensure!(ready.len() == 1, "{ready:?}");
        page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    }
    page.take_errors().await.map(drop)
}

async fn own_html_is_read_under_a_strict_policy_from_another_origin(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let policy = "script-src {harness} {cdn} 'wasm-unsafe-eval'; connect-src {cdn}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let tag = format!(
        "<script nonce={{nonce}} src={{cdn}}/fix-ladder.js></script><fix-ladder loading=eager>{POST}</fix-ladder>"
    );
    sites.open(&[("content-security-policy", policy)], &tag).await?;
    page.widget().ready().await?;
    ensure!(title(page).await? == "The scanner stays dark", "{}", title(page).await?);
    let refused = sites.refused().await?;
    let is_expected = |it: &String| it == "enforce require-trusted-types-for trusted-types-sink";
    ensure!(refused.iter().all(is_expected), "{refused:?}");
    Ok(())
}

async fn own_html_stays_while_it_is_being_read(page: &Page) -> Result<()> {
    let long = POST.replace(
        "<p>It sleeps",
        &format!("{}<p>It sleeps", "<p>It is a long story.</p>".repeat(60)),
    );
    let body = format!(
        "{HELD}{SCRIPT}<fix-ladder loading=eager>{long}</fix-ladder><div style='height:3000px'>After.</div>"
    );
    page.open_body(&body).await?;
    page.run("document.getElementById('lamp').scrollIntoView()", &[]).await?;
    page.run("window.__read()", &[]).await?;
    let mounted = "window.__said.length > 0";
    page.until_true(mounted).await?;
    for _ in 0..5 {
        page.take_a_turn().await?;
    }
    let top = "return Math.round(document.getElementById('lamp').getBoundingClientRect().top)";
    let is_read = page.run(top, &[]).await?;
    ensure!(is_read == 0, "the line that was read is at {is_read}");
    ensure!(page.widget().state().await?.as_deref() == Some("loading"), "it was taken away");
    page.run("scrollTo(0, 0)", &[]).await?;
    page.widget().ready().await?;
    page.ensure_no_errors().await
}

async fn own_html_is_added_to_in_the_language_of_its_reader(page: &Page) -> Result<()> {
    let with_picture = POST
        .replace("<p id=lamp>", "<p><img src=https://pictures.example/lamp.png></p><p id=lamp>");
    for script in [SCRIPT, INLINE] {
        let body =
            format!("{script}<fix-ladder loading=eager lang=de-AT>{with_picture}</fix-ladder>");
        page.open_body(&body).await?;
        let widget = page.widget();
        widget.ready().await?;
        let picture = widget.text("[data-rung=wake-it-up] a[href$='lamp.png']").await?;
        ensure!(picture.starts_with("Bild"), "{picture}");
        widget.skip_to("start-from-nothing").await?;
        let warning = "[data-rung=start-from-nothing] [part~=warning]";
        let said = widget.text(warning).await?;
        ensure!(said.contains("an einem anderen Ort"), "{said}");
        // The page takes another language: what was confirmed in other words is asked for again.
        page.run("document.querySelector('fix-ladder').lang = 'en'", &[]).await?;
        let is_english =
            async || Ok(widget.text(warning).await?.contains("also exists in another place"));
        page.until("what is added is in English", is_english).await?;
        page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    }
    page.ensure_no_errors().await
}

/// Notes each element that is in sight and moves from one frame to the next. What only comes into sight moves nobody's eyes.
const WATCHED: &str = "<script>(() => {
    window.__moved = [];
    const tops = new Map();
    const look = () => {
        for (const it of document.querySelectorAll('[data-watched]')) {
            const { top, bottom } = it.getBoundingClientRect();
            const before = tops.get(it);
            const isSeen = (at) => at < innerHeight && at + bottom - top > 0;
            if (before !== undefined && Math.abs(before - top) > 1 && isSeen(before)) window.__moved.push([it.id, before, top]);
            tops.set(it, top);
        }
        // Behind all that a frame does before it is painted.
        requestAnimationFrame(() => setTimeout(look));
    };
    window.__watch = () => { window.__moved = []; look(); };
    })()</script>";

async fn own_html_moves_nothing_that_is_in_sight(page: &Page) -> Result<()> {
    let line = |id: usize| format!("<p data-watched id=line-{id}>A line of the page.</p>");
    let end: String = (0..80).map(line).collect();
    for (what, high, place) in [
        ("a whole post, from its beginning", 2600, "scrollTo(0, 0)"),
        ("a part of a post, from above it", 0, "scrollTo(0, 0)"),
        (
            "a high part, from behind it",
            2600,
            "document.getElementById('line-40').scrollIntoView()",
        ),
        ("a low part, from behind it", 0, "document.getElementById('line-40').scrollIntoView()"),
        ("a low part, from its end", 0, "document.getElementById('line-2').scrollIntoView()"),
    ] {
        // A part of a post begins below what is in sight, and is near enough to be loaded.
        let above = if what.starts_with("a part") { "calc(100vh + 50px)" } else { "60px" };
        page.open_body(&format!(
            "{HELD}{WATCHED}{SCRIPT}<header data-watched id=header style='height:{above}'>Blog</header>\
             <fix-ladder loading=eager>{POST}<div style='height:{high}px'></div></fix-ladder>{end}"
        ))
        .await?;
        let asked =
            "performance.getEntriesByType('resource').some((it) => it.name.includes('post.wasm'))";
        page.until_true(asked).await?;
        page.run(place, &[]).await?;
        page.take_a_turn().await?;
        page.run("window.__watch(); window.__read()", &[]).await?;
        page.widget().ready().await?;
        for _ in 0..3 {
            page.take_a_turn().await?;
        }
        let moved = page.run("return window.__moved", &[]).await?;
        ensure!(moved.as_array().is_some_and(Vec::is_empty), "{what}: {moved}");
    }
    page.ensure_no_errors().await
}
