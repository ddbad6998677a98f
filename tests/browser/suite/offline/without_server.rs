//! The page without its server: everything is there, and nothing is asked for.

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::app_site::{Build, Site};
use browser_tests::runner::Test;
use browser_tests::{Page, soak, tests};
use serde_json::json;
use xtask::build::ladders::built_in::BuiltIn;
use xtask::build::ladders::compile_ladder;
use xtask::build::pages::Shell;

use super::versions::first;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        sw_1_the_page_comes_back_without_its_server,
        sw_1_an_address_of_a_ladder_leads_to_it_without_a_server,
        sw_1_a_second_ladder_is_there_without_a_server,
        sw_9_what_is_kept_is_small_and_asks_for_nothing,
        sw_1_a_cache_that_is_lost_is_kept_again,
    ];
    tests.extend(soak![sw_1_a_start_without_a_server_takes_a_second]);
    tests
}

async fn sw_1_the_page_comes_back_without_its_server(page: &Page) -> Result<()> {
    // Exactly what readers get: nothing of the tests is in it.
    let build = Build::of_dist()?;
    let mut site = Site::new(page, &build).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.skip_to("restart").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let before = widget.as_it_is().await?;
    site.stop();
    for path in ["/app/", "/app/index.html", "/app/?from=post#restart"] {
        site.open(path).await?;
        page.ensure_shows(&build).await?;
        let after = widget.as_it_is().await?;
        ensure!(before == after, "{path}: before {before}\nafter {after}");
    }
    widget.click("[data-step=restart-passcode]").await?;
    site.open("/app/").await?;
    widget.ready().await?;
    ensure!(widget.is_checked("[data-step=restart-passcode]").await?, "progress is kept as ever");
    Ok(())
}

async fn sw_1_an_address_of_a_ladder_leads_to_it_without_a_server(page: &Page) -> Result<()> {
    let build = first()?;
    let mut site = Site::new(page, build).await?;
    // Whoever came to the ladder's own page has kept the whole app.
    site.open("/app/icloud-photos/").await?;
    page.until_cached().await?;
    site.stop();
    site.open("/app/icloud-photos/").await?;
    page.ensure_shows(build).await?;
    let address = page.client.current_url().await?;
    ensure!(address.as_str() == site.url("/app/?ladder=icloud-photos"), "{address}");
    Ok(())
}

/// The app with a second ladder, put together as the build does it.
fn with_two_ladders() -> Result<Build> {
    let root = xtask::project_root();
    let dist = xtask::dist_folder();
    let read = |file: &std::path::Path| {
        std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
    };
    let kettle = read(&root.join("tests/native/view/kettle.md"))?;
    let kettle = compile_ladder("kettle.md", &kettle)?.context("the kettle fails")?;
    let photos = read(&dist.join("ladders/icloud-photos.json"))?;
    let script = xtask::Script::parse(&read(&dist.join("fix-ladder.inline.js"))?)?;
    let ladders = [BuiltIn::new(serde_json::from_str(&photos)?)?, kettle];
    let mut files = Shell::read(&root)?.app(&ladders, &ladders[0], &script, None)?;
    files.extend(
        ladders
            .map(|it| (format!("ladders/{}.json", it.id()), it.document.to_string().into_bytes())),
    );
    Build::of_files(files)
}

async fn sw_1_a_second_ladder_is_there_without_a_server(page: &Page) -> Result<()> {
    // The plain list is drawn by a runtime of its own, which cannot be inside another.
    let built = std::thread::spawn(with_two_ladders).join();
    let build = built.map_err(|_| anyhow!("putting the app together has panicked"))??;
    let mut site = Site::new(page, &build).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    let mut kept: Vec<String> =
        page.cached().await?.into_iter().map(|(_, address, _)| address).collect();
    kept.sort();
    ensure!(kept == [site.url("/app/"), site.url("/app/ladders/kettle.json")], "{kept:?}");
    site.stop();
    let widget = page.widget();
    for path in ["/app/kettle/", "/app/?ladder=kettle", "/app/kettle/index.html"] {
        site.open(path).await?;
        widget.ready().await?;
        let address = page.client.current_url().await?;
        ensure!(address.as_str() == site.url("/app/?ladder=kettle"), "{path}: {address}");
        ensure!(widget.has("[data-rung=apart]").await?, "{path} shows the kettle");
    }
    widget.click("[data-step=switch]").await?;
    site.open("/app/").await?;
    widget.ready().await?;
    ensure!(widget.has("[data-rung=restart]").await?, "the home page has its own ladder");
    ensure!(!widget.has("[data-step]:checked").await?, "and its own progress");
    Ok(())
}

async fn sw_9_what_is_kept_is_small_and_asks_for_nothing(page: &Page) -> Result<()> {
    let build = first()?;
    let mut site = Site::new(page, build).await?;
    site.start()?;
    site.open("/app/").await?;
    page.widget().ready().await?;
    page.until_cached().await?;
    let asked = site.asked()?;
    // The page, the worker, and the page again for the worker; some browsers ask for the app's papers too.
    for (path, times) in [("/app/", 2), ("/app/sw.js", 1)] {
        let count = asked.iter().filter(|it| *it == path).count();
        ensure!(count == times, "{path} was asked for {count} times: {asked:?}");
    }
    let others = asked.iter().filter(|it| !matches!(it.as_str(), "/app/" | "/app/sw.js"));
    // And the other ladders that the page can show.
    let expected = [".png", "/manifest.webmanifest", ".json"];
    let is_strange = |it: &&String| {
        !expected.iter().any(|end| it.ends_with(end))
            || (it.ends_with(".json") && !it.starts_with("/app/ladders/"))
    };
    let strange: Vec<&String> = others.filter(is_strange).collect();
    ensure!(strange.is_empty(), "{strange:?}");
    page.ensure_caches_only(&site.url("/app/"), build).await?;
    // The faster build, which no reader gets, has a module of three megabytes.
    let module = std::fs::metadata(xtask::dist_folder().join("fix-ladder.wasm"))?.len();
    let most = if module > 2_000_000 { 1_500_000 } else { 1_000_000 };
    let size = build.page()?.len();
    ensure!(size <= most, "{size} bytes are kept");

    // With a server that counts, and then with none.
    site.start()?;
    site.open("/app/").await?;
    page.ensure_shows(build).await?;
    let asked = site.asked()?;
    ensure!(!asked.contains(&"/app/".to_owned()), "the page came from the server: {asked:?}");
    site.stop();
    site.open("/app/").await?;
    page.widget().ready().await?;
    // Browsers look for what an app is by themselves, and can do without.
    let script = "return performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => !/(manifest\\.webmanifest|\\.png)$/.test(it))";
    let resources = page.run(script, &[]).await?;
    ensure!(resources == json!([]), "{resources}");
    Ok(())
}

async fn sw_1_a_start_without_a_server_takes_a_second(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.stop();
    let mut took = Vec::new();
    for _ in 0..5 {
        site.open("/app/").await?;
        page.widget().ready().await?;
        let ready = page.events_of("ready").await?;
        took.push(ready[0]["at"].as_f64().context("no time")?.round());
    }
    println!("{}: starts without a server took {took:?} ms", page.engine.name());
    // Others use this computer too: the best of them is what the page can do.
    ensure!(took.iter().any(|it| *it <= 1000.0), "{took:?} ms");
    Ok(())
}

async fn sw_1_a_cache_that_is_lost_is_kept_again(page: &Page) -> Result<()> {
    let mut site = Site::new(page, first()?).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    let throw_away = "for (const name of await caches.keys()) await caches.delete(name); return 0";
    let throw_away = format!(
        "const done = arguments[arguments.length - 1]; (async () => {{ {throw_away} }})().then(done)"
    );
    page.client.execute_async(&throw_away, Vec::new()).await?;
    ensure!(page.cached().await?.is_empty(), "nothing is kept any more");
    site.open("/app/").await?;
    let address = site.url("/app/");
    page.until("it is kept again", async || {
        page.ensure_caches_only(&address, first()?).await.map(|()| true)
    })
    .await?;
    site.stop();
    site.open("/app/").await?;
    page.ensure_shows(first()?).await
}
