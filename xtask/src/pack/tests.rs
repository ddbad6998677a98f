//! Tests with a small build that is made up. What browsers make of the tags is tested in browsers.

use crate::build::folder_address;
use std::collections::BTreeMap;

use serde_json::json;

use super::*;
use crate::bundle::{integrity, short_hash};
use crate::dist::{files_below, path_below};

const SCRIPT: &str =
    "(() => {\nconst DATA = {\"ladders\":{},\"module\":{\"bytes\":\"YWJj\"}};\n})();\n";

/// A folder that goes away with its name.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let name = format!("fix-ladder-pack-{name}-{}", std::process::id());
        Folder(std::env::temp_dir().join(name))
    }

    fn write(&self, path: &str, text: &str) -> Result<()> {
        let file = self.0.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&self.0))?;
        Ok(fs::write(file, text)?)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in a folder for what is temporary does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A build with two ladders.
fn build(name: &str, module: &str) -> Result<Folder> {
    let dist = Folder::new(name);
    for id in ["kettle", "toaster"] {
        let rung = json!({ "id": "only", "title": "Switch it on", "severity": "gentle", "steps": [{ "id": "on", "text": "Press the switch." }] });
        let ladder =
            json!({ "format": 1, "id": id, "title": format!("A cold {id}"), "rungs": [rung] });
        dist.write(&format!("ladders/{id}.json"), &ladder.to_string())?;
    }
    dist.write("fix-ladder.wasm", module)?;
    dist.write("fix-ladder.document.wasm", module)?;
    dist.write("fix-ladder.js", SCRIPT)?;
    dist.write("fix-ladder.list.js", SCRIPT)?;
    dist.write("fix-ladder.inline.js", SCRIPT)?;
    dist.write("sw.js", "// The worker.\n")?;
    dist.write("demo/index.html", "A post.\n")?;
    Ok(dist)
}

/// Every packed file, by its path.
fn packed_files(packed: &Packed) -> Result<BTreeMap<String, Vec<u8>>> {
    let files = files_below(&packed.folder)?.into_iter();
    files.map(|file| Ok((path_below(&packed.folder, &file), fs::read(&file)?))).collect()
}

#[test]
fn packed_twice_the_same_bytes() -> Result<()> {
    let (one, two) = (build("one", "module")?, build("two", "module")?);
    let (here, there) = (Folder::new("here"), Folder::new("there"));
    let first = pack(&one.0, &here.0, None)?;
    // Left from an earlier pack, and not to be taken for a part of this one.
    there.write("fix-ladder-0.0.0/old.js", "old")?;
    let again = pack(&two.0, &there.0, None)?;
    fs::write(again.folder.join("stray.js"), "stray")?;
    let second = pack(&two.0, &there.0, None)?;
    assert_eq!(packed_files(&first)?, packed_files(&second)?);
    let (zip, other) = (fs::read(&first.zip)?, fs::read(&second.zip)?);
    assert!(zip == other, "two zips of {} and {} bytes", zip.len(), other.len());
    assert_eq!(first.hash, second.hash);
    // Where a zip has the time of its first file.
    assert_eq!(zip.get(10..14), Some(&[0, 0, 0x21, 0][..]), "the first of January 1980");
    Ok(())
}

#[test]
fn the_zip_holds_the_folder() -> Result<()> {
    let (dist, into) = (build("zipped", "module")?, Folder::new("unzipped"));
    let packed = pack(&dist.0, &into.0, None)?;
    let mut archive = zip::ZipArchive::new(fs::File::open(&packed.zip)?)?;
    let mut unpacked = BTreeMap::new();
    let top = format!("fix-ladder-{}/", env!("CARGO_PKG_VERSION"));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let path = file.name()?.into_owned();
        assert!(path.starts_with(&top), "{path}");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes)?;
        unpacked.insert(path.replace(&top, ""), bytes);
    }
    assert_eq!(unpacked, packed_files(&packed)?);
    Ok(())
}

#[test]
fn names_follow_the_content() -> Result<()> {
    let (one, two) = (build("names", "module")?, build("other-names", "another module")?);
    let into = Folder::new("named");
    let first = packed_files(&pack(&one.0, &into.0, None)?)?;
    let second = packed_files(&pack(&two.0, &into.0, None)?)?;
    let mut hashed = 0;
    for (name, bytes) in first.iter().chain(&second) {
        let is_hash =
            |part: &&str| part.len() == 16 && part.chars().all(|it| it.is_ascii_hexdigit());
        if let Some(hash) = name.split('.').find(is_hash) {
            assert_eq!(hash, short_hash(bytes), "{name}");
            hashed += 1;
        }
    }
    assert_eq!(hashed, 14, "a script, its list, two modules, three files with all inside, twice");
    // Another module is another script, since the script names it.
    let script = |files: &BTreeMap<String, Vec<u8>>| {
        let is_script =
            |name: &&String| name.len() == "fix-ladder..js".len() + 16 && name.ends_with(".js");
        files.keys().find(is_script).cloned()
    };
    let (old, new) = (script(&first), script(&second));
    assert!(old.is_some() && old != new, "{old:?}, {new:?}");
    for files in [&first, &second] {
        let name = script(files).unwrap_or_default();
        let text = String::from_utf8_lossy(&files[&name]).into_owned();
        let module = files
            .keys()
            .find(|it| it.len() > 20 && it.ends_with(".wasm") && !it.contains("document"));
        assert!(module.is_some_and(|module| text.contains(module.as_str())), "{text}");
        assert!(files.contains_key("fix-ladder.js") && files.contains_key("LICENSE-MIT"));
        assert!(!files.keys().any(|it| it.starts_with("demo/")));
        let kettle = String::from_utf8_lossy(&files["fix-ladder.kettle.inline.js"]).into_owned();
        assert!(kettle.contains("A cold kettle") && !kettle.contains("A cold toaster"));
    }
    Ok(())
}

#[test]
fn the_guide_has_three_tags_a_ladder() -> Result<()> {
    let (dist, into) = (build("guided", "module")?, Folder::new("guide"));
    let packed = pack(&dist.0, &into.0, Some("https://blog.example/fix/"))?;
    let files = packed_files(&packed)?;
    let guide = String::from_utf8(files["EMBED.md"].clone())?;
    assert!(!guide.contains("example.org"), "another address than the author's");
    assert!(guide.contains("\n/fix/*\n"), "the path for the headers");
    let tags: Vec<&str> =
        guide.split("```html\n").skip(1).filter_map(|it| it.split("\n```").next()).collect();
    assert_eq!(tags.len(), 2 * 5);
    for tag in &tags {
        assert!(!tag.contains("\n\n"), "Markdown would end this tag too early: {tag}");
    }
    let checked: Vec<&&str> = tags.iter().filter(|tag| tag.contains("integrity=")).collect();
    assert_eq!(checked.len(), 2 * 2);
    for tag in checked {
        let name = tag.split("/fix/").nth(1).and_then(|it| it.split('"').next());
        let name = name.unwrap_or_default();
        assert!(tag.contains(&integrity(&files[name])), "{tag}");
    }
    assert!(guide.contains("<ol>\n<li>\n<h3>Switch it on</h3>"), "{guide}");
    // Rules of a style sheet have a space there.
    let left = guide.split('{').skip(1).find(|it| it.starts_with(char::is_alphabetic));
    assert_eq!(left, None, "a place that nobody has filled");
    Ok(())
}

#[test]
fn an_address_is_that_of_a_folder() {
    for (given, meant) in [
        ("https://example.org/a", Some("https://example.org/a/")),
        ("http://example.org/a//", Some("http://example.org/a/")),
        ("/a/", None),
        ("https://example.org/?a", None),
        ("https://example.org/\"a", None),
    ] {
        assert_eq!(folder_address(given).ok().as_deref(), meant, "{given}");
    }
}
