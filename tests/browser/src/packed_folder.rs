//! The packed folder on a site of its own, and the tags that its `EMBED.md` hands out.
//!
//! Knows how that file is laid out, nothing of what the tags do.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result, anyhow, bail, ensure};
use xtask::pack::Places;
use xtask::server::{self, Override, Server};

use crate::temp_folder;

/// Packed files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The folder that is packed from `dist/`, read once for all tests.
static PACKED: LazyLock<Result<(Files, Vec<u8>), String>> = LazyLock::new(|| {
    xtask::pack::built().and_then(packed_from).map_err(|error| format!("{error:#}"))
});

/// What packing makes of a build, by path, and the package for npm. Nothing of it stays on the disk.
fn packed_from(build: Files) -> Result<(Files, Vec<u8>)> {
    let into = temp_folder::folder()?;
    // Lists are drawn in a runtime of their own, which a thread with another one does not allow.
    let packing = || xtask::pack::pack(build, into.path(), Places::default());
    let packed = std::thread::scope(|scope| scope.spawn(packing).join());
    let packed = packed.map_err(|_| anyhow!("packing has panicked"))??;
    Ok((read_below(&packed.folder, "")?, std::fs::read(&packed.package)?))
}

/// Every file below a folder, by its path from there.
///
/// # Errors
///
/// One that cannot be read.
pub fn read_below(folder: &Path, path: &str) -> Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder.join(path))? {
        let entry = entry?;
        let path = format!("{path}{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => files.extend(read_below(folder, &format!("{path}/"))?),
            false => drop(files.insert(path, std::fs::read(entry.path())?)),
        }
    }
    Ok(files)
}

/// Everything that is packed from `dist/`.
///
/// # Errors
///
/// It cannot be packed, for which `dist/` may not be built.
pub fn packed() -> Result<&'static Files> {
    Ok(&both()?.0)
}

/// The package for npm that is packed with it.
///
/// # Errors
///
/// As for [`packed`].
pub fn package() -> Result<&'static [u8]> {
    Ok(&both()?.1)
}

fn both() -> Result<&'static (Files, Vec<u8>)> {
    PACKED.as_ref().map_err(|error| anyhow!("{error}"))
}

/// The next version: the same module with a part that says nothing, and so with other hashes.
///
/// # Errors
///
/// As for [`packed`].
pub fn next_version() -> Result<&'static Files> {
    static NEXT: LazyLock<Result<Files, String>> =
        LazyLock::new(|| pack_next().map_err(|error| format!("{error:#}")));
    NEXT.as_ref().map_err(|error| anyhow!("{error}"))
}

fn pack_next() -> Result<Files> {
    let built = [
        "fix-ladder.js",
        "fix-ladder.list.js",
        "fix-ladder.companion.js",
        "fix-ladder.companion.wasm",
        "fix-ladder.post.js",
        "fix-ladder.post.wasm",
        "fix-ladder.wasm",
        "fix-ladder.document.wasm",
        "fix-ladder.inline.js",
        "fix-ladder.d.ts",
        "custom-elements.json",
    ];
    let mut build = Files::new();
    for (path, bytes) in packed()? {
        if !built.contains(&path.as_str()) && !path.starts_with("ladders/") {
            continue;
        }
        let mut bytes = bytes.clone();
        if path.ends_with(".wasm") {
            // A custom section without a name.
            bytes.extend_from_slice(&[0, 1, 0]);
        }
        build.insert(path.clone(), bytes);
    }
    Ok(packed_from(build)?.0)
}

/// Where the tags say that the folder is.
const ANYWHERE: &str = "https://example.org/fix-ladder/";

/// A site of another origin that has the folder, with the header that the embed asks for.
pub struct Site {
    pub server: Server,
    /// The tags for each ladder, in the order of `EMBED.md`, with the address of this site.
    pub tags: Vec<Tags>,
}

/// The tags for one ladder. Those with `integrity` are whole: the element, and the script that is vouched for.
pub struct Tags {
    pub short: String,
    pub short_inline: String,
    pub full: String,
    pub pair: String,
    pub inline: String,
}

impl Tags {
    /// The id of the ladder.
    pub fn id(&self) -> String {
        self.short.rsplit('"').nth(1).unwrap_or_default().to_owned()
    }

    /// Every ladder's tags, for a folder at another address.
    ///
    /// # Errors
    ///
    /// `EMBED.md` is laid out in another way.
    pub fn read(files: &Files, address: &str) -> Result<Vec<Tags>> {
        let guide = files.get("EMBED.md").context("EMBED.md is packed")?;
        let guide = String::from_utf8(guide.clone())?.replace(ANYWHERE, address);
        let tags: Vec<&str> =
            guide.split("```html\n").skip(1).filter_map(|it| it.split("\n```").next()).collect();
        ensure!(
            !tags.is_empty() && tags.len().is_multiple_of(5),
            "five tags a ladder: {}",
            tags.len()
        );
        let each = |tags: &[&str]| {
            let [short, short_inline, full, pair, inline] = tags else { bail!("{tags:?}") };
            let (element, _) =
                full.rsplit_once('\n').context("the script has a line of its own")?;
            Ok(Tags {
                short: (*short).to_owned(),
                short_inline: (*short_inline).to_owned(),
                full: (*full).to_owned(),
                pair: format!("{element}\n{pair}"),
                inline: format!("{element}\n{inline}"),
            })
        };
        tags.chunks(5).map(each).collect()
    }
}

impl Site {
    /// # Errors
    ///
    /// As for [`Tags::read`].
    pub fn new(files: &Files) -> Result<Site> {
        let server = server::start(server::Options::default())?;
        let tags = Tags::read(files, &server.url("/fix-ladder/"))?;
        let site = Site { server, tags };
        for (path, bytes) in files {
            site.put(path, bytes.clone());
        }
        Ok(site)
    }

    /// Puts a file in place of what is there.
    pub fn put(&self, path: &str, bytes: Vec<u8>) {
        let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
        let file = Override { headers, body: Some(bytes), ..Override::default() };
        self.server.set(&format!("/fix-ladder/{path}"), file);
    }

    /// What has been asked for below the folder, without queries.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.server.requests();
        let path = |it: &String| {
            it.trim_start_matches("/fix-ladder/").split('?').next().unwrap_or_default().to_owned()
        };
        asked.iter().map(path).collect()
    }
}
