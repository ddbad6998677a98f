//! Texts: compiled with the places of what is said, packed for an address, written as a tag.

use serde_json::{Value, json};

use crate::support::{KETTLE, ask};

fn compiled(text: &str) -> Value {
    ask(&json!({ "ask": "compile", "name": "kettle.md", "text": text }))
}

#[test]
fn a_text_is_a_document() {
    let answer = compiled(KETTLE);
    assert_eq!(answer["document"]["id"], "kettle", "from the name of the file");
    assert_eq!(answer["document"]["rungs"][0]["wait"]["seconds"], 120);
    let said = answer["diagnostics"].as_array().expect("a list");
    assert!(said.iter().all(|it| it["severity"] == "note"), "{said:?}");
}

#[test]
fn what_is_said_has_its_place_as_browsers_count() {
    let text = KETTLE.replace("The kettle", "🫖 Größe der Kanne:").replace("drastic", "drasitc");
    let answer = compiled(&text);
    assert_eq!(answer["document"], Value::Null);
    let worst = &answer["diagnostics"][0];
    assert_eq!(worst["severity"], "error");
    assert_eq!(worst["cure"], "did you mean `drastic`?");
    assert_eq!((&worst["line"], &worst["file"]), (&json!(11), &Value::Null));
    let units: Vec<u16> = text.encode_utf16().collect();
    let place =
        |name: &str| usize::try_from(worst[name].as_u64().expect("a number")).expect("small");
    let words = String::from_utf16_lossy(&units[place("start")..place("end")]);
    assert_eq!(words, "drasitc");
}

#[test]
fn errors_come_first() {
    let text = KETTLE
        .replace("drastic", "drasitc")
        .replace("1. Push the plug in.", "1. Open it, then erase all data.");
    let answer = compiled(&text);
    let said = answer["diagnostics"].as_array().expect("a list");
    let severities: Vec<&str> = said.iter().filter_map(|it| it["severity"].as_str()).collect();
    assert_eq!(severities.first(), Some(&"error"));
    assert!(severities.contains(&"warning"), "{said:?}");
    let rank = |it: &&str| ["error", "warning", "note"].iter().position(|known| known == it);
    assert!(severities.is_sorted_by_key(rank), "{severities:?}");
}

#[test]
fn drawings_and_shared_pieces_belong_to_the_text() {
    let drawing = "Alt: A page.\nscreen\n  rows: 1\n";
    let piece = "- You have the receipt. (name the place, not the bin)\n";
    let text = KETTLE
        .replace("Push the plug in.", "Push the plug in. <!-- illustration: plug -->")
        .replace(piece, "<!-- include: shared/receipt.md -->\n");
    let draft = json!({ "ask": "compile", "name": "kettle.md", "text": text,
        "drawings": [{ "name": "plug.drawing", "text": drawing }],
        "pieces": [{ "name": "shared/receipt.md", "text": piece }] });
    let answer = ask(&draft);
    assert_eq!(answer["document"]["drawings"][0]["id"], "plug", "{answer}");
    let mut broken = draft;
    broken["pieces"][0]["text"] = json!("- Fine\n\n> **Caution:** no\n");
    let answer = ask(&broken);
    assert_eq!(answer["diagnostics"][0]["file"], "shared/receipt.md", "{answer}");
    assert_eq!(answer["diagnostics"][0]["line"], 3);
}

#[test]
fn a_draft_travels_in_an_address() {
    let draft = json!({ "name": "kettle.md", "text": format!("{KETTLE}ß🫖"), "drawings": [{ "name": "a.drawing", "text": "x" }], "pieces": [] });
    let mut request = draft.clone();
    request["ask"] = json!("pack");
    let packed = ask(&request)["text"].as_str().expect("a text").to_owned();
    assert!(
        packed.chars().all(|it| it.is_ascii_alphanumeric() || it == '-' || it == '_'),
        "{packed}"
    );
    assert!(packed.len() < draft.to_string().len(), "it is compressed");
    let unpack = |text: &str| ask(&json!({ "ask": "unpack", "text": text }))["draft"].clone();
    assert_eq!(unpack(&packed), draft);
    assert_eq!(
        unpack(&format!("{}\n {}==", &packed[..9], &packed[9..])),
        draft,
        "broken into lines"
    );
    for damaged in ["", "x", "-----", &packed[..packed.len() - 9], &packed[9..]] {
        assert_eq!(unpack(damaged), Value::Null, "{damaged}");
    }
}

#[test]
fn a_tag_holds_the_whole_ladder() {
    let document = compiled(KETTLE)["document"].clone();
    let address = "https://blog.example/fix-ladder.js";
    let answer = ask(&json!({ "ask": "snippet", "document": document, "address": address }));
    let tag = answer["text"].as_str().expect("a tag");
    for part in [
        "<fix-ladder>",
        "<h2>The kettle is cold",
        "Take it to the shop",
        address,
        "data-cfasync=\"false\"",
    ] {
        assert!(tag.contains(part), "{part} is not in {tag}");
    }
    let none = ask(&json!({ "ask": "snippet", "document": { "format": 7 }, "address": address }));
    assert_eq!(none["text"], Value::Null);
    assert!(!none["errors"].as_array().expect("a list").is_empty());
}

#[test]
fn whatever_is_asked_there_is_an_answer() {
    for request in
        [json!(null), json!([]), json!({}), json!({ "ask": "dance" }), json!({ "ask": 7 })]
    {
        assert_eq!(ask(&request), Value::Null);
    }
    for name in ["compile", "post", "open", "snippet", "page", "preview", "pack", "unpack"] {
        for odd in [json!(null), json!(7), json!([[["p"]]]), json!({ "a": [] })] {
            let request = json!({ "ask": name, "name": odd, "text": odd, "drawings": odd, "pieces": odd, "trees": odd, "document": odd, "built": odd });
            assert!(ask(&request).is_object(), "{request}");
        }
    }
    assert_eq!(compiled(&"a\n".repeat(600_000))["document"], Value::Null, "more than 1 MB");
}
