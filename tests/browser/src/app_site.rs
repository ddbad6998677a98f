//! The standalone page on a site of its own: what is deployed there, and a server that can really be stopped.
//!
//! Knows files and addresses, nothing of what a worker makes of them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::server::{self, Override, Server};

use crate::reserved_port::ReservedPort;
use crate::temp_folder;
use crate::test_page::Page;

/// One version of the app as it is deployed: every file by its path below the app's folder.
#[derive(Clone)]
pub struct Build {
    pub version: String,
    /// The hash of the page, as `integrity` has it.
    pub integrity: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Build {
    /// What readers get, to the byte.
    ///
    /// # Errors
    ///
    /// `dist/` has not been built.
    pub fn of_dist() -> Result<Build> {
        let dist = xtask::dist_folder();
        let mut files = Vec::new();
        for folder in ["", "ladders", "icloud-photos"] {
            for entry in fs::read_dir(dist.join(folder)).context("dist/ is not built")? {
                let file = entry?.path();
                let name = file.strip_prefix(&dist)?.to_string_lossy().into_owned();
                // The rest of `dist/` is for other pages.
                if file.is_file() && !name.starts_with("fix-ladder.") {
                    files.push((name, fs::read(&file)?));
                }
            }
        }
        Build::of_files(files)
    }

    /// # Errors
    ///
    /// Files without a page that says its version.
    pub fn of_files(files: Vec<(String, Vec<u8>)>) -> Result<Build> {
        let files = BTreeMap::from_iter(files);
        let mut build = Build { version: String::new(), integrity: String::new(), files };
        build.integrity = xtask::integrity(build.page()?);
        let page = build.text("index.html")?;
        let version = page.split_once("class=\"page-version\">Version ");
        let version = version.and_then(|(_, rest)| rest.split_once('<'));
        build.version = version.context("index.html says no version")?.0.to_owned();
        Ok(build)
    }

    /// The same under another version, as a change of a few words would be.
    pub fn named(&self, version: &str) -> Result<Build> {
        let page = self.text("index.html")?;
        let mut renamed = page.replace(&self.version, version);
        // The policy names the page's script by its hash, and the script says the version in other languages.
        for script in page.split("<script>").filter_map(|it| it.split_once("</script>")) {
            let hash = |text: &str| xtask::integrity(text.as_bytes());
            let new = script.0.replace(&self.version, version);
            renamed = renamed.replace(&hash(script.0), &hash(&new));
        }
        let mut other = self.with_page(&renamed)?;
        for text in other.files.values_mut() {
            // The pictures hold no version.
            if let Ok(known) = std::str::from_utf8(text) {
                *text = known.replace(&self.version, version).into_bytes();
            }
        }
        other.version = version.to_owned();
        Ok(other)
    }

    /// The same with something at the start of the page's head, where no policy holds yet.
    pub fn with_head(&self, html: &str) -> Result<Build> {
        let page = self.text("index.html")?;
        self.with_page(&page.replacen("<head>", &format!("<head>{html}"), 1))
    }

    /// The same where the page may also fetch from another origin.
    pub fn with_connection_to(&self, origin: &str) -> Result<Build> {
        let page = self.text("index.html")?;
        let wider = page.replacen("connect-src ", &format!("connect-src {origin} "), 1);
        ensure!(wider != page, "index.html has no policy for connections");
        self.with_page(&wider)
    }

    /// The same with another page, and a worker that knows it.
    fn with_page(&self, page: &str) -> Result<Build> {
        let worker = self.text("sw.js")?;
        ensure!(worker.contains(&self.integrity), "the worker does not know the page");
        let mut other = self.clone();
        other.integrity = xtask::integrity(page.as_bytes());
        other.files.insert("index.html".to_owned(), page.as_bytes().to_vec());
        let worker = worker.replace(&self.integrity, &other.integrity);
        other.files.insert("sw.js".to_owned(), worker.into_bytes());
        Ok(other)
    }

    /// The page as it is cached.
    pub fn page(&self) -> Result<&[u8]> {
        self.file("index.html")
    }

    /// A file by its path.
    pub fn file(&self, path: &str) -> Result<&[u8]> {
        self.files.get(path).map(Vec::as_slice).with_context(|| format!("the app has no {path}"))
    }

    pub fn text(&self, path: &str) -> Result<String> {
        Ok(std::str::from_utf8(self.file(path)?)?.to_owned())
    }
}

/// A site whose folder `/app/` is the app, whose `/other/` is somebody else's, and whose harness is in no page.
pub struct Site<'a> {
    page: &'a Page,
    folder: TempDir,
    port: ReservedPort,
    /// Nothing while the server is stopped.
    server: Option<Server>,
}

/// A page of a neighbour.
const OTHER: &str =
    "<!doctype html><html lang=en><head><title>Another page</title></head><body>Another page";

impl<'a> Site<'a> {
    /// The site with a version of the app, in a browser that has nothing of it.
    pub async fn new(page: &'a Page, build: &Build) -> Result<Site<'a>> {
        let port = ReservedPort::new()?;
        let folder = temp_folder::folder()?;
        let mut site = Site { page, folder, port, server: None };
        site.put("other/index.html", OTHER.as_bytes())?;
        site.put("index.html", OTHER.as_bytes())?;
        site.deploy(build)?;
        site.start()?;
        // A port may come back, and with it what the test before had cached there.
        site.open("/other/").await?;
        page.forget_everything().await?;
        Ok(site)
    }

    /// Puts a version in the place of the one before.
    pub fn deploy(&self, build: &Build) -> Result<()> {
        self.deploy_to("app", build)
    }

    /// As [`deploy`](Site::deploy), for another folder of the site.
    pub fn deploy_to(&self, folder: &str, build: &Build) -> Result<()> {
        // The worker comes last, as in any careful deployment. Browsers look whenever they like.
        build
            .files
            .iter()
            .try_for_each(|(path, bytes)| self.put(&format!("{folder}/{path}"), bytes))
    }

    /// Puts one file, by its path below the root of the site.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.path().join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        // In one piece: the server may be asked for it meanwhile, and would have half of it to give.
        let whole = || -> std::io::Result<()> {
            let part = file.with_extension("part");
            fs::write(&part, bytes)?;
            fs::rename(part, &file)
        };
        whole().with_context(|| format!("putting {path} on the site"))
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port.number)
    }

    /// Opens a path, and returns when the page has loaded. The same path again is what a reload is to a reader:
    /// Firefox's driver reloads past every worker.
    pub async fn open(&self, path: &str) -> Result<()> {
        let url = self.url(path);
        self.page.client.goto(&url).await.with_context(|| format!("opening {path} of the site"))
    }

    /// From now on nobody answers: the port is closed, and every connection.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.stop();
        }
    }

    /// The server is there again, at the same address, and has forgotten what it was told and asked.
    pub fn start(&mut self) -> Result<()> {
        self.stop();
        let folders = vec![self.folder.path().to_owned()];
        self.server = Some(server::start(server::Options {
            port: self.port.number,
            folders,
            ..Default::default()
        })?);
        Ok(())
    }

    pub fn server(&self) -> Result<&Server> {
        self.server.as_ref().context("the server is stopped")
    }

    /// Answers a path otherwise than with its file.
    pub fn answer(&self, path: &str, with: Override) -> Result<()> {
        self.server()?.set(path, with);
        Ok(())
    }

    /// What the server has been asked for since it was started, without what browsers ask by themselves.
    pub fn asked(&self) -> Result<Vec<String>> {
        let mut asked = self.server()?.requests();
        asked.retain(|it| it != "/favicon.ico");
        Ok(asked)
    }
}

impl Drop for Site<'_> {
    fn drop(&mut self) {
        self.stop();
    }
}
