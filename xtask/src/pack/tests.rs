//! Tests with a small build that is made up. What browsers make of the tags is tested in browsers.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;

use super::*;
use crate::digest::{integrity, short_hash};
use crate::snippet::{self, MARKS};

const SCRIPT: &str =
    "(() => {\nconst DATA = {\"ladders\":{},\"module\":{\"bytes\":\"YWJj\"}};\n})();\n";

/// A build with two ladders.
fn build(module: &str) -> Files {
    build_of(module, "A cold ")
}

/// The same with other words in every title, before its id.
fn build_of(module: &str, words: &str) -> Files {
    let mut files = Files::new();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    for id in ["kettle", "toaster"] {
        let rung = json!({ "id": "only", "title": "Switch it on", "severity": "gentle", "steps": [{ "id": "on", "text": "Press the switch." }] });
        let ladder = json!({ "format": 1, "id": id, "title": format!("{words}{id}"), "introduction": [words], "rungs": [rung] });
        add(&format!("ladders/{id}.json"), &ladder.to_string());
    }
    add("fix-ladder.wasm", module);
    add("fix-ladder.document.wasm", module);
    add("fix-ladder.companion.wasm", module);
    add("fix-ladder.post.wasm", module);
    add("fix-ladder.js", SCRIPT);
    add("fix-ladder.list.js", SCRIPT);
    add("fix-ladder.companion.js", SCRIPT);
    add("fix-ladder.post.js", SCRIPT);
    add("fix-ladder.inline.js", SCRIPT);
    add("fix-ladder.d.ts", "export {};\n");
    add("custom-elements.json", "{}\n");
    add("sw.js", "// The worker.\n");
    add("demo/index.html", "A post.\n");
    files
}

fn at(address: &str) -> Places<'_> {
    Places { address: Some(address), repository: None }
}

/// Every packed file, by its path.
fn packed_files(packed: &Packed) -> Result<Files> {
    let files = files_below(&packed.folder)?.into_iter();
    files.map(|file| Ok((path_below(&packed.folder, &file), fs::read(&file)?))).collect()
}

#[test]
fn packed_twice_the_same_bytes() -> Result<()> {
    let (here, there) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let first = pack(build("module"), here.path(), Places::default())?;
    // Left from an earlier pack, and not to be taken for a part of this one.
    fs::create_dir(there.path().join("fix-ladder-0.0.0"))?;
    fs::write(there.path().join("fix-ladder-0.0.0/old.js"), "old")?;
    let again = pack(build("module"), there.path(), Places::default())?;
    fs::write(again.folder.join("stray.js"), "stray")?;
    let second = pack(build("module"), there.path(), Places::default())?;
    assert_eq!(packed_files(&first)?, packed_files(&second)?);
    let (zip, other) = (fs::read(&first.zip)?, fs::read(&second.zip)?);
    assert!(zip == other, "two zips of {} and {} bytes", zip.len(), other.len());
    assert_eq!(first.hash, second.hash);
    let (package, other) = (fs::read(&first.package)?, fs::read(&second.package)?);
    assert!(package == other, "two packages of {} and {} bytes", package.len(), other.len());
    assert_eq!(fs::read(&first.plugin)?, fs::read(&second.plugin)?);
    // Where a compressed file has the time at which it was made.
    assert_eq!(package.get(4..8), Some(&[0; 4][..]));
    // Where a zip has the time of its first file.
    assert_eq!(zip.get(10..14), Some(&[0, 0, 0x21, 0][..]), "the first of January 1980");
    Ok(())
}

#[test]
fn two_packs_are_never_under_way_at_once() -> Result<()> {
    let into = tempfile::tempdir()?;
    let other = lock(&into.path().join("pack.lock"), "a test")?;
    let (sender, packed) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| sender.send(pack(build("module"), into.path(), Places::default()).is_ok()));
        assert!(packed.recv_timeout(Duration::from_millis(60)).is_err(), "it did not wait");
        drop(other);
        assert!(packed.recv_timeout(Duration::from_secs(60))?);
        Ok(())
    })
}

#[test]
fn every_file_that_never_changes_may_be_kept_for_good() -> Result<()> {
    let into = tempfile::tempdir()?;
    let packed = pack(build("module"), into.path(), Places::default())?;
    let guide = fs::read_to_string(packed.folder.join("EMBED.md"))?;
    let files = packed_files(&packed)?;
    let is_hashed = |path: &&String| path.split('.').any(|it| it.len() == 16);
    let hashed: Vec<&String> = files.keys().filter(is_hashed).collect();
    assert!(hashed.len() >= 7, "{hashed:?}");
    for path in hashed {
        assert!(guide.contains(&format!("/{path}\n  Cache-Control: public")), "{path}\n{guide}");
    }
    Ok(())
}

#[test]
fn the_zip_holds_the_folder() -> Result<()> {
    let into = tempfile::tempdir()?;
    let packed = pack(build("module"), into.path(), Places::default())?;
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
    let into = tempfile::tempdir()?;
    let first = packed_files(&pack(build("module"), into.path(), Places::default())?)?;
    let second = packed_files(&pack(build("another module"), into.path(), Places::default())?)?;
    let mut hashed = 0;
    for (name, bytes) in first.iter().chain(&second) {
        let is_hash =
            |part: &&str| part.len() == 16 && part.chars().all(|it| it.is_ascii_hexdigit());
        if let Some(hash) = name.split('.').find(is_hash) {
            assert_eq!(hash, short_hash(bytes), "{name}");
            hashed += 1;
        }
    }
    assert_eq!(hashed, 22, "a script, three beside it, four modules, three with all inside, twice");
    // Another module is another script, since the script names it.
    let script = |files: &Files| {
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
    let into = tempfile::tempdir()?;
    let packed = pack(build("module"), into.path(), at("https://blog.example/fix/"))?;
    let files = packed_files(&packed)?;
    let guide = String::from_utf8(files["EMBED.md"].clone())?;
    assert!(!guide.contains("example.org"), "another address than the author's");
    assert!(guide.contains("\n/fix/*\n"), "the path for the headers");
    let tags: Vec<&str> =
        guide.split("```html\n").skip(1).filter_map(|it| it.split("\n```").next()).collect();
    assert_eq!(tags.len(), 2 * 5);
    for tag in &tags {
        assert!(!tag.contains("\n\n"), "Markdown would end this tag too early: {tag}");
        assert_eq!(snippet::not_xml(tag), None, "{tag}");
        assert_eq!(snippet::faults(tag), [""; 0], "{tag}");
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
fn an_address_stays_an_attribute() -> Result<()> {
    let into = tempfile::tempdir()?;
    let packed = pack(build("module"), into.path(), at("https://example.org/a&b/"))?;
    let guide = fs::read_to_string(packed.folder.join("EMBED.md"))?;
    let tag = format!(
        "<script async=\"\" {MARKS} src=\"https://example.org/a&amp;b/fix-ladder.js\" data-ladder=\"kettle\"></script>"
    );
    assert!(guide.contains(&tag), "{guide}");
    Ok(())
}

/// Places of the guide, marks of Markdown, ends of lines, and the end of a piece of code.
const HOSTILE: &str = "{full} {pair} {headers} `x` <b> [y](javascript:z) \\ &amp; *a* _b_\n\n```\n\n## Not a heading\r\n\r\n```html\n$& $1 {{list}} ";

#[test]
fn no_words_of_a_ladder_break_out_of_the_guide() -> Result<()> {
    let guide = |words: &str| -> Result<String> {
        let into = tempfile::tempdir()?;
        let packed = pack(build_of("module", words), into.path(), Places::default())?;
        Ok(fs::read_to_string(packed.folder.join("EMBED.md"))?)
    };
    let (kind, hostile) = (guide("A cold ")?, guide(HOSTILE)?);
    let lines = |guide: &str, mark: &str| guide.lines().filter(|it| it.starts_with(mark)).count();
    for mark in ["```", "#", "<script", "<h2>", "|"] {
        assert_eq!(lines(&hostile, mark), lines(&kind, mark), "{mark}: {hostile}");
    }
    let heading = hostile.lines().find(|it| it.ends_with("kettle")).unwrap_or_default();
    assert!(
        heading.starts_with("## {full} {pair} {headers} \\`x\\` \\<b\\> \\[y\\](jav"),
        "{heading}"
    );
    // Each tag is the same but for the words in it.
    let tags = |guide: &str| -> Vec<String> {
        let tags = guide.split("```html\n").skip(1).filter_map(|it| it.split("\n```").next());
        tags.map(|tag| tag.lines().filter(|it| it.starts_with("<script")).collect()).collect()
    };
    let scripts = |guide: &str| {
        tags(guide).iter().map(|it| it.matches("<script").count()).collect::<Vec<_>>()
    };
    assert_eq!(scripts(&hostile), scripts(&kind));
    assert_eq!(scripts(&kind), [1; 10]);
    Ok(())
}

#[cfg(unix)]
#[test]
fn nothing_is_packed_through_a_link() -> Result<()> {
    let name = format!("fix-ladder-{}", env!("CARGO_PKG_VERSION"));
    for place in [
        String::new(),
        name.clone(),
        format!("{name}.unfinished"),
        format!("{name}.zip"),
        format!("{name}.tgz"),
    ] {
        for to in ["theirs", "nothing"] {
            let all = tempfile::tempdir()?;
            let (into, theirs) = (all.path().join("pack"), all.path().join("theirs"));
            fs::create_dir(&theirs)?;
            fs::write(theirs.join("own.txt"), "theirs")?;
            let place = if place.is_empty() { into.clone() } else { into.join(&place) };
            fs::create_dir_all(place.parent().context("a folder")?)?;
            std::os::unix::fs::symlink(all.path().join(to), &place)?;
            let error =
                pack(build("module"), &into, Places::default()).err().map(|it| it.to_string());
            let error = error.unwrap_or_default();
            assert!(error.contains(&format!("is a link to {}", all.path().display())), "{error}");
            assert_eq!(files_below(&theirs)?, [theirs.join("own.txt")]);
            assert!(!all.path().join("nothing").exists());
        }
    }
    Ok(())
}
