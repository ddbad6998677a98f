//! The block in a real WordPress: an author chooses a ladder, writes one, looks at it, and publishes; a reader climbs.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Engine, Screen};
use browser_tests::packed_folder::packed;
use browser_tests::runner::Test;
use browser_tests::{Page, soak};
use serde_json::json;
use xtask::blogs::editor::Editor;

pub fn tests() -> Vec<Test> {
    soak![wordpress_editor_shows_what_readers_see]
}

/// The document that the blocks are in: newer versions have a frame of their own for it.
const CANVAS: &str =
    "(document.querySelector('iframe[name=editor-canvas]')?.contentDocument || document)";

const CHOOSE: &str =
    "wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    const block = wp.blocks.createBlock('fix-ladder/ladder', { ladder: 'icloud-photos' });
    wp.data.dispatch('core/editor').editPost({ title: 'Stuck', status: 'publish' });
    wp.data.dispatch('core/block-editor').insertBlocks(block)";

const WRITE: &str = "const make = wp.blocks.createBlock;
    const items = ['Press the switch.', 'Wait.'].map((content) => make('core/list-item', { content }));
    const inside = [make('core/heading', { level: 2, content: 'The kettle is cold' }), make('core/list', { ordered: true }, items)];
    const block = make('fix-ladder/ladder', { anchor: 'kettle' }, inside);
    wp.data.dispatch('core/block-editor').insertBlocks(block);
    wp.data.dispatch('core/block-editor').selectBlock(block.clientId)";

const SAVED: &str = "!wp.data.select('core/editor').isSavingPost() && wp.data.select('core/editor').getCurrentPost().status === 'publish'";

async fn wordpress_editor_shows_what_readers_see(page: &Page) -> Result<()> {
    // Its editor is the same in all of them.
    if page.engine != Engine::Chromium {
        return Ok(());
    }
    let files: BTreeMap<_, _> = packed()?.clone();
    let editor = tokio::task::spawn_blocking(move || Editor::start(&files)).await??;
    let go = async |path: &str| {
        page.client.goto(&format!("{}{path}", editor.address)).await.context(path.to_owned())
    };
    go("/wp-login.php").await?;
    page.run("user_login.value = 'author'; user_pass.value = 'secret'; document.querySelector('#wp-submit').click()", &[]).await?;
    page.until_true("location.pathname.startsWith('/wp-admin')").await?;
    go("/wp-admin/post-new.php").await?;
    page.until_true("window.wp && wp.blocks && wp.blocks.getBlockType('fix-ladder/ladder') && document.querySelector('.block-editor')").await?;
    page.run(CHOOSE, &[]).await?;
    let first = format!("{CANVAS}.querySelector('fix-ladder')");
    page.until_true(&format!("{first}?.dataset.state === 'ready'")).await?;
    let seen = format!(
        "const it = {first}; return [it.progress.ladder, Boolean(it.closest('[inert]')), window.fixLadders.length > 0]"
    );
    ensure!(
        page.run(&seen, &[]).await? == json!(["icloud-photos", true, true]),
        "it is shown, and nobody can tick it"
    );

    page.run(WRITE, &[]).await?;
    page.until_true("Array.from(document.querySelectorAll('button')).some((it) => it.textContent === 'Preview' && it.closest('[role=toolbar]'))").await?;
    page.run("Array.from(document.querySelectorAll('button')).find((it) => it.textContent === 'Preview' && it.closest('[role=toolbar]')).click()", &[]).await?;
    let written = format!("{CANVAS}.querySelector('fix-ladder#kettle')");
    page.until_true(&format!("{written}?.shadowRoot")).await?;
    let text = page.run(&format!("return {written}.innerHTML"), &[]).await?;
    let text = text.as_str().unwrap_or_default();
    ensure!(text.contains("<li>Press the switch.</li>") && !text.contains("<!--"), "{text}");

    page.picture("wordpress-editor", Screen { width: 1200, height: 900 }).await?;
    page.run("wp.data.dispatch('core/editor').savePost()", &[]).await?;
    page.until_true(SAVED).await?;
    let stored = page.run("return wp.data.select('core/editor').getCurrentPost().content.rendered || wp.data.select('core/editor').getEditedPostContent()", &[]).await?;
    let stored = stored.as_str().unwrap_or_default();
    ensure!(
        stored.contains("<li>Press the switch.</li>"),
        "without the plugin the text stays: {stored}"
    );
    let address = page.run("return wp.data.select('core/editor').getPermalink()", &[]).await?;
    climb_as_a_reader(page, address.as_str().context("the post has an address")?).await
}

/// The published post, for somebody who is not signed in: a rung of each widget, and what is kept of it.
async fn climb_as_a_reader(page: &Page, address: &str) -> Result<()> {
    page.client.delete_all_cookies().await?;
    page.client.goto(address).await.context(address.to_owned())?;
    let around = "return [document.querySelector('.wp-site-blocks, #page') !== null, document.querySelector('#wpadminbar') === null]";
    ensure!(page.run(around, &[]).await? == json!([true, true]), "a theme, and nobody signed in");
    for (element, step, answer, state) in [
        (
            "fix-ladder[ladder]",
            "[data-rung=really-stuck] input[data-step]",
            "not-fixed",
            "not-fixed",
        ),
        ("fix-ladder#kettle", "input[data-step]", "fixed", "fixed"),
    ] {
        let widget = format!("document.querySelector('{element}')");
        page.run(&format!("{widget}.scrollIntoView()"), &[]).await?;
        page.until_true(&format!("{widget}.dataset.state === 'ready'")).await?;
        let find = |what: &str| format!("{widget}.shadowRoot.querySelector('{what}')");
        page.run(&format!("{}.click()", find(step)), &[]).await?;
        page.until_true(&format!("{}.checked", find(step))).await?;
        page.run(&format!("{}.click()", find(&format!("[data-action={answer}]"))), &[]).await?;
        page.until_true(&find(&format!("[data-rung][data-state={state}]"))).await?;
    }
    page.picture("wordpress-reader", Screen { width: 390, height: 844 }).await?;
    page.client.refresh().await?;
    let widget = "document.querySelector('fix-ladder#kettle')";
    page.run(&format!("{widget}.scrollIntoView()"), &[]).await?;
    page.until_true(&format!("{widget}.shadowRoot?.querySelector('[data-state=fixed]')")).await
}
