//! Everything that keeps a widget from starting: what the reader has instead, what the author is told, and
//! the way back. Each trouble meets a widget that a script placed, and an element with the author's own HTML.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::clock::TIMEOUTS_BY_HAND;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        cannot_start_without_webassembly,
        cannot_start_under_a_policy,
        cannot_start_without_its_module,
        cannot_start_with_an_error_page_for_a_module,
        cannot_start_with_half_a_module,
        cannot_start_with_a_slow_module,
        cannot_start_with_a_broken_document,
        cannot_start_with_half_a_document,
        cannot_start_with_a_slow_document,
        cannot_start_with_a_newer_document,
        cannot_start_without_its_document,
        newer_document_is_not_drawn_by_guess,
    ]
}

const MODULE: &str = "/fix-ladder.wasm";
const DOCUMENT: &str = "/ladder.json";
const RECORDER: &str = "<script src=/pages/recorder.js></script>";
const NO_WASM: &str = "<script>window.__withoutWebAssembly()</script>";

/// A widget that a script placed, and an element with something of the author's own.
const PLACED: &str =
    "<script src=/fix-ladder.js data-src=/ladder.json data-loading=eager></script>";
const WRITTEN: &str = "<script type=module src=/fix-ladder.js></script>
    <fix-ladder src=/ladder.json loading=eager><p id=own>Own.</p></fix-ladder>";

/// What is wrong with a page, and what comes of it.
struct Trouble {
    /// Stands before the widget.
    before: &'static str,
    policy: Option<&'static str>,
    /// Which file is not what it should be, and what it is.
    file: Option<(&'static str, Override)>,
    reader: Told,
    /// In the event, and in the one line of the console.
    author: &'static str,
    /// Whether it would be the same again, so that the reader is offered no other try.
    is_lasting: bool,
}

/// How the reader's sentence begins.
enum Told {
    /// The document is there, so there is a list. What follows depends on what stands below.
    List(&'static str),
    /// There is no document: without and with HTML of the author's own.
    NoList(&'static str, &'static str),
}

const NO_GUIDE: Told = Told::List("This browser cannot run the guided version here");
const NOT_LOADED: Told = Told::List("The guided version could not be loaded");
const NO_DOCUMENT: Told = Told::NoList(
    "The list of fixes could not be loaded.",
    "The guided version could not be loaded",
);
const UNREADABLE: Told =
    Told::NoList("This list of fixes could not be read.", "The guided version cannot be shown");
const NOT_THE_FILE: &str = "or is not the file that belongs to this script";

impl Trouble {
    fn of_file(file: &'static str, with: Override, reader: Told, author: &'static str) -> Trouble {
        Trouble {
            before: "",
            policy: None,
            file: Some((file, with)),
            reader,
            author,
            is_lasting: false,
        }
    }

    fn lasting(self) -> Trouble {
        Trouble { is_lasting: true, ..self }
    }
}

/// A whole ladder, under an id of its own.
fn ladder() -> Result<Vec<u8>> {
    let text = std::fs::read_to_string(xtask::dist_folder().join("ladders/icloud-photos.json"))?;
    Ok(text.replacen("\"id\":\"icloud-photos\"", "\"id\":\"trouble\"", 1).into_bytes())
}

fn with_body(body: impl Into<Vec<u8>>) -> Override {
    Override { body: Some(body.into()), ..Override::default() }
}

async fn meet(page: &Page, trouble: &Trouble) -> Result<()> {
    for widget in [PLACED, WRITTEN] {
        meet_once(page, trouble, widget).await.with_context(|| widget.to_owned())?;
    }
    Ok(())
}

async fn meet_once(page: &Page, trouble: &Trouble, widget: &str) -> Result<()> {
    page.server.set(DOCUMENT, with_body(ladder()?));
    if let Some((file, with)) = &trouble.file {
        page.server.set(file, with.clone());
    }
    let policy = trouble.policy.map(|it| ("content-security-policy".to_owned(), it.to_owned()));
    let html = format!(
        "<!doctype html><html lang=en><head><title>A test</title></head><body>{RECORDER}{}{widget}</body></html>",
        trouble.before
    );
    let headers = policy.into_iter().collect();
    page.server.set("/trouble.html", Override { headers, ..with_body(html) });
    let slow = trouble.file.as_ref().filter(|_| trouble.before == TIMEOUTS_BY_HAND);
    let slow = slow.map(|(file, _)| (*file, page.times_asked(file)));
    page.open("/trouble.html").await?;
    if let Some((file, before)) = slow {
        page.time_out(file, before).await?;
    }
    page.widget().until_state("failed").await?;
    reader_is_helped(page, trouble, widget == WRITTEN).await?;
    author_is_told(page, trouble, 1).await?;

    page.server.unset(MODULE);
    page.server.set(DOCUMENT, with_body(ladder()?));
    page.run("if (window.__mend) window.__mend()", &[]).await?;
    if trouble.policy.is_some() {
        return Ok(());
    }
    if trouble.is_lasting {
        // What the author mends is taken up where it is named anew.
        let anew = "const it = document.querySelector('fix-ladder'); it.setAttribute('src', it.getAttribute('src') + '#anew')";
        page.run(anew, &[]).await?;
    } else {
        page.widget().click("button[data-action=retry]").await?;
    }
    page.widget().ready().await?;
    ensure!(!page.widget().has("[data-notice=failed], .plain-list").await?, "all of it has gone");
    author_is_told(page, trouble, 1).await
}

/// A sentence that fits what stands below it, and a way to try again.
async fn reader_is_helped(page: &Page, trouble: &Trouble, has_own: bool) -> Result<()> {
    let widget = page.widget();
    let said = widget.text("[data-notice=failed]").await?;
    let (begins, has_list) = match trouble.reader {
        Told::List(begins) => (begins, !has_own),
        Told::NoList(_, begins) if has_own => (begins, false),
        Told::NoList(begins, _) => (begins, false),
    };
    ensure!(said.starts_with(begins), "the reader is told: {said}");
    ensure!(said.contains("this is the plain list") == has_list, "{said}");
    ensure!(said.contains("this is what the author wrote") == has_own, "{said}");
    ensure!(widget.has(".plain-list > ol > li").await? == has_list, "a list: {has_list}");
    let buttons = widget.count("button[data-action=retry]").await?;
    ensure!(buttons == u64::from(!trouble.is_lasting), "{buttons} ways to try again");
    if has_own {
        let seen = page.run("return own.checkVisibility()", &[]).await?;
        ensure!(seen == true, "the author's own HTML is seen");
    }
    Ok(())
}

/// One event a failure, one line of the console for all that are alike, nothing uncaught.
async fn author_is_told(page: &Page, trouble: &Trouble, times: usize) -> Result<()> {
    let told = page.events_of("error").await?;
    ensure!(told.len() == times, "told {} times: {told:?}", told.len());
    let message = told[0]["detail"]["message"].as_str().unwrap_or_default();
    ensure!(message.contains(trouble.author), "the page is told: {message}");
    let said = page.said().await?;
    let is_ours =
        said.first().is_some_and(|it| it.starts_with("fix-ladder: ") && it.contains(message));
    ensure!(said.len() == 1 && is_ours, "the console says: {said:?}");
    page.ensure_no_errors().await
}

async fn cannot_start_without_webassembly(page: &Page) -> Result<()> {
    let author = "this browser has no WebAssembly, or does not allow it";
    let trouble = Trouble {
        before: NO_WASM,
        policy: None,
        file: None,
        reader: NO_GUIDE,
        author,
        is_lasting: true,
    };
    meet(page, &trouble).await
}

async fn cannot_start_under_a_policy(page: &Page) -> Result<()> {
    // Compiled in most engines; WebKitGTK only refuses to make an instance of it.
    let author = "the module could not be";
    let policy = Some("script-src 'self'; style-src 'none'");
    meet(
        page,
        &Trouble { before: "", policy, file: None, reader: NO_GUIDE, author, is_lasting: true },
    )
    .await
}

async fn cannot_start_without_its_module(page: &Page) -> Result<()> {
    let missing = Override { status: Some(404), ..with_body("not found") };
    let trouble = Trouble::of_file(
        MODULE,
        missing,
        NOT_LOADED,
        "the server answered 404. Upload the file, or correct",
    );
    meet(page, &trouble.lasting()).await?;
    let busy = Override { status: Some(503), ..with_body("come again") };
    meet(page, &Trouble::of_file(MODULE, busy, NOT_LOADED, "the server answered 503")).await
}

async fn cannot_start_with_an_error_page_for_a_module(page: &Page) -> Result<()> {
    let headers = vec![("content-type".to_owned(), "text/html".to_owned())];
    let sorry = Override { headers, ..with_body("<h1>Sorry, nothing here</h1>") };
    meet(page, &Trouble::of_file(MODULE, sorry, NOT_LOADED, NOT_THE_FILE)).await
}

async fn cannot_start_with_half_a_module(page: &Page) -> Result<()> {
    let module = std::fs::read(xtask::dist_folder().join("fix-ladder.wasm"))?;
    let half = Override { truncate: Some(module.len() / 2), ..with_body(module) };
    meet(page, &Trouble::of_file(MODULE, half, NOT_LOADED, NOT_THE_FILE)).await
}

async fn cannot_start_with_a_slow_module(page: &Page) -> Result<()> {
    let slow = Override { delay: Some(Duration::from_secs(600)), ..Override::default() };
    let trouble = Trouble::of_file(MODULE, slow, NOT_LOADED, "did not come within 10 s");
    meet(page, &Trouble { before: TIMEOUTS_BY_HAND, ..trouble }).await
}

async fn cannot_start_with_a_broken_document(page: &Page) -> Result<()> {
    let text = String::from_utf8(ladder()?)?;
    let lawless = text.replacen("\"severity\":\"gentle\"", "\"severity\":\"mild\"", 1);
    for (document, author) in
        [(lawless, "severity"), ("<h1>Sorry</h1>".to_owned(), "line 1"), ("[".repeat(9), "line 1")]
    {
        meet(page, &Trouble::of_file(DOCUMENT, with_body(document), UNREADABLE, author).lasting())
            .await?;
    }
    Ok(())
}

async fn cannot_start_with_half_a_document(page: &Page) -> Result<()> {
    let text = ladder()?;
    let half = Override { truncate: Some(text.len() / 2), ..with_body(text) };
    meet(page, &Trouble::of_file(DOCUMENT, half, NO_DOCUMENT, "could not be loaded")).await
}

async fn cannot_start_with_a_slow_document(page: &Page) -> Result<()> {
    let slow = Override { delay: Some(Duration::from_secs(600)), ..Override::default() };
    let trouble = Trouble::of_file(DOCUMENT, slow, NO_DOCUMENT, "did not come within 10 s");
    meet(page, &Trouble { before: TIMEOUTS_BY_HAND, ..trouble }).await
}

fn newer() -> Result<Override> {
    let text = String::from_utf8(ladder()?)?;
    Ok(with_body(text.replacen("\"format\":1", "\"format\":2", 1)))
}

async fn cannot_start_with_a_newer_document(page: &Page) -> Result<()> {
    let reader = Told::NoList(
        "This list of fixes was written for a newer version of this page.",
        "The guided version was written for a newer version of this page",
    );
    let author = "this document has format 2; this Fix Ladder reads format 1: update it";
    meet(page, &Trouble::of_file(DOCUMENT, newer()?, reader, author).lasting()).await
}

async fn cannot_start_without_its_document(page: &Page) -> Result<()> {
    let missing = Override { status: Some(404), ..with_body("not found") };
    meet(
        page,
        &Trouble::of_file(DOCUMENT, missing, NO_DOCUMENT, "the server answered 404").lasting(),
    )
    .await
}

/// What a newer format means by its words is not known: perhaps a guard that would be left out.
async fn newer_document_is_not_drawn_by_guess(page: &Page) -> Result<()> {
    page.server.set(DOCUMENT, newer()?);
    page.open_body(&format!("{RECORDER}{NO_WASM}{PLACED}")).await?;
    page.widget().until_state("failed").await?;
    ensure!(!page.widget().has(".plain-list").await?, "no list");
    let said = page.widget().text("[data-notice=failed]").await?;
    ensure!(said.starts_with("This browser cannot run the guided version here."), "{said}");
    Ok(())
}
