//! What has changed since a reader was here: of steps, requirements and warnings, by their ids and words.

use fix_ladder_core::ladder::{Id, Ladder, parse};
use fix_ladder_core::progress::{Change, Changes, Item, seen};
use serde_json::{Value, json};

fn step(id: &str, text: &str) -> Value {
    json!({ "id": id, "text": text })
}

fn ladder(steps: &[Value], requirement: &str, warning: &str) -> Ladder {
    let option = |id: &str| json!({ "id": id, "label": id });
    let variant =
        |id: &str| json!({ "when": { "device": [id] }, "text": format!("{warning} ({id})") });
    let document = json!({
        "format": 1,
        "id": "test",
        "title": "A test",
        "choices": [{ "id": "device", "label": "Device", "options": [option("iphone"), option("mac")] }],
        "rungs": [{
            "id": "first", "title": "First", "severity": "drastic",
            "requirements": [{ "id": "copy", "text": requirement }],
            "warnings": [{ "id": "loss", "text": [{ "variants": [variant("iphone"), variant("mac")] }] }],
            "steps": steps,
        }],
    });
    parse(&document.to_string()).expect("a valid ladder")
}

fn before() -> Ladder {
    ladder(&[step("one", "Look."), step("two", "Press.")], "I have a copy.", "All is gone.")
}

fn found(changes: &Changes, item: Item, change: Change) -> Vec<&str> {
    let is_it = |it: &&(Item, Id, Change)| (it.0, it.2) == (item, change);
    changes.0.iter().filter(is_it).map(|it| it.1.as_str()).collect()
}

#[test]
fn nothing_has_changed_of_what_is_the_same_or_only_punctuated_otherwise() {
    let note = seen(&before());
    assert!(Changes::since(&note, &before()).0.is_empty());
    let steps = [step("one", "Look!"), step("two", "press")];
    let same = ladder(&steps, "I have a copy", "All is gone!");
    assert_eq!(seen(&same), note);
}

#[test]
fn what_is_new_and_what_is_reworded_is_told_by_its_kind() {
    let note = seen(&before());
    let steps = [step("zero", "Begin."), step("one", "Look."), step("two", "Press it.")];
    let changes =
        Changes::since(&note, &ladder(&steps, "I have two copies.", "Everything is gone."));
    assert_eq!(found(&changes, Item::Step, Change::New), ["zero"]);
    assert_eq!(found(&changes, Item::Step, Change::Reworded), ["two"]);
    assert_eq!(found(&changes, Item::Requirement, Change::Reworded), ["copy"]);
    assert_eq!(found(&changes, Item::Warning, Change::Reworded), ["loss"], "in any variant");
    let of = |item, id: &str| changes.of(item, &Id::unchecked(id.into()));
    assert_eq!(of(Item::Step, "zero"), Some(Change::New));
    assert_eq!(of(Item::Step, "one"), None);
    assert_eq!(of(Item::Requirement, "zero"), None, "ids of one kind are not those of another");
}

#[test]
fn what_is_moved_or_gone_is_no_change() {
    let note = seen(&before());
    let moved =
        ladder(&[step("two", "Press."), step("one", "Look.")], "I have a copy.", "All is gone.");
    assert!(Changes::since(&note, &moved).0.is_empty());
    let gone = ladder(&[step("two", "Press.")], "I have a copy.", "All is gone.");
    assert!(Changes::since(&note, &gone).0.is_empty());
}

#[test]
fn an_item_has_eight_digits() {
    let note = seen(&before());
    let noted: String = serde_json::from_str(&note).expect("a string of JSON");
    assert_eq!(noted.len(), 1 + 4 * 8, "{noted}");
    assert!(noted.bytes().all(|it| it.is_ascii_hexdigit()), "{noted}");
}

#[test]
fn what_is_no_note_says_nothing() {
    for noted in ["", " ", "\"212345678\"", "{}", "0", "1"] {
        assert!(Changes::since(noted, &before()).0.is_empty(), "{noted:?}");
    }
    // Cut or broken, it says too much rather than failing.
    for noted in ["\"1", "\"1é", "\"11234567\"", "\"1x", "\"1\u{1f600}\u{1f600}\u{1f600}\""] {
        assert!(!Changes::since(noted, &before()).0.is_empty(), "{noted:?}");
    }
}

#[test]
fn two_items_whose_ids_share_their_digits_are_not_mixed_up() {
    // 300 ids of 16 bits: some share their digits.
    let steps: Vec<Value> =
        (0..300).map(|at| step(&format!("s{at}"), &format!("Step {at}"))).collect();
    let many = ladder(&steps, "I have a copy.", "Gone.");
    let note = seen(&many);
    let mut ids: Vec<&str> = (0..302).filter_map(|at| note.get(8 * at + 2..8 * at + 6)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert!(ids.len() < 302, "none share them: take more");
    assert!(Changes::since(&note, &many).0.is_empty());
}
