//! What an author opens: posts, links, pages, and files that are none.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::support::Studio;

pub fn tests() -> Vec<Test> {
    tests![studio_reads_what_authors_have]
}

/// An ordinary post, with what a blog has around it.
const POST: &str = "<!doctype html><html><head><title>My blog</title><link rel=canonical href='https://blog.example/tea/'></head><body>
    <nav><a href='/'>Home</a></nav><article><h1>The scanner stays dark</h1><p>Mine did this twice, see <a href='../coffee/'>there</a>.</p>
    <h2>Step 1. Wake it up</h2><ol><li>Press its power button.</li></ol>
    <h2>Step 2. Reset it</h2><ol><li>Erase all of its settings.</li></ol><script>document.title = 'run'</script>
    <img src='https://elsewhere.example/a.png' onerror='document.title = \"run\"'></article></body></html>";

/// Drops a file, whose text is the second argument.
const DROP: &str = "const files = new DataTransfer();
    files.items.add(new File([arguments[1]], arguments[0]));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))";

async fn studio_reads_what_authors_have(page: &Page) -> Result<()> {
    let studio = Studio::first(page).await?;
    // HTML as it is pasted by somebody who has copied its source.
    page.run("const post = document.getElementById('post'); post.value = arguments[0]; document.getElementById('read-post').click()", &[json!(POST)]).await?;
    studio.until_shown("The scanner stays dark").await?;
    let text = studio.text_of("byId('text').value").await?;
    for part in [
        "## Wake it up\n",
        "## Reset it\n",
        "> **Warning:** ",
        "[there](https://blog.example/coffee/)",
    ] {
        ensure!(text.contains(part), "{part} is not in {text}");
    }
    ensure!(!text.contains("Home"), "what is around a post is no part of it: {text}");
    ensure!(studio.run("return !byId('guessed').hidden && byId('guessed').querySelectorAll('li').length > 0").await? == json!(true));
    let rungs = studio.rungs().await?;
    ensure!(rungs[1].as_str().is_some_and(|it| it.ends_with(" drastic")), "{rungs}");

    // The same post, as browsers copy what is seen: a paste with HTML.
    let paste = "const data = new DataTransfer(); data.setData('text/html', arguments[0]);
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        if (event.clipboardData !== data) Object.defineProperty(event, 'clipboardData', { value: data });
        document.getElementById('to-start').click();
        document.getElementById('post').dispatchEvent(event); return event.defaultPrevented";
    let part = "<!--StartFragment--><h2>The kettle is cold</h2><h3>Plug it in</h3><p>Push the plug in.</p><p>Read <a href='/more'>more</a>.</p><!--EndFragment-->";
    ensure!(page.run(paste, &[json!(part)]).await? == json!(true), "it is read at once");
    studio.until_shown("The kettle is cold").await?;
    ensure!(
        studio
            .text_of("byId('guessed').textContent")
            .await?
            .contains("1 link or picture without a full address")
    );
    ensure!(
        studio.text_of("document.title").await? == "Fix Ladder Studio",
        "nothing in a post runs"
    );

    // Files.
    for (name, text, words) in [
        ("tea.md", "# The tea is cold\n\n## Heat it\n\n1. Heat it.\n", "The tea is cold"),
        (
            "milk.json",
            r#"{"format":1,"id":"milk","title":"The milk is sour","rungs":[{"id":"buy","title":"Buy some","severity":"gentle","steps":[{"id":"go","text":"Go."}]}]}"#,
            "The milk is sour",
        ),
        (
            "post.html",
            "<h1>The cup leaks</h1><h2>Mend it</h2><ol><li>Glue it.</li></ol>",
            "The cup leaks",
        ),
    ] {
        page.run(DROP, &[json!(name), json!(text)]).await?;
        studio.until_shown(words).await?;
    }
    page.run(DROP, &[json!("bad.json"), json!("{\"format\":1}")]).await?;
    studio.until("byId('start').open && byId('refused').textContent").await?;
    studio.run("byId('start').querySelector('[data-close]').click()").await?;
    ensure!(
        studio.run("return kept('fix-ladder/studio/draft/').length").await? == json!(5),
        "each is a draft of its own, and nothing is lost"
    );

    // A link with a whole draft; a damaged one.
    let link = studio.published("link").await?;
    let (_, packed) = link.split_once("#text=").unwrap_or_default();
    page.run("location.hash = arguments[0]", &[json!(format!("text={packed}"))]).await?;
    studio.until("document.querySelector('[data-notice=link]') && !location.hash").await?;
    studio.until_shown("The cup leaks").await?;
    ensure!(studio.run("return kept('fix-ladder/studio/draft/').length").await? == json!(6));
    page.run("location.hash = 'text=damaged'", &[]).await?;
    studio
        .until("document.querySelector('[data-notice=link]').textContent.includes('damaged')")
        .await?;
    ensure!(studio.run("return kept('fix-ladder/studio/draft/').length").await? == json!(6));
    page.open(&format!("/studio.html?again#text={packed}")).await?;
    studio.until_shown("The cup leaks").await?;
    ensure!(
        studio.run("return [kept('fix-ladder/studio/draft/').length, location.hash]").await?
            == json!([7, ""])
    );
    page.ensure_no_errors().await
}
