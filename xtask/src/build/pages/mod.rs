//! The standalone page and the installable app: every file of theirs, from the ladders and the script.
//!
//! Knows which pages there are and what belongs to each. Reads sources, and writes nothing.

mod as_they_are;
mod embed_page;
mod for_machines;
pub mod plain_list;
pub mod single;
mod standalone;
mod studio;
mod studio_words;
mod web_app_manifest;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;

use self::plain_list::plain_list;
use self::standalone::Page;
use crate::build::file::File;
use crate::build::ladders::built_in::BuiltIn;
use crate::build::ladders::inline_ladder;
use crate::build::languages::{self, Said, Spoken};
use crate::build::scripts::bundle::bundle;
use crate::build::scripts::embed::function;
use crate::build::scripts::script::{Script, in_script};
use crate::build::scripts::service_worker::{self, Kept};
use crate::build::scripts::{messages, minify};
use crate::digest::short_hash;
use crate::templates::Templates;

/// Every page with what it names: the page in one file, the app, the page for frames, the studio, the pictures, the demo
/// post; and what goes out for tools. `studio` is the compressed module of the studio.
///
/// # Errors
///
/// As for [`Shell::read`] and [`standalone::page`].
pub fn render_all(
    root: &Path,
    ladders: &[BuiltIn],
    inline: &Script,
    studio: &str,
    address: Option<&str>,
) -> Result<Vec<File>> {
    let shell = Shell::read(root)?;
    let home = inline_ladder(ladders)?;
    let mut files = vec![("fix-ladder.html".to_owned(), shell.single(home, inline)?.into_bytes())];
    files.extend(shell.app(ladders, home, inline, address)?);
    files.push(("embed.html".to_owned(), shell.embed_page(ladders, home)?.into_bytes()));
    files.push((
        "studio.html".to_owned(),
        shell.studio(root, ladders, inline, studio)?.into_bytes(),
    ));
    files.extend(as_they_are::pictures(root)?);
    files.extend(as_they_are::demo(root)?);
    files.extend(as_they_are::public(root)?);
    files.extend(for_machines::files(root, ladders, address)?);
    Ok(files)
}

/// What all pages share.
pub struct Shell {
    templates: Templates,
    styles: String,
    /// The parts of `web/page`.
    alive: String,
    /// The page for frames: its styles, and the parts of `web/frame`.
    framed: [String; 2],
    /// The icon, as an address that fetches nothing.
    icon: String,
    worker: String,
    worker_off: String,
    english: Said,
    languages: Vec<Spoken>,
}

/// Where a page stands, and what it therefore has around it.
enum Place<'a> {
    /// `index.html`, with all ladders to choose from.
    Home(&'a [BuiltIn]),
    /// `<id>/index.html`.
    Own,
    /// A file by itself.
    Single,
    /// A file by itself that is to hold another ladder, in whatever language.
    Inside,
}

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
            templates: standalone::templates(&read("index.html")?)?,
            styles: ["page.css", "page-list.css", "page-aids.css"]
                .map(|name| read(&format!("styles/{name}")))
                .into_iter()
                .map(|sheet| minify::css(&sheet?))
                .collect::<Result<_>>()?,
            alive: minify::javascript(&function(&bundle(&root.join("web/page.js"))?))?,
            framed: [
                minify::css(&read("styles/embed-page.css")?)?,
                minify::javascript(&function(&bundle(&root.join("web/frame.js"))?))?,
            ],
            icon: format!("data:image/svg+xml;base64,{icon}"),
            worker: bundle(&root.join("web/worker.js"))?,
            worker_off: minify::javascript(&function(&bundle(&root.join("web/worker-off.js"))?))?,
            english: Said::in_english(),
            languages: languages::read_all(root)?,
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

    /// The page for frames.
    ///
    /// # Errors
    ///
    /// As for [`embed_page::page`].
    pub fn embed_page(&self, ladders: &[BuiltIn], home: &BuiltIn) -> Result<String> {
        let [styles, script] = &self.framed;
        embed_page::page(&embed_page::EmbedPage {
            said: &self.english,
            styles,
            script,
            icon: &self.icon,
            languages: &self.languages,
            ladders,
            home,
        })
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
        let others: Vec<File> =
            ladders.iter().filter(|it| it.id() != home.id()).map(BuiltIn::file).collect();
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
                web_app_manifest::manifest(ladders, self.english.page).to_string().into_bytes(),
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

    /// The ladders that a page may show instead of its own: the titles, and for those in another language what stands
    /// around them.
    fn titles(&self, gallery: &[BuiltIn], own: &Said, version: &str) -> serde_json::Value {
        let title = |it: &BuiltIn| {
            let said = languages::said_in(&self.languages, &it.ladder.lang);
            let mut about = json!({ "title": it.ladder.title.plain() });
            if said.lang() != own.lang() {
                about["lang"] = json!(said.lang());
                about["messages"] = messages::for_page(&said);
                about["around"] = messages::for_surroundings(&said, version);
            }
            (it.id().to_owned(), about)
        };
        gallery.iter().map(title).collect()
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
            Place::Single | Place::Inside => None,
        };
        let gallery = match place {
            Place::Home(ladders) => ladders,
            Place::Own | Place::Single | Place::Inside => &[][..],
        };
        let said = languages::said_in(&self.languages, &built_in.ladder.lang);
        let build = json!({
            "root": root,
            "ladders": self.titles(gallery, &said, version),
            "messages": messages::for_page(&said),
        });
        // Of the languages, those in which the page may show a ladder.
        let shown = gallery.iter().chain([built_in]).map(|it| {
            languages::said_in(&self.languages, &it.ladder.lang).lang().to_ascii_lowercase()
        });
        let script = match place {
            Place::Inside => script.clone(),
            _ => script.clone().with_languages_of(&shown.collect::<Vec<_>>()),
        };
        let embed = built_in.put_into(&script)?.text();
        let script = format!(
            // First, since it is to know which ladder is wanted before one is shown.
            "(() => {{\nconst PAGE = {};\n{}\n}})();\n{embed}",
            in_script(&build),
            self.alive
        );
        // An address that holds from everywhere, where it is known.
        let base = address.map(|address| format!("{}/", address.trim_end_matches('/')));
        standalone::page(
            &self.templates,
            &Page {
                ladder: &built_in.ladder,
                said: &said,
                languages: &self.languages,
                list: &plain_list(&built_in.ladder, 2, &said)?,
                styles: &self.styles,
                script: &script,
                icon: &self.icon,
                root,
                base: base.as_deref().or(root).unwrap_or_default(),
                gallery,
                version,
                source: None,
            },
        )
    }
}

#[cfg(test)]
mod tests;
