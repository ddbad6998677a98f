//! The ways in which the script may come into a page, and what a page may have made of errors and addresses before: its
//! files are looked for where it has come from and nowhere else.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::{Override, Server};

use super::dom_clobbering::{ELEMENT, NO_WASM, elsewhere, has_list, nothing_came};

pub fn tests() -> Vec<Test> {
    tests![
        errors_of_a_library_name_no_address,
        script_run_as_text_has_the_page_for_an_address,
        addresses_of_the_script_may_be_strange,
        script_bundled_by_a_tool_goes_by_its_tag,
        address_may_hold_a_name_to_sign_in_with,
    ]
}

fn script(text: impl Into<Vec<u8>>) -> Override {
    Override { body: Some(text.into()), ..Override::default() }
}

fn built() -> Result<String> {
    std::fs::read_to_string(xtask::dist_folder().join("fix-ladder.js")).context("the script")
}

/// The widget is there, and its list where it cannot be, and nobody else has been asked for either.
async fn works(page: &Page, evil: &Server, body: &str) -> Result<()> {
    let seen = async {
        page.open_body(body).await?;
        page.widget().ready().await?;
        nothing_came(page, evil).await?;
        page.open_body(&format!("{NO_WASM}{body}")).await?;
        has_list(page).await?;
        nothing_came(page, evil).await
    };
    seen.await.with_context(|| body.to_owned())
}

/// Polyfills and watchers of errors put their own in the place of `Error`; what that tells of first is where they are.
async fn errors_of_a_library_name_no_address(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    for library in [
        "Error = function Error(message) { return new Old(message); }; Error.prototype = Old.prototype;",
        "Error = class extends Old {};",
        "Error = new Proxy(Old, { construct: (it, values) => Reflect.construct(it, values) });",
        "Error = function () {};",
    ] {
        evil.set("/library.js", script(format!("(() => {{ const Old = Error; {library} }})()")));
        for kind in ["", "type=module"] {
            let library = format!("<script src={}></script>", evil.url("/library.js"));
            let tag = format!("<script {kind} src=/fix-ladder.js></script>");
            works(page, &evil, &format!("{library}{ELEMENT}{tag}")).await?;
        }
    }
    page.ensure_no_errors().await
}

async fn script_run_as_text_has_the_page_for_an_address(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    let base = format!("<base href={}/>", evil.url(""));
    for run in [
        "(0, eval)(text)",
        "new Function(text)()",
        "document.head.append(Object.assign(document.createElement('script'), { text }))",
        "document.head.append(Object.assign(document.createElement('script'), { src: `data:text/javascript,${encodeURIComponent(text)}` }))",
        "document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob([text])) }))",
    ] {
        let file = page.server.url("/fix-ladder.js");
        let loader = format!("fetch('{file}').then((it) => it.text()).then((text) => {{ {run} }})");
        evil.set("/loader.js", script(loader));
        let tag = format!("<script src={}></script>", evil.url("/loader.js"));
        works(page, &evil, &format!("{base}{ELEMENT}{tag}")).await?;
    }
    page.ensure_no_errors().await
}

async fn addresses_of_the_script_may_be_strange(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    for query in [
        "?ver=1,2",
        "?,{evil}/fix-ladder.js",
        "?(http://a:1:1)",
        "?@{evil}/fix-ladder.js:1:1",
        "?a b> eval:1:1",
        "?ü=%20,",
        "#,{evil}/fix-ladder.js:1:1",
    ] {
        let file =
            page.server.url(&format!("/fix-ladder.js{}", query.replace("{evil}", &evil.url(""))));
        for tag in [
            format!("<script src='{file}'></script>"),
            format!("<script type=module src='{file}'></script>"),
            format!("<script>import('{file}')</script>"),
        ] {
            works(page, &evil, &format!("{ELEMENT}{tag}")).await?;
        }
    }
    page.ensure_no_errors().await
}

/// Tools name what they have bundled or moved by a comment at its end, and some engines believe it.
async fn script_bundled_by_a_tool_goes_by_its_tag(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    for name in
        ["webpack://app/./fix-ladder.js", "webpack-internal:///./fix-ladder.js", "fix-ladder-js"]
    {
        page.server.set("/bundled.js", script(format!("{}\n//# sourceURL={name}\n", built()?)));
        for kind in ["", "defer", "type=module"] {
            let tag = format!("<script {kind} src=/bundled.js></script>");
            works(page, &evil, &format!("{ELEMENT}{tag}"))
                .await
                .with_context(|| name.to_owned())?;
        }
    }
    page.ensure_no_errors().await
}

/// No `fetch` takes such an address, and a page that was opened by one hands it on to all that stands beside it.
async fn address_may_hold_a_name_to_sign_in_with(page: &Page) -> Result<()> {
    let address = page.server.url("/pages/kettle.json").replace("://", "://name:word@");
    page.open_body(&format!(
        "<fix-ladder src={address} loading=eager></fix-ladder><script src=/fix-ladder.js></script>"
    ))
    .await?;
    page.widget().ready().await?;
    let asked = page.server.requests();
    ensure!(asked.iter().any(|it| it == "/pages/kettle.json"), "{asked:?}");
    page.ensure_no_errors().await
}
