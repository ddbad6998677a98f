//! A blog with a policy of its own, and the other origin that its widget may come from.
//!
//! Knows headers and addresses, nothing of what a policy means.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::server::{self, Override, Server};

use crate::test_page::Page;

/// The nonce of the scripts that [`Sites::open`] puts into a page.
pub const NONCE: &str = "c2VsZG9tIHVzZWQgdHdpY2U";

/// Two origins beside the page's own, without the additions that the page's server makes.
pub struct Sites<'a> {
    page: &'a Page,
    /// Serves this package's folder and, for policies of one origin, the embed as well.
    pub blog: Server,
    /// Serves the embed to everybody.
    pub cdn: Server,
}

impl<'a> Sites<'a> {
    /// Both sites, the blog with empty storage.
    pub async fn new(page: &'a Page) -> Result<Sites<'a>> {
        let dist = xtask::dist_folder();
        let here = xtask::project_root().join("tests/browser");
        let serve = |folders| server::start(server::Options { folders, ..Default::default() });
        let (blog, cdn) = (serve(vec![here, dist.clone()])?, serve(vec![dist])?);
        let everybody = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
        let files = [
            "/fix-ladder.js",
            "/fix-ladder.list.js",
            "/fix-ladder.wasm",
            "/fix-ladder.companion.js",
            "/fix-ladder.companion.wasm",
            "/fix-ladder.post.js",
            "/fix-ladder.post.wasm",
            "/ladders/icloud-photos.json",
        ];
        for file in files {
            cdn.set(file, Override { headers: everybody.clone(), ..Override::default() });
        }
        let sites = Sites { page, blog, cdn };
        // A port may come back, and with it the storage of who had it before.
        sites.go_to("/pages/blank.html").await?;
        page.run("localStorage.clear()", &[]).await?;
        Ok(sites)
    }

    /// Opens a post of the blog with these headers. In headers and body `{blog}` and `{cdn}` are the
    /// origins, `{harness}` the addresses of the test's own scripts, `{nonce}` their nonce.
    pub async fn open(&self, headers: &[(&str, &str)], body: &str) -> Result<()> {
        let html = self.filled(&format!(
            "<!doctype html><html lang=en><head><title>A post</title>
            <script nonce={{nonce}} src=/pages/harness.js></script>
            <script nonce={{nonce}} src=/pages/recorder.js></script></head><body>{body}</body></html>"
        ));
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), self.filled(value)));
        let post = Override {
            headers: headers.collect(),
            body: Some(html.into_bytes()),
            ..Override::default()
        };
        self.blog.set("/post.html", post);
        self.go_to("/post.html").await
    }

    async fn go_to(&self, path: &str) -> Result<()> {
        let url = self.blog.url(path);
        self.page.client.goto(&url).await.with_context(|| format!("opening {path} of the blog"))
    }

    fn filled(&self, text: &str) -> String {
        text.replace("{harness}", "{blog}/pages/harness.js {blog}/pages/recorder.js")
            .replace("{blog}", &self.blog.url(""))
            .replace("{cdn}", &self.cdn.url(""))
            .replace("{nonce}", NONCE)
    }

    /// What the policies refused so far: how it was meant (`enforce` or `report`), the directive, and
    /// the address without its origin and query. Each thing once.
    pub async fn refused(&self) -> Result<Vec<String>> {
        let told = self.page.recorded("violations").await?;
        let told: Vec<[String; 3]> = serde_json::from_value(told)?;
        let mut refused: Vec<String> = Vec::new();
        for [meaning, directive, address] in told {
            let path = address.replace(&self.blog.url(""), "").replace(&self.cdn.url(""), "");
            let path = path.split('?').next().unwrap_or_default();
            let line = format!("{meaning} {directive} {path}");
            if !refused.contains(&line) {
                refused.push(line);
            }
        }
        Ok(refused)
    }
}

impl Page {
    /// What `pages/recorder.js` remembers under a name.
    pub async fn recorded(&self, what: &str) -> Result<Value> {
        self.run("return window.__recorded[arguments[0]]", &[json!(what)]).await
    }

    /// Everything that scripts wrote to the console.
    pub async fn said(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.recorded("said").await?)?)
    }
}
