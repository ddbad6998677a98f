//! Where the worker ends: the folder it stands in, and what is no file of its version.

use anyhow::{Result, ensure};
use browser_tests::Page;
use browser_tests::app_site::Site;
use browser_tests::runner::Test;
use browser_tests::tests;
use serde_json::json;
use xtask::server::Override;

use super::updates::{press, until_offered, until_version};
use super::versions::{first, second};

pub fn tests() -> Vec<Test> {
    tests![
        sw_6_pages_beside_the_app_are_never_touched,
        sw_6_a_second_app_of_the_origin_keeps_its_own,
        sw_7_only_what_belongs_to_the_version_is_kept,
    ]
}

async fn sw_6_pages_beside_the_app_are_never_touched(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.put("app/notes.txt", b"Not of this version.")?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.open("/app/").await?;
    ensure!(page.is_controlled().await?, "a worker stands behind the app");
    site.start()?;
    let marked = |mark: &str| Override {
        headers: vec![("x-mark".to_owned(), mark.to_owned())],
        ..Override::default()
    };
    site.answer("/app/notes.txt", marked("from the server"))?;
    for path in ["/other/", "/", "/app/notes.txt", "/app"] {
        let before = site.asked()?.len();
        site.open(path).await?;
        let asked = site.asked()?.split_off(before);
        ensure!(asked.iter().any(|it| it == path), "{path} went to the server: {asked:?}");
        // A redirection from `/app` leads into the app.
        ensure!(page.is_controlled().await? == path.starts_with("/app"), "{path}");
    }
    // From beside it, even the app's own files are the server's.
    site.open("/other/").await?;
    let before = site.asked()?.len();
    let fetch = "return fetch('/app/').then((it) => it.headers.get('date') || it.headers.get('cache-control'))";
    ensure!(page.run_async(fetch, &[]).await?.is_string(), "the server's headers are there");
    let mut asked = site.asked()?.split_off(before);
    // Browsers look for a new worker by themselves, some time after a page of the app was opened.
    asked.retain(|it| it != "/app/sw.js");
    ensure!(asked == ["/app/"], "asked for {asked:?}");
    // From within it, what is not kept is the server's too, to the last header.
    site.open("/app/").await?;
    let before = site.asked()?.len();
    let fetch = "const it = await fetch('notes.txt?one');
        return [it.headers.get('x-mark'), await it.text()]";
    let got = page.run_async(fetch, &[]).await?;
    ensure!(got == json!(["from the server", "Not of this version."]), "{got}");
    ensure!(site.asked()?.split_off(before).contains(&"/app/notes.txt?one".to_owned()));
    page.ensure_caches_only(&site.url("/app/"), first()?).await
}

async fn sw_6_a_second_app_of_the_origin_keeps_its_own(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    // Addresses that begin alike.
    site.deploy_to("app2", first()?)?;
    site.deploy_to("app/inner", first()?)?;
    for path in ["/app/inner/", "/app2/", "/app/"] {
        site.open(path).await?;
        page.until_cached().await?;
    }
    site.open("/app/").await?;
    ensure!(page.cached_pages().await?.len() == 3, "{:?}", page.cached_pages().await?);
    site.put("app/index.html", second()?.page()?)?;
    site.put("app/sw.js", second()?.file("sw.js")?)?;
    ensure!(page.look_for_update().await? == "installed");
    until_offered(page).await?;
    press(page, "take-version").await?;
    until_version(page, &second()?.version).await?;
    page.ensure_shows(second()?).await?;
    ensure!(page.cached_pages().await?.len() == 3, "{:?}", page.cached_pages().await?);
    site.stop();
    for path in ["/app2/", "/app/inner/"] {
        site.open(path).await?;
        page.ensure_shows(first()?).await?;
    }
    Ok(())
}

/// Asks for what is no file of the version, in the ways in which pages ask.
const ASK: &str = "const [other] = arguments;
    const bytes = { headers: { Range: 'bytes=0-9' } };
    const asked = [
      fetch(other + '/app.png', { mode: 'no-cors' }), fetch(other + '/open.json'), fetch(other + '/app/'),
      fetch('./', { method: 'POST', body: 'a' }), fetch('./', { method: 'HEAD' }), fetch('./', bytes),
      fetch('notes.txt'), fetch('notes.txt', bytes), fetch('missing.txt'), fetch('sw.js'),
      fetch('manifest.webmanifest'), fetch('/other/'), fetch('ladders/icloud-photos.json'),
    ];
    return (await Promise.all(asked)).map((it) => it.type + ' ' + it.status);";

async fn sw_7_only_what_belongs_to_the_version_is_kept(page: &Page) -> Result<()> {
    let everybody = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
    let other = xtask::server::start(xtask::server::Options::default())?;
    for path in ["/open.json", "/app/"] {
        let (headers, body) = (everybody.clone(), Some(b"{}".to_vec()));
        other.set(path, Override { headers, body, ..Override::default() });
    }
    let build = first()?.with_connection_to(&other.url(""))?;
    let mut site = Site::new(page, &build).await?;
    site.put("app/notes.txt", b"Not of this version.")?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.start()?;
    site.open("/app/").await?;
    page.widget().ready().await?;
    ensure!(page.is_controlled().await?);
    let before = site.asked()?.len();
    let got = page.run_async(ASK, &[json!(other.url(""))]).await?;
    let expected = json!([
        "opaque 0",
        "cors 200",
        "cors 200",
        "basic 200",
        "basic 200",
        "basic 200",
        "basic 200",
        "basic 200",
        "basic 404",
        "basic 200",
        "basic 200",
        "basic 200",
        "basic 200"
    ]);
    ensure!(got == expected, "{got}");
    let mut asked = site.asked()?.split_off(before);
    asked.sort();
    let mut passed = [
        "/app/",
        "/app/",
        "/app/",
        "/app/notes.txt",
        "/app/notes.txt",
        "/app/missing.txt",
        "/app/sw.js",
        "/app/manifest.webmanifest",
        "/other/",
        "/app/ladders/icloud-photos.json",
    ];
    passed.sort_unstable();
    // Besides, browsers look for a new version and for the app's papers whenever they like.
    for path in &passed {
        let count = |list: &[String]| list.iter().filter(|it| it == path).count();
        let wanted = passed.iter().filter(|it| *it == path).count();
        ensure!(count(&asked) >= wanted, "{path} did not pass {wanted} times: {asked:?}");
    }
    ensure!(other.requests().len() == 3, "{:?}", other.requests());
    page.ensure_caches_only(&site.url("/app/"), &build).await?;
    // The page itself, whole, is all that the worker answers.
    site.stop();
    let whole = "return (await (await fetch('./')).arrayBuffer()).byteLength";
    ensure!(page.run_async(whole, &[]).await? == build.page()?.len());
    for ask in
        ["'./', { method: 'POST' }", "'./', { headers: { Range: 'bytes=0-9' } }", "'notes.txt'"]
    {
        let refused = format!("return fetch({ask}).then(() => false, () => true)");
        ensure!(page.run_async(&refused, &[]).await? == true, "{ask} is nobody's without a server");
    }
    Ok(())
}
