//! The same post cut in two, more than once in a page, or saved with a widget already rendered in it.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        hp_25_a_cut_element_hides_nothing_of_the_page,
        hp_25_a_fallback_is_not_taken_for_the_page,
        hp_25_one_ladder_in_two_excerpts_is_one_climb,
        hp_25_a_saved_page_has_one_widget,
        hp_25_a_saved_shadow_root_makes_way,
    ]
}

const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";
const ELEMENT: &str = "<fix-ladder ladder=\"icloud-photos\" loading=\"eager\">";
const LIST: &str = "<ol><li id=own>Restart the device.</li>";
const RECORDER: &str = "<script src=/pages/recorder.js></script>";

/// Whether an element is seen.
async fn is_seen(page: &Page, css: &str) -> Result<bool> {
    let seen = "const found = document.querySelector(arguments[0]); return found.getClientRects().length > 0";
    Ok(page.run(seen, &[json!(css)]).await? == true)
}

/// What has been said of a cut, in the console.
async fn complaints(page: &Page) -> Result<usize> {
    Ok(page.said().await?.iter().filter(|it| it.contains("is not closed")).count())
}

async fn hp_25_a_cut_element_hides_nothing_of_the_page(page: &Page) -> Result<()> {
    // Nobody has closed the element, so it holds everything that follows.
    for rest in [
        "<h2>Another post</h2><article id=rest>Its words.</article><footer>The end of the page</footer>",
        "<p><a id=rest href=\"/post/#more-17\">Continue reading</a></p>",
        "<p><a id=rest class=\"more-link\" href=/post/>Continue reading</a></p>",
        "<nav id=rest><a href=/2>Older posts</a></nav>",
        "<fix-ladder id=rest ladder=icloud-photos loading=eager></fix-ladder>",
        "<form id=rest><input name=comment></form>",
    ] {
        for script_first in [true, false] {
            let (before, after) = if script_first { (SCRIPT, "") } else { ("", SCRIPT) };
            page.open_body(&format!(
                "{RECORDER}{before}<h1>Posts</h1>{ELEMENT}{LIST}{rest}{after}"
            ))
            .await?;
            page.widget().ready().await?;
            let what = || format!("{rest}, the script first: {script_first}");
            page.until("the rest of the page is seen", async || is_seen(page, "#rest").await)
                .await
                .with_context(what)?;
            page.widget().click("[data-step=stuck-charger]").await?;
            ensure!(is_seen(page, "#rest").await?, "{}", what());
            ensure!(complaints(page).await? == 1, "{}: {:?}", what(), page.said().await?);
            page.take_errors().await?;
            page.run("localStorage.clear()", &[]).await?;
        }
    }
    // What comes late, as from a script that scrolls without end, counts as well.
    page.open_body(&format!("{RECORDER}{ELEMENT}{LIST}</ol></fix-ladder>{SCRIPT}")).await?;
    page.widget().ready().await?;
    ensure!(!is_seen(page, "#own").await? && complaints(page).await? == 0);
    page.run("const post = document.createElement('article'); post.id = 'rest'; post.textContent = 'Its words.'; document.querySelector('fix-ladder').append(post)", &[]).await?;
    page.until("it is seen", async || is_seen(page, "#rest").await).await?;
    ensure!(complaints(page).await? == 1);
    page.take_errors().await?;
    // And it is as it should be again, once that is gone.
    page.run("document.querySelector('article').remove()", &[]).await?;
    page.until("the list makes way again", async || Ok(!is_seen(page, "#own").await?)).await
}

async fn hp_25_a_fallback_is_not_taken_for_the_page(page: &Page) -> Result<()> {
    let pasted = browser_tests::packed_folder::packed()?.get("EMBED.md").context("no EMBED.md")?;
    let guide = String::from_utf8(pasted.clone())?;
    let list = guide.split("<fix-ladder ladder=\"icloud-photos\">").nth(1).context("no list")?;
    let list = list.split("</fix-ladder>").next().unwrap_or_default();
    page.open_body(&format!(
        "{RECORDER}{ELEMENT}{list}<p id=own>The end of it.</p></fix-ladder>{SCRIPT}"
    ))
    .await?;
    page.widget().ready().await?;
    ensure!(!is_seen(page, "#own").await?, "the list has made way");
    ensure!(page.said().await?.is_empty(), "{:?}", page.said().await?);
    // A cut that the theme closes leaves half a list, which is a fallback like any other.
    page.open_body(&format!("{RECORDER}<div>{ELEMENT}{LIST}</div><p id=rest>And on.</p>{SCRIPT}"))
        .await?;
    page.widget().ready().await?;
    ensure!(!is_seen(page, "#own").await? && is_seen(page, "#rest").await?);
    ensure!(page.said().await?.is_empty(), "{:?}", page.said().await?);
    Ok(())
}

async fn hp_25_one_ladder_in_two_excerpts_is_one_climb(page: &Page) -> Result<()> {
    let tag = "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
    page.open_body(&format!("<article id=one>{tag}</article><article id=two>{ELEMENT}{LIST}</ol></fix-ladder></article><article id=three>{tag}</article>")).await?;
    let all = ["#one fix-ladder", "#two fix-ladder", "#three fix-ladder"];
    for host in all {
        page.widget_at(host).ready().await?;
    }
    page.widget_at(all[0]).click("[data-step=stuck-charger]").await?;
    for host in all {
        page.widget_at(host).until("[data-step=stuck-charger]:checked").await?;
    }
    page.widget_at(all[2]).press("really-stuck", "not-fixed").await?;
    for host in all {
        page.widget_at(host).until_rung("really-stuck", "not-fixed").await?;
    }
    // The same post again, as a page without an end has it: its HTML, or a copy of its nodes.
    page.run(
        "const [one, two] = [document.getElementById('one'), document.getElementById('two')];
        const copy = two.cloneNode(true); copy.id = 'copy'; document.body.append(copy);
        const again = one.cloneNode(true); again.id = 'again'; document.body.append(again)",
        &[],
    )
    .await?;
    for host in ["#copy fix-ladder", "#again fix-ladder"] {
        page.widget_at(host).ready().await?;
        page.widget_at(host).until_rung("really-stuck", "not-fixed").await?;
    }
    let each = "return Array.from(document.querySelectorAll('article'), (it) => it.querySelectorAll('fix-ladder').length)";
    ensure!(page.run(each, &[]).await? == json!([1, 1, 1, 1, 1]), "one widget a post");
    Ok(())
}

/// The page as who saves it writes it: with its shadow roots, or without, as most that render pages for robots.
const SAVE: &str = "const save = (node) => {
  const copy = node.cloneNode(false);
  if (arguments[0] && node.shadowRoot) {
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    for (const it of node.shadowRoot.childNodes) template.content.append(save(it));
    copy.append(template);
  }
  for (const it of node.childNodes) if (it.localName !== 'script' || it.hasAttribute('data-ladder') || !it.getAttribute('src').startsWith('/pages')) copy.append(save(it));
  return copy;
};
return save(document.body).innerHTML;";

async fn saved(page: &Page, with_shadow_roots: bool) -> Result<String> {
    let html = page.run(SAVE, &[json!(with_shadow_roots)]).await?;
    Ok(html.as_str().unwrap_or_default().to_owned())
}

/// Opens what was saved, which is another address, and so without what is stored, unless that is left.
async fn opens_again(page: &Page, html: &str, with: &str) -> Result<()> {
    page.open_body(html).await?;
    let ready = "document.querySelectorAll('fix-ladder').length === 1 && document.querySelector('fix-ladder').dataset.state === 'ready' && document.querySelector('fix-ladder').shadowRoot.querySelector('[data-rung]')";
    page.until_true(ready).await.with_context(|| with.to_owned())?;
    let widget = page.widget();
    widget.click("[data-step=stuck-wifi]").await.with_context(|| with.to_owned())?;
    widget.until("[data-step=stuck-wifi]:checked").await?;
    page.until_true(
        "document.querySelector('fix-ladder').shadowRoot.querySelectorAll('.ladder').length === 1",
    )
    .await?;
    page.until("it is stored", async || {
        Ok(page.stored("fix-ladder/1/icloud-photos/default/step:stuck-wifi").await?.is_some())
    })
    .await
}

async fn hp_25_a_saved_page_has_one_widget(page: &Page) -> Result<()> {
    let tag = "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
    for body in [tag.to_owned(), format!("{ELEMENT}{LIST}</ol></fix-ladder>{SCRIPT}")] {
        for with_shadow_roots in [false, true] {
            page.open_body(&body).await?;
            page.widget().ready().await?;
            page.widget().click("[data-step=stuck-charger]").await?;
            let html = saved(page, with_shadow_roots).await?;
            ensure!(html.contains("data-state=\"ready\""), "{html}");
            ensure!(html.contains("<template") == with_shadow_roots);
            page.run("localStorage.clear()", &[]).await?;
            opens_again(page, &html, &format!("{body}, shadow roots: {with_shadow_roots}")).await?;
            ensure!(
                !page.widget().is_checked("[data-step=stuck-charger]").await?,
                "what was saved is not what is stored"
            );
            page.ensure_no_errors().await?;
        }
    }
    Ok(())
}

async fn hp_25_a_saved_shadow_root_makes_way(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}</fix-ladder>{SCRIPT}")).await?;
    page.widget().ready().await?;
    let html = saved(page, true).await?;
    // Where the widget cannot start, a rendering that nobody hears is no list to read.
    page.open_body(&format!("<script>delete window.WebAssembly</script>{html}")).await?;
    let widget = page.widget();
    widget.until_state("failed").await?;
    widget.until(".plain-list").await?;
    ensure!(!widget.has("[data-action=not-fixed]").await?, "a dead widget is left");
    // An author's own shadow root is a fallback as before.
    page.open_body(&format!("<script>delete window.WebAssembly</script><fix-ladder ladder=icloud-photos loading=eager><template shadowrootmode=open><p id=theirs>Theirs.</p></template></fix-ladder>{SCRIPT}")).await?;
    widget.until_state("failed").await?;
    ensure!(widget.has("#theirs").await? && !widget.has(".plain-list").await?);
    page.take_errors().await.map(drop)
}
