//! jQuery puts HTML in and runs its scripts itself: by a copy in `<head>`, or as text without any tag. Versions 3 and 4
//! do it differently.

use anyhow::Result;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::{
    ELEMENT, SCRIPT, TAG, act, at_baseline, library, one_ticked, quiet, serve, serve_text,
    the_same, tick, ticked,
};

pub fn tests() -> Vec<Test> {
    tests![hp_14_jquery_puts_a_post_in, hp_14_jquery_clones_and_takes_out,]
}

const VERSIONS: [&str; 2] = ["jquery/dist/jquery.js", "jquery3/dist/jquery.js"];
/// Where the widget has to be: right behind its tag.
const BEHIND: &str = "document.querySelector('#post script + fix-ladder')";

async fn hp_14_jquery_puts_a_post_in(page: &Page) -> Result<()> {
    serve_text(page, "/part.html", &format!("<div id=part><p>Words.</p>{TAG}<p>More.</p></div>"));
    for version in VERSIONS {
        // The first has to load the script; the others find it there.
        for put in [
            "$('#post').html(tag)",
            "$('#post').append('<p>Words.</p>' + tag)",
            "$('#post').load('/part.html')",
            "$(tag).appendTo('#post')",
            "$('#post p').after(tag)",
        ] {
            let when = format!("{version}: {put}");
            serve(page, "/post.html", &library(version), "<div id=post><p>Before.</p></div>");
            page.open("/post.html").await?;
            page.run(&format!("const [tag] = arguments, {{ $ }} = window; {put}"), &[json!(TAG)])
                .await?;
            page.until_true(BEHIND).await.map_err(|it| it.context(when.clone()))?;
            page.widget().ready().await?;
            if !page.widget().has(&format!("{}:checked", super::STEP)).await? {
                tick(page).await?;
            }
            one_ticked(page, &when).await?;
            page.ensure_no_errors().await?;
        }
        // With a selector jQuery throws the scripts away, so the page itself has to have the script.
        serve(page, "/post.html", &format!("{}{SCRIPT}", library(version)), "<div id=post></div>");
        page.open("/post.html").await?;
        serve_text(page, "/element.html", &format!("<div id=part>{ELEMENT}</div>"));
        page.run("window.$('#post').load('/element.html #part')", &[]).await?;
        one_ticked(page, version).await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn hp_14_jquery_clones_and_takes_out(page: &Page) -> Result<()> {
    for version in VERSIONS {
        let head = format!("<script src=/pages/counts.js></script>{}", library(version));
        serve(
            page,
            "/post.html",
            &head,
            &format!("<div id=post></div><div id=other></div>{SCRIPT}"),
        );
        page.open("/post.html").await?;
        page.run("window.$('#post').html('<p>1</p>').empty()", &[]).await?;
        quiet(page).await?;
        let before = page.run("return counts()", &[]).await?;
        page.run("window.$('#post').html(arguments[0])", &[json!(TAG)]).await?;
        tick(page).await?;
        act(page, "window.$('#post').appendTo('#other')").await?;
        the_same(page, "moved").await?;
        page.run("window.$('#post').clone(true, true).attr('id', 'copy').appendTo('body')", &[])
            .await?;
        ticked(page, 2, "a clone with everything").await?;
        page.run("window.$('#copy').remove()", &[]).await?;
        page.run("window.held = window.$('#post').detach()", &[]).await?;
        page.until_true("!held[0].querySelector('fix-ladder').shadowRoot.querySelector('.ladder')")
            .await?;
        page.run("held.appendTo('#other')", &[]).await?;
        one_ticked(page, "taken out and put in again").await?;
        page.run("window.$.getScript('/fix-ladder.js')", &[]).await?;
        page.run("window.$('#post').wrapInner('<section>')", &[]).await?;
        one_ticked(page, "wrapped").await?;
        page.run("window.$('#post').empty()", &[]).await?;
        page.ensure_no_errors().await?;
        at_baseline(page, &before).await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}
