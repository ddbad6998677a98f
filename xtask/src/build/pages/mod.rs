//! The standalone page and the installable app: every file of theirs, from the ladders and the script.
//!
//! Knows which pages there are and what belongs to each. Reads sources; what becomes of its files is not its business.

pub mod standalone;
mod web_app_manifest;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use fix_ladder::view::{PlainList, PlainListProps};
use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::words::{PageWords, fill, page_words};
use serde_json::json;

use self::standalone::{Page, description, escape};
use crate::build::ladders::BuiltIn;
use crate::build::scripts::bundle::bundle;
use crate::build::scripts::script::in_script;
use crate::build::scripts::service_worker::{self, Kept};
use crate::build::scripts::{Script, embed, minify};
use crate::digest::short_hash;
use crate::{files, words};

/// What all pages share.
pub struct Shell {
    template: String,
    styles: String,
    /// The parts of `web/page`.
    alive: String,
    /// The icon, as an address that fetches nothing.
    icon: String,
    worker: String,
    worker_off: String,
    words: &'static PageWords,
}

/// Where a page stands, and what it therefore has around it.
enum Place<'a> {
    /// `index.html`, with all ladders to choose from.
    Home(&'a [BuiltIn]),
    /// `<id>/index.html`.
    Own,
    /// A file by itself.
    Single,
}

/// A file for readers, by its path.
pub type File = (String, Vec<u8>);

impl Shell {
    /// Reads the sources below the folder of the project.
    ///
    /// # Errors
    ///
    /// One that cannot be read.
    pub fn read(root: &Path) -> Result<Shell> {
        let read = |path: &str| {
            fs::read_to_string(root.join(path)).with_context(|| format!("reading {path}"))
        };
        let icon = BASE64_STANDARD.encode(read("app/icon.svg")?.trim());
        Ok(Shell {
            template: read("index.html")?,
            styles: ["page.css", "page-list.css", "page-aids.css"]
                .map(|name| read(&format!("styles/{name}")))
                .into_iter()
                .map(|sheet| minify::css(&sheet?))
                .collect::<Result<_>>()?,
            alive: minify::javascript(&embed::function(&bundle(&root.join("web/page.js"))?))?,
            icon: format!("data:image/svg+xml;base64,{icon}"),
            worker: bundle(&root.join("web/worker.js"))?,
            worker_off: minify::javascript(&embed::function(&bundle(
                &root.join("web/worker-off.js"),
            )?))?,
            words: page_words("en"),
        })
    }

    /// The page as one file that needs nothing beside it.
    ///
    /// # Errors
    ///
    /// As for [`standalone::page`].
    pub fn single(&self, built_in: &BuiltIn, script: &Script) -> Result<String> {
        let version = self.version(&[self.page(built_in, script, &Place::Single, None, "")?]);
        self.page(built_in, script, &Place::Single, None, &version)
    }

    /// The home page, a page for each ladder, the worker and the manifest.
    ///
    /// `home` is the ladder of the home page; `address` is where all this will be, for those who link to it.
    ///
    /// # Errors
    ///
    /// As for [`standalone::page`].
    pub fn app(
        &self,
        ladders: &[BuiltIn],
        home: &BuiltIn,
        script: &Script,
        address: Option<&str>,
    ) -> Result<Vec<File>> {
        let others: Vec<File> = ladders
            .iter()
            .filter(|it| it.id() != home.id())
            .map(|it| (format!("ladders/{}.json", it.id()), it.document.to_string().into_bytes()))
            .collect();
        let unnamed = self.page(home, script, &Place::Home(ladders), address, "")?;
        let parts = others.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let parts: Vec<String> = [unnamed, self.worker.clone()].into_iter().chain(parts).collect();
        let version = self.version(&parts);

        let index = self.page(home, script, &Place::Home(ladders), address, &version)?;
        let mut kept = Kept {
            version: &version,
            files: vec![("./", "text/html; charset=utf-8", index.as_bytes())],
            ladders: ladders.iter().map(BuiltIn::id).collect(),
        };
        kept.files.extend(
            others
                .iter()
                .map(|(path, bytes)| (path.as_str(), "application/json", bytes.as_slice())),
        );
        let worker = service_worker::worker(&self.worker, &kept)?;
        let mut files = vec![
            ("sw.js".to_owned(), worker.into_bytes()),
            ("sw-off.js".to_owned(), self.worker_off.clone().into_bytes()),
            (
                "manifest.webmanifest".to_owned(),
                web_app_manifest::manifest(ladders, self.words).to_string().into_bytes(),
            ),
        ];
        for built_in in ladders {
            let page = self.page(built_in, script, &Place::Own, address, &version)?;
            files.push((format!("{}/index.html", built_in.id()), page.into_bytes()));
        }
        files.push(("index.html".to_owned(), index.into_bytes()));
        Ok(files)
    }

    /// Names a build by the version of the project and by what a worker keeps of it.
    fn version(&self, parts: &[String]) -> String {
        let hash = short_hash(parts.concat().as_bytes());
        format!("{}-{}", env!("CARGO_PKG_VERSION"), hash.get(..8).unwrap_or(&hash))
    }

    fn page(
        &self,
        built_in: &BuiltIn,
        script: &Script,
        place: &Place<'_>,
        address: Option<&str>,
        version: &str,
    ) -> Result<String> {
        let root = match place {
            Place::Home(_) => Some("./"),
            Place::Own => Some("../"),
            Place::Single => None,
        };
        let titles = match place {
            Place::Home(ladders) => ladders
                .iter()
                .map(|it| (it.id().to_owned(), json!(it.ladder.title.plain())))
                .collect(),
            Place::Own | Place::Single => serde_json::Map::new(),
        };
        let build =
            json!({ "root": root, "ladders": titles, "words": words::for_page(self.words) });
        let embed = built_in.put_into(script)?.text();
        let script = format!(
            // First, since it is to know which ladder is wanted before one is drawn.
            "(() => {{\nconst PAGE = {};\n{}\n}})();\n{embed}",
            in_script(&build),
            self.alive
        );
        standalone::page(&Page {
            ladder: &built_in.ladder,
            words: self.words,
            list: &plain_list(&built_in.ladder, 2)?,
            template: &self.template,
            styles: &self.styles,
            script: &script,
            has_files: root.is_some(),
            links: &self.links(built_in, root, address),
            gallery: &self.gallery(place),
            home: root,
            version,
        })
    }

    /// What browsers, search engines and other sites are told of a page.
    fn links(&self, built_in: &BuiltIn, root: Option<&str>, address: Option<&str>) -> String {
        let icon = format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", self.icon);
        let Some(root) = root else { return icon };
        // An address that holds from everywhere, where it is known.
        let base = address.map_or_else(
            || root.to_owned(),
            |address| format!("{}/", address.trim_end_matches('/')),
        );
        let own = format!("{base}{}/", built_in.id());
        let picture = format!("{base}app/social.png");
        let metas = [
            ("property", "og:type", "article".to_owned()),
            ("property", "og:site_name", "Fix Ladder".to_owned()),
            ("property", "og:title", built_in.ladder.title.plain()),
            ("property", "og:description", description(&built_in.ladder)),
            ("property", "og:url", own.clone()),
            ("property", "og:image", picture),
            ("property", "og:image:width", "1200".to_owned()),
            ("property", "og:image:height", "630".to_owned()),
            ("property", "og:image:alt", self.words.picture.to_owned()),
            ("name", "twitter:card", "summary_large_image".to_owned()),
        ];
        let metas = metas.map(|(kind, name, content)| {
            format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(&content))
        });
        let links = [
            icon,
            format!("<link rel=\"apple-touch-icon\" href=\"{root}app/apple-touch-icon.png\">"),
            format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\">"),
            format!("<link rel=\"canonical\" href=\"{}\">", escape(&own)),
        ];
        [&links[..], &metas[..]].concat().join("\n    ")
    }

    /// The ladders that there are, each under its own address.
    fn gallery(&self, place: &Place<'_>) -> String {
        let Place::Home(ladders) = place else { return String::new() };
        let entry = |it: &BuiltIn| {
            let title = escape(&it.ladder.title.plain());
            let n_rungs = it.ladder.rungs.len().to_string();
            let more = fill(self.words.n_rungs, &[("n", &n_rungs)]);
            format!(
                "<li><a href=\"{0}/\" data-gallery=\"{0}\">{title}</a> <span>{more}</span></li>",
                it.id()
            )
        };
        let entries: String = ladders.iter().map(entry).collect();
        let heading = escape(self.words.gallery);
        format!(
            "<nav class=\"page-gallery\" aria-labelledby=\"gallery\"><h2 id=\"gallery\">{heading}</h2><ul>{entries}</ul></nav>"
        )
    }
}

/// The pictures that the manifest and the pages name.
///
/// # Errors
///
/// One that cannot be read.
pub fn pictures(root: &Path) -> Result<Vec<File>> {
    let folder = root.join("app");
    let mut pictures = Vec::new();
    for file in files::sources_below(&folder)? {
        if file.extension().is_some_and(|it| it == "png") {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            pictures.push((format!("app/{name}"), fs::read(&file)?));
        }
    }
    Ok(pictures)
}

/// The whole ladder as HTML, from the same components that draw the widget; its title is a heading of this level.
///
/// # Errors
///
/// The drawing cannot be begun.
pub fn plain_list(ladder: &Ladder, heading_level: u8) -> Result<String> {
    let ladder = std::rc::Rc::new(ladder.clone());
    let props = PlainListProps { ladder, heading_level };
    let renderer = yew::LocalServerRenderer::<PlainList>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render())))
}

#[cfg(test)]
mod tests;
