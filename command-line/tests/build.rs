//! `build`: each form of a ladder holds all of it.

use serde_json::Value;

use crate::support::{KETTLE, folder, run, widget};

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_document_and_a_text_are_each_other() {
    let folder = folder(&[("kettle.md", KETTLE)]);
    let built = run(folder.path(), &["build", "kettle.md"]);
    assert_eq!((built.code, built.out.as_str()), (0, ""), "{}", built.said);
    let document: Value = serde_json::from_str(&read(&folder, "kettle.json")).expect("JSON");
    assert_eq!(document["rungs"][0]["wait"]["seconds"], 120);
    let text = run(folder.path(), &["build", "--markdown", "--print", "kettle.json"]);
    assert_eq!(text.code, 0, "{}", text.said);
    std::fs::write(folder.path().join("again.md"), &text.out).expect("a file");
    let again = run(folder.path(), &["build", "--json", "--print", "again.md"]);
    assert_eq!(serde_json::from_str::<Value>(&again.out).expect("JSON"), document, "{}", text.out);
    let over = run(folder.path(), &["build", "--markdown", "kettle.md"]);
    assert_eq!(over.code, 2, "a ladder is not written over");
    assert_eq!(read(&folder, "kettle.md"), KETTLE);
}

#[test]
fn the_tag_has_the_whole_ladder_inside() {
    let folder = folder(&[("kettle.md", KETTLE)]);
    let address = "https://blog.example/fix-ladder.js";
    let built =
        run(folder.path(), &["build", "--snippet", "--print", "--address", address, "kettle.md"]);
    assert_eq!(built.code, 0, "{}", built.said);
    for part in [
        "<fix-ladder>",
        "<h2>The kettle is cold",
        "Take it to the shop",
        address,
        "data-cfasync=\"false\"",
    ] {
        assert!(built.out.contains(part), "{part} is not in {}", built.out);
    }
}

#[test]
fn the_page_in_one_file_brings_its_text_along() {
    let widget = widget();
    let hostile = KETTLE.replace("because it warms up", "because `</script><!--` ends nothing");
    let drawing = "Alt: A page.\nscreen\n  rows: 1\n";
    let hostile =
        hostile.replace("Push the plug in.", "Push the plug in. <!-- illustration: plug -->");
    let folder = folder(&[("kettle.md", &hostile), ("kettle/plug.drawing", drawing)]);
    let place = widget.path().display().to_string();
    let built = run(
        folder.path(),
        &["build", "--html", "--out", "public", "--widget", &place, "kettle.md"],
    );
    assert_eq!(built.code, 0, "{}", built.said);
    let page = read(&folder, "public/kettle.html");
    assert!(page.contains("<fix-ladder ladder=\"kettle\"") && page.contains("The kettle is cold"));
    assert!(!page.contains("Built"), "nothing is left of the ladder that it was built with");
    let (_, source) = page
        .split_once("<script type=\"application/json\" id=\"fix-ladder-source\">")
        .expect("the text");
    let (source, _) = source.split_once("</script>").expect("its end");
    let source: Value = serde_json::from_str(source).expect("JSON");
    assert_eq!(source["name"], "kettle.md");
    assert_eq!(source["text"], hostile.as_str());
    assert_eq!(source["drawings"][0]["name"], "plug.drawing");
    assert_eq!(source["drawings"][0]["text"], drawing);
    // The page is opened again, and gives the text back.
    std::fs::copy(
        folder.path().join("public/kettle.html"),
        folder.path().join("public/other.html"),
    )
    .expect("a copy");
    let opened = run(folder.path(), &["build", "--markdown", "public/other.html"]);
    assert_eq!(opened.code, 0, "{}", opened.said);
    assert_eq!(read(&folder, "public/other.md"), hostile);
    assert_eq!(read(&folder, "public/other/plug.drawing"), drawing);
    let again = run(folder.path(), &["build", "--markdown", "public/other.html"]);
    assert_eq!(again.code, 2, "an author's text is not written over");
    assert!(again.said.contains("public/other.md would be written over"), "{}", again.said);
    assert_eq!(run(folder.path(), &["check", "public/other.html"]).code, 0);
    let json = run(folder.path(), &["build", "--json", "--print", "public/other.html"]);
    assert!(json.out.contains("\"id\": \"kettle\""), "{}", json.out);
    // Of a page that is built from a built page, all is as it was.
    std::fs::write(widget.path().join("fix-ladder.html"), &page).expect("a file");
    let again =
        run(folder.path(), &["build", "--html", "--print", "--widget", &place, "kettle.md"]);
    assert_eq!(again.out, page, "{}", again.said);
}

#[test]
fn shared_pieces_travel_along() {
    let widget = widget();
    let piece = "- You have the receipt. (name the place, not the bin)\n";
    let shared = KETTLE.replace(piece, "<!-- include: shared/receipt.md -->\n");
    let folder = folder(&[("kettle.md", &shared), ("shared/receipt.md", piece)]);
    let place = widget.path().display().to_string();
    let built = run(
        folder.path(),
        &["build", "--json", "--html", "--out", "public", "--widget", &place, "kettle.md"],
    );
    assert_eq!(built.code, 0, "{}", built.said);
    let opened =
        run(folder.path(), &["build", "--markdown", "--out", "again", "public/kettle.html"]);
    assert_eq!(opened.code, 0, "{}", opened.said);
    assert_eq!(read(&folder, "again/shared/receipt.md"), piece);
    let again = run(folder.path(), &["build", "--json", "--print", "again/kettle.md"]);
    assert_eq!(again.out, read(&folder, "public/kettle.json"));
    std::fs::write(folder.path().join("shared/receipt.md"), "- Severity\n\n> **Caution:** no\n")
        .expect("a file");
    let checked = run(folder.path(), &["check", "kettle.md"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("--> shared/receipt.md:3:"), "{}", checked.out);
}

#[test]
fn what_is_missing_is_told_once_and_clearly() {
    let folder = folder(&[
        ("kettle.md", KETTLE),
        ("bad.md", "# A\n"),
        ("no/fix-ladder.html", "<p>no</p>"),
        ("none.html", "<p>no</p>"),
    ]);
    let missing = run(folder.path(), &["build", "--html", "--widget", "nowhere", "kettle.md"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.said.contains("nowhere is not the folder of the built widget"),
        "{}",
        missing.said
    );
    let other = run(folder.path(), &["build", "--html", "--widget", "no", "kettle.md"]);
    assert_eq!(other.code, 2);
    assert!(other.said.contains("is not the page in one file"), "{}", other.said);
    let bad = run(folder.path(), &["build", "bad.md", "kettle.md"]);
    assert_eq!(bad.code, 1);
    assert!(bad.said.contains("the ladder has no rung"), "{}", bad.said);
    assert!(
        folder.path().join("kettle.json").is_file() && !folder.path().join("bad.json").exists()
    );
    assert_eq!(run(folder.path(), &["build", "--print", "kettle.md", "bad.md"]).code, 2);
    let none = run(folder.path(), &["check", "none.html"]);
    assert_eq!(none.code, 1);
    assert!(none.out.contains("nothing here is a fix"), "{}", none.out);
}

#[test]
fn a_page_of_a_german_ladder_speaks_german() {
    let widget = widget();
    let german =
        "# Der Kessel ist kalt <!-- lang: de -->\n\n## Stecker rein\n\n1. Stecken Sie ihn ein.\n";
    let folder = folder(&[("kessel.md", german), ("kettle.md", KETTLE)]);
    let place = widget.path().display().to_string();
    for (ladder, is_german) in [("kessel", true), ("kettle", false)] {
        let file = format!("{ladder}.md");
        let built = run(folder.path(), &["build", "--html", "--widget", &place, &file]);
        assert_eq!(built.code, 0, "{}", built.said);
        let page = read(&folder, &format!("{ladder}.html"));
        // The page itself, its script, the list for those without scripts, and the words of the widget.
        for (what, german, english) in [
            ("the page", "<html lang=\"de\"", "<html lang=\"en\""),
            ("its script", "Eine neue Version", "A new version"),
            ("the words of the widget", "\"languages\":{\"de\":{\"bytes\":", "\"languages\":{}"),
        ] {
            let wanted = if is_german { german } else { english };
            assert!(page.contains(wanted), "{ladder}: {what}: {page}");
        }
    }
}
