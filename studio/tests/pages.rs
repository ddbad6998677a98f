//! Pages of one ladder, made from the built page, and opened again.

use serde_json::{Value, json};

use crate::support::{BUILT, KETTLE, ask};

fn made(text: &str) -> (String, Value) {
    let compiled = ask(&json!({ "ask": "compile", "name": "kettle.md", "text": text }));
    let answer = ask(
        &json!({ "ask": "page", "built": BUILT, "document": compiled["document"], "name": "kettle.md", "text": text }),
    );
    (
        answer["text"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned(),
        compiled["document"].clone(),
    )
}

#[test]
fn a_page_holds_another_ladder_and_its_text() {
    let hostile = KETTLE
        .replace("The kettle is cold", "The kettle \"<b>&\" is cold `</script><!--`")
        .replace("Push the plug in.", "Push `</script><script>` in.");
    let (page, document) = made(&hostile);
    for part in [
        "<fix-ladder ladder=\"kettle\" lang=\"en\"",
        "\"builtIn\":\"kettle\"",
        "\"ids\":[\"kettle\"]",
        "\"prerender\":null",
        "<h3>Send it back</h3>",
        "Take it to the shop",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    for gone in ["Built", "sha256-OLD", "\"de\""] {
        assert!(!page.contains(gone), "{gone} is still in {page}");
    }
    assert_eq!(page.matches("</script").count(), 2, "nothing of the ladder is markup: {page}");
    // The encoded ladder is in it, as the script of the page reads it.
    let data = page.split("\nconst DATA = ").nth(1).and_then(|it| it.split(";\n").next());
    let data: Value = serde_json::from_str(data.expect("the data")).expect("JSON");
    assert_eq!(data["ladders"]["kettle"], document);
    let opened = ask(&json!({ "ask": "open", "name": "whatever.html", "text": page }));
    assert_eq!(opened["draft"]["text"], hostile.as_str());
    assert_eq!(opened["draft"]["name"], "kettle.md");
}

#[test]
fn a_ladder_in_german_brings_its_language() {
    let (page, _) = made(&KETTLE.replace("# The kettle is cold", "# Der Kessel <!-- lang: de -->"));
    assert!(page.contains("lang=\"de\"") && page.contains("\"de\":{\"bytes\":\"x\"}"), "{page}");
}

#[test]
fn the_page_around_a_german_ladder_is_german() {
    let built = BUILT.replace("<main>", "<main><p data-around=\"kept-here\">Kept here</p>");
    let built = built.replace(
        "const PAGE = {}",
        "const PAGE = {\"messages\":{\"install\":\"Install\"},\"kept\":1}",
    );
    let said = json!({
        "lang": "de", "title": "{title}: vom mildesten an", "messages": { "install": "Installieren" },
        "around": { "kept-here": "Nur <hier>", "gone": "Weg" },
    });
    let text = KETTLE.replace("# The kettle is cold", "# Der Kessel <!-- lang: de -->");
    let compiled = ask(&json!({ "ask": "compile", "name": "kettle.md", "text": text }));
    let answer = ask(
        &json!({ "ask": "page", "built": built, "said": said, "document": compiled["document"], "name": "kettle.md", "text": text }),
    );
    let page = answer["text"].as_str().unwrap_or_else(|| panic!("{answer}"));
    for part in [
        "<html lang=\"de\">",
        "<title>Der Kessel: vom mildesten an</title>",
        "data-around=\"kept-here\">Nur &lt;hier&gt;<",
        "\"messages\":{\"install\":\"Installieren\"}",
        "\"kept\":1",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn the_preview_has_no_ladder_and_the_same_script() {
    let answer = ask(&json!({ "ask": "preview", "built": BUILT }));
    let page = answer["text"].as_str().expect("a page");
    assert!(page.contains("<fix-ladder hidden=\"\" loading=\"lazy\">"), "{page}");
    assert!(!page.contains("<h2>Built</h2>"));
    let script = |page: &str| page.rsplit_once("<script>").map(|(_, it)| it.to_owned());
    assert_eq!(script(page), script(BUILT));
    assert!(page.contains("sha256-OLD="), "its policy is that of the script");
}

#[test]
fn what_is_no_built_page_is_refused() {
    let document =
        ask(&json!({ "ask": "compile", "name": "kettle.md", "text": KETTLE }))["document"].clone();
    for built in ["", "<p>no</p>", "<script>x</script>", &BUILT.replace("const DATA", "const data")]
    {
        let answer = ask(&json!({ "ask": "page", "built": built, "document": document }));
        assert_eq!(answer["text"], Value::Null);
        assert!(
            answer["errors"][0].as_str().is_some_and(|it| it.contains("not the page in one file"))
        );
    }
}
