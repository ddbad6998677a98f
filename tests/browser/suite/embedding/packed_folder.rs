//! The packed folder as an author has it: each tag of its `EMBED.md` in a post of another origin. Knows no more of
//! the folder than that file says.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Engine, Screen};
use browser_tests::packed_folder::{Files, Site, Tags, next_version, packed};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        packed_every_tag_gives_a_widget,
        packed_scripts_find_their_lists,
        packed_integrity_refuses_what_has_changed,
        packed_list_makes_way_without_moving_anything,
        packed_old_page_finds_its_old_module,
    ]
}

/// A post with 20 pixels beside its text. The tag stands further down than where its widget would load at once.
async fn open_post(page: &Page, tag: &str) -> Result<()> {
    page.open_html(&format!(
        "<meta name=viewport content='width=device-width'>
        <style>body {{ margin: 0; padding: 0 20px; font: 17px/1.6 sans-serif }}
        .long {{ height: 4000px }}</style>
        <script>window.shifted = 0; window.seen = 0;
        try {{ new PerformanceObserver((all) => all.getEntries().forEach((it) => {{ window.seen += 1; window.shifted += it.value }}))
            .observe({{ type: 'layout-shift', buffered: true }}) }} catch (error) {{}}</script></head>
        <body><p class=long>Long ago.</p><p id=before>Before.</p>\n{tag}\n<p id=after>After.</p><p class=long>And on.</p></body>"
    ))
    .await
}

/// Scrolls to what stands before the widget, and waits until it is ready.
async fn come_to_the_widget(page: &Page) -> Result<()> {
    page.run("before.scrollIntoView()", &[]).await?;
    page.widget().ready().await
}

async fn packed_every_tag_gives_a_widget(page: &Page) -> Result<()> {
    let site = Site::new(packed()?)?;
    for tags in &site.tags {
        let all = [&tags.short, &tags.short_inline, &tags.full, &tags.pair, &tags.inline];
        for tag in all {
            open_post(page, tag).await?;
            come_to_the_widget(page).await.with_context(|| tag.clone())?;
            let widgets = page.run("return document.querySelectorAll('fix-ladder').length", &[]);
            ensure!(widgets.await? == 1, "one widget: {tag}");
            page.widget().click("[part=foot] [data-action=new-case]").await?;
            page.widget().click("[data-panel=cases] [data-action=close-panel]").await?;
            page.widget().until_not("dialog").await?;
            let rungs = page.widget().rungs().await?.len();
            if !tag.starts_with("<script") {
                let count = "return document.querySelectorAll('fix-ladder > div > ol > li').length";
                ensure!(page.run(count, &[]).await? == rungs, "every fix is in the list: {tag}");
            }
            page.ensure_no_errors().await?;
        }
    }
    // What a tag names is what is asked for, and what stands beside it: its module, and what opens panels.
    let asked = site.asked();
    for name in packed()?.keys().filter(|it| it.ends_with(".js") || it.ends_with(".wasm")) {
        let is_asked = asked.contains(name);
        // The worker is for pages; a file with the first ladder inside and what reads posts are there for
        // those who write their own tags. So are lists for readers for whom no module runs.
        let not_told = ["sw", "fix-ladder.inline", "fix-ladder.post", "fix-ladder.list"];
        let is_told = !not_told.iter().any(|it| name.starts_with(it));
        ensure!(is_asked == is_told, "{name} in {asked:?}");
    }
    Ok(())
}

async fn packed_scripts_find_their_lists(page: &Page) -> Result<()> {
    let site = Site::new(packed()?)?;
    let tags = site.tags.first().context("no tags")?;
    let (_, vouched) = tags.pair.rsplit_once("<script ").context("the third tag has no script")?;
    let vouched = format!("<script data-ladder={} {vouched}", tags.id());
    for tag in [&tags.short, &vouched] {
        open_post(page, &format!("<script>delete window.WebAssembly</script>{tag}")).await?;
        page.run("before.scrollIntoView()", &[]).await?;
        page.widget().until_state("failed").await?;
        ensure!(page.widget().has(".plain-list").await?, "the list is there: {tag}");
    }
    let asked = site.asked();
    for name in packed()?.keys().filter(|it| it.starts_with("fix-ladder.list")) {
        ensure!(asked.contains(name), "{name} is not in {asked:?}");
    }
    Ok(())
}

async fn packed_integrity_refuses_what_has_changed(page: &Page) -> Result<()> {
    let site = Site::new(packed()?)?;
    for tags in &site.tags {
        for tag in [&tags.pair, &tags.inline] {
            let name = tag.rsplit_once("/fix-ladder/").and_then(|(_, rest)| rest.split('"').next());
            let name = name.context("the tag names a file")?;
            let mut changed = packed()?.get(name).with_context(|| name.to_owned())?.clone();
            changed.extend_from_slice(b"// changed\n");
            site.put(name, changed);
            open_post(page, tag).await?;
            // The page has loaded, and with it whatever could still have come of the script.
            page.run("before.scrollIntoView()", &[]).await?;
            let left = "const list = document.querySelector('fix-ladder'), place = list.parentElement;
                return [Boolean(customElements.get('fix-ladder')), list.dataset.state || '',
                place.scrollHeight <= place.clientHeight, list.querySelector(':scope > div').lastElementChild.checkVisibility()]";
            let left = page.run(left, &[]).await?;
            ensure!(left == json!([false, "", true, true]), "the whole list, nothing else: {left}");
            ensure!(site.asked().iter().any(|it| it == name), "{name} was there to be taken");
        }
    }
    Ok(())
}

const SCREENS: [Screen; 2] =
    [Screen { width: 390, height: 844 }, Screen { width: 700, height: 900 }];

const BELOW: &str = "return after.getBoundingClientRect().top + scrollY";
const GO_BELOW: &str = "after.scrollIntoView(); return after.getBoundingClientRect().top";
/// Browsers hold what is seen when they draw.
const DRAW: &str =
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))";

/// How far the text below moves while a widget comes: seen from above it, and for who has scrolled past it.
async fn moved(page: &Page, tag: &str) -> Result<[f64; 2]> {
    open_post(page, tag).await?;
    ensure!(page.widget().state().await?.as_deref() == Some("loading"), "far below");
    let before = page.run(BELOW, &[]).await?.as_f64().context("no place")?;
    come_to_the_widget(page).await?;
    page.client.execute_async(DRAW, Vec::new()).await.context("drawing")?;
    let after = page.run(BELOW, &[]).await?.as_f64().context("no place")?;
    let apart = (after - before).abs();
    if page.engine == Engine::Chromium {
        let shifted = page.run("return shifted", &[]).await?;
        ensure!(shifted == json!(0), "what is seen shifts by {shifted}");
    }
    open_post(page, tag).await?;
    ensure!(page.widget().state().await?.as_deref() == Some("loading"), "far below");
    let before = page.run(GO_BELOW, &[]).await?.as_f64().context("no place")?;
    page.widget().ready().await?;
    page.client.execute_async(DRAW, Vec::new()).await.context("drawing")?;
    let seen = "return after.getBoundingClientRect().top";
    let after = page.run(seen, &[]).await?.as_f64().context("no place")?;
    Ok([apart, (after - before).abs()])
}

async fn packed_list_makes_way_without_moving_anything(page: &Page) -> Result<()> {
    let site = Site::new(packed()?)?;
    // The first travels with the script, and is drawn before the module is there. Of others there is only the list until
    // then, which is many times as high; their files that hold everything draw them as well.
    for (place, tags) in site.tags.iter().enumerate() {
        // What is drawn before the module is there is in English.
        let is_english = !tags.inline.contains(" lang=\"de\">\n<div");
        let screens = if place == 0 { &SCREENS[..] } else { &SCREENS[..1] };
        for screen in screens {
            page.set_screen(*screen).await?;
            for (tag, is_drawn) in [(&tags.full, place == 0), (&tags.inline, is_english)] {
                let at = format!("{}, {} px wide, drawn: {is_drawn}", tags.id(), screen.width);
                let [apart, under_the_eyes] = moved(page, tag).await.context(at.clone())?;
                ensure!(apart <= 1.0 || !is_drawn, "{at}: {apart} px");
                ensure!(under_the_eyes <= 1.0, "{at}, read: {under_the_eyes} px");
            }
        }
    }
    Ok(())
}

async fn packed_old_page_finds_its_old_module(page: &Page) -> Result<()> {
    let (old, new) = (packed()?, next_version()?);
    // Both in one folder, the new one over the old.
    let site = Site::new(old)?;
    for (path, bytes) in new {
        site.put(path, bytes.clone());
    }
    let module = |files: &Files| {
        let hashed = |it: &&String| {
            let is_other =
                [".document.", ".companion.", ".post."].iter().any(|other| it.contains(other));
            it.ends_with(".wasm") && *it != "fix-ladder.wasm" && !is_other
        };
        files.keys().find(hashed).cloned().context("a module with a hash in its name")
    };
    let (old_module, new_module) = (module(old)?, module(new)?);
    ensure!(old_module != new_module, "the next version has another name");
    let new_tags = Tags::read(new, &site.server.url("/fix-ladder/"))?;
    for (tags, module) in [(&site.tags[0], &old_module), (&new_tags[0], &new_module)] {
        let before = site.asked().len();
        open_post(page, &tags.pair).await?;
        come_to_the_widget(page).await?;
        let asked = site.asked().split_off(before);
        let modules: Vec<&String> = asked.iter().filter(|it| it.ends_with(".wasm")).collect();
        ensure!(modules == [module], "asked for {asked:?}");
        page.ensure_no_errors().await?;
    }
    // Who takes the old files away takes the widget from old pages.
    site.server.unset(&format!("/fix-ladder/{old_module}"));
    open_post(page, &site.tags[0].pair).await?;
    page.run("before.scrollIntoView()", &[]).await?;
    page.widget().until_state("failed").await?;
    let list = "return document.querySelector('fix-ladder ol').checkVisibility()";
    ensure!(page.run(list, &[]).await? == json!(true), "the list stays");
    Ok(())
}
