//! The studio and the command line open one another's pages.

use serde_json::{Value, json};

use crate::support::{KETTLE, folder, run, widget};

fn ask(request: &Value) -> Value {
    serde_json::from_str(&fix_ladder_studio::request::answer(&request.to_string())).expect("JSON")
}

#[test]
fn pages_are_opened_by_the_other() {
    let widget = widget();
    let drawing = "Alt: A page.\nscreen\n  rows: 1\n";
    let piece = "- You have the receipt. (name the place, not the bin)\n";
    let text = KETTLE
        .replace(piece, "<!-- include: shared/receipt.md -->\n")
        .replace("Push the plug in.", "Push the plug in. <!-- illustration: plug -->");
    let files = [
        ("kettle.md", text.as_str()),
        ("kettle/plug.drawing", drawing),
        ("shared/receipt.md", piece),
    ];
    let folder = folder(&files);
    let place = widget.path().display().to_string();
    let built = run(folder.path(), &["build", "--html", "--json", "--widget", &place, "kettle.md"]);
    assert_eq!(built.code, 0, "{}", built.said);
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect(name);

    // What the command has built is opened in the studio.
    let opened = ask(&json!({ "ask": "open", "name": "kettle.html", "text": read("kettle.html") }));
    let mut draft = opened["draft"].clone();
    assert_eq!(draft["text"], text.as_str(), "{opened}");
    draft["ask"] = json!("compile");
    let document = ask(&draft)["document"].clone();
    assert_eq!(document, serde_json::from_str::<Value>(&read("kettle.json")).expect("JSON"));

    // And the other way round.
    let page = std::fs::read_to_string(widget.path().join("fix-ladder.html")).expect("a page");
    draft["ask"] = json!("page");
    draft["built"] = json!(page);
    draft["document"] = document;
    let made = ask(&draft);
    std::fs::write(folder.path().join("made.html"), made["text"].as_str().expect("a page"))
        .expect("a file");
    let again = run(folder.path(), &["build", "--markdown", "--out", "again", "made.html"]);
    assert_eq!(again.code, 0, "{}", again.said);
    for (name, text) in
        [("made.md", &*text), ("made/plug.drawing", drawing), ("shared/receipt.md", piece)]
    {
        assert_eq!(read(&format!("again/{name}")), text);
    }
}
