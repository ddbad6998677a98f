//! Plug-ins that join, delay or move the script tags of a page.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

use super::{RECORDER, TAG, one_behind, said, serve, tag};

pub fn tests() -> Vec<Test> {
    tests![
        hp_3_scripts_joined_into_one_file,
        hp_4_scripts_that_are_delayed,
        hp_4_scripts_that_are_moved,
    ]
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
