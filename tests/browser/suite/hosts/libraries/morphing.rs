//! Morphing: the post comes anew from a server or a template, and a script makes the page like it with as few changes as
//! it can. What is not in the new HTML is taken away: the widget behind a tag, and attributes that scripts have set.

use anyhow::{Context, Result, ensure};
use browser_tests::recipes::{recipe, recipe_at};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::{
    ELEMENT, SCRIPT, TAG, library, one_ticked, ours, quiet, serve, serve_text, the_same, tick,
};

pub fn tests() -> Vec<Test> {
    tests![hp_18_morphed_pages_keep_their_widget, hp_18_turbo_refreshes_by_morphing,]
}

/// A library: its scripts, and how a page has `html` put into `post` by it.
const LIBRARIES: [(&str, &[&str], &str); 7] = [
    ("idiomorph", &["idiomorph/dist/idiomorph.js"], "Idiomorph.morph(post, html, { morphStyle: 'innerHTML' })"),
    ("morphdom", &["morphdom/dist/morphdom-umd.js"], "morphdom(post, `<div id=post>${html}</div>`)"),
    // As Livewire asks for it.
    (
        "Alpine",
        &["@alpinejs/morph/dist/cdn.js", "alpinejs/dist/cdn.js"],
        "Alpine.morph(post, `<div id=post>${html}</div>`, { lookahead: true, key: (it) => it.id })",
    ),
    // Livewire is in no package. It morphs by Alpine's plug-in, and leaves out what is to be ignored.
    (
        "Livewire",
        &["@alpinejs/morph/dist/cdn.js", "alpinejs/dist/cdn.js"],
        "Alpine.morph(post, `<div id=post>${html}</div>`, { key: (it) => it.id,
          updating: (it, to, only, skip) => { if (it.hasAttribute && it.hasAttribute('wire:ignore')) skip() } })",
    ),
    (
        "Alpine without looking ahead",
        &["@alpinejs/morph/dist/cdn.js", "alpinejs/dist/cdn.js"],
        "Alpine.morph(post, `<div id=post>${html}</div>`)",
    ),
    ("htmx 4", &["htmx.org/dist/htmx.js"], "htmx.ajax('GET', '/part.html', { target: '#post', swap: 'innerMorph' })"),
    (
        "htmx 2",
        &["htmx2/dist/htmx.js", "idiomorph/dist/idiomorph-ext.js"],
        "(document.body.setAttribute('hx-ext', 'morph'), htmx.process(document.body), htmx.ajax('GET', '/part.html', { target: '#post', swap: 'morph:innerHTML' }))",
    ),
];

/// A post as it is sent the first time and later: with other words, with more before the widget, with less.
fn posts(widget: &str) -> [String; 4] {
    let with = |before: &str, after: &str| format!("{before}{widget}{after}");
    [
        with("<p>Words.</p>", "<p>After.</p>"),
        with("<p>Other words.</p>", "<p class=new>After.</p>"),
        with("<p>Other words.</p><p>And more.</p><ul><li>1</li></ul>", "<p>After.</p>"),
        with("", "<p>After.</p><p>End.</p>"),
    ]
}

/// With an id of its own what the author has written is the same to every library.
const WITH_ID: &str = "id=ladder-of-this-post";

async fn hp_18_morphed_pages_keep_their_widget(page: &Page) -> Result<()> {
    let tag = TAG.replace("<script", &format!("<script {WITH_ID}"));
    let element = ELEMENT.replace("<fix-ladder", &format!("<fix-ladder {WITH_ID}"));
    let fallback = element.replace("></", "><p>The author's own.</p></");
    let kept = [("tag", tag), ("element", element + SCRIPT), ("fallback", fallback + SCRIPT)];
    let counted = "<script src=/pages/counts.js></script>".to_owned();
    for (name, files, morph) in LIBRARIES {
        let scripts = files.iter().map(|file| library(file).replace(" src", " defer src"));
        let head: String = std::iter::once(counted.clone()).chain(scripts).collect();
        let run = format!(
            "const [html, done] = arguments, post = document.getElementById('post');
            const {{ Idiomorph, morphdom, Alpine, htmx }} = window;
            setTimeout(() => Promise.resolve({morph}).then(() => done(), (error) => done(String(error))))"
        );
        let go = async |html: &str| {
            serve_text(page, "/part.html", html);
            quiet(page).await?;
            page.client.execute_async(&run, vec![json!(html)]).await.context("morphing").map(drop)
        };
        let ignored = ("ignored", ours(&recipe("Livewire")?) + SCRIPT);
        for (kind, widget) in kept.iter().chain((name == "Livewire").then_some(&ignored)) {
            let [first, later @ ..] = posts(widget);
            serve(page, "/post.html", &head, &format!("<div id=post>{first}</div>"));
            page.open("/post.html").await?;
            tick(page).await?;
            for (at, html) in later.iter().enumerate() {
                // A widget that has been put back is watched for two seconds: once is enough.
                if *kind == "tag" && at != 1 {
                    continue;
                }
                let when = format!("{name}, {kind}, {at}");
                go(html).await.with_context(|| when.clone())?;
                // Alpine makes another of it where others come before it.
                match head.contains("alpine") && at > 0 {
                    true => one_ticked(page, &when).await?,
                    false => the_same(page, &when).await?,
                }
                let after = "const next = document.querySelector('fix-ladder').nextElementSibling;
                    return next ? next.textContent : ''";
                let after = page.run(after, &[]).await?;
                ensure!(after == "After." || after == "", "{when}: before {after}");
            }
            page.ensure_no_errors().await?;
            page.run("localStorage.clear()", &[]).await?;
        }
        // Without an id some make another element of it, which has the reader's progress all the same.
        page.open("/post.html").await?;
        tick(page).await?;
        for widget in [TAG, ELEMENT] {
            for html in posts(&format!("{widget}{SCRIPT}")).into_iter().skip(2) {
                go(&html).await?;
                one_ticked(page, name).await?;
            }
        }
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn hp_18_turbo_refreshes_by_morphing(page: &Page) -> Result<()> {
    let turbo = library("@hotwired/turbo/dist/turbo.es2017-umd.js");
    let refresh = "<meta name=turbo-refresh-method content=morph><meta name=turbo-refresh-scroll content=preserve>";
    let tag = TAG.replace("<script", &format!("<script {WITH_ID}"));
    let in_head = ours(&recipe("Turbo")?);
    let element = ours(&recipe_at("Turbo", 1)?);
    for (kind, head, widget) in [("tag", "", tag), ("element", &*in_head, element)] {
        let head = format!("<script src=/pages/counts.js></script>{turbo}{refresh}{head}");
        let [first, later @ ..] = posts(&widget);
        serve(page, "/post.html", &head, &format!("<div id=post>{first}</div>"));
        page.open("/post.html").await?;
        tick(page).await?;
        for (at, html) in later.iter().enumerate() {
            let when = format!("{kind}, {at}");
            serve(
                page,
                "/post.html",
                &head,
                &format!("<div id=post>{html}<i id=at{at}></i></div>"),
            );
            quiet(page).await?;
            page.run("window.Turbo.visit(location.href, { action: 'replace' })", &[]).await?;
            page.until_true(&format!("document.getElementById('at{at}')")).await?;
            the_same(page, &when).await?;
        }
        let stream = format!(
            "<turbo-stream action=replace method=morph target=post><template><div id=post><b id=b></b>{}</div></template></turbo-stream>",
            later[0]
        );
        page.run("window.Turbo.renderStreamMessage(arguments[0])", &[json!(stream)]).await?;
        page.until_true("document.getElementById('b')").await?;
        one_ticked(page, &format!("{kind}, a stream")).await?;
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}
