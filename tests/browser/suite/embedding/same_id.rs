//! Documents from elsewhere under the id of a built-in ladder: they work, and no fact of the one counts for the other.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::local_files::kettle;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::Script;
use xtask::build::ladders::built_in::BuiltIn;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        borrowed_id_shares_no_facts,
        borrowed_id_is_told_once,
        borrowed_id_in_other_guises,
        borrowed_id_of_another_build,
        own_file_by_its_address_is_the_built_in_one,
    ]
}

const RECORDER: &str = "<script src=/pages/recorder.js></script>";
const SCRIPT: &str = "<script src=/fix-ladder.js></script>";
const BUILT_IN: &str = "<fix-ladder id=own ladder=icloud-photos loading=eager></fix-ladder>";
const BORROWED: &str = "<fix-ladder id=borrowed src=/easy.json loading=eager></fix-ladder>";
const OWN_KEY: &str = "fix-ladder/1/icloud-photos/default/";

/// The first two rungs of the built-in ladder, and nothing that guards them.
fn easy() -> Value {
    let rung = |id: &str, step: &str| {
        json!({ "id": id, "title": id, "severity": "gentle",
            "steps": [{ "id": step, "text": "Do it." }], "wait": { "seconds": 900 } })
    };
    json!({ "format": 1, "id": "icloud-photos", "title": "Easy", "rungs":
        [rung("really-stuck", "stuck-charger"), rung("restart", "restart-off"), rung("toggle", "toggle-off")] })
}

fn with_body(body: impl Into<Vec<u8>>) -> Override {
    Override { body: Some(body.into()), ..Override::default() }
}

/// What every key of a document from this address begins with.
fn key_of(address: &str) -> String {
    let encoded = address.replace(':', "%3A").replace('/', "%2F");
    format!("fix-ladder/1/icloud-photos@{encoded}/default/")
}

async fn borrowed_id_shares_no_facts(page: &Page) -> Result<()> {
    page.server.set("/easy.json", with_body(easy().to_string()));
    let both = format!("{BUILT_IN}{BORROWED}{SCRIPT}");
    page.open_body(&both).await?;
    page.all_ready(2).await?;
    let (own, borrowed) = (page.widget_at("#own"), page.widget_at("#borrowed"));
    borrowed.click("[data-step=stuck-charger]").await?;
    borrowed.press("really-stuck", "start-wait").await?;
    borrowed.until_rung("really-stuck", "waiting").await?;
    borrowed.press("really-stuck", "skip-wait").await?;
    borrowed.click("[data-action=confirm]").await?;
    borrowed.press("really-stuck", "not-fixed").await?;
    borrowed.until_rung("restart", "open").await?;
    let key = key_of(&page.server.url("/easy.json"));
    let stored = page.stored_keys().await?;
    let facts = ["answer:really-stuck", "step:stuck-charger", "wait:really-stuck"];
    for fact in facts {
        ensure!(stored.contains(&format!("{key}{fact}")), "{fact} is kept apart: {stored:?}");
    }
    ensure!(!stored.iter().any(|it| it.starts_with(OWN_KEY)), "{stored:?}");
    ensure!(own.rungs().await?[0] == ("really-stuck".into(), "open".into()), "on the same page");

    // The other way, and after a new start of both.
    own.click("[data-step=stuck-wifi]").await?;
    page.store(&format!("{OWN_KEY}answer:restart"), "{").await?;
    page.open_body(&both).await?;
    page.all_ready(2).await?;
    ensure!(!own.is_checked("[data-step=stuck-charger]").await?, "ticked elsewhere only");
    ensure!(own.is_checked("[data-step=stuck-wifi]").await?, "the reader's own tick");
    ensure!(own.rungs().await?[0].1 == "open", "answered elsewhere only");
    own.until("[data-notice=broken]").await?;
    ensure!(borrowed.rungs().await?[1] == ("restart".into(), "open".into()), "its own climb");
    ensure!(!borrowed.has("[data-notice=broken]").await?, "what is broken is the other's");

    // What cannot be read is set aside under the name that it was found under.
    page.store(&format!("{key}step:restart-off"), "{").await?;
    page.open_body(&both).await?;
    page.all_ready(2).await?;
    borrowed.until("[data-notice=broken]").await?;
    page.until_true(&format!("localStorage['{key}broken/step:restart-off'] === '{{'")).await?;

    // One element, from the one to the other and back.
    page.open_body(&format!("{BUILT_IN}{SCRIPT}")).await?;
    own.ready().await?;
    page.run("own.setAttribute('src', '/easy.json')", &[]).await?;
    own.until_rung("restart", "open").await?;
    own.click("[data-step=restart-off]").await?;
    page.run("own.removeAttribute('src')", &[]).await?;
    own.until_rung("really-stuck", "open").await?;
    let mut own_facts = page.stored_keys().await?;
    own_facts.retain(|it| it.starts_with(OWN_KEY) && !it.ends_with("/seen"));
    ensure!(
        own_facts.iter().all(|it| it.contains("stuck-wifi") || it.contains("broken/")),
        "{own_facts:?}"
    );
    page.ensure_no_errors().await
}

async fn borrowed_id_is_told_once(page: &Page) -> Result<()> {
    page.server.set("/easy.json", with_body(easy().to_string()));
    page.open_body(&format!("{RECORDER}{BUILT_IN}{BORROWED}{BORROWED}{SCRIPT}")).await?;
    page.all_ready(3).await?;
    let said = page.said().await?;
    let address = page.server.url("/easy.json");
    ensure!(said.len() == 1 && said[0].starts_with("fix-ladder: "), "{said:?}");
    for part in [address.as_str(), "icloud-photos", "an id of its own"] {
        ensure!(said[0].contains(part), "{part} is not in {}", said[0]);
    }
    let told = page.events_of("ready").await?;
    ensure!(told.iter().all(|it| it["detail"]["ladder"] == "icloud-photos"), "{told:?}");
    // A document with an id of its own is none of its business.
    page.open_documents(RECORDER, &[with_steps("icloud-photos-2", 1)]).await?;
    ensure!(page.said().await?.is_empty(), "{:?}", page.said().await?);
    page.ensure_no_errors().await
}

/// Ticks, and says under which keys that is kept.
async fn kept_of(page: &Page, element: &str) -> Result<Vec<String>> {
    page.run("localStorage.clear()", &[]).await?;
    page.open_body(&format!("{RECORDER}{element}{SCRIPT}")).await?;
    page.widget().ready().await?;
    page.widget().click("[data-step=stuck-charger]").await?;
    page.until_true("localStorage.length > 0").await?;
    let keys = page.stored_keys().await?;
    let is_fact = |it: &String| it.starts_with("fix-ladder/1/") && !it.ends_with("/seen");
    Ok(keys.into_iter().filter(is_fact).collect())
}

async fn borrowed_id_in_other_guises(page: &Page) -> Result<()> {
    let easy = easy().to_string();
    page.server.set("/easy.json", with_body(easy.clone()));
    page.server.set("/escaped.json", with_body(easy.replace("icloud-", "iclo\\u0075d\\u002d")));
    page.server.set("/marked.json", with_body(format!("\u{feff} \n{easy}")));
    page.server.set("/ladders/other.json", with_body(easy.clone()));
    page.server.set("/posts/ladders/icloud-photos.json", with_body(easy.clone()));
    page.server.set("/ladders/icloud-photos.json/", with_body(easy.clone()));
    page.server.set("/ladders/ICLOUD-PHOTOS.json", with_body(easy.clone()));
    let other = page.server.url("").replace("127.0.0.1", "localhost");
    let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
    page.server.set("/far.json", Override { headers, ..with_body(easy.clone()) });
    for source in [
        "src='/easy.json?ladders/icloud-photos.json'".to_owned(),
        "src='/easy.json#/ladders/icloud-photos.json'".to_owned(),
        "src=/escaped.json".to_owned(),
        "src=/marked.json".to_owned(),
        "ladder=other".to_owned(),
        "src=/posts/ladders/icloud-photos.json ladder=icloud-photos".to_owned(),
        "src=/ladders/icloud-photos.json/".to_owned(),
        "src=/ladders/ICLOUD-PHOTOS.json".to_owned(),
        format!("src={other}/far.json"),
        format!("src='data:application/json,{easy}'"),
    ] {
        let element = format!("<fix-ladder {source} loading=eager></fix-ladder>");
        let kept = kept_of(page, &element).await.with_context(|| source.clone())?;
        let is_apart =
            |it: &String| it.starts_with("fix-ladder/1/icloud-photos@") && it.len() < 600;
        ensure!(!kept.is_empty() && kept.iter().all(is_apart), "{source}: {kept:?}");
        ensure!(page.said().await?.len() == 1, "{source}: {:?}", page.said().await?);
    }
    page.ensure_no_errors().await
}

async fn own_file_by_its_address_is_the_built_in_one(page: &Page) -> Result<()> {
    let whole = page.server.url("/ladders/icloud-photos.json");
    for source in [
        "ladder=icloud-photos".to_owned(),
        "src=/ladders/icloud-photos.json".to_owned(),
        "src='/ladders/icloud-photos.json?v=2'".to_owned(),
        "src=ladders/../ladders/./icloud-photos.json#top".to_owned(),
        format!("src={whole}"),
    ] {
        let element = format!("<fix-ladder {source} loading=eager></fix-ladder>");
        let kept = kept_of(page, &element).await.with_context(|| source.clone())?;
        ensure!(!kept.is_empty() && kept.iter().all(|it| it.starts_with(OWN_KEY)), "{kept:?}");
        ensure!(page.said().await?.is_empty(), "{source}: {:?}", page.said().await?);
    }
    page.ensure_no_errors().await
}

/// A script with an author's own ladder inside knows that one as well, and still the others that come with it.
async fn borrowed_id_of_another_build(page: &Page) -> Result<()> {
    let document = kettle()?;
    let inline = std::fs::read_to_string(xtask::dist_folder().join("fix-ladder.inline.js"))?;
    let make = || BuiltIn::new(document.clone())?.put_into(&Script::parse(&inline)?);
    // Lists are drawn in a runtime of their own, which a thread with another one does not allow.
    let made = std::thread::scope(|scope| scope.spawn(make).join());
    let script = made.map_err(|_| anyhow::anyhow!("it panicked"))??;
    page.server.set("/kettle.js", with_body(script.text()));
    let mut other = with_steps("kettle", 1);
    other["title"] = json!("Another");
    let elements = page.elements_for(&[other]);
    page.server.set("/easy.json", with_body(easy().to_string()));
    page.open_body(&format!(
        "{RECORDER}{elements}{BORROWED}<fix-ladder id=own ladder=kettle loading=eager></fix-ladder><script src=/kettle.js></script>"
    ))
    .await?;
    page.all_ready(3).await?;
    page.widget_at("#kettle").click("[data-step=s0]").await?;
    page.widget_at("#borrowed").click("[data-step=stuck-charger]").await?;
    page.until_true("localStorage.length >= 2").await?;
    let keys = page.stored_keys().await?;
    ensure!(keys.iter().any(|it| it.starts_with("fix-ladder/1/kettle@")), "{keys:?}");
    ensure!(keys.iter().all(|it| it.contains('@')), "{keys:?}");
    ensure!(page.said().await?.len() == 2, "{:?}", page.said().await?);
    page.ensure_no_errors().await
}
