//! Deployments that are no version of the page: broken off, replaced, changed on their way.

use anyhow::{Context, Result, ensure};
use browser_tests::app_site::{Build, Site};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::updates::{press, until_offered, until_version};
use super::versions::{first, second};

pub fn tests() -> Vec<Test> {
    tests![
        sw_3_a_page_that_breaks_off_changes_nothing,
        sw_3_a_worker_that_breaks_off_changes_nothing,
        sw_3_a_worker_that_is_cut_off_is_no_worker,
        sw_4_a_bad_page_changes_nothing,
        sw_4_a_bad_worker_changes_nothing,
        sw_4_an_empty_worker_is_healed_by_the_next_one,
        sw_4_a_page_of_another_type_comes_whole,
        sw_4_a_page_that_caches_hold_for_a_year_is_asked_for_again,
        sw_4_a_changed_page_at_the_first_visit_is_shown_and_not_kept,
    ]
}

const PAGE: &str = "/app/";
const WORKER: &str = "/app/sw.js";

/// What is wrong, and what is answered instead.
type Bad = (String, Override);

/// Meets the second version with one answer spoilt, in each of these ways. The first is what it was, and is shown also
/// without a server; then the good one comes.
async fn stays_through(page: &Page, path: &str, answers: Vec<Bad>) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.open(PAGE).await?;
    page.until_cached().await?;
    site.open(PAGE).await?;
    let mut is_deployed = false;
    for (what, answer) in answers {
        // Before the rest, since browsers look by themselves whenever they like.
        site.answer(path, answer)?;
        if !is_deployed {
            site.deploy(second()?)?;
            is_deployed = true;
        }
        let stayed = async || {
            let outcome = page.look_for_update().await?;
            ensure!(matches!(outcome.as_str(), "redundant" | "refused"), "the update is {outcome}");
            page.ensure_caches_only(&site.url(PAGE), first()?).await
        };
        stayed().await.with_context(|| format!("{what} for {path}"))?;
    }
    site.stop();
    site.open(PAGE).await?;
    page.ensure_shows(first()?).await?;
    page.ensure_caches_only(&site.url(PAGE), first()?).await?;
    site.start()?;
    then_the_good_one_comes(page, &mut site).await
}

/// Nothing stands in the way of the good one.
async fn then_the_good_one_comes(page: &Page, site: &mut Site<'_>) -> Result<()> {
    ensure!(page.look_for_update().await? == "installed");
    until_offered(page).await?;
    press(page, "take-version").await?;
    let second = second()?;
    until_version(page, &second.version).await?;
    site.stop();
    site.open(PAGE).await?;
    page.ensure_shows(second).await?;
    page.ensure_caches_only(&site.url(PAGE), second).await
}

/// Each tenth of so many bytes, and all but the last one.
fn deciles(length: usize) -> Vec<usize> {
    (0..10).map(|tenth| length * tenth / 10).chain([length - 1]).collect()
}

fn broken_after(length: usize) -> Override {
    Override { truncate: Some(length), ..Override::default() }
}

fn with_type(kind: &str, body: &[u8]) -> Override {
    let headers = vec![("content-type".to_owned(), kind.to_owned())];
    Override { headers, body: Some(body.to_vec()), ..Override::default() }
}

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SORRY: &[u8] = b"<!doctype html><title>Back soon</title><p>We are at work on this site.";

fn with_status(status: u16) -> Override {
    Override { status: Some(status), ..with_type(HTML, SORRY) }
}

fn broken_off(length: usize) -> Vec<Bad> {
    let broken = |it| (format!("a line that breaks after {it} bytes"), broken_after(it));
    deciles(length).into_iter().map(broken).collect()
}

async fn sw_3_a_page_that_breaks_off_changes_nothing(page: &Page) -> Result<()> {
    stays_through(page, PAGE, broken_off(second()?.page()?.len())).await
}

async fn sw_3_a_worker_that_breaks_off_changes_nothing(page: &Page) -> Result<()> {
    stays_through(page, WORKER, broken_off(second()?.file("sw.js")?.len())).await
}

/// A part that says that it is the whole: nothing but the script itself can tell.
async fn sw_3_a_worker_that_is_cut_off_is_no_worker(page: &Page) -> Result<()> {
    let whole = second()?.text("sw.js")?;
    // All of it is there before the semicolon; nothing at all is a script too, and has a test of its own.
    let end = whole.trim_end().trim_end_matches(';').len();
    let line = whole.find('\n').unwrap_or(0) + 1;
    let tenths = deciles(end).into_iter().filter(|it| *it > 0);
    let lengths = [1, line].into_iter().chain(tenths).chain(end - 6..end - 1);
    let cut = |it| {
        let part = whole.as_bytes().get(..it).unwrap_or_default();
        (format!("the first {it} bytes"), with_type(SCRIPT, part))
    };
    stays_through(page, WORKER, lengths.map(cut).collect()).await
}

/// As some providers do to every page.
fn changed(build: &Build) -> Result<Vec<u8>> {
    let note = "<p id=\"free\">This site is hosted for free.</p></body>";
    Ok(build.text("index.html")?.replacen("</body>", note, 1).into_bytes())
}

fn named<const N: usize>(answers: [(&str, Override); N]) -> Vec<Bad> {
    answers.map(|(what, answer)| (what.to_owned(), answer)).to_vec()
}

async fn sw_4_a_bad_page_changes_nothing(page: &Page) -> Result<()> {
    let second = second()?;
    let half = second.page()?.get(..second.page()?.len() / 2).unwrap_or_default();
    let elsewhere = Override {
        status: Some(302),
        headers: vec![("location".to_owned(), "/other/".to_owned())],
        ..Override::default()
    };
    let answers = named([
        ("an error page as 200", with_type(HTML, SORRY)),
        ("a half as a whole", with_type(HTML, half)),
        ("nothing as a whole", with_type(HTML, b"")),
        ("a note of the provider", with_type(HTML, &changed(second)?)),
        ("the page of the version before", with_type(HTML, first()?.page()?)),
        ("a redirection", elsewhere),
        ("404", with_status(404)),
        ("500", with_status(500)),
        ("the right bytes under 503", Override { status: Some(503), ..Override::default() }),
    ]);
    stays_through(page, PAGE, answers).await
}

async fn sw_4_a_bad_worker_changes_nothing(page: &Page) -> Result<()> {
    let second = second()?;
    let worker = second.file("sw.js")?;
    let answers = named([
        ("an error page as 200", with_type(HTML, SORRY)),
        ("an error page as a script", with_type(SCRIPT, SORRY)),
        ("the right bytes as text", with_type("text/plain", worker)),
        ("the right bytes as anything", with_type("application/octet-stream", worker)),
        ("404", with_status(404)),
        ("500", with_status(500)),
    ]);
    stays_through(page, WORKER, answers).await
}

/// A file without a byte is a script that does nothing, and every browser takes it for the next version. Nothing that is
/// kept gets lost by it, and the next good deployment is as good as ever.
async fn sw_4_an_empty_worker_is_healed_by_the_next_one(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.open(PAGE).await?;
    page.until_cached().await?;
    site.open(PAGE).await?;
    // Until then a tick is early input, which is kept by the page alone.
    page.widget().ready().await?;
    page.widget().click("[data-step=stuck-wifi]").await?;
    site.answer(WORKER, with_type(SCRIPT, b""))?;
    site.deploy(second()?)?;
    ensure!(page.look_for_update().await? == "installed");
    // The next visit finds it waiting, and offers nothing that could not be taken.
    site.open(PAGE).await?;
    page.ensure_shows(first()?).await?;
    page.take_a_turn().await?;
    let offered = "return document.querySelector('[data-offer=new-version]') !== null";
    ensure!(page.run(offered, &[]).await? == json!(false), "what is no version is not offered");
    site.stop();
    site.open(PAGE).await?;
    page.ensure_shows(first()?).await?;
    page.ensure_caches_only(&site.url(PAGE), first()?).await?;
    site.start()?;
    then_the_good_one_comes(page, &mut site).await?;
    ensure!(page.widget().is_checked("[data-step=stuck-wifi]").await?, "progress is kept");
    Ok(())
}

async fn sw_4_a_page_of_another_type_comes_whole(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.open(PAGE).await?;
    page.until_cached().await?;
    site.open(PAGE).await?;
    site.answer(PAGE, with_type("application/octet-stream", second()?.page()?))?;
    site.deploy(second()?)?;
    // Its bytes are what they should be, and the worker knows better what they are.
    then_the_good_one_comes(page, &mut site).await
}

async fn sw_4_a_page_that_caches_hold_for_a_year_is_asked_for_again(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    let year = vec![("cache-control".to_owned(), "public, max-age=31536000".to_owned())];
    for path in [PAGE, WORKER] {
        let answer = Override { headers: year.clone(), ..Override::default() };
        site.answer(path, answer)?;
    }
    site.open(PAGE).await?;
    page.until_cached().await?;
    site.open(PAGE).await?;
    site.deploy(second()?)?;
    then_the_good_one_comes(page, &mut site).await
}

async fn sw_4_a_changed_page_at_the_first_visit_is_shown_and_not_kept(page: &Page) -> Result<()> {
    let first = first()?;
    let mut site = Site::new(page, first).await?;
    site.answer(PAGE, with_type(HTML, &changed(first)?))?;
    let widget = page.widget();
    for visit in 1..=2 {
        site.open(PAGE).await?;
        widget.ready().await?;
        ensure!(page.run("return free.textContent.length > 0", &[]).await? == true);
        let gone = "return navigator.serviceWorker.getRegistration().then((it) => !it)";
        let tried = async || {
            let asked = site.asked()?.iter().filter(|it| *it == WORKER).count();
            Ok(asked >= visit && page.run_async(gone, &[]).await? == true)
        };
        page.until("the worker has come and gone", tried).await?;
        ensure!(page.cached().await?.is_empty(), "{:?}", page.cached().await?);
        page.ensure_no_errors().await?;
    }
    widget.click("[data-step=stuck-wifi]").await?;
    // Once the provider has done with it, it is kept, with the progress made until then.
    site.start()?;
    site.open(PAGE).await?;
    page.until_cached().await?;
    site.stop();
    site.open(PAGE).await?;
    page.ensure_shows(first).await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "progress is kept");
    Ok(())
}
