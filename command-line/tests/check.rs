//! `check` and `new`: what is said, to people and to tools, and how it ends.

use serde_json::Value;

use crate::support::{KETTLE, folder, root, run};

#[test]
fn a_new_ladder_is_a_good_one() {
    let folder = folder(&[]);
    let new = run(folder.path(), &["new", "wifi.md"]);
    assert_eq!((new.code, new.out.as_str()), (0, ""), "{}", new.said);
    let checked = run(folder.path(), &["check", "wifi.md"]);
    assert_eq!((checked.code, checked.out.as_str()), (0, ""), "{}", checked.said);
    assert_eq!(checked.said, "1 ladder, nothing to say\n");
    let again = run(folder.path(), &["new", "wifi.md"]);
    assert_eq!(again.code, 2);
    assert!(again.said.contains("wifi.md is there already"), "{}", again.said);
    assert_eq!(run(folder.path(), &["new", "wifi.txt"]).code, 2);
    let printed = run(folder.path(), &["new"]);
    let written = std::fs::read_to_string(folder.path().join("wifi.md")).expect("a file");
    assert_eq!(printed.out, written);
}

#[test]
fn faults_are_said_with_place_and_cure() {
    let bad = KETTLE.replace("Severity: drastic", "Severity: drasitc");
    let folder = folder(&[
        ("a/bad.md", &bad),
        ("a/good.md", KETTLE),
        ("a/notes.txt", "no"),
        ("a/below/other.md", "no"),
    ]);
    let checked = run(folder.path(), &["check", "a"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("error: this severity is not known"), "{}", checked.out);
    assert!(checked.out.contains("--> a/bad.md:11:13"), "{}", checked.out);
    assert!(checked.out.contains("did you mean `drastic`?"), "{}", checked.out);
    assert!(!checked.out.contains('\u{1b}'), "no colours where nobody sees them");
    assert!(checked.said.starts_with("2 ladders, 1 error"), "{}", checked.said);

    let json = run(folder.path(), &["check", "--format", "json", "a/bad.md"]);
    assert_eq!((json.code, json.said.as_str()), (1, ""));
    let said: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(said[0]["file"], "a/bad.md");
    assert_eq!(said[0]["severity"], "error");
    assert_eq!((said[0]["line"].as_u64(), said[0]["column"].as_u64()), (Some(11), Some(13)));
    let words = said[0]["start"].as_u64().zip(said[0]["end"].as_u64()).expect("a range");
    assert_eq!(&bad[words.0 as usize..words.1 as usize], "drasitc");
    assert_eq!(said[0]["cure"], "did you mean `drastic`?");
}

#[test]
fn drawings_beside_a_ladder_belong_to_it() {
    let ladder = "# T\n\n## R\n\n1. Look. <!-- illustration: page -->\n";
    let folder = folder(&[
        ("a.md", ladder),
        ("a/page.drawing", "Alt: A page.\nscreen\n  rows: 1\n"),
        ("b.md", ladder),
        ("b/other.drawing", "nonsense\n"),
    ]);
    let good = run(folder.path(), &["check", "a.md"]);
    assert_eq!(good.code, 0, "{}{}", good.out, good.said);
    let bad = run(folder.path(), &["check", "b.md"]);
    assert_eq!(bad.code, 1);
    assert!(bad.out.contains("--> b/other.drawing:"), "{}", bad.out);
}

#[test]
fn documents_are_checked_too() {
    let folder = folder(&[("a.json", "{\"format\":1,\"id\":\"a\",\"title\":\"A\",\"rungs\":[]}")]);
    let checked = run(folder.path(), &["check", "a.json"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.out.contains("there are no rungs") && checked.out.contains("add at least one"),
        "{}",
        checked.out
    );
    let complete = root().join("tests/fixtures/ladders/valid/complete.json");
    assert_eq!(run(folder.path(), &["check", &complete.display().to_string()]).code, 0);
}

#[test]
fn wrong_use_ends_with_two() {
    let folder = folder(&[("no.txt", "no"), ("latin.md", "# a\n"), ("empty/.keep", "")]);
    std::fs::write(folder.path().join("latin.md"), b"# Gr\xfc\xdfe\n").expect("a file");
    for (arguments, said) in [
        (&["check"][..], "required"),
        (&["check", "nowhere.md"], "there is no file nowhere.md"),
        (&["check", "no.txt"], "no.txt is no ladder"),
        (&["check", "latin.md"], "no text in UTF-8"),
        (&["check", "empty"], "no ladder is in empty"),
        (&["chekc", "a.md"], "similar subcommand"),
        (&["check", "--format", "xml", "a.md"], "possible values: text, json"),
    ] {
        let ran = run(folder.path(), arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.said);
        assert!(ran.said.contains(said), "{arguments:?}: {}", ran.said);
    }
}

#[test]
fn the_built_in_ladders_have_nothing_to_say() {
    let checked = run(&root(), &["check", "ladders", "--format", "json"]);
    assert_eq!((checked.code, checked.out.trim()), (0, "[]"), "{}", checked.said);
}
