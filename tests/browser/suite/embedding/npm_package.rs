//! The package for npm, imported: from its file by a bundler, from a folder of a host, on a server that renders.

use anyhow::{Context, Result, ensure};
use browser_tests::npm_package::Project;
use browser_tests::packed_folder::{Files, read_below};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::{self, Override, Server};

pub fn tests() -> Vec<Test> {
    tests![npm_package_works_in_bundles_and_from_folders]
}

/// What is served of a folder, with the header that another origin's modules and files need.
fn put(server: &Server, folder: &str, files: Files) {
    for (path, bytes) in files {
        let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
        let file = Override { headers, body: Some(bytes), ..Override::default() };
        server.set(&format!("{folder}/{path}"), file);
    }
}

/// A widget, what it loads when it is pressed for, and that nothing has gone wrong.
async fn ensure_alive(page: &Page, what: &str) -> Result<()> {
    let widget = page.widget();
    widget.ready().await.with_context(|| what.to_owned())?;
    widget.click("[part=foot] [data-action=new-case]").await?;
    let close = "[data-panel=cases] [data-action=close-panel]";
    widget.click(close).await.with_context(|| what.to_owned())?;
    widget.until_not("dialog").await?;
    let progress = "return document.querySelector('fix-ladder').progress.ladder";
    ensure!(page.run(progress, &[]).await? == json!("icloud-photos"), "{what}");
    page.ensure_no_errors().await.with_context(|| what.to_owned())
}

/// The second element of the application: another ladder and another language, from wherever the bundler has put them.
async fn ensure_german(page: &Page) -> Result<()> {
    let foot = "document.querySelectorAll('fix-ladder')[1].shadowRoot.querySelector('[part=foot]')";
    page.until_true(&format!("{foot}?.textContent.includes('Von vorn beginnen')")).await
}

async fn npm_package_works_in_bundles_and_from_folders(page: &Page) -> Result<()> {
    let project = Project::new()?;
    for name in ["fix-ladder", "fix-ladder/inline"] {
        let module = format!(
            "const all = await import(\"{name}\"); console.log(Object.keys(all).length, typeof customElements)"
        );
        ensure!(project.node(&module)?.trim() == "0 undefined", "a server imports {name}");
    }

    // Files under new names, in a folder of the bundler's own.
    let built = project.built_by_vite()?;
    let modules: Vec<&String> = built.keys().filter(|it| it.ends_with(".wasm")).collect();
    ensure!(modules.iter().all(|it| it.starts_with("assets/fix-ladder")), "{modules:?}");
    put(&page.server, "/vite", built);
    page.open("/vite/index.html").await?;
    ensure_alive(page, "by Vite").await?;
    let asked = page.server.requests();
    ensure!(
        asked.iter().any(|it| it.starts_with("/vite/assets/fix-ladder") && it.contains(".wasm")),
        "{asked:?}"
    );

    ensure_german(page).await.context("by Vite")?;
    let served = project.served_by_vite()?;
    page.client.goto(&served.address).await?;
    page.until_true("document.querySelector('fix-ladder').dataset.state === 'ready'").await?;
    ensure_german(page).await.context("by Vite's server")?;
    drop(served);
    put(&page.server, "/webpack", project.built_by_webpack()?);
    let elements = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>
        <fix-ladder ladder=drucker-offline lang=de loading=eager></fix-ladder>";
    page.open_body(&format!("{elements}<script src=\"/webpack/main.js\"></script>")).await?;
    ensure_alive(page, "by webpack").await?;
    ensure_german(page).await.context("by webpack")?;

    // Everything inside; and the files put beside by hand, as the paper of the package says.
    let beside = read_below(&project.package(), "")?;
    let beside: Files = beside
        .into_iter()
        .filter(|(path, _)| path.ends_with(".wasm") || path.starts_with("fix-ladder."))
        .collect();
    for (module, files) in [("inline.js", Files::new()), ("main.js", beside)] {
        let folder = format!("/esbuild-{module}");
        let mut files = files;
        files.insert("bundle.js".to_owned(), project.built_by_esbuild(module)?);
        put(&page.server, &folder, files);
        page.open_body(&format!("<fix-ladder ladder=icloud-photos loading=eager></fix-ladder><script type=module src=\"{folder}/bundle.js\"></script>")).await?;
        ensure_alive(page, module).await?;
    }

    // A host that serves packages as they are, of another origin: as a module, and by the tag.
    let host = server::start(server::Options::default())?;
    put(&host, "/npm/fix-ladder@0.1.0", read_below(&project.package(), "")?);
    let address = host.url("/npm/fix-ladder@0.1.0/");
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    for script in [
        format!("{element}<script type=module>import \"{address}index.js\"</script>"),
        format!("{element}<script type=module src=\"{address}inline.js\"></script>"),
        format!(
            "<script src=\"{address}fix-ladder.js\" data-ladder=icloud-photos data-loading=eager></script>"
        ),
    ] {
        page.open_body(&script).await?;
        ensure_alive(page, &script).await?;
    }
    Ok(())
}
