//! What comments tell of facts and options, in place of their words.

use serde_json::json;

use crate::support::{check, check_refused, document, rung, said};

#[test]
fn a_comment_tells_what_is_touched() {
    let touches = |words: &str| rung(&format!("- Touches: {words}\n\n1. Look."));
    check(
        &touches("dieses Handy <!-- touches: this-device, account -->"),
        "/rungs/0/touches",
        json!({ "scopes": ["this-device", "account"], "text": "dieses Handy" }),
    );
    check(
        &touches("this phone's case <!-- touches: none -->"),
        "/rungs/0/touches",
        json!({ "text": "this phone's case" }),
    );
    check_refused(
        &touches("this <!-- touches: everything -->"),
        &["error 5:17: this does not say what is touched"],
    );
    // Of another fact it says nothing.
    let text = rung("- Check: Works it? <!-- touches: account -->\n\n1. Look.");
    assert_eq!(said(&text).len(), 1, "{:?}", said(&text));
}

#[test]
fn a_comment_tells_whether_it_can_be_undone() {
    let undo = |words: &str| rung(&format!("- Undo: {words}\n\n1. Look."));
    let text = "nicht mehr, alles ist weg";
    check(
        &undo(&format!("{text} <!-- undo: no -->")),
        "/rungs/0/undo",
        json!({ "possible": false, "text": text }),
    );
    check(
        &undo("jederzeit, ohne Verlust <!-- undo: Yes -->"),
        "/rungs/0/undo",
        json!({ "possible": true, "text": "jederzeit, ohne Verlust" }),
    );
    check(
        &undo("einen Monat lang <!-- undo: 30 days -->"),
        "/rungs/0/undo",
        json!({ "possible": true, "window_seconds": 2_592_000, "text": "einen Monat lang" }),
    );
    check_refused(
        &undo("ja <!-- undo: perhaps -->"),
        &["error 5:12: this does not say whether it can be undone"],
    );
    // Without it, words that may say either are refused as ever.
    check_refused(
        &undo(text),
        &["error 5:9: this may say that it cannot be undone, or that it can"],
    );
}

#[test]
fn an_option_may_have_an_id_of_its_own() {
    let text = "# T\n\n## About you\n\n- Device: <!-- id: d -->\n  - An iPhone, or an iPod <!-- id: iphone -->\n  - iPad\n\n## R\n\n1. Look. (only for iPad)\n";
    let document = document(text);
    assert_eq!(
        document["choices"][0],
        json!({ "id": "d", "label": "Device", "options": [
        { "id": "iphone", "label": "An iPhone, or an iPod" }, { "id": "ipad", "label": "iPad" } ] })
    );
    assert_eq!(said(text), [""; 0]);
    let twice = text.replace("iPad\n\n", "iPad <!-- id: iphone -->\n\n");
    check_refused(&twice, &["error 7:10: another option of choice 1 has the id `iphone` already"]);
}
