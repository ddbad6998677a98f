//! Which ladders can be built side by side. Knows no dist/.

use super::*;

fn error(outcome: Result<impl Sized>) -> String {
    outcome.err().map(|it| format!("{it:#}")).unwrap_or_default()
}

fn checked(named: &[(&str, &str)]) -> String {
    error(check(named.iter().copied(), "inside"))
}

const INSIDE: (&str, &str) = ("ladders/inside.md", "inside");

#[test]
fn no_ladder_takes_the_place_of_another() {
    assert_eq!(checked(&[INSIDE, ("ladders/b.md", "b"), ("ladders/c.md", "b-2")]), "");
    let error = checked(&[INSIDE, ("ladders/a.md", "kettle"), ("ladders/b.md", "kettle")]);
    assert!(
        error.starts_with("ladders/a.md and ladders/b.md both have the id `kettle`"),
        "{error}"
    );
    assert!(checked(&[INSIDE, ("ladders/copy.md", "inside")]).contains("both have the id"));
    // Equal but for case.
    assert!(checked(&[INSIDE, ("ladders/b.md", "Inside")]).contains("cannot be named in a tag"));
}

#[test]
fn every_id_can_be_named_and_has_a_place_of_its_own() {
    for (id, said) in [
        ("Kettle", "cannot be named in a tag"),
        ("größe", "cannot be named in a tag"),
        ("-a", "cannot be named in a tag"),
        ("a_b", "cannot be named in a tag"),
        ("a.b", "cannot be named in a tag"),
        ("", "cannot be named in a tag"),
        (&"a".repeat(65), "longer than the 64"),
        ("app", "the folder dist/app/"),
        ("demo", "the folder dist/demo/"),
        ("ladders", "the folder dist/ladders/"),
        ("con", "a device on Windows"),
        ("com1", "a device on Windows"),
    ] {
        let error = checked(&[INSIDE, ("ladders/x.md", id)]);
        assert!(error.starts_with(&format!("ladders/x.md: its id `{id}` ")), "{error}");
        assert!(error.contains(said) && error.contains("<!-- id: "), "{error}");
    }
    for id in ["7", "a--b-", "apps", "com", "com10", &"a".repeat(64)] {
        assert_eq!(checked(&[INSIDE, ("ladders/x.md", id)]), "", "{id}");
    }
}

#[test]
fn the_ladder_inside_is_found_by_its_id() {
    assert_eq!(checked(&[("ladders/renamed.md", "inside")]), "", "its file may have any name");
    let error = checked(&[("ladders/inside.md", "icloud")]);
    assert!(error.contains("has the id `inside`"), "{error}");
    assert!(error.contains("ladders/inside.md has `icloud`"), "{error}");
    assert!(checked(&[]).contains("there is none at all"));
}

#[test]
fn no_file_is_left_out_in_silence() -> Result<()> {
    let kettle =
        fs::read_to_string(crate::workspace::project_root().join("tests/native/view/kettle.md"))?;
    let folder = tempfile::tempdir()?;
    let file = |name: &str| folder.path().join(name);
    assert!(error(compile_all(folder.path(), "kettle")).contains("there is none at all"));
    fs::write(file("any-name.md"), &kettle)?;
    fs::write(file("notes.txt"), "no ladder")?;
    fs::write(file(".hidden.md"), "an editor's")?;
    let found = compile_all(folder.path(), "kettle")?;
    assert_eq!(found.iter().map(BuiltIn::id).collect::<Vec<_>>(), ["kettle"]);
    fs::create_dir(file("old"))?;
    for name in ["old/other.md", "other.MD", "other.markdown"] {
        fs::write(file(name), &kettle)?;
        let error = error(compile_all(folder.path(), "kettle"));
        assert!(error.starts_with(&format!("ladders/{name} would not be built")), "{error}");
        fs::remove_file(file(name))?;
    }
    // Drawings stand in the folder that is called as their ladder.
    for name in
        ["page.svg", "other/page.drawing", "any-name/deep/page.drawing", "any-name/page.SVG"]
    {
        fs::create_dir_all(file(name).parent().unwrap_or(folder.path()))?;
        fs::write(file(name), "Alt: A page.\nscreen\n  rows: 1\n")?;
        let error = error(compile_all(folder.path(), "kettle"));
        assert!(error.starts_with(&format!("ladders/{name} would not be built")), "{error}");
        fs::remove_file(file(name))?;
    }
    fs::write(file("again.md"), &kettle)?;
    let error = error(compile_all(folder.path(), "kettle"));
    assert!(error.starts_with("ladders/again.md and ladders/any-name.md both"), "{error}");
    Ok(())
}
