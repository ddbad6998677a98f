//! German without a file beside it: the page of a ladder, the page of all ladders, the embed in one file.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![the_pages_of_a_german_ladder_are_german]
}

const FIRST: &str = "[data-rung=nachsehen]";

async fn the_pages_of_a_german_ladder_are_german(page: &Page) -> Result<()> {
    // Its own page, the page of all ladders that shows it, as an installed app does, and a post with the embed in one file.
    let in_one_file = "<fix-ladder lang=de src=/ladders/drucker-offline.json loading=eager></fix-ladder>\
        <script src=/fix-ladder.inline.js></script>";
    for address in ["/drucker-offline/", "/?ladder=drucker-offline", ""] {
        match address {
            "" => page.open_body(in_one_file).await?,
            _ => page.open(address).await?,
        }
        let widget = page.widget();
        widget.ready().await?;
        ensure!(
            widget.text(&format!("{FIRST} .severity")).await?.contains("Schonend"),
            "{address}"
        );
        ensure!(widget.text("[part=foot]").await?.contains("Von vorn beginnen"), "{address}");
        if !widget.is_checked("[data-step=sehen-lampe]").await? {
            widget.click("[data-step=sehen-lampe]").await?;
        }
        widget.click("[part=foot] [data-action=copy-report]").await?;
        widget.until("dialog[open][data-panel=report] .panel-body > *").await?;
        ensure!(widget.text("dialog h2").await? == "Was Sie versucht haben", "{address}");
        let report = widget.ask("dialog textarea", "found.value").await?;
        let dated =
            report.as_str().is_some_and(|it| it.contains("Quellen der Liste, Stand November 2026"));
        ensure!(dated, "{address}: {report}");
        if address.is_empty() {
            continue;
        }
        let around = page
            .run(
                "return [document.documentElement.lang, document.querySelector('.page-footer').textContent]",
                &[],
            )
            .await?;
        ensure!(around[0] == "de", "{address}: {around}");
        ensure!(
            around[1].as_str().is_some_and(|it| it.contains("bleibt in diesem Browser")),
            "{around}"
        );
    }
    ensure!(
        page.server.requests().iter().all(|it| !it.contains("/messages/")),
        "all of it is inside: {:?}",
        page.server.requests()
    );
    // The page for frames speaks the language of its ladder, or that which its address names.
    page.open("/embed.html?ladder=drucker-offline").await?;
    page.widget().ready().await?;
    let around = "return [document.documentElement.lang, document.querySelector('[data-line=own-tab]').textContent]";
    let around = page.run(around, &[]).await?;
    ensure!(around[0] == "de", "{around}");
    ensure!(around[1].as_str().is_some_and(|it| it.contains("in einem eigenen Tab")), "{around}");
    ensure!(page.widget().text("[part=foot]").await?.contains("Von vorn beginnen"), "in a frame");
    page.open("/embed.html?lang=de-AT&document=ftp://example.org/a.json").await?;
    let said = "return document.querySelector('[data-line=refused]').innerText";
    let said = page.run(said, &[]).await?;
    ensure!(said.as_str().is_some_and(|it| it.starts_with("Diese Liste")), "{said}");
    // In the gallery each ladder is named in its own language.
    page.open("/").await?;
    let named = page
        .run("const it = document.querySelector('[data-gallery=drucker-offline]').closest('li'); return [it.lang, it.textContent]", &[])
        .await?;
    ensure!(named[0] == "de", "{named}");
    ensure!(named[1].as_str().is_some_and(|it| it.contains("6 Lösungen")), "{named}");
    Ok(())
}
